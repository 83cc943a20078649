import type { Location } from '../base/diagnostic.js';
import type { Targets } from './workflow.js';

/** Claude Code's permission modes that an agent's file may ask for. */
export type PermissionMode = 'acceptEdits' | 'bypassPermissions' | 'default' | 'dontAsk' | 'plan';

/** An agent of the repository, `.claude/agents/<name>.md`, in Claude Code's format, with tasks. */
export interface AgentFile {
  readonly name: string;
  readonly description: string;
  /** `model:`; null for the CLI's default, also when the file says `inherit`. */
  readonly model: string | null;
  /** `tools:`, each as written, for example `Bash(git log:*)`; null for all. */
  readonly tools: readonly string[] | null;
  readonly disallowedTools: readonly string[];
  readonly permissionMode: PermissionMode | null;
  readonly maxTurns: number | null;
  /** What follows the frontmatter, without its `## Tasks`: who the agent is. */
  readonly prompt: string;
  /** The sections `### TASK` below `## Tasks`, by name. */
  readonly tasks: ReadonlyMap<string, AgentTask>;
  /** `tasks:` of the frontmatter: tasks that code does. No model is asked for them. */
  readonly bindings: ReadonlyMap<string, TaskBinding>;
}

export interface AgentTask {
  /** The text of the section, without its validation. */
  readonly text: string;
  /** The bash block under `**Validation**`: evidence that the runner asks for itself; null when there is none. */
  readonly validation: string | null;
}

export type TaskBinding =
  | {
      readonly kind: 'skill';
      readonly skill: string;
      readonly targets: Targets;
      readonly options: Readonly<Record<string, unknown>>;
      readonly input: string | null;
      /** Where the file names the skill. */
      readonly location: Location;
    }
  | { readonly kind: 'command'; readonly command: string };
