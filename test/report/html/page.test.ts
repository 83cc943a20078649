import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { chromiumPath, PageBrowser } from '../../support/browser.js';
import {
  failedStory,
  hostileStory,
  landedStory,
  longStory,
  pageOf,
  pausedStory,
  type ReportStory,
} from '../../support/report-stories.js';

const stories: readonly (readonly [string, ReportStory])[] = [
  ['landed', landedStory],
  ['failed', failedStory],
  ['paused', pausedStory],
  ['hostile', hostileStory],
];
const widths = [360, 400, 1280, 2560];

let browser: PageBrowser;

const openAll = (page: Page): Promise<unknown> =>
  page.evaluate('for (const details of document.querySelectorAll("details")) details.open = true');

const active = (page: Page): Promise<string> =>
  page.evaluate<string>('document.activeElement?.closest("details.step, input")?.id ?? ""');

/** Rules of axe that something breaks, each with the element. */
const violations = (page: Page): Promise<string[]> =>
  page.evaluate<string[]>(
    'axe.run().then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ": " + html)))',
  );

const shownSteps = (page: Page): Promise<number> =>
  page.evaluate<number>('document.querySelectorAll("details.step:not([hidden])").length');

const describeInBrowser = chromiumPath === null ? describe.skip : describe;

describeInBrowser('the page of a run in Chromium (skipped where there is none)', () => {
  beforeAll(async () => {
    browser = await PageBrowser.start();
  });
  afterAll(() => browser.stop());

  test.each(stories)('%s: says nothing, asks for nothing, fits every width with all of it open', async (_, story) => {
    const { page, said, asked } = await browser.open(pageOf(story));
    await openAll(page);
    const overflow: [number, number][] = [];
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 });
      const wide = await page.evaluate<number>('document.documentElement.scrollWidth');
      if (wide > width) overflow.push([width, wide]);
    }
    expect({ overflow, said, asked }).toEqual({ overflow: [], said: [], asked: [] });
    await page.close();
  });

  test.each([stories[0], stories[1], stories[3]].flatMap((one) => (one === undefined ? [] : [one])))(
    '%s: axe finds nothing, in light and in dark colours',
    async (_, story) => {
      const { page } = await browser.open(pageOf(story), { viewport: { width: 1280, height: 900 } });
      await openAll(page);
      await page.evaluate(axe.source);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        expect([colorScheme, ...(await violations(page))]).toEqual([colorScheme]);
      }
      await page.close();
    },
  );

  test('axe sees what is wrong: a field without a name, and pale text', async () => {
    const { page } = await browser.open(
      '<!doctype html><html lang="en"><title>x</title><main><h1>x</h1><input><p style="color:#ccc">pale',
    );
    await page.evaluate(axe.source);
    expect((await violations(page)).map((one) => one.split(':')[0])).toEqual(['color-contrast', 'label']);
    await page.close();
  });

  test('text of strangers stays text: no element of theirs, no attribute, no script', async () => {
    const { page } = await browser.open(pageOf(hostileStory));
    await openAll(page);
    const found = await page.evaluate<object>(`({
      attacked: 'attacked' in window,
      images: document.images.length,
      scripts: document.scripts.length,
      handlers: [...document.querySelectorAll('*')].filter((one) => one.getAttributeNames().some((name) => name.startsWith('on'))).length,
      pageElements: document.querySelectorAll('body > .page > main').length,
    })`);
    expect(found).toEqual({ attacked: false, images: 0, scripts: 1, handlers: 0, pageElements: 1 });
    await page.close();
  });

  test('keys search, walk, open and close steps, and find the next failure', async () => {
    const { page } = await browser.open(pageOf(failedStory));
    await page.keyboard.press('/');
    expect(await active(page)).toBe('search');
    await page.keyboard.type('module');
    await page.waitForFunction('document.querySelector("#found").textContent !== ""');
    expect(await page.textContent('#found')).toBe('2 of 10 steps');
    await page.keyboard.press('ArrowDown');
    expect(await active(page)).toBe('step-1');
    await page.keyboard.press('Escape');
    expect(await shownSteps(page)).toBe(10);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    expect(await active(page)).toBe('step-3');
    await page.keyboard.press('ArrowRight');
    expect(await page.getAttribute('#step-3', 'open')).toBe('');
    await page.keyboard.press('ArrowLeft');
    expect(await page.getAttribute('#step-3', 'open')).toBeNull();
    await page.keyboard.press('n');
    expect([await active(page), await page.getAttribute('#step-7', 'open')]).toEqual(['step-7', '']);
    await page.close();
  });

  test('a status filters the steps, phases without one of them go, and all come back', async () => {
    const { page } = await browser.open(pageOf(failedStory));
    await page.click('.chip[data-status="skipped"]');
    const groups = await page.evaluate<number>('document.querySelectorAll(".group:not([hidden])").length');
    expect([await shownSteps(page), groups]).toEqual([3, 1]);
    await page.fill('#search', 'nothing is called like that');
    await page.waitForSelector('#nothing:not([hidden])');
    await page.click('.chip[data-status=""]');
    await page.fill('#search', '');
    await page.waitForSelector('#nothing', { state: 'hidden' });
    expect(await shownSteps(page)).toBe(10);
    await page.close();
  });

  test('an address with a step opens it, and so does the link of its failure', async () => {
    const { page } = await browser.open(pageOf(failedStory), { hash: '#step-5' });
    expect(await page.getAttribute('#step-5', 'open')).toBe('');
    await page.click('#failed a[href="#step-7"]');
    await page.waitForSelector('#step-7[open]');
    await page.close();
  });

  test('the choice of colours goes from the system to light to dark', async () => {
    const { page } = await browser.open(pageOf(landedStory), { colorScheme: 'dark' });
    const background = (): Promise<string> => page.evaluate<string>('getComputedStyle(document.body).backgroundColor');
    const system = await background();
    await page.click('#theme');
    const light = await background();
    await page.click('#theme');
    expect([light === system, (await background()) === system]).toEqual([false, true]);
    await page.close();
  });

  test('without JavaScript steps open, and nothing is shown that would not work', async () => {
    const { page } = await browser.open(pageOf(failedStory), { javaScriptEnabled: false });
    await page.click('#step-2 > summary');
    expect(await page.isVisible('#step-2 .panel pre')).toBe(true);
    expect([await page.isVisible('#search'), await page.isVisible('#theme'), await page.isVisible('.copy')]).toEqual([
      false,
      false,
      false,
    ]);
    await page.close();
  });

  test('on paper every step is open and nothing is there to be pressed', async () => {
    const { page } = await browser.open(pageOf(failedStory));
    await page.emulateMedia({ media: 'print' });
    expect([await page.isVisible('#step-2 .panel pre'), await page.isVisible('#search')]).toEqual([true, false]);
    await page.close();
  });

  test('1,000 steps: a bounded page, of which only what is seen is laid out', async () => {
    const text = pageOf(longStory());
    expect(text.length).toBeLessThan(2_500_000);
    const { page, said } = await browser.open(text, { viewport: { width: 1280, height: 900 } });
    const counts = await page.evaluate<{ elements: number; laidOut: number }>(`({
      elements: document.querySelectorAll('*').length,
      laidOut: [...document.querySelectorAll('.step .num')].filter((one) => one.checkVisibility({ contentVisibilityAuto: true })).length,
    })`);
    expect(counts.elements).toBeLessThan(36_000);
    expect(counts.laidOut).toBeLessThan(200);
    await page.fill('#search', 'step-77');
    await page.waitForFunction('document.querySelector("#found").textContent !== ""');
    expect(await page.textContent('#found')).toBe('11 of 1000 steps');
    expect(said).toEqual([]);
    await page.close();
  });
});
