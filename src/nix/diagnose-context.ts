import type { Location } from '../base/diagnostic.js';

/** What has to be known of the repository to place an error; answered by `tree-context.ts`. Paths are from the root. */
export interface DiagnoseContext {
  /** Absolute. */
  readonly root: string;
  readonly exists: (path: string) => boolean;
  /** The path literal that means this file, one below it, or, with a computed part, may mean it. */
  readonly findImport: (path: string) => Location | null;
  /** Where a file sets an option such as `services.openssh.enable`. */
  readonly findBinding: (path: string, option: string) => Location | null;
  /** Where an option is declared, or, for one of a submodule, where the set that lacks it is given. */
  readonly findDeclaration: (option: string) => Location | null;
  /** The argument of this name of a function `{ a, b }:` in a file. */
  readonly findArgument: (path: string, name: string) => Location | null;
  /** Every `imports = mkIf …`: a list of imports cannot depend on options. */
  readonly findConditionalImports: () => readonly Location[];
  /** Where an attribute of an output such as `['checks', 'x86_64-linux', 'ports']` is written. */
  readonly findOutput: (names: readonly string[]) => Location | null;
  /** The string literal with exactly this text. */
  readonly findText: (text: string) => Location | null;
  /** Whether flake.lock has this text, such as the id of a commit. */
  readonly isInLock: (text: string) => boolean;
  readonly sourceLine: (path: string, line: number) => string | undefined;
}
