import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { DEFAULT_OPTIONS, isAction, isCron, type CompileOptions } from '../../src/compile/compile-options.js';
import { generatedHeader, readGeneratedHeader } from '../../src/compile/generated-header.js';
import { commandStep, phase, workflow } from '../support/workflow.js';

const name = 'my-workflow.v2';
const top = workflow(name, [phase('p', 'sequential', [commandStep('a')])]);
const textWith = (options: CompileOptions): string =>
  `# ${generatedHeader(top, options, true).join('\n# ')}\n\nname: x\n`;

const options: fc.Arbitrary<CompileOptions> = fc.record({
  action: fc.constantFrom(DEFAULT_OPTIONS.action, './', './sub/action', `me/mine/deep@${'a'.repeat(40)}`),
  publish: fc.constantFrom('pull-request', 'push'),
  onFailure: fc.constantFrom('keep', 'revert'),
  schedule: fc.oneof(
    fc.constant({ kind: 'weekly' } as const),
    fc.constant({ kind: 'none' } as const),
    fc.constantFrom('0 0 * * *', '*/15 1-5,7 1 2 0').map((cron) => ({ kind: 'cron', cron }) as const),
  ),
  deadlineMinutes: fc.integer({ min: 10, max: 9999 }),
  agentSecrets: fc.constantFrom([], ['ANTHROPIC_API_KEY'], ['A', 'b_2']),
  sandbox: fc.constantFrom(null, 'require', 'prefer', 'off'),
  tokenSecret: fc.constantFrom(null, 'BOT_TOKEN'),
  notify: fc.constantFrom([], ['github-issue'], ['github-comment', 'github-issue', 'PEOPLE', 'constructor']),
});

describe('the header of a compiled file', () => {
  test('gives back the options that the file was made with', () => {
    fc.assert(
      fc.property(options, (given) =>
        expect(readGeneratedHeader(textWith(given), name)).toEqual({ ok: true, value: given }),
      ),
    );
  });

  test.each([
    ['a file without it', 'name: CI\non: push\n'],
    ['an empty file', ''],
    ['the header of another workflow', textWith(DEFAULT_OPTIONS).replace(name, 'other')],
    ['a flag that is none', textWith(DEFAULT_OPTIONS).replace(name, `${name} --shell`)],
    ['a receiver that is none', textWith(DEFAULT_OPTIONS).replace(name, `${name} --notify github-wiki`)],
    ['an argument that does not fit', textWith(DEFAULT_OPTIONS).replace(name, `${name} --agent-secrets x}}`)],
  ])('is not taken for ours: %s', (_what, text) => {
    expect(readGeneratedHeader(text, name)).toEqual({ ok: false, error: 'foreign' });
  });
});

describe('a cron expression', () => {
  test.each(['0 0 * * *', '5,10-20/5 */2 1-31 12 0', '59 23 31 12 6'])('can be %s', (cron) => {
    expect(isCron(cron)).toBe(true);
  });

  test.each([
    '',
    '* * * *',
    '60 * * * *',
    '* 24 * * *',
    '5-1 * * * *',
    '* * * * * *',
    '*/0 * * * *',
    "1 '* * *",
    '@daily',
  ])('cannot be %p', (cron) => {
    expect(isCron(cron)).toBe(false);
  });
});

describe('an action', () => {
  const sha = 'b'.repeat(40);

  test.each(['./', './.github/../x', `a/b@${sha}`, `a/b/c@${sha}`])(
    '%s: a path without a way out, or a full commit',
    (text) => {
      expect(isAction(text)).toBe(!text.includes('..'));
    },
  );

  test.each(['a/b@v1', 'a/b@main', 'a/b', `a/b@${sha}\n`, `a/b@${'b'.repeat(39)}`, '../x', `\${{ x }}@${sha}`])(
    'cannot be %p',
    (text) => {
      expect(isAction(text)).toBe(false);
    },
  );
});
