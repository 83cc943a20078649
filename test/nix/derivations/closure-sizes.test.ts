import { beforeAll, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { closureSizes, shownSizes } from '../../../src/nix/derivations/closure-sizes.js';
import type { NixProgram } from '../../../src/nix/nix-program.js';
import type { ProcessRequest } from '../../../src/process/process.js';
import { runProcess } from '../../../src/process/spawn.js';
import { nixEnvironment, realNix } from '../../support/nix-environment.js';

const env = nixEnvironment();
let nix: NixProgram;
beforeAll(async () => {
  nix = await realNix(env);
});

/** The output of a derivation that writes so many bytes, and names the other output. */
function built(name: string, bytes: number, other = ''): string {
  const script = `echo ${other} > $out; printf %${bytes}s >> $out`;
  const text = `derivation { name = "${name}"; system = builtins.currentSystem; builder = "/bin/sh"; args = [ "-c" ''${script}'' ]; input = ${other === '' ? '""' : `builtins.storePath "${other}"`}; }`;
  const args = [...nix.options, 'build', '--no-link', '--impure', '--json', '--expr', text];
  const [one] = JSON.parse(execFileSync(nix.path, args, { env, stdio: ['ignore', 'pipe', 'ignore'] }).toString()) as {
    outputs: { out: string };
  }[];
  return one?.outputs.out ?? '';
}

test('closureSizes asks Nix once for what is in the store, and counts what an output needs', async () => {
  const small = built('sizes-small', 1000);
  const large = built('sizes-large', 2000, small);
  const calls: ProcessRequest[] = [];
  const access = { nix, env, runProcess: (request: ProcessRequest) => (calls.push(request), runProcess(request)) };
  const gone = small.replace(/[0-9a-z]{32}-/, `${'0'.repeat(32)}-`);
  const sizes = await closureSizes(access, [small, large, gone, '--help', '/etc/passwd']);
  expect([...sizes.keys()]).toEqual([small, large]);
  expect(sizes.get(small)).toBeGreaterThan(1000);
  expect(sizes.get(large)).toBeGreaterThan(2000 + (sizes.get(small) ?? 0));
  expect(calls).toHaveLength(1);
});

test('closureSizes asks nobody when nothing is in the store', async () => {
  const run = (): never => {
    throw new Error('asked');
  };
  const gone = `/nix/store/${'0'.repeat(32)}-h`;
  expect(await closureSizes({ nix, env, runProcess: run }, [gone])).toEqual(new Map());
});

test.each([
  [
    'a list, as to Nix 2.18',
    [
      { path: '/nix/store/a', closureSize: 5 },
      { path: '/nix/store/b', valid: false },
    ],
  ],
  ['an object, as since Nix 2.19', { '/nix/store/a': { closureSize: 5 }, '/nix/store/b': null }],
  ['names below the store', { a: { closureSize: 5 } }],
  ['what is no size', { a: { closureSize: 5 }, b: { closureSize: '5' }, c: { closureSize: -1 }, d: 7 }],
])('shownSizes reads %s', (_, shown) => {
  expect(shownSizes(JSON.stringify(shown))).toEqual(new Map([['a', 5]]));
});

test.each(['', 'null', '7', '{"a":', '[null]'])('shownSizes gives nothing for %j', (json) => {
  expect(shownSizes(json)).toEqual(new Map());
});
