import { beforeAll, describe, expect, test } from '@jest/globals';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseNix } from '../../../src/nix/syntax/parse-nix.js';
import { errorLine, errorMessage, isScope, NixParser } from '../../support/nix-parser.js';
import { treeOf } from '../../support/nix-tree-on-disk.js';

const MUTANTS = 240;
const AT_ONCE = 4;

const exampleRoot = fileURLToPath(new URL('../../../examples/nixos-config', import.meta.url));
const sources = readdirSync(exampleRoot, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.nix'))
  .sort()
  .map((path) => readFileSync(join(exampleRoot, path), 'utf8'));

/** What is put in the place of a token, or before it. */
const TOKENS = [
  ...['if', 'then', 'else', 'assert', 'with', 'let', 'in', 'rec', 'inherit', 'or', '{', '}', '[', ']', '(', ')', ';'],
  ...[':', ',', '.', '=', '@', '?', '+', '++', '-', '*', '/', '//', '!', '<', '>', '<=', '==', '!=', '&&', '||', '->'],
  ...['...', '${', '"', "''", 'a', '1', '1.5', '.5', './a', '<a>', '~/a', 'a/b', 'a:b', '$', '#', '/*', '*/', '\\'],
  ...["''$", "'''", '$$', '%', '^', '&', '~'],
];

/** Numbers below a bound, the same ones in every run. */
function sequence(seed: number): (bound: number) => number {
  let state = seed;
  return (bound) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * bound);
  };
}

/** The source with one token removed, doubled, swapped with another, replaced or added. */
function mutant(source: string, random: (bound: number) => number): string {
  const tokens: readonly string[] = source.match(/\s+|[\w'.-]+|''|\$\{|[^]/g) ?? [];
  const at = random(tokens.length);
  const other = random(tokens.length);
  const token = tokens[at] ?? '';
  const addition = TOKENS[random(TOKENS.length)] ?? '';
  switch (random(5)) {
    case 0:
      return tokens.toSpliced(at, 1).join('');
    case 1:
      return tokens.toSpliced(at, 0, token).join('');
    case 2:
      return tokens.toSpliced(at, 1, addition).join('');
    case 3:
      return tokens.toSpliced(at, 0, addition).join('');
    default:
      return tokens
        .with(at, tokens[other] ?? '')
        .with(other, token)
        .join('');
  }
}

interface Verdict {
  readonly source: string;
  /** `accepted`, or the line of the error. */
  readonly ours: string;
  readonly theirs: string;
}

async function verdict(nix: NixParser, path: string, source: string): Promise<Verdict> {
  writeFileSync(path, source);
  const parsed = parseNix(source);
  const { exitCode, stderr } = await nix.parse([path]);
  const accepted = exitCode === 0 || isScope(errorMessage(stderr));
  return {
    source,
    ours: parsed.ok ? 'accepted' : `line ${parsed.error.line}`,
    theirs: accepted ? 'accepted' : `line ${errorLine(stderr) ?? stderr}`,
  };
}

describe('parseNix, compared with nix-instantiate --parse on damaged files', () => {
  let verdicts: readonly Verdict[] = [];
  beforeAll(async () => {
    const nix = await NixParser.find();
    const root = treeOf({});
    const random = sequence(5);
    const mutants = Array.from({ length: MUTANTS }, (_, i) => mutant(sources[i % sources.length] ?? '', random));
    const worker = async (first: number): Promise<Verdict[]> => {
      const found: Verdict[] = [];
      for (let i = first; i < mutants.length; i += AT_ONCE)
        found.push(await verdict(nix, join(root, `${i}.nix`), mutants[i] ?? ''));
      return found;
    };
    verdicts = (await Promise.all(Array.from({ length: AT_ONCE }, (_, i) => worker(i)))).flat();
  });

  test('accepts and rejects the same ones, with the error on the same line', () => {
    expect(verdicts.filter(({ ours, theirs }) => ours !== theirs)).toEqual([]);
  });

  test('meets enough of both kinds for that to mean something', () => {
    const accepted = verdicts.filter(({ theirs }) => theirs === 'accepted').length;
    expect(Math.min(accepted, verdicts.length - accepted)).toBeGreaterThan(MUTANTS / 4);
  });
});
