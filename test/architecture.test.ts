import { describe, expect, test } from '@jest/globals';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { basename, dirname, join, relative, resolve } from 'node:path';
import ts from 'typescript';

/** Rooms without I/O, clock, randomness or `process`: the same input gives the same output. */
const pureRooms = ['base', 'definition', 'plan', 'engine', 'report', 'nix/syntax', 'compile'];
const pureFiles = ['process/terminal-text.ts', 'process/secret-forms.ts', 'process/redact.ts'];

/** Packages that a pure room may use: none of them does I/O of its own. */
const purePackages = ['yaml', 'zod', 'semver', 'picomatch', 'fastest-levenshtein', '@actions/expressions'];

/**
 * What a room may import: rooms, `room(types)` for type-only imports, single files. A room that is not listed must be added here first.
 * Every room may import `base`, and itself.
 */
const allowed: Readonly<Record<string, readonly string[]>> = {
  base: [],
  files: [],
  process: ['files'],
  definition: [],
  plan: ['definition'],
  engine: ['definition', 'plan'],
  report: ['plan', 'engine', 'definition', 'process/terminal-text.ts'],
  compile: ['plan', 'definition'],
  journal: ['engine', 'files'],
  git: ['process(types)', 'files'],
  nix: ['process(types)'],
  skills: ['nix', 'definition(types)', 'process(types)'],
  cage: ['process', 'files'],
  agents: ['process', 'definition(types)', 'files'],
  notify: ['report', 'definition', 'process', 'files', 'cage/dial.ts'],
  steps: ['definition', 'skills', 'agents', 'cage(types)', 'process(types)', 'engine(types)', 'nix', 'plan(types)'],
  runner: ['definition', 'plan', 'engine', 'journal', 'git', 'steps', 'nix', 'files', 'process(types)'],
};

/** Rooms near the doors, where everything comes together, and the doors. They may import all but a door. */
const composing = ['commands', 'github'];
const doors = ['cli.ts', 'action.ts'];

interface Import {
  readonly target: string;
  readonly typeOnly: boolean;
}

interface Source {
  /** Below src/, for example `plan/plan.ts`. */
  readonly path: string;
  readonly room: string;
  readonly tree: ts.SourceFile;
  readonly imports: readonly Import[];
}

const sources: readonly Source[] = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .sort()
  .map(readSource);

function readSource(path: string): Source {
  const tree = ts.createSourceFile(path, readFileSync(join('src', path), 'utf8'), ts.ScriptTarget.ES2023, true);
  const imports: Import[] = [];
  visit(tree, (node) => {
    const found = importOf(node);
    if (found !== null) imports.push(found);
  });
  return { path, room: roomOf(path), tree, imports };
}

function importOf(node: ts.Node): Import | null {
  if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
    const names = node.importClause?.namedBindings;
    const eachIsType =
      node.importClause?.name === undefined &&
      names !== undefined &&
      ts.isNamedImports(names) &&
      names.elements.length > 0 &&
      names.elements.every((element) => element.isTypeOnly);
    const isType = node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
    return { target: node.moduleSpecifier.text, typeOnly: isType || eachIsType };
  }
  if (ts.isExportDeclaration(node) && node.moduleSpecifier !== undefined && ts.isStringLiteral(node.moduleSpecifier)) {
    return { target: node.moduleSpecifier.text, typeOnly: node.isTypeOnly };
  }
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
    const [target] = node.arguments;
    return { target: target !== undefined && ts.isStringLiteral(target) ? target.text : '(computed)', typeOnly: false };
  }
  return null;
}

function visit(node: ts.Node, each: (node: ts.Node) => void): void {
  each(node);
  node.forEachChild((child) => visit(child, each));
}

function roomOf(path: string): string {
  return path.includes('/') ? (path.split('/')[0] ?? '') : path;
}

/** Path below src/ of what a relative import means; null for packages and node:*. */
function resolved(source: Source, target: string): string | null {
  if (!target.startsWith('.')) return null;
  return relative('src', join('src', dirname(source.path), target)).replace(/\.js$/, '.ts');
}

function isPure(path: string): boolean {
  return pureFiles.includes(path) || pureRooms.some((room) => path.startsWith(`${room}/`));
}

function packageName(target: string): string {
  return target
    .split('/')
    .slice(0, target.startsWith('@') ? 2 : 1)
    .join('/');
}

function isAllowed(source: Source, { target, typeOnly }: Import): boolean {
  const path = resolved(source, target);
  if (path === null) return true;
  const room = roomOf(path);
  if (room === source.room || room === 'base' || source.path === 'cli.ts' || source.path === 'action.ts') return true;
  if (doors.includes(path)) return false;
  if (composing.includes(source.room)) return true;
  const rules = allowed[source.room] ?? [];
  return rules.includes(room) || rules.includes(path) || (typeOnly && rules.includes(`${room}(types)`));
}

/** Every `path:line text` at which `matches` says yes. */
function places(list: readonly Source[], matches: (node: ts.Node) => boolean): string[] {
  const found: string[] = [];
  for (const { path, tree } of list) {
    visit(tree, (node) => {
      if (!matches(node)) return;
      const line = tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1;
      found.push(`${path}:${line} ${node.getText(tree).slice(0, 60)}`);
    });
  }
  return found;
}

function isMember(node: ts.Node, object: string, names: readonly string[]): boolean {
  return (
    ts.isPropertyAccessExpression(node) &&
    ts.isIdentifier(node.expression) &&
    node.expression.text === object &&
    names.includes(node.name.text)
  );
}

describe('imports', () => {
  test('are found: the reader of this test sees the files and their imports', () => {
    const spawn = sources.find((source) => source.path === 'process/spawn.ts');
    expect(spawn?.imports).toContainEqual({ target: 'node:child_process', typeOnly: false });
    expect(spawn?.imports).toContainEqual({ target: './process.js', typeOnly: true });
  });

  test('go only where the table allows', () => {
    const wrong = sources.flatMap((source) =>
      source.imports.filter((one) => !isAllowed(source, one)).map((one) => `${source.path} imports ${one.target}`),
    );
    expect(wrong).toEqual([]);
  });

  test('come from rooms that the table knows', () => {
    const known = [...Object.keys(allowed), ...composing, ...doors];
    expect([...new Set(sources.map((source) => source.room))].filter((room) => !known.includes(room))).toEqual([]);
  });

  test('of pure rooms are pure rooms and listed packages', () => {
    const wrong = sources
      .filter((source) => isPure(source.path))
      .flatMap((source) =>
        source.imports
          .filter(({ target }) => {
            const path = resolved(source, target);
            return path === null ? !purePackages.includes(packageName(target)) : !isPure(path);
          })
          .map(({ target }) => `${source.path} imports ${target}`),
      );
    expect(wrong).toEqual([]);
  });

  test('of node modules have the node: prefix', () => {
    const wrong = sources.flatMap((source) =>
      source.imports.filter((one) => builtinModules.includes(one.target)).map((one) => `${source.path} ${one.target}`),
    );
    expect(wrong).toEqual([]);
  });

  test('of node:child_process are in process/spawn.ts alone', () => {
    const importers = sources.filter((source) => source.imports.some((one) => /child_process$/.test(one.target)));
    expect(importers.map((source) => source.path)).toEqual(['process/spawn.ts']);
  });

  test('of packages are declared, as what a build needs: dist/ has them in it, so whoever installs us gets none', () => {
    const { devDependencies, ...manifest } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      devDependencies: Record<string, string>;
    };
    expect(manifest).not.toHaveProperty('dependencies');
    const wrong = sources.flatMap((source) =>
      source.imports
        .filter(({ target }) => !target.startsWith('.') && !target.startsWith('node:'))
        .filter(({ target }) => !(packageName(target) in devDependencies))
        .map(({ target }) => `${source.path} imports ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  test('name files that exist and have no cycles', () => {
    const edges = new Map(
      sources.map((source) => [source.path, source.imports.flatMap(({ target }) => resolved(source, target) ?? [])]),
    );
    const missing = [...edges.values()].flat().filter((path) => !existsSync(resolve('src', path)));
    expect(missing).toEqual([]);
    // Files that import nothing any more are taken away until none is left; what stays is a cycle, or leads to one.
    for (let before = -1; before !== edges.size;) {
      before = edges.size;
      for (const [path, targets] of edges) if (!targets.some((target) => edges.has(target))) edges.delete(path);
    }
    expect([...edges.keys()]).toEqual([]);
  });
});

describe('the world outside', () => {
  const inside = sources.filter((source) => !doors.includes(source.path));

  test('is read and left (process.env, argv, exit) at the doors alone', () => {
    expect(places(inside, (node) => isMember(node, 'process', ['env', 'argv', 'exit', 'exitCode']))).toEqual([]);
  });

  test('has a clock and a calendar only at the doors', () => {
    const reads = (node: ts.Node): boolean =>
      isMember(node, 'Date', ['now']) ||
      (ts.isNewExpression(node) && node.expression.getText() === 'Date' && (node.arguments?.length ?? 0) === 0);
    expect(places(inside, reads)).toEqual([]);
  });

  test('does not reach pure rooms: no randomness, timers, globals of the process', () => {
    const names = ['process', 'setTimeout', 'setInterval', 'setImmediate', 'performance', 'crypto', 'fetch', 'Buffer'];
    const pure = sources.filter((source) => isPure(source.path));
    const reads = (node: ts.Node): boolean =>
      isMember(node, 'Math', ['random']) ||
      (ts.isIdentifier(node) &&
        names.includes(node.text) &&
        (ts.isCallExpression(node.parent) || ts.isPropertyAccessExpression(node.parent)) &&
        node.parent.expression === node);
    expect(places(pure, reads)).toEqual([]);
  });
});

describe('files', () => {
  test('have at most 400 lines', () => {
    const long = sources.filter(({ tree }) => tree.getLineStarts().length > 401).map(({ path }) => path);
    expect(long).toEqual([]);
  });

  test('have kebab-case names that say what is in them', () => {
    const wrong = sources
      .map(({ path }) => path)
      .filter(
        (path) =>
          !/^[a-z0-9]+(-[a-z0-9]+)*\.ts$/.test(basename(path)) || /util|helper|common|manager|impl\b|misc/.test(path),
      );
    expect(wrong).toEqual([]);
  });

  test('have functions of at most 60 lines with at most 3 parameters', () => {
    const wrong = places(sources, (node) => {
      if (!ts.isFunctionLike(node) || !('body' in node) || node.body === undefined) return false;
      const tree = node.getSourceFile();
      const first = tree.getLineAndCharacterOfPosition(node.getStart(tree)).line;
      const last = tree.getLineAndCharacterOfPosition(node.getEnd()).line;
      return last - first + 1 > 60 || node.parameters.length > 3;
    });
    expect(wrong).toEqual([]);
  });
});
