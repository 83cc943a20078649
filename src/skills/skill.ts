import type { z } from 'zod';
import type { Diagnostic } from '../base/diagnostic.js';
import type { Failure } from '../base/failure.js';
import type { Result } from '../base/result.js';
import type { Targets } from '../definition/workflow.js';
import type { FlakeCheck } from '../nix/flake-check.js';
import type { NixProgram } from '../nix/nix-program.js';
import type { RunProcess } from '../process/process.js';

/** Any JSON value. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

/** What a skill is given. It may change files below `root`, and nothing else. */
export interface SkillContext {
  /** Absolute path of the checkout to work on. */
  readonly root: string;
  readonly targets: Targets;
  readonly options: Readonly<Record<string, unknown>>;
  readonly input: string | null;
  readonly runProcess: RunProcess;
  /** Whole environment of the programs that it starts. */
  readonly env: Readonly<Record<string, string>>;
  /** Nix as it was found before anything of the repository ran; asked only by skills that need it. */
  readonly nix: () => Promise<Result<NixProgram, Failure>>;
  /** Checks the flake, or knows the answer already, as long as the files are those of a commit; else, and left out: null. */
  readonly checkCommit?: () => Promise<FlakeCheck | null>;
  readonly signal?: AbortSignal;
  readonly timeoutMs?: number;
  readonly onOutput: (text: string) => void;
}

export interface SkillReport {
  readonly skill: string;
  /** One line: what was looked at and what came of it. */
  readonly summary: string;
  /** Files written, moved (from and to) or removed, from the root, sorted. */
  readonly changed: readonly string[];
  /** Warnings; errors make the skill fail. */
  readonly diagnostics: readonly Diagnostic[];
  /** For conditions and for the results file. */
  readonly outputs: Readonly<Record<string, Json>>;
}

/**
 * A built-in skill: deterministic, and idempotent, so that a second run changes nothing. Wrong options or targets are a failure
 * before any file is touched.
 */
export interface Skill {
  readonly name: string;
  /** One line for lists. */
  readonly summary: string;
  /** Of `options:`; strict. */
  readonly optionsSchema: z.ZodObject;
  /** Names of the options that the command line also takes by their place. */
  readonly positional: readonly string[];
  readonly run: (context: SkillContext) => Promise<Result<SkillReport, Failure>>;
}
