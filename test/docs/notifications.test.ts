import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { webFormats } from '../../src/notify/formats/formats.js';
import { parseReceivers } from '../../src/notify/parse-receivers.js';
import { RECEIVER_TYPES, receiverSchemas } from '../../src/notify/receiver-schema.js';
import { resolveReceivers } from '../../src/notify/resolve-receivers.js';
import { notification, webReceiver } from '../support/notification.js';
import { documentOf, tableRows } from './markdown.js';

const page = documentOf('docs/notifications.md');
const blocksWith = (note: string) => page.blocks.filter((block) => block.note === note);
const env = { SLACK_WEBHOOK_URL: 'https://hooks.slack.com/services/T/B/x', MATRIX_TOKEN: 't', NTFY_TOKEN: 't' };

describe('docs/notifications.md', () => {
  test.each(blocksWith('config'))(
    'line $line is a configuration without a mistake, whose variables are set',
    ({ text }) => {
      const { receivers, diagnostics } = parseReceivers(text, 'config.yaml', { whole: false });
      expect([receivers.length > 0, diagnostics]).toEqual([true, []]);
      const fromFiles = /\{ file: /.test(text);
      const resolved = resolveReceivers(receivers, { ...env, HOME: '/home/reader' });
      expect(resolved.ok || (fromFiles && resolved.error.every(({ message }) => message.includes('ENOENT')))).toBe(
        true,
      );
    },
  );

  test('shows an input of the action that is read, with variables that its step sets', () => {
    const [block] = blocksWith('github');
    const step = parse(block?.text ?? '') as { with: { notify: string }; env: Record<string, string> };
    const { receivers, diagnostics } = parseReceivers(step.with.notify, 'notify', { whole: true });
    expect(diagnostics).toEqual([]);
    expect(Object.keys(step.env)).toEqual(['SLACK_WEBHOOK_URL']);
    expect(resolveReceivers(receivers, env)).toMatchObject({
      ok: true,
      value: [{ type: 'github-issue' }, { type: 'github-comment' }, { type: 'slack' }],
    });
  });

  test('shows every type of receiver, and has every key in its table', () => {
    const shown = [...page.text.matchAll(/- type: ([a-z-]+)/g)].map(([, type = '']) => type);
    expect([...new Set(shown)].sort()).toEqual([...RECEIVER_TYPES].sort());
    const keys = new Set(Object.values(receiverSchemas).flatMap(({ shape }) => Object.keys(shape)));
    const told = tableRows(page, 'key', 'of').flatMap(([key = '']) => key.split('`, `'));
    expect(told.map((key) => key.replaceAll('`', '')).sort()).toEqual([...keys].sort());
  });

  test('shows a document with the keys that a webhook gets', () => {
    const [block] = blocksWith('notification');
    const message = webFormats.webhook(notification(), webReceiver('webhook', 'https://example.org/x'));
    const keys = (text: string): string[] => Object.keys(JSON.parse(text) as object);
    expect(keys(block?.text ?? '{}')).toEqual(keys(message.body));
  });
});
