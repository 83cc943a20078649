import { PINS, pinned } from './pins.js';

/** When a compiled workflow starts by itself. */
export type Schedule =
  { readonly kind: 'weekly' } | { readonly kind: 'cron'; readonly cron: string } | { readonly kind: 'none' };

/** What `compile` can be asked for; the same in flags and in the first line of a compiled file. */
export interface CompileOptions {
  /** Value of `uses:` for this action: `./` or `owner/repository@sha`. */
  readonly action: string;
  /** How the result is published when the dispatch does not say; scheduled runs never do. */
  readonly publish: 'pull-request' | 'push';
  readonly onFailure: 'keep' | 'revert';
  readonly schedule: Schedule;
  /** A phase pauses, with a checkpoint, this many minutes after its job began. */
  readonly deadlineMinutes: number;
  /** Names of the secrets that agents need; only jobs that ask agents get them. */
  readonly agentSecrets: readonly string[];
  /** Whether agents must be confined; null: they must where the runner is one of GitHub's with Ubuntu, and should elsewhere. */
  readonly sandbox: 'require' | 'prefer' | 'off' | null;
  /** Name of a secret with a token for publishing, whose pull requests start checks; null: the job's own token. */
  readonly tokenSecret: string | null;
  /** Who is told how a run ended: `github-issue`, `github-comment`, and names of secrets with more; empty: nobody. */
  readonly notify: readonly string[];
}

/** GitHub ends a job on its own runners after 6 hours; the rest is for saving. */
export const DEFAULT_OPTIONS: CompileOptions = {
  action: pinned(PINS.workflowRunner),
  publish: 'pull-request',
  onFailure: 'keep',
  schedule: { kind: 'weekly' },
  deadlineMinutes: 330,
  agentSecrets: ['ANTHROPIC_API_KEY'],
  sandbox: null,
  tokenSecret: null,
  notify: [],
};

/** Receivers that need no secret. */
const ON_GITHUB = ['github-issue', 'github-comment'] as const;

/** The receiver on GitHub that a word of `notify` names; null for the name of a secret. */
export const onGitHub = (name: string): (typeof ON_GITHUB)[number] | null =>
  ON_GITHUB.find((one) => one === name) ?? null;

const LOCAL_ACTION = /^\.\/(?:[A-Za-z0-9_-][A-Za-z0-9._-]*\/?)*$/;
const PINNED_ACTION = /^[A-Za-z0-9-]+\/[A-Za-z0-9._-]+(?:\/[A-Za-z0-9._-]+)*@[0-9a-f]{40}$/;
const SECRET = /^(?!GITHUB_)[A-Za-z_][A-Za-z0-9_]{0,127}$/i;

/** True for `./…` (an action of the repository itself) and `owner/repository@sha`; tags and branches can be moved. */
export const isAction = (text: string): boolean => LOCAL_ACTION.test(text) || PINNED_ACTION.test(text);

/** True for a name that a secret can have on GitHub. */
export const isSecretName = (text: string): boolean => SECRET.test(text);

/** Allowed numbers in the fields of a cron expression: minute, hour, day of the month, month, day of the week. */
const CRON_RANGES: readonly (readonly [number, number])[] = [
  [0, 59],
  [0, 23],
  [1, 31],
  [1, 12],
  [0, 6],
];

/** True for five fields of numbers, lists, ranges and steps (POSIX cron, as GitHub takes it; names of days are not allowed here). */
export function isCron(text: string): boolean {
  const fields = text.split(' ');
  return fields.length === 5 && fields.every((field, index) => isCronField(field, CRON_RANGES[index] ?? [0, 0]));
}

function isCronField(field: string, [low, high]: readonly [number, number]): boolean {
  return field.split(',').every((part) => {
    const found = /^(?:\*|(\d{1,2})(?:-(\d{1,2}))?)(?:\/(\d{1,2}))?$/.exec(part);
    if (found === null) return false;
    const [first, last, every] = [found[1] ?? low, found[2] ?? found[1] ?? high, found[3] ?? 1].map(Number);
    if (first === undefined || last === undefined || every === undefined) return false;
    return first >= low && last <= high && first <= last && every >= 1;
  });
}

/**
 * Once a week, on Monday between 3 and 7 o'clock UTC; hour and minute differ by the name, so that workflows do not start
 * together, and never on the full hour, when GitHub is busiest.
 */
export function weeklyCron(name: string): string {
  let hash = 2166136261;
  for (const character of name) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 16777619) >>> 0;
  return `${1 + (hash % 59)} ${3 + ((hash >>> 8) % 4)} * * 1`;
}
