import { expectText } from '../base/derivations.js';
import type { Diagnostic } from '../base/diagnostic.js';
import type { Failure } from '../base/failure.js';
import { unreachable } from '../base/unreachable.js';
import { describeAgentEnd } from './describe-agent-end.js';
import { leftOutLines } from './describe-blame.js';
import { durationText } from './duration-text.js';
import type { FailureText } from './failure-text.js';
import { hostLines } from './hosts-text.js';

/** How much of a long list or output a message shows. The log has all of it. */
const MAX_LINES = 15;
const MAX_COMMAND = 100;

/** Says what happened, where, what was expected and what to do. Exhaustive: a new reason does not compile until it has words. */
export function describeFailure(failure: Failure): FailureText {
  switch (failure.reason) {
    case 'command-failed':
      return {
        title: `${quoted(failure.command)} ${endOf(failure)}`,
        details: outputLines(failure.outputTail),
        help: commandHelp(failure),
      };
    case 'timed-out':
      return {
        title: `stopped at its time limit of ${durationText(failure.limitMs)}`,
        details: [],
        help: 'The log shows what it was doing. Raise timeout_minutes if it needs longer.',
      };
    case 'not-started':
      return notStarted(failure);
    case 'cancelled':
      return {
        title: 'stopped before it ended',
        details: [],
        help: 'A resumed run starts it again; an agent goes on with what it had done.',
      };
    case 'program-missing':
      return { title: `the program ${failure.program} was not found`, details: [], help: sentence(failure.help) };
    case 'validation-failed':
    case 'skill-failed':
      return describeFindings(failure);
    case 'agent-result-invalid':
    case 'agent-blocked':
    case 'agent-changed-nothing':
    case 'agent-backend-missing':
      return describeAgentFailure(failure);
    case 'agent-failed':
    case 'agent-stalled':
    case 'agent-out-of-budget':
    case 'sandbox-missing':
      return describeAgentEnd(failure);
    case 'contract-broken':
      return describeBreach(failure);
    case 'protected-paths':
    case 'outside-writes':
    case 'nested-repository':
    case 'link-escapes':
      return describeScopeFailure(failure);
    case 'merge-conflict':
      return describeConflict(failure);
    case 'landing-refused':
      return describeLanding(failure);
    case 'partial':
    case 'needed-by-others':
      return describeLeftOut(failure);
    case 'publish-refused':
      return { title: `not published: ${failure.message}`, details: [], help: failure.help };
    case 'internal':
      return describeBug(failure);
    default:
      return unreachable(failure);
  }
}

type Of<R extends Failure['reason']> = Extract<Failure, { reason: R }>;

function describeBug(failure: Of<'internal'>): FailureText {
  return {
    title: `workflow-runner itself failed: ${failure.message}`,
    details: failure.stack.split('\n').slice(0, MAX_LINES),
    help: 'This is a bug of workflow-runner. Please report it with the lines above; completed steps are kept.',
  };
}

function describeLeftOut(failure: Of<'partial' | 'needed-by-others'>): FailureText {
  switch (failure.reason) {
    case 'partial':
      return {
        title: `landed without ${counted(failure.leftOut.length, 'step')}`,
        details: leftOutLines(failure.leftOut),
        help: 'What landed is valid. Mend what is named and resume: the steps that were left out go on from there.',
      };
    case 'needed-by-others':
      return {
        title: 'other steps cannot stay without the step that was to be skipped',
        details: leftOutLines(failure.steps),
        help: 'Skip them too, or leave them out with --partial.',
      };
  }
}

function describeFindings(failure: Of<'validation-failed' | 'skill-failed'>): FailureText {
  switch (failure.reason) {
    case 'validation-failed':
      return {
        title:
          failure.on === 'start'
            ? 'the flake of the commit that the run starts from cannot be evaluated, so no step could be held to its `expect`'
            : `the check ${quoted(failure.command)} did not pass${exitText(failure.exitCode)}`,
        details:
          failure.diagnostics.length > 0 ? diagnosticLines(failure.diagnostics) : outputLines(failure.outputTail),
        help:
          failure.on === 'start'
            ? 'No step was run. Mend it, commit, and start the workflow again.'
            : 'The check ran on a clean checkout of the result: run it yourself on the commit that the report names.',
      };
    case 'skill-failed':
      return {
        title: `skill ${failure.skill} found ${counted(errorCount(failure.diagnostics), 'error')}`,
        details: diagnosticLines(failure.diagnostics),
        help: `Fix them and resume, or look at them alone: workflow-runner skill ${failure.skill}`,
      };
  }
}

function notStarted(failure: Of<'not-started'>): FailureText {
  const why =
    failure.error === 'cwd-missing' ? 'its working folder is gone' : `the system refused with ${failure.error}`;
  const details: string[] = [];
  const title = `${quoted(failure.command)} could not be started: ${why}`;
  switch (failure.error) {
    case 'E2BIG':
      return { title, details, help: 'Its arguments and environment are too long: pass large input through a file.' };
    case 'EAGAIN':
    case 'ENOMEM':
      return {
        title,
        details,
        help: 'The machine has no processes or memory left: lower --max-concurrent and resume.',
      };
    default:
      return { title, details, help: 'Check the machine (disk, memory, limits), then resume.' };
  }
}

function describeAgentFailure(
  failure: Of<'agent-result-invalid' | 'agent-blocked' | 'agent-changed-nothing' | 'agent-backend-missing'>,
): FailureText {
  switch (failure.reason) {
    case 'agent-result-invalid':
      return {
        title: 'the agent did not return the structured result that was asked for',
        details: [failure.detail],
        help: 'Expected one JSON document {"status": "done" | "no-op" | "blocked", "summary": "…"}. The log has what it said.',
      };
    case 'agent-blocked':
      return {
        title: 'the agent said that it cannot go on',
        details: textLines(failure.summary),
        help: 'Give it what it asks for (its file in .claude/agents/, or config: of the step), then resume.',
      };
    case 'agent-changed-nothing':
      return {
        title: 'the agent said that it is done, but no file changed',
        details: [],
        help: 'An agent that has nothing to do must answer "no-op". See the log for what it did.',
      };
    case 'agent-backend-missing':
      return {
        title:
          failure.backend === ''
            ? 'no agent backend is chosen'
            : `the agent backend ${quoted(failure.backend)} is not available`,
        details: [],
        help: failure.help,
      };
  }
}

function describeBreach({ expect, hosts }: Of<'contract-broken'>): FailureText {
  return {
    title: `it changed ${hosts.map(({ host }) => host).join(', ')}, and its contract is: ${expectText(expect)}`,
    details: hosts.flatMap(hostLines).slice(0, MAX_LINES),
    help: 'The commit is kept under a ref. Mend the step; or, if this is what it should do, widen its expect:.',
  };
}

function describeScopeFailure(
  failure: Of<'protected-paths' | 'outside-writes' | 'nested-repository' | 'link-escapes'>,
): FailureText {
  switch (failure.reason) {
    case 'outside-writes':
      return {
        title: `it changed ${counted(failure.paths.length, 'file')} outside of its declared writes`,
        details: [...listed(failure.paths), `allowed: ${failure.writes.join(', ') || 'nothing'}`],
        help: 'Nothing of the step was kept. Widen writes: if these files belong to it.',
      };
    case 'protected-paths':
      return {
        title: `the agent changed ${counted(failure.paths.length, 'file')} that steer agents, hooks or CI`,
        details: listed(failure.paths),
        help: 'What it did is kept under a ref, and not used. If it is to change them, name them in writes: of the step.',
      };
    case 'nested-repository':
      return {
        title: `it left ${failure.paths.length === 1 ? 'a git repository' : `${failure.paths.length} git repositories`} inside the tree`,
        details: listed(failure.paths),
        help: 'git would commit an empty link in its place. Remove the .git folder there in the step, or clone elsewhere.',
      };
    case 'link-escapes':
      return {
        title: 'it made a symbolic link that leaves the repository or points into .git',
        details: [`${failure.path} -> ${failure.target}`],
        help: 'Nothing of the step was kept. Make the link point inside the tree, or copy the file.',
      };
  }
}

function describeConflict({ paths, ours, theirs }: Of<'merge-conflict'>): FailureText {
  return {
    title: `its changes conflict with those of an earlier parallel step in ${counted(paths.length, 'file')}`,
    details: [...listed(paths), `merged so far: ${ours}`, `not merged: ${theirs}`],
    help: `Both results are kept. Make one step depend on the other, or compare them: git diff ${ours} ${theirs}`,
  };
}

function describeLanding(failure: Of<'landing-refused'>): FailureText {
  const title = {
    'dirty-paths': `landing would overwrite ${counted(failure.paths.length, 'file')} with changes of yours`,
    'merge-conflict': `your branch has moved, and the result conflicts with it in ${counted(failure.paths.length, 'file')}`,
    'branch-moved': 'your branch kept moving while the result was landing',
    'other-branch': 'another branch is checked out than when the run started',
  }[failure.why];
  const where =
    failure.why === 'branch-moved' || failure.branch === '' ? [] : [`the result is kept on ${failure.branch}`];
  const next =
    failure.commands.length === 0
      ? 'Try again when it rests: resume the run.'
      : `Go on with: ${failure.commands.join(' && ')}`;
  return { title, details: [...listed(failure.paths), ...where], help: next };
}

function commandHelp({ exitCode, signal }: Of<'command-failed'>): string {
  if (exitCode === 127) return 'Exit code 127: a program that it calls is not on PATH. Install it, then resume.';
  if (exitCode === 126) return 'Exit code 126: a program that it calls is not executable.';
  if (signal === 'SIGKILL')
    return 'It was killed from outside, most often because the machine ran out of memory. Resume when there is more.';
  return 'Fix what it reports, then resume. The log has its whole output.';
}

function endOf({ exitCode, signal }: Of<'command-failed'>): string {
  if (signal !== null) return `was ended by signal ${signal}`;
  return exitCode === null ? 'did not end well' : `failed with exit code ${exitCode}`;
}

const exitText = (exitCode: number | null): string => (exitCode === null ? '' : ` (exit code ${exitCode})`);

function quoted(command: string): string {
  const [first = '', ...rest] = command.trim().split('\n');
  const short = first.length > MAX_COMMAND ? first.slice(0, MAX_COMMAND) : first;
  return `\`${short}${rest.length > 0 || short.length < first.length ? ' …' : ''}\``;
}

function outputLines(outputTail: string): string[] {
  const lines = outputTail.split(/\r\n|\n|\r/).filter((line) => line.trim() !== '');
  return lines.length === 0 ? ['It printed nothing.'] : lines.slice(-MAX_LINES);
}

const textLines = (text: string): string[] => text.split(/\r\n|\n|\r/).slice(0, MAX_LINES);

function listed(items: readonly string[]): string[] {
  const more = items.length - MAX_LINES;
  return more > 0 ? [...items.slice(0, MAX_LINES), `… and ${more} more`] : [...items];
}

function diagnosticLines(diagnostics: readonly Diagnostic[]): string[] {
  return listed(
    diagnostics.map(({ location, severity, message }) => {
      const place = [location.file, location.line, location.column].filter((part) => part !== undefined).join(':');
      return `${place}: ${severity}: ${message}`;
    }),
  );
}

const errorCount = (diagnostics: readonly Diagnostic[]): number =>
  diagnostics.filter(({ severity }) => severity === 'error').length;

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;

const sentence = (text: string): string =>
  `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.!?)]$|\/\S*$/.test(text) ? '' : '.'}`;
