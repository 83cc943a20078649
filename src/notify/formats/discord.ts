import type { Notification } from '../../report/notification.js';
import { cutText, EVENT_SIGNS, inertBlock, inertText } from '../inert-text.js';
import type { WebReceiver } from '../receiver.js';
import { jsonMessage, type WebMessage } from './web-message.js';

// Limits: discord.com/developers, Embed Limits: title 256 characters, description 4096, footer 2048.
const MAX_TITLE = 256;
const MAX_LINES = 2000;
const MAX_DETAILS = 1500;
const MAX_FOOTER = 500;

const COLOURS = { success: 0x2da44e, failure: 0xcf222e, paused: 0xbf8700, test: 0x0969da } as const;

/** For a webhook of Discord: one embed; `allowed_mentions` is empty, so that nobody is called whatever the text says. */
export function discordMessage(notification: Notification, { url, token, details }: WebReceiver): WebMessage {
  const { event, title, lines, place, figures, links, endedAt } = notification;
  const said = cutText(lines.map((line) => escaped(inertText(line))).join('\n'), MAX_LINES);
  const printed = details ? cutText(inertBlock(notification.details.join('\n')), MAX_DETAILS) : '';
  const shownLinks = links.map((link) => `[${escaped(link.label)}](<${link.url.replaceAll('>', '%3E')}>)`).join(' · ');
  const description = [said, ...(printed === '' ? [] : [`\`\`\`\n${printed}\n\`\`\``]), shownLinks];
  const embed = {
    title: cutText(`${EVENT_SIGNS[event]} ${escaped(inertText(title))}`, MAX_TITLE),
    description: description.filter((part) => part !== '').join('\n'),
    color: COLOURS[event],
    footer: { text: cutText(inertText(`${place} · ${figures}`), MAX_FOOTER) },
    timestamp: new Date(endedAt).toISOString(),
  };
  return jsonMessage(url, { embeds: [embed], allowed_mentions: { parse: [] } }, token);
}

/** A backslash before everything that Discord's markdown may read, headings and lists at the start of a line among it. */
function escaped(text: string): string {
  return text.replace(/[\\*_~`|<>[\]()#:+-]/g, String.raw`\$&`);
}
