import { describe, expect, test } from '@jest/globals';
import { firstPrompt, nextPrompt, NO_PROMPT_HISTORY, type PromptHistory } from '../../src/agents/prompt.js';

const parts = { agent: 'writer', task: 'write-it', taskText: null, config: {}, instructions: null };
const failure = {
  reason: 'validation-failed',
  command: 'test -f a',
  exitCode: 1,
  outputTail: '',
  diagnostics: [],
} as const;
const history = (more: Partial<PromptHistory>): PromptHistory => ({ ...NO_PROMPT_HISTORY, ...more });

describe('an agent that goes on is told', () => {
  test('which files did not merge, and that its changes are gone', () => {
    const prompt = nextPrompt(history({ conflict: ['a.nix'] }));
    expect(prompt).toMatch(/do not merge[^]*a\.nix[^]*without your changes/);
  });

  test('what was wrong with its work after a conflict, and no more of the conflict', () => {
    const failureText = ['This check did not pass: test -f a'];
    const prompt = nextPrompt(history({ conflict: ['a.nix'], failure, failureText, hasWork: true }));
    expect(prompt).toMatch(/test -f a[^]*still holds what you have changed/);
    expect(prompt).not.toContain('do not merge');
  });
});

describe('an agent in a new conversation is told', () => {
  test('that there is work of one before', () => {
    expect(firstPrompt(parts, history({ hasWork: true }))).toContain('still holds what you have changed');
  });

  test('nothing of what was before when there was nothing', () => {
    expect(firstPrompt(parts, NO_PROMPT_HISTORY)).not.toMatch(/still holds|as it was before/);
  });
});
