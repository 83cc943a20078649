import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { AgentProgram } from '../agents/agent-program.js';
import type { AgentBackend } from '../agents/backend.js';
import { findAgent } from '../agents/find-agent.js';
import { makeFolderBelow } from '../agents/home-files.js';
import type { Failure } from '../base/failure.js';
import { err, ok, type Result } from '../base/result.js';
import { agentEnvironment } from '../cage/agent-environment.js';
import type { CageRequest, SandboxMode } from '../cage/cage.js';
import { openCage } from '../cage/open-cage.js';
import { probeSandbox } from '../cage/probe-sandbox.js';
import type { AgentFile } from '../definition/agent-file.js';
import type { AgentProcess, AgentTools } from '../steps/step-kind.js';
import type { CommandWorld } from './world.js';

/** A run as its agents know it: each of their steps has a folder below `<cacheDir>/agents/<workflow>/<runId>/`. */
export interface AgentRun {
  /** The runner's folder for this repository. */
  readonly cacheDir: string;
  readonly workflow: string;
  readonly runId: string;
}

/** How the agents of one run are found, confined and kept apart. */
export interface AgentSettings {
  readonly backend: string;
  /** The executable that the user named; null to look for it. */
  readonly path: string | null;
  /** Installs the pinned version when none is found. */
  readonly install: boolean;
  readonly sandbox: SandboxMode;
  /** What a caged agent reaches besides the hosts of its backend. */
  readonly allowHosts: readonly string[];
  /** Further variables of the environment that it gets. */
  readonly variables: readonly string[];
  /** The run that they belong to. */
  readonly of: AgentRun;
  /** The objects of the repository, which those of a workspace refer to. */
  readonly objectsDir: string;
  readonly files: ReadonlyMap<string, AgentFile>;
}

/** What agent steps use; programs and the sandbox are looked for when the first of them runs. */
export function agentTools(settings: AgentSettings, world: CommandWorld): AgentTools {
  const programs = new Map<string, Promise<Result<AgentProgram, Failure>>>();
  let cage: ReturnType<AgentTools['cage']> | null = null;
  return {
    backend: settings.backend,
    file: (agent) => settings.files.get(agent) ?? null,
    program: (backend) => {
      const known = programs.get(backend.name) ?? findProgramOf(backend, settings, world);
      programs.set(backend.name, known);
      return known;
    },
    environment: (backend, home) =>
      agentEnvironment(world.env, {
        home,
        variables: [...backend.keyVariables, ...backend.passedVariables, ...settings.variables],
      }),
    cage: () => (cage ??= findCage(settings, world)),
    home: async (stepId) => {
      const home = agentHome(settings.of, stepId);
      await mkdir(dirname(home), { recursive: true, mode: 0o700 });
      await makeFolderBelow(dirname(home), `${basename(home)}/tmp`);
      return home;
    },
  };
}

/** Where commands run that are no steps of a run: no agent is asked there. */
export const NO_AGENTS: AgentTools = {
  backend: '',
  file: () => null,
  program: () => Promise.resolve(err({ reason: 'agent-backend-missing', backend: '', help: 'no agent is asked here' })),
  environment: () => ({}),
  cage: () => Promise.resolve(ok(null)),
  home: () => Promise.reject(new Error('no agent is asked here')),
};

/** Forgets the conversations of every run of the workflow: they hold texts of files, and are of use only to a resume. */
export async function forgetAgents({ cacheDir, workflow }: Omit<AgentRun, 'runId'>): Promise<void> {
  // A folder that an agent has made unreadable is no reason to fail: nobody else can read it either.
  await rm(join(cacheDir, 'agents', workflow), { recursive: true, force: true }).catch(() => undefined);
}

/** Where the agent of a step has its HOME, absolute. Ids of nested steps hold slashes, and never a dot. */
export function agentHome({ cacheDir, workflow, runId }: AgentRun, stepId: string): string {
  return join(cacheDir, 'agents', workflow, runId, stepId.replaceAll('/', '.'));
}

function findProgramOf(
  backend: AgentBackend,
  { path, install, of: { cacheDir } }: AgentSettings,
  { env, now, runProcess }: CommandWorld,
): Promise<Result<AgentProgram, Failure>> {
  return findAgent(backend, { path, install, cacheDir: dirname(cacheDir), env, now, runProcess });
}

async function findCage(settings: AgentSettings, { env, runProcess }: CommandWorld): ReturnType<AgentTools['cage']> {
  if (settings.sandbox === 'off') return ok(null);
  const found = await probeSandbox({ env, runProcess });
  if (found.available) {
    return ok((asked: AgentProcess) =>
      openCage(cageRequest(asked, settings), { sandbox: found, env, onRefused: asked.onRefused }),
    );
  }
  if (settings.sandbox === 'prefer') return ok(null);
  return err({ reason: 'sandbox-missing', why: found.why, help: found.fix });
}

/** The stores that a store of objects refers to (gitrepository-layout(5)): of a clone with `--shared` or `--reference`. */
function alternatesOf(objectsDir: string): string[] {
  const file = join(objectsDir, 'info', 'alternates');
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const paths = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return paths.map((path) => resolve(objectsDir, path)).filter((path) => existsSync(path));
}

/**
 * Where the API can be redirected, the agent holds a stand-in for its key, and the gateway of the cage the key itself. It then reaches
 * the API in no other way: with a key of somebody else's, the API would be a place to send files to.
 */
export function cageRequest(
  { backend, ...asked }: AgentProcess,
  { allowHosts, objectsDir }: Pick<AgentSettings, 'allowHosts' | 'objectsDir'>,
): CageRequest {
  const readable = [...asked.readable, objectsDir, ...alternatesOf(objectsDir)];
  const { gateway } = backend;
  if (gateway === null) {
    const hosts = [...backend.hosts, ...allowHosts];
    return { ...asked, readable, network: { hosts, api: null } };
  }
  const secrets = new Map<string, string>();
  const standIns: Record<string, string> = {};
  for (const name of backend.keyVariables) {
    const secret = asked.env[name];
    if (secret === undefined || secret === '') continue;
    const standIn = `stand-in-${randomBytes(16).toString('hex')}`;
    secrets.set(standIn, secret.trim());
    standIns[name] = standIn;
  }
  // Of the agent's environment, where an empty one is none: jobs set variables that they have no value for.
  const api = { upstream: asked.env[gateway.variable] ?? gateway.upstream, variable: gateway.variable, secrets };
  return { ...asked, env: { ...asked.env, ...standIns }, readable, network: { hosts: allowHosts, api } };
}
