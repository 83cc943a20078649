import type { Diagnostic } from '../../base/diagnostic.js';
import { positionAt } from '../../nix/syntax/position.js';

interface LockNode {
  readonly locked?: { readonly type?: unknown; readonly path?: unknown; readonly url?: unknown };
  readonly inputs?: Readonly<Record<string, unknown>>;
}

/** Kinds of inputs that exist on one machine, or need its keys. */
const LOCAL_TYPES = new Set(['path', 'file']);

/**
 * Warnings about inputs in `flake.lock` that another machine, such as a hosted runner, cannot fetch: paths of this machine, and
 * repositories by ssh. `text` is the lock file (format: `nix flake` manual, "Lock files", version 7).
 */
export function lockFindings(text: string): Diagnostic[] {
  const nodes = lockNodes(text);
  if (nodes === null)
    return [
      {
        ...place(text, ''),
        severity: 'error',
        code: 'lock-unreadable',
        message: 'flake.lock is not a lock file of Nix',
        help: 'run `nix flake lock` and commit the file',
      },
    ];
  return Object.entries(nodes).flatMap(([name, { locked, inputs }]) => {
    if (locked === undefined) return name === 'root' || inputs !== undefined ? [] : [unlocked(text, name)];
    const where = unreachable(locked);
    if (where === null) return [];
    const message = `input ${JSON.stringify(name)} is ${where}: another machine cannot fetch it`;
    return [
      {
        ...place(text, name),
        severity: 'warning',
        code: 'local-input',
        message,
        help: 'use a public address, or run on a machine that has it',
      },
    ];
  });
}

/** Error for inputs that `flake.nix` names and the lock file does not, given the names that it declares. */
export function missingLocks(declared: readonly string[], text: string | null): Diagnostic[] {
  const root = text === null ? {} : (lockNodes(text)?.['root']?.inputs ?? {});
  return declared
    .filter((name) => !Object.hasOwn(root, name))
    .map((name) => ({
      severity: 'warning',
      code: 'input-not-locked',
      message: `input ${JSON.stringify(name)} is not in flake.lock`,
      location: { file: 'flake.nix' },
      help: 'run `nix flake lock` and commit flake.lock: unlocked inputs change under your feet',
    }));
}

function unlocked(text: string, name: string): Diagnostic {
  return {
    ...place(text, name),
    severity: 'warning',
    code: 'input-not-locked',
    message: `input ${JSON.stringify(name)} has no locked version`,
    help: 'run `nix flake lock` and commit flake.lock',
  };
}

function unreachable({ type, path, url }: NonNullable<LockNode['locked']>): string | null {
  if (typeof type !== 'string') return null;
  if (type === 'path') return typeof path === 'string' && path.startsWith('/') ? `the path ${path}` : null;
  if (typeof url !== 'string') return null;
  if (LOCAL_TYPES.has(type) || url.startsWith('file:')) return url.startsWith('http') ? null : `the file ${url}`;
  return /^(?:git\+)?ssh:/.test(url) || /^[\w.-]+@[\w.-]+:/.test(url) ? `fetched by ssh from ${url}` : null;
}

function lockNodes(text: string): Record<string, LockNode> | null {
  try {
    const { nodes } = JSON.parse(text) as { nodes?: unknown };
    const isRecord = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value);
    return isRecord(nodes) && Object.values(nodes as object).every(isRecord)
      ? (nodes as Record<string, LockNode>)
      : null;
  } catch {
    return null;
  }
}

function place(text: string, node: string): Pick<Diagnostic, 'location'> {
  const at = node === '' ? -1 : text.indexOf(`${JSON.stringify(node)}: {`);
  if (at === -1) return { location: { file: 'flake.lock' } };
  const { line, column } = positionAt(text, at);
  return { location: { file: 'flake.lock', line, column } };
}
