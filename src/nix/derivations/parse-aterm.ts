import type { Derivation, DerivationOutput } from './derivation.js';

/** A list or tuple, or a string; nested at most `DEEPEST` levels. */
type Term = string | readonly Term[];

/** `Derive([(…)], …)` has three; whatever is deeper is none. */
const DEEPEST = 8;

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

/**
 * Reads the text of a `.drv` file: `Derive(outputs,inputDrvs,inputSrcs,system,builder,args,env)` (Nix: libstore/derivations.cc,
 * `Derivation::unparse`). Null for anything else, dynamic derivations (`DrvWithVersion`) included. Time and memory grow with the text alone.
 */
export function parseAterm(text: string): Derivation | null {
  if (!text.startsWith('Derive(')) return null;
  const fields = new TermReader(text, 'Derive'.length).read();
  if (fields === null || typeof fields === 'string' || fields.length !== 7) return null;
  const [outputs, inputs, sources, system, builder, args, env] = fields;
  const sourceList = strings(sources);
  const argList = strings(args);
  const outputRows = rows(outputs, 4);
  const environment = rows(env, 2);
  if (sourceList === null || argList === null || outputRows === null || environment === null) return null;
  if (typeof system !== 'string' || typeof builder !== 'string' || !isList(inputs)) return null;
  const inputMap = new Map<string, readonly string[]>();
  for (const input of inputs) {
    const [path, names] = isList(input) ? input : [];
    const used = strings(names);
    if (typeof path !== 'string' || used === null) return null;
    inputMap.set(path, used);
  }
  return {
    outputs: new Map(
      outputRows.map(([name = '', path = '', , hash = '']): [string, DerivationOutput] => [name, { path, hash }]),
    ),
    inputs: inputMap,
    sources: sourceList,
    system,
    builder,
    args: argList,
    env: new Map(environment.map(([name = '', value = '']) => [name, value])),
  };
}

function isList(term: Term | undefined): term is readonly Term[] {
  return term !== undefined && typeof term !== 'string';
}

function strings(term: Term | undefined): readonly string[] | null {
  return isList(term) && term.every((one) => typeof one === 'string') ? term : null;
}

function rows(term: Term | undefined, width: number): readonly (readonly string[])[] | null {
  if (!isList(term)) return null;
  const read = term.map(strings);
  return read.every((row) => row?.length === width) ? (read as readonly (readonly string[])[]) : null;
}

/** Reads one term that fills the rest of the text. */
class TermReader {
  readonly #text: string;
  #at: number;

  constructor(text: string, at: number) {
    this.#text = text;
    this.#at = at;
  }

  /** null when the text is not one whole term. */
  read(): Term | null {
    const term = this.#term(0);
    return this.#at === this.#text.length ? term : null;
  }

  #term(depth: number): Term | null {
    const begin = this.#text[this.#at];
    if (begin === '"') return this.#string();
    if (depth > DEEPEST || (begin !== '[' && begin !== '(')) return null;
    return this.#list(begin === '[' ? ']' : ')', depth);
  }

  #list(end: string, depth: number): Term | null {
    const items: Term[] = [];
    this.#at += 1;
    if (this.#text[this.#at] === end) return this.#ended(items);
    for (;;) {
      const item = this.#term(depth + 1);
      if (item === null) return null;
      items.push(item);
      const next = this.#text[this.#at];
      if (next === end) return this.#ended(items);
      if (next !== ',') return null;
      this.#at += 1;
    }
  }

  #ended(items: readonly Term[]): Term {
    this.#at += 1;
    return items;
  }

  #string(): string | null {
    const pieces: string[] = [];
    let from = this.#at + 1;
    const special = /["\\]/g;
    special.lastIndex = from;
    for (let found = special.exec(this.#text); found !== null; found = special.exec(this.#text)) {
      pieces.push(this.#text.slice(from, found.index));
      if (found[0] === '"') {
        this.#at = found.index + 1;
        return pieces.join('');
      }
      const escaped = this.#text[found.index + 1];
      if (escaped === undefined) return null;
      pieces.push(ESCAPES[escaped] ?? escaped);
      from = found.index + 2;
      special.lastIndex = from;
    }
    return null;
  }
}
