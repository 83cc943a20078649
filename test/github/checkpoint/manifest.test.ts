import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { manifestText, parseManifest, type CheckpointManifest } from '../../../src/github/checkpoint/manifest.js';

const commit = 'a'.repeat(40);
const manifest: CheckpointManifest = {
  format: 1,
  repository: 'someone/hosts',
  workflow: 'complete-module-refactor',
  workflowRun: { id: '123456', attempt: 2 },
  job: 'phase-1',
  runId: '20261122T101112Z-abc123',
  line: { kind: 'step', phase: 'phase-2', child: 'nested/step-1' },
  sequence: 12,
  base: commit,
  head: 'b'.repeat(40),
  refs: { 'refs/workflow-runner/20261122T101112Z-abc123/nested/step-1': 'b'.repeat(40) },
  status: 'running',
  files: { 'journal.jsonl': { sha256: 'c'.repeat(64), bytes: 100 } },
};

test('a manifest is read as it was written', () => {
  expect(parseManifest(manifestText(manifest))).toEqual({ ok: true, value: manifest });
});

describe('a manifest is refused', () => {
  const ref = (name: string) => ({ refs: { [name]: commit } });
  const run = manifest.runId;
  test.each<[string, object]>([
    ['of another format', { format: 2 }],
    ['with a key too many', { note: 'x' }],
    ['without a repository', { repository: undefined }],
    ['with a repository that is a path', { repository: '../x/y' }],
    ['with a workflow that is a path', { workflow: 'a/b' }],
    ['with a hidden workflow', { workflow: '.a' }],
    ['with an attempt 0', { workflowRun: { id: '1', attempt: 0 } }],
    ['with a run id of a workflow run that is no number', { workflowRun: { id: '1e3', attempt: 1 } }],
    ['with a run id that leads out', { runId: '..' }],
    ['with a line of another kind', { line: { kind: 'all' } }],
    ['with a child that leads out', { line: { kind: 'step', phase: 'p', child: 'a/../b' } }],
    ['with half a record', { sequence: 1.5 }],
    ['with a huge sequence', { sequence: 1e300 }],
    ['with no events', { sequence: 0 }],
    ['with a base that is an option', { base: '--upload-pack=x' }],
    ['with a short commit', { head: 'abc123' }],
    ['with commits of two formats', { head: 'b'.repeat(64) }],
    ['with a ref of another run', ref('refs/workflow-runner/20261122T101112Z-ffffff/a')],
    ['with a branch', ref('refs/heads/main')],
    ['with a replacement', ref(`refs/replace/${commit}`)],
    ['with a ref that is an option', ref(`refs/workflow-runner/${run}/--upload-pack=x`)],
    ['with a ref that leads out', ref(`refs/workflow-runner/${run}/../../heads/main`)],
    ['with a ref that git takes for a lock', ref(`refs/workflow-runner/${run}/a.lock/b`)],
    ['with a ref with a space', ref(`refs/workflow-runner/${run}/a b`)],
    ['with a ref that names no commit', { refs: { [`refs/workflow-runner/${run}/a`]: 'HEAD' } }],
    ['with an unknown status', { status: 'fine' }],
    [
      'with a file that is not of a checkpoint',
      { files: { ...manifest.files, x: { sha256: 'c'.repeat(64), bytes: 1 } } },
    ],
    ['without a journal', { files: {} }],
    ['with a file of more than its limit', { files: { 'journal.jsonl': { sha256: 'c'.repeat(64), bytes: 2 ** 40 } } }],
    ['with an odd digest', { files: { 'journal.jsonl': { sha256: 'C'.repeat(64), bytes: 1 } } }],
  ])('%s', (_what, change) => {
    expect(parseManifest(JSON.stringify({ ...manifest, ...change })).ok).toBe(false);
  });

  test('with a __proto__ in it', () => {
    const text = manifestText(manifest).replace('"format"', '"__proto__": {"admin": true}, "format"');
    expect(parseManifest(text)).toEqual({ ok: false, error: ['It is not the JSON of a manifest'] });
  });

  test('with more refs than any run has', () => {
    const refs = Array.from({ length: 10_001 }, (_, index): [string, string] => [
      `refs/workflow-runner/${run}/s${index}`,
      commit,
    ]);
    expect(parseManifest(JSON.stringify({ ...manifest, refs: Object.fromEntries(refs) })).ok).toBe(false);
  });
});

test('what is wrong is told without text of the manifest', () => {
  const refs = { '::error::hello': 'x' };
  const parsed = parseManifest(JSON.stringify({ ...manifest, refs, sequence: 'many' }));
  expect(parsed.ok).toBe(false);
  if (!parsed.ok) {
    expect(parsed.error.join('\n')).not.toContain('hello');
    expect(parsed.error.join('\n')).toContain('sequence');
  }
});

test('any JSON is read or refused, never thrown at', () => {
  fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => !parseManifest(text).ok));
});

test('a manifest with any field replaced by any JSON is refused or is a manifest', () => {
  const keys = fc.constantFrom(...Object.keys(manifest));
  fc.assert(
    fc.property(keys, fc.jsonValue(), (key, value) => {
      const parsed = parseManifest(JSON.stringify({ ...manifest, [key]: value }));
      if (parsed.ok) expect(parseManifest(manifestText(parsed.value))).toEqual(parsed);
    }),
  );
});
