// Reads the options that a module declares, its own and those of the files in deeper folders that it takes in.
import { dirname, posix } from 'node:path';

const PREFIX = /^ {2}options\.([\w.${}-]+?) = \{$([^]*?)^ {2}\};$/gm;
const MEMBER = /^ {4}([\w-]+) = lib\.mk(?:EnableOption "([^"]*)"|Option \{$([^]*?)^ {4}\});?/gm;
const SINGLE = /^ {2}options\.([\w.${}-]+) = lib\.mk(?:EnableOption "([^"]*)"|Option \{$([^]*?)^ {2}\});?/gm;

const describe = (enable, body) =>
  enable === undefined ? (/^ {4,6}description = "([^"]*)";$/m.exec(body)?.[1] ?? '') : `Whether to enable ${enable}.`;

function declared(text) {
  const singles = [...text.matchAll(SINGLE)].map(([, name, enable, body]) => ({
    name,
    description: describe(enable, body),
  }));
  const grouped = [...text.matchAll(PREFIX)].flatMap(([, prefix, block]) =>
    [...block.matchAll(MEMBER)].map(([, name, enable, body]) => ({
      name: `${prefix}.${name}`,
      description: describe(enable, body),
    })),
  );
  return [...singles, ...grouped];
}

/** [{ name, description }] of a module, sorted by name. */
export function optionsOf(workspace, path) {
  const text = workspace.read(path);
  const own = path.replace(/\.nix$/, '');
  const deeper = [...text.matchAll(/(?:^ {4}|import )(\.\/[\w-]+\/[\w./-]+\.nix)/gm)]
    .map(([, relative]) => posix.join(dirname(path), relative))
    .filter((file) => file.startsWith(`${own}/`) || text.includes('import ./'))
    .map((file) => workspace.read(file))
    .filter((found) => found !== null);
  // A module that calls a shared function gives it the words that stand for ${name} and so on.
  const words = [...text.matchAll(/^ {4}(\w+) = "([^"]*)";$/gm)];
  const filled = words.reduce(
    (all, [, parameter, word]) => all.replaceAll(`\${${parameter}}`, word),
    deeper.join('\n'),
  );
  return declared(`${text}\n${filled}`).sort((a, b) => (a.name < b.name ? -1 : 1));
}
