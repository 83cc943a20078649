import { sortDiagnostics, type Diagnostic } from '../base/diagnostic.js';
import type { Problem } from '../base/problem.js';
import { err, ok, type Result } from '../base/result.js';
import { DEFAULT_OPTIONS, type CompileOptions } from '../compile/compile-options.js';
import { compileWorkflow } from '../compile/compile-workflow.js';
import { readGeneratedHeader } from '../compile/generated-header.js';
import { clean } from './console.js';
import { compiledFile, CompiledFolder } from './compiled-folder.js';
import { firstDifference } from './first-difference.js';
import { findRoot } from './find-root.js';
import { howToBegin } from './how-to-begin.js';
import { loadPlanFrom, unknownWorkflow } from './load-workflows.js';
import { WorkflowFolder } from './workflow-folder.js';
import { EXIT, type CommandWorld, type TerminalWorld } from './world.js';

export interface CompileRequest {
  /** Names of workflows; all of the repository when empty. */
  readonly names: readonly string[];
  /** Write nothing; say which files are not current. */
  readonly check: boolean;
  /** What was asked for on the command line; what is left out stays as the file that is there says. */
  readonly options: Partial<CompileOptions>;
}

/** What is to be done about one compiled file. */
interface CompiledWorkflow {
  readonly workflow: string;
  readonly file: string;
  readonly state: 'current' | 'missing' | 'stale' | 'orphaned';
  /** Line and texts of the first difference of a stale file. */
  readonly difference: string | null;
  readonly text: string;
}

/** `compile`: writes a GitHub workflow for each workflow, or with `check` says which are not current (exit code 1). */
export function compileCommand({ names, check, options }: CompileRequest, world: TerminalWorld): Promise<number> {
  const { console } = world;
  const root = findRoot(world);
  if (!root.ok) return Promise.resolve(console.fail(root.error, root.error.exitCode));
  const workflows = new WorkflowFolder(root.value);
  if (workflows.names.length === 0 && names.length === 0) {
    console.json({ files: [] });
    console.print(howToBegin(root.value, world.ownCommand));
    return Promise.resolve(EXIT.completed);
  }
  const at = { root: root.value, workflows, folder: new CompiledFolder(root.value) };
  const compiled: CompiledWorkflow[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const name of names.length === 0 ? workflows.names : new Set(names)) {
    const one = compileOne(name, options, at);
    if (one.ok) compiled.push(one.value);
    else if (Array.isArray(one.error)) diagnostics.push(...one.error);
    else return Promise.resolve(console.fail(one.error, one.error.exitCode));
  }
  if (diagnostics.length > 0) {
    const message = 'Not all workflows are valid; nothing was written';
    return Promise.resolve(
      console.fail({ code: 'invalid-definition', message, diagnostics: sortDiagnostics(diagnostics) }, EXIT.invalid),
    );
  }
  if (names.length === 0) compiled.push(...orphans(at));
  if (!check) return Promise.resolve(write(compiled, at.folder, world));
  // A workflow need not be compiled at all: one that never was is missing only when it was named.
  const there = compiled.filter(({ state }) => names.length > 0 || state !== 'missing');
  return Promise.resolve(tellCheck(there, world));
}

interface Place {
  readonly root: string;
  readonly workflows: WorkflowFolder;
  readonly folder: CompiledFolder;
}

function compileOne(
  name: string,
  asked: Partial<CompileOptions>,
  { root, workflows, folder }: Place,
): Result<CompiledWorkflow, Problem | Diagnostic[]> {
  const planned = loadPlanFrom(root, workflows, name);
  if (!planned.ok) return planned;
  const workflow = workflows.load(name)?.workflow ?? null;
  if (workflow === null) return err([unknownWorkflow(name, workflows.names)]);
  const file = compiledFile(name);
  const before = folder.read(file);
  if (!before.ok) return before;
  const kept = before.value === null ? ok(DEFAULT_OPTIONS) : readGeneratedHeader(before.value, name);
  if (!kept.ok) return err(notOurs(file, name));
  const text = compileWorkflow(workflow, planned.value.plan, { ...kept.value, ...asked });
  if (!text.ok) return text;
  const difference = before.value === null ? null : firstDifference(before.value, text.value);
  const state = before.value === null ? 'missing' : difference === null ? 'current' : 'stale';
  return ok({ workflow: name, file, state, difference, text: text.value });
}

/** Files that `compile` made for workflows that are no more. They still run on their schedule, so they are not passed over. */
function orphans({ workflows, folder }: Place): CompiledWorkflow[] {
  return folder.names().flatMap((workflow) => {
    const file = compiledFile(workflow);
    const text = folder.read(file);
    if (workflows.names.includes(workflow) || !text.ok || text.value === null) return [];
    if (!readGeneratedHeader(text.value, workflow).ok) return [];
    return [{ workflow, file, state: 'orphaned' as const, difference: null, text: text.value }];
  });
}

function tellCheck(compiled: readonly CompiledWorkflow[], { console, ownCommand }: CommandWorld): number {
  const wrong = compiled.filter(({ state }) => state !== 'current');
  if (wrong.length === 0) {
    console.json({ files: compiled.map(documentOf) });
    console.print(`${counted(compiled.length)} ${console.paint('success', 'current')}`);
    return EXIT.completed;
  }
  const message = `${counted(wrong.length)} not current: ${wrong.map(({ file, state }) => `${file} (${state})`).join(', ')}`;
  const stale = wrong.filter(({ state }) => state !== 'orphaned').map(({ workflow }) => workflow);
  const again = stale.length === 0 ? [] : [`Run: ${ownCommand} compile ${stale.join(' ')}`];
  const gone = wrong
    .filter(({ state }) => state === 'orphaned')
    .map(({ file }) => `Remove ${file}: its workflow is gone.`);
  const hints = wrong.flatMap(({ file, difference }) => (difference === null ? [] : [`${file} ${difference}`]));
  return console.fail({ code: 'not-current', message, help: [...again, ...gone, ...hints].join('\n') }, EXIT.failed);
}

function write(compiled: readonly CompiledWorkflow[], folder: CompiledFolder, { console }: CommandWorld): number {
  for (const { file, state, text } of compiled) {
    if (state === 'current' || state === 'orphaned') continue;
    const written = folder.write(file, text);
    if (!written.ok) return console.fail(written.error, written.error.exitCode);
  }
  const done = { current: 'unchanged', missing: 'written', stale: 'updated', orphaned: 'orphaned' } as const;
  console.json({ files: compiled.map((one) => ({ ...documentOf(one), state: done[one.state] })) });
  for (const { file, state } of compiled) {
    if (state === 'orphaned') console.note(`${clean(file)}: its workflow is gone; remove the file`);
    else console.print(`${clean(file)}: ${done[state]}`);
  }
  return EXIT.completed;
}

const documentOf = ({ workflow, file, state }: CompiledWorkflow): object => ({ workflow, file, state });

const counted = (count: number): string => `${count} compiled workflow${count === 1 ? '' : 's'}`;

const notOurs = (file: string, name: string): Problem => ({
  code: 'not-generated',
  message: `${file} was not made by workflow-runner compile, or its first line was changed; nothing was written`,
  help: `Move it away, then run: workflow-runner compile ${name}`,
  exitCode: 1,
});
