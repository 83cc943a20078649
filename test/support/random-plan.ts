import fc from 'fast-check';
import { parseCondition } from '../../src/definition/parse-condition.js';
import type { Condition } from '../../src/definition/condition.js';
import type { Phase, Step, Workflow } from '../../src/definition/workflow.js';
import type { Plan, PlanNode } from '../../src/plan/plan.js';
import { commandStep, nestedStep, phase, planOf, workflow } from './workflow.js';

interface ShapeOfStep {
  readonly inner: readonly ShapeOfStep[] | null;
  readonly parallel: boolean;
  readonly condition: 'always()' | 'failure()' | null;
  readonly continueOnError: boolean;
  readonly validated: boolean;
  readonly retries: number;
}

interface ShapeOfPhase {
  readonly steps: readonly ShapeOfStep[];
  readonly parallel: boolean;
  readonly condition: 'always()' | null;
  readonly validated: boolean;
}

const rarely = fc.boolean().chain((one) => (one ? fc.boolean() : fc.constant(false)));

const stepShape = fc.letrec<{ step: ShapeOfStep }>((tie) => ({
  step: fc.record({
    inner: fc.option(fc.array(tie('step'), { minLength: 1, maxLength: 3 }), { maxDepth: 2, depthIdentifier: 'nested' }),
    parallel: fc.boolean(),
    condition: fc.constantFrom(null, null, null, 'always()' as const, 'failure()' as const),
    continueOnError: rarely,
    validated: rarely,
    retries: fc.constantFrom(0, 0, 2),
  }),
})).step;

const phaseShape: fc.Arbitrary<ShapeOfPhase> = fc.record({
  steps: fc.array(stepShape, { minLength: 1, maxLength: 4 }),
  parallel: fc.boolean(),
  condition: fc.constantFrom(null, null, 'always()' as const),
  validated: rarely,
});

/** Plans of every shape: sequential, parallel and nested in each other, with conditions, retries and tolerated failures. */
export const randomPlan: fc.Arbitrary<Plan> = fc.array(phaseShape, { minLength: 1, maxLength: 4 }).map((shapes) => {
  const others: Workflow[] = [];
  let made = 0;
  const stepOf = (shape: ShapeOfStep): Step => {
    const id = `s${(made += 1)}`;
    const { continueOnError, retries } = shape;
    const condition = conditionOf(shape.condition);
    const retry = retries === 0 ? null : ({ times: retries, backoff: 'constant', delayMs: 5, maxDelayMs: 5 } as const);
    if (shape.inner === null) return commandStep(id, { condition, continueOnError, retry });
    const type = shape.parallel ? 'parallel' : 'sequential';
    others.push(workflow(`w-${id}`, [phase(type, type, shape.inner.map(stepOf))]));
    return nestedStep(id, `w-${id}`, { condition, continueOnError, validation: shape.validated ? ['check'] : [] });
  };
  const phaseOf = (shape: ShapeOfPhase, index: number): Phase =>
    phase(`p${index}`, shape.parallel ? 'parallel' : 'sequential', shape.steps.map(stepOf), {
      condition: conditionOf(shape.condition),
      validation: shape.validated ? ['check'] : [],
      maxConcurrent: shape.parallel ? 2 : 1,
    });
  const plan = planOf(workflow('w', shapes.map(phaseOf)), ...others);
  return Object.defineProperty(plan, fc.toStringMethod, { value: () => textOf(plan.root) });
});

/** A plan in a line, for a counterexample. */
function textOf(node: PlanNode): string {
  const { continueOnError } = node.node === 'step' ? node.action : node;
  const condition = node.condition === null ? '' : ` if ${node.condition.condition.text}`;
  const tolerated = continueOnError ? ' tolerated' : '';
  if (node.node === 'step') return `${node.id}${condition}${tolerated}${node.action.retry === null ? '' : ' retry'}`;
  const validated = node.validation.length > 0 ? ' validated' : '';
  const [open, close] = node.type === 'parallel' ? ['(', ')'] : ['[', ']'];
  return `${node.path}${condition}${tolerated}${validated} ${open}${node.children.map(textOf).join(', ')}${close}`;
}

function conditionOf(text: string | null): Condition | null {
  if (text === null) return null;
  const parsed = parseCondition(text, { steps: [], phases: [], notYet: [] });
  if (!parsed.ok) throw new Error(text);
  return parsed.value;
}
