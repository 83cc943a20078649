export const id = 654;
export const ids = [654];
export const modules = {

/***/ 69654:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  planJob: () => (/* binding */ planJob)
});

// EXTERNAL MODULE: ./.cache/build/lib/commands/perform-run.js + 17 modules
var perform_run = __webpack_require__(73658);
// EXTERNAL MODULE: ./.cache/build/lib/commands/run-tools.js
var run_tools = __webpack_require__(81273);
// EXTERNAL MODULE: ./.cache/build/lib/commands/world.js
var commands_world = __webpack_require__(99974);
// EXTERNAL MODULE: ./.cache/build/lib/engine/apply-event.js + 1 modules
var apply_event = __webpack_require__(70447);
// EXTERNAL MODULE: ./.cache/build/lib/engine/read-event.js
var read_event = __webpack_require__(40269);
// EXTERNAL MODULE: ./.cache/build/lib/git/trusted-git.js
var trusted_git = __webpack_require__(67734);
// EXTERNAL MODULE: ./.cache/build/lib/journal/journal-file.js + 1 modules
var journal_file = __webpack_require__(75653);
;// CONCATENATED MODULE: ./.cache/build/lib/report/plan-jobs.js
/** The phases of a plan in file order. */
function planPhases(plan) {
    return phasesOf(plan).map(({ name, type, maxConcurrent, children }) => ({
        name,
        type,
        max_concurrent: maxConcurrent,
        steps: children.map(nameOf),
    }));
}
/** A matrix for each parallel phase, by its name: a job for each of its children. */
function planMatrices(plan) {
    const parallel = phasesOf(plan).filter(({ type }) => type === 'parallel');
    return Object.fromEntries(parallel.map(({ name, children }) => [name, { step: children.map(nameOf) }]));
}
function phasesOf(plan) {
    return plan.root.children.filter((child) => child.node === 'group');
}
function nameOf(child) {
    return child.node === 'step' ? child.id : child.path;
}

// EXTERNAL MODULE: ./.cache/build/lib/github/artifact-store.js + 1 modules
var artifact_store = __webpack_require__(30122);
// EXTERNAL MODULE: ./.cache/build/lib/github/event-trust.js
var event_trust = __webpack_require__(19724);
// EXTERNAL MODULE: ./.cache/build/lib/github/job-flags.js
var job_flags = __webpack_require__(24058);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 5 modules
var schemas = __webpack_require__(96723);
// EXTERNAL MODULE: ./.cache/build/lib/base/result.js
var result = __webpack_require__(45256);
// EXTERNAL MODULE: ./.cache/build/lib/github/rest.js + 2 modules
var github_rest = __webpack_require__(23947);
;// CONCATENATED MODULE: ./.cache/build/lib/github/look-up-workflow-run.js



const answer = schemas/* object */.Ikc({
    event: schemas/* string */.YjP(),
    head_repository: schemas/* object */.Ikc({ full_name: schemas/* string */.YjP() }).nullish(),
});
/** Looks workflow runs of this repository up through the REST API. The token needs `actions: read`. */
function lookUpThroughRest({ facts, token, sleep, now, signal }) {
    const { owner, repo, apiUrl } = facts;
    return async (runId) => {
        const rest = await (0,github_rest.openRest)({ owner, repo, apiUrl, token, sleep, now, signal });
        const route = 'GET /repos/{owner}/{repo}/actions/runs/{run_id}';
        const found = await rest.request({ route, parameters: { run_id: runId }, answer });
        if (found.ok)
            return (0,result.ok)({ event: found.value.event, headRepository: found.value.head_repository?.full_name ?? null });
        if (found.error.reason === 'not-found')
            return (0,result.ok)(null);
        return (0,result/* err */._)((0,github_rest.restProblem)(found.error, `look up workflow run ${runId}`).message);
    };
}

// EXTERNAL MODULE: ./.cache/build/lib/github/restore-run.js + 9 modules
var restore_run = __webpack_require__(3158);
// EXTERNAL MODULE: ./.cache/build/lib/github/run-checkpoints.js + 3 modules
var run_checkpoints = __webpack_require__(89648);
// EXTERNAL MODULE: ./.cache/build/lib/github/tell-problem.js
var tell_problem = __webpack_require__(67406);
;// CONCATENATED MODULE: ./.cache/build/lib/github/plan-command.js
/*
 * `plan` on GitHub: checks the definition, tells which jobs there are to be, and begins the run, so that all jobs are of one
 * run. Nothing of the repository is executed but the prerequisite `flake-check-passing`.
 */















/** Plans, and begins the run or takes up that of another workflow run. Resolves with the exit code. */
async function planJob(inputs, outer) {
    const world = { ...outer, runProcess: (0,run_tools/* redacting */.qG)(outer.runProcess, outer.env) };
    const { output, facts } = world;
    const untrusted = (0,event_trust/* untrustedEvent */.BT)(facts);
    if (untrusted !== null)
        return (0,tell_problem/* tellProblem */.J)(untrusted, output);
    // Which phase is chosen is written down with the beginning, so that its job knows that those before it need not have run.
    const whole = { ...inputs, phase: null, step: null };
    const { phase } = inputs;
    const flags = { ...(0,job_flags/* jobFlags */.d)(whole), beginOnly: true, ...(phase === null ? {} : { phase }) };
    const prepared = await (0,job_flags/* prepareJob */.L)(whole, flags, world);
    if (!prepared.ok)
        return (0,tell_problem/* tellProblem */.J)(prepared.error, output);
    const { plan } = prepared.value.loaded;
    output.setOutput('phases', JSON.stringify(planPhases(plan)));
    output.setOutput('matrices', JSON.stringify(planMatrices(plan)));
    output.setOutput('attempt', String(facts.attempt));
    if (inputs.dryRun) {
        const { runCommand } = await __webpack_require__.e(/* import() */ 822).then(__webpack_require__.bind(__webpack_require__, 13441));
        return runCommand(prepared.value.name, flags, world);
    }
    return await begin(inputs, prepared.value, world);
}
async function begin(inputs, prepared, world) {
    const { output, console, sleep } = world;
    const store = (0,artifact_store/* openArtifactStore */.k)({ sleep });
    const job = { inputs, prepared, world };
    const restore = async (landing) => {
        const from = sourceOf(inputs, world);
        const source = { store: from?.reader ?? store, from, required: inputs.resumeFrom !== null };
        const back = await (0,restore_run/* restoreRun */.A)(job, landing, source);
        return back.ok ? { resume: back.value.state !== null } : back.error;
    };
    const performed = await output.guard(() => (0,perform_run/* performRun */.$)(prepared, { restore }, world));
    if (performed.kind === 'refused')
        return (0,tell_problem/* tellProblem */.J)(performed.problem, output);
    if (performed.kind === 'rolled-back')
        return performed.exitCode;
    const { git, repository, cacheDir, files, loaded } = prepared;
    const journal = (0,journal_file/* readJournal */.a0)(files.journal, read_event/* readEvent */.j);
    if (!journal.ok)
        throw new Error('a run has begun, and there is no journal of it');
    const { events } = journal.value;
    const state = (0,apply_event/* foldEvents */.v)(loaded.plan, events);
    const landing = { git, trusted: await (0,trusted_git/* openTrustedGit */.m)(git, repository, cacheDir) };
    const checkpoints = new run_checkpoints/* RunCheckpoints */.F({ prepared, world, landing, store, sequence: events.length });
    checkpoints.note(state);
    await checkpoints.settled();
    const { newest, problems } = checkpoints.saver;
    const [problem] = problems;
    if (newest === null && problem !== undefined)
        return (0,tell_problem/* tellProblem */.J)(problem, output);
    output.setOutput('run-id', state.runId);
    output.setOutput('checkpoint', newest?.name ?? '');
    console.print(`Run ${state.runId} of ${prepared.name} ${inputs.resumeFrom === null ? 'has begun' : 'goes on'}.`);
    return commands_world/* EXIT */.d.completed;
}
/** The workflow run that is to be gone on from; null for this one. */
function sourceOf({ resumeFrom }, world) {
    const { facts, token, sleep } = world;
    if (resumeFrom === null || resumeFrom === facts.runId)
        return null;
    const { owner, repo } = facts;
    const reader = (0,artifact_store/* openArtifactReader */.Q)({ owner, repo, runId: resumeFrom, token }, { sleep });
    return { runId: resumeFrom, lookUp: lookUpThroughRest(world), reader };
}


/***/ })

};
