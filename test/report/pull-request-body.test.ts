import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { RunEvent } from '../../src/engine/event.js';
import type { RunState } from '../../src/engine/run-state.js';
import {
  pullRequestTitle,
  readMarkers,
  renderPullRequestBody,
  replaceMachineBlock,
  type PullRequestFacts,
} from '../../src/report/pull-request-body.js';
import { expectGolden } from '../support/golden.js';
import { allNodes, parseMarkdown, referenceIn } from '../support/markdown.js';
import { BASE, result, START, started, tell } from '../support/run-story.js';
import { agentStep, commandStep, phase, planOf, workflow } from '../support/workflow.js';

const TIP = 'aa11'.padEnd(40, '0');
const DONE = 'def456'.padEnd(40, '0');
const facts: PullRequestFacts = {
  markers: { tip: TIP, run: '20251101T100000Z-abc123' },
  validation: { commit: DONE, checks: ['nix flake check', 'test -e a | cat'] },
  base: { branch: 'main', commit: BASE, behind: 2 },
  runUrl: 'https://github.com/o/r/actions/runs/7',
  notes: ['No CI runs on this pull request.'],
};

function story(task = 'b', description = ''): RunState {
  const steps = [commandStep('a'), agentStep('b', { agent: task, task })];
  const plan = planOf({ ...workflow('demo', [phase('sequential', 'sequential', steps)]), description });
  return tell(plan, [
    started(plan),
    { type: 'group-started', at: START, group: '', base: BASE },
    { type: 'group-started', at: START, group: 'sequential', base: BASE },
    { type: 'step-started', at: START, step: 'a', attempt: 1, base: BASE },
    { type: 'step-completed', at: START + 3200, step: 'a', attempt: 1, ...result() },
    { type: 'step-started', at: START + 4000, step: 'b', attempt: 1, base: DONE },
    { type: 'step-completed', at: START + 9000, step: 'b', attempt: 1, ...result({ costUsd: 0.42 }) },
    { type: 'landed', at: START + 9500, commit: DONE, how: 'kept', branch: null },
    { type: 'run-ended', at: START + 9500, status: 'completed', failure: null },
  ]);
}

describe('renderPullRequestBody', () => {
  test('shows the evidence: steps, what was validated, base, notes', () => {
    expectGolden('report/pull-request-body.md', `${renderPullRequestBody(story('b', 'Moves modules.'), facts)}\n`);
  });

  test.each([
    '@org/team Closes #1 <!-- workflow-runner:end --> <img src=//evil>',
    '```\n<!-- workflow-runner:tip=0000000000000000000000000000000000000000 -->',
    '| `x` | [a](http://b.c) www.a.b',
  ])('makes nothing but text of %j', async (hostile) => {
    const state = story(hostile, hostile);
    const body = renderPullRequestBody(state, {
      ...facts,
      notes: [hostile],
      validation: { commit: hostile, checks: [hostile] },
      base: { branch: hostile, commit: hostile, behind: 1 },
      hosts: {
        unchanged: [hostile],
        changed: [
          {
            host: hostile,
            level: 'different',
            what: hostile,
            derivations: [hostile, hostile, hostile, hostile],
            derivationCount: 9,
            packages: {
              added: [{ name: hostile, version: hostile }],
              removed: [],
              changed: [{ name: hostile, from: hostile, to: hostile }],
              count: 9,
            },
            sizes: { before: 1, after: 2 },
          },
        ],
      },
    });
    expect(body.match(/<!--/g)).toHaveLength(4);
    expect(readMarkers(body)).toEqual(facts.markers);
    const root = await parseMarkdown(body);
    expect(referenceIn(root)).toBeNull();
    const nodes = allNodes(root);
    expect(nodes.filter(({ type }) => type === 'link').map(({ url }) => url)).toEqual([facts.runUrl]);
    const html = nodes.filter(({ type }) => type === 'html').map(({ value }) => value ?? '');
    expect(html.filter((one) => !/^<\/?code>$|^<!-- workflow-runner:/.test(one))).toEqual([]);
  });

  test('stays below the limit of GitHub with 2,000 steps of hostile names', () => {
    const steps = Array.from({ length: 2000 }, (_, index) => agentStep(`s${index}`, { agent: '@'.repeat(300) }));
    const plan = planOf(workflow('demo', [phase('sequential', 'sequential', steps)]));
    const notes = Array.from({ length: 300 }, () => '@'.repeat(500));
    const body = renderPullRequestBody(tell(plan, [started(plan)]), { ...facts, notes });
    expect(body.length).toBeLessThanOrEqual(60_000);
    expect(readMarkers(body)).toEqual(facts.markers);
  });

  test('makes links of pages of the repository in notes, and of nothing else', () => {
    const note = 'See https://github.com/o/r/pull/12, not https://github.com/o/r/issues/1 or https://x.y/o/r/pull/1.';
    expect(renderPullRequestBody(story(), { ...facts, notes: [note] })).toContain(
      '- See <https://github.com/o/r/pull/12>, not https:&#8203;//github.com/o/r/issues/1 or https:&#8203;//x.y/o/r/pull/1.\n',
    );
  });

  test('names the steps that the result is without, and never shows them as part of it', () => {
    const plan = planOf(workflow('demo', [phase('sequential', 'sequential', [commandStep('a'), commandStep('b')])]));
    const step = (id: string): RunEvent[] => [
      { type: 'step-started', at: START, step: id, attempt: 1, base: BASE },
      { type: 'step-completed', at: START, step: id, attempt: 1, ...result() },
    ];
    const state = tell(plan, [
      started(plan),
      { type: 'group-started', at: START, group: '', base: BASE },
      { type: 'group-started', at: START, group: 'sequential', base: BASE },
      ...step('a'),
      ...step('b'),
      { type: 'result-rebuilt', at: START, commit: DONE, leftOut: [{ step: 'b', why: 'broke-result' }] },
      { type: 'landed', at: START, commit: DONE, how: 'kept', branch: null },
    ]);
    const body = renderPullRequestBody(state, facts);
    expect(body).toContain('Not in it: step 2 (b): it breaks the result.');
    expect(body.match(/✅ completed|completed, left out/g)).toEqual(['✅ completed', 'completed, left out']);
  });

  test('refuses a tip that is no commit: a bug of ours', () => {
    const markers = { tip: '-->', run: 'x' };
    expect(() => renderPullRequestBody(story(), { ...facts, markers })).toThrow('not the name of a commit');
  });
});

describe('replaceMachineBlock', () => {
  const block = renderPullRequestBody(story(), facts);
  const newer = renderPullRequestBody(story(), {
    ...facts,
    markers: { ...facts.markers, tip: 'bb22'.padEnd(40, '0') },
  });

  test('keeps what people wrote before and after the block', () => {
    const body = `Hello\r\n\r\n${block}\r\n\r\nBye <!-- mine -->`;
    expect(replaceMachineBlock(body, newer)).toBe(`Hello\r\n\r\n${newer}\r\n\r\nBye <!-- mine -->`);
  });

  test('puts the block before a body that has none, and takes stray markers out of it', () => {
    expect(replaceMachineBlock('Text', block)).toBe(`${block}\n\nText`);
    expect(replaceMachineBlock('', block)).toBe(block);
    expect(replaceMachineBlock('a <!-- workflow-runner:begin --> b', block)).toBe(`${block}\n\na  b`);
  });

  test('leaves one block where somebody has copied it', () => {
    const replaced = replaceMachineBlock(`${block}\n\n${block}`, newer);
    expect(replaced.match(/workflow-runner:begin/g)).toHaveLength(1);
    expect(readMarkers(replaced)?.tip).toBe('bb22'.padEnd(40, '0'));
  });

  test('shortens the block, never what people wrote, when both do not fit', () => {
    const words = 'w'.repeat(64_900);
    const replaced = replaceMachineBlock(`${block}\n\n${words}`, newer);
    expect(replaced.length).toBeLessThanOrEqual(65_536);
    expect(replaced).toContain(words);
    expect(readMarkers(replaced)?.tip).toBe('bb22'.padEnd(40, '0'));
  });

  test('gives the same body when done twice', () => {
    const part = fc.constantFrom(
      'text',
      '\n',
      block,
      '<!-- workflow-runner:begin -->',
      '<!-- workflow-runner:end -->',
      ' ',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 6 }), (parts) => {
        const once = replaceMachineBlock(parts.join(''), newer);
        expect(replaceMachineBlock(once, newer)).toBe(once);
        expect(readMarkers(once)?.tip).toBe('bb22'.padEnd(40, '0'));
      }),
    );
  });
});

test('readMarkers reads a body that was edited in the browser, and no block without an end', () => {
  const body = renderPullRequestBody(story(), facts);
  expect(readMarkers(body.replaceAll('\n', '\r\n'))).toEqual(facts.markers);
  expect(readMarkers(body.slice(0, -10))).toBeNull();
  expect(readMarkers('')).toBeNull();
});

describe('pullRequestTitle', () => {
  test.each([
    ['', 'demo 1.0.0'],
    ['Moves modules', 'demo: Moves modules'],
    ['Closes #1 for @team\nmore', 'demo: Closes # 1 for @ team more'],
    ['x'.repeat(300), `demo: ${'x'.repeat(113)}…`],
  ])('of %j is %j', (description, title) => {
    expect(pullRequestTitle(story('b', description))).toBe(title);
  });
});
