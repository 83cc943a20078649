import { describe, expect, test } from '@jest/globals';
import type { AgentExit } from '../../src/agents/backend.js';
import { claudeBackend } from '../../src/agents/claude/claude-backend.js';
import { EMPTY_TRANSCRIPT, withEvent, type Transcript } from '../../src/agents/transcript.js';

const read = (...lines: readonly unknown[]): Transcript =>
  lines
    .flatMap((line) => claudeBackend.readLine(typeof line === 'string' ? line : JSON.stringify(line)))
    .reduce(withEvent, EMPTY_TRANSCRIPT);

const eventsOf = (line: unknown): unknown => claudeBackend.readLine(JSON.stringify(line));

const assistant = (id: string, block: unknown, more: object = {}): object => ({
  type: 'assistant',
  message: { id, role: 'assistant', model: 'claude-sonnet-4-5', content: [block] },
  parent_tool_use_id: null,
  ...more,
});

const result = (more: object = {}): object => ({
  type: 'result',
  subtype: 'success',
  is_error: false,
  api_error_status: null,
  num_turns: 1,
  total_cost_usd: 9,
  result: 'text',
  permission_denials: [],
  model_usage_since_last_result: {
    a: { inputTokens: 10, outputTokens: 1, cacheReadInputTokens: 200, cacheCreationInputTokens: 3000, costUSD: 0.5 },
    b: { inputTokens: 1, outputTokens: 1, costUSD: 0.25 },
  },
  ...more,
});

const DONE = { structured_output: { status: 'done', summary: 's', follow_ups: [] } };
const TURN = assistant('m1', { type: 'text', text: 'hello' });

describe('lines of Claude Code are events', () => {
  test.each<[string, unknown, unknown]>([
    ['the beginning', { type: 'system', subtype: 'init', session_id: 's' }, [{ type: 'session', id: 's' }]],
    [
      'text',
      TURN,
      [
        { type: 'turn', id: 'm1' },
        { type: 'text', text: 'hello' },
      ],
    ],
    [
      'a tool, with what it is used on in one line',
      assistant('m', { type: 'tool_use', name: 'Bash', input: { command: 'make\nrm x', description: 'd' } }),
      [
        { type: 'turn', id: 'm' },
        { type: 'tool', name: 'Bash', detail: 'make' },
      ],
    ],
    [
      'a tool of a subagent, which is no turn',
      assistant('m', { type: 'tool_use', name: 'Read', input: { file_path: '/a' } }, { parent_tool_use_id: 't' }),
      [{ type: 'tool', name: 'Read', detail: '/a' }],
    ],
    ['text of a subagent', assistant('m', { type: 'text', text: 'x' }, { parent_tool_use_id: 't' }), []],
    ['thought', assistant('m', { type: 'thinking', thinking: 'x' }), [{ type: 'turn', id: 'm' }]],
    [
      'what the CLI says in the model’s place',
      { type: 'assistant', message: { id: 'm', model: '<synthetic>', content: [{ type: 'text', text: 'API Error' }] } },
      [],
    ],
    [
      'a tool that failed',
      {
        type: 'user',
        message: { content: [{ type: 'tool_result', is_error: true, content: '<tool_use_error>no</tool_use_error>' }] },
      },
      [{ type: 'tool-failed', message: 'no' }],
    ],
    ['a tool that did its work', { type: 'user', message: { content: [{ type: 'tool_result', content: 'ok' }] } }, []],
    [
      'a retry',
      { type: 'system', subtype: 'api_retry', attempt: 1, max_retries: 3, error_status: 529, error: 'overloaded' },
      [{ type: 'retrying', message: 'overloaded (529), retry 1 of 3' }],
    ],
    [
      'a retry without a status',
      { type: 'system', subtype: 'api_retry', attempt: 1, max_retries: 3, error_status: null, error: 'unknown' },
      [{ type: 'retrying', message: 'unknown, retry 1 of 3' }],
    ],
    [
      'another model',
      { type: 'system', subtype: 'model_fallback', trigger: 'overloaded', original_model: 'a', fallback_model: 'b' },
      [{ type: 'retrying', message: 'b in place of a (overloaded)' }],
    ],
  ])('%s', (_, line, expected) => {
    expect(eventsOf(line)).toEqual(expected);
  });

  test.each([
    'no JSON',
    '',
    'null',
    '1',
    '[]',
    '{}',
    '{"type":"stream_event"}',
    '{"type":{}}',
    '{"type":"__proto__"}',
    '{"type":"system","subtype":"init","session_id":{}}',
    '{"type":"assistant"}',
    '{"type":"assistant","message":[]}',
    '{"type":"user","message":{"content":"text"}}',
    '{"type":"user","message":{"content":[null,1,[]]}}',
    '['.repeat(100_000),
  ])('what is no known event is none: %.40s', (line) => {
    expect(claudeBackend.readLine(line)).toEqual([]);
  });

  test('blocks of one message are one turn', () => {
    const blocks = [assistant('m1', { type: 'text', text: 'a' }), assistant('m2', { type: 'text', text: 'b' })];
    expect(read(TURN, ...blocks).turns).toBe(2);
  });

  test('a result of hostile shapes is an end that is not well, of unknown cost', () => {
    const hostile = { type: 'result', total_cost_usd: -1, usage: [], permission_denials: 'x', errors: [null, {}] };
    expect(read(hostile)).toMatchObject({ endedWell: false, costUsd: null, tokens: null, denials: 0 });
  });

  test('cost and tokens are those of this process, not of the whole conversation', () => {
    expect(read(result())).toMatchObject({ costUsd: 0.75, tokens: 3213 });
  });

  test('two results of one process are added up', () => {
    expect(read(result(), result())).toMatchObject({ costUsd: 1.5, tokens: 6426 });
  });

  test('a version without parts tells its total', () => {
    const usage = { input_tokens: 1, cache_creation_input_tokens: 2, cache_read_input_tokens: 3, output_tokens: 4 };
    const old = result({ model_usage_since_last_result: undefined, usage });
    expect(read(old)).toMatchObject({ costUsd: 9, tokens: 10 });
  });

  test('a cost that is told for one model only is unknown', () => {
    expect(read(result({ model_usage_since_last_result: { a: { costUSD: 1 }, b: {} } })).costUsd).toBeNull();
  });
});

const OK: AgentExit = { exitCode: 0, signal: null, stderrTail: '' };
const ONE: AgentExit = { ...OK, exitCode: 1 };

/** The reason, the trouble and the detail of how it ended; or the status of the answer. */
function conclusion(lines: readonly unknown[], exit: AgentExit = OK, budgetUsd: number | null = null): unknown {
  const concluded = claudeBackend.conclude(read(...lines), exit, { turns: null, budgetUsd });
  return concluded.ok ? concluded.value.status : concluded.error;
}

const apiError = (status: number | null, text: string, more: object = {}): object =>
  result({ is_error: true, api_error_status: status, result: text, ...more });

describe('how Claude Code has ended', () => {
  test('well: exit code 0, success, a turn, an answer', () => {
    expect(conclusion([TURN, result(DONE)])).toBe('done');
  });

  test('the last of two results counts', () => {
    expect(conclusion([TURN, apiError(500, 'x'), result(DONE)])).toBe('done');
    expect(conclusion([TURN, result(DONE), apiError(500, 'x')])).toMatchObject({ trouble: 'transient' });
  });

  test.each<[string, object, string]>([
    ['401', apiError(401, 'Invalid API key · Fix external API key'), 'auth'],
    ['403', apiError(403, 'Failed to authenticate. API Error: 403'), 'auth'],
    ['no key', apiError(null, 'Not logged in · Please run /login'), 'auth'],
    ['a broken key', apiError(null, 'Invalid API key · it contains a line break'), 'auth'],
    ['no credit', apiError(400, 'Credit balance is too low'), 'auth'],
    ['429', apiError(429, 'API Error: Request rejected (429)'), 'transient'],
    ['500', apiError(500, 'API Error: 500'), 'transient'],
    ['529', apiError(529, 'API Error: 529'), 'transient'],
    ['refused', apiError(null, 'API Error: Connection refused', { api_error: 'connection_failed' }), 'transient'],
    ['time-out', apiError(null, 'Request timed out'), 'transient'],
    ['400', apiError(400, 'API Error: 400 bad thing'), 'input'],
    ['404', apiError(404, 'There is an issue with the selected model'), 'input'],
    ['413', apiError(413, 'Request too large (max 32MB)'), 'input'],
    ['too long', apiError(null, 'Prompt is too long'), 'input'],
    ['refusal', apiError(null, 'API Error: it can’t help with this', { stop_reason: 'refusal' }), 'policy'],
    ['too long an answer', apiError(null, 'API Error: exceeded', { api_error: 'max_output_tokens' }), 'crashed'],
    ['an error of another kind', apiError(null, 'what?'), 'crashed'],
    ['turns', result({ subtype: 'error_max_turns', is_error: true, errors: ['Reached'] }), 'turns'],
    ['a broken run', result({ subtype: 'error_during_execution', is_error: true, errors: ['x'] }), 'crashed'],
    ['an unknown end', result({ subtype: 'error_of_tomorrow', is_error: true }), 'crashed'],
    ['is_error missing', result({ is_error: undefined }), 'crashed'],
  ])('%s is told apart', (_, line, trouble) => {
    expect(conclusion([TURN, line], ONE)).toMatchObject({ reason: 'agent-failed', backend: 'claude', trouble });
  });

  test('the budget of the run is named when the CLI stops at it', () => {
    const line = result({ subtype: 'error_max_budget_usd', is_error: true, errors: ['Reached maximum budget'] });
    expect(conclusion([TURN, line], ONE, 0.7)).toEqual({ reason: 'agent-out-of-budget', limitUsd: 0.7 });
  });

  test.each<[string, readonly unknown[], AgentExit, object]>([
    ['success with another exit code', [TURN, result(DONE)], ONE, { trouble: 'crashed', detail: 'exit code 1' }],
    ['success without a turn', [result(DONE)], OK, { trouble: 'no-turns' }],
    [
      'success with denials',
      [TURN, result({ ...DONE, permission_denials: [{ tool_name: 'Write', tool_input: { file_path: '/x' } }] })],
      OK,
      { trouble: 'denied', detail: 'Write /x' },
    ],
    ['success without the answer', [TURN, result()], OK, { reason: 'agent-result-invalid' }],
    [
      'an answer of another shape',
      [TURN, result({ structured_output: { status: 'x' } })],
      OK,
      { reason: 'agent-result-invalid' },
    ],
    [
      'an answer that did not come right',
      [TURN, result({ subtype: 'error_max_structured_output_retries', is_error: true, errors: ['after 5 attempts'] })],
      ONE,
      { reason: 'agent-result-invalid', detail: 'after 5 attempts' },
    ],
    ['no word at all', [], OK, { trouble: 'crashed' }],
    [
      'a signal',
      [TURN],
      { exitCode: null, signal: 'SIGKILL', stderrTail: '' },
      { trouble: 'crashed', detail: 'ended by signal SIGKILL' },
    ],
    [
      'an unknown option',
      [],
      { ...ONE, stderrTail: "error: unknown option '--x'\n" },
      { trouble: 'input', detail: "error: unknown option '--x'" },
    ],
    [
      'an unknown agent',
      [],
      { ...ONE, stderrTail: "--agent 'x' not found. Available agents: a" },
      { trouble: 'input' },
    ],
    ['a crash', [], { ...ONE, stderrTail: 'panic' }, { trouble: 'crashed', detail: 'exit code 1\npanic' }],
  ])('%s is a failure', (_, lines, exit, expected) => {
    expect(conclusion(lines, exit)).toMatchObject(expected);
  });
});

describe('where Claude Code keeps a conversation', () => {
  test.each([
    ['/tmp/a.b_c/ä', '.claude/projects/-tmp-a-b-c--/id.jsonl'],
    // As 2.1.330 has named it.
    [
      `/tmp/cexp/${'long-path.ünï/'.repeat(20).slice(0, -1)}`,
      `.claude/projects/-tmp-cexp-${'long-path--n--'.repeat(13)}long-pat-riru0p/id.jsonl`,
    ],
  ])('of %s', (workspace, expected) => {
    expect(claudeBackend.sessionFile(workspace, 'id')).toBe(expected);
  });
});
