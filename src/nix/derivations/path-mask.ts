import { nameAndVersion, nameOfPath, type Derivation } from './derivation.js';
import type { InputPair } from './match-inputs.js';

/** What is needed to know a derivation's own and its inputs' paths in its texts. */
export interface MaskedSide {
  readonly derivation: Derivation;
  readonly pairs: readonly InputPair[];
  readonly side: 'before' | 'after';
  /** Folder of the store, without a slash at its end. */
  readonly storeDir: string;
}

/** Store paths in a text: `<storeDir>/<hash>-<name>`. */
export function storePathPattern(storeDir: string): RegExp {
  return new RegExp(`${storeDir.replaceAll(/[^\w/-]/g, '\\$&')}/[0-9a-df-np-sv-z]{32}-[\\w+\\-.?=]+`, 'g');
}

/**
 * Writes the store paths of a derivation's own outputs, and of inputs that stand for each other, in a form that is the same on both
 * sides. All others stay as they are, those in `common` too: they are on both sides.
 */
export class PathMask {
  readonly #pattern: RegExp;
  readonly #common: ReadonlySet<string>;
  readonly #own = new Map<string, string>();
  readonly #names = new Map<string, string>();

  constructor({ derivation, pairs, side, storeDir }: MaskedSide, common: ReadonlySet<string>) {
    this.#pattern = storePathPattern(storeDir);
    this.#common = common;
    for (const [output, { path }] of derivation.outputs) if (path !== '') this.#own.set(path, `⟨this ${output}⟩`);
    for (const pair of pairs) {
      const name = nameOfPath(pair[side]);
      const shown = pair.isOtherVersion ? nameAndVersion(name).name : name;
      this.#names.set(`${name}.drv`, `⟨${shown}.drv⟩`);
      for (const output of derivation.inputs.get(pair[side]) ?? []) {
        const suffix = output === 'out' ? '' : `-${output}`;
        this.#names.set(`${name}${suffix}`, `⟨${shown}${suffix}⟩`);
      }
    }
  }

  apply(text: string): string {
    return text.replaceAll(this.#pattern, (path) => {
      // a path may be followed by characters that could be part of its name, as at the end of a sentence
      for (let end = path.length; end > 0; end = endBefore(path, end)) {
        const one = path.slice(0, end);
        if (this.#common.has(one)) return path;
        const masked = this.#own.get(one) ?? this.#names.get(fullName(one));
        if (masked !== undefined) return `${masked}${path.slice(end)}`;
      }
      return path;
    });
  }
}

function endBefore(path: string, end: number): number {
  const last = Math.max(...['.', '-', '=', '?', '+'].map((mark) => path.lastIndexOf(mark, end - 1)));
  // not into the hash: the name is what may be shorter
  return last <= path.lastIndexOf('/') + 33 ? 0 : last;
}

function fullName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 34);
}
