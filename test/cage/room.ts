import { mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { agentEnvironment } from '../../src/cage/agent-environment.js';
import type { CageNetwork, OpenCage } from '../../src/cage/cage.js';
import { openCage } from '../../src/cage/open-cage.js';
import { probeSandbox } from '../../src/cage/probe-sandbox.js';
import type { ProcessRequest, ProcessResult } from '../../src/process/process.js';
import { runProcess } from '../../src/process/spawn.js';

export const NO_NETWORK: CageNetwork = { hosts: [], api: null };

/** Folders of one agent, as a run makes them. */
export interface Room {
  readonly base: string;
  readonly workspace: string;
  readonly home: string;
}

export function newRoom(): Room {
  const base = realpathSync(mkdtempSync(join(tmpdir(), 'wr-cage-test-')));
  const [workspace, home] = [join(base, 'workspace'), join(base, 'home')] as const;
  for (const folder of [workspace, home]) mkdirSync(folder);
  return { base, workspace, home };
}

export function removeRoom({ base }: Room): void {
  rmSync(base, { recursive: true, force: true });
}

interface CagedOptions {
  readonly argv?: readonly [string, ...string[]];
  readonly network?: CageNetwork;
  readonly readable?: readonly string[];
  /** Over this process's own environment, from which the agent's is made. */
  readonly source?: Readonly<Record<string, string>>;
  /** Over the agent's environment. */
  readonly env?: Readonly<Record<string, string>>;
  readonly onRefused?: (target: string) => void;
  readonly process?: Partial<ProcessRequest>;
}

/** A cage for `argv`, by default a shell, with the sandbox of this machine. Throws when it has none: these tests need one. */
export async function newCage(room: Room, options: CagedOptions): Promise<OpenCage> {
  const { network = NO_NETWORK, readable = [], source = {}, onRefused } = options;
  const found = await probeSandbox({ env: process.env, runProcess });
  if (!found.available) throw new Error(`${found.why}; ${found.fix}`);
  const request = {
    argv: options.argv ?? (['/bin/sh'] as const),
    env: { ...agentEnvironment({ ...process.env, ...source }, { home: room.home, variables: [] }), ...options.env },
    workspace: room.workspace,
    home: room.home,
    readable,
    network,
  };
  return openCage(request, {
    sandbox: found,
    env: { ...source },
    ...(onRefused === undefined ? {} : { onRefused }),
  });
}

/** Runs a shell script in a cage as a step does, to its end. */
export async function runCaged(room: Room, script: string, options: CagedOptions = {}): Promise<ProcessResult> {
  const cage = await newCage(room, { argv: ['/bin/sh', '-c', script, 'agent'], ...options });
  try {
    return await runProcess({
      argv: cage.argv,
      env: cage.env,
      cwd: room.workspace,
      reapTree: true,
      timeoutMs: 30_000,
      ...options.process,
    });
  } finally {
    await cage.close();
  }
}

/** What a script of a cage printed to standard output, line by line. */
export async function linesOf(room: Room, script: string, options: CagedOptions = {}): Promise<string[]> {
  const { stdout } = await runCaged(room, script, options);
  return stdout
    .toString()
    .split('\n')
    .filter((line) => line !== '');
}
