import { describe, expect, test } from '@jest/globals';
import type { AgentEvent } from '../../src/agents/agent-event.js';
import { commandBackend } from '../../src/agents/command.js';
import type { Transcript } from '../../src/agents/transcript.js';
import type { AgentSession } from '../../src/engine/step-history.js';
import type { ProcessResult } from '../../src/process/process.js';
import { AgentWatch } from '../../src/steps/agent-watch.js';

/* What an agent's CLI prints when it means harm: numbers and names that nobody would choose, and lines without an end. */

const ENDED = { stdoutTruncated: false } as ProcessResult;

interface Heard {
  readonly transcript: Transcript;
  readonly sessions: readonly string[];
  readonly lines: number;
}

/** What is heard of a CLI that prints these chunks; each of its lines is the JSON of events. */
function hear(...chunks: readonly (string | Buffer)[]): Heard {
  const sessions: string[] = [];
  let lines = 0;
  const readLine = (line: string): readonly AgentEvent[] => {
    lines += 1;
    return line.startsWith('[') ? (JSON.parse(line) as AgentEvent[]) : [];
  };
  const input = {
    signal: new AbortController().signal,
    onOutput: () => undefined,
    onSession: ({ id }: AgentSession) => void sessions.push(id),
  };
  const backend = { ...commandBackend('x'), streamsEvents: true, sessions: 'told', readLine } as const;
  const watch = new AgentWatch({ backend, input, stallMs: null, maxTurns: null });
  for (const chunk of chunks) watch.onOutput(Buffer.from(chunk), 'stdout');
  return { transcript: watch.end(ENDED), sessions, lines };
}

const line = (...events: readonly AgentEvent[]): string => `${JSON.stringify(events)}\n`;
const session = (id: string): string => line({ type: 'session', id });

describe('the id of a conversation', () => {
  test.each([
    ['an option', '--dangerously-bypass-approvals-and-sandbox'],
    ['a path', '../../../etc'],
    ['empty', ''],
    ['of several lines', 'a\nb'],
    ['of a megabyte', 'a'.repeat(1_000_000)],
  ])('that is %s is none', (_, id) => {
    expect(hear(session(id), session('0b5e-good')).sessions).toEqual(['0b5e-good']);
  });

  test('is told a bounded number of times', () => {
    const ids = Array.from({ length: 1000 }, (_, count) => session(`id-${count}`));
    expect(hear(...ids).sessions.length).toBe(10);
  });
});

describe('what an agent says that it has spent', () => {
  test.each([
    ['more than there is', line({ type: 'usage', costUsd: 1e308, tokens: 1e308 })],
    ['infinitely much', line().replace('[]', '[{"type":"usage","costUsd":1e999,"tokens":1e999,"isPart":true}]')],
  ])('is unknown when it is %s', (_, text) => {
    const { costUsd, tokens } = hear(text).transcript;
    expect([costUsd, tokens]).toEqual([null, null]);
  });
});

describe('a line of output', () => {
  test('that is too long is dropped, and the next one counts', () => {
    expect(hear(Buffer.alloc(3 * 1024 * 1024, '['), '\n', line({ type: 'turn' }))).toMatchObject({
      lines: 1,
      transcript: { turns: 1 },
    });
  });

  test('may come byte by byte', () => {
    const text = line({ type: 'text', text: 'x'.repeat(5000) });
    expect(hear(...Array.from(text)).transcript.lastText).toHaveLength(5000);
  });
});
