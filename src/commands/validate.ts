import { statSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { sortDiagnostics, type Diagnostic } from '../base/diagnostic.js';
import type { Problem } from '../base/problem.js';
import { ok, type Result } from '../base/result.js';
import { countDiagnostics, renderDiagnostics } from '../report/render-diagnostics.js';
import { changesSince } from './changes-since.js';
import { clean } from './console.js';
import { findRoot } from './find-root.js';
import { howToBegin } from './how-to-begin.js';
import { loadPlanFrom } from './load-workflows.js';
import { loadWorkflowFile, WORKFLOW_FOLDER, WorkflowFolder, type LoadedWorkflow } from './workflow-folder.js';
import { EXIT, type CommandWorld, type TerminalWorld } from './world.js';

export interface ValidateRequest {
  /** Paths as typed, relative to the current folder; all workflows of the repository when empty. */
  readonly files: readonly string[];
  /** Also compare versions with those at this commit. */
  readonly since: string | null;
}

/** The definitions that were looked at, and everything that is wrong with them. */
export interface CheckedDefinitions {
  /** The folder that the paths of the files are relative to. */
  readonly root: string;
  readonly files: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/** `validate`: every problem of the definitions at once; exit code 2 when there is an error. */
export async function validateCommand(request: ValidateRequest, world: TerminalWorld): Promise<number> {
  const checked = await checkDefinitions(request, world);
  return checked.ok ? tell(checked.value, world) : world.console.fail(checked.error, checked.error.exitCode);
}

/** Checks the definitions, each on its own and all together. The problem is one of the request. */
export async function checkDefinitions(
  { files, since }: ValidateRequest,
  world: CommandWorld,
): Promise<Result<CheckedDefinitions, Problem>> {
  const root = findRoot(world);
  if (!root.ok && (files.length === 0 || since !== null)) return root;
  const top = root.ok ? root.value : world.cwd;
  const folder = new WorkflowFolder(top);
  const checked =
    files.length === 0
      ? folder.names.flatMap((name) => folder.load(name) ?? [])
      : files.map((file) => loadGiven(file, top, world));
  const diagnostics = checked.flatMap((loaded) => checkOne(loaded, top, folder));
  if (since !== null) {
    const compared = await changesSince({ root: top, ref: since, loaded: checked }, world);
    if (!compared.ok) return compared;
    diagnostics.push(...compared.value);
  }
  return ok({ root: top, files: checked.map(({ file }) => file), diagnostics: sortDiagnostics(diagnostics) });
}

function tell({ root, files, diagnostics }: CheckedDefinitions, world: TerminalWorld): number {
  const { console } = world;
  if (files.length === 0) {
    console.json({ files, diagnostics });
    console.print(howToBegin(root, world.ownCommand));
    return EXIT.completed;
  }
  const what = `${files.length} workflow${files.length === 1 ? '' : 's'}`;
  if (diagnostics.some(({ severity }) => severity === 'error')) {
    const message = `${what} checked, not all are valid`;
    return console.fail({ code: 'invalid-definition', message, diagnostics }, EXIT.invalid);
  }
  console.json({ files, diagnostics });
  if (diagnostics.length > 0) console.print(`${renderDiagnostics(diagnostics, { paint: console.paint, clean })}\n`);
  const count = countDiagnostics(diagnostics);
  console.print(`${what} checked: ${console.paint('success', 'valid')}${count === '' ? '' : `, ${count}`}`);
  return EXIT.completed;
}

/** A workflow of the folder is also planned, so that what it nests and names is looked at. */
function checkOne(loaded: LoadedWorkflow, root: string, folder: WorkflowFolder): readonly Diagnostic[] {
  const { workflow, file, diagnostics } = loaded;
  if (workflow === null || folder.load(workflow.name)?.file !== file) return diagnostics;
  const planned = loadPlanFrom(root, folder, workflow.name);
  return planned.ok ? planned.value.warnings : planned.error;
}

function loadGiven(file: string, root: string, { cwd }: CommandWorld): LoadedWorkflow {
  const path = relative(root, resolve(cwd, file));
  const loaded = path.startsWith('..')
    ? loadWorkflowFile('/', relative('/', resolve(cwd, file)))
    : loadWorkflowFile(root, path);
  const missing = loaded.diagnostics[0];
  const isName = !/[./]/.test(file) && statSync(resolve(cwd, file), { throwIfNoEntry: false }) === undefined;
  if (!isName || missing === undefined) return loaded;
  const help = `validate takes files: ${WORKFLOW_FOLDER}/${file}.yaml?`;
  return { ...loaded, diagnostics: [{ ...missing, help }] };
}
