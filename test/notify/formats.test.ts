import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { runProcess } from '../../src/process/spawn.js';
import { deliver } from '../../src/notify/deliver.js';
import type { Notification } from '../../src/report/notification.js';
import { notification, webReceiver } from '../support/notification.js';
import { webhookServer, type ReceivedRequest, type WebhookServer } from '../support/webhook-server.js';

/** Everything that one of the services would obey, in every text of strangers. */
const HOSTILE =
  '@everyone @here <!channel> <@U123> <https://evil.example|click> [click](https://evil.example) www.evil.example ' +
  '</pre><script>alert(1)</script><b>"\'&amp; ```*_~|>#\\ \u202e\u001b[31m\u0007\r\n::error::x {{a}} ${b} javascript:alert(1)';
const TYPES = ['slack', 'discord', 'matrix', 'ntfy', 'webhook'] as const;
type Type = (typeof TYPES)[number];

let server: WebhookServer;
beforeAll(async () => {
  server = await webhookServer();
});
afterAll(() => server.close());

async function sent(type: Type, message: Notification, details = true): Promise<ReceivedRequest> {
  const path = {
    slack: '/services/T/B/x',
    discord: '/api/webhooks/1/x',
    matrix: '/',
    ntfy: '/alerts',
    webhook: '/hook',
  };
  const receiver = webReceiver(type, `${server.origin}${path[type]}`, { details, token: 't0ken' });
  const world = { env: {}, signal: new AbortController().signal, runProcess, tellTerminal: () => undefined };
  expect(await deliver(message, [receiver], world)).toEqual([{ receiver, trouble: null }]);
  const received = server.requests.at(-1);
  if (received === undefined) throw new Error('nothing arrived');
  return received;
}

const hostile = notification({
  title: HOSTILE,
  lines: [HOSTILE, HOSTILE],
  details: [HOSTILE, '```', '``` ````'],
  place: HOSTILE,
  failures: [{ where: HOSTILE, reason: 'command-failed', message: HOSTILE }],
});
const LINK = { label: 'Workflow run', url: 'https://github.com/a/b/actions/runs/1' };

describe('a message to Slack', () => {
  test('has a header, what failed, where, and a link of ours, within its limits', async () => {
    const { body, path, headers } = await sent('slack', notification({ links: [LINK] }));
    expect([path, headers['content-type']]).toEqual(['/services/T/B/x', 'application/json; charset=utf-8']);
    expect(body).toMatchObject({
      text: '❌ phase-1 failed\nstep 2 check: `nix fmt` failed with exit code 1',
      unfurl_links: false,
      blocks: [
        { type: 'header', text: { type: 'plain_text', text: '❌ phase-1 failed' } },
        { type: 'section', text: { type: 'plain_text', text: 'step 2 check: `nix fmt` failed with exit code 1' } },
        { type: 'rich_text' },
        { type: 'context', elements: [{ type: 'plain_text', text: 'nixos-config on laptop · 1 of 3 steps, 4.2 s' }] },
        { type: 'section', text: { type: 'mrkdwn', text: `<${LINK.url}|Workflow run>`, verbatim: true } },
      ],
    });
  });

  test('has no mention, link or markup made of hostile text', async () => {
    const { body } = await sent('slack', hostile);
    const { blocks, text } = body as { blocks: { text?: { type: string; text: string } }[]; text: string };
    expect(text).not.toMatch(/[<>]/);
    expect(blocks.map((block) => block.text?.type).filter((type) => type === 'mrkdwn')).toEqual([]);
    expect(blocks[0]?.text?.text.length).toBeLessThanOrEqual(150);
  });
});

describe('a message to Discord', () => {
  test('is an embed that calls nobody', async () => {
    const { body, path } = await sent('discord', notification({ links: [LINK] }));
    expect(path).toBe('/api/webhooks/1/x');
    expect(body).toEqual({
      embeds: [
        {
          title: '❌ phase\\-1 failed',
          description: `step 2 check\\: \\\`nix fmt\\\` failed with exit code 1\n\`\`\`\nerror: bad\nin flake.nix\n\`\`\`\n[Workflow run](<${LINK.url}>)`,
          color: 0xcf222e,
          footer: { text: 'nixos-config on laptop · 1 of 3 steps, 4.2 s' },
          timestamp: '2025-11-01T10:00:04.200Z',
        },
      ],
      allowed_mentions: { parse: [] },
    });
  });

  test('has every mark of its markdown escaped, and a block that hostile text does not end', async () => {
    const { body } = await sent('discord', hostile);
    const [embed] = (body as { embeds: { title: string; description: string }[] }).embeds;
    const [before = '', inside = '', after, ...more] = (embed?.description ?? '').split('```');
    expect([after, more]).toEqual(['', []]);
    expect(inside).toContain('evil');
    expect(`${embed?.title ?? ''}\n${before}`.replace(/\\./g, '')).not.toMatch(/[*_~`|<>[\]()#]/);
    expect(embed?.title.length).toBeLessThanOrEqual(256);
  });
});

describe('a message to Matrix', () => {
  test.each([
    { event: 'failure', msgtype: 'm.text' },
    { event: 'paused', msgtype: 'm.text' },
    { event: 'success', msgtype: 'm.notice' },
  ] as const)('about $event is an $msgtype with empty mentions, in plain text and HTML', async ({ event, msgtype }) => {
    const { body, path, method, headers } = await sent('matrix', notification({ event, links: [LINK] }));
    expect([method, headers.authorization]).toEqual(['PUT', 'Bearer t0ken']);
    expect(path).toMatch(/^\/_matrix\/client\/v3\/rooms\/!room%3Aexample\.org\/send\/m\.room\.message\/[0-9a-f]{32}$/);
    expect(body).toMatchObject({ msgtype, format: 'org.matrix.custom.html', 'm.mentions': {} });
    expect(body?.['body']).toContain('step 2 check: `nix fmt` failed');
    expect(body?.['formatted_body']).toContain(`<a href="${LINK.url}">Workflow run</a>`);
  });

  test('sent twice has the same transaction, so that it is shown once', async () => {
    const paths = [(await sent('matrix', notification())).path, (await sent('matrix', notification())).path];
    expect(paths[0]).toBe(paths[1]);
    expect((await sent('matrix', notification({ runId: 'run-2' }))).path).not.toBe(paths[0]);
  });

  test('has no element of HTML but ours', async () => {
    const html = String((await sent('matrix', hostile)).body?.['formatted_body']);
    const elements = new Set([...html.matchAll(/<\/?([a-z]+)/g)].map(([, name]) => name));
    expect([...elements].sort()).toEqual(['br', 'code', 'p', 'pre', 'strong']);
    expect(html).toContain('&lt;script&gt;');
  });
});

describe('a message to ntfy', () => {
  test('is published at the root of its server, louder for a failure', async () => {
    const { body, path, headers } = await sent('ntfy', notification({ links: [LINK] }), false);
    expect([path, headers.authorization]).toEqual(['/', 'Bearer t0ken']);
    expect(body).toEqual({
      topic: 'alerts',
      title: 'phase-1 failed',
      message: 'step 2 check: `nix fmt` failed with exit code 1\nnixos-config on laptop · 1 of 3 steps, 4.2 s',
      tags: ['x'],
      priority: 4,
      click: LINK.url,
    });
  });

  test('stays below the 4096 bytes at which it would become an attachment', async () => {
    const long = notification({ lines: Array.from({ length: 20 }, () => '漢'.repeat(300)) });
    const { body } = await sent('ntfy', long);
    expect(Buffer.byteLength(String(body?.['message']))).toBeLessThan(4096);
  });
});

describe('a message to a webhook', () => {
  test('is a document with the facts', async () => {
    const { body, headers } = await sent('webhook', notification({ links: [LINK] }));
    expect(headers.authorization).toBe('Bearer t0ken');
    expect(body).toEqual({
      event: 'failure',
      workflow: 'phase-1',
      version: '1.0.0',
      run_id: 'run-1',
      title: 'phase-1 failed',
      lines: ['step 2 check: `nix fmt` failed with exit code 1'],
      details: ['error: bad', 'in flake.nix'],
      failures: [{ where: 'step 2 check', reason: 'command-failed', message: '`nix fmt` failed with exit code 1' }],
      place: 'nixos-config on laptop',
      figures: '1 of 3 steps, 4.2 s',
      started_at: '2025-11-01T10:00:00.000Z',
      ended_at: '2025-11-01T10:00:04.200Z',
      duration_seconds: 4,
      cost_usd: 0,
      links: [LINK],
    });
  });
});

describe.each(TYPES)('hostile text to %s', (type) => {
  test('is sent without control characters, and without links or mentions that work', async () => {
    const { text } = await sent(type, hostile);
    expect(JSON.stringify(JSON.parse(text)).replaceAll('\\n', '')).not.toMatch(/\u202e|\\u00[01][0-9a-f]|\\[rbf]/);
    if (type === 'webhook') return;
    expect(text).not.toMatch(/@(?:everyone|here|U123)|https?:\/\/evil|www\.evil/);
  });

  test.each([{ details: true }, { details: false }])(
    'has what a step printed when asked: $details',
    async ({ details }) => {
      const { text } = await sent(type, notification({ details: ['printed by a step'] }), details);
      expect(text.includes('printed by a step')).toBe(details);
    },
  );
});
