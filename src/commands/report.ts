import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { err, ok, type Result } from '../base/result.js';
import { secretsOf } from '../process/environment.js';
import { createRedactor } from '../process/redact.js';
import { bytesText } from '../report/bytes-text.js';
import { comparedHosts } from '../report/compared-hosts.js';
import { buildReport } from '../report/html/build-report.js';
import { renderReportPage } from '../report/html/render-report.js';
import { renderJobSummary } from '../report/job-summary.js';
import { codeBlock } from '../report/markdown-text.js';
import { nextCommands } from '../report/run-summary.js';
import { textTable } from '../report/text-table.js';
import { timestamp } from '../report/timestamp.js';
import { redactDeep } from '../runner/redact-deep.js';
import { runFiles } from '../runner/run-files.js';
import type { CommandError } from './console.js';
import { findRoot } from './find-root.js';
import { unknownWorkflow } from './load-workflows.js';
import { logTails } from './log-tails.js';
import { notOurs, writePage } from './page-file.js';
import { recordedRun, type RecordedRun } from './recorded-run.js';
import { lockState, readRun } from './run-record.js';
import { findGit } from './run-tools.js';
import { stepDiffs } from './step-diffs.js';
import { WorkflowFolder } from './workflow-folder.js';
import { EXIT, type CommandWorld } from './world.js';

export interface ReportRequest {
  /** null: the workflow that ran last. */
  readonly workflow: string | null;
  /** Where the page goes, `-` for standard output; null for markdown on standard output. */
  readonly html: string | null;
}

/** `report`: the last run of a workflow as markdown, or as a page of its own with `--html`. Exit code 0 however the run ended. */
export async function reportCommand({ workflow, html }: ReportRequest, world: CommandWorld): Promise<number> {
  const { console } = world;
  const root = findRoot(world);
  if (!root.ok) return console.fail(root.error, root.error.exitCode);
  if (html === '-' && console.isJson) {
    const help = 'Name a file with --html, or leave --json out.';
    return console.fail(
      { code: 'invalid-usage', message: '--html - and --json do not go together', help },
      EXIT.invalid,
    );
  }
  const name = chosen(root.value, workflow, world);
  if (!name.ok) return console.fail(name.error, EXIT.invalid);
  const git = findGit(world);
  const run = await recordedRun({ root: root.value, workflow: name.value, git: git.ok ? git.value : null });
  if (!run.ok) return console.fail(run.error, EXIT.failed);
  if (run.value === null) return console.fail(neverRun(name.value, world), EXIT.invalid);
  return html === null ? tellMarkdown(run.value, world) : tellPage(run.value, { root: root.value, html }, world);
}

/** The workflow that is meant; without a name, the one whose run was written to last. */
function chosen(root: string, workflow: string | null, world: CommandWorld): Result<string, CommandError> {
  const { names } = new WorkflowFolder(root);
  if (workflow !== null) {
    const isThere = names.includes(workflow) || (isName(workflow) && existsSync(runFiles(root, workflow).journal));
    if (isThere) return ok(workflow);
    const { code, message, help = '' } = unknownWorkflow(workflow, names);
    return err({ code, message, help });
  }
  const ran = names.flatMap((name) => {
    const record = readRun(root, name, null);
    return record === null ? [] : [{ name, at: record.state.updated_at }];
  });
  const last = ran.sort((a, b) => (a.at < b.at ? 1 : -1))[0];
  return last === undefined ? err(neverRun(null, world)) : ok(last.name);
}

/** It becomes part of a path. */
const isName = (text: string): boolean => /^[A-Za-z0-9][A-Za-z0-9_-]*$/.test(text);

function neverRun(workflow: string | null, { ownCommand }: CommandWorld): CommandError {
  const message =
    workflow === null
      ? 'No workflow has run here yet: there is nothing to report'
      : `${workflow} has never run: there is nothing to report`;
  return {
    code: 'never-run',
    message,
    help: `Start ${workflow === null ? 'one' : 'it'}: ${ownCommand} ${workflow ?? 'NAME'}`,
  };
}

function tellMarkdown({ state, notes }: RecordedRun, world: CommandWorld): number {
  const { console, repo } = world;
  const commands = nextCommands(state, { repo }).map(([command, why]) => [command, `# ${why}`]);
  const { redact } = createRedactor(secretsOf(world.env));
  const summary = renderJobSummary(state, {
    commitsAt: null,
    validation: null,
    workflowRun: null,
    checkpoint: null,
    notes,
    hosts: state.hosts === null ? null : comparedHosts(state.hosts.compared),
    next: commands.length === 0 ? '' : codeBlock(textTable(commands).join('\n'), 'sh'),
  });
  const markdown = redact(summary);
  console.json({ workflow: state.plan.workflow, run_id: state.runId, status: state.status, markdown });
  console.print(markdown.trimEnd());
  return EXIT.completed;
}

async function tellPage(
  run: RecordedRun,
  { root, html }: { readonly root: string; readonly html: string },
  world: CommandWorld,
): Promise<number> {
  const { console } = world;
  const path = html === '-' ? null : resolve(world.cwd, html);
  const taken = path === null ? null : notOurs(path);
  if (taken !== null) return console.fail(taken, EXIT.invalid);
  const page = await makePage(run, root, world);
  if (path === null) {
    console.raw(page);
    return EXIT.completed;
  }
  const problem = writePage(path, page);
  if (problem !== null) return console.fail(problem, EXIT.failed);
  const bytes = Buffer.byteLength(page);
  const { state } = run;
  console.json({ workflow: state.plan.workflow, run_id: state.runId, status: state.status, html: path, bytes });
  console.print(`${html} (${bytesText(bytes)}): open it in a browser, ${pathToFileURL(path).href}`);
  return EXIT.completed;
}

async function makePage({ state, events, notes }: RecordedRun, root: string, world: CommandWorld): Promise<string> {
  const { workflow } = state.plan;
  const failed = new Set(
    [...state.steps.values()]
      .filter(({ status }) => status === 'failed' || status === 'conflict')
      .slice(0, 50)
      .map(({ step }) => step.id),
  );
  const { redact } = createRedactor(secretsOf(world.env));
  const logs = logTails(runFiles(root, workflow).logs, timestamp(state.startedAt), new Set([...failed, 'result']));
  const git = findGit(world);
  const changes = git.ok
    ? await stepDiffs(state, { root, git: git.value, redact })
    : { diffs: new Map(), problem: 'Changes are not shown: git is not on PATH.' };
  const isLive = readRun(root, workflow, lockState(root))?.status === 'running';
  const report = buildReport({
    state,
    events,
    logs,
    diffs: changes.diffs,
    isLive,
    notes: [...notes, ...(changes.problem === null ? [] : [changes.problem])],
    repo: world.repo,
  });
  // What is in the definition was never printed, so nothing has redacted it yet.
  return renderReportPage(redactDeep(report, redact), (text) => createHash('sha256').update(text).digest('base64'));
}
