import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseReceivers } from '../../src/notify/parse-receivers.js';
import { resolveReceivers } from '../../src/notify/resolve-receivers.js';
import { readUserConfig, type UserConfig } from '../../src/notify/user-config.js';
import { removeFolders, temporaryFolder } from '../support/git-repository.js';

let home: string;
let env: Record<string, string>;
beforeEach(() => {
  home = temporaryFolder();
  env = { HOME: home };
});
afterAll(removeFolders);

const place = (): string => join(home, '.config/workflow-runner/config.yaml');

function write(text: string, path = place()): string {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  return path;
}

function read(text: string, checkout: string | null = null): UserConfig {
  write(text);
  return readUserConfig(env, checkout);
}

const told = ({ diagnostics }: UserConfig): string[] =>
  diagnostics.map(
    ({ location, message, help = '' }) => `${location.line ?? 0}:${location.column ?? 0} ${message} (${help})`,
  );

describe('the configuration of a user', () => {
  test('without a file tells the terminal alone', () => {
    expect(readUserConfig(env, null)).toMatchObject({
      path: place(),
      exists: false,
      receivers: [{ type: 'terminal' }],
    });
  });

  test('with an empty file or list tells nobody', () => {
    for (const text of ['', '# nothing yet\n', 'notify: []\n', 'notify:\n'])
      expect(read(text)).toMatchObject({ exists: true, receivers: [], diagnostics: [] });
  });

  test('names receivers, with secrets from the text, the environment and files', () => {
    env['SLACK_WEBHOOK_URL'] = 'https://hooks.slack.com/services/T00000000/B00000000/abcdef';
    const token = write('tk_secret\n', join(home, 'token'));
    symlinkSync(token, join(home, 'link'));
    const config = read(`notify:
  - { type: slack, url: { env: SLACK_WEBHOOK_URL }, when: [failure, paused], name: ops }
  - { type: ntfy, url: https://ntfy.sh/topic, token: { file: ~/link } }
  - { type: matrix, homeserver: https://matrix.example, room: "!a:b", token: matrix-token, details: true }
  - { type: webhook, url: "http://127.0.0.1:9/x" }
`);
    expect(config.diagnostics).toEqual([]);
    expect(config.receivers).toMatchObject([
      { type: 'slack', name: 'ops', when: ['failure', 'paused'], token: null, details: false },
      { type: 'ntfy', name: 'ntfy', token: 'tk_secret' },
      { type: 'matrix', room: '!a:b', token: 'matrix-token', details: true },
      { type: 'webhook' },
    ]);
    expect(config.secrets).toEqual([
      'https://hooks.slack.com/services/T00000000/B00000000/abcdef',
      '/services/T00000000/B00000000/abcdef',
      'https://ntfy.sh/topic',
      'tk_secret',
      'matrix-token',
      'http://127.0.0.1:9/x',
    ]);
  });

  test('is where XDG_CONFIG_HOME or WORKFLOW_RUNNER_CONFIG say', () => {
    env['XDG_CONFIG_HOME'] = join(home, 'xdg');
    write('notify: [{ type: desktop }]', join(home, 'xdg/workflow-runner/config.yaml'));
    expect(readUserConfig(env, null).receivers).toMatchObject([{ type: 'desktop' }]);
    env['WORKFLOW_RUNNER_CONFIG'] = write('notify: [{ type: terminal }]', join(home, 'mine.yaml'));
    expect(readUserConfig(env, null).receivers).toMatchObject([{ type: 'terminal' }]);
    env['WORKFLOW_RUNNER_CONFIG'] = join(home, 'missing.yaml');
    expect(told(readUserConfig(env, null))).toEqual([
      '0:0 it cannot be read (ENOENT) (check the path and its permissions)',
    ]);
  });

  test('is not used from inside of the repository that a run is about, links or not', () => {
    const inside = write('notify: [{ type: desktop }]', join(home, 'repo/config.yaml'));
    const checkout = join(home, 'repo');
    for (const named of [inside, join(home, 'link.yaml')]) {
      if (named !== inside) symlinkSync(inside, named);
      const config = readUserConfig({ ...env, WORKFLOW_RUNNER_CONFIG: named }, checkout);
      expect([config.receivers, told(config)[0]]).toEqual([[], expect.stringContaining('inside the repository')]);
    }
    mkdirSync(join(home, 're'));
    expect(readUserConfig({ ...env, WORKFLOW_RUNNER_CONFIG: inside }, join(home, 're')).receivers).toHaveLength(1);
  });

  test('is not used when others may write it', () => {
    chmodSync(write('notify: [{ type: desktop }]'), 0o666);
    expect(told(readUserConfig(env, null))[0]).toContain('others may write it');
  });

  test('is not used when it is no file, or none of its size', () => {
    mkdirSync(place(), { recursive: true });
    expect(readUserConfig(env, null)).toMatchObject({ receivers: [], diagnostics: [{ code: 'config-not-used' }] });
  });

  test.each([
    ['notify:\n  - { type: slak, url: x }\n', '2:13 `type` cannot be `slak` (did you mean `slack`?)'],
    ['notify:\n  - { url: x }\n', '2:5 the key `type` is missing (one of terminal, desktop'],
    ['notify:\n  - slack\n', '2:5 this is no mapping (write who is told as `- type: desktop`)'],
    ['notify: { type: slack }\n', '1:9 there is no list below `notify:`'],
    ['- type: desktop\n', '1:1 there is no list below `notify:`'],
    ['notfy: []\n', '1:1 unknown key `notfy` (did you mean `notify`?)'],
    ['notify:\n  - { type: slack }\n', '2:7 the key `url` is missing'],
    [
      'notify:\n  - { type: matrix, url: x, homeserver: https://a.example, room: "!a", token: x }\n',
      'for matrix it is `homeserver:`',
    ],
    [
      'notify:\n  - { type: desktop, when: [always] }\n',
      'cannot be `always` (allowed: `success`, `failure`, `paused`)',
    ],
    ['notify:\n  - { type: slack, url: { envv: X } }\n', 'unknown key `envv` (did you mean `env`?)'],
    [
      'notify:\n  - { type: slack, url: [a] }\n',
      '`url` is a list (expected text, `{ env: NAME }` or `{ file: PATH }`)',
    ],
    ['notify:\n  - { type: slack, url: { env: NOT_SET } }\n', '2:25 the variable NOT_SET is not set'],
    ['notify:\n  - { type: slack, url: { file: /nowhere } }\n', 'the file /nowhere cannot be used: ENOENT'],
    ['notify:\n  - { type: slack, url: { file: here } }\n', 'named from the root or from home'],
    ['notify:\n  - { type: slack, url: http://example.org/x }\n', '2:25 only https is used'],
    ['notify:\n  - { type: slack, url: "http://127.0.0.1.evil.example/x" }\n', 'only https is used'],
    ['notify:\n  - { type: slack, url: "file:///etc/passwd" }\n', 'only https is used'],
    ['notify:\n  - { type: slack, url: hooks.slack.com/x }\n', 'this is no address'],
    [
      'notify:\n  - { type: webhook, url: "https://a:b@example.org/" }\n',
      'a user and a password in the address are not sent',
    ],
    ['notify:\n  - { type: ntfy, url: https://ntfy.sh }\n', 'does not name a topic'],
    ['notify:\n  - { type: webhook, url: https://a.example, token: "a\\nb" }\n', 'characters that no header can hold'],
    [
      'notify:\n  - { type: matrix, homeserver: https://a.example, room: "#a:b", token: x }\n',
      'this is no id of a room',
    ],
    ['notify:\n  - { type: github-issue }\n', 'GitHub is told by the action alone'],
    ['notify: [\n', 'not valid YAML'],
    ['notify: []\n---\nnotify: []\n', 'a second YAML document begins here (remove the line `---`'],
  ])('%j is refused with its place and a way out', (text, wanted) => {
    const config = read(text);
    expect([config.receivers, told(config)]).toEqual([[], [expect.stringContaining(wanted)]]);
  });

  test('tells what is wrong without the line of the text, which may hold a secret', () => {
    const config = read(
      'notify:\n  - { type: slack, url: http://example.org/s3cret, detials: true }\n  - { type: ntfy, url: "s3cret" }\n',
    );
    expect(config.diagnostics.length).toBeGreaterThan(0);
    expect(JSON.stringify(config.diagnostics)).not.toContain('s3cret');
  });
});

describe('the list in the input of the action', () => {
  test('may name GitHub, and is the list itself', () => {
    const { receivers, diagnostics } = parseReceivers(
      '- type: github-issue\n- type: github-comment\n  when: [success]\n',
      'notify',
      { whole: true },
    );
    expect(diagnostics).toEqual([]);
    expect(resolveReceivers(receivers, {})).toMatchObject({
      ok: true,
      value: [{ type: 'github-issue' }, { when: ['success'] }],
    });
  });

  test('that is no list is refused', () => {
    const { receivers, diagnostics } = parseReceivers('type: desktop', 'notify', { whole: true });
    expect([receivers, diagnostics[0]?.message]).toEqual([[], 'this is no list']);
  });
});
