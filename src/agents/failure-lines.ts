import { expectText } from '../base/derivations.js';
import type { Failure } from '../base/failure.js';

/** How much of the output of a check an agent is shown: its end, where the error mostly is. */
const MAX_LINES = 120;

/** A failure as it is told to the agent that is to mend it. */
export function failureLines(failure: Failure): string[] {
  switch (failure.reason) {
    case 'validation-failed': {
      const places = failure.diagnostics.map(({ location, message }) => {
        const place = [location.file, location.line, location.column].filter((part) => part !== undefined).join(':');
        return `${place}: ${message}`;
      });
      return [`This check did not pass: ${failure.command}`, ...places, ...tail(failure.outputTail)];
    }
    case 'command-failed':
      return [`This command failed: ${failure.command}`, ...tail(failure.outputTail)];
    case 'agent-result-invalid':
      return [`Your answer was not the JSON document that was asked for: ${failure.detail}`];
    case 'agent-changed-nothing':
      return ['You said that you are done, but no file has changed. Say "no-op" when nothing has to be changed.'];
    case 'agent-blocked':
      return [
        'You said that you cannot go on:',
        ...tail(failure.summary),
        'A person has looked at it since. Try again.',
      ];
    case 'timed-out':
      return ['You were stopped at the time limit of the step. Be quicker.'];
    case 'agent-stalled':
      return ['You were stopped because nothing was heard from you. Use no command that waits for something.'];
    case 'agent-failed':
      return [`You were stopped: ${failure.detail.split('\n')[0] ?? ''}`];
    case 'contract-broken':
    case 'outside-writes':
    case 'protected-paths':
    case 'nested-repository':
    case 'link-escapes':
      return breachLines(failure);
    case 'agent-out-of-budget':
      return ['You were stopped because the money for this attempt was spent. There is more now.'];
    case 'skill-failed':
    case 'merge-conflict':
    case 'not-started':
    case 'program-missing':
    case 'agent-backend-missing':
    case 'sandbox-missing':
    case 'landing-refused':
    case 'partial':
    case 'needed-by-others':
    case 'publish-refused':
    case 'cancelled':
    case 'internal':
      return [`You were stopped: ${failure.reason}`];
  }
}

function breachLines(
  failure: Extract<
    Failure,
    { reason: 'contract-broken' | 'outside-writes' | 'protected-paths' | 'nested-repository' | 'link-escapes' }
  >,
): string[] {
  switch (failure.reason) {
    case 'outside-writes':
      return [
        'You changed files outside of what this step may change. Undo that:',
        ...failure.paths.slice(0, MAX_LINES),
        `Allowed: ${failure.writes.join(', ')}`,
      ];
    case 'contract-broken':
      return [
        `Your change must not do more to the hosts than: ${expectText(failure.expect)}. Undo what does more, keep the rest:`,
        ...failure.hosts.flatMap(({ host, what, derivations }) => [
          `host ${host}: ${what}`,
          ...derivations.map((name) => `  ${name}`),
        ]),
      ];
    case 'protected-paths':
      return ['You changed files that steer agents, hooks or CI. Undo that:', ...failure.paths.slice(0, MAX_LINES)];
    case 'nested-repository':
      return [
        'You left a git repository inside the tree. Remove its .git folder:',
        ...failure.paths.slice(0, MAX_LINES),
      ];
    case 'link-escapes':
      return [`You made a symbolic link that leaves the repository. Undo that: ${failure.path} -> ${failure.target}`];
  }
}

const tail = (text: string): string[] =>
  text
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== '')
    .slice(-MAX_LINES);
