import { afterAll, expect, test } from '@jest/globals';
import type { Failure } from '../../src/base/failure.js';
import type { Result } from '../../src/base/result.js';
import type { Targets } from '../../src/definition/workflow.js';
import { nixMissing } from '../../src/nix/nix-program.js';
import { runProcess } from '../../src/process/spawn.js';
import { builtInSkills } from '../../src/skills/registry.js';
import type { SkillReport } from '../../src/skills/skill.js';
import { copyExample, removeCopies } from './example-copy.js';
import { performTask } from './perform-task.js';

afterAll(removeCopies);

async function runSkill(name: string, root: string, targets: Targets): Promise<Result<SkillReport, Failure>> {
  const skill = builtInSkills.get(name);
  if (skill === undefined) throw new Error(`no skill ${name}`);
  return skill.run({
    root,
    targets,
    options: {},
    input: null,
    runProcess,
    env: { PATH: process.env['PATH'] ?? '', HOME: root },
    nix: () => Promise.resolve({ ok: false, error: nixMissing() }),
    onOutput: () => undefined,
  });
}

test('module-validate finds no error in the example as shipped', async () => {
  const { root } = copyExample();
  expect(await runSkill('module-validate', root, 'all')).toMatchObject({ ok: true });
});

test('module-validate finds no error in the example when its duplicates and large modules are gone', async () => {
  const copy = copyExample();
  for (const task of ['refactor-vscode-vscodium', 'refactor-firefox-brave', 'split-large-modules', 'optimize-imports'])
    await performTask(copy, task);
  expect(await runSkill('module-validate', copy.root, 'all')).toMatchObject({ ok: true });
});
