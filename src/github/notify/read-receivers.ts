import type { Problem } from '../../base/problem.js';
import { err, ok, type Result } from '../../base/result.js';
import { parseReceivers } from '../../notify/parse-receivers.js';
import type { Receiver } from '../../notify/receiver.js';
import { resolveReceivers } from '../../notify/resolve-receivers.js';
import type { ActionWorld } from '../action-world.js';

/**
 * Who is told, from the input `notify`: text of the workflow file and of secrets, never of a definition. What is wrong is told
 * by line and column alone, since the lines may hold secrets.
 */
export function readReceivers(text: string | null, env: ActionWorld['env']): Result<readonly Receiver[], Problem> {
  if (text === null) return ok([]);
  const { receivers, diagnostics } = parseReceivers(text, 'notify', { whole: true });
  const resolved = resolveReceivers(receivers, env);
  const wrong = [...diagnostics, ...(resolved.ok ? [] : resolved.error)].filter(({ severity }) => severity === 'error');
  if (wrong.length === 0 && resolved.ok) return ok(resolved.value);
  const lines = wrong.map(
    ({ location: { line = 1, column = 1 }, message, help = '' }) => `line ${line}:${column}: ${message} (${help})`,
  );
  return err({
    code: 'invalid-input',
    message: 'input notify: this is no list of who is told',
    help: lines.join('\n'),
    exitCode: 2,
  });
}
