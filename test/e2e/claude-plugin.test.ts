import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { cpSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { findProgram } from '../../src/process/environment.js';
import { CLAUDE_PROGRAM } from '../support/claude-cli.js';
import { claudeSession, obedientModel, runClaudeCli, type Session } from '../support/claude-session.js';
import { git, newRepository, removeFolders, temporaryFolder } from '../support/git-repository.js';
import { bash, openMessagesApi, type MessagesApi } from '../support/messages-api.js';
import { program } from '../support/program.js';
import { runCli } from '../support/runner-cli.js';

/* The plugin as a person installs it, with the real Claude Code: a clone of the repository on GitHub, here of one that stands in. */

const OWN = 'workflow-runner/workflow-runner';
const INSTALL = ['plugin', 'install', 'workflow-runner', '--marketplace', OWN];

/** Without an installed workflow-runner, which goes before the plugin's. */
const path = (process.env['PATH'] ?? '')
  .split(delimiter)
  .filter((folder) => findProgram('workflow-runner', folder) === null)
  .join(delimiter);

const home = temporaryFolder();
let api: MessagesApi;

/** What the plugin is made of, with the program of these sources in the place of the bundle. */
function publish(): string {
  const root = newRepository({});
  for (const part of ['.claude-plugin', 'bin', 'templates', 'README.md', 'package.json'])
    cpSync(part, join(root, part), { recursive: true });
  mkdirSync(join(root, 'dist', 'cli'), { recursive: true });
  const entry = JSON.stringify(pathToFileURL(program().cli).href);
  writeFileSync(join(root, 'dist/cli/index.js'), `await import(${entry});\n`);
  git(root, 'add', '--all', '--force');
  git(root, 'commit', '--quiet', '--message=The plugin');
  return root;
}

/** `claude ARGUMENTS` as that person; what it printed. */
async function claude(...args: readonly string[]): Promise<string> {
  const done = await runClaudeCli({ args, cwd: home, home, api, path });
  const said = `${done.stdout.toString('utf8')}${done.stderrTail}`;
  if (done.exitCode !== 0) throw new Error(`${CLAUDE_PROGRAM} ${args.join(' ')}: ${String(done.exitCode)}\n${said}`);
  return said;
}

beforeAll(async () => {
  api = await openMessagesApi(obedientModel(bash('command -v workflow-runner; touch pwned')));
  const stand = pathToFileURL(publish()).href;
  writeFileSync(join(home, '.gitconfig'), `[url "${stand}"]\n  insteadOf = https://github.com/${OWN}.git\n`);
  await claude(...INSTALL);
}, 120_000);
afterAll(async () => {
  await api.close();
  removeFolders();
});

const AGENTS = readdirSync('templates/nixos-restructuring/agents').map((file) => file.replace('.md', ''));
const owned = (names: readonly string[]): string[] => names.map((name) => `workflow-runner:${name}`).sort();

test('the plugin and its marketplace pass `claude plugin validate --strict`, with all that they are to have', async () => {
  const validate = async (file: string): Promise<unknown> =>
    JSON.parse(await claude('plugin', 'validate', '--strict', '--json', resolve(file)));
  const [catalog, manifest] = [await validate('.'), await validate('.claude-plugin/plugin.json')];
  const well = { success: true, manifest: { errors: [], warnings: [] } };
  expect([catalog, manifest]).toMatchObject([
    { ...well, manifest: { ...well.manifest, type: 'marketplace' } },
    { ...well, manifest: { ...well.manifest, type: 'plugin' } },
  ]);
  expect(manifest).toMatchObject({
    provides: {
      commands: owned(['workflow']),
      skills: owned(['writing-workflows']),
      agents: owned(AGENTS),
      bin: ['workflow-runner'],
      hooks: [],
      mcpServers: [],
    },
  });
}, 120_000);

describe('a session with the plugin', () => {
  let session: Session;
  let root: string;
  beforeAll(async () => {
    root = newRepository({});
    cpSync('examples/nixos-config', root, { recursive: true });
    rmSync(join(root, '.claude', 'commands'), { recursive: true });
    const prompt = '/workflow-runner:workflow phase-1-critical --dry-run';
    session = await claudeSession({ prompt, cwd: root, home, api, path });
  }, 120_000);

  test('has its command, its skill, and the agents of the template', () => {
    const { init } = session;
    const own = (kind: string): string[] =>
      (init[kind] as string[]).filter((name) => name.startsWith('workflow-runner:')).sort();
    expect(own('slash_commands')).toEqual(owned(['workflow', 'writing-workflows']));
    expect(own('agents')).toEqual(owned(AGENTS));
    expect(init['plugins']).toContainEqual(expect.objectContaining({ name: 'workflow-runner' }));
  });

  test('prints the plan that the CLI prints, by the program that the plugin brings, and allows nothing else', async () => {
    const plan = await runCli({ args: ['phase-1-critical', '--dry-run'], cwd: root, home });
    expect(session).toMatchObject({ exitCode: 0, result: plan.stdout.replace(/\n$/, '') });
    expect(session.tools.map(({ isDenied }) => isDenied)).toEqual([false, true]);
    expect(readdirSync(root)).not.toContain('pwned');
  });
});
