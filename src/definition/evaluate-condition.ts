import * as data from '@actions/expressions/data/index';
import { Evaluator } from '@actions/expressions/evaluator';
import type { FunctionDefinition } from '@actions/expressions/funcs/info';
import { truthy } from '@actions/expressions/result';
import type { Condition, ConditionContext } from './condition.js';
import { parseConditionSyntax } from './condition-syntax.js';

/** The library keeps members in a plain object, where `constructor` is always there; a Map has no such names. */
class SafeDictionary extends data.Dictionary {
  readonly #members = new Map<string, { key: string; value: data.ExpressionData }>();

  override add(key: string, value: data.ExpressionData): void {
    const name = key.toLowerCase();
    if (!this.#members.has(name)) this.#members.set(name, { key, value });
  }

  override get(key: string): data.ExpressionData | undefined {
    return this.#members.get(key.toLowerCase())?.value;
  }

  override values(): data.ExpressionData[] {
    return [...this.#members.values()].map((member) => member.value);
  }

  override pairs(): { key: string; value: data.ExpressionData }[] {
    return [...this.#members.values()];
  }
}

/** Outputs come from steps: deeper ones are cut off, so that no recursion runs away. */
const maxOutputDepth = 16;

/**
 * Whether the condition holds. `success()` is true while nothing failed and the run is not being stopped. A step that has
 * not ended has no status (null). An expression that cannot be computed, such as `fromJSON` of broken text, does not hold.
 */
export function evaluateCondition(condition: Condition, context: ConditionContext): boolean {
  const syntax = parseConditionSyntax(condition.text);
  if (!syntax.ok) return false;
  const names = new SafeDictionary();
  const all = new SafeDictionary();
  names.add('steps', all);
  names.add('phases', all);
  for (const name of condition.mentions) {
    const ended = contextOf(name, context);
    names.add(name, ended);
    all.add(name, ended);
  }
  try {
    return truthy(new Evaluator(syntax.value.expression, names, statusFunctions(context)).evaluate());
  } catch {
    return false;
  }
}

function contextOf(name: string, context: ConditionContext): SafeDictionary {
  const ended = context.lookUp(name);
  const dictionary = new SafeDictionary();
  dictionary.add('status', ended === null ? new data.Null() : new data.StringData(ended.status));
  dictionary.add('outputs', toData(ended?.outputs ?? {}, 0));
  return dictionary;
}

function statusFunctions(context: ConditionContext): Map<string, FunctionDefinition> {
  const answers: [string, boolean][] = [
    ['success', !context.failed && !context.cancelled],
    ['failure', context.failed],
    ['always', true],
    ['cancelled', context.cancelled],
  ];
  return new Map(
    answers.map(([name, answer]) => [name, { name, minArgs: 0, maxArgs: 0, call: () => new data.BooleanData(answer) }]),
  );
}

function toData(value: unknown, depth: number): data.ExpressionData {
  if (typeof value === 'string') return new data.StringData(value);
  if (typeof value === 'number') return new data.NumberData(value);
  if (typeof value === 'boolean') return new data.BooleanData(value);
  if (typeof value !== 'object' || value === null || depth > maxOutputDepth) return new data.Null();
  if (Array.isArray(value)) {
    const list = new data.Array();
    for (const item of value as unknown[]) list.add(toData(item, depth + 1));
    return list;
  }
  const dictionary = new SafeDictionary();
  for (const [key, member] of Object.entries(value)) dictionary.add(key, toData(member, depth + 1));
  return dictionary;
}
