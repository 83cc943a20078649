import { dirname, join } from 'node:path';
import type { Diagnostic } from '../../base/diagnostic.js';
import { errorKind } from '../../nix/error-kind.js';
import { withoutAnsi } from '../../nix/json-log.js';
import type { NixProgram } from '../../nix/nix-program.js';
import type { NixFile } from '../../nix/nix-tree.js';
import { lineText } from '../../nix/syntax/position.js';
import type { SkillContext } from '../skill.js';

/** Nix stops at the first bad file; so many are found one after the other before it is enough. */
const MOST_ERRORS = 20;
/** Files of one call: far below any limit of the length of a command line. */
const FILES_PER_CALL = 400;

/**
 * What Nix's own parser says about files that ours accepts: also undefined variables and attributes defined twice, in files
 * that nothing imports. Many files a process: one process for each would take a hundred times as long.
 */
export async function secondOpinion(
  context: SkillContext,
  nix: NixProgram,
  files: readonly NixFile[],
): Promise<Diagnostic[]> {
  const found: Diagnostic[] = [];
  let rest = [...files];
  while (rest.length > 0 && found.length < MOST_ERRORS) {
    const batch = rest.slice(0, FILES_PER_CALL);
    const error = await parseBatch(context, nix, batch);
    if (error !== null) found.push(error);
    // the files before the bad one were read without complaint
    rest = rest.slice(error === null ? batch.length : batch.findIndex(({ path }) => path === error.location.file) + 1);
  }
  return found;
}

async function parseBatch(
  { root, runProcess, env, signal }: SkillContext,
  nix: NixProgram,
  batch: readonly NixFile[],
): Promise<Diagnostic | null> {
  const { exitCode, stderrTail } = await runProcess({
    argv: [
      join(dirname(nix.path), 'nix-instantiate'),
      ...nix.options,
      '--parse',
      ...batch.map(({ path }) => join(root, path)),
    ],
    cwd: root,
    env,
    keepBytes: 1024,
    ...(signal === undefined ? {} : { signal }),
  });
  if (exitCode === 0) return null;
  const text = withoutAnsi(stderrTail);
  const message = /^error: (.+)$/m.exec(text)?.[1];
  // below the message; positions inside it are about something else ("already defined at …")
  const place = [...text.matchAll(/^\s*at (\/.+?):(\d+):(\d+)/gm)].find((match) => match[1]?.startsWith(`${root}/`));
  const path = place?.[1]?.slice(root.length + 1);
  const file = batch.find((one) => one.path === path);
  // anything else is trouble of Nix, not of a file: our own parser has accepted them all
  if (message === undefined || file === undefined) return null;
  const line = Number(place?.[2]);
  const { code, help } = errorKind(message);
  const sourceLine = lineText(file.text, line);
  return {
    ...{
      severity: 'error',
      code,
      message: message.replaceAll(`${root}/`, ''),
      location: { file: file.path, line, column: Number(place?.[3]) },
    },
    ...(help === null ? {} : { help }),
    ...(sourceLine === undefined ? {} : { sourceLine }),
  };
}
