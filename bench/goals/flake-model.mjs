// 6: a tree of modules read and parsed, with its import graph, options and what Nix may reach, against Nix's own parser, which
// only parses. One process each. The goal is what a user needs, a thousand files a second and more: that is about four times what
// Nix's parser takes.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { roomAddress } from '../runner.mjs';
import { interleave } from '../statistics.mjs';
import { timedRun } from '../timed-run.mjs';

const FILES = 1_500;
const EXAMPLE = resolve(import.meta.dirname, '../../examples/nixos-config');

export async function measureFlakeModel({ folder, rounds }) {
  const root = join(folder, 'flake');
  const paths = makeModules(root);
  const script = join(folder, 'model.mjs');
  writeFileSync(script, modelScript(root));
  const of = await interleave(
    {
      // the syntax tree that it prints is as large as the files: nobody reads it
      'nix-instantiate --parse': async () =>
        (await timedRun(['sh', '-c', 'exec nix-instantiate --parse "$@" > /dev/null', 'sh', ...paths], { cwd: root }))
          .ms,
      ours: async () => (await timedRun([process.execPath, script], { cwd: root })).ms,
    },
    rounds,
  );
  return [{ id: '6', what: `model of ${FILES} modules`, goal: 4, best: null, unit: 'ms', of }];
}

/** Modules of the example over and over, no two the same, in one flake that imports them all. */
function makeModules(root) {
  const texts = readdirSync(join(EXAMPLE, 'modules'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.nix') && !path.endsWith('default.nix'))
    .sort()
    .map((path) => readFileSync(join(EXAMPLE, 'modules', path), 'utf8'));
  const paths = Array.from({ length: FILES }, (_, i) => `modules/category-${i % 20}/module-${i}.nix`);
  for (const [i, path] of paths.entries()) {
    mkdirSync(join(root, path, '..'), { recursive: true });
    writeFileSync(join(root, path), `# Module ${i}.\n${texts[i % texts.length]}`);
  }
  const imports = paths.map((path) => `./${path}`).join('\n');
  writeFileSync(join(root, 'flake.nix'), `{ outputs = _: { modules = [\n${imports}\n]; }; }\n`);
  return [...paths, 'flake.nix'];
}

function modelScript(root) {
  return `import { NixTree } from ${JSON.stringify(roomAddress('nix/nix-tree'))};
import { flakeModel } from ${JSON.stringify(roomAddress('nix/model/flake-model'))};
const model = flakeModel(NixTree.read(${JSON.stringify(root)}));
for (const [path, { parsed }] of model.tree.files) {
  if (!parsed.ok || !model.reachability().isPossible(path)) throw new Error(path);
  model.optionsOf(path);
}
`;
}
