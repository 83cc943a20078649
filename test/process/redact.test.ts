import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createRedactor } from '../../src/process/redact.js';
import { safeTerminalText } from '../../src/process/terminal-text.js';
import { processorMs } from '../support/processor-time.js';

const secret = 'S3cr"t/va+lue?with ümläut';
const { redact } = createRedactor([secret]);

function streamed(chunks: readonly (string | Uint8Array)[], secrets: readonly string[] = [secret]): string {
  const stream = createRedactor(secrets).stream();
  return chunks.map((chunk) => stream.push(chunk)).join('') + stream.end();
}

describe('a secret that was given', () => {
  const bytes = Buffer.from(secret);
  test.each([
    ['as it is', secret],
    ['JSON-escaped', JSON.stringify(secret).slice(1, -1)],
    ['URL-encoded', encodeURIComponent(secret)],
    ['URL-encoded in lower case', encodeURIComponent(secret).replace(/%../g, (c) => c.toLowerCase())],
    ['form-encoded', encodeURIComponent(secret).replaceAll('%20', '+')],
    ['in hex', bytes.toString('hex')],
    ['in upper-case hex', bytes.toString('hex').toUpperCase()],
  ])('%s is redacted', (_how, form) => {
    expect(redact(`before ${form} after`)).toBe('before *** after');
  });

  test.each([0, 1, 2])('in base64 at offset %d leaves no part that can be decoded', (offset) => {
    for (const encoding of ['base64', 'base64url'] as const) {
      const text = Buffer.concat([Buffer.alloc(offset, 'x'), bytes, Buffer.from('tail')]).toString(encoding);
      const left = redact(text);
      expect(left).toContain('***');
      expect(left.replace('***', '').length).toBeLessThanOrEqual(12);
    }
  });

  test('in base64 wrapped at 76 columns is redacted line by line', () => {
    const long = 'abcdefghij0123456789'.repeat(8);
    const wrapped = Buffer.from(long).toString('base64').replace(/.{76}/g, '$&\n');
    expect(
      createRedactor([long])
        .redact(wrapped)
        .replace(/[*\n=]/g, '').length,
    ).toBeLessThan(8);
  });

  test('of several lines is redacted as a whole and line by line', () => {
    const many = createRedactor(['first-line-1\nsecond-line-2']);
    expect(many.redact('a first-line-1\nsecond-line-2 b')).toBe('a *** b');
    expect(many.redact('| second-line-2 |')).toBe('| *** |');
  });

  test('that overlaps another one leaves nothing of either', () => {
    expect(createRedactor(['abcdefgh', 'efghijkl']).redact('-abcdefghijkl-')).toBe('-***-');
  });

  test('of less than four characters is ignored', () => {
    expect(createRedactor(['', 'a', 'abc', '   \n']).redact('a abc    \n')).toBe('a abc    \n');
  });

  test('with the letters of a regular expression is searched literally', () => {
    expect(createRedactor(['a.c*[x](y)']).redact('abcx a.c*[x](y)')).toBe('abcx ***');
  });
});

describe('a token that nobody told about', () => {
  test.each([
    `ghp_${'a1'.repeat(18)}`,
    `gho_${'a1'.repeat(18)}`,
    `ghs_${'a1'.repeat(18)}`,
    `ghs_123_eyJhbGciOi.eyJpc3MiOiJ.${'x-Y_'.repeat(9)}`,
    `github_pat_${'A1_b'.repeat(10)}`,
    `sk-ant-api03-${'a-B_'.repeat(10)}`,
    `sk-ant-oat01-${'a-B_'.repeat(10)}`,
    'AKIAABCDEFGHIJKLMNOP',
    `AIza${'a'.repeat(35)}`,
    `eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTYifQ.${'a'.repeat(40)}`,
  ])('%s is redacted', (token) => {
    expect(createRedactor([]).redact(`x ${token} y`)).toBe('x *** y');
  });

  test('in a URL or a header is redacted', () => {
    const text = createRedactor([]).redact(
      'https://x-access-token:abc123@github.com\nAuthorization: Bearer abcdefgh1234',
    );
    expect(text).not.toMatch(/abc/);
    expect(text).toContain('github.com');
  });

  test('in a private key block is redacted up to its end', () => {
    const key = `-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1r\nAAAA\n-----END OPENSSH PRIVATE KEY-----`;
    expect(createRedactor([]).redact(`a\n${key}\nb\n`)).toBe('a\n***\nb\n');
  });

  test('is not seen in ordinary output', () => {
    const text =
      'building /nix/store/0c5b8vw40dy178xlpddw65q9gf1h2186-source.drv\ntask-runner-with-a-very-long-name-indeed-and-more-words 785764d1f2\n';
    expect(createRedactor([]).redact(text)).toBe(text);
  });
});

describe('a stream', () => {
  const key = '-----BEGIN RSA PRIVATE KEY-----\nMIIEabc\n-----END RSA PRIVATE KEY-----';
  const text = `one ${secret} two\r\nthree ghs_${'a1'.repeat(20)}\r${key}\nend ${encodeURIComponent(secret)}`;

  test('cut at any place redacts what the whole text does', () => {
    const bytes = Buffer.from(text);
    const whole = redact(text);
    for (let cut = 0; cut <= bytes.length; cut++) {
      expect(streamed([bytes.subarray(0, cut), bytes.subarray(cut)])).toBe(whole);
    }
  });

  test('cut into any pieces redacts what the whole text does', () => {
    const parts = fc.constantFrom(
      'a',
      '\n',
      '\r',
      secret,
      'S3cr',
      `ghp_${'b'.repeat(36)}`,
      'ghp_',
      '\x1b[0m',
      key,
      'ü',
    );
    fc.assert(
      fc.property(
        fc.array(parts, { maxLength: 12 }),
        fc.infiniteStream(fc.integer({ min: 1, max: 9 })),
        (all, sizes) => {
          const bytes = Buffer.from(all.join(''));
          const chunks: Uint8Array[] = [];
          for (let at = 0; at < bytes.length;) {
            const size = sizes.next().value as number;
            chunks.push(bytes.subarray(at, at + size));
            at += size;
          }
          expect(streamed(chunks)).toBe(redact(bytes.toString()));
        },
      ),
      { numRuns: 300 },
    );
  });

  test('gives a complete line at once', () => {
    const stream = createRedactor([secret]).stream();
    expect(stream.push(`a ${secret}\nb`)).toBe('a ***\n');
    expect(stream.end()).toBe('b');
  });

  test('of one line without an end redacts secrets everywhere in it and keeps little in memory', () => {
    const stream = createRedactor([secret]).stream();
    const token = `ghs_${'a1._-'.repeat(20)}`;
    let shown = '';
    let longest = 0;
    for (let i = 0; i < 3000; i++) {
      const out = stream.push(`${'x'.repeat(i % 97)} ${secret} ${token} `);
      longest = Math.max(longest, out.length);
      shown += out;
    }
    shown += stream.end();
    expect(shown).not.toContain('S3cr');
    expect(shown).not.toContain('ghs_');
    expect(shown.split('***').length - 1).toBe(6000);
    expect(longest).toBeLessThan(100_000);
  });

  test('swallows a token that is longer than any window', () => {
    const stream = createRedactor([]).stream();
    let shown = stream.push('a ghs_');
    for (let i = 0; i < 100; i++) shown += stream.push('tokenpart1'.repeat(400));
    shown += stream.push(' after\n') + stream.end();
    expect(shown).not.toContain('tokenpart1');
    expect(shown).toMatch(/^a (\*\*\*)+ after\n$/);
  });

  test('finds a secret that escape sequences hide when it is cleaned on the way', () => {
    const stream = createRedactor(['hidden-secret']).stream(safeTerminalText);
    expect(stream.push('hid\x1b[0mden-\x1b[1msecret ::x\n') + stream.end()).toBe('*** ::x\n');
  });

  test('of 20 MB with ten secrets passes in less than 10 s of computing', async () => {
    const stream = createRedactor(Array.from({ length: 10 }, (_, i) => `secret-number-${i}-value`)).stream(
      safeTerminalText,
    );
    const chunk = Buffer.from('building the system configuration of host laptop ... /nix/store/abc\n'.repeat(1000));
    const ms = await processorMs(() => {
      for (let bytes = 0; bytes < 20_000_000; bytes += chunk.length) stream.push(chunk);
    });
    expect(ms).toBeLessThan(10_000);
  });

  test.each(['ghs_', 'eyJ', '://a:', '-----BEGIN ', 'authorization: bearer ', 'sk-'])(
    'of %j repeated takes no quadratic time',
    async (unit) => {
      const text = unit.repeat(Math.ceil(200_000 / unit.length));
      expect(await processorMs(() => createRedactor([]).redact(text))).toBeLessThan(3000);
    },
  );
});
