import { err, ok, type Result } from '../base/result.js';
import { childEnvironment, findProgram } from '../process/environment.js';
import type { ProcessRequest, RunProcess } from '../process/process.js';
import type { Notification } from '../report/notification.js';
import { cutText, inertText } from './inert-text.js';

const LIMIT_MS = 5000;
const MAX_BODY = 500;

/** Where the session of a desktop is; no step gets these. */
const SESSION = ['DISPLAY', 'WAYLAND_DISPLAY', 'XAUTHORITY', 'DBUS_SESSION_BUS_ADDRESS'] as const;

/** The texts are arguments, so nothing in them is taken for a script. */
const APPLESCRIPT = [
  'on run argv',
  'display notification (item 2 of argv) with title (item 1 of argv)',
  'end run',
] as const;

interface DesktopWorld {
  readonly env: NodeJS.ProcessEnv;
  readonly runProcess: RunProcess;
  readonly signal: AbortSignal;
}

/** Shows it with `notify-send` (freedesktop.org) or `osascript` (macOS). Why it could not is one sentence. */
export async function showOnDesktop(notification: Notification, world: DesktopWorld): Promise<Result<void, string>> {
  const { env, runProcess, signal } = world;
  const argv = commandFor(notification, env['PATH'] ?? '');
  if (argv === null) return err('neither notify-send nor osascript is on PATH: install libnotify');
  const session = SESSION.flatMap((name) => (env[name] === undefined ? [] : [[name, env[name]] as const]));
  const childEnv = childEnvironment(env, Object.fromEntries(session));
  const { end, exitCode, outputTail } = await runProcess({
    argv,
    cwd: '/',
    env: childEnv,
    timeoutMs: LIMIT_MS,
    signal,
  });
  if (end === 'exited' && exitCode === 0) return ok(undefined);
  if (end === 'timed-out') return err(`${argv[0]} did not end within ${LIMIT_MS / 1000} s`);
  const said = outputTail.replace(/\s+/g, ' ').trim().slice(0, 200);
  return err(`${argv[0]} failed${said === '' ? '' : `: ${said}`}; is there a desktop session?`);
}

function commandFor(notification: Notification, path: string): ProcessRequest['argv'] | null {
  const { event, title, lines, place, figures } = notification;
  const head = inertText(title);
  const body = cutText([...lines, `${place} · ${figures}`].map(inertText).join('\n'), MAX_BODY);
  const notifySend = findProgram('notify-send', path);
  const urgency = event === 'failure' ? 'critical' : 'normal';
  if (notifySend !== null)
    return [notifySend, '--app-name=workflow-runner', `--urgency=${urgency}`, '--', head, withoutMarkup(body)];
  const osascript = findProgram('osascript', path);
  if (osascript === null) return null;
  return [osascript, ...APPLESCRIPT.flatMap((line) => ['-e', line]), '--', head, body];
}

/** The body, and not the title, may have markup (Desktop Notifications Specification, Markup). */
function withoutMarkup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
