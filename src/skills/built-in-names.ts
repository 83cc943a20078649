/**
 * The names of all built-in skills, in the order in which they are shown. A list beside `registry.ts`, so that knowing which
 * skills there are does not load them: that would be a fifth of what every start of the program costs.
 */
export const builtInSkillNames: ReadonlySet<string> = new Set([
  'default-nix-create',
  'duplicate-detect',
  'doc-gen',
  'flake-validate',
  'import-optimize',
  'module-move',
  'module-split',
  'module-validate',
  'nix-module-gen',
  'security-scan',
  'test-gen',
]);
