// Other runners, to be measured beside ours. Packages are installed into a temporary folder with exact versions; programs of
// the machine (make, ninja) take part when they are there.
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const PACKAGES = { wireit: '0.14.13', zx: '8.8.5', concurrently: '10.0.7' };

/**
 * Installs what can be installed. A peer has a `name`, says what it `persists`, and prepares a folder for commands to run in a
 * `chain`, or side by side with a limit (`fanOut`); both answer the command line and what the environment needs besides.
 */
export function installPeers(folder) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{"private":true}');
  const wanted = Object.entries(PACKAGES).map(([name, version]) => `${name}@${version}`);
  const flags = ['--ignore-scripts', '--no-audit', '--no-fund', '--silent', '--save-exact'];
  const npm = spawnSync('npm', ['install', ...flags, ...wanted], { cwd: folder, encoding: 'utf8' });
  if (npm.status !== 0) console.error(`npm packages take no part: ${(npm.stderr || npm.stdout).trim().slice(-300)}`);
  const packages = npm.status === 0 ? [wireit(folder), zx(folder), concurrently(folder)] : [];
  return [...packages, ...[make(folder), ninja(folder)].filter(({ name }) => isInstalled(name.split(' ')[0]))];
}

function isInstalled(program) {
  return spawnSync(program, ['--version']).status === 0;
}

function versionOf(program) {
  return /\d+\.\d+[.\d]*/.exec(spawnSync(program, ['--version'], { encoding: 'utf8' }).stdout ?? '')?.[0] ?? '';
}

function inFolder(folder, name) {
  const path = join(folder, name);
  mkdirSync(path, { recursive: true });
  return path;
}

function wireit(folder) {
  const prepare = (name, commands, dependencies) => {
    const cwd = inFolder(folder, name);
    const entries = commands.map((command, index) => [`s${index + 1}`, { command, ...dependencies(index) }]);
    const all = commands.map((_, index) => `s${index + 1}`);
    const scripts = Object.fromEntries([...all, 'all'].map((script) => [script, 'wireit']));
    const tasks = { ...Object.fromEntries(entries), all: { dependencies: all } };
    writeFileSync(join(cwd, 'package.json'), JSON.stringify({ private: true, scripts, wireit: tasks }));
    return cwd;
  };
  const env = { WIREIT_CACHE: 'none', WIREIT_LOGGER: 'simple' };
  return {
    name: `wireit ${PACKAGES.wireit}`,
    persists: 'files, not synced',
    chain: (commands) => {
      const cwd = prepare('wireit-chain', commands, (index) => (index === 0 ? {} : { dependencies: [`s${index}`] }));
      return { argv: ['npm', 'run', '--silent', `s${commands.length}`], cwd, env };
    },
    fanOut: (commands, limit) => {
      const cwd = prepare(`wireit-${limit}`, commands, () => ({}));
      return { argv: ['npm', 'run', '--silent', 'all'], cwd, env: { ...env, WIREIT_PARALLEL: String(limit) } };
    },
  };
}

function zx(folder) {
  const script = (name, commands, limit) => {
    const cwd = inFolder(folder, name);
    // Written out, as a person would write it: one shell a command.
    const lines = [
      '$.verbose = false;',
      `const commands = [${commands.map((command) => `() => $\`${command}\``).join(', ')}];`,
      'const worker = async () => { for (let run = commands.shift(); run; run = commands.shift()) await run(); };',
      `await Promise.all(Array.from({ length: ${limit} }, worker));`,
    ];
    writeFileSync(join(cwd, 'run.mjs'), lines.join('\n'));
    return { argv: [process.execPath, join(folder, 'node_modules/zx/build/cli.js'), 'run.mjs'], cwd, env: {} };
  };
  return {
    name: `zx ${PACKAGES.zx}`,
    persists: 'nothing',
    chain: (commands) => script('zx-chain', commands, 1),
    fanOut: (commands, limit) => script(`zx-${limit}`, commands, limit),
  };
}

function concurrently(folder) {
  const command = (commands, limit) => {
    const bin = join(folder, 'node_modules/concurrently/dist/bin/index.js');
    return { argv: [process.execPath, bin, '-m', String(limit), ...commands], cwd: folder, env: {} };
  };
  return {
    name: `concurrently ${PACKAGES.concurrently}`,
    persists: 'nothing',
    chain: (commands) => command(commands, 1),
    fanOut: (commands, limit) => command(commands, limit),
  };
}

function make(folder) {
  const prepare = (name, commands, chained) => {
    const cwd = inFolder(folder, name);
    const targets = commands.map((command, index) => {
      const before = chained && index > 0 ? `s${index}` : '';
      return `s${index + 1}: ${before}\n\t@sh -c '${command}'\n`;
    });
    const all = `all: ${commands.map((_, index) => `s${index + 1}`).join(' ')}\n`;
    writeFileSync(join(cwd, 'Makefile'), `${all}${targets.join('')}`);
    return cwd;
  };
  return {
    name: `make ${versionOf('make')}`,
    persists: 'nothing',
    chain: (commands) => ({ argv: ['make', '-s'], cwd: prepare('make-chain', commands, true), env: {} }),
    fanOut: (commands, limit) => {
      return { argv: ['make', '-s', `-j${limit}`], cwd: prepare('make-fan', commands, false), env: {} };
    },
  };
}

function ninja(folder) {
  const prepare = (name, commands, chained) => {
    const cwd = inFolder(folder, name);
    const edges = commands.map((command, index) => {
      const before = chained && index > 0 ? ` s${index}` : '';
      return `build s${index + 1}: run${before}\n  c = ${command.replaceAll('$', '$$')}\n`;
    });
    writeFileSync(join(cwd, 'build.ninja'), `rule run\n  command = $c\n${edges.join('')}`);
    return cwd;
  };
  return {
    name: `ninja ${versionOf('ninja')}`,
    persists: 'a log, not synced',
    chain: (commands) => ({ argv: ['ninja', '--quiet'], cwd: prepare('ninja-chain', commands, true), env: {} }),
    fanOut: (commands, limit) => {
      return { argv: ['ninja', '--quiet', `-j${limit}`], cwd: prepare('ninja-fan', commands, false), env: {} };
    },
    plan: (commands) => {
      const cwd = prepare('ninja-plan', commands, true);
      return { argv: ['ninja', '-n'], cwd, env: {} };
    },
  };
}
