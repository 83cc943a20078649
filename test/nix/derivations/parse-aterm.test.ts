import { expect, test } from '@jest/globals';
import { parseAterm } from '../../../src/nix/derivations/parse-aterm.js';

const HASH = '0123456789abcdfghijklmnpqrsvwxyz';
const text =
  `Derive([("out","/nix/store/${HASH}-x","","")],[("/nix/store/${HASH}-y.drv",["dev","out"])],["/nix/store/${HASH}-s"],` +
  String.raw`"x86_64-linux","/bin/sh",["-c","a\"b\\c\n"],[("__proto__","p"),("text","line\tend")])`;

test('parseAterm reads every field of a .drv file', () => {
  expect(parseAterm(text)).toEqual({
    outputs: new Map([['out', { path: `/nix/store/${HASH}-x`, hash: '' }]]),
    inputs: new Map([[`/nix/store/${HASH}-y.drv`, ['dev', 'out']]]),
    sources: [`/nix/store/${HASH}-s`],
    system: 'x86_64-linux',
    builder: '/bin/sh',
    args: ['-c', 'a"b\\c\n'],
    env: new Map([
      ['__proto__', 'p'],
      ['text', 'line\tend'],
    ]),
  });
});

test.each<[string, string]>([
  ['nothing', ''],
  ['another kind of file', '{"a":1}'],
  ['an end too early', text.slice(0, -1)],
  ['text after the end', `${text},`],
  ['a string without its end', 'Derive(["a'],
  ['an escape without its character', 'Derive(["a\\'],
  ['endless nesting', `Derive(${'['.repeat(100_000)}`],
  ['too few fields', 'Derive([],[])'],
  ['fields of the wrong kind', text.replace('"x86_64-linux"', '[]')],
])('parseAterm says null to %s', (_, wrong) => {
  expect(parseAterm(wrong)).toBeNull();
});
