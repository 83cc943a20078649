import { describe, expect, test } from '@jest/globals';
import { answerInText } from '../../src/agents/answer-in-text.js';

const answer = { status: 'done', summary: 'x', follow_ups: [] };
const json = JSON.stringify(answer);

describe('answerInText', () => {
  test.each([
    ['the whole text', json],
    ['the whole text with space around', `\n  ${json}\n`],
    ['a fenced block', `All done.\n\`\`\`json\n${JSON.stringify(answer, null, 2)}\n\`\`\`\n`],
    ['prose around it', `I don't know "why" {but}: ${json} That's it.`],
    ['a later object that is no answer', `${json}\nI left { services.x = true; } and {"a": 1} alone.`],
    ['an answer inside of an object', `Result: {"result": ${json}}`],
    ['an open brace after it', `${json} {`],
    ['an earlier answer', `${JSON.stringify({ ...answer, status: 'blocked' })} no: ${json}`],
  ])('finds the answer in %s', (_, text) => {
    expect(answerInText(text)).toEqual(answer);
  });

  test('an answer may hold braces and quotes in its strings', () => {
    const odd = { status: 'done', summary: 'made { a = "}"; } \\ {"status"', follow_ups: ['{'] };
    expect(answerInText(`so: ${JSON.stringify(odd)}.`)).toEqual(odd);
  });

  test.each(['', 'done', '{', '}{', '{"status": "done"', '[1]', '"status"', '{"a": 1} and text', 'null'])(
    'finds none in %j',
    (text) => {
      expect(answerInText(text)).toBeNull();
    },
  );

  test.each([
    ['open braces', '{'.repeat(256 * 1024)],
    ['open objects', '{"a":'.repeat(50_000)],
    ['quotes', '{"'.repeat(128 * 1024)],
    ['closing braces', '}'.repeat(256 * 1024)],
  ])('ends on 256 KiB of %s', (_, text) => {
    expect(answerInText(text)).toBeNull();
  });

  test('a key __proto__ is data', () => {
    const found = answerInText('x {"status": "done", "__proto__": {"polluted": true}}');
    expect(found?.['status']).toBe('done');
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});
