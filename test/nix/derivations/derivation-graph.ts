import type { DerivationStore } from '../../../src/nix/derivations/derivation-store.js';
import type { Derivation, ReadDerivation } from '../../../src/nix/derivations/derivation.js';

/** `/s/<hash>-<name>.drv` with a hash that is made of the key. */
export function storePath(name: string, key: string): string {
  return `/s/${Buffer.from(key).toString('hex').slice(-32).padStart(32, '0').replaceAll('e', 'z')}-${name}`;
}

/** A derivation to come; its path depends on `key`, in reality on all that it says. */
export interface Node {
  readonly name: string;
  readonly key: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly inputs?: readonly Node[];
  readonly hash?: string;
  readonly out?: string;
}

export const drvPath = ({ name, key }: Node): string => `${storePath(name, key)}.drv`;
export const outPath = ({ name, key, out }: Node): string => out ?? storePath(name, `${key}o`);

/** A store with these graphs, in which these are built; the closure of the first has 100 bytes, each next one a byte more. */
export function storeOf(
  tops: readonly Node[],
  built: readonly Node[] = [],
): DerivationStore & { readonly read: { count: number } } {
  const sizes = new Map(built.map((node, index) => [outPath(node), 100 + index]));
  return {
    read: readerOf(...tops),
    closureSizes: (outputs) => Promise.resolve(new Map([...sizes].filter(([path]) => outputs.includes(path)))),
  };
}

/** Reads the derivations of these graphs, and counts how many were read. */
function readerOf(...tops: readonly Node[]): ReadDerivation & { count: number } {
  const known = new Map<string, Derivation>();
  const open = [...tops];
  for (const node of open) {
    if (known.has(drvPath(node))) continue;
    known.set(drvPath(node), derivationOf(node));
    open.push(...(node.inputs ?? []));
  }
  const read = (path: string): Promise<Derivation | null> => {
    read.count += 1;
    return Promise.resolve(known.get(path) ?? null);
  };
  read.count = 0;
  return read;
}

function derivationOf(node: Node): Derivation {
  return {
    outputs: new Map([['out', { path: outPath(node), hash: node.hash ?? '' }]]),
    inputs: new Map((node.inputs ?? []).map((input) => [drvPath(input), ['out']])),
    sources: [],
    system: 'x86_64-linux',
    builder: '/bin/sh',
    args: [],
    env: new Map(
      Object.entries({ out: outPath(node), parts: (node.inputs ?? []).map(outPath).join(' '), ...node.env }),
    ),
  };
}
