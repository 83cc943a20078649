import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { absolutePath, findProgram } from '../process/environment.js';
import type { ProcessResult, RunProcess } from '../process/process.js';
import { cageArguments, NEWER_CONFINEMENT } from './cage-arguments.js';
import { cageTree } from './cage-tree.js';
import type { SandboxState } from './cage.js';
import { explainRefusal, noLinux, NOT_INSTALLED, noTemporaryFolder, type MachineFacts } from './sandbox-refusal.js';

export interface ProbeOptions {
  /** The runner's environment: its PATH says where bubblewrap is looked for. */
  readonly env: NodeJS.ProcessEnv;
  readonly runProcess: RunProcess;
  /** As process.platform, which is the default. */
  readonly platform?: NodeJS.Platform;
  /** Where it makes a folder of its own; the folder of the system for such is the default. */
  readonly temporary?: string;
}

const PROBE_MS = 10_000;

/** Whether this machine can confine a process as `openCage` does: found by doing it, once, with a shell that ends at once. */
export async function probeSandbox({
  env,
  runProcess,
  platform,
  temporary = tmpdir(),
}: ProbeOptions): Promise<SandboxState> {
  const system = platform ?? process.platform;
  if (system !== 'linux') return { available: false, ...noLinux(system) };
  const path = absolutePath(env['PATH'] ?? '');
  const program = findProgram('bwrap', path);
  if (program === null) return { available: false, ...NOT_INSTALLED };
  const folder = await mkdtemp(join(temporary, 'workflow-runner-probe-')).catch(codeOf);
  if (typeof folder !== 'string') return { available: false, ...noTemporaryFolder(temporary, folder.code) };
  try {
    const tree = cageTree({ path, readable: [], placed: new Map(), workspace: folder, home: folder });
    const attempt = (options: readonly string[]): Promise<ProcessResult> =>
      runProcess({
        argv: [program, ...cageArguments(tree, options), '--', '/bin/sh', '-c', ':'],
        cwd: '/',
        env: { PATH: path },
        timeoutMs: PROBE_MS,
      });
    const newer = await attempt(NEWER_CONFINEMENT);
    if (newer.exitCode === 0) return { available: true, program, options: NEWER_CONFINEMENT };
    const plain = await attempt([]);
    if (plain.exitCode === 0) return { available: true, program, options: [] };
    return { available: false, ...explainRefusal(plain.stderrTail, machineFacts()) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Rejects again with what is no trouble of the system's. */
function codeOf(error: unknown): { readonly code: string } {
  const { code } = error as NodeJS.ErrnoException;
  if (code === undefined) throw error;
  return { code };
}

function machineFacts(): MachineFacts {
  return {
    apparmorRestricts: setting('kernel/apparmor_restrict_unprivileged_userns'),
    unprivilegedClone: setting('kernel/unprivileged_userns_clone'),
    maxUserNamespaces: setting('user/max_user_namespaces'),
    isContainer: ['/.dockerenv', '/run/.containerenv'].some((file) => existsSync(file)),
  };
}

function setting(name: string): string | null {
  try {
    return readFileSync(`/proc/sys/${name}`, 'utf8').trim();
  } catch {
    return null;
  }
}
