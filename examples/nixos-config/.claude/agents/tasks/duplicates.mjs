// Two modules that differ in a few words and in one `let` binding become calls of one function. A word is replaced by
// `${parameter}`, which Nix takes in strings and attribute paths alike. The result counts only if both modules give exactly
// the same function.
const FOLDER = 'modules/applications';

const EDITORS = {
  shared: 'secure-editor/editor.nix',
  variable: 'editor',
  binding: 'vendorSettings',
  twins: [
    { file: 'vscode-secure.nix', words: { title: 'Visual Studio Code', name: 'vscode-secure', package: 'vscode' } },
    { file: 'vscodium-secure.nix', words: { title: 'VSCodium', name: 'vscodium-secure', package: 'vscodium' } },
  ],
};

const BROWSERS = {
  shared: 'private-browser/browser.nix',
  variable: 'browser',
  binding: 'vendorPolicies',
  twins: [
    { file: 'firefox-privacy.nix', words: { title: 'Firefox', name: 'firefox-privacy', package: 'firefox' } },
    { file: 'brave-secure.nix', words: { title: 'Brave', name: 'brave-secure', package: 'brave' } },
  ],
};

/** { header, block, body }: the comment, the binding that differs, and all the rest after the arguments. null if not so. */
function dissect(text, binding) {
  const parts = /^((?:#.*\n)+)\{\n {2}config,\n {2}lib,\n {2}pkgs,\n {2}\.\.\.\n\}:\n\n([^]*)$/.exec(text);
  if (parts === null) return null;
  const block = new RegExp(`  ${binding} = (\\{\\n[^]*?\\n  \\});\\n\\n`).exec(parts[2]);
  if (block === null) return null;
  return { header: parts[1], block: block[1], body: parts[2].replace(block[0], '') };
}

const generalise = (body, words) =>
  Object.entries(words).reduce((text, [parameter, word]) => text.replaceAll(word, `\${${parameter}}`), body);

const sharedText = (family, body) =>
  `# What ${family.twins.map((twin) => twin.file).join(' and ')} have in common.
{
  config,
  lib,
  pkgs,
  name,
  title,
  package,
  ${family.binding},
}:

${body}`;

const twinText = (family, twin, { header, block }) =>
  `${header}{
  config,
  lib,
  pkgs,
  ...
}:

let
  ${family.variable} = import ./${family.shared} {
    inherit config lib pkgs;
    name = "${twin.words.name}";
    title = "${twin.words.title}";
    package = "${twin.words.package}";
    ${family.binding} = ${block.replaceAll('\n', '\n  ')};
  };
in
{
  inherit (${family.variable}) options config;
}
`;

const factorOut = (family) => (workspace) => {
  const names = family.twins.map((twin) => twin.file).join(' and ');
  const texts = family.twins.map((twin) => workspace.read(`${FOLDER}/${twin.file}`));
  if (texts.includes(null)) return { blocked: true, summary: `${names} are not both in ${FOLDER}` };
  if (texts.every((text) => text.includes(`import ./${family.shared} `)))
    return { summary: `${names} share ${family.shared} already` };

  const parts = texts.map((text) => dissect(text, family.binding));
  if (parts.includes(null)) return { blocked: true, summary: `${names} are not laid out as expected` };
  const [first, second] = family.twins.map((twin, at) => generalise(parts[at].body, twin.words));
  if (first !== second)
    return { blocked: true, summary: `${names} differ in more than their names and ${family.binding}` };

  workspace.write(`${FOLDER}/${family.shared}`, sharedText(family, first));
  family.twins.forEach((twin, at) => workspace.write(`${FOLDER}/${twin.file}`, twinText(family, twin, parts[at])));
  return { summary: `${names} share ${FOLDER}/${family.shared}` };
};

export const tasks = {
  'refactor-vscode-vscodium': factorOut(EDITORS),
  'refactor-firefox-brave': factorOut(BROWSERS),
};
