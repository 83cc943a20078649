import { describe, expect, test } from '@jest/globals';
import { compareVersions, type WorkflowRevision } from '../../src/definition/compare-versions.js';
import { parseWorkflow } from '../../src/definition/parse-workflow.js';

function revision(version: string, ids: readonly string[], more = ''): WorkflowRevision {
  const steps = ids.map((id) => `  - {id: ${id}, run: x}\n`).join('');
  const text = `workflow: w\nversion: ${version}\nchangelog: [{${version}: text}]\ntype: sequential\n${more}steps:\n${steps}`;
  const { workflow, diagnostics } = parseWorkflow(text, 'w.yaml');
  if (workflow === null) throw new Error(JSON.stringify(diagnostics));
  return { workflow, text };
}

const codes = (older: WorkflowRevision, newer: WorkflowRevision): string[] =>
  compareVersions(older, newer).map(({ code }) => code);
const old = revision('1.2.3', ['a', 'b']);

describe('compareVersions', () => {
  test.each([
    ['nothing changed', revision('1.2.3', ['a', 'b']), []],
    ['only a comment changed', { ...old, text: `# new\n${old.text}` }, []],
    ['changed without a new version', revision('1.2.3', ['a', 'b'], 'budget_usd: 5\n'), ['version-not-raised']],
    ['version went down', revision('1.2.2', ['a', 'b']), ['version-not-raised']],
    ['a patch for a changed setting', revision('1.2.4', ['a', 'b'], 'budget_usd: 5\n'), []],
    ['a patch for an added step', revision('1.2.4', ['a', 'b', 'c']), ['version-rise-too-small']],
    ['a minor for an added step', revision('1.3.0', ['a', 'b', 'c']), []],
    ['a minor for a removed step', revision('1.3.0', ['a']), ['version-rise-too-small']],
    ['a minor for a renamed step', revision('1.3.0', ['a', 'c']), ['version-rise-too-small']],
    ['a major for a removed step', revision('2.0.0', ['a']), []],
  ])('%s', (_, newer, expected) => {
    expect(codes(old, newer)).toEqual(expected);
  });

  test('the newest changelog entry must be the new version', () => {
    const newer = revision('1.3.0', ['a', 'b', 'c']);
    const workflow = { ...newer.workflow, changelog: old.workflow.changelog };
    expect(codes(old, { ...newer, workflow })).toEqual(['changelog-missing']);
  });
});
