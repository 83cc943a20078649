/*
 * Conversations of agents in a checkpoint. They hold texts of the repository's files and what was said about them, and artifacts
 * of a public repository can be read by everybody: so each is sealed with the API key that the conversation is paid with. A job
 * without that key hands them on as they are.
 */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import * as z from 'zod/mini';

/** Which conversation it is: no secret, the journal says it too. */
export interface SessionLabel {
  /** Id of the step. */
  readonly step: string;
  /** Name of the agent backend. */
  readonly backend: string;
  /** The backend's name for the conversation. */
  readonly id: string;
}

/** A conversation that only a holder of the key can read or change. The rest is base64. */
export interface SealedSession extends SessionLabel {
  readonly salt: string;
  readonly iv: string;
  readonly tag: string;
  readonly data: string;
}

/** What a conversation belongs to: sealed for one run, it cannot be passed off as that of another. */
export interface SealedFor {
  /** `owner/name`. */
  readonly repository: string;
  readonly runId: string;
}

/** The most bytes of one conversation, in the clear. */
export const MOST_SESSION_BYTES = 32 * 1024 * 1024;
/** The most bytes of all sealed ones together: of the text that `sealedText` gives. */
export const MOST_SEALED_BYTES = 64 * 1024 * 1024;

/** A shorter key can be guessed, and then the seal is none. Those of all providers are longer. */
const SHORTEST_KEY = 20;
const CIPHER = 'aes-256-gcm';
const [KEY_BYTES, SALT_BYTES, IV_BYTES] = [32, 32, 12];
const MOST_SESSIONS = 10_000;

/** Whether a conversation can be sealed with that key. */
export const isSealingKey = (key: string): boolean => key.length >= SHORTEST_KEY;

/**
 * Seals a conversation (any bytes): gzip, then AES-256-GCM with a key that HKDF-SHA256 makes of the API key and a random salt; the
 * label and what it belongs to are authenticated with it.
 */
export function sealSession(
  { step, backend, id }: SessionLabel,
  content: Buffer,
  { key, of }: { readonly key: string; readonly of: SealedFor },
): SealedSession {
  const [salt, iv] = [randomBytes(SALT_BYTES), randomBytes(IV_BYTES)];
  const cipher = createCipheriv(CIPHER, sealingKey(key, salt), iv).setAAD(bound({ step, backend, id }, of));
  const data = Buffer.concat([cipher.update(gzipSync(content)), cipher.final()]);
  const base64 = (bytes: Buffer): string => bytes.toString('base64');
  return {
    step,
    backend,
    id,
    salt: base64(salt),
    iv: base64(iv),
    tag: base64(cipher.getAuthTag()),
    data: base64(data),
  };
}

/** The conversation; null when it was sealed with another key or for another run, was changed, or is too large. */
export function openSession(
  sealed: SealedSession,
  { key, of }: { readonly key: string; readonly of: SealedFor },
): Buffer | null {
  const [salt, iv, tag, data] = [sealed.salt, sealed.iv, sealed.tag, sealed.data].map((text) =>
    Buffer.from(text, 'base64'),
  );
  if (salt === undefined || iv?.length !== IV_BYTES || tag?.length !== 16 || data === undefined) return null;
  try {
    const decipher = createDecipheriv(CIPHER, sealingKey(key, salt), iv).setAuthTag(tag).setAAD(bound(sealed, of));
    const zipped = Buffer.concat([decipher.update(data), decipher.final()]);
    return gunzipSync(zipped, { maxOutputLength: MOST_SESSION_BYTES });
  } catch {
    return null;
  }
}

/** The text of `sessions.sealed`. */
export function sealedText(sessions: readonly SealedSession[]): string {
  return `${JSON.stringify({ format: 1, sessions })}\n`;
}

/** Reads a `sessions.sealed` of anybody; null for what is none. */
export function parseSealed(text: string): readonly SealedSession[] | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  const parsed = schema.safeParse(value);
  return parsed.success ? parsed.data.sessions : null;
}

const word = z.string().check(z.minLength(1), z.maxLength(2000));
const base64 = z.string().check(z.regex(/^[A-Za-z0-9+/]*={0,2}$/));
const schema = z.strictObject({
  format: z.literal(1),
  sessions: z
    .array(z.strictObject({ step: word, backend: word, id: word, salt: base64, iv: base64, tag: base64, data: base64 }))
    .check(z.maxLength(MOST_SESSIONS)),
});

function sealingKey(key: string, salt: Buffer): Buffer {
  return Buffer.from(hkdfSync('sha256', key, salt, 'workflow-runner agent session, format 1', KEY_BYTES));
}

/** Unambiguous, whatever is in the parts. */
function bound({ step, backend, id }: SessionLabel, { repository, runId }: SealedFor): Buffer {
  return Buffer.from(JSON.stringify([repository, runId, step, backend, id]));
}
