import { describe, expect, test } from '@jest/globals';
import type { AgentRequest } from '../../src/agents/backend.js';
import { claudeBackend } from '../../src/agents/claude/claude-backend.js';
import type { AgentFile, PermissionMode } from '../../src/definition/agent-file.js';
import { agentFile } from '../support/agent-file.js';
import { agentRequest } from '../support/agent-request.js';

const OUT_OF_PLACE =
  'EnterWorktree ExitWorktree CronCreate CronDelete CronList ScheduleWakeup Monitor Workflow Skill'.split(' ');

/** The values after an option, up to the next option. */
function valuesOf(option: string, more: Partial<AgentRequest>): string[] {
  const { args } = claudeBackend.launch(agentRequest(more));
  const start = args.indexOf(option) + 1;
  if (start === 0) return [];
  const length = args.slice(start).findIndex((arg) => arg.startsWith('--'));
  return args.slice(start, length < 0 ? undefined : start + length);
}

const withFile = (more: Partial<AgentFile>): Partial<AgentRequest> => ({ file: agentFile(more) });

const agentsOf = (more: Partial<AgentFile>): unknown => JSON.parse(valuesOf('--agents', withFile(more))[0] ?? '');

describe('the command line of Claude Code', () => {
  test('gives the prompt by standard input, and never a key', () => {
    const { args, input } = claudeBackend.launch(agentRequest({ prompt: '--dangerously-skip-permissions' }));
    expect(input).toBe('--dangerously-skip-permissions');
    expect(args).not.toContain('--dangerously-skip-permissions');
    expect(args[0]).toBe('-p');
  });

  test('leaves out everything that the repository configures for the CLI', () => {
    const { args } = claudeBackend.launch(agentRequest());
    expect(args.join('|')).toContain('|--setting-sources||--strict-mcp-config|');
  });

  test.each<[string, string, Partial<AgentRequest>, string[]]>([
    ['events as lines', '--output-format', {}, ['stream-json']],
    ['a new conversation', '--session-id', { session: { id: 'i', isNew: true } }, ['i']],
    ['a conversation that goes on', '--resume', { session: { id: 'i', isNew: false } }, ['i']],
    ['100 turns without a limit', '--max-turns', {}, ['100']],
    ['the limit of turns', '--max-turns', { limits: { turns: 7, budgetUsd: null } }, ['7']],
    ['no budget without one', '--max-budget-usd', {}, []],
    ['a small budget without an exponent', '--max-budget-usd', { limits: { turns: 1, budgetUsd: 1e-5 } }, ['0.000010']],
    ['no agent without a file', '--agent', {}, []],
    ['the agent of the file', '--agent', withFile({}), ['writer']],
    ['no model without one', '--model', withFile({}), []],
    ['the model of the file', '--model', withFile({ model: 'opus' }), ['opus']],
    ['the prompt of now, where it is known', '--system-prompt-snapshot', { version: '2.1.330' }, ['off']],
    ['nothing that an older version refuses', '--system-prompt-snapshot', { version: '2.1.329' }, []],
    ['nothing new to an unknown version', '--system-prompt-snapshot', { version: 'two' }, []],
  ])('has %s', (_, option, more, expected) => {
    expect(valuesOf(option, more)).toEqual(expected);
  });

  test.each<[PermissionMode | null, boolean, PermissionMode, string | undefined]>([
    [null, true, 'bypassPermissions', '1'],
    [null, false, 'dontAsk', undefined],
    ['acceptEdits', true, 'acceptEdits', undefined],
    ['acceptEdits', false, 'acceptEdits', undefined],
    ['plan', false, 'plan', undefined],
    ['bypassPermissions', true, 'bypassPermissions', '1'],
    ['bypassPermissions', false, 'dontAsk', undefined],
  ])('permissions: of a file with %s, caged %s, the mode is %s', (permissionMode, isCaged, mode, sandbox) => {
    const request = { ...withFile({ permissionMode }), isCaged };
    expect(valuesOf('--permission-mode', request)).toEqual([mode]);
    expect(claudeBackend.launch(agentRequest(request)).env['IS_SANDBOX']).toBe(sandbox);
  });

  test.each<[string, readonly string[] | null, string[]]>([
    ['edits in the workspace of an agent with all tools', null, ['Edit(./**)']],
    ['nothing of an agent without tools', [], []],
    ['a bare tool that edits only in the workspace', ['Write', 'Edit', 'MultiEdit'], ['Edit(./**)']],
    ['a narrower pattern as it is', ['Write(docs/**)'], ['Edit(docs/**)']],
    ['no pattern that leads outside', ['Edit(/etc/**)', 'Write(//x)', 'Edit(~/x)', 'Edit(a/../../x)'], []],
    ['no rule for tools that read, which would open the disk', ['Read', 'Grep', 'LS'], []],
    ['shell commands as written', ['Bash(git log:*)', 'Bash'], ['Bash(git log:*)', 'Bash']],
    ['nothing that looks like an option', ['--add-dir', '-p', '', 'Bash(x) --y'], []],
  ])('allows %s', (_, tools, expected) => {
    expect(valuesOf('--allowedTools', withFile({ tools }))).toEqual([...expected, 'Grep(./**)', 'Glob(./**)']);
  });

  test('denies what the file denies but not the tool of the answer, and what makes no sense in a step', () => {
    const denied = valuesOf(
      '--disallowedTools',
      withFile({ disallowedTools: ['WebFetch', 'StructuredOutput', '--x'] }),
    );
    expect(denied).toEqual(['WebFetch', ...OUT_OF_PLACE]);
  });

  test.each<[string, Partial<AgentFile>, unknown]>([
    ['all tools', {}, { writer: { description: 'writes', prompt: 'You are a writer.' } }],
    [
      'the tools that it lists, by name, and that of the answer',
      { tools: ['Read', 'Bash(git log:*)', 'Bash(ls)'] },
      { writer: { description: 'writes', prompt: 'You are a writer.', tools: ['Read', 'Bash', 'StructuredOutput'] } },
    ],
    [
      'a prompt and a description in any case, and its model',
      { prompt: ' \n', description: '', model: 'haiku' },
      { writer: { description: 'writer', prompt: 'You are the agent "writer".', model: 'haiku' } },
    ],
  ])('describes an agent with %s', (_, more, expected) => {
    expect(agentsOf(more)).toEqual(expected);
  });

  test('keeps each argument below what the system takes: a long agent goes by a file below HOME', () => {
    const { args, files } = claudeBackend.launch(agentRequest(withFile({ prompt: 'ä'.repeat(60_000) })));
    expect(Math.max(...args.map((arg) => Buffer.byteLength(arg)))).toBeLessThan(128 * 1024);
    expect(args).toContain('/work/home/.claude/workflow-agent.json');
    expect(files?.['.claude/workflow-agent.json']).toContain('ää');
  });

  test.each([
    ['2.1.330', undefined],
    [null, '1'],
  ])('attaches no file that a prompt mentions: version %s', (version, attachments) => {
    const { env } = claudeBackend.launch(agentRequest({ version }));
    expect(env['CLAUDE_CODE_DISABLE_FILE_MENTIONS']).toBe('1');
    expect(env['CLAUDE_CODE_DISABLE_ATTACHMENTS']).toBe(attachments);
  });

  test('keeps all its files below HOME', () => {
    const { env } = claudeBackend.launch(agentRequest());
    expect([env['CLAUDE_CONFIG_DIR'], env['CLAUDE_CODE_TMPDIR']]).toEqual(['/work/home/.claude', '/work/home/tmp']);
  });
});
