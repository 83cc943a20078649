import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FlakeScene } from './flake-scene.js';
import { oneWorkflow, settingsOf, unitTexts, writeHost, type UnitSettings } from './nixos-host.js';

const scene = new FlakeScene();
afterAll(() => scene.remove());

const documented = readFileSync('docs/nixos.md', 'utf8');
const [, documentedFlake = ''] = /```nix\n([\s\S]*?)```/.exec(documented) ?? [];

/** The units of a host with these settings of the module. */
function unitsWith(settings: string): Readonly<Record<string, UnitSettings>> {
  const texts = unitTexts(scene, `${writeHost(scene, settings)}#nixosConfigurations.host`);
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, settingsOf(scene, text)]));
}

function serviceWith(settings: string): UnitSettings {
  return unitsWith(oneWorkflow(settings))['workflow-runner-one.service'] ?? {};
}

const everyCodeBut4 = Array.from({ length: 255 }, (_, index) => index + 1).filter((code) => code !== 4);
const signals = 'SIGABRT SIGBUS SIGFPE SIGHUP SIGILL SIGINT SIGKILL SIGQUIT SIGSEGV SIGSYS SIGTERM SIGTRAP';
const pathOf = (...more: string[]): string =>
  `"PATH=${['nix', 'git', 'openssh', 'bash', ...more].map((name) => `/nix/store/${name}/bin`).join(':')}"`;

/** What every service is confined by. */
const confined = {
  'Service.AmbientCapabilities': [''],
  'Service.LockPersonality': ['true'],
  'Service.NoNewPrivileges': ['true'],
  'Service.PrivateDevices': ['true'],
  'Service.PrivateTmp': ['true'],
  'Service.ProtectClock': ['true'],
  'Service.ProtectControlGroups': ['true'],
  'Service.ProtectKernelModules': ['true'],
  'Service.ProtectProc': ['invisible'],
  'Service.ProtectSystem': ['strict'],
  'Service.RemoveIPC': ['true'],
  'Service.RestrictAddressFamilies': ['AF_INET', 'AF_INET6', 'AF_NETLINK', 'AF_UNIX'],
  'Service.RestrictRealtime': ['true'],
  'Service.RestrictSUIDSGID': ['true'],
  'Service.SystemCallArchitectures': ['native'],
  'Service.SystemCallErrorNumber': ['EPERM'],
};

/** What bubblewrap does not bear, so that only units that never start it have it. */
const withoutNamespaces = {
  'Service.CapabilityBoundingSet': [''],
  'Service.ProtectHostname': ['true'],
  'Service.ProtectKernelLogs': ['true'],
  'Service.ProtectKernelTunables': ['true'],
  'Service.RestrictNamespaces': ['true'],
  'Service.SystemCallFilter': ['@system-service'],
};

const run = {
  'Unit.Wants': ['network-online.target'],
  'Unit.After': ['network-online.target'],
  'Unit.StartLimitBurst': ['60'],
  'Unit.StartLimitIntervalSec': ['6h'],
  'Service.Type': ['oneshot'],
  'Service.CacheDirectoryMode': ['0700'],
  'Service.KillMode': ['mixed'],
  'Service.Restart': ['on-failure'],
  'Service.RestartPreventExitStatus': [`${everyCodeBut4.join(' ')} ${signals}`],
  'Service.RestartSec': ['5min'],
  'Service.TimeoutStartSec': ['12h'],
  'Service.TimeoutStopSec': ['1min'],
  ...confined,
};

describe('the flake of docs/nixos.md', () => {
  let units: Readonly<Record<string, UnitSettings>>;
  beforeAll(() => {
    const texts = unitTexts(scene, `${scene.userFlake('documented', documentedFlake)}#nixosConfigurations.build-host`);
    units = Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, settingsOf(scene, text)]));
  });

  test('makes a service and a timer of each workflow, and a service that tells of failures', () => {
    expect(Object.keys(units).sort()).toEqual([
      'notify-workflow-runner-phase-1-critical.service',
      'workflow-runner-phase-1-critical.service',
      'workflow-runner-phase-1-critical.timer',
      'workflow-runner-tidy.service',
      'workflow-runner-tidy.timer',
    ]);
  });

  test('has timers with the times, made up for when they were missed', () => {
    expect([units['workflow-runner-phase-1-critical.timer'], units['workflow-runner-tidy.timer']]).toEqual([
      {
        'Unit.Description': ['Schedule of the workflow phase-1-critical'],
        'Timer.OnCalendar': ['Mon 03:00'],
        'Timer.Persistent': ['true'],
        'Timer.RandomizedDelaySec': ['15min'],
      },
      {
        'Unit.Description': ['Schedule of the workflow my-workflow'],
        'Timer.OnCalendar': ['*-*-01 04:30', '*-*-15 04:30'],
        'Timer.Persistent': ['true'],
        'Timer.RandomizedDelaySec': ['1h'],
      },
    ]);
  });

  test('has a service with agents, confined as far as bubblewrap bears', () => {
    expect(units['workflow-runner-phase-1-critical.service']).toEqual({
      ...run,
      'Unit.Description': ['Workflow phase-1-critical on /home/alice/nixos-config'],
      'Unit.OnFailure': ['notify-workflow-runner-phase-1-critical.service'],
      'Service.User': ['alice'],
      'Service.WorkingDirectory': ['/home/alice/nixos-config'],
      'Service.EnvironmentFile': ['/run/secrets/workflow-runner.env'],
      'Service.CacheDirectory': ['workflow-runner/phase-1-critical'],
      'Service.Environment': [
        '"NIX_REMOTE=daemon"',
        pathOf('claude-code'),
        '"XDG_CACHE_HOME=/var/cache/workflow-runner/phase-1-critical"',
      ],
      'Service.ExecStart': [
        '/nix/store/workflow-runner-phase-1-critical-prepare/bin/workflow-runner-phase-1-critical-prepare',
        '"/nix/store/workflow-runner-0.1.0/bin/workflow-runner" "run" "phase-1-critical" "--land" "branch" "--sandbox" "require" "--budget-usd" "5"',
      ],
      'Service.ProtectHome': ['read-only'],
      'Service.ReadWritePaths': ['"/home/alice/nixos-config"'],
      'Service.CapabilityBoundingSet': [''],
      'Service.SystemCallFilter': ['@system-service', '@mount', 'sethostname'],
    });
  });

  test('has a service without agents, confined further', () => {
    expect(units['workflow-runner-tidy.service']).toEqual({
      ...run,
      ...withoutNamespaces,
      'Unit.Description': ['Workflow my-workflow on /srv/config'],
      'Service.User': ['workflow-runner'],
      'Service.WorkingDirectory': ['/srv/config'],
      'Service.CacheDirectory': ['workflow-runner/tidy'],
      'Service.Environment': ['"NIX_REMOTE=daemon"', pathOf(), '"XDG_CACHE_HOME=/var/cache/workflow-runner/tidy"'],
      'Service.ExecStart': [
        '"/nix/store/workflow-runner-0.1.0/bin/workflow-runner" "run" "my-workflow" "--land" "merge" "--sandbox" "off" "--max-concurrent" "2"',
      ],
      'Service.ProtectHome': ['true'],
      'Service.ReadWritePaths': ['"/srv/config"'],
    });
  });

  test('has a service that tells of a failure, and may write nothing', () => {
    const name = 'notify-workflow-runner-phase-1-critical';
    expect(units[`${name}.service`]).toEqual({
      ...confined,
      ...withoutNamespaces,
      'Unit.Description': ['Tells that the workflow phase-1-critical has failed'],
      'Unit.Wants': ['network-online.target'],
      'Unit.After': ['network-online.target'],
      'Service.Type': ['oneshot'],
      'Service.User': ['alice'],
      'Service.EnvironmentFile': ['/run/secrets/workflow-runner.env'],
      'Service.CacheDirectory': ['workflow-runner/phase-1-critical'],
      'Service.CacheDirectoryMode': ['0700'],
      'Service.Environment': [
        '"NIX_REMOTE=daemon"',
        pathOf('claude-code'),
        '"REPOSITORY=/home/alice/nixos-config"',
        '"WORKFLOW=phase-1-critical"',
        '"XDG_CACHE_HOME=/var/cache/workflow-runner/phase-1-critical"',
      ],
      'Service.ExecStart': [`/nix/store/${name}-start/bin/${name}-start`],
      'Service.ProtectHome': ['read-only'],
      'Service.TimeoutStartSec': ['5min'],
    });
  });
});

describe('before the workflow', () => {
  /** A clone of a repository with a commit on `main`, and the first command of a service for it. */
  function prepared(name: string, settings: string) {
    const [origin, clone] = [join(scene.folder, `${name}-origin`), join(scene.folder, name)];
    const git = (cwd: string, ...args: string[]): void => {
      const { status, stderr } = spawnSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b', ...args], { cwd });
      if (status !== 0) throw new Error(stderr.toString());
    };
    const commit = (cwd: string, message: string): void => git(cwd, 'commit', '-q', '--allow-empty', '-m', message);
    git(scene.folder, 'init', '-q', '-b', 'main', origin);
    commit(origin, 'one');
    git(scene.folder, 'clone', '-q', origin, clone);
    const command = scene.build(`${writeHost(scene, oneWorkflow(settings))}#firstCommand`);
    const run = () => spawnSync('sh', [command], { cwd: clone, encoding: 'utf8' });
    const head = (cwd: string): string => spawnSync('git', ['rev-parse', 'HEAD'], { cwd, encoding: 'utf8' }).stdout;
    return { origin, clone, git, commit, run, head };
  }

  test('nothing runs on another branch than the one that was named', () => {
    const { clone, git, run } = prepared('branch', `branch = "it's";`);
    const told = (found: string) => [1, `nothing runs: the checkout is on ${found}, not on it's\n`];
    const answer = () => [run()].map(({ status, stderr }) => [status, stderr])[0];
    expect(answer()).toEqual(told('main'));
    git(clone, 'checkout', '-q', '--detach');
    expect(answer()).toEqual(told('no branch'));
    git(clone, 'switch', '-q', '-c', "it's");
    expect(answer()).toEqual([0, '']);
  });

  test('the checkout is brought up to date, and nothing runs when that would take a merge', () => {
    const { origin, clone, commit, run, head } = prepared('pull', 'pull = true;');
    commit(origin, 'two');
    expect([run().status, head(clone)]).toEqual([0, head(origin)]);
    commit(origin, 'three');
    commit(clone, 'mine');
    const before = head(clone);
    expect([run().status === 0, head(clone)]).toEqual([false, before]);
  });
});

describe('docs/nixos.md', () => {
  test('has a table of the options of a workflow, with their defaults', () => {
    const host = writeHost(scene, oneWorkflow());
    const one = scene.evaluate(`${host}#nixosConfigurations.host.config.services.workflow-runner.workflows.one`);
    const rows = [...documented.matchAll(/^\| `(\w+)` +\| (?:`(.*?)`|its name|) +\| [^|]+\|$/gm)];
    const told = Object.fromEntries(
      rows.map(([, name = '', value]) => [name, value === undefined ? null : asValue(value)]),
    );
    expect({ ...told, workflow: 'one', repository: '/srv/config' }).toEqual(one);
  });
});

/** The value that a literal of Nix means. */
function asValue(literal: string): unknown {
  return JSON.parse(literal.replace(/^\[ \]$/, '[]').replace(/^\{ \}$/, '{}'));
}

describe('the module', () => {
  test('makes nothing while it is not enabled, and nothing of an entry that is not', () => {
    const off = unitsWith('{ workflows.one.repository = "/srv/config"; }');
    expect([off, unitsWith(oneWorkflow('enable = false;'))]).toEqual([{}, {}]);
  });

  test('makes no timer without a schedule', () => {
    expect(Object.keys(unitsWith(oneWorkflow()))).toEqual(['workflow-runner-one.service']);
  });

  test.each([
    { who: 'its own account', settings: '', users: ['workflow-runner'] },
    { who: 'a user that is there', settings: 'user = "alice";', users: [] },
  ])('makes an account only when it is used: $who', ({ settings, users }) => {
    const host = writeHost(scene, oneWorkflow(settings));
    expect(scene.evaluate(`${host}#nixosConfigurations.host.config.users.users`, 'builtins.attrNames')).toEqual(users);
  });

  test('leaves root the capability that bubblewrap needs of it, and no other user any', () => {
    expect(serviceWith('user = "root";')).toMatchObject({ 'Service.CapabilityBoundingSet': ['CAP_SETFCAP'] });
    expect(serviceWith('user = "alice";')).toMatchObject({ 'Service.CapabilityBoundingSet': [''] });
  });

  test('is taken literally by systemd: blanks, quotes, specifiers, variables', () => {
    const flags = String.raw`"--agent-env" "A B\"$HOME %n"`;
    const units = unitsWith(
      `{ enable = true; workflows.one = { repository = "/srv/my config 100%"; extraFlags = [ ${flags} ]; }; }`,
    );
    expect(units['workflow-runner-one.service']).toMatchObject({
      'Service.ExecStart': [expect.stringContaining(String.raw`"--agent-env" "A B\"$$HOME %%n"`)],
      'Service.WorkingDirectory': ['/srv/my config 100%%'],
      'Service.ReadWritePaths': ['"/srv/my config 100%%"'],
    });
  });

  test.each([
    {
      wrong: 'a checkout in the store',
      settings: '{ enable = true; workflows.one.repository = "${self}"; }',
      message:
        /workflows\.one\.repository is .*, in the Nix store, where nothing can be changed: write the path of the checkout/,
    },
    {
      wrong: 'a relative checkout',
      settings: '{ enable = true; workflows.one.repository = "config"; }',
      message:
        /option `services\.workflow-runner\.workflows\.one\.repository' is not of type `string matching the pattern/,
    },
    {
      wrong: 'no checkout',
      settings: '{ enable = true; workflows.one = { }; }',
      message: /option `services\.workflow-runner\.workflows\.one\.repository' was accessed but has no value defined/,
    },
    {
      wrong: 'keys in the store',
      settings: oneWorkflow('environmentFile = "${self}/keys.env";'),
      message: /workflows\.one\.environmentFile is in the Nix store, where everybody can read it/,
    },
    {
      wrong: 'a budget of nothing',
      settings: oneWorkflow('budgetUsd = 0;'),
      message: /workflows\.one\.budgetUsd is 0: it has to be more than 0, or null for no limit/,
    },
    {
      wrong: 'a landing that does not exist',
      settings: oneWorkflow('land = "push";'),
      message: /workflows\.one\.land' is not of type `one of "branch", "merge", "none"'/,
    },
    {
      wrong: 'a workflow that is a path',
      settings: oneWorkflow('workflow = "../evil";'),
      message: /workflows\.one\.workflow' is not of type `string matching the pattern/,
    },
    {
      wrong: 'a name that is no unit',
      settings: '{ enable = true; workflows."my workflow" = { workflow = "x"; repository = "/srv/config"; }; }',
      message: /workflows\.my workflow: the name becomes the name of a unit/,
    },
    {
      wrong: 'a flag that is an option',
      settings: oneWorkflow('extraFlags = [ "--land=merge" ];'),
      message: /workflows\.one\.extraFlags has --land: set `land`/,
    },
    {
      wrong: 'an empty time',
      settings: oneWorkflow('schedule = "";'),
      message: /workflows\.one\.schedule has an empty time/,
    },
  ])('refuses $wrong, and says where and what instead', ({ settings, message }) => {
    expect(() => unitsWith(settings)).toThrow(message);
  });
});

const hasSystemd = spawnSync('systemd-analyze', ['--version']).status === 0;

(hasSystemd ? describe : describe.skip)('systemd-analyze (skipped where it is not installed)', () => {
  /** The units of docs/nixos.md as files, with programs that exist. */
  function unitFiles(): string[] {
    const texts = unitTexts(scene, `${scene.userFlake('analyzed', documentedFlake)}#nixosConfigurations.build-host`);
    const store = `${scene.env['NIX_STORE_DIR'] ?? ''}/`;
    return Object.entries(texts).map(([name, text]) => {
      const file = join(scene.folder, name);
      const lines = text.split('\n').map((line) => line.replace(/^(ExecStart="?)[^" ]*/, '$1/bin/true'));
      expect(text).toContain(name.endsWith('.timer') ? '[Timer]' : `ExecStart=`);
      writeFileSync(file, lines.join('\n').replaceAll(store, '/nix/store/'));
      return file;
    });
  }

  test('has nothing against the units of docs/nixos.md, and finds what they are exposed to OK', () => {
    const files = unitFiles();
    const verified = files.map((file) =>
      spawnSync('systemd-analyze', ['verify', '--man=no', file], { encoding: 'utf8' }),
    );
    expect(verified.map(({ status, stderr }) => [status, stderr])).toEqual(files.map(() => [0, '']));
    const services = files.filter((file) => file.endsWith('.service'));
    const security = ['security', '--offline=true', '--no-pager', '--threshold=31'];
    const exposed = spawnSync('systemd-analyze', [...security, ...services], { encoding: 'utf8' });
    expect([exposed.status, exposed.stderr]).toEqual([0, '']);
  });

  test.each([
    { wrong: 'schedule', settings: 'schedule = "Mon 3:0O";', value: 'Mon 3:0O' },
    { wrong: 'randomizedDelay', settings: 'randomizedDelay = "an hour";', value: 'an hour' },
    { wrong: 'timeout', settings: 'timeout = "12hh";', value: '12hh' },
  ])('fails the build of the system for a $wrong that cannot be read', ({ wrong, settings, value }) => {
    const host = writeHost(scene, oneWorkflow(settings));
    expect(() => scene.build(`${host}#checks`)).toThrow(
      `services.workflow-runner.workflows.one.${wrong}: systemd cannot read '${value}', see systemd.time(7)`,
    );
  });

  test('builds the checks of a system whose times can be read', () => {
    expect(scene.build(`${writeHost(scene, oneWorkflow('schedule = [ "weekly" "Mon 03:00" ];'))}#checks`)).toContain(
      'checks',
    );
  });
});
