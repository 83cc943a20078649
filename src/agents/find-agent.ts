import { mkdir, mkdtemp, realpath, rm } from 'node:fs/promises';
import { isAbsolute, join } from 'node:path';
import { lt } from 'semver';
import type { Failure } from '../base/failure.js';
import { err, ok, type Result } from '../base/result.js';
import { childEnvironment, findProgram } from '../process/environment.js';
import type { ProcessResult, RunProcess } from '../process/process.js';
import type { AgentProgram } from './agent-program.js';
import type { AgentBackend } from './backend.js';
import { installAgent, installedAgent } from './install-agent.js';
import { readablePaths } from './readable-paths.js';

/** Where an agent CLI is looked for, and with what. */
export interface AgentSearch {
  /** The executable that the user named; null to look for it. */
  readonly path: string | null;
  /** Installs the pinned version when none is found. */
  readonly install: boolean;
  /** The runner's folder, absolute: an installed CLI is below it. */
  readonly cacheDir: string;
  /** The runner's own environment: PATH is searched, and of the rest a child gets nothing secret. */
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly runProcess: RunProcess;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** A CLI that takes longer to say its version does not work. */
const VERSION_TIMEOUT_MS = 60_000;

/** Versions by date may have parts like `01`. */
const LOOSE = { loose: true } as const;

/**
 * The program of a backend: the one that the user named, else the one on PATH, else the one that the runner has installed, else (with
 * `install`) the pinned one, installed now. Its version is asked for; one that is too old, or that does not run, is a failure that says
 * what to do. A `command:` program is never started here.
 */
export async function findAgent(backend: AgentBackend, search: AgentSearch): Promise<Result<AgentProgram, Failure>> {
  const { path: named, env } = search;
  const isCommand = backend.name === 'command';
  if (isCommand && named === null && isInWorkspace(backend.program))
    return ok({ path: backend.program, version: null, readable: [] });
  const found = named === null ? await lookFor(backend, search) : atPath(backend, named);
  if (!found.ok) return found;
  // Started as it was found: the name of a link may be what its program goes by, as with the shims of version managers.
  const path = found.value;
  const readable = readablePaths(await realpath(path), { withFolder: isCommand, env });
  if (isCommand) return ok({ path, version: null, readable });
  const version = await askVersion(path, search);
  if (!version.ok) return missing(backend, `${path} does not run: ${version.error}`);
  const { oldestVersion } = backend;
  if (version.value !== null && oldestVersion !== null && lt(version.value, oldestVersion, LOOSE))
    return missing(backend, `${path} is ${version.value}; at least ${oldestVersion} is needed`);
  return ok({ path, version: version.value, readable });
}

/** A relative path is one in the workspace, which is not there yet. */
const isInWorkspace = (program: string): boolean => program.includes('/') && !isAbsolute(program);

function atPath(backend: AgentBackend, path: string): Result<string, Failure> {
  const found = isAbsolute(path) ? findProgram(path, '') : null;
  return found === null ? missing(backend, `${path} is no executable file`) : ok(found);
}

async function lookFor(backend: AgentBackend, search: AgentSearch): Promise<Result<string, Failure>> {
  const { env, cacheDir, install } = search;
  const found = findProgram(backend.program, env['PATH'] ?? '') ?? installedAgent(backend, cacheDir);
  if (found !== null) return ok(found);
  if (install) return installAgent(backend, search);
  return err({ reason: 'agent-backend-missing', backend: backend.name, help: backend.installHelp });
}

function missing({ name, installHelp }: AgentBackend, what: string): Result<never, Failure> {
  return err({ reason: 'agent-backend-missing', backend: name, help: `${what}\n${installHelp}` });
}

/** Asked in an empty HOME, so that nothing is written into that of the user. The error is in words. */
async function askVersion(
  path: string,
  { env, cacheDir, runProcess }: AgentSearch,
): Promise<Result<string | null, string>> {
  await mkdir(cacheDir, { recursive: true, mode: 0o700 });
  const home = await mkdtemp(join(cacheDir, '.version-'));
  try {
    const xdg = Object.keys(env).filter((name) => name.startsWith('XDG_'));
    const own = { HOME: home, TMPDIR: home, ...Object.fromEntries(xdg.map((name) => [name, home])) };
    const result = await runProcess({
      argv: [path, '--version'],
      cwd: home,
      env: childEnvironment(env, own),
      timeoutMs: VERSION_TIMEOUT_MS,
      keepBytes: 64 * 1024,
      reapTree: true,
    });
    if (result.end !== 'exited' || result.exitCode !== 0) return err(howItEnded(result));
    return ok(/\b\d{1,6}\.\d{1,6}\.\d{1,6}\b/.exec(result.stdout.toString('utf8'))?.[0] ?? null);
  } finally {
    await rm(home, { recursive: true, force: true });
  }
}

function howItEnded({ end, exitCode, signal, startError, outputTail }: ProcessResult): string {
  if (end === 'timed-out') return `--version took longer than ${VERSION_TIMEOUT_MS / 1000} s`;
  if (end !== 'exited') return startError ?? end;
  const line = outputTail.trim().split('\n').at(-1) ?? '';
  return `--version: ${signal ?? `exit code ${exitCode ?? 'unknown'}`}${line === '' ? '' : `, ${line.slice(0, 500)}`}`;
}
