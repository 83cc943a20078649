import { afterAll, describe, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { buildProgram } from '../../src/commands/program.js';
import { findProgram } from '../../src/process/environment.js';
import { runCommandLine } from '../support/command-door.js';
import { newRepository, removeFolders, temporaryFolder } from '../support/git-repository.js';
import { program } from '../support/program.js';

afterAll(removeFolders);

const HYBRID = `workflow: tidy-up
type: hybrid
phases:
  - { name: look, type: sequential, steps: [{ id: first-look, run: "true" }] }
  - { name: change, type: parallel, steps: [{ id: edit, run: "true" }, { id: note, run: "true" }] }
`;
const root = newRepository({
  '.claude/workflows/tidy-up.yaml': HYBRID,
  '.claude/workflows/release.yml': 'workflow: [\n',
  '.claude/workflows/$(touch oops).yaml': '',
  '.claude/workflows/own.js': '',
});

async function candidates(...words: readonly string[]): Promise<string[]> {
  const { exitCode, stdout, stderr } = await runCommandLine(root, ['__candidates', '--', ...words]);
  expect([exitCode, stderr]).toEqual([0, '']);
  const [kind = '', ...lines] = stdout.trimEnd().split('\n');
  return kind === 'words' ? lines.map((line) => line.split('\t')[0] ?? '') : [`(${kind})`];
}

describe('what can be typed', () => {
  test.each([
    { words: ['ti'], found: ['tidy-up'] },
    { words: ['re'], found: ['report', 'release'] },
    { words: ['run', ''], found: ['release', 'tidy-up'] },
    { words: ['validate', 'tidy-up', ''], found: ['(files)'] },
    { words: ['status', 'tidy-up', ''], found: [] },
    { words: ['compile', 'tidy-up', ''], found: ['release'] },
    { words: ['tidy-up', '--la'], found: ['--land'] },
    { words: ['tidy-up', '--land', ''], found: ['merge', 'branch', 'none'] },
    { words: ['tidy-up', '--land=b'], found: ['--land=branch'] },
    { words: ['tidy-up', '--land', '=', 'b'], found: ['branch'] },
    { words: ['tidy-up', '--land', '='], found: ['merge', 'branch', 'none'] },
    { words: ['--land', 'none', 'tidy'], found: ['tidy-up'] },
    { words: ['tidy-up', '--phase', ''], found: ['look', 'change'] },
    { words: ['tidy-up', '--skip-step', ''], found: ['first-look', 'edit', 'note'] },
    { words: ['logs', 'tidy-up', '--step', 'e'], found: ['edit'] },
    { words: ['release', '--phase', ''], found: [] },
    { words: ['nothing', '--phase', ''], found: [] },
    { words: ['skill', 'module-s'], found: ['module-split'] },
    { words: ['schema', 's'], found: ['state'] },
    { words: ['completion', ''], found: ['bash', 'zsh', 'fish'] },
    { words: ['init', '--template', 'n'], found: ['nixos-restructuring'] },
    { words: ['doctor', '--agent-backend', 'c'], found: ['claude', 'codex', 'copilot'] },
    { words: ['report', '--html', ''], found: ['(files)'] },
    { words: ['--repo', ''], found: ['(folders)'] },
    { words: ['--repo', '/nowhere', 'tidy'], found: [] },
    { words: ['tidy-up', '--budget-usd', ''], found: [] },
    { words: ['tidy-up', '--dry-run', '--dry'], found: [] },
    { words: ['tidy-up', '--skip-step', 'edit', '--skip'], found: ['--skip-step'] },
    { words: ['list', '--h'], found: ['--help'] },
  ])('behind $words is $found', async ({ words, found }) => {
    expect(await candidates(...words)).toEqual(found);
  });

  test('begins with every command that --help names, and no other', async () => {
    const { stdout } = await runCommandLine(root, ['--help']);
    const [, listed = ''] = /Commands:\n([\s\S]*?)\n\n/.exec(stdout) ?? [];
    const commands = [...listed.matchAll(/^ {2}(\w\S*)/gm)].map(([, name = '']) => name);
    expect(await candidates('')).toEqual([...commands, 'release', 'tidy-up']);
  });

  const commands = buildProgram({
    cwd: '/',
    done: () => undefined,
    write: () => undefined,
    world: () => {
      throw new Error('no command is run here');
    },
  }).commands.filter((command) => command.name() !== '__candidates');
  test.each(commands.map((command) => [command.name(), command] as const))(
    'has every flag of %s',
    async (name, command) => {
      const found = await candidates(name, '--');
      const flags = command.options.filter(({ hidden }) => !hidden).map(({ long }) => long ?? '');
      expect([...flags, '--help', '--json', '--repo'].filter((flag) => !found.includes(flag))).toEqual([]);
    },
  );

  test('with a description behind a tab', async () => {
    const { stdout } = await runCommandLine(root, ['__candidates', '--', 'tidy-up', '--resu']);
    expect(stdout).toBe('words\n--resume\tgo on with the last run; completed steps are not run again\n');
  });

  test('outside of a repository is the commands', async () => {
    const { exitCode, stdout } = await runCommandLine(temporaryFolder(), ['__candidates', '--', 'li']);
    expect([exitCode, stdout]).toEqual([0, 'words\nlist\tthe workflows of the repository\n']);
  });
});

test('completion of a shell that it does not know exits with 2 and names those that it does', async () => {
  const { exitCode, stderr } = await runCommandLine(root, ['completion', 'tcsh']);
  expect([exitCode, stderr]).toEqual([2, expect.stringContaining('Allowed choices are bash, zsh, fish')]);
});

/** A PATH on which the program is, as an installed one. */
const bin = join(temporaryFolder(), 'bin');
mkdirSync(bin);
writeFileSync(join(bin, 'workflow-runner'), `#!/bin/sh\nexec '${process.execPath}' '${program().cli}' "$@"\n`, {
  mode: 0o755,
});
const env = { PATH: [bin, process.env['PATH'] ?? ''].join(delimiter), HOME: dirname(bin), LC_ALL: 'C.UTF-8' };

/** What a shell prints that runs a script in the repository. */
function shell(name: string, ...args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(name, args, { cwd: root, env, encoding: 'utf8', input: '' });
  if (status !== 0) throw new Error(`${name} ended with ${String(status)}\n${stdout}${stderr}`);
  return stdout;
}

const words = (text: string): string[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .sort();

/** A test in a shell that may not be installed: left out with the reason in its title. */
function inShell(name: string, title: string, act: () => void): void {
  if (findProgram(name, process.env['PATH'] ?? '') !== null) test(title, act);
  else test.skip(`${title} (left out: ${name} is not installed)`, act);
}

const CASES: readonly { readonly typed: string; readonly found: readonly string[] }[] = [
  { typed: 'workflow-runner tid', found: ['tidy-up'] },
  { typed: 'workflow-runner tidy-up --land ', found: ['branch', 'merge', 'none'] },
  { typed: 'workflow-runner run ', found: ['release', 'tidy-up'] },
];

describe('the script of completion', () => {
  inShell('bash', 'is one that bash completes by, at a cursor in the middle too', () => {
    const ask = (typed: string): string =>
      `COMP_WORDS=(${typed.endsWith(' ') ? `${typed}""` : typed}); COMP_CWORD=$((\${#COMP_WORDS[@]} - 1)); _workflow_runner; printf '%s\\n' "\${COMPREPLY[@]}"`;
    const load = 'eval "$(workflow-runner completion bash)"; complete -p workflow-runner >/dev/null';
    for (const { typed, found } of CASES)
      expect(words(shell('bash', '-c', `set -u; ${load}; ${ask(typed)}`))).toEqual(found);
    const middle = `${load}; COMP_WORDS=(workflow-runner tid --dry-run); COMP_CWORD=1; _workflow_runner; printf '%s\\n' "\${COMPREPLY[@]}"`;
    expect(words(shell('bash', '-c', middle))).toEqual(['tidy-up']);
  });

  inShell('bash', 'is one that completes at a prompt of bash when Tab is pressed', () => {
    const keys = 'workflow-runner tidy-up --dry-r\t\n';
    const script = `eval "$(workflow-runner completion bash)"; workflow-runner() { [ "$1" = __candidates ] && { command workflow-runner "$@"; return; }; printf 'called: %s\\n' "$*" >&2; }\n${keys}exit\n`;
    const { stderr } = spawnSync('bash', ['--norc', '--noprofile', '-i'], {
      cwd: root,
      env: { ...env, TERM: 'dumb' },
      encoding: 'utf8',
      input: script,
    });
    expect(stderr).toContain('called: tidy-up --dry-run');
  });

  inShell('zsh', 'is one that zsh completes by', () => {
    // What would be shown is caught: _describe is zsh's own, and needs a terminal.
    const caught = `_describe() { print -rl -- "\${(@)\${(P)4}%%:*}" }; compdef() { print loaded }`;
    for (const { typed, found } of CASES) {
      const line = typed.endsWith(' ') ? `${typed}""` : typed;
      const ask = `words=(${line}); CURRENT=$#words; _workflow-runner`;
      const shown = words(shell('zsh', '-f', '-c', `${caught}; eval "$(workflow-runner completion zsh)"; ${ask}`));
      expect(shown).toEqual(['loaded', ...found].sort());
    }
  });

  inShell('fish', 'is one that fish completes by', () => {
    for (const { typed, found } of CASES) {
      const script = `workflow-runner completion fish | source; complete --do-complete '${typed}'`;
      const shown = words(shell('fish', '--no-config', '-c', script)).map((line) => line.split('\t')[0]);
      expect(shown).toEqual(found);
    }
  });
});
