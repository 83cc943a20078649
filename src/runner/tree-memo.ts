import { keyDigest, type MemoFolder } from '../files/memo-folder.js';
import { treeTraits, type CommitTraits } from '../git/tree-traits.js';
import type { TrustedGit } from '../git/trusted-git.js';
import { COMMIT_WORDS, flakeKey, type FlakeKey } from '../nix/memo/flake-key.js';
import { askSettings, type NixSettings, type SettingsQuestion } from '../nix/nix-settings.js';
import { isSandboxed } from '../nix/sandbox-probe.js';
import type { StepTools } from '../steps/step-kind.js';

export interface TreeMemoDeps {
  readonly folder: MemoFolder;
  readonly trusted: TrustedGit;
  readonly tools: Pick<StepTools, 'nix' | 'runProcess' | 'env'>;
}

/** What depends on the flake of a tree and the Nix that looks at it, and on nothing else. */
export type TreeFact =
  /** Builds too: the check of the flake. */
  | 'flake-check'
  /** Evaluation only: a `DerivationMap`. */
  | 'derivations';

/** The place of one fact about one tree. */
export interface TreeEntry {
  /** The same for the same tree, Nix and settings. */
  readonly id: string;
  /** What is kept, of any shape: the caller checks it. null when there is nothing. */
  readonly recall: () => unknown;
  /** True when this process has kept it: then it is no hint of somebody else's. */
  readonly isOwn: () => boolean;
  /** Keeps a JSON value, unless it cannot be written. */
  readonly remember: (value: unknown) => void;
}

/** Remembers facts by the tree of a commit, across commits, runs and processes. */
export class TreeMemo {
  readonly #deps: TreeMemoDeps;
  readonly #traits = new Map<string, CommitTraits>();
  /** By what Nix says of its sandbox: whether there really is one. */
  readonly #sandboxes = new Map<string, Promise<boolean>>();

  constructor(deps: TreeMemoDeps) {
    this.#deps = deps;
  }

  /**
   * The place of a fact about a commit's flake; null when it may not be kept (see `flakeKey`), or when git or Nix cannot tell.
   * nix.conf is read anew each time (about 30 ms).
   */
  async entry(fact: TreeFact, commit: string): Promise<TreeEntry | null> {
    const found = await this.#keyOf(commit);
    const isPure = fact === 'flake-check' ? found?.buildsArePure : found?.evaluationIsPure;
    if (found === null || isPure !== true) return null;
    const { folder } = this.#deps;
    const { key } = found;
    return {
      id: `${fact} ${keyDigest(key)}`,
      recall: () => folder.recall(fact, key),
      isOwn: () => folder.isOwn(fact, key),
      remember: (value) => folder.remember(fact, key, value),
    };
  }

  async #keyOf(commit: string): Promise<FlakeKey | null> {
    const { runProcess, env, nix: findNix } = this.#deps.tools;
    const nix = await findNix();
    if (!nix.ok) return null;
    const question = { path: nix.value.path, options: nix.value.options, runProcess, env };
    const [traits, settings] = await Promise.all([this.#traitsOf(commit), askSettings(question)]);
    if (traits === null) return null;
    return flakeKey({ traits, nix: nix.value, settings, env, isSandboxed: await this.#probe(question, settings) });
  }

  /** Once for the same settings: what the kernel allows does not change while a process runs. */
  #probe(question: SettingsQuestion, settings: NixSettings): Promise<boolean> {
    const { sandbox, 'sandbox-fallback': fallback, system } = settings;
    const about = JSON.stringify([question.path, question.options, sandbox, fallback, system]);
    const known = this.#sandboxes.get(about);
    if (known !== undefined) return known;
    const probing = isSandboxed(question, settings);
    this.#sandboxes.set(about, probing);
    return probing;
  }

  async #traitsOf(commit: string): Promise<CommitTraits | null> {
    const known = this.#traits.get(commit);
    if (known !== undefined) return known;
    const question = { commit, glob: '*.nix', words: COMMIT_WORDS, lockFile: 'flake.lock' };
    const traits = await treeTraits(this.#deps.trusted, question);
    if (!traits.ok) return null;
    this.#traits.set(commit, traits.value);
    return traits.value;
  }
}
