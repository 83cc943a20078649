import { builtInSkills } from '../../src/skills/registry.js';
import type { Failure } from '../../src/base/failure.js';
import type { Result } from '../../src/base/result.js';
import type { SkillContext, SkillReport } from '../../src/skills/skill.js';
import { nixMissing, type NixProgram } from '../../src/nix/nix-program.js';
import { runProcess } from '../../src/process/spawn.js';
import { err, ok } from '../../src/base/result.js';
import { nixEnvironment } from './nix-environment.js';

/** Runs a built-in skill over all of a tree, without Nix unless one is given. */
export function runSkill(
  name: string,
  root: string,
  { nix, ...rest }: Partial<Omit<SkillContext, 'nix' | 'root'>> & { nix?: NixProgram } = {},
): Promise<Result<SkillReport, Failure>> {
  const skill = builtInSkills.get(name);
  if (skill === undefined) throw new Error(`no skill ${name}`);
  const defaults = {
    targets: 'all',
    options: {},
    input: null,
    env: nixEnvironment(),
    onOutput: () => undefined,
  } as const;
  return skill.run({
    ...defaults,
    ...rest,
    root,
    runProcess,
    nix: () => Promise.resolve(nix ? ok(nix) : err(nixMissing())),
  });
}

/** Every finding as `code file:line`, whether the skill failed or not; other failures by their reason. */
export function findings(result: Result<SkillReport, Failure>): string[] {
  if (!result.ok && result.error.reason !== 'skill-failed') return [result.error.reason];
  const diagnostics = result.ok
    ? result.value.diagnostics
    : 'diagnostics' in result.error
      ? result.error.diagnostics
      : [];
  return diagnostics.map(
    ({ code, location }) => `${code} ${location.file}${location.line === undefined ? '' : `:${location.line}`}`,
  );
}
