import { test } from '@jest/globals';
import type { Diagnostic } from '../../src/base/diagnostic.js';
import type { AgentTrouble, Failure } from '../../src/base/failure.js';
import { describeFailure } from '../../src/report/describe-failure.js';
import { expectGolden } from '../support/golden.js';

const diagnostic: Diagnostic = {
  severity: 'error',
  code: 'undefined-variable',
  message: "undefined variable 'lib'",
  location: { file: 'modules/a.nix', line: 3, column: 7 },
};

const TROUBLES = [
  'transient',
  'auth',
  'policy',
  'input',
  'turns',
  'denied',
  'no-turns',
  'crashed',
] as const satisfies readonly AgentTrouble[];

const failures: Record<string, Failure> = {
  'command-failed': {
    reason: 'command-failed',
    command: 'nix fmt',
    exitCode: 2,
    signal: null,
    outputTail: 'one\r\ntwo\n\n',
  },
  'command-not-found': { reason: 'command-failed', command: 'a\nb', exitCode: 127, signal: null, outputTail: '' },
  'command-killed': {
    reason: 'command-failed',
    command: 'x'.repeat(200),
    exitCode: null,
    signal: 'SIGKILL',
    outputTail: 'a\n'.repeat(50),
  },
  'timed-out': { reason: 'timed-out', limitMs: 20 * 60_000 },
  'not-started': { reason: 'not-started', command: 'sh', error: 'E2BIG' },
  'not-started-folder': { reason: 'not-started', command: 'sh', error: 'cwd-missing' },
  cancelled: { reason: 'cancelled' },
  'program-missing': { reason: 'program-missing', program: 'nix', help: 'install Nix: https://nixos.org/download' },
  'validation-failed': {
    reason: 'validation-failed',
    command: 'nix flake check',
    exitCode: 1,
    outputTail: 'x',
    diagnostics: [diagnostic],
  },
  'validation-output': {
    reason: 'validation-failed',
    command: 'test -f a',
    exitCode: 1,
    outputTail: '',
    diagnostics: [],
  },
  'skill-failed': {
    reason: 'skill-failed',
    skill: 'module-validate',
    diagnostics: Array.from({ length: 18 }, () => diagnostic),
  },
  'agent-result-invalid': { reason: 'agent-result-invalid', detail: 'it printed nothing on standard output' },
  'agent-blocked': { reason: 'agent-blocked', summary: 'which host is meant?\nthere are two' },
  'agent-changed-nothing': { reason: 'agent-changed-nothing' },
  'agent-backend-missing': {
    reason: 'agent-backend-missing',
    backend: 'gemini',
    help: 'use --agent-backend command:EXECUTABLE',
  },
  ...Object.fromEntries(
    TROUBLES.map((trouble) => [
      `agent-failed-${trouble}`,
      { reason: 'agent-failed', backend: 'claude', trouble, detail: 'API Error: 529\n\noverloaded\n' } as const,
    ]),
  ),
  'agent-stalled': { reason: 'agent-stalled', silentMs: 10 * 60_000 },
  'agent-out-of-budget': { reason: 'agent-out-of-budget', limitUsd: 0.004 },
  'sandbox-missing': {
    reason: 'sandbox-missing',
    why: 'bubblewrap is not installed',
    help: 'sudo apt-get install bubblewrap',
  },
  'protected-paths': { reason: 'protected-paths', paths: ['.github/workflows/ci.yml'] },
  'outside-writes': { reason: 'outside-writes', paths: ['flake.nix'], writes: ['modules/**'] },
  'nested-repository': { reason: 'nested-repository', paths: ['vendor/x', 'vendor/y'] },
  'link-escapes': { reason: 'link-escapes', path: 'a', target: '/etc/passwd' },
  'merge-conflict': { reason: 'merge-conflict', paths: ['flake.nix'], ours: 'aaaa', theirs: 'bbbb' },
  'landing-dirty': {
    reason: 'landing-refused',
    why: 'dirty-paths',
    paths: ['a.nix'],
    branch: 'workflow-runner/x',
    commands: ['git stash', 'git merge workflow-runner/x'],
  },
  'landing-conflict': {
    reason: 'landing-refused',
    why: 'merge-conflict',
    paths: ['a', 'b'],
    branch: 'workflow-runner/x',
    commands: ['git merge workflow-runner/x'],
  },
  'landing-moved': {
    reason: 'landing-refused',
    why: 'branch-moved',
    paths: [],
    branch: 'refs/heads/main',
    commands: [],
  },
  internal: {
    reason: 'internal',
    message: 'no step x in the plan',
    stack: 'Error: no step x in the plan\n    at stepState',
  },
};

test.each(Object.entries(failures))('failure %s says what happened, where and what to do', (name, failure) => {
  const { title, details, help } = describeFailure(failure);
  expectGolden(
    `report/failures/${name}.txt`,
    [title, ...details.map((line) => `  ${line}`), `> ${help}`, ''].join('\n'),
  );
});
