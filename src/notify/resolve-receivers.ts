import { realpathSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import type { Diagnostic } from '../base/diagnostic.js';
import { err, ok, type Result } from '../base/result.js';
import type { Finding } from '../definition/source-text.js';
import { readFileBounded } from '../files/read-file-bounded.js';
import { NOTIFIED_EVENTS } from '../report/notification.js';
import type { PlacedReceiver } from './parse-receivers.js';
import type { Receiver } from './receiver.js';
import type { WrittenReceiver, WrittenSecret } from './receiver-schema.js';

type Environment = Readonly<Record<string, string | undefined>>;

const MAX_SECRET_BYTES = 16 * 1024;

/** The receivers with their secrets, looked up in the environment and in files; all that is wrong is told together. */
export function resolveReceivers(
  placed: readonly PlacedReceiver[],
  env: Environment,
): Result<readonly Receiver[], readonly Diagnostic[]> {
  const diagnostics: Diagnostic[] = [];
  const receivers = placed.map((one) => resolve(one, env, diagnostics));
  const all = receivers.filter((receiver) => receiver !== null);
  return diagnostics.length === 0 && all.length === receivers.length ? ok(all) : err(diagnostics);
}

function resolve({ written, diagnose }: PlacedReceiver, env: Environment, wrong: Diagnostic[]): Receiver | null {
  const { type, name = type, when = NOTIFIED_EVENTS } = written;
  if (!isWeb(written)) return { type: written.type, name, when };
  const take = <T>(key: string, read: Result<T, Finding>): T | null => {
    if (read.ok) return read.value;
    wrong.push(diagnose(key, read.error));
    return null;
  };
  const at = 'homeserver' in written ? 'homeserver' : 'url';
  const address = take(at, secretOf('homeserver' in written ? written.homeserver : written.url, env));
  const url = address === null ? null : take(at, readUrl(address, written));
  const writtenToken = 'token' in written ? written.token : undefined;
  const token = writtenToken === undefined ? null : take('token', tokenOf(writtenToken, env));
  const room = 'room' in written ? take('room', readRoom(written.room)) : null;
  if (url === null) return null;
  return { type: written.type, name, when, url, token, room, details: written.details ?? false };
}

function isWeb(written: WrittenReceiver): written is Extract<WrittenReceiver, { details?: boolean | undefined }> {
  return !['terminal', 'desktop', 'github-issue', 'github-comment'].includes(written.type);
}

function secretOf(written: WrittenSecret, env: Environment): Result<string, Finding> {
  if (typeof written === 'string') return ok(written.trim());
  if ('env' in written) {
    const value = (env[written.env] ?? '').trim();
    return value === '' ? err(notSet(written.env)) : ok(value);
  }
  return fileSecret(written.file, env);
}

/** Links are followed: that is how /run/secrets and Kubernetes show their files. */
function fileSecret(written: string, env: Environment): Result<string, Finding> {
  const path = written.startsWith('~/') ? join(env['HOME'] ?? '', written.slice(2)) : written;
  if (!isAbsolute(path)) return err(relative);
  try {
    const read = readFileBounded(realpathSync(path), MAX_SECRET_BYTES);
    if (!read.ok) return err(unreadable(path, read.error.code));
    const value = read.value.toString('utf8').trim();
    return value === '' ? err(unreadable(path, 'it is empty')) : ok(value);
  } catch (error) {
    return err(unreadable(path, (error as NodeJS.ErrnoException).code ?? 'it cannot be read'));
  }
}

function tokenOf(written: WrittenSecret, env: Environment): Result<string, Finding> {
  const token = secretOf(written, env);
  // What a header cannot hold, no service has given out.
  return !token.ok || /^[\x21-\x7e]+$/.test(token.value) ? token : err(badToken);
}

function readUrl(text: string, { type }: WrittenReceiver): Result<URL, Finding> {
  if (!URL.canParse(text)) return err(noUrl);
  const url = new URL(text);
  const isLocal = /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/.test(url.hostname);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLocal)) return err(notSecure);
  if (url.username !== '' || url.password !== '') return err(credentials);
  if (type === 'ntfy' && !/^\/[A-Za-z0-9_-]{1,64}$/.test(url.pathname)) return err(noTopic);
  if (type === 'matrix' && url.pathname !== '/') return err(noHomeserver);
  url.hash = '';
  return ok(url);
}

function readRoom(room: string): Result<string, Finding> {
  return /^![^\s/]{1,255}$/.test(room) ? ok(room) : err(noRoom);
}

const invalid = (message: string, help: string): Finding => ({ code: 'invalid-receiver', message, help });

const notSet = (name: string): Finding =>
  invalid(`the variable ${name} is not set, or empty`, 'set it where workflow-runner is started');
const unreadable = (path: string, why: string): Finding =>
  invalid(
    `the file ${path} cannot be used: ${why}`,
    'write the secret to it, readable by the user who runs workflow-runner',
  );
const relative = invalid('a file with a secret is named from the root or from home', 'write `/run/secrets/…` or `~/…`');
const badToken = invalid('the token has characters that no header can hold', 'check that it is the token alone');
const noUrl = invalid('this is no address', 'give the whole address, beginning with https://');
const notSecure = invalid('only https is used, and http for this machine alone', 'give the address with https://');
const credentials = invalid('a user and a password in the address are not sent', 'use `token:`');
const noTopic = invalid(
  'the address does not name a topic',
  'write the server and the topic, such as https://ntfy.sh/my-topic',
);
const noHomeserver = invalid(
  'the address of the homeserver has a path',
  'write the server alone, such as https://matrix.org',
);
const noRoom = invalid(
  'this is no id of a room',
  'it begins with `!`, for example "!abc:matrix.org": in Element, Room settings, Advanced; invite the user of the token',
);
