import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import axe from 'axe-core';
import { buildReview } from '../../../src/report/review/build-review.js';
import { reviewDocument } from '../../../src/report/review/review-document.js';
import { renderReviewPage } from '../../../src/report/review/review-page.js';
import { reviewSchema } from '../../../src/report/review/review-schema.js';
import type { Review } from '../../../src/report/review/review.js';
import { bucketsOf } from '../../../src/report/review/time-buckets.js';
import { chromiumPath, PageBrowser } from '../../support/browser.js';
import { DAY, NOW, runRecord, stepRecord } from '../../support/run-records.js';
import { reviewStory } from '../../support/review-story.js';

const pageOf = (review: Review): string =>
  renderReviewPage(review, (text) => createHash('sha256').update(text).digest('base64'));

const HOSTILE = `</script><img src=x onerror="attacked=1">'"${'W'.repeat(200)}`;

const hostile = (): Review =>
  buildReview({
    metrics: null,
    runs: [1, 2, 3].map((daysAgo) =>
      runRecord(daysAgo, {
        workflow: HOSTILE,
        steps: [
          stepRecord(HOSTILE, {
            retries: 1,
            agent: { name: HOSTILE, asked: true, cost_usd: 1, tokens: 1, attempts_of_unknown_cost: 0 },
          }),
        ],
      }),
    ),
    defined: [{ name: HOSTILE.slice(3), nested: [] }],
    workflow: null,
    now: NOW,
    windowMs: 30 * DAY,
  });

const empty = (): Review =>
  buildReview({ metrics: null, runs: [], defined: [], workflow: null, now: NOW, windowMs: 30 * DAY });

const stories: readonly (readonly [string, () => Review])[] = [
  ['of two months', reviewStory],
  ['with hostile names', hostile],
  ['of nothing', empty],
];

test.each(stories)('the document of a review %s fits its published schema', (_what, story) => {
  expect(reviewSchema.safeParse(reviewDocument(story())).error).toBeUndefined();
});

test.each([
  [12 / 24, 'hour', 13],
  [30, 'day', 31],
  [365, 'week', 53],
  [3660, 'four weeks', 132],
])('a window of %d days is drawn by %s, and every run is in one column', (days, each, most) => {
  const runs = [0, days / 3, days].map((daysAgo, index) => runRecord(daysAgo, { run_id: `${index}` }));
  const review = buildReview({
    ...{ metrics: null, defined: [], workflow: null },
    runs,
    now: NOW,
    windowMs: days * DAY,
  });
  const found = bucketsOf(review);
  expect([found.each, found.buckets.reduce((sum, one) => sum + one.completed, 0)]).toEqual([each, 3]);
  expect(found.buckets.length).toBeLessThanOrEqual(most);
});

const describeInBrowser = chromiumPath === null ? describe.skip : describe;

describeInBrowser('the page of a review in Chromium (skipped where there is none)', () => {
  let browser: PageBrowser;
  beforeAll(async () => {
    browser = await PageBrowser.start();
  });
  afterAll(() => browser.stop());

  test.each(stories)(
    '%s: says nothing, asks for nothing, fits every width; axe finds nothing',
    async (_what, story) => {
      const { page, said, asked } = await browser.open(pageOf(story()));
      const wide: number[] = [];
      for (const width of [360, 1280, 2560]) {
        await page.setViewportSize({ width, height: 900 });
        if ((await page.evaluate<number>('document.documentElement.scrollWidth')) > width) wide.push(width);
      }
      await page.evaluate(axe.source);
      const found: string[] = [];
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        const run =
          'axe.run().then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ": " + html)))';
        found.push(...(await page.evaluate<string[]>(run)));
      }
      const strange = await page.evaluate<object>(
        `[document.images.length, document.scripts.length, 'attacked' in window]`,
      );
      expect({ wide, said, asked, found, strange }).toEqual({
        wide: [],
        said: [],
        asked: [],
        found: [],
        strange: [0, 1, false],
      });
      await page.close();
    },
  );
});
