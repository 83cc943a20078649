import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { dirname, join, normalize } from 'node:path';
import type { Diagnostic } from '../base/diagnostic.js';
import { err, ok, type Result } from '../base/result.js';
import { foldEvents } from '../engine/apply-event.js';
import type { RunEvent } from '../engine/event.js';
import { readEvent } from '../engine/read-event.js';
import type { RunState } from '../engine/run-state.js';
import type { Git } from '../git/git.js';
import { readJournal } from '../journal/journal-file.js';
import type { Plan } from '../plan/plan.js';
import { runFiles } from '../runner/run-files.js';
import type { CommandError } from './console.js';
import { loadPlan } from './load-workflows.js';

/** The last run of a workflow, told by its journal. */
export interface RecordedRun {
  readonly state: RunState;
  readonly events: readonly RunEvent[];
  /** What keeps it from being told exactly, for a person. */
  readonly notes: readonly string[];
}

/** What there is to read a run from. `git`: null when it is not on this machine. */
export interface RunPlace {
  readonly root: string;
  readonly workflow: string;
  readonly git: Git | null;
}

/**
 * Reads the last run of a workflow and changes nothing; null when it never ran. Its steps are those of the definition that it ran
 * with, as the journal's digests tell: the files as they are now, else those of the commit that it started from, else (with a note)
 * what is there.
 */
export async function recordedRun(place: RunPlace): Promise<Result<RecordedRun | null, CommandError>> {
  const { journal } = runFiles(place.root, place.workflow);
  const read = readJournal(journal, readEvent);
  if (!read.ok) {
    if (read.error.trouble?.reason === 'missing') return ok(null);
    const { line, expected, found } = read.error;
    const message = `the journal of ${place.workflow} cannot be read: line ${line}: expected ${expected}, found ${found}`;
    return err({ code: `journal-${read.error.reason}`, message, help: `Look at ${journal}` });
  }
  const { events } = read.value;
  const began = events.find((event) => event.type === 'run-started');
  if (began === undefined) return ok(null);
  const planned = await planOfRun(place, began.base.commit, digestsOf(events));
  if (!planned.ok) {
    const message = `the definition of ${place.workflow} is not valid, and the one that it ran with is gone`;
    return err({ code: 'invalid-definition', message, diagnostics: planned.error });
  }
  const { plan, notes } = planned.value;
  return ok({ state: foldEvents(plan, events), events, notes });
}

type Digests = Readonly<Record<string, string>>;

function digestsOf(events: readonly RunEvent[]): Digests {
  let digests: Digests = {};
  for (const event of events) {
    if (event.type === 'run-started') digests = event.definition;
    if (event.type === 'run-resumed' && event.definition !== null) digests = event.definition;
  }
  return digests;
}

interface Planned {
  readonly plan: Plan;
  readonly notes: readonly string[];
}

async function planOfRun(place: RunPlace, commit: string, digests: Digests): Promise<Result<Planned, Diagnostic[]>> {
  const current = await loadPlan(place.root, place.workflow);
  if (current.ok && isSame(current.value.digests, digests)) return ok({ plan: current.value.plan, notes: [] });
  const then = await planOfCommit(place, commit, digests);
  if (then !== null) return ok({ plan: then, notes: [] });
  if (!current.ok) return current;
  const note = 'The definition has changed since this run: its steps are shown as they are defined now.';
  return ok({ plan: current.value.plan, notes: [note] });
}

function isSame(one: Digests, other: Digests): boolean {
  const names = Object.keys(one);
  return names.length === Object.keys(other).length && names.every((name) => one[name] === other[name]);
}

/** The plan from the files of a commit; null unless they are exactly those of the digests. */
async function planOfCommit({ root, workflow, git }: RunPlace, commit: string, digests: Digests): Promise<Plan | null> {
  if (git === null) return null;
  const folder = mkdtempSync(join(tmpdir(), 'workflow-runner-report-'));
  try {
    for (const [file, digest] of Object.entries(digests)) {
      // A journal may have been written by anybody: no path of it leads out of the folder.
      if (normalize(file) !== file || !/^[^/\0]/.test(file) || file.startsWith('..')) return null;
      const args = ['cat-file', 'blob', `${commit}:${file}`] as const;
      const blob = await git.run({ args, place: { kind: 'discover' }, cwd: root, readOnly: true });
      if (!blob.ok || createHash('sha256').update(blob.value.stdout).digest('hex') !== digest) return null;
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), blob.value.stdout);
    }
    const loaded = await loadPlan(folder, workflow);
    return loaded.ok ? loaded.value.plan : null;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
