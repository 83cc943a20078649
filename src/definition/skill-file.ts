import * as z from 'zod/mini';
import { sortDiagnostics, type Diagnostic } from '../base/diagnostic.js';
import { checkMapping, mistypedKeys, readFrontmatter } from './frontmatter.js';
import { SourceText } from './source-text.js';

/** A skill of the repository, `.claude/skills/<name>/SKILL.md`, in Claude Code's format with two keys of ours. */
export interface SkillFile {
  /** A shell command; null when the skill is a text for an agent. */
  readonly run: string | null;
  /** It is used instead of a built-in skill of the same name. */
  readonly overrides: boolean;
  /** What follows the frontmatter. */
  readonly text: string;
}

/** Other keys are Claude Code's. */
const skillSchema = z.looseObject({
  run: z.optional(z.string().check(z.minLength(1))),
  overrides: z.optional(z.boolean()),
});

/** Keys that Claude Code documents for its skills, and ours. */
const knownSkillKeys: readonly string[] = [
  ...Object.keys(skillSchema.shape),
  'name',
  'description',
  'license',
  'metadata',
  'compatibility',
  'model',
  'effort',
  'context',
  'agent',
  'hooks',
  'allowed-tools',
  'argument-hint',
  'user-invocable',
  'disable-model-invocation',
];

/**
 * Reads a SKILL.md. `text` is its content (at most 1 MiB), `file` its path as diagnostics shall name it. `skill` is null exactly
 * when there is an error among the diagnostics. Never throws for what the text says.
 */
export function parseSkillFile(text: string, file: string): { skill: SkillFile | null; diagnostics: Diagnostic[] } {
  const source = new SourceText(file, text.startsWith('\uFEFF') ? text.slice(1) : text);
  const { content, bodyStart, diagnostics: found } = readFrontmatter(source);
  const diagnostics = [...found];
  let keys: z.infer<typeof skillSchema> = {};
  if (content !== null) {
    const place = { source, tree: content.tree, path: [], allowed: knownSkillKeys, whereElse: () => null };
    const checked = checkMapping(skillSchema, content.keys, place);
    diagnostics.push(...checked.diagnostics, ...mistypedKeys(source, content, knownSkillKeys));
    keys = checked.data ?? {};
  }
  const failed = diagnostics.some(({ severity }) => severity === 'error');
  const { run = null, overrides = false } = keys;
  const skill = failed ? null : { run, overrides, text: source.text.slice(bodyStart) };
  return { skill, diagnostics: sortDiagnostics(diagnostics) };
}
