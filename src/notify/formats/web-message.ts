/** A request that carries a message: what a format makes of a notification. */
export interface WebMessage {
  readonly method: 'POST' | 'PUT';
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** A message in JSON, with the receiver's token where it has one. */
export function jsonMessage(url: URL, body: object, token: string | null): WebMessage {
  const authorization = token === null ? {} : { authorization: `Bearer ${token}` };
  return {
    method: 'POST',
    url,
    headers: { 'content-type': 'application/json; charset=utf-8', ...authorization },
    body: JSON.stringify(body),
  };
}
