import { expect, test } from '@jest/globals';
import { buildReview } from '../../../src/report/review/build-review.js';
import type { Review } from '../../../src/report/review/review.js';
import { renderReview } from '../../../src/report/review/review-markdown.js';
import { renderReviewText } from '../../../src/report/review/review-text.js';
import { plain } from '../../../src/report/text-style.js';
import { safeTerminalLine } from '../../../src/process/terminal-text.js';
import { expectGolden } from '../../support/golden.js';
import { allNodes, parseMarkdown, referenceIn } from '../../support/markdown.js';
import { reviewStory } from '../../support/review-story.js';
import { DAY, NOW, runRecord, stepRecord } from '../../support/run-records.js';

const HOSTILE = '@team Closes #1 <img src=x> [a](http://b.c) | `x` <!-- y -->\u001b[31m\n\u202e';

const hostile = (): Review =>
  buildReview({
    metrics: null,
    runs: [
      runRecord(1, {
        workflow: HOSTILE,
        steps: [
          stepRecord(HOSTILE, {
            retries: 1,
            agent: { name: HOSTILE, asked: true, cost_usd: 0, tokens: 0, attempts_of_unknown_cost: 0 },
          }),
        ],
      }),
    ],
    defined: [],
    workflow: HOSTILE,
    now: NOW,
    windowMs: 30 * DAY,
  });

test('the review as markdown: totals against the time before, what to look at, workflows, steps, agents', () => {
  expectGolden('report/review.md', renderReview(reviewStory()));
});

test('the review on a terminal: the same in aligned columns', () => {
  expectGolden(
    'report/review.txt',
    `${renderReviewText(reviewStory(), { clean: safeTerminalLine, paint: plain, width: 120 })}\n`,
  );
});

test('markdown makes nothing but text of hostile names', async () => {
  const root = await parseMarkdown(renderReview(hostile()));
  const types = allNodes(root).map(({ type }) => type);
  expect(types.filter((type) => ['html', 'link', 'image', 'inlineCode'].includes(type))).toEqual([]);
  expect(referenceIn(root)).toBeNull();
});

test('the terminal gets no escape sequence and no line of its own from a hostile name', () => {
  const text = renderReviewText(hostile(), { clean: safeTerminalLine, paint: plain, width: 120 });
  // eslint-disable-next-line no-control-regex -- control characters are the subject
  expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/);
  expect(text.split('\n').filter((line) => line.includes('@team'))).toHaveLength(6);
});

test('the markdown of very many workflows fits into an issue', () => {
  const defined = Array.from({ length: 3000 }, (_, index) => ({ name: `${'@'.repeat(90)}${index}`, nested: [] }));
  const review = buildReview({ metrics: null, runs: [], defined, workflow: null, now: NOW, windowMs: DAY });
  expect(renderReview(review).length).toBeLessThanOrEqual(60_000);
});

test('tables of a narrow terminal have shorter names, and all their figures', () => {
  const review = buildReview({
    metrics: null,
    runs: [
      runRecord(1, {
        workflow: 'a-workflow-of-a-very-long-name',
        steps: [stepRecord('a-step-of-a-very-long-name-too')],
      }),
    ],
    defined: [],
    workflow: null,
    now: NOW,
    windowMs: 30 * DAY,
  });
  const rows = (width: number): string[] =>
    renderReviewText(review, { clean: safeTerminalLine, paint: plain, width })
      .split('\n')
      .filter((line) => line.startsWith('  a-'));
  expect(rows(200).every((line) => line.includes('very-long-name'))).toBe(true);
  const narrow = rows(80);
  expect(narrow.length).toBe(rows(200).length);
  expect(Math.max(...narrow.map((line) => line.length))).toBeLessThanOrEqual(80);
  const figures = (line: string): string => line.replace(/ +a-\S+/g, '').replace(/ +/g, ' ');
  expect(narrow.map(figures)).toEqual(rows(200).map(figures));
});
