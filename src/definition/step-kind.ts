import type { Finding } from './source-text.js';
import { didYouMean, quoted } from './suggest.js';
import { knownKeys, type stepSchemas } from './workflow-schema.js';
import type { StepKind } from './workflow.js';

const kindByKey: ReadonlyMap<string, StepKind> = new Map([
  ['agent', 'agent'],
  ['skill', 'skill'],
  ['workflow', 'workflow'],
  ['run', 'command'],
]);
const keyOfKind: Readonly<Record<StepKind, string>> = {
  agent: 'agent',
  skill: 'skill',
  workflow: 'workflow',
  command: 'run',
};

/** What an agent may be told by its file, and not by a step. */
const agentFileKeys: readonly string[] = ['model', 'tools', 'disallowedTools', 'permissionMode'];

/** `key` is where to say it: null is the step itself. */
export interface KindProblem {
  readonly key: string | null;
  readonly finding: Finding;
}

/** Which kind of step a mapping is, decided by its keys before any schema is applied, so that messages fit the kind. */
export function stepKind(
  keys: readonly string[],
  type: unknown,
): { kind: StepKind | null; problem: KindProblem | null } {
  const named = keys.filter((key) => kindByKey.has(key));
  const kinds = named.map((key) => kindByKey.get(key) ?? null);
  const [kind = null] = kinds;
  if (named.length > 1) return { kind: null, problem: severalKinds(named) };
  const typeKind = typeof type === 'string' && type in keyOfKind ? (type as StepKind) : null;
  if (type !== undefined && typeKind === null && typeof type === 'string') return { kind, problem: unknownType(type) };
  if (kind === null) return { kind: null, problem: noKind(keys, typeKind) };
  if (typeKind !== null && typeKind !== kind) return { kind, problem: disagreement(typeKind, named[0] ?? '') };
  return { kind, problem: null };
}

/** Keys that a step of this kind may have; of an unknown kind all of them. */
export function keysOfKind(kind: StepKind): readonly string[] {
  return kind === 'workflow' ? knownKeys.workflowStep : knownKeys[kind satisfies keyof typeof stepSchemas];
}

/** Where a key that this kind of step does not know would be right, as help; null when nowhere. */
export function whereStepKeyBelongs(kind: StepKind, key: string): string | null {
  if (key === 'command' || key === 'cmd' || key === 'shell') return 'a command is written `run: …`';
  if (key === 'if') return 'it is written `condition: …`';
  if (key === 'needs' || key === 'depends_on') return 'steps run in the order of the file; use `condition:` or a phase';
  if (kind === 'agent' && agentFileKeys.includes(key))
    return `\`${key}\` belongs to the agent's file, \`.claude/agents/NAME.md\``;
  if (kind === 'agent' && key === 'prompt') return 'what the agent shall do is its `task:`, described in its file';
  if (key === 'with' || key === 'args')
    return kind === 'agent' ? 'settings of an agent are `config:`' : 'options of a skill are `options:`';
  const kinds = (['agent', 'skill', 'workflow', 'command'] as const).filter((other) => keysOfKind(other).includes(key));
  if (kinds.length > 0)
    return `\`${key}\` belongs to a step with \`${keyOfKind[kinds[0] ?? 'agent']}:\`; this one has \`${keyOfKind[kind]}:\``;
  if (knownKeys.phase.includes(key)) return `\`${key}\` belongs to a phase or the workflow, not to a step`;
  if (knownKeys.workflow.includes(key)) return `\`${key}\` belongs to the workflow, not to a step`;
  return null;
}

/** The same for the keys of a phase. */
export function wherePhaseKeyBelongs(key: string): string | null {
  if (key === 'id') return 'a phase is named by `name:`';
  if (key === 'if') return 'it is written `condition: …`';
  if (knownKeys.workflow.includes(key)) return `\`${key}\` belongs to the workflow, not to a phase`;
  return isStepKey(key) ? `\`${key}\` belongs to a step, below \`steps:\`` : null;
}

/** The same for the keys of the workflow itself. */
export function whereWorkflowKeyBelongs(key: string): string | null {
  if (key === 'name') return 'the name of a workflow is `workflow:`';
  if (key === 'jobs' || key === 'on')
    return 'this is no GitHub workflow; `workflow-runner compile` makes one from this file';
  return isStepKey(key) ? `\`${key}\` belongs to a step, below \`steps:\`` : null;
}

function isStepKey(key: string): boolean {
  return (['agent', 'skill', 'workflow', 'command'] as const).some((kind) => keysOfKind(kind).includes(key));
}

function severalKinds(named: readonly string[]): KindProblem {
  return {
    key: named[1] ?? null,
    finding: {
      code: 'several-kinds',
      message: `a step cannot have ${named.map((key) => `\`${key}\``).join(' and ')} at once`,
      help: 'make it two steps, or remove one of the keys',
    },
  };
}

function unknownType(type: string): KindProblem {
  return {
    key: 'type',
    finding: {
      code: 'unknown-value',
      message: `\`type\` cannot be ${quoted(type)}`,
      help: didYouMean(type, Object.keys(keyOfKind)),
    },
  };
}

function noKind(keys: readonly string[], typeKind: StepKind | null): KindProblem {
  if (typeKind !== null) {
    const key = keyOfKind[typeKind];
    return {
      key: null,
      finding: {
        code: 'missing-key',
        message: `the key \`${key}\` is missing`,
        help: `a step of type \`${typeKind}\` has \`${key}: …\``,
      },
    };
  }
  const misspelt = keys
    .map((key) => ({ key, help: didYouMean(key, [...kindByKey.keys()]) }))
    .find(({ help }) => help.startsWith('did'));
  if (misspelt !== undefined) {
    return {
      key: misspelt.key,
      finding: { code: 'unknown-key', message: `unknown key ${quoted(misspelt.key)}`, help: misspelt.help },
    };
  }
  return {
    key: null,
    finding: {
      code: 'missing-kind',
      message: 'the step does not say what to do',
      help: 'add `agent:` and `task:`, or `skill:`, `workflow:` or `run:`',
    },
  };
}

function disagreement(type: StepKind, key: string): KindProblem {
  return {
    key: 'type',
    finding: {
      code: 'kind-mismatch',
      message: `\`type: ${type}\` does not go with \`${key}:\``,
      help: `write \`type: ${kindByKey.get(key) ?? type}\`, or leave \`type\` out`,
    },
  };
}
