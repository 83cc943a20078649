import { describe, expect, test } from '@jest/globals';
import { troubleOf } from '../../src/agents/trouble-of.js';

describe('troubleOf', () => {
  test.each([
    ['unexpected status 401 Unauthorized: fake 401, url: http://api.test', null, 'auth'],
    ['[API Error: {"error":{"code":401,"message":"x"}}]', null, 'auth'],
    ['{"error":{"code":400,"message":"API key not valid. Please pass a valid API key."}}', 400, 'auth'],
    ['Error: No authentication information found.', null, 'auth'],
    ['When using Gemini API, you must specify the GEMINI_API_KEY environment variable.', null, 'auth'],
    ['You exceeded your current quota, please check your plan and billing details.', 429, 'auth'],
    ['exceeded retry limit, last status: 429 Too Many Requests', null, 'transient'],
    ['HTTP 503', null, 'transient'],
    ['x', 529, 'transient'],
    ['fetch failed', null, 'transient'],
    ['connect ECONNREFUSED 127.0.0.1:1', null, 'transient'],
    ['stream disconnected before completion', null, 'transient'],
    ['x', 404, 'input'],
    ['prompt is too long: 250000 tokens', 400, 'input'],
    ['error: unexpected argument --ignore-rules found', null, 'input'],
    ['The model `gpt-x` does not exist', null, 'input'],
    ['blocked by the content policy', 400, 'policy'],
    ['SIGSEGV', null, null],
    ['', null, null],
    ['ok', 200, null],
  ])('%j with status %j is %s', (message, status, trouble) => {
    expect(troubleOf(message, status)).toBe(trouble);
  });

  test('a message of megabytes is read at its beginning and its end', () => {
    expect(troubleOf(`${'x'.repeat(8_000_000)} HTTP 429`)).toBe('transient');
  });
});
