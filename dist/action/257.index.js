export const id = 257;
export const ids = [257];
export const modules = {

/***/ 51447:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E7: () => (/* binding */ startRequest),
/* harmony export */   Uo: () => (/* binding */ startProblem),
/* harmony export */   V2: () => (/* binding */ startOrResume),
/* harmony export */   hs: () => (/* binding */ DEFAULT_BACKEND)
/* harmony export */ });
/* harmony import */ var _base_result_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(45256);
/* harmony import */ var _git_repository_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(46018);
/* harmony import */ var _nix_nix_program_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(49917);
/* harmony import */ var _process_environment_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(97500);
/* harmony import */ var _runner_run_checks_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(33429);
/* harmony import */ var _report_step_label_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(42493);
/* harmony import */ var _runner_start_run_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(61378);
/* harmony import */ var _run_choices_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(40494);
/* harmony import */ var _run_documents_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9774);
/* harmony import */ var _run_prerequisites_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(93039);










/** What starting needs to know of the checkout as it is now. */
async function startRequest(prepared, landing, world) {
    const dirty = await (0,_git_repository_js__WEBPACK_IMPORTED_MODULE_0__/* .dirtyPaths */ .Xb)(prepared.git, prepared.repository);
    if (!dirty.ok)
        return (0,_base_result_js__WEBPACK_IMPORTED_MODULE_8__/* .err */ ._)(gitProblem(JSON.stringify(dirty.error)));
    const { loaded, files, choices, runId } = prepared;
    return (0,_base_result_js__WEBPACK_IMPORTED_MODULE_8__.ok)({
        plan: loaded.plan,
        files,
        landing,
        digests: loaded.digests,
        choices,
        runId,
        triggeredBy: world.env['GITHUB_EVENT_NAME'] ?? 'manual',
        dirty: dirty.value.length > 0,
        now: world.now,
    });
}
function gitProblem(what) {
    return {
        code: 'git-failed',
        message: `git cannot read the checkout: ${what}`,
        help: 'run git status there',
        exitCode: 1,
    };
}
/** `--phase` goes on with a run that has not completed; plain `run` never does. A run that has completed: its state. */
async function startOrResume(prepared, request, world) {
    const { flags, name } = prepared;
    if (!flags.resume && prepared.choices.phase === null)
        return start(prepared, request, world);
    const last = await (0,_runner_start_run_js__WEBPACK_IMPORTED_MODULE_4__/* .openLastRun */ .wi)(request);
    if (!last.ok)
        return last;
    if (last.value?.state.status === 'completed' || last.value === null) {
        last.value?.journal.close();
        if (!flags.resume)
            return start(prepared, request, world);
        if (last.value !== null)
            return catchUp(prepared, last.value.state, world.now);
        const help = `start one: workflow-runner ${name}`;
        return (0,_base_result_js__WEBPACK_IMPORTED_MODULE_8__/* .err */ ._)({ code: 'nothing-to-resume', message: `workflow '${name}' has no run to resume`, help, exitCode: 2 });
    }
    const { state } = last.value;
    const skip = [...state.choices.skip, ...prepared.choices.skip];
    const backend = prepared.choices.agentBackend ?? state.choices.agentBackend ?? DEFAULT_BACKEND;
    const missing = (0,_run_choices_js__WEBPACK_IMPORTED_MODULE_5__/* .backendProblem */ .Gl)(request.plan, { backend, skip, path: world.env['PATH'] ?? '' });
    const resumed = missing === null ? (0,_runner_start_run_js__WEBPACK_IMPORTED_MODULE_4__/* .resumeRun */ .ZL)(last.value, request, flags.acceptChanges) : (0,_base_result_js__WEBPACK_IMPORTED_MODULE_8__/* .err */ ._)(missing);
    if (!resumed.ok) {
        last.value.journal.close();
        return resumed;
    }
    world.console.progress(`Going on with run ${state.runId} of ${name}.`);
    await sayBranchMoved(prepared, state, world);
    if (resumed.value.tornBytes > 0)
        world.console.note('note: the last record of the journal was cut short by a crash; it is left out');
    return resumed;
}
/** The natural repair of a failed run is a commit, and that commit is not part of the run: told, or the user waits for it in vain. */
async function sayBranchMoved({ git, repository, name }, state, world) {
    const head = await (0,_git_repository_js__WEBPACK_IMPORTED_MODULE_0__/* .readHead */ .zy)(git, repository);
    const base = state.base.commit;
    if (!head.ok || head.value.commit === base || head.value.commit === state.landed?.commit)
        return;
    world.console.note(`note: the checkout is at ${(0,_report_step_label_js__WEBPACK_IMPORTED_MODULE_9__/* .shortCommit */ .Ax)(head.value.commit)} now; the run goes on from ${(0,_report_step_label_js__WEBPACK_IMPORTED_MODULE_9__/* .shortCommit */ .Ax)(base)}, where it started,` +
        ` and is merged with what is new when it lands. To start from there instead: workflow-runner ${name}`);
}
/** A kill between the last record and the files that follow from it: they would say `running` for ever. */
async function catchUp({ files }, state, now) {
    (0,_run_documents_js__WEBPACK_IMPORTED_MODULE_6__/* .projection */ .Q)(files, now)(state);
    await (0,_run_documents_js__WEBPACK_IMPORTED_MODULE_6__/* .writeMetrics */ .D)(files, state);
    return (0,_base_result_js__WEBPACK_IMPORTED_MODULE_8__.ok)(state);
}
/** The backend that DESIGN names; it comes with the agent adapters. */
const DEFAULT_BACKEND = 'claude';
async function start(prepared, request, world) {
    const { flags } = prepared;
    const problem = flags.beginOnly === true ? (0,_run_choices_js__WEBPACK_IMPORTED_MODULE_5__/* .contractProblem */ .ks)(prepared.loaded.plan) : startProblem(prepared, world);
    if (problem !== null)
        return (0,_base_result_js__WEBPACK_IMPORTED_MODULE_8__/* .err */ ._)(problem);
    if (request.dirty && !flags.allowDirty)
        return (0,_base_result_js__WEBPACK_IMPORTED_MODULE_8__/* .err */ ._)(DIRTY);
    if (request.dirty)
        world.console.note('note: the checkout has uncommitted changes; the run starts from the last commit');
    const unmet = await (0,_run_prerequisites_js__WEBPACK_IMPORTED_MODULE_7__/* .prerequisiteProblem */ .a)(prepared, world);
    return unmet === null ? (0,_runner_start_run_js__WEBPACK_IMPORTED_MODULE_4__/* .startFresh */ .hU)(request) : (0,_base_result_js__WEBPACK_IMPORTED_MODULE_8__/* .err */ ._)(unmet);
}
/** What keeps a fresh run from starting, whatever the state of the checkout; null when nothing does. */
function startProblem(prepared, world) {
    const { choices, loaded } = prepared;
    const backend = choices.agentBackend ?? DEFAULT_BACKEND;
    return ((0,_run_choices_js__WEBPACK_IMPORTED_MODULE_5__/* .contractProblem */ .ks)(loaded.plan) ??
        (0,_run_choices_js__WEBPACK_IMPORTED_MODULE_5__/* .backendProblem */ .Gl)(loaded.plan, { backend, skip: choices.skip, path: world.env['PATH'] ?? '' }) ??
        nixProblem(prepared, world));
}
/** The result of a flake is checked before it lands: better told now than after all the work. */
function nixProblem({ repository, loaded }, { env }) {
    const { plan } = loaded;
    const isNeeded = (0,_runner_run_checks_js__WEBPACK_IMPORTED_MODULE_3__/* .hasFlake */ .Q7)(repository.root) ||
        plan.validation.includes(_runner_run_checks_js__WEBPACK_IMPORTED_MODULE_3__/* .FLAKE_CHECK */ .bx) ||
        plan.steps.some(({ action }) => action.kind === 'skill' && action.skill === 'flake-validate');
    if (!isNeeded || (0,_process_environment_js__WEBPACK_IMPORTED_MODULE_2__/* .findProgram */ .Kp)('nix', env['PATH'] ?? '') !== null)
        return null;
    return {
        code: 'nix-missing',
        message: 'Nix is not on PATH, and the result is to be validated by it',
        help: _nix_nix_program_js__WEBPACK_IMPORTED_MODULE_1__/* .NIX_HELP */ .ul,
        exitCode: 1,
    };
}
const DIRTY = {
    code: 'dirty-checkout',
    message: 'the checkout has uncommitted changes, and a run starts from the last commit',
    help: 'commit or stash them, or run from the last commit all the same: --allow-dirty',
    exitCode: 2,
};


/***/ }),

/***/ 89080:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ lockFolder)
/* harmony export */ });
/* unused harmony export commonDirOf */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);


/** The folder of the repository lock: one for all worktrees of a repository, and never part of a tree. */
function lockFolder(commonDir) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(commonDir, 'workflow-runner', 'lock');
}
/**
 * The common git directory of the checkout at `root`, without asking git: `.git` itself, or what the file `.git` of a linked
 * worktree or submodule names (gitrepository-layout(5): `gitdir:` and `commondir`).
 */
function commonDirOf(root) {
    const gitDir = readGitFile(join(root, '.git')) ?? '.git';
    const own = resolve(root, gitDir.replace(/^gitdir: /, ''));
    return resolve(own, readGitFile(join(own, 'commondir')) ?? '.');
}
function readGitFile(path) {
    try {
        return readFileSync(path, 'utf8').trim();
    }
    catch {
        return null;
    }
}


/***/ }),

/***/ 9774:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Q: () => (/* binding */ projection),
  D: () => (/* binding */ writeMetrics)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./.cache/build/lib/files/write-file-atomic.js
var write_file_atomic = __webpack_require__(79497);
// EXTERNAL MODULE: ./.cache/build/lib/report/json-text.js
var json_text = __webpack_require__(33960);
// EXTERNAL MODULE: ./.cache/build/lib/base/diagnostic.js
var diagnostic = __webpack_require__(94942);
// EXTERNAL MODULE: ./.cache/build/lib/report/timestamp.js
var timestamp = __webpack_require__(50450);
;// CONCATENATED MODULE: ./.cache/build/lib/report/metrics-document.js


/**
 * The figures with this run in them. A run counts exactly once: when it ends again after a resume, its later end replaces
 * what it had added (only the last run of a workflow can be resumed). `previous` is null when there is no file yet.
 */
function updateMetrics(previous, run) {
    const workflows = new Map(previous?.workflows.map((entry) => [entry.name, entry]));
    const agents = new Map(Object.entries(previous?.agents ?? {}));
    const known = workflows.get(run.workflow);
    const earlier = known?.last_run.run_id === run.runId ? known.last_run : null;
    const counts = countAgents(run);
    for (const [name, sums] of Object.entries(earlier?.agents ?? {}))
        addAgent(agents, name, negated(sums));
    for (const [name, sums] of counts)
        addAgent(agents, name, sums);
    const succeeded = run.status === 'completed';
    const durationSeconds = (0,timestamp/* secondsBetween */.O)(run.startedAt, run.endedAt);
    const executions = (known?.executions ?? 0) + (earlier === null ? 1 : 0);
    const successes = (known?.successes ?? 0) + Number(succeeded) - Number(earlier?.succeeded ?? false);
    const total = (known?.total_duration_seconds ?? 0) + durationSeconds - (earlier?.duration_seconds ?? 0);
    const entry = {
        name: run.workflow,
        executions,
        success_rate: share(successes, executions),
        avg_duration_seconds: average(total, executions),
        last_execution: (0,timestamp/* timestamp */.v)(run.endedAt),
        successes,
        total_duration_seconds: total,
        last_run: { run_id: run.runId, succeeded, duration_seconds: durationSeconds, agents: Object.fromEntries(counts) },
    };
    workflows.set(run.workflow, entry);
    return {
        workflows: [...workflows.values()].sort((a, b) => (0,diagnostic/* compareText */.n)(a.name, b.name)),
        agents: Object.fromEntries([...agents].sort(([a], [b]) => (0,diagnostic/* compareText */.n)(a, b))),
    };
}
function countAgents(run) {
    const counts = new Map();
    for (const { name, succeeded, durationSeconds } of run.agents) {
        const sums = counts.get(name) ?? { invocations: 0, successes: 0, total_duration_seconds: 0 };
        counts.set(name, {
            invocations: sums.invocations + 1,
            successes: sums.successes + Number(succeeded),
            total_duration_seconds: sums.total_duration_seconds + durationSeconds,
        });
    }
    return counts;
}
function addAgent(agents, name, add) {
    const known = agents.get(name);
    const invocations = (known?.invocations ?? 0) + add.invocations;
    const successes = (known?.successes ?? 0) + add.successes;
    const total = (known?.total_duration_seconds ?? 0) + add.total_duration_seconds;
    if (invocations === 0) {
        agents.delete(name);
        return;
    }
    agents.set(name, {
        invocations,
        success_rate: share(successes, invocations),
        avg_duration_seconds: average(total, invocations),
        successes,
        total_duration_seconds: total,
    });
}
function negated(sums) {
    return {
        invocations: -sums.invocations,
        successes: -sums.successes,
        total_duration_seconds: -sums.total_duration_seconds,
    };
}
const share = (part, whole) => (whole === 0 ? 0 : Math.round((part / whole) * 100) / 100);
const average = (total, count) => (count === 0 ? 0 : Math.max(0, Math.round(total / count)));

// EXTERNAL MODULE: ./.cache/build/lib/plan/plan.js
var plan = __webpack_require__(23432);
// EXTERNAL MODULE: ./.cache/build/lib/report/describe-failure.js
var describe_failure = __webpack_require__(52742);
// EXTERNAL MODULE: ./.cache/build/lib/report/state-document.js
var state_document = __webpack_require__(25065);
;// CONCATENATED MODULE: ./.cache/build/lib/report/progress-document.js




/** `progress.json` of a run: every step in order. Looks at every step once. */
function buildProgress(state, live = {}) {
    return {
        steps: state.plan.steps.map((step) => buildStep(step, state.steps.get(step.id), live)),
        run_id: state.runId,
    };
}
function buildStep(planned, step, live) {
    const entry = {
        id: planned.number,
        name: planned.name,
        ...performer(planned),
        status: step?.status ?? 'pending',
        step_id: planned.id,
        phase: planned.parent.path,
        attempts: step?.attempt ?? 0,
    };
    if (step === undefined || step.status === 'pending')
        return entry;
    if (step.startedAt !== null)
        entry.started_at = (0,timestamp/* timestamp */.v)(step.startedAt);
    if (step.status === 'running')
        addLive(entry, step, live);
    if (step.endedAt !== null)
        addEnd(entry, step, step.endedAt);
    if (step.retryAt !== null)
        entry.retry_at = (0,timestamp/* timestamp */.v)(step.retryAt);
    if (step.skipped !== null)
        entry.skipped_because = step.skipped;
    if (step.costUsd !== null)
        entry.cost_usd = (0,state_document/* roundCost */.e)(step.costUsd);
    if (step.tokens !== null)
        entry.tokens = step.tokens;
    if (step.failure !== null) {
        const { title, help } = (0,describe_failure/* describeFailure */.I)(step.failure);
        entry.error = { reason: step.failure.reason, message: title, help };
    }
    return entry;
}
function addLive(entry, { step, startedAt }, { percentOf, nowMs }) {
    entry.progress_percent = percentOf?.(step.id) ?? null;
    if (startedAt !== null && nowMs !== undefined)
        entry.elapsed_seconds = (0,timestamp/* secondsBetween */.O)(startedAt, nowMs);
}
function addEnd(entry, step, endedAt) {
    entry.completed_at = (0,timestamp/* timestamp */.v)(endedAt);
    if (step.startedAt !== null)
        entry.duration_seconds = (0,timestamp/* secondsBetween */.O)(step.startedAt, endedAt);
    if (step.result === null || step.status !== 'completed')
        return;
    const { outputs, filesModified, commit } = step.result;
    entry.outputs = { ...outputs, files_modified: filesModified, git_commit: commit };
}
function performer(planned) {
    const { action } = planned;
    switch (action.kind) {
        case 'agent':
            return { agent: (0,plan/* performerOf */.u)(planned) };
        case 'skill':
            return { skill: (0,plan/* performerOf */.u)(planned) };
        case 'command':
            return { command: action.command };
    }
}

;// CONCATENATED MODULE: ./.cache/build/lib/report/results-document.js



/** `results/<agent or skill>.json`: what each step that it did has left, in file order. Names of performers to documents. */
function buildResults(state) {
    const documents = new Map();
    for (const planned of state.plan.steps) {
        const step = state.steps.get(planned.id);
        if (planned.action.kind === 'command' || step === undefined || step.endedAt === null || step.startedAt === null)
            continue;
        const name = (0,plan/* performerOf */.u)(planned);
        const document = documents.get(name) ?? { [planned.action.kind]: name, run_id: state.runId, results: [] };
        documents.set(name, document);
        const { result, failure } = step;
        document['results'].push({
            id: planned.number,
            step_id: planned.id,
            name: planned.name,
            status: step.status,
            completed_at: (0,timestamp/* timestamp */.v)(step.endedAt),
            attempts: step.attempt,
            summary: result?.summary ?? (failure === null ? '' : (0,describe_failure/* describeFailure */.I)(failure).title),
            outputs: result?.outputs ?? {},
            ...(result === null ? {} : { files_modified: result.filesModified, git_commit: result.commit }),
            cost_usd: step.costUsd,
            tokens: step.tokens,
        });
    }
    return documents;
}

// EXTERNAL MODULE: ./.cache/build/lib/files/read-file-bounded.js
var read_file_bounded = __webpack_require__(61998);
;// CONCATENATED MODULE: ./.cache/build/lib/commands/run-documents.js









const MAX_METRICS_BYTES = 16 * 1024 * 1024;
/** Replaces the files that follow from the state, each only when its text is another one. Throws when one cannot be written. */
function projection(files, now) {
    const written = new Map();
    const write = (path, document) => {
        const text = (0,json_text/* jsonText */.s)(document);
        if (written.get(path) === text)
            return;
        throwTrouble((0,write_file_atomic/* writeProjection */.tW)(path, text));
        written.set(path, text);
    };
    return (state) => {
        write(files.state, (0,state_document/* buildState */.q)(state));
        write(files.progress, buildProgress(state, { nowMs: now() }));
        for (const [name, document] of buildResults(state))
            write((0,external_node_path_.join)(files.results, `${name}.json`), document);
    };
}
/** Counts the run in `metrics.json`. A file that is not ours is moved aside, never overwritten. */
async function writeMetrics(files, state) {
    if (state.status === 'running')
        return;
    const previous = await readMetricsFile(files.metrics);
    if (previous === 'damaged')
        await (0,promises_.rename)(files.metrics, `${files.metrics}.damaged`);
    const agents = [...state.steps.values()].flatMap(({ step, status, startedAt, endedAt }) => {
        if (step.action.kind !== 'agent' || startedAt === null || endedAt === null)
            return [];
        const succeeded = status === 'completed';
        return [{ name: step.action.agent, succeeded, durationSeconds: Math.round((endedAt - startedAt) / 1000) }];
    });
    const { runId, status, startedAt, updatedAt, endedAt } = state;
    const workflow = state.plan.workflow;
    const run = { runId, workflow, status, startedAt, endedAt: endedAt ?? updatedAt, agents };
    const document = updateMetrics(previous === 'damaged' ? null : previous, run);
    throwTrouble((0,write_file_atomic/* writeFileAtomic */.Zf)(files.metrics, (0,json_text/* jsonText */.s)(document)));
}
async function readMetricsFile(path) {
    const bytes = (0,read_file_bounded/* readFileBounded */.Y)(path, MAX_METRICS_BYTES);
    if (!bytes.ok)
        return bytes.error.reason === 'missing' ? null : 'damaged';
    // Only now, at the end of a run: its schema library would be a tenth of what the start loads.
    const { metricsSchema } = await Promise.all(/* import() */[__webpack_require__.e(723), __webpack_require__.e(707)]).then(__webpack_require__.bind(__webpack_require__, 53707));
    try {
        const parsed = metricsSchema.safeParse(JSON.parse(bytes.value.toString('utf8')));
        return parsed.success ? parsed.data : 'damaged';
    }
    catch {
        return 'damaged';
    }
}
function throwTrouble(written) {
    if (!written.ok)
        throw new Error(`${written.error.path}: ${written.error.code}`);
}


/***/ }),

/***/ 93039:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  L: () => (/* binding */ describePrerequisites),
  a: () => (/* binding */ prerequisiteProblem)
});

// EXTERNAL MODULE: ./.cache/build/lib/git/repository.js
var git_repository = __webpack_require__(46018);
// EXTERNAL MODULE: ./.cache/build/lib/git/workspace-pool.js + 5 modules
var workspace_pool = __webpack_require__(99897);
// EXTERNAL MODULE: ./.cache/build/lib/report/describe-failure.js
var describe_failure = __webpack_require__(52742);
// EXTERNAL MODULE: ./.cache/build/lib/plan/plan-workflow.js
var plan_workflow = __webpack_require__(51872);
;// CONCATENATED MODULE: ./.cache/build/lib/runner/prerequisites.js

/** Checks every prerequisite of the plan, so that all that do not hold are told together. Each is looked up once. */
async function checkPrerequisites(plan, world) {
    const known = new Map();
    const checked = [];
    for (const prerequisite of plan.prerequisites) {
        const { text } = prerequisite;
        const why = known.get(text) ?? (await check(text, world));
        known.set(text, why);
        checked.push({ prerequisite, why });
    }
    return checked;
}
async function check(text, world) {
    if (text === 'clean-tree') {
        const paths = await world.dirtyPaths();
        return paths.length === 0 ? null : { reason: 'dirty', paths };
    }
    if (text === 'flake-check-passing') {
        const failure = await world.checkFlake();
        return failure === null ? null : { reason: 'flake-check', failure };
    }
    const wanted = text.replace(/-complete$/, '');
    const workflow = (0,plan_workflow/* matchWorkflow */.h)(wanted, world.workflows);
    if (workflow === null)
        return { reason: 'no-such-workflow', wanted };
    const status = await world.lastStatus(workflow);
    return status === 'completed' ? null : { reason: 'not-completed', workflow, status };
}

// EXTERNAL MODULE: ./.cache/build/lib/runner/run-checks.js
var run_checks = __webpack_require__(33429);
// EXTERNAL MODULE: ./.cache/build/lib/runner/workspace-shelf.js
var workspace_shelf = __webpack_require__(98066);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: ./.cache/build/lib/files/read-file-bounded.js
var read_file_bounded = __webpack_require__(61998);
// EXTERNAL MODULE: ./.cache/build/lib/files/lock.js + 2 modules
var lock = __webpack_require__(67887);
// EXTERNAL MODULE: ./.cache/build/lib/runner/run-files.js
var run_files = __webpack_require__(95653);
// EXTERNAL MODULE: ./.cache/build/lib/commands/lock-folder.js
var lock_folder = __webpack_require__(89080);
;// CONCATENATED MODULE: ./.cache/build/lib/commands/run-record.js





const MAX_BYTES = 64 * 1024 * 1024;
/** Who holds the repository's lock; null when nobody does or it cannot be read. */
function lockState(root) {
    const folder = lockFolder(commonDirOf(root));
    if (!existsSync(folder))
        return null;
    const lock = readLock(folder);
    return lock.ok ? lock.value : null;
}
/** The last run of a workflow as its files tell; null when it never ran. A stored "running" is checked against the lock. */
function readRun(root, workflow, lock) {
    const files = (0,run_files/* runFiles */.N)(root, workflow);
    const state = readDocument(files.state, ['workflow', 'status', 'run_id', 'errors', 'total_steps']);
    if (state === null)
        return null;
    const progress = readDocument(files.progress, ['steps', 'run_id']);
    // By workflow, not by run id: a resumed run keeps its id, while the lock has that of the process that resumed it.
    const lives = lock !== null && lock.liveness !== 'dead' && lock.holder.workflow === workflow;
    const status = lives ? 'running' : state.status === 'running' ? 'interrupted' : state.status;
    return { state, progress: progress?.run_id === state.run_id ? progress : null, status };
}
/** `metrics.json`; null when nothing has run yet or the file is not ours. */
function readMetrics(root) {
    return readDocument(runFiles(root, '').metrics, ['workflows', 'agents']);
}
/** A file that this program wrote, as far as a few of its keys tell; null for anything else. Extra keys of newer versions are fine. */
function readDocument(path, keys) {
    const bytes = (0,read_file_bounded/* readFileBounded */.Y)(path, MAX_BYTES);
    if (!bytes.ok)
        return null;
    try {
        const value = JSON.parse(bytes.value.toString('utf8'));
        const whole = typeof value === 'object' && value !== null && keys.every((key) => Object.hasOwn(value, key));
        return whole ? value : null;
    }
    catch {
        return null;
    }
}

// EXTERNAL MODULE: ./.cache/build/lib/commands/run-tools.js
var run_tools = __webpack_require__(81273);
;// CONCATENATED MODULE: ./.cache/build/lib/commands/run-prerequisites.js








/** Every prerequisite of the plan and how it stands, for `--dry-run`. */
async function describePrerequisites(prepared, world) {
    const checked = await run_prerequisites_check(prepared, world);
    return checked.map(({ prerequisite: { text, workflow }, why }) => ({
        text,
        workflow,
        state: why === null ? 'met' : 'not-met',
        why: why === null ? null : unmetText(why),
    }));
}
/** All prerequisites that do not hold, as one problem; null when all do. */
async function prerequisiteProblem(prepared, world) {
    const unmet = (await run_prerequisites_check(prepared, world)).flatMap(({ prerequisite, why }) => why === null ? [] : [`${prerequisite.text}: ${unmetText(why)}`]);
    if (unmet.length === 0)
        return null;
    return {
        code: 'prerequisites-not-met',
        message: `${unmet.length} of ${prepared.loaded.plan.prerequisites.length} prerequisites are not met; nothing was run`,
        help: unmet.join('\n'),
        exitCode: 1,
    };
}
function run_prerequisites_check(prepared, world) {
    const { loaded, repository, git } = prepared;
    return checkPrerequisites(loaded.plan, {
        workflows: loaded.workflows,
        lastStatus: (workflow) => Promise.resolve(readRun(repository.root, workflow, null)?.status ?? null),
        dirtyPaths: async () => {
            const dirty = await (0,git_repository/* dirtyPaths */.Xb)(git, repository);
            return dirty.ok ? dirty.value : ['(git cannot tell)'];
        },
        checkFlake: () => checkHead(prepared, world),
    });
}
/** On a clean checkout of the commit that the run starts from: what the user has not committed does not count. */
async function checkHead({ git, repository, cacheDir, loaded }, world) {
    const shelf = new workspace_shelf/* WorkspaceShelf */.G(new workspace_pool/* WorkspacePool */._(git, repository, cacheDir), 'check');
    const acquired = await shelf.acquire(repository.head);
    if (!acquired.ok)
        return acquired.error;
    const checks = { dir: acquired.value.root, signal: world.signal, onOutput: () => undefined };
    return (0,run_checks/* runFlakeCheck */.vv)(checks, { tools: (0,run_tools/* stepTools */.Cn)(world, loaded, '') });
}
function unmetText(why) {
    switch (why.reason) {
        case 'not-completed':
            return why.status === null
                ? `workflow '${why.workflow}' has not run yet`
                : `the last run of workflow '${why.workflow}' is ${why.status}`;
        case 'no-such-workflow':
            return `there is no workflow '${why.wanted}', nor just one whose name begins so`;
        case 'dirty':
            return `uncommitted changes in ${why.paths.slice(0, 5).join(', ')}${why.paths.length > 5 ? ', …' : ''}`;
        case 'flake-check': {
            const { title, details } = (0,describe_failure/* describeFailure */.I)(why.failure);
            return [title, ...details.slice(0, 5)].join('; ');
        }
    }
}


/***/ }),

/***/ 67887:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  IZ: () => (/* binding */ acquireLock)
});

// UNUSED EXPORTS: readLock, unlock

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./.cache/build/lib/base/result.js
var result = __webpack_require__(45256);
;// CONCATENATED MODULE: ./.cache/build/lib/files/lock-claim.js

/** The file of the claim with that number. */
function claimPath(folder, number) {
    return (0,external_node_path_.join)(folder, `${number}.json`);
}
/** The number of a claim's file name; null for any other file. */
function claimNumber(name) {
    return /^[1-9][0-9]{0,14}\.json$/.test(name) ? Number.parseInt(name, 10) : null;
}
/** The name of a file that only its writer looks at. */
function temporaryName(pid, nonce) {
    return `claim-${pid}-${nonce}`;
}
/** The process that made a temporary file (also one that `writeFileAtomic` made for it); null for any other file. */
function leftoverPid(name) {
    const match = /^\.?claim-([1-9][0-9]{0,9})-[0-9a-f]{32}(?:\.[0-9a-f]+\.tmp)?$/.exec(name);
    return match?.[1] === undefined ? null : Number(match[1]);
}
/** null for what is no claim at all; any bytes may be in the file. */
function parseClaim(text) {
    let value;
    try {
        value = JSON.parse(text);
    }
    catch {
        return null;
    }
    if (!isObject(value))
        return null;
    if (value['format'] !== 1)
        return typeof value['format'] === 'number' ? 'unknown-format' : null;
    const { state, nonce, holder } = value;
    if ((state !== 'held' && state !== 'released') || typeof nonce !== 'string' || !isHolder(holder))
        return null;
    return { format: 1, state, nonce, holder };
}
function isHolder(value) {
    if (!isObject(value))
        return false;
    const pid = value['pid'];
    return (typeof pid === 'number' &&
        Number.isSafeInteger(pid) &&
        pid > 0 &&
        typeof value['startedAtMs'] === 'number' &&
        ['host', 'runId', 'workflow'].every((name) => typeof value[name] === 'string') &&
        ['startTime', 'bootId', 'pidNamespace'].every((name) => value[name] === null || typeof value[name] === 'string'));
}
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: ./.cache/build/lib/files/process-stat.js
var process_stat = __webpack_require__(22441);
;// CONCATENATED MODULE: ./.cache/build/lib/files/process-identity.js



/** The process that asks. */
function ownIdentity() {
    return {
        pid: process.pid,
        startTime: startTimeOf(process.pid),
        bootId: bootId(),
        pidNamespace: pidNamespace(),
        host: (0,external_node_os_.hostname)(),
    };
}
/** Whether the process that `identity` names still runs. */
function process_identity_livenessOf(identity) {
    const boot = bootId();
    if (boot === null || identity.bootId === null) {
        if (identity.host !== (0,external_node_os_.hostname)())
            return 'elsewhere';
        return answersSignal(identity.pid) ? 'alive' : 'dead';
    }
    // The same machine after a restart; with another name too it is taken for another machine.
    if (identity.bootId !== boot)
        return identity.host === (0,external_node_os_.hostname)() ? 'dead' : 'elsewhere';
    if (identity.pidNamespace !== pidNamespace())
        return 'elsewhere';
    return startTimeOf(identity.pid) === identity.startTime ? 'alive' : 'dead';
}
/** null for no such process, and for one that is dead and only waits to be collected. */
function startTimeOf(pid) {
    const stat = (0,process_stat/* readStat */.BV)(pid);
    return stat === null || (0,process_stat/* isDead */.XU)(stat) ? null : stat.startTime;
}
function bootId() {
    return (0,process_stat/* readProcText */.a5)('/proc/sys/kernel/random/boot_id')?.trim() ?? null;
}
function pidNamespace() {
    try {
        return (0,external_node_fs_.readlinkSync)('/proc/self/ns/pid');
    }
    catch {
        return null;
    }
}
function answersSignal(pid) {
    try {
        return process.kill(pid, 0);
    }
    catch (error) {
        return error.code === 'EPERM';
    }
}

// EXTERNAL MODULE: ./.cache/build/lib/files/read-file-bounded.js
var read_file_bounded = __webpack_require__(61998);
// EXTERNAL MODULE: ./.cache/build/lib/files/trouble.js
var trouble = __webpack_require__(24232);
// EXTERNAL MODULE: ./.cache/build/lib/files/write-file-atomic.js
var write_file_atomic = __webpack_require__(79497);
;// CONCATENATED MODULE: ./.cache/build/lib/files/lock.js









/** Tries again only against others who try at the same moment; each round somebody gets it. */
const attempts = 1000;
const claimBytes = 64 * 1024;
/** Takes the lock, or says at once who holds it. */
function acquireLock(request) {
    const { folder, runId, workflow, startedAtMs } = request;
    const holder = { ...ownIdentity(), runId, workflow, startedAtMs };
    const claim = { format: 1, state: 'held', nonce: (0,external_node_crypto_.randomBytes)(16).toString('hex'), holder };
    try {
        for (let attempt = 0; attempt < attempts; attempt++) {
            const current = currentClaim(folder);
            if (!current.ok)
                return current;
            const { number, claim: before } = current.value;
            if (before?.state === 'held') {
                const liveness = process_identity_livenessOf(before.holder);
                if (liveness !== 'dead')
                    return (0,result/* err */._)({ reason: 'held', holder: before.holder, liveness });
            }
            if (!makeClaim(folder, number + 1, claim))
                continue;
            const takenOverFrom = before?.state === 'held' ? before.holder : null;
            return (0,result.ok)(heldLock({ folder, number: number + 1, claim }, takenOverFrom));
        }
    }
    catch (error) {
        return (0,result/* err */._)({ reason: 'file', trouble: (0,trouble/* fileTrouble */.A)(error, folder) });
    }
    throw new Error(`no progress in taking the lock in ${folder}`);
}
/** Who holds the lock now; null when nobody does, or only a dead process whose claim cannot be read. */
function readLock(folder) {
    try {
        const current = currentClaim(folder);
        if (!current.ok)
            return current;
        const claim = current.value.claim;
        return ok(claim?.state === 'held' ? { holder: claim.holder, liveness: livenessOf(claim.holder) } : null);
    }
    catch (error) {
        return err({ reason: 'file', trouble: fileTrouble(error, folder) });
    }
}
/**
 * Removes the lock of the run `runId` by force, whoever holds it. False when that run does not hold it: somebody else may have
 * taken it since a person looked. The holder, if it lives, notices by `isOurs`.
 */
function unlock(folder, runId) {
    try {
        const current = currentClaim(folder);
        if (!current.ok)
            return current;
        const { number, claim } = current.value;
        if (claim?.state !== 'held' || claim.holder.runId !== runId)
            return ok(false);
        return ok(makeClaim(folder, number + 1, { ...claim, state: 'released', nonce: randomBytes(16).toString('hex') }));
    }
    catch (error) {
        return err({ reason: 'file', trouble: fileTrouble(error, folder) });
    }
}
function heldLock(own, takenOverFrom) {
    const { folder, number, claim } = own;
    const isOurs = () => {
        const current = readClaim(folder, number);
        return highest(folder) === number && current.ok && current.value?.nonce === claim.nonce;
    };
    const release = () => {
        try {
            if (!isOurs())
                return (0,result.ok)(undefined);
            (0,external_node_fs_.renameSync)(writeTemporary(folder, { ...claim, state: 'released' }), claimPath(folder, number));
            return (0,result.ok)(undefined);
        }
        catch (error) {
            return (0,result/* err */._)((0,trouble/* fileTrouble */.A)(error, folder));
        }
    };
    return { takenOverFrom, isOurs, release };
}
/** Makes the claim with that number; true when it then is the highest. Removes what lies below it. */
function makeClaim(folder, number, claim) {
    const temporary = writeTemporary(folder, claim);
    try {
        (0,external_node_fs_.linkSync)(temporary, claimPath(folder, number));
    }
    catch (error) {
        if (error.code !== 'EEXIST')
            throw error;
        return false;
    }
    finally {
        removeIfThere(temporary);
    }
    if (highest(folder) !== number) {
        removeIfThere(claimPath(folder, number));
        return false;
    }
    removeBelow(folder, number);
    return true;
}
/** A finished file beside the claims, under a name that tells its process. Throws the system's error. */
function writeTemporary(folder, claim) {
    const path = (0,external_node_path_.join)(folder, temporaryName(process.pid, claim.nonce));
    const written = (0,write_file_atomic/* writeFileAtomic */.Zf)(path, JSON.stringify(claim));
    if (written.ok)
        return path;
    throw Object.assign(new Error('claim not written'), { code: written.error.code, syscall: 'write' });
}
function currentClaim(folder) {
    for (;;) {
        const number = highest(folder);
        if (number === 0)
            return (0,result.ok)({ number, claim: null });
        const claim = readClaim(folder, number);
        if (claim.ok)
            return (0,result.ok)({ number, claim: claim.value });
        // Removed since we looked: by the holder of a higher one.
        if (claim.error.reason !== 'file' || claim.error.trouble.reason !== 'missing')
            return claim;
    }
}
function readClaim(folder, number) {
    const path = claimPath(folder, number);
    const bytes = (0,read_file_bounded/* readFileBounded */.Y)(path, claimBytes);
    if (!bytes.ok)
        return (0,result/* err */._)({ reason: 'file', trouble: bytes.error });
    const claim = parseClaim(bytes.value.toString('utf8'));
    return claim === 'unknown-format' ? (0,result/* err */._)({ reason: 'unknown-claim', path }) : (0,result.ok)(claim);
}
/** The highest number of a claim, 0 for none; the same in two listings, one after the other. */
function highest(folder) {
    for (let before = -1;;) {
        const now = (0,external_node_fs_.readdirSync)(folder).reduce((most, name) => Math.max(most, claimNumber(name) ?? 0), 0);
        if (now === before)
            return now;
        before = now;
    }
}
/** Claims that ours has replaced, and what killed processes left. */
function removeBelow(folder, number) {
    for (const name of (0,external_node_fs_.readdirSync)(folder)) {
        const other = claimNumber(name);
        const pid = leftoverPid(name);
        if (other !== null && other < number)
            removeIfThere((0,external_node_path_.join)(folder, name));
        if (pid !== null && pid !== process.pid && !isRunning(pid))
            removeIfThere((0,external_node_path_.join)(folder, name));
    }
}
function isRunning(pid) {
    try {
        return process.kill(pid, 0);
    }
    catch (error) {
        return error.code !== 'ESRCH';
    }
}
function removeIfThere(path) {
    try {
        (0,external_node_fs_.unlinkSync)(path);
    }
    catch (error) {
        if (error.code !== 'ENOENT')
            throw error;
    }
}


/***/ }),

/***/ 2327:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ linkEscapes)
/* harmony export */ });
/**
 * Whether a link at `path` (in the tree, `/` between names) that points to `target` leaves the tree or reaches into a `.git`.
 * Judged by text alone, as git stores it: nothing on disk is asked, so it holds on every machine. Links on the way are
 * not resolved, they are judged themselves.
 */
function linkEscapes(path, target) {
    if (target.startsWith('/') || target === '')
        return true;
    const at = path.split('/').slice(0, -1);
    for (const name of target.split('/')) {
        if (name === '' || name === '.')
            continue;
        if (name === '..') {
            if (at.pop() === undefined)
                return true;
        }
        else if (isGitName(name))
            return true;
        else
            at.push(name);
    }
    return false;
}
/** `.git` as a file system may also know it: without regard to case, with marks that HFS+ ignores, as an NTFS short name. */
function isGitName(name) {
    const plain = name.replace(/[\u200c-\u200f\u202a-\u202e\u206a-\u206f\ufeff]/g, '').toLowerCase();
    return /^(?:\.git|git~1)[ .]*(?::.*)?$/.test(plain);
}


/***/ }),

/***/ 49786:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ pathsInTheWay),
/* harmony export */   R: () => (/* binding */ leaderInTheWay)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var _changes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(46361);
/* harmony import */ var _path_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(74369);



/**
 * Files of the user that git does not track and that `changes` would overwrite, ignored ones too: git itself would overwrite an
 * ignored file without a word. Looks at names only, follows no link.
 */
function pathsInTheWay(root, changes) {
    const leaving = new Set(changes.filter((c) => c.newMode === _changes_js__WEBPACK_IMPORTED_MODULE_1__/* .NO_MODE */ .CA).map((c) => c.path));
    const clear = new Set();
    const found = new Set();
    for (const { path, oldMode } of changes) {
        if (oldMode !== _changes_js__WEBPACK_IMPORTED_MODULE_1__/* .NO_MODE */ .CA)
            continue;
        const leader = leaderInTheWay(root, path, clear);
        if (leader !== null) {
            if (!leaving.has(leader))
                found.add(leader);
            continue;
        }
        for (const file of filesAt(root, path)) {
            if (!leaving.has(file))
                found.add(file);
        }
    }
    return [...found];
}
/** The first part of the path above the file itself that is there and is not a folder; `clear` remembers the good ones. */
function leaderInTheWay(root, path, clear = new Set()) {
    for (let at = path.indexOf('/'); at !== -1; at = path.indexOf('/', at + 1)) {
        const leader = path.slice(0, at);
        if (clear.has(leader))
            continue;
        const stats = statsAt(root, leader);
        if (stats === undefined)
            return null;
        if (!stats.isDirectory())
            return leader;
        clear.add(leader);
    }
    return null;
}
/** The path itself, or all files below it when a folder stands there. */
function filesAt(root, path) {
    const files = [];
    const left = [path];
    for (let at = left.pop(); at !== undefined; at = left.pop()) {
        const stats = statsAt(root, at);
        if (stats === undefined)
            continue;
        if (!stats.isDirectory())
            files.push(at);
        else
            for (const name of (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)((0,_path_text_js__WEBPACK_IMPORTED_MODULE_2__/* .pathOnDisk */ .ur)(root, at), { encoding: 'buffer' }))
                left.push(`${at}/${(0,_path_text_js__WEBPACK_IMPORTED_MODULE_2__/* .decodePath */ .q0)(name)}`);
    }
    return files;
}
function statsAt(root, path) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)((0,_path_text_js__WEBPACK_IMPORTED_MODULE_2__/* .pathOnDisk */ .ur)(root, path), { throwIfNoEntry: false });
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 70664:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  G: () => (/* binding */ recoverLanding)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./.cache/build/lib/base/result.js
var result = __webpack_require__(45256);
// EXTERNAL MODULE: ./.cache/build/lib/git/changes.js
var git_changes = __webpack_require__(46361);
// EXTERNAL MODULE: ./.cache/build/lib/git/path-text.js
var path_text = __webpack_require__(74369);
// EXTERNAL MODULE: ./.cache/build/lib/git/repository.js
var git_repository = __webpack_require__(46018);
;// CONCATENATED MODULE: ./.cache/build/lib/git/landing-paths.js





/**
 * The paths of a half-done landing whose file is neither the old nor the new one, nor a beginning of one, nor missing.
 * Files are compared as the user's line endings and filters make them. Sorted.
 */
async function pathsNotOurs(landing) {
    const { root } = landing.trusted.repository;
    const foreign = [];
    const files = [];
    const links = [];
    const changed = new Set(landing.changes.map((change) => change.path));
    for (const change of landing.changes) {
        if (change.oldMode === git_changes/* SUBMODULE_MODE */.Fe || change.newMode === git_changes/* SUBMODULE_MODE */.Fe)
            continue;
        const found = look(root, change.path, changed);
        if (found === 'foreign')
            foreign.push(change.path);
        else if (typeof found === 'string')
            continue;
        else if (found.isSymbolicLink())
            links.push(change);
        else if (found.isFile())
            files.push(change);
        else
            foreign.push(change.path);
    }
    const [badLinks, badFiles] = await Promise.all([foreignLinks(landing, links), foreignFiles(landing, files)]);
    if (!badLinks.ok)
        return badLinks;
    if (!badFiles.ok)
        return badFiles;
    return (0,result.ok)([...foreign, ...badLinks.value, ...badFiles.value].sort());
}
/** A link or file above the path is ours only when it is one of the landing's own paths; then the path itself is not there. */
function look(root, path, changed) {
    for (let at = path.indexOf('/'); at !== -1; at = path.indexOf('/', at + 1)) {
        const leader = path.slice(0, at);
        const stats = (0,external_node_fs_.lstatSync)((0,path_text/* pathOnDisk */.ur)(root, leader), { throwIfNoEntry: false });
        if (stats === undefined)
            return 'nothing';
        if (!stats.isDirectory())
            return changed.has(leader) ? 'nothing' : 'foreign';
    }
    const stats = (0,external_node_fs_.lstatSync)((0,path_text/* pathOnDisk */.ur)(root, path), { throwIfNoEntry: false });
    if (stats === undefined)
        return 'nothing';
    return stats.isDirectory() ? 'folder' : stats;
}
async function foreignLinks(landing, links) {
    const { trusted } = landing;
    const blobs = await trusted.blobs(links.flatMap((link) => linkIds(link)));
    if (!blobs.ok)
        return blobs;
    const foreign = links.filter((link) => {
        const target = (0,external_node_fs_.readlinkSync)((0,path_text/* pathOnDisk */.ur)(trusted.repository.root, link.path), { encoding: 'buffer' });
        return !linkIds(link).some((id) => blobs.value.get(id)?.equals(target) === true);
    });
    return (0,result.ok)(foreign.map((link) => link.path));
}
function linkIds({ oldMode, oldId, newMode, newId }) {
    return [...(oldMode === git_changes/* LINK_MODE */.BG ? [oldId] : []), ...(newMode === git_changes/* LINK_MODE */.BG ? [newId] : [])];
}
async function foreignFiles(landing, files) {
    if (files.length === 0)
        return (0,result.ok)([]);
    const { git, trusted } = landing;
    const place = (0,git_repository/* checkoutOf */.o5)(trusted.repository);
    const input = Buffer.concat(files.map((file) => Buffer.from(`${quoted(file.path)}\n`)));
    const cwd = trusted.repository.root;
    const hashed = await git.run({ args: ['hash-object', '--stdin-paths'], input, place, cwd });
    if (!hashed.ok)
        return hashed;
    const ids = hashed.value.text.split('\n');
    if (ids.length !== files.length) {
        return (0,result/* err */._)({ reason: 'command-failed', command: 'git hash-object', exitCode: 0, signal: null, outputTail: '' });
    }
    const unknown = files.filter((file, at) => ids[at] !== file.oldId && ids[at] !== file.newId);
    const foreign = [];
    for (const file of unknown) {
        const beginning = await isBeginning(landing, file);
        if (!beginning.ok)
            return beginning;
        if (!beginning.value)
            foreign.push(file.path);
    }
    return (0,result.ok)(foreign);
}
/** git writes a file in place: a kill leaves its first bytes. At most the few files that were being written get here. */
async function isBeginning({ git, trusted }, file) {
    const onDisk = (0,external_node_fs_.readFileSync)((0,path_text/* pathOnDisk */.ur)(trusted.repository.root, file.path));
    const sides = [
        { mode: file.oldMode, id: file.oldId },
        { mode: file.newMode, id: file.newId },
    ].filter((side) => side.mode !== git_changes/* NO_MODE */.CA && side.mode !== git_changes/* LINK_MODE */.BG);
    if (onDisk.length === 0)
        return (0,result.ok)(true);
    for (const { id } of sides) {
        const args = ['cat-file', '--filters', `--path=${file.path}`, id];
        const whole = await git.run({
            args: [...args],
            place: (0,git_repository/* checkoutOf */.o5)(trusted.repository),
            cwd: trusted.repository.root,
        });
        if (!whole.ok)
            return whole;
        if (whole.value.stdout.subarray(0, onDisk.length).equals(onDisk))
            return (0,result.ok)(true);
    }
    return (0,result.ok)(false);
}
/** A line of `--stdin-paths`: git reads C quoting, which any byte can be written in. */
function quoted(path) {
    if (/^[A-Za-z0-9_./@+ -]+$/.test(path))
        return path;
    const octal = [...(0,path_text/* encodePath */.O0)(path)].map((byte) => `\\${byte.toString(8).padStart(3, '0')}`);
    return `"${octal.join('')}"`;
}

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
;// CONCATENATED MODULE: ./.cache/build/lib/git/landing-locks.js



/** How long a git that outlived a killed runner may go on before the landing counts as locked. */
const PATIENCE_MS = 10_000;
const STEP_MS = 100;
/** File systems stamp with a clock that may lag behind a little. */
const CLOCK_SLACK_MS = 1_000;
/**
 * Removes `index.lock`, `HEAD.lock` and the branch's lock in the user's git directory when they were made after the landing began
 * and no git is at work in the checkout any more. Returns the locks that stay. Without /proc (macOS) a running git is not seen.
 */
async function removeLandingLocks(landing) {
    const { repository, branch, startedAtMs } = landing;
    const names = [(0,external_node_path_.join)(repository.gitDir, 'index.lock'), (0,external_node_path_.join)(repository.gitDir, 'HEAD.lock')];
    if (branch !== null)
        names.push((0,external_node_path_.join)(repository.commonDir, `${branch}.lock`));
    let waitedMs = 0;
    for (; present(names).length > 0 && gitAtWork(repository.root); waitedMs += STEP_MS) {
        if (waitedMs >= PATIENCE_MS)
            return present(names);
        await (0,promises_.setTimeout)(STEP_MS);
    }
    const locks = present(names);
    const ours = locks.filter((lock) => (0,external_node_fs_.lstatSync)(lock).mtimeMs >= startedAtMs - CLOCK_SLACK_MS);
    if (ours.length < locks.length)
        return locks;
    for (const lock of ours)
        (0,external_node_fs_.rmSync)(lock, { force: true });
    return [];
}
function present(names) {
    return names.filter((name) => (0,external_node_fs_.lstatSync)(name, { throwIfNoEntry: false }) !== undefined);
}
/** Whether a process called git has its working folder in the checkout: ours all do. */
function gitAtWork(root) {
    return processIds().some((id) => {
        try {
            if (!(0,external_node_fs_.readFileSync)(`/proc/${id}/comm`, 'utf8').startsWith('git'))
                return false;
            const folder = (0,external_node_fs_.readlinkSync)(`/proc/${id}/cwd`);
            return folder === root || folder.startsWith(`${root}/`);
        }
        catch {
            return false;
        }
    });
}
function processIds() {
    try {
        return (0,external_node_fs_.readdirSync)('/proc').filter((name) => /^\d+$/.test(name));
    }
    catch {
        return [];
    }
}

// EXTERNAL MODULE: ./.cache/build/lib/git/paths-in-the-way.js
var paths_in_the_way = __webpack_require__(49786);
;// CONCATENATED MODULE: ./.cache/build/lib/git/recover-landing.js









/**
 * Repairs a landing that was killed at any point, with what the journal recorded of it. Only called under the repository lock.
 *
 * L1 HEAD is written last: HEAD at `to` (or beyond) means that index and files are complete.
 * L2 Otherwise the paths that differ between `from` and `to` are ours when their content is the old or the new one, a
 *    beginning of it, or missing; they are put back. One path that is none of that, and nothing is touched.
 * L3 Every step can be killed and done again: index entries first, then files, each from its object.
 */
async function recoverLanding(context, request) {
    const { git, trusted } = context;
    const { repository } = trusted;
    const head = await (0,git_repository/* readHead */.zy)(git, repository);
    if (!head.ok)
        return head;
    const locks = await removeLandingLocks({ repository, branch: head.value.branch, startedAtMs: request.startedAtMs });
    if (locks.length > 0)
        return (0,result.ok)({ kind: 'locked', locks });
    const landed = await trusted.isAncestor(request.to, head.value.commit);
    if (!landed.ok)
        return landed;
    if (landed.value)
        return (0,result.ok)({ kind: 'landed' });
    const changes = await trusted.treeChanges(request.from, request.to);
    if (!changes.ok)
        return changes;
    if (head.value.commit !== request.from)
        return await afterMove(git, trusted, { head: head.value.commit, changes: changes.value });
    const foreign = await pathsNotOurs({ git, trusted, changes: changes.value });
    if (!foreign.ok)
        return foreign;
    if (foreign.value.length > 0)
        return (0,result.ok)({ kind: 'refused', paths: foreign.value });
    const restored = await restore(git, repository, changes.value);
    return restored.ok ? (0,result.ok)({ kind: 'undone' }) : restored;
}
/** The user went elsewhere in between: whatever is dirty among our paths is for a person to judge. */
async function afterMove(git, trusted, found) {
    const dirty = await (0,git_repository/* dirtyPaths */.Xb)(git, trusted.repository);
    if (!dirty.ok)
        return dirty;
    const touched = new Set(found.changes.map((change) => change.path));
    const paths = dirty.value.filter((path) => touched.has(path));
    return (0,result.ok)(paths.length > 0 ? { kind: 'refused', paths } : { kind: 'base-moved', head: found.head });
}
async function restore(git, repository, changes) {
    const place = (0,git_repository/* checkoutOf */.o5)(repository);
    const cwd = repository.root;
    const indexed = await git.run({
        args: ['update-index', '-z', '--index-info'],
        input: oldEntries(changes),
        place,
        cwd,
    });
    if (!indexed.ok)
        return indexed;
    for (const change of changes)
        if (change.oldMode === git_changes/* NO_MODE */.CA)
            removeFile(repository.root, change.path);
    const present = changes.filter((c) => c.oldMode !== git_changes/* NO_MODE */.CA && c.oldMode !== git_changes/* SUBMODULE_MODE */.Fe).map((c) => c.path);
    return await git.run({ args: ['checkout-index', '-f', '-u', '-z', '--stdin'], input: (0,path_text/* joinNul */.MX)(present), place, cwd });
}
/** Lines of `--index-info` that put back the old side; removals first, so that a file can follow a folder of its name. */
function oldEntries(changes) {
    const removals = changes.filter((change) => change.oldMode === git_changes/* NO_MODE */.CA);
    const additions = changes.filter((change) => change.oldMode !== git_changes/* NO_MODE */.CA);
    return Buffer.concat([...removals, ...additions].flatMap(({ oldMode, oldId, path }) => [
        Buffer.from(`${oldMode === git_changes/* NO_MODE */.CA ? '0' : oldMode} ${oldId}\t`),
        (0,path_text/* encodePath */.O0)(path),
        Buffer.from([0]),
    ]));
}
/** Removes a file that the landing added, and the folders that are empty then. */
function removeFile(root, path) {
    if ((0,paths_in_the_way/* leaderInTheWay */.R)(root, path) !== null)
        return;
    try {
        (0,external_node_fs_.rmSync)((0,path_text/* pathOnDisk */.ur)(root, path), { force: true });
        for (let folder = (0,external_node_path_.dirname)(path); folder !== '.'; folder = (0,external_node_path_.dirname)(folder))
            (0,external_node_fs_.rmdirSync)((0,path_text/* pathOnDisk */.ur)(root, folder));
    }
    catch {
        // A folder with other files in it stays, and so does what stands in the place of a file that was never written.
    }
}


/***/ }),

/***/ 30720:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ revertRange)
/* harmony export */ });
/* harmony import */ var _base_result_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45256);

/**
 * One commit on top of `head` that takes a whole range back and keeps what came after it; history is not rewritten.
 * A commit "the tree of `from` on top of `to`" is merged into `head`, so that `to` is the common ancestor: git 2.39 cannot be
 * given one by hand (`--merge-base` came with 2.40). Only objects are made; landing brings the commit to the user.
 */
async function revertRange(git, request) {
    const { head, from, to, message, trailers, atMs } = request;
    const tree = await git.treeOf(from);
    if (!tree.ok)
        return tree;
    const inverse = await git.commit({ tree: tree.value, parents: [to], message, trailers, atMs });
    if (!inverse.ok)
        return inverse;
    const merged = await git.mergeTrees(head, inverse.value);
    if (!merged.ok)
        return merged;
    if (merged.value.kind === 'conflict')
        return (0,_base_result_js__WEBPACK_IMPORTED_MODULE_0__.ok)(merged.value);
    const before = await git.treeOf(head);
    if (!before.ok)
        return before;
    if (before.value === merged.value.tree)
        return (0,_base_result_js__WEBPACK_IMPORTED_MODULE_0__.ok)({ kind: 'nothing' });
    const commit = await git.commit({ tree: merged.value.tree, parents: [head], message, trailers, atMs });
    return commit.ok ? (0,_base_result_js__WEBPACK_IMPORTED_MODULE_0__.ok)({ kind: 'reverted', commit: commit.value }) : commit;
}


/***/ }),

/***/ 99897:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  _: () => (/* binding */ WorkspacePool)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./.cache/build/lib/git/remove-tree.js
var remove_tree = __webpack_require__(67219);
// EXTERNAL MODULE: ./.cache/build/lib/git/trusted-directory.js
var trusted_directory = __webpack_require__(27569);
// EXTERNAL MODULE: ./.cache/build/lib/base/result.js
var result = __webpack_require__(45256);
// EXTERNAL MODULE: ./.cache/build/lib/git/changes.js
var git_changes = __webpack_require__(46361);
;// CONCATENATED MODULE: ./.cache/build/lib/git/sync-objects.js


/** As many as Node's thread pool takes at once: the file system joins syncs that run together into one write. */
const AT_ONCE = 4;
/**
 * Syncs loose objects to the disk after git wrote them unsynced. Cheaper than git's own one after another, and later than
 * its rename, so that the name is on the disk too. Ids that have no loose file are packed, hence older, and passed over.
 */
async function syncObjects(objectsDir, ids) {
    const left = [...ids];
    const workers = Array.from({ length: AT_ONCE }, async () => {
        for (let id = left.pop(); id !== undefined; id = left.pop())
            await syncObject(objectsDir, id);
    });
    await Promise.all(workers);
}
async function syncObject(objectsDir, id) {
    const file = await (0,promises_.open)((0,external_node_path_.join)(objectsDir, id.slice(0, 2), id.slice(2))).catch(() => null);
    if (file === null)
        return;
    try {
        await file.sync();
    }
    finally {
        await file.close();
    }
}

// EXTERNAL MODULE: ./.cache/build/lib/git/trusted-git.js
var trusted_git = __webpack_require__(67734);
// EXTERNAL MODULE: ./.cache/build/lib/git/tree-snapshot.js
var tree_snapshot = __webpack_require__(83679);
// EXTERNAL MODULE: ./.cache/build/lib/git/workspace-dot-git.js
var workspace_dot_git = __webpack_require__(20166);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: ./.cache/build/lib/git/link-escapes.js
var link_escapes = __webpack_require__(2327);
// EXTERNAL MODULE: ./.cache/build/lib/git/path-text.js
var path_text = __webpack_require__(74369);
;// CONCATENATED MODULE: ./.cache/build/lib/git/workspace-status.js





/**
 * Turns what `git status` said into changes: adds modes and link targets of new files, drops what vanished meanwhile, and
 * refuses what cannot be committed as it is. `submodules` are paths whose folders belong to other repositories.
 */
function changesOfStatus(root, entries, submodules) {
    const nested = entries.filter(isNestedRepository).map((entry) => entry.path.replace(/\/$/, ''));
    nested.push(...submodules.filter((path) => isOccupied(root, path)));
    if (nested.length > 0)
        return (0,result/* err */._)({ reason: 'nested-repository', paths: [...new Set(nested)].sort() });
    const changes = entries.map((entry) => withDisk(root, entry)).filter((change) => change !== null);
    return refuseEscapes(changes);
}
/** A link that leaves the tree fails the step; the first one in path order is named. */
function refuseEscapes(changes) {
    const bad = changes.find((change) => change.linkTarget !== undefined && (0,link_escapes/* linkEscapes */.b)(change.path, change.linkTarget));
    if (bad?.linkTarget === undefined)
        return (0,result.ok)(changes);
    return (0,result/* err */._)({ reason: 'link-escapes', path: bad.path, target: bad.linkTarget });
}
/** git lists a repository inside the tree as one untracked path with a slash at its end. */
function isNestedRepository(entry) {
    if (entry.kind === 'untracked')
        return entry.path.endsWith('/');
    return entry.oldMode !== entry.newMode && (entry.oldMode === git_changes/* SUBMODULE_MODE */.Fe || entry.newMode === git_changes/* SUBMODULE_MODE */.Fe);
}
/** Files in a submodule's folder, or one in its place, are invisible to git here: they would be lost without a word. */
function isOccupied(root, path) {
    const onDisk = (0,path_text/* pathOnDisk */.ur)(root, path);
    try {
        const stats = (0,external_node_fs_.lstatSync)(onDisk, { throwIfNoEntry: false });
        return stats?.isDirectory() === true ? (0,external_node_fs_.readdirSync)(onDisk).length > 0 : stats !== undefined;
    }
    catch {
        return false;
    }
}
/** The disk is asked once more: `git status` gives no mode for new files, and takes a pipe in a file's place for a file. */
function withDisk(root, entry) {
    const { path, oldMode } = entry;
    const isGone = entry.kind === 'tracked' && entry.newMode === git_changes/* NO_MODE */.CA;
    const onDisk = (0,path_text/* pathOnDisk */.ur)(root, path);
    const stats = isGone ? undefined : (0,external_node_fs_.lstatSync)(onDisk, { throwIfNoEntry: false });
    const newMode = stats === undefined ? git_changes/* NO_MODE */.CA : modeOf(stats);
    if (oldMode === git_changes/* NO_MODE */.CA && newMode === git_changes/* NO_MODE */.CA)
        return null;
    const change = { path, oldMode, newMode, type: (0,git_changes/* typeOf */.QP)(oldMode, newMode) };
    if (newMode !== git_changes/* LINK_MODE */.BG)
        return change;
    return { ...change, linkTarget: (0,path_text/* decodePath */.q0)((0,external_node_fs_.readlinkSync)(onDisk, { encoding: 'buffer' })) };
}
function modeOf(stats) {
    if (stats.isSymbolicLink())
        return git_changes/* LINK_MODE */.BG;
    if (!stats.isFile())
        return git_changes/* NO_MODE */.CA;
    return (stats.mode & 0o100) === 0 ? '100644' : '100755';
}

;// CONCATENATED MODULE: ./.cache/build/lib/git/date-forward.js


/**
 * Gives files whose mtime was set back (`touch -r`, `cp -p`, `mv`, unpacking) the present as mtime, before git notes their times.
 *
 * Debian's git, as most builds, compares times in whole seconds. It makes up for that by reading a file again whose mtime is not
 * older than its index, so a second write in the same second is found, but only while mtime tells the time of the write. With a
 * mtime that was set back, a change of the same size in the second of the commit is never seen (measured, git 2.39.5).
 * `probe` is a file on the same disk that may be overwritten: its time is the disk's present.
 */
function dateForward(root, paths, probe) {
    for (const path of paths) {
        const onDisk = (0,path_text/* pathOnDisk */.ur)(root, path);
        const stats = (0,external_node_fs_.lstatSync)(onDisk, { throwIfNoEntry: false });
        if (stats === undefined || seconds(stats.mtimeMs) >= seconds(stats.ctimeMs))
            continue;
        (0,external_node_fs_.writeFileSync)(probe, '');
        const now = (0,external_node_fs_.lstatSync)(probe).mtimeMs / 1000;
        (0,external_node_fs_.lutimesSync)(onDisk, now, now);
    }
}
function seconds(timeMs) {
    return Math.floor(timeMs / 1000);
}

;// CONCATENATED MODULE: ./.cache/build/lib/git/workspace-tree.js







/** Above this many changed files git syncs their objects together; fewer are synced by `commit` with the trees. */
const SYNC_LATER_LIMIT = 64;
/** The git commands of a workspace: files on disk <-> index <-> tree objects. Holds no state but what is on disk. */
class WorkspaceTree {
    #git;
    #folders;
    constructor(git, folders) {
        this.#git = git;
        this.#folders = folders;
    }
    /** Makes the files exactly those of `commit`, ignored files and foreign repositories removed. Returns the submodule paths. */
    async reset(commit, signal) {
        await this.#ensureRoot();
        const gentle = await this.#resetOnce(commit, signal);
        if (gentle.ok || gentle.error.reason === 'cancelled')
            return gentle;
        await this.#startOver();
        return await this.#resetOnce(commit, signal);
    }
    /** Raw answer of `git status` against HEAD, the index refreshed on the way so that the next look is cheaper. */
    async status() {
        const answer = await this.#git.run({
            args: ['status', '--porcelain=v2', '-z', '--untracked-files=all', '--no-renames', '--ignore-submodules=all'],
        });
        return answer.ok ? (0,result.ok)(answer.value.stdout) : answer;
    }
    /** Takes the changed files into the index and writes all objects. `commit` syncs them. Returns the id of the tree. */
    async writeTree(changes) {
        const gone = changes.filter((change) => change.newMode === git_changes/* NO_MODE */.CA).map((change) => change.path);
        const present = changes.filter((change) => change.newMode !== git_changes/* NO_MODE */.CA).map((change) => change.path);
        const removed = gone.length === 0 ? null : await this.#updateIndex(['--force-remove'], gone);
        if (removed?.ok === false)
            return removed;
        dateForward(this.#folders.root, present, (0,external_node_path_.join)(this.#folders.trustedDir, 'probe'));
        const added = present.length === 0 ? null : await this.#updateIndex(['--add', '--replace'], present);
        if (added?.ok === false)
            return added;
        const tree = await this.#git.run({ args: ['write-tree'], sync: 'later' });
        return tree.ok ? (0,result.ok)(tree.value.text) : tree;
    }
    async #resetOnce(commit, signal) {
        const abort = signal === undefined ? {} : { signal };
        const read = await this.#git.run({ args: ['read-tree', '--reset', '-u', commit], ...abort });
        if (!read.ok)
            return read;
        const [clean, listed] = await Promise.all([
            this.#git.run({ args: ['clean', '-ffdxq'], ...abort }),
            this.#git.run({ args: ['ls-files', '-s', '-z'], readOnly: true }),
        ]);
        if (!clean.ok)
            return clean;
        if (!listed.ok)
            return listed;
        const submodules = submodulesOf(listed.value.stdout);
        for (const path of submodules)
            await (0,remove_tree/* emptyFolder */.i)((0,path_text/* pathOnDisk */.ur)(this.#folders.root, path));
        return (0,result.ok)(submodules);
    }
    /** A step may have put a link or a file in the place of its folder. */
    async #ensureRoot() {
        const stats = await (0,promises_.lstat)(this.#folders.root).catch(() => null);
        if (stats?.isDirectory() === true)
            return;
        await this.#startOver();
    }
    async #startOver() {
        await (0,remove_tree/* removeTree */.d)(this.#folders.root);
        await (0,promises_.rm)((0,external_node_path_.join)(this.#folders.trustedDir, 'index'), { force: true });
        await (0,promises_.mkdir)(this.#folders.root, { recursive: true });
    }
    async #updateIndex(flags, paths) {
        return await this.#git.run({
            args: ['update-index', ...flags, '-z', '--stdin'],
            input: (0,path_text/* joinNul */.MX)(paths),
            sync: paths.length > SYNC_LATER_LIMIT ? 'batch' : 'later',
        });
    }
}
/** Paths with mode 160000 in `git ls-files -s -z`; the whole list is only cut up when there is one. */
function submodulesOf(listing) {
    if (!listing.includes(`${git_changes/* SUBMODULE_MODE */.Fe} `))
        return [];
    return (0,path_text/* splitNul */.K5)(listing)
        .filter((record) => record.subarray(0, 7).toString('latin1') === `${git_changes/* SUBMODULE_MODE */.Fe} `)
        .map((record) => (0,path_text/* decodePath */.q0)(record.subarray(record.indexOf(0x09) + 1)));
}

;// CONCATENATED MODULE: ./.cache/build/lib/git/workspace.js










/** Up to this many files, links and folders a look at all of them is cheaper than starting git. */
const SNAPSHOT_LIMIT = 2000;
/**
 * The folder a step works in. Order of use: `checkout`, the step, `changes` and `capture` as often as needed, `commit`; or `commitChanges`.
 *
 * W1 Everything in the folder, its `.git` included, is the step's; git runs only with the trusted directory beside it.
 * W2 `commit` commits the captured tree object. A file that changes later is not in it.
 * W3 After `commit`, and after `changes` found nothing, the workspace is settled: a `checkout` of the same commit starts no
 *    process and keeps ignored files. Any other `checkout` removes everything that is not in the commit.
 * W4 "Nothing changed" without a process is only said on a snapshot that git confirmed after it was taken.
 */
class Workspace {
    root;
    #folders;
    #git;
    #tree;
    #dotGit;
    #commit = null;
    #submodules = [];
    #settled = false;
    /** Objects of captured trees that no commit has synced yet. */
    #unsynced = new Set();
    /** Taken after git said "clean", not confirmed yet. */
    #candidate = null;
    #snapshot = null;
    constructor(git, folders) {
        this.root = folders.root;
        this.#folders = folders;
        const { trustedDir: gitDir, repository, root: workTree } = folders;
        this.#git = new trusted_git/* TrustedGit */.o(git, { gitDir, repository, workTree });
        this.#tree = new WorkspaceTree(this.#git, folders);
        this.#dotGit = new workspace_dot_git/* WorkspaceDotGit */.h(folders);
    }
    /** The commit that `changes` compares with; null before the first checkout. */
    get commitId() {
        return this.#commit;
    }
    /** Makes the folder hold exactly `commit` (an id), for a step to begin in. */
    async checkout(commit, signal) {
        const untouched = this.#settled || (this.#snapshot !== null && !(0,tree_snapshot/* isTouched */.D)(this.#snapshot));
        this.#settled = false;
        if (untouched && commit === this.#commit) {
            await this.#dotGit.agreeWith(commit, false);
            return (0,result.ok)(undefined);
        }
        this.#commit = null;
        this.#forgetSnapshots();
        const reset = await this.#tree.reset(commit, signal);
        if (!reset.ok)
            return reset;
        this.#submodules = reset.value;
        await (0,trusted_directory/* setHead */.l)(this.#folders.trustedDir, commit);
        await this.#dotGit.agreeWith(commit, true);
        this.#commit = commit;
        return (0,result.ok)(undefined);
    }
    /** What the files differ in from the checked-out commit, as the tree's `.gitignore` sees it. Sorted by path. */
    async changes() {
        const commit = this.#checkedOut();
        if (this.#snapshot !== null && !(0,tree_snapshot/* isTouched */.D)(this.#snapshot))
            return this.#nothingChanged();
        const candidate = this.#candidate !== null && !(0,tree_snapshot/* isTouched */.D)(this.#candidate) ? this.#candidate : null;
        const found = await this.#look();
        if (!found.ok)
            return found;
        if (found.value.changes.length === 0) {
            this.#snapshot = candidate;
            this.#candidate = candidate ?? this.#takeSnapshot();
            return this.#nothingChanged();
        }
        this.#forgetSnapshots();
        if (!found.value.onlyTreeKnows)
            return (0,result.ok)(sortByPath(found.value.changes));
        const tree = await this.#tree.writeTree(found.value.changes);
        return tree.ok ? await this.#inspect(commit, tree.value) : tree;
    }
    /** Writes the files' content as a tree object, synced by `commit`. The workspace stays at its commit. */
    async capture() {
        const commit = this.#checkedOut();
        const tree = await this.#writeTree();
        if (!tree.ok)
            return tree;
        const changes = await this.#inspect(commit, tree.value);
        return changes.ok ? (0,result.ok)({ tree: tree.value, changes: changes.value }) : changes;
    }
    /**
     * Commits what the files differ in: `changes`, `capture` and `commit` with a single look at the files, which is what costs
     * in a large repository. null when nothing has changed.
     */
    async commitChanges(options) {
        const changes = await this.changes();
        if (!changes.ok)
            return changes;
        if (changes.value.length === 0)
            return (0,result.ok)(null);
        const tree = await this.#tree.writeTree(changes.value);
        return tree.ok ? await this.#commitTree(tree.value, options) : tree;
    }
    /** Commits what was captured, all its objects synced, and moves the workspace, its own `.git` too, to the new commit. Makes no ref. */
    async commit(options) {
        this.#checkedOut();
        const tree = options.captured ? (0,result.ok)(options.captured.tree) : await this.#writeTree();
        return tree.ok ? await this.#commitTree(tree.value, options) : tree;
    }
    async #commitTree(tree, options) {
        const base = this.#checkedOut();
        const [changes, commit] = await Promise.all([
            options.captured ? (0,result.ok)(options.captured.changes) : this.#inspect(base, tree),
            this.#git.commit({ ...options, tree, parents: [options.parent ?? base] }, 'later'),
        ]);
        if (!changes.ok)
            return changes;
        if (!commit.ok)
            return commit;
        const objects = [...this.#unsynced, tree, commit.value];
        await Promise.all([syncObjects(this.#folders.repository.objectsDir, objects), this.#advance(commit.value)]);
        this.#unsynced.clear();
        return (0,result.ok)({ commit: commit.value, tree, changes: changes.value });
    }
    async #advance(commit) {
        await (0,trusted_directory/* setHead */.l)(this.#folders.trustedDir, commit);
        this.#commit = commit;
        this.#forgetSnapshots();
        await this.#dotGit.agreeWith(commit, true);
        this.#settled = true;
    }
    async #writeTree() {
        const found = await this.#look();
        if (!found.ok)
            return found;
        this.#forgetSnapshots();
        return await this.#tree.writeTree(found.value.changes);
    }
    async #look() {
        this.#settled = false;
        const output = await this.#tree.status();
        if (!output.ok)
            return output;
        const entries = (0,git_changes/* parseStatus */.i$)(output.value);
        const changes = changesOfStatus(this.root, entries, this.#submodules);
        return changes.ok ? (0,result.ok)({ changes: changes.value, onlyTreeKnows: isAmbiguous(entries) }) : changes;
    }
    /** The changes as the tree object has them: a link or repository that slipped in after the look is found here. */
    async #inspect(commit, tree) {
        const found = await this.#git.objectChanges(commit, tree);
        if (!found.ok)
            return found;
        for (const change of found.value)
            if (change.newMode !== git_changes/* NO_MODE */.CA)
                this.#unsynced.add(change.newId);
        const changes = await this.#git.withLinkTargets(found.value);
        if (!changes.ok)
            return changes;
        const submodules = changes.value.filter((c) => c.oldMode === git_changes/* SUBMODULE_MODE */.Fe || c.newMode === git_changes/* SUBMODULE_MODE */.Fe);
        if (submodules.length > 0)
            return (0,result/* err */._)({ reason: 'nested-repository', paths: submodules.map((c) => c.path) });
        return refuseEscapes(changes.value);
    }
    #nothingChanged() {
        this.#settled = true;
        return (0,result.ok)([]);
    }
    #takeSnapshot() {
        const probe = (0,external_node_path_.join)(this.#folders.trustedDir, 'probe');
        return (0,tree_snapshot/* takeSnapshot */.W)({ root: this.root, except: ['.git'], probe, limit: SNAPSHOT_LIMIT });
    }
    #forgetSnapshots() {
        this.#snapshot = null;
        this.#candidate = null;
    }
    #checkedOut() {
        if (this.#commit === null)
            throw new Error('workspace used before checkout');
        return this.#commit;
    }
}
/** One path twice in the answer, or changed both in the index and on disk: happens after a capture that was not committed. */
function isAmbiguous(entries) {
    return entries.some((entry) => entry.twice) || new Set(entries.map((entry) => entry.path)).size < entries.length;
}
function sortByPath(changes) {
    return [...changes].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}

;// CONCATENATED MODULE: ./.cache/build/lib/git/workspace-pool.js





/** Workspaces by name, kept on disk between runs so that the next checkout writes only what differs. */
class WorkspacePool {
    #git;
    #repository;
    #cacheDir;
    #open = new Map();
    /** `cacheDir`: an absolute folder of the runner's, one per repository, on a disk with room for the checkouts. */
    constructor(git, repository, cacheDir) {
        this.#git = git;
        this.#repository = repository;
        this.#cacheDir = cacheDir;
    }
    /** The workspace `name` (`[a-z0-9_-]+`), made or reused. Two steps that run at once must use two names. */
    async workspace(name) {
        const known = this.#open.get(name);
        if (known !== undefined)
            return await known;
        const opening = this.#openWorkspace(name);
        this.#open.set(name, opening);
        return await opening;
    }
    /** Removes all workspaces from the disk, those of earlier runs too. */
    async removeAll() {
        this.#open.clear();
        await (0,remove_tree/* removeTree */.d)((0,external_node_path_.join)(this.#cacheDir, 'workspaces'));
        await (0,remove_tree/* removeTree */.d)((0,external_node_path_.join)(this.#cacheDir, 'trusted'));
    }
    /** Names on disk, sorted. */
    async names() {
        return (await (0,promises_.readdir)((0,external_node_path_.join)(this.#cacheDir, 'workspaces')).catch(() => [])).sort();
    }
    async #openWorkspace(name) {
        if (!/^[a-z0-9][a-z0-9_-]*$/.test(name))
            throw new Error(`not a workspace name: ${name}`);
        const root = (0,external_node_path_.join)(this.#cacheDir, 'workspaces', name);
        const trustedDir = (0,external_node_path_.join)(this.#cacheDir, 'trusted', name);
        await (0,promises_.mkdir)((0,external_node_path_.join)(this.#cacheDir, 'workspaces'), { recursive: true });
        await (0,promises_.mkdir)(trustedDir, { recursive: true });
        await (0,trusted_directory/* prepareTrustedDirectory */.ki)(trustedDir, this.#repository);
        return new Workspace(this.#git, { root, trustedDir, repository: this.#repository });
    }
}


/***/ }),

/***/ 48788:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ errorKind)
/* harmony export */ });
/** First match wins. Wordings of Nix 2.8 to 2.34 and of NixOS's lib/modules.nix. */
const KINDS = [
    [
        /^syntax error|^path has a trailing slash/,
        'nix-syntax',
        'the mistake is often just before this place: a missing `;`, bracket or quote',
    ],
    [
        /already defined at|dynamic attribute .* already defined/,
        'nix-duplicate-attribute',
        'keep one of the two definitions',
    ],
    [
        /^undefined variable/,
        'nix-undefined-variable',
        'a misspelt name, or an argument missing from the `{ … }:` at the top of the file',
    ],
    [/^infinite recursion/, 'nix-infinite-recursion', 'a value needs itself; `imports` must not depend on `config`'],
    [
        /^attribute '.*missing|does not provide attribute/,
        'nix-missing-attribute',
        'a misspelt name, or not part of this set',
    ],
    [/^Failed assertions|\nFailed assertions/, 'nix-assertion', null],
    [/is not tracked by Git/, 'nix-untracked-file', 'flakes see only what git knows: `git add` the file'],
    [
        /getting status of|^opening file|^path '.*' does not exist|does not exist in Git repository/,
        'nix-missing-file',
        'mend the path, or `git add` the file: flakes see only what git knows',
    ],
    [/is not of type/, 'nix-option-type', null],
    [
        /^The option .*does not exist/,
        'nix-unknown-option',
        'a misspelt option, or the module that declares it is not imported',
    ],
    [
        /conflicting definition|defined multiple times/,
        'nix-conflict',
        'use `lib.mkForce` or `lib.mkDefault` on one of the definitions',
    ],
    [
        /already declared/,
        'nix-declared-twice',
        'two modules declare the same option: remove one, or import only one of them',
    ],
    [/without required argument|with unexpected argument/, 'nix-call', null],
    [/requires lock file changes/, 'nix-lock-outdated', 'run `nix flake lock` and commit flake.lock'],
    [/hash mismatch/, 'nix-hash-mismatch', 'take over the hash that Nix got, if the new content is what you want'],
    [
        /unable to download|cannot find flake|Couldn't resolve host|timed out/,
        'nix-network',
        'the network or a substituter failed: try again',
    ],
    [
        /^'file:.*' is not a valid URL/,
        'nix-path-not-supported',
        'this Nix (2.8 does, 2.26 does not) fails in a folder whose path has spaces or letters outside of ASCII: use a newer one, ' +
            'or another folder (XDG_CACHE_HOME says where the workspaces are)',
    ],
    [/out of memory|No space left on device/, 'nix-resources', 'free memory or disk, or check fewer hosts at a time'],
];
/** Which kind of error a message is; `nix-error` when it is none that is known. */
function errorKind(text) {
    const [, code = 'nix-error', help = null] = KINDS.find(([pattern]) => pattern.test(text)) ?? [];
    return { code, help };
}


/***/ }),

/***/ 61672:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  o: () => (/* binding */ checkFlake),
  F: () => (/* binding */ evaluateHosts)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./.cache/build/lib/base/diagnostic.js
var diagnostic = __webpack_require__(94942);
// EXTERNAL MODULE: ./.cache/build/lib/nix/json-log.js
var json_log = __webpack_require__(13874);
// EXTERNAL MODULE: ./.cache/build/lib/nix/repository-path.js
var repository_path = __webpack_require__(75755);
;// CONCATENATED MODULE: ./.cache/build/lib/nix/error-places.js


/**
 * Where the user has to look, at least one place. In this order: the error's own position, the files that its message names,
 * the import of a missing file, the innermost trace frame in a module, any frame, the file evaluated last.
 */
function errorPlaces(report, view) {
    const rules = [ownPlace, namedFiles, missingFile, assertedText, placeInMessage, modulePlace];
    for (const rule of rules) {
        const places = rule(report, view);
        if (places.length > 0)
            return places;
    }
    const own = (0,repository_path/* repositoryPath */.SH)(report.file, view);
    const last = own ?? (view.lastFile !== null && !(0,repository_path/* isLibrary */.es)(view.lastFile) ? view.lastFile : 'flake.nix');
    return [own === null ? { file: last } : at(own, report)];
}
function ownPlace(report, view) {
    const path = (0,repository_path/* repositoryPath */.SH)(report.file, view);
    return path === null || (0,repository_path/* isLibrary */.es)(path) ? [] : [at(path, report)];
}
/** "- In `F': …" below a heading, "in `A' is already declared in `B'", "Module `F' …": messages of NixOS's lib/modules.nix. */
function namedFiles({ text }, view) {
    const declared = /The option `([^']+)' in `([^']+)' is already declared in `([^']+)'/.exec(text);
    const listed = /Definition values:|conflicting definition values:|defined multiple times/.test(text)
        ? [...text.matchAll(/- In `([^']+)'/g)].map((match) => match[1])
        : [/^Module `([^']+)'/.exec(text)?.[1]];
    const named = declared === null ? listed : [declared[2], declared[3]];
    const option = /option `([^']+)'/.exec(text)?.[1];
    const paths = named.flatMap((name) => (0,repository_path/* repositoryPath */.SH)(name, view) ?? []);
    const users = paths.filter((path) => !(0,repository_path/* isLibrary */.es)(path));
    return (users.length > 0 ? users : paths.slice(0, 1)).map((file) => (option === undefined ? null : view.context.findBinding(file, option)) ?? { file });
}
/** Three generations of the same message; the place to mend is the path literal that leads there. */
function missingFile({ text }, view) {
    const inStore = /(?:getting status of|opening file) '([^']+)'|^path '([^']+)' does not exist/.exec(text);
    const inGit = /^Path '([^']+)' (?:does not exist in Git repository|in the repository "[^"]*" is not tracked by Git)/.exec(text);
    const path = inGit?.[1] ?? (0,repository_path/* repositoryPath */.SH)(inStore?.[1] ?? inStore?.[2], view);
    return path === null ? [] : [view.context.findImport(path) ?? { file: path }];
}
function assertedText({ text }, view) {
    if (!text.startsWith('Failed assertions'))
        return [];
    return [...text.matchAll(/^- (.+)$/gm)].flatMap((match) => view.context.findText(match[1] ?? '') ?? []);
}
function placeInMessage({ text }, view) {
    const [, file, line, column] = /at ([^\s:]+):(\d+):(\d+)/.exec(text) ?? [];
    const path = (0,repository_path/* repositoryPath */.SH)(file, view);
    return path === null ? [] : [{ file: path, line: Number(line), column: Number(column) }];
}
function modulePlace({ trace }, view) {
    const frames = trace.flatMap((frame) => {
        const text = (0,json_log/* withoutAnsi */.uo)(frame.raw_msg ?? '');
        const [, argumentOf, definitionsFrom] = /(?:the module argument `[^']+' in "([^"]+)"|definitions from `([^']+)')/.exec(text) ?? [];
        const named = (0,repository_path/* repositoryPath */.SH)(argumentOf ?? definitionsFrom, view);
        const own = (0,repository_path/* repositoryPath */.SH)(frame.file, view);
        return [...(named === null ? [] : [{ file: named }]), ...(own === null ? [] : [at(own, frame)])];
    });
    const users = frames.filter(({ file }) => !(0,repository_path/* isLibrary */.es)(file));
    const best = users.find(({ file }) => file !== 'flake.nix') ?? users[0];
    return best === undefined ? [] : [best];
}
function at(file, { line, column }) {
    return { file, ...(line == null ? {} : { line }), ...(column == null ? {} : { column }) };
}

// EXTERNAL MODULE: ./.cache/build/lib/nix/error-kind.js
var error_kind = __webpack_require__(48788);
;// CONCATENATED MODULE: ./.cache/build/lib/nix/diagnose.js





/** How many lines of a failing build's log go into the help text; the whole log went to the step's log. */
const LOG_LINES = 10;
const NOT_WORTH_A_WARNING = /Git tree|unknown flake output|not writing|lock file|nixbld|restricted setting|cache-nix-action|unable to download|substituter/;
/**
 * Turns what `nix flake check --log-format internal-json -v --show-trace` wrote to stderr into findings in the user's own files.
 * Measured on Nix 2.8, 2.26 and 2.34. Errors that cannot be placed point to `flake.nix` as a whole.
 */
function diagnose(stderr, context) {
    const lines = stderr.split('\n').flatMap((line) => (0,json_log/* parseLogLine */.wz)(line) ?? []);
    const reading = {
        context,
        source: (0,repository_path/* ownSource */.Cd)(lines),
        lastFile: null,
        currentCheck: null,
        checkOfDerivation: new Map(),
        derivationOfActivity: new Map(),
        logs: new Map(),
    };
    return (0,diagnostic/* sortDiagnostics */.D)(lines.flatMap((line) => readLine(reading, line)));
}
function readLine(reading, line) {
    const [field] = line.fields ?? [];
    if (line.action === 'start') {
        const check = /^checking (?:derivation|NixOS configuration) '?([^']+?)'?$/.exec((0,json_log/* withoutAnsi */.uo)(line.text ?? ''))?.[1];
        if (check !== undefined)
            reading.currentCheck = check;
        if (line.type === json_log/* ACTIVITY_BUILD */.xf && line.id !== undefined && typeof field === 'string')
            reading.derivationOfActivity.set(line.id, field);
    }
    if (line.action === 'result' &&
        line.type === json_log/* RESULT_BUILD_LOG */.Gr &&
        line.id !== undefined &&
        typeof field === 'string') {
        keepLogLine(reading, line.id, (0,json_log/* withoutAnsi */.uo)(field));
    }
    return line.action === 'msg' ? readMessage(reading, line) : [];
}
function keepLogLine({ derivationOfActivity, logs }, activity, text) {
    const derivation = derivationOfActivity.get(activity);
    if (derivation !== undefined)
        logs.set(derivation, [...(logs.get(derivation) ?? []).slice(1 - LOG_LINES), text]);
}
function readMessage(reading, line) {
    const message = (0,json_log/* withoutAnsi */.uo)(line.msg ?? '');
    const evaluated = /^evaluating file '(.+)'$/.exec(message)?.[1];
    if (evaluated !== undefined) {
        reading.lastFile = (0,repository_path/* repositoryPath */.SH)(evaluated, reading) ?? reading.lastFile;
        return [];
    }
    const derivation = /^derivation evaluated to (\S+\.drv)$/.exec(message)?.[1];
    if (derivation !== undefined && reading.currentCheck !== null)
        reading.checkOfDerivation.set(derivation, reading.currentCheck);
    const warning = /^(?:trace: |evaluation )?warning: ([\s\S]+)$/.exec(message)?.[1];
    if (warning !== undefined)
        return NOT_WORTH_A_WARNING.test(warning) ? [] : [warningOf(reading, warning)];
    if (line.level !== 0)
        return [];
    if (line.raw_msg !== undefined)
        return explain(reading, { ...line, text: (0,json_log/* withoutAnsi */.uo)(line.raw_msg).trim(), trace: line.trace ?? [] });
    return /^error(?: \(ignored\))?:/.test(message) ? explain(reading, unstructured(message)) : [];
}
function warningOf({ context }, text) {
    const message = text.split('\n')[0] ?? text;
    const place = context.findText(`warning: ${message}`) ?? context.findText(message) ?? { file: 'flake.nix' };
    return withSourceLine({ severity: 'warning', code: 'nix-warning', message, location: place }, context);
}
/** With --keep-going Nix 2.8 and 2.26 write evaluation errors as text: `error (ignored): error: …\n at FILE:LINE:COLUMN:`. */
function unstructured(message) {
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
function explain(reading, report) {
    const { text } = report;
    if (/^some errors were encountered|^build of '.*failed$|^\d+ dependencies of derivation/.test(text))
        return [];
    const failedBuild = explainBuild(reading, text);
    if (failedBuild !== null)
        return [failedBuild];
    const { code, help } = (0,error_kind/* errorKind */.f)(text);
    const facts = {
        severity: 'error',
        code,
        message: headline(shortPaths(text, reading)),
        ...(help === null ? {} : { help }),
    };
    return errorPlaces(report, reading).map((location) => withSourceLine({ ...facts, location }, reading.context));
}
function explainBuild({ context, logs, checkOfDerivation }, text) {
    const old = /builder for '([^']+)' failed with exit code (\d+)/.exec(text);
    const [, derivation, exitCode] = old ??
        /build of '([^']+?)(?:\^\*)?' failed: Cannot build[\s\S]*?builder failed with exit code (\d+)/.exec(text) ??
        [];
    if (derivation === undefined || exitCode === undefined)
        return null;
    const name = derivation.replace(/^.*\/[a-z0-9]{32}-/, '').replace(/\.drv$/, '');
    const check = /failed to build attribute '([^']+)'/.exec(text)?.[1] ?? checkOfDerivation.get(derivation) ?? name;
    const log = logs.get(derivation) ?? [];
    const location = context.findText(name) ?? { file: 'flake.nix' };
    const message = `the build of ${check} failed with exit code ${exitCode}`;
    const help = log.length === 0 ? `see \`nix log ${derivation}\`` : `its output ended with:\n${log.join('\n')}`;
    return withSourceLine({ severity: 'error', code: 'nix-build-failed', message, location, help }, context);
}
/** Names files as the user knows them. */
function shortPaths(text, { source, context }) {
    const short = source === null ? text : text.replaceAll(`${source}/`, '');
    return short.replaceAll(/flake 'git\+file:[^']*'/g, 'the flake').replaceAll(`${context.root}/`, '');
}
/** The first line that says something; for failed assertions also which. */
function headline(text) {
    const lines = text
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '');
    const isHeading = lines[0]?.endsWith(':') === true && /^Failed assertions/.test(lines[0]);
    return isHeading ? lines.join(' ') : (lines[0] ?? 'evaluation failed').replace(/ ?Definition values:$/, '');
}
function withSourceLine(diagnostic, context) {
    const { file, line } = diagnostic.location;
    const sourceLine = line === undefined ? undefined : context.sourceLine(file, line);
    return sourceLine === undefined ? diagnostic : { ...diagnostic, sourceLine };
}

// EXTERNAL MODULE: external "node:string_decoder"
var external_node_string_decoder_ = __webpack_require__(46193);
;// CONCATENATED MODULE: ./.cache/build/lib/nix/line-reader.js

/** A line longer than this is cut: one endless line must not fill the memory. */
const LONGEST_LINE = 1024 * 1024;
/** Cuts a stream of bytes into lines. */
class LineReader {
    #decoder = new external_node_string_decoder_.StringDecoder('utf8');
    #onLine;
    #rest = '';
    /** `onLine` gets each line without its line feed. */
    constructor(onLine) {
        this.#onLine = onLine;
    }
    push(chunk) {
        const lines = (this.#rest + this.#decoder.write(chunk)).split('\n');
        this.#rest = (lines.pop() ?? '').slice(0, LONGEST_LINE);
        lines.forEach((line) => this.#onLine(line));
    }
    /** Hands over an unfinished last line. */
    end() {
        const last = this.#rest + this.#decoder.end();
        this.#rest = '';
        if (last !== '')
            this.#onLine(last);
    }
}

// EXTERNAL MODULE: ./.cache/build/lib/nix/nix-program.js
var nix_program = __webpack_require__(49917);
// EXTERNAL MODULE: ./.cache/build/lib/nix/nix-tree.js
var nix_tree = __webpack_require__(9929);
// EXTERNAL MODULE: ./.cache/build/lib/nix/tree-context.js
var tree_context = __webpack_require__(84729);
;// CONCATENATED MODULE: ./.cache/build/lib/nix/flake-check.js








const HOSTS = 'builtins.mapAttrs (name: host: host.config.system.build.toplevel.drvPath)';
/** What Nix 2.8 to 2.34 say when the flake has no such output. */
const NO_HOSTS = /does not provide attribute [^\n]*'nixosConfigurations'/;
/** How much of the structured log is kept in memory; beyond it only errors and warnings are. */
const LOG_LIMIT = 8 * 1024 * 1024;
const TAIL_LIMIT = 16 * 1024;
/**
 * Checks a flake: `nix flake check`, and then the forced `toplevel.drvPath` of every host, because `nix flake check` asks a
 * NixOS configuration only whether it is a derivation: a misspelt package passes it. When a build failed, the check is run
 * again with `--keep-going` to find the other failing checks too. Never writes to the checkout.
 */
async function checkFlake(request) {
    if (!isFile((0,external_node_path_.join)(request.root, 'flake.nix')))
        return { ok: false, failure: 'no-flake' };
    let spentMs = 0;
    const run = async (...args) => {
        const command = await runNix(request, spentMs, args);
        spentMs += command.result.durationMs;
        return command;
    };
    const first = await run('flake', 'check', '.');
    const checked = hasFailedBuild(request, first) ? await run('flake', 'check', '--keep-going', '.') : first;
    if (checked.result.exitCode !== 0)
        return failedCheck(request, checked);
    const warnings = diagnose(checked.log, contextOf(request));
    const listed = await listHosts(run);
    return listed.hosts === null ? failedCheck(request, listed.command) : { ok: true, warnings, hosts: listed.hosts };
}
/** `toplevel.drvPath` of every NixOS configuration of a flake; null when one of them cannot be evaluated. */
async function evaluateHosts(request) {
    if (!isFile((0,external_node_path_.join)(request.root, 'flake.nix')))
        return null;
    return (await listHosts((...args) => runNix(request, 0, args))).hosts;
}
async function listHosts(run) {
    const command = await run('eval', '--json', '.#nixosConfigurations', '--apply', HOSTS);
    if (command.result.exitCode === 0)
        return { command, hosts: hostsOf(command.result.stdout) };
    return { command, hosts: NO_HOSTS.test(command.readableTail) ? {} : null };
}
/** Evaluation stops at the first error and reports it best then; of builds the user wants to see all that fail. */
function hasFailedBuild(request, { result, log }) {
    if (result.end !== 'exited' || result.exitCode === 0 || !log.includes('builder'))
        return false;
    return diagnose(log, contextOf(request)).some(({ code }) => code === 'nix-build-failed');
}
function failedCheck(request, { result, log, readableTail }) {
    switch (result.end) {
        case 'timed-out':
            return { ok: false, failure: { reason: 'timed-out', limitMs: request.timeoutMs ?? 0 } };
        case 'cancelled':
            return { ok: false, failure: { reason: 'cancelled' } };
        case 'not-found':
            return { ok: false, failure: (0,nix_program/* nixMissing */.mU)() };
        case 'not-started':
        case 'exited': {
            const found = diagnose(log, contextOf(request));
            const diagnostics = found.some(({ severity }) => severity === 'error')
                ? found
                : [...found, unexplained(result, readableTail)];
            return { ok: false, failure: null, diagnostics, outputTail: readableTail };
        }
    }
}
function unexplained({ exitCode, signal, startError }, tail) {
    const how = exitCode === null ? (signal ?? startError ?? 'no exit code') : `exit code ${exitCode}`;
    const help = tail.trim().split('\n').slice(-5).join('\n');
    return {
        severity: 'error',
        code: 'nix-error',
        message: `nix flake check failed (${how})`,
        location: { file: 'flake.nix' },
        ...(help === '' ? {} : { help }),
    };
}
/** Runs one Nix command over the checkout and reads its log as it comes; memory is bounded. */
async function runNix(request, spentMs, args) {
    const { nix, runProcess, root, env, signal, timeoutMs, onOutput } = request;
    let log = '';
    let readableTail = '';
    const lines = new LineReader((line) => {
        if (log.length < LOG_LIMIT || isSevere(line))
            log += `${line}\n`;
        const readable = (0,json_log/* readableLogLine */.FB)(line);
        if (readable === null)
            return;
        readableTail = `${readableTail}${readable}\n`.slice(-TAIL_LIMIT);
        onOutput?.(`${readable}\n`);
    });
    const result = await runProcess({
        argv: [
            nix.path,
            ...nix.options,
            ...args,
            '--no-update-lock-file',
            '--log-format',
            'internal-json',
            '-v',
            '--show-trace',
        ],
        cwd: root,
        env,
        ...(signal === undefined ? {} : { signal }),
        ...(timeoutMs === undefined ? {} : { timeoutMs: Math.max(1, timeoutMs - spentMs) }),
        onOutput: (chunk, stream) => stream === 'stderr' && lines.push(chunk),
    });
    lines.end();
    return { result, log, readableTail };
}
function isSevere(line) {
    return ((0,json_log/* parseLogLine */.wz)(line)?.level ?? 9) <= 1;
}
function contextOf({ root }) {
    return (0,tree_context/* treeContext */.W)(nix_tree/* NixTree */.S.read(root));
}
function hostsOf(stdout) {
    const hosts = JSON.parse(stdout.toString('utf8'));
    return Object.fromEntries(Object.entries(hosts).sort(([a], [b]) => (a < b ? -1 : 1)));
}
/** A link to a flake.nix elsewhere is no flake of this repository. */
function isFile(path) {
    return (0,external_node_fs_.lstatSync)(path, { throwIfNoEntry: false })?.isFile() === true;
}


/***/ }),

/***/ 13874:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FB: () => (/* binding */ readableLogLine),
/* harmony export */   Gr: () => (/* binding */ RESULT_BUILD_LOG),
/* harmony export */   uo: () => (/* binding */ withoutAnsi),
/* harmony export */   wz: () => (/* binding */ parseLogLine),
/* harmony export */   xf: () => (/* binding */ ACTIVITY_BUILD)
/* harmony export */ });
const ACTIVITY_BUILD = 105;
const RESULT_BUILD_LOG = 101;
// eslint-disable-next-line no-control-regex -- these are what is to be removed
const ANSI = /\u001b\[[0-9;]*[A-Za-z]/g;
/** The object of a log line, or null for any other line: what evaluated code prints reaches stderr too. */
function parseLogLine(line) {
    if (!line.startsWith('@nix '))
        return null;
    try {
        const value = JSON.parse(line.slice('@nix '.length));
        return isLogLine(value) ? value : null;
    }
    catch {
        return null;
    }
}
/** The line as a person would read it without `internal-json`; null for bookkeeping. */
function readableLogLine(line) {
    const log = parseLogLine(line);
    if (log === null)
        return line.startsWith('@nix ') ? null : line;
    if (log.action === 'msg')
        return (log.level ?? 0) <= 3 ? withoutAnsi(log.msg ?? '') : null;
    if (log.action === 'start' && log.text !== undefined && log.text !== '')
        return withoutAnsi(log.text);
    const [text] = log.fields ?? [];
    return log.action === 'result' && log.type === RESULT_BUILD_LOG && typeof text === 'string'
        ? `> ${withoutAnsi(text)}`
        : null;
}
/** Without colour codes. */
function withoutAnsi(text) {
    return text.replace(ANSI, '');
}
/** Checks the types of all that is read, because a builder's output could imitate a log line. */
function isLogLine(value) {
    if (typeof value !== 'object' || value === null)
        return false;
    const line = value;
    const isText = (name) => line[name] === undefined || typeof line[name] === 'string';
    const isList = (name) => line[name] === undefined || Array.isArray(line[name]);
    return (typeof line['action'] === 'string' &&
        ['text', 'msg', 'raw_msg'].every(isText) &&
        ['fields', 'trace'].every(isList) &&
        isPlaced(line) &&
        (line['trace'] ?? []).every((frame) => typeof frame === 'object' && frame !== null && isPlaced(frame)));
}
function isPlaced(value) {
    const { file, line, column, raw_msg: text } = value;
    return ([file, text].every((one) => one == null || typeof one === 'string') &&
        [line, column].every((one) => one == null || typeof one === 'number'));
}


/***/ }),

/***/ 9929:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ NixTree)
/* harmony export */ });
/* unused harmony export NixFile */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _base_diagnostic_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(94942);
/* harmony import */ var _syntax_module_shape_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(35947);
/* harmony import */ var _syntax_walk_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(29054);
/* harmony import */ var _syntax_parse_nix_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(74087);






/** Files above this size are no modules; they are listed but not read. */
const MAX_FILE_BYTES = 4 * 1024 * 1024;
/** One `.nix` file. Parsing waits until it is asked for. */
class NixFile {
    path;
    bytes;
    /** The text; bytes that are not UTF-8 are read as Latin-1, so that offsets still count something real. */
    text;
    isUtf8;
    #parsed = null;
    #imports = null;
    #lists = null;
    #references = null;
    constructor(
    /** From the root, with `/`. */
    path, bytes) {
        this.path = path;
        this.bytes = bytes;
        const utf8 = bytes.toString('utf8');
        this.isUtf8 = !utf8.includes('\uFFFD') || Buffer.from(utf8, 'utf8').equals(bytes);
        this.text = this.isUtf8 ? utf8 : bytes.toString('latin1');
    }
    get parsed() {
        return (this.#parsed ??= (0,_syntax_parse_nix_js__WEBPACK_IMPORTED_MODULE_3__/* .parseNix */ .Z)(this.text));
    }
    /** The path literals that may bring in another file: all but those of the file's own folder (`src = ./.`). */
    get references() {
        return (this.#references ??= this.#readReferences());
    }
    /** The ranges of all lists, outer before inner. */
    get lists() {
        return (this.#lists ??= this.parsed.ok
            ? [...(0,_syntax_walk_js__WEBPACK_IMPORTED_MODULE_4__/* .walkExpressions */ .Z5)(this.parsed.value.tree)].filter((node) => node.kind === 'list')
            : []);
    }
    #readReferences() {
        if (!this.parsed.ok)
            return [];
        const literals = [];
        for (const node of (0,_syntax_walk_js__WEBPACK_IMPORTED_MODULE_4__/* .walkExpressions */ .Z5)(this.parsed.value.tree)) {
            if (node.kind === 'path' && node.text !== null && !/^[./]+$/.test(node.text))
                literals.push(node.text);
        }
        return [...new Set([...literals, ...this.imports.map(({ path }) => path)])];
    }
    /** Empty for a file that does not parse. */
    get imports() {
        return (this.#imports ??= this.parsed.ok ? (0,_syntax_module_shape_js__WEBPACK_IMPORTED_MODULE_2__/* .moduleImports */ .L)(this.parsed.value.tree) : []);
    }
}
/** All `.nix` files below a root as they are when it is read. Links, `.git` and the state of runs are left out. */
class NixTree {
    root;
    files;
    /** All folders but the root, sorted. */
    folders;
    constructor(root, files, folders) {
        this.root = root;
        this.files = new Map(files.sort((a, b) => (0,_base_diagnostic_js__WEBPACK_IMPORTED_MODULE_5__/* .compareText */ .n)(a.path, b.path)).map((file) => [file.path, file]));
        this.folders = [...folders].sort(_base_diagnostic_js__WEBPACK_IMPORTED_MODULE_5__/* .compareText */ .n);
    }
    /** Reads the tree; `root` is an absolute path. Throws when the root cannot be read. */
    static read(root) {
        const files = [];
        const folders = [];
        const pending = [''];
        for (let folder = pending.pop(); folder !== undefined; folder = pending.pop()) {
            for (const entry of (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, folder), { withFileTypes: true })) {
                const path = node_path__WEBPACK_IMPORTED_MODULE_1__.posix.join(folder, entry.name);
                if (entry.isDirectory() && !isIgnored(path)) {
                    folders.push(path);
                    pending.push(path);
                }
                else if (entry.isFile() && path.endsWith('.nix') && (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, path)).size <= MAX_FILE_BYTES) {
                    files.push(new NixFile(path, (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, path))));
                }
            }
        }
        return new NixTree(root, files, folders);
    }
    /** Where a path literal in a file leads. A folder stands for its `default.nix`. */
    resolve(from, literal) {
        if (literal.startsWith('/') || literal.startsWith('~'))
            return { kind: 'outside' };
        const path = node_path__WEBPACK_IMPORTED_MODULE_1__.posix.join(node_path__WEBPACK_IMPORTED_MODULE_1__.posix.dirname(from), literal).replace(/\/$/, '');
        if (path === '..' || path.startsWith('../'))
            return { kind: 'outside' };
        if (this.files.has(path))
            return { kind: 'nix-file', path };
        const aggregator = node_path__WEBPACK_IMPORTED_MODULE_1__.posix.join(path, 'default.nix');
        if (this.files.has(aggregator))
            return { kind: 'nix-file', path: aggregator };
        return { kind: this.#exists(path) ? 'other' : 'missing', path };
    }
    /** The `.nix` files that are reached by path literals from a file, itself included. */
    reachableFrom(start) {
        const reached = new Set();
        const pending = [start];
        for (let path = pending.pop(); path !== undefined; path = pending.pop()) {
            const file = this.files.get(path);
            if (file === undefined || reached.has(path))
                continue;
            reached.add(path);
            for (const literal of file.references) {
                const target = this.resolve(path, literal);
                if (target.kind === 'nix-file')
                    pending.push(target.path);
            }
        }
        return reached;
    }
    /** A folder without `default.nix` is no import; a file that is not Nix, or a link, may be one. */
    #exists(path) {
        const stats = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(this.root, path), { throwIfNoEntry: false });
        return stats !== undefined && !stats.isDirectory();
    }
}
function isIgnored(path) {
    return path.split('/').at(-1) === '.git' || /^\.claude\/workflows\/[^/]+$/.test(path);
}


/***/ }),

/***/ 75755:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cd: () => (/* binding */ ownSource),
/* harmony export */   SH: () => (/* binding */ repositoryPath),
/* harmony export */   es: () => (/* binding */ isLibrary)
/* harmony export */ });
/** `/nix/store/<hash>-source/…`: a copy of a flake, ours or an input's (base-32 without e, o, t, u). */
const STORE_SOURCE = /^(.*\/[0-9a-df-np-sv-z]{32}-source)\/(.+)$/;
/** The store copy of the flake being checked: Nix evaluates its own `flake.nix` before any input's. */
function ownSource(lines) {
    for (const { msg } of lines) {
        const source = /^evaluating file '(.+-source)\/flake\.nix'$/.exec(msg ?? '')?.[1];
        if (source !== undefined)
            return source;
    }
    return null;
}
/** Path from the root for a path that Nix printed (repository or store copy, with or without `:line:column`); null for foreign files. */
function repositoryPath(printed, { context, source }) {
    if (printed === null || printed === undefined)
        return null;
    const path = printed.replace(/:\d+:\d+$/, '');
    for (const root of source === null ? [context.root] : [context.root, source]) {
        if (path.startsWith(`${root}/`))
            return path.slice(root.length + 1);
    }
    const [, copy, rest] = STORE_SOURCE.exec(path) ?? [];
    if (copy === undefined || rest === undefined || (source !== null && copy !== source))
        return null;
    return context.exists(rest) || context.findImport(rest) !== null ? rest : null;
}
/**
 * Whether a file is a copy of nixpkgs kept in the repository. The module system reports most errors at its own lines;
 * the user's file is then further up the trace.
 */
function isLibrary(path) {
    return /(?:^|\/)nixpkgs[^/]*\//.test(path);
}


/***/ }),

/***/ 35947:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ moduleImports),
/* harmony export */   s: () => (/* binding */ moduleShape)
/* harmony export */ });
/* harmony import */ var _walk_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(29054);

/** Arguments that only a module gets, or that modules are commonly given through `specialArgs`. */
const MODULE_ARGUMENTS = new Set(['config', 'options', 'modulesPath', 'specialArgs', '_class']);
/** `lib` functions whose result is a module when the whole body is such a call. */
const MODULE_CALLS = new Set([
    'mkIf',
    'mkMerge',
    'setDefaultModuleLocation',
    'mkRenamedOptionModule',
    'mkRemovedOptionModule',
    'mkAliasOptionModule',
]);
/** What kind of file this is, by its top level alone. */
function moduleShape(tree) {
    const top = (0,_walk_js__WEBPACK_IMPORTED_MODULE_0__/* .withoutParentheses */ .Hx)(tree);
    const body = moduleBody(top);
    if (body === null)
        return { kind: looksLikeModuleCall(top) ? 'module' : 'value', hasOptions: false, hasConfig: false, imports: null };
    const names = new Set(body.bindings.flatMap(firstNames));
    const shape = { hasOptions: names.has('options'), hasConfig: names.has('config'), imports: importsList(body) };
    const marked = shape.hasOptions || shape.hasConfig || names.has('imports');
    if (top.kind !== 'function')
        return { ...shape, kind: 'module' };
    if (top.formals === null)
        return { ...shape, kind: marked ? 'module' : 'value' };
    const moduleLike = marked || top.formals.open || top.formals.names.some((formal) => MODULE_ARGUMENTS.has(formal.name));
    return { ...shape, kind: moduleLike ? 'module' : 'package' };
}
/** Every import of the file that is written as a literal path, in source order. Other path literals are data (`src = ./.`). */
function moduleImports(tree) {
    const found = [];
    for (const node of (0,_walk_js__WEBPACK_IMPORTED_MODULE_0__/* .walkExpressions */ .Z5)(tree)) {
        if (node.kind === 'apply') {
            const via = importFunction(node.function);
            if (via !== null)
                pushPath(found, node.argument, via);
        }
        if (node.kind === 'list') {
            node.items
                .filter((item) => item.kind === 'path' && item.text?.endsWith('.nix') === true)
                .forEach((item) => pushPath(found, item, 'list'));
        }
        if (node.kind === 'attr-set' || node.kind === 'legacy-let' || node.kind === 'let') {
            for (const binding of node.bindings) {
                const via = importKey(binding);
                if (via !== null && binding.kind === 'bind')
                    listedPaths(binding.value).forEach((path) => pushPath(found, path, via));
            }
        }
    }
    // what is also an entry of `imports` is named so: the more telling one wins
    const byPlace = new Map(found.sort((a, b) => Number(b.via === 'list') - Number(a.via === 'list')).map((one) => [one.start, one]));
    return [...byPlace.values()].sort((a, b) => a.start - b.start);
}
/** The paths written in a list, through `++`, conditions and functions applied to lists (`lib.optionals x [ … ]`). */
function listedPaths(value) {
    const paths = [];
    const pending = [value];
    for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
        const inner = (0,_walk_js__WEBPACK_IMPORTED_MODULE_0__/* .withoutParentheses */ .Hx)(node);
        if (inner.kind === 'path')
            paths.push(inner);
        else if (inner.kind === 'list' ||
            inner.kind === 'binary' ||
            inner.kind === 'if' ||
            inner.kind === 'with' ||
            inner.kind === 'let')
            pending.push(...(0,_walk_js__WEBPACK_IMPORTED_MODULE_0__/* .childExpressions */ .GW)(inner));
        else if (inner.kind === 'apply' && importFunction(inner.function) === null)
            pending.push(inner.function, inner.argument);
    }
    return paths;
}
function pushPath(found, expression, via) {
    const inner = (0,_walk_js__WEBPACK_IMPORTED_MODULE_0__/* .withoutParentheses */ .Hx)(expression);
    if (inner.kind === 'path' && inner.text !== null)
        found.push({ path: inner.text, start: inner.start, end: inner.end, via });
}
function importFunction(expression) {
    if (expression.kind === 'variable')
        return expression.name === 'import' || expression.name === 'callPackage' ? expression.name : null;
    if (expression.kind !== 'select')
        return null;
    const last = (0,_walk_js__WEBPACK_IMPORTED_MODULE_0__/* .staticPath */ .cl)(expression.path)?.at(-1);
    return last === 'import' || last === 'callPackage' ? last : null;
}
function importKey(binding) {
    if (binding.kind !== 'bind')
        return null;
    const last = (0,_walk_js__WEBPACK_IMPORTED_MODULE_0__/* .staticPath */ .cl)(binding.path)?.at(-1);
    return last === 'imports' || last === 'modules' ? last : null;
}
/** The attribute set that a module evaluates to, inside functions, `let`, `with` and `assert`; null when there is none. */
function moduleBody(top) {
    let node = (0,_walk_js__WEBPACK_IMPORTED_MODULE_0__/* .withoutParentheses */ .Hx)(top);
    for (;;) {
        if (node.kind === 'attr-set')
            return node;
        if (node.kind !== 'function' && node.kind !== 'let' && node.kind !== 'with' && node.kind !== 'assert')
            return null;
        node = (0,_walk_js__WEBPACK_IMPORTED_MODULE_0__/* .withoutParentheses */ .Hx)(node.body);
    }
}
function looksLikeModuleCall(top) {
    if (top.kind !== 'function' || top.formals === null)
        return false;
    let node = (0,_walk_js__WEBPACK_IMPORTED_MODULE_0__/* .withoutParentheses */ .Hx)(top.body);
    while (node.kind === 'let' || node.kind === 'with' || node.kind === 'assert' || node.kind === 'apply') {
        node = (0,_walk_js__WEBPACK_IMPORTED_MODULE_0__/* .withoutParentheses */ .Hx)(node.kind === 'apply' ? node.function : node.body);
    }
    const name = node.kind === 'select' ? (0,_walk_js__WEBPACK_IMPORTED_MODULE_0__/* .staticPath */ .cl)(node.path)?.at(-1) : node.kind === 'variable' ? node.name : undefined;
    return name !== undefined && MODULE_CALLS.has(name);
}
function importsList(body) {
    for (const binding of body.bindings) {
        if (binding.kind !== 'bind' || (0,_walk_js__WEBPACK_IMPORTED_MODULE_0__/* .staticPath */ .cl)(binding.path)?.join('.') !== 'imports')
            continue;
        const value = (0,_walk_js__WEBPACK_IMPORTED_MODULE_0__/* .withoutParentheses */ .Hx)(binding.value);
        if (value.kind === 'list')
            return value;
    }
    return null;
}
function firstNames(binding) {
    if (binding.kind === 'inherit')
        return binding.attributes.flatMap((name) => (0,_walk_js__WEBPACK_IMPORTED_MODULE_0__/* .staticPath */ .cl)([name]) ?? []);
    const [first] = binding.path;
    return first === undefined ? [] : ((0,_walk_js__WEBPACK_IMPORTED_MODULE_0__/* .staticPath */ .cl)([first]) ?? []);
}


/***/ }),

/***/ 74087:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Z: () => (/* binding */ parseNix)
});

// EXTERNAL MODULE: ./.cache/build/lib/base/result.js
var result = __webpack_require__(45256);
// EXTERNAL MODULE: ./.cache/build/lib/nix/syntax/position.js
var position = __webpack_require__(86092);
;// CONCATENATED MODULE: ./.cache/build/lib/nix/syntax/token-stream.js

/** Unwinds the descent on the first error; `parseNix` turns it into a value, so it never leaves this folder. */
class SyntaxSignal {
    error;
    constructor(error) {
        this.error = error;
    }
}
/**
 * How deep expressions may nest. Each level costs a handful of stack frames; at this depth the descent needs about a
 * quarter of Node's default stack, and no hand-written file comes near.
 */
const MAX_DEPTH = 1_000;
const KEYWORDS = new Set(['if', 'then', 'else', 'assert', 'with', 'let', 'in', 'rec', 'inherit']);
/**
 * Where a run of characters that may begin a path or an address ends. `a+a+a+…` is one run and many tokens, so the end
 * is remembered: looking again for each token would take quadratic time.
 */
class Run {
    characters;
    continuation;
    #start = 0;
    #end = -1;
    constructor(characters, continuation) {
        this.characters = characters;
        this.continuation = continuation;
    }
    /** Whether the run from this offset goes on as the token that it is looked at for. */
    continues(source, offset) {
        if (offset < this.#start || offset >= this.#end) {
            this.#start = offset;
            this.#end = offset + (matchAt(this.characters, source, offset)?.length ?? 0);
        }
        return matchAt(this.continuation, source, this.#end) !== null;
    }
}
/** Sticky patterns; as in Nix's own lexer the longest match wins. */
const PATTERN = {
    blank: /(?:[ \t\r\n]+|#[^\r\n]*|\/\*[\s\S]*?\*\/)/y,
    path: /[a-zA-Z0-9._\-+]*(?:\/[a-zA-Z0-9._\-+]+)+\/?/y,
    pathBeforeInterpolation: /[a-zA-Z0-9._\-+]*\/(?=\$\{)/y,
    homeBeforeInterpolation: /~\/(?=\$\{)/y,
    homePath: /~(?:\/[a-zA-Z0-9._\-+]+)+\/?/y,
    searchPath: /<[a-zA-Z0-9._\-+]+(?:\/[a-zA-Z0-9._\-+]+)*>/y,
    uri: /[a-zA-Z][a-zA-Z0-9+\-.]*:[a-zA-Z0-9%/?:@&=+$,\-_.!~*']+/y,
    id: /[a-zA-Z_][a-zA-Z0-9_'-]*/y,
    float: /(?:[1-9][0-9]*\.[0-9]*|0?\.[0-9]+)(?:[Ee][+-]?[0-9]+)?/y,
    int: /[0-9]+/y,
};
/** Longer operators before their prefixes. */
const OPERATORS = "... -> // ++ && || == != <= >= |> <| ${ '' { } [ ] ( ) : ; , . = @ ? + - * / ! < > \"".split(' ');
/** Which patterns can match at a character, so that most tokens need one or two tries. */
function candidates(char) {
    if (/[a-zA-Z]/.test(char))
        return ['id', 'path', 'pathBeforeInterpolation', 'uri'];
    if (char === '_')
        return ['id', 'path', 'pathBeforeInterpolation'];
    if (/[0-9]/.test(char))
        return ['int', 'float', 'path', 'pathBeforeInterpolation'];
    if (char === '.')
        return ['float', 'path', 'pathBeforeInterpolation'];
    if (char === '/' || char === '-' || char === '+')
        return ['path', 'pathBeforeInterpolation'];
    if (char === '~')
        return ['homePath', 'homeBeforeInterpolation'];
    return char === '<' ? ['searchPath'] : [];
}
const TOKEN_KIND = {
    pathBeforeInterpolation: 'path',
    homePath: 'path',
    homeBeforeInterpolation: 'path',
    searchPath: 'search-path',
};
/** The text of the match of a sticky pattern at an offset, or null. */
function matchAt(pattern, source, offset) {
    pattern.lastIndex = offset;
    return pattern.exec(source)?.[0] ?? null;
}
/** How a token is called in a message. */
function describeToken(token) {
    return token.kind === 'eof' ? 'end of file' : `'${token.text}'`;
}
/** The tokens of one Nix source with one token of look-ahead. Inside strings the parser reads raw text by `offset`. */
class TokenStream {
    source;
    comments = [];
    token = { kind: 'eof', start: 0, end: 0, text: '' };
    /** Where the token before `token` ended. */
    previousEnd = 0;
    /** Where the next token is looked for. Setting it moves the stream. */
    offset = 0;
    #depth = 0;
    #pathRun = new Run(/[a-zA-Z0-9._\-+]*/y, /\/(?:[a-zA-Z0-9._\-+]|\$\{)/y);
    #uriRun = new Run(/[a-zA-Z0-9+\-.]*/y, /:[a-zA-Z0-9%/?:@&=+$,\-_.!~*']/y);
    constructor(source) {
        this.source = source;
    }
    /** Reads the next token into `token`; returns the one that it replaces. */
    advance() {
        const former = this.token;
        this.previousEnd = this.offset;
        this.#skipBlanks();
        this.token = this.#read();
        this.offset = this.token.end;
        return former;
    }
    expect(kind) {
        if (this.token.kind !== kind)
            this.unexpected(kind === 'id' ? 'a name' : `'${kind}'`);
        return this.advance();
    }
    unexpected(wanted) {
        this.fail(`unexpected ${describeToken(this.token)}${wanted === undefined ? '' : `, expecting ${wanted}`}`);
    }
    fail(message, offset = this.token.start) {
        // eslint-disable-next-line @typescript-eslint/only-throw-error -- a signal, not an error: see SyntaxSignal
        throw new SyntaxSignal({ message, ...(0,position/* positionAt */.t)(this.source, offset) });
    }
    /** Runs a rule one level deeper; a source nested too deep is a syntax error. */
    nested(rule) {
        if (this.#depth >= MAX_DEPTH)
            this.fail(`expressions are nested more than ${MAX_DEPTH} deep`);
        this.#depth += 1;
        const value = rule();
        this.#depth -= 1;
        return value;
    }
    /** The kinds of the next `count` tokens after the current one, without moving. Stops early at a character that starts no token. */
    peek(count) {
        const mark = this.#mark();
        const kinds = [];
        try {
            while (kinds.length < count) {
                this.advance();
                kinds.push(this.token.kind);
            }
        }
        catch (signal) {
            if (!(signal instanceof SyntaxSignal))
                throw signal;
        }
        this.#restore(mark);
        return kinds;
    }
    #mark() {
        const { offset, token, previousEnd } = this;
        return { position: offset, token, previousEnd, comments: this.comments.length };
    }
    #restore(mark) {
        this.offset = mark.position;
        this.token = mark.token;
        this.previousEnd = mark.previousEnd;
        this.comments.length = mark.comments;
    }
    #skipBlanks() {
        for (let text = this.#blank(); text !== null; text = this.#blank()) {
            const start = this.offset;
            this.offset += text.length;
            if (text.startsWith('#') || text.startsWith('/'))
                this.comments.push({ start, end: this.offset, text });
        }
    }
    #blank() {
        return matchAt(PATTERN.blank, this.source, this.offset);
    }
    #read() {
        const start = this.offset;
        const char = this.source[start];
        if (char === undefined)
            return { kind: 'eof', start, end: start, text: '' };
        let kind = '';
        let text = '';
        for (const name of candidates(char)) {
            if ((name === 'path' || name === 'pathBeforeInterpolation') && !this.#pathRun.continues(this.source, start))
                continue;
            if (name === 'uri' && !this.#uriRun.continues(this.source, start))
                continue;
            const match = matchAt(PATTERN[name], this.source, start);
            if (match !== null && match.length > text.length) {
                text = match;
                kind = TOKEN_KIND[name] ?? name;
            }
        }
        if (kind === 'id' && KEYWORDS.has(text))
            kind = text;
        if (text === '')
            kind = text = OPERATORS.find((operator) => this.source.startsWith(operator, start)) ?? '';
        if (text === '')
            this.fail(`unexpected character ${JSON.stringify(char)}`, start);
        return { kind, start, end: start + text.length, text };
    }
}

;// CONCATENATED MODULE: ./.cache/build/lib/nix/syntax/parse-strings.js

const PATH_REST = /[a-zA-Z0-9._\-+/]+/y;
/** Reads a string; the current token is its opening `"` or `''`. */
function parseString(grammar) {
    const { stream } = grammar;
    const open = stream.token;
    const indented = open.kind === "''";
    const parts = [];
    let text = '';
    let textStart = stream.offset;
    let chunkStart = stream.offset;
    const closeText = (end) => {
        text += stream.source.slice(chunkStart, end);
        if (end > textStart)
            parts.push({ kind: 'text', start: textStart, end, text });
        text = '';
    };
    for (;;) {
        const at = stream.offset;
        if (at >= stream.source.length)
            stream.fail(`unexpected end of file, expecting ${open.text}`, at);
        const escape = indented ? indentedEscape(stream.source, at) : quotedEscape(stream.source, at);
        if (escape !== null) {
            text += stream.source.slice(chunkStart, at) + escape.text;
            stream.offset = chunkStart = at + escape.length;
        }
        else if (stream.source.startsWith(open.kind, at)) {
            closeText(at);
            stream.offset = at + open.kind.length;
            break;
        }
        else if (stream.source.startsWith('${', at)) {
            closeText(at);
            parts.push(parseInterpolation(grammar));
            textStart = chunkStart = stream.offset;
        }
        else {
            stream.offset += 1;
        }
    }
    const node = { kind: 'string', start: open.start, end: stream.offset, indented, parts };
    stream.advance();
    return node;
}
/** Reads a path; the current token is its literal beginning. */
function parsePath(grammar) {
    const { stream } = grammar;
    const { start, end, text } = stream.token;
    const parts = [{ kind: 'text', start, end, text }];
    stream.offset = end;
    while (stream.source.startsWith('${', stream.offset)) {
        parts.push(parseInterpolation(grammar));
        const at = stream.offset;
        const rest = matchAt(PATH_REST, stream.source, at);
        if (rest !== null) {
            stream.offset += rest.length;
            parts.push({ kind: 'text', start: at, end: stream.offset, text: rest });
        }
    }
    if (stream.source[stream.offset - 1] === '/')
        stream.fail('a path must not end with a slash', start);
    const node = { kind: 'path', start, end: stream.offset, parts, text: parts.length === 1 ? text : null };
    stream.advance();
    return node;
}
/** Reads `${ … }` from raw text and leaves the stream behind the brace, still in raw text. */
function parseInterpolation(grammar) {
    const { stream } = grammar;
    const start = stream.offset;
    stream.offset += 2;
    stream.advance();
    const expression = grammar.expression();
    if (stream.token.kind !== '}')
        stream.unexpected("'}'");
    stream.offset = stream.token.end;
    return { kind: 'interpolation', start, end: stream.offset, expression };
}
/** `\n`, `\"` … in a quoted string; `$$` is two dollars and starts no interpolation. */
function quotedEscape(source, at) {
    if (source.startsWith('$$', at))
        return dollars(source, at);
    if (source[at] !== '\\')
        return null;
    const char = source[at + 1] ?? '';
    const named = { n: '\n', r: '\r', t: '\t' };
    return { length: 2, text: named[char] ?? char };
}
/** `''$`, `'''` and `''\x` in an indented string. */
function indentedEscape(source, at) {
    if (source.startsWith('$$', at))
        return dollars(source, at);
    if (source.startsWith("''$", at))
        return { length: 3, text: '$' };
    if (source.startsWith("'''", at))
        return { length: 3, text: "''" };
    if (source.startsWith("''\\", at))
        return { length: 4, text: source[at + 3] ?? '' };
    return null;
}
/** Nix's lexer takes dollars in pairs, so only the brace after an odd one opens an interpolation. */
function dollars(source, at) {
    return { length: 2, text: source.slice(at, at + 2) };
}

;// CONCATENATED MODULE: ./.cache/build/lib/nix/syntax/parse-bindings.js

/** Reads bindings up to, not including, the closing token (`}` or `in`). */
function parseBindings(grammar, end) {
    const bindings = [];
    while (grammar.stream.token.kind !== end) {
        bindings.push(grammar.stream.token.kind === 'inherit' ? parseInherit(grammar) : parseBind(grammar));
    }
    return bindings;
}
/** Reads `a."b".${c}`. */
function parseAttrPath(grammar) {
    const path = [parseAttrName(grammar)];
    while (grammar.stream.token.kind === '.') {
        grammar.stream.advance();
        path.push(parseAttrName(grammar));
    }
    return path;
}
/** Reads `{ a, b ? 1, ... }`; the current token must be the brace. */
function parseFormals(grammar) {
    const { stream } = grammar;
    const { start } = stream.expect('{');
    const names = [];
    let open = false;
    while (stream.token.kind !== '}') {
        if (stream.token.kind === '...') {
            open = true;
            stream.advance();
            break;
        }
        names.push(parseFormal(grammar));
        if (stream.token.kind === ',')
            stream.advance();
        else if (stream.token.kind !== '}')
            stream.unexpected("'}' or ','");
    }
    return { start, end: stream.expect('}').end, names, open };
}
function parseFormal(grammar) {
    const { stream } = grammar;
    if (stream.token.text === 'or')
        stream.unexpected('a name');
    const name = stream.expect('id');
    let fallback = null;
    if (stream.token.kind === '?') {
        stream.advance();
        fallback = grammar.expression();
    }
    return { start: name.start, end: stream.previousEnd, name: name.text, fallback };
}
function parseAttrName(grammar) {
    const { stream } = grammar;
    const { kind, start, end, text } = stream.token;
    switch (kind) {
        case 'id':
            stream.advance();
            return { kind: 'name', start, end, name: text };
        case '"':
            return parseString(grammar);
        case '${': {
            stream.advance();
            const expression = grammar.expression();
            return { kind: 'dynamic', start, end: stream.expect('}').end, expression };
        }
        default:
            return stream.unexpected('an attribute name');
    }
}
function parseInherit(grammar) {
    const { stream } = grammar;
    const { start } = stream.advance();
    let from = null;
    if (stream.token.kind === '(') {
        stream.advance();
        from = grammar.expression();
        stream.expect(')');
    }
    const attributes = [];
    while (stream.token.kind !== ';')
        attributes.push(parseAttrName(grammar));
    return { kind: 'inherit', start, end: stream.advance().end, from, attributes };
}
function parseBind(grammar) {
    const { stream } = grammar;
    const { start } = stream.token;
    const path = parseAttrPath(grammar);
    stream.expect('=');
    const value = grammar.expression();
    return { kind: 'bind', start, end: stream.expect(';').end, path, value };
}

;// CONCATENATED MODULE: ./.cache/build/lib/nix/syntax/parse-operators.js


const power = (left, right, chains = true) => ({ left, right, chains });
/** From the operator table of the Nix manual (language/operators), loosest first. */
const BINARY = new Map([
    ['<|', power(1, 0)],
    ['|>', power(2, 3)],
    ['->', power(5, 4)],
    ['||', power(6, 7)],
    ['&&', power(8, 9)],
    ['==', power(10, 11, false)],
    ['!=', power(10, 11, false)],
    ['<', power(12, 13, false)],
    ['>', power(12, 13, false)],
    ['<=', power(12, 13, false)],
    ['>=', power(12, 13, false)],
    ['//', power(15, 14)],
    ['+', power(18, 19)],
    ['-', power(18, 19)],
    ['*', power(20, 21)],
    ['/', power(20, 21)],
    ['++', power(23, 22)],
    ['?', power(24, 25, false)],
]);
const NOT_POWER = 16;
const NEGATE_POWER = 26;
const STARTS = new Set(['id', 'int', 'float', 'uri', 'search-path', 'path', '"', "''", '(', '[', 'rec', '{', 'let']);
/** Reads operators that bind at least as tightly as `minimum`, by precedence climbing. */
function parseOperators(grammar, minimum) {
    const { stream } = grammar;
    return stream.nested(() => {
        let left = parseUnary(grammar);
        for (;;) {
            const operator = stream.token.kind;
            const binding = BINARY.get(operator);
            if (binding === undefined || binding.left < minimum)
                return left;
            stream.advance();
            const { start } = left;
            if (operator === '?') {
                const path = parseAttrPath(grammar);
                left = { kind: 'has-attr', start, end: stream.previousEnd, expression: left, path };
            }
            else {
                const right = parseOperators(grammar, binding.right);
                left = { kind: 'binary', operator, start, end: stream.previousEnd, left, right };
            }
            if (!binding.chains && BINARY.get(stream.token.kind)?.left === binding.left)
                stream.unexpected();
        }
    });
}
function parseUnary(grammar) {
    const { stream } = grammar;
    const { kind, start } = stream.token;
    if (kind !== '!' && kind !== '-')
        return parseApplication(grammar);
    stream.advance();
    const expression = parseOperators(grammar, kind === '!' ? NOT_POWER : NEGATE_POWER);
    return { kind: kind === '!' ? 'not' : 'negate', start, end: stream.previousEnd, expression };
}
function parseApplication(grammar) {
    const { stream } = grammar;
    let applied = parseSelect(grammar);
    while (STARTS.has(stream.token.kind) && !(stream.token.kind === 'let' && stream.peek(1)[0] !== '{')) {
        const argument = parseSelect(grammar);
        applied = { kind: 'apply', start: applied.start, end: stream.previousEnd, function: applied, argument };
    }
    return applied;
}
function parseSelect(grammar) {
    const { stream } = grammar;
    const expression = parseSimple(grammar);
    const { start } = expression;
    if (stream.token.kind === '.') {
        stream.advance();
        const path = parseAttrPath(grammar);
        let fallback = null;
        if (stream.token.text === 'or') {
            stream.advance();
            fallback = stream.nested(() => parseSelect(grammar));
        }
        return { kind: 'select', start, end: stream.previousEnd, expression, path, fallback };
    }
    if (stream.token.kind !== 'id' || stream.token.text !== 'or')
        return expression;
    // `or` was not always a keyword: after anything but a selection it is a variable that the expression is applied to
    const or = stream.advance();
    const argument = { kind: 'variable', start: or.start, end: or.end, name: 'or' };
    return { kind: 'apply', start, end: or.end, function: expression, argument };
}
function parseSimple(grammar) {
    const { stream } = grammar;
    const { kind, start, end, text } = stream.token;
    switch (kind) {
        case 'id':
            if (text === 'or')
                stream.unexpected();
            stream.advance();
            return { kind: 'variable', start, end, name: text };
        case 'int':
        case 'float':
        case 'uri':
        case 'search-path':
            stream.advance();
            return { kind, start, end, text };
        case 'path':
            return parsePath(grammar);
        case '"':
        case "''":
            return parseString(grammar);
        case '(': {
            stream.advance();
            const expression = grammar.expression();
            return { kind: 'parenthesis', start, end: stream.expect(')').end, expression };
        }
        case '[':
            return parseList(grammar);
        case 'rec':
            stream.advance();
            return parseAttrSet(grammar, true, start);
        case 'let': {
            stream.advance();
            const { bindings, end: close } = parseAttrSet(grammar, true, start);
            return { kind: 'legacy-let', start, end: close, bindings };
        }
        case '{':
            return parseAttrSet(grammar, false, start);
        default:
            return stream.unexpected();
    }
}
function parseList(grammar) {
    const { stream } = grammar;
    const { start } = stream.advance();
    const items = [];
    while (stream.token.kind !== ']')
        items.push(stream.nested(() => parseSelect(grammar)));
    return { kind: 'list', start, end: stream.advance().end, items };
}
function parseAttrSet(grammar, recursive, start) {
    const { stream } = grammar;
    stream.expect('{');
    const bindings = stream.nested(() => parseBindings(grammar, '}'));
    return { kind: 'attr-set', start, end: stream.expect('}').end, recursive, bindings };
}

;// CONCATENATED MODULE: ./.cache/build/lib/nix/syntax/parse-nix.js




/**
 * Parses one Nix file. It accepts and rejects what `nix-instantiate --parse` does, but for what is no matter of grammar:
 * attributes defined twice and undefined variables. A source nested more than 1,000 levels deep is an error value.
 */
function parseNix(source) {
    const stream = new TokenStream(source);
    const grammar = { stream, expression: () => stream.nested(() => parseExpression(grammar)) };
    try {
        stream.advance();
        const tree = grammar.expression();
        if (stream.token.kind !== 'eof')
            stream.unexpected('end of file');
        return (0,result.ok)({ tree, comments: stream.comments });
    }
    catch (signal) {
        if (signal instanceof SyntaxSignal)
            return (0,result/* err */._)(signal.error);
        throw signal;
    }
}
function parseExpression(grammar) {
    switch (grammar.stream.token.kind) {
        case 'id':
            return isNamedFunction(grammar) ? parseNamedFunction(grammar) : parseOperators(grammar, 0);
        case '{':
            return isFormals(grammar) ? parseFormalsFunction(grammar) : parseOperators(grammar, 0);
        case 'assert':
        case 'with':
            return parseScoped(grammar);
        case 'let':
            return grammar.stream.peek(1)[0] === '{' ? parseOperators(grammar, 0) : parseLet(grammar);
        case 'if':
            return parseIf(grammar);
        default:
            return parseOperators(grammar, 0);
    }
}
function isNamedFunction({ stream }) {
    if (stream.token.text === 'or')
        return false;
    const [next] = stream.peek(1);
    return next === ':' || next === '@';
}
/** `{` opens formals or an attribute set; the next three tokens tell. */
function isFormals({ stream }) {
    const [first, second, third] = stream.peek(3);
    const functionFollows = (kind) => kind === ':' || kind === '@';
    if (first === '}')
        return functionFollows(second);
    if (first === '...')
        return true;
    return first === 'id' && (second === ',' || second === '?' || (second === '}' && functionFollows(third)));
}
function parseNamedFunction(grammar) {
    const { stream } = grammar;
    const { start, text: argument } = stream.advance();
    let formals = null;
    if (stream.token.kind === '@') {
        stream.advance();
        formals = parseFormals(grammar);
    }
    stream.expect(':');
    const body = grammar.expression();
    return { kind: 'function', start, end: stream.previousEnd, argument, formals, body };
}
function parseFormalsFunction(grammar) {
    const { stream } = grammar;
    const formals = parseFormals(grammar);
    let argument = null;
    if (stream.token.kind === '@') {
        stream.advance();
        argument = stream.expect('id').text;
    }
    stream.expect(':');
    const body = grammar.expression();
    return { kind: 'function', start: formals.start, end: stream.previousEnd, argument, formals, body };
}
function parseScoped(grammar) {
    const { stream } = grammar;
    const { kind, start } = stream.advance();
    const head = grammar.expression();
    stream.expect(';');
    const body = grammar.expression();
    const end = stream.previousEnd;
    return kind === 'with'
        ? { kind: 'with', start, end, scope: head, body }
        : { kind: 'assert', start, end, condition: head, body };
}
function parseLet(grammar) {
    const { stream } = grammar;
    const { start } = stream.advance();
    const bindings = parseBindings(grammar, 'in');
    stream.advance();
    const body = grammar.expression();
    return { kind: 'let', start, end: stream.previousEnd, bindings, body };
}
function parseIf(grammar) {
    const { stream } = grammar;
    const { start } = stream.advance();
    const condition = grammar.expression();
    stream.expect('then');
    const consequent = grammar.expression();
    stream.expect('else');
    const alternative = grammar.expression();
    return { kind: 'if', start, end: stream.previousEnd, condition, consequent, alternative };
}


/***/ }),

/***/ 86092:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ lineText),
/* harmony export */   t: () => (/* binding */ positionAt)
/* harmony export */ });
/** The line and column of an offset into the text; offsets beyond the end count as the end. */
function positionAt(source, offset) {
    const end = Math.min(offset, source.length);
    let line = 1;
    let lineStart = 0;
    for (let next = source.indexOf('\n'); next !== -1 && next < end; next = source.indexOf('\n', next + 1)) {
        line += 1;
        lineStart = next + 1;
    }
    return { offset: end, line, column: end - lineStart + 1 };
}
/** The text of a line (from 1) without its line ending; undefined when the text has no such line. */
function lineText(source, line) {
    return source.split('\n', line)[line - 1]?.replace(/\r$/, '');
}


/***/ }),

/***/ 29054:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GW: () => (/* binding */ childExpressions),
/* harmony export */   Hx: () => (/* binding */ withoutParentheses),
/* harmony export */   Qj: () => (/* binding */ staticName),
/* harmony export */   Z5: () => (/* binding */ walkExpressions),
/* harmony export */   cl: () => (/* binding */ staticPath),
/* harmony export */   o5: () => (/* binding */ staticText)
/* harmony export */ });
/** Every expression below and including the given one, parents before children, in source order. Uses no call stack. */
function* walkExpressions(root) {
    const pending = [root];
    for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
        yield node;
        pending.push(...childExpressions(node).reverse());
    }
}
/** The expressions directly inside an expression, in source order. */
function childExpressions(node) {
    switch (node.kind) {
        case 'variable':
        case 'int':
        case 'float':
        case 'uri':
        case 'search-path':
            return [];
        case 'path':
        case 'string':
            return partExpressions(node.parts);
        case 'list':
            return [...node.items];
        case 'attr-set':
        case 'legacy-let':
            return node.bindings.flatMap(bindingExpressions);
        case 'let':
            return [...node.bindings.flatMap(bindingExpressions), node.body];
        case 'parenthesis':
        case 'not':
        case 'negate':
            return [node.expression];
        case 'function':
            return [...(node.formals?.names ?? []).flatMap((formal) => formal.fallback ?? []), node.body];
        case 'apply':
            return [node.function, node.argument];
        case 'select':
            return [node.expression, ...node.path.flatMap(nameExpressions), ...(node.fallback ? [node.fallback] : [])];
        case 'has-attr':
            return [node.expression, ...node.path.flatMap(nameExpressions)];
        case 'binary':
            return [node.left, node.right];
        case 'if':
            return [node.condition, node.consequent, node.alternative];
        case 'assert':
            return [node.condition, node.body];
        case 'with':
            return [node.scope, node.body];
    }
}
/** `a.b."c"` as its names; null when a part is computed. */
function staticPath(path) {
    const names = path.map(staticName);
    return names.every((name) => name !== null) ? names : null;
}
/** The text of an attribute name that is not computed, else null. */
function staticName(name) {
    switch (name.kind) {
        case 'name':
            return name.name;
        case 'string':
            return staticText(name.parts);
        case 'dynamic':
            return null;
    }
}
/** The text of a string without interpolation, else null. */
function staticText(parts) {
    const texts = parts.map((part) => (part.kind === 'text' ? part.text : null));
    return texts.every((text) => text !== null) ? texts.join('') : null;
}
/** The expression inside any number of parentheses. */
function withoutParentheses(expression) {
    let inner = expression;
    while (inner.kind === 'parenthesis')
        inner = inner.expression;
    return inner;
}
function bindingExpressions(binding) {
    if (binding.kind === 'bind')
        return [...binding.path.flatMap(nameExpressions), binding.value];
    return [...(binding.from ? [binding.from] : []), ...binding.attributes.flatMap(nameExpressions)];
}
function nameExpressions(name) {
    switch (name.kind) {
        case 'name':
            return [];
        case 'dynamic':
            return [name.expression];
        case 'string':
            return partExpressions(name.parts);
    }
}
function partExpressions(parts) {
    return parts.flatMap((part) => (part.kind === 'interpolation' ? part.expression : []));
}


/***/ }),

/***/ 84729:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ treeContext),
/* harmony export */   x: () => (/* binding */ locate)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _syntax_position_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(86092);
/* harmony import */ var _syntax_walk_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(29054);



/** Answers the questions of `diagnose` from the files of a repository. */
function treeContext(tree) {
    return {
        root: tree.root,
        exists: (path) => tree.files.has(path),
        findImport: (path) => findImport(tree, path),
        findBinding: (path, option) => findBinding(tree.files.get(path), option),
        findText: (text) => findText(tree, text),
        sourceLine: (path, line) => {
            const file = tree.files.get(path);
            return file === undefined ? undefined : (0,_syntax_position_js__WEBPACK_IMPORTED_MODULE_1__/* .lineText */ .o)(file.text, line);
        },
    };
}
/** The location of a range of a file. */
function locate(file, start, end) {
    const { line, column } = (0,_syntax_position_js__WEBPACK_IMPORTED_MODULE_1__/* .positionAt */ .t)(file.text, start);
    return { file: file.path, line, column, length: Math.max(1, end - start) };
}
/** The first path literal, anywhere, that means this path; errors about missing files have no position of their own. */
function findImport(tree, wanted) {
    const paths = new Set([wanted, node_path__WEBPACK_IMPORTED_MODULE_0__.posix.dirname(wanted)].filter((path) => path === wanted || wanted.endsWith('/default.nix')));
    for (const file of tree.files.values()) {
        if (!file.parsed.ok)
            continue;
        for (const node of (0,_syntax_walk_js__WEBPACK_IMPORTED_MODULE_2__/* .walkExpressions */ .Z5)(file.parsed.value.tree)) {
            if (node.kind !== 'path' || node.text === null)
                continue;
            if (paths.has(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.dirname(file.path), node.text)))
                return locate(file, node.start, node.end);
        }
    }
    return null;
}
/** The binding that sets an option, written in one piece (`a.b.c = …`), nested, or below a `config`. */
function findBinding(file, option) {
    if (file?.parsed.ok !== true)
        return null;
    const wanted = option.split('.');
    let best = null;
    for (const { binding, path } of bindingsWithPaths(file.parsed.value.tree)) {
        const depth = agreement(path, wanted);
        const last = binding.kind === 'bind' ? binding.path.at(-1) : undefined;
        if (last !== undefined && depth > (best?.depth ?? 0))
            best = { start: binding.start, end: last.end, depth };
    }
    return best === null ? null : locate(file, best.start, best.end);
}
function* bindingsWithPaths(root) {
    const prefixes = new Map();
    for (const node of (0,_syntax_walk_js__WEBPACK_IMPORTED_MODULE_2__/* .walkExpressions */ .Z5)(root)) {
        const prefix = prefixes.get(node) ?? [];
        if (node.kind === 'attr-set' || node.kind === 'let') {
            for (const binding of node.bindings) {
                if (binding.kind !== 'bind')
                    continue;
                const path = [...prefix, ...((0,_syntax_walk_js__WEBPACK_IMPORTED_MODULE_2__/* .staticPath */ .cl)(binding.path) ?? ['?'])];
                if (path.length <= 64)
                    yield { binding, path };
                prefixes.set(binding.value, path.slice(-64));
            }
        }
        // `mkIf x { … }`, `(…)`, functions and the like hand the names around them on to the set inside
        if (node.kind === 'apply')
            prefixes.set(node.function, prefix).set(node.argument, prefix);
        if (node.kind === 'parenthesis')
            prefixes.set(node.expression, prefix);
        if (node.kind === 'function' || node.kind === 'let' || node.kind === 'with')
            prefixes.set(node.body, prefix);
        if (node.kind === 'list')
            node.items.forEach((item) => prefixes.set(item, prefix));
    }
}
/**
 * How many names of the wanted option a path of bindings spells out, beginning anywhere in the path; either may be longer.
 * One name in common is no evidence when the option has more.
 */
function agreement(path, wanted) {
    for (let start = 0; start < path.length; start += 1) {
        const length = Math.min(path.length - start, wanted.length);
        const agrees = wanted.slice(0, length).every((name, i) => name === path[start + i]);
        if (agrees && length >= Math.min(2, wanted.length))
            return length;
    }
    return 0;
}
function findText(tree, text) {
    for (const file of tree.files.values()) {
        if (!file.text.includes(text) || !file.parsed.ok)
            continue;
        for (const node of (0,_syntax_walk_js__WEBPACK_IMPORTED_MODULE_2__/* .walkExpressions */ .Z5)(file.parsed.value.tree)) {
            if (node.kind === 'string' && (0,_syntax_walk_js__WEBPACK_IMPORTED_MODULE_2__/* .staticText */ .o5)(node.parts) === text)
                return locate(file, node.start, node.end);
        }
    }
    return null;
}


/***/ }),

/***/ 52742:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ describeFailure)
/* harmony export */ });
/* harmony import */ var _base_unreachable_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3547);
/* harmony import */ var _duration_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67910);


/** How much of a long list or output a message shows. The log has all of it. */
const MAX_LINES = 15;
const MAX_COMMAND = 100;
/** Says what happened, where, what was expected and what to do. Exhaustive: a new reason does not compile until it has words. */
function describeFailure(failure) {
    switch (failure.reason) {
        case 'command-failed':
            return {
                title: `${quoted(failure.command)} ${endOf(failure)}`,
                details: outputLines(failure.outputTail),
                help: commandHelp(failure),
            };
        case 'timed-out':
            return {
                title: `stopped at its time limit of ${(0,_duration_text_js__WEBPACK_IMPORTED_MODULE_0__/* .durationText */ .S)(failure.limitMs)}`,
                details: [],
                help: 'The log shows what it was doing. Raise timeout_minutes if it needs longer.',
            };
        case 'not-started':
            return notStarted(failure);
        case 'cancelled':
            return {
                title: 'stopped before it ended',
                details: [],
                help: 'Nothing of it was kept. A resumed run starts it again.',
            };
        case 'program-missing':
            return { title: `the program ${failure.program} was not found`, details: [], help: sentence(failure.help) };
        case 'validation-failed':
        case 'skill-failed':
            return describeFindings(failure);
        case 'agent-result-invalid':
        case 'agent-blocked':
        case 'agent-changed-nothing':
        case 'agent-backend-missing':
            return describeAgentFailure(failure);
        case 'outside-writes':
        case 'nested-repository':
        case 'link-escapes':
            return describeScopeFailure(failure);
        case 'merge-conflict':
            return {
                title: `its changes conflict with those of an earlier parallel step in ${counted(failure.paths.length, 'file')}`,
                details: [...listed(failure.paths), `merged so far: ${failure.ours}`, `not merged: ${failure.theirs}`],
                help: `Both results are kept. Make one step depend on the other, or compare them: git diff ${failure.ours} ${failure.theirs}`,
            };
        case 'landing-refused':
            return describeLanding(failure);
        case 'publish-refused':
            return { title: `not published: ${failure.message}`, details: [], help: failure.help };
        case 'internal':
            return {
                title: `workflow-runner itself failed: ${failure.message}`,
                details: failure.stack.split('\n').slice(0, MAX_LINES),
                help: 'This is a bug of workflow-runner. Please report it with the lines above; completed steps are kept.',
            };
        default:
            return (0,_base_unreachable_js__WEBPACK_IMPORTED_MODULE_1__/* .unreachable */ .H)(failure);
    }
}
function describeFindings(failure) {
    switch (failure.reason) {
        case 'validation-failed':
            return {
                title: `the check ${quoted(failure.command)} did not pass${exitText(failure.exitCode)}`,
                details: failure.diagnostics.length > 0 ? diagnosticLines(failure.diagnostics) : outputLines(failure.outputTail),
                help: 'The check ran on a clean checkout of the result: run it yourself on the commit that the report names.',
            };
        case 'skill-failed':
            return {
                title: `skill ${failure.skill} found ${counted(errorCount(failure.diagnostics), 'error')}`,
                details: diagnosticLines(failure.diagnostics),
                help: `Fix them and resume, or look at them alone: workflow-runner skill ${failure.skill}`,
            };
    }
}
function notStarted(failure) {
    const why = failure.error === 'cwd-missing' ? 'its working folder is gone' : `the system refused with ${failure.error}`;
    const details = [];
    const title = `${quoted(failure.command)} could not be started: ${why}`;
    switch (failure.error) {
        case 'E2BIG':
            return { title, details, help: 'Its arguments and environment are too long: pass large input through a file.' };
        case 'EAGAIN':
        case 'ENOMEM':
            return {
                title,
                details,
                help: 'The machine has no processes or memory left: lower --max-concurrent and resume.',
            };
        default:
            return { title, details, help: 'Check the machine (disk, memory, limits), then resume.' };
    }
}
function describeAgentFailure(failure) {
    switch (failure.reason) {
        case 'agent-result-invalid':
            return {
                title: 'the agent did not return the structured result that was asked for',
                details: [failure.detail],
                help: 'Expected one JSON document {"status": "done" | "no-op" | "blocked", "summary": "…"}. The log has what it said.',
            };
        case 'agent-blocked':
            return {
                title: 'the agent said that it cannot go on',
                details: textLines(failure.summary),
                help: 'Give it what it asks for (its file in .claude/agents/, or config: of the step), then resume.',
            };
        case 'agent-changed-nothing':
            return {
                title: 'the agent said that it is done, but no file changed',
                details: [],
                help: 'An agent that has nothing to do must answer "no-op". See the log for what it did.',
            };
        case 'agent-backend-missing':
            return {
                title: failure.backend === ''
                    ? 'no agent backend is chosen'
                    : `there is no agent backend ${quoted(failure.backend)}`,
                details: [],
                help: sentence(failure.help),
            };
    }
}
function describeScopeFailure(failure) {
    switch (failure.reason) {
        case 'outside-writes':
            return {
                title: `it changed ${counted(failure.paths.length, 'file')} outside of its declared writes`,
                details: [...listed(failure.paths), `allowed: ${failure.writes.join(', ') || 'nothing'}`],
                help: 'Nothing of the step was kept. Widen writes: if these files belong to it.',
            };
        case 'nested-repository':
            return {
                title: `it left ${failure.paths.length === 1 ? 'a git repository' : `${failure.paths.length} git repositories`} inside the tree`,
                details: listed(failure.paths),
                help: 'git would commit an empty link in its place. Remove the .git folder there in the step, or clone elsewhere.',
            };
        case 'link-escapes':
            return {
                title: 'it made a symbolic link that leaves the repository or points into .git',
                details: [`${failure.path} -> ${failure.target}`],
                help: 'Nothing of the step was kept. Make the link point inside the tree, or copy the file.',
            };
    }
}
function describeLanding(failure) {
    const title = {
        'dirty-paths': `landing would overwrite ${counted(failure.paths.length, 'file')} with changes of yours`,
        'merge-conflict': `your branch has moved, and the result conflicts with it in ${counted(failure.paths.length, 'file')}`,
        'branch-moved': 'your branch kept moving while the result was landing',
        'other-branch': 'another branch is checked out than when the run started',
    }[failure.why];
    const where = failure.why === 'branch-moved' || failure.branch === '' ? [] : [`the result is kept on ${failure.branch}`];
    const next = failure.commands.length === 0
        ? 'Try again when it rests: resume the run.'
        : `Go on with: ${failure.commands.join(' && ')}`;
    return { title, details: [...listed(failure.paths), ...where], help: next };
}
function commandHelp({ exitCode, signal }) {
    if (exitCode === 127)
        return 'Exit code 127: a program that it calls is not on PATH. Install it, then resume.';
    if (exitCode === 126)
        return 'Exit code 126: a program that it calls is not executable.';
    if (signal === 'SIGKILL')
        return 'It was killed from outside, most often because the machine ran out of memory. Resume when there is more.';
    return 'Fix what it reports, then resume. The log has its whole output.';
}
function endOf({ exitCode, signal }) {
    if (signal !== null)
        return `was ended by signal ${signal}`;
    return exitCode === null ? 'did not end well' : `failed with exit code ${exitCode}`;
}
const exitText = (exitCode) => (exitCode === null ? '' : ` (exit code ${exitCode})`);
function quoted(command) {
    const [first = '', ...rest] = command.trim().split('\n');
    const short = first.length > MAX_COMMAND ? first.slice(0, MAX_COMMAND) : first;
    return `\`${short}${rest.length > 0 || short.length < first.length ? ' …' : ''}\``;
}
function outputLines(outputTail) {
    const lines = outputTail.split(/\r\n|\n|\r/).filter((line) => line.trim() !== '');
    return lines.length === 0 ? ['It printed nothing.'] : lines.slice(-MAX_LINES);
}
const textLines = (text) => text.split(/\r\n|\n|\r/).slice(0, MAX_LINES);
function listed(items) {
    const more = items.length - MAX_LINES;
    return more > 0 ? [...items.slice(0, MAX_LINES), `… and ${more} more`] : [...items];
}
function diagnosticLines(diagnostics) {
    return listed(diagnostics.map(({ location, severity, message }) => {
        const place = [location.file, location.line, location.column].filter((part) => part !== undefined).join(':');
        return `${place}: ${severity}: ${message}`;
    }));
}
const errorCount = (diagnostics) => diagnostics.filter(({ severity }) => severity === 'error').length;
const counted = (count, what) => `${count} ${what}${count === 1 ? '' : 's'}`;
const sentence = (text) => `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.!?)]$|\/\S*$/.test(text) ? '' : '.'}`;


/***/ }),

/***/ 67910:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ secondsText),
/* harmony export */   S: () => (/* binding */ durationText)
/* harmony export */ });
/** A duration for a person: `3.2 s`, `42 s`, `2 min 5 s`, `1 h 3 min`. Milliseconds in; negative counts as 0. */
function durationText(ms) {
    const seconds = Math.max(0, ms) / 1000;
    if (seconds < 9.95)
        return `${seconds.toFixed(1)} s`;
    const whole = Math.round(seconds);
    if (whole < 60)
        return `${whole} s`;
    if (whole < 3600)
        return joined([Math.floor(whole / 60), 'min'], [whole % 60, 's']);
    const minutes = Math.round(whole / 60);
    return joined([Math.floor(minutes / 60), 'h'], [minutes % 60, 'min']);
}
/** A duration that is known in whole seconds only: `<1 s`, `3 s`, then as `durationText`. */
function secondsText(seconds) {
    if (seconds < 1)
        return '<1 s';
    return seconds < 10 ? `${Math.floor(seconds)} s` : durationText(seconds * 1000);
}
function joined(first, second) {
    return [first, second]
        .filter(([amount]) => amount > 0)
        .map(([amount, unit]) => `${amount} ${unit}`)
        .join(' ');
}


/***/ }),

/***/ 28340:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DD: () => (/* binding */ skipText),
/* harmony export */   II: () => (/* binding */ EventLines),
/* harmony export */   Iy: () => (/* binding */ pauseText),
/* harmony export */   at: () => (/* binding */ branchName),
/* harmony export */   sq: () => (/* binding */ landedText)
/* harmony export */ });
/* harmony import */ var _base_unreachable_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3547);
/* harmony import */ var _describe_failure_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(52742);
/* harmony import */ var _duration_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(67910);
/* harmony import */ var _step_label_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(42493);
/* harmony import */ var _text_style_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45875);





/**
 * The story of a run in plain lines, one when a step starts and one when it ends. Keeps only what is in flight. Steps that
 * are skipped for the same reason one after another become one line, when something else happens or on `end`.
 */
class EventLines {
    #clean;
    #paint;
    /** When the attempt in flight of each step started, ms since 1970. */
    #startedAt = new Map();
    #skipped = null;
    constructor({ clean, paint = _text_style_js__WEBPACK_IMPORTED_MODULE_0__/* .plain */ .p }) {
        this.#clean = clean;
        this.#paint = paint;
    }
    /** The lines for this event; `state` has taken it into account already. */
    next(event, state) {
        if (event.type === 'step-skipped')
            return this.#skip(event, state);
        return [...this.end(state), ...this.#lines(event, state)];
    }
    /** What was held back; call it after the last event. */
    end(state) {
        const skipped = this.#skipped;
        if (skipped === null)
            return [];
        this.#skipped = null;
        const { why, first, last, count } = skipped;
        const reason = skipText(why);
        if (count === 1)
            return [this.#step(first, state, ['-', `skipped: ${reason}`])];
        const total = state.plan.steps.length;
        return [`- ${(0,_step_label_js__WEBPACK_IMPORTED_MODULE_1__/* .stepCount */ .qZ)(first, total)} to ${(0,_step_label_js__WEBPACK_IMPORTED_MODULE_1__/* .stepCount */ .qZ)(last, total)} ${count} steps skipped: ${reason}`];
    }
    #skip(event, state) {
        const step = state.plan.stepsById.get(event.step);
        if (step === undefined)
            return [];
        const current = this.#skipped;
        if (current?.why === event.why && current.last.number + 1 === step.number) {
            current.last = step;
            current.count += 1;
            return [];
        }
        const lines = this.end(state);
        this.#skipped = { why: event.why, first: step, last: step, count: 1 };
        return lines;
    }
    #lines(event, state) {
        switch (event.type) {
            case 'run-started': {
                const dirty = event.dirty ? ['! uncommitted changes in the checkout are not part of the run'] : [];
                const from = `${(0,_step_label_js__WEBPACK_IMPORTED_MODULE_1__/* .shortCommit */ .Ax)(event.base.commit)}${event.base.branch === null ? '' : ` (${branchName(event.base.branch)})`}`;
                const what = `${event.workflow} ${event.version}, ${(0,_step_label_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .hS)(event.totalSteps, 'step')}`;
                return [`run ${event.runId} of ${what}, from ${this.#clean(from)}`, ...dirty];
            }
            case 'run-resumed':
                return [`run ${state.runId} resumed: ${state.endedSteps} of ${(0,_step_label_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .hS)(state.plan.steps.length, 'step')} done`];
            case 'step-started':
            case 'step-completed':
            case 'step-failed':
                return this.#stepLines(event, state);
            case 'group-started':
            case 'group-skipped':
            case 'group-merged':
            case 'group-validated':
            case 'merge-conflicted':
                return this.#groupLines(event, state);
            case 'result-validated':
                return this.#checked('the result', event, event.checks);
            case 'hooks-ran':
                return event.failure === null
                    ? [`${event.hooks} done`]
                    : [this.#bad(`${event.hooks} failed: ${(0,_describe_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .describeFailure */ .I)(event.failure).title}`)];
            case 'landing-started':
                return [`landing ${(0,_step_label_js__WEBPACK_IMPORTED_MODULE_1__/* .shortCommit */ .Ax)(event.from)}..${(0,_step_label_js__WEBPACK_IMPORTED_MODULE_1__/* .shortCommit */ .Ax)(event.to)}`];
            case 'landed':
                return [this.#clean(landedText(event, state))];
            case 'rolled-back':
                return [
                    `rolled back to ${event.step}${event.revertCommit === null ? '' : `, reverted by ${(0,_step_label_js__WEBPACK_IMPORTED_MODULE_1__/* .shortCommit */ .Ax)(event.revertCommit)}`}`,
                ];
            case 'run-paused':
                return [this.#paint('warning', `run paused: ${pauseText(event.why)}`)];
            case 'run-ended': {
                const took = (0,_duration_text_js__WEBPACK_IMPORTED_MODULE_3__/* .durationText */ .S)(event.at - state.startedAt);
                if (event.status === 'completed')
                    return [this.#paint('success', `run completed in ${took}`)];
                const why = event.failure === null ? '' : `: ${this.#clean((0,_describe_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .describeFailure */ .I)(event.failure).title)}`;
                return [this.#paint('error', `run failed after ${took}${why}`)];
            }
            default:
                return (0,_base_unreachable_js__WEBPACK_IMPORTED_MODULE_4__/* .unreachable */ .H)(event);
        }
    }
    #stepLines(event, state) {
        const step = state.plan.stepsById.get(event.step);
        if (step === undefined)
            return [];
        switch (event.type) {
            case 'step-started':
                this.#startedAt.set(event.step, event.at);
                return [this.#step(step, state, ['▸', event.attempt === 1 ? 'started' : `started, attempt ${event.attempt}`])];
            case 'step-completed': {
                const files = event.filesModified === 0
                    ? 'nothing changed'
                    : `${(0,_step_label_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .hS)(event.filesModified, 'file')}, ${(0,_step_label_js__WEBPACK_IMPORTED_MODULE_1__/* .shortCommit */ .Ax)(event.commit)}`;
                const cost = event.costUsd === null ? '' : `, ${(0,_step_label_js__WEBPACK_IMPORTED_MODULE_1__/* .costText */ .rs)(event.costUsd)}`;
                return [this.#step(step, state, ['✓', `completed${this.#took(event)}, ${files}${cost}`])];
            }
            case 'step-failed': {
                const { title, help } = (0,_describe_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .describeFailure */ .I)(event.failure);
                const took = this.#took(event, ' after');
                if (event.retryAt !== null) {
                    const wait = (0,_duration_text_js__WEBPACK_IMPORTED_MODULE_3__/* .durationText */ .S)(event.retryAt - event.at);
                    return [this.#step(step, state, ['!', `attempt ${event.attempt} failed${took}: ${title}; again in ${wait}`])];
                }
                const line = this.#step(step, state, ['✗', `failed${took}: ${title}`]);
                // The run goes on all the same: there is nothing to repair and nothing to resume.
                return step.action.continueOnError ? [line] : [line, `    ${this.#clean(help)}`];
            }
        }
    }
    #groupLines(event, state) {
        const group = state.plan.groups.get(event.group);
        if (group === undefined)
            return [];
        const name = `${group.kind} ${this.#clean(group.path)}`;
        switch (event.type) {
            case 'group-started': {
                if (group.path === '')
                    return [];
                const side = group.type === 'parallel' ? `, ${group.maxConcurrent} at a time` : '';
                return [this.#paint('bold', `${name}: ${(0,_step_label_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .hS)(group.children.length, 'step')}, ${group.type}${side}`)];
            }
            case 'group-skipped':
                return [`- ${name} skipped: ${skipText(event.why)}`];
            case 'group-merged':
                return [`${name}: results merged in file order, ${(0,_step_label_js__WEBPACK_IMPORTED_MODULE_1__/* .shortCommit */ .Ax)(event.commit)}`];
            case 'group-validated':
                return this.#checked(name, event);
            case 'merge-conflicted': {
                const files = this.#clean(event.paths.slice(0, 5).join(', ')) + (event.paths.length > 5 ? ', …' : '');
                const again = state.groups.get(group.path)?.status === 'rerunning' ? '; it runs once more on top of the merged result' : '';
                return [
                    this.#paint('warning', `! ${this.#clean(event.child)} conflicts with steps before it in ${files}${again}`),
                ];
            }
        }
    }
    #checked(what, { failure }, checks = []) {
        const by = checks.length === 0 ? '' : ` by ${checks.map((check) => `\`${this.#clean(check)}\``).join(', ')}`;
        if (failure === null)
            return [this.#paint('success', `✓ ${what} validated${by}`)];
        const { title, details } = (0,_describe_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .describeFailure */ .I)(failure);
        return [this.#bad(`${what} is not valid: ${title}`), ...details.map((line) => `    ${this.#clean(line)}`)];
    }
    #bad(text) {
        return this.#paint('error', `✗ ${this.#clean(text)}`);
    }
    #step(step, state, [mark, what]) {
        const line = this.#clean(`${(0,_step_label_js__WEBPACK_IMPORTED_MODULE_1__/* .stepCount */ .qZ)(step, state.plan.steps.length)} ${(0,_step_label_js__WEBPACK_IMPORTED_MODULE_1__/* .stepLabel */ .vO)(step)} … ${what}`);
        const style = { '✓': 'success', '✗': 'error', '!': 'warning', '▸': null, '-': 'dim' };
        const chosen = style[mark];
        return `${chosen === null ? mark : this.#paint(chosen, mark)} ${line}`;
    }
    /** How long the attempt took; nothing when its start was not seen (a resume after a crash). */
    #took(event, word = ' in') {
        const startedAt = this.#startedAt.get(event.step);
        this.#startedAt.delete(event.step);
        return startedAt === undefined ? '' : `${word} ${(0,_duration_text_js__WEBPACK_IMPORTED_MODULE_3__/* .durationText */ .S)(event.at - startedAt)}`;
    }
}
/** Why a step or phase was skipped. */
function skipText(why) {
    switch (why) {
        case 'condition':
            return 'its condition does not hold';
        case 'asked':
            return 'asked for by --skip-step';
        case 'earlier-failure':
            return 'a step before it failed';
    }
}
/** Why a run is paused. */
function pauseText(why) {
    switch (why) {
        case 'interrupted':
            return 'interrupted';
        case 'deadline':
            return 'its time is up';
        case 'budget':
            return 'its budget is spent';
        case 'phase-done':
            return 'the phase that was asked for is done';
        case 'rolled-back':
            return 'rolled back to a checkpoint';
        case 'storage':
            return 'its journal could not be written';
    }
}
/** How the result came to the user. */
function landedText({ how, branch, commit }, { base }) {
    const target = branch ?? base.branch;
    const name = target === null ? 'the checkout' : branchName(target);
    switch (how) {
        case 'fast-forward':
            return `landed on ${name}: ${(0,_step_label_js__WEBPACK_IMPORTED_MODULE_1__/* .shortCommit */ .Ax)(commit)}`;
        case 'branch':
            return `the result is on branch ${name}: ${(0,_step_label_js__WEBPACK_IMPORTED_MODULE_1__/* .shortCommit */ .Ax)(commit)}`;
        case 'nothing-to-land':
            return 'nothing to land: no file changed';
        case 'kept':
            return `the result is kept as commit ${(0,_step_label_js__WEBPACK_IMPORTED_MODULE_1__/* .shortCommit */ .Ax)(commit)}`;
    }
}
/** `main` for `refs/heads/main`. */
function branchName(ref) {
    return ref.replace(/^refs\/heads\//, '');
}


/***/ }),

/***/ 25065:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ roundCost),
/* harmony export */   q: () => (/* binding */ buildState)
/* harmony export */ });
/* harmony import */ var _engine_run_state_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75723);
/* harmony import */ var _describe_failure_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(52742);
/* harmony import */ var _timestamp_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(50450);



/** `state.json` of a run: the fields of the seed and ours. Looks at every step once. */
function buildState(state) {
    return {
        workflow: state.plan.workflow,
        version: state.plan.version,
        status: state.status,
        started_at: (0,_timestamp_js__WEBPACK_IMPORTED_MODULE_1__/* .timestamp */ .v)(state.startedAt),
        updated_at: (0,_timestamp_js__WEBPACK_IMPORTED_MODULE_1__/* .timestamp */ .v)(state.updatedAt),
        completed_at: state.endedAt === null ? null : (0,_timestamp_js__WEBPACK_IMPORTED_MODULE_1__/* .timestamp */ .v)(state.endedAt),
        current_step: state.currentStep,
        total_steps: state.plan.steps.length,
        errors: buildErrors(state),
        metadata: {
            triggered_by: state.triggeredBy,
            git_commit: state.base.commit,
            base_branch: state.base.branch,
            definition: { ...state.definition },
        },
        run_id: state.runId,
        paused_because: state.pause,
        ended_steps: state.endedSteps,
        cost_usd: roundCost(state.costUsd),
        attempts_of_unknown_cost: state.attemptsOfUnknownCost,
        result_commit: (0,_engine_run_state_js__WEBPACK_IMPORTED_MODULE_0__/* .headCommit */ .Qo)(state),
        landed: state.landed === null ? null : { ...state.landed },
    };
}
/** Sums of dollars without the dust of binary fractions: six digits after the point. */
function roundCost(costUsd) {
    return Math.round(costUsd * 1e6) / 1e6;
}
function buildErrors(state) {
    const errors = [];
    for (const step of state.steps.values()) {
        const failure = step.failure ?? conflictOf(step);
        if (failure === null)
            continue;
        errors.push(entry(failure, { step: step.step.number, id: step.step.id, at: step.endedAt ?? state.updatedAt }));
    }
    for (const group of state.groups.values()) {
        if (group.failure === null)
            continue;
        errors.push(entry(group.failure, { step: null, id: group.group.path, at: group.endedAt ?? state.updatedAt }));
    }
    if (state.failure !== null) {
        errors.push(entry(state.failure, { step: null, id: null, at: state.endedAt ?? state.updatedAt }));
    }
    return errors;
}
function conflictOf({ status, conflict }) {
    return status === 'conflict' && conflict !== null ? { reason: 'merge-conflict', ...conflict } : null;
}
function entry(failure, where) {
    const { title, details, help } = (0,_describe_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .describeFailure */ .I)(failure);
    return {
        step: where.step,
        id: where.id,
        reason: failure.reason,
        message: title,
        details: [...details],
        help,
        at: (0,_timestamp_js__WEBPACK_IMPORTED_MODULE_1__/* .timestamp */ .v)(where.at),
    };
}


/***/ }),

/***/ 61496:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ redactDeep)
/* harmony export */ });
/** Every text in a JSON value redacted; keys are left, they are ours or a step's own names. */
function redactDeep(value, redact) {
    if (typeof value === 'string')
        return redact(value);
    if (Array.isArray(value))
        return value.map((item) => redactDeep(item, redact));
    if (typeof value !== 'object' || value === null)
        return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, redactDeep(item, redact)]));
}


/***/ }),

/***/ 33429:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JT: () => (/* binding */ runChecks),
/* harmony export */   Q7: () => (/* binding */ hasFlake),
/* harmony export */   bx: () => (/* binding */ FLAKE_CHECK),
/* harmony export */   kZ: () => (/* binding */ readHosts),
/* harmony export */   vv: () => (/* binding */ runFlakeCheck)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _base_result_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(45256);
/* harmony import */ var _nix_flake_check_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(61672);
/* harmony import */ var _redact_deep_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(61496);
/* harmony import */ var _steps_shell_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(66485);






/** Written just so, it is done by us: with the errors placed in the user's files and every host's system forced. */
const FLAKE_CHECK = 'nix flake check';
/** Runs the commands in order, up to the first that fails; null when all passed. */
async function runChecks(checks, world) {
    for (const command of checks.commands) {
        const failure = await runCheck(command, checks, world);
        if (failure !== null)
            return (0,_redact_deep_js__WEBPACK_IMPORTED_MODULE_3__/* .redactDeep */ .K)(failure, world.tools.redact);
    }
    return null;
}
const noFlake = {
    reason: 'validation-failed',
    command: FLAKE_CHECK,
    exitCode: null,
    outputTail: '',
    diagnostics: [
        {
            severity: 'error',
            code: 'no-flake',
            message: 'the repository has no flake.nix at its top',
            location: { file: 'flake.nix' },
            help: 'nix flake check needs one',
        },
    ],
};
/** Whether the tree in this folder is a flake; a link to one elsewhere does not count. */
function hasFlake(dir) {
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(dir, 'flake.nix'), { throwIfNoEntry: false })?.isFile() === true;
}
/** `nix flake check` and every host's system; null when they pass. A tree without a flake does not. */
async function runFlakeCheck(checks, world) {
    const request = await flakeRequest(checks, world);
    if (!request.ok)
        return request.error;
    const checked = await (0,_nix_flake_check_js__WEBPACK_IMPORTED_MODULE_2__/* .checkFlake */ .o)(request.value);
    if (checked.ok)
        return null;
    if (checked.failure === 'no-flake')
        return noFlake;
    if (checked.failure !== null)
        return checked.failure;
    const { diagnostics, outputTail } = checked;
    return { reason: 'validation-failed', command: FLAKE_CHECK, exitCode: 1, outputTail, diagnostics };
}
/** Each host's `toplevel.drvPath` in the tree; null when they cannot be told. */
async function readHosts(checks, world) {
    const request = await flakeRequest(checks, world);
    return request.ok ? (0,_nix_flake_check_js__WEBPACK_IMPORTED_MODULE_2__/* .evaluateHosts */ .F)(request.value) : null;
}
async function flakeRequest({ dir: root, signal, onOutput }, { tools }) {
    const nix = await tools.nix();
    if (!nix.ok)
        return nix;
    const { runProcess, env } = tools;
    const write = (text) => onOutput(Buffer.from(text));
    return (0,_base_result_js__WEBPACK_IMPORTED_MODULE_4__.ok)({ root, nix: nix.value, runProcess, env, signal, onOutput: write });
}
async function runCheck(command, checks, world) {
    checks.onOutput(Buffer.from(`$ ${command}\n`));
    if (command.trim() === FLAKE_CHECK)
        return runFlakeCheck(checks, world);
    const { dir, signal, onOutput } = checks;
    const result = await (0,_steps_shell_js__WEBPACK_IMPORTED_MODULE_5__/* .runShell */ .E)(command, { dir, signal, onOutput, tools: world.tools, timeoutMs: null });
    const failure = (0,_steps_shell_js__WEBPACK_IMPORTED_MODULE_5__/* .commandFailure */ ._)(command, result, null);
    if (failure?.reason !== 'command-failed')
        return failure;
    const { exitCode, outputTail } = failure;
    return { reason: 'validation-failed', command, exitCode, outputTail, diagnostics: [] };
}


/***/ }),

/***/ 61378:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S$: () => (/* binding */ checkpointOf),
/* harmony export */   ZL: () => (/* binding */ resumeRun),
/* harmony export */   hU: () => (/* binding */ startFresh),
/* harmony export */   kc: () => (/* binding */ repairLandingOf),
/* harmony export */   wi: () => (/* binding */ openLastRun)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var _base_result_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(45256);
/* harmony import */ var _engine_apply_event_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(70447);
/* harmony import */ var _engine_read_event_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(40269);
/* harmony import */ var _engine_run_state_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(75723);
/* harmony import */ var _git_references_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(18636);
/* harmony import */ var _git_recover_landing_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(70664);
/* harmony import */ var _journal_journal_file_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(75653);
/* harmony import */ var _run_files_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(95653);
/*
 * Begins a run, or takes up the one that was left.
 *
 * Job: under the repository lock, bring journal, state and checkout to a point from which the loop can go on. Not its job:
 * finding definitions, showing anything. Invariant: S1  A landing that was killed is repaired before anything else happens.
 */










/** Starts a fresh run; an earlier one of the workflow is moved to `runs/`. */
async function startFresh(request) {
    const { files, runId, plan, landing, now } = request;
    const cleared = await putAside(request).catch((error) => unwritableFolder(files, error));
    if (cleared !== null)
        return (0,_base_result_js__WEBPACK_IMPORTED_MODULE_9__/* .err */ ._)(cleared);
    const opened = (0,_journal_journal_file_js__WEBPACK_IMPORTED_MODULE_7__/* .openJournal */ ._0)(files.journal, _engine_read_event_js__WEBPACK_IMPORTED_MODULE_3__/* .readEvent */ .j);
    if (!opened.ok)
        return (0,_base_result_js__WEBPACK_IMPORTED_MODULE_9__/* .err */ ._)(journalProblem(opened.error));
    const { head, branch } = landing.trusted.repository;
    const announce = {
        type: 'run-started',
        at: now(),
        runId,
        workflow: plan.workflow,
        version: plan.version,
        totalSteps: plan.steps.length,
        definition: request.digests,
        base: { commit: head, branch },
        triggeredBy: request.triggeredBy,
        dirty: request.dirty,
        choices: { ...request.choices, land: request.choices.land ?? 'merge' },
    };
    return (0,_base_result_js__WEBPACK_IMPORTED_MODULE_9__.ok)({ state: (0,_engine_run_state_js__WEBPACK_IMPORTED_MODULE_4__/* .initialState */ .ue)(plan), journal: opened.value.journal, announce, tornBytes: 0 });
}
/** Makes room for a new run: the files of the last one go to `runs/`. null when there is room. */
async function putAside({ files, runId, landing }) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)(files.folder, { recursive: true });
    if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(files.journal))
        return null;
    const earlier = (0,_journal_journal_file_js__WEBPACK_IMPORTED_MODULE_7__/* .readJournal */ .a0)(files.journal, _engine_read_event_js__WEBPACK_IMPORTED_MODULE_3__/* .readEvent */ .j);
    const events = earlier.ok ? earlier.value.events : [];
    const repaired = await repairLanding(landing, events);
    if (repaired !== null)
        return repaired;
    const earlierId = runIdOf(events);
    if (earlierId !== null && hasLanded(events))
        await forgetRun(landing, earlierId);
    await (0,_run_files_js__WEBPACK_IMPORTED_MODULE_8__/* .archiveRun */ .g)(files, earlierId ?? `before-${runId}`);
    return null;
}
function unwritableFolder({ folder }, error) {
    if (!(error instanceof Error && 'code' in error))
        throw error;
    return {
        code: 'state-unwritable',
        message: `the files of the run cannot be written in ${folder}: ${String(error.code)}`,
        help: 'check the permissions of that folder and the space on its disk',
        exitCode: 1,
    };
}
/** Opens the last run of the workflow, with a killed landing repaired. */
async function openLastRun({ plan, files, landing }) {
    if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(files.journal))
        return (0,_base_result_js__WEBPACK_IMPORTED_MODULE_9__.ok)(null);
    const opened = (0,_journal_journal_file_js__WEBPACK_IMPORTED_MODULE_7__/* .openJournal */ ._0)(files.journal, _engine_read_event_js__WEBPACK_IMPORTED_MODULE_3__/* .readEvent */ .j);
    if (!opened.ok)
        return (0,_base_result_js__WEBPACK_IMPORTED_MODULE_9__/* .err */ ._)(journalProblem(opened.error));
    const { journal, events, torn } = opened.value;
    if (events[0]?.type !== 'run-started') {
        journal.close();
        return (0,_base_result_js__WEBPACK_IMPORTED_MODULE_9__.ok)(null);
    }
    const repaired = await repairLanding(landing, events);
    if (repaired === null)
        return (0,_base_result_js__WEBPACK_IMPORTED_MODULE_9__.ok)({ state: (0,_engine_apply_event_js__WEBPACK_IMPORTED_MODULE_2__/* .foldEvents */ .v)(plan, events), journal, events, tornBytes: torn });
    journal.close();
    return (0,_base_result_js__WEBPACK_IMPORTED_MODULE_9__/* .err */ ._)(repaired);
}
/** Goes on with the last run. Definitions that have changed since stop it, unless they are accepted. */
function resumeRun(last, request, acceptChanges) {
    const { state, journal, tornBytes } = last;
    const { choices: before } = state;
    const changed = changedFiles(state.definition, request.digests);
    if (changed.length > 0 && !acceptChanges)
        return (0,_base_result_js__WEBPACK_IMPORTED_MODULE_9__/* .err */ ._)(changedProblem(changed));
    const { choices } = request;
    const announce = {
        type: 'run-resumed',
        at: request.now(),
        definition: changed.length > 0 ? request.digests : null,
        choices: {
            land: choices.land ?? before.land,
            phase: choices.phase,
            skip: [...new Set([...before.skip, ...choices.skip])],
            maxConcurrent: choices.maxConcurrent ?? before.maxConcurrent,
            budgetUsd: choices.budgetUsd ?? before.budgetUsd,
            agentBackend: choices.agentBackend ?? before.agentBackend,
            ...(choices.job === undefined ? {} : { job: choices.job }),
        },
    };
    return (0,_base_result_js__WEBPACK_IMPORTED_MODULE_9__.ok)({ state, journal, announce, tornBytes });
}
/** The commit that the run was at when that step had completed; a problem when it has not. */
function checkpointOf(last, plan, step) {
    if ((0,_engine_run_state_js__WEBPACK_IMPORTED_MODULE_4__/* .stepState */ .QP)(last.state, step).status === 'completed') {
        const rolledBack = { type: 'rolled-back', at: 0, step, revertCommit: null };
        return (0,_base_result_js__WEBPACK_IMPORTED_MODULE_9__.ok)((0,_engine_apply_event_js__WEBPACK_IMPORTED_MODULE_2__/* .foldEvents */ .v)(plan, [...last.events, rolledBack]));
    }
    const done = [...last.state.steps.values()].filter(({ status }) => status === 'completed');
    const list = done.map(({ step: { number, id } }) => `${number} (${id})`).join(', ');
    return (0,_base_result_js__WEBPACK_IMPORTED_MODULE_9__/* .err */ ._)({
        code: 'no-such-checkpoint',
        message: `step '${step}' has not completed, so there is no checkpoint to go back to`,
        help: done.length === 0 ? 'the run has no checkpoint yet' : `checkpoints: ${list}`,
        exitCode: 2,
    });
}
/**
 * Repairs what a dead run of another workflow left of its landing, so that its half does not look like changes of the
 * user's. null when there is nothing, or it is repaired; its journal is only read, the checks are the same at its own resume.
 */
async function repairLandingOf(runId, files, landing) {
    if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(files.journal))
        return null;
    const read = (0,_journal_journal_file_js__WEBPACK_IMPORTED_MODULE_7__/* .readJournal */ .a0)(files.journal, _engine_read_event_js__WEBPACK_IMPORTED_MODULE_3__/* .readEvent */ .j);
    if (!read.ok || runIdOf(read.value.events) !== runId)
        return null;
    return repairLanding(landing, read.value.events);
}
/** null when nothing was left half-way, or it could be repaired. */
async function repairLanding(landing, events) {
    const started = pendingLanding(events);
    if (started === null)
        return null;
    const recovered = await (0,_git_recover_landing_js__WEBPACK_IMPORTED_MODULE_6__/* .recoverLanding */ .G)(landing, { from: started.from, to: started.to, startedAtMs: started.at });
    if (!recovered.ok) {
        return {
            code: 'landing-not-repaired',
            message: 'the last run was killed while it landed, and git cannot repair that',
            help: JSON.stringify(recovered.error),
            exitCode: 1,
        };
    }
    const { value } = recovered;
    if (value.kind !== 'refused' && value.kind !== 'locked')
        return null;
    const what = value.kind === 'refused' ? value.paths : value.locks;
    return {
        code: 'landing-not-repaired',
        message: `the last run was killed while it landed, and these files were changed since: ${what.slice(0, 10).join(', ')}`,
        help: `nothing was touched; the result is commit ${started.to}. Put the files in order (git status), then run again`,
        exitCode: 1,
    };
}
function hasLanded(events) {
    const last = events.at(-1);
    return last?.type === 'run-ended' && last.status === 'completed';
}
/** The refs of a run that has landed: its commits are in the user's history. Those of any other run stay, they are paid for. */
async function forgetRun({ git, trusted }, runId) {
    const found = await (0,_git_references_js__WEBPACK_IMPORTED_MODULE_5__/* .listReferences */ .Xo)(git, trusted.repository, `${_git_references_js__WEBPACK_IMPORTED_MODULE_5__/* .REFERENCE_ROOT */ .jG}/${runId}`);
    if (!found.ok || found.value.size === 0)
        return;
    await (0,_git_references_js__WEBPACK_IMPORTED_MODULE_5__/* .updateReferences */ .s8)(git, trusted.repository, [...found.value.keys()].map((name) => ({ name, to: null })));
}
function pendingLanding(events) {
    const event = events.findLast(({ type }) => ['landing-started', 'landed', 'run-ended', 'rolled-back'].includes(type));
    return event?.type === 'landing-started' ? event : null;
}
function runIdOf(events) {
    const [first] = events;
    const id = first?.type === 'run-started' ? first.runId : '';
    return /^[A-Za-z0-9][A-Za-z0-9-]{0,63}$/.test(id) ? id : null;
}
function changedFiles(before, now) {
    const files = new Set([...Object.keys(before), ...Object.keys(now)]);
    return [...files].filter((file) => before[file] !== now[file]).sort();
}
function changedProblem(changed) {
    return {
        code: 'definition-changed',
        message: `these files have changed since the run started: ${changed.join(', ')}`,
        help: 'go on with them as they are now: --resume --accept-changes; or begin anew without --resume',
        exitCode: 2,
    };
}
function journalProblem({ reason, path, line, offset, expected, found }) {
    const where = reason === 'file' ? path : `${path}:${line} (byte ${offset})`;
    return {
        code: `journal-${reason}`,
        message: `the journal cannot be used: ${where}: expected ${expected}, found ${found}`,
        help: 'nothing was changed; run without --resume to begin anew (the damaged journal is kept under runs/)',
        exitCode: 1,
    };
}


/***/ }),

/***/ 98066:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ WorkspaceShelf)
/* harmony export */ });
/* harmony import */ var _base_result_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45256);

/**
 * Lends workspaces: one user at a time, preferably one that is already at the wanted commit, so that sequential steps go on
 * in the same folder and nothing is checked out twice.
 */
class WorkspaceShelf {
    #pool;
    #prefix;
    #idle = [];
    #made = 0;
    /** `prefix` names the workspaces on disk: `<prefix>1`, `<prefix>2`, …; two shelves of one pool need two prefixes. */
    constructor(pool, prefix) {
        this.#pool = pool;
        this.#prefix = prefix;
    }
    /** A workspace with exactly that commit in it, for the caller alone until it is released. */
    async acquire(commit) {
        const workspace = this.#take(commit) ?? (await this.#pool.workspace(`${this.#prefix}${++this.#made}`));
        const ready = await workspace.checkout(commit);
        if (ready.ok)
            return (0,_base_result_js__WEBPACK_IMPORTED_MODULE_0__.ok)(workspace);
        this.release(workspace);
        return ready;
    }
    release(workspace) {
        this.#idle.push(workspace);
    }
    #take(commit) {
        const at = this.#idle.findIndex((workspace) => workspace.commitId === commit);
        return this.#idle.splice(Math.max(at, 0), 1)[0];
    }
}


/***/ }),

/***/ 66485:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ runShell),
/* harmony export */   _: () => (/* binding */ commandFailure)
/* harmony export */ });
/**
 * Runs a command of the definition by `sh -e -c` in the workspace: several lines stop at the first that fails. Its whole
 * process tree is over when this resolves.
 */
function runShell(command, { dir, timeoutMs, signal, onOutput, tools }) {
    return tools.runProcess({
        argv: [tools.sh, '-e', '-c', command],
        cwd: dir,
        env: tools.env,
        signal,
        onOutput,
        reapTree: true,
        keepBytes: 64 * 1024,
        ...(timeoutMs === null ? {} : { timeoutMs }),
    });
}
/** Why a command did not succeed; null when it did. */
function commandFailure(command, result, timeoutMs) {
    switch (result.end) {
        case 'timed-out':
            return { reason: 'timed-out', limitMs: timeoutMs ?? result.durationMs };
        case 'cancelled':
            return { reason: 'cancelled' };
        case 'not-found':
            return { reason: 'program-missing', program: 'sh', help: 'a POSIX shell is needed on PATH' };
        case 'not-started':
            return { reason: 'not-started', command, error: result.startError ?? 'unknown' };
        case 'exited': {
            const { exitCode, signal, outputTail } = result;
            return exitCode === 0 ? null : { reason: 'command-failed', command, exitCode, signal, outputTail };
        }
    }
}


/***/ })

};
