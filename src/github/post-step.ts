/*
 * The post step: it runs after the job's other steps whatever became of them, and saves what the main step had done and could
 * not save any more, because it was cancelled or killed.
 */
import { redacting } from '../commands/run-tools.js';
import { EXIT } from '../commands/world.js';
import { foldEvents } from '../engine/apply-event.js';
import { readEvent } from '../engine/read-event.js';
import { openTrustedGit } from '../git/trusted-git.js';
import { readJournal } from '../journal/journal-file.js';
import type { ActionInputs } from './runner/action-inputs.js';
import type { ActionWorld } from './action-world.js';
import { openArtifactStore } from './storage/artifact-store.js';
import { artifactName } from './checkpoint/artifact-name.js';
import { jobFlags, prepareJob } from './job-flags.js';
import { lineOf, RunCheckpoints } from './run-checkpoints.js';

/** Saves the newest checkpoint of the run that the main step was at, unless that is there already. */
export async function runPost(inputs: ActionInputs, outer: ActionWorld): Promise<number> {
  const world = { ...outer, runProcess: redacting(outer.runProcess, outer.env) };
  const { output, facts, sleep } = world;
  const prepared = await prepareJob(inputs, jobFlags(inputs, world.cwd), world);
  if (!prepared.ok) return EXIT.completed;
  const { files, git, repository, cacheDir, name, loaded } = prepared.value;
  const journal = readJournal(files.journal, readEvent);
  if (!journal.ok || journal.value.events.length === 0) return EXIT.completed;
  const { events } = journal.value;
  const store = openArtifactStore({ sleep });
  const listed = await store.list();
  const workflowRun = { id: facts.runId, attempt: facts.attempt };
  const newest = artifactName({ workflow: name, workflowRun, line: lineOf(prepared.value), sequence: events.length });
  if (listed.ok && listed.value.some((artifact) => artifact.name === newest)) return EXIT.completed;
  const landing = { git, trusted: await openTrustedGit(git, repository, cacheDir) };
  const sequence = events.length;
  const checkpoints = new RunCheckpoints({ prepared: prepared.value, world, landing, store, sequence });
  checkpoints.note(foldEvents(loaded.plan, events));
  await checkpoints.settled();
  const { problems, newest: saved } = checkpoints.saver;
  for (const { message } of problems) output.warning(message);
  for (const note of checkpoints.sessions.notes) output.warning(note);
  if (saved !== null) world.console.print(`Saved the checkpoint ${saved.name}.`);
  return EXIT.completed;
}
