import type { NixLogLine } from './json-log.js';

/** What is known about where the repository's files lie when Nix names them. */
export interface PathView {
  readonly context: {
    readonly root: string;
    readonly exists: (path: string) => boolean;
    readonly findImport: (path: string) => unknown;
  };
  /** The store path of the flake itself, when the log tells it. */
  readonly source: string | null;
}

/** `/nix/store/<hash>-source/…`: a copy of a flake, ours or an input's (base-32 without e, o, t, u). */
const STORE_SOURCE = /^(.*\/[0-9a-df-np-sv-z]{32}-source)\/(.+)$/;

/** The store copy of the flake being checked: Nix evaluates its own `flake.nix` before any input's. */
export function ownSource(lines: readonly NixLogLine[]): string | null {
  for (const { msg } of lines) {
    const source = /^evaluating file '(.+-source)\/flake\.nix'$/.exec(msg ?? '')?.[1];
    if (source !== undefined) return source;
  }
  return null;
}

/** Path from the root for a path that Nix printed (repository or store copy, with or without `:line:column`); null for foreign files. */
export function repositoryPath(printed: string | null | undefined, { context, source }: PathView): string | null {
  if (printed === null || printed === undefined) return null;
  const path = printed.replace(/:\d+:\d+$/, '');
  for (const root of source === null ? [context.root] : [context.root, source]) {
    if (path.startsWith(`${root}/`)) return path.slice(root.length + 1);
  }
  const [, copy, rest] = STORE_SOURCE.exec(path) ?? [];
  if (copy === undefined || rest === undefined || (source !== null && copy !== source)) return null;
  return context.exists(rest) || context.findImport(rest) !== null ? rest : null;
}

/**
 * Whether a file is a copy of nixpkgs kept in the repository. The module system reports most errors at its own lines;
 * the user's file is then further up the trace.
 */
export function isLibrary(path: string): boolean {
  return /(?:^|\/)nixpkgs[^/]*\//.test(path);
}
