import * as z from 'zod/mini';
import { NOTIFIED_EVENTS } from '../report/notification.js';

const text = z.string().check(z.minLength(1));
const note = <T extends z.ZodMiniType>(schema: T, description: string): T => schema.check(z.describe(description));

/** A secret as it is, or where it is kept. */
const secret = z.union(
  [
    text,
    z.strictObject({ env: z.string().check(z.regex(/^[A-Za-z_][A-Za-z0-9_]*$/)) }),
    z.strictObject({ file: text }),
  ],
  { error: 'text, `{ env: NAME }` or `{ file: PATH }`' },
);

const head = {
  name: z.optional(note(z.string().check(z.minLength(1), z.maxLength(60)), 'How it is called in messages')),
  when: z.optional(
    note(z.array(z.enum(NOTIFIED_EVENTS)).check(z.minLength(1)), 'What it is told of; everything when left out'),
  ),
};
const details = z.optional(note(z.boolean(), 'Send the end of what a failed step has printed along; default false'));
const url = note(secret, 'The secret address: https, or http on this machine');
const token = note(secret, 'Sent as `Authorization: Bearer …`');

/** What a receiver of each type may say. */
export const receiverSchemas = {
  terminal: z.strictObject({ type: z.literal('terminal'), ...head }),
  desktop: z.strictObject({ type: z.literal('desktop'), ...head }),
  slack: z.strictObject({ type: z.literal('slack'), ...head, url, details }),
  discord: z.strictObject({ type: z.literal('discord'), ...head, url, details }),
  matrix: z.strictObject({ type: z.literal('matrix'), ...head, homeserver: text, room: text, token, details }),
  ntfy: z.strictObject({ type: z.literal('ntfy'), ...head, url, token: z.optional(token), details }),
  webhook: z.strictObject({ type: z.literal('webhook'), ...head, url, token: z.optional(token), details }),
  'github-issue': z.strictObject({ type: z.literal('github-issue'), ...head }),
  'github-comment': z.strictObject({ type: z.literal('github-comment'), ...head }),
};

export type ReceiverType = keyof typeof receiverSchemas;
export const RECEIVER_TYPES = Object.keys(receiverSchemas) as readonly ReceiverType[];

/** A receiver as it is written, checked. */
export type WrittenReceiver = { readonly [T in ReceiverType]: z.infer<(typeof receiverSchemas)[T]> }[ReceiverType];
export type WrittenSecret = z.infer<typeof secret>;

const { terminal, desktop, slack, discord, matrix, ntfy, webhook } = receiverSchemas;

/** The file `config.yaml` of a person: what the action alone can tell is not part of it. */
const configSchema = z.strictObject({
  notify: z.optional(
    note(
      z.array(z.discriminatedUnion('type', [terminal, desktop, slack, discord, matrix, ntfy, webhook])),
      'Who is told when a workflow says `notify:`',
    ),
  ),
});

/** The JSON Schema (draft 2020-12) of `config.yaml`, for editors. */
export function configJsonSchema(): Record<string, unknown> {
  const { $schema, ...rest } = z.toJSONSchema(configSchema, { target: 'draft-2020-12', reused: 'inline' });
  return {
    $schema,
    $id: 'https://workflow-runner.dev/schema/config.schema.json',
    title: 'workflow-runner configuration of a user',
    description: 'Who is told how a run ended: `~/.config/workflow-runner/config.yaml`.',
    ...rest,
  };
}
