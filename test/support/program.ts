import { transformFileSync } from '@swc/core';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/** What is started: absolute paths of the JavaScript of both doors. */
export interface Program {
  readonly cli: string;
  readonly action: string;
}

let made: Program | null = null;

/** The program of these sources: bundled as it is shipped when all tests are run (test/bundle-program.mjs), else compiled here. */
export function program(): Program {
  made ??= bundled() ?? compiled();
  return made;
}

/** A new temporary folder with `cli.js` and `action.js`, which start the program; whoever asks for it removes it. */
export function programFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'program-')));
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  for (const [door, path] of Object.entries(program()))
    writeFileSync(join(folder, `${door}.js`), `await import(${JSON.stringify(pathToFileURL(path as string).href)});\n`);
  return folder;
}

function bundled(): Program | null {
  const folder = process.env['BUNDLED_PROGRAM'];
  return folder === undefined ? null : { cli: join(folder, 'cli/index.js'), action: join(folder, 'action/index.js') };
}

/**
 * Compiled by swc (a second, no bundling). The folder is named after the content of the sources, made aside and renamed into
 * place: test files that run at once share it or lose a race that does not matter. Inside the repository, because packages are
 * found from there; `.cache` is ignored by git.
 */
function compiled(): Program {
  const sources = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  const contents = sources.sort().map((file) => ({ file, text: readFileSync(join('src', file), 'utf8') }));
  const digest = createHash('sha256').update(JSON.stringify(contents)).digest('hex').slice(0, 16);
  const folder = resolve('.cache', `cli-${digest}`);
  const entries = { cli: join(folder, 'cli.js'), action: join(folder, 'action.js') };
  if (existsSync(entries.cli)) return entries;
  mkdirSync('.cache', { recursive: true });
  const aside = mkdtempSync(resolve('.cache', 'cli-new-'));
  for (const { file } of contents) {
    const target = join(aside, file.replace(/ts$/, 'js'));
    mkdirSync(dirname(target), { recursive: true });
    const { code } = transformFileSync(join('src', file), {
      jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
      module: { type: 'es6' },
    });
    writeFileSync(target, code);
  }
  try {
    renameSync(aside, folder);
  } catch (error) {
    rmSync(aside, { recursive: true });
    if (!existsSync(entries.cli)) throw error;
  }
  return entries;
}
