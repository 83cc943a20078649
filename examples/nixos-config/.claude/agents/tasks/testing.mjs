// Looks at what a check would trip over. The evidence itself is the runner's: it runs `nix flake check` on the exact tree.
import { dirname, posix } from 'node:path';

const pathsIn = (text) =>
  [...text.replaceAll(/^\s*#.*$/gm, '').matchAll(/(?<![\w$"/.])(\.{1,2}\/[\w./-]*\w)(?!["\w]*\$\{)/g)].map(
    (match) => match[1],
  );

/** Relative paths of Nix files that lead nowhere, as texts. */
function brokenPaths(workspace) {
  const files = ['flake.nix', 'checks.nix', ...workspace.filesBelow('modules'), ...workspace.filesBelow('hosts')];
  return files
    .filter((file) => file.endsWith('.nix'))
    .flatMap((file) =>
      pathsIn(workspace.read(file) ?? '')
        .map((path) => posix.join(dirname(file), path))
        .filter((path) => !path.startsWith('..') && !workspace.exists(path))
        .map((path) => `${file} names ${path}, which does not exist`),
    );
}

function runFlakeCheck(workspace) {
  if (!workspace.exists('flake.nix')) return { blocked: true, summary: 'there is no flake.nix' };
  const broken = brokenPaths(workspace);
  return {
    summary: broken.length === 0 ? 'every path in the Nix files exists' : `${broken.length} paths lead nowhere`,
    followUps: broken,
  };
}

function runAllTests(workspace) {
  const answer = runFlakeCheck(workspace);
  if (answer.blocked) return answer;
  const checks = [...(workspace.read('checks.nix') ?? '').matchAll(/^ {2}([\w-]+) = /gm)]
    .map((match) => match[1])
    .filter((name) => !['expectNone', 'each', 'publicPorts'].includes(name));
  return { summary: `${answer.summary}; the flake has the checks ${checks.join(', ')}`, followUps: answer.followUps };
}

const TESTS = `# Further checks, on what the hosts have become.
{
  lib,
  hosts,
  expectNone,
}:

let
  each = f: lib.concatLists (lib.mapAttrsToList f hosts);
in
{
  users = expectNone "users" (
    each (
      name: config:
      lib.concatLists (
        lib.mapAttrsToList (
          user: settings:
          lib.optional (
            settings.isNormalUser && settings.hashedPasswordFile == null
          ) "\${name}: \${user} has no hashedPasswordFile"
        ) config.users.users
      )
    )
  );

  sudo = expectNone "sudo" (
    each (name: config: lib.optional (!config.security.sudo.wheelNeedsPassword) "\${name}: sudo asks for no password")
  );
}
`;

function createTestInfrastructure(workspace) {
  const checks = workspace.read('checks.nix');
  if (checks === null || !checks.endsWith('\n}\n')) {
    const there = checks?.includes('import ./tests');
    return there
      ? { summary: 'the tests are there already' }
      : { blocked: true, summary: 'checks.nix is missing or does not end in an attribute set' };
  }
  workspace.write('tests/default.nix', TESTS);
  workspace.write('checks.nix', `${checks}// import ./tests { inherit lib hosts expectNone; }\n`);
  return { summary: 'tests/default.nix adds the checks users and sudo' };
}

export const tasks = {
  'run-flake-check': runFlakeCheck,
  'run-all-tests': runAllTests,
  'create-test-infrastructure': createTestInfrastructure,
};
