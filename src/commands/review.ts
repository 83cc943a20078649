import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bytesText } from '../report/bytes-text.js';
import { buildReview } from '../report/review/build-review.js';
import type { Review } from '../report/review/review.js';
import { reviewDocument } from '../report/review/review-document.js';
import { renderReview } from '../report/review/review-markdown.js';
import { renderReviewPage } from '../report/review/review-page.js';
import { renderReviewText } from '../report/review/review-text.js';
import { parseTimeSpan, TIME_SPANS } from '../report/review/time-span.js';
import { clean, type CommandError } from './console.js';
import { findRoot } from './find-root.js';
import { unknownWorkflow } from './load-workflows.js';
import { notOurs, writePage } from './page-file.js';
import { readReviewSources } from './review-sources.js';
import { EXIT, type CommandWorld } from './world.js';

export interface ReviewRequest {
  /** Only this workflow; null for all. */
  readonly workflow: string | null;
  /** How far to look back: `30d`, `4w`, `12h`. */
  readonly since: string;
  /** Where the page goes, `-` for standard output; null for text on standard output. */
  readonly html: string | null;
}

/**
 * `report --since`: how the workflows did, as aligned text on a terminal, as markdown where the output goes elsewhere, as a page, or
 * as a document. Exit code 0 whatever the review says.
 */
export function reviewCommand({ workflow, since, html }: ReviewRequest, world: CommandWorld): Promise<number> {
  const { console } = world;
  const refuse = (error: CommandError): Promise<number> => Promise.resolve(console.fail(error, EXIT.invalid));
  const root = findRoot(world);
  if (!root.ok) return Promise.resolve(console.fail(root.error, root.error.exitCode));
  const windowMs = parseTimeSpan(since);
  if (windowMs === null) return refuse(noTimeSpan(since));
  if (html === '-' && console.isJson) return refuse(TWO_DOCUMENTS);
  const now = world.now();
  const { notes, ...sources } = readReviewSources(root.value, now - 2 * windowMs);
  const review = buildReview({ ...sources, workflow, now, windowMs });
  if (workflow !== null && review.workflows.length === 0) {
    const names = sources.defined.map(({ name }) => name);
    const { code, message, help = '' } = unknownWorkflow(workflow, names);
    return refuse({ code, message, help });
  }
  for (const note of notes) console.note(`note: ${note}`);
  return Promise.resolve(html === null ? tell(review, world) : tellPage(review, html, world));
}

function tell(review: Review, { console }: CommandWorld): number {
  console.json(reviewDocument(review));
  const { paint, width } = console;
  console.print(
    console.isTerminal ? renderReviewText(review, { clean, paint, width }) : renderReview(review).trimEnd(),
  );
  return EXIT.completed;
}

function tellPage(review: Review, html: string, { console, cwd }: CommandWorld): number {
  const path = html === '-' ? null : resolve(cwd, html);
  const taken = path === null ? null : notOurs(path);
  if (taken !== null) return console.fail(taken, EXIT.invalid);
  const page = renderReviewPage(review, (text) => createHash('sha256').update(text).digest('base64'));
  if (path === null) {
    console.raw(page);
    return EXIT.completed;
  }
  const problem = writePage(path, page);
  if (problem !== null) return console.fail(problem, EXIT.failed);
  const bytes = Buffer.byteLength(page);
  console.json({ ...reviewDocument(review), html: path, bytes });
  console.print(`${clean(html)} (${bytesText(bytes)}): open it in a browser, ${pathToFileURL(path).href}`);
  return EXIT.completed;
}

const TWO_DOCUMENTS: CommandError = {
  code: 'invalid-usage',
  message: '--html - and --json do not go together',
  help: 'Name a file with --html, or leave --json out.',
};

function noTimeSpan(since: string): CommandError {
  return {
    code: 'invalid-time-span',
    message: `--since is ${JSON.stringify(since.slice(0, 40))}, which is no time span`,
    help: TIME_SPANS,
  };
}
