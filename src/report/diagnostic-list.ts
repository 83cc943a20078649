import { sortDiagnostics, type Diagnostic } from '../base/diagnostic.js';
import { markdownCode, markdownText } from './markdown-text.js';

const MOST_DIAGNOSTICS = 50;

/** Diagnostics as a list in markdown, by place; of many only the first. */
export function diagnosticList(diagnostics: readonly Diagnostic[]): string {
  const lines = sortDiagnostics([...diagnostics])
    .slice(0, MOST_DIAGNOSTICS)
    .map(({ severity, message, help, location: { file, line } }) => {
      const place = line === undefined ? file : `${file}:${line}`;
      const more = help === undefined ? '' : `: ${markdownText(help)}`;
      return `- ${severity} ${markdownCode(place)} ${markdownText(message)}${more}`;
    });
  const left = diagnostics.length - lines.length;
  return [...lines, ...(left > 0 ? [`- and ${left} more`] : [])].join('\n');
}
