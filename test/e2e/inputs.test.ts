import { afterAll, describe, expect, test } from '@jest/globals';
import { rmSync, writeFileSync } from 'node:fs';
import { removeFolders } from '../support/git-repository.js';
import { RunnerRepository } from '../support/runner-repository.js';

/* Files and names that are wrong: exit code 2, where it is wrong, and never a stack trace. */

afterAll(removeFolders);

const step = '  - { id: a, run: "true" }\n';
const valid = `workflow: w\ntype: sequential\nsteps:\n${step}`;
const bomb = (): string => {
  const lines = Array.from({ length: 20 }, (_, at) => `a${at + 1}: &a${at + 1} [${`*a${at},`.repeat(9)}]\n`);
  return `a0: &a0 [x]\n${lines.join('')}`;
};

const repository = RunnerRepository.make({ w: valid });

async function runText(text: string | Buffer) {
  writeFileSync(repository.path('.claude/workflows/w.yaml'), text);
  const result = await repository.run('w', '--allow-dirty');
  return { ...result, all: `${result.stdout}${result.stderr}` };
}

describe('a definition', () => {
  test.each([
    ['has an unknown key', valid.replace('type:', 'typ: x\ntype:'), /w\.yaml:2:1/],
    ['has a wrong type', valid.replace('"true"', '[1]'), /w\.yaml:4:/],
    ['has an id twice', `${valid}${step}`, /w\.yaml:5:/],
    [
      'asks for a step that is not there',
      `${valid}  - { id: b, run: "true", condition: nosuch.status == "success" }\n`,
      /w\.yaml:5:/,
    ],
    ['calls itself', `${valid}  - { id: b, workflow: w }\n`, /w\.yaml:5:/],
    ['calls a workflow that is missing', `${valid}  - { id: b, workflow: nosuch }\n`, /w\.yaml:5:/],
    ['is empty', '', /w\.yaml:1:1/],
    ['is 10 MB', `${valid}${'# comment\n'.repeat(1_000_000)}`, /w\.yaml/],
    ['is indented by tabs', valid.replace('  - {', '\t- {'), /w\.yaml:4:/],
    ['is a bomb of aliases', `${valid}${bomb()}`, /w\.yaml:/],
    ['has __proto__ as a key', `${valid}__proto__: { polluted: yes }\n`, /w\.yaml:5:1/],
    ['is named like a path', valid.replace('workflow: w', 'workflow: ../x'), /w\.yaml:1:/],
    ['is not UTF-8', Buffer.concat([Buffer.from(valid), Buffer.from([0x23, 0xff, 0xfe, 0x0a])]), /w\.yaml:5:/],
    ['is binary', Buffer.from([0, 1, 2, 255]), /w\.yaml:/],
  ])('that %s ends with exit code 2 and its place', async (_, text, place) => {
    const { code, all, durationMs } = await runText(text);
    expect([code, place.test(all), /\n\s+at .*\.js/.test(all), durationMs < 45_000]).toEqual([2, true, false, true]);
  });

  test('that is missing ends with exit code 2 and the names there are', async () => {
    rmSync(repository.path('.claude/workflows/w.yaml'), { force: true });
    const { code, stderr } = await repository.run('w', '--allow-dirty');
    expect([code, /\n\s+at .*\.js/.test(stderr)]).toEqual([2, false]);
  });
});

describe('a command line', () => {
  test.each([
    [['../w']],
    [['w', '--phase', 'nosuch']],
    [['w', '--skip-step', '99']],
    [['w', '--skip-step', '-1']],
    [['w', '--rollback-to-checkpoint', '0']],
    [['w', '--land', 'nowhere']],
    [['w', '--max-concurrent', '0']],
    [['w', '--budget-usd', 'NaN']],
    [['w', '--nosuch']],
    [['w', '--resume']],
    [['']],
  ])('%j is refused with exit code 2', async (args) => {
    const fresh = RunnerRepository.make({ w: valid });
    const { code, stdout, stderr } = await fresh.run(...args);
    expect([code, /\n\s+at .*\.js/.test(`${stdout}${stderr}`), fresh.events('w')]).toEqual([2, false, []]);
  });
});
