import type { Diagnostic } from '../base/diagnostic.js';
import type { Failure } from '../base/failure.js';
import type { ComparedHosts } from './compared-hosts.js';
import { diagnosticList } from './diagnostic-list.js';
import { checksMarkdown, commitMarkdown, failureMarkdown, hostsMarkdown } from './evidence-markdown.js';

/** What `validate` found on GitHub. */
export interface TreeCheck {
  readonly commit: string;
  readonly definitions: readonly Diagnostic[];
  readonly checks: readonly string[];
  readonly failure: Failure | null;
  readonly hosts: ComparedHosts | null;
}

/** Markdown for the job summary of `validate`. */
export function renderTreeCheck({ commit, definitions, checks, failure, hosts }: TreeCheck): string {
  const errors = definitions.filter(({ severity }) => severity === 'error').length;
  const isValid = failure === null && errors === 0;
  return [
    `## Validation of ${commitMarkdown(commit, null)}: ${isValid ? '✅ valid' : '❌ not valid'}`,
    definitions.length === 0 ? 'Definitions: no findings.' : diagnosticList(definitions),
    checks.length === 0 ? 'There is nothing to check in this tree.' : `Checks: ${checksMarkdown(checks)}`,
    ...(failure === null ? [] : [failureMarkdown('**What failed**', failure)]),
    ...(hosts === null ? [] : [`### Hosts\n\n${hostsMarkdown(hosts)}`]),
    '',
  ].join('\n\n');
}
