import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { RunState } from '../../src/engine/run-state.js';
import type { Plan } from '../../src/plan/plan.js';
import { graphDiagram } from '../../src/report/mermaid-graph.js';
import { mermaidLabel } from '../../src/report/mermaid-text.js';
import { timelineDiagram } from '../../src/report/mermaid-timeline.js';
import { faultsOf } from '../support/mermaid.js';
import { randomPlan } from '../support/random-plan.js';
import { BASE, result, START, started, tell } from '../support/run-story.js';
import { agentStep, commandStep, phase, planOf, workflow } from '../support/workflow.js';

const hostile = [
  '"]; click s1 href "javascript:alert(1)"',
  'end',
  'x --> y',
  '%% comment',
  '```',
  'a:b;c#quot;',
  '`**bold**`',
  'section z',
  '\u202eabc\n  s9["x"]',
  '2024-01-01',
];

const allRan = (plan: Plan): RunState =>
  tell(plan, [
    started(plan),
    ...plan.steps.flatMap(({ id, number }) => [
      { type: 'step-started', at: START + number * 10, step: id, attempt: 1, base: BASE } as const,
      { type: 'step-completed', at: START + number * 20, step: id, attempt: 1, ...result() } as const,
    ]),
  ]);

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

describe('the timeline', () => {
  test.each(hostile)('is well formed with the name %j', (task) => {
    const plan = planOf(workflow('demo', [phase(task, 'sequential', [agentStep('a', { agent: task, task })])]));
    expect(faultsOf(timelineDiagram(allRan(plan)), 'gantt')).toEqual([]);
  });

  test('is well formed and has a bar for each step that ran, whatever the plan', () => {
    fc.assert(
      fc.property(randomPlan, (plan) => {
        const diagram = timelineDiagram(allRan(plan));
        expect(faultsOf(diagram, 'gantt')).toEqual([]);
        expect(count(diagram, / :done, /g)).toBe(plan.steps.length);
      }),
      { numRuns: 50 },
    );
  });

  test('has a bar for each phase when there are too many steps', () => {
    const many = Array.from({ length: 150 }, (_, index) => commandStep(`s${index}`));
    const diagram = timelineDiagram(
      allRan(planOf(workflow('demo', [phase('p', 'sequential', many), phase('q', 'sequential', [commandStep('z')])]))),
    );
    expect(count(diagram, / :done, /g)).toBe(2);
    expect(diagram).toContain('150 steps :done, 1761991200010, 1761991203000');
  });

  test('is left out when nothing has run', () => {
    const plan = planOf(workflow('demo', [phase('p', 'sequential', [commandStep('a')])]));
    expect(timelineDiagram(tell(plan, [started(plan)]))).toBe('');
  });
});

describe('the graph', () => {
  test.each(hostile)('is well formed with the name %j', (task) => {
    const plan = planOf(workflow('demo', [phase(task, 'parallel', [agentStep('a', { agent: task, task })])]));
    expect(faultsOf(graphDiagram(allRan(plan)), 'flowchart')).toEqual([]);
  });

  test('is well formed and has a node for each step, whatever the plan', () => {
    fc.assert(
      fc.property(randomPlan, (plan) => {
        const diagram = graphDiagram(allRan(plan));
        expect(faultsOf(diagram, 'flowchart')).toEqual([]);
        if (plan.steps.length + plan.groups.size <= 100) {
          expect(count(diagram, /^ {2}s\d+\[/gm)).toBe(plan.steps.length);
        }
      }),
      { numRuns: 50 },
    );
  });

  test('has phases only when there are too many steps, and is left out when there are too many phases', () => {
    const steps = (prefix: string, length: number) =>
      Array.from({ length }, (_, index) => commandStep(`${prefix}${index}`));
    const two = planOf(
      workflow('demo', [phase('p', 'sequential', steps('a', 90)), phase('q', 'parallel', steps('b', 90))]),
    );
    expect(count(graphDiagram(allRan(two)), /^ {2}g\d+\[/gm)).toBe(2);
    const many = Array.from({ length: 101 }, (_, index) => phase(`p${index}`, 'sequential', steps(`c${index}-`, 1)));
    expect(graphDiagram(allRan(planOf(workflow('demo', many))))).toBe('');
  });
});

test('a label has letters and digits of every script, nothing that means something, and a bounded length', () => {
  expect(mermaidLabel(3, 'größe 漢字 a_b: "x" <b>')).toBe('3 größe 漢字 a_b x b');
  expect(mermaidLabel(1, 'x'.repeat(100))).toHaveLength(42);
  expect(mermaidLabel(1, '"";--')).toBe('1 --');
});
