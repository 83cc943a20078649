import type { Diagnostic } from '../base/diagnostic.js';
import type { Problem } from '../base/problem.js';
import type { RunnerOutput } from './action-world.js';

/** Shows why a command of the action could not do its work: annotations, job summary. Gives the exit code back. */
export async function tellProblem(
  problem: Problem & { readonly diagnostics?: readonly Diagnostic[] },
  output: RunnerOutput,
): Promise<number> {
  const { message, help, diagnostics = [] } = problem;
  output.annotate(diagnostics);
  const exitCode = annotateProblem(problem, output);
  const { codeBlock, markdownText } = await import('../report/markdown-text.js');
  const { diagnosticList } = await import('../report/diagnostic-list.js');
  const list = diagnostics.length === 0 ? '' : `\n\n${diagnosticList(diagnostics)}`;
  const more = help === '' ? '' : `\n\n${codeBlock(help, 'text')}`;
  await output.summary(`**${markdownText(message)}**${list}${more}\n`);
  return exitCode;
}

/** The same for a problem that the job summary tells already. */
export function annotateProblem({ message, help, exitCode }: Problem, { error }: Pick<RunnerOutput, 'error'>): number {
  error(help === '' ? message : `${message}\n${help}`);
  return exitCode;
}
