import { parsers } from 'prettier/plugins/markdown';

/** A node of a parsed markdown document (mdast). */
export interface MarkdownNode {
  readonly type: string;
  readonly value?: string;
  readonly url?: string;
  readonly lang?: string | null;
  readonly children?: readonly MarkdownNode[];
}

/** Parses markdown with the parser that prettier brings (remark, with tables, bare links and math); without its templates, `{{ }}`. */
export async function parseMarkdown(text: string): Promise<MarkdownNode> {
  const parse = parsers.markdown.parse as (text: string, options: object) => Promise<MarkdownNode> | MarkdownNode;
  return parse(text.replace(/\{(?=[{%])/g, '{ '), {});
}

/** Every node, parents first. */
export function allNodes(root: MarkdownNode): MarkdownNode[] {
  const found: MarkdownNode[] = [];
  const open = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    found.push(node);
    open.push(...(node.children ?? []).toReversed());
  }
  return found;
}

/** What GitHub makes of plain text after the markdown is parsed: mentions, references, emoji, bare links. */
const reference = /@[a-z0-9]|#\d|(?<![a-z0-9])GH-\d|:[a-z0-9_+-]+:|:\/\/|www\.|[a-z0-9._%+-]@[a-z0-9]/i;

/** The first such thing in a text that is shown; null for none. */
export function referenceIn(root: MarkdownNode): string | null {
  for (const node of allNodes(root)) {
    const found = node.type === 'text' ? reference.exec(node.value ?? '') : null;
    if (found !== null) return found[0];
  }
  return null;
}
