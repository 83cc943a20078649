import { parse } from 'yaml';
import * as z from 'zod/mini';
import en from 'zod/v4/locales/en.js';
import { err, ok, type Result } from '../base/result.js';

/** A skill of the repository, `.claude/skills/<name>/SKILL.md`, in Claude Code's format with two keys of ours. */
export interface SkillFile {
  /** A shell command; null when the skill is a text for an agent. */
  readonly run: string | null;
  /** It is used instead of a built-in skill of the same name. */
  readonly overrides: boolean;
  /** What follows the frontmatter. */
  readonly text: string;
}

const english = en().localeError;

/** Other keys are Claude Code's. */
const frontmatterSchema = z.looseObject({
  run: z._default(z.nullable(z.string().check(z.minLength(1))), null),
  overrides: z._default(z.boolean(), false),
});

/** Reads a SKILL.md. The error is one line: what is wrong with its frontmatter. */
export function parseSkillFile(source: string): Result<SkillFile, string> {
  const found = /^---\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/.exec(source);
  if (found === null) return ok({ run: null, overrides: false, text: source });
  let frontmatter: unknown;
  try {
    frontmatter = parse(found[1] ?? '', { maxAliasCount: 0 }) as unknown;
  } catch (error) {
    return err(`its frontmatter is not YAML: ${(error instanceof Error ? error.message : '').split('\n')[0] ?? ''}`);
  }
  const checked = frontmatterSchema.safeParse(frontmatter ?? {}, { error: english });
  if (!checked.success) {
    const [issue] = checked.error.issues;
    return err(`its frontmatter: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not as expected'}`);
  }
  return ok({ run: checked.data.run, overrides: checked.data.overrides, text: source.slice(found[0].length) });
}
