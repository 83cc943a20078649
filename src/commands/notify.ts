import { textTable } from '../report/text-table.js';
import { testNotification } from '../report/notification.js';
import { readUserConfig } from '../notify/user-config.js';
import { clean } from './console.js';
import { findRoot } from './find-root.js';
import { reportOf, type ReceiverReport } from './notification-report.js';
import { deliverNow, placeOf } from './run-notifications.js';
import { EXIT, type CommandWorld } from './world.js';

const EXAMPLE = `notify:
  - type: desktop
  - type: ntfy
    url: https://ntfy.sh/a-name-that-nobody-guesses
    when: [failure, paused]`;

/**
 * `notify`: who is told how runs end; `test`: sends a message to each of them, whatever they want to be told of. Exit code 1 when one
 * did not arrive, 2 when the configuration is not valid.
 */
export async function notifyCommand({ test }: { readonly test: boolean }, outer: CommandWorld): Promise<number> {
  const { console, ownCommand } = outer;
  const root = findRoot(outer);
  if (!root.ok && outer.repo !== null) return console.fail(root.error, root.error.exitCode);
  const config = readUserConfig(outer.env, root.ok ? root.value : null);
  const { path, exists, receivers, diagnostics, secrets } = config;
  const world = { ...outer, secrets };
  if (diagnostics.some(({ severity }) => severity === 'error')) {
    const help = `Nobody is notified before it is mended. Its schema: ${ownCommand} schema config`;
    return console.fail({ code: 'invalid-config', message: `${path} is not valid`, help, diagnostics }, EXIT.invalid);
  }
  const head = exists
    ? `configured in ${path}`
    : `nothing is configured: ${path} is not there, so only the terminal is told`;
  const notification = testNotification(placeOf(world, 'workflow-runner'), world.now());
  const deliveries = test ? await deliverNow(notification, receivers, world) : [];
  const rows = receivers.map((receiver) => {
    const trouble = deliveries.find((one) => one.receiver === receiver)?.trouble ?? null;
    return { ...reportOf(receiver), ...(test ? { delivered: trouble === null, trouble } : {}) };
  });
  console.json({ config: path, exists, receivers: rows });
  console.print(
    [clean(head), ...textTable(rows.map(rowOf)), ...(exists ? [] : ['', 'For example:', EXAMPLE])].join('\n'),
  );
  if (!test && receivers.length > 0) console.print(`To send each of them a message: ${ownCommand} notify --test`);
  return deliveries.some(({ trouble }) => trouble !== null) ? EXIT.failed : EXIT.completed;
}

type Row = ReceiverReport & { readonly delivered?: boolean; readonly trouble?: string | null };

function rowOf({ name, type, host, when, delivered, trouble }: Row): string[] {
  const shown = name === type ? name : `${name} (${type})`;
  const how = delivered === undefined ? when.join(', ') : delivered ? 'sent' : `failed: ${trouble ?? ''}`;
  return [`  ${clean(shown)}`, host ?? 'this machine', how];
}
