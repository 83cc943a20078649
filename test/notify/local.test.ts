import { afterAll, describe, expect, test } from '@jest/globals';
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { showOnDesktop } from '../../src/notify/desktop.js';
import { terminalAlert } from '../../src/notify/terminal-alert.js';
import { runProcess } from '../../src/process/spawn.js';
import { removeFolders, temporaryFolder } from '../support/git-repository.js';
import { notification } from '../support/notification.js';

afterAll(removeFolders);

/** A folder with a program that writes down its arguments and a variable, and ends with that code. */
function folderWith(program: string, code = 0): string {
  const folder = temporaryFolder();
  const script = `#!/bin/sh\nfor one in "$@"; do printf '%s\\n--\\n' "$one"; done > '${folder}/said'\nprintf '%s' "$DISPLAY" > '${folder}/display'\necho no bus >&2\nexit ${code}\n`;
  writeFileSync(join(folder, program), script);
  chmodSync(join(folder, program), 0o755);
  return folder;
}

const show = (path: string, title = 'phase-1 failed', env: NodeJS.ProcessEnv = {}) =>
  showOnDesktop(notification({ title, lines: ['<b>a</b> & $(touch x) `y`'] }), {
    env: { PATH: path, ...env },
    runProcess,
    signal: new AbortController().signal,
  });

describe('the desktop', () => {
  test('is told by notify-send, in its session, with markup escaped and nothing taken for an option', async () => {
    const folder = folderWith('notify-send');
    expect((await show(folder, '--help', { DISPLAY: ':7', API_KEY: 'x' })).ok).toBe(true);
    const said = readFileSync(join(folder, 'said'), 'utf8').split('\n--\n');
    expect(said.slice(0, 4)).toEqual(['--app-name=workflow-runner', '--urgency=critical', '--', '--help']);
    expect(said[4]).toContain('&lt;b&gt;a&lt;/b&gt; &amp; $(touch x)');
    expect(readFileSync(join(folder, 'display'), 'utf8')).toBe(':7');
  });

  test('is told by osascript where that is there, with texts as arguments of a fixed script', async () => {
    const folder = folderWith('osascript');
    expect((await show(folder, 'a" & do shell script "touch x')).ok).toBe(true);
    const said = readFileSync(join(folder, 'said'), 'utf8').split('\n--\n');
    expect(said.filter((one) => one === '-e')).toHaveLength(3);
    expect(said.slice(0, 7).filter((one) => one !== '-e')[1]).toBe(
      'display notification (item 2 of argv) with title (item 1 of argv)',
    );
    expect(said).toContain('a" & do shell script "touch x');
  });

  test.each([
    { of: 'no program', folder: () => temporaryFolder(), why: /neither notify-send nor osascript/ },
    { of: 'no session', folder: () => folderWith('notify-send', 1), why: /failed: no bus; is there a desktop session/ },
  ])('with $of says why not', async ({ folder, why }) => {
    const shown = await show(folder());
    expect(shown.ok ? '' : shown.error).toMatch(why);
  });
});

describe('a terminal', () => {
  test.each([
    { env: { TERM: 'xterm-256color' }, wanted: '\u0007' },
    { env: { TERM: 'xterm-kitty' }, wanted: '\u0007\u001b]9;workflow-runner: x failed: y\u0007' },
    { env: { TERM_PROGRAM: 'iTerm.app' }, wanted: '\u0007\u001b]9;workflow-runner: x failed: y\u0007' },
    { env: { TERM: 'foot' }, wanted: '\u0007\u001b]777;notify;workflow-runner;workflow-runner: x failed: y\u0007' },
    { env: { TERM: 'xterm-kitty', TMUX: '/tmp/tmux' }, wanted: '\u0007' },
  ])('of $env is called as it understands', ({ env, wanted }) => {
    expect(terminalAlert(notification({ title: 'x failed', lines: ['y'] }), env)).toBe(wanted);
  });

  test('obeys nothing of hostile text', () => {
    const title = 'x\u0007\u001b]0;owned\u0007\u009d52;c;aGk=\u009c\n;y';
    const alert = terminalAlert(notification({ title, lines: [] }), { TERM: 'foot' });
    // eslint-disable-next-line no-control-regex -- control characters are the subject
    expect(alert.slice(1).match(/[\u0000-\u001f\u007f-\u009f]/g)).toEqual(['\u001b', '\u0007']);
    expect(alert.split(';')).toHaveLength(4);
  });
});
