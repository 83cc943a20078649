import { afterAll, describe, expect, test } from '@jest/globals';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { diskReports } from '../../src/commands/doctor/disk-report.js';
import { repositoryOf } from '../../src/commands/doctor/origin.js';
import type { DoctorDocument, GitHubReport } from '../../src/report/doctor-document.js';
import { findProgram } from '../../src/process/environment.js';
import { runCommandLine } from '../support/command-door.js';
import { git } from '../support/git-repository.js';
import { Machine, workflowFile, workflowText } from '../support/machine.js';

const machines: Machine[] = [];
afterAll(() => {
  for (const machine of machines) machine.remove();
});

const PLAIN = { [workflowFile('plain')]: workflowText('plain', '{ id: a, run: "true" }') };
const ASKING = { [workflowFile('asking')]: workflowText('asking', '{ id: a, agent: writer, task: write-it }') };
const FLAKE = { 'flake.nix': '{ outputs = _: { }; }\n' };
const TOKEN = 'ghp_canary1234567890123456789012345678';

function machine(files: Readonly<Record<string, string>>): Machine {
  const made = new Machine(files);
  machines.push(made);
  return made;
}

async function doctor(
  on: Machine,
  env: Readonly<Record<string, string>> = {},
): Promise<{ exitCode: number; document: DoctorDocument; text: string; shown: string }> {
  const all = { ...on.env, ...env };
  const { exitCode, stdout } = await runCommandLine(on.root, ['doctor', '--json'], { env: all });
  const shown = await runCommandLine(on.root, ['doctor'], { env: all });
  return { exitCode, document: JSON.parse(stdout) as DoctorDocument, text: stdout, shown: shown.stdout };
}

/** A Nix that answers what doctor asks, as real versions do; `flags`: what it says to each question. */
const nixThat = ({ store = 'echo "Store URL: daemon"', flakes = 'echo true', settings = '{}' } = {}): string => `
case "$*" in
  --version) echo "nix (Nix) 2.18.1" ;;
  *getFlake*) ${flakes} ;;
  *"store ping"*) ${store} ;;
  *config*) echo '${settings}' ;;
  *) exit 1 ;;
esac`;

describe('doctor and Nix', () => {
  const asNix = async (answers: Parameters<typeof nixThat>[0], files = { ...PLAIN, ...FLAKE }) => {
    const here = machine(files);
    here.addProgram('nix', nixThat(answers));
    return doctor(here);
  };

  test('says which store answered and that flakes are on', async () => {
    const { exitCode, document, shown } = await asNix({});
    expect([exitCode, document.nix]).toMatchObject([0, { ready: true, store: 'daemon', flakes_on: true }]);
    expect(shown).toMatch(/^nix +ok +2\.18\.1, \S+, store daemon, flakes on$/m);
  });

  test('is not satisfied without a store that answers, and says how to start its daemon', async () => {
    const { exitCode, document, shown } = await asNix({ store: 'echo "error: cannot connect to socket" >&2; exit 1' });
    expect([exitCode, document.nix.ready, document.nix.store]).toEqual([1, false, null]);
    expect(shown).toMatch(/^nix +missing .*no store.*\n {4}The store does not answer.*systemctl start nix-daemon/m);
  });

  test('does not fail where flakes are off, and says how to switch them on', async () => {
    const flakes = `echo "error: experimental Nix feature 'nix-command' is disabled" >&2; exit 1`;
    const { exitCode, document, shown } = await asNix({ flakes });
    expect([exitCode, document.nix.flakes_on]).toEqual([0, false]);
    expect(shown).toMatch(/note: flakes are off .*experimental-features = nix-command flakes/);
  });

  test('warns of a user whom the daemon trusts', async () => {
    const { exitCode, document, shown } = await asNix({ store: 'echo "Store URL: daemon"; echo "Trusted: 1" >&2' });
    expect([exitCode, document.nix.trusted_user]).toEqual([0, true]);
    expect(shown).toMatch(/note: the Nix daemon trusts this user, which is as much as root.*trusted-users/);
  });

  test('tells the workflows that need nothing of what is missing', async () => {
    const { exitCode, document, shown } = await doctor(machine({ ...PLAIN, ...ASKING }));
    expect([exitCode, document.ready_workflows]).toEqual([1, ['plain']]);
    expect(shown).toMatch(/Missing for the workflows here: claude\.\nThese need none of it: plain\.\n$/);
  });

  const nix = findProgram('nix', process.env['PATH'] ?? '');
  (nix === null ? test.skip : test)('understands the Nix of this machine (skipped where there is none)', async () => {
    const here = machine({ ...PLAIN, ...FLAKE });
    here.addProgram('nix', `exec '${nix ?? ''}' "$@"`);
    here.addProgram('ldd', 'exec /usr/bin/env -i PATH=/usr/bin:/bin ldd "$@"');
    const { document } = await doctor(here, { NIX_CONFIG: 'experimental-features = nix-command flakes' });
    expect(document.nix).toMatchObject({
      ready: true,
      flakes_on: true,
      store: expect.stringMatching(/^(daemon|local)$/),
    });
  });
});

interface Asked {
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
}

/** Asks doctor with a token before a server that gives one answer to all. */
async function withServer(
  answer: { status?: number; headers?: Record<string, string>; body?: unknown },
  env: Readonly<Record<string, string>> = {},
  origin = 'https://github.com/acme/config.git',
): Promise<{ report: GitHubReport | null; asked: Asked[]; text: string; exitCode: number }> {
  const asked: Asked[] = [];
  const server = createServer(({ url = '', headers }, response) => {
    asked.push({ url, headers });
    response.writeHead(answer.status ?? 200, answer.headers).end(JSON.stringify(answer.body ?? {}));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const api = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const here = machine(PLAIN);
  git(here.root, 'remote', 'add', 'origin', origin);
  const said = await runCommandLine(here.root, ['doctor', '--json'], {
    env: { ...here.env, GITHUB_TOKEN: TOKEN, GITHUB_API_URL: api, ...env },
  });
  await new Promise((done) => server.close(done));
  const document = JSON.parse(said.stdout) as DoctorDocument;
  return { report: document.github, asked, text: said.stdout + said.stderr, exitCode: said.exitCode };
}

describe('doctor and a token of GitHub', () => {
  const writes = { body: { permissions: { push: true } } };

  test('says nothing where there is none', async () => {
    expect((await doctor(machine(PLAIN))).document.github).toBeNull();
  });

  test('asks for the repository of origin once, with the token, and never shows it', async () => {
    const { report, asked, text, exitCode } = await withServer({
      ...writes,
      headers: {
        'x-oauth-scopes': 'repo, workflow',
        'github-authentication-token-expiration': '2027-01-01 00:00:00 UTC',
      },
    });
    expect(asked.map(({ url, headers }) => [url, headers.authorization])).toEqual([
      ['/repos/acme/config', `Bearer ${TOKEN}`],
    ]);
    expect(report).toMatchObject({
      token_variable: 'GITHUB_TOKEN',
      repository: 'acme/config',
      ready: true,
      may_write: true,
      scopes: ['repo', 'workflow'],
      expires: '2027-01-01 00:00:00 UTC',
    });
    expect([exitCode, text.includes(TOKEN)]).toEqual([0, false]);
  });

  test.each([
    {
      what: 'may only read',
      answer: { body: { permissions: { push: false } } },
      found: { ready: false, may_write: false, help: expect.stringContaining('contents: write') },
    },
    { what: 'does not say what it may', answer: { body: { id: 1 } }, found: { ready: true, may_write: null } },
    { what: 'is wrong', answer: { status: 401 }, found: { ready: false, why: 'refused' } },
    {
      what: 'does not see the repository',
      answer: { status: 404 },
      found: { ready: false, why: 'not seen by this token' },
    },
    { what: 'meets a broken server', answer: { status: 502 }, found: { ready: false, why: 'the server answers 502' } },
  ])('a token that $what does not fail it, and is told', async ({ answer, found }) => {
    const { report, exitCode } = await withServer(answer);
    expect([exitCode, report]).toMatchObject([0, found]);
  });

  test('is sent nowhere that the repository names', async () => {
    const { report, asked } = await withServer(writes, {}, 'https://evil.example/acme/config.git');
    expect([asked, report]).toMatchObject([[], { repository: null, why: 'not tried: origin is not on github.com' }]);
  });

  test('is not waited for where nobody answers', async () => {
    const { report } = await withServer(writes, { GITHUB_API_URL: 'http://127.0.0.1:1' });
    expect(report?.why).toBe('no answer from 127.0.0.1:1');
  });
});

test.each([
  ['https://github.com/acme/config.git', 'acme/config'],
  ['https://x-access-token:t@github.com/acme/config/', 'acme/config'],
  ['git@github.com:acme/config', 'acme/config'],
  ['ssh://git@GitHub.com:22/acme/my.config.git', 'acme/my.config'],
  ['https://github.com.evil.example/acme/config', null],
  ['https://evil.example/github.com/acme/config', null],
  ['/srv/git/github.com/config', null],
  ['', null],
])('the address %j is of the repository %j of github.com', (address, repository) => {
  expect(repositoryOf(address, 'github.com')).toBe(repository);
});

describe('doctor and disks', () => {
  const GIB = 1024 ** 3;
  const places = { repository: '/r', cache: '/c', needsStore: false };

  test('are ready with room, or where the system does not say how much', () => {
    const all = [...diskReports(places, () => 5 * GIB), ...diskReports(places, () => null)];
    expect(all.filter(({ ready, help }) => !ready || help !== null)).toEqual([]);
  });

  test('that are full are told each with a way to make room', () => {
    const full = diskReports(places, () => 1024);
    expect(full.slice(0, 2)).toMatchObject([
      { what: 'repository', path: '/r', ready: false, needed: true, help: expect.stringMatching(/room/) },
      { what: 'cache', path: '/c', ready: false, needed: true, help: expect.stringContaining('XDG_CACHE_HOME') },
    ]);
  });

  (existsSync('/nix/store') ? test : test.skip)(
    'count the store only where a workflow needs Nix (skipped without /nix/store)',
    () => {
      const needed = (needsStore: boolean): unknown =>
        diskReports({ ...places, needsStore }, () => 0).find(({ what }) => what === 'store')?.needed;
      expect([needed(true), needed(false)]).toEqual([true, false]);
    },
  );

  test('are there in numbers', async () => {
    const { document } = await doctor(machine(PLAIN));
    expect(document.disk.map(({ free_bytes: free }) => (free ?? 0) > 0)).not.toContain(false);
  });
});

describe('doctor and notifications', () => {
  async function configured(text: string | null): Promise<Awaited<ReturnType<typeof doctor>>> {
    const here = machine(PLAIN);
    const config = join(here.root, '..', 'config');
    mkdirSync(join(config, 'workflow-runner'), { recursive: true });
    if (text !== null) writeFileSync(join(config, 'workflow-runner', 'config.yaml'), text, { mode: 0o600 });
    return doctor(here, { XDG_CONFIG_HOME: config });
  }

  test('names the terminal, which needs no configuration', async () => {
    const { exitCode, shown } = await configured(null);
    expect([exitCode, shown]).toEqual([0, expect.stringMatching(/^notify +ok +terminal/m)]);
  });

  test('says that nobody is told, and where to read how', async () => {
    const { exitCode, shown } = await configured('notify: []\n');
    expect([exitCode, shown]).toEqual([0, expect.stringMatching(/^notify +optional +nobody is told/m)]);
  });

  test('names who is told', async () => {
    const { document, shown } = await configured('notify:\n  - type: desktop\n');
    expect([document.notifications.valid, shown]).toEqual([true, expect.stringMatching(/^notify +ok +desktop/m)]);
  });

  test('does not fail for a configuration that is not valid', async () => {
    const { exitCode, shown } = await configured('notify: 3\n');
    expect([exitCode, shown]).toEqual([0, expect.stringMatching(/^notify +optional .*is not valid, nobody is told/m)]);
  });
});
