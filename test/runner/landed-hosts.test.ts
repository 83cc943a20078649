import { afterAll, expect, test } from '@jest/globals';
import { writeFileSync } from 'node:fs';
import type { HostsCompared } from '../../src/engine/event.js';
import { removeFolders } from '../support/git-repository.js';
import { nixEnvironment } from '../support/nix-environment.js';
import { RunnerRepository } from '../support/runner-repository.js';

/* What the hosts of a result are compared with: real git, real Nix, a flake of one host. */

afterAll(removeFolders);

const FLAKE = `{ outputs = { self }: {
  nixosConfigurations.h.config.system.build.toplevel = derivation {
    name = "h"; system = "x86_64-linux"; builder = "/bin/sh"; args = [ (builtins.readFile ./setting) ]; };
}; }`;

const env = nixEnvironment();

function repositoryWith(steps: readonly string[], rest = ''): RunnerRepository {
  const files = { 'flake.nix': FLAKE, setting: 'one\n' };
  const repository = RunnerRepository.make({ w: 'placeholder: 1\n' }, files);
  define(repository, steps, rest);
  repository.git('commit', '--quiet', '--all', '--message=workflow');
  return repository;
}

function define(repository: RunnerRepository, steps: readonly string[], rest: string): void {
  const lines = steps.map((run, index) => `  - { id: s${index + 1}, run: ${JSON.stringify(run)}, expect: any }\n`);
  const text = `workflow: w\ntype: sequential\nsteps:\n${lines.join('')}${rest}`;
  writeFileSync(repository.path('.claude/workflows/w.yaml'), text);
}

/** Each comparison of what was to land: the commit it lands on, and what came of the host. */
function compared(repository: RunnerRepository): unknown[] {
  return repository
    .events('w')
    .filter((event): event is HostsCompared => event.type === 'hosts-compared')
    .map(({ before, hosts }) => [before, hosts[0]?.level]);
}

test('a run that goes on after a part of it landed compares its hosts with what landed', async () => {
  const rest = 'validation: ["test ! -f bad"]\n';
  const repository = repositoryWith(['echo two > setting', 'touch bad'], rest);
  const start = repository.git('rev-parse', 'HEAD');
  expect((await repository.runWith(env, 'w', '--partial')).code).toBe(1);
  const part = repository.git('rev-parse', 'HEAD');
  define(repository, ['echo two > setting', 'touch good'], rest);
  const { code, stdout } = await repository.runWith(env, 'w', '--resume', '--accept-changes', '--allow-dirty');
  expect([code, compared(repository)]).toEqual([
    0,
    [
      [start, 'different'],
      [part, 'identical'],
    ],
  ]);
  expect(stdout).toContain(`hosts, compared with commit ${part.slice(0, 7)}:`);
});

test('a result that is merged with a base that moved compares its hosts with that base', async () => {
  const repository = repositoryWith(['placeholder']);
  const git = `git -C ${repository.root} -c user.name=u -c user.email=u@example.org`;
  const { root } = repository;
  const commit = `test -f ${root}/mine || { echo two > ${root}/setting; touch ${root}/mine; ${git} add mine; ${git} commit -qam mine; }`;
  define(repository, [`touch other; ${commit}`], '');
  repository.git('commit', '--quiet', '--all', '--message=moving');
  expect((await repository.runWith(env, 'w')).code).toBe(0);
  expect(compared(repository).at(-1)).toEqual([repository.git('rev-parse', 'HEAD^1'), 'identical']);
});
