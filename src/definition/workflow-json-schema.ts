import * as z from 'zod/mini';
import { workflowFileSchema } from './workflow-schema.js';

/** The JSON Schema (draft 2020-12) of a workflow file, for editors: `# yaml-language-server: $schema=…`. */
export function workflowJsonSchema(): Record<string, unknown> {
  const schema = z.toJSONSchema(workflowFileSchema, { target: 'draft-2020-12', reused: 'inline' });
  return {
    $schema: schema.$schema,
    $id: 'https://workflow-runner.dev/schema/workflow.schema.json',
    title: 'workflow-runner workflow',
    description:
      'A declarative workflow of agent, skill, command and nested workflow steps: `.claude/workflows/NAME.yaml`.',
    ...schema,
  };
}
