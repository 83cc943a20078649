import type { Plan } from '../plan/plan.js';
import { onGitHub } from './compile-options.js';
import { condition, output, secret, tokenOf, value } from './expressions.js';
import { JOBS, type JobId } from './job-ids.js';
import { checkout, DEFAULT_RUNNER, installNix, minutes, ownStep } from './job-steps.js';
import { runnerOf, type CompiledPhases } from './phase-jobs.js';
import { userText } from './user-text.js';
import type { NamedJob } from './workflow-tree.js';

/**
 * The job before all others: checks the definition and the prerequisites, and begins the run, or fetches the checkpoint of the
 * one to go on from. It evaluates Nix only where a prerequisite asks for that.
 */
export function planJob({ workflow, options }: CompiledPhases, plan: Plan): NamedJob {
  const evaluates = plan.prerequisites.some(({ text }) => text === 'flake-check-passing');
  const about = { workflow: userText(workflow.name), phase: value.phase, 'skip-step': value.skipStep };
  const plans = { command: 'plan', ...about, 'dry-run': value.dryRun };
  const begins = {
    command: 'begin',
    ...about,
    'rollback-to-checkpoint': value.rollback,
    'resume-from': value.resumeFrom,
    'accept-changes': value.acceptChanges,
  };
  return {
    id: JOBS.plan,
    comment: null,
    job: {
      'runs-on': evaluates ? runnerOf(workflow.runsOn) : DEFAULT_RUNNER,
      'timeout-minutes': evaluates ? minutes.work(options) : minutes.plan,
      // Reading another workflow run's artifact, for resume-from, is what `actions` is for.
      permissions: { contents: 'read', actions: 'read' },
      outputs: { attempt: output.attempt },
      steps: [
        checkout(),
        ...(evaluates ? [installNix] : []),
        ownStep(options, { name: 'Plan', id: 'plan', with: plans }),
        ownStep(options, { name: 'Begin the run', if: condition.begins, with: begins }),
      ],
    },
  };
}

/** The jobs after the phases, in order. `last` is the job that completes the run. */
export function closingJobs(compiled: CompiledPhases, last: JobId): NamedJob[] {
  return [
    validateJob(compiled, last),
    publishJob(compiled),
    verifyJob(compiled),
    ...(compiled.options.onFailure === 'revert' ? [revertJob(compiled)] : []),
    continueJob(compiled, last),
  ];
}

function validateJob({ workflow, options }: CompiledPhases, last: JobId): NamedJob {
  const inputs = { command: 'validate', workflow: userText(workflow.name), 'first-attempt': value.attempt };
  return {
    id: JOBS.validate,
    comment: 'The result, on a runner that no step has touched and without secrets.',
    job: {
      needs: [JOBS.plan, last],
      if: condition.completed(last),
      'runs-on': runnerOf(workflow.runsOn),
      'timeout-minutes': minutes.work(options),
      permissions: { contents: 'read' },
      outputs: { status: output.validity, commit: output.commit, hosts: output.hosts },
      steps: [checkout(), installNix, ownStep(options, { name: 'Validate', id: 'validate', with: inputs })],
    },
  };
}

function publishJob({ workflow, options }: CompiledPhases): NamedJob {
  const inputs = {
    command: 'publish',
    workflow: userText(workflow.name),
    'first-attempt': value.attempt,
    commit: value.validatedCommit,
    hosts: value.hosts,
    publish: value.publish[options.publish],
    ...token(options.tokenSecret),
  };
  return {
    id: JOBS.publish,
    comment: 'The only job with a token that may write before anything has landed; executes nothing of the repository.',
    job: {
      needs: [JOBS.plan, JOBS.validate],
      if: condition.publish,
      'runs-on': DEFAULT_RUNNER,
      'timeout-minutes': minutes.publish,
      permissions: { contents: 'write', 'pull-requests': 'write' },
      outputs: {
        landed: output.landed,
        'pushed-range': output.pushedRange,
        ...(options.notify.length === 0 ? {} : { 'pull-request-number': output.pullRequest }),
      },
      steps: [checkout(), ownStep(options, { name: 'Publish', id: 'publish', with: inputs })],
    },
  };
}

function verifyJob({ workflow, options }: CompiledPhases): NamedJob {
  return {
    id: JOBS.verify,
    comment: 'After a push: the branch as it is now, with what others brought meanwhile.',
    job: {
      needs: [JOBS.publish],
      if: condition.landed,
      'runs-on': runnerOf(workflow.runsOn),
      'timeout-minutes': minutes.work(options),
      permissions: { contents: 'read' },
      steps: [
        checkout(value.ref),
        installNix,
        ownStep(options, { name: 'Validate the branch', with: { command: 'validate' } }),
      ],
    },
  };
}

function revertJob({ workflow, options }: CompiledPhases): NamedJob {
  const inputs = {
    command: 'revert',
    workflow: userText(workflow.name),
    range: value.pushedRange,
    ...token(options.tokenSecret),
  };
  return {
    id: JOBS.revert,
    comment: null,
    job: {
      needs: [JOBS.publish, JOBS.verify],
      if: condition.verifyFailed,
      'runs-on': DEFAULT_RUNNER,
      'timeout-minutes': minutes.revert,
      permissions: { contents: 'write', 'pull-requests': 'write' },
      steps: [checkout(value.ref), ownStep(options, { name: 'Take the push back', with: inputs })],
    },
  };
}

function continueJob({ workflow, options, phases }: CompiledPhases, last: JobId): NamedJob {
  const ids = phases.map(({ id }) => id);
  const isLocal = options.action.startsWith('./');
  const inputs = { command: 'continue', workflow: userText(workflow.name) };
  return {
    id: JOBS.continue,
    comment: 'Starts this workflow again where a deadline paused it.',
    job: {
      needs: ids.includes(last) ? ids : [...ids, last],
      if: condition.pausedByDeadline,
      'runs-on': DEFAULT_RUNNER,
      'timeout-minutes': minutes.continue,
      permissions: { actions: 'write', ...(isLocal ? { contents: 'read' } : {}) },
      steps: [...(isLocal ? [checkout()] : []), ownStep(options, { name: 'Continue', with: inputs })],
    },
  };
}

/** The job after all others, which alone knows whom to tell; none where nobody is to be told. */
export function notifyJob({ workflow, options }: CompiledPhases, before: readonly string[]): NamedJob[] {
  const { notify } = options;
  if (notify.length === 0) return [];
  const named = notify.map(onGitHub);
  // docs.github.com, Permissions of GITHUB_TOKEN: comments on pull requests are theirs.
  const rights = {
    ...(named.includes('github-issue') ? { issues: 'write' as const } : {}),
    ...(named.includes('github-comment') ? { 'pull-requests': 'write' as const } : {}),
  };
  const inputs = {
    command: 'notify',
    workflow: userText(workflow.name),
    'first-attempt': value.attempt,
    outcome: value.outcome,
    'pull-request': value.pullRequest,
    notify: notify.map((name) => (onGitHub(name) === null ? secret(name) : `- type: ${name}`)).join('\n'),
  };
  const job = {
    needs: before,
    if: condition.notify,
    'runs-on': DEFAULT_RUNNER,
    'timeout-minutes': minutes.notify,
    permissions: { contents: 'read', ...rights } as const,
    steps: [checkout(), ownStep(options, { name: 'Tell people', with: inputs })],
  };
  return [{ id: JOBS.notify, comment: 'Tells how the run ended; executes nothing of the repository.', job }];
}

const token = (name: string | null): { token?: string } => (name === null ? {} : { token: tokenOf(name) });
