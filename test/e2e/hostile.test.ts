import { afterAll, describe, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { removeFolders } from '../support/git-repository.js';
import { RunnerRepository } from '../support/runner-repository.js';

/* What a step prints and plants is data: it is shown harmless, kept small and executed by nobody. */

afterAll(removeFolders);

const make = (run: string, rest = ''): RunnerRepository =>
  RunnerRepository.make({
    w: `workflow: w\ntype: sequential\nsteps:\n  - id: a\n    run: |\n${run.replace(/^/gm, '      ')}\n${rest}`,
  });

function log(repository: RunnerRepository): string {
  const day = new Date().toISOString().slice(0, 10);
  return readFileSync(repository.stateFile('w', `logs/${day}.log`), 'latin1');
}

describe('what a step prints', () => {
  test('reaches neither the terminal nor the log with escape sequences or workflow commands in force', async () => {
    const repository = make(
      `printf '\\033[2J\\033]0;title\\007red\\n'\necho '::error file=x::boo'\necho '##[error]boo'\nprintf '::set-output name=a::b\\r\\n'\nexit 1`,
    );
    const { code, stdout, stderr } = await repository.run('w');
    const shown = `${stdout}${stderr}${log(repository)}`;
    expect([code, shown.includes('\u001b'), shown.includes('\u0007')]).toEqual([1, false, false]);
    expect(`${stdout}${stderr}`.split('\n').filter((line) => /^\s*(::|##\[)/.test(line))).toEqual([]);
  });

  test.each([
    ['100 MB of lines', 'yes "a line of some length that goes on and on" | head -c 100000000'],
    ['one line of 20 MB', 'head -c 20000000 /dev/zero | tr "\\0" x'],
    ['binary', 'head -c 3000000 /dev/urandom'],
  ])('may be %s', async (_, command) => {
    const repository = make(`${command}\necho a > a`);
    const { code } = await repository.run('w');
    expect([code, existsSync(repository.path('a'))]).toEqual([0, true]);
    const day = new Date().toISOString().slice(0, 10);
    expect(statSync(repository.stateFile('w', `logs/${day}.log`)).size).toBeLessThan(150_000_000);
  });

  test('is free of the secrets of the runner, in every file of the run', async () => {
    const secret = 'hunter2-very-secret-value';
    const repository = make(
      'cat "$HOME/secret" >&2\nprintf "%s" "$(cat "$HOME/secret")" | base64\ncat "$HOME/secret"\nexit 1',
    );
    writeFileSync(`${repository.home}/secret`, secret);
    const { code, stdout, stderr } = await repository.runWith({ MY_TOKEN: secret }, 'w');
    expect([code, stdout.includes(secret), stderr.includes(secret), log(repository).includes('[a] ')]).toEqual([
      1,
      false,
      false,
      true,
    ]);
    const leaks = execFileSync('sh', ['-c', `grep -rl -e "$0" -e "$(printf %s "$0" | base64)" . || true`, secret], {
      cwd: repository.stateFile('w', ''),
      encoding: 'utf8',
    });
    expect(leaks).toBe('');
  });

  test('cannot be the secrets of the runner in the first place', async () => {
    const repository = make('test -z "$MY_TOKEN"');
    expect((await repository.runWith({ MY_TOKEN: 'hunter2-very-secret-value' }, 'w')).code).toBe(0);
  });
});

describe('what a step plants in its .git', () => {
  test('is executed by nobody and does not reach the user', async () => {
    const repository = make(`touch /dev/null
for hook in pre-commit post-checkout post-merge reference-transaction; do
  mkdir -p .git/hooks; printf '#!/bin/sh\\ntouch "$MARK"\\n' | sed "s,.MARK,$PWD/../planted," > .git/hooks/$hook; chmod +x .git/hooks/$hook
done
git config core.fsmonitor "touch $PWD/../planted"
git config filter.evil.clean "touch $PWD/../planted; cat"
git config filter.evil.smudge "touch $PWD/../planted; cat"
git config core.hooksPath .git/hooks
echo '* filter=evil' > .gitattributes
echo a > a
rm -f ../planted`);
    const before = readFileSync(repository.path('.git/config'), 'utf8');
    expect((await repository.run('w')).code).toBe(0);
    const planted = execFileSync('find', [repository.home, '-name', 'planted'], { encoding: 'utf8' });
    expect([planted, readFileSync(repository.path('.git/config'), 'utf8')]).toEqual(['', before]);
    expect(readFileSync(repository.path('a'), 'utf8')).toBe('a\n');
  });
});
