import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { notificationReport } from '../../src/commands/notification-report.js';
import { runCommandLine } from '../support/command-door.js';
import { removeFolders, temporaryFolder } from '../support/git-repository.js';
import { RunnerRepository } from '../support/runner-repository.js';
import { newCertificate, status, webhookServer, type WebhookServer } from '../support/webhook-server.js';

const HOOKS = 'on_success: [{ notify: success }]\non_failure: ["echo cleaning", { notify: failure }]\n';
const WORKFLOWS = {
  good: `workflow: good\ntype: sequential\nsteps: [{ id: a, run: echo new > new.txt }]\n${HOOKS}`,
  bad: `workflow: bad\ntype: sequential\nsteps: [{ id: a, run: "cat $HOME/.config/workflow-runner/config.yaml; echo @everyone; exit 3" }]\n${HOOKS}`,
  quiet: 'workflow: quiet\ntype: sequential\nsteps: [{ id: a, run: "exit 3" }]\n',
  slow: `workflow: slow\ntype: sequential\ntimeout_minutes: 1\nsteps: [{ id: a, run: "kill -INT $PPID; sleep 30" }]\n${HOOKS}`,
  dear: `workflow: dear\ntype: sequential\nbudget_usd: 0.01\nsteps: [{ agent: writer, task: write }, { agent: writer, task: write more }]\n${HOOKS}`,
  reads: `workflow: reads\ntype: sequential\nsteps: [{ id: a, run: "grep -zc hidden-value /proc/$PPID/environ; exit 4" }]\n${HOOKS}`,
};

let repository: RunnerRepository;
let server: WebhookServer;

beforeAll(() => {
  repository = RunnerRepository.make(WORKFLOWS, {
    '.claude/agents/writer.md': '---\nname: writer\ndescription: writes\n---\n',
  });
});
beforeEach(async () => {
  server = await webhookServer();
});
afterEach(() => server.close());
afterAll(removeFolders);

const SECRET_PATH = '/services/T00000000/B00000000/s3cretAndLong';

function configure(text: string): string {
  const folder = join(repository.home, '.config/workflow-runner');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'config.yaml'), text);
  return join(folder, 'config.yaml');
}

const slack = (more = ''): string => `notify:\n  - { type: slack, url: "${server.origin}${SECRET_PATH}"${more} }\n`;

describe('a run whose workflow says notify', () => {
  test('tells of its success when it has landed, with what landed', async () => {
    configure(slack());
    const run = await repository.run('good');
    expect([run.code, run.stderr, run.stdout.trimEnd().split('\n').at(-1)]).toEqual([0, '', 'notified: slack']);
    const text = server.requests[0]?.text ?? '';
    expect(text).toContain('good completed');
    expect(text).toContain(`landed on main: ${repository.git('rev-parse', '--short=7', 'HEAD').trim()}`);
    expect(server.requests).toHaveLength(1);
  });

  test('tells of its failure, and shows the secret address nowhere: not what a step printed, nor in files of the run', async () => {
    configure(slack(', details: true'));
    const run = await repository.run('bad');
    expect([run.code, server.requests.length]).toEqual([1, 1]);
    const [request] = server.requests;
    expect(request?.path).toBe(SECRET_PATH);
    expect(request?.text).toContain('failed with exit code 3');
    expect(request?.text).toContain('@\u200beveryone');
    const journal = readFileSync(repository.stateFile('bad', 'journal.jsonl'), 'utf8');
    const logs = await repository.run('logs', 'bad');
    expect(logs.stdout).toContain('type: slack');
    for (const text of [run.stdout, run.stderr, journal, logs.stdout, request?.text ?? '']) {
      expect(text).not.toContain(SECRET_PATH);
      expect(text).not.toContain('s3cretAndLong');
    }
  });

  test('is not affected when nobody can be told: one warning, the same exit code', async () => {
    configure(
      `${slack()}  - { type: ntfy, url: "${server.origin}/topic", name: phone }\n  - { type: desktop, when: [success] }\n`,
    );
    server.answer(status(404, `no ${SECRET_PATH} \u001b[31m`));
    const run = await repository.run('bad');
    expect(run.code).toBe(1);
    expect(run.stderr.trimEnd().split('\n')).toEqual([
      'warning: not everybody could be notified; the run is not affected',
      expect.stringMatching(/^ {2}slack: answered 404: no .*\*\*\*/),
      expect.stringMatching(/^ {2}phone: answered 404/),
    ]);
  });

  test('tells of a pause that nobody asked for, and how to go on', async () => {
    configure(slack());
    const agent = join(repository.home, 'agent');
    const answer = { status: 'done', summary: 'wrote', cost_usd: 5 };
    writeFileSync(agent, `#!/bin/sh\necho x >> written\necho '${JSON.stringify(answer)}'\n`, { mode: 0o755 });
    const run = await repository.run('dear', '--agent-backend', `command:${agent}`, '--sandbox', 'off');
    expect([run.code, server.requests.length]).toEqual([3, 1]);
    expect(server.requests[0]?.text).toMatch(/dear is paused: its budget is spent[^]*workflow-runner dear --resume/);
  });

  test('tells only what a receiver wants to know', async () => {
    configure(slack(', when: [success]'));
    expect((await repository.run('bad')).code).toBe(1);
    expect(server.requests).toEqual([]);
  });

  test('says before it starts that nobody will be told', async () => {
    configure('notify:\n  - { type: slak }\n');
    const run = await repository.run('bad');
    expect(run.stderr).toContain('warning: nobody will be notified: ');
    expect(run.stderr).toContain('config.yaml:2: `type` cannot be `slak` (did you mean `slack`?)');
    expect(run.code).toBe(1);
  });

  test('keeps --json one document', async () => {
    configure(slack());
    const run = await repository.run('bad', '--json');
    expect(JSON.parse(run.stdout)).toMatchObject({ workflow: 'bad', status: 'failed' });
    expect(server.requests).toHaveLength(1);
  });

  test('hides a variable with an address from what a step can read of the runner', async () => {
    configure('notify:\n  - { type: webhook, url: { env: MY_WEBHOOK_URL } }\n');
    const run = await repository.runWith({ MY_WEBHOOK_URL: `${server.origin}/hidden-value` }, 'reads');
    expect([run.code, server.requests.length]).toEqual([1, 1]);
    expect((await repository.run('logs', 'reads')).stdout).toMatch(/\b0$/m);
  });
});

test('a run that a person interrupts, or whose workflow does not say notify, tells nobody', async () => {
  configure(slack());
  expect((await repository.run('slow')).code).toBe(3);
  expect((await repository.run('quiet')).code).toBe(1);
  expect(server.requests).toEqual([]);
});

test('a repository cannot name who is told: neither a file in it nor a key of the workflow', async () => {
  configure('notify: []\n');
  const config = slack();
  writeFileSync(repository.path('config.yaml'), config);
  mkdirSync(repository.path('.config/workflow-runner'), { recursive: true });
  writeFileSync(repository.path('.config/workflow-runner/config.yaml'), config);
  const run = await repository.runWith({ WORKFLOW_RUNNER_CONFIG: repository.path('config.yaml') }, 'bad');
  expect([run.code, server.requests]).toEqual([1, []]);
  expect(run.stderr).toContain('inside the repository that the run is about');
  const named = `workflow: named\ntype: sequential\nsteps: [{ run: "exit 3" }]\non_failure: [{ notify: failure, url: "${server.origin}/x" }]\n`;
  writeFileSync(repository.path('.claude/workflows/named.yaml'), named);
  const refused = await repository.run('named');
  expect([refused.code, server.requests]).toEqual([2, []]);
  expect(refused.stderr).toContain('the only mapping here is `notify: …`');
});

describe('workflow-runner notify', () => {
  test('without a configuration says where to write one, with an example', async () => {
    const home = temporaryFolder();
    const { exitCode, stdout, stderr } = await runCommandLine(home, ['notify']);
    expect([exitCode, stderr]).toEqual([0, '']);
    expect(stdout).toContain(`${home}/.config/workflow-runner/config.yaml is not there`);
    expect(stdout).toContain('type: ntfy');
  });

  test('lists who is told, by their servers alone', async () => {
    configure(`${slack(', name: ops')}  - { type: desktop, when: [failure] }\n`);
    const { stdout, exitCode } = await runCommandLine(repository.root, ['notify'], { env: { HOME: repository.home } });
    expect([exitCode, server.requests]).toEqual([0, []]);
    expect(stdout).toMatch(new RegExp(`ops \\(slack\\) +127\\.0\\.0\\.1:${server.port} +success, failure, paused`));
    expect(stdout).toMatch(/desktop +this machine +failure/);
    expect(stdout).not.toContain('s3cret');
  });

  test('--test sends each of them a message and says what became of it', async () => {
    configure(`${slack(', when: [paused]')}  - { type: webhook, url: "http://127.0.0.1:9/x" }\n`);
    const run = await runCommandLine(repository.root, ['notify', '--test', '--json'], {
      env: { HOME: repository.home },
    });
    expect([run.exitCode, server.requests.length]).toEqual([1, 1]);
    expect(JSON.parse(run.stdout)).toMatchObject({
      receivers: [
        { name: 'slack', type: 'slack', delivered: true, trouble: null },
        {
          name: 'webhook',
          host: '127.0.0.1:9',
          delivered: false,
          trouble: expect.stringContaining('ECONNREFUSED') as unknown,
        },
      ],
    });
  });

  test('--test rings the terminal, and writes no escape sequence where there is none', async () => {
    const env = { HOME: temporaryFolder(), TERM: 'xterm-kitty' };
    const ring = (tty: boolean) => runCommandLine(repository.root, ['notify', '--test'], { env, tty });
    expect((await ring(true)).stderr).toContain('\u0007\u001b]9;workflow-runner: workflow-runner can reach you here');
    expect((await ring(false)).stderr).toBe('notify: workflow-runner can reach you here\n');
  });

  test('refuses a configuration that is not valid, with exit code 2', async () => {
    const path = configure('notify:\n  - { type: slack, url: http://example.org/s3cret }\n  - { typ: x }\n');
    const run = await runCommandLine(repository.root, ['notify'], { env: { HOME: repository.home } });
    expect(run.exitCode).toBe(2);
    expect(run.stderr).toContain(`${path}:2:25`);
    expect(run.stderr).toContain(`${path}:3:5`);
    expect(run.stderr).not.toContain('s3cret');
  });

  test.each([
    { of: 'the server', subject: 'IP:127.0.0.1', code: 0 },
    { of: 'another server', subject: 'DNS:example.org', code: 1 },
  ])('trusts an authority of NODE_EXTRA_CA_CERTS, for $of: exit code $code', async ({ subject, code }) => {
    const tls = newCertificate(subject);
    const secure = await webhookServer(tls);
    configure(`notify:\n  - { type: webhook, url: ${secure.origin}/x }\n`);
    const run = await repository.runWith({ NODE_EXTRA_CA_CERTS: tls.file }, 'notify', '--test');
    await secure.close();
    expect([run.code, secure.requests.length]).toEqual([code, code === 0 ? 1 : 0]);
  });
});

test('the report for doctor has what is configured, and no secret', () => {
  const config = configure(slack());
  const report = notificationReport(repository.root, { env: { HOME: repository.home } });
  expect(report).toMatchObject({
    config,
    exists: true,
    valid: true,
    receivers: [{ type: 'slack', host: `127.0.0.1:${server.port}` }],
  });
  expect(JSON.stringify(report)).not.toContain('s3cret');
});
