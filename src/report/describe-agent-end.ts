import type { AgentTrouble, Failure } from '../base/failure.js';
import { costText } from './cost-text.js';
import { durationText } from './duration-text.js';
import type { FailureText } from './failure-text.js';

type Of<R extends Failure['reason']> = Extract<Failure, { reason: R }>;

const MAX_LINES = 15;

/** What each kind of trouble is called, and what to do about it. */
const TROUBLE: { readonly [T in AgentTrouble]: readonly [title: string, help: string] } = {
  transient: [
    'had trouble with its API that may pass',
    'Resume later; on_failure: {retry: …} lets the runner wait by itself.',
  ],
  auth: ['is not allowed to use its API', 'Check its key: workflow-runner doctor says which variable it reads.'],
  policy: ['was refused by its provider', "Change the task or the agent's file; trying again would not help."],
  input: ['could not be asked like this', 'Change what it names (model, tools, length of the prompt), then resume.'],
  turns: [
    'used up its turns',
    'Raise max_turns of the step, or make the task smaller; a resume goes on with what it has done.',
  ],
  denied: [
    'was denied tools, and ended as if all were well',
    "Allow them in tools: of the agent's file, or run it in the sandbox, where they need no permission.",
  ],
  'no-turns': ['ended without asking its model', 'The log has what it printed.'],
  crashed: [
    'crashed, or ended without a result',
    'The log has what it printed. A resume goes on with what it has done.',
  ],
};

/** The ends of an agent's CLI in words. */
export function describeAgentEnd(
  failure: Of<'agent-failed' | 'agent-stalled' | 'agent-out-of-budget' | 'sandbox-missing'>,
): FailureText {
  switch (failure.reason) {
    case 'agent-failed': {
      const [title, help] = TROUBLE[failure.trouble];
      return { title: `the agent (${failure.backend}) ${title}`, details: lines(failure.detail), help };
    }
    case 'agent-stalled':
      return {
        title: `the agent told nothing for ${durationText(failure.silentMs)} and was stopped`,
        details: [],
        help: 'Resume to go on in its conversation. Raise stall_minutes of the step if its tools need longer.',
      };
    case 'agent-out-of-budget':
      return {
        title: `the agent has spent the ${costText(failure.limitUsd)} that were left for it`,
        details: [],
        help: 'Its work and its conversation are kept. Resume with a higher --budget-usd.',
      };
    case 'sandbox-missing':
      return {
        title: `the agent must run in a sandbox, and there is none: ${failure.why}`,
        details: [],
        help: failure.help,
      };
  }
}

const lines = (text: string): string[] =>
  text
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== '')
    .slice(0, MAX_LINES);
