import { beforeAll, describe, expect, test } from '@jest/globals';
import { cpSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { RunEvent } from '../../src/engine/event.js';
import { exampleRoot } from '../examples/example-copy.js';
import { nixEnvironment } from '../support/nix-environment.js';
import { replaceIn } from '../support/nix-tree-on-disk.js';
import { RunnerRepository } from '../support/runner-repository.js';
import type { CliResult } from '../support/runner-cli.js';

/* A step breaks the flake of the example: it is found by real checks of it, and the rest lands without it. */

const SSH = 'modules/security/ssh.nix';
const GOOD = 'MaxAuthTries = 3;';
const BAD = 'MaxAuthTries = tries;';

/** Five steps; the third uses a variable that there is not, in a module that the host atlas imports. */
const COMMANDS = {
  boot: "sed -i '1i # Boot loader and kernel.' modules/system/boot.nix",
  locale: "sed -i '1i # Language and time zone.' modules/system/locale.nix",
  harden: `sed -i 's/${GOOD}/${BAD}/' ${SSH}`,
  notes: 'echo restructured > NOTES.md',
  backup: "sed -i '1i # What is saved, and where.' modules/services/backup.nix",
};

/** A guard against hangs: each run checks a real flake a few times. */
const LONG_MS = 180_000;

/** One for all: what is known of a tree stays known. */
const env = nixEnvironment();

interface Shape {
  readonly type?: 'sequential' | 'parallel';
  readonly commands?: Readonly<Record<string, string>>;
  /** Makes the commit that the run starts from. */
  readonly edit?: (root: string) => void;
}

function repositoryWith({ type = 'sequential', commands = COMMANDS, edit }: Shape): RunnerRepository {
  const steps = Object.entries(commands).map(([id, run]) => `  - { id: ${id}, run: ${JSON.stringify(run)} }\n`);
  const repository = RunnerRepository.make({ w: `workflow: w\ntype: ${type}\nsteps:\n${steps.join('')}` });
  for (const name of readdirSync(exampleRoot))
    if (name !== '.claude') cpSync(join(exampleRoot, name), join(repository.root, name), { recursive: true });
  edit?.(repository.root);
  repository.git('add', '--all');
  repository.git('commit', '--quiet', '--message=example');
  return repository;
}

const run = (repository: RunnerRepository, ...more: string[]): Promise<CliResult> =>
  repository.runWith(env, 'w', ...more);

type EventOf<T extends RunEvent['type']> = Extract<RunEvent, { type: T }>;

function ofType<T extends RunEvent['type']>(repository: RunnerRepository, type: T): EventOf<T>[] {
  return repository.events('w').filter((event): event is EventOf<T> => event.type === type);
}

const blamed = (repository: RunnerRepository): unknown => ofType(repository, 'result-blamed').at(-1)?.blame;

describe('a step that breaks nix flake check', () => {
  let repository: RunnerRepository;
  let before: Record<string, string>;
  let red: CliResult;
  beforeAll(async () => {
    repository = repositoryWith({});
    before = repository.snapshot();
    red = await run(repository);
  }, LONG_MS);

  test('is named, with the error at its file, line and column', () => {
    expect(red.stdout).toContain('step 3 (harden) broke it');
    expect(blamed(repository)).toMatchObject({
      kind: 'step',
      step: 'harden',
      passesAlone: false,
      failure: {
        diagnostics: [
          {
            message: expect.stringContaining("undefined variable 'tries'") as unknown,
            location: { file: SSH, line: 40, column: 24 },
          },
        ],
      },
    });
  });

  test('is shown with its diff', () => {
    expect(red.stdout).toMatch(/-\s+MaxAuthTries = 3;\n\s*\+\s+MaxAuthTries = tries;/);
  });

  test('lets nothing land', () => {
    expect([red.code, repository.snapshot()]).toEqual([1, before]);
  });

  test('is found by at most ceil(log2 5) + 2 checks besides that of the result (B1)', () => {
    expect(ofType(repository, 'blame-searched').length).toBeLessThanOrEqual(5);
  });

  test(
    'is left out by --partial on a resume: what lands is the tree of a run without it',
    async () => {
      expect((await run(repository, '--resume', '--partial')).code).toBe(1);
      const without = repositoryWith({});
      expect((await run(without, '--skip-step', 'harden')).code).toBe(0);
      expect(repository.git('rev-parse', 'HEAD^{tree}')).toBe(without.git('rev-parse', 'HEAD^{tree}'));
      expect(repository.git('diff', '--name-only', 'HEAD~4').split('\n')).toEqual([
        'NOTES.md',
        'modules/services/backup.nix',
        'modules/system/boot.nix',
        'modules/system/locale.nix',
      ]);
    },
    LONG_MS,
  );
});

test(
  'a parallel step that breaks nix flake check is left out by --partial, the others land',
  async () => {
    const repository = repositoryWith({ type: 'parallel' });
    const { code, stdout } = await run(repository, '--partial');
    expect([code, repository.git('diff', '--name-only', 'HEAD~4').split('\n').length]).toEqual([1, 4]);
    expect(stdout).toContain('step 3 (harden): it breaks the result');
    expect(blamed(repository)).toMatchObject({ kind: 'step', step: 'harden' });
  },
  LONG_MS,
);

test(
  'no step is blamed for a flake that was broken before, after one check of the start',
  async () => {
    const { boot, notes } = COMMANDS;
    const edit = (root: string): void => replaceIn(root, SSH, [GOOD, BAD]);
    const repository = repositoryWith({ commands: { boot, notes }, edit });
    const { code, stdout } = await run(repository);
    expect([code, blamed(repository)]).toEqual([1, expect.objectContaining({ kind: 'base' })]);
    expect(stdout).toContain('no step broke it');
    expect(ofType(repository, 'blame-searched')).toHaveLength(1);
  },
  LONG_MS,
);
