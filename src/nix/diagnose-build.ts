import type { Diagnostic } from '../base/diagnostic.js';
import type { DiagnoseContext } from './diagnose-context.js';
import { ACTIVITY_BUILD, RESULT_BUILD_LOG, withoutAnsi, type NixLogLine } from './json-log.js';

/** What is shown of one build's log: the end of it. All builds together may fill as much as four of them. */
const MOST_LINES = 200;
const MOST_CHARACTERS = 16 * 1024;

/** Builds of a log and what they printed; `checkOfDerivation` has the attribute of each derivation that is one. */
export class BuildLogs {
  readonly #derivationOfActivity = new Map<number, string>();
  readonly #logs = new Map<string, { lines: string[]; count: number }>();
  #room = 4 * MOST_CHARACTERS;

  /** Takes in the lines that are about builds; others are nothing to it. */
  read(line: NixLogLine): void {
    const { action, type, id, fields = [] } = line;
    const [field] = fields;
    if (id === undefined || typeof field !== 'string') return;
    if (action === 'start' && type === ACTIVITY_BUILD) {
      this.#derivationOfActivity.set(id, field);
      // A derivation that is built again has the log of the last time.
      this.#logs.set(field, { lines: [], count: 0 });
    }
    if (action === 'result' && type === RESULT_BUILD_LOG) this.#keep(id, withoutAnsi(field));
  }

  /** The end of a build's log for a person; each may be asked for once, as all share one room. */
  text(derivation: string): string {
    const { lines, count } = this.#logs.get(derivation) ?? { lines: [], count: 0 };
    const all = lines.slice(-MOST_LINES).join('\n');
    const room = Math.min(MOST_CHARACTERS, this.#room);
    const text = lastLines(all, room);
    if (text === '') return `see \`nix log ${derivation}\``;
    this.#room -= text.length;
    const isWhole = text.length === all.length && count <= MOST_LINES;
    return isWhole
      ? `its output:\n${text}`
      : `its output ended with (\`nix log ${derivation}\` has all of it):\n${text}`;
  }

  #keep(activity: number, text: string): void {
    const derivation = this.#derivationOfActivity.get(activity);
    const log = derivation === undefined ? undefined : this.#logs.get(derivation);
    if (log === undefined) return;
    log.count += 1;
    log.lines.push(text.slice(-MOST_CHARACTERS));
    if (log.lines.length > 2 * MOST_LINES) log.lines = log.lines.slice(-MOST_LINES);
  }
}

/** Whole lines from the end; of one that is too long by itself its own end. */
function lastLines(text: string, room: number): string {
  if (text.length <= room) return text;
  const end = room <= 0 ? '' : text.slice(-room);
  return end.slice(end.indexOf('\n') + 1).replace(/^[\udc00-\udfff]/, '');
}

/** A build that failed, by the words of Nix. */
export interface FailedBuild {
  readonly derivation: string;
  /** `with exit code 1`, `due to signal 9 (Killed)`, `to produce output path for output 'out'`. */
  readonly how: string;
  /** Such as `checks.x86_64-linux.ports`; null when the message does not say. */
  readonly attribute: string | null;
}

/** The ends of a build in the words of Nix 2.8 to 2.34; null for other errors. */
export function failedBuild(text: string): FailedBuild | null {
  const [, derivation, rest] =
    /builder for '([^']+)' failed (.+)/.exec(text) ??
    /build of '([^']+?)(?:\^\*)?' failed: Cannot build[\s\S]*?builder failed (.+)/.exec(text) ??
    /^Cannot build '([^']+)'\.\s+Reason: builder failed (.+)/.exec(text) ??
    [];
  const how = /^(?:with exit code \d+|due to signal \d+(?: \([^)]*\))?|to produce output path for output '[^']+')/.exec(
    rest ?? '',
  )?.[0];
  if (derivation === undefined || how === undefined) return null;
  return { derivation, how, attribute: /failed to build attribute '([^']+)'/.exec(text)?.[1] ?? null };
}

/** The finding of a failed build: at the attribute, where it is written, or at the name of the derivation. */
export function buildFinding(build: FailedBuild, log: string, context: DiagnoseContext): Diagnostic {
  const { derivation, how, attribute } = build;
  const name = derivation.replace(/^.*\/[a-z0-9]{32}-/, '').replace(/\.drv$/, '');
  const written = attribute === null ? null : context.findOutput(attributeNames(attribute));
  return {
    severity: 'error',
    code: /signal 9\b/.test(how) ? 'nix-resources' : 'nix-build-failed',
    message: `the build of ${attribute ?? name} failed ${how}`,
    location: written ?? context.findText(name) ?? { file: 'flake.nix' },
    help: log,
  };
}

/** The names of an attribute path as Nix prints it: `checks.x86_64-linux."a.b"`. */
function attributeNames(printed: string): string[] {
  const names = printed.match(/"(?:[^"\\]|\\.)*"|[^."]+/g) ?? [];
  return names.map((name) => (name.startsWith('"') ? name.slice(1, -1).replaceAll(/\\(.)/g, '$1') : name));
}
