import { expect, test } from '@jest/globals';
import type { Diagnostic } from '../../src/base/diagnostic.js';
import { countDiagnostics, renderDiagnostics } from '../../src/report/render-diagnostics.js';
import { displayWidth } from '../../src/report/display-width.js';
import { plain } from '../../src/report/text-style.js';
import { safeTerminalLine } from '../../src/process/terminal-text.js';

const style = { paint: plain, clean: safeTerminalLine };

const diagnostic = (more: Partial<Diagnostic>): Diagnostic => ({
  severity: 'error',
  code: 'unknown-key',
  message: 'unknown key',
  location: { file: 'a.yaml', line: 3, column: 5, length: 4 },
  sourceLine: '    agnt: x',
  ...more,
});

test('a diagnostic has position, severity, message, code, the line with a caret, and help', () => {
  expect(renderDiagnostics([diagnostic({ help: "did you mean 'agent'?" })], style)).toBe(
    [
      'a.yaml:3:5: error: unknown key [unknown-key]',
      '  3 |     agnt: x',
      '    |     ^~~~',
      "  help: did you mean 'agent'?",
    ].join('\n'),
  );
});

test('the caret stands below its text behind a tab', () => {
  const lines = renderDiagnostics(
    [diagnostic({ sourceLine: '\tagnt: x', location: { file: 'a', line: 1, column: 2, length: 4 } })],
    style,
  );
  expect(lines.split('\n').slice(1)).toEqual(['  1 |     agnt: x', '    |     ^~~~']);
});

test('the caret stands below its text behind wide characters', () => {
  const lines = renderDiagnostics(
    [diagnostic({ sourceLine: '日本: x', location: { file: 'a', line: 1, column: 5, length: 1 } })],
    style,
  );
  expect(lines.split('\n')[2]).toBe('    |       ^');
});

test('a line of a million characters is cut around the caret', () => {
  const sourceLine = `${'a'.repeat(500_000)}HERE${'b'.repeat(500_000)}`;
  const lines = renderDiagnostics(
    [diagnostic({ sourceLine, location: { file: 'a', line: 1, column: 500_001, length: 4 } })],
    style,
  ).split('\n');
  const at = lines[2]?.indexOf('^') ?? -1;
  expect(lines[1]?.slice(at, at + 4)).toBe('HERE');
  expect(displayWidth(lines[1] ?? '')).toBeLessThan(130);
});

test('a caret behind the end of the line is still shown', () => {
  const text = renderDiagnostics(
    [diagnostic({ sourceLine: 'ab', location: { file: 'a', line: 1, column: 9 } })],
    style,
  );
  expect(text.split('\n')[2]).toBe('    |   ^');
});

test('escape sequences in a source line do not reach the terminal', () => {
  const text = renderDiagnostics(
    [diagnostic({ sourceLine: '\u001b[2Jagnt\u0007', message: 'a\u001b]0;x\u0007b' })],
    style,
  );
  // eslint-disable-next-line no-control-regex -- control characters are the subject
  expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f]/);
});

test('a diagnostic without a line is one line', () => {
  expect(renderDiagnostics([{ severity: 'warning', code: 'c', message: 'm', location: { file: 'f' } }], style)).toBe(
    'f: warning: m [c]',
  );
});

test('diagnostics are counted by severity', () => {
  const warning = diagnostic({ severity: 'warning' });
  expect(countDiagnostics([diagnostic({}), warning, warning])).toBe('1 error, 2 warnings');
});
