import {
  Binary,
  ContextAccess,
  FunctionCall,
  Grouping,
  IndexAccess,
  Literal,
  Logical,
  Star,
  Unary,
  type Expr,
} from '@actions/expressions/ast';
import { Kind } from '@actions/expressions/data/expressiondata';
import type { Token } from '@actions/expressions/lexer';
import { err, ok, type Result } from '../base/result.js';
import type { Condition } from './condition.js';
import {
  isFunction,
  parseConditionSyntax,
  statusFunctions,
  unknownFunction,
  type ConditionProblem,
  type ConditionSyntax,
} from './condition-syntax.js';
import { didYouMean, quoted } from './suggest.js';

/** What a condition may mention where it stands. */
export interface ConditionNames {
  /** Ids of the steps that have ended by then. */
  readonly steps: readonly string[];
  /** Names of the phases that have ended by then. */
  readonly phases: readonly string[];
  /** Steps and phases of the same file that have not: a later one, or one that runs at the same time. */
  readonly notYet: readonly string[];
}

interface Walk {
  readonly names: ConditionNames;
  readonly syntax: ConditionSyntax;
  readonly mentions: Set<string>;
  readonly problems: ConditionProblem[];
  callsStatusFunction: boolean;
}

const statuses = ['success', 'failure', 'skipped', 'cancelled'];
/** What state files and other tools call a status. */
const otherStatusNames: ReadonlyMap<string, string> = new Map([
  ['completed', 'success'],
  ['succeeded', 'success'],
  ['ok', 'success'],
  ['failed', 'failure'],
  ['error', 'failure'],
]);

/**
 * Reads a condition: the expression language of GitHub Actions. Every earlier step and phase is a name of its own and a
 * member of `steps` or `phases`, each with `status` and `outputs`. Returns all problems, with offsets into `text`.
 */
export function parseCondition(text: string, names: ConditionNames): Result<Condition, readonly ConditionProblem[]> {
  const syntax = parseConditionSyntax(text);
  if (!syntax.ok) return err([syntax.error]);
  const walk: Walk = { names, syntax: syntax.value, mentions: new Set(), problems: [], callsStatusFunction: false };
  visit(walk, syntax.value.expression);
  if (walk.problems.length > 0) return err(walk.problems);
  return ok({ text, mentions: [...walk.mentions], callsStatusFunction: walk.callsStatusFunction });
}

/** Recursion is bounded by the length of a condition, see `parseConditionSyntax`. */
function visit(walk: Walk, node: Expr): void {
  if (node instanceof ContextAccess) visitName(walk, node.name);
  else if (node instanceof IndexAccess) visitIndex(walk, node);
  else if (node instanceof FunctionCall) visitCall(walk, node);
  else if (node instanceof Logical) for (const part of node.args) visit(walk, part);
  else if (node instanceof Unary) visit(walk, node.expr);
  else if (node instanceof Grouping) visit(walk, node.group);
  else if (node instanceof Binary) visitComparison(walk, node);
}

function visitCall(walk: Walk, call: FunctionCall): void {
  const name = call.functionName.lexeme;
  // The library looks functions up in a plain object, and so accepts `constructor()`.
  if (!isFunction(name)) walk.problems.push(unknownFunction(name, walk.syntax.offsetOf(call.functionName)));
  if (statusFunctions.some((status) => status === name.toLowerCase())) walk.callsStatusFunction = true;
  for (const argument of call.args) visit(walk, argument);
}

function visitComparison(walk: Walk, node: Binary): void {
  visit(walk, node.left);
  visit(walk, node.right);
  const [subject, other] = node.left instanceof Literal ? [node.right, node.left] : [node.left, node.right];
  if (!isStatus(subject) || !(other instanceof Literal) || other.literal.kind !== Kind.String) return;
  const text = other.literal.coerceString();
  if (statuses.includes(text.toLowerCase())) return;
  const help = didYouMean(otherStatusNames.get(text.toLowerCase()) ?? text, statuses);
  report(walk, other.token, { code: 'unknown-value', message: `a status is never ${quoted(text)}`, help });
}

function isStatus(node: Expr): boolean {
  return node instanceof IndexAccess && isName(node.expr) && literalIndex(node)?.text.toLowerCase() === 'status';
}

/** `name`, `steps.name` or `phases['name']`. */
function isName(node: Expr): boolean {
  if (node instanceof ContextAccess) return !isGroup(node.name.lexeme);
  return node instanceof IndexAccess && node.expr instanceof ContextAccess && isGroup(node.expr.name.lexeme);
}

function isGroup(name: string): boolean {
  return name.toLowerCase() === 'steps' || name.toLowerCase() === 'phases';
}

function visitName(walk: Walk, token: Token): void {
  const name = token.lexeme.toLowerCase();
  if (name === 'steps') for (const step of walk.names.steps) walk.mentions.add(step);
  else if (name === 'phases') for (const phase of walk.names.phases) walk.mentions.add(phase);
  else mention(walk, token, { name: token.lexeme, known: [...walk.names.steps, ...walk.names.phases] });
}

function visitIndex(walk: Walk, node: IndexAccess): void {
  const index = literalIndex(node);
  if (index === null && !(node.index instanceof Star)) visit(walk, node.index);
  if (node.expr instanceof ContextAccess && isGroup(node.expr.name.lexeme) && index !== null) {
    const group = node.expr.name.lexeme.toLowerCase() === 'steps' ? walk.names.steps : walk.names.phases;
    mention(walk, index.token, { name: index.text, known: group });
    return;
  }
  if (node.expr instanceof ContextAccess && isGroup(node.expr.name.lexeme) && !(node.index instanceof Star)) {
    report(walk, node.expr.name, {
      code: 'dynamic-name',
      message: 'which step or phase is meant must be known before the run',
      help: `write its name: \`${node.expr.name.lexeme}['NAME']\``,
    });
    return;
  }
  visit(walk, node.expr);
  if (!isName(node.expr) || index === null || ['status', 'outputs'].includes(index.text.toLowerCase())) return;
  const github = ['outcome', 'conclusion', 'result', 'state'].includes(index.text.toLowerCase());
  const help = github ? 'did you mean `status`?' : didYouMean(index.text, ['status', 'outputs']);
  report(walk, index.token, {
    code: 'unknown-property',
    message: `a step or phase has no ${quoted(index.text)}`,
    help,
  });
}

function literalIndex(node: IndexAccess): { readonly text: string; readonly token: Token } | null {
  if (!(node.index instanceof Literal)) return null;
  return { text: node.index.literal.coerceString(), token: node.index.token };
}

function mention(walk: Walk, token: Token, asked: { readonly name: string; readonly known: readonly string[] }): void {
  const name = asked.name.toLowerCase();
  if (asked.known.includes(name)) {
    walk.mentions.add(name);
  } else if (walk.names.notYet.includes(name)) {
    report(walk, token, {
      code: 'not-yet-ended',
      message: `${quoted(asked.name)} has not ended when this condition is asked`,
      help: 'a condition can only mention earlier steps and phases; move this one behind it',
    });
  } else {
    const help = statuses.includes(name)
      ? `text needs quotes: \`'${name}'\``
      : asked.known.length === 0
        ? 'nothing ends before this one, so there is nothing to mention'
        : didYouMean(asked.name, asked.known);
    report(walk, token, {
      code: 'unknown-step',
      message: `no earlier step or phase is called ${quoted(asked.name)}`,
      help,
    });
  }
}

function report(walk: Walk, token: Token, finding: ConditionProblem['finding']): void {
  walk.problems.push({ offset: walk.syntax.offsetOf(token), length: Math.max(1, token.lexeme.length), finding });
}
