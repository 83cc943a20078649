import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';

const PROGRAMS = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

/** Without these it looks for services of its maker at every start. */
const QUIET = [
  ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
  ...['--disable-component-update', '--disable-sync'],
];

function findChromium(): string | null {
  for (const program of PROGRAMS) {
    const found = spawnSync('sh', ['-c', `command -v ${program}`], { encoding: 'utf8' });
    if (found.status === 0) return found.stdout.trim();
  }
  return null;
}

/** Absolute path of the Chromium of this machine; null when there is none, which is printed: the tests in it are skipped. */
export const chromiumPath: string | null = findChromium();
if (chromiumPath === null) process.stderr.write('skipped: no Chromium on PATH (node scripts/ensure-chromium.mjs)\n');

/** A page as it was opened, with all that it should not have done. */
export interface OpenedPage {
  readonly page: Page;
  /** Messages of its console and exceptions. */
  readonly said: readonly string[];
  /** What it asked for besides itself. */
  readonly asked: readonly string[];
}

/** One real Chromium that shows texts of HTML from files. */
export class PageBrowser {
  readonly #browser: Browser;
  readonly #folder = mkdtempSync(join(tmpdir(), 'wr-pages-'));
  #count = 0;

  private constructor(browser: Browser) {
    this.#browser = browser;
  }

  static async start(): Promise<PageBrowser> {
    if (chromiumPath === null) throw new Error('there is no Chromium here');
    return new PageBrowser(await chromium.launch({ executablePath: chromiumPath, args: QUIET }));
  }

  /** Opens a text of HTML; `hash` as `#step-3`. */
  async open(text: string, options: BrowserContextOptions & { readonly hash?: string } = {}): Promise<OpenedPage> {
    this.#count += 1;
    const path = join(this.#folder, `${this.#count}.html`);
    writeFileSync(path, text);
    const { hash = '', ...context } = options;
    const page = await this.#browser.newPage(context);
    const said: string[] = [];
    const asked: string[] = [];
    const url = pathToFileURL(path).href;
    page.on('console', (message) => said.push(message.text()));
    page.on('pageerror', (error) => said.push(error.message));
    page.on('request', (request) => {
      if (request.url() !== url + hash && request.url() !== url) asked.push(request.url());
    });
    await page.goto(url + hash);
    return { page, said, asked };
  }

  async stop(): Promise<void> {
    await this.#browser.close();
    rmSync(this.#folder, { recursive: true });
  }
}
