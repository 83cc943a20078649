import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { VERSION } from '../../src/commands/version.js';
import { documentOf } from '../docs/markdown.js';

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'npm-package-')));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** npm of the node that runs this, with a home and a cache of its own; a download would be an error. */
const env = {
  PATH: [dirname(process.execPath), process.env['PATH'] ?? ''].join(delimiter),
  HOME: folder,
  npm_config_cache: join(folder, 'cache'),
  npm_config_offline: 'true',
  npm_config_update_notifier: 'false',
};

/** Standard output of a program; throws what it says when it fails. */
function outputOf(program: string, args: readonly string[], cwd: string): string {
  const { status, stdout, stderr, error } = spawnSync(program, args, { cwd, env, encoding: 'utf8' });
  if (status !== 0) throw error ?? new Error(`${program} ${args.join(' ')}: ${String(status)}\n${stdout}${stderr}`);
  return stdout;
}

const packed = JSON.parse(
  outputOf('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], '.'),
) as readonly { readonly filename: string; readonly files: readonly { readonly path: string }[] }[];
const [archive = { filename: '', files: [] }] = packed;

// A stranger's project, in which nothing of ours can be found by accident.
const project = join(folder, 'project');
mkdirSync(project);
writeFileSync(join(project, 'package.json'), '{ "private": true, "type": "module" }\n');
outputOf('npm', ['install', '--no-audit', '--no-fund', join(folder, archive.filename)], project);

const run = (...args: string[]): string => outputOf('npx', ['--no-install', 'workflow-runner', ...args], project);

describe('the npm package', () => {
  test('has the program, schemas, templates, types and the Claude Code plugin in it, and nothing else', () => {
    const folders = ['.claude-plugin', 'bin', 'dist/cli', 'schema', 'templates', 'types'];
    const committed = outputOf('git', ['ls-files', '--cached', '--others', '--exclude-standard', ...folders], '.')
      .trim()
      .split('\n');
    const wanted = ['CHANGELOG.md', 'LICENSE', 'README.md', 'package.json', ...committed];
    expect(archive.files.map(({ path }) => path).sort()).toEqual(wanted.sort());
  });

  test('is installed without any other package', () => {
    const visible = readdirSync(join(project, 'node_modules')).filter((name) => !name.startsWith('.'));
    expect(visible).toEqual(['workflow-runner']);
  });

  test('is run by npx', () => {
    expect(run('--version')).toBe(`${VERSION}\n`);
    expect(run('--help')).toContain('Usage: workflow-runner');
  });

  test('is run by the Claude Code plugin that it is', () => {
    expect(outputOf('node_modules/workflow-runner/bin/workflow-runner', ['--version'], project)).toBe(`${VERSION}\n`);
  });

  test('lists the workflows of a repository', () => {
    const repository = join(folder, 'nixos-config');
    cpSync('examples/nixos-config', repository, { recursive: true });
    outputOf('git', ['init', '-q', repository], folder);
    expect(run('list', '--repo', repository)).toContain('phase-1-critical');
  });

  test('gives its schemas to those who import them', () => {
    const code = `import schema from 'workflow-runner/schema/state.schema.json' with { type: 'json' }; console.log(schema.title);`;
    expect(outputOf(process.execPath, ['--no-warnings', '--input-type=module', '-e', code], project)).toBe(
      'workflow-runner state\n',
    );
  });
});

describe('its types', () => {
  test('are what the schemas and the sources make (else: node scripts/generate-types.mjs)', () => {
    const fresh = join(folder, 'types');
    outputOf(process.execPath, [resolve('scripts/generate-types.mjs'), '--out', fresh], '.');
    const contentOf = (path: string) =>
      Object.fromEntries(readdirSync(path).map((name) => [name, readFileSync(join(path, name), 'utf8')]));
    expect(contentOf('types')).toEqual(contentOf(fresh));
  });

  /** What the strictest compiler says of files of the project, by name. */
  function compile(files: Readonly<Record<string, string>>): string {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(project, name), text);
    const compilerOptions = {
      ...{ strict: true, exactOptionalPropertyTypes: true, skipLibCheck: false, noEmit: true, types: [] },
      ...{ module: 'nodenext', target: 'es2023', lib: ['es2023'] },
    };
    writeFileSync(join(project, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: Object.keys(files) }));
    const compiler = resolve('node_modules/typescript/bin/tsc');
    return spawnSync(process.execPath, [compiler], { cwd: project, encoding: 'utf8' }).stdout;
  }

  const shown = (heading: string): string =>
    documentOf('docs/files.md').blocks.find((block) => block.heading === heading)?.text ?? 'missing';
  const plan = (): string => {
    const repository = join(folder, 'planned');
    cpSync('examples/nixos-config', repository, { recursive: true });
    outputOf('git', ['init', '-q', repository], folder);
    outputOf('git', ['add', '-A'], repository);
    outputOf('git', ['-c', 'user.name=a', '-c', 'user.email=a@b', 'commit', '-qm', 'one'], repository);
    return run('complete-module-refactor', '--dry-run', '--json', '--repo', repository);
  };

  const wrong = [
    { what: 'a status that there is not', code: `const s: StateDocument['status'] = 'done';`, error: 'TS2322' },
    { what: 'a field that there is not', code: `const f = (s: StateDocument) => s.finished;`, error: 'TS2339' },
    { what: 'a workflow without a name', code: `const w: WorkflowFile = { type: 'parallel' };`, error: 'TS2741' },
    { what: 'a step of no kind', code: `const s: NonNullable<WorkflowFile['steps']> = [{}];`, error: 'TS2322' },
    { what: 'an event that there is not', code: `const e: RunEvent['type'] = 'step-done';`, error: 'TS2322' },
  ];
  let told = '';
  beforeAll(() => {
    const lines = shown('journal.jsonl').trim().split('\n');
    const right = `
      import type {
        DryRunDocument, JournalLine, MetricsDocument, ProgressDocument, StateDocument, WorkflowFile,
      } from 'workflow-runner';
      export const state: StateDocument = ${shown('state.json')};
      export const progress: ProgressDocument = ${shown('progress.json')};
      export const lines: JournalLine[] = [${lines.join(',\n')}];
      export const plan: DryRunDocument = ${plan()};
      export const workflow: WorkflowFile = { workflow: 'a', type: 'sequential', steps: [{ run: 'true' }] };
      export const names = (metrics: MetricsDocument): string[] => metrics.workflows.map(({ name }) => name);
      // A reader of the journal finds its way by the type of an event.
      export const landed = lines.flatMap(({ event }) => ('type' in event && event.type === 'landed' ? [event.how] : []));
    `;
    const imports = "import type { RunEvent, StateDocument, WorkflowFile } from 'workflow-runner';\nexport {};\n";
    const files = wrong.map(({ code }, index) => [`wrong-${index}.ts`, `${imports}${code}\n`] as const);
    told = compile({ 'right.ts': right, ...Object.fromEntries(files) });
  });

  test('fit what the program writes', () => {
    expect(told.split('\n').filter((line) => !line.startsWith('wrong-') && line !== '')).toEqual([]);
  });

  test.each(wrong.map((one, index) => ({ ...one, index })))('refuse $what', ({ error, index }) => {
    const ours = told.split('\n').filter((line) => line.startsWith(`wrong-${index}.ts`));
    expect(ours).toEqual([expect.stringContaining(error)]);
  });
});
