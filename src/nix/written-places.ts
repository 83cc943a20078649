import type { Location } from '../base/diagnostic.js';
import type { ErrorReport, PlaceView } from './error-report.js';
import { withoutAnsi } from './json-log.js';
import { repositoryPath } from './repository-path.js';

/** A module's argument that nobody passes, by the trace of NixOS's lib/modules.nix; null for other errors. */
export function missingArgument(report: ErrorReport): { readonly name: string; readonly file: string } | null {
  const missing = /^attribute '([^']+)' missing/.exec(report.text)?.[1];
  for (const frame of missing === undefined ? [] : report.trace) {
    const [, name, file] = /the module argument `([^']+)' in "([^"]+)"/.exec(withoutAnsi(frame.raw_msg ?? '')) ?? [];
    if (name !== undefined && file !== undefined && name === missing) return { name, file };
  }
  return null;
}

/** `imports = mkIf …`, which Nix reports at a line of nixpkgs; null for other errors. */
export function conditionalImports(
  { text }: ErrorReport,
  { context }: Pick<PlaceView, 'context'>,
): readonly Location[] {
  return /^value is a set while a list was expected|^expected a list but found a set/.test(text)
    ? context.findConditionalImports()
    : [];
}

/** Places of errors that have no position, by the names and texts of their message, where they are written in the repository. */
export function writtenPlace(report: ErrorReport, view: PlaceView): Location[] {
  const { text } = report;
  const { context } = view;
  const argument = missingArgument(report);
  const file = argument === null ? null : repositoryPath(argument.file, view);
  const [, option] = /^The option `([^']+)' (?:was accessed but has no value|is used but not defined)/.exec(text) ?? [];
  const [, follower] = /input '([^']+)' follows a non-existent input/.exec(text) ?? [];
  const [, literal] = /^string '([^']+)' doesn't represent an absolute path/.exec(text) ?? [];
  const [, hash] = /^hash mismatch[^]*?specified:\s+(\S+)/.exec(text) ?? [];
  const found = [
    argument === null || file === null ? null : context.findArgument(file, argument.name),
    option === undefined ? null : context.findDeclaration(option),
    follower === undefined
      ? null
      : context.findBinding('flake.nix', `inputs.${follower.split('/').join('.inputs.')}.follows`),
    literal === undefined ? null : context.findText(literal),
    hash === undefined ? null : context.findText(hash),
  ].find((place) => place !== null);
  return found === undefined ? [] : [found];
}

/** A derivation that Nix names, by its name; `flake.nix` when that is not written: the file evaluated last has nothing to do with it. */
export function derivationPlace({ text }: ErrorReport, { context }: PlaceView): Location[] {
  const name = /'[^'\s]*\/[0-9a-df-np-sv-z]{32}-([^'\s]+)\.drv'/.exec(text)?.[1];
  return name === undefined ? [] : [context.findText(name) ?? { file: 'flake.nix' }];
}
