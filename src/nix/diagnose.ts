import { sortDiagnostics, type Diagnostic } from '../base/diagnostic.js';
import type { DiagnoseContext } from './diagnose-context.js';
import { BuildLogs, buildFinding, failedBuild } from './diagnose-build.js';
import { parseLogLine, withoutAnsi, type NixLogLine } from './json-log.js';
import { errorPlaces } from './error-places.js';
import { errorRemedy } from './error-remedy.js';
import type { ErrorReport } from './error-report.js';
import { ownSource, repositoryPath } from './repository-path.js';

const NOT_WORTH_A_WARNING =
  /Git tree|untrusted flake configuration|unknown flake output|not writing|lock file|nixbld|restricted setting|cache-nix-action|unable to download|substituter/;

/** Another Nix has the cache of evaluations open: this one waits, or goes on without (Nix, src/libstore/sqlite.cc). */
const CACHE_IS_BUSY = /^(?:warning|error \(ignored\)): (?:error: )?SQLite database '[^']*' is busy/;

/** Errors that only say that there was another, which is told by itself. */
const OF_ANOTHER_ERROR =
  /^some errors were encountered|^build of '.*failed$|^\d+ dependencies of derivation|Cannot build '[^']+'\.\s+Reason: \d+ dependenc(?:y|ies) failed/;

/** What is gathered while reading the log from top to bottom. */
interface Reading {
  readonly context: DiagnoseContext;
  readonly source: string | null;
  /** The file evaluated last: where to look when an error has no position at all. */
  lastFile: string | null;
  currentCheck: string | null;
  readonly checkOfDerivation: Map<string, string>;
  readonly builds: BuildLogs;
}

/** Attribute by derivation, such as `checks.x86_64-linux.ports`; Nix 2.8 names in its log only the derivation. */
export type KnownChecks = ReadonlyMap<string, string>;

/**
 * Turns what `nix flake check --log-format internal-json -v --show-trace` wrote to stderr into findings in the user's own files.
 * Measured on Nix 2.8, 2.26 and 2.34. Errors that cannot be placed point to `flake.nix` as a whole.
 */
export function diagnose(stderr: string, context: DiagnoseContext, known: KnownChecks = new Map()): Diagnostic[] {
  const lines = stderr.split('\n').flatMap((line) => parseLogLine(line) ?? []);
  const reading: Reading = {
    context,
    source: ownSource(lines),
    lastFile: null,
    currentCheck: null,
    checkOfDerivation: new Map(known),
    builds: new BuildLogs(),
  };
  return sortDiagnostics(lines.flatMap((line) => readLine(reading, line)));
}

function readLine(reading: Reading, line: NixLogLine): Diagnostic[] {
  reading.builds.read(line);
  if (line.action === 'start') {
    const check = /^checking (?:derivation|NixOS configuration) '?([^']+?)'?$/.exec(withoutAnsi(line.text ?? ''))?.[1];
    if (check !== undefined) reading.currentCheck = check;
  }
  return line.action === 'msg' ? readMessage(reading, line) : [];
}

function readMessage(reading: Reading, line: NixLogLine): Diagnostic[] {
  const message = withoutAnsi(line.msg ?? '');
  const evaluated = /^evaluating file '(.+)'$/.exec(message)?.[1];
  if (evaluated !== undefined) {
    reading.lastFile = repositoryPath(evaluated, reading) ?? reading.lastFile;
    return [];
  }
  const derivation = /^derivation evaluated to (\S+\.drv)$/.exec(message)?.[1];
  if (derivation !== undefined && reading.currentCheck?.startsWith('checks.') === true)
    reading.checkOfDerivation.set(derivation, reading.currentCheck);
  if (CACHE_IS_BUSY.test(message)) return [];
  const warning = /^(?:trace: |evaluation )?warning: ([\s\S]+)$/.exec(message)?.[1];
  if (warning !== undefined) return NOT_WORTH_A_WARNING.test(warning) ? [] : [warningOf(reading, warning)];
  if (line.level !== 0) return [];
  if (line.raw_msg !== undefined)
    return explain(reading, { ...line, text: withoutAnsi(line.raw_msg).trim(), trace: line.trace ?? [] });
  return /^error(?: \(ignored\))?:/.test(message) ? explain(reading, unstructured(message)) : [];
}

function warningOf({ context }: Reading, text: string): Diagnostic {
  const message = text.split('\n')[0] ?? text;
  const place = context.findText(`warning: ${message}`) ?? context.findText(message) ?? { file: 'flake.nix' };
  return withSourceLine({ severity: 'warning', code: 'nix-warning', message, location: place }, context);
}

/** With --keep-going Nix 2.8 and 2.26 write evaluation errors as text: `error (ignored): error: …\n at FILE:LINE:COLUMN:`. */
function unstructured(message: string): ErrorReport {
  const body = message.slice(message.lastIndexOf('error: ') + 'error: '.length);
  const [, file = null, line, column] = /at (\S+?):(\d+):(\d+):/.exec(body) ?? [];
  const text = (body.split(/\n\s*\n?\s*at /)[0] ?? body).replaceAll('\n       ', '\n').trim();
  return {
    text,
    file,
    line: line === undefined ? null : Number(line),
    column: column === undefined ? null : Number(column),
    trace: [],
  };
}

function explain(reading: Reading, report: ErrorReport): Diagnostic[] {
  const { text } = report;
  if (OF_ANOTHER_ERROR.test(text)) return [];
  const failedBuild = explainBuild(reading, text);
  if (failedBuild !== null) return [failedBuild];
  const { code, help, message } = errorRemedy(report, reading);
  const facts = {
    severity: 'error' as const,
    code,
    message: message ?? headline(shortPaths(text, reading)),
    ...(help === null ? {} : { help }),
  };
  return errorPlaces(report, reading).map((location) => withSourceLine({ ...facts, location }, reading.context));
}

function explainBuild({ context, builds, checkOfDerivation }: Reading, text: string): Diagnostic | null {
  const failed = failedBuild(text);
  if (failed === null) return null;
  const { derivation } = failed;
  const attribute = failed.attribute ?? checkOfDerivation.get(derivation) ?? null;
  return withSourceLine(buildFinding({ ...failed, attribute }, builds.text(derivation), context), context);
}

/** Names files as the user knows them. */
function shortPaths(text: string, { source, context }: Reading): string {
  const own = source === null ? text : text.replaceAll(`${source}/`, '');
  const short = own.replaceAll(/\/[^\s'"`]*\/[0-9a-df-np-sv-z]{32}-source\/([^\s'"`:]+)/g, (printed, path: string) =>
    source === null && context.exists(path) ? path : printed,
  );
  return short
    .replaceAll(/flake 'git\+file:[^']*'/g, 'the flake')
    .replaceAll(`${context.root}/`, '')
    .replaceAll(/ (?:in|in the) (?:Git )?repository "[^"]*"/g, ' in the repository');
}

/** The first line that says something; for failed assertions also which, for hashes both. */
function headline(text: string): string {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const isHeading = lines[0]?.endsWith(':') === true && /^(?:Failed assertions|hash mismatch)/.test(lines[0]);
  return isHeading ? lines.join(' ') : (lines[0] ?? 'evaluation failed').replace(/ ?Definition values:$/, '');
}

function withSourceLine(diagnostic: Diagnostic, context: DiagnoseContext): Diagnostic {
  const { file, line } = diagnostic.location;
  const sourceLine = line === undefined ? undefined : context.sourceLine(file, line);
  return sourceLine === undefined ? diagnostic : { ...diagnostic, sourceLine };
}
