import { describe, expect, test } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import {
  isSealingKey,
  MOST_SESSION_BYTES,
  openSession,
  parseSealed,
  sealedText,
  sealSession,
  type SealedSession,
} from '../../../src/github/checkpoint/sealed-sessions.js';

const label = { step: 'docs/write', backend: 'claude', id: '6253c0de-0000-4000-8000-000000000000' };
const key = 'sk-ant-api03-a-key-that-nobody-has';
const of = { repository: 'somebody/flake', runId: '20261122T101112Z-abc123' };
const spoken = Buffer.from('{"type":"user","message":"the password of the router is swordfish"}\n'.repeat(100));
const sealed = sealSession(label, spoken, { key, of });

/** The same bytes with one bit of the first turned. */
function turned(base64: string): string {
  const bytes = Buffer.from(base64, 'base64');
  bytes[0] = (bytes[0] ?? 0) ^ 1;
  return bytes.toString('base64');
}

describe('a sealed conversation', () => {
  test('is opened byte for byte with the key that sealed it, through the text of the file', () => {
    const [read] = parseSealed(sealedText([sealed])) ?? [];
    expect(read === undefined ? null : openSession(read, { key, of })).toEqual(spoken);
  });

  test('shows which step it is of and nothing that was said, nor the key', () => {
    const text = sealedText([sealed]);
    expect(text).toContain(label.step);
    for (const secret of [spoken.toString(), 'swordfish', key])
      for (const form of [
        secret,
        Buffer.from(secret).toString('base64').slice(4, -4),
        Buffer.from(secret).toString('hex'),
      ])
        expect(text).not.toContain(form);
  });

  test('is another text each time: nobody sees that nothing was said since', () => {
    const again = sealSession(label, spoken, { key, of });
    expect([again.data === sealed.data, again.salt === sealed.salt, again.iv === sealed.iv]).toEqual([
      false,
      false,
      false,
    ]);
  });

  test.each<[string, Partial<SealedSession>]>([
    ['another step', { step: 'docs' }],
    ['another backend', { backend: 'codex' }],
    ['another conversation', { id: 'other' }],
    ['another salt', { salt: turned(sealed.salt) }],
    ['another nonce', { iv: turned(sealed.iv) }],
    ['a nonce of another length', { iv: '' }],
    ['another tag', { tag: turned(sealed.tag) }],
    ['a tag of another length', { tag: sealed.tag.slice(0, 8) }],
    ['other data', { data: turned(sealed.data) }],
    ['no data', { data: '' }],
  ])('is not opened with %s', (_what, change) => {
    expect(openSession({ ...sealed, ...change }, { key, of })).toBeNull();
  });

  test.each([
    ['another key', { key: `${key}x`, of }],
    ['the key of another run', { key, of: { ...of, runId: 'other' } }],
    ['the key of another repository', { key, of: { ...of, repository: 'stranger/flake' } }],
  ])('is not opened with %s', (_what, other) => {
    expect(openSession(sealed, other)).toBeNull();
  });

  test('that grows beyond the limit when it is unpacked is not opened', () => {
    const bomb = sealSession(label, Buffer.alloc(MOST_SESSION_BYTES + 1), { key, of });
    expect([bomb.data.length < 100_000, openSession(bomb, { key, of })]).toEqual([true, null]);
  });

  test('of the largest size goes there and back', () => {
    const large = randomBytes(MOST_SESSION_BYTES);
    const [read] = parseSealed(sealedText([sealSession(label, large, { key, of })])) ?? [];
    expect(read !== undefined && openSession(read, { key, of })?.equals(large)).toBe(true);
  });
});

test('a short key seals nothing: it could be guessed', () => {
  expect([isSealingKey(''), isSealingKey('x'.repeat(19)), isSealingKey(key)]).toEqual([false, false, true]);
});

describe('a file of sealed conversations', () => {
  test.each([
    ['nothing', ''],
    ['no JSON', '{'],
    ['another format', '{"format":2,"sessions":[]}'],
    ['a key that it does not have', '{"format":1,"sessions":[],"more":1}'],
    ['a prototype', '{"format":1,"sessions":[],"__proto__":{"polluted":1}}'],
    ['a conversation without data', JSON.stringify({ format: 1, sessions: [{ ...sealed, data: undefined }] })],
    ['what is not base64', JSON.stringify({ format: 1, sessions: [{ ...sealed, data: '../../x' }] })],
    ['no list', '{"format":1,"sessions":{"length":1e9}}'],
  ])('is none with %s', (_what, text) => {
    expect(parseSealed(text)).toBeNull();
  });
});
