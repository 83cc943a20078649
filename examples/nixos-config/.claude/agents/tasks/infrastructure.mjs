const HOST_MODULES = /^ {6}sharedModules = \[\n[^]*?^ {6}\];\n\n {6}hostModules = \{\n[^]*?^ {6}\};\n/m;

function extractHostModules(workspace) {
  const flake = workspace.read('flake.nix') ?? '';
  if (flake.includes('import ./hosts/modules.nix'))
    return { summary: 'the lists of modules are in hosts/modules.nix already' };
  const lists = HOST_MODULES.exec(flake)?.[0];
  if (lists === undefined) return { blocked: true, summary: 'flake.nix has no sharedModules and hostModules to move' };
  const text = lists.replaceAll(/^ {4}/gm, '').replaceAll(/^( +)\.\//gm, '$1../');
  workspace.write(
    'hosts/modules.nix',
    `# Which host has which modules. A new host is a name here and a folder beside this file.\n{\n${text}}\n`,
  );
  workspace.write(
    'flake.nix',
    flake.replace(lists, '      inherit (import ./hosts/modules.nix) sharedModules hostModules;\n'),
  );
  return { summary: 'hosts/modules.nix says which host has which modules' };
}

function enhanceCi(workspace) {
  workspace.write(
    '.github/workflows/flake-check.yml',
    `name: flake check
on:
  pull_request:
  push:
    branches: [main]
permissions:
  contents: read
jobs:
  check:
    runs-on: ubuntu-latest
    timeout-minutes: 20
    steps:
      - uses: actions/checkout@v4
      - uses: cachix/install-nix-action@v31
      - run: nix flake check --no-update-lock-file
`,
  );
  return { summary: 'every pull request is checked' };
}

function addDevelopmentTools(workspace) {
  workspace.write(
    'justfile',
    `# Lists the recipes.
default:
    @just --list

# Evaluates and checks everything.
check:
    nix flake check --no-update-lock-file

# Builds a host without switching to it.
build host:
    nix build --no-link --print-out-paths .#nixosConfigurations.{{host}}.config.system.build.toplevel
`,
  );
  workspace.write(
    '.editorconfig',
    'root = true\n\n[*]\nend_of_line = lf\ninsert_final_newline = true\nindent_style = space\nindent_size = 2\n',
  );
  return { summary: 'a justfile and an .editorconfig' };
}

function optimizePerformance(workspace) {
  const path = 'modules/system/nix.nix';
  const text = workspace.read(path);
  if (text?.includes('max-jobs')) return { summary: `${path} is tuned already` };
  const anchor = '      sandbox = true;\n';
  if (!text?.includes(anchor)) return { blocked: true, summary: `${path} is not laid out as expected` };
  const tuned = `      cores = 0;\n      http-connections = 50;\n      max-jobs = "auto";\n      narinfo-cache-negative-ttl = 600;\n`;
  workspace.write(path, text.replace(anchor, `${tuned}${anchor}`));
  return { summary: 'Nix uses all cores and more connections', followUps: ['both hosts change: rebuild them'] };
}

export const tasks = {
  'extract-host-modules': extractHostModules,
  'enhance-ci': enhanceCi,
  'add-development-tools': addDevelopmentTools,
  'optimize-performance': optimizePerformance,
};
