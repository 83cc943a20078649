import * as data from '@actions/expressions/data/index';
import { Evaluator } from '@actions/expressions/evaluator';
import type { FunctionDefinition } from '@actions/expressions/funcs/info';
import { Lexer, TokenType } from '@actions/expressions/lexer';
import { Parser } from '@actions/expressions/parser';
import { truthy } from '@actions/expressions/result';

/** What expressions of a workflow see. */
export interface ExpressionScope {
  /** By the name of the context: `github`, `needs` … Plain JSON values. */
  readonly contexts: Readonly<Record<string, unknown>>;
  readonly status: { readonly success: boolean; readonly failure: boolean; readonly cancelled: boolean };
  /** Digest of the files that the patterns match; empty when none does. */
  readonly hashFiles?: (patterns: readonly string[]) => string;
}

const STATUS_FUNCTIONS = ['success', 'failure', 'always', 'cancelled'];
const EXPRESSION = /\$\{\{((?:'(?:[^']|'')*'|[^'])*?)\}\}/g;

/** The value of a field: `${{ … }}` alone keeps its type, text with expressions in it becomes text, other values stay. Goes into lists and objects. */
export function evaluateField(value: unknown, scope: ExpressionScope): unknown {
  if (typeof value === 'string') return evaluateText(value, scope);
  if (Array.isArray(value)) return value.map((one) => evaluateField(one, scope));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, evaluateField(one, scope)]));
}

/** The value of a field as the environment, inputs and outputs hold it. */
export function evaluateString(value: unknown, scope: ExpressionScope): string {
  return stringOf(evaluateField(value, scope));
}

/**
 * Whether an `if:` holds. Without one of the status functions in it, `success()` is asked for as well (docs: status check functions).
 */
export function evaluateIf(condition: unknown, scope: ExpressionScope): boolean {
  if (condition === undefined || condition === null || condition === '') return scope.status.success;
  if (typeof condition !== 'string') return isTruthy(condition) && scope.status.success;
  const whole = /^\s*\$\{\{(.*)\}\}\s*$/s.exec(condition);
  const isTemplate = condition.includes('${{') && whole === null;
  const expression = whole?.[1] ?? condition;
  const value = isTemplate ? evaluateText(condition, scope) : evaluateExpression(expression, scope);
  return isTruthy(value) && (scope.status.success || (!isTemplate && callsStatusFunction(expression)));
}

/** Text of a value as GitHub shows it in a string. */
export function stringOf(value: unknown): string {
  return value === null || value === undefined ? '' : toData(value).coerceString();
}

function evaluateText(text: string, scope: ExpressionScope): unknown {
  const whole = /^\$\{\{(.*)\}\}$/s.exec(text);
  const parts = [...text.matchAll(EXPRESSION)];
  if (whole !== null && parts.length === 1) return evaluateExpression(whole[1] ?? '', scope);
  return text.replace(EXPRESSION, (_, expression: string) => stringOf(evaluateExpression(expression, scope)));
}

function evaluateExpression(text: string, { contexts, status, hashFiles }: ExpressionScope): unknown {
  const functions: FunctionDefinition[] = STATUS_FUNCTIONS.map((name) => ({
    name,
    minArgs: 0,
    maxArgs: 0,
    call: () => new data.BooleanData(name === 'always' || status[name as keyof typeof status]),
  }));
  functions.push({
    name: 'hashFiles',
    minArgs: 1,
    maxArgs: 255,
    call: (...patterns) => new data.StringData(hashFiles?.(patterns.map((one) => one.coerceString())) ?? ''),
  });
  try {
    const { tokens } = new Lexer(text).lex();
    const syntax = new Parser(tokens, Object.keys(contexts), functions).parse();
    const byName = new Map(functions.map((one) => [one.name.toLowerCase(), one]));
    const value = new Evaluator(syntax, toData(contexts) as data.Dictionary, byName).evaluate();
    return JSON.parse(JSON.stringify(value, data.replacer)) as unknown;
  } catch (error) {
    throw new Error(`\${{${text}}}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}

function callsStatusFunction(expression: string): boolean {
  const { tokens } = new Lexer(expression).lex();
  return tokens.some(
    ({ type, lexeme }, index) =>
      type === TokenType.IDENTIFIER &&
      STATUS_FUNCTIONS.includes(lexeme.toLowerCase()) &&
      tokens[index + 1]?.type === TokenType.LEFT_PAREN,
  );
}

function isTruthy(value: unknown): boolean {
  return truthy(toData(value));
}

function toData(value: unknown): data.ExpressionData {
  if (typeof value === 'string') return new data.StringData(value);
  if (typeof value === 'number') return new data.NumberData(value);
  if (typeof value === 'boolean') return new data.BooleanData(value);
  if (Array.isArray(value)) return new data.Array(...value.map(toData));
  if (typeof value !== 'object' || value === null) return new data.Null();
  return new data.Dictionary(...Object.entries(value).map(([key, one]) => ({ key, value: toData(one) })));
}
