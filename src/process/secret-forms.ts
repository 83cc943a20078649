/** How a secret may look in output: as it is, and in the encodings that tools apply on the way. Pure. */

/** Shorter values would redact half of every log; shorter encoded pieces would match by chance. */
const shortestSecret = 4;
const shortestEncoded = 6;
const shortestLine = 8;

/** The line length of base64(1) and of MIME. */
const base64LineLengths = [64, 76] as const;

/**
 * Every text to search for: the secrets, their lines, JSON-escaped, URL-encoded, hex, and base64 (both alphabets) at the three
 * offsets that it can have inside something longer. Longest first. Split in another way, reversed or encrypted secrets
 * are not found.
 */
export function secretForms(secrets: readonly string[]): string[] {
  const forms = new Set<string>();
  for (const secret of secrets.filter((s) => s.trim().length >= shortestSecret)) {
    forms.add(secret);
    const trimmed = secret.trim();
    const lines = trimmed.split(/\r\n|\r|\n/);
    const pieces = lines.length === 1 ? [trimmed] : [trimmed, ...lines.filter((line) => line.length >= shortestLine)];
    for (const piece of pieces) for (const form of formsOf(piece)) forms.add(form);
  }
  return [...forms].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
}

function formsOf(secret: string): string[] {
  const bytes = new TextEncoder().encode(secret);
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  const json = JSON.stringify(secret).slice(1, -1);
  const url = encodeURIComponent(secret.replace(/\p{Surrogate}/gu, '\ufffd'));
  const encoded = [
    json,
    json.replaceAll('/', '\\/'),
    url,
    url.replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase()),
    url.replaceAll('%20', '+'),
    hex,
    hex.toUpperCase(),
    ...[0, 1, 2].flatMap((offset) => base64Forms(bytes, offset)),
  ];
  return [secret, ...encoded.filter((form) => form.length >= shortestEncoded)];
}

/** The characters that depend on the secret alone when `offset` bytes (modulo 3) come before it. */
function base64Forms(bytes: Uint8Array, offset: number): string[] {
  const padded = new Uint8Array(offset + bytes.length);
  padded.set(bytes, offset);
  const text = base64(padded);
  const first = Math.ceil((offset * 8) / 6);
  const last = Math.floor((padded.length * 8) / 6);
  const middle = text.slice(first, last);
  const wrapped =
    offset === 0 ? base64LineLengths.flatMap((length) => (middle.length > length ? pieces(middle, length) : [])) : [];
  return [middle, ...wrapped].flatMap((form) => [form, form.replaceAll('+', '-').replaceAll('/', '_')]);
}

function pieces(text: string, length: number): string[] {
  const count = Math.ceil(text.length / length);
  const all = Array.from({ length: count }, (_, index) => text.slice(index * length, (index + 1) * length));
  return all.filter((piece) => piece.length >= 16);
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Without padding: the cut above leaves it out anyway. */
function base64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const group = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    for (const shift of [18, 12, 6, 0]) text += alphabet.charAt((group >> shift) & 63);
  }
  return text.slice(0, Math.ceil((bytes.length * 8) / 6));
}
