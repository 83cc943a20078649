import { sortDiagnostics, type Diagnostic } from '../base/diagnostic.js';
import { buildWorkflow } from './build-workflow.js';
import { checkConditions } from './check-conditions.js';
import { checkWorkflow } from './check-workflow.js';
import { readYaml, type YamlFile } from './read-yaml.js';
import { rules } from './rules/rules.js';
import { SourceText } from './source-text.js';
import type { Workflow } from './workflow.js';

/** More than that nobody reads, and a hostile file cannot make a report of any size. */
const maxDiagnostics = 100;

/**
 * Reads a workflow file. `text` is the file's content (at most 1 MiB), `file` its path as diagnostics shall name it; its base
 * name must be the name of the workflow. All problems are reported together, sorted, each with its place and a way out.
 * `workflow` is null exactly when there is an error among them. Never throws for what the text says.
 */
export function parseWorkflow(text: string, file: string): { workflow: Workflow | null; diagnostics: Diagnostic[] } {
  const source = new SourceText(file, text.startsWith('\uFEFF') ? text.slice(1) : text);
  const { content, diagnostics: found } = readYaml(source);
  if (content === null || typeof content.value !== 'object' || content.value === null || Array.isArray(content.value)) {
    const diagnostics = content === null || found.length > 0 ? found : [notAMapping(source, content)];
    return { workflow: null, diagnostics: sortDiagnostics(diagnostics).slice(0, maxDiagnostics) };
  }
  const schema = checkWorkflow(content.value, { source, tree: content.tree });
  const conditions = checkConditions(schema.workflow);
  const checked = { ...schema.workflow, conditions: conditions.conditions };
  const all = [...found, ...schema.diagnostics, ...conditions.diagnostics, ...rules.flatMap((rule) => rule(checked))];
  const diagnostics = sortDiagnostics(withoutConsequences(all)).slice(0, maxDiagnostics);
  const failed = all.some((diagnostic) => diagnostic.severity === 'error');
  return { workflow: failed ? null : buildWorkflow(checked), diagnostics };
}

function notAMapping(source: SourceText, content: NonNullable<YamlFile['content']>): Diagnostic {
  return source.diagnostic(content.tree.valueSpan([]), {
    code: 'wrong-type',
    message: `a workflow is a mapping, this is ${Array.isArray(content.value) ? 'a list' : 'a single value'}`,
    help: 'begin with `workflow: NAME`, `type: sequential` and `steps:`',
  });
}

/** Where lines were left out (`...`) or an alias leads nowhere, what is missing is a consequence that needs no second message. */
function withoutConsequences(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const leavesGaps = diagnostics.some(({ code }) => code === 'left-out-lines' || code === 'merge-key');
  const aliases = new Set(
    diagnostics.filter(({ code }) => code.endsWith('-alias') || code === 'unknown-anchor').map(placeOf),
  );
  return diagnostics.filter((diagnostic) => {
    if (leavesGaps && (diagnostic.code === 'missing-kind' || diagnostic.code === 'missing-key')) return false;
    return diagnostic.code !== 'wrong-type' || !aliases.has(placeOf(diagnostic));
  });
}

function placeOf({ location }: Diagnostic): string {
  return `${location.line ?? 0}:${location.column ?? 0}`;
}
