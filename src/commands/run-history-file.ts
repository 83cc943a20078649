import type { z } from 'zod';
import { readFileBounded } from '../files/read-file-bounded.js';
import { runHistorySchema, type RunHistory } from '../report/review/run-history.js';

const MAX_BYTES = 32 * 1024 * 1024;

/** The history in `file`; null when there is none or it is damaged. */
export function readHistory(file: string): RunHistory | null {
  return readDocument(file, runHistorySchema).value;
}

/** A JSON document that anybody may have written; `damaged` when it is there and not what the schema says. */
export function readDocument<T>(file: string, schema: z.ZodType<T>): { value: T | null; damaged: boolean } {
  const bytes = readFileBounded(file, MAX_BYTES);
  if (!bytes.ok) return { value: null, damaged: bytes.error.reason !== 'missing' };
  try {
    const parsed = schema.safeParse(JSON.parse(bytes.value.toString('utf8')));
    return parsed.success ? { value: parsed.data, damaged: false } : { value: null, damaged: true };
  } catch {
    return { value: null, damaged: true };
  }
}
