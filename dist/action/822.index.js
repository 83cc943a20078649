export const id = 822;
export const ids = [822,441];
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


/***/ }),

/***/ 78747:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  qN: () => (/* binding */ renderRunSummary),
  r7: () => (/* binding */ shellWord)
});

// UNUSED EXPORTS: nextCommands

// EXTERNAL MODULE: ./.cache/build/lib/engine/run-state.js
var run_state = __webpack_require__(75723);
// EXTERNAL MODULE: ./.cache/build/lib/report/describe-failure.js
var describe_failure = __webpack_require__(52742);
// EXTERNAL MODULE: ./.cache/build/lib/report/duration-text.js
var duration_text = __webpack_require__(67910);
// EXTERNAL MODULE: ./.cache/build/lib/report/event-lines.js
var event_lines = __webpack_require__(28340);
// EXTERNAL MODULE: ./.cache/build/lib/report/step-label.js
var step_label = __webpack_require__(42493);
// EXTERNAL MODULE: ./.cache/build/lib/report/display-width.js
var display_width = __webpack_require__(62961);
;// CONCATENATED MODULE: ./.cache/build/lib/report/text-table.js

/** Rows as aligned columns, two spaces between them, no space at the end of a line. The last column is not padded. */
function textTable(rows) {
    const widths = [];
    for (const row of rows) {
        row.slice(0, -1).forEach((cell, column) => (widths[column] = Math.max(widths[column] ?? 0, (0,display_width/* displayWidth */.F1)(cell))));
    }
    return rows.map((row) => row
        .map((cell, column) => (0,display_width/* padWidth */._n)(cell, widths[column] ?? 0))
        .join('  ')
        .trimEnd());
}

// EXTERNAL MODULE: ./.cache/build/lib/report/text-style.js
var text_style = __webpack_require__(45875);
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
        blocks.push(clean((0,event_lines/* landedText */.sq)(state.landed, state)));
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
    if ((0,run_state/* headCommit */.Qo)(state) !== state.base.commit && state.base.commit !== '') {
        commands.push([
            gitCommand(repo, `diff ${(0,step_label/* shortCommit */.Ax)(state.base.commit)} ${(0,step_label/* shortCommit */.Ax)((0,run_state/* headCommit */.Qo)(state))}`),
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
            return [look, [gitCommand(repo, `merge ${(0,event_lines/* branchName */.at)(landed.branch ?? '')}`), 'take it over']];
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
            const why = state.pause === null ? '' : ` (${(0,event_lines/* pauseText */.Iy)(state.pause)})`;
            return `${paint('warning', 'paused')}: ${name} after ${took}${cost}${unknown}${why}`;
        }
        case 'running':
            return `running: ${name} for ${took}${cost}${unknown}`;
    }
}
function stepTable(state, clean) {
    const steps = [...state.steps.values()];
    if (steps.length <= MAX_ROWS)
        return textTable(steps.map((step) => row(step, clean)));
    const notable = steps.filter(({ status }) => status !== 'completed' && status !== 'pending' && status !== 'skipped');
    const shown = notable.slice(0, MAX_ROWS);
    const rest = new Map();
    const listed = new Set(shown);
    for (const step of steps)
        if (!listed.has(step))
            rest.set(step.status, (rest.get(step.status) ?? 0) + 1);
    const counts = [...rest].map(([status, count]) => `${count} ${status}`).join(', ');
    return [
        ...textTable(shown.map((step) => row(step, clean))),
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
        facts.push((0,event_lines/* skipText */.DD)(step.skipped));
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
    return textTable(commands.map(([command, what]) => [`  ${options.clean(command)}`, `# ${what}`]));
}
function failedSteps(state) {
    return [...state.steps.values()].filter(({ status }) => status === 'failed' || status === 'conflict');
}


/***/ })

};
