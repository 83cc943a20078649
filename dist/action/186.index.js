export const id = 186;
export const ids = [186];
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

/***/ 70447:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Z: () => (/* binding */ applyEvent),
  v: () => (/* binding */ foldEvents)
});

// EXTERNAL MODULE: ./.cache/build/lib/base/unreachable.js
var unreachable = __webpack_require__(3547);
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

// EXTERNAL MODULE: ./.cache/build/lib/engine/reopen.js
var reopen = __webpack_require__(31773);
// EXTERNAL MODULE: ./.cache/build/lib/engine/run-state.js
var run_state = __webpack_require__(75723);
// EXTERNAL MODULE: ./.cache/build/lib/engine/settle.js
var settle = __webpack_require__(93139);
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
    const state = (0,run_state/* initialState */.ue)(plan);
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
            return (0,reopen/* reopen */.Ck)(state);
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
            return (0,settle/* goOn */.AC)(state, group, event.at);
        case 'group-skipped':
            skipBelow(state, group, event);
            return (0,settle/* noteChildEnded */.D2)(state, group.group, event.at);
        case 'group-merged':
            group.head = event.commit;
            group.mergeNext = group.group.children.length;
            return (0,settle/* endGroup */.N4)(state, group, event.at);
        case 'group-validated':
            group.failure = event.failure;
            group.failed = event.failure !== null;
            group.status = group.failed ? 'failed' : 'completed';
            group.endedAt = event.at;
            return (0,settle/* noteChildEnded */.D2)(state, group.group, event.at);
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
            return (0,settle/* endGroup */.N4)(state, group, event.at);
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
            (0,reopen/* startOver */.zX)(state, group.group);
        if (type === 'sequential' || !children.some((child) => hasBegun(state, child)))
            group.base = base;
        group.head = base;
    }
    const above = parent?.type === 'parallel' ? state.groups.get(parent.path) : undefined;
    if (above !== undefined)
        startedChild(above, above.group.children.indexOf(group.group));
}
function hasBegun(state, child) {
    return child.node === 'step' ? (0,settle/* resultOf */.Bg)(state, child) !== null : (0,run_state/* groupState */.Rm)(state, child.path).base !== null;
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
    (0,settle/* noteChildEnded */.D2)(state, step.step, at);
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


/***/ }),

/***/ 40269:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ readEvent)
/* harmony export */ });
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


/***/ }),

/***/ 31773:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ck: () => (/* binding */ reopen),
/* harmony export */   PU: () => (/* binding */ isOver),
/* harmony export */   zX: () => (/* binding */ startOver)
/* harmony export */ });
/* harmony import */ var _run_state_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75723);
/* harmony import */ var _settle_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(93139);


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
    const root = (0,_run_state_js__WEBPACK_IMPORTED_MODULE_0__/* .groupState */ .Rm)(state, '');
    const unfinished = (child) => child.node === 'group' && !isOver((0,_run_state_js__WEBPACK_IMPORTED_MODULE_0__/* .groupState */ .Rm)(state, child.path));
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
    const current = (0,_run_state_js__WEBPACK_IMPORTED_MODULE_0__/* .groupState */ .Rm)(state, group.path);
    if (current.status === 'completed' || (current.status === 'failed' && group.continueOnError))
        return;
    if (current.status === 'failed' && isOfAnotherJob(state, group))
        return;
    const keepsSkipped = mergeHasBegun(state, current);
    for (const child of group.children) {
        const below = child.node === 'group' ? (0,_run_state_js__WEBPACK_IMPORTED_MODULE_0__/* .groupState */ .Rm)(state, child.path) : (0,_run_state_js__WEBPACK_IMPORTED_MODULE_0__/* .stepState */ .QP)(state, child.id);
        if (keepsSkipped && below.status === 'skipped')
            continue;
        if ('step' in below)
            reopenStep(state, below);
        else
            reopenGroup(state, below.group);
    }
    if (group.parent !== null)
        handOver(current, (0,_run_state_js__WEBPACK_IMPORTED_MODULE_0__/* .groupState */ .Rm)(state, group.parent.path));
    rewind(current);
    if (group.parent === null && current.base !== null)
        (0,_settle_js__WEBPACK_IMPORTED_MODULE_1__/* .goOn */ .AC)(state, current, state.updatedAt);
    else
        current.status = 'pending';
}
/** What was left out of a merge that has begun stays out: only what did not merge runs again. */
function mergeHasBegun(state, { group, mergeNext }) {
    const next = group.children[mergeNext];
    return mergeNext > 0 || (next?.node === 'step' && (0,_run_state_js__WEBPACK_IMPORTED_MODULE_0__/* .stepState */ .QP)(state, next.id).conflict !== null);
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
    const parent = (0,_run_state_js__WEBPACK_IMPORTED_MODULE_0__/* .groupState */ .Rm)(state, step.step.parent.path);
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
    const current = (0,_run_state_js__WEBPACK_IMPORTED_MODULE_0__/* .groupState */ .Rm)(state, group.path);
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
        const step = (0,_run_state_js__WEBPACK_IMPORTED_MODULE_0__/* .stepState */ .QP)(state, child.id);
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

/***/ 93139:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AC: () => (/* binding */ goOn),
/* harmony export */   Bg: () => (/* binding */ resultOf),
/* harmony export */   D2: () => (/* binding */ noteChildEnded),
/* harmony export */   Ig: () => (/* binding */ unmerged),
/* harmony export */   LP: () => (/* binding */ runsElsewhere),
/* harmony export */   N4: () => (/* binding */ endGroup),
/* harmony export */   SL: () => (/* binding */ endedAlone),
/* harmony export */   Vb: () => (/* binding */ nameOf)
/* harmony export */ });
/* unused harmony exports settle, isDeselected */
/* harmony import */ var _run_state_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75723);

/** A step or group ended: its parent takes the result over, and ends too when this was its last child. */
function noteChildEnded(state, child, at) {
    const parent = child.parent;
    if (parent === null)
        return;
    const group = (0,_run_state_js__WEBPACK_IMPORTED_MODULE_0__/* .groupState */ .Rm)(state, parent.path);
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
        const { status, result } = (0,_run_state_js__WEBPACK_IMPORTED_MODULE_0__/* .stepState */ .QP)(state, child.id);
        return status === 'completed' && result !== null ? result.commit : null;
    }
    const { status, head } = (0,_run_state_js__WEBPACK_IMPORTED_MODULE_0__/* .groupState */ .Rm)(state, child.path);
    return status === 'completed' || (status === 'failed' && !child.continueOnError) ? head : null;
}
/** Lets a group that has its base run: on from the step that did not merge, else from what has ended already. */
function goOn(state, group, at) {
    const next = group.group.children[group.mergeNext];
    const conflicted = next?.node === 'step' ? (0,_run_state_js__WEBPACK_IMPORTED_MODULE_0__/* .stepState */ .QP)(state, next.id) : undefined;
    group.status = conflicted?.status === 'pending' && conflicted.conflict !== null ? 'rerunning' : 'running';
    if (group.status === 'running')
        settle(state, group, at);
}
/** True when `--phase` was given and this phase is another one; in a job, an earlier phase that has begun is not left alone. */
function isDeselected(state, node) {
    const { phase, job } = state.choices;
    if (phase === null || node.node !== 'group' || node.parent?.path !== '' || node.name === phase)
        return false;
    return job === undefined || (0,_run_state_js__WEBPACK_IMPORTED_MODULE_0__/* .groupState */ .Rm)(state, node.path).base === null || isAfter(node, phase);
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
        return ['completed', 'failed', 'skipped'].includes((0,_run_state_js__WEBPACK_IMPORTED_MODULE_0__/* .groupState */ .Rm)(state, child.path).status);
    return ['completed', 'failed', 'conflict', 'skipped'].includes((0,_run_state_js__WEBPACK_IMPORTED_MODULE_0__/* .stepState */ .QP)(state, child.id).status);
}
function hasFailed(state, child) {
    if (child.node === 'group')
        return !child.continueOnError && (0,_run_state_js__WEBPACK_IMPORTED_MODULE_0__/* .groupState */ .Rm)(state, child.path).status === 'failed';
    const { status } = (0,_run_state_js__WEBPACK_IMPORTED_MODULE_0__/* .stepState */ .QP)(state, child.id);
    return !child.action.continueOnError && (status === 'failed' || status === 'conflict');
}
function isSkippedWhole(state, group) {
    const skipped = (child) => child.node === 'step'
        ? (0,_run_state_js__WEBPACK_IMPORTED_MODULE_0__/* .stepState */ .QP)(state, child.id).status === 'skipped'
        : (0,_run_state_js__WEBPACK_IMPORTED_MODULE_0__/* .groupState */ .Rm)(state, child.path).status === 'skipped';
    return group.group.children.every(skipped);
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

/***/ 65493:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ readLines)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);

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
        const read = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readSync)(fd, block, 0, block.length, position);
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

/***/ 46361:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BG: () => (/* binding */ LINK_MODE),
/* harmony export */   CA: () => (/* binding */ NO_MODE),
/* harmony export */   Fe: () => (/* binding */ SUBMODULE_MODE),
/* harmony export */   LP: () => (/* binding */ parseRawDiff),
/* harmony export */   QP: () => (/* binding */ typeOf),
/* harmony export */   Zo: () => (/* binding */ FOLDER_MODE),
/* harmony export */   i$: () => (/* binding */ parseStatus)
/* harmony export */ });
/* harmony import */ var _path_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(74369);

const LINK_MODE = '120000';
const FOLDER_MODE = '040000';
const SUBMODULE_MODE = '160000';
const NO_MODE = '000000';
/** Reads `git status --porcelain=v2 -z --no-renames`. Kinds git may add later are ignored, as its manual asks for. */
function parseStatus(output) {
    const entries = [];
    for (const record of (0,_path_text_js__WEBPACK_IMPORTED_MODULE_0__/* .splitNul */ .K5)(output)) {
        const kind = String.fromCharCode(record[0] ?? 0);
        if (kind === '?')
            entries.push(untracked((0,_path_text_js__WEBPACK_IMPORTED_MODULE_0__/* .decodePath */ .q0)(record.subarray(2))));
        else if (kind === '1')
            entries.push(tracked(record));
        else if (kind === 'u')
            entries.push({ ...untracked(fieldsOf(record, 10).path), kind: 'unmerged' });
    }
    return entries;
}
/** Reads `git diff-tree -r -z --raw`: pairs of `:oldMode newMode oldId newId TYPE` and path. */
function parseRawDiff(output) {
    const parts = (0,_path_text_js__WEBPACK_IMPORTED_MODULE_0__/* .splitNul */ .K5)(output);
    const changes = [];
    for (let at = 0; at + 1 < parts.length; at += 2) {
        const [oldMode = NO_MODE, newMode = NO_MODE, oldId = '', newId = ''] = (parts[at] ?? Buffer.alloc(0))
            .toString('latin1')
            .slice(1)
            .split(' ');
        const path = (0,_path_text_js__WEBPACK_IMPORTED_MODULE_0__/* .decodePath */ .q0)(parts[at + 1] ?? Buffer.alloc(0));
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
    return { fields: record.subarray(0, at).toString('latin1').split(' '), path: (0,_path_text_js__WEBPACK_IMPORTED_MODULE_0__/* .decodePath */ .q0)(record.subarray(at)) };
}


/***/ }),

/***/ 61305:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ commitMessage)
/* harmony export */ });
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


/***/ }),

/***/ 94894:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ STATE_PATTERNS),
/* harmony export */   w: () => (/* binding */ addExclude)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _replace_file_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(47551);



/** The state folders of workflows, `metrics.json` and the lock beside them: never part of a commit nor of `git status`. */
const STATE_PATTERNS = ['/.claude/workflows/*/', '/.claude/workflows/metrics.json'];
/**
 * Adds `STATE_PATTERNS` (and `more`) to the repository's own `info/exclude` where they are missing; the rest of the file is
 * kept byte for byte. Returns whether the file was changed. Shared by all linked worktrees, as git reads it.
 */
async function addExclude(repository, more = []) {
    const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(repository.commonDir, 'info');
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'exclude');
    const before = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path).catch(() => Buffer.alloc(0));
    const lines = new Set(before.toString('latin1').split(/\r?\n/));
    const missing = [...STATE_PATTERNS, ...more].filter((pattern) => !lines.has(pattern));
    if (missing.length === 0)
        return false;
    const gap = before.length > 0 && before.at(-1) !== 0x0a ? '\n' : '';
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(folder, { recursive: true });
    await (0,_replace_file_js__WEBPACK_IMPORTED_MODULE_2__/* .replaceFile */ .f)(path, Buffer.concat([before, Buffer.from(`${gap}${missing.join('\n')}\n`)]));
    return true;
}


/***/ }),

/***/ 18636:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Xo: () => (/* binding */ listReferences),
/* harmony export */   jG: () => (/* binding */ REFERENCE_ROOT),
/* harmony export */   s8: () => (/* binding */ updateReferences),
/* harmony export */   z$: () => (/* binding */ referenceName)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _base_result_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(45256);


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
    return answer.ok ? (0,_base_result_js__WEBPACK_IMPORTED_MODULE_1__.ok)(undefined) : answer;
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
    return (0,_base_result_js__WEBPACK_IMPORTED_MODULE_1__.ok)(new Map(lines.map((line) => [line.slice(line.indexOf(' ') + 1), line.slice(0, line.indexOf(' '))])));
}
const LONGEST_COMPONENT = 100;
/** See git-check-ref-format(1). What had to be changed gets a hash of what it was. */
function safeComponent(text) {
    const isSafe = /^[A-Za-z0-9_][A-Za-z0-9_.-]*$/.test(text) && !/\.\.|\.$|\.lock$/.test(text);
    if (isSafe && text.length <= LONGEST_COMPONENT)
        return text;
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(text).digest('hex').slice(0, 8);
    const readable = text
        .replace(/[^A-Za-z0-9_]+/g, '-')
        .replace(/^-+/, '')
        .slice(0, LONGEST_COMPONENT);
    return `${readable === '' ? 'unnamed' : readable}-${hash}`;
}


/***/ }),

/***/ 67219:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ removeTree),
/* harmony export */   i: () => (/* binding */ emptyFolder)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);

/**
 * Removes a file, link or folder with all that is in it, never through a link. Folders that a step made unreadable or
 * read-only are opened first. Throws when it still cannot be removed (another user's files, a mount).
 */
async function removeTree(path) {
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(path, { recursive: true, force: true });
    }
    catch {
        await openFolders(path);
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(path, { recursive: true, force: true });
    }
}
async function openFolders(path) {
    const left = [typeof path === 'string' ? Buffer.from(path) : path];
    for (let folder = left.pop(); folder !== undefined; folder = left.pop()) {
        if (!(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.lstat)(folder)).isDirectory())
            continue;
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.chmod)(folder, 0o700);
        for (const name of await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(folder, { encoding: 'buffer' })) {
            left.push(Buffer.concat([folder, Buffer.from('/'), name]));
        }
    }
}
/** Removes what is in a folder and keeps the folder itself. A folder that is not there counts as empty. */
async function emptyFolder(folder) {
    const names = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(folder, { encoding: 'buffer' }).catch(() => []);
    for (const name of names)
        await removeTree(Buffer.concat([folder, Buffer.from('/'), name]));
}


/***/ }),

/***/ 47551:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ replaceFile)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);

/**
 * Writes `content` beside `path` and renames it over: readers see the old or the new file, and a link in the file's
 * place is replaced, not followed. Not synced: what is written here can be rebuilt. The folder must exist.
 */
async function replaceFile(path, content) {
    const temporary = `${path}.workflow-runner-new`;
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(temporary, content);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rename)(temporary, path);
}


/***/ }),

/***/ 83679:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ isTouched),
/* harmony export */   W: () => (/* binding */ takeSnapshot)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);

/**
 * Looks at everything below `root` but the names in `except` directly in it, never following a link.
 * `probe` is a file that may be overwritten, on the same file system. Null with more than `limit` entries or when something
 * cannot be read: then only git can tell.
 */
function takeSnapshot(options) {
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)(options.probe, '');
        const now = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(options.probe, { bigint: true }).ctimeNs;
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
        const now = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(path, { bigint: true, throwIfNoEntry: false });
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
        const stats = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(path, { bigint: true });
        const { ino, mode, size, mtimeNs, ctimeNs } = stats;
        marks.push({ ino, mode, size, mtimeNs, ctimeNs });
        racy ||= ctimeNs >= now;
        if (!stats.isDirectory())
            continue;
        for (const name of (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)(path, { encoding: 'buffer' })) {
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


/***/ }),

/***/ 27569:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   cZ: () => (/* binding */ formatConfig),
/* harmony export */   ki: () => (/* binding */ prepareTrustedDirectory),
/* harmony export */   l: () => (/* binding */ setHead),
/* harmony export */   mM: () => (/* binding */ copyShallow),
/* harmony export */   pb: () => (/* binding */ trustedPlace)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _exclude_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(94894);
/* harmony import */ var _replace_file_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(47551);




/**
 * A git directory that only the runner writes and nothing of a step can reach: own configuration, own attributes, own
 * index, and the user's object store, so that refs of the user's repository can name what is made here.
 */
/** What is in a file is what is committed: no line ending conversion, no filter, no keyword, whatever a tree's attributes say. */
const ATTRIBUTES = '* -text -filter -ident -working-tree-encoding !merge\n';
/** Makes or repairs the directory at `gitDir`; its index is kept. Throws when the cache folder cannot be written. */
async function prepareTrustedDirectory(gitDir, repository) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(gitDir, 'info'), { recursive: true });
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(gitDir, 'refs'), { recursive: true });
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(gitDir, 'objects'), { recursive: true });
    await Promise.all([
        (0,_replace_file_js__WEBPACK_IMPORTED_MODULE_3__/* .replaceFile */ .f)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(gitDir, 'config'), configOf(repository)),
        (0,_replace_file_js__WEBPACK_IMPORTED_MODULE_3__/* .replaceFile */ .f)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(gitDir, 'info', 'attributes'), ATTRIBUTES),
        (0,_replace_file_js__WEBPACK_IMPORTED_MODULE_3__/* .replaceFile */ .f)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(gitDir, 'info', 'exclude'), `${_exclude_js__WEBPACK_IMPORTED_MODULE_2__/* .STATE_PATTERNS */ .I.join('\n')}\n`),
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
    await (0,_replace_file_js__WEBPACK_IMPORTED_MODULE_3__/* .replaceFile */ .f)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(gitDir, 'HEAD'), `${commit}\n`);
}
/** A shallow checkout stays shallow here: without this list git would look for parents that do not exist. */
async function copyShallow(repository, gitDir) {
    const from = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(repository.commonDir, 'shallow');
    const isShallow = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(from).then(() => true, () => false);
    if (isShallow)
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.copyFile)(from, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(gitDir, 'shallow'));
    else
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(gitDir, 'shallow'), { force: true });
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


/***/ }),

/***/ 67734:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ openTrustedGit),
/* harmony export */   o: () => (/* binding */ TrustedGit)
/* harmony export */ });
/* harmony import */ var _base_result_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(45256);
/* harmony import */ var _changes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(46361);
/* harmony import */ var _commit_message_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(61305);
/* harmony import */ var _path_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(74369);
/* harmony import */ var _trusted_directory_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(27569);





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
        const place = (0,_trusted_directory_js__WEBPACK_IMPORTED_MODULE_2__/* .trustedPlace */ .pb)(gitDir, repository, workTree);
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
            input: (0,_commit_message_js__WEBPACK_IMPORTED_MODULE_3__/* .commitMessage */ .d)(commit.message, commit.trailers),
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
        return answer.ok ? (0,_base_result_js__WEBPACK_IMPORTED_MODULE_4__.ok)(answer.value.exitCode === 0) : answer;
    }
    /** Merges two commits over their common ancestor, in objects only. git >= 2.38. */
    async mergeTrees(ours, theirs) {
        const answer = await this.run({
            args: ['merge-tree', '--write-tree', '-z', '--name-only', '--no-messages', ours, theirs],
            okCodes: [0, 1],
        });
        if (!answer.ok)
            return answer;
        const [tree, ...paths] = (0,_path_text_js__WEBPACK_IMPORTED_MODULE_1__/* .splitNul */ .K5)(answer.value.stdout).map(_path_text_js__WEBPACK_IMPORTED_MODULE_1__/* .decodePath */ .q0);
        if (answer.value.exitCode === 0 && tree !== undefined)
            return (0,_base_result_js__WEBPACK_IMPORTED_MODULE_4__.ok)({ kind: 'clean', tree });
        return (0,_base_result_js__WEBPACK_IMPORTED_MODULE_4__.ok)({ kind: 'conflict', paths: [...new Set(paths)].sort() });
    }
    /** What differs between two trees or commits, without link targets. */
    async treeChanges(from, to) {
        const all = await this.objectChanges(from, to);
        return all.ok ? (0,_base_result_js__WEBPACK_IMPORTED_MODULE_4__.ok)(all.value.filter((change) => !isFolder(change))) : all;
    }
    /** As `treeChanges`, with the folders above the changed files: every object that is new in `to`. */
    async objectChanges(from, to) {
        const answer = await this.run({ args: ['diff-tree', '-r', '-t', '-z', '--raw', '--no-renames', from, to] });
        return answer.ok ? (0,_base_result_js__WEBPACK_IMPORTED_MODULE_4__.ok)((0,_changes_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRawDiff */ .LP)(answer.value.stdout)) : answer;
    }
    /** The changes of files among `found`, link targets included: read from objects, not from files. */
    async withLinkTargets(found) {
        const links = found.filter((change) => change.newMode === _changes_js__WEBPACK_IMPORTED_MODULE_0__/* .LINK_MODE */ .BG).map((change) => change.newId);
        const targets = await this.blobs(links);
        if (!targets.ok)
            return targets;
        const files = found.filter((change) => !isFolder(change));
        return (0,_base_result_js__WEBPACK_IMPORTED_MODULE_4__.ok)(files.map(({ path, type, oldMode, newMode, newId }) => {
            const target = newMode === _changes_js__WEBPACK_IMPORTED_MODULE_0__/* .LINK_MODE */ .BG ? targets.value.get(newId) : undefined;
            const change = { path, type, oldMode, newMode };
            return target === undefined ? change : { ...change, linkTarget: (0,_path_text_js__WEBPACK_IMPORTED_MODULE_1__/* .decodePath */ .q0)(target) };
        }));
    }
    /** Content of blobs by id, all at once: for links and other small ones. */
    async blobs(ids) {
        if (ids.length === 0)
            return (0,_base_result_js__WEBPACK_IMPORTED_MODULE_4__.ok)(new Map());
        const answer = await this.run({ args: ['cat-file', '--batch'], input: `${ids.join('\n')}\n` });
        return answer.ok ? (0,_base_result_js__WEBPACK_IMPORTED_MODULE_4__.ok)(parseBatch(answer.value.stdout)) : answer;
    }
    /** Bytes of blobs by id, without reading them; ids that are not here are left out. */
    async blobSizes(ids) {
        if (ids.length === 0)
            return (0,_base_result_js__WEBPACK_IMPORTED_MODULE_4__.ok)(new Map());
        const args = ['cat-file', '--batch-check=%(objectname) %(objectsize)'];
        const answer = await this.run({ args, input: `${ids.join('\n')}\n` });
        if (!answer.ok)
            return answer;
        const sizes = answer.value.text.split('\n').map((line) => line.split(' '));
        return (0,_base_result_js__WEBPACK_IMPORTED_MODULE_4__.ok)(new Map(sizes.filter(([, size]) => size !== 'missing').map(([id = '', size]) => [id, Number(size)])));
    }
    async #text(command) {
        const answer = await this.run(command);
        return answer.ok ? (0,_base_result_js__WEBPACK_IMPORTED_MODULE_4__.ok)(answer.value.text) : answer;
    }
}
/** The runner's own git directory of a repository, at `<cacheDir>/git`: for merging, reverting and comparing. */
async function openTrustedGit(git, repository, cacheDir) {
    const gitDir = `${cacheDir}/git`;
    await (0,_trusted_directory_js__WEBPACK_IMPORTED_MODULE_2__/* .prepareTrustedDirectory */ .ki)(gitDir, repository);
    return new TrustedGit(git, { gitDir, repository });
}
/** A folder that became a file is two changes in git's raw listing; the half that is a folder goes. */
function isFolder(change) {
    return [change.oldMode, change.newMode].every((mode) => mode === _changes_js__WEBPACK_IMPORTED_MODULE_0__/* .FOLDER_MODE */ .Zo || mode === _changes_js__WEBPACK_IMPORTED_MODULE_0__/* .NO_MODE */ .CA);
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


/***/ }),

/***/ 20166:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ alternateLine),
/* harmony export */   h: () => (/* binding */ WorkspaceDotGit)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(76760);
/* harmony import */ var _exclude_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(94894);
/* harmony import */ var _remove_tree_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(67219);
/* harmony import */ var _replace_file_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(47551);
/* harmony import */ var _trusted_directory_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(27569);
/* harmony import */ var _tree_snapshot_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(83679);









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
        this.#path = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(options.root, '.git');
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
        if (this.#snapshot !== null && !(0,_tree_snapshot_js__WEBPACK_IMPORTED_MODULE_8__/* .isTouched */ .D)(this.#snapshot))
            return true;
        const snapshot = (0,_tree_snapshot_js__WEBPACK_IMPORTED_MODULE_8__/* .takeSnapshot */ .W)({
            root: this.#path,
            except: [],
            probe: (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(this.#options.trustedDir, 'probe'),
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
        if (names.length !== folders.size + this.#written.size || !(0,node_fs__WEBPACK_IMPORTED_MODULE_1__.lstatSync)(this.#path).isDirectory())
            return false;
        return names.every((name) => {
            const path = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(this.#path, name);
            const stats = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.lstatSync)(path);
            if (folders.has(name))
                return stats.isDirectory();
            return stats.isFile() && stats.nlink === 1 && digest((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)(path)) === this.#written.get(name);
        });
    }
    async #replaceWhole(commit) {
        await (0,_remove_tree_js__WEBPACK_IMPORTED_MODULE_5__/* .removeTree */ .d)(this.#path);
        this.#written.clear();
        for (const folder of FOLDERS)
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(this.#path, folder), { recursive: true });
        const { repository } = this.#options;
        await this.#put('HEAD', headOf(commit));
        await this.#put('config', `${(0,_trusted_directory_js__WEBPACK_IMPORTED_MODULE_7__/* .formatConfig */ .cZ)(repository)}${CONFIG}`);
        await this.#put('info/exclude', `${_exclude_js__WEBPACK_IMPORTED_MODULE_4__/* .STATE_PATTERNS */ .I.join('\n')}\n`);
        await this.#put('objects/info/alternates', `${alternateLine(repository.objectsDir)}\n`);
        const shallow = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(this.#options.trustedDir, 'shallow')).catch(() => null);
        if (shallow !== null)
            await this.#put('shallow', shallow);
        await this.#putIndex();
        this.#snapshot = null;
    }
    async #put(name, content) {
        await (0,_replace_file_js__WEBPACK_IMPORTED_MODULE_6__/* .replaceFile */ .f)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(this.#path, name), content);
        this.#written.set(name, digest(content));
    }
    /** The copy is dated back to the index it is made from: git takes entries younger than their index for unknown. */
    async #putIndex() {
        const from = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(this.#options.trustedDir, 'index');
        const content = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.readFile)(from).catch(() => null);
        if (content === null)
            return;
        const to = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(this.#path, 'index');
        const seconds = Math.floor((await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.stat)(from)).mtimeMs) / 1000;
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.writeFile)(`${to}.workflow-runner-new`, content);
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.utimes)(`${to}.workflow-runner-new`, seconds, seconds);
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rename)(`${to}.workflow-runner-new`, to);
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
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha1').update(content).digest('hex');
}
/** git reads a line in double quotes with C escapes, any other line as it stands. */
function alternateLine(path) {
    return /^[/A-Za-z0-9._ -]+$/.test(path) ? path : JSON.stringify(path);
}


/***/ }),

/***/ 75653:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  _0: () => (/* binding */ openJournal),
  a0: () => (/* binding */ readJournal)
});

// UNUSED EXPORTS: Journal

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./.cache/build/lib/base/result.js
var result = __webpack_require__(45256);
// EXTERNAL MODULE: ./.cache/build/lib/files/append-fully.js
var append_fully = __webpack_require__(13654);
// EXTERNAL MODULE: ./.cache/build/lib/files/read-lines.js
var read_lines = __webpack_require__(65493);
// EXTERNAL MODULE: ./.cache/build/lib/files/trouble.js
var files_trouble = __webpack_require__(24232);
// EXTERNAL MODULE: ./.cache/build/lib/files/write-file-atomic.js
var write_file_atomic = __webpack_require__(79497);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
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
        return (0,result.ok)({ journal: new Journal({ fd, path }, end), events, torn });
    }
    catch (error) {
        const trouble = (0,files_trouble/* fileTrouble */.A)(error, path);
        if (fd !== undefined)
            (0,external_node_fs_.closeSync)(fd);
        return (0,result/* err */._)(unreadable(trouble));
    }
}
/** Reads a journal and changes nothing; a torn tail is counted and left. For everybody who does not hold the lock. */
function readJournal(path, readEvent) {
    let fd;
    try {
        fd = (0,external_node_fs_.openSync)(path, external_node_fs_.constants.O_RDONLY | external_node_fs_.constants.O_NOFOLLOW | external_node_fs_.constants.O_NONBLOCK);
        const scanned = scan({ fd, path }, readEvent);
        return scanned.ok ? (0,result.ok)({ events: scanned.value.events, torn: scanned.value.torn }) : scanned;
    }
    catch (error) {
        return (0,result/* err */._)(unreadable((0,files_trouble/* fileTrouble */.A)(error, path)));
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
            return (0,result/* err */._)(this.#broken);
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
            return (0,result/* err */._)(trouble);
        }
        this.#end = { seq: this.#end.seq + 1, previousSum: sum, length: this.#end.length + line.length };
        return (0,result.ok)(undefined);
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
        return (0,result/* err */._)(trouble);
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
        return (0,result/* err */._)(unreadable({ reason: 'wrong-kind', path, code: 'EINVAL' }));
    const events = [];
    let end = { seq: 0, previousSum: firstSum, length: 0 };
    for (const line of (0,read_lines/* readLines */.S)(fd, longestRecordBytes)) {
        const damage = (found, expected = `record ${end.seq}`) => (0,result/* err */._)({ reason: 'damaged', path, line: end.seq + 1, offset: line.offset, expected, found });
        if (line.tooLong)
            return damage(`a line of more than ${longestRecordBytes} bytes`);
        const content = line.ended ? line.bytes : withoutZeros(line.bytes);
        const record = decodeRecord(content, end);
        if (typeof record === 'string') {
            if (!line.ended && isTornRecord(line.bytes, end)) {
                return (0,result.ok)({ events, torn: line.bytes.length, end, lacksLineFeed: false });
            }
            const format = end.seq === 0 ? otherFormat(line) : null;
            return format === null ? damage(describe(record)) : (0,result/* err */._)(unknownFormat(path, format));
        }
        const value = parse(record.json);
        if (end.seq === 0) {
            const format = formatOf(value);
            if (format === null)
                return damage('a first record without a format', `{"format":${journalFormat}}`);
            if (format !== journalFormat)
                return (0,result/* err */._)(unknownFormat(path, format));
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
            return (0,result.ok)({ events, torn: line.bytes.length - content.length, end, lacksLineFeed: true });
        }
    }
    return (0,result.ok)({ events, torn: 0, end, lacksLineFeed: false });
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


/***/ })

};
