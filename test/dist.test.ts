import { afterAll, describe, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

// Inside the repository, because packages are found from there; the folder is ignored by git.
mkdirSync('.cache', { recursive: true });
const scratch = mkdtempSync(resolve('.cache', 'dist-test-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

function build(args: readonly string[]): void {
  const { status, stderr } = spawnSync(process.execPath, ['scripts/build.mjs', ...args], { encoding: 'utf8' });
  expect([status, stderr]).toEqual([0, '']);
}

/** The bundles of these sources: a run of all tests has made them already (test/bundle-program.mjs). */
function bundles(): string {
  const made = process.env['BUNDLED_PROGRAM'];
  if (made !== undefined) return made;
  const built = join(scratch, 'dist');
  build(['--out', built, '--unchecked']);
  return built;
}

/** Path to content of every file below a folder. */
function contentOf(folder: string): Record<string, string> {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    statSync(join(folder, path)).isFile(),
  );
  return Object.fromEntries(paths.sort().map((path) => [path, readFileSync(join(folder, path), 'latin1')]));
}

describe('the build', () => {
  mkdirSync(join(scratch, 'source'));
  writeFileSync(
    join(scratch, 'source/entry.ts'),
    `import { parse } from 'yaml';
const { twice } = await import('./lazy.js');
console.log(twice(parse('a: 2').a as number));
`,
  );
  writeFileSync(join(scratch, 'source/lazy.ts'), 'export const twice = (n: number): number => n * 2;\n');
  const entry = `cli=${join(scratch, 'source/entry.ts')}`;
  const [first, second] = [join(scratch, 'one'), join(scratch, 'two/deeper')];
  build(['--out', first, '--entry', entry]);

  test('refuses wrong types', () => {
    const wrong = join(scratch, 'wrong/entry.ts');
    mkdirSync(dirname(wrong));
    writeFileSync(wrong, "export const count: number = 'one';\n");
    const args = ['scripts/build.mjs', '--out', join(scratch, 'three'), '--entry', `cli=${wrong}`];
    const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    expect([status, stderr]).toEqual([1, expect.stringContaining('error TS2322')]);
  });

  test('makes an executable that needs no node_modules', () => {
    const run = spawnSync(join(first, 'cli/index.js'), { cwd: '/', encoding: 'utf8' });
    expect([run.stdout, run.stderr]).toEqual(['4\n', '']);
  });

  test('names the licences of what it bundles', () => {
    expect(readFileSync(join(first, 'cli/licenses.txt'), 'utf8')).toMatch(/^yaml\nISC/m);
  });

  test('gives the same bytes again, with no path of this machine in them', () => {
    build(['--out', second, '--entry', entry, '--unchecked']);
    const content = contentOf(first);
    expect(contentOf(second)).toEqual(content);
    expect(Object.keys(content).filter((path) => content[path]?.includes(resolve('.')))).toEqual([]);
  });
});

test('dist/ is what the sources build (else: npm run build)', () => {
  const [committed, fresh] = [contentOf('dist'), contentOf(bundles())];
  expect(Object.keys(committed)).toEqual(Object.keys(fresh));
  // Not toEqual: nobody wants to see two bundles.
  expect(Object.keys(fresh).filter((path) => committed[path] !== fresh[path])).toEqual([]);
});
