export const id = 647;
export const ids = [647];
export const modules = {

/***/ 4647:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runCommand: () => (/* binding */ run_runCommand)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./.cache/build/lib/engine/run-state.js
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

// EXTERNAL MODULE: ./.cache/build/lib/report/describe-failure.js
var describe_failure = __webpack_require__(2742);
// EXTERNAL MODULE: ./.cache/build/lib/report/timestamp.js
var timestamp = __webpack_require__(450);
;// CONCATENATED MODULE: ./.cache/build/lib/report/state-document.js



/** `state.json` of a run: the fields of the seed and ours. Looks at every step once. */
function buildState(state) {
    return {
        workflow: state.plan.workflow,
        version: state.plan.version,
        status: state.status,
        started_at: (0,timestamp/* timestamp */.v)(state.startedAt),
        updated_at: (0,timestamp/* timestamp */.v)(state.updatedAt),
        completed_at: state.endedAt === null ? null : (0,timestamp/* timestamp */.v)(state.endedAt),
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
        result_commit: headCommit(state),
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
    const { title, details, help } = (0,describe_failure/* describeFailure */.I)(failure);
    return {
        step: where.step,
        id: where.id,
        reason: failure.reason,
        message: title,
        details: [...details],
        help,
        at: (0,timestamp/* timestamp */.v)(where.at),
    };
}

// EXTERNAL MODULE: ./.cache/build/lib/report/duration-text.js
var duration_text = __webpack_require__(7910);
// EXTERNAL MODULE: ./.cache/build/lib/base/unreachable.js
var unreachable = __webpack_require__(3547);
// EXTERNAL MODULE: ./.cache/build/lib/report/step-label.js
var step_label = __webpack_require__(2493);
// EXTERNAL MODULE: ./.cache/build/lib/report/text-style.js
var text_style = __webpack_require__(5875);
;// CONCATENATED MODULE: ./.cache/build/lib/report/event-lines.js





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
    constructor({ clean, paint = text_style/* plain */.p }) {
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
        return [`- ${(0,step_label/* stepCount */.qZ)(first, total)} to ${(0,step_label/* stepCount */.qZ)(last, total)} ${count} steps skipped: ${reason}`];
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
                const from = `${(0,step_label/* shortCommit */.Ax)(event.base.commit)}${event.base.branch === null ? '' : ` (${branchName(event.base.branch)})`}`;
                const what = `${event.workflow} ${event.version}, ${(0,step_label/* counted */.hS)(event.totalSteps, 'step')}`;
                return [`run ${event.runId} of ${what}, from ${this.#clean(from)}`, ...dirty];
            }
            case 'run-resumed':
                return [`run ${state.runId} resumed: ${state.endedSteps} of ${(0,step_label/* counted */.hS)(state.plan.steps.length, 'step')} done`];
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
                    : [this.#bad(`${event.hooks} failed: ${(0,describe_failure/* describeFailure */.I)(event.failure).title}`)];
            case 'landing-started':
                return [`landing ${(0,step_label/* shortCommit */.Ax)(event.from)}..${(0,step_label/* shortCommit */.Ax)(event.to)}`];
            case 'landed':
                return [this.#clean(landedText(event, state))];
            case 'rolled-back':
                return [
                    `rolled back to ${event.step}${event.revertCommit === null ? '' : `, reverted by ${(0,step_label/* shortCommit */.Ax)(event.revertCommit)}`}`,
                ];
            case 'run-paused':
                return [this.#paint('warning', `run paused: ${pauseText(event.why)}`)];
            case 'run-ended': {
                const took = (0,duration_text/* durationText */.S)(event.at - state.startedAt);
                if (event.status === 'completed')
                    return [this.#paint('success', `run completed in ${took}`)];
                const why = event.failure === null ? '' : `: ${this.#clean((0,describe_failure/* describeFailure */.I)(event.failure).title)}`;
                return [this.#paint('error', `run failed after ${took}${why}`)];
            }
            default:
                return (0,unreachable/* unreachable */.H)(event);
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
                    : `${(0,step_label/* counted */.hS)(event.filesModified, 'file')}, ${(0,step_label/* shortCommit */.Ax)(event.commit)}`;
                const cost = event.costUsd === null ? '' : `, ${(0,step_label/* costText */.rs)(event.costUsd)}`;
                return [this.#step(step, state, ['✓', `completed${this.#took(event)}, ${files}${cost}`])];
            }
            case 'step-failed': {
                const { title, help } = (0,describe_failure/* describeFailure */.I)(event.failure);
                const took = this.#took(event, ' after');
                if (event.retryAt !== null) {
                    const wait = (0,duration_text/* durationText */.S)(event.retryAt - event.at);
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
                return [this.#paint('bold', `${name}: ${(0,step_label/* counted */.hS)(group.children.length, 'step')}, ${group.type}${side}`)];
            }
            case 'group-skipped':
                return [`- ${name} skipped: ${skipText(event.why)}`];
            case 'group-merged':
                return [`${name}: results merged in file order, ${(0,step_label/* shortCommit */.Ax)(event.commit)}`];
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
        const { title, details } = (0,describe_failure/* describeFailure */.I)(failure);
        return [this.#bad(`${what} is not valid: ${title}`), ...details.map((line) => `    ${this.#clean(line)}`)];
    }
    #bad(text) {
        return this.#paint('error', `✗ ${this.#clean(text)}`);
    }
    #step(step, state, [mark, what]) {
        const line = this.#clean(`${(0,step_label/* stepCount */.qZ)(step, state.plan.steps.length)} ${(0,step_label/* stepLabel */.vO)(step)} … ${what}`);
        const style = { '✓': 'success', '✗': 'error', '!': 'warning', '▸': null, '-': 'dim' };
        const chosen = style[mark];
        return `${chosen === null ? mark : this.#paint(chosen, mark)} ${line}`;
    }
    /** How long the attempt took; nothing when its start was not seen (a resume after a crash). */
    #took(event, word = ' in') {
        const startedAt = this.#startedAt.get(event.step);
        this.#startedAt.delete(event.step);
        return startedAt === undefined ? '' : `${word} ${(0,duration_text/* durationText */.S)(event.at - startedAt)}`;
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
            return `landed on ${name}: ${(0,step_label/* shortCommit */.Ax)(commit)}`;
        case 'branch':
            return `the result is on branch ${name}: ${(0,step_label/* shortCommit */.Ax)(commit)}`;
        case 'nothing-to-land':
            return 'nothing to land: no file changed';
        case 'kept':
            return `the result is kept as commit ${(0,step_label/* shortCommit */.Ax)(commit)}`;
    }
}
/** `main` for `refs/heads/main`. */
function branchName(ref) {
    return ref.replace(/^refs\/heads\//, '');
}

// EXTERNAL MODULE: ./.cache/build/lib/report/text-table.js
var text_table = __webpack_require__(7374);
;// CONCATENATED MODULE: ./.cache/build/lib/report/run-summary.js







/** Rows of the table; a long run shows what did not succeed and the end of what did. */
const MAX_ROWS = 40;
const MAX_FAILURES = 10;
/** The end of a run for a person: its status, its steps, what landed or failed and why, and the commands that go on. */
function renderRunSummary(state, options) {
    const { clean, paint = text_style/* plain */.p } = options;
    const blocks = [
        headLine(state, paint),
        stepTable(state, clean).join('\n'),
        failureBlock(state, { clean, paint }).join('\n'),
    ];
    if (state.landed !== null)
        blocks.push(clean(landedText(state.landed, state)));
    blocks.push(nextBlock(state, options).join('\n'));
    return blocks.filter((block) => block !== '').join('\n\n');
}
/** The commands that go on from here, with what each is for; the most useful first. */
function nextCommands(state, { program = 'workflow-runner', repo = null }) {
    const { workflow } = state.plan;
    const tail = repo === null ? '' : ` --repo ${shellWord(repo)}`;
    const command = (rest) => `${program} ${rest}${tail}`;
    if (state.status === 'completed')
        return landedCommands(state, repo);
    const commands = [];
    const failed = failedSteps(state).find(({ step }) => !step.action.continueOnError);
    if (failed !== undefined) {
        commands.push([command(`logs ${workflow} --step ${failed.step.number}`), 'what the step printed']);
    }
    commands.push([command(`${workflow} --resume`), 'go on; completed steps are not run again']);
    if (failed !== undefined) {
        commands.push([command(`${workflow} --skip-step ${failed.step.number} --resume`), 'go on without the step']);
    }
    if (headCommit(state) !== state.base.commit && state.base.commit !== '') {
        commands.push([
            gitCommand(repo, `diff ${(0,step_label/* shortCommit */.Ax)(state.base.commit)} ${(0,step_label/* shortCommit */.Ax)(headCommit(state))}`),
            'what is done so far',
        ]);
    }
    return commands;
}
/** One word for a shell, quoted only when it has to be. */
function shellWord(text) {
    return /^[A-Za-z0-9_./:=@%+,-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}
function landedCommands({ landed, base }, repo) {
    if (landed === null || landed.how === 'nothing-to-land')
        return [];
    const range = `${(0,step_label/* shortCommit */.Ax)(base.commit)}..${(0,step_label/* shortCommit */.Ax)(landed.commit)}`;
    const look = [gitCommand(repo, `log --stat ${range}`), 'what changed'];
    switch (landed.how) {
        case 'branch':
            return [look, [gitCommand(repo, `merge ${branchName(landed.branch ?? '')}`), 'take it over']];
        case 'kept':
            return [look, [gitCommand(repo, `merge ${(0,step_label/* shortCommit */.Ax)(landed.commit)}`), 'take it over']];
        case 'fast-forward':
            return [look];
    }
}
function gitCommand(repo, rest) {
    return repo === null ? `git ${rest}` : `git -C ${shellWord(repo)} ${rest}`;
}
function headLine(state, paint) {
    const took = (0,duration_text/* durationText */.S)((state.endedAt ?? state.updatedAt) - state.startedAt);
    const cost = state.costUsd > 0 ? `, ${(0,step_label/* costText */.rs)(state.costUsd)}` : '';
    const unknown = state.attemptsOfUnknownCost > 0 ? ` (cost of ${(0,step_label/* counted */.hS)(state.attemptsOfUnknownCost, 'attempt')} unknown)` : '';
    const name = `${state.plan.workflow} ${state.plan.version}`;
    switch (state.status) {
        case 'completed':
            return `${paint('success', 'completed')}: ${name} in ${took}${cost}${unknown}`;
        case 'failed':
            return `${paint('error', 'failed')}: ${name} after ${took}${cost}${unknown}`;
        case 'paused': {
            const why = state.pause === null ? '' : ` (${pauseText(state.pause)})`;
            return `${paint('warning', 'paused')}: ${name} after ${took}${cost}${unknown}${why}`;
        }
        case 'running':
            return `running: ${name} for ${took}${cost}${unknown}`;
    }
}
function stepTable(state, clean) {
    const steps = [...state.steps.values()];
    if (steps.length <= MAX_ROWS)
        return (0,text_table/* textTable */.e)(steps.map((step) => row(step, clean)));
    const notable = steps.filter(({ status }) => status !== 'completed' && status !== 'pending' && status !== 'skipped');
    const shown = notable.slice(0, MAX_ROWS);
    const rest = new Map();
    const listed = new Set(shown);
    for (const step of steps)
        if (!listed.has(step))
            rest.set(step.status, (rest.get(step.status) ?? 0) + 1);
    const counts = [...rest].map(([status, count]) => `${count} ${status}`).join(', ');
    return [
        ...(0,text_table/* textTable */.e)(shown.map((step) => row(step, clean))),
        `${shown.length > 0 ? 'other steps' : 'steps'}: ${counts}`,
    ];
}
function row(step, clean) {
    const took = step.startedAt === null || step.endedAt === null ? '' : (0,duration_text/* durationText */.S)(step.endedAt - step.startedAt);
    const facts = [];
    if (step.status === 'completed' && step.result !== null) {
        const { filesModified, commit } = step.result;
        facts.push(filesModified === 0 ? 'nothing changed' : `${(0,step_label/* counted */.hS)(filesModified, 'file')}, ${(0,step_label/* shortCommit */.Ax)(commit)}`);
    }
    if (step.skipped !== null)
        facts.push(skipText(step.skipped));
    if (step.attempt > 1)
        facts.push((0,step_label/* counted */.hS)(step.attempt, 'attempt'));
    if (step.costUsd !== null && step.costUsd > 0)
        facts.push((0,step_label/* costText */.rs)(step.costUsd));
    return [`  ${step.step.number}`, clean((0,step_label/* stepLabel */.vO)(step.step)), step.status, took, facts.join(', ')];
}
function failureBlock(state, style) {
    const found = [];
    for (const step of failedSteps(state)) {
        const failure = step.failure ?? (step.conflict === null ? null : { reason: 'merge-conflict', ...step.conflict });
        if (failure === null)
            continue;
        const { number, action } = step.step;
        found.push({ where: `step ${number} ${(0,step_label/* stepLabel */.vO)(step.step)}`, failure, isBorne: action.continueOnError });
    }
    for (const { group, failure } of state.groups.values()) {
        if (failure !== null)
            found.push({ where: `${group.kind} ${group.path}`, failure });
    }
    if (state.failure !== null)
        found.push({ where: 'the result', failure: state.failure });
    const lines = found.slice(0, MAX_FAILURES).flatMap((one) => failureLines(one, style));
    return found.length > MAX_FAILURES ? [...lines, `… and ${found.length - MAX_FAILURES} more failures`] : lines;
}
function failureLines({ where, failure, isBorne = false }, { clean, paint }) {
    const { title, details, help } = (0,describe_failure/* describeFailure */.I)(failure);
    return [
        `${paint('error', clean(where))}: ${clean(title)} ${paint('dim', `[${failure.reason}]`)}`,
        ...details.map((line) => `    ${clean(line)}`.trimEnd()),
        ...(isBorne ? [] : [`  ${clean(help)}`]),
    ];
}
function nextBlock(state, options) {
    const commands = nextCommands(state, options);
    return (0,text_table/* textTable */.e)(commands.map(([command, what]) => [`  ${options.clean(command)}`, `# ${what}`]));
}
function failedSteps(state) {
    return [...state.steps.values()].filter(({ status }) => status === 'failed' || status === 'conflict');
}

// EXTERNAL MODULE: ./.cache/build/lib/base/result.js
var base_result = __webpack_require__(5256);
// EXTERNAL MODULE: ./.cache/build/lib/git/repository.js
var git_repository = __webpack_require__(6018);
// EXTERNAL MODULE: ./.cache/build/lib/nix/nix-program.js
var nix_program = __webpack_require__(9917);
// EXTERNAL MODULE: ./.cache/build/lib/process/environment.js
var environment = __webpack_require__(7500);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./.cache/build/lib/nix/flake-check.js + 3 modules
var flake_check = __webpack_require__(1672);
;// CONCATENATED MODULE: ./.cache/build/lib/runner/redact-deep.js
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

;// CONCATENATED MODULE: ./.cache/build/lib/steps/shell.js
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

;// CONCATENATED MODULE: ./.cache/build/lib/runner/run-checks.js






/** Written just so, it is done by us: with the errors placed in the user's files and every host's system forced. */
const FLAKE_CHECK = 'nix flake check';
/** Runs the commands in order, up to the first that fails; null when all passed. */
async function runChecks(checks, world) {
    for (const command of checks.commands) {
        const failure = await runCheck(command, checks, world);
        if (failure !== null)
            return redactDeep(failure, world.tools.redact);
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
    return (0,external_node_fs_.lstatSync)((0,external_node_path_.join)(dir, 'flake.nix'), { throwIfNoEntry: false })?.isFile() === true;
}
/** `nix flake check` and every host's system; null when they pass. A tree without a flake does not. */
async function runFlakeCheck(checks, world) {
    const request = await flakeRequest(checks, world);
    if (!request.ok)
        return request.error;
    const checked = await (0,flake_check/* checkFlake */.o)(request.value);
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
    return request.ok ? evaluateHosts(request.value) : null;
}
async function flakeRequest({ dir: root, signal, onOutput }, { tools }) {
    const nix = await tools.nix();
    if (!nix.ok)
        return nix;
    const { runProcess, env } = tools;
    const write = (text) => onOutput(Buffer.from(text));
    return (0,base_result.ok)({ root, nix: nix.value, runProcess, env, signal, onOutput: write });
}
async function runCheck(command, checks, world) {
    checks.onOutput(Buffer.from(`$ ${command}\n`));
    if (command.trim() === FLAKE_CHECK)
        return runFlakeCheck(checks, world);
    const { dir, signal, onOutput } = checks;
    const result = await runShell(command, { dir, signal, onOutput, tools: world.tools, timeoutMs: null });
    const failure = commandFailure(command, result, null);
    if (failure?.reason !== 'command-failed')
        return failure;
    const { exitCode, outputTail } = failure;
    return { reason: 'validation-failed', command, exitCode, outputTail, diagnostics: [] };
}

;// CONCATENATED MODULE: ./.cache/build/lib/engine/fits.js
/**
 * Whether the plan lets an event happen now. Always true of what a run records; a journal from before its definition was
 * changed may tell of steps that would now not run yet, or from another commit: what they did is no result of this plan.
 * Looks at the parent of what the event is about only.
 */
function fits(state, event) {
    switch (event.type) {
        case 'step-started': {
            const step = state.steps.get(event.step);
            return step !== undefined && isTurn(state, step.step, event.base);
        }
        case 'step-completed':
        case 'step-failed':
            return state.steps.get(event.step)?.status === 'running';
        case 'step-skipped': {
            const step = state.steps.get(event.step);
            return step?.status === 'pending' && isTurn(state, step.step, null);
        }
        case 'group-started': {
            const group = state.groups.get(event.group);
            return group?.status === 'pending' && isTurn(state, group.group, event.base);
        }
        case 'group-skipped': {
            const group = state.groups.get(event.group);
            return group?.status === 'pending' && isTurn(state, group.group, null);
        }
        case 'group-merged':
        case 'merge-conflicted':
            return state.groups.get(event.group)?.status === 'merging';
        case 'group-validated':
            return state.groups.get(event.group)?.status === 'validating';
        case 'run-started':
        case 'run-resumed':
        case 'run-paused':
        case 'rolled-back':
        case 'result-validated':
        case 'hooks-ran':
        case 'landing-started':
        case 'landed':
        case 'run-ended':
            return true;
    }
}
/** `base` is null for what needs none. */
function isTurn(state, child, base) {
    if (child.parent === null)
        return base === state.base.commit;
    const parent = state.groups.get(child.parent.path);
    if (parent === undefined || (base !== null && base !== baseOfNext(parent)))
        return false;
    if (parent.status === 'rerunning')
        return parent.group.children[parent.mergeNext] === child;
    if (parent.group.type === 'parallel')
        return parent.status === 'running';
    return parent.status === 'running' && parent.group.children[parent.next] === child;
}
/** What is done in a sequential group or in one that merges; the common base of the children of a parallel one. */
function baseOfNext({ group, status, base, head }) {
    return group.type === 'parallel' && status === 'running' ? base : head;
}

;// CONCATENATED MODULE: ./.cache/build/lib/engine/settle.js

/** A step or group ended: its parent takes the result over, and ends too when this was its last child. */
function noteChildEnded(state, child, at) {
    const parent = child.parent;
    if (parent === null)
        return;
    const group = groupState(state, parent.path);
    if (group.status === 'rerunning')
        return rerunEnded(state, group, { child, at });
    if (group.status === 'running')
        settle(state, group, at);
}
/** Takes over every child that has ended since the last look, in file order; ends the group after its last child. */
function settle(state, group, at) {
    const ended = group.group.type === 'sequential' ? settleSequential(state, group) : settleParallel(state, group);
    if (!ended)
        return;
    if (group.group.type === 'parallel' && !group.failed)
        return mergeChildren(state, group, at);
    endGroup(state, group, at);
}
/** Everything of the group is merged, or it failed: validate it when it wants that, else it is over. */
function endGroup(state, group, at) {
    if (!group.failed && group.group.validation.length > 0 && !isSkippedWhole(state, group)) {
        group.status = 'validating';
        return;
    }
    group.status = group.failed ? 'failed' : 'completed';
    group.endedAt = at;
    noteChildEnded(state, group.group, at);
}
/**
 * The commit that a child leaves; null when it has none to give (skipped, failed). A group whose failure fails the run gives
 * what it has done: what runs after it all the same builds on that, so that a resume can go on from both.
 */
function resultOf(state, child) {
    if (child.node === 'step') {
        const { status, result } = stepState(state, child.id);
        return status === 'completed' && result !== null ? result.commit : null;
    }
    const { status, head } = groupState(state, child.path);
    return status === 'completed' || (status === 'failed' && !child.continueOnError) ? head : null;
}
/** Lets a group that has its base run: on from the step that did not merge, else from what has ended already. */
function goOn(state, group, at) {
    const next = group.group.children[group.mergeNext];
    const conflicted = next?.node === 'step' ? stepState(state, next.id) : undefined;
    group.status = conflicted?.status === 'pending' && conflicted.conflict !== null ? 'rerunning' : 'running';
    if (group.status === 'running')
        settle(state, group, at);
}
/** True when `--phase` was given and this phase is another one; in a job, an earlier phase that has begun is not left alone. */
function isDeselected(state, node) {
    const { phase, job } = state.choices;
    if (phase === null || node.node !== 'group' || node.parent?.path !== '' || node.name === phase)
        return false;
    return job === undefined || groupState(state, node.path).base === null || isAfter(node, phase);
}
function isAfter({ name, parent }, phase) {
    const names = parent?.children.map((child) => (child.node === 'group' ? child.name : '')) ?? [];
    return names.indexOf(name) > names.indexOf(phase);
}
/** In a job for one step of a parallel phase: true for the other children of that phase. */
function runsElsewhere(state, child) {
    const { phase, job } = state.choices;
    if (job === undefined || job.step === null)
        return false;
    const { parent } = child;
    return parent?.parent?.path === '' && parent.name === phase && nameOf(child) !== job.step;
}
/** How events and choices name a child of a group. */
function nameOf(node) {
    return node.node === 'step' ? node.id : node.path;
}
/** The only child that a job runs, once it has ended; null before, and when the job runs more than one. */
function endedAlone(state) {
    const { step } = state.choices.job ?? { step: null };
    const child = step === null ? undefined : (state.plan.stepsById.get(step) ?? state.plan.groups.get(step));
    return child !== undefined && isTerminal(state, child) ? { failed: hasFailed(state, child) } : null;
}
/** The children whose changes are not in the group's head yet, in file order. */
function unmerged(state, group) {
    return group.group.children.slice(group.mergeNext).flatMap((child) => {
        const commit = resultOf(state, child);
        return commit === null || commit === group.base ? [] : [{ child, commit }];
    });
}
function settleSequential(state, group) {
    const { children } = group.group;
    for (let child = children[group.next]; child !== undefined; child = children[group.next]) {
        if (!isDeselected(state, child)) {
            if (!isTerminal(state, child))
                return false;
            takeOver(state, group, { child, index: group.next });
        }
        group.next += 1;
    }
    return true;
}
function settleParallel(state, group) {
    const { children } = group.group;
    for (const index of group.active) {
        const child = children[index];
        if (child === undefined || !isTerminal(state, child))
            continue;
        group.active.delete(index);
        takeOver(state, group, { child, index });
    }
    for (let child = children[group.next]; child !== undefined && isTerminal(state, child); child = children[group.next]) {
        takeOver(state, group, { child, index: group.next });
        group.next += 1;
    }
    return group.active.size === 0 && group.next >= children.length;
}
/** Each child counts once, also when a resume looks at it again: a later result must not be lost to an earlier one. */
function takeOver(state, group, { child, index }) {
    if (hasFailed(state, child))
        group.failed = true;
    if (group.settled.has(index))
        return;
    group.settled.add(index);
    if (group.group.type === 'sequential')
        group.head = resultOf(state, child) ?? group.head;
}
/** One changed child is the result as it stands, none leaves the base: git is asked only to merge two or more. */
function mergeChildren(state, group, at) {
    const rest = unmerged(state, group);
    const first = rest[0];
    if (first === undefined || (rest.length === 1 && group.head === group.base)) {
        group.head = first?.commit ?? group.head;
        group.mergeNext = group.group.children.length;
        return endGroup(state, group, at);
    }
    group.status = 'merging';
}
function rerunEnded(state, group, { child, at }) {
    const index = group.mergeNext;
    if (group.group.children[index] !== child || child.node !== 'step')
        return;
    group.active.delete(index);
    group.settled.add(index);
    if (hasFailed(state, child)) {
        group.failed = true;
        return endGroup(state, group, at);
    }
    group.head = resultOf(state, child) ?? group.head;
    group.mergeNext = index + 1;
    const rest = unmerged(state, group);
    if (rest.length === 0)
        return endGroup(state, group, at);
    group.status = 'merging';
}
function isTerminal(state, child) {
    if (child.node === 'group')
        return ['completed', 'failed', 'skipped'].includes(groupState(state, child.path).status);
    return ['completed', 'failed', 'conflict', 'skipped'].includes(stepState(state, child.id).status);
}
function hasFailed(state, child) {
    if (child.node === 'group')
        return !child.continueOnError && groupState(state, child.path).status === 'failed';
    const { status } = stepState(state, child.id);
    return !child.action.continueOnError && (status === 'failed' || status === 'conflict');
}
function isSkippedWhole(state, group) {
    const skipped = (child) => child.node === 'step'
        ? stepState(state, child.id).status === 'skipped'
        : groupState(state, child.path).status === 'skipped';
    return group.group.children.every(skipped);
}

;// CONCATENATED MODULE: ./.cache/build/lib/engine/reopen.js


/**
 * Makes a stopped run go on: what had not completed is pending again, what had completed stays, and so does a failure that
 * `continue_on_error` has let pass: others have built on the result without it. Looks at every step once.
 * Groups are visited children first, so that a parent finds its children as they are now.
 */
function reopen(state) {
    state.status = 'running';
    state.pause = null;
    state.failure = null;
    state.endedAt = null;
    const root = groupState(state, '');
    const unfinished = (child) => child.node === 'group' && !isOver(groupState(state, child.path));
    if (root.status === 'completed' && root.group.children.some(unfinished))
        root.status = 'running';
    reopenGroup(state, root.group);
}
/** True when nothing of it is left to run: completed, or skipped by its condition. */
function isOver(group) {
    return group.status === 'completed' || group.status === 'skipped';
}
/** Every unfinished group gets its turn anew, so that limits and conditions hold for it; the root goes on where it is. */
function reopenGroup(state, group) {
    const current = groupState(state, group.path);
    if (current.status === 'completed' || (current.status === 'failed' && group.continueOnError))
        return;
    if (current.status === 'failed' && isOfAnotherJob(state, group))
        return;
    const keepsSkipped = mergeHasBegun(state, current);
    for (const child of group.children) {
        const below = child.node === 'group' ? groupState(state, child.path) : stepState(state, child.id);
        if (keepsSkipped && below.status === 'skipped')
            continue;
        if ('step' in below)
            reopenStep(state, below);
        else
            reopenGroup(state, below.group);
    }
    if (group.parent !== null)
        handOver(current, groupState(state, group.parent.path));
    rewind(current);
    if (group.parent === null && current.base !== null)
        goOn(state, current, state.updatedAt);
    else
        current.status = 'pending';
}
/** What was left out of a merge that has begun stays out: only what did not merge runs again. */
function mergeHasBegun(state, { group, mergeNext }) {
    const next = group.children[mergeNext];
    return mergeNext > 0 || (next?.node === 'step' && stepState(state, next.id).conflict !== null);
}
/**
 * What a group has done when it is stopped in the middle is in its parent's head from then on, as if it had failed: steps
 * before it may run again, and what they do must not be lost, nor its own work.
 */
function handOver(current, parent) {
    const hadEnded = parent.settled.delete(parent.group.children.indexOf(current.group));
    const isInTheMiddle = !hadEnded && current.status !== 'pending' && current.head !== null;
    if (isInTheMiddle && parent.group.type === 'sequential' && !current.group.continueOnError)
        parent.head = current.head;
}
/** Only a step that had used up its attempts gets new ones: stopping and resuming is not a way to more of them. */
function reopenStep(state, step) {
    const hasFailed = step.status === 'failed' || step.status === 'conflict';
    if (hasFailed && (step.step.action.continueOnError || isOfAnotherJob(state, step.step)))
        return;
    if (step.status === 'completed' || (step.status === 'skipped' && step.skipped === 'asked'))
        return;
    if (step.status === 'pending')
        return;
    if (hasFailed || step.status === 'skipped')
        state.endedSteps -= 1;
    if (hasFailed)
        step.failures = 0;
    makePending(step);
    const parent = groupState(state, step.step.parent.path);
    parent.settled.delete(parent.group.children.indexOf(step.step));
}
/** True below the phases that other jobs run: a job must not try again what has failed in another, only take note of it. */
function isOfAnotherJob({ choices }, node) {
    if (choices.job === undefined || node.parent === null)
        return false;
    let top = node;
    while (top.parent !== null && top.parent.path !== '')
        top = top.parent;
    return top.node === 'step' || top.name !== choices.phase;
}
/** Takes back what a group has done: the commit that it built on is not the one that it is to start from. */
function startOver(state, group) {
    const current = groupState(state, group.path);
    rewind(current);
    current.status = 'pending';
    current.base = null;
    current.head = null;
    current.mergeNext = 0;
    current.settled.clear();
    for (const child of group.children) {
        if (child.node === 'group') {
            startOver(state, child);
            continue;
        }
        const step = stepState(state, child.id);
        if (step.status === 'pending' || (step.status === 'skipped' && step.skipped === 'asked'))
            continue;
        state.endedSteps -= 1;
        step.failures = 0;
        step.result = null;
        step.conflict = null;
        makePending(step);
    }
}
function rewind(group) {
    group.next = 0;
    group.active.clear();
    group.failed = false;
    group.failure = null;
    group.endedAt = null;
}
function makePending(step) {
    step.status = 'pending';
    step.retryAt = null;
    step.failure = null;
    step.skipped = null;
    // The time in which nobody ran it is not its duration.
    step.startedAt = null;
    step.endedAt = null;
}

;// CONCATENATED MODULE: ./.cache/build/lib/engine/apply-event.js
/*
 * Folds events into the state of a run.
 *
 * Job: say what each event means for steps, groups and the run. Not its job: deciding what to do next (`decide.ts`), time,
 * disk, git. Invariants, cited by the tests:
 *  A1  The same plan and events give the same state, whatever happened between the events.
 *  A2  One event costs the same however many steps have ended (only resume and rollback look at all of them).
 *  A3  What the plan would not have done changes nothing but the cost ledger: steps and groups that it no longer has, and
 *      those that were built on another commit than it builds them on now. They run again.
 *  A4  A completed step stays completed; only a rollback, or a changed definition, takes it back.
 */





/**
 * The state after these events, which may be from before the definition was changed: those that do not fit the plan are left
 * out (A3). A `rolled-back` takes back what came after its step completed. What was paid stays counted in both cases.
 */
function foldEvents(plan, events) {
    const kept = [];
    const dropped = [];
    for (const event of events) {
        if (event.type === 'rolled-back')
            dropped.push(...kept.splice(indexAfterCompletion(kept, event.step)));
        kept.push(event);
    }
    const state = initialState(plan);
    for (const event of kept) {
        if (fits(state, event))
            applyEvent(state, event);
        else
            dropped.push(event);
    }
    for (const event of dropped)
        if (event.type === 'step-completed' || event.type === 'step-failed')
            addCost(state, event);
    return state;
}
function indexAfterCompletion(events, step) {
    return events.findLastIndex((event) => event.type === 'step-completed' && event.step === step) + 1;
}
/** Takes one event into account. `state` is changed in place: copying it would cost more with every step (A2). */
function applyEvent(state, event) {
    state.updatedAt = event.at;
    switch (event.type) {
        case 'run-started':
            state.runId = event.runId;
            state.startedAt = event.at;
            state.base = { ...event.base };
            state.choices = event.choices;
            state.triggeredBy = event.triggeredBy;
            state.definition = event.definition;
            return;
        case 'run-resumed':
            state.choices = event.choices;
            if (event.definition !== null) {
                state.definition = event.definition;
                forgetEnd(state);
            }
            return reopen(state);
        case 'run-paused':
            state.status = 'paused';
            state.pause = event.why;
            return cancelRunning(state, event.at);
        case 'rolled-back':
            state.status = 'paused';
            state.pause = 'rolled-back';
            return cancelRunning(state, event.at);
        case 'run-ended':
            state.status = event.status;
            state.failure = event.failure;
            state.endedAt = event.at;
            return;
        case 'result-validated':
            if (event.failure === null)
                state.validated = event.commit;
            return;
        case 'hooks-ran':
            if (event.hooks === 'on_success')
                state.afterHooks = event.commit;
            return;
        case 'landing-started':
            state.landing = { from: event.from, to: event.to, at: event.at };
            return;
        case 'landed':
            state.landing = null;
            state.landed = { commit: event.commit, how: event.how, branch: event.branch };
            return;
        case 'step-started':
        case 'step-completed':
        case 'step-failed':
        case 'step-skipped':
            return applyStepEvent(state, event);
        case 'group-started':
        case 'group-skipped':
        case 'group-merged':
        case 'group-validated':
        case 'merge-conflicted':
            return applyGroupEvent(state, event);
        default:
            (0,unreachable/* unreachable */.H)(event);
    }
}
function applyStepEvent(state, event) {
    if (event.type === 'step-completed' || event.type === 'step-failed')
        addCost(state, event);
    const step = state.steps.get(event.step);
    if (step === undefined)
        return;
    switch (event.type) {
        case 'step-started':
            forgetEnd(state);
            step.status = 'running';
            step.attempt = event.attempt;
            step.startedAt ??= event.at;
            step.endedAt = null;
            step.retryAt = null;
            step.failure = null;
            state.currentStep = step.step.number;
            return markActive(state, step);
        case 'step-completed': {
            const { commit, filesModified, summary, outputs, costUsd, tokens } = event;
            step.status = 'completed';
            step.result = { commit, filesModified, summary, outputs, costUsd, tokens };
            step.failure = null;
            return stepEnded(state, step, event.at);
        }
        case 'step-failed':
            if (event.failure.reason === 'cancelled') {
                step.status = 'cancelled';
                step.endedAt = event.at;
                return;
            }
            step.failures += 1;
            step.failure = event.failure;
            step.retryAt = event.retryAt;
            if (event.retryAt !== null) {
                step.status = 'retrying';
                return;
            }
            step.status = step.conflict === null ? 'failed' : 'conflict';
            return stepEnded(state, step, event.at);
        case 'step-skipped':
            step.status = 'skipped';
            step.skipped = event.why;
            return stepEnded(state, step, event.at);
        default:
            (0,unreachable/* unreachable */.H)(event);
    }
}
function applyGroupEvent(state, event) {
    const group = state.groups.get(event.group);
    if (group === undefined)
        return;
    switch (event.type) {
        case 'group-started':
            startGroup(state, group, event.base);
            return goOn(state, group, event.at);
        case 'group-skipped':
            skipBelow(state, group, event);
            return noteChildEnded(state, group.group, event.at);
        case 'group-merged':
            group.head = event.commit;
            group.mergeNext = group.group.children.length;
            return endGroup(state, group, event.at);
        case 'group-validated':
            group.failure = event.failure;
            group.failed = event.failure !== null;
            group.status = group.failed ? 'failed' : 'completed';
            group.endedAt = event.at;
            return noteChildEnded(state, group.group, event.at);
        case 'merge-conflicted': {
            const index = group.group.children.findIndex((child) => (child.node === 'step' ? child.id : child.path) === event.child);
            if (index < 0)
                return;
            group.head = event.ours;
            group.mergeNext = index;
            const step = state.steps.get(event.child);
            const { ours, theirs, paths } = event;
            if (step !== undefined && step.conflict === null) {
                step.conflict = { ours, theirs, paths };
                step.status = 'pending';
                step.failures = 0;
                step.result = null;
                state.endedSteps -= 1;
                group.settled.delete(index);
                group.status = 'rerunning';
                return;
            }
            group.failed = true;
            group.failure = { reason: 'merge-conflict', paths, ours, theirs };
            return endGroup(state, group, event.at);
        }
        default:
            (0,unreachable/* unreachable */.H)(event);
    }
}
/**
 * A group that starts again on the same commit goes on with what it has. On another one, that commit has what it did; only
 * not when its failure is tolerated, then it starts over. Results in a parallel group are not merged yet: it keeps their base.
 */
function startGroup(state, group, base) {
    const { children, type, parent, continueOnError } = group.group;
    if (base !== group.base) {
        if (continueOnError)
            startOver(state, group.group);
        if (type === 'sequential' || !children.some((child) => hasBegun(state, child)))
            group.base = base;
        group.head = base;
    }
    const above = parent?.type === 'parallel' ? state.groups.get(parent.path) : undefined;
    if (above !== undefined)
        startedChild(above, above.group.children.indexOf(group.group));
}
function hasBegun(state, child) {
    return child.node === 'step' ? resultOf(state, child) !== null : groupState(state, child.path).base !== null;
}
/** What was validated and what the hooks made of it is about another result, or was asked for in another way. */
function forgetEnd(state) {
    state.validated = null;
    state.afterHooks = null;
}
/** A skipped group is skipped whole, so that every step below it says so too. */
function skipBelow(state, group, { at, why }) {
    group.status = 'skipped';
    group.endedAt = at;
    for (const child of group.group.children) {
        if (child.node === 'group') {
            const below = state.groups.get(child.path);
            if (below !== undefined)
                skipBelow(state, below, { at, why });
            continue;
        }
        const step = state.steps.get(child.id);
        if (step?.status !== 'pending')
            continue;
        step.status = 'skipped';
        step.skipped = why;
        step.endedAt = at;
        state.endedSteps += 1;
    }
}
function stepEnded(state, step, at) {
    step.endedAt = at;
    state.endedSteps += 1;
    noteChildEnded(state, step.step, at);
}
function markActive(state, step) {
    const parent = state.groups.get(step.step.parent.path);
    if (parent?.group.type !== 'parallel')
        return;
    const index = parent.group.children.indexOf(step.step, Math.max(0, parent.next - 1));
    startedChild(parent, index >= 0 ? index : parent.group.children.indexOf(step.step));
}
/** The cursor passes only what has started or ended: in a journal of an earlier definition the order may be another one. */
function startedChild(parent, index) {
    parent.active.add(index);
    while (parent.active.has(parent.next) || parent.settled.has(parent.next))
        parent.next += 1;
}
/** Steps that were running when the run stopped. Looks only at the children in flight, not at every step (A2). */
function cancelRunning(state, at) {
    for (const group of state.groups.values())
        if (group.status === 'running' || group.status === 'rerunning')
            cancelIn(state, group, at);
}
function cancelIn(state, group, at) {
    const inFlight = group.group.type === 'parallel' ? [...group.active] : [group.next];
    for (const index of inFlight) {
        const child = group.group.children[index];
        const step = child?.node === 'step' ? state.steps.get(child.id) : undefined;
        if (step?.status !== 'running')
            continue;
        step.status = 'cancelled';
        step.endedAt = at;
    }
}
function addCost(state, event) {
    const step = state.steps.get(event.step);
    if (event.costUsd === null) {
        if (step?.step.action.kind === 'agent')
            state.attemptsOfUnknownCost += 1;
    }
    else {
        state.costUsd += event.costUsd;
        if (step !== undefined)
            step.costUsd = (step.costUsd ?? 0) + event.costUsd;
    }
    if (event.tokens !== null && step !== undefined)
        step.tokens = (step.tokens ?? 0) + event.tokens;
}

;// CONCATENATED MODULE: ./.cache/build/lib/engine/read-event.js
/** The fields of each event, as far as folding relies on them; a question mark allows null. */
const FIELDS = {
    'run-started': {
        runId: 'string',
        workflow: 'string',
        version: 'string',
        totalSteps: 'number',
        definition: 'object',
        base: 'object',
        triggeredBy: 'string',
        choices: 'object',
    },
    'run-resumed': { choices: 'object', definition: 'object?' },
    'step-started': { step: 'string', attempt: 'number', base: 'string' },
    'step-completed': {
        step: 'string',
        attempt: 'number',
        commit: 'string',
        filesModified: 'number',
        summary: 'string',
        outputs: 'object',
        costUsd: 'number?',
        tokens: 'number?',
    },
    'step-failed': {
        step: 'string',
        attempt: 'number',
        failure: 'object',
        retryAt: 'number?',
        costUsd: 'number?',
        tokens: 'number?',
    },
    'step-skipped': { step: 'string', why: 'string' },
    'group-started': { group: 'string', base: 'string' },
    'group-skipped': { group: 'string', why: 'string' },
    'merge-conflicted': { group: 'string', child: 'string', ours: 'string', theirs: 'string', paths: 'strings' },
    'group-merged': { group: 'string', commit: 'string' },
    'group-validated': { group: 'string', failure: 'object?' },
    'result-validated': { commit: 'string', checks: 'strings', failure: 'object?' },
    'hooks-ran': { hooks: 'string', commit: 'string', failure: 'object?' },
    'landing-started': { from: 'string', to: 'string' },
    landed: { commit: 'string', how: 'string', branch: 'string?' },
    'rolled-back': { step: 'string', revertCommit: 'string?' },
    'run-paused': { why: 'string' },
    'run-ended': { status: 'string', failure: 'object?' },
};
/**
 * The event that a JSON value from a journal is; null when it is none. A journal may have been written by anybody, so every
 * field that folding relies on is looked at, and commits must look like ids of git before git is asked about them.
 */
function readEvent(value) {
    if (!isRecord(value) || typeof value['type'] !== 'string' || !Number.isFinite(value['at']))
        return null;
    if (!Object.hasOwn(FIELDS, value['type']))
        return null;
    const fields = FIELDS[value['type']];
    for (const [name, type] of Object.entries(fields))
        if (!isOfType(value[name], type))
            return null;
    const commits = [value['commit'], value['base'], value['from'], value['to'], value['ours'], value['theirs']];
    if (isRecord(value['base']))
        commits.push(value['base']['commit']);
    if (commits.some((commit) => typeof commit === 'string' && !/^[0-9a-f]{40,64}$/.test(commit)))
        return null;
    return value;
}
function isOfType(value, type) {
    switch (type) {
        case 'strings':
            return Array.isArray(value) && value.every((item) => typeof item === 'string');
        case 'string?':
        case 'number?':
        case 'object?':
            return value === null || isOfType(value, type.slice(0, -1));
        case 'object':
            return isRecord(value);
        case 'number':
            return Number.isFinite(value);
        case 'string':
        case 'boolean':
            return typeof value === type;
    }
}
function isRecord(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./.cache/build/lib/git/references.js


/** Everything of ours in the user's repository lies below this. */
const REFERENCE_ROOT = 'refs/workflow-runner';
/**
 * `refs/workflow-runner/<run>/<name>`; the name of a nested step has slashes. Run and name come from us (run id, step id), all
 * the same anything that git or a file system could take for something else is replaced, and two names stay two.
 */
function referenceName(run, name) {
    return [REFERENCE_ROOT, ...`${run}/${name}`.split('/').map(safeComponent)].join('/');
}
/** Writes all refs in one transaction, synced; either all or none change. No hook runs. */
async function updateReferences(git, repository, updates) {
    const zero = '0'.repeat(repository.objectFormat === 'sha256' ? 64 : 40);
    const lines = updates.map(({ name, to, from }) => {
        const old = from === null ? zero : (from ?? '');
        return to === null ? `delete ${name}\0${old}\0` : `update ${name}\0${to}\0${old}\0`;
    });
    const answer = await git.run({
        args: ['update-ref', '--stdin', '-z'],
        place: { kind: 'user', gitDir: repository.commonDir },
        cwd: repository.commonDir,
        input: lines.join(''),
    });
    return answer.ok ? (0,base_result.ok)(undefined) : answer;
}
/** Refs below `prefix` (no trailing slash) -> commit. */
async function listReferences(git, repository, prefix) {
    const answer = await git.run({
        args: ['for-each-ref', '--format=%(objectname) %(refname)', prefix],
        place: { kind: 'user', gitDir: repository.commonDir },
        cwd: repository.commonDir,
        readOnly: true,
    });
    if (!answer.ok)
        return answer;
    const lines = answer.value.text === '' ? [] : answer.value.text.split('\n');
    return (0,base_result.ok)(new Map(lines.map((line) => [line.slice(line.indexOf(' ') + 1), line.slice(0, line.indexOf(' '))])));
}
const LONGEST_COMPONENT = 100;
/** See git-check-ref-format(1). What had to be changed gets a hash of what it was. */
function safeComponent(text) {
    const isSafe = /^[A-Za-z0-9_][A-Za-z0-9_.-]*$/.test(text) && !/\.\.|\.$|\.lock$/.test(text);
    if (isSafe && text.length <= LONGEST_COMPONENT)
        return text;
    const hash = (0,external_node_crypto_.createHash)('sha256').update(text).digest('hex').slice(0, 8);
    const readable = text
        .replace(/[^A-Za-z0-9_]+/g, '-')
        .replace(/^-+/, '')
        .slice(0, LONGEST_COMPONENT);
    return `${readable === '' ? 'unnamed' : readable}-${hash}`;
}

// EXTERNAL MODULE: ./.cache/build/lib/git/path-text.js
var path_text = __webpack_require__(4369);
;// CONCATENATED MODULE: ./.cache/build/lib/git/changes.js

const LINK_MODE = '120000';
const FOLDER_MODE = '040000';
const SUBMODULE_MODE = '160000';
const NO_MODE = '000000';
/** Reads `git status --porcelain=v2 -z --no-renames`. Kinds git may add later are ignored, as its manual asks for. */
function parseStatus(output) {
    const entries = [];
    for (const record of (0,path_text/* splitNul */.K5)(output)) {
        const kind = String.fromCharCode(record[0] ?? 0);
        if (kind === '?')
            entries.push(untracked((0,path_text/* decodePath */.q0)(record.subarray(2))));
        else if (kind === '1')
            entries.push(tracked(record));
        else if (kind === 'u')
            entries.push({ ...untracked(fieldsOf(record, 10).path), kind: 'unmerged' });
    }
    return entries;
}
/** Reads `git diff-tree -r -z --raw`: pairs of `:oldMode newMode oldId newId TYPE` and path. */
function parseRawDiff(output) {
    const parts = (0,path_text/* splitNul */.K5)(output);
    const changes = [];
    for (let at = 0; at + 1 < parts.length; at += 2) {
        const [oldMode = NO_MODE, newMode = NO_MODE, oldId = '', newId = ''] = (parts[at] ?? Buffer.alloc(0))
            .toString('latin1')
            .slice(1)
            .split(' ');
        const path = (0,path_text/* decodePath */.q0)(parts[at + 1] ?? Buffer.alloc(0));
        changes.push({ path, type: typeOf(oldMode, newMode), oldMode, newMode, oldId, newId });
    }
    return changes;
}
function typeOf(oldMode, newMode) {
    return oldMode === NO_MODE ? 'A' : newMode === NO_MODE ? 'D' : 'M';
}
function untracked(path) {
    return { kind: 'untracked', path, oldMode: NO_MODE, newMode: NO_MODE, twice: false };
}
function tracked(record) {
    const { fields, path } = fieldsOf(record, 8);
    const [, states = '..', , oldMode = NO_MODE, , newMode = NO_MODE] = fields;
    return { kind: 'tracked', path, oldMode, newMode, twice: !states.includes('.') };
}
function fieldsOf(record, count) {
    let at = 0;
    for (let seen = 0; seen < count; seen += 1)
        at = record.indexOf(0x20, at) + 1;
    return { fields: record.subarray(0, at).toString('latin1').split(' '), path: (0,path_text/* decodePath */.q0)(record.subarray(at)) };
}

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
        if (change.oldMode === SUBMODULE_MODE || change.newMode === SUBMODULE_MODE)
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
    return (0,base_result.ok)([...foreign, ...badLinks.value, ...badFiles.value].sort());
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
    return (0,base_result.ok)(foreign.map((link) => link.path));
}
function linkIds({ oldMode, oldId, newMode, newId }) {
    return [...(oldMode === LINK_MODE ? [oldId] : []), ...(newMode === LINK_MODE ? [newId] : [])];
}
async function foreignFiles(landing, files) {
    if (files.length === 0)
        return (0,base_result.ok)([]);
    const { git, trusted } = landing;
    const place = (0,git_repository/* checkoutOf */.o5)(trusted.repository);
    const input = Buffer.concat(files.map((file) => Buffer.from(`${quoted(file.path)}\n`)));
    const cwd = trusted.repository.root;
    const hashed = await git.run({ args: ['hash-object', '--stdin-paths'], input, place, cwd });
    if (!hashed.ok)
        return hashed;
    const ids = hashed.value.text.split('\n');
    if (ids.length !== files.length) {
        return (0,base_result/* err */._)({ reason: 'command-failed', command: 'git hash-object', exitCode: 0, signal: null, outputTail: '' });
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
    return (0,base_result.ok)(foreign);
}
/** git writes a file in place: a kill leaves its first bytes. At most the few files that were being written get here. */
async function isBeginning({ git, trusted }, file) {
    const onDisk = (0,external_node_fs_.readFileSync)((0,path_text/* pathOnDisk */.ur)(trusted.repository.root, file.path));
    const sides = [
        { mode: file.oldMode, id: file.oldId },
        { mode: file.newMode, id: file.newId },
    ].filter((side) => side.mode !== NO_MODE && side.mode !== LINK_MODE);
    if (onDisk.length === 0)
        return (0,base_result.ok)(true);
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
            return (0,base_result.ok)(true);
    }
    return (0,base_result.ok)(false);
}
/** A line of `--stdin-paths`: git reads C quoting, which any byte can be written in. */
function quoted(path) {
    if (/^[A-Za-z0-9_./@+ -]+$/.test(path))
        return path;
    const octal = [...(0,path_text/* encodePath */.O0)(path)].map((byte) => `\\${byte.toString(8).padStart(3, '0')}`);
    return `"${octal.join('')}"`;
}

// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(8500);
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
        await (0,external_node_timers_promises_.setTimeout)(STEP_MS);
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

;// CONCATENATED MODULE: ./.cache/build/lib/git/paths-in-the-way.js



/**
 * Files of the user that git does not track and that `changes` would overwrite, ignored ones too: git itself would overwrite an
 * ignored file without a word. Looks at names only, follows no link.
 */
function pathsInTheWay(root, changes) {
    const leaving = new Set(changes.filter((c) => c.newMode === NO_MODE).map((c) => c.path));
    const clear = new Set();
    const found = new Set();
    for (const { path, oldMode } of changes) {
        if (oldMode !== NO_MODE)
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
            for (const name of (0,external_node_fs_.readdirSync)((0,path_text/* pathOnDisk */.ur)(root, at), { encoding: 'buffer' }))
                left.push(`${at}/${(0,path_text/* decodePath */.q0)(name)}`);
    }
    return files;
}
function statsAt(root, path) {
    try {
        return (0,external_node_fs_.lstatSync)((0,path_text/* pathOnDisk */.ur)(root, path), { throwIfNoEntry: false });
    }
    catch {
        return undefined;
    }
}

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
        return (0,base_result.ok)({ kind: 'locked', locks });
    const landed = await trusted.isAncestor(request.to, head.value.commit);
    if (!landed.ok)
        return landed;
    if (landed.value)
        return (0,base_result.ok)({ kind: 'landed' });
    const changes = await trusted.treeChanges(request.from, request.to);
    if (!changes.ok)
        return changes;
    if (head.value.commit !== request.from)
        return await afterMove(git, trusted, { head: head.value.commit, changes: changes.value });
    const foreign = await pathsNotOurs({ git, trusted, changes: changes.value });
    if (!foreign.ok)
        return foreign;
    if (foreign.value.length > 0)
        return (0,base_result.ok)({ kind: 'refused', paths: foreign.value });
    const restored = await restore(git, repository, changes.value);
    return restored.ok ? (0,base_result.ok)({ kind: 'undone' }) : restored;
}
/** The user went elsewhere in between: whatever is dirty among our paths is for a person to judge. */
async function afterMove(git, trusted, found) {
    const dirty = await (0,git_repository/* dirtyPaths */.Xb)(git, trusted.repository);
    if (!dirty.ok)
        return dirty;
    const touched = new Set(found.changes.map((change) => change.path));
    const paths = dirty.value.filter((path) => touched.has(path));
    return (0,base_result.ok)(paths.length > 0 ? { kind: 'refused', paths } : { kind: 'base-moved', head: found.head });
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
        if (change.oldMode === NO_MODE)
            removeFile(repository.root, change.path);
    const present = changes.filter((c) => c.oldMode !== NO_MODE && c.oldMode !== SUBMODULE_MODE).map((c) => c.path);
    return await git.run({ args: ['checkout-index', '-f', '-u', '-z', '--stdin'], input: (0,path_text/* joinNul */.MX)(present), place, cwd });
}
/** Lines of `--index-info` that put back the old side; removals first, so that a file can follow a folder of its name. */
function oldEntries(changes) {
    const removals = changes.filter((change) => change.oldMode === NO_MODE);
    const additions = changes.filter((change) => change.oldMode !== NO_MODE);
    return Buffer.concat([...removals, ...additions].flatMap(({ oldMode, oldId, path }) => [
        Buffer.from(`${oldMode === NO_MODE ? '0' : oldMode} ${oldId}\t`),
        (0,path_text/* encodePath */.O0)(path),
        Buffer.from([0]),
    ]));
}
/** Removes a file that the landing added, and the folders that are empty then. */
function removeFile(root, path) {
    if (leaderInTheWay(root, path) !== null)
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

// EXTERNAL MODULE: ./.cache/build/lib/files/append-fully.js
var append_fully = __webpack_require__(3654);
;// CONCATENATED MODULE: ./.cache/build/lib/files/read-lines.js

const readBytes = 64 * 1024;
/**
 * The lines of an open regular file, from its beginning, one after the other in memory. Ends after a line of more than
 * `limitBytes`. Throws the system's error.
 */
function* readLines(fd, limitBytes) {
    const block = Buffer.allocUnsafe(readBytes);
    let parts = [];
    let length = 0;
    let offset = 0;
    for (let position = 0;;) {
        const read = (0,external_node_fs_.readSync)(fd, block, 0, block.length, position);
        if (read === 0)
            break;
        position += read;
        let from = 0;
        for (let at = block.indexOf(10); at >= 0 && at < read; at = block.indexOf(10, from)) {
            const bytes = Buffer.concat([...parts, block.subarray(from, at)]);
            yield { bytes, offset, ended: true, tooLong: false };
            offset += bytes.length + 1;
            from = at + 1;
            parts = [];
            length = 0;
        }
        parts.push(Buffer.from(block.subarray(from, read)));
        length += read - from;
        if (length > limitBytes)
            break;
    }
    if (length > 0)
        yield { bytes: Buffer.concat(parts), offset, ended: false, tooLong: length > limitBytes };
}

// EXTERNAL MODULE: ./.cache/build/lib/files/trouble.js
var files_trouble = __webpack_require__(4232);
// EXTERNAL MODULE: ./.cache/build/lib/files/write-file-atomic.js
var write_file_atomic = __webpack_require__(9497);
;// CONCATENATED MODULE: ./.cache/build/lib/journal/record.js

/**
 * One line of `journal.jsonl`: `{"seq":1,"sum":"<16 hex>","event":{…}}` and a line feed.
 *
 * The sum is taken over the sum of the record before, the number and the exact bytes of the event, so a record that is changed,
 * lost, repeated or moved is noticed. It is a guard against damage, not against a forger.
 * The text around the event is fixed to the byte: there is one way to write a record.
 */
/** The layout that this program writes and reads; the first record of a journal names it. */
const journalFormat = 1;
/** Stands for the sum of the record before the first one. */
const firstSum = '0000000000000000';
/** The bytes of a record, its line feed included, and its sum. `json` holds no line feed. */
function encodeRecord(json, expected) {
    const bytes = Buffer.from(json);
    const sum = sumOf(bytes, expected);
    return { line: Buffer.concat([Buffer.from(head(expected.seq, sum)), bytes, Buffer.from('}\n')]), sum };
}
/** Reads a line, its line feed left out. Gives what is wrong with it when it is not exactly the record expected. */
function decodeRecord(line, expected) {
    const match = /^\{"seq":(0|[1-9][0-9]{0,14}),"sum":"([0-9a-f]{16})","event":/.exec(line.toString('latin1', 0, 80));
    if (match === null || line.at(-1) !== 0x7d)
        return 'not-a-record';
    const [start, seq, sum] = match;
    if (seq !== String(expected.seq))
        return 'wrong-seq';
    const json = line.subarray(start.length, -1);
    if (sum !== sumOf(json, expected))
        return 'wrong-sum';
    return { seq: expected.seq, sum, json };
}
/**
 * True when `tail`, the bytes after the last line feed, can be what a crash left of the record expected there: a beginning of
 * it. See `withoutZeros` for what a power cut adds.
 */
function isTornRecord(tail, expected) {
    const written = withoutZeros(tail);
    if (written.includes(0))
        return false;
    // A whole record and one byte more: its line feed was overwritten. That record was complete.
    if (written.length > 1 && typeof decodeRecord(written.subarray(0, -1), expected) !== 'string')
        return false;
    const pattern = head(expected.seq, '#'.repeat(16));
    const compared = written.toString('latin1', 0, pattern.length);
    return Array.from(compared).every((character, index) => {
        const wanted = pattern[index];
        return wanted === '#' ? /[0-9a-f]/.test(character) : character === wanted;
    });
}
/** Leaves out zero bytes at the end: after a power cut a file may have grown over blocks that were not filled yet. */
function withoutZeros(tail) {
    let end = tail.length;
    while (end > 0 && tail[end - 1] === 0)
        end--;
    return tail.subarray(0, end);
}
function head(seq, sum) {
    return `{"seq":${seq},"sum":"${sum}","event":`;
}
function sumOf(json, { seq, previousSum }) {
    return (0,external_node_crypto_.createHash)('sha256').update(`${previousSum}:${seq}:`).update(json).digest('hex').slice(0, 16);
}

;// CONCATENATED MODULE: ./.cache/build/lib/journal/journal-file.js








/** Longer records are damage: nothing we write comes near. */
const longestRecordBytes = 64 * 1024 * 1024;
/** Opens a journal for reading and appending; one that does not exist, or is empty, is begun. Nothing else may append to it. */
function openJournal(path, readEvent) {
    let fd;
    try {
        fd = (0,external_node_fs_.openSync)(path, external_node_fs_.constants.O_RDWR | external_node_fs_.constants.O_CREAT | external_node_fs_.constants.O_NOFOLLOW | external_node_fs_.constants.O_NONBLOCK, 0o644);
        const scanned = scan({ fd, path }, readEvent);
        if (!scanned.ok) {
            (0,external_node_fs_.closeSync)(fd);
            return scanned;
        }
        const { events, torn } = scanned.value;
        const end = repair({ fd, path }, scanned.value);
        return (0,base_result.ok)({ journal: new Journal({ fd, path }, end), events, torn });
    }
    catch (error) {
        const trouble = (0,files_trouble/* fileTrouble */.A)(error, path);
        if (fd !== undefined)
            (0,external_node_fs_.closeSync)(fd);
        return (0,base_result/* err */._)(unreadable(trouble));
    }
}
/** Reads a journal and changes nothing; a torn tail is counted and left. For everybody who does not hold the lock. */
function readJournal(path, readEvent) {
    let fd;
    try {
        fd = (0,external_node_fs_.openSync)(path, external_node_fs_.constants.O_RDONLY | external_node_fs_.constants.O_NOFOLLOW | external_node_fs_.constants.O_NONBLOCK);
        const scanned = scan({ fd, path }, readEvent);
        return scanned.ok ? (0,base_result.ok)({ events: scanned.value.events, torn: scanned.value.torn }) : scanned;
    }
    catch (error) {
        return (0,base_result/* err */._)(unreadable((0,files_trouble/* fileTrouble */.A)(error, path)));
    }
    finally {
        if (fd !== undefined)
            (0,external_node_fs_.closeSync)(fd);
    }
}
class Journal {
    #file;
    #end;
    /** Set for good when the disk's state is no longer known. */
    #broken = null;
    /** @internal Use `openJournal`. */
    constructor(file, end) {
        this.#file = file;
        this.#end = end;
    }
    /**
     * Appends an event (plain JSON). With `sync` it is on the disk when this returns; without, it is with the next one that
     * syncs. When the disk is full or fails, the file is as it was before and the trouble is the answer; a later call may
     * succeed, unless syncing failed or the file was changed by somebody else.
     */
    append(event, { sync }) {
        if (this.#broken !== null)
            return (0,base_result/* err */._)(this.#broken);
        const { fd, path } = this.#file;
        const json = JSON.stringify(event);
        const { line, sum } = encodeRecord(json, this.#end);
        let syncing = false;
        try {
            if ((0,external_node_fs_.fstatSync)(fd).size !== this.#end.length)
                return this.#breakDown({ reason: 'changed-underneath', path });
            (0,append_fully/* appendFully */.B)(fd, line, this.#end.length);
            syncing = sync;
            if (sync)
                (0,external_node_fs_.fdatasyncSync)(fd);
        }
        catch (error) {
            const trouble = (0,files_trouble/* fileTrouble */.A)(error, path);
            // After a failed sync the kernel may hold pages as clean that never reached the disk: nothing later can be trusted.
            if (!this.#cutBack() || syncing)
                return this.#breakDown(trouble);
            return (0,base_result/* err */._)(trouble);
        }
        this.#end = { seq: this.#end.seq + 1, previousSum: sum, length: this.#end.length + line.length };
        return (0,base_result.ok)(undefined);
    }
    close() {
        (0,external_node_fs_.closeSync)(this.#file.fd);
        this.#broken = { reason: 'io', path: this.#file.path, code: 'EBADF' };
    }
    #cutBack() {
        try {
            (0,external_node_fs_.ftruncateSync)(this.#file.fd, this.#end.length);
            return true;
        }
        catch {
            return false;
        }
    }
    #breakDown(trouble) {
        this.#broken = trouble;
        return (0,base_result/* err */._)(trouble);
    }
}
/** Cuts a torn tail off, completes a last line, begins an empty file. Gives where to go on. Throws the system's error. */
function repair({ fd, path }, { torn, end, lacksLineFeed }) {
    if (torn > 0)
        (0,external_node_fs_.ftruncateSync)(fd, lacksLineFeed ? end.length - 1 : end.length);
    if (lacksLineFeed)
        (0,append_fully/* appendFully */.B)(fd, Buffer.from('\n'), end.length - 1);
    if (torn > 0 || lacksLineFeed)
        (0,external_node_fs_.fdatasyncSync)(fd);
    if (end.length > 0)
        return end;
    const { line, sum } = encodeRecord(JSON.stringify({ format: journalFormat }), end);
    (0,append_fully/* appendFully */.B)(fd, line, 0);
    (0,write_file_atomic/* syncFolder */.Yw)((0,external_node_path_.dirname)(path));
    return { seq: 1, previousSum: sum, length: line.length };
}
function scan({ fd, path }, readEvent) {
    if (!(0,external_node_fs_.fstatSync)(fd).isFile())
        return (0,base_result/* err */._)(unreadable({ reason: 'wrong-kind', path, code: 'EINVAL' }));
    const events = [];
    let end = { seq: 0, previousSum: firstSum, length: 0 };
    for (const line of readLines(fd, longestRecordBytes)) {
        const damage = (found, expected = `record ${end.seq}`) => (0,base_result/* err */._)({ reason: 'damaged', path, line: end.seq + 1, offset: line.offset, expected, found });
        if (line.tooLong)
            return damage(`a line of more than ${longestRecordBytes} bytes`);
        const content = line.ended ? line.bytes : withoutZeros(line.bytes);
        const record = decodeRecord(content, end);
        if (typeof record === 'string') {
            if (!line.ended && isTornRecord(line.bytes, end)) {
                return (0,base_result.ok)({ events, torn: line.bytes.length, end, lacksLineFeed: false });
            }
            const format = end.seq === 0 ? otherFormat(line) : null;
            return format === null ? damage(describe(record)) : (0,base_result/* err */._)(unknownFormat(path, format));
        }
        const value = parse(record.json);
        if (end.seq === 0) {
            const format = formatOf(value);
            if (format === null)
                return damage('a first record without a format', `{"format":${journalFormat}}`);
            if (format !== journalFormat)
                return (0,base_result/* err */._)(unknownFormat(path, format));
        }
        else {
            const event = value === undefined ? null : readEvent(value);
            if (event === null)
                return damage('a record that holds no known event', `record ${end.seq} with a known event`);
            events.push(event);
        }
        const length = line.offset + content.length + 1;
        end = { seq: record.seq + 1, previousSum: record.sum, length };
        if (!line.ended) {
            return (0,base_result.ok)({ events, torn: line.bytes.length - content.length, end, lacksLineFeed: true });
        }
    }
    return (0,base_result.ok)({ events, torn: 0, end, lacksLineFeed: false });
}
// A later layout may compute its sums in another way; its first record must name its format all the same.
function otherFormat(line) {
    const value = line.ended && line.bytes.length < 1000 ? parse(line.bytes) : null;
    const format = isObject(value) ? formatOf(value['event']) : null;
    return format === journalFormat ? null : format;
}
function formatOf(value) {
    const format = isObject(value) ? value['format'] : null;
    return typeof format === 'number' && Number.isSafeInteger(format) ? format : null;
}
function isObject(value) {
    return typeof value === 'object' && value !== null;
}
/** undefined for what is no JSON. */
function parse(json) {
    try {
        return JSON.parse(json.toString('utf8'));
    }
    catch {
        return undefined;
    }
}
function describe(fault) {
    switch (fault) {
        case 'not-a-record':
            return 'a line that is no record';
        case 'wrong-seq':
            return 'another record: one is missing, repeated or moved';
        case 'wrong-sum':
            return 'a record whose sum does not match its content and the records before it';
    }
}
function unknownFormat(path, format) {
    const expected = `format ${journalFormat}`;
    return { reason: 'unknown-format', path, line: 1, offset: 0, expected, found: `format ${format}` };
}
function unreadable(trouble) {
    const { path, code } = trouble;
    return { reason: 'file', path, line: 0, offset: 0, expected: 'a regular file', found: code, trouble };
}

// EXTERNAL MODULE: ./.cache/build/lib/runner/run-files.js
var run_files = __webpack_require__(5653);
;// CONCATENATED MODULE: ./.cache/build/lib/runner/start-run.js
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
        return (0,base_result/* err */._)(cleared);
    const opened = openJournal(files.journal, readEvent);
    if (!opened.ok)
        return (0,base_result/* err */._)(journalProblem(opened.error));
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
    return (0,base_result.ok)({ state: initialState(plan), journal: opened.value.journal, announce, tornBytes: 0 });
}
/** Makes room for a new run: the files of the last one go to `runs/`. null when there is room. */
async function putAside({ files, runId, landing }) {
    await (0,promises_.mkdir)(files.folder, { recursive: true });
    if (!(0,external_node_fs_.existsSync)(files.journal))
        return null;
    const earlier = readJournal(files.journal, readEvent);
    const events = earlier.ok ? earlier.value.events : [];
    const repaired = await repairLanding(landing, events);
    if (repaired !== null)
        return repaired;
    const earlierId = runIdOf(events);
    if (earlierId !== null && hasLanded(events))
        await forgetRun(landing, earlierId);
    await (0,run_files/* archiveRun */.g)(files, earlierId ?? `before-${runId}`);
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
    if (!(0,external_node_fs_.existsSync)(files.journal))
        return (0,base_result.ok)(null);
    const opened = openJournal(files.journal, readEvent);
    if (!opened.ok)
        return (0,base_result/* err */._)(journalProblem(opened.error));
    const { journal, events, torn } = opened.value;
    if (events[0]?.type !== 'run-started') {
        journal.close();
        return (0,base_result.ok)(null);
    }
    const repaired = await repairLanding(landing, events);
    if (repaired === null)
        return (0,base_result.ok)({ state: foldEvents(plan, events), journal, events, tornBytes: torn });
    journal.close();
    return (0,base_result/* err */._)(repaired);
}
/** Goes on with the last run. Definitions that have changed since stop it, unless they are accepted. */
function resumeRun(last, request, acceptChanges) {
    const { state, journal, tornBytes } = last;
    const { choices: before } = state;
    const changed = changedFiles(state.definition, request.digests);
    if (changed.length > 0 && !acceptChanges)
        return (0,base_result/* err */._)(changedProblem(changed));
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
    return (0,base_result.ok)({ state, journal, announce, tornBytes });
}
/** The commit that the run was at when that step had completed; a problem when it has not. */
function checkpointOf(last, plan, step) {
    if (stepState(last.state, step).status === 'completed') {
        const rolledBack = { type: 'rolled-back', at: 0, step, revertCommit: null };
        return (0,base_result.ok)(foldEvents(plan, [...last.events, rolledBack]));
    }
    const done = [...last.state.steps.values()].filter(({ status }) => status === 'completed');
    const list = done.map(({ step: { number, id } }) => `${number} (${id})`).join(', ');
    return (0,base_result/* err */._)({
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
    if (!(0,external_node_fs_.existsSync)(files.journal))
        return null;
    const read = readJournal(files.journal, readEvent);
    if (!read.ok || runIdOf(read.value.events) !== runId)
        return null;
    return repairLanding(landing, read.value.events);
}
/** null when nothing was left half-way, or it could be repaired. */
async function repairLanding(landing, events) {
    const started = pendingLanding(events);
    if (started === null)
        return null;
    const recovered = await recoverLanding(landing, { from: started.from, to: started.to, startedAtMs: started.at });
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
    const found = await listReferences(git, trusted.repository, `${REFERENCE_ROOT}/${runId}`);
    if (!found.ok || found.value.size === 0)
        return;
    await updateReferences(git, trusted.repository, [...found.value.keys()].map((name) => ({ name, to: null })));
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

// EXTERNAL MODULE: ./.cache/build/lib/base/closest-name.js
var closest_name = __webpack_require__(4876);
// EXTERNAL MODULE: ./node_modules/zod/v4/mini/schemas.js
var schemas = __webpack_require__(4343);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/api.js
var api = __webpack_require__(3759);
// EXTERNAL MODULE: ./node_modules/zod/v4/locales/en.js
var en = __webpack_require__(252);
;// CONCATENATED MODULE: ./.cache/build/lib/agents/command.js



const english = (0,en/* default */.A)().localeError;
/** The JSON document that the executable prints on standard output; logs belong on standard error. */
const resultSchema = schemas/* object */.Ikc({
    status: schemas/* enum */.k5n(['done', 'no-op', 'blocked']),
    summary: schemas/* string */.YjP().check(api/* _maxLength */.Eb(10_000)),
    follow_ups: schemas/* _default */.Rvf(schemas/* array */.YOg(schemas/* string */.YjP()), []),
    cost_usd: schemas/* _default */.Rvf(schemas/* nullable */.mee(schemas/* number */.aig().check(api/* _nonnegative */.UI())), null),
    tokens: schemas/* _default */.Rvf(schemas/* nullable */.mee(schemas/* int */.Whr().check(api/* _nonnegative */.UI())), null),
});
/**
 * The `command` backend: any executable. It is started in the workspace with the prompt on standard input and with
 * WORKFLOW_RUNNER_AGENT, _TASK, _CONFIG (JSON), _STEP and _ATTEMPT in its environment; it prints one JSON document
 * `{"status": "done" | "no-op" | "blocked", "summary": "…", "follow_ups"?, "cost_usd"?, "tokens"?}`.
 */
function commandBackend(executable) {
    return {
        launch: (request) => ({
            argv: [executable],
            input: request.prompt,
            env: {
                WORKFLOW_RUNNER_AGENT: request.agent,
                WORKFLOW_RUNNER_TASK: request.task,
                WORKFLOW_RUNNER_CONFIG: JSON.stringify(request.config),
                WORKFLOW_RUNNER_STEP: request.stepId,
                WORKFLOW_RUNNER_ATTEMPT: String(request.attempt),
            },
        }),
        readResult,
    };
}
function readResult(stdout) {
    const text = stdout.trim();
    if (text === '')
        return invalid('it printed nothing on standard output');
    let json;
    try {
        json = JSON.parse(text);
    }
    catch {
        return invalid('standard output is not one JSON document (logs belong on standard error)');
    }
    const parsed = resultSchema.safeParse(json, { error: english });
    if (!parsed.success) {
        const [issue] = parsed.error.issues;
        return invalid(`${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not the expected document'}`);
    }
    const { status, summary, follow_ups: followUps, cost_usd: costUsd, tokens } = parsed.data;
    return (0,base_result.ok)({ status, summary, followUps, costUsd, tokens });
}
const invalid = (detail) => (0,base_result/* err */._)({ reason: 'agent-result-invalid', detail });

;// CONCATENATED MODULE: ./.cache/build/lib/agents/registry.js


/** Told to whoever asks for a backend that is not there. */
const HELP = 'use --agent-backend command:EXECUTABLE, a program that reads the prompt and prints a JSON result';
/**
 * The backend of that name: `command:<executable>`. An unknown name is a failure that says what there is, so that it can be
 * told before anything is spent.
 */
function findBackend(name) {
    const [kind, ...rest] = name.split(':');
    const executable = rest.join(':');
    if (kind === 'command' && executable !== '')
        return (0,base_result.ok)(commandBackend(executable));
    return (0,base_result/* err */._)({ reason: 'agent-backend-missing', backend: name, help: HELP });
}

;// CONCATENATED MODULE: ./.cache/build/lib/commands/run-choices.js





/** Looks up what the flags name. The problem says what there is. */
function planChoices(flags, plan, cwd) {
    const phase = flags.phase ?? null;
    const phases = plan.root.children.flatMap((child) => (child.node === 'group' ? [child.name] : []));
    if (phase !== null && !phases.includes(phase))
        return (0,base_result/* err */._)(unknown('phase', phase, { names: phases }));
    const skip = [];
    for (const wanted of flags.skipSteps) {
        const step = findStep(wanted, plan);
        if (step === null && !plan.groups.has(wanted))
            return (0,base_result/* err */._)(unknownStep(wanted, plan));
        skip.push(step?.id ?? wanted);
    }
    const rollbackTo = flags.rollbackTo === undefined ? null : findStep(flags.rollbackTo, plan);
    if (flags.rollbackTo !== undefined && rollbackTo === null)
        return (0,base_result/* err */._)(unknownStep(flags.rollbackTo, plan));
    const { land = null, maxConcurrent = null, budgetUsd = null } = flags;
    const agentBackend = flags.agentBackend === undefined ? null : absoluteBackend(flags.agentBackend, cwd);
    const job = jobOf(flags, plan);
    if (!job.ok)
        return job;
    return (0,base_result.ok)({ choices: { land, phase, skip, maxConcurrent, budgetUsd, agentBackend, ...job.value }, rollbackTo });
}
/** The child of the chosen phase that this job runs, by its id or number; nothing when no job was asked for. */
function jobOf({ job, phase }, plan) {
    if (job === undefined || job.step === null)
        return (0,base_result.ok)(job === undefined ? {} : { job: { step: null } });
    const group = plan.root.children.find((child) => child.node === 'group' && child.name === phase);
    if (group?.node !== 'group' || group.type !== 'parallel') {
        return (0,base_result/* err */._)({
            code: 'step-without-parallel-phase',
            message: `step '${job.step}' can run in a job of its own only when its phase is parallel`,
            help: 'name a parallel phase, or leave the step out to run the whole phase',
            exitCode: 2,
        });
    }
    const names = group.children.map((child) => (child.node === 'step' ? child.id : child.path));
    const wanted = findStep(job.step, plan)?.id ?? job.step;
    return names.includes(wanted) ? (0,base_result.ok)({ job: { step: wanted } }) : (0,base_result/* err */._)(unknown('step', job.step, { names }));
}
/** A step by its number or id; null when there is none. */
function findStep(wanted, plan) {
    return plan.stepsById.get(wanted) ?? (/^\d+$/.test(wanted) ? (plan.steps[Number(wanted) - 1] ?? null) : null);
}
/** `command:./agent` is meant from where the user stands, now and when the run is resumed from elsewhere. */
function absoluteBackend(backend, cwd) {
    const executable = backend.startsWith('command:') ? backend.slice('command:'.length) : '';
    return executable.includes('/') ? `command:${(0,external_node_path_.resolve)(cwd, executable)}` : backend;
}
/** Said before anything is spent: an agent backend that is not there. null when it is, or no agent is asked. */
function backendProblem(plan, { backend, skip, path }) {
    const asked = plan.steps.find(({ id, action }) => action.kind === 'agent' && !skip.includes(id));
    const help = asked === undefined ? null : backendHelp(backend, path);
    if (asked === undefined || help === null)
        return null;
    return {
        code: 'agent-backend-missing',
        message: `step ${asked.number} (${asked.id}) needs an agent, and the backend '${backend}' is not available`,
        help,
        exitCode: 2,
    };
}
/** What to do about a backend that is not there; null when it is. */
function backendHelp(backend, path) {
    const found = findBackend(backend);
    if (!found.ok)
        return found.error.reason === 'agent-backend-missing' ? found.error.help : null;
    const program = backend.slice(backend.indexOf(':') + 1);
    if ((0,environment/* findProgram */.Kp)(program, path) !== null)
        return null;
    return `there is no executable file ${program}: name it by its path (command:./agent), or put it on PATH`;
}
/**
 * A contract about derivations is a promise that is kept or the step fails; a version that cannot check it must not run it.
 * null when the plan has none.
 */
function contractProblem(plan) {
    const step = plan.steps.find(({ action }) => action.expect !== null && action.expect !== 'any');
    if (step === undefined)
        return null;
    return {
        code: 'contract-not-supported',
        message: `step ${step.number} (${step.id}) has an expect: contract, which this version cannot check`,
        help: 'remove expect: from the step, or run a later version',
        exitCode: 2,
    };
}
function unknownStep(wanted, plan) {
    return unknown('step', wanted, {
        names: [...plan.stepsById.keys()],
        more: ` or a number from 1 to ${plan.steps.length}`,
    });
}
function unknown(what, wanted, { names, more = '' }) {
    const near = (0,closest_name/* closestName */.N)(wanted, names);
    const list = names.slice(0, 20).join(', ') + (names.length > 20 ? ', …' : '');
    return {
        code: `unknown-${what}`,
        message: `the workflow has no ${what} '${wanted}'`,
        help: `${near === null ? '' : `did you mean '${near}'? `}expected one of: ${list}${more}`,
        exitCode: 2,
    };
}

// EXTERNAL MODULE: ./.cache/build/lib/report/json-text.js
var json_text = __webpack_require__(3960);
// EXTERNAL MODULE: ./.cache/build/lib/base/diagnostic.js
var diagnostic = __webpack_require__(4942);
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
var plan = __webpack_require__(3432);
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
        entry.cost_usd = roundCost(step.costUsd);
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
var read_file_bounded = __webpack_require__(1998);
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
        write(files.state, buildState(state));
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
    const { metricsSchema } = await Promise.all(/* import() */[__webpack_require__.e(488), __webpack_require__.e(707)]).then(__webpack_require__.bind(__webpack_require__, 3707));
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

;// CONCATENATED MODULE: ./.cache/build/lib/git/remove-tree.js

/**
 * Removes a file, link or folder with all that is in it, never through a link. Folders that a step made unreadable or
 * read-only are opened first. Throws when it still cannot be removed (another user's files, a mount).
 */
async function removeTree(path) {
    try {
        await (0,promises_.rm)(path, { recursive: true, force: true });
    }
    catch {
        await openFolders(path);
        await (0,promises_.rm)(path, { recursive: true, force: true });
    }
}
async function openFolders(path) {
    const left = [typeof path === 'string' ? Buffer.from(path) : path];
    for (let folder = left.pop(); folder !== undefined; folder = left.pop()) {
        if (!(await (0,promises_.lstat)(folder)).isDirectory())
            continue;
        await (0,promises_.chmod)(folder, 0o700);
        for (const name of await (0,promises_.readdir)(folder, { encoding: 'buffer' })) {
            left.push(Buffer.concat([folder, Buffer.from('/'), name]));
        }
    }
}
/** Removes what is in a folder and keeps the folder itself. A folder that is not there counts as empty. */
async function emptyFolder(folder) {
    const names = await (0,promises_.readdir)(folder, { encoding: 'buffer' }).catch(() => []);
    for (const name of names)
        await removeTree(Buffer.concat([folder, Buffer.from('/'), name]));
}

;// CONCATENATED MODULE: ./.cache/build/lib/git/replace-file.js

/**
 * Writes `content` beside `path` and renames it over: readers see the old or the new file, and a link in the file's
 * place is replaced, not followed. Not synced: what is written here can be rebuilt. The folder must exist.
 */
async function replaceFile(path, content) {
    const temporary = `${path}.workflow-runner-new`;
    await (0,promises_.writeFile)(temporary, content);
    await (0,promises_.rename)(temporary, path);
}

;// CONCATENATED MODULE: ./.cache/build/lib/git/exclude.js



/** The state folders of workflows, `metrics.json` and the lock beside them: never part of a commit nor of `git status`. */
const STATE_PATTERNS = ['/.claude/workflows/*/', '/.claude/workflows/metrics.json'];
/**
 * Adds `STATE_PATTERNS` (and `more`) to the repository's own `info/exclude` where they are missing; the rest of the file is
 * kept byte for byte. Returns whether the file was changed. Shared by all linked worktrees, as git reads it.
 */
async function addExclude(repository, more = []) {
    const folder = (0,external_node_path_.join)(repository.commonDir, 'info');
    const path = (0,external_node_path_.join)(folder, 'exclude');
    const before = await (0,promises_.readFile)(path).catch(() => Buffer.alloc(0));
    const lines = new Set(before.toString('latin1').split(/\r?\n/));
    const missing = [...STATE_PATTERNS, ...more].filter((pattern) => !lines.has(pattern));
    if (missing.length === 0)
        return false;
    const gap = before.length > 0 && before.at(-1) !== 0x0a ? '\n' : '';
    await (0,promises_.mkdir)(folder, { recursive: true });
    await replaceFile(path, Buffer.concat([before, Buffer.from(`${gap}${missing.join('\n')}\n`)]));
    return true;
}

;// CONCATENATED MODULE: ./.cache/build/lib/git/trusted-directory.js




/**
 * A git directory that only the runner writes and nothing of a step can reach: own configuration, own attributes, own
 * index, and the user's object store, so that refs of the user's repository can name what is made here.
 */
/** What is in a file is what is committed: no line ending conversion, no filter, no keyword, whatever a tree's attributes say. */
const ATTRIBUTES = '* -text -filter -ident -working-tree-encoding !merge\n';
/** Makes or repairs the directory at `gitDir`; its index is kept. Throws when the cache folder cannot be written. */
async function prepareTrustedDirectory(gitDir, repository) {
    await (0,promises_.mkdir)((0,external_node_path_.join)(gitDir, 'info'), { recursive: true });
    await (0,promises_.mkdir)((0,external_node_path_.join)(gitDir, 'refs'), { recursive: true });
    await (0,promises_.mkdir)((0,external_node_path_.join)(gitDir, 'objects'), { recursive: true });
    await Promise.all([
        replaceFile((0,external_node_path_.join)(gitDir, 'config'), configOf(repository)),
        replaceFile((0,external_node_path_.join)(gitDir, 'info', 'attributes'), ATTRIBUTES),
        replaceFile((0,external_node_path_.join)(gitDir, 'info', 'exclude'), `${STATE_PATTERNS.join('\n')}\n`),
        copyShallow(repository, gitDir),
        setHead(gitDir, repository.head),
    ]);
}
/** The place for commands that need no work tree, or with one for those that do. */
function trustedPlace(gitDir, repository, workTree) {
    const place = { kind: 'trusted', gitDir, objectsDir: repository.objectsDir };
    return workTree === undefined ? place : { ...place, workTree };
}
/** Points the detached HEAD of a directory of ours at `commit`. */
async function setHead(gitDir, commit) {
    await replaceFile((0,external_node_path_.join)(gitDir, 'HEAD'), `${commit}\n`);
}
/** A shallow checkout stays shallow here: without this list git would look for parents that do not exist. */
async function copyShallow(repository, gitDir) {
    const from = (0,external_node_path_.join)(repository.commonDir, 'shallow');
    const isShallow = await (0,promises_.readFile)(from).then(() => true, () => false);
    if (isShallow)
        await (0,promises_.copyFile)(from, (0,external_node_path_.join)(gitDir, 'shallow'));
    else
        await (0,promises_.rm)((0,external_node_path_.join)(gitDir, 'shallow'), { force: true });
}
/** Lines about the object format, needed by every git directory that shares the user's objects. */
function formatConfig(repository) {
    return repository.objectFormat === 'sha256'
        ? '[core]\n\trepositoryformatversion = 1\n[extensions]\n\tobjectformat = sha256\n'
        : '[core]\n\trepositoryformatversion = 0\n';
}
/** `showUntrackedFiles = all` must stand in the configuration: only then the untracked cache serves `--untracked-files=all`. */
function configOf(repository) {
    return `${formatConfig(repository)}[core]
\tbare = false
\tfilemode = true
\tsymlinks = true
\tautocrlf = false
\tuntrackedCache = true
\tpreloadIndex = true
\tlogAllRefUpdates = false
[index]
\tversion = 4
[status]
\tshowUntrackedFiles = all
[merge]
\trenameLimit = 7000
[gc]
\tauto = 0
`;
}

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

;// CONCATENATED MODULE: ./.cache/build/lib/git/commit-message.js
/** Keys that only the runner may write: resume and publish read them. Matched without regard to case. */
const OWN_KEY = /^\s*workflow-[a-z0-9-]*\s*:/i;
/**
 * The bytes of a commit message: `message`, a blank line, the trailers. A line of the message that looks like a trailer of
 * ours is quoted with `> `, whatever line ending stands before it, so that nobody but the runner signs as the runner.
 */
function commitMessage(message, trailers) {
    const lines = message
        .replaceAll('\0', '')
        .split(/\r\n|[\r\n\v\f\u0085\u2028\u2029]/)
        .map((line) => (OWN_KEY.test(line) ? `> ${line.trimStart()}` : line.trimEnd()));
    const body = lines.join('\n').trim();
    const signed = trailers.map(([key, value]) => `${key}: ${oneLine(value)}`);
    return `${[body === '' ? 'Change files' : body, signed.join('\n')].filter((part) => part !== '').join('\n\n')}\n`;
}
function oneLine(text) {
    return text
        .replaceAll('\0', '')
        .replace(/[\s\u0085\u2028\u2029]+/g, ' ')
        .trim();
}

;// CONCATENATED MODULE: ./.cache/build/lib/git/trusted-git.js





/** git on objects of the user's store, with nobody's configuration but ours. */
class TrustedGit {
    #git;
    #folders;
    constructor(git, folders) {
        this.#git = git;
        this.#folders = folders;
    }
    get repository() {
        return this.#folders.repository;
    }
    get gitDir() {
        return this.#folders.gitDir;
    }
    async run(command) {
        const { gitDir, repository, workTree } = this.#folders;
        const place = trustedPlace(gitDir, repository, workTree);
        return await this.#git.run({ ...command, place, cwd: workTree ?? gitDir });
    }
    /**
     * Writes a commit object with the runner's identity; the same input gives the same id. No ref is made. Synced, unless the
     * caller asks to do that itself.
     */
    async commit(commit, sync = 'each') {
        const parents = commit.parents.flatMap((parent) => ['-p', parent]);
        return await this.#text({
            args: ['commit-tree', commit.tree, ...parents, '-F', '-'],
            input: commitMessage(commit.message, commit.trailers),
            atMs: commit.atMs,
            sync,
        });
    }
    /** The tree of a commit. */
    async treeOf(commit) {
        return await this.#text({ args: ['rev-parse', '--verify', `${commit}^{tree}`] });
    }
    async isAncestor(ancestor, commit) {
        const answer = await this.run({ args: ['merge-base', '--is-ancestor', ancestor, commit], okCodes: [0, 1] });
        return answer.ok ? (0,base_result.ok)(answer.value.exitCode === 0) : answer;
    }
    /** Merges two commits over their common ancestor, in objects only. git >= 2.38. */
    async mergeTrees(ours, theirs) {
        const answer = await this.run({
            args: ['merge-tree', '--write-tree', '-z', '--name-only', '--no-messages', ours, theirs],
            okCodes: [0, 1],
        });
        if (!answer.ok)
            return answer;
        const [tree, ...paths] = (0,path_text/* splitNul */.K5)(answer.value.stdout).map(path_text/* decodePath */.q0);
        if (answer.value.exitCode === 0 && tree !== undefined)
            return (0,base_result.ok)({ kind: 'clean', tree });
        return (0,base_result.ok)({ kind: 'conflict', paths: [...new Set(paths)].sort() });
    }
    /** What differs between two trees or commits, without link targets. */
    async treeChanges(from, to) {
        const all = await this.objectChanges(from, to);
        return all.ok ? (0,base_result.ok)(all.value.filter((change) => !isFolder(change))) : all;
    }
    /** As `treeChanges`, with the folders above the changed files: every object that is new in `to`. */
    async objectChanges(from, to) {
        const answer = await this.run({ args: ['diff-tree', '-r', '-t', '-z', '--raw', '--no-renames', from, to] });
        return answer.ok ? (0,base_result.ok)(parseRawDiff(answer.value.stdout)) : answer;
    }
    /** The changes of files among `found`, link targets included: read from objects, not from files. */
    async withLinkTargets(found) {
        const links = found.filter((change) => change.newMode === LINK_MODE).map((change) => change.newId);
        const targets = await this.blobs(links);
        if (!targets.ok)
            return targets;
        const files = found.filter((change) => !isFolder(change));
        return (0,base_result.ok)(files.map(({ path, type, oldMode, newMode, newId }) => {
            const target = newMode === LINK_MODE ? targets.value.get(newId) : undefined;
            const change = { path, type, oldMode, newMode };
            return target === undefined ? change : { ...change, linkTarget: (0,path_text/* decodePath */.q0)(target) };
        }));
    }
    /** Content of blobs by id, all at once: for links and other small ones. */
    async blobs(ids) {
        if (ids.length === 0)
            return (0,base_result.ok)(new Map());
        const answer = await this.run({ args: ['cat-file', '--batch'], input: `${ids.join('\n')}\n` });
        return answer.ok ? (0,base_result.ok)(parseBatch(answer.value.stdout)) : answer;
    }
    /** Bytes of blobs by id, without reading them; ids that are not here are left out. */
    async blobSizes(ids) {
        if (ids.length === 0)
            return (0,base_result.ok)(new Map());
        const args = ['cat-file', '--batch-check=%(objectname) %(objectsize)'];
        const answer = await this.run({ args, input: `${ids.join('\n')}\n` });
        if (!answer.ok)
            return answer;
        const sizes = answer.value.text.split('\n').map((line) => line.split(' '));
        return (0,base_result.ok)(new Map(sizes.filter(([, size]) => size !== 'missing').map(([id = '', size]) => [id, Number(size)])));
    }
    async #text(command) {
        const answer = await this.run(command);
        return answer.ok ? (0,base_result.ok)(answer.value.text) : answer;
    }
}
/** The runner's own git directory of a repository, at `<cacheDir>/git`: for merging, reverting and comparing. */
async function openTrustedGit(git, repository, cacheDir) {
    const gitDir = `${cacheDir}/git`;
    await prepareTrustedDirectory(gitDir, repository);
    return new TrustedGit(git, { gitDir, repository });
}
/** A folder that became a file is two changes in git's raw listing; the half that is a folder goes. */
function isFolder(change) {
    return [change.oldMode, change.newMode].every((mode) => mode === FOLDER_MODE || mode === NO_MODE);
}
/** `<id> blob <size>\n<content>\n` for each object. */
function parseBatch(output) {
    const blobs = new Map();
    for (let at = 0; at < output.length;) {
        const end = output.indexOf(0x0a, at);
        const [id = '', , size = '0'] = output.subarray(at, end).toString('latin1').split(' ');
        const length = Number(size);
        blobs.set(id, output.subarray(end + 1, end + 1 + length));
        at = end + 1 + length + 1;
    }
    return blobs;
}

;// CONCATENATED MODULE: ./.cache/build/lib/git/tree-snapshot.js

/**
 * Looks at everything below `root` but the names in `except` directly in it, never following a link.
 * `probe` is a file that may be overwritten, on the same file system. Null with more than `limit` entries or when something
 * cannot be read: then only git can tell.
 */
function takeSnapshot(options) {
    try {
        (0,external_node_fs_.writeFileSync)(options.probe, '');
        const now = (0,external_node_fs_.lstatSync)(options.probe, { bigint: true }).ctimeNs;
        return walk(options, now);
    }
    catch {
        return null;
    }
}
/** True unless every entry is exactly as it was. Costs one `lstat` per entry. */
function isTouched(snapshot) {
    if (snapshot.racy)
        return true;
    return snapshot.paths.some((path, at) => {
        const before = snapshot.marks[at];
        const now = (0,external_node_fs_.lstatSync)(path, { bigint: true, throwIfNoEntry: false });
        return now === undefined || before === undefined || !same(before, now);
    });
}
function walk(options, now) {
    const root = Buffer.from(options.root);
    const paths = [root];
    const marks = [];
    const slash = Buffer.from('/');
    let racy = false;
    for (let at = 0; at < paths.length; at += 1) {
        const path = paths[at] ?? root;
        const stats = (0,external_node_fs_.lstatSync)(path, { bigint: true });
        const { ino, mode, size, mtimeNs, ctimeNs } = stats;
        marks.push({ ino, mode, size, mtimeNs, ctimeNs });
        racy ||= ctimeNs >= now;
        if (!stats.isDirectory())
            continue;
        for (const name of (0,external_node_fs_.readdirSync)(path, { encoding: 'buffer' })) {
            if (at === 0 && options.except.includes(name.toString('latin1')))
                continue;
            paths.push(Buffer.concat([path, slash, name]));
        }
        if (paths.length > options.limit)
            return null;
    }
    return { paths, marks, racy };
}
function same(a, b) {
    return (a.ino === b.ino && a.mode === b.mode && a.size === b.size && a.mtimeNs === b.mtimeNs && a.ctimeNs === b.ctimeNs);
}

;// CONCATENATED MODULE: ./.cache/build/lib/git/workspace-dot-git.js









/**
 * The `.git` that a step sees in its workspace: a real repository of its own, with the user's objects as alternates, HEAD
 * detached at the step's base and an index under which everything is clean. The step may do with it what it likes; the runner
 * never runs git with it and never reads it. When anything in it is not what was written here, it is replaced whole.
 */
const FOLDERS = ['info', 'objects/info', 'objects/pack', 'refs/heads', 'refs/tags'];
class WorkspaceDotGit {
    #options;
    #path;
    /** Digest of each file as written, by path below `.git`; empty before the first writing. */
    #written = new Map();
    #snapshot = null;
    constructor(options) {
        this.#options = options;
        this.#path = (0,external_node_path_.join)(options.root, '.git');
    }
    /** Makes `.git` agree with `commit` and the runner's index. Cheap when nobody touched it and only the commit is new. */
    async agreeWith(commit, indexChanged) {
        if (!this.#isIntact())
            await this.#replaceWhole(commit);
        else if (indexChanged || this.#written.get('HEAD') !== digest(headOf(commit))) {
            await this.#put('HEAD', headOf(commit));
            await this.#putIndex();
            this.#snapshot = null;
        }
    }
    /** Forgets what was written: the next `agreeWith` replaces the folder. */
    forget() {
        this.#written.clear();
        this.#snapshot = null;
    }
    /** By times where they can be trusted, by content where the last writing is too young. Never follows a link. */
    #isIntact() {
        if (this.#written.size === 0)
            return false;
        if (this.#snapshot !== null && !isTouched(this.#snapshot))
            return true;
        const snapshot = takeSnapshot({
            root: this.#path,
            except: [],
            probe: (0,external_node_path_.join)(this.#options.trustedDir, 'probe'),
            limit: FOLDERS.length + this.#written.size + 8,
        });
        if (snapshot === null || !this.#holdsWhatWasWritten(snapshot))
            return false;
        this.#snapshot = snapshot;
        return true;
    }
    #holdsWhatWasWritten(snapshot) {
        const skip = this.#path.length + 1;
        const names = snapshot.paths.slice(1).map((path) => path.toString('utf8').slice(skip));
        const folders = new Set(FOLDERS.flatMap((folder) => [folder, folder.split('/')[0] ?? folder]));
        if (names.length !== folders.size + this.#written.size || !(0,external_node_fs_.lstatSync)(this.#path).isDirectory())
            return false;
        return names.every((name) => {
            const path = (0,external_node_path_.join)(this.#path, name);
            const stats = (0,external_node_fs_.lstatSync)(path);
            if (folders.has(name))
                return stats.isDirectory();
            return stats.isFile() && stats.nlink === 1 && digest((0,external_node_fs_.readFileSync)(path)) === this.#written.get(name);
        });
    }
    async #replaceWhole(commit) {
        await removeTree(this.#path);
        this.#written.clear();
        for (const folder of FOLDERS)
            await (0,promises_.mkdir)((0,external_node_path_.join)(this.#path, folder), { recursive: true });
        const { repository } = this.#options;
        await this.#put('HEAD', headOf(commit));
        await this.#put('config', `${formatConfig(repository)}${CONFIG}`);
        await this.#put('info/exclude', `${STATE_PATTERNS.join('\n')}\n`);
        await this.#put('objects/info/alternates', `${alternateLine(repository.objectsDir)}\n`);
        const shallow = await (0,promises_.readFile)((0,external_node_path_.join)(this.#options.trustedDir, 'shallow')).catch(() => null);
        if (shallow !== null)
            await this.#put('shallow', shallow);
        await this.#putIndex();
        this.#snapshot = null;
    }
    async #put(name, content) {
        await replaceFile((0,external_node_path_.join)(this.#path, name), content);
        this.#written.set(name, digest(content));
    }
    /** The copy is dated back to the index it is made from: git takes entries younger than their index for unknown. */
    async #putIndex() {
        const from = (0,external_node_path_.join)(this.#options.trustedDir, 'index');
        const content = await (0,promises_.readFile)(from).catch(() => null);
        if (content === null)
            return;
        const to = (0,external_node_path_.join)(this.#path, 'index');
        const seconds = Math.floor((await (0,promises_.stat)(from)).mtimeMs) / 1000;
        await (0,promises_.writeFile)(`${to}.workflow-runner-new`, content);
        await (0,promises_.utimes)(`${to}.workflow-runner-new`, seconds, seconds);
        await (0,promises_.rename)(`${to}.workflow-runner-new`, to);
        this.#written.set('index', digest(content));
    }
}
const CONFIG = `[core]
	bare = false
	filemode = true
	logAllRefUpdates = false
[user]
	name = workflow-runner
	email = workflow-runner@localhost
[commit]
	gpgSign = false
[gc]
	auto = 0
[maintenance]
	auto = false
[advice]
	detachedHead = false
`;
function headOf(commit) {
    return `${commit}\n`;
}
function digest(content) {
    return (0,external_node_crypto_.createHash)('sha1').update(content).digest('hex');
}
/** git reads a line in double quotes with C escapes, any other line as it stands. */
function alternateLine(path) {
    return /^[/A-Za-z0-9._ -]+$/.test(path) ? path : JSON.stringify(path);
}

;// CONCATENATED MODULE: ./.cache/build/lib/git/link-escapes.js
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

;// CONCATENATED MODULE: ./.cache/build/lib/git/workspace-status.js





/**
 * Turns what `git status` said into changes: adds modes and link targets of new files, drops what vanished meanwhile, and
 * refuses what cannot be committed as it is. `submodules` are paths whose folders belong to other repositories.
 */
function changesOfStatus(root, entries, submodules) {
    const nested = entries.filter(isNestedRepository).map((entry) => entry.path.replace(/\/$/, ''));
    nested.push(...submodules.filter((path) => isOccupied(root, path)));
    if (nested.length > 0)
        return (0,base_result/* err */._)({ reason: 'nested-repository', paths: [...new Set(nested)].sort() });
    const changes = entries.map((entry) => withDisk(root, entry)).filter((change) => change !== null);
    return refuseEscapes(changes);
}
/** A link that leaves the tree fails the step; the first one in path order is named. */
function refuseEscapes(changes) {
    const bad = changes.find((change) => change.linkTarget !== undefined && linkEscapes(change.path, change.linkTarget));
    if (bad?.linkTarget === undefined)
        return (0,base_result.ok)(changes);
    return (0,base_result/* err */._)({ reason: 'link-escapes', path: bad.path, target: bad.linkTarget });
}
/** git lists a repository inside the tree as one untracked path with a slash at its end. */
function isNestedRepository(entry) {
    if (entry.kind === 'untracked')
        return entry.path.endsWith('/');
    return entry.oldMode !== entry.newMode && (entry.oldMode === SUBMODULE_MODE || entry.newMode === SUBMODULE_MODE);
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
    const isGone = entry.kind === 'tracked' && entry.newMode === NO_MODE;
    const onDisk = (0,path_text/* pathOnDisk */.ur)(root, path);
    const stats = isGone ? undefined : (0,external_node_fs_.lstatSync)(onDisk, { throwIfNoEntry: false });
    const newMode = stats === undefined ? NO_MODE : modeOf(stats);
    if (oldMode === NO_MODE && newMode === NO_MODE)
        return null;
    const change = { path, oldMode, newMode, type: typeOf(oldMode, newMode) };
    if (newMode !== LINK_MODE)
        return change;
    return { ...change, linkTarget: (0,path_text/* decodePath */.q0)((0,external_node_fs_.readlinkSync)(onDisk, { encoding: 'buffer' })) };
}
function modeOf(stats) {
    if (stats.isSymbolicLink())
        return LINK_MODE;
    if (!stats.isFile())
        return NO_MODE;
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
        return answer.ok ? (0,base_result.ok)(answer.value.stdout) : answer;
    }
    /** Takes the changed files into the index and writes all objects. `commit` syncs them. Returns the id of the tree. */
    async writeTree(changes) {
        const gone = changes.filter((change) => change.newMode === NO_MODE).map((change) => change.path);
        const present = changes.filter((change) => change.newMode !== NO_MODE).map((change) => change.path);
        const removed = gone.length === 0 ? null : await this.#updateIndex(['--force-remove'], gone);
        if (removed?.ok === false)
            return removed;
        dateForward(this.#folders.root, present, (0,external_node_path_.join)(this.#folders.trustedDir, 'probe'));
        const added = present.length === 0 ? null : await this.#updateIndex(['--add', '--replace'], present);
        if (added?.ok === false)
            return added;
        const tree = await this.#git.run({ args: ['write-tree'], sync: 'later' });
        return tree.ok ? (0,base_result.ok)(tree.value.text) : tree;
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
            await emptyFolder((0,path_text/* pathOnDisk */.ur)(this.#folders.root, path));
        return (0,base_result.ok)(submodules);
    }
    /** A step may have put a link or a file in the place of its folder. */
    async #ensureRoot() {
        const stats = await (0,promises_.lstat)(this.#folders.root).catch(() => null);
        if (stats?.isDirectory() === true)
            return;
        await this.#startOver();
    }
    async #startOver() {
        await removeTree(this.#folders.root);
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
    if (!listing.includes(`${SUBMODULE_MODE} `))
        return [];
    return (0,path_text/* splitNul */.K5)(listing)
        .filter((record) => record.subarray(0, 7).toString('latin1') === `${SUBMODULE_MODE} `)
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
        this.#git = new TrustedGit(git, { gitDir, repository, workTree });
        this.#tree = new WorkspaceTree(this.#git, folders);
        this.#dotGit = new WorkspaceDotGit(folders);
    }
    /** The commit that `changes` compares with; null before the first checkout. */
    get commitId() {
        return this.#commit;
    }
    /** Makes the folder hold exactly `commit` (an id), for a step to begin in. */
    async checkout(commit, signal) {
        const untouched = this.#settled || (this.#snapshot !== null && !isTouched(this.#snapshot));
        this.#settled = false;
        if (untouched && commit === this.#commit) {
            await this.#dotGit.agreeWith(commit, false);
            return (0,base_result.ok)(undefined);
        }
        this.#commit = null;
        this.#forgetSnapshots();
        const reset = await this.#tree.reset(commit, signal);
        if (!reset.ok)
            return reset;
        this.#submodules = reset.value;
        await setHead(this.#folders.trustedDir, commit);
        await this.#dotGit.agreeWith(commit, true);
        this.#commit = commit;
        return (0,base_result.ok)(undefined);
    }
    /** What the files differ in from the checked-out commit, as the tree's `.gitignore` sees it. Sorted by path. */
    async changes() {
        const commit = this.#checkedOut();
        if (this.#snapshot !== null && !isTouched(this.#snapshot))
            return this.#nothingChanged();
        const candidate = this.#candidate !== null && !isTouched(this.#candidate) ? this.#candidate : null;
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
            return (0,base_result.ok)(sortByPath(found.value.changes));
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
        return changes.ok ? (0,base_result.ok)({ tree: tree.value, changes: changes.value }) : changes;
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
            return (0,base_result.ok)(null);
        const tree = await this.#tree.writeTree(changes.value);
        return tree.ok ? await this.#commitTree(tree.value, options) : tree;
    }
    /** Commits what was captured, all its objects synced, and moves the workspace, its own `.git` too, to the new commit. Makes no ref. */
    async commit(options) {
        this.#checkedOut();
        const tree = options.captured ? (0,base_result.ok)(options.captured.tree) : await this.#writeTree();
        return tree.ok ? await this.#commitTree(tree.value, options) : tree;
    }
    async #commitTree(tree, options) {
        const base = this.#checkedOut();
        const [changes, commit] = await Promise.all([
            options.captured ? (0,base_result.ok)(options.captured.changes) : this.#inspect(base, tree),
            this.#git.commit({ ...options, tree, parents: [options.parent ?? base] }, 'later'),
        ]);
        if (!changes.ok)
            return changes;
        if (!commit.ok)
            return commit;
        const objects = [...this.#unsynced, tree, commit.value];
        await Promise.all([syncObjects(this.#folders.repository.objectsDir, objects), this.#advance(commit.value)]);
        this.#unsynced.clear();
        return (0,base_result.ok)({ commit: commit.value, tree, changes: changes.value });
    }
    async #advance(commit) {
        await setHead(this.#folders.trustedDir, commit);
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
        const entries = parseStatus(output.value);
        const changes = changesOfStatus(this.root, entries, this.#submodules);
        return changes.ok ? (0,base_result.ok)({ changes: changes.value, onlyTreeKnows: isAmbiguous(entries) }) : changes;
    }
    /** The changes as the tree object has them: a link or repository that slipped in after the look is found here. */
    async #inspect(commit, tree) {
        const found = await this.#git.objectChanges(commit, tree);
        if (!found.ok)
            return found;
        for (const change of found.value)
            if (change.newMode !== NO_MODE)
                this.#unsynced.add(change.newId);
        const changes = await this.#git.withLinkTargets(found.value);
        if (!changes.ok)
            return changes;
        const submodules = changes.value.filter((c) => c.oldMode === SUBMODULE_MODE || c.newMode === SUBMODULE_MODE);
        if (submodules.length > 0)
            return (0,base_result/* err */._)({ reason: 'nested-repository', paths: submodules.map((c) => c.path) });
        return refuseEscapes(changes.value);
    }
    #nothingChanged() {
        this.#settled = true;
        return (0,base_result.ok)([]);
    }
    #takeSnapshot() {
        const probe = (0,external_node_path_.join)(this.#folders.trustedDir, 'probe');
        return takeSnapshot({ root: this.root, except: ['.git'], probe, limit: SNAPSHOT_LIMIT });
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
        await removeTree((0,external_node_path_.join)(this.#cacheDir, 'workspaces'));
        await removeTree((0,external_node_path_.join)(this.#cacheDir, 'trusted'));
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
        await prepareTrustedDirectory(trustedDir, this.#repository);
        return new Workspace(this.#git, { root, trustedDir, repository: this.#repository });
    }
}

// EXTERNAL MODULE: ./.cache/build/lib/plan/plan-workflow.js
var plan_workflow = __webpack_require__(1872);
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

;// CONCATENATED MODULE: ./.cache/build/lib/runner/workspace-shelf.js

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
            return (0,base_result.ok)(workspace);
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

// EXTERNAL MODULE: ./.cache/build/lib/commands/run-record.js
var run_record = __webpack_require__(4689);
// EXTERNAL MODULE: ./.cache/build/lib/git/git.js
var git = __webpack_require__(4092);
;// CONCATENATED MODULE: ./.cache/build/lib/process/secret-forms.js
/** How a secret may look in output: as it is, and in the encodings that tools apply on the way. Pure. */
/** Shorter values would redact half of every log; shorter encoded pieces would match by chance. */
const shortestSecret = 4;
const shortestEncoded = 6;
const shortestLine = 8;
/** The line length of base64(1) and of MIME. */
const base64LineLengths = [64, 76];
/**
 * Every text to search for: the secrets, their lines, JSON-escaped, URL-encoded, hex, and base64 (both alphabets) at the three
 * offsets that it can have inside something longer. Longest first. Split in another way, reversed or encrypted secrets
 * are not found.
 */
function secretForms(secrets) {
    const forms = new Set();
    for (const secret of secrets.filter((s) => s.trim().length >= shortestSecret)) {
        forms.add(secret);
        const trimmed = secret.trim();
        const lines = trimmed.split(/\r\n|\r|\n/);
        const pieces = lines.length === 1 ? [trimmed] : [trimmed, ...lines.filter((line) => line.length >= shortestLine)];
        for (const piece of pieces)
            for (const form of formsOf(piece))
                forms.add(form);
    }
    return [...forms].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
}
function formsOf(secret) {
    const bytes = new TextEncoder().encode(secret);
    const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
    const json = JSON.stringify(secret).slice(1, -1);
    const url = encodeURIComponent(secret.replace(/\p{Surrogate}/gu, '\ufffd'));
    const encoded = [
        json,
        json.replaceAll('/', '\\/'),
        url,
        url.replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase()),
        url.replaceAll('%20', '+'),
        hex,
        hex.toUpperCase(),
        ...[0, 1, 2].flatMap((offset) => base64Forms(bytes, offset)),
    ];
    return [secret, ...encoded.filter((form) => form.length >= shortestEncoded)];
}
/** The characters that depend on the secret alone when `offset` bytes (modulo 3) come before it. */
function base64Forms(bytes, offset) {
    const padded = new Uint8Array(offset + bytes.length);
    padded.set(bytes, offset);
    const text = base64(padded);
    const first = Math.ceil((offset * 8) / 6);
    const last = Math.floor((padded.length * 8) / 6);
    const middle = text.slice(first, last);
    const wrapped = offset === 0 ? base64LineLengths.flatMap((length) => (middle.length > length ? pieces(middle, length) : [])) : [];
    return [middle, ...wrapped].flatMap((form) => [form, form.replaceAll('+', '-').replaceAll('/', '_')]);
}
function pieces(text, length) {
    const count = Math.ceil(text.length / length);
    const all = Array.from({ length: count }, (_, index) => text.slice(index * length, (index + 1) * length));
    return all.filter((piece) => piece.length >= 16);
}
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
/** Without padding: the cut above leaves it out anyway. */
function base64(bytes) {
    let text = '';
    for (let at = 0; at < bytes.length; at += 3) {
        const group = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
        for (const shift of [18, 12, 6, 0])
            text += alphabet.charAt((group >> shift) & 63);
    }
    return text.slice(0, Math.ceil((bytes.length * 8) / 6));
}

;// CONCATENATED MODULE: ./.cache/build/lib/process/redact.js

/**
 * The one place where secrets are taken out of text.
 *
 * R1. A secret given is found in all its `secretForms`, also when two secrets overlap.
 * R2. Tokens that nobody told us about are found by their shape.
 * R3. The stream finds what the text form finds, wherever its chunks are cut.
 * R4. A line without an end takes bounded memory.
 */
/** What stands in the place of a secret. */
const redactionMark = '***';
/** Without an end of line up to here, the line is shown in parts. */
const longestLine = 64 * 1024;
/** How much of such a line is held back, because a token may be cut there; secrets given may need more. */
const shortestHold = 4096;
/** A key block that never ends is swallowed up to here. */
const longestKeyBlock = 64 * 1024;
// Published formats: GitHub (ghs_ has a dotted one since 2026), Anthropic, OpenAI, AWS, Google, GitLab, npm, Slack; JWT;
// credentials in a URL and in an Authorization header. Bounded, so that hostile text costs no quadratic time.
const tokenShapes = [
    String.raw `ghs_[A-Za-z0-9._-]{36,}`,
    String.raw `gh[opur]_[A-Za-z0-9]{36,}`,
    String.raw `github_pat_[A-Za-z0-9_]{22,}`,
    String.raw `sk-ant-[A-Za-z0-9_-]{16,}`,
    String.raw `\bsk-(?:proj-|svcacct-)?[A-Za-z0-9_-]{32,}`,
    String.raw `\b(?:AKIA|ASIA)[0-9A-Z]{16}\b`,
    String.raw `\bAIza[0-9A-Za-z_-]{35}`,
    String.raw `glpat-[A-Za-z0-9_-]{20,}`,
    String.raw `npm_[A-Za-z0-9]{36}`,
    String.raw `xox[abeoprs]-[A-Za-z0-9-]{10,}`,
    String.raw `\beyJ[A-Za-z0-9_-]{10,1024}\.eyJ[A-Za-z0-9_-]{10,1024}\.[A-Za-z0-9_-]{10,}`,
    String.raw `:\/\/[^\s\/:@]{1,64}:[^\s\/@]{1,256}@`,
    String.raw `(?:[Aa]uthorization|AUTHORIZATION)["']?[ \t]{0,4}[:=][ \t]{0,4}["']?(?:[Bb]asic|[Bb]earer|[Tt]oken)[ \t]{1,4}[A-Za-z0-9._~+\/=-]{8,}`,
];
const tokens = new RegExp(tokenShapes.map((shape) => `(?:${shape})`).join('|'), 'g');
const tokenCharacters = /^[A-Za-z0-9._~+/=-]+/;
const keyBegin = /-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----/;
const keyMarks = /-----(?:BEGIN|END) [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----/g;
const keyEnd = /-----END [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----/;
/** Makes a redactor for these secrets (values shorter than 4 characters are ignored) and for every known token shape. */
function createRedactor(secrets) {
    const forms = secretForms(secrets);
    const search = {
        forms,
        any: forms.length === 0 ? null : new RegExp(forms.map(escapeRegExp).join('|')),
        hold: Math.max(shortestHold, (forms[0]?.length ?? 0) * 2),
    };
    const stream = (clean = (text) => text) => new LineStream(search, clean);
    const redact = (text) => {
        // Secrets of several lines are whole here; the stream sees them line by line.
        const whole = replaceSpans(text, spansIn(text, search));
        const lines = stream();
        return lines.push(whole) + lines.end();
    };
    return { redact, stream };
}
class LineStream {
    #search;
    #clean;
    #decoder = new TextDecoder('utf-8', { ignoreBOM: true });
    #pending = '';
    #endsInReturn = false;
    /** Characters of an unfinished key block that were swallowed; null outside of one. */
    #inKey = null;
    #inToken = false;
    constructor(search, clean) {
        this.#search = search;
        this.#clean = clean;
    }
    push(chunk) {
        const text = typeof chunk === 'string' ? chunk : this.#decoder.decode(chunk, { stream: true });
        // Only new text is searched for a line end: a long line may arrive byte by byte.
        const mayHoldLine = this.#endsInReturn || /[\r\n]/.test(text);
        this.#pending += text;
        this.#endsInReturn = text === '' ? this.#endsInReturn : text.endsWith('\r');
        const lines = mayHoldLine ? this.#takeLines() : '';
        return lines + (this.#pending.length > longestLine + this.#search.hold ? this.#takePart() : '');
    }
    end() {
        const rest = this.#pending + this.#decoder.decode();
        this.#pending = '';
        return this.#finish(this.#clean(rest));
    }
    #takeLines() {
        // A carriage return at the very end may be the first half of a line end.
        const cut = Math.max(this.#pending.lastIndexOf('\n'), this.#pending.lastIndexOf('\r', this.#pending.length - 2)) + 1;
        if (cut === 0)
            return '';
        const lines = this.#pending.slice(0, cut);
        this.#pending = this.#pending.slice(cut);
        return this.#finish(this.#clean(lines));
    }
    /** A line that does not end: all but the last `hold` characters, and nothing of a secret that reaches into them. */
    #takePart() {
        const text = this.#clean(this.#pending);
        let cut = Math.max(0, text.length - this.#search.hold);
        const spans = [...spansIn(text, this.#search), ...matchesIn(text, keyMarks, false)];
        const across = spans.find((span) => span.start < cut && span.end > cut);
        if (across !== undefined)
            cut = across.end;
        this.#pending = text.slice(cut);
        const part = this.#finish(text.slice(0, cut));
        if (across !== undefined && across.isToken && across.end === text.length)
            this.#inToken = true;
        return part;
    }
    #finish(text) {
        let rest = text;
        if (this.#inToken && rest !== '') {
            rest = rest.replace(tokenCharacters, '');
            this.#inToken = rest === '';
        }
        const outside = this.#withoutKeys(rest);
        return replaceSpans(outside, spansIn(outside, this.#search));
    }
    #withoutKeys(text) {
        if (this.#inKey === null && !text.includes('-----BEGIN '))
            return text;
        let out = '';
        let rest = text;
        while (rest !== '') {
            if (this.#inKey === null) {
                const begin = keyBegin.exec(rest);
                if (begin === null)
                    return out + rest;
                out += rest.slice(0, begin.index) + redactionMark;
                rest = rest.slice(begin.index + begin[0].length);
                this.#inKey = 0;
            }
            const end = keyEnd.exec(rest);
            if (end === null) {
                this.#inKey = this.#inKey + rest.length > longestKeyBlock ? null : this.#inKey + rest.length;
                return out;
            }
            rest = rest.slice(end.index + end[0].length);
            this.#inKey = null;
        }
        return out;
    }
}
/** Where something secret is, sorted; overlapping places are one. */
function spansIn(text, search) {
    const spans = matchesIn(text, tokens, true);
    if (search.any?.test(text) === true) {
        for (const form of search.forms) {
            for (let at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + 1)) {
                spans.push({ start: at, end: at + form.length, isToken: false });
            }
        }
    }
    return merge(spans.sort((a, b) => a.start - b.start || b.end - a.end));
}
function matchesIn(text, pattern, isToken) {
    return Array.from(text.matchAll(pattern), ({ index, 0: found }) => ({
        start: index,
        end: index + found.length,
        isToken,
    }));
}
function merge(sorted) {
    const merged = [];
    for (const span of sorted) {
        const last = merged.at(-1);
        if (last === undefined || span.start >= last.end)
            merged.push(span);
        else if (span.end > last.end)
            merged[merged.length - 1] = { ...span, start: last.start };
    }
    return merged;
}
function replaceSpans(text, spans) {
    if (spans.length === 0)
        return text;
    let out = '';
    let at = 0;
    for (const span of spans) {
        out += text.slice(at, span.start) + redactionMark;
        at = span.end;
    }
    return out + text.slice(at);
}
function escapeRegExp(text) {
    return text.replace(/[.*+?^${}()|[\]\\/]/g, String.raw `\$&`);
}

// EXTERNAL MODULE: ./.cache/build/lib/process/terminal-text.js
var terminal_text = __webpack_require__(1385);
;// CONCATENATED MODULE: ./.cache/build/lib/commands/run-tools.js






/** Flakes are what the steps are about: a machine whose nix.conf does not say so must not fail them. */
const NIX_CONFIG = 'extra-experimental-features = nix-command flakes\naccept-flake-config = false\n';
/** git, found before anything of the repository ran. */
function findGit({ env, runProcess }) {
    const gitPath = (0,environment/* findProgram */.Kp)('git', env['PATH'] ?? '');
    if (gitPath !== null)
        return (0,base_result.ok)(new git/* Git */.T({ runProcess, gitPath, env }));
    return (0,base_result/* err */._)({ code: 'git-missing', message: 'git is not on PATH', help: 'install git 2.38 or newer', exitCode: 2 });
}
/** What steps may use: programs by absolute path, the environment of their processes, the frozen texts. */
function stepTools(world, loaded, agentBackend) {
    const env = (0,environment/* childEnvironment */.Qc)(world.env, { NIX_CONFIG });
    const { PATH: path = '' } = env;
    const nixPath = (0,environment/* findProgram */.Kp)('nix', path);
    const search = { runProcess: world.runProcess, env, path: nixPath };
    let nix = null;
    return {
        runProcess: world.runProcess,
        env,
        sh: (0,environment/* findProgram */.Kp)('sh', path) ?? '/bin/sh',
        nix: () => (nix ??= (0,nix_program/* findNix */.rv)(search)),
        agentBackend,
        redact: createRedactor((0,environment/* secretsOf */.Fj)(world.env)).redact,
        agentText: (agent) => loaded.agentTexts.get(agent) ?? null,
        skillFile: (skill) => loaded.skillFiles.get(skill) ?? null,
    };
}
/** Makes hostile output safe for logs and terminals, without the secrets of the runner's own environment. */
function cleanerFactory(env) {
    const redactor = createRedactor((0,environment/* secretsOf */.Fj)(env));
    return () => redactor.stream(terminal_text/* safeTerminalText */.D);
}
/** Also redacts what is kept of a child's output for messages, which the journal and the documents hold. */
function redacting(runProcess, env) {
    const redactor = createRedactor((0,environment/* secretsOf */.Fj)(env));
    const safe = (text) => redactor.redact((0,terminal_text/* safeTerminalText */.D)(text));
    return async (request) => {
        const result = await runProcess(request);
        return { ...result, stderrTail: safe(result.stderrTail), outputTail: safe(result.outputTail) };
    };
}

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
        lastStatus: (workflow) => Promise.resolve((0,run_record/* readRun */.cI)(repository.root, workflow, null)?.status ?? null),
        dirtyPaths: async () => {
            const dirty = await (0,git_repository/* dirtyPaths */.Xb)(git, repository);
            return dirty.ok ? dirty.value : ['(git cannot tell)'];
        },
        checkFlake: () => checkHead(prepared, world),
    });
}
/** On a clean checkout of the commit that the run starts from: what the user has not committed does not count. */
async function checkHead({ git, repository, cacheDir, loaded }, world) {
    const shelf = new WorkspaceShelf(new WorkspacePool(git, repository, cacheDir), 'check');
    const acquired = await shelf.acquire(repository.head);
    if (!acquired.ok)
        return acquired.error;
    const checks = { dir: acquired.value.root, signal: world.signal, onOutput: () => undefined };
    return runFlakeCheck(checks, { tools: stepTools(world, loaded, '') });
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

;// CONCATENATED MODULE: ./.cache/build/lib/commands/begin-run.js










/** What starting needs to know of the checkout as it is now. */
async function startRequest(prepared, landing, world) {
    const dirty = await (0,git_repository/* dirtyPaths */.Xb)(prepared.git, prepared.repository);
    if (!dirty.ok)
        return (0,base_result/* err */._)(gitProblem(JSON.stringify(dirty.error)));
    const { loaded, files, choices, runId } = prepared;
    return (0,base_result.ok)({
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
    const last = await openLastRun(request);
    if (!last.ok)
        return last;
    if (last.value?.state.status === 'completed' || last.value === null) {
        last.value?.journal.close();
        if (!flags.resume)
            return start(prepared, request, world);
        if (last.value !== null)
            return catchUp(prepared, last.value.state, world.now);
        const help = `start one: workflow-runner ${name}`;
        return (0,base_result/* err */._)({ code: 'nothing-to-resume', message: `workflow '${name}' has no run to resume`, help, exitCode: 2 });
    }
    const { state } = last.value;
    const skip = [...state.choices.skip, ...prepared.choices.skip];
    const backend = prepared.choices.agentBackend ?? state.choices.agentBackend ?? DEFAULT_BACKEND;
    const missing = backendProblem(request.plan, { backend, skip, path: world.env['PATH'] ?? '' });
    const resumed = missing === null ? resumeRun(last.value, request, flags.acceptChanges) : (0,base_result/* err */._)(missing);
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
    const head = await (0,git_repository/* readHead */.zy)(git, repository);
    const base = state.base.commit;
    if (!head.ok || head.value.commit === base || head.value.commit === state.landed?.commit)
        return;
    world.console.note(`note: the checkout is at ${(0,step_label/* shortCommit */.Ax)(head.value.commit)} now; the run goes on from ${(0,step_label/* shortCommit */.Ax)(base)}, where it started,` +
        ` and is merged with what is new when it lands. To start from there instead: workflow-runner ${name}`);
}
/** A kill between the last record and the files that follow from it: they would say `running` for ever. */
async function catchUp({ files }, state, now) {
    projection(files, now)(state);
    await writeMetrics(files, state);
    return (0,base_result.ok)(state);
}
/** The backend that DESIGN names; it comes with the agent adapters. */
const DEFAULT_BACKEND = 'claude';
async function start(prepared, request, world) {
    const { flags } = prepared;
    const problem = flags.beginOnly === true ? contractProblem(prepared.loaded.plan) : startProblem(prepared, world);
    if (problem !== null)
        return (0,base_result/* err */._)(problem);
    if (request.dirty && !flags.allowDirty)
        return (0,base_result/* err */._)(DIRTY);
    if (request.dirty)
        world.console.note('note: the checkout has uncommitted changes; the run starts from the last commit');
    const unmet = await prerequisiteProblem(prepared, world);
    return unmet === null ? startFresh(request) : (0,base_result/* err */._)(unmet);
}
/** What keeps a fresh run from starting, whatever the state of the checkout; null when nothing does. */
function startProblem(prepared, world) {
    const { choices, loaded } = prepared;
    const backend = choices.agentBackend ?? DEFAULT_BACKEND;
    return (contractProblem(loaded.plan) ??
        backendProblem(loaded.plan, { backend, skip: choices.skip, path: world.env['PATH'] ?? '' }) ??
        nixProblem(prepared, world));
}
/** The result of a flake is checked before it lands: better told now than after all the work. */
function nixProblem({ repository, loaded }, { env }) {
    const { plan } = loaded;
    const isNeeded = hasFlake(repository.root) ||
        plan.validation.includes(FLAKE_CHECK) ||
        plan.steps.some(({ action }) => action.kind === 'skill' && action.skill === 'flake-validate');
    if (!isNeeded || (0,environment/* findProgram */.Kp)('nix', env['PATH'] ?? '') !== null)
        return null;
    return {
        code: 'nix-missing',
        message: 'Nix is not on PATH, and the result is to be validated by it',
        help: nix_program/* NIX_HELP */.ul,
        exitCode: 1,
    };
}
const DIRTY = {
    code: 'dirty-checkout',
    message: 'the checkout has uncommitted changes, and a run starts from the last commit',
    help: 'commit or stash them, or run from the last commit all the same: --allow-dirty',
    exitCode: 2,
};

// EXTERNAL MODULE: ./.cache/build/lib/commands/console.js
var commands_console = __webpack_require__(9451);
;// CONCATENATED MODULE: ./.cache/build/lib/report/plan-text.js



/** The plan for a person: what would run, in which order and how much at a time, under which conditions. */
function renderPlan(view, { clean, paint = text_style/* plain */.p }) {
    const { plan } = view;
    const lines = [];
    const add = (depth, text) => void lines.push('  '.repeat(depth) + text);
    const head = `${plan.workflow} ${plan.version}`;
    add(0, `${paint('bold', clean(head))}${plan.description === '' ? '' : ` - ${clean(plan.description)}`}`);
    add(0, [(0,step_label/* counted */.hS)(plan.steps.length, 'step'), ...limits(plan)].join(', '));
    if (view.prerequisites.length > 0)
        add(0, '');
    for (const prerequisite of view.prerequisites)
        add(0, prerequisiteLine(prerequisite, { clean, paint }));
    for (const phase of plan.root.children) {
        add(0, '');
        addNode(phase, 0, { view, add, clean, paint });
    }
    add(0, '');
    if (plan.validation.length > 0)
        add(0, `validation of the result: ${clean(plan.validation.join('; '))}`);
    if (plan.onSuccess.length > 0)
        add(0, `on success: ${clean(hookTexts(plan.onSuccess).join('; '))}`);
    if (plan.onFailure.length > 0)
        add(0, `on failure: ${clean(hookTexts(plan.onFailure).join('; '))}`);
    return lines.join('\n').trimEnd();
}
/** Groups nest as deep as workflows nest, which the planner bounds. */
function addNode(node, depth, writer) {
    if (node.node === 'step')
        addStep(node, depth, writer);
    else
        addGroup(node, depth, writer);
}
function addGroup(group, depth, writer) {
    const { view, add, clean, paint } = writer;
    const parallel = group.type === 'parallel' ? `, ${view.maxConcurrent ?? group.maxConcurrent} at a time` : '';
    const left = isLeftOut(group, view) ? ' - not in this run (--phase)' : '';
    add(depth, `${paint('bold', `${group.kind} ${clean(group.name)}`)} (${group.type}${parallel})${left}`);
    if (group.condition !== null)
        add(depth + 1, `if: ${clean(group.condition.condition.text)}`);
    for (const child of group.children)
        addNode(child, depth + 1, writer);
    if (group.type === 'parallel' && group.children.length > 1)
        add(depth + 1, 'sync point: wait for all, merge in file order');
    if (group.validation.length > 0)
        add(depth + 1, `validation: ${clean(group.validation.join('; '))}`);
}
function addStep(step, depth, { view, add, clean, paint }) {
    const [first = '', ...more] = view.describe(step).split('\n');
    const skipped = view.skip.includes(step.id) ? paint('dim', ' - skipped (--skip-step)') : '';
    const id = step.id === step.name ? '' : paint('dim', ` (${clean(step.id)})`);
    add(depth, `${(0,step_label/* stepCount */.qZ)(step, view.plan.steps.length)} ${clean(first)}${id}${skipped}`);
    const inner = depth + 2;
    if (step.condition !== null)
        add(inner, `if: ${clean(step.condition.condition.text)}`);
    for (const line of more)
        add(inner, `${paint('dim', '|')} ${clean(line)}`.trimEnd());
    const { validation, writes, expect, retry, timeoutMs, continueOnError, checkpoint } = step.action;
    if (writes !== null)
        add(inner, `writes only: ${clean(writes.join(', '))}`);
    if (expect !== null)
        add(inner, `derivations: ${typeof expect === 'string' ? expect : clean(expect.hosts.join(', '))}`);
    if (validation.length > 0)
        add(inner, `validation: ${clean(validation.join('; '))}`);
    if (retry !== null) {
        const wait = `${retry.backoff} from ${(0,duration_text/* durationText */.S)(retry.delayMs)}`;
        add(inner, `on failure: up to ${(0,step_label/* counted */.hS)(retry.times, 'more attempt')}, ${wait}`);
    }
    if (timeoutMs !== null)
        add(inner, `time limit: ${(0,duration_text/* durationText */.S)(timeoutMs)}`);
    if (continueOnError)
        add(inner, 'the run goes on when it fails');
    if (checkpoint)
        add(inner, 'checkpoint');
}
function isLeftOut(group, { phase }) {
    return phase !== null && group.parent?.path === '' && group.name !== phase;
}
function prerequisiteLine({ text, state, why }, { clean, paint }) {
    switch (state) {
        case 'met':
            return `prerequisite ${clean(text)}: ${paint('success', 'met')}`;
        case 'not-met':
            return `prerequisite ${clean(text)}: ${paint('error', 'not met')}${why === null ? '' : `, ${clean(why)}`}`;
        case 'not-checked':
            return `prerequisite ${clean(text)}`;
    }
}
function limits({ timeoutMs, budgetUsd }) {
    const time = timeoutMs === null ? [] : [`at most ${(0,duration_text/* durationText */.S)(timeoutMs)}`];
    return budgetUsd === null ? time : [...time, `at most $${budgetUsd.toFixed(2)} for agents`];
}
/** Hooks as they are written in the file. */
function hookTexts(hooks) {
    return hooks.map((hook) => (hook.kind === 'command' ? hook.command : `notify: ${hook.about}`));
}

;// CONCATENATED MODULE: ./.cache/build/lib/report/plan-document.js

/** The plan as one JSON document, snake_case as in the workflow files; times in seconds, money in US dollars. */
function planDocument(view) {
    const { plan } = view;
    return {
        workflow: plan.workflow,
        version: plan.version,
        description: plan.description,
        total_steps: plan.steps.length,
        prerequisites: view.prerequisites,
        phases: plan.root.children.map((node) => nodeDocument(node, view)),
        validation: plan.validation,
        on_success: hookTexts(plan.onSuccess),
        on_failure: hookTexts(plan.onFailure),
        timeout_seconds: plan_document_seconds(plan.timeoutMs),
        budget_usd: plan.budgetUsd,
        files: plan.files,
    };
}
function nodeDocument(node, view) {
    return node.node === 'step' ? stepDocument(node, view) : groupDocument(node, view);
}
function groupDocument(group, view) {
    return {
        kind: group.kind,
        name: group.name,
        path: group.path,
        type: group.type,
        max_concurrent: group.type === 'parallel' ? (view.maxConcurrent ?? group.maxConcurrent) : 1,
        condition: group.condition?.condition.text ?? null,
        selected: view.phase === null || group.parent?.path !== '' || group.name === view.phase,
        ...(group.type === 'parallel' ? { sync_point: 'all-complete' } : {}),
        validation: group.validation,
        steps: group.children.map((child) => nodeDocument(child, view)),
    };
}
function stepDocument(step, view) {
    const { action } = step;
    return {
        kind: action.kind,
        number: step.number,
        id: step.id,
        name: step.name,
        description: view.describe(step),
        condition: step.condition?.condition.text ?? null,
        skipped: view.skip.includes(step.id),
        ...plan_document_performer(step),
        checkpoint: action.checkpoint,
        validation: action.validation,
        expect: action.expect,
        writes: action.writes,
        retry: action.retry === null
            ? null
            : {
                times: action.retry.times,
                backoff: action.retry.backoff,
                delay_seconds: plan_document_seconds(action.retry.delayMs),
                max_delay_seconds: plan_document_seconds(action.retry.maxDelayMs),
            },
        timeout_seconds: plan_document_seconds(action.timeoutMs),
        continue_on_error: action.continueOnError,
    };
}
function plan_document_performer({ action }) {
    switch (action.kind) {
        case 'agent':
            return { agent: action.agent, task: action.task, config: action.config };
        case 'skill':
            return { skill: action.skill, targets: action.targets, options: action.options, input: action.input };
        case 'command':
            return { run: action.command };
    }
}
const plan_document_seconds = (ms) => (ms === null ? null : ms / 1000);

// EXTERNAL MODULE: ./node_modules/@actions/expressions/dist/data/index.js
var data = __webpack_require__(5958);
// EXTERNAL MODULE: ./node_modules/@actions/expressions/dist/evaluator.js + 2 modules
var evaluator = __webpack_require__(2886);
// EXTERNAL MODULE: ./node_modules/@actions/expressions/dist/result.js
var result = __webpack_require__(6856);
// EXTERNAL MODULE: ./.cache/build/lib/definition/condition-syntax.js + 1 modules
var condition_syntax = __webpack_require__(5266);
;// CONCATENATED MODULE: ./.cache/build/lib/definition/evaluate-condition.js




/** The library keeps members in a plain object, where `constructor` is always there; a Map has no such names. */
class SafeDictionary extends data/* Dictionary */.bT {
    #members = new Map();
    add(key, value) {
        const name = key.toLowerCase();
        if (!this.#members.has(name))
            this.#members.set(name, { key, value });
    }
    get(key) {
        return this.#members.get(key.toLowerCase())?.value;
    }
    values() {
        return [...this.#members.values()].map((member) => member.value);
    }
    pairs() {
        return [...this.#members.values()];
    }
}
/** Outputs come from steps: deeper ones are cut off, so that no recursion runs away. */
const maxOutputDepth = 16;
/**
 * Whether the condition holds. `success()` is true while nothing failed and the run is not being stopped. A step that has
 * not ended has no status (null). An expression that cannot be computed, such as `fromJSON` of broken text, does not hold.
 */
function evaluateCondition(condition, context) {
    const syntax = (0,condition_syntax/* parseConditionSyntax */.at)(condition.text);
    if (!syntax.ok)
        return false;
    const names = new SafeDictionary();
    const all = new SafeDictionary();
    names.add('steps', all);
    names.add('phases', all);
    for (const name of condition.mentions) {
        const ended = contextOf(name, context);
        names.add(name, ended);
        all.add(name, ended);
    }
    try {
        return (0,result/* truthy */.vN)(new evaluator/* Evaluator */.o(syntax.value.expression, names, statusFunctions(context)).evaluate());
    }
    catch {
        return false;
    }
}
function contextOf(name, context) {
    const ended = context.lookUp(name);
    const dictionary = new SafeDictionary();
    dictionary.add('status', ended === null ? new data/* Null */.Uv() : new data/* StringData */.uQ(ended.status));
    dictionary.add('outputs', toData(ended?.outputs ?? {}, 0));
    return dictionary;
}
function statusFunctions(context) {
    const answers = [
        ['success', !context.failed && !context.cancelled],
        ['failure', context.failed],
        ['always', true],
        ['cancelled', context.cancelled],
    ];
    return new Map(answers.map(([name, answer]) => [name, { name, minArgs: 0, maxArgs: 0, call: () => new data/* BooleanData */.bo(answer) }]));
}
function toData(value, depth) {
    if (typeof value === 'string')
        return new data/* StringData */.uQ(value);
    if (typeof value === 'number')
        return new data/* NumberData */.Q9(value);
    if (typeof value === 'boolean')
        return new data/* BooleanData */.bo(value);
    if (typeof value !== 'object' || value === null || depth > maxOutputDepth)
        return new data/* Null */.Uv();
    if (Array.isArray(value)) {
        const list = new data/* Array */.O3();
        for (const item of value)
            list.add(toData(item, depth + 1));
        return list;
    }
    const dictionary = new SafeDictionary();
    for (const [key, member] of Object.entries(value))
        dictionary.add(key, toData(member, depth + 1));
    return dictionary;
}

;// CONCATENATED MODULE: ./.cache/build/lib/engine/decide.js
/*
 * Decides what a run does next.
 *
 * Job: from the state (and the time, for retries) to the actions that are possible now. Not its job: doing them, recording
 * them, waiting. Invariants, cited by the tests:
 *  D1  Deciding changes nothing: asked twice, it answers the same.
 *  D2  It looks only at the way from the root to what is in flight, never at the steps that have ended.
 *  D3  In a parallel group at most `max_concurrent` children are started and not ended.
 *  D4  A step starts only when everything before it in its sequential group has ended, and is based on all of it.
 */




/** What can be done now, in file order. Empty when the run has stopped, or only waits for what is in flight. */
function decide(state, nowMs) {
    if (state.status !== 'running')
        return [];
    const root = groupState(state, '');
    const alone = endedAlone(state);
    if (alone !== null)
        return [{ do: 'conclude', outcome: alone.failed ? 'failure' : 'phase-done' }];
    if (root.status === 'pending')
        return [{ do: 'start-group', group: root.group, base: state.base.commit }];
    if (root.status === 'failed')
        return [{ do: 'conclude', outcome: 'failure' }];
    if (root.status === 'completed')
        return [{ do: 'conclude', outcome: leftOver(state) ? 'phase-done' : 'success' }];
    return decideGroup(state, root, nowMs);
}
function decideGroup(state, group, nowMs) {
    const head = group.head ?? group.base ?? state.base.commit;
    switch (group.status) {
        case 'running':
            return group.group.type === 'sequential' ? decideNext(state, group, nowMs) : decideParallel(state, group, nowMs);
        case 'rerunning': {
            const child = group.group.children[group.mergeNext];
            return child === undefined ? [] : decideChild(state, child, { base: head, parent: group, nowMs });
        }
        case 'merging': {
            const children = unmerged(state, group).map(({ child, commit }) => ({ name: nameOf(child), commit }));
            return [{ do: 'merge', group: group.group, base: group.base ?? head, onto: head, children }];
        }
        case 'validating':
            return [{ do: 'validate-group', group: group.group, commit: head }];
        case 'pending':
        case 'completed':
        case 'failed':
        case 'skipped':
            return [];
    }
}
function decideNext(state, group, nowMs) {
    const child = group.group.children[group.next];
    const base = group.head ?? state.base.commit;
    return child === undefined ? [] : decideChild(state, child, { base, parent: group, nowMs });
}
function decideParallel(state, group, nowMs) {
    const base = group.base ?? state.base.commit;
    const at = { base, parent: group, nowMs };
    const actions = [];
    for (const index of group.active) {
        const child = group.group.children[index];
        if (child !== undefined)
            actions.push(...decideChild(state, child, at));
    }
    const limit = state.choices.maxConcurrent ?? group.group.maxConcurrent;
    let free = limit - group.active.size;
    for (let index = group.next; free > 0 && index < group.group.children.length; index += 1) {
        const child = group.group.children[index];
        if (child === undefined || group.active.has(index) || group.settled.has(index))
            continue;
        if (runsElsewhere(state, child))
            continue;
        const [action] = decideChild(state, child, at);
        if (action === undefined)
            continue;
        actions.push(action);
        if (action.do === 'pause-for-budget')
            break;
        if (action.do !== 'skip-step' && action.do !== 'skip-group')
            free -= 1;
    }
    return actions;
}
function decideChild(state, child, turn) {
    return child.node === 'step' ? decideStep(state, child, turn) : decideChildGroup(state, child, turn);
}
function decideChildGroup(state, child, turn) {
    const group = groupState(state, child.path);
    if (group.status !== 'pending')
        return decideGroup(state, group, turn.nowMs);
    const why = reasonToSkip(state, child, turn.parent);
    return why === null
        ? [{ do: 'start-group', group: child, base: turn.base }]
        : [{ do: 'skip-group', group: child, why }];
}
function decideStep(state, planned, turn) {
    const step = stepState(state, planned.id);
    if (step.status === 'retrying' && step.retryAt !== null && step.retryAt > turn.nowMs) {
        return [{ do: 'wait', until: step.retryAt }];
    }
    if (step.status !== 'pending' && step.status !== 'retrying')
        return [];
    if (step.attempt === 0 || step.status === 'pending') {
        const why = reasonToSkip(state, planned, turn.parent);
        if (why !== null)
            return [{ do: 'skip-step', step: planned, why }];
    }
    const budgetUsd = state.choices.budgetUsd ?? state.plan.budgetUsd;
    if (planned.action.kind === 'agent' && budgetUsd !== null && state.costUsd >= budgetUsd)
        return [{ do: 'pause-for-budget' }];
    return [{ do: 'start-step', step: planned, attempt: step.attempt + 1, base: turn.base }];
}
/** GitHub's rule: a condition that asks for no status is behind an unwritten `success() &&`. */
function reasonToSkip(state, node, parent) {
    const id = node.node === 'step' ? node.id : node.path;
    if (state.choices.skip.includes(id))
        return 'asked';
    const failed = parent.group.type === 'sequential' && parent.failed;
    if (failed && node.condition?.condition.callsStatusFunction !== true)
        return 'earlier-failure';
    return node.condition === null || holds(state, node.condition, failed) ? null : 'condition';
}
function holds(state, { condition, prefix }, failed) {
    return evaluateCondition(condition, {
        failed,
        cancelled: false,
        lookUp: (name) => {
            const step = state.steps.get(prefix + name);
            if (step !== undefined) {
                const status = conclusion(step.status);
                return status === null ? null : { status, outputs: step.result?.outputs ?? {} };
            }
            const status = conclusion(state.groups.get(prefix + name)?.status ?? 'pending');
            return status === null ? null : { status, outputs: {} };
        },
    });
}
function conclusion(status) {
    switch (status) {
        case 'completed':
            return 'success';
        case 'failed':
        case 'conflict':
            return 'failure';
        case 'skipped':
        case 'cancelled':
            return status;
        default:
            return null;
    }
}
/** With `--phase`, whether other phases have not run yet. */
function leftOver(state) {
    return state.plan.root.children.some((child) => child.node === 'group' && !isOver(groupState(state, child.path)));
}

;// CONCATENATED MODULE: ./.cache/build/lib/base/failure.js
/** Whether `on_failure.retry` may try again: never for invalid input, missing programs, policy or a person's stop. */
function mayRetry(failure) {
    switch (failure.reason) {
        case 'command-failed':
        case 'not-started':
        case 'timed-out':
        case 'validation-failed':
        case 'skill-failed':
        case 'agent-result-invalid':
        case 'agent-changed-nothing':
            return true;
        case 'cancelled':
        case 'program-missing':
        case 'agent-blocked':
        case 'agent-backend-missing':
        case 'outside-writes':
        case 'nested-repository':
        case 'link-escapes':
        case 'merge-conflict':
        case 'landing-refused':
        case 'publish-refused':
        case 'internal':
            return false;
    }
}

;// CONCATENATED MODULE: ./.cache/build/lib/engine/retry.js

/**
 * When to try a failed step again, in ms from now; null when it should not be.
 * `failures` counts the failed attempts so far, this one included. Exponential doubles, linear adds, constant repeats
 * `delayMs`; none waits longer than `maxDelayMs`.
 */
function retryDelayMs(retry, failures, failure) {
    if (retry === null || failures > retry.times || !mayRetry(failure))
        return null;
    return Math.min(retry.maxDelayMs, delayMs(retry, failures));
}
function delayMs(retry, failures) {
    switch (retry.backoff) {
        case 'constant':
            return retry.delayMs;
        case 'linear':
            return retry.delayMs * failures;
        case 'exponential':
            return retry.delayMs * 2 ** Math.min(failures - 1, 30);
    }
}

;// CONCATENATED MODULE: ./.cache/build/lib/runner/run-loop.js
/*
 * Drives a run: decide, record, act, record.
 *
 * Job: start what the engine says can start, and record what came of it. Not its job: what a step does
 * (`execute-step.ts`), what follows the last step (`conclude.ts`). Invariants, cited by the tests:
 *  R1  It waits in one place, and records what it waited for before anything depends on it.
 *  R2  A step is started after `step-started` is written, and its successor after `step-completed` is durable.
 *  R3  When the run stops, it resolves only after everything that it started has ended.
 */



/** Runs every step that can run, until all have ended or the run is to stop. */
function runLoop(world) {
    return new Loop(world).run();
}
/** The reason of an abort made by us; `interrupted` for anything else. */
function pauseReason(signal) {
    const reason = signal.reason;
    return reason === 'deadline' || reason === 'storage' ? reason : 'interrupted';
}
function isNoStart({ do: what }) {
    return what !== 'start-step' && what !== 'wait';
}
class Loop {
    #world;
    /** What was started and has not ended, by what it is about: a step's id or `group:<path>`. */
    #inFlight = new Set();
    #arrived = [];
    #wake = () => undefined;
    #fatal = null;
    constructor(world) {
        this.#world = world;
    }
    async run() {
        const { state, effects, stop, record, windDown } = this.#world;
        const wake = () => this.#wake();
        stop.addEventListener('abort', wake);
        windDown?.addEventListener('abort', wake);
        try {
            for (;;) {
                for (const event of this.#arrived.splice(0))
                    record(event, 'durable');
                if (this.#fatal !== null && this.#inFlight.size === 0)
                    throw this.#fatal.error;
                const stopping = stop.aborted || this.#fatal !== null;
                const possible = stopping ? [] : decide(state, effects.now());
                const actions = windDown?.aborted === true ? possible.filter(isNoStart) : possible;
                const end = actions.find((action) => action.do === 'conclude');
                if (end?.do === 'conclude')
                    return end.outcome;
                const overBudget = actions.length > 0 && actions.every((action) => action.do === 'pause-for-budget');
                const outOfTime = actions.length === 0 && possible.length > 0;
                if (this.#inFlight.size === 0 && (stopping || overBudget || outOfTime)) {
                    const why = overBudget ? 'budget' : outOfTime ? 'deadline' : pauseReason(stop);
                    record({ type: 'run-paused', at: effects.now(), why }, 'durable');
                    return 'paused';
                }
                if (!this.#perform(actions))
                    await this.#wait(actions);
            }
        }
        catch (error) {
            this.#world.abort();
            while (this.#inFlight.size > 0) {
                this.#arrived.length = 0;
                await this.#wait([]);
            }
            throw error;
        }
        finally {
            stop.removeEventListener('abort', wake);
            windDown?.removeEventListener('abort', wake);
        }
    }
    /** Starts what is not in flight yet. True when the state has changed at once, so that there may be more to decide. */
    #perform(actions) {
        let changed = false;
        for (const action of actions)
            changed = this.#performOne(action) || changed;
        return changed;
    }
    #performOne(action) {
        const { effects, record, stop } = this.#world;
        const at = effects.now();
        switch (action.do) {
            case 'start-group':
                record({ type: 'group-started', at, group: action.group.path, base: action.base }, 'soon');
                return true;
            case 'skip-group':
                record({ type: 'group-skipped', at, group: action.group.path, why: action.why }, 'soon');
                return true;
            case 'skip-step':
                record({ type: 'step-skipped', at, step: action.step.id, why: action.why }, 'soon');
                return true;
            case 'start-step': {
                const { step, attempt, base } = action;
                record({ type: 'step-started', at, step: step.id, attempt, base }, 'soon');
                this.#start(step.id, async () => this.#stepEnded(step.id, attempt, await effects.runStep(action, stop)));
                return true;
            }
            case 'merge': {
                const { group } = action;
                this.#start(`group:${group.path}`, async () => this.#merged(group.path, await effects.merge(group, action)));
                return false;
            }
            case 'validate-group': {
                const { group, commit } = action;
                this.#start(`group:${group.path}`, async () => {
                    const subject = { commit, of: group.path, commands: group.validation, flakeToo: false };
                    const { failure } = await effects.validate(subject, stop);
                    if (failure?.reason === 'cancelled')
                        return null;
                    return { type: 'group-validated', at: effects.now(), group: group.path, failure };
                });
                return false;
            }
            case 'wait':
            case 'pause-for-budget':
            case 'conclude':
                return false;
        }
    }
    /** A task answers with the event to record; null when it was stopped and there is nothing to say. */
    #start(key, task) {
        if (this.#inFlight.has(key))
            return;
        this.#inFlight.add(key);
        void task()
            .catch((error) => this.#bug(key, error))
            .then((event) => {
            this.#inFlight.delete(key);
            if (event !== null)
                this.#arrived.push(event);
            this.#wake();
        });
    }
    #stepEnded(id, attempt, outcome) {
        const { effects, state } = this.#world;
        const at = effects.now();
        if (outcome.ok)
            return { type: 'step-completed', at, step: id, attempt, ...outcome.result };
        const { failure, costUsd, tokens } = outcome;
        if (failure.reason === 'cancelled') {
            // An agent that had answered was stopped in its validation: what it cost must not be forgotten by the budget.
            const isPaid = costUsd !== null || tokens !== null;
            return isPaid ? { type: 'step-failed', at, step: id, attempt, failure, retryAt: at, costUsd, tokens } : null;
        }
        const { step, failures } = stepState(state, id);
        const delay = retryDelayMs(step.action.retry, failures + 1, failure);
        const retryAt = delay === null ? null : at + delay;
        return { type: 'step-failed', at, step: id, attempt, failure, retryAt, costUsd, tokens };
    }
    #merged(group, outcome) {
        const at = this.#world.effects.now();
        if (outcome.ok)
            return { type: 'group-merged', at, group, commit: outcome.commit };
        const { branch, ours, theirs, paths } = outcome;
        return { type: 'merge-conflicted', at, group, child: branch, ours, theirs, paths };
    }
    /** A bug in a step fails that step, with its stack for the report; one in a merge or a check ends the run loudly. */
    #bug(key, error) {
        const step = this.#world.state.steps.get(key);
        if (step === undefined) {
            this.#fatal = { error };
            this.#world.abort();
            return null;
        }
        const { message, stack } = error instanceof Error ? error : new Error(String(error));
        const failure = { reason: 'internal', message, stack: stack ?? '' };
        const at = this.#world.effects.now();
        const { attempt } = step;
        return { type: 'step-failed', at, step: key, attempt, failure, retryAt: null, costUsd: null, tokens: null };
    }
    /** The one place that waits: for something in flight, for the time of a retry, or for the run to be stopped. */
    #wait(actions) {
        if (this.#arrived.length > 0)
            return Promise.resolve();
        const { effects, stop } = this.#world;
        const times = actions.flatMap((action) => (action.do === 'wait' ? [action.until] : []));
        return new Promise((resolve) => {
            const delayMs = Math.min(...times) - effects.now();
            const timer = times.length > 0 && !stop.aborted ? setTimeout(resolve, Math.max(1, delayMs)) : undefined;
            this.#wake = () => {
                clearTimeout(timer);
                resolve();
            };
        });
    }
}

;// CONCATENATED MODULE: ./.cache/build/lib/runner/conclude.js


/** How often a branch that keeps moving is merged with before the run gives up on it. */
const MAX_LANDING_TRIES = 5;
/** Ends the run after its last step, as the loop said. Records everything, the end included. */
async function conclude(world, end) {
    const { state, effects, record } = world;
    switch (end) {
        case 'paused':
            return 'paused';
        case 'phase-done':
            record({ type: 'run-paused', at: effects.now(), why: 'phase-done' }, 'durable');
            return 'paused';
        case 'failure':
            return fail(world, null);
        case 'success': {
            const finished = await finishResult(world, headCommit(state));
            return finished === 'paused' ? pause(world) : finished;
        }
    }
}
async function finishResult(world, head) {
    const { state } = world;
    let commit = state.afterHooks ?? head;
    const invalid = await validated(world, commit);
    if (invalid !== null)
        return invalid;
    if (state.afterHooks === null && state.plan.onSuccess.length > 0) {
        const hooks = await world.effects.runHooks({ which: 'on_success', hooks: state.plan.onSuccess, commit }, world.stop);
        if (hooks.failure?.reason === 'cancelled')
            return 'paused';
        if (hooks.failure !== null)
            return fail(world, hooks.failure);
        commit = hooks.commit;
        world.record({ type: 'hooks-ran', at: world.effects.now(), hooks: 'on_success', commit, failure: null }, 'durable');
        const broken = await validated(world, commit);
        if (broken !== null)
            return broken;
    }
    return land(world, commit);
}
/** null when the commit's tree passes: checked now, or already in this run. */
async function validated(world, commit) {
    const { state, effects, record, stop } = world;
    if (state.validated === commit)
        return null;
    const subject = { commit, of: 'result', commands: state.plan.validation, flakeToo: true };
    const { checks, failure } = await effects.validate(subject, stop);
    if (failure?.reason === 'cancelled')
        return 'paused';
    record({ type: 'result-validated', at: effects.now(), commit, checks, failure }, 'durable');
    return failure === null ? null : fail(world, failure);
}
async function land(world, result) {
    const { state, effects, record } = world;
    let from = state.base.commit;
    let to = result;
    for (let tries = 0; tries < MAX_LANDING_TRIES; tries += 1) {
        if (world.stop.aborted)
            return 'paused';
        const landing = await effects.land({
            mode: state.choices.land,
            from,
            to,
            branch: state.base.branch,
            beforeTouching: (a, b) => record({ type: 'landing-started', at: effects.now(), from: a, to: b }, 'durable'),
        });
        switch (landing.outcome) {
            case 'landed':
                record({ type: 'landed', at: effects.now(), commit: to, how: landing.how, branch: landing.branch }, 'durable');
                record({ type: 'run-ended', at: effects.now(), status: 'completed', failure: null }, 'durable');
                return 'completed';
            case 'refused':
                return fail(world, landing.failure);
            case 'base-moved': {
                from = landing.from;
                to = landing.merged;
                const broken = await validated(world, to);
                if (broken !== null)
                    return broken;
            }
        }
    }
    const branch = state.base.branch ?? 'HEAD';
    return fail(world, { reason: 'landing-refused', why: 'branch-moved', paths: [], branch, commands: [] });
}
async function fail(world, failure) {
    const { state, effects, record, stop } = world;
    if (state.plan.onFailure.length > 0 && !stop.aborted) {
        const hooks = await effects.runHooks({ which: 'on_failure', hooks: state.plan.onFailure, commit: headCommit(state) }, stop);
        const { commit } = hooks;
        record({ type: 'hooks-ran', at: effects.now(), hooks: 'on_failure', commit, failure: hooks.failure }, 'soon');
    }
    record({ type: 'run-ended', at: effects.now(), status: 'failed', failure }, 'durable');
    return 'failed';
}
function pause({ effects, record, stop }) {
    record({ type: 'run-paused', at: effects.now(), why: pauseReason(stop) }, 'durable');
    return 'paused';
}

;// CONCATENATED MODULE: ./.cache/build/lib/runner/dry-effects.js
/**
 * Effects that touch nothing and always succeed: `--dry-run` walks the real graph with the real engine and loop, and prints
 * what it was asked to do. `now` stands still, so that the same plan prints the same.
 */
function dryEffects() {
    const result = { filesModified: 1, summary: '', outputs: {}, costUsd: null, tokens: null };
    return {
        now: () => 0,
        runStep: ({ step }) => Promise.resolve({ ok: true, result: { ...result, commit: `after ${step.id}` } }),
        merge: (group) => Promise.resolve({ ok: true, commit: `merge of ${group.path}` }),
        validate: ({ commands }) => Promise.resolve({ checks: commands, failure: null }),
        runHooks: ({ commit }) => Promise.resolve({ commit, failure: null }),
        land: ({ mode, from, to, beforeTouching }) => {
            if (mode === 'merge')
                beforeTouching(from, to);
            const how = mode === 'merge' ? 'fast-forward' : mode === 'branch' ? 'branch' : 'kept';
            return Promise.resolve({ outcome: 'landed', how, branch: null });
        },
    };
}

;// CONCATENATED MODULE: ./.cache/build/lib/agents/prompt.js
const RULES = `Work only in the current directory, a clone of the repository made for this step. Do not commit: the runner collects what
you changed. What counts is the changed files and the checks that run on them, not what you say.
When you are done, answer with one JSON document:
{"status": "done" | "no-op" | "blocked", "summary": "one line", "follow_ups": ["what should be done later"]}
Say "no-op" when nothing had to be changed, "blocked" when you cannot go on and why.`;
/** The prompt of an agent step: who it is, what to do, with which configuration, and what to answer. */
function buildPrompt({ agent, task, config, agentText }) {
    const parts = [`You are the agent "${agent}". Your task: ${task}`];
    if (agentText !== null)
        parts.push(`Your instructions:\n\n${agentText.trim()}`);
    if (Object.keys(config).length > 0)
        parts.push(`Configuration of this step:\n\n${JSON.stringify(config, null, 2)}`);
    parts.push(RULES);
    return `${parts.join('\n\n')}\n`;
}

;// CONCATENATED MODULE: ./.cache/build/lib/steps/step-kind.js
/** A failure that cost nothing. */
const free = (failure) => ({ failure, costUsd: null, tokens: null });

;// CONCATENATED MODULE: ./.cache/build/lib/steps/agent.js





/** The most that an agent may answer; its logs are not limited, they go to standard error. */
const MAX_RESULT_BYTES = 1024 * 1024;
/** `agent:`: an agent CLI, believed by what it changed and not by what it says. */
const agentKind = {
    describe: (action) => `agent ${action.agent}: ${action.task}`,
    mustChange: true,
    run: ({ agent, task, config }, input) => runAgentText({ agent, task, config, agentText: input.tools.agentText(agent) }, input),
};
/** Asks the run's agent backend; its answer is a claim, to be judged by what changed. */
async function runAgentText(parts, input) {
    const found = findBackend(input.tools.agentBackend);
    if (!found.ok)
        return (0,base_result/* err */._)(free(found.error));
    const result = await runAgent(found.value, parts, input);
    if (result.end === 'not-found') {
        const help = 'check --agent-backend: the file must exist and be executable';
        return (0,base_result/* err */._)(free({ reason: 'agent-backend-missing', backend: input.tools.agentBackend, help }));
    }
    const failure = commandFailure(`agent ${parts.agent}`, result, input.timeoutMs);
    if (failure !== null)
        return (0,base_result/* err */._)(free(failure));
    if (result.stdoutTruncated) {
        return (0,base_result/* err */._)(free({ reason: 'agent-result-invalid', detail: `its answer is longer than ${MAX_RESULT_BYTES} bytes` }));
    }
    const answer = found.value.readResult(result.stdout.toString('utf8'));
    if (!answer.ok)
        return (0,base_result/* err */._)(free(answer.error));
    const { status, summary, followUps, costUsd, tokens } = answer.value;
    if (status === 'blocked')
        return (0,base_result/* err */._)({ failure: { reason: 'agent-blocked', summary }, costUsd, tokens });
    const outputs = { summary, ...(followUps.length > 0 ? { follow_ups: followUps } : {}) };
    return (0,base_result.ok)({ outcome: status, summary, outputs, costUsd, tokens });
}
/** Standard output is the answer; only standard error is progress for the log. */
function runAgent(backend, parts, input) {
    const { agent, task, config } = parts;
    const { stepId, attempt } = input;
    const launch = backend.launch({ agent, task, config, prompt: buildPrompt(parts), stepId, attempt });
    return input.tools.runProcess({
        argv: launch.argv,
        cwd: input.dir,
        env: { ...input.tools.env, ...launch.env },
        input: launch.input,
        signal: input.signal,
        onOutput: (chunk, stream) => {
            if (stream === 'stderr')
                input.onOutput(chunk);
        },
        keepBytes: MAX_RESULT_BYTES,
        reapTree: true,
        ...(input.timeoutMs === null ? {} : { timeoutMs: input.timeoutMs }),
    });
}

;// CONCATENATED MODULE: ./.cache/build/lib/steps/command.js



/** `run:`: a shell command. It succeeds when it exits with 0. */
const commandKind = {
    describe: (action) => `run: ${action.command}`,
    mustChange: false,
    run: async (action, input) => {
        const result = await runShell(action.command, input);
        const failure = commandFailure(action.command, result, input.timeoutMs);
        if (failure !== null)
            return (0,base_result/* err */._)(free(failure));
        return (0,base_result.ok)({ outcome: 'done', summary: '', outputs: {}, costUsd: null, tokens: null });
    },
};

// EXTERNAL MODULE: ./.cache/build/lib/skills/built-in-names.js
var built_in_names = __webpack_require__(6689);
;// CONCATENATED MODULE: ./.cache/build/lib/steps/skill.js





/** `skill:`: code that ships with the runner, else a skill of the repository: its command, or a text for the agent. */
const skillKind = {
    describe: (action) => {
        const { targets, options, input } = action;
        const parts = [`skill ${action.skill}`, `targets: ${typeof targets === 'string' ? targets : targets.join(', ')}`];
        if (Object.keys(options).length > 0)
            parts.push(`options: ${JSON.stringify(options)}`);
        if (input !== null)
            parts.push(`input: ${input}`);
        return parts.join('; ');
    },
    mustChange: false,
    run: (action, input) => {
        const own = input.tools.skillFile(action.skill);
        if (built_in_names/* builtInSkillNames */.p.has(action.skill) && own?.overrides !== true)
            return runBuiltIn(action, input);
        if (own === null)
            return Promise.resolve((0,base_result/* err */._)(skill_unknown(action)));
        return own.run === null ? runAsAgent(own, action, input) : runCommand(own.run, action, input);
    },
};
async function runBuiltIn(action, input) {
    // Only now: most of what the program can load is skills.
    const { builtInSkills } = await Promise.all(/* import() */[__webpack_require__.e(488), __webpack_require__.e(195)]).then(__webpack_require__.bind(__webpack_require__, 3195));
    const skill = builtInSkills.get(action.skill);
    if (skill === undefined)
        return (0,base_result/* err */._)(skill_unknown(action));
    const { targets, options } = action;
    const report = await skill.run({ ...skill_contextOf(input), targets, options, input: action.input });
    if (!report.ok)
        return (0,base_result/* err */._)(free(report.error));
    const { summary, changed, diagnostics, outputs } = report.value;
    for (const { severity, message, location } of diagnostics) {
        input.onOutput(Buffer.from(`${severity}: ${location.file}:${location.line ?? 1}: ${message}\n`));
    }
    const outcome = changed.length > 0 ? 'done' : 'no-op';
    return (0,base_result.ok)({ outcome, summary, outputs: { ...outputs, warnings: diagnostics.length }, costUsd: null, tokens: null });
}
/** The command is told what the step says by its environment; other files of the skill are in the workspace. */
async function runCommand(command, action, input) {
    const env = {
        ...input.tools.env,
        WORKFLOW_RUNNER_SKILL: action.skill,
        WORKFLOW_RUNNER_TARGETS: JSON.stringify(action.targets),
        WORKFLOW_RUNNER_OPTIONS: JSON.stringify(action.options),
        ...(action.input === null ? {} : { WORKFLOW_RUNNER_INPUT: action.input }),
    };
    const result = await runShell(command, { ...input, tools: { ...input.tools, env } });
    const failure = commandFailure(command, result, input.timeoutMs);
    if (failure !== null)
        return (0,base_result/* err */._)(free(failure));
    return (0,base_result.ok)({ outcome: 'done', summary: '', outputs: {}, costUsd: null, tokens: null });
}
function runAsAgent({ text }, { skill, targets, options, input: path }, input) {
    const config = { targets, ...options, ...(path === null ? {} : { input: path }) };
    return runAgentText({ agent: skill, task: `use the skill ${skill}`, config, agentText: text }, input);
}
function skill_contextOf({ dir, signal, timeoutMs, onOutput, tools, }) {
    const { runProcess, env, nix } = tools;
    return {
        root: dir,
        runProcess,
        env,
        nix,
        signal,
        onOutput: (text) => onOutput(Buffer.from(text)),
        ...(timeoutMs === null ? {} : { timeoutMs }),
    };
}
/** Said at load time already; a definition that was accepted while it changed can still come here. */
function skill_unknown({ skill, location }) {
    const help = `there are: ${[...built_in_names/* builtInSkillNames */.p].join(', ')}`;
    const diagnostic = {
        severity: 'error',
        code: 'unknown-skill',
        message: `there is no skill '${skill}'`,
        location,
        help,
    };
    return free({ reason: 'skill-failed', skill, diagnostics: [diagnostic] });
}

;// CONCATENATED MODULE: ./.cache/build/lib/steps/registry.js



const kinds = {
    agent: agentKind,
    command: commandKind,
    skill: skillKind,
};
/** Runs the step by its kind. `mustChange`: a report of `done` needs a change as evidence. */
async function runKind(action, input) {
    const kind = kindOf(action);
    return { ...(await kind.run(action, input)), mustChange: kind.mustChange };
}
/** What will run, in one line. */
function describeStep(action) {
    return kindOf(action).describe(action);
}
/** The table gives each action the kind made for it; the compiler cannot follow that through a union. */
function kindOf(action) {
    return kinds[action.kind];
}

;// CONCATENATED MODULE: ./.cache/build/lib/commands/dry-run.js










/** Walks the plan with the real engine and loop over effects that touch nothing. */
async function dry_run_walk(plan, choices) {
    const state = initialState(plan);
    const events = [];
    const record = (event) => {
        events.push(event);
        applyEvent(state, event);
    };
    const effects = dryEffects();
    record({
        type: 'run-started',
        at: effects.now(),
        runId: 'dry-run',
        workflow: plan.workflow,
        version: plan.version,
        totalSteps: plan.steps.length,
        definition: {},
        base: { commit: 'HEAD', branch: null },
        triggeredBy: 'dry-run',
        dirty: false,
        choices,
    });
    const controller = new AbortController();
    const world = { state, effects, record, stop: controller.signal, abort: () => controller.abort() };
    await conclude(world, await runLoop(world));
    return events;
}
/** The part of events that a dry run foretells. */
function walkedEvents(events) {
    return events.map((event) => {
        if ('step' in event)
            return { event: event.type, about: event.step };
        if ('group' in event)
            return { event: event.type, about: event.group };
        if (event.type === 'landed')
            return { event: event.type, about: event.how };
        return { event: event.type };
    });
}
/** Shows what a run would do. Writes nothing. */
async function showDryRun({ loaded, choices, prerequisites }, { console }) {
    const { plan } = loaded;
    const { phase, skip, maxConcurrent } = choices;
    const describe = ({ action }) => {
        if (action.kind !== 'agent' || !console.isVerbose)
            return describeStep(action);
        const { agent, task, config } = action;
        const prompt = buildPrompt({ agent, task, config, agentText: loaded.agentTexts.get(agent) ?? null });
        return `${describeStep(action)}\n${prompt.trimEnd()}`;
    };
    const view = { plan, describe, prerequisites, phase, skip, maxConcurrent };
    const walked = walkedEvents(await dry_run_walk(plan, choices));
    console.json({ ...planDocument(view), walk: walked });
    console.print(renderPlan(view, { clean: commands_console/* clean */.u, paint: console.paint }));
    console.print('\nIt would go like this, if every step succeeds:');
    for (const line of walkLines(walked))
        console.print(`  ${(0,commands_console/* clean */.u)(line)}`);
    console.print('\nNothing was written.');
}
function walkLines(walked) {
    return walked.flatMap(({ event, about = '' }) => {
        switch (event) {
            case 'step-started':
                return [`start ${about}`];
            case 'step-skipped':
                return [`skip ${about}`];
            case 'group-started':
                return about === '' ? [] : [`begin ${about}`];
            case 'group-skipped':
                return [`skip all of ${about}`];
            case 'group-merged':
                return [`merge the results of ${about} in file order`];
            case 'group-validated':
                return [`validate ${about}`];
            case 'result-validated':
                return ['validate the result on a clean checkout'];
            case 'hooks-ran':
                return ['run the on_success hooks'];
            case 'landed':
                return [about === 'fast-forward' ? 'land: fast-forward the checkout' : `land: ${about}`];
            case 'run-paused':
                return ['pause: the other phases have not run'];
            case 'run-started':
            case 'run-resumed':
            case 'step-completed':
            case 'step-failed':
            case 'merge-conflicted':
            case 'landing-started':
            case 'rolled-back':
            case 'run-ended':
                return [];
        }
    });
}

;// CONCATENATED MODULE: ./.cache/build/lib/git/clean-stale.js



/**
 * Removes the lock files that a killed git left where only the runner works: its git directories under `cacheDir`, and its own
 * refs in the user's repository. Only to be called while holding the repository lock. Returns what was removed.
 */
async function cleanStale(repository, cacheDir) {
    const places = [(0,external_node_path_.join)(cacheDir, 'git'), (0,external_node_path_.join)(cacheDir, 'trusted'), (0,external_node_path_.join)(repository.commonDir, REFERENCE_ROOT)];
    const locks = [];
    for (const place of places)
        locks.push(...(await locksBelow(place)));
    await Promise.all(locks.map((lock) => (0,promises_.rm)(lock, { force: true })));
    return locks.sort();
}
/** Folders only, never links: a link in our own places is nobody's but an intruder's. */
async function locksBelow(place) {
    const found = [];
    const left = [place];
    for (let folder = left.pop(); folder !== undefined; folder = left.pop()) {
        for (const entry of await (0,promises_.readdir)(folder, { withFileTypes: true }).catch(() => [])) {
            if (entry.isDirectory())
                left.push((0,external_node_path_.join)(folder, entry.name));
            else if (entry.name.endsWith('.lock'))
                found.push((0,external_node_path_.join)(folder, entry.name));
        }
    }
    return found;
}

// EXTERNAL MODULE: ./.cache/build/lib/files/process-stat.js
var process_stat = __webpack_require__(2441);
// EXTERNAL MODULE: ./.cache/build/lib/process/proc.js
var proc = __webpack_require__(4721);
// EXTERNAL MODULE: ./.cache/build/lib/process/spawn.js + 3 modules
var spawn = __webpack_require__(6528);
;// CONCATENATED MODULE: ./.cache/build/lib/process/end-orphans.js





/** After this a process that does not die is stuck in the kernel: it writes nothing any more either. */
const patienceMs = 2_000;
const stepMs = 20;
/**
 * Ends processes that an earlier runner, killed before it could, left at work below `folder` (absolute): those that carry the
 * mark of a runner's child and have their working folder there, or its path in their environment. They would write into
 * workspaces that are used again. Resolves with how many there were; 0 where there is no /proc. Only to be called while the
 * caller alone may use the folder, and before it starts anything there.
 */
async function endOrphans(folder) {
    if (!(0,proc/* procIsOurs */.s6)())
        return 0;
    const ended = new Set();
    for (let waitedMs = 0; waitedMs < patienceMs; waitedMs += stepMs) {
        const orphans = (0,proc/* listPids */.$q)().filter((pid) => isOrphan(pid, folder));
        if (orphans.length === 0)
            break;
        for (const pid of orphans) {
            ended.add(pid);
            kill(pid);
        }
        await (0,external_node_timers_promises_.setTimeout)(stepMs);
    }
    return ended.size;
}
function isOrphan(pid, folder) {
    if (pid === process.pid || pid <= 1)
        return false;
    const stat = (0,process_stat/* readStat */.BV)(pid);
    if (stat === null || (0,process_stat/* isDead */.XU)(stat) || !(0,proc/* environmentHolds */.Wy)(stat, `${spawn/* treeVariable */.D}=`))
        return false;
    return worksBelow(pid, folder) || (0,proc/* environmentHolds */.Wy)(stat, `${folder}/`);
}
function worksBelow(pid, folder) {
    try {
        return `${(0,external_node_fs_.readlinkSync)(`/proc/${pid}/cwd`)}/`.startsWith(`${folder}/`);
    }
    catch {
        return false;
    }
}
function kill(pid) {
    try {
        process.kill(pid, 'SIGKILL');
    }
    catch {
        // It has ended by itself.
    }
}

// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(8474);
// EXTERNAL MODULE: external "node:perf_hooks"
var external_node_perf_hooks_ = __webpack_require__(643);
;// CONCATENATED MODULE: ./.cache/build/lib/journal/projector.js

/** Not more often than this, in ms: a person or `watch` does not see more, and each write costs with the number of steps. */
const SHORTEST_GAP_MS = 200;
/** Writing may take one part in this many of the run's time, however many steps there are. */
const SHARE = 25;
/**
 * Writes files that are projections of the journal, at a bounded rate: soon after a change, at once on `flush`. The journal
 * is the truth; a projection that cannot be written is tried again at the next change, and `problem` says so.
 */
class Projector {
    #writeAll;
    #timer = null;
    #lastEnd = Number.NEGATIVE_INFINITY;
    #gapMs = SHORTEST_GAP_MS;
    problem = null;
    /** `writeAll` replaces every projected file atomically. */
    constructor(writeAll) {
        this.#writeAll = writeAll;
    }
    /** Something changed: write now when the last write is long enough ago, else when it will be. */
    note() {
        const waitMs = this.#lastEnd + this.#gapMs - external_node_perf_hooks_.performance.now();
        if (waitMs <= 0)
            this.flush();
        else
            this.#timer ??= setTimeout(() => this.flush(), waitMs);
    }
    /** Writes now. */
    flush() {
        if (this.#timer !== null)
            clearTimeout(this.#timer);
        this.#timer = null;
        const start = external_node_perf_hooks_.performance.now();
        try {
            this.#writeAll();
            this.problem = null;
        }
        catch (error) {
            this.problem = error instanceof Error ? error.message : String(error);
        }
        this.#lastEnd = external_node_perf_hooks_.performance.now();
        this.#gapMs = Math.max(SHORTEST_GAP_MS, (this.#lastEnd - start) * SHARE);
    }
}

;// CONCATENATED MODULE: ./.cache/build/lib/git/merge-in-order.js

/**
 * Merges branches one after another without a checkout. A branch that changed nothing adds nothing; the first one that did is
 * taken as it is; each further one becomes a merge commit with the parents [what was merged so far, the branch].
 */
async function mergeInOrder(git, request) {
    let ours = request.onto ?? request.base;
    for (const branch of request.branches) {
        if (branch.commit === request.base)
            continue;
        if (ours === request.base) {
            ours = branch.commit;
            continue;
        }
        const merged = await git.mergeTrees(ours, branch.commit);
        if (!merged.ok)
            return merged;
        if (merged.value.kind === 'conflict') {
            return (0,base_result.ok)({ kind: 'conflict', name: branch.name, paths: merged.value.paths, ours, theirs: branch.commit });
        }
        const { trailers, atMs } = request;
        const parents = [ours, branch.commit];
        const commit = await git.commit({
            tree: merged.value.tree,
            parents,
            message: request.message(branch),
            trailers,
            atMs,
        });
        if (!commit.ok)
            return commit;
        ours = commit.value;
    }
    return (0,base_result.ok)({ kind: 'merged', commit: ours });
}

// EXTERNAL MODULE: ./node_modules/picomatch/index.js
var picomatch = __webpack_require__(4006);
;// CONCATENATED MODULE: ./.cache/build/lib/runner/execute-step.js
/*
 * Executes one attempt of a step: workspace, the step itself, evidence, commit.
 *
 * Job: turn what a step did into a commit, or into a failure with facts. Not its job: what the step is (`steps/`), when it
 * runs (`engine/`), recording (`run-loop.ts`). Invariants, cited by the tests:
 *  X1  The commit holds the tree that was checked; a file that changes later is not in it.
 *  X2  A ref names the commit before this resolves, so that the journal never names what git does not keep.
 *  X3  Work that cannot be used (it broke a check, it left its scope) is kept under a ref of its own.
 */






/** Runs one attempt. Resolves with what is to be recorded; rejects only for a bug of ours. */
async function executeStep(job, signal, world) {
    const acquired = await world.acquire(job.base);
    if (!acquired.ok)
        return failed(free(acquired.error));
    const workspace = acquired.value;
    const log = world.log(job.step.id);
    try {
        const input = {
            dir: workspace.root,
            stepId: job.step.id,
            attempt: job.attempt,
            timeoutMs: job.step.action.timeoutMs,
            signal,
            onOutput: log.write,
            tools: world.tools,
        };
        // What it says goes into commits, the journal and documents: nothing of it is used before this.
        const report = redactDeep(await runKind(job.step.action, input), world.tools.redact);
        if (!report.ok)
            return failed(await keepWork(job, workspace, { failure: report.error, world }));
        return await judge({ job, workspace, report: report.value, mustChange: report.mustChange, signal, log, world });
    }
    finally {
        log.close();
        world.release(workspace);
    }
}
/** The step says that it is done; what it changed and the checks on that decide whether it is. */
async function judge(attempt) {
    const { job, workspace, report, world } = attempt;
    const cost = { costUsd: report.costUsd, tokens: report.tokens };
    const committed = await commitStep(job, workspace, { report, world });
    if (!committed.ok)
        return failed({ failure: committed.error, ...cost });
    if (committed.value === null) {
        if (attempt.mustChange && report.outcome === 'done')
            return failed({ failure: { reason: 'agent-changed-nothing' }, ...cost });
        const failure = await validate(attempt);
        return failure === null ? done(report, job.base, []) : failed({ failure, ...cost });
    }
    const { commit, changes } = committed.value;
    const failure = outsideWrites(changes, job.step.action.writes) ?? (await validate(attempt));
    if (failure !== null) {
        await world.keep(`${job.step.id}.failed-${job.attempt}`, commit);
        return failed({ failure, ...cost });
    }
    const kept = await world.keep(job.step.id, commit);
    if (!kept.ok)
        return failed({ failure: kept.error, ...cost });
    return done(report, commit, changes);
}
/** The step's own `validation:`, in its workspace, where everything that it changed is committed: flakes see new files. */
function validate({ job, workspace, signal, log, world }) {
    const { validation } = job.step.action;
    if (validation.length === 0)
        return Promise.resolve(null);
    return runChecks({ commands: validation, dir: workspace.root, signal, onOutput: log.write }, world);
}
/** null when the step changed nothing. */
async function commitStep(job, workspace, { report, world }) {
    const summary = report?.summary.trim().split('\n')[0] ?? '';
    return await workspace.commitChanges({
        message: summary === '' ? subject(job.step) : `${subject(job.step)}\n\n${summary}`,
        trailers: trailers(job.step, world.runId),
        atMs: world.now(),
    });
}
/** A failed attempt's changes, kept under a ref for the person who paid for them. Best effort: the failure stays the news. */
async function keepWork(job, workspace, { failure, world }) {
    if (job.step.action.kind !== 'agent')
        return failure;
    const committed = await commitStep(job, workspace, { report: null, world });
    if (committed.ok && committed.value !== null)
        await world.keep(`${job.step.id}.failed-${job.attempt}`, committed.value.commit);
    return failure;
}
function outsideWrites(changes, writes) {
    if (writes === null)
        return null;
    const inside = picomatch([...writes], { dot: true });
    const paths = changes.map((change) => change.path).filter((path) => !inside(path));
    return paths.length === 0 ? null : { reason: 'outside-writes', paths, writes };
}
function subject(step) {
    const performer = (0,plan/* performerOf */.u)(step);
    return performer === step.name ? performer : `${performer}: ${step.name}`;
}
function trailers(step, runId) {
    const own = [
        ['Workflow-Run', runId],
        ['Workflow-Step', step.id],
    ];
    if (step.action.kind === 'agent')
        own.push(['Workflow-Agent', step.action.agent]);
    return own;
}
function done(report, commit, changes) {
    const { summary, outputs, costUsd, tokens } = report;
    return { ok: true, result: { commit, filesModified: changes.length, summary, outputs, costUsd, tokens } };
}
const failed = (failure) => ({ ok: false, ...failure });

;// CONCATENATED MODULE: ./.cache/build/lib/git/land-branch.js


/** How many numbered names are tried before it is an error: so many unmerged results mean that nobody looks at them. */
const MOST_NAMES = 100;
/**
 * Brings `commit` to `refs/heads/workflow-runner/<workflow>` and returns the branch's short name. An existing branch is only moved forward,
 * and never one that is checked out somewhere; otherwise `-2`, `-3` … is used. Fails when a branch `workflow-runner` is in the way.
 */
async function landBranch(git, trusted, branch) {
    const { repository } = trusted;
    for (let number = 1; number <= MOST_NAMES; number += 1) {
        const name = `workflow-runner/${branch.workflow}${number === 1 ? '' : `-${number}`}`;
        const found = await readBranch(git, trusted, name);
        if (!found.ok)
            return found;
        const { commit, checkedOut } = found.value;
        if (commit === branch.commit)
            return (0,base_result.ok)(name);
        if (checkedOut)
            continue;
        if (commit !== null) {
            const forward = await trusted.isAncestor(commit, branch.commit);
            if (!forward.ok)
                return forward;
            if (!forward.value)
                continue;
        }
        const update = { name: `refs/heads/${name}`, to: branch.commit, from: commit };
        const updated = await updateReferences(git, repository, [update]);
        return updated.ok ? (0,base_result.ok)(name) : updated;
    }
    const outputTail = `branches workflow-runner/${branch.workflow} to -${MOST_NAMES} all exist and hold other commits`;
    return {
        ok: false,
        error: { reason: 'command-failed', command: 'git update-ref', exitCode: null, signal: null, outputTail },
    };
}
async function readBranch(git, trusted, name) {
    const { commonDir } = trusted.repository;
    const answer = await git.run({
        args: ['for-each-ref', '--format=%(objectname) %(worktreepath)', `refs/heads/${name}`],
        place: { kind: 'user', gitDir: commonDir },
        cwd: commonDir,
        readOnly: true,
    });
    if (!answer.ok)
        return answer;
    const [commit = '', ...worktree] = answer.value.text.split(' ');
    return (0,base_result.ok)({ commit: commit === '' ? null : commit, checkedOut: worktree.join(' ') !== '' });
}

;// CONCATENATED MODULE: ./.cache/build/lib/git/landing.js




/**
 * Fast-forwards the user's checkout (branch or detached HEAD) to `to`: files and index first, HEAD last, so that a HEAD at
 * `to` means that all is done. Other dirty files stay as they are. The user's line endings and filters apply, as for
 * `git merge`; hooks do not run, a transaction must not execute code of the tree. LFS files arrive as pointers.
 * A kill at any point is repaired by `recoverLanding`; call it at the next start with what the journal recorded.
 */
async function landing_land(context, request) {
    const refused = await refusal(context, request);
    if (!refused.ok || refused.value !== null)
        return refused;
    const moved = await move(context, request);
    if (moved.ok)
        return (0,base_result.ok)({ kind: 'landed' });
    return await takeBack(context, request, moved.error);
}
/** Why the landing must not begin; null when it may. */
async function refusal({ git, trusted }, { from, to }) {
    const { repository } = trusted;
    const head = await (0,git_repository/* readHead */.zy)(git, repository);
    if (!head.ok)
        return head;
    if (head.value.commit === to)
        return (0,base_result.ok)({ kind: 'landed' });
    if (head.value.commit !== from)
        return (0,base_result.ok)({ kind: 'base-moved', head: head.value.commit });
    const [changes, dirty] = await Promise.all([trusted.treeChanges(from, to), (0,git_repository/* dirtyPaths */.Xb)(git, repository)]);
    if (!changes.ok)
        return changes;
    if (!dirty.ok)
        return dirty;
    const touched = new Set(changes.value.map((change) => change.path));
    const blocked = new Set(dirty.value.filter((path) => touched.has(path)));
    for (const path of pathsInTheWay(repository.root, changes.value))
        blocked.add(path);
    return (0,base_result.ok)(blocked.size === 0 ? null : { kind: 'dirty-paths', paths: [...blocked].sort() });
}
/** git checks each path once more before it writes it, under the lock of the user's index. */
async function move({ git, trusted }, request) {
    const { repository } = trusted;
    const place = (0,git_repository/* checkoutOf */.o5)(repository);
    const { from, to, reason } = request;
    const cwd = repository.root;
    const refreshed = await git.run({ args: ['update-index', '-q', '--refresh'], place, cwd, okCodes: [0, 1] });
    if (!refreshed.ok)
        return refreshed;
    const read = await git.run({ args: ['read-tree', '-m', '-u', from, to], place, cwd });
    if (!read.ok)
        return read;
    const pointed = await git.run({ args: ['update-ref', '-m', reason, 'HEAD', to, from], place, cwd });
    return pointed.ok ? (0,base_result.ok)(undefined) : pointed;
}
async function takeBack(context, request, failure) {
    const recovery = await recoverLanding(context, request);
    if (!recovery.ok)
        return recovery;
    switch (recovery.value.kind) {
        case 'landed':
            return (0,base_result.ok)({ kind: 'landed' });
        case 'base-moved':
            return (0,base_result.ok)({ kind: 'base-moved', head: recovery.value.head });
        case 'undone':
            return { ok: false, error: failure };
        case 'refused':
        case 'locked':
            return (0,base_result.ok)({ kind: 'stuck', recovery: recovery.value });
    }
}

;// CONCATENATED MODULE: ./.cache/build/lib/runner/land-result.js



/**
 * Brings a validated result to the user: a fast-forward of the checkout, a branch, or nothing but the refs that hold it.
 * A base that moved is merged with, without touching anything, for the caller to validate.
 */
async function landResult(place, request) {
    const { from, to, mode } = request;
    if (from === to)
        return { outcome: 'landed', how: 'nothing-to-land', branch: null };
    if (mode === 'none')
        return { outcome: 'landed', how: 'kept', branch: null };
    if (mode === 'branch') {
        const branch = await landBranch(place.landing.git, place.landing.trusted, { workflow: place.workflow, commit: to });
        if (!branch.ok)
            return { outcome: 'refused', failure: branch.error };
        return { outcome: 'landed', how: 'branch', branch: branch.value };
    }
    return fastForward(place, request);
}
async function fastForward(place, { from, to, branch, beforeTouching }) {
    const head = await (0,git_repository/* readHead */.zy)(place.landing.git, place.landing.trusted.repository);
    if (!head.ok)
        return { outcome: 'refused', failure: head.error };
    if (head.value.branch !== branch)
        return keepOnBranch(place, to, { why: 'other-branch', paths: [] });
    const startedAtMs = place.now();
    beforeTouching(from, to);
    const reason = `workflow-runner: ${place.workflow} ${place.runId}`;
    const landed = await landing_land(place.landing, { from, to, startedAtMs, reason });
    if (!landed.ok)
        return { outcome: 'refused', failure: landed.error };
    switch (landed.value.kind) {
        case 'landed':
            return { outcome: 'landed', how: 'fast-forward', branch };
        case 'base-moved':
            return mergeWith(place, landed.value.head, { to, branch });
        case 'dirty-paths':
            return keepOnBranch(place, to, { why: 'dirty-paths', paths: landed.value.paths });
        case 'stuck':
            return keepOnBranch(place, to, { why: 'dirty-paths', paths: blockedPaths(landed.value.recovery) });
    }
}
/**
 * A merge commit of the branch's new tip and the result: made of objects only. A tip that has the result in it needs none: a
 * landing was killed after it was done, before that was written down.
 */
async function mergeWith(place, head, { to, branch }) {
    const { trusted } = place.landing;
    const contained = await trusted.isAncestor(to, head);
    if (!contained.ok)
        return { outcome: 'refused', failure: contained.error };
    if (contained.value)
        return { outcome: 'landed', how: 'fast-forward', branch };
    const merged = await trusted.mergeTrees(head, to);
    if (!merged.ok)
        return { outcome: 'refused', failure: merged.error };
    if (merged.value.kind === 'conflict') {
        return keepOnBranch(place, to, { why: 'merge-conflict', paths: merged.value.paths });
    }
    const commit = await trusted.commit({
        tree: merged.value.tree,
        parents: [head, to],
        message: `Merge workflow ${place.workflow}`,
        trailers: [['Workflow-Run', place.runId]],
        atMs: place.now(),
    });
    if (!commit.ok)
        return { outcome: 'refused', failure: commit.error };
    return { outcome: 'base-moved', from: head, merged: commit.value };
}
/** Nothing is lost: a branch holds the result, and the failure says how to go on from it. */
async function keepOnBranch(place, to, { why, paths }) {
    const { git, trusted } = place.landing;
    const branch = await landBranch(git, trusted, { workflow: place.workflow, commit: to });
    if (!branch.ok)
        return { outcome: 'refused', failure: branch.error };
    const name = branch.value;
    const commands = why === 'dirty-paths'
        ? ['git stash --include-untracked', `git merge ${name}`, 'git stash pop']
        : [`git merge ${name}`];
    return { outcome: 'refused', failure: { reason: 'landing-refused', why, paths, branch: name, commands } };
}
function blockedPaths(recovery) {
    switch (recovery.kind) {
        case 'refused':
            return recovery.paths;
        case 'locked':
            return recovery.locks;
        case 'landed':
        case 'undone':
        case 'base-moved':
            return [];
    }
}

;// CONCATENATED MODULE: ./.cache/build/lib/runner/recorder.js

/** What a run must write cannot be written: it stops where it is, and everything that was recorded before is safe. */
class RunUnwritable extends Error {
}
/**
 * Writes each event down, then folds it into the state, then tells the observers: nobody sees what is not written.
 */
class Recorder {
    state;
    #sink;
    #observers;
    constructor(state, sink, observers) {
        this.state = state;
        this.#sink = sink;
        this.#observers = observers;
    }
    record = (event, durability) => {
        const problem = this.#sink.append(event, durability);
        if (problem !== null)
            throw new RunUnwritable(`the journal ${problem}`);
        applyEvent(this.state, event);
        for (const observe of this.#observers)
            observe(event, this.state);
    };
}

;// CONCATENATED MODULE: ./.cache/build/lib/runner/run-hooks.js



/**
 * Runs hooks in order, up to the first that fails. `git commit` with nothing left to commit counts as done, since the runner
 * has committed every step; files that an on_success hook changed, or committed itself, become a commit on top.
 */
async function runHooks(run, world) {
    for (const hook of run.hooks) {
        const failure = hook.kind === 'notify' ? notify(run, hook.about) : await runHook(hook.command, run, world);
        if (failure !== null)
            return { commit: run.commit, failure };
    }
    return run.which === 'on_success' ? collect(run, world) : { commit: run.commit, failure: null };
}
function notify(run, about) {
    run.notify(about);
    return null;
}
async function runHook(command, run, world) {
    const { workspace, signal, onOutput } = run;
    onOutput(Buffer.from(`$ ${command}\n`));
    const result = await runShell(command, {
        dir: workspace.root,
        signal,
        onOutput,
        tools: world.tools,
        timeoutMs: null,
    });
    const failure = commandFailure(command, result, null);
    if (failure?.reason !== 'command-failed' || !/^\s*git\s+commit\b/.test(command))
        return failure;
    const changes = await workspace.changes();
    return changes.ok && changes.value.length === 0 ? null : failure;
}
async function collect(run, world) {
    const { workspace, commit } = run;
    const changes = await workspace.changes();
    if (!changes.ok)
        return { commit, failure: changes.error };
    if (changes.value.length === 0)
        return { commit, failure: null };
    const committed = await workspace.commit({
        message: (await ownMessage(run)) ?? 'on_success',
        trailers: [['Workflow-Run', world.runId]],
        atMs: world.now(),
    });
    if (!committed.ok)
        return { commit, failure: committed.error };
    const kept = await world.keep('hooks.on_success', committed.value.commit);
    return { commit: committed.value.commit, failure: kept.ok ? null : kept.error };
}
/** When a hook ran `git commit` itself, its message is the better one. */
async function ownMessage({ workspace, commit, readMessage }) {
    const head = (await (0,promises_.readFile)((0,external_node_path_.join)(workspace.root, '.git', 'HEAD'), 'utf8').catch(() => '')).trim();
    return /^[0-9a-f]{40,64}$/.test(head) && head !== commit ? readMessage(workspace, head) : null;
}

;// CONCATENATED MODULE: ./.cache/build/lib/runner/real-effects.js









/** The effects of a run on the world: git, Nix, processes. */
class RealEffects {
    now;
    #deps;
    #steps;
    /** Checks get folders that no step has worked in, so that nothing but the commit is in them. */
    #checks;
    #world;
    constructor(deps) {
        this.#deps = deps;
        this.now = deps.now;
        this.#steps = new WorkspaceShelf(deps.pool, 'step');
        this.#checks = new WorkspaceShelf(deps.pool, 'check');
        this.#world = {
            runId: deps.runId,
            now: deps.now,
            tools: deps.tools,
            acquire: (commit) => this.#steps.acquire(commit),
            release: (workspace) => this.#steps.release(workspace),
            keep: (name, commit) => this.#keep([{ name, commit }]),
            log: (name) => deps.log.section(name),
        };
    }
    async runStep(job, signal) {
        await this.#deps.beforeStep?.();
        return await executeStep(job, signal, this.#world);
    }
    async merge(group, { base, onto, children }) {
        const merged = await mergeInOrder(this.#deps.landing.trusted, {
            base,
            onto,
            branches: children,
            message: ({ name }) => `Merge ${name} into ${group.path}`,
            trailers: [['Workflow-Run', this.#deps.runId]],
            atMs: this.now(),
        });
        if (!merged.ok)
            throw unwritable(`the merge of ${group.path}`, merged.error);
        if (merged.value.kind === 'merged') {
            const { commit } = merged.value;
            await this.#mustKeep([{ name: `${group.path}.merged`, commit }]);
            return { ok: true, commit };
        }
        const { name, ours, theirs, paths } = merged.value;
        await this.#mustKeep([
            { name: `${name}.conflict-ours`, commit: ours },
            { name: `${name}.conflict-theirs`, commit: theirs },
        ]);
        return { ok: false, branch: name, ours, theirs, paths };
    }
    async validate({ commit, of, commands, flakeToo }, signal) {
        // A clean checkout that nothing is checked on would cost more than everything else at the end of a run.
        if (commands.length === 0 && !(flakeToo && (await this.#mayBeFlake(commit))))
            return { checks: [], failure: null };
        const acquired = await this.#checks.acquire(commit);
        if (!acquired.ok)
            return { checks: commands, failure: acquired.error };
        const workspace = acquired.value;
        const log = this.#deps.log.section(of);
        try {
            const flake = flakeToo && !commands.includes(FLAKE_CHECK) && hasFlake(workspace.root);
            const checks = flake ? [FLAKE_CHECK, ...commands] : commands;
            const run = { commands: checks, dir: workspace.root, signal, onOutput: log.write };
            return { checks, failure: await runChecks(run, this.#world) };
        }
        finally {
            log.close();
            this.#checks.release(workspace);
        }
    }
    async runHooks({ which, hooks, commit }, signal) {
        const acquired = await this.#steps.acquire(commit);
        if (!acquired.ok)
            return { commit, failure: acquired.error };
        const workspace = acquired.value;
        const log = this.#deps.log.section(which);
        const { notify } = this.#deps;
        const readMessage = (from, id) => this.#readMessage(from, id);
        try {
            const run = { which, hooks, workspace, commit, signal, onOutput: log.write, notify, readMessage };
            return await runHooks(run, this.#world);
        }
        finally {
            log.close();
            this.#steps.release(workspace);
        }
    }
    async land(request) {
        // Nothing else names a result that stays where it is.
        const { landElsewhere } = this.#deps;
        const isOnlyKept = request.mode === 'none' || landElsewhere !== undefined;
        if (isOnlyKept)
            await this.#mustKeep([{ name: 'result', commit: request.to }]);
        return await (landElsewhere === undefined ? landResult(this.#deps, request) : landElsewhere(request));
    }
    /** False only when the commit surely has no `flake.nix` at its top. */
    async #mayBeFlake(commit) {
        const listed = await this.#deps.landing.trusted.run({
            args: ['ls-tree', commit, '--', 'flake.nix'],
            readOnly: true,
        });
        return !listed.ok || listed.value.text !== '';
    }
    async #keep(commits) {
        const { landing, runId } = this.#deps;
        const updates = commits.map(({ name, commit }) => ({ name: referenceName(runId, name), to: commit }));
        const updated = await updateReferences(landing.git, landing.trusted.repository, updates);
        return updated.ok ? (0,base_result.ok)(undefined) : (0,base_result/* err */._)(updated.error);
    }
    /** The journal must not name what no ref keeps. */
    async #mustKeep(commits) {
        const kept = await this.#keep(commits);
        if (!kept.ok)
            throw unwritable('a ref', kept.error);
    }
    /** The object is read with the trusted git from the workspace's own store: data, never a command. */
    async #readMessage(workspace, commit) {
        const found = await this.#deps.landing.trusted.run({
            args: ['cat-file', 'commit', commit],
            env: { GIT_ALTERNATE_OBJECT_DIRECTORIES: `${workspace.root}/.git/objects` },
        });
        if (!found.ok)
            return null;
        const message = found.value.text.split('\n\n').slice(1).join('\n\n').trim();
        return message === '' ? null : message;
    }
}
function unwritable(what, failure) {
    const why = failure.reason === 'command-failed' ? failure.outputTail.trim() : failure.reason;
    return new RunUnwritable(`${what}: ${why}`);
}

;// CONCATENATED MODULE: ./.cache/build/lib/runner/step-log.js


/** What one step may add to the log; the rest is counted and left out, so that a step cannot fill the disk. */
const MAX_STEP_BYTES = 64 * 1024 * 1024;
/**
 * The daily log of a workflow, `logs/YYYY-MM-DD.log`: the day as `date +%Y-%m-%d` says it on this machine, so that
 * `tail -f` finds it. Every line has its time (UTC) and the step it belongs to. A log that
 * cannot be written costs the log, never the run: `problem` says so once.
 */
class StepLog {
    #deps;
    #day = '';
    #file = null;
    /** The first reason why something could not be written; null while all is well. */
    problem = null;
    constructor(deps) {
        this.#deps = deps;
    }
    section(name) {
        const cleaner = this.#deps.newCleaner();
        let written = 0;
        const add = (text) => {
            if (text === '')
                return;
            if (written > MAX_STEP_BYTES)
                return;
            written += text.length;
            const full = written > MAX_STEP_BYTES;
            this.#lines(name, full ? `${text}\n(more than ${MAX_STEP_BYTES} bytes: the rest is left out)` : text);
        };
        return { write: (chunk) => add(cleaner.push(chunk)), close: () => add(cleaner.end()) };
    }
    /** One line of the runner itself. */
    note(text) {
        this.#lines('run', text);
    }
    close() {
        if (this.#file !== null)
            (0,external_node_fs_.closeSync)(this.#file);
        this.#file = null;
    }
    #lines(name, text) {
        const now = new Date(this.#deps.now());
        const time = now.toISOString();
        const lines = text.split('\n');
        if (lines.at(-1) === '')
            lines.pop();
        const last = lines.at(-1);
        if (last !== undefined)
            this.#deps.onLine(name, last);
        this.#append(localDay(now), lines.map((line) => `${time} [${name}] ${line}\n`).join(''));
    }
    #append(day, text) {
        try {
            const bytes = Buffer.from(text);
            const file = this.#open(day);
            for (let done = 0; done < bytes.length;)
                done += (0,external_node_fs_.writeSync)(file, bytes, done);
        }
        catch (error) {
            this.problem ??= error instanceof Error ? error.message : String(error);
        }
    }
    #open(day) {
        if (this.#file !== null && this.#day === day)
            return this.#file;
        this.close();
        this.#day = day;
        this.#file = (0,external_node_fs_.openSync)((0,external_node_path_.join)(this.#deps.folder, `${day}.log`), 'a', 0o644);
        return this.#file;
    }
}
function localDay(date) {
    const two = (number) => String(number).padStart(2, '0');
    return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

;// CONCATENATED MODULE: ./.cache/build/lib/runner/execute-run.js









const HEARTBEAT_MS = 1000;
/** Runs a started run to its end or its pause. The caller holds the repository lock. */
async function executeRun(request) {
    const { started, files, now, onLine, onEvent, newCleaner } = request;
    const log = new StepLog({ folder: files.logs, now, newCleaner, onLine });
    const projector = new Projector(() => request.project(started.state));
    const { record, state } = new Recorder(started.state, sinkOf(started), [() => projector.note(), onEvent]);
    const stop = new Stop(request.signal, {
        nowMs: now(),
        timeoutMs: state.plan.timeoutMs,
        deadline: request.deadline ?? null,
    });
    const effects = effectsOf(request, log);
    // A step may run for an hour without an event: what is shown of it stays fresh.
    const heartbeat = setInterval(() => projector.note(), HEARTBEAT_MS);
    try {
        await (0,promises_.mkdir)(files.logs, { recursive: true }).catch(execute_run_unwritable);
        await (0,promises_.mkdir)(files.results, { recursive: true }).catch(execute_run_unwritable);
        record(started.announce, 'durable');
        const { signal, windDown } = stop;
        const world = { state, effects, record, stop: signal, windDown, abort: () => stop.abort('storage') };
        const end = await conclude(world, await runLoop(world));
        return { end, state, problems: problemsOf(log, projector) };
    }
    catch (error) {
        if (!(error instanceof RunUnwritable))
            throw error;
        const paused = { type: 'run-paused', at: now(), why: 'storage' };
        // Where the journal cannot say it either, at least what follows from it must not say `running`.
        started.journal.append(paused, { sync: true });
        applyEvent(state, paused);
        return { end: 'paused', state, problems: [...problemsOf(log, projector), error.message] };
    }
    finally {
        stop.dispose();
        clearInterval(heartbeat);
        projector.flush();
        log.close();
        started.journal.close();
    }
}
function effectsOf(request, log) {
    const { started, landing, pool, tools, now, onNotify, beforeStep, land } = request;
    const { announce, state } = started;
    const runId = announce.type === 'run-started' ? announce.runId : state.runId;
    return new RealEffects({
        landing,
        pool,
        tools,
        now,
        log,
        runId,
        workflow: state.plan.workflow,
        ...(beforeStep === undefined ? {} : { beforeStep }),
        ...(land === undefined ? {} : { landElsewhere: land }),
        notify: (about) => {
            log.note(`notify: ${about}`);
            onNotify(about);
        },
    });
}
function sinkOf({ journal }) {
    return {
        append: (event, durability) => {
            const appended = journal.append(event, { sync: durability === 'durable' });
            return appended.ok ? null : appendTroubleText(appended.error);
        },
    };
}
function appendTroubleText(trouble) {
    return `${trouble.path}: ${trouble.reason === 'changed-underneath' ? 'another program wrote to it' : trouble.code}`;
}
function execute_run_unwritable(error) {
    throw new RunUnwritable(error instanceof Error ? error.message : String(error));
}
function problemsOf(log, projector) {
    return [log.problem, projector.problem].filter((problem) => problem !== null);
}
/** One signal for everything that stops a run: a person, its deadline, a disk that is full. */
class Stop {
    #controller = new AbortController();
    #windDown = new AbortController();
    #person;
    #timers = [];
    #interrupt = () => this.abort('interrupted');
    constructor(person, { nowMs, timeoutMs, deadline }) {
        this.#person = person;
        // One listener for each process in flight: more than Node's ten are no leak.
        (0,external_node_events_.setMaxListeners)(0, this.#controller.signal);
        if (person.aborted)
            this.#interrupt();
        person.addEventListener('abort', this.#interrupt);
        const outOfTime = () => this.abort('deadline');
        if (timeoutMs !== null)
            this.#after(timeoutMs, outOfTime);
        if (deadline === null)
            return;
        this.#after(deadline.windDownAt - nowMs, () => this.#windDown.abort());
        this.#after(deadline.stopAt - nowMs, outOfTime);
    }
    get signal() {
        return this.#controller.signal;
    }
    get windDown() {
        return this.#windDown.signal;
    }
    abort(why) {
        this.#controller.abort(why);
    }
    dispose() {
        for (const timer of this.#timers)
            clearTimeout(timer);
        this.#person.removeEventListener('abort', this.#interrupt);
    }
    /** At once when the time has passed already. */
    #after(ms, what) {
        if (ms <= 0)
            what();
        else
            this.#timers.push(setTimeout(what, Math.min(ms, 2 ** 31 - 1)));
    }
}

;// CONCATENATED MODULE: ./.cache/build/lib/git/revert-range.js

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
        return (0,base_result.ok)(merged.value);
    const before = await git.treeOf(head);
    if (!before.ok)
        return before;
    if (before.value === merged.value.tree)
        return (0,base_result.ok)({ kind: 'nothing' });
    const commit = await git.commit({ tree: merged.value.tree, parents: [head], message, trailers, atMs });
    return commit.ok ? (0,base_result.ok)({ kind: 'reverted', commit: commit.value }) : commit;
}

// EXTERNAL MODULE: ./.cache/build/lib/commands/world.js
var commands_world = __webpack_require__(9974);
;// CONCATENATED MODULE: ./.cache/build/lib/commands/roll-back.js











/**
 * `--rollback-to-checkpoint`: the last run is again where it was when that step had completed. What has landed is taken back
 * by a revert commit in the checkout; history is not rewritten. Resolves with the exit code.
 */
async function rollBack(prepared, request, world) {
    const { console } = world;
    const last = await openLastRun(request);
    if (!last.ok)
        return console.fail(last.error, last.error.exitCode);
    if (last.value === null) {
        const message = `workflow '${prepared.name}' has no run to roll back`;
        return console.fail({ code: 'nothing-to-roll-back', message }, commands_world/* EXIT */.d.invalid);
    }
    try {
        const done = await rollBackRun(prepared, { last: last.value, request }, world);
        if (!done.ok)
            return console.fail(done.error, done.error.exitCode);
        if (prepared.flags.resume)
            return commands_world/* EXIT */.d.completed;
        console.json(buildState(done.value));
        return commands_world/* EXIT */.d.completed;
    }
    finally {
        last.value.journal.close();
    }
}
async function rollBackRun({ rollbackTo, files, name }, { last, request }, { console }) {
    if (rollbackTo === null)
        throw new Error('no step to roll back to');
    const checkpoint = checkpointOf(last, request.plan, rollbackTo.id);
    if (!checkpoint.ok)
        return checkpoint;
    const to = headCommit(checkpoint.value);
    const reverted = await revertLanded(last, to, request);
    if (!reverted.ok)
        return reverted;
    const { now } = request;
    const event = { type: 'rolled-back', at: now(), step: rollbackTo.id, revertCommit: reverted.value };
    const written = last.journal.append(event, { sync: true });
    if (!written.ok)
        return (0,base_result/* err */._)(roll_back_unwritable(written.error));
    const state = foldEvents(request.plan, [...last.events, event]);
    projection(files, now)(state);
    console.progress(`Run ${state.runId} is again at checkpoint ${rollbackTo.number} (${rollbackTo.id}), commit ${(0,step_label/* shortCommit */.Ax)(to)}.`);
    if (reverted.value !== null) {
        console.progress(`What had landed after it was taken back by the revert commit ${(0,step_label/* shortCommit */.Ax)(reverted.value)}.`);
    }
    console.progress(`Go on from there: workflow-runner ${name} --resume`);
    return (0,base_result.ok)(state);
}
/** The revert commit in the user's checkout; null when the run had not landed there, or nothing is left of it. */
async function revertLanded({ state, journal }, to, request) {
    const { landed } = state;
    // Not what landed: when the branch had moved that is a merge, with the user's own commits in it.
    const result = state.afterHooks ?? headCommit(state);
    if (landed?.how !== 'fast-forward' || result === to)
        return (0,base_result.ok)(null);
    const { git, trusted } = request.landing;
    const head = await (0,git_repository/* readHead */.zy)(git, trusted.repository);
    if (!head.ok)
        return (0,base_result/* err */._)(problem('git-failed', JSON.stringify(head.error)));
    const contained = await trusted.isAncestor(result, head.value.commit);
    if (!contained.ok)
        return (0,base_result/* err */._)(problem('git-failed', JSON.stringify(contained.error)));
    if (!contained.value) {
        const message = `what the run landed (${(0,step_label/* shortCommit */.Ax)(result)}) is not part of what is checked out`;
        return (0,base_result/* err */._)({ ...problem('not-on-branch', message), help: 'check out the branch that it landed on' });
    }
    const reverted = await revertRange(trusted, {
        head: head.value.commit,
        from: to,
        to: result,
        message: `Revert workflow ${state.plan.workflow} to an earlier checkpoint\n\nTakes back ${to}..${result}.`,
        trailers: [['Workflow-Run', state.runId]],
        atMs: request.now(),
    });
    if (!reverted.ok)
        return (0,base_result/* err */._)(problem('git-failed', JSON.stringify(reverted.error)));
    if (reverted.value.kind === 'nothing')
        return (0,base_result.ok)(null);
    if (reverted.value.kind === 'conflict') {
        return (0,base_result/* err */._)(problem('revert-conflict', `later commits changed the same lines: ${reverted.value.paths.join(', ')}`));
    }
    const { commit } = reverted.value;
    const reason = `workflow-runner: revert ${state.runId}`;
    const landing = { from: head.value.commit, to: commit, startedAtMs: request.now(), reason };
    // As for any landing: a kill in the middle of it is repaired by whoever starts next (S1).
    const begun = { type: 'landing-started', at: landing.startedAtMs, from: landing.from, to: commit };
    const written = journal.append(begun, { sync: true });
    if (!written.ok)
        return (0,base_result/* err */._)(roll_back_unwritable(written.error));
    const moved = await landing_land(request.landing, landing);
    if (!moved.ok || moved.value.kind !== 'landed') {
        const still = journal.append({ type: 'landed', at: request.now(), ...landed }, { sync: true });
        if (!still.ok)
            return (0,base_result/* err */._)(roll_back_unwritable(still.error));
    }
    if (!moved.ok)
        return (0,base_result/* err */._)(problem('git-failed', JSON.stringify(moved.error)));
    if (moved.value.kind === 'landed')
        return (0,base_result.ok)(commit);
    const paths = moved.value.kind === 'dirty-paths' ? `: ${moved.value.paths.join(', ')}` : '';
    return (0,base_result/* err */._)(problem('checkout-not-ready', `the revert would overwrite uncommitted changes${paths}`));
}
function roll_back_unwritable(trouble) {
    return problem('journal-unwritable', `the journal cannot be written: ${JSON.stringify(trouble)}`);
}
function problem(code, message) {
    return { code, message, help: 'nothing was changed', exitCode: 1 };
}

// EXTERNAL MODULE: ./.cache/build/lib/report/display-width.js
var display_width = __webpack_require__(2961);
;// CONCATENATED MODULE: ./.cache/build/lib/report/live-view.js





const SPINNER = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];
const SPINNER_MS = 100;
/** Steps that have ended and steps to come, shown around those in flight. */
const MAX_ENDED = 5;
const MAX_COMING = 3;
/** The run's line, the phase's line, and one row that stays free for the cursor. */
const OWN_ROWS = 3;
/**
 * One frame of the live view: the run, the phase, its steps in flight, the last that ended and the next to come. Never more
 * than `height - 1` rows of `width` columns. Looks only at what is shown, however many steps the run has.
 */
function renderLiveView(state, options) {
    const { width, height, clean, paint } = options;
    const phases = activeGroups(state);
    const lines = [runLine(state, options)];
    const room = Math.max(1, height - OWN_ROWS - phases.length + 1);
    for (const phase of phases) {
        lines.push(paint('bold', (0,display_width/* fitWidth */.G0)(clean(phaseText(phase)), width)));
        const share = Math.max(1, Math.floor(room / phases.length));
        lines.push(...chooseSteps(state, phase, share).map((step) => stepLine(step, state, options)));
    }
    return lines.slice(0, Math.max(1, height - 1)).join('\n');
}
/** The innermost groups in which something is going on, in file order. */
function activeGroups(state) {
    const found = [];
    const open = [state.plan.root];
    for (let group = open.pop(); group !== undefined; group = open.pop()) {
        const current = groupState(state, group.path);
        const inner = childrenInFlight(current).flatMap((child) => (child.node === 'group' ? [child] : []));
        const active = inner.filter((child) => isOpen(groupState(state, child.path)));
        if (active.length === 0 && group.path !== '' && isOpen(current))
            found.push(current);
        open.push(...active.reverse());
    }
    return found;
}
function childrenInFlight(group) {
    const { children, type } = group.group;
    const indexes = group.status === 'rerunning' ? [group.mergeNext] : type === 'parallel' ? [...group.active] : [group.next];
    return indexes.sort((a, b) => a - b).flatMap((index) => children[index] ?? []);
}
function isOpen({ status }) {
    return status === 'running' || status === 'merging' || status === 'rerunning' || status === 'validating';
}
/** In flight first, then as many neighbours as there is room for; in file order. */
function chooseSteps(state, group, room) {
    const { children } = group.group;
    const inFlight = new Set(childrenInFlight(group));
    const chosen = new Set([...inFlight].slice(0, room));
    const spare = () => room - chosen.size;
    for (let at = group.next; at < children.length && at < group.next + MAX_COMING && spare() > 1; at += 1)
        add(children[at]);
    const start = group.group.type === 'parallel' ? group.next - 1 : Math.min(group.next, children.length) - 1;
    for (let at = start, ended = 0; at >= 0 && ended < MAX_ENDED && spare() > 0; at -= 1) {
        if (inFlight.has(children[at]))
            continue;
        add(children[at]);
        ended += 1;
    }
    return [...chosen]
        .flatMap((node) => (node.node === 'step' ? (state.steps.get(node.id) ?? []) : []))
        .sort((a, b) => a.step.number - b.step.number);
    function add(node) {
        if (node?.node === 'step')
            chosen.add(node);
    }
}
function runLine(state, { nowMs, width, paint, clean }) {
    const total = state.plan.steps.length;
    const parts = [`${state.endedSteps}/${total} steps`, (0,duration_text/* durationText */.S)((state.endedAt ?? nowMs) - state.startedAt)];
    if (state.costUsd > 0) {
        const budget = state.choices.budgetUsd ?? state.plan.budgetUsd;
        const unknown = state.attemptsOfUnknownCost > 0 ? ' + unknown' : '';
        parts.push(`${(0,step_label/* costText */.rs)(state.costUsd)}${unknown}${budget === null ? '' : ` of ${(0,step_label/* costText */.rs)(budget)}`}`);
    }
    const name = clean(state.plan.workflow);
    const rest = ` ${parts.join(' · ')}`;
    const head = (0,display_width/* fitWidth */.G0)(name, Math.max(1, width - (0,display_width/* displayWidth */.F1)(rest)));
    return paint('bold', head) + (0,display_width/* fitWidth */.G0)(rest, width - (0,display_width/* displayWidth */.F1)(head));
}
function phaseText({ group, status, active }) {
    const name = `${group.kind} ${group.path}`;
    switch (status) {
        case 'merging':
            return `${name}: merging ${(0,step_label/* counted */.hS)(group.children.length, 'result')}`;
        case 'validating':
            return `${name}: validating`;
        case 'rerunning':
            return `${name}: running a step again that did not merge`;
        case 'pending':
        case 'running':
        case 'completed':
        case 'failed':
        case 'skipped':
            return group.type === 'parallel'
                ? `${name}: ${active.size} of ${(0,step_label/* counted */.hS)(group.children.length, 'step')} running`
                : name;
    }
}
function stepLine(step, state, options) {
    const { nowMs, width, lastLine, clean, paint } = options;
    const [mark, style] = markOf(step, nowMs);
    const name = clean(`${(0,step_label/* stepCount */.qZ)(step.step, state.plan.steps.length)} ${(0,step_label/* stepLabel */.vO)(step.step)}`);
    const left = (0,display_width/* fitWidth */.G0)(name, Math.max(1, width - 2));
    const facts = stepFacts(step, nowMs);
    const said = step.status === 'running' ? lastLine(step.step.id) : undefined;
    const tail = [...facts, ...(said === undefined || said === '' ? [] : [clean(said)])].join(' · ');
    const room = width - 2 - (0,display_width/* displayWidth */.F1)(left) - 2;
    const right = tail === '' || room < 4 ? '' : `  ${paint('dim', (0,display_width/* fitWidth */.G0)(tail, room))}`;
    return `${style === null ? mark : paint(style, mark)} ${left}${right}`;
}
function stepFacts(step, nowMs) {
    const facts = [];
    if (step.startedAt !== null)
        facts.push((0,duration_text/* durationText */.S)((step.endedAt ?? nowMs) - step.startedAt));
    if (step.attempt > 1)
        facts.push(`attempt ${step.attempt}`);
    if (step.retryAt !== null)
        facts.push(`again in ${(0,duration_text/* durationText */.S)(step.retryAt - nowMs)}`);
    if (step.costUsd !== null && step.costUsd > 0)
        facts.push((0,step_label/* costText */.rs)(step.costUsd));
    if (step.status === 'completed' && step.result !== null) {
        facts.push(step.result.filesModified === 0 ? 'nothing changed' : (0,step_label/* counted */.hS)(step.result.filesModified, 'file'));
    }
    if (step.skipped !== null)
        facts.push(`skipped: ${skipText(step.skipped)}`);
    if (step.status === 'failed')
        facts.push('failed');
    if (step.status === 'conflict')
        facts.push('conflict');
    return facts;
}
function markOf({ status }, nowMs) {
    switch (status) {
        case 'pending':
            return ['·', 'dim'];
        case 'running':
            return [SPINNER[Math.floor(Math.max(0, nowMs) / SPINNER_MS) % SPINNER.length] ?? '⠋', 'accent'];
        case 'retrying':
            return ['↻', 'warning'];
        case 'completed':
            return ['✓', 'success'];
        case 'failed':
        case 'conflict':
            return ['✗', 'error'];
        case 'skipped':
            return ['-', 'dim'];
        case 'cancelled':
            return ['■', 'warning'];
    }
}

;// CONCATENATED MODULE: ./.cache/build/lib/commands/run-view.js



/** The spinner's pace. */
const FRAME_MS = 100;
/** A live view on a terminal, plain lines elsewhere. */
async function openRunView(console, now) {
    const lines = new EventLines({ clean: commands_console/* clean */.u, paint: console.paint });
    return console.isLive ? liveView(console, await console.live(), { lines, now }) : plainView(console, lines);
}
function plainView(console, lines) {
    let last = null;
    const show = (texts) => {
        for (const text of texts)
            console.progress(text);
    };
    return {
        onEvent: (event, state) => {
            last = state;
            show(lines.next(event, state));
        },
        onLine: (stepId, line) => {
            if (console.isVerbose)
                console.detail(`    ${stepId}: ${(0,commands_console/* clean */.u)(line)}`);
        },
        stop: () => {
            if (last !== null)
                show(lines.end(last));
        },
    };
}
/** What has ended scrolls away above; only the last line of each step in flight is kept. */
function liveView(console, area, { lines, now }) {
    const lastLines = new Map();
    let current = null;
    const draw = () => {
        if (current === null)
            return;
        const lastLine = (id) => lastLines.get(id);
        const { width, height, paint } = console;
        area.update(renderLiveView(current, { nowMs: now(), width, height, lastLine, clean: commands_console/* clean */.u, paint }));
    };
    const timer = setInterval(draw, FRAME_MS);
    return {
        onEvent: (event, state) => {
            current = state;
            const texts = lines.next(event, state);
            if (event.type !== 'step-started')
                area.above(texts);
            if (event.type === 'step-completed' || event.type === 'step-failed')
                lastLines.delete(event.step);
        },
        onLine: (stepId, line) => lastLines.set(stepId, line),
        stop: () => {
            clearInterval(timer);
            if (current !== null)
                area.above(lines.end(current));
            area.stop();
        },
    };
}

// EXTERNAL MODULE: ./.cache/build/lib/files/lock.js + 2 modules
var files_lock = __webpack_require__(7887);
// EXTERNAL MODULE: ./.cache/build/lib/commands/lock-folder.js
var lock_folder = __webpack_require__(9080);
;// CONCATENATED MODULE: ./.cache/build/lib/commands/take-lock.js





/** Takes the repository's lock for a run; the problem names the run that holds it. A dead run's lock is taken over. */
function takeLock({ repository, runId, name }, { now, console }) {
    const folder = (0,lock_folder/* lockFolder */.M)(repository.commonDir);
    (0,external_node_fs_.mkdirSync)(folder, { recursive: true });
    const lock = (0,files_lock/* acquireLock */.IZ)({ folder, runId, workflow: name, startedAtMs: now() });
    if (!lock.ok)
        return (0,base_result/* err */._)(lockProblem(lock.error));
    const { takenOverFrom } = lock.value;
    if (takenOverFrom !== null) {
        console.note(`note: run ${takenOverFrom.runId} (process ${takenOverFrom.pid}) had died holding the lock; taken over`);
    }
    return lock;
}
function lockProblem(trouble) {
    switch (trouble.reason) {
        case 'held': {
            const { pid, runId, workflow, host, startedAtMs } = trouble.holder;
            const where = trouble.liveness === 'elsewhere' ? ` on ${host}` : '';
            return {
                code: 'locked',
                message: `run ${runId} of workflow '${workflow}' holds this repository (process ${pid}${where}, since ${(0,timestamp/* timestamp */.v)(startedAtMs)})`,
                help: 'wait for it (workflow-runner status --watch), or if it cannot be alive: workflow-runner unlock',
                exitCode: 4,
            };
        }
        case 'unknown-claim':
            return {
                code: 'locked',
                message: `the lock was written by another version of workflow-runner: ${trouble.path}`,
                help: 'when no run is going on, remove that folder',
                exitCode: 4,
            };
        case 'file': {
            const { path, code } = trouble.trouble;
            return {
                code: 'lock-unusable',
                message: `cannot lock ${path}: ${code}`,
                help: 'check its permissions',
                exitCode: 1,
            };
        }
    }
}

;// CONCATENATED MODULE: ./.cache/build/lib/commands/perform-run.js
/*
 * Performs a prepared run: lock, start or resume, steps, landing. The command line and the action both do it; what one of them
 * adds, it gives in as `RunExtras`.
 *
 * Order matters: everything under the lock comes before the first event, and the lock is given back whatever happens.
 */
















/** Performs the run. Expected trouble before the first step is `refused`. */
async function performRun(prepared, extras, world) {
    const locked = takeLock(prepared, world);
    if (!locked.ok)
        return refused(locked.error);
    try {
        return await underLock(prepared, { extras, dead: locked.value.takenOverFrom }, world);
    }
    finally {
        locked.value.release();
    }
}
async function underLock(before, { extras, dead }, world) {
    const { repository, git, cacheDir } = before;
    await endOrphans((0,external_node_path_.join)(cacheDir, 'workspaces'));
    await cleanStale(repository, cacheDir);
    await addExclude(repository);
    const landing = { git, trusted: await openTrustedGit(git, repository, cacheDir) };
    const unrepaired = dead === null || dead.workflow === before.name ? null : await repairAfter(dead, landing);
    if (unrepaired !== null)
        return refused(unrepaired);
    const restored = await extras.restore?.(landing);
    if (restored !== undefined && 'code' in restored)
        return refused(restored);
    const prepared = restored?.resume === true ? { ...before, flags: { ...before.flags, resume: true } } : before;
    const request = await startRequest(prepared, landing, world);
    if (!request.ok)
        return refused(request.error);
    if (prepared.rollbackTo !== null) {
        const exitCode = await rollBack(prepared, request.value, world);
        if (exitCode !== commands_world/* EXIT */.d.completed || !before.flags.resume)
            return { kind: 'rolled-back', exitCode };
    }
    const started = await startOrResume(prepared, request.value, world);
    if (!started.ok)
        return refused(started.error);
    if ('status' in started.value)
        return { kind: 'nothing-to-do', state: started.value };
    if (prepared.flags.beginOnly === true)
        return begin(started.value);
    const executed = await execute(prepared, { started: started.value, landing, extras }, world);
    await extras.finish?.(executed, landing);
    return { kind: 'ran', executed };
}
function begin({ journal, announce }) {
    const written = journal.append(announce, { sync: true });
    journal.close();
    if (written.ok)
        return { kind: 'begun' };
    const message = `the journal cannot be written: ${JSON.stringify(written.error)}`;
    return refused({ code: 'journal-unwritable', message, help: 'nothing was run', exitCode: 1 });
}
const refused = (problem) => ({ kind: 'refused', problem });
/** The run whose lock was taken over may have died while it landed in this checkout. */
async function repairAfter({ runId, workflow }, landing) {
    const isName = /^[A-Za-z0-9][A-Za-z0-9_-]*$/.test(workflow);
    return isName ? repairLandingOf(runId, (0,run_files/* runFiles */.N)(landing.trusted.repository.root, workflow), landing) : null;
}
async function execute(prepared, ready, world) {
    const { console, now, signal, env } = world;
    const { started, landing, extras } = ready;
    const { announce } = started;
    const chosen = announce.type === 'run-started' || announce.type === 'run-resumed' ? announce.choices.agentBackend : null;
    const view = await openRunView(console, now);
    const { land, beforeStep } = extras;
    try {
        return await executeRun({
            started,
            files: prepared.files,
            landing,
            pool: new WorkspacePool(prepared.git, prepared.repository, prepared.cacheDir),
            tools: stepTools(world, prepared.loaded, chosen ?? DEFAULT_BACKEND),
            now,
            signal,
            newCleaner: cleanerFactory(env),
            project: projection(prepared.files, now),
            onEvent: (event, state) => {
                extras.onEvent?.(event, state);
                view.onEvent(event, state);
            },
            onLine: view.onLine,
            onNotify: (about) => console.note(`notify: ${prepared.name}: ${about}`),
            deadline: extras.deadline ?? null,
            ...(beforeStep === undefined ? {} : { beforeStep }),
            ...(land === undefined ? {} : { land: (request) => land(request, landing) }),
        });
    }
    finally {
        view.stop();
    }
}

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
;// CONCATENATED MODULE: ./.cache/build/lib/runner/cache-folder.js




/**
 * Where a repository's workspaces are: `$XDG_CACHE_HOME` (default `~/.cache`) `/workflow-runner/<name>-<hash>`; below the
 * system's folder for temporary files when there is no home that can be written. Nothing in it is needed for a resume.
 * `commonDir` is the repository's git directory, the same for all its worktrees. The folder exists afterwards.
 */
function cacheFolder(commonDir, env) {
    const hash = (0,external_node_crypto_.createHash)('sha256').update(commonDir).digest('hex').slice(0, 12);
    const name = (0,external_node_path_.basename)((0,external_node_path_.dirname)(commonDir))
        .replace(/[^A-Za-z0-9_-]+/g, '-')
        .slice(0, 40);
    for (const parent of parents(env)) {
        const folder = (0,external_node_path_.join)(parent, 'workflow-runner', `${name}-${hash}`);
        if (canMake(folder))
            return folder;
    }
    const own = (0,external_node_path_.join)((0,external_node_os_.tmpdir)(), `workflow-runner-${(0,external_node_os_.userInfo)().uid}`, `${name}-${hash}`);
    (0,external_node_fs_.mkdirSync)(own, { recursive: true, mode: 0o700 });
    return own;
}
function parents(env) {
    const { XDG_CACHE_HOME: cache, HOME: home } = env;
    const wanted = [cache, home === undefined ? undefined : (0,external_node_path_.join)(home, '.cache')];
    return wanted.filter((folder) => folder !== undefined && (0,external_node_path_.isAbsolute)(folder));
}
/** Level by level: the recursive mkdir of Node 20 never returns below /proc, where making a folder is 'not found'. */
function makeFolders(folder) {
    if ((0,external_node_fs_.existsSync)(folder))
        return;
    makeFolders((0,external_node_path_.dirname)(folder));
    try {
        (0,external_node_fs_.mkdirSync)(folder, { mode: 0o700 });
    }
    catch (error) {
        // Another run may have made it in between.
        if (!(0,external_node_fs_.existsSync)(folder))
            throw error;
    }
}
function canMake(folder) {
    try {
        makeFolders(folder);
        (0,external_node_fs_.accessSync)(folder, external_node_fs_.constants.W_OK | external_node_fs_.constants.X_OK);
        return true;
    }
    catch {
        return false;
    }
}

// EXTERNAL MODULE: ./.cache/build/lib/commands/load-workflows.js + 2 modules
var load_workflows = __webpack_require__(9885);
;// CONCATENATED MODULE: ./.cache/build/lib/commands/prepare-run.js










/** Finds the checkout, the workflow and what the flags name in it. Nothing is written, no lock is taken. */
async function prepareRun(name, flags, world) {
    const opened = await openCheckout(flags, world);
    if (!opened.ok)
        return (0,base_result/* err */._)({ ...opened.error, diagnostics: [] });
    const { git, repository } = opened.value;
    const loaded = await (0,load_workflows/* loadPlan */.Yq)(repository.root, name);
    if (!loaded.ok)
        return (0,base_result/* err */._)(unloaded(name, loaded.error));
    world.console.warn(loaded.value.warnings);
    const planned = planChoices(flags, loaded.value.plan, world.cwd);
    if (!planned.ok)
        return (0,base_result/* err */._)({ ...planned.error, diagnostics: [] });
    const files = (0,run_files/* runFiles */.N)(repository.root, name);
    const cacheDir = cacheFolder(repository.commonDir, world.env);
    const runId = `${(0,timestamp/* timestamp */.v)(world.now()).replace(/[-:]/g, '')}-${(0,external_node_crypto_.randomBytes)(3).toString('hex')}`;
    return (0,base_result.ok)({ ...planned.value, name, flags, git, repository, loaded: loaded.value, files, cacheDir, runId });
}
/** A workflow that does not exist is one line; one that is wrong is shown with every place. */
function unloaded(name, diagnostics) {
    const [first] = diagnostics;
    if (first?.code === 'unknown-workflow' && first.location.line === undefined) {
        const { code, message, help = '' } = first;
        return { code, message, help, exitCode: commands_world/* EXIT */.d.invalid, diagnostics: [] };
    }
    const code = first?.code ?? 'invalid-definition';
    return { code, message: `workflow '${name}' cannot run`, help: '', exitCode: commands_world/* EXIT */.d.invalid, diagnostics };
}
/** The git and the repository that a command works with. */
async function openCheckout(flags, world) {
    const git = findGit(world);
    if (!git.ok)
        return git;
    const repository = await (0,git_repository/* openRepository */.h_)(flags.repo ?? world.cwd, git.value);
    return repository.ok ? (0,base_result.ok)({ git: git.value, repository: repository.value }) : repository;
}

;// CONCATENATED MODULE: ./.cache/build/lib/commands/run.js













/** `run`: runs a workflow, or does what the flags say instead of or before it. Resolves with the exit code. */
async function run_runCommand(name, flags, outer) {
    const world = { ...outer, runProcess: redacting(outer.runProcess, outer.env) };
    const { console } = world;
    const prepared = await prepareRun(name, flags, world);
    if (!prepared.ok)
        return refuse(prepared.error, world);
    if (flags.dryRun)
        return dryRun(prepared.value, world);
    const performed = await performRun(prepared.value, {}, world);
    switch (performed.kind) {
        case 'refused':
            return console.fail(performed.problem, performed.problem.exitCode);
        case 'rolled-back':
            return performed.exitCode;
        case 'nothing-to-do':
            console.json({ workflow: name, status: 'completed', nothing_to_do: true });
            console.print(`The last run of ${name} has completed: there is nothing to resume.`);
            return commands_world/* EXIT */.d.completed;
        case 'begun':
            return commands_world/* EXIT */.d.completed;
        case 'ran':
            return report(prepared.value, performed.executed, world);
    }
}
function refuse({ code, message, help, diagnostics, exitCode }, { console }) {
    const error = {
        code,
        message,
        ...(help === '' ? {} : { help }),
        ...(diagnostics.length === 0 ? {} : { diagnostics }),
    };
    return console.fail(error, exitCode);
}
async function report(prepared, executed, world) {
    const { console } = world;
    const { state, end, problems } = executed;
    const uncounted = await writeMetrics(prepared.files, state).then(() => [], (error) => [error instanceof Error ? error.message : String(error)]);
    for (const problem of [...problems, ...uncounted])
        console.note(`note: could not be written: ${(0,commands_console/* clean */.u)(problem)}`);
    console.json(buildState(state));
    console.print(`\n${renderRunSummary(state, { clean: commands_console/* clean */.u, paint: console.paint, repo: prepared.flags.repo })}`);
    if (end === 'completed' || state.pause === 'phase-done')
        return commands_world/* EXIT */.d.completed;
    return end === 'failed' ? commands_world/* EXIT */.d.failed : commands_world/* EXIT */.d.paused;
}
/** Without the lock, and so beside a run that may be going on: the workspaces of that run are not for it. */
async function dryRun(prepared, world) {
    const { choices, loaded } = prepared;
    const cacheDir = (0,external_node_path_.join)(prepared.cacheDir, `dry-${prepared.runId}`);
    const prerequisites = await describePrerequisites({ ...prepared, cacheDir }, world);
    await (0,promises_.rm)(cacheDir, { recursive: true, force: true });
    const backend = choices.agentBackend;
    await showDryRun({ loaded, prerequisites, choices: { ...choices, land: choices.land ?? 'merge', agentBackend: backend } }, world);
    const problem = prepared.flags.resume ? null : startProblem(prepared, world);
    if (problem !== null)
        world.console.note(`note: it would not start now: ${problem.message}\n  ${problem.help}`);
    return commands_world/* EXIT */.d.completed;
}


/***/ }),

/***/ 4092:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ Git)
/* harmony export */ });
/* harmony import */ var _base_result_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5256);

const INHERITED = ['PATH', 'TMPDIR', 'LD_LIBRARY_PATH'];
const INHERITED_BY_USER = ['HOME', 'XDG_CONFIG_HOME', 'USER'];
const INHERITED_FOR_NETWORK = [
    ...['http_proxy', 'https_proxy', 'all_proxy', 'no_proxy', 'HTTPS_PROXY', 'ALL_PROXY', 'NO_PROXY'],
    ...['SSL_CERT_FILE', 'SSL_CERT_DIR', 'GIT_SSL_CAINFO', 'GIT_SSL_CAPATH'],
];
const KEEP_BYTES = 512 * 1024 * 1024;
const IDENTITY = {
    GIT_AUTHOR_NAME: 'workflow-runner',
    GIT_AUTHOR_EMAIL: 'workflow-runner@localhost',
    GIT_COMMITTER_NAME: 'workflow-runner',
    GIT_COMMITTER_EMAIL: 'workflow-runner@localhost',
};
/** Configuration of every command. git older than 2.36 does not know `core.fsync` and ignores it. */
const HARDENED = [
    'core.hooksPath=/dev/null',
    'core.fsmonitor=false',
    'submodule.recurse=false',
    'gc.auto=0',
    'maintenance.auto=false',
    'core.quotePath=false',
];
class Git {
    #deps;
    constructor(deps) {
        this.#deps = deps;
    }
    /** Runs one git command to its end. Any exit code outside `okCodes` is a failure with the end of what git said. */
    async run(command) {
        const result = await this.#deps.runProcess({
            argv: [this.#deps.gitPath, ...globalArguments(command), ...command.args],
            cwd: command.cwd,
            env: this.#environment(command),
            keepBytes: KEEP_BYTES,
            ...(command.input === undefined ? {} : { input: command.input }),
            ...(command.signal === undefined ? {} : { signal: command.signal }),
        });
        return this.#judge(command, result);
    }
    #judge(command, result) {
        if (result.end === 'not-found') {
            return (0,_base_result_js__WEBPACK_IMPORTED_MODULE_0__/* .err */ ._)({ reason: 'program-missing', program: 'git', help: `${this.#deps.gitPath} cannot be started` });
        }
        if (result.end === 'cancelled')
            return (0,_base_result_js__WEBPACK_IMPORTED_MODULE_0__/* .err */ ._)({ reason: 'cancelled' });
        const accepted = command.okCodes ?? [0];
        if (result.exitCode === null || !accepted.includes(result.exitCode) || result.stdoutTruncated) {
            return (0,_base_result_js__WEBPACK_IMPORTED_MODULE_0__/* .err */ ._)({
                reason: 'command-failed',
                command: `git ${command.args.slice(0, 2).join(' ')}`,
                exitCode: result.exitCode,
                signal: result.signal,
                outputTail: result.stderrTail,
            });
        }
        const { stdout, exitCode } = result;
        return (0,_base_result_js__WEBPACK_IMPORTED_MODULE_0__.ok)({ exitCode, stdout, text: stdout.toString('utf8').replace(/\n$/, ''), stderr: result.stderrTail });
    }
    #environment(command) {
        const { env: source } = this.#deps;
        const names = [...INHERITED, ...(command.place.kind === 'trusted' ? [] : INHERITED_BY_USER)];
        const env = {
            LC_ALL: 'C',
            GIT_TERMINAL_PROMPT: '0',
            GIT_NO_REPLACE_OBJECTS: '1',
            GIT_NO_LAZY_FETCH: '1',
            GIT_LFS_SKIP_SMUDGE: '1',
            ...IDENTITY,
        };
        if (command.network === true)
            names.push(...INHERITED_FOR_NETWORK);
        for (const name of names) {
            const value = source[name];
            if (value !== undefined)
                env[name] = value;
        }
        if (command.readOnly === true)
            env['GIT_OPTIONAL_LOCKS'] = '0';
        if (command.atMs !== undefined) {
            const date = `${Math.floor(command.atMs / 1000)} +0000`;
            env['GIT_AUTHOR_DATE'] = date;
            env['GIT_COMMITTER_DATE'] = date;
        }
        if (command.place.kind === 'trusted') {
            env['GIT_CONFIG_NOSYSTEM'] = '1';
            env['GIT_CONFIG_GLOBAL'] = '/dev/null';
            env['GIT_ATTR_NOSYSTEM'] = '1';
            env['GIT_OBJECT_DIRECTORY'] = command.place.objectsDir;
        }
        return { ...env, ...command.env };
    }
}
function globalArguments(command) {
    const settings = [
        ...HARDENED,
        `core.fsync=${command.sync === 'later' ? 'none' : 'loose-object,pack,pack-metadata,reference'}`,
        `core.fsyncMethod=${command.sync === 'batch' ? 'batch' : 'fsync'}`,
    ];
    if (command.place.kind === 'trusted')
        settings.push('core.attributesFile=/dev/null', 'diff.ignoreSubmodules=all');
    const args = ['--no-pager', ...settings.flatMap((setting) => ['-c', setting])];
    if (command.place.kind === 'discover')
        return args;
    args.push(`--git-dir=${command.place.gitDir}`);
    if (command.place.workTree !== undefined)
        args.push(`--work-tree=${command.place.workTree}`);
    return args;
}


/***/ }),

/***/ 4369:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K5: () => (/* binding */ splitNul),
/* harmony export */   MX: () => (/* binding */ joinNul),
/* harmony export */   O0: () => (/* binding */ encodePath),
/* harmony export */   q0: () => (/* binding */ decodePath),
/* harmony export */   ur: () => (/* binding */ pathOnDisk)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7975);

/**
 * Git paths are bytes; ours are strings. Valid UTF-8 decodes as itself; every other byte becomes the lone surrogate
 * U+DC00 + byte (as Python's surrogateescape does), so that any path survives the way there and back, and through JSON.
 */
const REPLACEMENT = '\ufffd';
const ESCAPED_BYTE = /[\udc80-\udcff]/u;
/** Bytes of a path -> text. Never fails; `encodePath` gives the same bytes back. */
function decodePath(bytes) {
    const text = bytes.toString('utf8');
    return text.includes(REPLACEMENT) ? decodeBytewise(bytes) : text;
}
/** Text of a path -> bytes, the inverse of `decodePath`. */
function encodePath(path) {
    if (!ESCAPED_BYTE.test(path))
        return Buffer.from(path, 'utf8');
    const parts = [];
    for (const char of path) {
        parts.push(ESCAPED_BYTE.test(char) ? Buffer.from([char.charCodeAt(0) - 0xdc00]) : Buffer.from(char, 'utf8'));
    }
    return Buffer.concat(parts);
}
/** Where a path of the tree lies on disk, as bytes for `node:fs`. `root` is an absolute folder. */
function pathOnDisk(root, path) {
    return Buffer.concat([encodePath(root), Buffer.from('/'), encodePath(path)]);
}
/** Splits output of a git command with `-z`; the part after the last NUL is dropped when empty. */
function splitNul(bytes) {
    const parts = [];
    let start = 0;
    for (let end = bytes.indexOf(0); end !== -1; end = bytes.indexOf(0, start)) {
        parts.push(bytes.subarray(start, end));
        start = end + 1;
    }
    if (start < bytes.length)
        parts.push(bytes.subarray(start));
    return parts;
}
/** Paths as standard input of a git command with `-z --stdin`. */
function joinNul(paths) {
    const nul = Buffer.from([0]);
    return Buffer.concat(paths.flatMap((path) => [encodePath(path), nul]));
}
function decodeBytewise(bytes) {
    const decoder = new node_util__WEBPACK_IMPORTED_MODULE_0__.TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
    let text = '';
    for (let at = 0; at < bytes.length;) {
        const length = sequenceLength(bytes[at] ?? 0);
        const decoded = decodeWhole(decoder, bytes.subarray(at, at + length), length);
        text += decoded ?? String.fromCharCode(0xdc00 + (bytes[at] ?? 0));
        at += decoded === null ? 1 : length;
    }
    return text;
}
function sequenceLength(first) {
    return first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
}
function decodeWhole(decoder, bytes, length) {
    if (bytes.length < length)
        return null;
    try {
        return decoder.decode(bytes);
    }
    catch {
        return null;
    }
}


/***/ }),

/***/ 6018:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Xb: () => (/* binding */ dirtyPaths),
/* harmony export */   h_: () => (/* binding */ openRepository),
/* harmony export */   o5: () => (/* binding */ checkoutOf),
/* harmony export */   zy: () => (/* binding */ readHead)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _base_result_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5256);
/* harmony import */ var _path_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4369);



/** Values between the answers, so that a path with a newline in it is still read right. */
const SEPARATOR = '--is-inside-git-dir';
/** Finds the repository that `dir` lies in. Linked worktrees, shallow and detached checkouts are fine; see the Problems. */
async function openRepository(dir, git) {
    const answer = await git.run({
        args: [
            'rev-parse',
            '--is-bare-repository',
            '--is-shallow-repository',
            '--show-object-format',
            '--show-toplevel',
            SEPARATOR,
            '--absolute-git-dir',
            SEPARATOR,
            '--path-format=absolute',
            '--git-common-dir',
            SEPARATOR,
            'HEAD^{commit}',
            '--symbolic-full-name',
            'HEAD',
        ],
        place: { kind: 'discover' },
        cwd: dir,
        readOnly: true,
        okCodes: [0, 128],
    });
    if (!answer.ok)
        return (0,_base_result_js__WEBPACK_IMPORTED_MODULE_2__/* .err */ ._)(problemOf(answer.error, dir));
    const { stdout, stderr, exitCode } = answer.value;
    const [bare, shallow, objectFormat, ...rest] = (0,_path_text_js__WEBPACK_IMPORTED_MODULE_1__/* .decodePath */ .q0)(stdout).split('\n');
    if (bare === 'true')
        return (0,_base_result_js__WEBPACK_IMPORTED_MODULE_2__/* .err */ ._)(BARE(dir));
    const [root, gitDir, commonDir, tail] = rest.join('\n').split(/\nfalse\n/);
    if (root === undefined || gitDir === undefined || commonDir === undefined || tail === undefined) {
        return (0,_base_result_js__WEBPACK_IMPORTED_MODULE_2__/* .err */ ._)(notFound(dir, stderr));
    }
    const [head, branch] = tail.split('\n');
    if (exitCode !== 0 || head === undefined)
        return (0,_base_result_js__WEBPACK_IMPORTED_MODULE_2__/* .err */ ._)(NO_COMMITS(root));
    return (0,_base_result_js__WEBPACK_IMPORTED_MODULE_2__.ok)({
        root,
        gitDir,
        commonDir,
        objectsDir: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(commonDir, 'objects'),
        head,
        branch: branch === undefined || branch === 'HEAD' || branch === '' ? null : branch,
        objectFormat: objectFormat === 'sha256' ? 'sha256' : 'sha1',
        shallow: shallow === 'true',
    });
}
/** The user's checkout as a place to run git in. */
function checkoutOf(repository) {
    return { kind: 'user', gitDir: repository.gitDir, workTree: repository.root };
}
/** Where HEAD is now. */
async function readHead(git, repository) {
    const answer = await git.run({
        args: ['rev-parse', 'HEAD^{commit}', '--symbolic-full-name', 'HEAD'],
        place: checkoutOf(repository),
        cwd: repository.root,
        readOnly: true,
    });
    if (!answer.ok)
        return answer;
    const [commit = '', branch] = answer.value.text.split('\n');
    return (0,_base_result_js__WEBPACK_IMPORTED_MODULE_2__.ok)({ commit, branch: branch === undefined || branch === 'HEAD' ? null : branch });
}
/**
 * Tracked paths with staged or unstaged changes, sorted as git sorts. Untracked files do not count, as for `git merge`:
 * landing refuses to overwrite one. Nothing is written; the index stays byte-identical.
 */
async function dirtyPaths(git, repository) {
    const answer = await git.run({
        args: ['status', '--porcelain=v2', '-z', '--untracked-files=no', '--no-renames', '--ignore-submodules=dirty'],
        place: checkoutOf(repository),
        cwd: repository.root,
        readOnly: true,
    });
    if (!answer.ok)
        return answer;
    return (0,_base_result_js__WEBPACK_IMPORTED_MODULE_2__.ok)((0,_path_text_js__WEBPACK_IMPORTED_MODULE_1__/* .splitNul */ .K5)(answer.value.stdout).map((record) => (0,_path_text_js__WEBPACK_IMPORTED_MODULE_1__/* .decodePath */ .q0)(pathOfStatusRecord(record))));
}
/** `1 XY sub mH mI mW hH hI path` and `u XY sub m1 m2 m3 mW h1 h2 h3 path`: the path follows the 8th or 10th space. */
function pathOfStatusRecord(record) {
    const spaces = record[0] === 0x75 ? 10 : 8;
    let at = 0;
    for (let seen = 0; seen < spaces; seen += 1)
        at = record.indexOf(0x20, at) + 1;
    return record.subarray(at);
}
const BARE = (dir) => ({
    code: 'bare-repository',
    message: `${dir} is a bare repository: there is no checkout to work for`,
    help: 'Run in a checkout: git clone it, or git worktree add one.',
    exitCode: 2,
});
const NO_COMMITS = (root) => ({
    code: 'no-commits',
    message: `The repository at ${root} has no commits yet`,
    help: 'Make a first commit: git add -A && git commit',
    exitCode: 2,
});
function notFound(dir, stderr) {
    if (stderr.includes('dubious ownership')) {
        return {
            code: 'dubious-ownership',
            message: `The repository at ${dir} belongs to another user, so git does not read it`,
            help: `If you trust it: git config --global --add safe.directory ${dir}`,
            exitCode: 2,
        };
    }
    if (stderr.includes('must be run in a work tree')) {
        return {
            code: 'inside-git-directory',
            message: `${dir} is inside a .git folder`,
            help: 'Run in the checkout itself.',
            exitCode: 2,
        };
    }
    if (stderr.includes('not a git repository')) {
        return {
            code: 'not-a-repository',
            message: `${dir} is not in a git repository`,
            help: 'Run in a checkout, or name one with --repo DIR.',
            exitCode: 2,
        };
    }
    return {
        code: 'git-failed',
        message: `git cannot read ${dir}: ${firstLine(stderr)}`,
        help: 'Run git status there.',
        exitCode: 2,
    };
}
function problemOf(failure, dir) {
    if (failure.reason === 'program-missing') {
        return { code: 'git-missing', message: failure.help, help: 'Install git 2.38 or newer.', exitCode: 2 };
    }
    const said = failure.reason === 'command-failed' ? firstLine(failure.outputTail) : failure.reason;
    return { code: 'git-failed', message: `git cannot read ${dir}: ${said}`, help: 'Run git status there.', exitCode: 2 };
}
function firstLine(text) {
    return text.trim().split('\n')[0] ?? '';
}


/***/ }),

/***/ 450:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ secondsBetween),
/* harmony export */   v: () => (/* binding */ timestamp)
/* harmony export */ });
/** A time as in every file that we write: `2025-11-01T10:00:00Z`, from milliseconds since 1970. */
function timestamp(ms) {
    return new Date(ms).toISOString().replace(/\.\d{3}Z$/, 'Z');
}
/** Whole seconds between two times in milliseconds, never negative (clocks are set back at times). */
function secondsBetween(startMs, endMs) {
    return Math.max(0, Math.round((endMs - startMs) / 1000));
}


/***/ })

};
