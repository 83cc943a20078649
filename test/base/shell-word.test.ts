import { expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { shellWord } from '../../src/base/shell-word.js';

test.each(['plain', 'a b', "it's", '$(touch x)', '`x`', 'a\nb', '"', '*', '~', ''])(
  '%j is read back by a shell as it was',
  (text) => {
    expect(execFileSync('sh', ['-c', `printf %s ${shellWord(text)}`], { encoding: 'utf8' })).toBe(text);
  },
);

test.each(['main', 'a/b.nix', 'OWNER/NAME@v1', '--key=value'])('%s needs no quotes', (word) => {
  expect(shellWord(word)).toBe(word);
});
