import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a step wrote to the files that the runner gave it. */
export interface FileCommands {
  readonly outputs: Readonly<Record<string, string>>;
  readonly state: Readonly<Record<string, string>>;
  readonly env: Readonly<Record<string, string>>;
  /** Folders for PATH, in the order they were added. */
  readonly path: readonly string[];
  /** As shown; empty when it was too large. */
  readonly summary: string;
  /** As written. */
  readonly summarySent: string;
  /** Messages of the runner about files that it cannot take. They fail the step, but for a summary that is too large. */
  readonly errors: readonly { readonly message: string; readonly failsStep: boolean }[];
}

const FILES = {
  GITHUB_OUTPUT: 'set_output',
  GITHUB_STATE: 'save_state',
  GITHUB_ENV: 'set_env',
  GITHUB_PATH: 'add_path',
  GITHUB_STEP_SUMMARY: 'step_summary',
} as const;

/** Runner: FileCommandManager.cs, AttachmentSizeLimit. */
const MAX_SUMMARY_BYTES = 1024 * 1024;

/** Makes the empty files of one step. Returns the variables that name them. */
export function makeCommandFiles(temp: string, stepId: string): Record<keyof typeof FILES, string> {
  const folder = join(temp, '_runner_file_commands');
  mkdirSync(folder, { recursive: true });
  const entries = Object.entries(FILES).map(([variable, name]) => {
    const path = join(folder, `${name}_${stepId}`);
    writeFileSync(path, '');
    return [variable, path] as const;
  });
  return Object.fromEntries(entries) as Record<keyof typeof FILES, string>;
}

/** Reads them after the step. */
export function readCommandFiles(files: Readonly<Record<keyof typeof FILES, string>>): FileCommands {
  const errors: { message: string; failsStep: boolean }[] = [];
  const pairs = (file: string, name: string): Record<string, string> => {
    const parsed = parsePairs(contentOf(file));
    if (parsed.ok) return parsed.pairs;
    errors.push({ message: `Unable to process file command '${name}' successfully.`, failsStep: true });
    errors.push({ message: parsed.message, failsStep: true });
    return {};
  };
  const { NODE_OPTIONS: options, ...env } = pairs(files.GITHUB_ENV, 'env');
  if (options !== undefined) {
    errors.push({ message: "Can't store NODE_OPTIONS output parameter using '$GITHUB_ENV' command.", failsStep: true });
  }
  const summarySent = contentOf(files.GITHUB_STEP_SUMMARY);
  const bytes = sizeOf(files.GITHUB_STEP_SUMMARY);
  if (bytes > MAX_SUMMARY_BYTES) {
    const kilobytes = Math.floor(bytes / 1024);
    const message = `$GITHUB_STEP_SUMMARY upload aborted, supports content up to a size of 1024k, got ${kilobytes}k.`;
    errors.push({ message, failsStep: false });
  }
  return {
    outputs: pairs(files.GITHUB_OUTPUT, 'output'),
    state: pairs(files.GITHUB_STATE, 'state'),
    env,
    path: contentOf(files.GITHUB_PATH)
      .split('\n')
      .filter((line) => line !== ''),
    summary: bytes > MAX_SUMMARY_BYTES ? '' : summarySent,
    summarySent,
    errors,
  };
}

type Pairs =
  { readonly ok: true; readonly pairs: Record<string, string> } | { readonly ok: false; readonly message: string };

/** `name=value` lines and `name<<delimiter` blocks, as FileCommandManager.cs reads them on Linux: only `\n` ends a line. */
export function parsePairs(text: string): Pairs {
  const pairs: Record<string, string> = {};
  const lines = text.split('\n');
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    if (line === '') continue;
    const equals = line.indexOf('=');
    const heredoc = line.indexOf('<<');
    if (heredoc >= 0 && (equals < 0 || heredoc < equals)) {
      const name = line.slice(0, heredoc);
      const delimiter = line.slice(heredoc + 2);
      if (name === '' || delimiter === '') {
        return broken(`Invalid format '${line}'. Name must not be empty and delimiter must not be empty`);
      }
      const end = lines.indexOf(delimiter, index + 1);
      if (end < 0) return broken(`Invalid value. Matching delimiter not found '${delimiter}'`);
      pairs[name] = lines.slice(index + 1, end).join('\n');
      index = end;
    } else if (equals > 0) {
      pairs[line.slice(0, equals)] = line.slice(equals + 1);
    } else {
      return broken(`Invalid format '${line}'`);
    }
  }
  return { ok: true, pairs };
}

function broken(message: string): Pairs {
  return { ok: false, message };
}

/** A step may have removed a file: the runner takes that for an empty one. */
function contentOf(file: string): string {
  return sizeOf(file) === 0 ? '' : readFileSync(file, 'utf8');
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}
