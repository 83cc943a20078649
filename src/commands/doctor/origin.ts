import { findGit } from '../run-tools.js';
import { checkoutPlace } from '../checkout-place.js';
import type { CommandWorld } from '../world.js';

/**
 * `owner/name` of the remote `origin` when it is on that server; null otherwise. An address in all of its spellings:
 * `https://HOST/O/N.git`, `git@HOST:O/N`, `ssh://git@HOST/O/N.git`.
 */
export async function originOf(root: string, host: string, world: CommandWorld): Promise<string | null> {
  const git = findGit(world);
  if (!git.ok) return null;
  const place = await checkoutPlace(root, git.value);
  if (place === null) return null;
  const said = await git.value.run({ args: ['remote', 'get-url', 'origin'], place, cwd: root, readOnly: true });
  return said.ok ? repositoryOf(said.value.text, host) : null;
}

/** `owner/name` of an address of that server; null for any other text. */
export function repositoryOf(address: string, host: string): string | null {
  const found = /^(?:[a-z+]+:\/\/)?(?:[^@/\s]+@)?([^@/:\s]+)(?::\d+)?[:/]\/?([\w.-]+)\/([\w.-]+?)(?:\.git)?\/?$/i.exec(
    address,
  );
  const [, server = '', owner = '', name = ''] = found ?? [];
  return server.toLowerCase() === host.toLowerCase() ? `${owner}/${name}` : null;
}
