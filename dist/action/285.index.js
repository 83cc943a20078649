export const id = 285;
export const ids = [285];
export const modules = {

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
// EXTERNAL MODULE: ./.cache/build/lib/github/artifact-store.js + 1 modules
var artifact_store = __webpack_require__(30122);
// EXTERNAL MODULE: ./.cache/build/lib/github/event-trust.js
var event_trust = __webpack_require__(19724);
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

// EXTERNAL MODULE: ./.cache/build/lib/github/post-state.js
var post_state = __webpack_require__(35253);
// EXTERNAL MODULE: ./.cache/build/lib/github/restore-run.js + 9 modules
var restore_run = __webpack_require__(3158);
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
                return (0,finish_job/* finishJob */.xK)({ ...this.#job(), state, problems, landing: this.#landing, checkpoint });
            }
        }
    }
    #job() {
        return { inputs: this.#inputs, prepared: this.#prepared, world: this.#world };
    }
    async #restore(landing) {
        this.#landing = landing;
        const { output, sleep } = this.#world;
        const store = (0,artifact_store/* openArtifactStore */.k)({ sleep });
        const required = this.#inputs.checkpointRequired;
        const back = await (0,restore_run/* restoreRun */.A)(this.#job(), landing, { store, from: null, required });
        if (!back.ok)
            return back.error;
        const { sequence } = back.value;
        this.#checkpoints = new run_checkpoints/* RunCheckpoints */.F({ ...this.#job(), landing, store, sequence });
        (0,post_state/* rememberForPost */.C)(output);
        return { resume: back.value.state !== null };
    }
}
function deadlineOf(startedAt, minutes) {
    const ms = minutes * MINUTE_MS;
    return { windDownAt: startedAt + ms * WIND_DOWN, stopAt: startedAt + ms };
}


/***/ })

};
