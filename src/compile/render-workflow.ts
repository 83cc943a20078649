import { Document, isMap, isPair, isScalar, isSeq, Scalar, visit } from 'yaml';
import { pinnedVersion } from './pins.js';
import { escapeInvisible, hasInvisible } from './user-text.js';
import type { GitHubWorkflow, NamedJob } from './workflow-tree.js';

export interface WorkflowText {
  /** Lines above everything, without `#`. */
  readonly header: readonly string[];
  readonly workflow: GitHubWorkflow;
  /** The jobs once more, for their comments. */
  readonly jobs: readonly NamedJob[];
}

/** Lists that are easier to read in one line. */
const SHORT_LISTS: readonly string[] = ['needs', 'options', 'runs-on'];

/** The text of a workflow file: YAML by the serializer, with comments; pinned actions have their version behind them. */
export function renderWorkflow({ header, workflow, jobs }: WorkflowText): string {
  const document = new Document(workflow, { aliasDuplicateObjects: false });
  visit(document, {
    Scalar: (_key, node, path) => {
      if (typeof node.value !== 'string' || !hasInvisible(node.value)) return;
      const parent = path.at(-1);
      const isScript = isPair(parent) && isScalar(parent.key) && parent.key.value === 'run';
      node.type = isScript ? Scalar.BLOCK_LITERAL : Scalar.QUOTE_DOUBLE;
    },
    Pair: (_key, { key, value }) => {
      if (isSeq(value) && isScalar(key) && SHORT_LISTS.includes(String(key.value))) value.flow = true;
      if (!isScalar(key) || key.value !== 'uses' || !isScalar(value) || typeof value.value !== 'string') return;
      const version = pinnedVersion(value.value);
      if (version !== null) value.comment = ` ${version}`;
    },
  });
  addJobComments(document, jobs);
  const body = document.toString({ lineWidth: 0, singleQuote: true, flowCollectionPadding: false });
  return `${header.map((line) => `# ${line}\n`).join('')}\n${escapeInvisible(body)}`;
}

function addJobComments(document: Document, jobs: readonly NamedJob[]): void {
  const comments = new Map(jobs.map(({ id, comment }) => [id, comment]));
  const map = document.get('jobs', true);
  if (!isMap(map)) throw new Error('a workflow has jobs');
  map.items.forEach(({ key }, index) => {
    if (!isScalar(key)) return;
    const comment = comments.get(String(key.value)) ?? null;
    if (comment !== null) key.commentBefore = ` ${comment}`;
    key.spaceBefore = index > 0;
  });
}
