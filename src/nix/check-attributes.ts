import { CURRENT_SYSTEM } from './flake-outputs.js';
import { entriesAnswer, jsonAnswer } from './json-answer.js';
import type { NixCommand } from './nix-command.js';
import { nixString } from './syntax/print-value.js';

/** Runs a command of Nix over the checkout that is looked at. */
export type RunNix = (...args: string[]) => Promise<NixCommand>;

/**
 * The checks for this machine's system by their derivations: `/nix/store/…-x.drv` to `checks.x86_64-linux.x`. Empty when Nix
 * cannot say. They have been evaluated before, so that it is quick.
 */
export async function checkAttributes(run: RunNix): Promise<ReadonlyMap<string, string>> {
  const system = jsonAnswer(await run(...CURRENT_SYSTEM));
  if (typeof system !== 'string') return new Map();
  const paths = `checks: builtins.mapAttrs (name: check: check.drvPath or "") (checks.${nixString(system)} or { })`;
  const drvPaths = entriesAnswer(await run('eval', '--json', '.#checks', '--apply', paths)) ?? [];
  return new Map(
    drvPaths.flatMap(([name, drvPath]) =>
      typeof drvPath === 'string' ? [[drvPath, `checks.${system}.${attributeText(name)}`] as const] : [],
    ),
  );
}

/** As Nix would print the name in an attribute path. */
function attributeText(name: string): string {
  return /^[A-Za-z_][\w'-]*$/.test(name) ? name : JSON.stringify(name);
}
