import { dirname } from 'node:path';
import { findBackend, namedBackends } from '../agents/registry.js';
import { probeSandbox } from '../cage/probe-sandbox.js';
import type { AgentReport, DoctorDocument, SandboxReport } from '../report/doctor-document.js';
import { renderDoctor } from '../report/doctor-text.js';
import { cacheFolder } from '../runner/cache-folder.js';
import { examineBackend, type AgentSearch } from './agent-readiness.js';
import { DEFAULT_BACKEND } from './begin-run.js';
import { clean } from './console.js';
import { agentReport } from './doctor/agent-report.js';
import { diskReports } from './doctor/disk-report.js';
import { gitHubReport } from './doctor/github-report.js';
import { gitReport } from './doctor/git-report.js';
import { needsOf } from './doctor/needs.js';
import { nixReport } from './doctor/nix-report.js';
import { findRoot } from './find-root.js';
import { commonDirOf } from './lock-folder.js';
import { notificationReport } from './notification-report.js';
import { chosenBackend } from './run-choices.js';
import type { RunFlags } from './run-flags.js';
import { EXIT, type CommandWorld } from './world.js';

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
  const [git, nix, sandbox, github, ...agents] = await Promise.all([
    gitReport(world),
    nixReport(needs.nix, world),
    sandboxReport(asks && flags.sandbox === 'require', world),
    gitHubReport(root, world),
    ...(found.ok ? [report(found.value, { path: flags.agentPath ?? null, needed: asks })] : []),
    ...others.map((one) => report(one, { path: null, needed: false })),
  ]);
  const disk = diskReports({ repository: root, cache: cacheDir, needsStore: needs.nix });
  const isThere = ({ ready, needed }: { ready: boolean; needed: boolean }): boolean => ready || !needed;
  const agentsReady = [sandbox, ...agents].every(isThere);
  const machineReady = [git, ...disk.filter(({ what }) => what !== 'store')].every(isThere);
  const nixReady = [nix, ...disk].every(isThere);
  return {
    ready: agentsReady && machineReady && nixReady,
    repository: root,
    backend,
    workflows: needs.workflows,
    ready_workflows: needs.each.flatMap(({ name, nix: usesNix, agents: usesAgents }) =>
      machineReady && (nixReady || !usesNix) && (agentsReady || !usesAgents) ? [name] : [],
    ),
    ...{ git, nix, sandbox, agents, github, disk },
    notifications: notificationReport(root, world),
  };
}

async function sandboxReport(needed: boolean, world: CommandWorld): Promise<SandboxReport> {
  const found = await probeSandbox(world);
  return found.available
    ? { needed, ready: true, path: found.program, why: null, help: null }
    : { needed, ready: false, path: null, why: found.why, help: found.fix };
}
