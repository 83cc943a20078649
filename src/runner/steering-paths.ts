import { LINK_MODE, SUBMODULE_MODE, type Changes } from '../git/changes.js';
import { protectedPaths } from '../git/protected-paths.js';

/** What steers agents, hooks and CI: an agent that could change it would give itself, or the next run, other rules. */
const STEERING = ['.github/**', '.claude/**', '.mcp.json', '**/CODEOWNERS', '.gitmodules', '.git*/**'] as const;

/**
 * The paths of that kind which an agent has changed and its step does not name. `writes`: globs of the step; one counts only
 * when its first part is a name, so that `**` opens nothing.
 */
export function steeringPaths(changes: Changes, writes: readonly string[]): string[] {
  const named = writes.filter((glob) => !/[*?[\]{}()!+@]/.test(glob.split('/')[0] ?? ''));
  const changed = changes.map(({ path, newMode }) => ({
    path,
    actsAsFolder: newMode === LINK_MODE || newMode === SUBMODULE_MODE,
  }));
  return protectedPaths(changed, [...STEERING, ...named.map((glob) => `!${glob}`)]);
}
