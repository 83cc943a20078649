/*
 * Tells people how a run has ended, when its workflow says `notify:`. Who is told comes from the user's own configuration alone, read
 * before the first step runs, so that nothing a step does can change it. What goes wrong here is a warning and never more.
 */
import { hostname } from 'node:os';
import { basename } from 'node:path';
import type { RunState } from '../engine/run-state.js';
import { deliver, type Delivery, type DeliveryWorld } from '../notify/deliver.js';
import type { Receiver } from '../notify/receiver.js';
import { readUserConfig, type UserConfig } from '../notify/user-config.js';
import type { Plan } from '../plan/plan.js';
import { buildNotification, notifiedEvent, type Notification } from '../report/notification.js';
import { redactDeep } from '../runner/redact-deep.js';
import { clean } from './console.js';
import { findRoot } from './find-root.js';
import { redactorOf } from './run-tools.js';
import type { CommandWorld } from './world.js';

/** The configuration of who runs it, for a run on that repository. */
export function configForRun(repo: string | null, { cwd, env }: CommandWorld): UserConfig {
  const root = findRoot({ repo, cwd });
  return readUserConfig(env, root.ok ? root.value : null);
}

/** Says before the run that nobody will be told: afterwards it is too late to mend it. */
export function warnOfConfig({ diagnostics }: UserConfig, { onSuccess, onFailure }: Plan, world: CommandWorld): void {
  const [first] = diagnostics.filter(({ severity }) => severity === 'error');
  if (first === undefined || ![...onSuccess, ...onFailure].some(({ kind }) => kind === 'notify')) return;
  const { file, line } = first.location;
  const place = line === undefined ? file : `${file}:${line}`;
  world.console.note(
    `warning: nobody will be notified: ${clean(`${place}: ${first.message} (${first.help ?? ''})`)}\n  to check it: ${world.ownCommand} notify`,
  );
}

/** Tells those who want to know of this end. Resolves within some ten seconds. */
export async function notifyOfRun(state: RunState, { receivers }: UserConfig, world: CommandWorld): Promise<void> {
  const event = notifiedEvent(state);
  const wanted = event === null ? [] : receivers.filter(({ when }) => when.includes(event));
  if (event === null || wanted.length === 0) return;
  const place = placeOf(world, state.plan.workflow);
  const notification = buildNotification(state, event, { place, links: [], canResume: true });
  tellDeliveries(await deliverNow(notification, wanted, world), world);
}

/** Delivers a message without the secrets that the runner knows. `tellGitHub`: what GitHub is told with; the action alone has it. */
export async function deliverNow(
  notification: Notification,
  receivers: readonly Receiver[],
  world: CommandWorld & Pick<DeliveryWorld, 'tellGitHub'>,
): Promise<readonly Delivery[]> {
  const { console, env, signal, runProcess, tellGitHub } = world;
  const { redact } = redactorOf(world);
  const tellTerminal = (title: string, alert: string): void => {
    console.alert(alert);
    console.note(`notify: ${clean(title)}`);
  };
  const delivered = await deliver(redactDeep(notification, redact), receivers, {
    env: { ...env },
    signal,
    runProcess,
    tellTerminal,
    ...(tellGitHub === undefined ? {} : { tellGitHub }),
  });
  return delivered.map(({ receiver, trouble }) => ({
    receiver,
    trouble: trouble === null ? null : clean(redact(trouble)),
  }));
}

/** `nixos-config on laptop`. */
export function placeOf({ repo, cwd }: Pick<CommandWorld, 'repo' | 'cwd'>, otherwise: string): string {
  const root = findRoot({ repo, cwd });
  return `${root.ok ? basename(root.value) : otherwise} on ${hostname()}`;
}

function tellDeliveries(deliveries: readonly Delivery[], { console }: CommandWorld): void {
  const told = deliveries.filter(({ receiver, trouble }) => trouble === null && receiver.type !== 'terminal');
  if (told.length > 0) console.progress(`notified: ${told.map(({ receiver }) => clean(receiver.name)).join(', ')}`);
  const failed = deliveries.filter(({ trouble }) => trouble !== null);
  if (failed.length === 0) return;
  const lines = failed.map(({ receiver, trouble }) => `  ${clean(receiver.name)}: ${trouble ?? ''}`);
  console.note(['warning: not everybody could be notified; the run is not affected', ...lines].join('\n'));
}
