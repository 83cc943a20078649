import type { Location } from '../base/diagnostic.js';
import type { ErrorReport, PlaceView } from './error-report.js';
import { withoutAnsi } from './json-log.js';
import { isLibrary, repositoryPath } from './repository-path.js';
import { conditionalImports, derivationPlace, writtenPlace } from './written-places.js';

/**
 * Where the user has to look, at least one place. In this order: the error's own position, the files that its message names,
 * the import of a missing file, what it names where that is written, the innermost trace frame in a module, any frame, the file evaluated last.
 */
export function errorPlaces(report: ErrorReport, view: PlaceView): readonly Location[] {
  const rules: readonly ((report: ErrorReport, view: PlaceView) => readonly Location[])[] = [
    ...[unlockedInput, ownPlace, namedFiles, missingFile, assertedText],
    ...[writtenPlace, conditionalImports, placeInMessage, modulePlace, derivationPlace],
  ];
  for (const rule of rules) {
    const places = rule(report, view);
    if (places.length > 0) return places;
  }
  const own = repositoryPath(report.file, view);
  const last = own ?? (view.lastFile !== null && !isLibrary(view.lastFile) ? view.lastFile : 'flake.nix');
  return [own === null ? { file: last } : at(own, report)];
}

/** The input that Nix wanted to lock; null when the error has nothing to do with that. Same words in Nix 2.8 to 2.34. */
export function inputToLock({ trace }: ErrorReport): string | null {
  const frames = trace.map((frame) => withoutAnsi(frame.raw_msg ?? ''));
  if (!frames.some((frame) => frame.startsWith('while updating the lock file of flake'))) return null;
  return frames.flatMap((frame) => /^while updating the flake input '([^']+)'/.exec(frame)?.[1] ?? [])[0] ?? null;
}

function unlockedInput(report: ErrorReport, { context }: PlaceView): Location[] {
  const input = inputToLock(report);
  if (input === null) return [];
  const [name = ''] = input.split('/');
  const declared = context.findBinding('flake.nix', `inputs.${name}`);
  return [declared ?? context.findArgument('flake.nix', name) ?? { file: 'flake.nix' }];
}

function ownPlace(report: ErrorReport, view: PlaceView): Location[] {
  const path = repositoryPath(report.file, view);
  return path === null || isLibrary(path) ? [] : [at(path, report)];
}

/** "- In `F': …" below a heading, "in `A' is already declared in `B'", "Module `F' …": messages of NixOS's lib/modules.nix. */
function namedFiles({ text }: ErrorReport, view: PlaceView): Location[] {
  const declared = /The option `([^']+)' in `([^']+)' is already declared in `([^']+)'/.exec(text);
  const listed = /Definition values:|conflicting definition values:|defined multiple times/.test(text)
    ? [...text.matchAll(/- In `([^']+)'/g)].map((match) => match[1])
    : [/^Module `([^']+)'/.exec(text)?.[1]];
  const named = declared === null ? listed : [declared[2], declared[3]];
  const option = /option `([^']+)'/.exec(text)?.[1];
  const paths = named.flatMap((name) => repositoryPath(name, view) ?? []);
  const users = paths.filter((path) => !isLibrary(path));
  return (users.length > 0 ? users : paths.slice(0, 1)).map(
    (file) => (option === undefined ? null : view.context.findBinding(file, option)) ?? { file },
  );
}

/** The file that Nix did not find, as a path from the root; null for other errors and foreign files. */
export function missingPath(text: string, view: Pick<PlaceView, 'context' | 'source'>): string | null {
  const inStore = /(?:getting status of|opening file) '([^']+)'|^path '([^']+)' does not exist/.exec(text);
  const inGit =
    /^Path '([^']+)' (?:does not exist in Git repository|in the repository "[^"]*" is not tracked by Git)/.exec(text);
  return inGit?.[1] ?? repositoryPath(inStore?.[1] ?? inStore?.[2], view);
}

/** Three generations of the same message; the place to mend is the path literal that leads there. */
function missingFile({ text }: ErrorReport, view: PlaceView): Location[] {
  const path = missingPath(text, view);
  if (path === null) return [];
  const literal = view.context.findImport(path);
  if (literal !== null) return [literal];
  return view.context.exists(path) ? [{ file: path }] : [];
}

function assertedText({ text }: ErrorReport, view: PlaceView): Location[] {
  if (!text.startsWith('Failed assertions')) return [];
  return [...text.matchAll(/^- (.+)$/gm)].flatMap((match) => view.context.findText(match[1] ?? '') ?? []);
}

function placeInMessage({ text }: ErrorReport, view: PlaceView): Location[] {
  const [, file, line, column] = /at ([^\s:]+):(\d+):(\d+)/.exec(text) ?? [];
  const path = repositoryPath(file, view);
  return path === null ? [] : [{ file: path, line: Number(line), column: Number(column) }];
}

function modulePlace({ trace }: ErrorReport, view: PlaceView): Location[] {
  const frames = trace.flatMap((frame) => {
    const text = withoutAnsi(frame.raw_msg ?? '');
    const [, argumentOf, definitionsFrom] =
      /(?:the module argument `[^']+' in "([^"]+)"|definitions from `([^']+)')/.exec(text) ?? [];
    const named = repositoryPath(argumentOf ?? definitionsFrom, view);
    const own = repositoryPath(frame.file, view);
    return [...(named === null ? [] : [{ file: named }]), ...(own === null ? [] : [at(own, frame)])];
  });
  const users = frames.filter(({ file }) => !isLibrary(file));
  const best = users.find(({ file }) => file !== 'flake.nix') ?? users[0];
  return best === undefined ? [] : [best];
}

function at(file: string, { line, column }: { line?: number | null; column?: number | null }): Location {
  return { file, ...(line == null ? {} : { line }), ...(column == null ? {} : { column }) };
}
