import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { compareText } from '../../base/diagnostic.js';
import { readFileBounded } from '../../files/read-file-bounded.js';

/** What `init` can begin with: folders of `templates/`. */
export const TEMPLATES = ['minimal', 'nixos-restructuring'] as const;
export type Template = (typeof TEMPLATES)[number];

/** A file that a template brings: its place in the repository, and its text. */
export interface TemplateFile {
  readonly path: string;
  readonly text: string;
}

/** The program is at most this deep below the folder that holds `templates/`: dist/cli/index.js. */
const DEPTH = 4;
/** Ours are small; more is not ours. */
const MAX_BYTES = 256 * 1024;
const MARK = join('templates', 'minimal', 'workflows', 'hello.yaml');

/** `templates/` of the package that the program file is of; null where the program was copied without it. */
export function templateFolder(programFile: string): string | null {
  let folder = dirname(programFile);
  for (let depth = 0; depth < DEPTH; depth += 1, folder = dirname(folder)) {
    if (existsSync(join(folder, MARK))) return join(folder, 'templates');
  }
  return null;
}

/**
 * The files of a template, sorted by path: workflows (each with a first line that tells editors its schema, a file beside it),
 * agents, and the slash command of Claude Code. Throws when the package is damaged.
 */
export function templateFiles(folder: string, template: Template): TemplateFile[] {
  const workflows = filesIn(join(folder, template, 'workflows'), '.claude/workflows').map(({ path, text }) => ({
    path,
    text: `# yaml-language-server: $schema=${SCHEMA_NAME}\n${text}`,
  }));
  const agents = filesIn(join(folder, template, 'agents'), '.claude/agents');
  const commands = filesIn(join(folder, 'claude-code', 'commands'), '.claude/commands');
  return [...workflows, ...agents, ...commands].sort((a, b) => compareText(a.path, b.path));
}

/** Beside the workflows, so that editors find it without a network, and it is of the version that wrote it. */
export const SCHEMA_NAME = 'workflow.schema.json';

function filesIn(folder: string, place: string): TemplateFile[] {
  return readdirSync(folder).map((name) => {
    const bytes = readFileBounded(join(folder, name), MAX_BYTES);
    if (!bytes.ok) throw new Error(`${join(folder, name)} cannot be read: ${bytes.error.reason}`);
    return { path: `${place}/${name}`, text: bytes.value.toString('utf8') };
  });
}
