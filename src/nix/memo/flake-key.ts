import type { MemoKey } from './remembered-pass.js';
import type { NixProgram } from '../nix-program.js';
import type { NixSettings } from '../nix-settings.js';

/** What is known of a commit's tree without evaluating it. */
export interface TreeTraits {
  /** Id of the tree object. */
  readonly tree: string;
  readonly commit: string;
  /** Submodules: Nix sees them as empty folders, or not at all. */
  readonly hasSubmodules: boolean;
  /** A `.gitattributes` names a filter (Git LFS, git-crypt): the files are then not what the tree says. */
  readonly hasFilters: boolean;
  /** A `.nix` file has one of `COMMIT_WORDS`. */
  readonly mentionsCommit: boolean;
  /** The text of `flake.lock`; null when there is none. */
  readonly lock: string | null;
}

/** Attributes of `self` (and `getFlake`) by which a flake learns of its commit: two commits of one tree may then differ. */
export const COMMIT_WORDS = [
  ...['rev', 'shortRev', 'dirtyRev', 'dirtyShortRev', 'revCount'],
  ...['lastModified', 'lastModifiedDate', 'sourceInfo', 'getFlake'],
] as const;

/** The settings that evaluation and builds depend on; those of the network, the store's upkeep and the display do not count. */
const SETTINGS = [
  ...['abort-on-warn', 'allow-import-from-derivation', 'allow-new-privileges', 'allowed-impure-host-deps'],
  ...['allowed-uris', 'eval-system', 'experimental-features', 'extra-platforms', 'filter-syscalls', 'impure-env'],
  ...['impersonate-linux-26', 'lazy-trees', 'max-call-depth', 'plugin-files', 'pure-eval', 'restrict-eval'],
  ...['sandbox', 'sandbox-fallback', 'sandbox-paths', 'store', 'system', 'system-features', 'use-case-hack'],
] as const;

/** Changed when what is checked of a tree, or how, becomes something else. */
const FORMAT = 1;

export interface FlakeKey {
  readonly key: MemoKey;
  /** False where builds see the machine (no sandbox): what they say holds for today only. */
  readonly buildsArePure: boolean;
  /** False where evaluation may use what such builds have made. */
  readonly evaluationIsPure: boolean;
}

export interface FlakeSubject {
  readonly traits: TreeTraits;
  readonly nix: Pick<NixProgram, 'versionLine' | 'options'>;
  readonly settings: NixSettings;
  /** Whether builds are really confined: see `isSandboxed`. */
  readonly isSandboxed: boolean;
  /** `NIX_STORE_DIR` and the like of Nix's environment. */
  readonly env: Readonly<Record<string, string>>;
}

/**
 * Everything that the check of a clean checkout depends on; null when that is more than can be named: impure evaluation,
 * inputs that are not locked, submodules, filters. Only the flake at the top is checked, without overrides.
 *
 * Measured on Nix 2.8, 2.26 and 2.34: the tree and the lock file in it decide, and besides them only the version (2.8 leaves
 * out what is `export-ignore`), the system, settings, and the commit, where it is asked for.
 */
export function flakeKey({ traits, nix, settings, isSandboxed, env }: FlakeSubject): FlakeKey | null {
  const { tree, commit, hasSubmodules, hasFilters, mentionsCommit, lock } = traits;
  const isImpure = settings['pure-eval'] !== true || settings['allow-unsafe-native-code-during-evaluation'] === true;
  if (isImpure || hasSubmodules || hasFilters || !isLocked(lock)) return null;
  const key: MemoKey = {
    format: FORMAT,
    tree,
    commit: mentionsCommit ? commit : null,
    nix: nix.versionLine,
    options: nix.options,
    storeDir: env['NIX_STORE_DIR'] ?? null,
    settings: SETTINGS.map((name) => `${name} = ${settingText(settings[name])}`),
  };
  const evaluationIsPure = isSandboxed || settings['allow-import-from-derivation'] === false;
  return { key, buildsArePure: isSandboxed, evaluationIsPure };
}

/** Lists of Nix are sets: their order is the one of a hash. */
function settingText(value: unknown): string {
  if (!Array.isArray(value)) return value === undefined ? '' : JSON.stringify(value);
  return JSON.stringify(value.map((item) => JSON.stringify(item)).sort());
}

/** Whether every input is pinned by its content; one inside the flake itself (`parent`, Nix 2.26) is by the tree. */
function isLocked(lock: string | null): boolean {
  if (lock === null) return true;
  try {
    const { nodes, root } = JSON.parse(lock) as { nodes?: Record<string, LockNode | null>; root?: unknown };
    if (typeof nodes !== 'object') return false;
    return Object.entries(nodes).every(
      ([name, node]) => name === root || typeof node?.locked?.narHash === 'string' || Array.isArray(node?.parent),
    );
  } catch {
    return false;
  }
}

interface LockNode {
  readonly locked?: { readonly narHash?: unknown } | null;
  readonly parent?: unknown;
}
