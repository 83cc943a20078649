import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { agentHome } from '../../src/commands/agent-tools.js';
import { groupState, initialState, stepState, type RunState, type StepStatus } from '../../src/engine/run-state.js';
import { AgentSessions, openEnds } from '../../src/github/agent-sessions.js';
import { parseSealed, sealedText, sealSession } from '../../src/github/checkpoint/sealed-sessions.js';
import type { RunnerFacts } from '../../src/github/runner/runner-facts.js';
import { FAKE_KEY } from '../support/claude-cli.js';
import { agentStep, phase, planOf, workflow } from '../support/workflow.js';

const RUN = '20261122T101112Z-abc123';
const OF = { repository: 'somebody/flake', runId: RUN };
const LABEL = { step: 'write', backend: 'claude', id: '6253c0de-0000-4000-8000-000000000000' };
const FILE = `.claude/projects/-work-ws-1/${LABEL.id}.jsonl`;
const SPOKEN = 'the password of the router is swordfish';

const folders: string[] = [];

const folder = (): string => {
  const made = realpathSync(mkdtempSync(join(tmpdir(), 'workflow-runner-sessions-')));
  folders.push(made);
  return made;
};

afterAll(() => {
  for (const made of folders) rmSync(made, { recursive: true, force: true });
});

/** A job on a machine of its own. */
class Job {
  readonly cacheDir = folder();
  readonly temp = folder();
  readonly home = agentHome({ cacheDir: this.cacheDir, workflow: 'w', runId: RUN }, LABEL.step);
  readonly sessions: AgentSessions;

  constructor(env: Readonly<Record<string, string>> = { ANTHROPIC_API_KEY: FAKE_KEY }) {
    const facts = { owner: 'somebody', repo: 'flake', temp: this.temp } as RunnerFacts;
    this.sessions = new AgentSessions({ name: 'w', cacheDir: this.cacheDir }, { env, facts });
  }

  /** As the agent's CLI writes it. */
  speak(text = SPOKEN): void {
    mkdirSync(dirname(join(this.home, FILE)), { recursive: true });
    writeFileSync(join(this.home, FILE), text);
  }

  /** A checkpoint's file with this text. */
  received(text: string): string {
    const file = join(folder(), 'sessions.sealed');
    writeFileSync(file, text);
    return file;
  }

  /** What an agent here would go on with; null for nothing. */
  heard(): string | null {
    const projects = join(this.home, '.claude/projects');
    const [project] = existsSync(projects) ? readdirSync(projects) : [];
    return project === undefined ? null : readFileSync(join(projects, project, `${LABEL.id}.jsonl`), 'utf8');
  }
}

function stateWith(status: StepStatus, session: { backend: string; id: string } | null = LABEL): RunState {
  const state = initialState(
    planOf(workflow('w', [phase('p', 'sequential', [agentStep('write'), agentStep('later')])])),
  );
  state.runId = RUN;
  Object.assign(stepState(state, 'write'), {
    status,
    session: session === null ? null : { backend: session.backend, id: session.id },
  });
  return state;
}

const stopped = stateWith('cancelled');
let sealed: string;

beforeEach(async () => {
  const first = new Job();
  first.speak();
  sealed = (await first.sessions.seal(RUN, openEnds(stopped))) ?? '';
});

describe('which conversations are carried', () => {
  test.each<[StepStatus, boolean]>([
    ['cancelled', true],
    ['running', true],
    ['retrying', true],
    ['failed', true],
    ['conflict', true],
    ['completed', false],
    ['skipped', false],
  ])('that of a step that is %s: %p', (status, carried) => {
    expect(openEnds(stateWith(status))).toEqual(carried ? [LABEL] : []);
  });

  test('that of a step which has completed, until it is merged with those beside it', () => {
    const state = initialState(
      planOf(workflow('w', [phase('p', 'parallel', [agentStep('write'), agentStep('later')])])),
    );
    Object.assign(stepState(state, 'write'), { status: 'completed', session: { backend: 'claude', id: LABEL.id } });
    groupState(state, 'p').status = 'running';
    expect(openEnds(state)).toEqual([LABEL]);
    groupState(state, 'p').status = 'completed';
    expect(openEnds(state)).toEqual([]);
  });

  test('none of a step that has none', () => {
    expect(openEnds(stateWith('failed', null))).toEqual([]);
  });
});

describe('between two jobs', () => {
  test('with the key a conversation comes to where the next one looks for it', async () => {
    const next = new Job();
    await next.sessions.takeOver(stopped, [next.received(sealed)]);
    expect([next.heard(), next.sessions.notes]).toEqual([SPOKEN, []]);
  });

  test('a job without the key hands it on as it is, and nothing of it is in the clear there', async () => {
    const between = new Job({});
    await between.sessions.takeOver(stopped, [between.received(sealed)]);
    expect(await between.sessions.seal(RUN, openEnds(stopped))).toBe(sealed);
    expect([between.heard(), between.sessions.notes]).toEqual([null, []]);
  });

  test('a post step, which is another process, hands on what the main step has not opened', async () => {
    const between = new Job({});
    await between.sessions.takeOver(stopped, [between.received(sealed)]);
    const facts = { owner: 'somebody', repo: 'flake', temp: between.temp } as RunnerFacts;
    const post = new AgentSessions({ name: 'w', cacheDir: between.cacheDir }, { env: {}, facts });
    expect(await post.seal(RUN, openEnds(stopped))).toBe(sealed);
  });

  test('what was said since counts, not what was carried', async () => {
    const next = new Job();
    await next.sessions.takeOver(stopped, [next.received(sealed)]);
    next.speak(`${SPOKEN}, still`);
    const after = new Job();
    await after.sessions.takeOver(stopped, [after.received((await next.sessions.seal(RUN, openEnds(stopped))) ?? '')]);
    expect(after.heard()).toBe(`${SPOKEN}, still`);
  });

  test('the file of a later line counts more than that of an earlier one', async () => {
    const line = sealedText([sealSession(LABEL, Buffer.from('said in its own job'), { key: FAKE_KEY, of: OF })]);
    const next = new Job();
    await next.sessions.takeOver(stopped, [next.received(sealed), next.received(line)]);
    expect(next.heard()).toBe('said in its own job');
  });

  test('what a machine still had from another moment of the run is gone', async () => {
    const next = new Job();
    next.speak('older');
    writeFileSync(join(next.home, 'left'), '');
    await next.sessions.takeOver(stopped, [next.received(sealed)]);
    expect([next.heard(), existsSync(join(next.home, 'left'))]).toEqual([SPOKEN, false]);
  });

  test('once the step has completed, nothing of its conversation goes on', async () => {
    const next = new Job();
    const done = stateWith('completed');
    await next.sessions.takeOver(done, [next.received(sealed)]);
    expect([next.heard(), await next.sessions.seal(RUN, openEnds(done))]).toEqual([null, null]);
  });
});

describe('a conversation begins anew, with a note that tells nothing of it,', () => {
  const noted = async (job: Job, text: string): Promise<readonly unknown[]> => {
    await job.sessions.takeOver(stopped, [job.received(text)]);
    expect(job.sessions.notes.join()).not.toContain('swordfish');
    return [job.heard(), job.sessions.notes.map((note) => note.split(',')[0])];
  };
  const SEALED_OTHERWISE = [null, ['The conversation of step write was sealed with another key']];

  test('where the job has another key', async () => {
    expect(await noted(new Job({ ANTHROPIC_API_KEY: `${FAKE_KEY}2` }), sealed)).toEqual(SEALED_OTHERWISE);
  });

  test('where somebody has changed it', async () => {
    const [one] = parseSealed(sealed) ?? [];
    if (one === undefined) throw new Error('nothing was sealed');
    const changed = sealedText([{ ...one, data: `AAAA${one.data.slice(4)}` }]);
    expect(await noted(new Job(), changed)).toEqual(SEALED_OTHERWISE);
  });

  test('where it is that of another run', async () => {
    const other = sealSession(LABEL, Buffer.from(SPOKEN), { key: FAKE_KEY, of: { ...OF, runId: 'other' } });
    expect(await noted(new Job(), sealedText([other]))).toEqual(SEALED_OTHERWISE);
  });

  test.each([
    ['no sealed file at all', 'hello'],
    ['a conversation that the journal does not name', () => sealed.replace(LABEL.id, 'other')],
    ['no conversation', sealedText([])],
  ])('where there is %s', async (_what, text) => {
    expect(await noted(new Job(), typeof text === 'string' ? text : text())).toEqual([null, []]);
  });
});

describe('what is not sealed', () => {
  test('is told, where there is no key to seal it with', async () => {
    const job = new Job({ ANTHROPIC_API_KEY: 'short' });
    job.speak();
    expect([await job.sessions.seal(RUN, openEnds(stopped)), job.sessions.notes]).toEqual([
      null,
      [expect.stringContaining('none of ANTHROPIC_API_KEY,')],
    ]);
  });

  test('is a file that a link of the agent leads to', async () => {
    const job = new Job();
    const mine = join(folder(), 'mine');
    writeFileSync(mine, 'of the user');
    mkdirSync(dirname(join(job.home, FILE)), { recursive: true });
    symlinkSync(mine, join(job.home, FILE));
    expect(await job.sessions.seal(RUN, openEnds(stopped))).toBeNull();
  });

  test.each(['../../../../../../tmp/x', '/etc/passwd', '..', 'a/../../../../../b', ''])(
    'nor placed is one with the id %p, which a hostile journal has',
    async (id) => {
      const label = { ...LABEL, id };
      const text = sealedText([sealSession(label, Buffer.from(SPOKEN), { key: FAKE_KEY, of: OF })]);
      const job = new Job();
      await job.sessions.takeOver(stateWith('cancelled', label), [job.received(text)]);
      const outside = readdirSync(job.cacheDir).filter((name) => name !== 'agents');
      expect([outside, existsSync(job.home) ? readdirSync(job.home).filter((name) => name !== '.claude') : []]).toEqual(
        [[], []],
      );
    },
  );

  test('is one of a backend that is not known', async () => {
    const state = stateWith('cancelled', { backend: 'constructor', id: LABEL.id });
    expect(await new Job().sessions.seal(RUN, openEnds(state))).toBeNull();
  });
});
