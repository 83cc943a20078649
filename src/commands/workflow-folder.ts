import { createHash } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { join, sep } from 'node:path';
import { compareText, type Diagnostic } from '../base/diagnostic.js';
import { err, ok, type Result } from '../base/result.js';
import { decodeUtf8 } from '../definition/decode-utf8.js';
import { parseWorkflow } from '../definition/parse-workflow.js';
import type { Workflow } from '../definition/workflow.js';
import { readFileBounded } from '../files/read-file-bounded.js';
import { fileTrouble, type FileTrouble } from '../files/trouble.js';
import { WORKFLOW_FOLDER, workflowFiles } from './workflow-names.js';

export { WORKFLOW_FOLDER };

/** More than any hand-written definition; read whole, so there is a limit. */
const MAX_FILE_BYTES = 1024 * 1024;

/** The text of a file of the repository, and the SHA-256 of its bytes in hexadecimal. */
export interface TextFile {
  readonly file: string;
  readonly text: string;
  readonly sha256: string;
}

export interface LoadedWorkflow {
  readonly file: string;
  /** null when the file cannot be read. */
  readonly source: TextFile | null;
  /** null when the file has errors. */
  readonly workflow: Workflow | null;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * The workflows of a repository: `.claude/workflows/*.yaml` and `*.yml`. A file is read and parsed when it is first asked
 * for, so that a broken one disturbs only who needs it. Anything else in the folder (Claude Code keeps `*.js` there) is ignored.
 */
export class WorkflowFolder {
  /** Names of the workflows, sorted. */
  readonly names: readonly string[];
  readonly #root: string;
  readonly #files: ReadonlyMap<string, readonly string[]>;
  readonly #loaded = new Map<string, LoadedWorkflow>();

  constructor(root: string) {
    this.#root = root;
    this.#files = workflowFiles(root);
    this.names = [...this.#files.keys()].sort(compareText);
  }

  /** The workflow of that name with everything that is wrong with its file; null when there is no such file. */
  load(name: string): LoadedWorkflow | null {
    const [file, second] = this.#files.get(name) ?? [];
    if (file === undefined) return null;
    const known = this.#loaded.get(name);
    if (known !== undefined) return known;
    const loaded = second === undefined ? loadWorkflowFile(this.#root, file) : twice(file, second);
    this.#loaded.set(name, loaded);
    return loaded;
  }
}

/** Reads and parses one workflow file; `file` is relative to `root`. Never throws for what the file is or holds. */
export function loadWorkflowFile(root: string, file: string): LoadedWorkflow {
  const source = readTextFile(root, file);
  if (!source.ok) return { file, source: null, workflow: null, diagnostics: [source.error] };
  const { workflow, diagnostics } = parseWorkflow(source.value.text, file);
  const broken = diagnostics.some(({ severity }) => severity === 'error');
  return { file, source: source.value, workflow: broken ? null : workflow, diagnostics };
}

/**
 * Reads a text file of the repository: at most 1 MiB of UTF-8. A symbolic link is followed only when it stays inside of
 * the repository.
 */
export function readTextFile(root: string, file: string): Result<TextFile, Diagnostic> {
  const path = resolveInside(root, file);
  if (!path.ok) return path;
  const bytes = readFileBounded(path.value, MAX_FILE_BYTES);
  if (!bytes.ok) return err(describeTrouble(bytes.error, file));
  const decoded = decodeUtf8(bytes.value);
  if (!decoded.ok) {
    const { line, column, sourceLine } = decoded.error;
    return err({
      severity: 'error',
      code: 'not-utf8',
      message: 'the file is not UTF-8 text',
      location: { file, line, column },
      sourceLine,
      help: 'save it as UTF-8',
    });
  }
  return ok({ file, text: decoded.value, sha256: createHash('sha256').update(bytes.value).digest('hex') });
}

function resolveInside(root: string, file: string): Result<string, Diagnostic> {
  try {
    const top = realpathSync(root);
    const path = realpathSync(join(root, file));
    if (path.startsWith(`${top}${sep}`)) return ok(path);
  } catch (error) {
    return err(describeTrouble(fileTrouble(error, file), file));
  }
  return err({
    severity: 'error',
    code: 'link-leaves-repository',
    message: 'the path leads out of the repository',
    location: { file },
    help: 'replace the symbolic link by the file itself',
  });
}

function describeTrouble({ reason, code }: FileTrouble, file: string): Diagnostic {
  const found = (rule: string, message: string, help: string): Diagnostic => {
    return { severity: 'error', code: rule, message, location: { file }, help };
  };
  switch (reason) {
    case 'missing':
      return found('missing-file', 'there is no such file', 'check the path');
    case 'too-large':
      return found('file-too-large', 'the file is larger than 1 MiB', 'a definition is small; is this the right file?');
    case 'wrong-kind':
      return found('not-a-file', 'this is not a regular file', 'expected a text file');
    case 'symlink':
      return found('link-loop', 'the symbolic link leads nowhere', 'replace it by the file itself');
    case 'io':
      return found('unreadable-file', `the file cannot be read (${code})`, 'check its permissions');
  }
}

function twice(file: string, second: string): LoadedWorkflow {
  const diagnostic: Diagnostic = {
    severity: 'error',
    code: 'duplicate-workflow',
    message: `this workflow is there twice: ${file} and ${second}`,
    location: { file: second },
    help: 'remove one of the two files',
  };
  return { file, source: null, workflow: null, diagnostics: [diagnostic] };
}
