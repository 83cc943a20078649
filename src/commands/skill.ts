import { lstatSync } from 'node:fs';
import { join, relative } from 'node:path';
import { closestName } from '../base/closest-name.js';
import type { Diagnostic } from '../base/diagnostic.js';
import type { Failure } from '../base/failure.js';
import type { Result } from '../base/result.js';
import type { Targets } from '../definition/workflow.js';
import { checkoutOf, openRepository } from '../git/repository.js';
import { annotationCommand } from '../github/runner/annotation-command.js';
import { chooseAnnotations, maxAnnotations } from '../github/runner/annotations.js';
import { findNix } from '../nix/nix-program.js';
import { childEnvironment, findProgram } from '../process/environment.js';
import { safeTerminalText } from '../process/terminal-text.js';
import { describeFailure } from '../report/describe-failure.js';
import { countDiagnostics, renderDiagnostics } from '../report/render-diagnostics.js';
import { textTable } from '../report/text-table.js';
import { builtInSkills } from '../skills/registry.js';
import type { Skill, SkillContext, SkillReport } from '../skills/skill.js';
import { clean } from './console.js';
import { findRoot } from './find-root.js';
import { findGit } from './run-tools.js';
import { EXIT, type CommandWorld } from './world.js';

export interface SkillRequest {
  /** null to list them. */
  readonly name: string | null;
  /** Options by their place, as the skill names them. */
  readonly positional: readonly string[];
  /** `all`, `all-categories`, or paths separated by commas. */
  readonly targets: string | null;
  /** `key=value`, the value JSON or else text. */
  readonly options: readonly string[];
  readonly input: string | null;
  /** Only say what would change, and fail when something would. */
  readonly check: boolean;
}

/** After this long a person is told that something is going on, ms. */
const QUIET_MS = 1000;

/** `skill NAME`: runs a built-in skill in the checkout itself, without a run around it. Exit code 1 when it finds errors. */
export async function skillCommand(request: SkillRequest, world: CommandWorld): Promise<number> {
  const { console } = world;
  if (request.name === null) return listSkills(world);
  const skill = builtInSkills.get(request.name);
  if (skill === undefined) {
    const names = [...builtInSkills.keys()];
    const near = closestName(request.name, names);
    const help = `${near === null ? '' : `Did you mean '${near}'? `}There are: ${names.join(', ')}`;
    return console.fail({ code: 'unknown-skill', message: `There is no skill '${request.name}'`, help }, EXIT.invalid);
  }
  const options = parseOptions(request.options);
  if (typeof options === 'string') {
    const help = 'Expected --option key=value; the value is JSON (true, 3, ["a"]) or else text.';
    return console.fail(
      { code: 'invalid-option', message: `'${options}' is not an option of a skill`, help },
      EXIT.invalid,
    );
  }
  const placed = placedOptions(skill, request);
  if (typeof placed === 'string') {
    return console.fail({ code: 'invalid-usage', message: placed, help: usageOf(skill) }, EXIT.invalid);
  }
  const root = findRoot(world);
  if (!root.ok) return console.fail(root.error, root.error.exitCode);
  const waiting = setTimeout(() => console.note(`${skill.name} is at work …`), QUIET_MS);
  const result = await skill.run(contextOf(request, { root: root.value, options: { ...options, ...placed } }, world));
  clearTimeout(waiting);
  if (result.ok) await letGitKnow(root.value, result.value.changed, world);
  annotate(diagnosticsOf(result), root.value, world);
  return result.ok ? tell(result.value, world) : tellFailure(skill, result.error, world);
}

/** The options that were given by their place, and `check`; or what is wrong with them. */
function placedOptions(
  { name, positional: names }: Skill,
  { positional, check }: SkillRequest,
): Record<string, unknown> | string {
  if (positional.length > names.length) {
    const extra = JSON.stringify(positional[names.length]);
    return `skill ${name} takes ${names.length === 0 ? 'no arguments' : names.join(' and ').toUpperCase()}: ${extra} is too much`;
  }
  const given = positional.map((value, index) => [names[index] ?? '', value] as const);
  return Object.fromEntries<unknown>(check ? [...given, ['check', true]] : given);
}

function usageOf({ name, positional }: Skill): string {
  const usage = [`workflow-runner skill ${name}`, ...positional.map((option) => option.toUpperCase())].join(' ');
  return `Expected: ${usage}. Options: --option key=value; what it works on: --targets`;
}

function contextOf(
  { targets, input }: SkillRequest,
  { root, options }: { readonly root: string; readonly options: Record<string, unknown> },
  { env: source, runProcess, signal, console }: CommandWorld,
): SkillContext {
  const env = childEnvironment(source);
  const path = findProgram('nix', env['PATH'] ?? '');
  return {
    root,
    targets: parseTargets(targets),
    options,
    input,
    runProcess,
    env,
    nix: () => findNix({ runProcess, env, path }),
    signal,
    onOutput: (text) => console.detail(safeTerminalText(text).trimEnd()),
  };
}

/** Flakes see only what git knows: new files are made known to it, without a word about what is in them. Best effort. */
async function letGitKnow(root: string, changed: readonly string[], world: CommandWorld): Promise<void> {
  const files = changed.filter((path) => lstatSync(join(root, path), { throwIfNoEntry: false })?.isFile() === true);
  const git = findGit(world);
  if (files.length === 0 || !git.ok) return;
  const repository = await openRepository(root, git.value);
  if (!repository.ok) return;
  const added = await git.value.run({
    args: ['add', '--intent-to-add', '--pathspec-from-file=-', '--pathspec-file-nul'],
    input: files.map((path) => `:(literal)${path}`).join('\0'),
    place: checkoutOf(repository.value),
    cwd: root,
  });
  if (!added.ok)
    world.console.note('note: git could not be told of the new files: `git add` them, or flakes do not see them');
}

/** In a job of GitHub Actions the findings are shown at their lines. */
function annotate(diagnostics: readonly Diagnostic[], root: string, { console, env }: CommandWorld): void {
  if (env['GITHUB_ACTIONS'] !== 'true') return;
  const folder = relative(env['GITHUB_WORKSPACE'] ?? root, root);
  const room = { error: maxAnnotations, warning: maxAnnotations };
  for (const { severity, ...one } of chooseAnnotations(diagnostics, { room, folder }))
    console.note(annotationCommand(severity, one).trimEnd());
}

function diagnosticsOf(result: Result<SkillReport, Failure>): readonly Diagnostic[] {
  if (result.ok) return result.value.diagnostics;
  return result.error.reason === 'skill-failed' ? result.error.diagnostics : [];
}

function tell(report: SkillReport, { console }: CommandWorld): number {
  console.json(report);
  if (report.diagnostics.length > 0) {
    console.print(`${renderDiagnostics(report.diagnostics, { paint: console.paint, clean })}\n`);
  }
  for (const file of report.changed) console.print(`changed ${clean(file)}`);
  const count = countDiagnostics(report.diagnostics);
  const isSaid = count === '' || report.summary.includes(count);
  console.print(`${report.skill}: ${clean(report.summary)}${isSaid ? '' : ` (${count})`}`);
  return EXIT.completed;
}

function tellFailure({ name }: Skill, failure: Failure, { console }: CommandWorld): number {
  if (failure.reason === 'skill-failed') {
    const isCall = failure.diagnostics.some(({ code }) => code === 'skill-call');
    const message = isCall ? `skill ${name} was not called right` : `skill ${name} found errors`;
    const { diagnostics } = failure;
    return console.fail(
      { code: isCall ? 'invalid-usage' : failure.reason, message, diagnostics },
      isCall ? EXIT.invalid : EXIT.failed,
    );
  }
  const { title, details, help } = describeFailure(failure);
  return console.fail({ code: failure.reason, message: title, help: [...details, help].join('\n') }, EXIT.failed);
}

function listSkills({ console, ownCommand }: CommandWorld): number {
  const skills = [...builtInSkills.values()].map(({ name, summary }) => ({ name, summary }));
  console.json({ skills });
  console.print(textTable(skills.map(({ name, summary }) => [name, summary])).join('\n'));
  console.print(`\nRun one on this checkout: ${ownCommand} skill NAME [--targets all]`);
  return EXIT.completed;
}

function parseTargets(text: string | null): Targets {
  if (text === null || text === 'all') return 'all';
  if (text === 'all-categories') return text;
  // a comma inside of braces belongs to a glob
  return text.split(/,(?![^{]*\})/).map((path) => path.trim());
}

/** The options by name, or the text that is none. */
function parseOptions(texts: readonly string[]): Record<string, unknown> | string {
  const options = new Map<string, unknown>();
  for (const text of texts) {
    const at = text.indexOf('=');
    if (at <= 0) return text;
    options.set(text.slice(0, at), parseValue(text.slice(at + 1)));
  }
  return Object.fromEntries(options);
}

function parseValue(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
