import { statSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { sortDiagnostics, type Diagnostic } from '../base/diagnostic.js';
import { countDiagnostics, renderDiagnostics } from '../report/render-diagnostics.js';
import { changesSince } from './changes-since.js';
import { clean } from './console.js';
import { findRoot } from './find-root.js';
import { howToBegin } from './how-to-begin.js';
import { loadPlanFrom } from './load-workflows.js';
import { loadWorkflowFile, WORKFLOW_FOLDER, WorkflowFolder, type LoadedWorkflow } from './workflow-folder.js';
import { EXIT, type CommandWorld } from './world.js';

export interface ValidateRequest {
  /** Paths as typed, relative to the current folder; all workflows of the repository when empty. */
  readonly files: readonly string[];
  /** Also compare versions with those at this commit. */
  readonly since: string | null;
}

/** `validate`: every problem of the definitions at once; exit code 2 when there is an error. */
export async function validateCommand({ files, since }: ValidateRequest, world: CommandWorld): Promise<number> {
  const { console } = world;
  const root = findRoot(world);
  if (!root.ok && (files.length === 0 || since !== null)) return console.fail(root.error, root.error.exitCode);
  const top = root.ok ? root.value : world.cwd;
  const folder = new WorkflowFolder(top);
  const checked =
    files.length === 0
      ? folder.names.flatMap((name) => folder.load(name) ?? [])
      : files.map((file) => loadGiven(file, top, world));
  if (checked.length === 0) {
    console.json({ files: [], diagnostics: [] });
    console.print(howToBegin(top));
    return EXIT.completed;
  }
  const diagnostics = checked.flatMap((loaded) => checkOne(loaded, top, folder));
  if (since !== null) {
    const compared = await changesSince({ root: top, ref: since, loaded: checked }, world);
    if (!compared.ok) return console.fail(compared.error, compared.error.exitCode);
    diagnostics.push(...compared.value);
  }
  return tell(checked, sortDiagnostics(diagnostics), world);
}

function tell(
  checked: readonly LoadedWorkflow[],
  diagnostics: readonly Diagnostic[],
  { console }: CommandWorld,
): number {
  const what = `${checked.length} workflow${checked.length === 1 ? '' : 's'}`;
  if (diagnostics.some(({ severity }) => severity === 'error')) {
    const message = `${what} checked, not all are valid`;
    return console.fail({ code: 'invalid-definition', message, diagnostics }, EXIT.invalid);
  }
  console.json({ files: checked.map(({ file }) => file), diagnostics });
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
