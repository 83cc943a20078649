/** What our diagrams may consist of, line by line: a small grammar of Mermaid's gantt and flowchart, stricter than Mermaid. */
const label = String.raw`[\p{L}\p{N}]+(?: [\p{L}\p{N}._/+ -]*)?`;
const gantt = [
  /^gantt$/,
  /^ {2}dateFormat x$/,
  /^ {2}axisFormat %H:%M:%S$/,
  new RegExp(`^ {2}section ${label}$`, 'u'),
  new RegExp(`^ {2}\\d+[\\p{L}\\p{N}._/+ -]* :(?:(?:done|crit|active), )?\\d+, \\d+$`, 'u'),
];
const flowchart = [
  /^flowchart LR$/,
  new RegExp(`^ {2}subgraph g\\d+\\["${label}"\\]$`, 'u'),
  /^ {2}end$/,
  new RegExp(`^ {2}[sg]\\d+\\["${label}"\\]:::(?:done|bad|active|rest)$`, 'u'),
  /^ {2}[sg]\d+ --> [sg]\d+$/,
  /^ {2}classDef [a-z]+ [a-z0-9:#,]+$/,
];

/** The lines of a diagram in its code block that are not of the grammar, with what is wrong as a whole. Empty when it is right. */
export function faultsOf(block: string, kind: 'gantt' | 'flowchart'): string[] {
  const lines = block.split('\n');
  if (lines.shift() !== '```mermaid' || lines.pop() !== '```') return ['no code block'];
  const rules = kind === 'gantt' ? gantt : flowchart;
  const wrong = lines.filter((line) => !rules.some((rule) => rule.test(line)));
  if (rules[0]?.test(lines[0] ?? '') !== true) wrong.push('does not begin with its kind');
  const opened = lines.filter((line) => line.startsWith('  subgraph ')).length;
  if (opened !== lines.filter((line) => line === '  end').length) wrong.push('a subgraph is open');
  const ids = new Set(lines.map((line) => /^ {2}(?:subgraph )?([sg]\d+)\[/.exec(line)?.[1]));
  for (const line of lines) {
    const [, from, to] = /^ {2}(\S+) --> (\S+)$/.exec(line) ?? [];
    if (from !== undefined && !(ids.has(from) && ids.has(to))) wrong.push(`an arrow to nothing: ${line}`);
  }
  return wrong;
}
