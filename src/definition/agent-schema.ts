import * as z from 'zod/mini';
import { stepSchemas } from './workflow-schema.js';

/** What a task must be called, so that a step can name it. */
export const TASK_NAME = /^[^\p{Cc}/\\]{1,128}$/u;

const text = z.string().check(z.minLength(1));
const tools = z.union([text, z.array(text)], { error: 'a list of tools: `Read, Grep, Bash(git log:*)`' });

/** The keys of an agent's frontmatter that the runner looks at; all others are Claude Code's own. */
export const agentSchema = z.looseObject({
  name: z.optional(text),
  description: z.optional(z.string()),
  model: z.optional(text),
  tools: z.optional(tools),
  disallowedTools: z.optional(tools),
  permissionMode: z.optional(z.enum(['acceptEdits', 'bypassPermissions', 'default', 'dontAsk', 'plan'])),
  maxTurns: z.optional(z.int().check(z.minimum(1), z.maximum(10_000))),
  tasks: z.optional(z.record(z.string(), z.unknown())),
});

/** What a task may be bound to: the keys of a step that do work, without those that judge it. */
export const bindingSchemas = {
  skill: z.pick(stepSchemas.skill, { skill: true, targets: true, options: true, input: true }),
  command: z.pick(stepSchemas.command, { run: true }),
};

/** Keys that Claude Code documents for its agents, and ours. */
export const knownAgentKeys: readonly string[] = [
  ...Object.keys(agentSchema.shape),
  'skills',
  'hooks',
  'color',
  'memory',
  'mcpServers',
  'background',
  'effort',
  'isolation',
  'initialPrompt',
];
