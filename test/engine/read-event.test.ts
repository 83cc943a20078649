import { describe, expect, test } from '@jest/globals';
import { readEvent } from '../../src/engine/read-event.js';

const COMMIT = 'c'.repeat(40);
const started = { type: 'step-started', at: 1, step: 'a', attempt: 1, base: COMMIT };
const failed = {
  type: 'step-failed',
  at: 1,
  step: 'a',
  attempt: 1,
  failure: { reason: 'cancelled' },
  retryAt: null,
  costUsd: null,
  tokens: null,
};
const session = (told: unknown): unknown => ({
  type: 'session-started',
  at: 1,
  step: 'a',
  attempt: 1,
  session: told,
});

describe('readEvent', () => {
  test.each([
    ['an attempt without a budget', started],
    ['an attempt with one', { ...started, budgetUsd: 0.5 }],
    ['a failure without work', failed],
    ['a failure with work', { ...failed, work: COMMIT }],
    ['a conversation', session({ backend: 'claude', id: 'id-1' })],
  ])('takes %s', (_, event) => {
    expect(readEvent(event)).toEqual(event);
  });

  test.each([
    ['a budget that is no number, which sums would be made of', { ...started, budgetUsd: '5' }],
    ['work that is no text', { ...failed, work: [COMMIT] }],
    ['work that is no commit', { ...failed, work: '--output=x' }],
    ['a conversation without a name', session({ backend: 'claude' })],
    ['a conversation of nobody', session({ id: 'id-1' })],
  ])('refuses %s', (_, event) => {
    expect(readEvent(event)).toBeNull();
  });
});
