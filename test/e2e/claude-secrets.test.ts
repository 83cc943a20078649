import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ClaudeProject } from '../support/claude-project.js';
import { FAKE_KEY } from '../support/claude-cli.js';
import { removeFolders } from '../support/git-repository.js';
import { answer, bash, conversations, say, together } from '../support/messages-api.js';
import type { CliResult } from '../support/runner-cli.js';

/* What a caged agent finds of the secrets around it, and where a secret that it says ends up: nowhere. */

const WORKFLOW = 'workflow: w\ntype: sequential\nsteps:\n  - { agent: thief, task: look-around }\n';

const inEnvironment = 'canary-in-the-environment-0123456789';
const inHome = 'canary-in-the-home-folder-0123456789';
const inConfig = 'canary-in-the-git-config-0123456789';
const inArguments = 'canary-in-the-arguments-0123456789';
const canaries = [inEnvironment, inHome, inConfig, inArguments, FAKE_KEY];

/** Whatever a process can read without rights, into a file of the workspace. */
const LOOK = `{
  env; cat /proc/*/environ; cat /proc/*/cmdline; ps auxww;
  cat ~/.netrc ~/.gitconfig ~/.config/gh/hosts.yml REALHOME/.netrc REALHOME/.gitconfig;
  cat CHECKOUT/.git/config; grep -rs canary- CHECKOUT REALHOME /tmp /root /home /run /var; git config --list;
} > evidence.txt 2>&1; true`;

let project: ClaudeProject;
let result: CliResult;
let neighbour: ChildProcess;

beforeAll(async () => {
  neighbour = spawn(process.execPath, ['-e', 'setTimeout(() => undefined, 120_000)', inArguments]);
  const said = `the token is ${inEnvironment}, or ${Buffer.from(inEnvironment).toString('base64')}`;
  const command = (): string =>
    LOOK.replaceAll('REALHOME', project.repository.home).replaceAll('CHECKOUT', project.repository.root);
  project = await ClaudeProject.make(
    WORKFLOW,
    conversations({
      'look-around': [
        () => bash(command()),
        together(say(said), bash(`echo ${inEnvironment}; echo ${inEnvironment} | rev | rev >&2`)),
        answer('done', said, [said]),
      ],
    }),
  );
  const { repository } = project;
  mkdirSync(join(repository.home, '.config/gh'), { recursive: true });
  for (const file of ['.netrc', '.gitconfig', '.config/gh/hosts.yml'])
    writeFileSync(join(repository.home, file), inHome);
  repository.git('config', 'http.extraheader', `AUTHORIZATION: basic ${inConfig}`);
  writeFileSync(join(repository.home, '.gitconfig'), `[user]\n\tname = ${inHome}\n`);
  const tokens = { GITHUB_TOKEN: inEnvironment, ACTIONS_RUNTIME_TOKEN: inEnvironment, DB_PASSWORD: inEnvironment };
  result = await project.run(['--sandbox', 'require', '--budget-usd', '3', '--repo', repository.root], tokens);
}, 120_000);

afterAll(async () => {
  neighbour.kill();
  await project.api.close();
  removeFolders();
});

describe('a caged agent', () => {
  test('has looked, and was allowed to', () => {
    expect([result.code, result.stderr]).toEqual([0, '']);
    expect(readFileSync(project.repository.path('evidence.txt'), 'utf8')).toContain('PATH=');
  });

  test('has seen no secret, and not its own key either', () => {
    const evidence = readFileSync(project.repository.path('evidence.txt'), 'latin1');
    expect(canaries.filter((canary) => evidence.includes(canary))).toEqual([]);
  });

  test('has reached its API with the key, which the gateway puts in', () => {
    expect(project.api.requests.map(({ headers }) => headers['x-api-key'])).toEqual(
      project.api.requests.map(() => FAKE_KEY),
    );
  });
});

describe('a secret that an agent says', () => {
  const spellings = [
    inEnvironment,
    Buffer.from(inEnvironment).toString('base64').slice(4, -8),
    Buffer.from(inEnvironment).toString('hex'),
  ];

  test('is in nothing that the runner has printed', () => {
    expect(spellings.filter((spelling) => (result.stdout + result.stderr).includes(spelling))).toEqual([]);
  });

  test('is in no file of the run', () => {
    const folder = project.repository.path('.claude/workflows');
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
      statSync(join(folder, file)).isFile(),
    );
    expect(files.length).toBeGreaterThan(4);
    const found = files.filter((file) =>
      spellings.some((spelling) => readFileSync(join(folder, file), 'latin1').includes(spelling)),
    );
    expect(found).toEqual([]);
  });

  test('is in no commit', () => {
    const messages = project.repository.git('log', '--all', '-p', '--format=%B', '--', '.', ':!evidence.txt');
    expect(spellings.filter((spelling) => messages.includes(spelling))).toEqual([]);
    expect(existsSync(project.repository.path('evidence.txt'))).toBe(true);
  });
});
