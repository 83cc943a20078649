import type { Diagnostic } from '../base/diagnostic.js';
import type { Problem } from '../base/problem.js';
import type { RunnerOutput } from './action-world.js';

/** Shows why a command of the action could not do its work: annotations, job summary. Gives the exit code back. */
export async function tellProblem(
  problem: Problem & { readonly diagnostics?: readonly Diagnostic[] },
  { summary, annotate, error }: RunnerOutput,
): Promise<number> {
  const { message, help, exitCode, diagnostics = [] } = problem;
  annotate(diagnostics);
  error(help === '' ? message : `${message}\n${help}`);
  const { codeBlock, markdownText } = await import('../report/markdown-text.js');
  const more = help === '' ? '' : `\n\n${codeBlock(help, 'text')}`;
  await summary(`**${markdownText(message)}**${more}\n`);
  return exitCode;
}
