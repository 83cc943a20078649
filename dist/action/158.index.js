export const id = 158;
export const ids = [158];
export const modules = {

/***/ 3158:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  A: () => (/* binding */ restoreRun)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./.cache/build/lib/base/result.js
var result = __webpack_require__(45256);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: ./.cache/build/lib/engine/apply-event.js + 1 modules
var apply_event = __webpack_require__(70447);
;// CONCATENATED MODULE: ./.cache/build/lib/engine/join-steps.js
/**
 * The journal of a run whose parallel phase ran in several jobs: what they have in common, then what happened to each child, in
 * file order, so that the same lines give the same journal. The phase has begun then, and the engine goes on with its merge.
 * Only what a line says of its own child counts.
 */
function joinSteps(plan, main, lines) {
    const joined = [...main];
    const order = new Map([...namesInOrder(plan)].map((name, index) => [name, index]));
    const known = lines
        .filter(({ child }) => order.has(child))
        .sort((a, b) => (order.get(a.child) ?? 0) - (order.get(b.child) ?? 0));
    const begun = new Set();
    for (const { child, events } of known) {
        const own = events.slice(main.length);
        const node = plan.stepsById.get(child) ?? plan.groups.get(child);
        if (node === undefined)
            continue;
        joined.push(...beginning(own, node, begun), ...own.filter((event) => isAbout(event, node)));
    }
    return joined;
}
/** How the run was resumed and the groups around the child began: once for all children. */
function beginning(events, node, begun) {
    const around = new Set();
    for (let group = node.parent; group !== null; group = group.parent)
        around.add(group.path);
    return events.filter((event) => {
        const key = event.type === 'group-started' && around.has(event.group) ? event.group : event.type;
        if (event.type !== 'run-resumed' && key === event.type)
            return false;
        if (begun.has(key))
            return false;
        begun.add(key);
        return true;
    });
}
function isAbout(event, node) {
    if (node.node === 'step')
        return 'step' in event && event.type !== 'rolled-back' && event.step === node.id;
    const isBelow = (name) => name === node.path || name.startsWith(`${node.path}/`);
    if ('group' in event)
        return isBelow(event.group);
    return 'step' in event && event.type !== 'rolled-back' && isBelow(event.step);
}
function* namesInOrder(plan) {
    for (const phase of plan.root.children) {
        if (phase.node === 'step')
            continue;
        for (const child of phase.children)
            yield child.node === 'step' ? child.id : child.path;
    }
}

// EXTERNAL MODULE: ./.cache/build/lib/engine/read-event.js
var read_event = __webpack_require__(40269);
// EXTERNAL MODULE: ./.cache/build/lib/engine/run-state.js
var run_state = __webpack_require__(75723);
// EXTERNAL MODULE: ./.cache/build/lib/journal/journal-file.js + 1 modules
var journal_file = __webpack_require__(75653);
// EXTERNAL MODULE: ./.cache/build/lib/runner/run-files.js
var run_files = __webpack_require__(95653);
;// CONCATENATED MODULE: ./.cache/build/lib/github/bring-back.js
/*
 * Brings a run back that earlier jobs have left in checkpoints: commits into the repository, the journal into its file.
 */









/**
 * Writes the journal of what was restored: of the main line with every step line joined, or of the step line that this job goes
 * on with. Refuses what a job must not go on from.
 */
async function bringBack(prepared, restored, required) {
    const { main, steps } = restored;
    // Beginning anew beside checkpoints that cannot be used would silently do paid work twice.
    if (main === null && (required || restored.refused.length > 0))
        return (0,result/* err */._)(missing(prepared.name, restored.refused));
    if (main === null)
        return (0,result.ok)({ state: null, sequence: 0 });
    const { plan } = prepared.loaded;
    const { phase, job } = prepared.choices;
    const child = job?.step ?? null;
    const lines = steps.flatMap(({ manifest: { line }, events }) => line.kind === 'step' ? [{ child: line.child, events }] : []);
    const events = child === null
        ? joinSteps(plan, main.events, lines)
        : (lines.find((line) => line.child === child)?.events ?? main.events);
    const state = (0,apply_event/* foldEvents */.v)(plan, events);
    const unready = phase === null ? null : notReady(state, { phase, required, alone: child !== null });
    if (unready !== null)
        return (0,result/* err */._)(unready);
    const written = await writeJournal(prepared, events);
    return written === null ? (0,result.ok)({ state, sequence: events.length }) : (0,result/* err */._)(written);
}
/**
 * Phases before the chosen one must have begun, unless a person has chosen that one alone, or one before them failed: then they
 * have no job. For a job that runs one step of many they must be over.
 */
function notReady(state, { phase, required, alone }) {
    const isOnlyOne = state.choices.phase === phase;
    let hasFailed = false;
    for (const child of state.plan.root.children) {
        if (child.node === 'step' || child.name === phase)
            return null;
        const { status } = (0,run_state/* groupState */.Rm)(state, child.path);
        hasFailed ||= status === 'failed' && !child.continueOnError;
        if (required && !isOnlyOne && !hasFailed && status === 'pending') {
            return {
                code: 'phase-missing',
                message: `phase '${phase}' cannot run: phase '${child.name}' before it has not run in this workflow run`,
                help: 'run the jobs of the phases in order; the newest checkpoint is from before that phase',
                exitCode: 1,
            };
        }
        // A lost job: going on with its steps here would run them on another machine and without their secrets.
        if (required && !isOnlyOne && child.type === 'sequential' && status === 'running') {
            return {
                code: 'phase-unfinished',
                message: `phase '${phase}' cannot run: the job of phase '${child.name}' before it was cut short`,
                help: 're-run the failed jobs: that one goes on from its last completed step',
                exitCode: 1,
            };
        }
        if (alone && ['running', 'merging', 'rerunning', 'validating'].includes(status)) {
            return {
                code: 'phase-not-joined',
                message: `a step of phase '${phase}' cannot run: the results of phase '${child.name}' have not been merged`,
                help: `add a job between them: command: run, phase: ${child.name}`,
                exitCode: 1,
            };
        }
    }
    return null;
}
async function writeJournal({ files, runId }, events) {
    await (0,promises_.mkdir)(files.folder, { recursive: true });
    // A runner that is not thrown away after a job has what the job before left.
    if ((0,external_node_fs_.existsSync)(files.journal))
        await (0,run_files/* archiveRun */.g)(files, `before-${runId}`);
    const opened = (0,journal_file/* openJournal */._0)(files.journal, read_event/* readEvent */.j);
    if (!opened.ok)
        return unwritable(files.journal, JSON.stringify(opened.error));
    const { journal } = opened.value;
    try {
        for (const [index, event] of events.entries()) {
            const appended = journal.append(event, { sync: index === events.length - 1 });
            if (!appended.ok)
                return unwritable(files.journal, JSON.stringify(appended.error));
        }
        return null;
    }
    finally {
        journal.close();
    }
}
function unwritable(path, why) {
    return {
        code: 'state-unwritable',
        message: `${path} cannot be written: ${why}`,
        help: 'nothing was run',
        exitCode: 1,
    };
}
function missing(workflow, refused) {
    const why = refused.map(({ name, reason, detail }) => `${name}: ${reason}: ${detail}`);
    return {
        code: 'checkpoint-missing',
        message: `this workflow run has no checkpoint of '${workflow}' that can be used${refused.length === 0 ? '' : `; ${refused.length} were refused`}`,
        help: [...why, 'run the job before this one again, or all jobs'].join('\n'),
        exitCode: 1,
    };
}

// EXTERNAL MODULE: ./.cache/build/lib/files/trouble.js
var trouble = __webpack_require__(24232);
// EXTERNAL MODULE: ./.cache/build/lib/git/references.js
var references = __webpack_require__(18636);
// EXTERNAL MODULE: ./.cache/build/lib/github/checkpoint/artifact-name.js
var artifact_name = __webpack_require__(92204);
;// CONCATENATED MODULE: ./.cache/build/lib/github/checkpoint/begins-with.js

const BLOCK_BYTES = 1024 * 1024;
/** Whether the file `longer` begins with all bytes of the file `shorter` and goes on after them. Throws the system's error. */
function beginsWith(longer, shorter) {
    const first = (0,external_node_fs_.openSync)(longer, external_node_fs_.constants.O_RDONLY | external_node_fs_.constants.O_NOFOLLOW);
    try {
        const second = (0,external_node_fs_.openSync)(shorter, external_node_fs_.constants.O_RDONLY | external_node_fs_.constants.O_NOFOLLOW);
        try {
            const { size } = (0,external_node_fs_.fstatSync)(second);
            return (0,external_node_fs_.fstatSync)(first).size > size && sameUntil(first, second, size);
        }
        finally {
            (0,external_node_fs_.closeSync)(second);
        }
    }
    finally {
        (0,external_node_fs_.closeSync)(first);
    }
}
function sameUntil(first, second, end) {
    const blocks = [Buffer.alloc(BLOCK_BYTES), Buffer.alloc(BLOCK_BYTES)];
    for (let at = 0; at < end;) {
        const wanted = Math.min(BLOCK_BYTES, end - at);
        const read = Math.min((0,external_node_fs_.readSync)(first, blocks[0], 0, wanted, at), (0,external_node_fs_.readSync)(second, blocks[1], 0, wanted, at));
        if (read === 0 || !blocks[0].subarray(0, read).equals(blocks[1].subarray(0, read)))
            return false;
        at += read;
    }
    return true;
}

// EXTERNAL MODULE: ./.cache/build/lib/github/runner/event-trust.js
var event_trust = __webpack_require__(18129);
;// CONCATENATED MODULE: ./.cache/build/lib/github/checkpoint/check-workflow-run.js

/**
 * Why another workflow run is not one to go on from; null when it is. Checkpoints are taken only from runs whose code came from
 * this repository: those of a fork were written by strangers.
 */
async function checkWorkflowRun(from, repository) {
    const { runId, lookUp } = from;
    const notUsed = (message, help) => ({
        code: 'workflow-run-refused',
        message,
        help,
        exitCode: 2,
    });
    if (!/^[1-9][0-9]{0,18}$/.test(runId)) {
        return notUsed('The id of a workflow run is a number', 'It is in the address of the run: …/actions/runs/ID.');
    }
    const found = await lookUp(runId);
    if (!found.ok) {
        const help = 'The token needs `actions: read`.';
        return {
            code: 'workflow-run-unknown',
            message: `Workflow run ${runId} cannot be looked up: ${found.error}`,
            help,
            exitCode: 1,
        };
    }
    if (found.value === null) {
        return notUsed(`There is no workflow run ${runId} in ${repository}`, 'It is in the address of the run: …/actions/runs/ID.');
    }
    const { headRepository, event } = found.value;
    if (headRepository?.toLowerCase() !== repository.toLowerCase()) {
        return notUsed(`Workflow run ${runId} ran code of ${headRepository ?? 'a fork that is gone'}`, FORK_HELP);
    }
    if ((0,event_trust/* isPrivilegedEvent */.O0)(event)) {
        return notUsed(`Workflow run ${runId} was started by ${event}: it may have run what strangers wrote`, FORK_HELP);
    }
    return null;
}
const FORK_HELP = 'Only runs of code of this repository are gone on from. Begin anew, without resume-from.';

;// CONCATENATED MODULE: ./.cache/build/lib/github/checkpoint/choose-checkpoints.js

/**
 * The artifacts that can be checkpoints of a workflow, by line. Newest is the highest attempt, then the highest sequence, then
 * the highest copy, then the one that the service made last. Names of anybody may be in the list.
 */
function chooseCheckpoints(artifacts, wanted) {
    const slug = (0,artifact_name/* workflowSlug */.Lo)(wanted.workflow);
    const lines = new Map();
    for (const artifact of artifacts) {
        const name = (0,artifact_name/* parseArtifactName */.TZ)(artifact.name);
        if (name === null || name.workflow !== slug || name.attempt < wanted.firstAttempt)
            continue;
        const line = lines.get(name.line);
        if (line === undefined)
            lines.set(name.line, [{ artifact, name }]);
        else
            line.push({ artifact, name });
    }
    for (const line of lines.values())
        line.sort(newestFirst);
    const main = lines.get('main') ?? [];
    lines.delete('main');
    return { main, steps: new Map([...lines].sort(([a], [b]) => (a < b ? -1 : 1))) };
}
function newestFirst(a, b) {
    return (b.name.attempt - a.name.attempt ||
        b.name.sequence - a.name.sequence ||
        b.name.copy - a.name.copy ||
        b.artifact.id - a.artifact.id);
}

// EXTERNAL MODULE: ./.cache/build/lib/git/bundle.js + 5 modules
var bundle = __webpack_require__(21189);
;// CONCATENATED MODULE: ./.cache/build/lib/github/checkpoint/named-commits.js
/**
 * The commits that a run goes on from: the newest result of every step and group in its journal. Earlier ones may be gone, as
 * the ref of a step that ran again holds its newest commit.
 */
function namedCommits(events) {
    const newest = new Map();
    for (const event of events) {
        if (event.type === 'step-completed')
            newest.set(`step ${event.step}`, event.commit);
        if (event.type === 'group-merged')
            newest.set(`group ${event.group}`, event.commit);
        if (event.type === 'landed')
            newest.set('landed', event.commit);
    }
    return new Set(newest.values());
}

;// CONCATENATED MODULE: ./.cache/build/lib/github/checkpoint/import-checkpoint.js



/**
 * Brings the commits and refs of a checkpoint into the repository, and checks that they hold everything that its journal goes
 * on from. Refs of an earlier attempt of the same run, in a checkout that was used before, are replaced.
 */
async function importCheckpoint({ git, trusted, remote, signal }, checkpoint) {
    const refuse = ({ reason, detail }) => (0,result/* err */._)({ kind: 'refused', refusal: { name: checkpoint.name, reason, detail } });
    const { manifest, bundleFile, events } = checkpoint;
    const expected = new Map(Object.entries(manifest.refs));
    const imported = await (0,bundle/* importBundle */.i)(git, trusted, { file: bundleFile, expected, remote, replace: true, signal });
    if (!imported.ok)
        return (0,result/* err */._)({ kind: 'failed', failure: imported.error });
    const outcome = imported.value;
    if (outcome.kind === 'refused') {
        if (outcome.why === 'missing-commits' && outcome.failure !== null) {
            return (0,result/* err */._)({ kind: 'failed', failure: outcome.failure });
        }
        return refuse(whyNotImported(outcome));
    }
    const named = new Set([...namedCommits(events), manifest.head]);
    const missing = await unreached(trusted, named, { base: manifest.base, tips: [...expected.values()] });
    if (!missing.ok)
        return (0,result/* err */._)({ kind: 'failed', failure: missing.error });
    if (missing.value.length === 0)
        return (0,result.ok)(undefined);
    return refuse({ reason: 'missing-commits', detail: `no ref of it holds ${missing.value.join(', ')}` });
}
function whyNotImported(outcome) {
    switch (outcome.why) {
        case 'corrupt':
            return { reason: 'bad-bundle', detail: outcome.detail };
        case 'odd-refs':
        case 'moved-refs':
            return { reason: 'odd-refs', detail: outcome.names.join(', ') };
        case 'missing-commits':
            return { reason: 'missing-commits', detail: outcome.commits.join(', ') };
        case 'object-format':
            return { reason: 'object-format', detail: `it is ${outcome.bundle}, and the repository ${outcome.repository}` };
    }
}
/** The `named` commits that are neither `base` nor between it and a tip. */
async function unreached(trusted, named, { base, tips }) {
    const wanted = [...named].filter((commit) => commit !== base && !tips.includes(commit));
    if (wanted.length === 0)
        return (0,result.ok)([]);
    const input = [...tips, `^${base}`].map((line) => `${line}\n`).join('');
    const listed = await trusted.run({ args: ['rev-list', '--stdin'], input, readOnly: true });
    if (!listed.ok)
        return listed;
    const reached = new Set(listed.value.text.split('\n'));
    return (0,result.ok)(wanted.filter((commit) => !reached.has(commit)));
}

// EXTERNAL MODULE: ./.cache/build/lib/files/read-file-bounded.js
var read_file_bounded = __webpack_require__(61998);
// EXTERNAL MODULE: ./.cache/build/lib/github/checkpoint/file-digest.js
var file_digest = __webpack_require__(21995);
// EXTERNAL MODULE: ./.cache/build/lib/github/checkpoint/manifest.js
var checkpoint_manifest = __webpack_require__(81141);
;// CONCATENATED MODULE: ./.cache/build/lib/github/checkpoint/open-checkpoint.js








/**
 * Downloads a checkpoint and checks all that can be told without git: that it holds the files that its manifest names, that the
 * manifest is of this place and this name, and that the journal is whole and of the same run. Rejects with the system's error.
 */
async function openCheckpoint({ store, expected, folder }, { artifact, name }) {
    const refuse = ({ reason, detail }) => (0,result/* err */._)({ kind: 'refused', refusal: { name: artifact.name, reason, detail } });
    const place = (0,external_node_path_.join)(folder, String(artifact.id));
    const downloaded = await store.download({ artifact, folder: place, allowed: checkpoint_manifest/* CHECKPOINT_LIMITS */.GW });
    if (!downloaded.ok) {
        const why = whyNotDownloaded(downloaded.error);
        return why === null ? (0,result/* err */._)({ kind: 'failed', trouble: downloaded.error }) : refuse(why);
    }
    const manifest = await readManifest(place, downloaded.value);
    if (!manifest.ok)
        return refuse(manifest.error);
    const isSame = (0,artifact_name/* nameOfCopy */.wI)((0,artifact_name/* artifactName */.Cs)(manifest.value), name.copy) === artifact.name;
    if (!isSame)
        return refuse({ reason: 'name-differs', detail: 'its manifest is that of another checkpoint' });
    const foreign = whyForeign(manifest.value, expected);
    if (foreign !== null)
        return refuse(foreign);
    const journalFile = (0,external_node_path_.join)(place, checkpoint_manifest/* JOURNAL_FILE */.RD);
    const events = readEvents(journalFile, manifest.value);
    if (!events.ok)
        return refuse(events.error);
    const bundleFile = checkpoint_manifest/* BUNDLE_FILE */.Ij in manifest.value.files ? (0,external_node_path_.join)(place, checkpoint_manifest/* BUNDLE_FILE */.Ij) : null;
    return (0,result.ok)({ name: artifact.name, manifest: manifest.value, journalFile, bundleFile, events: events.value });
}
/** null for what says nothing about the artifact itself. */
function whyNotDownloaded(trouble) {
    switch (trouble.reason) {
        case 'not-found':
            return { reason: 'gone', detail: 'it is not there any more' };
        case 'digest-mismatch':
            return { reason: 'digest-mismatch', detail: 'what was downloaded is not what was uploaded' };
        case 'bad-content':
            return { reason: 'bad-content', detail: trouble.detail };
        case 'no-service':
        case 'exists':
        case 'failed':
            return null;
    }
}
/** Reads the manifest and compares the other files with it. */
async function readManifest(folder, names) {
    if (!names.includes(checkpoint_manifest/* MANIFEST_FILE */.h1))
        return (0,result/* err */._)({ reason: 'bad-content', detail: 'it has no manifest' });
    const text = (0,read_file_bounded/* readFileBounded */.Y)((0,external_node_path_.join)(folder, checkpoint_manifest/* MANIFEST_FILE */.h1), checkpoint_manifest/* CHECKPOINT_LIMITS */.GW.get(checkpoint_manifest/* MANIFEST_FILE */.h1) ?? 0);
    if (!text.ok)
        return (0,result/* err */._)({ reason: 'bad-content', detail: `its manifest cannot be read: ${text.error.code}` });
    const manifest = (0,checkpoint_manifest/* parseManifest */.Ng)(text.value.toString('utf8'));
    if (!manifest.ok)
        return (0,result/* err */._)({ reason: 'bad-manifest', detail: manifest.error.join('; ') });
    const { files } = manifest.value;
    const isComplete = names.length === Object.keys(files).length + 1;
    if (!isComplete)
        return (0,result/* err */._)({ reason: 'bad-content', detail: 'it holds other files than its manifest says' });
    for (const [name, expected] of Object.entries(files)) {
        if (!names.includes(name))
            return (0,result/* err */._)({ reason: 'bad-content', detail: `${name} is missing` });
        const found = await (0,file_digest/* fileDigest */.h)((0,external_node_path_.join)(folder, name));
        if (found.sha256 !== expected.sha256 || found.bytes !== expected.bytes) {
            return (0,result/* err */._)({ reason: 'digest-mismatch', detail: `${name} is not the one that its manifest names` });
        }
    }
    return manifest;
}
function whyForeign(manifest, expected) {
    const { repository, workflow, workflowRun } = manifest;
    const { lastAttempt } = expected;
    if (repository !== expected.repository) {
        return { reason: 'other-repository', detail: `it is of ${repository}, not of ${expected.repository}` };
    }
    if (workflow !== expected.workflow) {
        return { reason: 'other-workflow', detail: `it is of workflow ${workflow}, not of ${expected.workflow}` };
    }
    if (workflowRun.id !== expected.workflowRun) {
        return { reason: 'other-workflow-run', detail: `it is of workflow run ${workflowRun.id}` };
    }
    if (lastAttempt !== null && workflowRun.attempt > lastAttempt) {
        return {
            reason: 'other-workflow-run',
            detail: `it is of attempt ${workflowRun.attempt}, and this one is ${lastAttempt}`,
        };
    }
    return null;
}
function readEvents(file, { runId, workflow, base, sequence }) {
    const bad = (detail) => (0,result/* err */._)({ reason: 'bad-journal', detail });
    const journal = (0,journal_file/* readJournal */.a0)(file, read_event/* readEvent */.j);
    if (!journal.ok)
        return bad(`line ${journal.error.line}: found ${journal.error.found}`);
    const { events, torn } = journal.value;
    if (torn > 0)
        return bad('its last record is torn');
    if (events.length !== sequence)
        return bad(`it has ${events.length} events, and its manifest says ${sequence}`);
    const [first] = events;
    if (first?.type !== 'run-started')
        return bad('it does not begin with the start of a run');
    if (first.runId !== runId || first.workflow !== workflow || first.base.commit !== base) {
        return bad('it is of another run than its manifest says');
    }
    return (0,result.ok)(events);
}

;// CONCATENATED MODULE: ./.cache/build/lib/github/checkpoint/restore-checkpoint.js











/**
 * Finds the newest valid checkpoint of every line, and brings its commits and refs into the repository. What is not valid is
 * refused by name, and the next older one is looked at. The error is for what says nothing about the checkpoints (no service,
 * no network, a full disk): then nothing is begun anew, as that would throw work away.
 */
async function restoreCheckpoints(request) {
    try {
        return await new Restoring(request).run();
    }
    catch (error) {
        const { path, code } = (0,trouble/* fileTrouble */.A)(error, request.folder);
        return (0,result/* err */._)(notRestored(`${path}: ${code}`, 'Free some disk space, or look at the permissions of that folder.'));
    }
}
/** Newer ones that were refused cost a download each; nobody of us leaves that many. */
const MOST_TRIES = 30;
class Restoring {
    #request;
    #refused = [];
    /** Of the checkpoints that were accepted. */
    #refs = new Map();
    constructor(request) {
        this.#request = request;
    }
    async run() {
        const { store, facts, workflow, from, firstAttempt, folder } = this.#request;
        const repository = `${facts.owner}/${facts.repo}`;
        const problem = from === null ? null : await checkWorkflowRun(from, repository);
        if (problem !== null)
            return (0,result/* err */._)(problem);
        const listed = await store.list();
        if (!listed.ok)
            return (0,result/* err */._)(listProblem(listed.error));
        const wanted = { workflow, firstAttempt: from === null ? firstAttempt : 1 };
        const chosen = chooseCheckpoints(listed.value, wanted);
        await (0,promises_.mkdir)(folder, { recursive: true });
        const opening = {
            store,
            expected: {
                repository,
                workflow,
                workflowRun: from?.runId ?? facts.runId,
                lastAttempt: from === null ? facts.attempt : null,
            },
            folder: await (0,promises_.mkdtemp)((0,external_node_path_.join)(folder, 'restored-')),
        };
        const main = await this.#newest(opening, chosen.main, () => null);
        if (!main.ok)
            return main;
        const steps = main.value === null ? (0,result.ok)([]) : await this.#steps(opening, chosen.steps, main.value);
        return steps.ok ? (0,result.ok)({ main: main.value, steps: steps.value, refused: this.#refused }) : steps;
    }
    async #steps(opening, lines, main) {
        const { children } = this.#request;
        const slugs = children === 'all' ? null : children.map((child) => (0,artifact_name/* lineSlug */.EF)({ kind: 'step', phase: '', child }));
        const found = [];
        for (const [slug, candidates] of lines) {
            if (slugs !== null && !slugs.includes(slug))
                continue;
            // What does not go beyond the main line has been joined by it.
            const newer = candidates.filter(({ name }) => name.sequence > main.manifest.sequence);
            const newest = await this.#newest(opening, newer, (opened) => this.#whyNotJoined(opened, main));
            if (!newest.ok)
                return newest;
            if (newest.value !== null)
                found.push(newest.value);
        }
        return (0,result.ok)(found);
    }
    /** A step line adds to the main line: it neither tells another story nor moves refs of others. */
    #whyNotJoined({ manifest, journalFile }, main) {
        const { line, runId, refs } = manifest;
        if (line.kind !== 'step' || runId !== main.manifest.runId || !beginsWith(journalFile, main.journalFile)) {
            return { reason: 'not-a-continuation', detail: 'its journal does not go on where that of the main line ends' };
        }
        const own = (0,references/* referenceName */.z$)(runId, line.child);
        const isOwn = (ref) => ref === own || ref.startsWith(`${own}/`) || ref.startsWith(`${own}.`);
        const moved = Object.entries(refs).find(([ref, to]) => !isOwn(ref) && (this.#refs.get(ref) ?? to) !== to);
        return moved === undefined ? null : { reason: 'odd-refs', detail: `${moved[0]} is of another line` };
    }
    /** The first that is valid; what is before it is refused. */
    async #newest(opening, candidates, whyNot) {
        for (const candidate of candidates.slice(0, MOST_TRIES)) {
            const opened = await openCheckpoint(opening, candidate);
            if (!opened.ok) {
                if (opened.error.kind === 'failed')
                    return (0,result/* err */._)(downloadProblem(candidate.artifact.name, opened.error.trouble));
                this.#refused.push(opened.error.refusal);
                continue;
            }
            const why = whyNot(opened.value);
            if (why !== null) {
                this.#refused.push({ name: opened.value.name, ...why });
                continue;
            }
            const imported = await importCheckpoint(this.#request, opened.value);
            if (imported.ok) {
                for (const [ref, commit] of Object.entries(opened.value.manifest.refs))
                    this.#refs.set(ref, commit);
                return opened;
            }
            if (imported.error.kind === 'failed')
                return (0,result/* err */._)(importProblem(opened.value.name, imported.error.failure));
            this.#refused.push(imported.error.refusal);
        }
        return (0,result.ok)(null);
    }
}
function listProblem(trouble) {
    const detail = 'detail' in trouble ? trouble.detail : trouble.reason;
    if (trouble.reason !== 'no-service')
        return notRestored(`the artifacts cannot be listed: ${detail}`, TRY_AGAIN);
    const help = 'Checkpoints need GitHub Actions, in an action of its own (not in a `run:` step).';
    return { code: 'no-artifact-service', message: `There is no artifact service here: ${detail}`, help, exitCode: 1 };
}
function downloadProblem(name, trouble) {
    const detail = 'detail' in trouble ? trouble.detail : trouble.reason;
    return notRestored(`${name} cannot be downloaded: ${detail}`, TRY_AGAIN);
}
function importProblem(name, failure) {
    const said = 'outputTail' in failure ? failure.outputTail.trim() : failure.reason;
    return notRestored(`the commits of ${name} cannot be taken over: ${said}`, TRY_AGAIN);
}
const TRY_AGAIN = 'Nothing is lost: re-run the failed job. If it stays so, delete that artifact, or begin anew.';
function notRestored(why, help) {
    return { code: 'checkpoint-not-restored', message: `No checkpoint was restored: ${why}`, help, exitCode: 1 };
}

;// CONCATENATED MODULE: ./.cache/build/lib/github/restore-run.js




/** Brings the run of a job back from its newest checkpoints; those that were refused are told as warnings. */
async function restoreRun({ inputs, prepared, world }, landing, { store, from, required }) {
    const { facts, output, signal, remote } = world;
    const child = prepared.choices.job?.step ?? null;
    const restored = await restoreCheckpoints({
        store,
        facts,
        workflow: prepared.name,
        firstAttempt: inputs.firstAttempt,
        from,
        children: child === null ? 'all' : [child],
        git: prepared.git,
        trusted: landing.trusted,
        remote,
        folder: (0,external_node_path_.join)(facts.temp, 'workflow-runner', 'restored'),
        signal,
    });
    if (!restored.ok && restored.error.code === 'no-artifact-service' && !required) {
        output.warning(`${restored.error.message}: this job goes without checkpoints. ${restored.error.help}`);
        return (0,result.ok)({ state: null, sequence: 0 });
    }
    if (!restored.ok)
        return restored;
    for (const { name, reason, detail } of restored.value.refused)
        output.warning(`The checkpoint ${name} was not used (${reason}): ${detail}`);
    const back = await bringBack(prepared, restored.value, required);
    return back.ok ? (0,result.ok)(back.value) : back;
}


/***/ })

};
