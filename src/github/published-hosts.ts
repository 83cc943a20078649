import * as z from 'zod/mini';
import type { ComparedHosts } from '../report/compared-hosts.js';

const line = z.string().check(z.maxLength(200));

const version = z.object({ name: line, version: line });

const names = z.array(line).check(z.maxLength(50));

const schema = z.object({
  unchanged: z.array(line).check(z.maxLength(2000)),
  changed: z
    .array(
      z.object({
        host: line,
        level: z.enum(['identical', 'reordered', 'different', 'added', 'removed', 'failed']),
        what: z.string().check(z.maxLength(2000)),
        derivations: names,
        derivationCount: z.number(),
        packages: z.object({
          added: z.array(version).check(z.maxLength(50)),
          removed: z.array(version).check(z.maxLength(50)),
          changed: z.array(z.object({ name: line, from: line, to: line })).check(z.maxLength(50)),
          count: z.number(),
        }),
        sizes: z.nullable(z.object({ before: z.number(), after: z.number() })),
      }),
    )
    .check(z.maxLength(2000)),
});

/** Reads the output `hosts` of `validate`; null when it is empty or not that. Shown only, nothing is decided by it. */
export function readHosts(text: string | null): ComparedHosts | null {
  if (text === null) return null;
  try {
    const parsed = schema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
