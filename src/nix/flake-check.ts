import { join } from 'node:path';
import { compareText, type Diagnostic } from '../base/diagnostic.js';
import type { Failure } from '../base/failure.js';
import { checkAttributes, type RunNix } from './check-attributes.js';
import { diagnose, type KnownChecks } from './diagnose.js';
import { NO_HOSTS } from './flake-outputs.js';
import { entriesAnswer, textsAnswer } from './json-answer.js';
import { isFile, runNixCommand, type NixCommand, type NixRequest } from './nix-command.js';
import { nixMissing } from './nix-program.js';
import { NixTree } from './nix-tree.js';
import { nixString } from './syntax/print-value.js';
import { treeContext } from './tree-context.js';
import { unexplainedFailure } from './unexplained-failure.js';

export interface FlakeCheckRequest extends NixRequest {
  /** One build at a time on one core, and each host in a process of its own: for what ran out of memory. */
  readonly alone?: boolean;
}

export type FlakeCheck =
  | {
      readonly ok: true;
      readonly warnings: readonly Diagnostic[];
      /** `toplevel.drvPath` of every NixOS configuration: equal paths mean equal systems. */
      readonly hosts: Readonly<Record<string, string>>;
    }
  /** The flake was checked and is not right. */
  | {
      readonly ok: false;
      readonly failure: null;
      readonly diagnostics: readonly Diagnostic[];
      readonly outputTail: string;
    }
  /** It could not be checked: Nix is missing, time is up, or it was stopped. */
  | { readonly ok: false; readonly failure: Failure }
  | { readonly ok: false; readonly failure: 'no-flake' };

type Hosts = Readonly<Record<string, string>>;

const HOSTS = 'builtins.mapAttrs (name: host: host.config.system.build.toplevel.drvPath)';
const HOST_NAMES = 'builtins.attrNames';

const ALONE = ['--option', 'max-jobs', '1', '--option', 'cores', '1'];

/**
 * Checks a flake: `nix flake check`, and then the forced `toplevel.drvPath` of every host, because `nix flake check` asks a
 * NixOS configuration only whether it is a derivation: a misspelt package passes it. When a build failed, the check is run
 * again with `--keep-going` to find the other failing checks too. Never writes to the checkout.
 */
export async function checkFlake(request: FlakeCheckRequest): Promise<FlakeCheck> {
  if (!isFile(join(request.root, 'flake.nix'))) return { ok: false, failure: 'no-flake' };
  let spentMs = 0;
  const run: RunNix = async (...args) => {
    const { timeoutMs, alone, ...rest } = request;
    const left = timeoutMs === undefined ? {} : { timeoutMs: timeoutMs - spentMs };
    const command = await runNixCommand({ ...rest, ...left }, [...args, ...(alone === true ? ALONE : [])]);
    spentMs += command.result.durationMs;
    return command;
  };
  const first = await run('flake', 'check', '.');
  const isBuild = hasFailedBuild(request, first);
  const checked = isBuild ? await run('flake', 'check', '--keep-going', '.') : first;
  if (checked.result.exitCode !== 0)
    return failedCheck(request, checked, isBuild ? await checkAttributes(run) : undefined);
  const warnings = diagnose(checked.log, contextOf(request));
  const listed = await listHosts(run, request.alone === true);
  return listed.hosts === null ? failedCheck(request, listed.command) : { ok: true, warnings, hosts: listed.hosts };
}

async function listHosts(run: RunNix, alone: boolean): Promise<ListedHosts> {
  if (alone) return await listOneByOne(run);
  const command = await run('eval', '--json', '.#nixosConfigurations', '--apply', HOSTS);
  return { command, hosts: hostsOf(command) ?? noHosts(command) };
}

interface ListedHosts {
  readonly command: NixCommand;
  /** null when the command failed. */
  readonly hosts: Hosts | null;
}

/** A process for each host: the memory of one is free before the next begins. */
async function listOneByOne(run: RunNix): Promise<ListedHosts> {
  const listed = await run('eval', '--json', '.#nixosConfigurations', '--apply', HOST_NAMES);
  const names = textsAnswer(listed);
  if (names === null) return { command: listed, hosts: noHosts(listed) };
  const hosts: [string, string][] = [];
  for (const name of names) {
    const only = `all: ${HOSTS} { host = all.${nixString(name)}; }`;
    const command = await run('eval', '--json', '.#nixosConfigurations', '--apply', only);
    const host = hostsOf(command)?.['host'];
    if (host === undefined) return { command, hosts: null };
    hosts.push([name, host]);
  }
  return { command: listed, hosts: Object.fromEntries(hosts) };
}

/** None, when that is what Nix says. */
function noHosts({ readableTail }: NixCommand): Hosts | null {
  return NO_HOSTS.test(readableTail) ? {} : null;
}

/** Evaluation stops at the first error and reports it best then; of builds the user wants to see all that fail. */
function hasFailedBuild(request: FlakeCheckRequest, { result, log }: NixCommand): boolean {
  if (result.end !== 'exited' || result.exitCode === 0 || !log.includes('builder')) return false;
  return diagnose(log, contextOf(request)).some(({ code }) => code === 'nix-build-failed');
}

function failedCheck(request: FlakeCheckRequest, command: NixCommand, checks?: KnownChecks): FlakeCheck {
  const { result, log, readableTail } = command;
  switch (result.end) {
    case 'timed-out':
      return { ok: false, failure: { reason: 'timed-out', limitMs: request.timeoutMs ?? 0 } };
    case 'cancelled':
      return { ok: false, failure: { reason: 'cancelled' } };
    case 'not-found':
      return { ok: false, failure: nixMissing() };
    case 'not-started':
    case 'exited': {
      const found = diagnose(log, contextOf(request), checks);
      const diagnostics = found.some(({ severity }) => severity === 'error')
        ? found
        : [...found, unexplainedFailure('nix flake check', command)];
      return { ok: false, failure: null, diagnostics, outputTail: readableTail };
    }
  }
}

function contextOf({ root }: FlakeCheckRequest): ReturnType<typeof treeContext> {
  return treeContext(NixTree.read(root));
}

/** Sorted by name; null when the command did not give a path for each. A set may call anything its `drvPath`. */
function hostsOf(command: NixCommand): Hosts | null {
  const found = entriesAnswer(command)?.map(([name, path]) =>
    typeof path === 'string' ? ([name, path] as const) : null,
  );
  if (found?.every((host) => host !== null) !== true) return null;
  return Object.fromEntries([...found].sort(([a], [b]) => compareText(a, b)));
}
