import { describe, expect, test } from '@jest/globals';
import { relateTexts } from '../../../src/nix/derivations/relate-texts.js';

const wireguard = (first: string, second: string): string =>
  `[Peer]\nPublicKey=a\nAllowedIPs=${first}\n[Peer]\nPublicKey=b\nAllowedIPs=${second}\n`;

describe('relateTexts calls reordered', () => {
  test.each<[string, string, string]>([
    ['lines', 'Port 22\nUseDns no\n', 'UseDns no\nPort 22\n'],
    ['elements of a JSON array', '{"a":[1,{"b":2}],"c":3}', '{"a":[{"b":2},1],"c":3}'],
    ['lines in a JSON string', '{"a":"x\\ny"}', '{"a":"y\\nx"}'],
    [
      'sections as a whole',
      wireguard('10.0.0.1', '10.0.0.2'),
      '[Peer]\nPublicKey=b\nAllowedIPs=10.0.0.2\n[Peer]\nPublicKey=a\nAllowedIPs=10.0.0.1\n',
    ],
    ['blocks in braces as a whole', 'a {\nport 1;\n}\nb {\nport 2;\n}', 'b {\nport 2;\n}\na {\nport 1;\n}'],
    ['words of a value', 'After=a.service b.service\nType=oneshot', 'Type=oneshot\nAfter=b.service a.service'],
    ['items between commas', 'Ciphers x,y\nPort 1', 'Ciphers y,x\nPort 1'],
    ['a JSON array as a value', 'after=["a","b"]\nb=1', 'after=["b","a"]\nb=1'],
  ])('%s', (_, before, after) => {
    expect(relateTexts(before, after, false)).toBe('reordered');
  });

  test('the words of a variable that is a list', () => {
    expect(relateTexts('kvm loop nf_nat', 'loop nf_nat kvm', true)).toBe('reordered');
  });
});

describe('relateTexts calls different', () => {
  test.each<[string, string, string]>([
    ['another number', 'Port 22\n', 'Port 23\n'],
    ['values exchanged between keys', 'Port 22\nMax 5\n', 'Port 5\nMax 22\n'],
    ['values exchanged between keys of JSON', '{"port":22,"max":5}', '{"port":5,"max":22}'],
    ['values exchanged between elements', '[{"n":"a","p":1},{"n":"b","p":2}]', '[{"n":"a","p":2},{"n":"b","p":1}]'],
    ['lines exchanged between sections', wireguard('10.0.0.1', '10.0.0.2'), wireguard('10.0.0.2', '10.0.0.1')],
    [
      'lines exchanged between blocks in braces',
      'a {\nport 1;\n}\nb {\nport 2;\n}',
      'a {\nport 2;\n}\nb {\nport 1;\n}',
    ],
    ['lines exchanged between branches', 'if x; then\na\nelse\nb\nfi', 'if x; then\nb\nelse\na\nfi'],
    [
      'lines exchanged between users of sshd',
      'Match User a\nPort 1\nMatch User b\nPort 2',
      'Match User a\nPort 2\nMatch User b\nPort 1',
    ],
    ['arguments of a command', 'cp a b\nx', 'cp b a\nx'],
    ['values of options in a line', 'run --port 22 --max 5', 'run --max 22 --port 5'],
    ['a line twice', 'a\nb\nb', 'a\na\nb'],
    ['numbers that JavaScript cannot tell apart', '[9007199254740993]', '[9007199254740992]'],
    ['deep JSON', `${'['.repeat(300)}1,2${']'.repeat(300)}`, `${'['.repeat(300)}2,1${']'.repeat(300)}`],
  ])('%s', (_, before, after) => {
    expect(relateTexts(before, after, false)).toBe('different');
  });

  test('the values of options in a variable that is a list', () => {
    expect(relateTexts('--port 22 --max 5', '--port 5 --max 22', true)).toBe('different');
  });
});
