import { dirname } from 'node:path';
import { findBackend, namedBackends } from '../agents/registry.js';
import { commonDirOf } from './lock-folder.js';
import type { Failure } from '../base/failure.js';
import { probeSandbox } from '../cage/probe-sandbox.js';
import { findNix, NIX_HELP } from '../nix/nix-program.js';
import { childEnvironment, findProgram } from '../process/environment.js';
import { describeFailure } from '../report/describe-failure.js';
import {
  renderDoctor,
  type AgentReport,
  type DoctorDocument,
  type SandboxReport,
  type ToolReport,
} from '../report/doctor-document.js';
import { cacheFolder } from '../runner/cache-folder.js';
import { examineBackend, keyHelp, type AgentSearch, type BackendState } from './agent-readiness.js';
import { needsNix } from './asked-steps.js';
import { DEFAULT_BACKEND } from './begin-run.js';
import { clean } from './console.js';
import { findRoot } from './find-root.js';
import { loadPlanFrom } from './load-workflows.js';
import { chosenBackend } from './run-choices.js';
import type { RunFlags } from './run-flags.js';
import { WorkflowFolder } from './workflow-folder.js';
import { EXIT, type CommandWorld } from './world.js';

const VERSION_MS = 10_000;

type DoctorFlags = Pick<RunFlags, 'agentBackend' | 'agentPath' | 'sandbox' | 'agentEnv'>;

/** `doctor`: what is on this machine, and whether the workflows here can run. Exit code 1 when something that they need is missing. */
export async function doctorCommand(flags: Partial<DoctorFlags>, world: CommandWorld): Promise<number> {
  const { console } = world;
  const chosen = chosenBackend(flags, world.cwd);
  if (!chosen.ok) return console.fail(chosen.error, chosen.error.exitCode);
  const root = findRoot(world);
  if (!root.ok && world.repo !== null) return console.fail(root.error, root.error.exitCode);
  const document = await examine(
    { flags, backend: chosen.value ?? DEFAULT_BACKEND, root: root.ok ? root.value : null },
    world,
  );
  console.json(document);
  console.print(renderDoctor(document, { clean, paint: console.paint }));
  return document.ready ? EXIT.completed : EXIT.failed;
}

interface Subject {
  readonly flags: Partial<DoctorFlags>;
  readonly backend: string;
  /** The checkout; null outside of one. */
  readonly root: string | null;
}

/** Everything is looked for at once: the slowest of it is what the command takes. */
async function examine({ flags, backend, root }: Subject, world: CommandWorld): Promise<DoctorDocument> {
  const needs = needsOf(root);
  const cacheDir = cacheFolder(root === null ? world.cwd : commonDirOf(root), world.env);
  const search = { install: false, cacheDir: dirname(cacheDir), variables: flags.agentEnv ?? [] };
  const asks = needs.workflows.asking_agents > 0;
  const found = findBackend(backend);
  const others = namedBackends.filter(({ name }) => name !== backend);
  const report = async (
    one: (typeof others)[number],
    { path, needed }: Pick<AgentSearch, 'path'> & { needed: boolean },
  ): Promise<AgentReport> => agentReport(await examineBackend(one, { ...search, path }, world), needed);
  const [git, nix, sandbox, ...agents] = await Promise.all([
    gitReport(world),
    nixReport(needs.nix, world),
    sandboxReport(asks && flags.sandbox === 'require', world),
    ...(found.ok ? [report(found.value, { path: flags.agentPath ?? null, needed: asks })] : []),
    ...others.map((one) => report(one, { path: null, needed: false })),
  ]);
  const ready = [git, nix, sandbox, ...agents].every((one) => one.ready || !one.needed);
  return { ready, repository: root, backend, workflows: needs.workflows, git, nix, sandbox, agents };
}

/** What the workflows of the checkout need. One that is not valid is counted, and needs nothing. */
function needsOf(root: string | null): { readonly nix: boolean; readonly workflows: DoctorDocument['workflows'] } {
  if (root === null) return { nix: false, workflows: { total: 0, asking_agents: 0, invalid: 0 } };
  const folder = new WorkflowFolder(root);
  const plans = folder.names.flatMap((name) => {
    const loaded = loadPlanFrom(root, folder, name);
    return loaded.ok ? [loaded.value.plan] : [];
  });
  const total = folder.names.length;
  const asking = plans.filter(({ steps }) => steps.some(({ asksAgent }) => asksAgent)).length;
  return {
    nix: plans.some((plan) => needsNix(plan, root)),
    workflows: { total, asking_agents: asking, invalid: total - plans.length },
  };
}

const OLDEST_GIT = [2, 38] as const;
const GIT_HELP = `Install git ${OLDEST_GIT.join('.')} or newer: on Debian or Ubuntu \`sudo apt-get install git\`, elsewhere see https://git-scm.com/downloads`;

async function gitReport({ env, runProcess }: CommandWorld): Promise<ToolReport> {
  const path = findProgram('git', env['PATH'] ?? '');
  if (path === null) return { needed: true, ready: false, path, version: null, help: GIT_HELP };
  const { stdout } = await runProcess({
    argv: [path, '--version'],
    cwd: '/',
    env: childEnvironment(env),
    timeoutMs: VERSION_MS,
  });
  const version = /^git version (\d+(?:\.\d+)+)/.exec(stdout.toString('utf8'))?.[1] ?? null;
  const [major = 0, minor = 0] = (version ?? '').split('.').map(Number);
  const ready = major > OLDEST_GIT[0] || (major === OLDEST_GIT[0] && minor >= OLDEST_GIT[1]);
  return { needed: true, ready, path, version, help: ready ? null : GIT_HELP };
}

async function nixReport(needed: boolean, { env, runProcess }: CommandWorld): Promise<ToolReport> {
  const path = findProgram('nix', env['PATH'] ?? '');
  if (path === null) return { needed, ready: false, path, version: null, help: NIX_HELP };
  const found = await findNix({ runProcess, env: childEnvironment(env), path });
  if (found.ok) return { needed, ready: true, path, version: found.value.version, help: null };
  return { needed, ready: false, path, version: null, help: helpOf(found.error) };
}

const helpOf = (failure: Failure): string => describeFailure(failure).help;

async function sandboxReport(needed: boolean, world: CommandWorld): Promise<SandboxReport> {
  const found = await probeSandbox(world);
  return found.available
    ? { needed, ready: true, path: found.program, why: null, help: null }
    : { needed, ready: false, path: null, why: found.why, help: found.fix };
}

function agentReport(state: BackendState, needed: boolean): AgentReport {
  const { backend, program, hasKey } = state;
  const ready = program !== null && hasKey;
  const what = program === null ? state.help : hasKey ? null : keyHelp(backend);
  // For what nothing here needs, the command is enough.
  const help = needed || state.isUnusable || program !== null ? what : backend.installHelp;
  return {
    backend: backend.name,
    needed,
    ready,
    status: statusOf(state),
    path: program?.path ?? null,
    found_by: state.foundBy,
    version: program?.version ?? null,
    oldest_version: backend.oldestVersion,
    tested_version: backend.pinned?.version ?? null,
    newer_than_tested: state.isNewerThanTested,
    key_variables: backend.keyVariables,
    key_variable: state.keyVariable,
    install: backend.installHelp,
    help: ready ? null : help,
  };
}

function statusOf({ program, hasKey, isUnusable }: BackendState): AgentReport['status'] {
  if (program === null) return isUnusable ? 'unusable' : 'not-found';
  return hasKey ? 'ready' : 'no-key';
}
