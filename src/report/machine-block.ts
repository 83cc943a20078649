/**
 * The part of a pull request's body that we write, between two markers; what people write outside of it is theirs. The markers are
 * claims only, since anybody with write access can edit the body.
 */
import { cutMarkdown } from './cut-markdown.js';

export interface BlockMarkers {
  /** The commit that we pushed. */
  readonly tip: string;
  /** Id of our run. */
  readonly run: string;
}

/** GitHub refuses a longer body ("is too long (maximum is 65536 characters)"). */
const maxBody = 65_536;
const begin = '<!-- workflow-runner:begin -->';
const end = '<!-- workflow-runner:end -->';
const anyMarker = /<!-- workflow-runner:[^\n>]{0,100}-->/g;
const head = new RegExp(
  `${begin}\\s*<!-- workflow-runner:tip=([0-9a-f]{40,64}) -->\\s*<!-- workflow-runner:run=([0-9A-Za-z-]{1,80}) -->`,
);

/** Puts markdown between the markers. `content` must hold no `<!--`, which everything from markdown-text.ts guarantees. */
export function machineBlock(content: string, { tip, run }: BlockMarkers): string {
  if (!/^[0-9a-f]{40,64}$/.test(tip)) throw new Error(`not the name of a commit: ${tip}`);
  if (content.includes('<!--')) throw new Error('text in the machine block holds a comment');
  const id = run.replace(/[^0-9A-Za-z-]/g, '-').slice(0, 80);
  const marks = `<!-- workflow-runner:tip=${tip} -->\n<!-- workflow-runner:run=${id === '' ? 'unknown' : id} -->`;
  return `${begin}\n${marks}\n\n${content}\n\n${end}`;
}

/** `oldBody` with `newBlock` in place of its machine block, or before it when there is none. What people wrote stays. */
export function replaceMachineBlock(oldBody: string, newBlock: string): string {
  const from = oldBody.indexOf(begin);
  const to = from < 0 ? -1 : oldBody.indexOf(end, from);
  if (to < 0) {
    const rest = oldBody.replace(anyMarker, '').trim();
    const block = shortened(newBlock, maxBody - rest.length - 2);
    return rest === '' ? block : `${block}\n\n${rest}`;
  }
  const before = oldBody.slice(0, from);
  // A second block can only be a copy that somebody made; without its markers it is text.
  const after = oldBody.slice(to + end.length).replace(anyMarker, '');
  return `${before}${shortened(newBlock, maxBody - before.length - after.length)}${after}`;
}

/** What the markers at the beginning of the machine block say; null when there is no complete block. A claim, to be checked. */
export function readMarkers(body: string): BlockMarkers | null {
  const found = head.exec(body);
  const [, tip, run] = found ?? [];
  if (found === null || tip === undefined || run === undefined) return null;
  return body.includes(end, found.index) ? { tip, run } : null;
}

/** A block that fits beside what people wrote: its markers always, of its text what there is room for. */
function shortened(block: string, room: number): string {
  if (block.length <= room) return block;
  const marks = head.exec(block)?.[0] ?? begin;
  const content = block.slice(marks.length, block.length - end.length).trim();
  const short = cutMarkdown(content, Math.max(0, room - marks.length - end.length - 4), '_The rest does not fit._');
  return `${marks}\n\n${short}\n\n${end}`;
}
