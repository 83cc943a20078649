import { spawn } from 'node:child_process';
import { resolve } from 'node:path';

export interface WorkflowFile {
  /** Only its last part matters: `action.yml` is linted as an action, all else as a workflow. */
  readonly path: string;
  readonly text: string;
}

export interface LintFinding {
  readonly path: string;
  readonly tool: 'language service' | 'actionlint';
  readonly line: number;
  readonly message: string;
}

/** What the official language service and actionlint find in GitHub workflows and action.yml, in one process for all of them. */
export async function lintWorkflows(files: readonly WorkflowFile[]): Promise<LintFinding[]> {
  const child = spawn(process.execPath, [resolve('test/support/lint-workflow-child.mjs')], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { PATH: process.env['PATH'] },
  });
  const written = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (written.stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (written.stderr += text));
  child.stdin.end(JSON.stringify(files));
  const code = await new Promise((ended) => child.on('close', ended));
  if (code !== 0) throw new Error(`the linters ended with ${String(code)}:\n${written.stderr}`);
  return JSON.parse(written.stdout) as LintFinding[];
}
