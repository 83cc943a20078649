import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { commitMessage } from '../../src/git/commit-message.js';
import { linkEscapes } from '../../src/git/link-escapes.js';
import { decodePath, encodePath, joinNul, splitNul } from '../../src/git/path-text.js';

describe('decodePath and encodePath', () => {
  test('give any bytes back', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => encodePath(decodePath(Buffer.from(bytes))).equals(Buffer.from(bytes))),
    );
  });

  test('survive JSON', () => {
    const path = decodePath(Buffer.from([0x61, 0xff, 0xc3, 0xa9, 0xed, 0xb2, 0x80]));
    expect(encodePath(JSON.parse(JSON.stringify(path)) as string)).toEqual(
      Buffer.from([0x61, 0xff, 0xc3, 0xa9, 0xed, 0xb2, 0x80]),
    );
  });

  test('leave ordinary names and U+FFFD as they are', () => {
    expect(decodePath(Buffer.from('modules/ü\ufffd.nix'))).toBe('modules/ü\ufffd.nix');
  });

  test('splitNul takes apart what joinNul put together', () => {
    expect(splitNul(joinNul(['a', 'b\nc'])).map(decodePath)).toEqual(['a', 'b\nc']);
  });
});

describe('linkEscapes', () => {
  test.each([
    ['a', 'b'],
    ['d/a', '../b'],
    ['d/a', './../d/./c'],
    ['a', '.gitignore'],
    ['a', 'x/.github/y'],
  ])('allows %s -> %s', (path, target) => {
    expect(linkEscapes(path, target)).toBe(false);
  });

  test.each([
    ['a', '/nix/store/x'],
    ['a', '..'],
    ['d/a', '../../b'],
    ['d/a', 'x/../../../b'],
    ['a', '.git'],
    ['a', 'sub/.git/hooks'],
    ['a', '.GiT/config'],
    ['a', 'GIT~1'],
    ['a', '.g\u200cit/config'],
    ['a', ''],
  ])('refuses %s -> %s', (path, target) => {
    expect(linkEscapes(path, target)).toBe(true);
  });
});

describe('commitMessage', () => {
  test('ends with the trailers in the given order', () => {
    expect(
      commitMessage('add\n\nmore', [
        ['Workflow-Run', 'r'],
        ['Workflow-Step', 's'],
      ]),
    ).toBe('add\n\nmore\n\nWorkflow-Run: r\nWorkflow-Step: s\n');
  });

  test.each(['Workflow-Run: x', '  workflow-step : x', 'a\rWorkflow-Run: x', 'a\u2028WORKFLOW-AGENT: x'])(
    'quotes a trailer of ours in the message: %j',
    (message) => {
      expect(commitMessage(message, [])).not.toMatch(/^\s*workflow-/im);
    },
  );

  test('keeps a value on its line, without NUL', () => {
    expect(commitMessage('m\0', [['Workflow-Step', 'a\n\nWorkflow-Run: b\0']])).toBe(
      'm\n\nWorkflow-Step: a Workflow-Run: b\n',
    );
  });

  test('is never empty', () => {
    expect(commitMessage(' \n', [])).toBe('Change files\n');
  });
});
