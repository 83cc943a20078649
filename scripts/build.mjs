#!/usr/bin/env node
// Builds dist/: TypeScript to JavaScript, then one bundle per door, so that `node dist/cli/index.js` needs no node_modules.
//
//   node scripts/build.mjs [--out FOLDER] [--entry NAME=FILE.ts]... [--unchecked]
//
// Without --out it replaces dist/ and lib/. With it nothing but FOLDER is written, and JavaScript goes through .cache/.
// --entry bundles another source file as FOLDER/NAME. --unchecked does not look for wrong types: a third of the time, where they
// were checked before. The same sources and packages give the same bytes.
import { execFile } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { minifySync } from '@swc/core';

const root = resolve(import.meta.dirname, '..');
const resolvePackage = createRequire(import.meta.url).resolve;
const shebang = '#!/usr/bin/env node\n';

const { values } = parseArgs({
  options: { out: { type: 'string' }, entry: { type: 'string', multiple: true }, unchecked: { type: 'boolean' } },
});
const entries = values.entry === undefined ? doors() : values.entry.map((entry) => entry.split('='));

const out = resolve(root, values.out ?? 'dist');
// Always the same place: the bundler numbers chunks by the paths of their modules.
const staging = join(root, '.cache', 'build');
takeStaging();
try {
  if (entries.length === 0) throw new Error('there is nothing to build: src/cli.ts is missing');
  rmSync(out, { recursive: true, force: true });
  // The compiler first, once for all entries; the bundlers, which take longer, side by side.
  const compiled = await compile(entries.map(([, source]) => source));
  const done = await Promise.allSettled(entries.map(([name], at) => bundle(name, compiled[at])));
  for (const { reason } of done) if (reason !== undefined) throw reason;
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
} finally {
  rmSync(staging, { recursive: true, force: true });
}

/** One build at a time; the folder of one that was killed is taken over. */
function takeStaging() {
  const pidFile = join(staging, 'pid');
  for (let waits = 0; ; waits++) {
    try {
      mkdirSync(join(root, '.cache'), { recursive: true });
      mkdirSync(staging);
      return writeFileSync(pidFile, String(process.pid));
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    const pid = existsSync(pidFile) ? Number(readFileSync(pidFile, 'utf8')) : 0;
    if (waits % 50 === 49 && (pid === 0 || !isRunning(pid))) rmSync(staging, { recursive: true, force: true });
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
  }
}

function isRunning(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** The doors that exist. */
function doors() {
  return [
    ['cli', 'src/cli.ts'],
    ['action', 'src/action.ts'],
  ].filter(([, source]) => existsSync(join(root, source)));
}

async function bundle(name, lib) {
  const folder = join(out, name);
  await node([ncc(), 'build', lib, '-o', folder, '-C', '-q', '--license', 'licenses.txt', '--target', 'es2023']);
  for (const file of files(folder)) {
    withoutMachinePaths(file);
    if (file.endsWith('.js')) minify(file);
  }
  const index = join(folder, 'index.js');
  if (name !== 'action') {
    const text = readFileSync(index, 'utf8');
    writeFileSync(index, text.startsWith('#!') ? text : shebang + text);
    chmodSync(index, 0o755);
  }
}

/** Compiles source files of one folder with all that they import; gives the JavaScript files. */
async function compile(sources) {
  const config = join(staging, 'tsconfig.json');
  const rootDir = dirname(resolve(root, sources[0]));
  const lib = join(staging, 'lib');
  const compilerOptions = { rootDir, outDir: lib, typeRoots: [join(root, 'node_modules/@types')], noEmit: false };
  writeFileSync(
    config,
    JSON.stringify({
      extends: join(root, 'tsconfig.json'),
      compilerOptions: { ...compilerOptions, noCheck: values.unchecked === true },
      include: [],
      files: sources.map((source) => resolve(root, source)),
    }),
  );
  writeFileSync(join(staging, 'package.json'), '{"type":"module"}');
  await node([resolvePackage('typescript/bin/tsc'), '-p', config]);
  return sources.map((source) => join(lib, source.slice(source.lastIndexOf('/') + 1).replace(/\.ts$/, '.js')));
}

function ncc() {
  return resolvePackage('@vercel/ncc/dist/ncc/cli.js');
}

async function node(args) {
  try {
    await promisify(execFile)(process.execPath, args, { cwd: root });
  } catch (error) {
    const { code, stdout = '', stderr = '' } = error;
    throw new Error(`${args.join(' ')} ended with ${code}\n${stdout}${stderr}`, { cause: error });
  }
}

function files(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

/**
 * Less to read and to parse at every start, a third of what would be checked out. Names of functions and classes stay, for the
 * stacks of bug reports. Licences are in licenses.txt. (ncc's own minifier does the first file only.)
 */
function minify(file) {
  const { code } = minifySync(readFileSync(file, 'utf8'), {
    module: true,
    ecma: 2022,
    compress: false,
    mangle: { keep_fnames: true, keep_classnames: true },
    format: { comments: false },
  });
  writeFileSync(file, code);
}

/** Some packages keep the path they were bundled at, in a comment or as their `__dirname`. */
function withoutMachinePaths(file) {
  const text = readFileSync(file, 'utf8');
  const clean = text.replaceAll(staging, '/workflow-runner').replaceAll(root, '/workflow-runner');
  if (clean !== text) writeFileSync(file, clean);
}
