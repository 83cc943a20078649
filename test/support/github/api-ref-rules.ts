import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hasRight } from './api-tokens.js';
import { ZERO } from './api-bare-repository.js';
import { type StoredRepository, type Token } from './api-state.js';

/** What git's hooks said about the refs that somebody wanted to change. */
export interface RefVerdict {
  readonly asked: readonly (readonly [old: string, wanted: string, ref: string])[];
  readonly done: readonly (readonly [old: string, wanted: string, ref: string])[];
  /** Reason by ref, in the words that GitHub puts behind `[remote rejected]`. */
  readonly reasons: ReadonlyMap<string, string>;
}

const PRE_RECEIVE = `#!/bin/sh
zero=${ZERO}
status=0
workflow_changed() {
  git rev-list "$1" --not --all |
    git diff-tree --stdin -r -m --root --no-renames --no-commit-id -- .github/workflows |
    while read -r _ _ _ blob rest; do
      path="\${rest#?	}"
      known=
      for branch in $(git for-each-ref --format='%(refname)' refs/heads); do
        at=$(git rev-parse -q --verify "$branch:$path" || echo $zero)
        [ "$at" = "$blob" ] && known=1
      done
      [ -n "$known" ] || { echo "$path"; break; }
    done
}
while read -r old new ref; do
  echo "$old $new $ref" >>"$BED_PUSH/asked"
  reason=
  while read -r pattern; do
    case "$ref" in refs/heads/$pattern)
      text='Changes must be made through a pull request.'
      [ "$new" = $zero ] && text='Cannot delete this branch'
      printf 'error: GH006: Protected branch update failed for %s.\\n\\n- %s\\n' "$ref" "$text" >&2
      reason='protected branch hook declined';;
    esac
  done <"$BED_PUSH/protected"
  if [ -z "$reason" ] && [ -n "$BED_WORKFLOWS_BY" ] && [ "$new" != $zero ]; then
    path=$(workflow_changed "$new")
    [ -z "$path" ] ||
      reason="refusing to allow $BED_WORKFLOWS_BY to create or update workflow \\\`$path\\\` without \\\`$BED_WORKFLOWS_RIGHT"
  fi
  [ -z "$reason" ] || { status=1; printf '%s\\t%s\\n' "$ref" "$reason" >>"$BED_PUSH/reasons"; }
done
exit $status
`;

const POST_RECEIVE = `#!/bin/sh
while read -r old new ref; do
  echo "$old $new $ref" >>"$BED_PUSH/done"
  case "$old $ref" in "${ZERO} refs/heads/"*)
    branch="\${ref#refs/heads/}"
    printf "\\nCreate a pull request for '%s' on GitHub by visiting:\\n     %s/pull/new/%s\\n\\n" "$branch" "$BED_URL" "$branch" >&2;;
  esac
done
`;

/** Writes the hooks into a folder that all repositories of a fake GitHub share. */
export function writeHooks(folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries({ 'pre-receive': PRE_RECEIVE, 'post-receive': POST_RECEIVE })) {
    writeFileSync(join(folder, name), text);
    chmodSync(join(folder, name), 0o755);
  }
}

/** Environment that makes the hooks apply what holds for this token, and the folder into which they write their verdict. */
export function hookEnvironment(
  repository: StoredRepository,
  token: Token,
  url: string,
): { readonly folder: string; readonly env: Readonly<Record<string, string>> } {
  const folder = mkdtempSync(join(tmpdir(), 'workflow-runner-push-'));
  const isProtected = !repository.settings.bypassProtection.includes(token.login);
  const patterns = isProtected ? repository.settings.protectedBranches : [];
  writeFileSync(join(folder, 'protected'), patterns.map((pattern) => `${pattern}\n`).join(''));
  const isApp = token.login.endsWith('[bot]');
  return {
    folder,
    env: {
      BED_PUSH: folder,
      BED_URL: url,
      BED_WORKFLOWS_BY: hasRight(token, repository, 'workflows:write')
        ? ''
        : isApp
          ? 'a GitHub App'
          : 'a Personal Access Token',
      BED_WORKFLOWS_RIGHT: isApp ? 'workflows` permission' : 'workflow` scope',
    },
  };
}

/** Reads the verdict and removes its folder. */
export function takeVerdict(folder: string): RefVerdict {
  const lines = (name: string): string[] =>
    existsSync(join(folder, name)) ? readFileSync(join(folder, name), 'utf8').split('\n').filter(Boolean) : [];
  const changes = (name: string): RefVerdict['asked'] =>
    lines(name).map((line) => line.split(' ') as [string, string, string]);
  const verdict = {
    asked: changes('asked'),
    done: changes('done'),
    reasons: new Map(lines('reasons').map((line) => line.split('\t') as [string, string])),
  };
  rmSync(folder, { recursive: true, force: true });
  return verdict;
}

/** What the hooks would say to one change that does not come by git; null when it is allowed. */
export function refusalOfRef(
  repository: StoredRepository,
  token: Token,
  change: { readonly ref: string; readonly old: string; readonly new: string; readonly hooksFolder: string },
): string | null {
  const { folder, env } = hookEnvironment(repository, token, '');
  spawnSync(join(change.hooksFolder, 'pre-receive'), [], {
    cwd: repository.bare.folder,
    env: { PATH: process.env['PATH'], HOME: '/nonexistent', GIT_DIR: repository.bare.folder, ...env },
    input: `${change.old} ${change.new} ${change.ref}\n`,
  });
  return takeVerdict(folder).reasons.get(change.ref) ?? null;
}
