import type { Diagnostic } from '../../base/diagnostic.js';
import { positionAt } from '../../nix/syntax/position.js';
import type { Span } from '../../nix/syntax/syntax-tree.js';
import { at, type Finding } from '../finding.js';
import { declaredInputs, type FlakeFile } from './flake-file.js';

interface LockNode {
  readonly locked?: { readonly type?: unknown; readonly path?: unknown; readonly url?: unknown };
  readonly inputs?: Readonly<Record<string, unknown>>;
}

/** Kinds of inputs that exist on one machine, or need its keys. */
const LOCAL_TYPES = new Set(['path', 'file']);

/**
 * Warnings about inputs in `flake.lock` that another machine, such as a hosted runner, cannot fetch: paths of this machine, and
 * repositories by ssh. `text` is the lock file (format: `nix flake` manual, "Lock files", version 7); an input that `flake` itself
 * declares is told there.
 */
export function lockFindings(text: string, flake: FlakeFile | null): Diagnostic[] {
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
  const names = inputNames(nodes, rootName(text));
  const declared = flake === null ? new Map<string, Span>() : declaredInputs(flake);
  return Object.entries(nodes).flatMap(([name, { locked, inputs }]) => {
    if (locked === undefined) return name === rootName(text) || inputs !== undefined ? [] : [unlocked(text, name)];
    const where = unreachable(locked);
    if (where === null) return [];
    const way = names.get(name) ?? [name];
    const input = declared.get(way.length === 1 ? (way[0] ?? '') : '');
    const finding: Finding = {
      severity: 'warning',
      code: 'local-input',
      message: `input ${JSON.stringify(way.join('/'))} is ${where}: another machine cannot fetch it`,
      help: 'use a public address, or run on a machine that has it',
    };
    return flake === null || input === undefined
      ? [{ ...place(text, name), ...finding }]
      : [at(flake.file, input, finding)];
  });
}

/** How deep inputs of inputs are named. */
const MOST_NAMES = 16;

/** The inputs that lead to each node of the lock file, as they are named from `flake.nix` on; the shortest way there. */
function inputNames(nodes: Readonly<Record<string, LockNode>>, root: string): Map<string, readonly string[]> {
  const ways = new Map<string, readonly string[]>([[root, []]]);
  for (const [node, way] of ways) {
    if (way.length >= MOST_NAMES || !Object.hasOwn(nodes, node)) continue;
    // a list is the way of a `follows`; it leads to nodes that others lead to
    for (const [name, to] of Object.entries(nodes[node]?.inputs ?? {}))
      if (typeof to === 'string' && !ways.has(to)) ways.set(to, [...way, name]);
  }
  return ways;
}

/**
 * Errors for inputs that `flake.nix` declares and the lock file (null when there is none) does not name. Nothing is said of a lock
 * file that cannot be read.
 */
export function missingLocks(flake: FlakeFile, text: string | null): Diagnostic[] {
  const nodes = text === null ? {} : lockNodes(text);
  if (nodes === null) return [];
  const root = nodes[rootName(text)]?.inputs ?? {};
  return [...declaredInputs(flake)]
    .filter(([name]) => !Object.hasOwn(root, name))
    .map(([name, place]) =>
      at(flake.file, place, {
        severity: 'error',
        code: 'input-not-locked',
        message: `input ${JSON.stringify(name)} is not in flake.lock`,
        help: 'run `nix flake lock` and commit flake.lock',
      }),
    );
}

/** Warnings about nodes of the lock file that no input leads to, and about inputs that the flake no longer declares. */
export function needlessLocks(flake: FlakeFile, text: string): Diagnostic[] {
  const nodes = lockNodes(text);
  if (nodes === null || !flake.isComplete) return [];
  const declared = declaredInputs(flake);
  const root = rootName(text);
  const gone = Object.keys(nodes[root]?.inputs ?? {}).filter((name) => !declared.has(name));
  const needed = new Set<string>();
  const pending = [root];
  for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
    if (needed.has(name) || !Object.hasOwn(nodes, name)) continue;
    needed.add(name);
    // a list is the way of a `follows`; it leads to nodes that others lead to
    for (const to of Object.values(nodes[name]?.inputs ?? {})) if (typeof to === 'string') pending.push(to);
  }
  const help = 'run `nix flake lock` and commit flake.lock';
  const needless = (name: string, message: string): Diagnostic => ({
    ...place(text, name),
    ...{ severity: 'warning', code: 'lock-not-needed', message, help },
  });
  return [
    ...gone.map((name) =>
      needless(root, `flake.lock has the input ${JSON.stringify(name)}, which flake.nix does not declare`),
    ),
    ...Object.keys(nodes)
      .filter((name) => !needed.has(name))
      .map((name) => needless(name, `no input leads to ${JSON.stringify(name)} in flake.lock`)),
  ];
}

function rootName(text: string | null): string {
  const { root } = (text === null ? {} : JSON.parse(text)) as { root?: unknown };
  return typeof root === 'string' ? root : 'root';
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
