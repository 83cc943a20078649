import { chmod, mkdir, mkdtemp, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Failure } from '../base/failure.js';
import { err, ok, type Result } from '../base/result.js';
import { childEnvironment, findProgram } from '../process/environment.js';
import type { ProcessResult, RunProcess } from '../process/process.js';
import type { AgentBackend } from './backend.js';
import type { PinnedArchive } from './pinned-agent.js';

/** What an installation uses. */
export interface InstallTools {
  /** The runner's folder, absolute. */
  readonly cacheDir: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly runProcess: RunProcess;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** Archives have up to 200 MB. */
const INSTALL_TIMEOUT_MS = 15 * 60_000;

/** What a killed installation has left is removed by the next one, when it is older than any that could be at work. */
const LEFTOVER_AGE_MS = 2 * INSTALL_TIMEOUT_MS;

/** Settings of npm that say where packages come from; they hold no secret, unlike the rest of `npm_config_*`. */
const REGISTRY_VARIABLES = ['npm_config_registry', 'NPM_CONFIG_REGISTRY', 'npm_config_cache', 'NPM_CONFIG_CACHE'];

/** Three tries in a few seconds: by its own settings npm would wait more than a minute for a registry that is not there. */
const NPM_FLAGS = [
  ...['--ignore-scripts', '--no-audit', '--no-fund', '--no-progress', '--loglevel=error'],
  ...['--fetch-retries=2', '--fetch-retry-mintimeout=1000', '--fetch-retry-maxtimeout=5000'],
];

const HELP_NPM = 'npm is needed to install an agent CLI: it comes with Node.js, https://nodejs.org/en/download';

/** The executable of the pinned version of a backend, when the runner has installed it; null when it has not. */
export function installedAgent(backend: AgentBackend, cacheDir: string): string | null {
  const archive = archiveOf(backend);
  return archive === null ? null : findProgram(join(folderOf(backend, cacheDir), executableOf(archive)), '');
}

/**
 * Installs the pinned version of a backend below `<cacheDir>/programs/` with `npm ci`, held to our digest and without install scripts,
 * and answers the path of its executable. Made in a folder of its own and then renamed: it is there whole or not at all, and two that
 * install at once do not disturb each other. One that is there already is used.
 */
export async function installAgent(backend: AgentBackend, tools: InstallTools): Promise<Result<string, Failure>> {
  const present = installedAgent(backend, tools.cacheDir);
  if (present !== null) return ok(present);
  const archive = archiveOf(backend);
  if (archive === null) return failed(backend, noArchive(backend));
  const npm = findProgram('npm', tools.env['PATH'] ?? '');
  if (npm === null) return err({ reason: 'program-missing', program: 'npm', help: HELP_NPM });
  const programs = join(tools.cacheDir, 'programs');
  try {
    await mkdir(programs, { recursive: true, mode: 0o700 });
    await removeLeftovers(programs, tools.now());
    const temporary = await mkdtemp(join(programs, '.new-'));
    try {
      return await installInto(temporary, { backend, archive, npm, tools });
    } finally {
      await rm(temporary, { recursive: true, force: true });
    }
  } catch (error) {
    return failed(backend, whyNoFolder(programs, error));
  }
}

interface Installation {
  readonly backend: AgentBackend;
  readonly archive: PinnedArchive;
  readonly npm: string;
  readonly tools: InstallTools;
}

async function installInto(
  temporary: string,
  { backend, archive, npm, tools }: Installation,
): Promise<Result<string, Failure>> {
  await writeFile(join(temporary, 'package.json'), JSON.stringify(manifest(archive)));
  await writeFile(join(temporary, 'package-lock.json'), JSON.stringify(lockFile(archive)));
  const result = await tools.runProcess({
    argv: [npm, 'ci', ...NPM_FLAGS],
    cwd: temporary,
    env: npmEnvironment(tools.env),
    timeoutMs: INSTALL_TIMEOUT_MS,
    keepBytes: 64 * 1024,
    reapTree: true,
  });
  if (result.end !== 'exited' || result.exitCode !== 0) return failed(backend, whyNot(archive, result));
  const executable = join(temporary, executableOf(archive));
  const isThere = await stat(executable).then(
    (status) => status.isFile(),
    () => false,
  );
  if (!isThere) return failed(backend, `the archive of ${nameOf(archive)} has no ${archive.executable}`);
  await chmod(executable, 0o755);
  await putInPlace(temporary, folderOf(backend, tools.cacheDir));
  const path = installedAgent(backend, tools.cacheDir);
  return path === null ? failed(backend, `${folderOf(backend, tools.cacheDir)} is in the way: remove it`) : ok(path);
}

/** Another process may have been faster: then its work, which is the same, stays. */
async function putInPlace(temporary: string, folder: string): Promise<void> {
  try {
    await rename(temporary, folder);
  } catch (error) {
    if (!['ENOTEMPTY', 'EEXIST'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  }
}

async function removeLeftovers(programs: string, now: number): Promise<void> {
  for (const name of await readdir(programs)) {
    if (!name.startsWith('.new-')) continue;
    const path = join(programs, name);
    const status = await stat(path).catch(() => null);
    if (status !== null && now - status.mtimeMs > LEFTOVER_AGE_MS) await rm(path, { recursive: true, force: true });
  }
}

function npmEnvironment(env: InstallTools['env']): Record<string, string> {
  const registry = REGISTRY_VARIABLES.flatMap((name) => (env[name] === undefined ? [] : [[name, env[name]] as const]));
  return childEnvironment(env, Object.fromEntries(registry));
}

const manifest = ({ package: name, version }: PinnedArchive): object => ({
  name: 'agent',
  version: '0.0.0',
  private: true,
  dependencies: { [name]: version },
});

/** Without `resolved`: the archive comes from whatever registry the user has set, and must have our digest. */
const lockFile = (archive: PinnedArchive): object => ({
  name: 'agent',
  version: '0.0.0',
  lockfileVersion: 3,
  requires: true,
  packages: {
    '': { name: 'agent', version: '0.0.0', dependencies: { [archive.package]: archive.version } },
    [`node_modules/${archive.package}`]: { version: archive.version, integrity: archive.integrity },
  },
});

const nameOf = ({ package: name, version }: PinnedArchive): string => `${name}@${version}`;

const executableOf = ({ package: name, executable }: PinnedArchive): string => join('node_modules', name, executable);

const folderOf = ({ name, pinned }: AgentBackend, cacheDir: string): string =>
  join(cacheDir, 'programs', `${name}-${pinned?.version ?? ''}`);

function archiveOf({ pinned }: AgentBackend): PinnedArchive | null {
  const platform = `${process.platform}-${process.arch}`;
  return pinned !== null && Object.hasOwn(pinned.archives, platform) ? (pinned.archives[platform] ?? null) : null;
}

function noArchive({ name, pinned }: AgentBackend): string {
  if (pinned === null) return `the runner does not install ${name} by itself`;
  const known = Object.keys(pinned.archives).join(', ');
  return `the runner installs ${name} on ${known} only, and this is ${process.platform}-${process.arch}`;
}

/** What npm's error codes mean: https://docs.npmjs.com/cli/v11/using-npm/logging and the system's own. */
const npmErrors: readonly (readonly [RegExp, string])[] = [
  [
    /EINTEGRITY/,
    'the registry gave another archive than the one that was tested: its digest differs, and it was not installed',
  ],
  [/ENOSPC/, 'the disk is full'],
  [/\bE404\b|ETARGET/, 'the registry does not have it'],
  [/\bE40[13]\b|ENEEDAUTH/, 'the registry wants a login: put it into ~/.npmrc'],
  [
    /ENOTFOUND|EAI_AGAIN|ECONN\w+|ETIMEDOUT|ERR_SOCKET|EHOSTUNREACH|ENETUNREACH|CERT|SELF_SIGNED/,
    'the registry cannot be reached',
  ],
];

function whyNot(archive: PinnedArchive, { end, outputTail, exitCode, signal }: ProcessResult): string {
  const what = `installing ${nameOf(archive)} failed`;
  if (end === 'timed-out') return `${what}: it took longer than ${INSTALL_TIMEOUT_MS / 60_000} minutes`;
  if (end !== 'exited') return `${what}: npm did not start (${end})`;
  const known = npmErrors.find(([pattern]) => pattern.test(outputTail))?.[1];
  const last = outputTail.trim().split('\n').slice(0, 3).join('\n').slice(0, 1000);
  return `${what}: ${known ?? `npm ended with ${signal ?? `exit code ${exitCode ?? 'unknown'}`}`}${last === '' ? '' : `\n${last}`}`;
}

function whyNoFolder(programs: string, error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  // Anything else than the system's trouble is a bug of ours.
  if (code === undefined) throw error;
  return code === 'ENOSPC' ? `the disk of ${programs} is full` : `${programs} cannot be written: ${message}`;
}

function failed({ name, installHelp }: AgentBackend, why: string): Result<never, Failure> {
  return err({ reason: 'agent-backend-missing', backend: name, help: `${why}\n${installHelp}` });
}
