import { realpathSync } from 'node:fs';
import { gt, valid } from 'semver';
import type { AgentProgram } from '../agents/agent-program.js';
import type { AgentBackend } from '../agents/backend.js';
import { findAgent } from '../agents/find-agent.js';
import { findBackend } from '../agents/registry.js';
import type { Failure } from '../base/failure.js';
import type { Problem } from '../base/problem.js';
import type { SandboxMode } from '../cage/cage.js';
import { probeSandbox } from '../cage/probe-sandbox.js';
import type { PlanStep } from '../plan/plan.js';
import { costText } from '../report/cost-text.js';
import { unknownBackend } from './run-choices.js';
import type { CommandWorld } from './world.js';

/** Where an agent CLI is looked for, and what else may give it a key. */
export interface AgentSearch {
  /** The executable that the user named, absolute; null to look on PATH and among those that the runner has installed. */
  readonly path: string | null;
  /** Installs the tested version when none is found. */
  readonly install: boolean;
  /** The runner's folder for this repository. */
  readonly cacheDir: string;
  /** Further variables of the environment that agents get. */
  readonly variables: readonly string[];
}

/** An agent CLI on this machine. */
export interface BackendState {
  readonly backend: AgentBackend;
  /** null when there is none that can be used; then `help` says why, and how to get it. */
  readonly program: AgentProgram | null;
  readonly foundBy: 'option' | 'path' | 'installed' | null;
  /** True for a version after the one that this release is tested with. */
  readonly isNewerThanTested: boolean;
  /** The variable that holds its key; null when none does. */
  readonly keyVariable: string | null;
  /** False when it needs a key and has none. */
  readonly hasKey: boolean;
  readonly help: string;
  /** True when there is a CLI, but it is too old or does not run. */
  readonly isUnusable: boolean;
}

type World = Pick<CommandWorld, 'env' | 'now' | 'runProcess'>;

/** Looks for the CLI of a backend and for its key. The key itself is never part of the answer. */
export async function examineBackend(backend: AgentBackend, search: AgentSearch, world: World): Promise<BackendState> {
  const { path, install, cacheDir, variables } = search;
  const { env, now, runProcess } = world;
  const found = await findAgent(backend, { path, install, cacheDir, env, now, runProcess });
  const program = found.ok ? found.value : null;
  const keyVariable = [...backend.keyVariables, ...variables].find((name) => (env[name] ?? '').trim() !== '') ?? null;
  return {
    backend,
    program,
    foundBy: program === null ? null : howFound(program, search),
    isNewerThanTested: isNewer(program?.version ?? null, backend.pinned?.version ?? null),
    keyVariable,
    hasKey: keyVariable !== null || backend.keyVariables.length === 0,
    isUnusable: !found.ok && helpOf(found.error) !== backend.installHelp,
    help: found.ok ? '' : missingHelp(helpOf(found.error), search, backend),
  };
}

function howFound({ path }: AgentProgram, search: AgentSearch): BackendState['foundBy'] {
  if (search.path !== null) return 'option';
  return realpathSync(path).startsWith(`${realpathSync(search.cacheDir)}/`) ? 'installed' : 'path';
}

function isNewer(version: string | null, tested: string | null): boolean {
  return valid(version) !== null && valid(tested) !== null && gt(version ?? '', tested ?? '');
}

/** That npm is missing for an installation has a help of its own. */
const helpOf = (failure: Failure): string => ('help' in failure ? failure.help : failure.reason);

function missingHelp(help: string, { install }: AgentSearch, { name, program, pinned }: AgentBackend): string {
  if (name === 'command') return `there is no executable file ${program}: ${help}`;
  if (pinned === null || install) return help;
  return `${help}\nOr let the runner install ${pinned.version} for itself: --install-agent`;
}

/** What to do about a key that is not there. */
export function keyHelp({ keyVariables }: AgentBackend): string {
  const set = `set ${keyVariables.join(' or ')}, or name the variable of your provider with --agent-env`;
  const own = 'a login of your own does not count: an agent gets an empty HOME';
  const token = keyVariables.includes('CLAUDE_CODE_OAUTH_TOKEN')
    ? '\nwith a subscription, `claude setup-token` gives the value of CLAUDE_CODE_OAUTH_TOKEN'
    : '';
  return `${set}\n${own}${token}`;
}

/** What is about to be asked of agents. */
export interface AgentQuestion {
  /** The first step that asks one. */
  readonly step: PlanStep;
  /** As chosen, for example `claude` or `command:/srv/agent`. */
  readonly backend: string;
  readonly search: AgentSearch;
  readonly sandbox: SandboxMode;
  /** US dollars for the whole run; null for no limit. */
  readonly budgetUsd: number | null;
}

export interface AgentReadiness {
  /** What keeps agents from being asked; null when nothing does. */
  readonly problem: Problem | null;
  /** What a person should know all the same, one line each. */
  readonly notes: readonly string[];
}

/** Whether agents can be asked, found out before anything is spent. */
export async function agentReadiness(question: AgentQuestion, world: World): Promise<AgentReadiness> {
  const { step, search, sandbox, budgetUsd } = question;
  const found = findBackend(question.backend);
  if (!found.ok) return { problem: unknownBackend(question.backend), notes: [] };
  const backend = found.value;
  const [state, cage] = await Promise.all([
    examineBackend(backend, search, world),
    sandbox === 'off' ? null : probeSandbox(world),
  ]);
  const notes: string[] = [];
  if (state.isNewerThanTested) notes.push(newerNote(state));
  for (const name of search.variables) {
    if (world.env[name] === undefined) notes.push(`--agent-env ${name}: there is no such variable in the environment`);
  }
  if (budgetUsd !== null && !backend.tellsCost)
    notes.push(`${backend.name} does not tell what it costs: the budget of ${costText(budgetUsd)} cannot hold it`);
  if (cage?.available === false && sandbox === 'prefer')
    notes.push(`agents run without a sandbox: ${cage.why}; ${cage.fix}`);
  const who = `step ${step.number} (${step.id}) needs an agent, and`;
  if (state.program === null)
    return {
      notes,
      problem: refusal('agent-backend-missing', [
        `${who} the backend '${question.backend}' is not available`,
        state.help,
      ]),
    };
  if (!state.hasKey)
    return {
      notes,
      problem: refusal('agent-key-missing', [`${who} there is no key for ${backend.name}`, keyHelp(backend)]),
    };
  const address = wrongAddress(backend, world.env);
  if (address !== null)
    return { notes, problem: refusal('agent-address-invalid', [`${who} ${address}`, ADDRESS_HELP]) };
  if (cage?.available === false && sandbox === 'require')
    return { notes, problem: refusal('sandbox-missing', [`${who} it must run in a sandbox: ${cage.why}`, cage.fix]) };
  return { notes, problem: null };
}

const ADDRESS_HELP =
  'expected http://HOST[:PORT] or https://HOST[:PORT]; without the variable it is the address of the provider';

/** What is wrong with the variable that redirects an API; null when nothing is. Its value may hold a password: it is not shown. */
function wrongAddress({ gateway }: AgentBackend, env: CommandWorld['env']): string | null {
  const address = gateway === null ? '' : (env[gateway.variable] ?? '');
  const isUrl = URL.canParse(address) && /^https?:$/.test(new URL(address).protocol);
  return gateway === null || address === '' || isUrl ? null : `${gateway.variable} is no address of an API`;
}

/** That a version is newer than the tested one. */
function newerNote({ backend, program }: BackendState): string {
  return `${backend.name} ${program?.version ?? ''} is newer than ${backend.pinned?.version ?? ''}, which this release is tested with`;
}

function refusal(code: string, [message, help]: readonly [string, string]): Problem {
  return { code, message, help, exitCode: 2 };
}
