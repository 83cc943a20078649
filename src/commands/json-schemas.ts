import { z } from 'zod';
import { workflowJsonSchema } from '../definition/workflow-json-schema.js';
import { configJsonSchema } from '../notify/receiver-schema.js';
import { metricsSchema } from '../report/metrics-schema.js';
import { progressSchema } from '../report/progress-schema.js';
import { reviewSchema } from '../report/review/review-schema.js';
import { stateSchema } from '../report/state-schema.js';

/** The published JSON Schemas (draft 2020-12) by name; the same as the files in `schema/`. */
export const jsonSchemas: Readonly<Record<string, () => object>> = {
  workflow: workflowJsonSchema,
  config: configJsonSchema,
  state: () => document('state', stateSchema),
  progress: () => document('progress', progressSchema),
  metrics: () => document('metrics', metricsSchema),
  review: () => document('review', reviewSchema),
};

function document(name: string, schema: z.ZodType): object {
  const { $schema, ...rest } = z.toJSONSchema(schema, { target: 'draft-2020-12', reused: 'inline' });
  return { $schema, $id: `https://workflow-runner.dev/schema/${name}.schema.json`, ...rest };
}
