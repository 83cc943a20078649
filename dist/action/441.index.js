export const id = 441;
export const ids = [441];
export const modules = {

/***/ 13441:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runCommand: () => (/* binding */ runCommand)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./.cache/build/lib/report/state-document.js
var state_document = __webpack_require__(25065);
// EXTERNAL MODULE: ./.cache/build/lib/report/run-summary.js + 1 modules
var run_summary = __webpack_require__(78747);
// EXTERNAL MODULE: ./.cache/build/lib/commands/begin-run.js
var begin_run = __webpack_require__(51447);
// EXTERNAL MODULE: ./.cache/build/lib/commands/console.js + 1 modules
var commands_console = __webpack_require__(76867);
// EXTERNAL MODULE: ./.cache/build/lib/engine/apply-event.js + 1 modules
var apply_event = __webpack_require__(70447);
// EXTERNAL MODULE: ./.cache/build/lib/engine/run-state.js
var run_state = __webpack_require__(75723);
// EXTERNAL MODULE: ./.cache/build/lib/report/duration-text.js
var duration_text = __webpack_require__(67910);
// EXTERNAL MODULE: ./.cache/build/lib/report/step-label.js
var step_label = __webpack_require__(42493);
// EXTERNAL MODULE: ./.cache/build/lib/report/text-style.js
var text_style = __webpack_require__(45875);
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
        timeout_seconds: seconds(plan.timeoutMs),
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
        ...performer(step),
        checkpoint: action.checkpoint,
        validation: action.validation,
        expect: action.expect,
        writes: action.writes,
        retry: action.retry === null
            ? null
            : {
                times: action.retry.times,
                backoff: action.retry.backoff,
                delay_seconds: seconds(action.retry.delayMs),
                max_delay_seconds: seconds(action.retry.maxDelayMs),
            },
        timeout_seconds: seconds(action.timeoutMs),
        continue_on_error: action.continueOnError,
    };
}
function performer({ action }) {
    switch (action.kind) {
        case 'agent':
            return { agent: action.agent, task: action.task, config: action.config };
        case 'skill':
            return { skill: action.skill, targets: action.targets, options: action.options, input: action.input };
        case 'command':
            return { run: action.command };
    }
}
const seconds = (ms) => (ms === null ? null : ms / 1000);

// EXTERNAL MODULE: ./.cache/build/lib/runner/conclude.js
var conclude = __webpack_require__(53369);
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

// EXTERNAL MODULE: ./.cache/build/lib/runner/run-loop.js + 7 modules
var run_loop = __webpack_require__(88548);
// EXTERNAL MODULE: ./.cache/build/lib/agents/prompt.js
var agents_prompt = __webpack_require__(5190);
// EXTERNAL MODULE: ./.cache/build/lib/steps/registry.js + 3 modules
var registry = __webpack_require__(59621);
;// CONCATENATED MODULE: ./.cache/build/lib/commands/dry-run.js










/** Walks the plan with the real engine and loop over effects that touch nothing. */
async function walk(plan, choices) {
    const state = (0,run_state/* initialState */.ue)(plan);
    const events = [];
    const record = (event) => {
        events.push(event);
        (0,apply_event/* applyEvent */.Z)(state, event);
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
    await (0,conclude/* conclude */.E)(world, await (0,run_loop/* runLoop */.y)(world));
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
            return (0,registry/* describeStep */.E)(action);
        const { agent, task, config } = action;
        const prompt = (0,agents_prompt/* buildPrompt */.f)({ agent, task, config, agentText: loaded.agentTexts.get(agent) ?? null });
        return `${(0,registry/* describeStep */.E)(action)}\n${prompt.trimEnd()}`;
    };
    const view = { plan, describe, prerequisites, phase, skip, maxConcurrent };
    const walked = walkedEvents(await walk(plan, choices));
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

// EXTERNAL MODULE: ./.cache/build/lib/commands/perform-run.js + 17 modules
var perform_run = __webpack_require__(73658);
// EXTERNAL MODULE: ./.cache/build/lib/commands/prepare-run.js
var prepare_run = __webpack_require__(845);
// EXTERNAL MODULE: ./.cache/build/lib/commands/run-documents.js + 3 modules
var run_documents = __webpack_require__(9774);
// EXTERNAL MODULE: ./.cache/build/lib/commands/run-prerequisites.js + 2 modules
var run_prerequisites = __webpack_require__(93039);
// EXTERNAL MODULE: ./.cache/build/lib/commands/run-tools.js
var run_tools = __webpack_require__(81273);
// EXTERNAL MODULE: ./.cache/build/lib/commands/world.js
var commands_world = __webpack_require__(99974);
;// CONCATENATED MODULE: ./.cache/build/lib/commands/run.js













/** `run`: runs a workflow, or does what the flags say instead of or before it. Resolves with the exit code. */
async function runCommand(name, flags, outer) {
    const world = { ...outer, runProcess: (0,run_tools/* redacting */.qG)(outer.runProcess, outer.env) };
    const { console } = world;
    const prepared = await (0,prepare_run/* prepareRun */.Z)(name, flags, world);
    if (!prepared.ok)
        return refuse(prepared.error, world);
    if (flags.dryRun)
        return dryRun(prepared.value, world);
    const performed = await (0,perform_run/* performRun */.$)(prepared.value, {}, world);
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
    const uncounted = await (0,run_documents/* writeMetrics */.D)(prepared.files, state).then(() => [], (error) => [error instanceof Error ? error.message : String(error)]);
    for (const problem of [...problems, ...uncounted])
        console.note(`note: could not be written: ${(0,commands_console/* clean */.u)(problem)}`);
    console.json((0,state_document/* buildState */.q)(state));
    console.print(`\n${(0,run_summary/* renderRunSummary */.qN)(state, { clean: commands_console/* clean */.u, paint: console.paint, repo: prepared.flags.repo })}`);
    if (end === 'completed' || state.pause === 'phase-done')
        return commands_world/* EXIT */.d.completed;
    return end === 'failed' ? commands_world/* EXIT */.d.failed : commands_world/* EXIT */.d.paused;
}
/** Without the lock, and so beside a run that may be going on: the workspaces of that run are not for it. */
async function dryRun(prepared, world) {
    const { choices, loaded } = prepared;
    const cacheDir = (0,external_node_path_.join)(prepared.cacheDir, `dry-${prepared.runId}`);
    const prerequisites = await (0,run_prerequisites/* describePrerequisites */.L)({ ...prepared, cacheDir }, world);
    await (0,promises_.rm)(cacheDir, { recursive: true, force: true });
    const backend = choices.agentBackend;
    await showDryRun({ loaded, prerequisites, choices: { ...choices, land: choices.land ?? 'merge', agentBackend: backend } }, world);
    const problem = prepared.flags.resume ? null : (0,begin_run/* startProblem */.Uo)(prepared, world);
    if (problem !== null)
        world.console.note(`note: it would not start now: ${problem.message}\n  ${problem.help}`);
    return commands_world/* EXIT */.d.completed;
}


/***/ })

};
