import type { Diagnostic } from '../base/diagnostic.js';
import type { Failure } from '../base/failure.js';
import type { ComparedHosts } from './compared-hosts.js';
import { describeFailure } from './describe-failure.js';
import { diagnosticList } from './diagnostic-list.js';
import { codeBlock, markdownCode, markdownText } from './markdown-text.js';
import { shortCommit } from './step-label.js';

/** What `validate` found on GitHub. */
export interface TreeCheck {
  readonly commit: string;
  readonly definitions: readonly Diagnostic[];
  readonly checks: readonly string[];
  readonly failure: Failure | null;
  readonly hosts: ComparedHosts | null;
}

const MOST_HOSTS = 200;

/** Markdown for the job summary of `validate`. */
export function renderTreeCheck({ commit, definitions, checks, failure, hosts }: TreeCheck): string {
  const errors = definitions.filter(({ severity }) => severity === 'error').length;
  const isValid = failure === null && errors === 0;
  return [
    `## Validation of ${markdownCode(shortCommit(commit))}: ${isValid ? '✅ valid' : '❌ not valid'}`,
    definitions.length === 0 ? 'Definitions: no findings.' : diagnosticList(definitions),
    checks.length === 0
      ? 'There is nothing to check in this tree.'
      : `Checks: ${checks.map((check) => markdownCode(check)).join(', ')}`,
    ...(failure === null ? [] : [describeInMarkdown(failure)]),
    ...(hosts === null ? [] : [hostList(hosts)]),
    '',
  ].join('\n\n');
}

function describeInMarkdown(failure: Failure): string {
  const { title, details, help } = describeFailure(failure);
  const parts = [`**${markdownText(title)}**`];
  if (details.length > 0) parts.push(codeBlock(details.join('\n'), 'text'));
  if (help !== '') parts.push(markdownText(help));
  return parts.join('\n\n');
}

function hostList({ unchanged, changed }: ComparedHosts): string {
  const rows = [
    ...changed.map(({ host, what }) => `- ${markdownCode(host)}: ${markdownText(what)}`),
    ...unchanged.map((host) => `- ${markdownCode(host)}: unchanged, the same derivation`),
  ];
  const more = rows.length - MOST_HOSTS;
  return ['Hosts:', '', ...rows.slice(0, MOST_HOSTS), ...(more > 0 ? [`- and ${more} more`] : [])].join('\n');
}
