import { parse } from 'yaml';
import { z } from 'zod';
import { err, ok, type Result } from '../../base/result.js';
import type { PlainValue } from '../../nix/syntax/plain-value.js';
import { fitsType, parseOptionType } from './option-type.js';
import type { OptionSpec } from './module-text.js';

const NAME = /^[A-Za-z_][A-Za-z0-9_-]*$/;
/** Beyond this, a file describes no modules that a person asked for. */
const MOST_MODULES = 200;
const MOST_LEVELS = 10;

const oneLine = z
  .string()
  .min(1)
  .max(500)
  .refine((text) => !/\p{Cc}/u.test(text), 'must be one line without control characters');
const identifier = z.string().max(100).regex(NAME, 'must be a name of letters, digits, "-" and "_"');
const dottedName = z
  .string()
  .max(200)
  .refine((text) => text.split('.').every((name) => NAME.test(name)), 'must be names joined by dots');

const plainValue: z.ZodType<PlainValue> = z
  .json()
  .refine((value) => isShallow(value, MOST_LEVELS), `must not nest more than ${MOST_LEVELS} levels`);

const optionShape = z.strictObject({
  name: identifier,
  /** As in `lib.types`: `bool`, `listOf str`, `enum [ "a" "b" ]`. */
  type: z.string().min(1),
  /** Left out: the option must be set. */
  default: plainValue.optional(),
  description: oneLine,
});

/** What one module is described by; all but the name has a default that is taken from the tree. */
export const moduleShape = {
  name: z.string().max(200).optional(),
  category: z.string().max(200).optional(),
  path: z.string().max(500).optional(),
  prefix: dottedName.optional(),
  kind: z.enum(['service', 'program', 'plain']).optional(),
  description: oneLine.optional(),
  package: dottedName.optional(),
  options: z.array(optionShape).max(200).default([]),
};

export type ModuleRequest = z.output<z.ZodObject<typeof moduleShape>>;

const fileShape = z.union([
  z.array(z.strictObject(moduleShape)).max(MOST_MODULES),
  z
    .strictObject({ modules: z.array(z.strictObject(moduleShape)).max(MOST_MODULES) })
    .transform(({ modules }) => modules),
]);

/** Reads a JSON or YAML text that lists modules, with `modules:` around the list or without; or says what is wrong with it. */
export function parseRequests(text: string): Result<readonly ModuleRequest[], string> {
  let value: unknown;
  try {
    value = parse(text, { maxAliasCount: 0, logLevel: 'error' });
  } catch (error) {
    return err(error instanceof Error ? (error.message.split('\n')[0] ?? '') : 'is no YAML');
  }
  // what follows looks at values level by level, and a hostile file has many
  if (!isShallow(value, MOST_LEVELS + 5)) return err('nests too deeply');
  const checked = fileShape.safeParse(value);
  if (checked.success) return ok(checked.data);
  const whole = Array.isArray(value)
    ? z.array(z.strictObject(moduleShape))
    : z.strictObject({ modules: z.array(z.strictObject(moduleShape)) });
  const [issue] = whole.safeParse(value).error?.issues ?? checked.error.issues;
  return err(issue === undefined ? 'is no list of modules' : `${issue.path.join('.') || 'the file'}: ${issue.message}`);
}

/** The options with their types read, or what is wrong with each that cannot be. `reserved` are names that the module has anyway. */
export function optionSpecs(
  requested: ModuleRequest['options'],
  reserved: readonly string[],
): { readonly specs: readonly OptionSpec[]; readonly problems: readonly string[] } {
  const specs: OptionSpec[] = [];
  const problems: string[] = [];
  const seen = new Set(reserved);
  for (const { name, type: text, default: value, description } of requested) {
    const type = parseOptionType(text);
    if (seen.has(name)) problems.push(`option ${name} is there already`);
    else if (!type.ok) problems.push(`option ${name}: type ${JSON.stringify(text)} ${type.error}`);
    else if (value !== undefined && !fitsType(type.value, value))
      problems.push(`option ${name}: the default ${JSON.stringify(value)} is not of type ${JSON.stringify(text)}`);
    else specs.push({ name, type: type.value, default: value, description });
    seen.add(name);
  }
  return { specs, problems };
}

function isShallow(value: unknown, levels: number): boolean {
  let level: readonly unknown[] = [value];
  for (let depth = 0; depth < levels; depth += 1) {
    level = level.flatMap((one) => (typeof one === 'object' && one !== null ? (Object.values(one) as unknown[]) : []));
    if (level.length === 0) return true;
  }
  return false;
}
