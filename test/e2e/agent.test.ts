import { afterAll, describe, expect, test } from '@jest/globals';
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { removeFolders } from '../support/git-repository.js';
import { RunnerRepository } from '../support/runner-repository.js';

/* An agent behind `--agent-backend command:`, believed by what it changed and not by what it says. */

afterAll(removeFolders);

const STEP = '  - { id: a, agent: writer, task: write-it, config: { depth: 3 }, validation: ["true"] }\n';

/** A repository whose agent is this shell script. */
async function runAgent(
  script: string,
): Promise<{ repository: RunnerRepository; code: number | null; error: unknown }> {
  const repository = RunnerRepository.make(
    { w: `workflow: w\ntype: sequential\nsteps:\n${STEP}` },
    { 'base.txt': 'base\n', '.claude/agents/writer.md': '---\nname: writer\n---\n\nWrite like a poet.\n' },
  );
  const agent = `${repository.home}/agent`;
  writeFileSync(agent, `#!/bin/sh\ncat > '${repository.home}/prompt'\n${script}\n`);
  chmodSync(agent, 0o755);
  const { code } = await repository.run('w', '--agent-backend', `command:${agent}`, '--sandbox', 'off');
  const [step] = (
    JSON.parse(readFileSync(repository.stateFile('w', 'progress.json'), 'utf8')) as {
      steps: { error?: { reason: string } }[];
    }
  ).steps;
  return { repository, code, error: step?.error?.reason };
}

describe('an agent', () => {
  test('is given its file, its task and its configuration on standard input', async () => {
    const { repository } = await runAgent(`echo '{"status":"no-op","summary":"nothing to do"}'`);
    const prompt = readFileSync(`${repository.home}/prompt`, 'utf8');
    expect(['Write like a poet.', 'write-it', '"depth": 3'].filter((part) => !prompt.includes(part))).toEqual([]);
  });

  test('that is done and changed something has its changes committed in its name', async () => {
    const { repository, code } = await runAgent(`echo poem > poem; echo '{"status":"done","summary":"wrote a poem"}'`);
    expect([code, existsSync(repository.path('poem'))]).toEqual([0, true]);
    expect(repository.git('log', '-1', '--format=%B')).toMatch(
      /^writer: write-it\n\nwrote a poem\n\n(.*\n)*Workflow-Agent: writer/,
    );
  });

  test.each([
    ['says no-op', `echo '{"status":"no-op","summary":"fine"}'`, 0, undefined],
    ['says done and changed nothing', `echo '{"status":"done","summary":"x"}'`, 1, 'agent-changed-nothing'],
    ['is blocked', `echo '{"status":"blocked","summary":"no access"}'`, 1, 'agent-blocked'],
    ['prints no JSON', 'echo all done', 1, 'agent-result-invalid'],
    ['prints nothing', 'echo x > x', 1, 'agent-result-invalid'],
    ['prints JSON of another shape', `echo '{"status":"perfect"}'`, 1, 'agent-result-invalid'],
    ['exits with an error', `echo '{"status":"done","summary":"x"}'; exit 1`, 1, 'agent-failed'],
  ])('that %s is judged so', async (_, script, code, error) => {
    const done = await runAgent(script);
    expect([done.code, done.error]).toEqual([code, error]);
  });

  test('that fails has what it wrote kept under a ref', async () => {
    const { repository } = await runAgent('echo half > half; exit 1');
    expect(repository.git('show', `${repository.ownRefs()['a.failed-1'] ?? ''}:half`)).toBe('half');
  });

  test('that makes a secret the name of a file tells it to no record', async () => {
    const canary = 'canary-as-a-name-0123456789';
    const step = '  - { id: a, agent: writer, task: write-it, writes: [base.txt] }\n';
    const repository = RunnerRepository.make({ w: `workflow: w\ntype: sequential\nsteps:\n${step}` });
    const agent = `${repository.home}/agent`;
    writeFileSync(agent, `#!/bin/sh\ntouch ${canary}; echo '{"status":"done","summary":"x"}'\n`);
    chmodSync(agent, 0o755);
    const flags = ['--agent-backend', `command:${agent}`, '--sandbox', 'off'];
    const { code, stdout, stderr } = await repository.runWith({ DB_PASSWORD: canary }, 'w', ...flags);
    const files = ['journal.jsonl', 'state.json', 'progress.json'].map((name) =>
      readFileSync(repository.stateFile('w', name), 'utf8'),
    );
    expect([code, files[0]]).toEqual([1, expect.stringContaining('outside-writes')]);
    expect([stdout, stderr, ...files].filter((text) => text.includes(canary))).toEqual([]);
  });

  test('leaves its answer in results/', async () => {
    const { repository } = await runAgent(`echo x > x; echo '{"status":"done","summary":"said","cost_usd":0.25}'`);
    expect(readFileSync(repository.stateFile('w', 'results/writer.json'), 'utf8')).toContain('said');
  });
});

describe('a backend that is not there', () => {
  test('is told before anything runs', async () => {
    const repository = RunnerRepository.make({ w: `workflow: w\ntype: sequential\nsteps:\n${STEP}` });
    const { code } = await repository.run('w', '--agent-backend', 'nosuch');
    expect([code, repository.events('w')]).toEqual([2, []]);
  });
});
