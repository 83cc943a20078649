import { resolve } from 'node:path';
import { findRoot } from '../find-root.js';
import { workflowNames } from '../workflow-names.js';
import type { TerminalWorld } from '../world.js';
import type { Typing } from './command-words.js';

/** A word that can stand there, and what it is for a person. */
export interface Candidate {
  readonly word: string;
  readonly about: string;
}

type Look = (typing: Typing, root: string | null) => Promise<readonly Candidate[]> | readonly Candidate[];

/** What is looked up, by argument (`workflow`), by command and argument (`skill name`), or by flag. Each loads only what it needs. */
const SOURCES: Readonly<Record<string, Look>> = {
  workflow: workflows,
  'skill name': async () => plain((await import('../../skills/built-in-names.js')).builtInSkillNames),
  'schema name': async () => plain(Object.keys((await import('../json-schemas.js')).jsonSchemas)),
  '--agent-backend': async () => {
    const { BACKEND_NAMES } = await import('../../agents/registry.js');
    return plain(BACKEND_NAMES.filter((name) => !name.includes(':')));
  },
  '--phase': (typing, root) => ofWorkflow(typing, root, 'phases'),
  '--step': (typing, root) => ofWorkflow(typing, root, 'steps'),
  '--skip-step': (typing, root) => ofWorkflow(typing, root, 'steps'),
  '--rollback-to-checkpoint': (typing, root) => ofWorkflow(typing, root, 'steps'),
};

/** Names for an argument or a flag; null when it has none that could be looked up. */
export async function namedValues(
  name: string,
  typing: Typing,
  world: TerminalWorld,
): Promise<readonly Candidate[] | null> {
  const look = SOURCES[`${typing.command.name()} ${name}`] ?? SOURCES[name];
  if (look === undefined) return null;
  const repo = typing.repo === null ? world.repo : resolve(world.cwd, typing.repo);
  const root = findRoot({ repo, cwd: world.cwd });
  return await look(typing, root.ok ? root.value : null);
}

function workflows({ operands }: Typing, root: string | null): readonly Candidate[] {
  const names = root === null ? [] : workflowNames(root);
  return names.filter((name) => !operands.includes(name)).map((word) => ({ word, about: 'workflow' }));
}

/** Phases or steps of the workflow that the command line names; read from its plan, nested workflows and all. */
async function ofWorkflow(
  { operands: [name] }: Typing,
  root: string | null,
  what: 'phases' | 'steps',
): Promise<readonly Candidate[]> {
  if (root === null || name === undefined) return [];
  const [{ loadPlanFrom }, { WorkflowFolder }] = await Promise.all([
    import('../load-workflows.js'),
    import('../workflow-folder.js'),
  ]);
  const folder = new WorkflowFolder(root);
  const phases = folder.load(name)?.workflow?.phases ?? [];
  if (what === 'phases') return phases.map((phase) => ({ word: phase.name, about: phase.type }));
  const loaded = loadPlanFrom(root, folder, name);
  return loaded.ok ? loaded.value.plan.steps.map((step) => ({ word: step.id, about: `step ${step.number}` })) : [];
}

const plain = (words: Iterable<string>): Candidate[] => [...words].map((word) => ({ word, about: '' }));
