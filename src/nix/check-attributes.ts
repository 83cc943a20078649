import type { NixCommand } from './nix-command.js';

/** Runs a command of Nix over the checkout that is looked at. */
export type RunNix = (...args: string[]) => Promise<NixCommand>;

const CURRENT_SYSTEM = ['eval', '--json', '--impure', '--expr', 'builtins.currentSystem'];

/**
 * The checks for this machine's system by their derivations: `/nix/store/…-x.drv` to `checks.x86_64-linux.x`. Empty when Nix
 * cannot say. They have been evaluated before, so that it is quick.
 */
export async function checkAttributes(run: RunNix): Promise<ReadonlyMap<string, string>> {
  const system = readJson(await run(...CURRENT_SYSTEM));
  if (typeof system !== 'string' || !/^[\w-]+$/.test(system)) return new Map();
  const paths = `checks: builtins.mapAttrs (name: check: check.drvPath or "") (checks.${system} or { })`;
  const drvPaths = readJson(await run('eval', '--json', '.#checks', '--apply', paths));
  if (typeof drvPaths !== 'object' || drvPaths === null) return new Map();
  return new Map(
    Object.entries(drvPaths).flatMap(([name, drvPath]) =>
      typeof drvPath === 'string' ? [[drvPath, `checks.${system}.${attributeText(name)}`] as const] : [],
    ),
  );
}

/** As Nix would print the name in an attribute path. */
function attributeText(name: string): string {
  return /^[A-Za-z_][\w'-]*$/.test(name) ? name : JSON.stringify(name);
}

function readJson({ result }: NixCommand): unknown {
  if (result.exitCode !== 0) return null;
  try {
    return JSON.parse(result.stdout.toString('utf8'));
  } catch {
    return null;
  }
}
