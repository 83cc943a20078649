export const id = 285;
export const ids = [285];
export const modules = {

/***/ 54296:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ resumeSource)
/* harmony export */ });
/* harmony import */ var _storage_artifact_store_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(18088);

/** The checkpoints of the workflow run that `resume-from` names; null when this one is to be looked at. */
function resumeSource({ resumeFrom }, world) {
    const { facts, token, sleep } = world;
    if (resumeFrom === null || resumeFrom === facts.runId)
        return null;
    const { owner, repo } = facts;
    const store = (0,_storage_artifact_store_js__WEBPACK_IMPORTED_MODULE_0__/* .openArtifactReader */ .QH)({ owner, repo, runId: resumeFrom, token }, { sleep });
    // Loaded when it is asked: few runs go on from another one.
    const lookUp = async (runId) => (await Promise.all(/* import() */[__webpack_require__.e(723), __webpack_require__.e(745)]).then(__webpack_require__.bind(__webpack_require__, 9745))).lookUpThroughRest(world)(runId);
    return { store, from: { runId: resumeFrom, lookUp } };
}


/***/ }),

/***/ 89648:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  F: () => (/* binding */ RunCheckpoints),
  c: () => (/* binding */ lineOf)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./.cache/build/lib/engine/run-state.js
var run_state = __webpack_require__(75723);
// EXTERNAL MODULE: ./.cache/build/lib/git/references.js
var references = __webpack_require__(18636);
// EXTERNAL MODULE: ./.cache/build/lib/github/checkpoint/artifact-name.js
var artifact_name = __webpack_require__(92204);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./.cache/build/lib/base/result.js
var result = __webpack_require__(45256);
// EXTERNAL MODULE: ./.cache/build/lib/files/trouble.js
var trouble = __webpack_require__(24232);
// EXTERNAL MODULE: ./.cache/build/lib/files/read-file-bounded.js
var read_file_bounded = __webpack_require__(61998);
// EXTERNAL MODULE: ./.cache/build/lib/git/bundle.js + 5 modules
var git_bundle = __webpack_require__(21189);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: ./.cache/build/lib/files/append-fully.js
var append_fully = __webpack_require__(13654);
// EXTERNAL MODULE: ./.cache/build/lib/files/read-lines.js
var read_lines = __webpack_require__(65493);
;// CONCATENATED MODULE: ./.cache/build/lib/github/checkpoint/copy-journal.js




const LONGEST_RECORD_BYTES = 64 * 1024 * 1024;
/**
 * Copies the first record and `sequence` events of a journal, byte for byte, into the new file `to`. Gives null when the
 * journal holds fewer. Throws the system's error.
 */
function copyJournal(from, to, sequence) {
    const source = (0,external_node_fs_.openSync)(from, external_node_fs_.constants.O_RDONLY | external_node_fs_.constants.O_NOFOLLOW);
    try {
        const target = (0,external_node_fs_.openSync)(to, 'wx', 0o600);
        try {
            return copyRecords({ source, target, hash: (0,external_node_crypto_.createHash)('sha256') }, sequence + 1);
        }
        finally {
            (0,external_node_fs_.closeSync)(target);
        }
    }
    finally {
        (0,external_node_fs_.closeSync)(source);
    }
}
function copyRecords({ source, target, hash }, records) {
    let bytes = 0;
    let copied = 0;
    for (const line of (0,read_lines/* readLines */.S)(source, LONGEST_RECORD_BYTES)) {
        if (!line.ended || line.tooLong)
            break;
        const record = Buffer.concat([line.bytes, Buffer.from('\n')]);
        (0,append_fully/* appendFully */.B)(target, record, bytes);
        hash.update(record);
        bytes += record.length;
        copied += 1;
        if (copied === records)
            return { sha256: hash.digest('hex'), bytes };
    }
    return null;
}

// EXTERNAL MODULE: ./.cache/build/lib/github/checkpoint/file-digest.js
var file_digest = __webpack_require__(21995);
// EXTERNAL MODULE: ./.cache/build/lib/github/checkpoint/manifest.js
var checkpoint_manifest = __webpack_require__(81141);
;// CONCATENATED MODULE: ./.cache/build/lib/github/checkpoint/save-checkpoint.js










/**
 * Saves where a run stands as an artifact: its journal, the commits of its refs since `base`, and a manifest. Saving the same
 * again is fine: then the artifact that is there is the answer.
 */
async function saveCheckpoint(context, snapshot) {
    let folder = null;
    try {
        await (0,promises_.mkdir)(context.folder, { recursive: true });
        folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)(context.folder, 'checkpoint-'));
        const manifest = await writeFiles(context, snapshot, (0,external_node_path_.join)(folder, 'files'));
        if (!manifest.ok)
            return manifest;
        return await upload(context, manifest.value, folder);
    }
    catch (error) {
        const { path, code } = (0,trouble/* fileTrouble */.A)(error, context.folder);
        return (0,result/* err */._)(notSaved(`${path}: ${code}`, 'Free some disk space, or look at the permissions of that folder.'));
    }
    finally {
        if (folder !== null)
            await (0,promises_.rm)(folder, { recursive: true, force: true }).catch(() => undefined);
    }
}
/** Writes the files of the checkpoint into a new folder; the manifest is the last. Rejects with the system's error. */
async function writeFiles({ git, trusted, journalFile, facts, workflow }, { refs, ...snapshot }, folder) {
    await (0,promises_.mkdir)(folder);
    const journal = copyJournal(journalFile, (0,external_node_path_.join)(folder, checkpoint_manifest/* JOURNAL_FILE */.RD), snapshot.sequence);
    if (journal === null) {
        return (0,result/* err */._)(notSaved(`the journal holds fewer than ${snapshot.sequence} events`, 'This is a bug; please report it.'));
    }
    const file = (0,external_node_path_.join)(folder, checkpoint_manifest/* BUNDLE_FILE */.Ij);
    const bundled = await (0,git_bundle/* createBundle */.t)(git, trusted, { file, base: snapshot.base, refs });
    if (!bundled.ok)
        return (0,result/* err */._)(notSaved(`git cannot bundle its commits: ${lastWords(bundled.error)}`, 'See the log.'));
    const bundle = bundled.value === 'empty' ? null : await (0,file_digest/* fileDigest */.h)(file);
    const files = { [checkpoint_manifest/* JOURNAL_FILE */.RD]: journal, ...(bundle === null ? {} : { [checkpoint_manifest/* BUNDLE_FILE */.Ij]: bundle }) };
    const tooLarge = Object.entries(files).find(([name, { bytes }]) => bytes > limitOf(name));
    if (tooLarge !== undefined)
        return (0,result/* err */._)(largeProblem(...tooLarge));
    const manifest = {
        format: 1,
        repository: `${facts.owner}/${facts.repo}`,
        workflow,
        workflowRun: { id: facts.runId, attempt: facts.attempt },
        job: facts.job,
        ...snapshot,
        refs: Object.fromEntries([...refs].sort(([a], [b]) => (a < b ? -1 : 1))),
        files,
    };
    await (0,promises_.writeFile)((0,external_node_path_.join)(folder, checkpoint_manifest/* MANIFEST_FILE */.h1), (0,checkpoint_manifest/* manifestText */.$2)(manifest));
    return (0,result.ok)(manifest);
}
/** A name may be taken: by an upload of ours whose answer was lost, or by half an upload. Then the next copy gets another. */
async function upload({ store, retentionDays }, manifest, folder) {
    const files = [checkpoint_manifest/* MANIFEST_FILE */.h1, ...Object.keys(manifest.files)];
    const days = retentionDays === undefined ? {} : { retentionDays };
    for (let copy = 1; copy <= artifact_name/* MOST_COPIES */.mL; copy += 1) {
        const name = (0,artifact_name/* nameOfCopy */.wI)((0,artifact_name/* artifactName */.Cs)(manifest), copy);
        const uploaded = await store.upload({ name, folder: (0,external_node_path_.join)(folder, 'files'), files, ...days });
        if (uploaded.ok)
            return (0,result.ok)({ name, sequence: manifest.sequence });
        if (uploaded.error.reason !== 'exists')
            return (0,result/* err */._)(uploadProblem(uploaded.error));
        if (await isSame({ store, name, manifest, folder }))
            return (0,result.ok)({ name, sequence: manifest.sequence });
    }
    const help = 'Delete the artifacts of this workflow run whose names begin so.';
    return (0,result/* err */._)(notSaved(`all ${artifact_name/* MOST_COPIES */.mL} names like ${(0,artifact_name/* artifactName */.Cs)(manifest)} are taken by something else`, help));
}
/** Whether the artifact of that name holds exactly this manifest, which names the digests of the rest. */
async function isSame({ store, name, manifest, folder }) {
    const listed = await store.list();
    const artifact = listed.ok ? listed.value.find((one) => one.name === name) : undefined;
    if (artifact === undefined)
        return false;
    const there = (0,external_node_path_.join)(folder, `there-${name}`);
    const downloaded = await store.download({ artifact, folder: there, allowed: checkpoint_manifest/* CHECKPOINT_LIMITS */.GW });
    if (!downloaded.ok)
        return false;
    const text = (0,read_file_bounded/* readFileBounded */.Y)((0,external_node_path_.join)(there, checkpoint_manifest/* MANIFEST_FILE */.h1), limitOf(checkpoint_manifest/* MANIFEST_FILE */.h1));
    if (!text.ok || text.value.toString('utf8') !== (0,checkpoint_manifest/* manifestText */.$2)(manifest))
        return false;
    for (const [file, expected] of Object.entries(manifest.files)) {
        if (!downloaded.value.includes(file))
            return false;
        if ((await (0,file_digest/* fileDigest */.h)((0,external_node_path_.join)(there, file))).sha256 !== expected.sha256)
            return false;
    }
    return true;
}
function limitOf(file) {
    return checkpoint_manifest/* CHECKPOINT_LIMITS */.GW.get(file) ?? 0;
}
function largeProblem(name, { bytes }) {
    const megabytes = (count) => `${Math.ceil(count / 1024 / 1024)} MB`;
    return notSaved(`its ${name} has ${megabytes(bytes)}, more than the ${megabytes(limitOf(name))} that a job takes over from another`, 'Keep large generated files out of the steps’ changes.');
}
function uploadProblem(trouble) {
    if (trouble.reason === 'no-service') {
        const help = 'Checkpoints need GitHub Actions, in an action of its own (not in a `run:` step).';
        const message = `There is no artifact service here: ${trouble.detail}`;
        return { code: 'no-artifact-service', message, help, exitCode: 1 };
    }
    const detail = 'detail' in trouble ? trouble.detail : trouble.reason;
    const help = /storage quota/.test(detail)
        ? 'Delete old artifacts, or shorten their retention in the settings of the repository.'
        : 'The next checkpoint is tried again; re-run the job when none was saved.';
    return notSaved(`it cannot be uploaded: ${detail}`, help);
}
function lastWords(failure) {
    return failure.reason === 'command-failed' ? (failure.outputTail.trim().split('\n').at(-1) ?? '') : failure.reason;
}
function notSaved(why, help) {
    return { code: 'checkpoint-not-saved', message: `The checkpoint was not saved: ${why}`, help, exitCode: 1 };
}

;// CONCATENATED MODULE: ./.cache/build/lib/github/checkpoint/checkpoint-saver.js


/** GitHub takes 500 artifacts of a job (upload-artifact, README). After this many, only what is settled is saved. */
const MOST_EAGER_SAVES = 400;
/** The newest, and the one before in case that the newest turns out to be damaged. */
const KEPT_OF_A_LINE = 2;
/**
 * Saves checkpoints beside the run, one at a time. One that cannot be saved is a problem to tell of, not the end of the run:
 * the next one holds everything that it would have held.
 */
class CheckpointSaver {
    #context;
    #problems = [];
    #notes = [];
    /** Names of what this job has saved, by line, oldest first. */
    #saved = new Map();
    #newest = null;
    #next = null;
    #work = null;
    #saves = 0;
    /** How many wait for everything to be settled; with a flag, the first to end would stop the saving for the others. */
    #settling = 0;
    constructor(context) {
        this.#context = context;
    }
    get problems() {
        return this.#problems;
    }
    get notes() {
        return this.#notes;
    }
    get newest() {
        return this.#newest;
    }
    note(snapshot) {
        this.#next = snapshot;
        this.#work ??= this.#saveAll();
    }
    async settled() {
        this.#settling += 1;
        while (this.#next !== null || this.#work !== null)
            await (this.#work ??= this.#saveAll());
        this.#settling -= 1;
    }
    async #saveAll() {
        // A turn later, so that several notes at once are one checkpoint.
        await Promise.resolve();
        while (this.#next !== null && this.#maySave()) {
            const snapshot = this.#next;
            this.#next = null;
            this.#saves += 1;
            const saved = await this.#save(snapshot);
            if (!saved.ok)
                this.#problems.push(saved.error);
            else
                await this.#keep(saved.value, (0,artifact_name/* lineSlug */.EF)(snapshot.line));
        }
        this.#work = null;
    }
    #maySave() {
        return this.#settling > 0 || this.#saves < MOST_EAGER_SAVES;
    }
    async #save(snapshot) {
        try {
            return await saveCheckpoint(this.#context, snapshot);
        }
        catch (error) {
            const message = `The checkpoint was not saved: ${error instanceof Error ? error.message : String(error)}`;
            const help = 'This is a bug; please report it.';
            return { ok: false, error: { code: 'checkpoint-not-saved', message, help, exitCode: 1 } };
        }
    }
    /** Older ones of the same line, saved by this job, only take room. */
    async #keep(saved, line) {
        this.#newest = saved;
        const names = this.#saved.get(line) ?? [];
        this.#saved.set(line, names);
        if (names.at(-1) !== saved.name)
            names.push(saved.name);
        while (names.length > KEPT_OF_A_LINE) {
            const name = names.shift();
            const removed = await this.#context.store.remove(name);
            if (!removed.ok)
                this.#notes.push(`The older checkpoint ${name} was not deleted (${removed.error.reason}).`);
        }
    }
}

;// CONCATENATED MODULE: ./.cache/build/lib/github/run-checkpoints.js




/** The line that a job is on: its own when it runs one step of a parallel phase, else the main one. */
function lineOf({ choices: { phase, job } }) {
    const child = job?.step ?? null;
    return child === null ? { kind: 'main' } : { kind: 'step', phase: phase ?? '', child };
}
/** Saves a checkpoint of a run whenever something was done that must not be lost. */
class RunCheckpoints {
    saver;
    #landing;
    #line;
    #sequence;
    /** Of the newest that was noted. */
    #wanted = 0;
    #noting = Promise.resolve();
    constructor({ prepared, world, landing, store, sequence }) {
        const { git, files, name: workflow } = prepared;
        this.#landing = landing;
        this.#line = lineOf(prepared);
        this.#sequence = sequence;
        const folder = (0,external_node_path_.join)(world.facts.temp, 'workflow-runner', 'saved');
        const { trusted } = landing;
        this.saver = new CheckpointSaver({
            store,
            git,
            trusted,
            journalFile: files.journal,
            facts: world.facts,
            workflow,
            folder,
        });
    }
    /** To be called with every event, after it was written down. */
    onEvent = (event, state) => {
        this.#sequence += 1;
        if (isWorthSaving(event))
            this.note(state);
    };
    /** Saves where the run stands now. */
    note(state) {
        const { runId, base, status } = state;
        const line = this.#line;
        const head = state.landed?.commit ?? state.afterHooks ?? (0,run_state/* headCommit */.Qo)(state);
        const refs = recordedRefs(state);
        const snapshot = { runId, line, sequence: this.#sequence, base: base.commit, head, status, refs };
        this.#wanted = this.#sequence;
        this.#noting = this.#noting.then(() => this.#noteWithRefs(snapshot));
    }
    /** Whether all is saved that was noted: else the jobs after this one do not know of it. To be asked when settled. */
    get isSaved() {
        return (this.saver.newest?.sequence ?? 0) >= this.#wanted;
    }
    /** Resolves when everything noted is saved, or was given up on. */
    settled = async () => {
        await this.#noting;
        await this.saver.settled();
    };
    /**
     * What is kept of the run by now may be more than what the events tell of: that does no harm. A step can move these refs, so
     * what was recorded counts more.
     */
    async #noteWithRefs(snapshot) {
        const { git, trusted } = this.#landing;
        const kept = await (0,references/* listReferences */.Xo)(git, trusted.repository, `${references/* REFERENCE_ROOT */.jG}/${snapshot.runId}`);
        this.saver.note({ ...snapshot, refs: new Map([...(kept.ok ? kept.value : []), ...snapshot.refs]) });
    }
}
/** The results of the steps that have completed and changed something, by ref. */
function recordedRefs({ runId, base, steps }) {
    const completed = [...steps.values()].filter(({ status }) => status === 'completed');
    const refs = completed.map(({ step, result }) => [(0,references/* referenceName */.z$)(runId, step.id), result?.commit ?? base.commit]);
    return new Map(refs.filter(([, commit]) => commit !== base.commit));
}
/** Everything after which a repetition would cost: work that is done, money that is spent, an end. */
function isWorthSaving(event) {
    switch (event.type) {
        case 'step-completed':
        case 'step-failed':
        case 'merge-conflicted':
        case 'group-merged':
        case 'result-validated':
        case 'hooks-ran':
        case 'landed':
        case 'run-paused':
        case 'run-ended':
            return true;
        case 'run-started':
        case 'run-resumed':
        case 'step-started':
        case 'step-skipped':
        case 'group-started':
        case 'group-skipped':
        case 'group-validated':
        case 'landing-started':
        case 'rolled-back':
            return false;
    }
}


/***/ }),

/***/ 43285:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runJob: () => (/* binding */ runJob)
});

// EXTERNAL MODULE: ./.cache/build/lib/commands/perform-run.js + 17 modules
var perform_run = __webpack_require__(73658);
// EXTERNAL MODULE: ./.cache/build/lib/commands/run-tools.js
var run_tools = __webpack_require__(81273);
// EXTERNAL MODULE: ./.cache/build/lib/commands/world.js
var world = __webpack_require__(99974);
// EXTERNAL MODULE: ./.cache/build/lib/github/storage/artifact-store.js + 1 modules
var artifact_store = __webpack_require__(18088);
// EXTERNAL MODULE: ./.cache/build/lib/github/runner/event-trust.js
var event_trust = __webpack_require__(18129);
// EXTERNAL MODULE: ./.cache/build/lib/github/finish-job.js + 6 modules
var finish_job = __webpack_require__(4274);
// EXTERNAL MODULE: ./.cache/build/lib/github/job-flags.js
var job_flags = __webpack_require__(24058);
// EXTERNAL MODULE: ./.cache/build/lib/git/remote.js + 1 modules
var remote = __webpack_require__(17569);
// EXTERNAL MODULE: ./.cache/build/lib/github/publish/publish-command.js + 18 modules
var publish_command = __webpack_require__(94382);
// EXTERNAL MODULE: ./.cache/build/lib/github/publish-settings.js
var publish_settings = __webpack_require__(29096);
;// CONCATENATED MODULE: ./.cache/build/lib/github/land-by-push.js



/**
 * Lands by a push to the base branch. When that has moved, the merge is given back to be validated, as locally; where the branch
 * is protected, or the merge conflicts, a pull request is opened instead.
 */
async function landByPush(request, job) {
    const { inputs, world, landing, state } = job;
    const { from, to } = request;
    const validation = { commit: to, checks: [] };
    const wanted = (0,publish_settings/* publishRequest */.l)(inputs, world.facts, { landing, state, result: to, mode: 'push', validation });
    if (!wanted.ok)
        return refused(wanted.error);
    const base = { ...wanted.value.base, commit: from };
    const pushed = await (0,publish_command/* publish */.m)({ ...wanted.value, base, whenBaseMoved: 'tell' }, world);
    if (!pushed.ok)
        return refused(pushed.error);
    const branch = `refs/heads/${base.branch}`;
    switch (pushed.value.kind) {
        case 'landed':
            return { outcome: 'landed', how: 'fast-forward', branch };
        case 'nothing':
            return { outcome: 'landed', how: 'nothing-to-land', branch: null };
        case 'declined':
            return { outcome: 'landed', how: 'kept', branch: null };
        case 'pull-request':
            return { outcome: 'landed', how: 'branch', branch: pushed.value.branch };
        case 'base-moved': {
            const merged = await mergeWithTip(pushed.value.tip, request, job);
            if (merged !== null)
                return merged;
            const instead = await (0,publish_command/* publish */.m)({ ...wanted.value, base, mode: 'pull-request' }, world);
            if (!instead.ok)
                return refused(instead.error);
            const at = instead.value.kind === 'pull-request' ? instead.value.branch : null;
            return { outcome: 'landed', how: at === null ? 'kept' : 'branch', branch: at };
        }
    }
}
/** The tip and the result merged; null when they conflict. */
async function mergeWithTip(tip, { to }, { world, landing, state }) {
    const { trusted } = landing;
    const obtained = await (0,remote/* obtainCommit */.LB)(trusted, { remote: world.remote, commit: tip, signal: world.signal });
    if (!obtained.ok || obtained.value === 'not-found') {
        const why = obtained.ok ? 'it is not there' : JSON.stringify(obtained.error);
        const message = `the base branch has moved to ${tip}, which cannot be fetched: ${why}`;
        return refused({ message, help: 're-run the failed job' });
    }
    const merged = await trusted.mergeTrees(tip, to);
    if (!merged.ok)
        return { outcome: 'refused', failure: merged.error };
    if (merged.value.kind === 'conflict')
        return null;
    const commit = await trusted.commit({
        tree: merged.value.tree,
        parents: [tip, to],
        message: `Merge workflow ${state.plan.workflow}`,
        trailers: [['Workflow-Run', state.runId]],
        atMs: world.now(),
    });
    return commit.ok
        ? { outcome: 'base-moved', from: tip, merged: commit.value }
        : { outcome: 'refused', failure: commit.error };
}
function refused({ message, help }) {
    return { outcome: 'refused', failure: { reason: 'publish-refused', message, help } };
}

// EXTERNAL MODULE: ./.cache/build/lib/github/runner/post-state.js
var post_state = __webpack_require__(47782);
// EXTERNAL MODULE: ./.cache/build/lib/github/restore-run.js + 9 modules
var restore_run = __webpack_require__(3158);
// EXTERNAL MODULE: ./.cache/build/lib/github/resume-source.js
var resume_source = __webpack_require__(54296);
// EXTERNAL MODULE: ./.cache/build/lib/github/run-checkpoints.js + 3 modules
var run_checkpoints = __webpack_require__(89648);
// EXTERNAL MODULE: ./.cache/build/lib/github/tell-problem.js
var tell_problem = __webpack_require__(67406);
;// CONCATENATED MODULE: ./.cache/build/lib/github/run-command.js
/*
 * `run` on GitHub: brings the run back from its newest checkpoint, runs what this job is for, saves a checkpoint after each
 * completed step, and tells the result. The engine, the steps and the rules are those of the command line.
 */













/** From this part of the time that a job has, no further step starts. */
const WIND_DOWN = 0.85;
const MINUTE_MS = 60_000;
/** Runs a workflow, a phase or one step of a parallel phase. Resolves with the exit code. */
async function runJob(inputs, outer) {
    const world = { ...outer, runProcess: (0,run_tools/* redacting */.qG)(outer.runProcess, outer.env) };
    const untrusted = (0,event_trust/* untrustedEvent */.BT)(world.facts);
    if (untrusted !== null)
        return (0,tell_problem/* tellProblem */.J)(untrusted, world.output);
    const flags = (0,job_flags/* jobFlags */.d)(inputs);
    const prepared = await (0,job_flags/* prepareJob */.L)(inputs, flags, world);
    if (!prepared.ok)
        return (0,tell_problem/* tellProblem */.J)(prepared.error, world.output);
    if (inputs.dryRun) {
        const { runCommand } = await __webpack_require__.e(/* import() */ 441).then(__webpack_require__.bind(__webpack_require__, 13441));
        return runCommand(prepared.value.name, flags, world);
    }
    const job = new RunJob(inputs, prepared.value, world);
    const performed = await world.output.guard(() => (0,perform_run/* performRun */.$)(prepared.value, job.extras(world.now()), world));
    return job.tell(performed);
}
class RunJob {
    #inputs;
    #prepared;
    #world;
    #landing = null;
    #checkpoints = null;
    #state = null;
    constructor(inputs, prepared, world) {
        this.#inputs = inputs;
        this.#prepared = prepared;
        this.#world = world;
    }
    extras(startedAt) {
        const { deadlineMinutes, publish } = this.#inputs;
        return {
            restore: (landing) => this.#restore(landing),
            beforeStep: async () => this.#checkpoints?.settled(),
            onEvent: (event, state) => {
                this.#state = state;
                this.#checkpoints?.onEvent(event, state);
            },
            finish: async () => this.#checkpoints?.settled(),
            ...(deadlineMinutes === null ? {} : { deadline: deadlineOf(startedAt, deadlineMinutes) }),
            ...(publish === 'push' ? { land: (request, landing) => this.#push(request, landing) } : {}),
        };
    }
    #push(request, landing) {
        if (this.#state === null)
            throw new Error('landing before the first event');
        return landByPush(request, { ...this.#job(), landing, state: this.#state });
    }
    /** Tells what became of the run, and publishes it when that is asked for. Resolves with the exit code. */
    async tell(performed) {
        const { output } = this.#world;
        for (const { message, help } of this.#checkpoints?.saver.problems ?? [])
            output.warning(`${message}\n${help}`);
        for (const note of this.#checkpoints?.saver.notes ?? [])
            output.notice(note);
        switch (performed.kind) {
            case 'refused':
                return (0,tell_problem/* tellProblem */.J)(performed.problem, output);
            case 'rolled-back':
                return performed.exitCode;
            case 'begun':
                return world/* EXIT */.d.completed;
            case 'nothing-to-do':
            case 'ran': {
                if (this.#landing === null)
                    throw new Error('a run without a repository');
                const state = performed.kind === 'ran' ? performed.executed.state : performed.state;
                const problems = performed.kind === 'ran' ? performed.executed.problems : [];
                const checkpoint = this.#checkpoints?.saver.newest?.name ?? null;
                const exitCode = await (0,finish_job/* finishJob */.xK)({ ...this.#job(), state, problems, landing: this.#landing, checkpoint });
                return await this.#endSaved(exitCode);
            }
        }
    }
    /** Where other jobs go on from this one, it has not done its part before what it did is saved. */
    async #endSaved(exitCode) {
        const { phase, checkpointRequired } = this.#inputs;
        const { output } = this.#world;
        const isSaved = this.#checkpoints?.isSaved ?? true;
        if (isSaved)
            (0,post_state/* nothingForPost */.Rz)(output);
        const isNeeded = phase !== null || checkpointRequired;
        return isSaved || !isNeeded || exitCode !== world/* EXIT */.d.completed ? exitCode : await (0,tell_problem/* tellProblem */.J)(NOT_SAVED, output);
    }
    #job() {
        return { inputs: this.#inputs, prepared: this.#prepared, world: this.#world };
    }
    async #restore(landing) {
        this.#landing = landing;
        const { output, sleep } = this.#world;
        const store = (0,artifact_store/* openArtifactStore */.kT)({ sleep });
        const other = (0,resume_source/* resumeSource */.f)(this.#inputs, this.#world);
        const required = this.#inputs.checkpointRequired;
        const own = await (0,restore_run/* restoreRun */.A)(this.#job(), landing, { store, from: null, required: required && other === null });
        // What this workflow run has done since it began to go on from the other one counts more than that.
        const isBegun = !own.ok || own.value.state !== null || other === null;
        const back = isBegun ? own : await (0,restore_run/* restoreRun */.A)(this.#job(), landing, { ...other, required: true });
        if (!back.ok)
            return back.error;
        const { sequence } = back.value;
        this.#checkpoints = new run_checkpoints/* RunCheckpoints */.F({ ...this.#job(), landing, store, sequence });
        (0,post_state/* rememberForPost */.jq)(output);
        return { resume: back.value.state !== null };
    }
}
const NOT_SAVED = {
    code: 'checkpoint-not-saved',
    message: 'what this job did is not saved, so no other job can go on from it',
    help: 're-run the failed jobs; the warnings of this job say why it was not saved',
    exitCode: world/* EXIT */.d.failed,
};
function deadlineOf(startedAt, minutes) {
    const ms = minutes * MINUTE_MS;
    return { windDownAt: startedAt + ms * WIND_DOWN, stopAt: startedAt + ms };
}


/***/ })

};
