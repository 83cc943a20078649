// How heavy a page of `workflow-runner report --html` is for a browser.
//
//   node bench/page.mjs REPORT.html
//
// Opens it in Chromium, searches, and goes to its end. Prints elements, the time until it can be used, and the long tasks (50 ms
// and more, as the Long Tasks API counts them) while it loads and while it is used.
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { installedChromium } from '../scripts/ensure-chromium.mjs';

const OBSERVE = `window.longTasks = [];
new PerformanceObserver((list) => { for (const { duration } of list.getEntries()) longTasks.push(Math.round(duration)); })
  .observe({ type: 'longtask', buffered: true });`;

const found = installedChromium(process.env);
if (found === null || process.argv[2] === undefined) {
  console.error('usage: node bench/page.mjs REPORT.html, with Chromium on PATH');
  process.exit(2);
}
const executablePath = spawnSync('sh', ['-c', `command -v ${found.program}`], { encoding: 'utf8' }).stdout.trim();
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
await page.addInitScript(OBSERVE);
await page.goto(pathToFileURL(resolve(process.argv[2])).href);
const tasks = () => page.evaluate('longTasks.splice(0)');
const readyMs = await page.evaluate(
  'Math.round(performance.getEntriesByType("navigation")[0].domContentLoadedEventEnd)',
);
const elements = await page.evaluate('document.querySelectorAll("*").length');
const loading = await tasks();
await page.focus('#search');
await page.keyboard.type('failed 9', { delay: 30 });
await page.keyboard.press('Escape');
await page.keyboard.press('Escape');
await page.mouse.move(600, 600);
for (let at = 0; at < 60; at += 1) await page.mouse.wheel(0, 900);
await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
const using = await tasks();
console.log(JSON.stringify({ elements, ready_ms: readyMs, long_tasks_loading: loading, long_tasks_using: using }));
await browser.close();
