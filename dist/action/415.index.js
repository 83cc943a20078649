export const id = 415;
export const ids = [415,707];
export const modules = {

/***/ 3547:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ unreachable)
/* harmony export */ });
/** Ends a switch over a union: a new member that is not handled fails to compile. Throws when reached all the same. */
function unreachable(value) {
    throw new Error(`unreachable case: ${JSON.stringify(value)}`);
}


/***/ }),

/***/ 75723:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   QP: () => (/* binding */ stepState),
/* harmony export */   Qo: () => (/* binding */ headCommit),
/* harmony export */   Rm: () => (/* binding */ groupState),
/* harmony export */   ue: () => (/* binding */ initialState)
/* harmony export */ });
const NO_CHOICES = {
    land: 'merge',
    phase: null,
    skip: [],
    maxConcurrent: null,
    budgetUsd: null,
    agentBackend: null,
};
/** The state of a plan before its first event. */
function initialState(plan) {
    return {
        plan,
        runId: '',
        status: 'running',
        base: { commit: '', branch: null },
        choices: NO_CHOICES,
        triggeredBy: '',
        definition: {},
        startedAt: 0,
        updatedAt: 0,
        endedAt: null,
        pause: null,
        failure: null,
        steps: new Map(plan.steps.map((step) => [step.id, initialStep(step)])),
        groups: new Map([...plan.groups].map(([path, group]) => [path, initialGroup(group)])),
        endedSteps: 0,
        currentStep: 0,
        costUsd: 0,
        attemptsOfUnknownCost: 0,
        validated: null,
        afterHooks: null,
        landing: null,
        landed: null,
    };
}
function initialStep(step) {
    return {
        step,
        status: 'pending',
        attempt: 0,
        failures: 0,
        result: null,
        failure: null,
        skipped: null,
        startedAt: null,
        endedAt: null,
        retryAt: null,
        costUsd: null,
        tokens: null,
        conflict: null,
    };
}
function initialGroup(group) {
    return {
        group,
        status: 'pending',
        base: null,
        head: null,
        next: 0,
        active: new Set(),
        settled: new Set(),
        failed: false,
        failure: null,
        mergeNext: 0,
        endedAt: null,
    };
}
/** The state of a step of this plan. Throws for a step of another plan: a bug of ours. */
function stepState(state, id) {
    const found = state.steps.get(id);
    if (found === undefined)
        throw new Error(`no step ${id} in the plan`);
    return found;
}
/** The state of a group of this plan. Throws for a group of another plan: a bug of ours. */
function groupState(state, path) {
    const found = state.groups.get(path);
    if (found === undefined)
        throw new Error(`no group '${path}' in the plan`);
    return found;
}
/**
 * The commit with everything that is done and merged so far: that of the innermost group which has started and is not over.
 * A group that was left behind (a failed one, after which others ran) does not count: nothing builds on it.
 */
function headCommit(state) {
    let commit = state.base.commit;
    let group = groupState(state, '');
    while (group !== undefined) {
        commit = group.head ?? commit;
        group = group.status === 'completed' ? undefined : unfinishedOn(state, group.group, commit);
    }
    return commit;
}
/** The child of a sequential group that has begun at its head and is not over. */
function unfinishedOn(state, group, head) {
    if (group.type === 'parallel')
        return undefined;
    const begun = group.children.flatMap((child) => (child.node === 'group' ? [groupState(state, child.path)] : []));
    return begun.findLast(({ group: child, status, base }) => base === head && status !== 'completed' && !(status === 'failed' && child.continueOnError));
}


/***/ }),

/***/ 13654:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ appendFully)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);

/**
 * Writes all bytes to an open file, at `position` or at the file's own place. One write may be short without an error
 * (a full disk, a limit, a signal), so it is repeated. Throws the system's error; what was written until then stays.
 */
function appendFully(fd, bytes, position = null) {
    for (let written = 0; written < bytes.length;) {
        const at = position === null ? null : position + written;
        written += (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeSync)(fd, bytes, written, bytes.length - written, at);
    }
}


/***/ }),

/***/ 79497:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Yw: () => (/* binding */ syncFolder),
/* harmony export */   Zf: () => (/* binding */ writeFileAtomic),
/* harmony export */   tW: () => (/* binding */ writeProjection)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _base_result_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(45256);
/* harmony import */ var _append_fully_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(13654);
/* harmony import */ var _trouble_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(24232);






/**
 * Replaces a file so that a reader, and a crash at any point, sees the old text or the new one, and so that it survives a
 * power cut once this returns. Never writes through a symbolic link; the folder must exist. A crash may leave
 * `.<name>.<random>.tmp` beside it.
 */
function writeFileAtomic(path, content) {
    return replaceFile(path, content, true);
}
/** The same without the two syncs, for files that can be made again: a power cut may bring back an older text or an empty one. */
function writeProjection(path, content) {
    return replaceFile(path, content, false);
}
/** Makes what was created, renamed or removed in a folder survive a power cut. Throws the system's error. */
function syncFolder(folder) {
    const fd = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.openSync)(folder, node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.O_RDONLY | node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.O_DIRECTORY);
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.fsyncSync)(fd);
    }
    finally {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.closeSync)(fd);
    }
}
function replaceFile(path, content, durable) {
    const kind = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.lstatSync)(path, { throwIfNoEntry: false });
    if (kind?.isSymbolicLink() === true)
        return (0,_base_result_js__WEBPACK_IMPORTED_MODULE_4__/* .err */ ._)({ reason: 'symlink', path, code: 'ELOOP' });
    if (kind !== undefined && !kind.isFile())
        return (0,_base_result_js__WEBPACK_IMPORTED_MODULE_4__/* .err */ ._)({ reason: 'wrong-kind', path, code: 'EISDIR' });
    const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(path);
    const temporary = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, `.${(0,node_path__WEBPACK_IMPORTED_MODULE_2__.basename)(path)}.${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(8).toString('hex')}.tmp`);
    try {
        writeNew(temporary, Buffer.from(content), durable);
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.renameSync)(temporary, path);
        if (durable)
            syncFolder(folder);
        return (0,_base_result_js__WEBPACK_IMPORTED_MODULE_4__.ok)(undefined);
    }
    catch (error) {
        remove(temporary);
        return (0,_base_result_js__WEBPACK_IMPORTED_MODULE_4__/* .err */ ._)((0,_trouble_js__WEBPACK_IMPORTED_MODULE_5__/* .fileTrouble */ .A)(error, path));
    }
}
function writeNew(path, bytes, durable) {
    const flags = node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.O_WRONLY | node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.O_CREAT | node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.O_EXCL | node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.O_NOFOLLOW;
    const fd = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.openSync)(path, flags, 0o644);
    try {
        (0,_append_fully_js__WEBPACK_IMPORTED_MODULE_3__/* .appendFully */ .B)(fd, bytes);
        if (durable)
            (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.fsyncSync)(fd);
    }
    finally {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.closeSync)(fd);
    }
}
function remove(path) {
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.unlinkSync)(path);
    }
    catch {
        // It was renamed already, or never made; the trouble that brought us here is the one to tell.
    }
}


/***/ }),

/***/ 41415:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   reportJob: () => (/* binding */ reportJob)
/* harmony export */ });
/* harmony import */ var _runner_run_files_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(95653);
/* harmony import */ var _storage_metrics_cache_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(15019);
/* harmony import */ var _review_report_command_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(18553);
/* harmony import */ var _review_run_history_file_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(23599);




/** `report`: brings back what earlier workflow runs have counted, and shows the review. Resolves with the exit code. */
async function reportJob(inputs, world) {
    const { output, cwd } = world;
    try {
        await (0,_storage_metrics_cache_js__WEBPACK_IMPORTED_MODULE_1__/* .restoreMetrics */ .m)([(0,_runner_run_files_js__WEBPACK_IMPORTED_MODULE_0__/* .runFiles */ .N)(cwd, 'none').metrics, (0,_review_run_history_file_js__WEBPACK_IMPORTED_MODULE_3__/* .historyFile */ .p2)(cwd)], world);
    }
    catch (error) {
        output.notice(`metrics could not be restored: ${error instanceof Error ? error.message : String(error)}`);
    }
    const issues = inputs.issue ? await issuesOf(world) : null;
    return (0,_review_report_command_js__WEBPACK_IMPORTED_MODULE_2__/* .report */ .z)({ since: inputs.since, workflow: inputs.workflow, issues }, world);
}
async function issuesOf({ facts, token, sleep, now, signal }) {
    const [{ openRest }, { openReviewIssues }] = await Promise.all([
        __webpack_require__.e(/* import() */ 978).then(__webpack_require__.bind(__webpack_require__, 38978)),
        __webpack_require__.e(/* import() */ 459).then(__webpack_require__.bind(__webpack_require__, 22459)),
    ]);
    const { owner, repo, apiUrl } = facts;
    return openReviewIssues(await openRest({ owner, repo, apiUrl, token, sleep, now, signal }));
}


/***/ }),

/***/ 18553:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  a: () => (/* binding */ REVIEW_MARKER),
  z: () => (/* binding */ report)
});

// EXTERNAL MODULE: ./.cache/build/lib/base/result.js
var result = __webpack_require__(45256);
// EXTERNAL MODULE: ./.cache/build/lib/commands/workflow-folder.js + 1 modules
var workflow_folder = __webpack_require__(37518);
// EXTERNAL MODULE: ./.cache/build/lib/commands/world.js
var commands_world = __webpack_require__(99974);
// EXTERNAL MODULE: ./.cache/build/lib/report/metrics-schema.js
var metrics_schema = __webpack_require__(53707);
// EXTERNAL MODULE: ./.cache/build/lib/report/cut-markdown.js
var cut_markdown = __webpack_require__(42454);
// EXTERNAL MODULE: ./.cache/build/lib/report/duration-text.js
var duration_text = __webpack_require__(67910);
// EXTERNAL MODULE: ./.cache/build/lib/report/markdown-text.js
var markdown_text = __webpack_require__(677);
// EXTERNAL MODULE: ./.cache/build/lib/report/step-label.js
var step_label = __webpack_require__(42493);
// EXTERNAL MODULE: ./.cache/build/lib/report/timestamp.js
var timestamp = __webpack_require__(50450);
;// CONCATENATED MODULE: ./.cache/build/lib/report/review-markdown.js





/** Fits into the body of an issue (65,536 characters) as well as into a job summary. */
const MAX_BYTES = 60_000;
const MAX_ROWS = 200;
const CUT = '_The rest is left out._';
/** The review as markdown, for the job summary and for an issue. */
function renderReview({ from, to, workflows, slowSteps }) {
    const runs = workflows.reduce((sum, one) => sum + one.runs, 0);
    const completed = workflows.reduce((sum, one) => sum + one.completed, 0);
    const costUsd = workflows.reduce((sum, one) => sum + one.costUsd, 0);
    const unknown = workflows.reduce((sum, one) => sum + one.attemptsOfUnknownCost, 0);
    const totals = [
        `${(0,step_label/* counted */.hS)(runs, 'run')}, ${completed} completed`,
        costOf(costUsd, unknown) || 'no cost',
        `${day(from)} to ${day(to)}`,
    ];
    const sections = [
        ['', `## Review of the workflows\n\n${totals.join(' · ')}`],
        ['To look at', marks(workflows)],
        ['Workflows', workflows.length === 0 ? 'No workflow is known here.' : workflowTable(workflows)],
        ['Slow steps', slowSteps.length === 0 ? '' : stepsTable(slowSteps)],
    ];
    const blocks = sections
        .filter(([, text]) => text !== '')
        .map(([title, text]) => (title === '' ? text : `### ${title}\n\n${text}`));
    return (0,cut_markdown/* cutMarkdown */.G)(`${blocks.join('\n\n')}\n`, MAX_BYTES, CUT);
}
function workflowTable(workflows) {
    const rows = workflows
        .slice(0, MAX_ROWS)
        .map((one) => [
        (0,markdown_text.markdownText)(one.name, { maxLength: 80 }),
        String(one.runs),
        one.runs === 0 ? '' : percent(one.completed / one.runs),
        one.medianSeconds === null ? '' : (0,duration_text/* secondsText */.H)(one.medianSeconds),
        one.p95Seconds === null ? '' : (0,duration_text/* secondsText */.H)(one.p95Seconds),
        costOf(one.costUsd, one.attemptsOfUnknownCost),
        one.lastRunAt === null ? 'never' : day(one.lastRunAt),
        one.everSuccessRate === null ? '' : `${one.everRuns}, ${percent(one.everSuccessRate)}`,
    ]);
    const more = workflows.length > MAX_ROWS ? `\n\n… and ${workflows.length - MAX_ROWS} more.` : '';
    const head = ['Workflow', 'Runs', 'Completed', 'Median', '95 % within', 'Cost', 'Last run', 'Ever: runs, completed'];
    return `${(0,markdown_text/* markdownTable */.Q)(head, rows)}${more}`;
}
function stepsTable(steps) {
    const rows = steps.map((one) => [
        (0,markdown_text.markdownText)(one.workflow, { maxLength: 80 }),
        (0,markdown_text.markdownText)(one.step, { maxLength: 80 }),
        (0,duration_text/* secondsText */.H)(one.medianSeconds),
        percent(one.share),
        String(one.runs),
        String(one.retries),
    ]);
    return (0,markdown_text/* markdownTable */.Q)(['Workflow', 'Step', 'Median', 'Of the run', 'Runs', 'Retries'], rows);
}
const WORDS = {
    unused: 'has not run for more than 60 days: marked for removal',
    'never-successful': 'has never completed: marked for removal, or repair it',
    'never-run': 'has not run yet, or its figures are gone',
    'not-defined': 'has figures, but no file any more',
};
function marks(workflows) {
    return workflows
        .flatMap(({ name, mark }) => (mark === null ? [] : [`- ${(0,markdown_text.markdownText)(name, { maxLength: 80 })} ${WORDS[mark]}`]))
        .slice(0, MAX_ROWS)
        .join('\n');
}
function costOf(costUsd, unknown) {
    const known = costUsd > 0 ? (0,step_label/* costText */.rs)(costUsd) : '';
    if (unknown === 0)
        return known;
    return `${known === '' ? '' : `${known}, `}${(0,step_label/* counted */.hS)(unknown, 'attempt')} unknown`;
}
const percent = (share) => `${Math.round(share * 100)} %`;
const day = (ms) => (0,timestamp/* timestamp */.v)(ms).slice(0, 10);

// EXTERNAL MODULE: ./.cache/build/lib/base/diagnostic.js
var diagnostic = __webpack_require__(94942);
;// CONCATENATED MODULE: ./.cache/build/lib/report/review.js

const DAY_MS = 24 * 3600 * 1000;
const UNUSED_MS = 60 * DAY_MS;
const MAX_SLOW_STEPS = 10;
/** The review of a window: success, durations, cost, slow steps, and the workflows that nobody needs. */
function buildReview(sources) {
    const { now, windowMs } = sources;
    const from = now - windowMs;
    const recent = new Map();
    for (const run of sources.history?.runs ?? []) {
        if (Date.parse(run.ended_at) < from || Date.parse(run.ended_at) > now)
            continue;
        recent.set(run.workflow, [...(recent.get(run.workflow) ?? []), run]);
    }
    const sums = newestSums(sources.metrics);
    const names = new Set([...sources.defined, ...sums.keys(), ...recent.keys()]);
    const workflows = [...names]
        .sort(diagnostic/* compareText */.n)
        .map((name) => reviewOf(name, { runs: recent.get(name) ?? [], sums: sums.get(name) ?? null, sources }));
    return { from, to: now, workflows, slowSteps: slowSteps(recent) };
}
/** The smallest value that at least this share (0 to 1) of the values do not exceed; null of none. */
function percentile(values, share) {
    const sorted = [...values].sort((a, b) => a - b);
    return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? null;
}
function reviewOf(name, { runs, sums, sources }) {
    // Paused runs are not over: their durations would make the others look short.
    const seconds = runs.filter(({ status }) => status !== 'paused').map((run) => run.duration_seconds);
    const known = [
        ...runs.map((run) => Date.parse(run.ended_at)),
        ...(sums === null ? [] : [Date.parse(sums.last_execution)]),
    ];
    const lastRunAt = known.length === 0 ? null : Math.max(...known);
    const completed = runs.filter(({ status }) => status === 'completed').length;
    const everRuns = Math.max(sums?.executions ?? 0, runs.length);
    const everCompleted = Math.max(sums?.successes ?? 0, completed);
    const mark = markOf({ isDefined: sources.defined.includes(name), lastRunAt, everCompleted, now: sources.now });
    return {
        name,
        runs: runs.length,
        completed,
        medianSeconds: percentile(seconds, 0.5),
        p95Seconds: percentile(seconds, 0.95),
        costUsd: runs.reduce((sum, run) => sum + run.cost_usd, 0),
        attemptsOfUnknownCost: runs.reduce((sum, run) => sum + run.attempts_of_unknown_cost, 0),
        everRuns,
        everSuccessRate: everRuns === 0 ? null : everCompleted / everRuns,
        lastRunAt,
        mark,
    };
}
function markOf({ isDefined, lastRunAt, everCompleted, now }) {
    if (!isDefined)
        return 'not-defined';
    if (lastRunAt === null)
        return 'never-run';
    if (now - lastRunAt > UNUSED_MS)
        return 'unused';
    return everCompleted === 0 ? 'never-successful' : null;
}
function newestSums(documents) {
    const newest = new Map();
    for (const entry of documents.flatMap(({ workflows }) => workflows)) {
        const known = newest.get(entry.name);
        // Times of this form sort as text.
        if (known === undefined || known.last_execution < entry.last_execution)
            newest.set(entry.name, entry);
    }
    return newest;
}
function slowSteps(recent) {
    const found = [];
    for (const [workflow, runs] of recent) {
        const whole = percentile(runs.map((run) => run.duration_seconds), 0.5) ?? 0;
        const steps = new Map();
        for (const { id, seconds, attempts } of runs.flatMap((run) => run.slowest_steps)) {
            const step = steps.get(id) ?? { seconds: [], retries: 0 };
            step.seconds.push(seconds);
            step.retries += Math.max(0, attempts - 1);
            steps.set(id, step);
        }
        for (const [step, { seconds, retries }] of steps) {
            const medianSeconds = percentile(seconds, 0.5) ?? 0;
            const share = whole === 0 ? 0 : Math.min(1, medianSeconds / whole);
            found.push({ workflow, step, runs: seconds.length, medianSeconds, share, retries });
        }
    }
    return found
        .filter(({ medianSeconds }) => medianSeconds >= 1)
        .sort((a, b) => b.medianSeconds - a.medianSeconds || (0,diagnostic/* compareText */.n)(a.step, b.step))
        .slice(0, MAX_SLOW_STEPS);
}

// EXTERNAL MODULE: ./.cache/build/lib/report/run-history.js
var run_history = __webpack_require__(11390);
// EXTERNAL MODULE: ./.cache/build/lib/runner/run-files.js
var run_files = __webpack_require__(95653);
// EXTERNAL MODULE: ./.cache/build/lib/github/review/run-history-file.js
var run_history_file = __webpack_require__(23599);
// EXTERNAL MODULE: ./.cache/build/lib/github/tell-problem.js
var tell_problem = __webpack_require__(67406);
;// CONCATENATED MODULE: ./.cache/build/lib/github/review/report-command.js










/** In the body of the issue, so that the next review finds it. */
const REVIEW_MARKER = '<!-- workflow-runner:review -->';
const TITLE = 'Review of the workflows';
const MAX_WINDOW_HOURS = 10 * 366 * 24;
/**
 * `report`: the review of what `.claude/workflows/metrics.json` and `run-history.json` of the checkout hold, which the caller has
 * restored, as job summary and as an issue where one is wanted. Resolves with the exit code.
 */
async function report({ since, workflow, issues }, world) {
    const { output, cwd, now } = world;
    const windowMs = parseWindow(since ?? '30d');
    if (!windowMs.ok)
        return (0,tell_problem/* tellProblem */.J)(windowMs.error, output);
    const { metrics } = (0,run_files/* runFiles */.N)(cwd, 'none');
    const sums = (0,run_history_file/* readDocument */.u0)(metrics, metrics_schema.metricsSchema);
    const history = (0,run_history_file/* readDocument */.u0)((0,run_history_file/* historyFile */.p2)(cwd), run_history/* runHistorySchema */.F4);
    for (const [name, { damaged }] of Object.entries({ 'metrics.json': sums, 'run-history.json': history })) {
        if (damaged)
            output.warning(`${name} cannot be read: it is left out of the review`);
    }
    const isMeant = (name) => workflow === null || workflow === name;
    const review = buildReview({
        metrics: sums.value === null
            ? []
            : [{ ...sums.value, workflows: sums.value.workflows.filter((one) => isMeant(one.name)) }],
        history: history.value === null ? null : { runs: history.value.runs.filter((one) => isMeant(one.workflow)) },
        defined: new workflow_folder/* WorkflowFolder */.gf(cwd).names.filter(isMeant),
        now: now(),
        windowMs: windowMs.value,
    });
    const markdown = renderReview(review);
    await output.summary(markdown);
    if (issues === null)
        return commands_world/* EXIT */.d.completed;
    const shown = await showInIssue(markdown, issues);
    if (!shown.ok)
        return (0,tell_problem/* tellProblem */.J)(shown.error, output);
    output.notice(`the review is in issue ${shown.value.number}: ${shown.value.url}`);
    return commands_world/* EXIT */.d.completed;
}
/** `30d`, `4w`, `12h` in milliseconds. */
function parseWindow(text) {
    const [, amount, unit] = /^([1-9]\d{0,5})([dwh])$/.exec(text.trim()) ?? [];
    const hours = Number(amount) * { h: 1, d: 24, w: 7 * 24 }[(unit ?? 'd')];
    if (amount !== undefined && hours <= MAX_WINDOW_HOURS)
        return (0,result.ok)(hours * 3600 * 1000);
    return (0,result/* err */._)({
        code: 'invalid-window',
        message: `the input 'since' is ${JSON.stringify(text.slice(0, 40))}, which is no time span`,
        help: 'Expected a number with h, d or w, at most ten years: 30d, 4w, 12h.',
        exitCode: commands_world/* EXIT */.d.invalid,
    });
}
async function showInIssue(markdown, issues) {
    const body = `${REVIEW_MARKER}\n\n${markdown}`;
    const found = await issues.findIssue(REVIEW_MARKER);
    if (!found.ok)
        return found;
    if (found.value === null)
        return issues.createIssue({ title: TITLE, body });
    return found.value.body === body ? (0,result.ok)(found.value) : issues.updateIssue(found.value.number, { body });
}


/***/ }),

/***/ 23599:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Lu: () => (/* binding */ readHistory),
/* harmony export */   p2: () => (/* binding */ historyFile),
/* harmony export */   u0: () => (/* binding */ readDocument)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _files_read_file_bounded_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(61998);
/* harmony import */ var _report_run_history_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(11390);



const MAX_BYTES = 16 * 1024 * 1024;
/** Where the runs are remembered, beside `metrics.json`. */
function historyFile(root) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(root, '.claude', 'workflows', 'run-history.json');
}
/** The history in `file`; null when there is none or it is damaged. */
function readHistory(file) {
    return readDocument(file, _report_run_history_js__WEBPACK_IMPORTED_MODULE_2__/* .runHistorySchema */ .F4).value;
}
/** A JSON document that anybody may have written; `damaged` when it is there and not what the schema says. */
function readDocument(file, schema) {
    const bytes = (0,_files_read_file_bounded_js__WEBPACK_IMPORTED_MODULE_1__/* .readFileBounded */ .Y)(file, MAX_BYTES);
    if (!bytes.ok)
        return { value: null, damaged: bytes.error.reason !== 'missing' };
    try {
        const parsed = schema.safeParse(JSON.parse(bytes.value.toString('utf8')));
        return parsed.success ? { value: parsed.data, damaged: false } : { value: null, damaged: true };
    }
    catch {
        return { value: null, damaged: true };
    }
}


/***/ }),

/***/ 15019:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  m: () => (/* binding */ restoreMetrics),
  j: () => (/* binding */ saveMetrics)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./.cache/build/lib/files/read-file-bounded.js
var read_file_bounded = __webpack_require__(61998);
// EXTERNAL MODULE: ./.cache/build/lib/files/write-file-atomic.js
var write_file_atomic = __webpack_require__(79497);
;// CONCATENATED MODULE: ./.cache/build/lib/github/storage/cache-store.js


/** Below the workspace: the cache service knows an entry by the words of its paths, so they must be the same on all machines. */
const SCRATCH = '.workflow-runner-cache';
const DOWNLOAD_MS = 60_000;
function openCacheStore(deps) {
    return {
        restore: async (request) => {
            try {
                return await restore(deps, request);
            }
            catch (error) {
                return { kind: 'unavailable', detail: wordsOf(error) };
            }
        },
        save: async (request) => {
            try {
                return await save(deps, request);
            }
            catch (error) {
                return { kind: 'not-saved', detail: wordsOf(error) };
            }
            finally {
                await (0,promises_.rm)((0,external_node_path_.join)(deps.workspace, SCRATCH), { recursive: true, force: true }).catch(() => undefined);
            }
        },
    };
}
/**
 * The client unpacks with `tar -P` (@actions/cache 6.3.0, tar.js), which writes wherever an archive says. So tar is told, by
 * its own TAR_OPTIONS, to write nothing and to give the content of each file to a program of ours, which keeps the wanted ones.
 */
async function restore(deps, request) {
    const { environment, temp } = deps;
    const { entry, key, prefixes, folder, allowed } = request;
    const keeper = (0,external_node_path_.join)(temp, `workflow-runner-cache-${entry}`);
    if (![keeper, folder].every((path) => /^[A-Za-z0-9_./+-]+$/.test(path))) {
        return { kind: 'unavailable', detail: `${keeper} has characters that tar cannot be given` };
    }
    await (0,promises_.mkdir)(folder, { recursive: true });
    await (0,promises_.writeFile)(keeper, keeperScript(request), { mode: 0o700 });
    const before = environment['TAR_OPTIONS'];
    environment['TAR_OPTIONS'] = `--to-command=${keeper}`;
    try {
        const { restoreCache } = await Promise.all(/* import() */[__webpack_require__.e(119), __webpack_require__.e(371), __webpack_require__.e(872)]).then(__webpack_require__.bind(__webpack_require__, 63872));
        const options = { timeoutInMs: DOWNLOAD_MS, segmentTimeoutInMs: DOWNLOAD_MS };
        const found = await restoreCache([pathOf(entry)], key, [...prefixes], options);
        if (found === undefined)
            return { kind: 'miss' };
        const names = await keptNames(folder, allowed);
        return names.length === 0 ? { kind: 'miss' } : { kind: 'restored', key: found, names };
    }
    finally {
        if (before === undefined)
            delete environment['TAR_OPTIONS'];
        else
            environment['TAR_OPTIONS'] = before;
        await (0,promises_.rm)(keeper, { force: true });
    }
}
/** See "--to-command" in the manual of GNU tar: the name is in TAR_FILENAME, the content is the input. */
function keeperScript({ entry, folder, allowed }) {
    const cases = [...allowed].map(([name, limit]) => `  '${pathOf(entry)}/${name}') head -c ${limit + 1} > '${(0,external_node_path_.join)(folder, name)}' ;;`);
    return ['#!/bin/sh', 'case "$TAR_FILENAME" in', ...cases, 'esac', 'exec cat > /dev/null', ''].join('\n');
}
/** What is larger than allowed goes. */
async function keptNames(folder, allowed) {
    const names = [];
    for (const name of await (0,promises_.readdir)(folder)) {
        const { size } = await (0,promises_.lstat)((0,external_node_path_.join)(folder, name));
        if (size <= (allowed.get(name) ?? -1))
            names.push(name);
        else
            await (0,promises_.rm)((0,external_node_path_.join)(folder, name));
    }
    return names;
}
async function save({ workspace }, { entry, key, files }) {
    const scratch = (0,external_node_path_.join)(workspace, SCRATCH);
    const there = await (0,promises_.lstat)(scratch).catch(() => null);
    if (there !== null && !there.isDirectory())
        return { kind: 'not-saved', detail: `${SCRATCH} is in the way` };
    await (0,promises_.rm)(scratch, { recursive: true, force: true });
    const folder = (0,external_node_path_.join)(workspace, pathOf(entry));
    await (0,promises_.mkdir)(folder, { recursive: true });
    for (const file of files)
        await (0,promises_.copyFile)(file, (0,external_node_path_.join)(folder, file.slice((0,external_node_path_.dirname)(file).length + 1)));
    const { saveCache } = await Promise.all(/* import() */[__webpack_require__.e(119), __webpack_require__.e(371), __webpack_require__.e(872)]).then(__webpack_require__.bind(__webpack_require__, 63872));
    const id = await saveCache([pathOf(entry)], key);
    return id > 0
        ? { kind: 'saved' }
        : { kind: 'not-saved', detail: 'it exists already, or the service did not take it' };
}
function pathOf(entry) {
    return `${SCRATCH}/${entry}`;
}
function wordsOf(error) {
    return (error instanceof Error ? error.message : String(error)).replace(/\s+/g, ' ').slice(0, 500);
}

;// CONCATENATED MODULE: ./.cache/build/lib/github/storage/metrics-cache.js





const ENTRY = 'metrics';
const PREFIX = 'workflow-runner-metrics-';
const MOST_BYTES = 16 * 1024 * 1024;
/**
 * Brings back what earlier workflow runs have counted: the files (absolute paths, of different names) are then the newest that
 * the cache has. A miss leaves them as they are. Whether their content is ours is looked at by who reads it.
 */
async function restoreMetrics(files, world) {
    const folder = (0,external_node_path_.join)(world.facts.temp, 'workflow-runner-metrics');
    await (0,promises_.rm)(folder, { recursive: true, force: true });
    const allowed = new Map(files.map((file) => [(0,external_node_path_.basename)(file), MOST_BYTES]));
    const restored = await storeOf(world).restore({
        entry: ENTRY,
        key: keyOf(world),
        prefixes: [PREFIX],
        folder,
        allowed,
    });
    for (const file of restored.kind === 'restored' ? files : []) {
        const content = (0,read_file_bounded/* readFileBounded */.Y)((0,external_node_path_.join)(folder, (0,external_node_path_.basename)(file)), MOST_BYTES);
        await (0,promises_.mkdir)((0,external_node_path_.dirname)(file), { recursive: true });
        if (content.ok)
            (0,write_file_atomic/* writeFileAtomic */.Zf)(file, content.value);
    }
    await (0,promises_.rm)(folder, { recursive: true, force: true });
}
/** Leaves the files for later workflow runs. */
async function saveMetrics(files, world) {
    await storeOf(world).save({ entry: ENTRY, key: keyOf(world), files });
}
function storeOf({ facts, env }) {
    // The only place where the environment is more than read: the client of the cache starts tar with it.
    const environment = env;
    return openCacheStore({ workspace: facts.workspace, temp: facts.temp, environment });
}
/** An entry is never changed, so every job that counts has one of its own. */
function keyOf({ facts: { runId, attempt, job } }) {
    return `${PREFIX}${runId}-${attempt}-${job}`;
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

/***/ 53707:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   metricsSchema: () => (/* binding */ metricsSchema)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(96723);
/* harmony import */ var _state_schema_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(72267);


const rate = zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().min(0).max(1).describe('Share that succeeded, 0 to 1, two digits.');
const average = zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr().nonnegative().describe('Average duration, whole seconds.');
const agentCountsSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    invocations: zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr().nonnegative(),
    successes: zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr().nonnegative(),
    total_duration_seconds: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().nonnegative(),
});
const metricsSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    workflows: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
        name: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().describe('Name of the workflow.'),
        executions: zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr().nonnegative().describe('Runs; a run that was resumed counts once.'),
        success_rate: rate,
        avg_duration_seconds: average,
        last_execution: _state_schema_js__WEBPACK_IMPORTED_MODULE_0__/* .timeSchema */ .R.describe('When a run of it last ended, UTC.'),
        successes: zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr().nonnegative().describe('Runs that completed.'),
        total_duration_seconds: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().nonnegative().describe('Sum of the durations of all runs, seconds.'),
        last_run: zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
            run_id: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
            succeeded: zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY(),
            duration_seconds: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().nonnegative(),
            agents: zod__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), agentCountsSchema),
        })
            .describe('What the last run added to the sums, to be taken out again when it is resumed and ends once more.'),
    }))
        .describe('Every workflow that ran, by name.'),
    agents: zod__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
        invocations: zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr().nonnegative().describe('Steps that it did.'),
        success_rate: rate,
        avg_duration_seconds: average,
        successes: zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr().nonnegative().describe('Steps that completed.'),
        total_duration_seconds: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().nonnegative().describe('Sum of the durations, seconds.'),
    }))
        .describe('Every agent that ran, by name.'),
})
    .meta({ title: 'workflow-runner metrics', description: 'Figures of all workflows: .claude/workflows/metrics.json.' });


/***/ }),

/***/ 11390:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F4: () => (/* binding */ runHistorySchema),
/* harmony export */   On: () => (/* binding */ recordOfRun),
/* harmony export */   Pc: () => (/* binding */ addToHistory)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(96723);
/* harmony import */ var _state_document_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(25065);
/* harmony import */ var _state_schema_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(72267);
/* harmony import */ var _timestamp_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(50450);
/** What the weekly review needs to know of each run beside the sums of `metrics.json`: one entry per run, bounded in every direction. */




const MAX_RUNS = 500;
/** The slowest steps of a run; the others are not worth a look. */
const MAX_STEPS = 30;
const stepSchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    id: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().max(300),
    seconds: zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig().nonnegative(),
    attempts: zod__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr().nonnegative(),
});
const runSchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    run_id: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().max(100),
    workflow: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().max(300),
    status: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(['completed', 'failed', 'paused']),
    ended_at: _state_schema_js__WEBPACK_IMPORTED_MODULE_1__/* .timeSchema */ .R,
    duration_seconds: zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig().nonnegative(),
    cost_usd: zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig().nonnegative(),
    attempts_of_unknown_cost: zod__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr().nonnegative(),
    slowest_steps: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(stepSchema).max(MAX_STEPS),
});
const runHistorySchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({ runs: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(runSchema).max(MAX_RUNS) });
/** What is kept of a run that has ended, for good or for now; null while it runs. */
function recordOfRun(state) {
    const { status, runId, startedAt, updatedAt, endedAt } = state;
    if (status === 'running')
        return null;
    const steps = [...state.steps.values()].flatMap(({ step, attempt, startedAt: from, endedAt: to }) => from === null || to === null
        ? []
        : [{ id: step.id.slice(0, 300), seconds: (0,_timestamp_js__WEBPACK_IMPORTED_MODULE_3__/* .secondsBetween */ .O)(from, to), attempts: attempt }]);
    return {
        run_id: runId.slice(0, 100),
        workflow: state.plan.workflow.slice(0, 300),
        status,
        ended_at: (0,_timestamp_js__WEBPACK_IMPORTED_MODULE_3__/* .timestamp */ .v)(endedAt ?? updatedAt),
        duration_seconds: (0,_timestamp_js__WEBPACK_IMPORTED_MODULE_3__/* .secondsBetween */ .O)(startedAt, endedAt ?? updatedAt),
        cost_usd: (0,_state_document_js__WEBPACK_IMPORTED_MODULE_0__/* .roundCost */ .e)(state.costUsd),
        attempts_of_unknown_cost: state.attemptsOfUnknownCost,
        slowest_steps: steps.sort((a, b) => b.seconds - a.seconds).slice(0, MAX_STEPS),
    };
}
/** The history with this run in it. A run that ends again after a resume replaces what it was; the oldest go when there are too many. */
function addToHistory(history, record) {
    const others = (history?.runs ?? []).filter(({ run_id, workflow }) => run_id !== record.run_id || workflow !== record.workflow);
    return { runs: [...others, record].slice(-MAX_RUNS) };
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

/***/ 72267:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ timeSchema)
/* harmony export */ });
/* unused harmony export stateSchema */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(96723);

/** A time in UTC, whole seconds. */
const timeSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
const stateSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    workflow: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().describe('Name of the workflow.'),
    version: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().describe('Version of the workflow, semantic versioning.'),
    status: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['running', 'completed', 'failed', 'paused'])
        .describe('What the run was doing when this file was written. A killed run still says running: `workflow-runner status` tells.'),
    started_at: timeSchema.describe('When the run started, UTC.'),
    updated_at: timeSchema.describe('When something last happened in the run, UTC.'),
    completed_at: timeSchema.nullable().describe('When the run ended, completed or failed, UTC; null before.'),
    current_step: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().nonnegative().describe('Number of the step that started last; 0 before the first.'),
    total_steps: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().nonnegative().describe('Steps of the plan, nested workflows expanded.'),
    errors: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
        step: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().positive().nullable().describe('Number of the step; null for a phase or the run as a whole.'),
        id: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullable().describe('Id of the step or path of the phase; null for the run as a whole.'),
        reason: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().describe('Stable kebab-case name of the kind of failure.'),
        message: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().describe('What happened, one line.'),
        details: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()).describe('Where and what exactly, line by line.'),
        help: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().describe('What to do about it.'),
        at: timeSchema.describe('When it failed, UTC.'),
    }))
        .describe('What failed and has not been repaired by a later attempt.'),
    metadata: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
        triggered_by: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().describe('What started the run: manual, schedule, …'),
        git_commit: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().describe('The commit that the run started from.'),
        base_branch: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullable().describe('The branch that the run started from; null when HEAD was detached.'),
        definition: zod__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()).describe('SHA-256 of each file that defines the run, by path.'),
    }),
    run_id: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().describe('Id of the run.'),
    paused_because: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['interrupted', 'deadline', 'budget', 'phase-done', 'rolled-back', 'storage'])
        .nullable()
        .describe('Why the run is paused; null when it is not.'),
    ended_steps: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().nonnegative().describe('Steps that completed, failed or were skipped.'),
    cost_usd: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().nonnegative().describe('Known cost of all attempts so far, US dollars.'),
    attempts_of_unknown_cost: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().nonnegative().describe('Attempts of agents that did not say what they cost.'),
    result_commit: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().describe('The commit with everything that is done and merged so far.'),
    landed: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
        commit: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().describe('The commit that landed.'),
        how: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().describe('fast-forward, branch, kept or nothing-to-land.'),
        branch: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullable().describe('The branch that holds it; null for none.'),
    })
        .nullable()
        .describe('How the result came to the user; null before.'),
})
    .meta({
    title: 'workflow-runner state',
    description: 'The state of a run: .claude/workflows/<workflow>/state.json.',
});


/***/ })

};
