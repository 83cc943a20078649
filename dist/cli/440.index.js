export const id = 440;
export const ids = [440];
export const modules = {

/***/ 8440:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  compileCommand: () => (/* binding */ compileCommand)
});

// EXTERNAL MODULE: ./.cache/build/lib/base/diagnostic.js
var diagnostic = __webpack_require__(4942);
// EXTERNAL MODULE: ./.cache/build/lib/base/result.js
var result = __webpack_require__(5256);
// EXTERNAL MODULE: ./.cache/build/lib/compile/compile-options.js
var compile_options = __webpack_require__(8827);
;// CONCATENATED MODULE: ./.cache/build/lib/compile/expressions.js
const expression = (text) => `\${{ ${text} }}`;
const expressions_all = (...conditions) => expression(conditions.join(' && '));
/** A phase's name in an expression. Throws for what `isPhaseName` does not allow: the caller has checked. */
function phaseLiteral(name) {
    if (!isPhaseName(name))
        throw new Error(`not the name of a phase: ${name}`);
    return `'${name}'`;
}
/** As in the schema of definitions; no quote, no brace, nothing that means something in an expression. */
const isPhaseName = (name) => /^[a-z0-9][a-z0-9_-]{0,63}$/.test(name);
/** Values. Inputs are empty where nobody dispatched (a schedule), hence the `||`. */
const value = {
    ref: expression('github.ref'),
    matrixStep: expression('matrix.step'),
    attempt: expression('needs.plan.outputs.attempt'),
    validatedCommit: expression('needs.validate.outputs.commit'),
    hosts: expression('needs.validate.outputs.hosts'),
    pushedRange: expression('needs.publish.outputs.pushed-range'),
    phase: expression('inputs.phase'),
    dryRun: expression("inputs.dry-run || 'false'"),
    skipStep: expression('inputs.skip-step'),
    rollback: expression('inputs.rollback-to-checkpoint'),
    resumeFrom: expression('inputs.resume-from'),
    acceptChanges: expression("inputs.accept-changes || 'false'"),
    agentBackend: expression('inputs.agent-backend'),
    maxConcurrent: expression('inputs.max-concurrent'),
    budgetUsd: expression('inputs.budget-usd'),
    publish: {
        'pull-request': expression("inputs.publish || 'pull-request'"),
        push: expression("inputs.publish || 'push'"),
    },
};
/** Outputs of jobs, from their last step. */
const output = {
    attempt: expression('steps.plan.outputs.attempt'),
    status: expression('steps.run.outputs.status'),
    /**
     * Why a job paused before its part was done; empty otherwise. The runner does not send empty outputs, so one paused job of a
     * matrix is seen although the jobs of a matrix share their outputs (actions/runner, JobExtension.cs).
     */
    paused: expression("steps.run.outputs.pause-reason != 'phase-done' && steps.run.outputs.pause-reason || ''"),
    validity: expression('steps.validate.outputs.status'),
    commit: expression('steps.validate.outputs.commit'),
    hosts: expression('steps.validate.outputs.hosts'),
    landed: expression('steps.publish.outputs.landed'),
    pushedRange: expression('steps.publish.outputs.pushed-range'),
};
const NONE_CANCELLED = "!contains(needs.*.result, 'cancelled')";
const NONE_FAILED = "!contains(needs.*.result, 'failure')";
const PLANNED = "!cancelled() && needs.plan.result == 'success' && !inputs.dry-run";
const asked = (phase) => `(inputs.phase == '' || inputs.phase == ${phaseLiteral(phase)})`;
/** Later jobs do not go on where an earlier one paused. Of a skipped job every output is empty. */
const nonePaused = (jobs) => jobs.map((job) => `needs.${job}.outputs.paused == ''`);
/** Conditions of jobs and steps. `!cancelled()` keeps GitHub from putting `success()` before, which a skipped job would fail. */
const condition = {
    hosted: expression("runner.environment == 'github-hosted'"),
    begins: expression('!inputs.dry-run'),
    phase: ({ phase, before, afterFailure }) => expressions_all(PLANNED, asked(phase), NONE_CANCELLED, ...(afterFailure ? [] : [NONE_FAILED]), ...nonePaused(before)),
    /** Joins what the jobs of the last phase did. */
    result: ({ phase, before }, job) => {
        const done = `needs.${job}.result == 'success'`;
        return expressions_all(PLANNED, asked(phase), done, NONE_CANCELLED, NONE_FAILED, ...nonePaused(before), ...nonePaused([job]));
    },
    completed: (last) => expressions_all('!cancelled()', `needs.${last}.result == 'success'`, `needs.${last}.outputs.status == 'completed'`),
    publish: expressions_all('!cancelled()', "needs.validate.result == 'success'", "needs.validate.outputs.status == 'valid'", "inputs.publish != 'none'"),
    landed: expressions_all('!cancelled()', "needs.publish.result == 'success'", "needs.publish.outputs.landed == 'true'"),
    verifyFailed: expressions_all('!cancelled()', "needs.verify.result == 'failure'"),
    pausedByDeadline: expressions_all('!cancelled()', "contains(needs.*.outputs.paused, 'deadline')"),
};
/** A secret by its name, which `isSecretName` has allowed. */
const secret = (name) => expression(`secrets.${name}`);
/** The secret, or the job's own token where it is not set. */
const tokenOf = (name) => expression(`secrets.${name} || github.token`);

;// CONCATENATED MODULE: ./.cache/build/lib/compile/job-ids.js
const fixed = (id) => id;
/** The jobs that are not phases. */
const JOBS = {
    plan: fixed('plan'),
    result: fixed('result'),
    validate: fixed('validate'),
    publish: fixed('publish'),
    verify: fixed('verify'),
    revert: fixed('revert'),
    continue: fixed('continue'),
};
const MAX_LENGTH = 90;
/**
 * A job id for each phase name, in order: the name itself where it can be one; `phase-` before it when it is taken by a job
 * of ours or begins with a digit; `-2`, `-3` … when two come out the same. GitHub compares without regard to case.
 */
function phaseJobIds(names) {
    const taken = new Set(Object.values(JOBS));
    return names.map((name) => idFor(name, taken));
}
/** A job id for the job that joins what the jobs of that phase did; none of `ids`. */
function joinJobId(phase, ids) {
    let id = `${phase}-join`;
    for (let count = 2; ids.some((taken) => taken === id); count += 1)
        id = `${phase}-join-${count}`;
    return fixed(id);
}
function idFor(name, taken) {
    const slug = name
        .toLowerCase()
        .replace(/[^a-z0-9_-]+/g, '-')
        .slice(0, MAX_LENGTH);
    const base = /^[a-z_]/.test(slug) && !taken.has(slug) ? slug : `phase-${slug}`;
    let id = base;
    for (let count = 2; taken.has(id); count += 1)
        id = `${base}-${count}`;
    taken.add(id);
    return fixed(id);
}

// EXTERNAL MODULE: ./.cache/build/lib/compile/pins.js
var pins = __webpack_require__(4822);
;// CONCATENATED MODULE: ./.cache/build/lib/compile/job-steps.js


/** Where jobs run that execute nothing of the repository, and all others when the definition does not say. */
const DEFAULT_RUNNER = 'ubuntu-latest';
/** Room for saving the last checkpoint after the deadline, in minutes. */
const SAVING_MINUTES = 20;
/** Minutes after which GitHub ends a job. Builds take as long in a validation as in a phase. */
const minutes = {
    plan: 10,
    publish: 20,
    revert: 20,
    continue: 10,
    work: ({ deadlineMinutes }) => deadlineMinutes + SAVING_MINUTES,
};
/** The commit of the event, or `ref`; all of history, because Nix and bundles need it, and no credential left on the disk. */
function checkout(ref = null) {
    return {
        name: 'Check out',
        uses: (0,pins/* pinned */.dp)(pins/* PINS */.$x.checkout),
        with: { 'persist-credentials': false, 'fetch-depth': 0, ...(ref === null ? {} : { ref }) },
    };
}
/**
 * Nix for jobs that evaluate; self-hosted runners have their own. The user of the runner is not trusted by the daemon (that
 * would be as good as root for an agent), and no token is written into nix.conf, where every process can read it: locked
 * inputs on GitHub are fetched without one.
 */
const installNix = {
    name: 'Install Nix',
    if: condition.hosted,
    uses: (0,pins/* pinned */.dp)(pins/* PINS */.$x.nixInstaller),
    with: { 'trust-runner-user': false, 'github-token': '', 'diagnostic-endpoint': '' },
};
/** This action. */
function ownStep({ action }, { name, id, if: wanted, with: inputs, secrets = [] }) {
    return {
        name,
        ...(id === undefined ? {} : { id }),
        ...(wanted === undefined ? {} : { if: wanted }),
        uses: action,
        with: inputs,
        ...(secrets.length === 0 ? {} : { env: Object.fromEntries(secrets.map((key) => [key, secret(key)])) }),
    };
}

;// CONCATENATED MODULE: ./.cache/build/lib/compile/user-text.js
/** What GitHub would evaluate, written so that it comes out as itself. The only text of users ever inside of an expression is none. */
const OPENING = '${{';
const ESCAPED_OPENING = "${{ '${{' }}";
/**
 * Text of a definition as a value in a compiled workflow: GitHub evaluates `${{` in nearly every value, so it is escaped.
 */
const userText = (text) => text.replaceAll(OPENING, ESCAPED_OPENING);
/** Characters that a YAML parser may take for the end of a line, or that a reader of the file does not see. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cn}]|(?! )\p{Zs}/gu;
/** True when a text has to be written between double quotes, with `escapeInvisible` afterwards. */
const hasInvisible = (text) => text.search(INVISIBLE) >= 0;
/** The characters that are not seen as YAML escapes, which mean the same between double quotes. */
function escapeInvisible(text) {
    return text.replace(INVISIBLE, (character) => {
        if (character === '\n')
            return character;
        const code = character.codePointAt(0) ?? 0;
        return code > 0xffff ? `\\U${hex(code, 8)}` : `\\u${hex(code, 4)}`;
    });
}
const hex = (code, digits) => code.toString(16).padStart(digits, '0');

;// CONCATENATED MODULE: ./.cache/build/lib/compile/phase-jobs.js




/** The phases of a workflow with the parts of its plan; the plan has a group for every phase, in the same order. */
function compilePhases(workflow, plan, options) {
    const ids = phaseJobIds(workflow.phases.map(({ name }) => name));
    const phases = workflow.phases.map((phase, index) => {
        const group = plan.groups.get(phase.name);
        const id = ids[index];
        if (group === undefined || id === undefined)
            throw new Error(`the plan has no phase ${phase.name}`);
        const children = group.children.map((child) => (child.node === 'step' ? child.id : child.path));
        const next = workflow.phases[index + 1];
        const isJoined = phase.type === 'parallel' && next?.type !== 'sequential';
        const join = !isJoined ? null : next === undefined ? JOBS.result : joinJobId(id, ids);
        return { id, phase, group, children, hasAgents: hasAgents(group), join };
    });
    return { workflow, options, phases };
}
/** One job for each phase, of a parallel phase one for each of its children; and those that join. In order. */
function phaseJobs(compiled) {
    return compiled.phases.flatMap((phase, index) => [
        phaseJob(compiled, index),
        ...(phase.join === null ? [] : [joinJob(compiled, index, phase.join)]),
    ]);
}
/** The job after which the last phase is over. */
function lastJob({ phases }) {
    const last = phases.at(-1);
    if (last === undefined)
        throw new Error('a workflow has at least one phase');
    return last.join ?? last.id;
}
function joinJob(compiled, index, id) {
    const { workflow, options, phases } = compiled;
    const joined = phases[index];
    if (joined === undefined)
        throw new Error(`there is no phase ${index}`);
    const isLast = index === phases.length - 1;
    const job = {
        needs: [JOBS.plan, ...jobsBefore(compiled, index), joined.id],
        if: condition.result(turnOf(compiled, index), joined.id),
        ...place(workflow, joined.phase),
        'timeout-minutes': minutes.work(options),
        permissions: { contents: 'read' },
        outputs: { status: output.status, paused: output.paused },
        steps: [
            checkout(),
            installNix,
            ownStep(options, {
                name: isLast ? 'Join and validate' : 'Join',
                id: 'run',
                with: runInputs(compiled, isLast ? {} : { phase: joined.phase.name }),
                secrets: joined.hasAgents ? options.agentSecrets : [],
            }),
        ],
    };
    const merges = `Merges what the jobs of ${joined.id} did, in file order`;
    return { id, job, comment: joined.hasAgents ? `${merges}; after a conflict an agent is asked again.` : `${merges}.` };
}
function phaseJob(compiled, index) {
    const { workflow, options, phases } = compiled;
    const current = phases[index];
    if (current === undefined)
        throw new Error(`there is no phase ${index}`);
    const { id, phase, children } = current;
    const parallel = phase.type === 'parallel';
    const joined = phases[index - 1];
    const joinsAgents = joined?.phase.type === 'parallel' && joined.join === null && joined.hasAgents;
    const inputs = {
        phase: phase.name,
        ...(parallel ? { step: value.matrixStep } : {}),
    };
    const job = {
        name: userText(phase.name),
        needs: [JOBS.plan, ...jobsBefore(compiled, index)],
        if: condition.phase(turnOf(compiled, index)),
        ...place(workflow, phase),
        'timeout-minutes': minutes.work(options),
        permissions: { contents: 'read' },
        ...(parallel ? { strategy: strategy(children, phase.maxConcurrent) } : {}),
        outputs: { status: output.status, paused: output.paused },
        steps: [
            checkout(),
            installNix,
            ownStep(options, {
                name: parallel ? 'Run the step' : 'Run the phase',
                id: 'run',
                with: runInputs(compiled, inputs),
                secrets: current.hasAgents || joinsAgents ? options.agentSecrets : [],
            }),
        ],
    };
    const joins = !current.hasAgents && joinsAgents;
    return {
        id,
        job,
        comment: joins
            ? `Begins by merging what the jobs of ${joined.id} did; after a conflict an agent is asked again.`
            : null,
    };
}
/** The jobs of the phases before that one. */
function jobsBefore({ phases }, index) {
    return phases.slice(0, index).flatMap(({ id, join }) => (join === null ? [id] : [id, join]));
}
function turnOf(compiled, index) {
    const phase = compiled.phases[index]?.phase;
    return {
        phase: phase?.name ?? '',
        before: jobsBefore(compiled, index),
        afterFailure: phase?.condition?.callsStatusFunction === true,
    };
}
/** Where a job of the phase runs: what the phase says, or else the workflow. */
function place(workflow, phase) {
    const environment = phase.environment ?? workflow.environment;
    return {
        'runs-on': runnerOf(phase.runsOn.length > 0 ? phase.runsOn : workflow.runsOn),
        ...(environment === null ? {} : { environment: userText(environment) }),
    };
}
/** Labels as `runs-on`; one alone without a list. */
function runnerOf(labels) {
    const [only = DEFAULT_RUNNER, second] = labels.map(userText);
    return second === undefined ? only : labels.map(userText);
}
function strategy(children, maxConcurrent) {
    return { 'fail-fast': false, 'max-parallel': maxConcurrent, matrix: { step: children.map(userText) } };
}
function runInputs({ workflow, options }, more = {}) {
    return {
        command: 'run',
        workflow: userText(workflow.name),
        ...more,
        // The job `plan` has begun the run: nobody else may, or the jobs of a matrix would each have a run of their own.
        checkpoint: 'required',
        'first-attempt': value.attempt,
        'skip-step': value.skipStep,
        'accept-changes': value.acceptChanges,
        'agent-backend': value.agentBackend,
        'max-concurrent': value.maxConcurrent,
        'budget-usd': value.budgetUsd,
        'deadline-minutes': options.deadlineMinutes,
    };
}
/** True when an agent step is in the group or in a workflow nested in it. */
function hasAgents(group) {
    const waiting = [group];
    for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
        if (node.node === 'step' && node.action.kind === 'agent')
            return true;
        if (node.node === 'group')
            waiting.push(...node.children);
    }
    return false;
}

;// CONCATENATED MODULE: ./.cache/build/lib/compile/closing-jobs.js





/**
 * The job before all others: checks the definition and the prerequisites, and begins the run, or fetches the checkpoint of the
 * one to go on from. It evaluates Nix only where a prerequisite asks for that.
 */
function planJob({ workflow, options }, plan) {
    const evaluates = plan.prerequisites.some(({ text }) => text === 'flake-check-passing');
    const about = { workflow: userText(workflow.name), phase: value.phase, 'skip-step': value.skipStep };
    const plans = { command: 'plan', ...about, 'dry-run': value.dryRun };
    const begins = {
        command: 'begin',
        ...about,
        'rollback-to-checkpoint': value.rollback,
        'resume-from': value.resumeFrom,
        'accept-changes': value.acceptChanges,
    };
    return {
        id: JOBS.plan,
        comment: null,
        job: {
            'runs-on': evaluates ? runnerOf(workflow.runsOn) : DEFAULT_RUNNER,
            'timeout-minutes': evaluates ? minutes.work(options) : minutes.plan,
            // Reading another workflow run's artifact, for resume-from, is what `actions` is for.
            permissions: { contents: 'read', actions: 'read' },
            outputs: { attempt: output.attempt },
            steps: [
                checkout(),
                ...(evaluates ? [installNix] : []),
                ownStep(options, { name: 'Plan', id: 'plan', with: plans }),
                ownStep(options, { name: 'Begin the run', if: condition.begins, with: begins }),
            ],
        },
    };
}
/** The jobs after the phases, in order. `last` is the job that completes the run. */
function closingJobs(compiled, last) {
    return [
        validateJob(compiled, last),
        publishJob(compiled),
        verifyJob(compiled),
        ...(compiled.options.onFailure === 'revert' ? [revertJob(compiled)] : []),
        continueJob(compiled, last),
    ];
}
function validateJob({ workflow, options }, last) {
    const inputs = { command: 'validate', workflow: userText(workflow.name), 'first-attempt': value.attempt };
    return {
        id: JOBS.validate,
        comment: 'The result, on a runner that no step has touched and without secrets.',
        job: {
            needs: [JOBS.plan, last],
            if: condition.completed(last),
            'runs-on': runnerOf(workflow.runsOn),
            'timeout-minutes': minutes.work(options),
            permissions: { contents: 'read' },
            outputs: { status: output.validity, commit: output.commit, hosts: output.hosts },
            steps: [checkout(), installNix, ownStep(options, { name: 'Validate', id: 'validate', with: inputs })],
        },
    };
}
function publishJob({ workflow, options }) {
    const inputs = {
        command: 'publish',
        workflow: userText(workflow.name),
        'first-attempt': value.attempt,
        commit: value.validatedCommit,
        hosts: value.hosts,
        publish: value.publish[options.publish],
        ...token(options.tokenSecret),
    };
    return {
        id: JOBS.publish,
        comment: 'The only job with a token that may write before anything has landed; executes nothing of the repository.',
        job: {
            needs: [JOBS.plan, JOBS.validate],
            if: condition.publish,
            'runs-on': DEFAULT_RUNNER,
            'timeout-minutes': minutes.publish,
            permissions: { contents: 'write', 'pull-requests': 'write' },
            outputs: { landed: output.landed, 'pushed-range': output.pushedRange },
            steps: [checkout(), ownStep(options, { name: 'Publish', id: 'publish', with: inputs })],
        },
    };
}
function verifyJob({ workflow, options }) {
    return {
        id: JOBS.verify,
        comment: 'After a push: the branch as it is now, with what others brought meanwhile.',
        job: {
            needs: [JOBS.publish],
            if: condition.landed,
            'runs-on': runnerOf(workflow.runsOn),
            'timeout-minutes': minutes.work(options),
            permissions: { contents: 'read' },
            steps: [
                checkout(value.ref),
                installNix,
                ownStep(options, { name: 'Validate the branch', with: { command: 'validate' } }),
            ],
        },
    };
}
function revertJob({ workflow, options }) {
    const inputs = {
        command: 'revert',
        workflow: userText(workflow.name),
        range: value.pushedRange,
        ...token(options.tokenSecret),
    };
    return {
        id: JOBS.revert,
        comment: null,
        job: {
            needs: [JOBS.publish, JOBS.verify],
            if: condition.verifyFailed,
            'runs-on': DEFAULT_RUNNER,
            'timeout-minutes': minutes.revert,
            permissions: { contents: 'write', 'pull-requests': 'write' },
            steps: [checkout(value.ref), ownStep(options, { name: 'Take the push back', with: inputs })],
        },
    };
}
function continueJob({ workflow, options, phases }, last) {
    const ids = phases.map(({ id }) => id);
    const isLocal = options.action.startsWith('./');
    const inputs = { command: 'continue', workflow: userText(workflow.name) };
    return {
        id: JOBS.continue,
        comment: 'Starts this workflow again where a deadline paused it.',
        job: {
            needs: ids.includes(last) ? ids : [...ids, last],
            if: condition.pausedByDeadline,
            'runs-on': DEFAULT_RUNNER,
            'timeout-minutes': minutes.continue,
            permissions: { actions: 'write', ...(isLocal ? { contents: 'read' } : {}) },
            steps: [...(isLocal ? [checkout()] : []), ownStep(options, { name: 'Continue', with: inputs })],
        },
    };
}
const token = (secret) => (secret === null ? {} : { token: tokenOf(secret) });

// EXTERNAL MODULE: ./.cache/build/lib/compile/generated-header.js
var generated_header = __webpack_require__(9291);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
;// CONCATENATED MODULE: ./.cache/build/lib/compile/render-workflow.js



/** Lists that are easier to read in one line. */
const SHORT_LISTS = ['needs', 'options', 'runs-on'];
/** The text of a workflow file: YAML by the serializer, with comments; pinned actions have their version behind them. */
function renderWorkflow({ header, workflow, jobs }) {
    const document = new dist/* Document */.yo(workflow, { aliasDuplicateObjects: false });
    (0,dist/* visit */.YR)(document, {
        Scalar: (_key, node) => {
            if (typeof node.value === 'string' && hasInvisible(node.value))
                node.type = dist/* Scalar */.X5.QUOTE_DOUBLE;
        },
        Pair: (_key, { key, value }) => {
            if ((0,dist/* isSeq */.oP)(value) && (0,dist/* isScalar */.jn)(key) && SHORT_LISTS.includes(String(key.value)))
                value.flow = true;
            if (!(0,dist/* isScalar */.jn)(key) || key.value !== 'uses' || !(0,dist/* isScalar */.jn)(value) || typeof value.value !== 'string')
                return;
            const version = (0,pins/* pinnedVersion */.V2)(value.value);
            if (version !== null)
                value.comment = ` ${version}`;
        },
    });
    addJobComments(document, jobs);
    const body = document.toString({ lineWidth: 0, singleQuote: true, flowCollectionPadding: false });
    return `${header.map((line) => `# ${line}\n`).join('')}\n${escapeInvisible(body)}`;
}
function addJobComments(document, jobs) {
    const comments = new Map(jobs.map(({ id, comment }) => [id, comment]));
    const map = document.get('jobs', true);
    if (!(0,dist/* isMap */.jh)(map))
        throw new Error('a workflow has jobs');
    map.items.forEach(({ key }, index) => {
        if (!(0,dist/* isScalar */.jn)(key))
            return;
        const comment = comments.get(String(key.value)) ?? null;
        if (comment !== null)
            key.commentBefore = ` ${comment}`;
        key.spaceBefore = index > 0;
    });
}

;// CONCATENATED MODULE: ./.cache/build/lib/compile/triggers.js

/**
 * Every flag of `run` that means something here. Ten at most: GitHub allows 25 since December 2025, but servers of the
 * Enterprise edition and actionlint 1.7.7 still hold to ten. `on-failure` is therefore an option of `compile` alone.
 */
function inputs({ publish }) {
    const text = (description) => ({ description, type: 'string', default: '' });
    const flag = (description) => ({ description, type: 'boolean', default: false });
    const choice = (description, options, fallback) => ({
        description,
        type: 'choice',
        options,
        default: fallback,
    });
    return {
        phase: text('Only this phase; empty: all of them'),
        'dry-run': flag('Show what would happen, and do nothing'),
        'skip-step': text('Steps to leave out, by number or id, separated by spaces or commas'),
        'rollback-to-checkpoint': text('With resume-from: go back to the state after this step, by number or id'),
        'resume-from': text('Id of an earlier workflow run (the number in its address) to go on from'),
        'accept-changes': flag('Go on although definitions have changed since the run began'),
        'agent-backend': text('What runs agent steps, for example command:./agent'),
        'max-concurrent': text('At most this many steps at once in one job'),
        'budget-usd': text('At most this much for all agent steps together'),
        publish: choice('How the result is published', ['pull-request', 'push', 'none'], publish),
    };
}
/** `on:` of a compiled workflow: by hand, and on its schedule. */
function triggers(workflow, options) {
    const { schedule } = options;
    const cron = schedule.kind === 'weekly' ? (0,compile_options/* weeklyCron */.Kx)(workflow) : schedule.kind === 'cron' ? schedule.cron : null;
    return {
        workflow_dispatch: { inputs: inputs(options) },
        ...(cron === null ? {} : { schedule: [{ cron }] }),
    };
}

;// CONCATENATED MODULE: ./.cache/build/lib/compile/compile-workflow.js








/** GitHub's limits: jobs of one matrix, and size of a workflow file (docs.github.com, "Actions limits"). */
const MAX_MATRIX = 256;
const MAX_FILE_BYTES = 500_000;
/** As in the schema of definitions: it becomes part of a comment and of a file's name. */
const NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/;
/** A lone half of a surrogate pair is not text that a file can hold. */
const NOT_TEXT = /\p{Cs}/u;
/**
 * The text of `.github/workflows/workflow-runner-<name>.yml` for a workflow and its plan. A Problem says what GitHub has no
 * room for: a matrix of more than 256, a file of more than 500 kB, names that are not text.
 */
function compileWorkflow(workflow, plan, options) {
    const refused = refusal(workflow);
    if (refused !== null)
        return (0,result/* err */._)(refused);
    const compiled = compilePhases(workflow, plan, options);
    const misfit = tooWide(compiled);
    if (misfit !== null)
        return (0,result/* err */._)(misfit);
    const jobs = [planJob(compiled, plan), ...phaseJobs(compiled), ...closingJobs(compiled, lastJob(compiled))];
    const tree = {
        name: userText(workflow.name),
        on: triggers(workflow.name, options),
        permissions: {},
        concurrency: { group: `workflow-runner-${userText(workflow.name)}-${value.ref}`, 'cancel-in-progress': false },
        jobs: Object.fromEntries(jobs.map(({ id, job }) => [id, job])),
    };
    const header = (0,generated_header/* generatedHeader */.BH)(workflow, options, compiled.phases.some(({ hasAgents }) => hasAgents));
    const text = renderWorkflow({ header, workflow: tree, jobs });
    const problem = tooLarge(workflow, text);
    return problem === null ? (0,result.ok)(text) : (0,result/* err */._)(problem);
}
function refusal({ name, phases, runsOn, environment, location }) {
    const texts = [
        ...runsOn,
        environment ?? '',
        ...phases.flatMap((phase) => [...phase.runsOn, phase.environment ?? '']),
    ];
    const wrong = [
        ...(NAME.test(name) ? [] : [name]),
        ...phases.map((phase) => phase.name).filter((one) => !isPhaseName(one)),
        ...texts.filter((text) => NOT_TEXT.test(text)),
    ][0];
    if (wrong === undefined)
        return null;
    const message = `${location.file}: ${JSON.stringify(wrong)} cannot be written into a GitHub workflow`;
    return { code: 'name-not-compilable', message, help: 'Choose another name.', exitCode: 2 };
}
function tooWide({ workflow, phases }) {
    for (const { phase, children } of phases) {
        const where = `${workflow.location.file}: phase '${phase.name}'`;
        if (phase.type === 'parallel' && children.length > MAX_MATRIX) {
            const message = `${where} has ${children.length} steps side by side; GitHub starts at most ${MAX_MATRIX} jobs of a matrix`;
            return { code: 'matrix-too-large', message, help: 'Split the phase into several.', exitCode: 2 };
        }
        if (phase.type === 'parallel' && children.some((id) => NOT_TEXT.test(id))) {
            const message = `${where} has a step whose id is not text`;
            return { code: 'name-not-compilable', message, help: 'Give the step an `id:`.', exitCode: 2 };
        }
    }
    return null;
}
function tooLarge({ location }, text) {
    // At most 4 bytes for a character; exact only where it may matter.
    const bytes = text.length * 4 <= MAX_FILE_BYTES ? 0 : new TextEncoder().encode(text).length;
    if (bytes <= MAX_FILE_BYTES)
        return null;
    const message = `${location.file}: the compiled workflow has ${bytes} bytes; GitHub takes at most ${MAX_FILE_BYTES}`;
    return { code: 'workflow-too-large', message, help: 'Use fewer phases; nest workflows in them.', exitCode: 2 };
}

// EXTERNAL MODULE: ./.cache/build/lib/commands/console.js
var commands_console = __webpack_require__(9451);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./.cache/build/lib/files/read-file-bounded.js
var read_file_bounded = __webpack_require__(1998);
// EXTERNAL MODULE: ./.cache/build/lib/files/trouble.js
var trouble = __webpack_require__(4232);
// EXTERNAL MODULE: ./.cache/build/lib/files/write-file-atomic.js
var write_file_atomic = __webpack_require__(9497);
;// CONCATENATED MODULE: ./.cache/build/lib/commands/compiled-folder.js






/** Where GitHub looks for workflows, from the top of the repository. */
const FOLDER = ['.github', 'workflows'];
const compiled_folder_NAME = /^workflow-runner-(.+)\.yml$/;
/** More than GitHub takes of a workflow file (500 kB). */
const compiled_folder_MAX_FILE_BYTES = 1024 * 1024;
/** The compiled file of a workflow, relative to the repository. */
const compiledFile = (workflow) => `${FOLDER.join('/')}/workflow-runner-${workflow}.yml`;
/** `.github/workflows` of a checkout. Nothing is read or written through a symbolic link. */
class CompiledFolder {
    #root;
    constructor(root) {
        this.#root = root;
    }
    /** Names of the workflows that there is a file for, sorted as the system gives them. */
    names() {
        if (this.#obstacle() !== null)
            return [];
        try {
            return (0,external_node_fs_.readdirSync)((0,external_node_path_.join)(this.#root, ...FOLDER))
                .sort()
                .flatMap((file) => compiled_folder_NAME.exec(file)?.[1] ?? []);
        }
        catch (error) {
            (0,trouble/* fileTrouble */.A)(error, this.#root);
            return [];
        }
    }
    /** The text of a file given by `compiledFile`; null when there is none. */
    read(file) {
        const obstacle = this.#obstacle();
        if (obstacle !== null)
            return (0,result/* err */._)(obstacle);
        const path = (0,external_node_path_.join)(this.#root, file);
        // A link is refused here, not followed: what it leads to is not this file's text.
        const kind = (0,external_node_fs_.lstatSync)(path, { throwIfNoEntry: false });
        if (kind === undefined)
            return (0,result.ok)(null);
        if (!kind.isFile())
            return (0,result/* err */._)(unusable(file, 'is not a regular file'));
        const bytes = (0,read_file_bounded/* readFileBounded */.Y)(path, compiled_folder_MAX_FILE_BYTES);
        return bytes.ok ? (0,result.ok)(bytes.value.toString('utf8')) : (0,result/* err */._)(troubled(file, bytes.error));
    }
    /** Makes the folders where they are missing, and replaces the file at once or not at all. */
    write(file, text) {
        const obstacle = this.#obstacle();
        if (obstacle !== null)
            return (0,result/* err */._)(obstacle);
        try {
            (0,external_node_fs_.mkdirSync)((0,external_node_path_.join)(this.#root, ...FOLDER), { recursive: true });
        }
        catch (error) {
            return (0,result/* err */._)(troubled(FOLDER.join('/'), (0,trouble/* fileTrouble */.A)(error, FOLDER.join('/'))));
        }
        const written = (0,write_file_atomic/* writeFileAtomic */.Zf)((0,external_node_path_.join)(this.#root, file), text);
        return written.ok ? written : (0,result/* err */._)(troubled(file, written.error));
    }
    #obstacle() {
        for (const part of [FOLDER[0], FOLDER.join('/')]) {
            const kind = (0,external_node_fs_.lstatSync)((0,external_node_path_.join)(this.#root, part), { throwIfNoEntry: false });
            if (kind !== undefined && !kind.isDirectory())
                return unusable(part, 'is not a folder');
        }
        return null;
    }
}
const unusable = (file, what) => ({
    code: 'unusable-path',
    message: `${file} ${what}`,
    help: 'Compiled workflows are regular files in .github/workflows; symbolic links are not followed.',
    exitCode: 1,
});
const troubled = (file, { code }) => ({
    code: 'unusable-path',
    message: `${file} cannot be read or written (${code})`,
    help: 'Check permissions and free space.',
    exitCode: 1,
});

;// CONCATENATED MODULE: ./.cache/build/lib/commands/first-difference.js
/** Where two texts begin to differ, for a person: `line 12: was "…", would be "…"`; null when they are the same. */
function firstDifference(before, after) {
    if (before === after)
        return null;
    const [old, next] = [before.split('\n'), after.split('\n')];
    const at = old.findIndex((line, index) => line !== next[index]);
    const index = at < 0 ? old.length : at;
    return `line ${index + 1}: is ${shown(old[index])}, would be ${shown(next[index])}`;
}
function shown(line) {
    if (line === undefined)
        return 'not there';
    const text = line.trim();
    return JSON.stringify(text.length > 100 ? `${text.slice(0, 100)}…` : text);
}

// EXTERNAL MODULE: ./.cache/build/lib/commands/find-root.js
var find_root = __webpack_require__(1044);
// EXTERNAL MODULE: ./.cache/build/lib/commands/how-to-begin.js
var how_to_begin = __webpack_require__(720);
// EXTERNAL MODULE: ./.cache/build/lib/commands/load-workflows.js + 2 modules
var load_workflows = __webpack_require__(9885);
// EXTERNAL MODULE: ./.cache/build/lib/commands/workflow-folder.js + 1 modules
var workflow_folder = __webpack_require__(7518);
// EXTERNAL MODULE: ./.cache/build/lib/commands/world.js
var commands_world = __webpack_require__(9974);
;// CONCATENATED MODULE: ./.cache/build/lib/commands/compile.js













/** `compile`: writes a GitHub workflow for each workflow, or with `check` says which are not current (exit code 1). */
function compileCommand({ names, check, options }, world) {
    const { console } = world;
    const root = (0,find_root/* findRoot */.w)(world);
    if (!root.ok)
        return Promise.resolve(console.fail(root.error, root.error.exitCode));
    const workflows = new workflow_folder/* WorkflowFolder */.gf(root.value);
    if (workflows.names.length === 0 && names.length === 0) {
        console.json({ files: [] });
        console.print((0,how_to_begin/* howToBegin */.x)(root.value));
        return Promise.resolve(commands_world/* EXIT */.d.completed);
    }
    const at = { root: root.value, workflows, folder: new CompiledFolder(root.value) };
    const compiled = [];
    const diagnostics = [];
    for (const name of names.length === 0 ? workflows.names : new Set(names)) {
        const one = compileOne(name, options, at);
        if (one.ok)
            compiled.push(one.value);
        else if (Array.isArray(one.error))
            diagnostics.push(...one.error);
        else
            return Promise.resolve(console.fail(one.error, one.error.exitCode));
    }
    if (diagnostics.length > 0) {
        const message = 'Not all workflows are valid; nothing was written';
        return Promise.resolve(console.fail({ code: 'invalid-definition', message, diagnostics: (0,diagnostic/* sortDiagnostics */.D)(diagnostics) }, commands_world/* EXIT */.d.invalid));
    }
    if (names.length === 0)
        compiled.push(...orphans(at));
    if (!check)
        return Promise.resolve(write(compiled, at.folder, world));
    // A workflow need not be compiled at all: one that never was is missing only when it was named.
    const there = compiled.filter(({ state }) => names.length > 0 || state !== 'missing');
    return Promise.resolve(tellCheck(there, world));
}
function compileOne(name, asked, { root, workflows, folder }) {
    const planned = (0,load_workflows/* loadPlanFrom */.uR)(root, workflows, name);
    if (!planned.ok)
        return planned;
    const workflow = workflows.load(name)?.workflow ?? null;
    if (workflow === null)
        return (0,result/* err */._)([(0,load_workflows/* unknownWorkflow */.EX)(name, workflows.names)]);
    const file = compiledFile(name);
    const before = folder.read(file);
    if (!before.ok)
        return before;
    const kept = before.value === null ? (0,result.ok)(compile_options/* DEFAULT_OPTIONS */.lp) : (0,generated_header/* readGeneratedHeader */.Zn)(before.value, name);
    if (!kept.ok)
        return (0,result/* err */._)(notOurs(file, name));
    const text = compileWorkflow(workflow, planned.value.plan, { ...kept.value, ...asked });
    if (!text.ok)
        return text;
    const difference = before.value === null ? null : firstDifference(before.value, text.value);
    const state = before.value === null ? 'missing' : difference === null ? 'current' : 'stale';
    return (0,result.ok)({ workflow: name, file, state, difference, text: text.value });
}
/** Files that `compile` made for workflows that are no more. They still run on their schedule, so they are not passed over. */
function orphans({ workflows, folder }) {
    return folder.names().flatMap((workflow) => {
        const file = compiledFile(workflow);
        const text = folder.read(file);
        if (workflows.names.includes(workflow) || !text.ok || text.value === null)
            return [];
        if (!(0,generated_header/* readGeneratedHeader */.Zn)(text.value, workflow).ok)
            return [];
        return [{ workflow, file, state: 'orphaned', difference: null, text: text.value }];
    });
}
function tellCheck(compiled, { console }) {
    const wrong = compiled.filter(({ state }) => state !== 'current');
    if (wrong.length === 0) {
        console.json({ files: compiled.map(documentOf) });
        console.print(`${counted(compiled.length)} ${console.paint('success', 'current')}`);
        return commands_world/* EXIT */.d.completed;
    }
    const message = `${counted(wrong.length)} not current: ${wrong.map(({ file, state }) => `${file} (${state})`).join(', ')}`;
    const stale = wrong.filter(({ state }) => state !== 'orphaned').map(({ workflow }) => workflow);
    const again = stale.length === 0 ? [] : [`Run: workflow-runner compile ${stale.join(' ')}`];
    const gone = wrong
        .filter(({ state }) => state === 'orphaned')
        .map(({ file }) => `Remove ${file}: its workflow is gone.`);
    const hints = wrong.flatMap(({ file, difference }) => (difference === null ? [] : [`${file} ${difference}`]));
    return console.fail({ code: 'not-current', message, help: [...again, ...gone, ...hints].join('\n') }, commands_world/* EXIT */.d.failed);
}
function write(compiled, folder, { console }) {
    for (const { file, state, text } of compiled) {
        if (state === 'current' || state === 'orphaned')
            continue;
        const written = folder.write(file, text);
        if (!written.ok)
            return console.fail(written.error, written.error.exitCode);
    }
    const done = { current: 'unchanged', missing: 'written', stale: 'updated', orphaned: 'orphaned' };
    console.json({ files: compiled.map((one) => ({ ...documentOf(one), state: done[one.state] })) });
    for (const { file, state } of compiled) {
        if (state === 'orphaned')
            console.note(`${(0,commands_console/* clean */.u)(file)}: its workflow is gone; remove the file`);
        else
            console.print(`${(0,commands_console/* clean */.u)(file)}: ${done[state]}`);
    }
    return commands_world/* EXIT */.d.completed;
}
const documentOf = ({ workflow, file, state }) => ({ workflow, file, state });
const counted = (count) => `${count} compiled workflow${count === 1 ? '' : 's'}`;
const notOurs = (file, name) => ({
    code: 'not-generated',
    message: `${file} was not made by workflow-runner compile, or its first line was changed; nothing was written`,
    help: `Move it away, then run: workflow-runner compile ${name}`,
    exitCode: 1,
});


/***/ }),

/***/ 720:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ howToBegin)
/* harmony export */ });
/* harmony import */ var _workflow_folder_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7518);

/** What to do in a repository without workflows: a first one that works everywhere. */
function howToBegin(root) {
    return `There are no workflows in ${root} yet.

Begin with a file ${_workflow_folder_js__WEBPACK_IMPORTED_MODULE_0__/* .WORKFLOW_FOLDER */ .xi}/hello.yaml:

  workflow: hello
  type: sequential
  steps:
    - id: greet
      run: echo "hello from a workflow" > hello.txt

then look at what it would do, and run it:

  workflow-runner hello --dry-run
  workflow-runner hello

A run works on a copy of the last commit. Your checkout changes only when every step and check has passed.`;
}


/***/ }),

/***/ 9885:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Yq: () => (/* binding */ loadPlan),
  uR: () => (/* binding */ loadPlanFrom),
  EX: () => (/* binding */ unknownWorkflow)
});

// EXTERNAL MODULE: ./.cache/build/lib/base/diagnostic.js
var diagnostic = __webpack_require__(4942);
// EXTERNAL MODULE: ./.cache/build/lib/base/closest-name.js
var closest_name = __webpack_require__(4876);
// EXTERNAL MODULE: ./.cache/build/lib/base/result.js
var result = __webpack_require__(5256);
// EXTERNAL MODULE: ./.cache/build/lib/plan/plan-workflow.js
var plan_workflow = __webpack_require__(1872);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
// EXTERNAL MODULE: ./node_modules/zod/v4/mini/schemas.js
var schemas = __webpack_require__(4343);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/api.js
var api = __webpack_require__(3759);
// EXTERNAL MODULE: ./node_modules/zod/v4/locales/en.js
var en = __webpack_require__(252);
;// CONCATENATED MODULE: ./.cache/build/lib/definition/skill-file.js




const english = (0,en/* default */.A)().localeError;
/** Other keys are Claude Code's. */
const frontmatterSchema = schemas/* looseObject */._H3({
    run: schemas/* _default */.Rvf(schemas/* nullable */.mee(schemas/* string */.YjP().check(api/* _minLength */.m9(1))), null),
    overrides: schemas/* _default */.Rvf(schemas/* boolean */.zMY(), false),
});
/** Reads a SKILL.md. The error is one line: what is wrong with its frontmatter. */
function parseSkillFile(source) {
    const found = /^---\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/.exec(source);
    if (found === null)
        return (0,result.ok)({ run: null, overrides: false, text: source });
    let frontmatter;
    try {
        frontmatter = (0,dist/* parse */.qg)(found[1] ?? '', { maxAliasCount: 0 });
    }
    catch (error) {
        return (0,result/* err */._)(`its frontmatter is not YAML: ${(error instanceof Error ? error.message : '').split('\n')[0] ?? ''}`);
    }
    const checked = frontmatterSchema.safeParse(frontmatter ?? {}, { error: english });
    if (!checked.success) {
        const [issue] = checked.error.issues;
        return (0,result/* err */._)(`its frontmatter: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not as expected'}`);
    }
    return (0,result.ok)({ run: checked.data.run, overrides: checked.data.overrides, text: source.slice(found[0].length) });
}

// EXTERNAL MODULE: ./.cache/build/lib/skills/built-in-names.js
var built_in_names = __webpack_require__(6689);
// EXTERNAL MODULE: ./.cache/build/lib/commands/workflow-folder.js + 1 modules
var workflow_folder = __webpack_require__(7518);
;// CONCATENATED MODULE: ./.cache/build/lib/commands/check-references.js






/**
 * Reads the file of each agent and of each skill in the plan. An agent without one is a warning at the first step that names
 * it, a skill that is neither built in nor in the repository an error, and so is a broken file.
 */
function checkReferences(root, plan) {
    const agents = new Map();
    const { skills, diagnostics } = readSkills(root, plan);
    for (const [agent, location] of firstUses(plan)) {
        const file = `.claude/agents/${agent}.md`;
        if (!(0,external_node_fs_.existsSync)((0,external_node_path_.join)(root, file))) {
            diagnostics.push({
                severity: 'warning',
                code: 'agent-without-file',
                message: `there is no ${file}: the agent is told only its name and its task`,
                location,
                help: 'describe the agent there, in the format of Claude Code',
            });
            continue;
        }
        const read = (0,workflow_folder/* readTextFile */.Gu)(root, file);
        if (read.ok)
            agents.set(agent, read.value);
        else
            diagnostics.push(read.error);
    }
    return { agents, skills, diagnostics };
}
function readSkills(root, plan) {
    const skills = new Map();
    const diagnostics = [];
    for (const { action } of plan.steps) {
        if (action.kind !== 'skill' || skills.has(action.skill))
            continue;
        const { skill: name, location } = action;
        const file = `.claude/skills/${name}/SKILL.md`;
        if (!(0,external_node_fs_.existsSync)((0,external_node_path_.join)(root, file))) {
            if (!built_in_names/* builtInSkillNames */.p.has(name))
                diagnostics.push(unknownSkill(name, location));
            continue;
        }
        const read = (0,workflow_folder/* readTextFile */.Gu)(root, file);
        if (!read.ok) {
            diagnostics.push(read.error);
            continue;
        }
        const parsed = parseSkillFile(read.value.text);
        if (parsed.ok)
            skills.set(name, { ...read.value, skill: parsed.value });
        else
            diagnostics.push({
                severity: 'error',
                code: 'broken-skill',
                message: parsed.error,
                location: { file, line: 1, column: 1 },
            });
    }
    return { skills, diagnostics };
}
function unknownSkill(name, location) {
    const names = [...built_in_names/* builtInSkillNames */.p];
    const near = (0,closest_name/* closestName */.N)(name, names);
    const there = `built in are: ${names.join(', ')}; a skill of your own is .claude/skills/${name}/SKILL.md`;
    return {
        severity: 'error',
        code: 'unknown-skill',
        message: `there is no skill '${name}'`,
        location,
        help: near === null ? there : `did you mean '${near}'? ${there}`,
    };
}
function firstUses(plan) {
    const uses = new Map();
    for (const { action } of plan.steps) {
        if (action.kind === 'agent' && !uses.has(action.agent))
            uses.set(action.agent, action.location);
    }
    return uses;
}

;// CONCATENATED MODULE: ./.cache/build/lib/commands/load-workflows.js






/**
 * Reads the workflow `name` of the repository at `root` with the workflows and agents that it uses, and plans it. Errors:
 * every problem in those files, together; other files of the folder are not looked at.
 */
function loadPlan(root, name) {
    return Promise.resolve(loadPlanFrom(root, new workflow_folder/* WorkflowFolder */.gf(root), name));
}
/** As `loadPlan`, from a folder that is open already. */
function loadPlanFrom(root, folder, name) {
    const needed = loadNeeded(folder, name);
    const top = needed.get(name);
    if (top === undefined)
        return (0,result/* err */._)([unknownWorkflow(name, folder.names)]);
    const found = [...needed.values()].flatMap(({ diagnostics }) => diagnostics);
    if (top.workflow === null || hasErrors(found))
        return (0,result/* err */._)((0,diagnostic/* sortDiagnostics */.D)(found));
    const library = { get: (wanted) => needed.get(wanted)?.workflow ?? undefined, names: folder.names };
    const planned = (0,plan_workflow/* planWorkflow */.t)(top.workflow, library);
    if (!planned.ok)
        return (0,result/* err */._)((0,diagnostic/* sortDiagnostics */.D)([...found, ...planned.error].map(withSource(needed))));
    const { agents, skills, diagnostics } = checkReferences(root, planned.value);
    found.push(...diagnostics.map(withSource(needed)));
    if (hasErrors(found))
        return (0,result/* err */._)((0,diagnostic/* sortDiagnostics */.D)(found));
    const sources = [...needed.values()].flatMap(({ source }) => (source === null ? [] : [source]));
    return (0,result.ok)({
        plan: planned.value,
        digests: Object.fromEntries([...sources, ...agents.values(), ...skills.values()].map(({ file, sha256 }) => [file, sha256])),
        agentTexts: new Map([...agents].map(([agent, { text }]) => [agent, text])),
        skillFiles: new Map([...skills].map(([name, { skill }]) => [name, skill])),
        workflows: folder.names,
        warnings: (0,diagnostic/* sortDiagnostics */.D)(found),
    });
}
/** The diagnostic for a workflow that is not there: what was meant, or what there is. */
function unknownWorkflow(name, names) {
    const near = (0,closest_name/* closestName */.N)(name, names);
    const list = names.slice(0, 20).join(', ') + (names.length > 20 ? ', …' : '');
    const there = names.length === 0 ? `write ${workflow_folder/* WORKFLOW_FOLDER */.xi}/${name}.yaml` : `there are: ${list}`;
    return {
        severity: 'error',
        code: 'unknown-workflow',
        message: `there is no workflow '${name}'`,
        location: { file: workflow_folder/* WORKFLOW_FOLDER */.xi },
        help: near === null ? there : `did you mean '${near}'? ${there}`,
    };
}
/** The workflow and, step by step, every workflow that it nests. Circles end where they close; `planWorkflow` reports them. */
function loadNeeded(folder, name) {
    const needed = new Map();
    const queue = [name];
    for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
        const loaded = needed.has(next) ? null : folder.load(next);
        if (loaded === null)
            continue;
        needed.set(next, loaded);
        if (loaded.workflow !== null)
            queue.push(...nestedNames(loaded.workflow).reverse());
    }
    return needed;
}
function nestedNames(workflow) {
    return workflow.phases.flatMap(({ steps }) => steps.flatMap((step) => (step.kind === 'workflow' ? [step.workflow] : [])));
}
/** Adds the text of the line to diagnostics that were made without the file at hand. */
function withSource(needed) {
    const texts = new Map([...needed.values()].map(({ file, source }) => [file, source?.text ?? '']));
    return (diagnostic) => {
        const { file, line } = diagnostic.location;
        if (diagnostic.sourceLine !== undefined || line === undefined)
            return diagnostic;
        const sourceLine = texts.get(file)?.split(/\r?\n/)[line - 1];
        return sourceLine === undefined ? diagnostic : { ...diagnostic, sourceLine };
    };
}
const hasErrors = (diagnostics) => diagnostics.some(({ severity }) => severity === 'error');


/***/ }),

/***/ 8827:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Kx: () => (/* binding */ weeklyCron),
/* harmony export */   dS: () => (/* binding */ isCron),
/* harmony export */   eh: () => (/* binding */ isSecretName),
/* harmony export */   lp: () => (/* binding */ DEFAULT_OPTIONS),
/* harmony export */   ve: () => (/* binding */ isAction)
/* harmony export */ });
/* harmony import */ var _pins_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4822);

/** GitHub ends a job on its own runners after 6 hours; the rest is for saving. */
const DEFAULT_OPTIONS = {
    action: (0,_pins_js__WEBPACK_IMPORTED_MODULE_0__/* .pinned */ .dp)(_pins_js__WEBPACK_IMPORTED_MODULE_0__/* .PINS */ .$x.workflowRunner),
    publish: 'pull-request',
    onFailure: 'keep',
    schedule: { kind: 'weekly' },
    deadlineMinutes: 330,
    agentSecrets: ['ANTHROPIC_API_KEY'],
    tokenSecret: null,
};
const LOCAL_ACTION = /^\.\/(?:[A-Za-z0-9_-][A-Za-z0-9._-]*\/?)*$/;
const PINNED_ACTION = /^[A-Za-z0-9-]+\/[A-Za-z0-9._-]+(?:\/[A-Za-z0-9._-]+)*@[0-9a-f]{40}$/;
const SECRET = /^(?!GITHUB_)[A-Za-z_][A-Za-z0-9_]{0,127}$/i;
/** True for `./…` (an action of the repository itself) and `owner/repository@sha`; tags and branches can be moved. */
const isAction = (text) => LOCAL_ACTION.test(text) || PINNED_ACTION.test(text);
/** True for a name that a secret can have on GitHub. */
const isSecretName = (text) => SECRET.test(text);
/** Allowed numbers in the fields of a cron expression: minute, hour, day of the month, month, day of the week. */
const CRON_RANGES = [
    [0, 59],
    [0, 23],
    [1, 31],
    [1, 12],
    [0, 6],
];
/** True for five fields of numbers, lists, ranges and steps (POSIX cron, as GitHub takes it; names of days are not allowed here). */
function isCron(text) {
    const fields = text.split(' ');
    return fields.length === 5 && fields.every((field, index) => isCronField(field, CRON_RANGES[index] ?? [0, 0]));
}
function isCronField(field, [low, high]) {
    return field.split(',').every((part) => {
        const found = /^(?:\*|(\d{1,2})(?:-(\d{1,2}))?)(?:\/(\d{1,2}))?$/.exec(part);
        if (found === null)
            return false;
        const [first, last, every] = [found[1] ?? low, found[2] ?? found[1] ?? high, found[3] ?? 1].map(Number);
        if (first === undefined || last === undefined || every === undefined)
            return false;
        return first >= low && last <= high && first <= last && every >= 1;
    });
}
/**
 * Once a week, on Monday between 3 and 7 o'clock UTC; hour and minute differ by the name, so that workflows do not start
 * together, and never on the full hour, when GitHub is busiest.
 */
function weeklyCron(name) {
    let hash = 2166136261;
    for (const character of name)
        hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 16777619) >>> 0;
    return `${1 + (hash % 59)} ${3 + ((hash >>> 8) % 4)} * * 1`;
}


/***/ }),

/***/ 9291:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BH: () => (/* binding */ generatedHeader),
/* harmony export */   XD: () => (/* binding */ optionOf),
/* harmony export */   Zn: () => (/* binding */ readGeneratedHeader)
/* harmony export */ });
/* unused harmony export optionFlags */
/* harmony import */ var _base_result_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5256);
/* harmony import */ var _compile_options_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8827);


/** The first line of a compiled file names the command that makes it; so a file keeps its options when it is made again. */
const FIRST_LINE = /^# Generated by workflow-runner compile ([A-Za-z0-9][A-Za-z0-9._-]{0,127})((?: .*)?); do not edit\r?$/;
/** The options that differ from the defaults, as flags. */
function optionFlags(options) {
    const { action, publish, onFailure, schedule, deadlineMinutes, agentSecrets, tokenSecret } = options;
    const flags = [];
    if (action !== _compile_options_js__WEBPACK_IMPORTED_MODULE_0__/* .DEFAULT_OPTIONS */ .lp.action)
        flags.push(`--action ${action}`);
    if (publish !== _compile_options_js__WEBPACK_IMPORTED_MODULE_0__/* .DEFAULT_OPTIONS */ .lp.publish)
        flags.push(`--publish ${publish}`);
    if (onFailure !== _compile_options_js__WEBPACK_IMPORTED_MODULE_0__/* .DEFAULT_OPTIONS */ .lp.onFailure)
        flags.push(`--on-failure ${onFailure}`);
    if (schedule.kind === 'none')
        flags.push('--no-schedule');
    if (schedule.kind === 'cron')
        flags.push(`--cron '${schedule.cron}'`);
    if (deadlineMinutes !== _compile_options_js__WEBPACK_IMPORTED_MODULE_0__/* .DEFAULT_OPTIONS */ .lp.deadlineMinutes)
        flags.push(`--deadline-minutes ${deadlineMinutes}`);
    if (agentSecrets.join() !== _compile_options_js__WEBPACK_IMPORTED_MODULE_0__/* .DEFAULT_OPTIONS */ .lp.agentSecrets.join()) {
        flags.push(`--agent-secrets ${agentSecrets.length === 0 ? 'none' : agentSecrets.join(',')}`);
    }
    if (tokenSecret !== null)
        flags.push(`--token-secret ${tokenSecret}`);
    return flags;
}
/** The lines above a compiled workflow, without `#`. */
function generatedHeader(workflow, options, hasAgents) {
    const command = ['workflow-runner compile', workflow.name, ...optionFlags(options)].join(' ');
    const secrets = hasAgents ? options.agentSecrets : [];
    const token = options.tokenSecret === null ? [] : [`${options.tokenSecret} (a token that starts checks; optional)`];
    const needs = [...secrets.map((name) => `${name} (for agents)`), ...token];
    return [
        `Generated by ${command}; do not edit`,
        `Change .claude/workflows/${workflow.name}.yaml and run that command again; with --check it only says whether this file is current.`,
        `Secrets: ${needs.length === 0 ? 'none' : needs.join(', ')}.`,
        'Settings > Actions > General: "Allow GitHub Actions to create and approve pull requests".',
    ];
}
/** What a file says about its making: the options; `foreign` when `compile` did not make it for that workflow. */
function readGeneratedHeader(text, workflow) {
    const found = FIRST_LINE.exec(text.split('\n', 1)[0] ?? '');
    if (found?.[1] !== workflow)
        return (0,_base_result_js__WEBPACK_IMPORTED_MODULE_1__/* .err */ ._)('foreign');
    const words = found[2]?.match(/'[^']*'|[^\s']+/g) ?? [];
    let options = _compile_options_js__WEBPACK_IMPORTED_MODULE_0__/* .DEFAULT_OPTIONS */ .lp;
    for (let at = 0; at < words.length; at += 1) {
        const flag = words[at] ?? '';
        const argument = flag === '--no-schedule' ? '' : (words[(at += 1)] ?? '').replace(/^'|'$/g, '');
        const changed = optionOf(flag, argument);
        if (changed === null)
            return (0,_base_result_js__WEBPACK_IMPORTED_MODULE_1__/* .err */ ._)('foreign');
        options = { ...options, ...changed };
    }
    return (0,_base_result_js__WEBPACK_IMPORTED_MODULE_1__.ok)(options);
}
/** One flag with its argument as an option; null when it is none, or the argument does not fit. */
function optionOf(flag, argument) {
    switch (flag) {
        case '--action':
            return (0,_compile_options_js__WEBPACK_IMPORTED_MODULE_0__/* .isAction */ .ve)(argument) ? { action: argument } : null;
        case '--publish':
            return argument === 'pull-request' || argument === 'push' ? { publish: argument } : null;
        case '--on-failure':
            return argument === 'keep' || argument === 'revert' ? { onFailure: argument } : null;
        case '--no-schedule':
            return { schedule: { kind: 'none' } };
        case '--cron':
            if (argument === 'weekly')
                return { schedule: { kind: 'weekly' } };
            return (0,_compile_options_js__WEBPACK_IMPORTED_MODULE_0__/* .isCron */ .dS)(argument) ? { schedule: { kind: 'cron', cron: argument } } : null;
        case '--deadline-minutes':
            return /^[1-9]\d{1,3}$/.test(argument) ? { deadlineMinutes: Number(argument) } : null;
        case '--agent-secrets': {
            const names = argument === 'none' ? [] : argument.split(',');
            return names.every(_compile_options_js__WEBPACK_IMPORTED_MODULE_0__/* .isSecretName */ .eh) ? { agentSecrets: names } : null;
        }
        case '--token-secret':
            if (argument === 'none')
                return { tokenSecret: null };
            return (0,_compile_options_js__WEBPACK_IMPORTED_MODULE_0__/* .isSecretName */ .eh)(argument) ? { tokenSecret: argument } : null;
        default:
            return null;
    }
}


/***/ }),

/***/ 4822:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $x: () => (/* binding */ PINS),
/* harmony export */   V2: () => (/* binding */ pinnedVersion),
/* harmony export */   dp: () => (/* binding */ pinned)
/* harmony export */ });
/** Read from the tags of the repositories in November 2026; `.github/dependabot.yml` keeps our own workflows current. */
const PINS = {
    checkout: { name: 'actions/checkout', sha: '3d3c42e5aac5ba805825da76410c181273ba90b1', version: 'v7.0.1' },
    setupNode: { name: 'actions/setup-node', sha: '820762786026740c76f36085b0efc47a31fe5020', version: 'v7.0.0' },
    nixInstaller: {
        name: 'DeterminateSystems/nix-installer-action',
        sha: 'ef8a148080ab6020fd15196c2084a2eea5ff2d25',
        version: 'v22',
    },
    /** A release sets this to its own commit. */
    workflowRunner: {
        name: 'workflow-runner/workflow-runner',
        sha: '057c4a9ee589e6b25b3a2341d7b45ae91bf19c91',
        version: 'v0.1.0',
    },
};
/** `owner/repository@sha`, the value of `uses:`. */
const pinned = ({ name, sha }) => `${name}@${sha}`;
/** The version comment for a value of `uses:`; null when it is none of `PINS`. */
function pinnedVersion(uses) {
    return Object.values(PINS).find((pin) => pinned(pin) === uses)?.version ?? null;
}


/***/ }),

/***/ 3654:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ appendFully)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);

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

/***/ 9497:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Yw: () => (/* binding */ syncFolder),
/* harmony export */   Zf: () => (/* binding */ writeFileAtomic),
/* harmony export */   tW: () => (/* binding */ writeProjection)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var _base_result_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5256);
/* harmony import */ var _append_fully_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3654);
/* harmony import */ var _trouble_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4232);






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

/***/ 1872:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ matchWorkflow),
/* harmony export */   t: () => (/* binding */ planWorkflow)
/* harmony export */ });
/* harmony import */ var _base_diagnostic_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4942);
/* harmony import */ var _base_result_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5256);
/* harmony import */ var _base_closest_name_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4876);



/** Above this a few small files could expand to more steps than any machine runs. */
const MAX_STEPS = 100_000;
/**
 * Expands a workflow into its plan. Errors: a nested workflow that does not exist, nests itself (the whole circle is
 * named), or grows past 100,000 steps; all of them together, each at the step that asks for it.
 */
function planWorkflow(workflow, library) {
    const planner = new Planner(library);
    const root = planner.root(workflow);
    if (planner.diagnostics.length > 0)
        return (0,_base_result_js__WEBPACK_IMPORTED_MODULE_1__/* .err */ ._)((0,_base_diagnostic_js__WEBPACK_IMPORTED_MODULE_2__/* .sortDiagnostics */ .D)(planner.diagnostics));
    return (0,_base_result_js__WEBPACK_IMPORTED_MODULE_1__.ok)({
        workflow: workflow.name,
        version: workflow.version,
        description: workflow.description,
        root,
        steps: planner.steps,
        groups: planner.groups,
        stepsById: new Map(planner.steps.map((step) => [step.id, step])),
        prerequisites: planner.prerequisites,
        validation: workflow.validation,
        onSuccess: workflow.onSuccess,
        onFailure: workflow.onFailure,
        timeoutMs: workflow.timeoutMs,
        budgetUsd: workflow.budgetUsd,
        files: [...planner.files],
    });
}
class Planner {
    steps = [];
    groups = new Map();
    prerequisites = [];
    diagnostics = [];
    files = new Set();
    #library;
    /** Workflows met so far in file order: a prerequisite `<name>-complete` holds when that workflow runs earlier in this plan. */
    #expanded = new Set();
    #full = false;
    constructor(library) {
        this.#library = library;
    }
    root(workflow) {
        const children = [];
        const root = {
            node: 'group',
            kind: 'workflow',
            path: '',
            name: workflow.name,
            type: 'sequential',
            maxConcurrent: 1,
            condition: null,
            children,
            validation: [],
            continueOnError: false,
            parent: null,
        };
        this.groups.set('', root);
        this.#enter(workflow);
        const inherited = { retry: null, timeoutMs: null, writes: null };
        for (const phase of workflow.phases) {
            children.push(this.#phase(phase, { parent: root, prefix: '', chain: [workflow.name], inherited }));
        }
        return root;
    }
    #enter(workflow) {
        this.files.add(workflow.location.file);
        for (const prerequisite of workflow.prerequisites) {
            const wanted = prerequisite.text.replace(/-complete$/, '');
            const runsHere = prerequisite.text.endsWith('-complete') && matchWorkflow(wanted, [...this.#expanded]) !== null;
            if (!runsHere)
                this.prerequisites.push({ ...prerequisite, workflow: workflow.name });
        }
    }
    #phase(phase, at) {
        const children = [];
        const group = {
            node: 'group',
            kind: 'phase',
            path: at.prefix + phase.name,
            name: phase.name,
            type: phase.type,
            maxConcurrent: phase.maxConcurrent,
            condition: scoped(phase.condition, at.prefix),
            children,
            validation: phase.validation,
            continueOnError: false,
            parent: at.parent,
        };
        this.groups.set(group.path, group);
        this.#children(phase.steps, children, { ...at, parent: group });
        return group;
    }
    #children(steps, into, at) {
        for (const step of steps) {
            if (this.#full)
                return;
            const node = step.kind === 'workflow' ? this.#nested(step, at) : this.#step(step, at);
            if (node !== null)
                into.push(node);
        }
    }
    #step(step, at) {
        if (this.steps.length >= MAX_STEPS) {
            this.#full = true;
            this.#report(step, {
                code: 'too-many-steps',
                message: `the plan has more than ${MAX_STEPS} steps`,
                help: 'nest fewer workflows in each other',
            });
            return null;
        }
        const planned = {
            node: 'step',
            number: this.steps.length + 1,
            id: at.prefix + step.id,
            name: step.kind === 'agent' ? step.task : step.id,
            action: {
                ...step,
                retry: step.retry ?? at.inherited.retry,
                timeoutMs: step.timeoutMs ?? at.inherited.timeoutMs,
                writes: step.writes ?? at.inherited.writes,
            },
            condition: scoped(step.condition, at.prefix),
            parent: at.parent,
        };
        this.steps.push(planned);
        return planned;
    }
    #nested(step, at) {
        const start = at.chain.indexOf(step.workflow);
        if (start >= 0) {
            const circle = [...at.chain.slice(start), step.workflow].join(' -> ');
            this.#report(step, {
                code: 'workflow-cycle',
                message: `workflow '${step.workflow}' runs itself: ${circle}`,
                help: 'remove one of these steps',
            });
            return null;
        }
        const workflow = this.#library.get(step.workflow);
        if (workflow === undefined) {
            const near = (0,_base_closest_name_js__WEBPACK_IMPORTED_MODULE_0__/* .closestName */ .N)(step.workflow, this.#library.names);
            const help = near === null ? `expected a file .claude/workflows/${step.workflow}.yaml` : `did you mean '${near}'?`;
            this.#report(step, { code: 'unknown-workflow', message: `there is no valid workflow '${step.workflow}'`, help });
            return null;
        }
        this.#enter(workflow);
        const group = this.#nestedGroup(step, workflow, at);
        this.#expanded.add(workflow.name);
        return group;
    }
    /** A nested workflow of one phase is that phase: a level with one child would only pass things on. */
    #nestedGroup(step, workflow, at) {
        const only = workflow.type === 'hybrid' ? null : workflow.phases[0];
        const children = [];
        const path = at.prefix + step.id;
        const group = {
            node: 'group',
            kind: 'workflow',
            path,
            name: step.id,
            type: only?.type ?? 'sequential',
            maxConcurrent: only?.maxConcurrent ?? 1,
            condition: scoped(step.condition, at.prefix),
            children,
            validation: [...(only?.validation ?? []), ...workflow.validation, ...step.validation],
            continueOnError: step.continueOnError,
            parent: at.parent,
        };
        this.groups.set(path, group);
        const inside = {
            parent: group,
            prefix: `${path}/`,
            chain: [...at.chain, workflow.name],
            inherited: {
                retry: step.retry ?? at.inherited.retry,
                timeoutMs: step.timeoutMs ?? at.inherited.timeoutMs,
                writes: step.writes ?? at.inherited.writes,
            },
        };
        if (only)
            this.#children(only.steps, children, inside);
        else
            for (const phase of workflow.phases)
                children.push(this.#phase(phase, inside));
        return group;
    }
    #report(step, finding) {
        this.diagnostics.push({ severity: 'error', location: step.location, ...finding });
    }
}
function scoped(condition, prefix) {
    return condition === null ? null : { condition, prefix };
}
/** The workflow of that name, else the only one whose name starts with it and a hyphen; null when none or several do. */
function matchWorkflow(wanted, names) {
    if (names.includes(wanted))
        return wanted;
    const starting = names.filter((name) => name.startsWith(`${wanted}-`));
    return starting.length === 1 ? (starting[0] ?? null) : null;
}


/***/ }),

/***/ 6689:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ builtInSkillNames)
/* harmony export */ });
/**
 * The names of all built-in skills, in the order in which they are shown. A list beside `registry.ts`, so that knowing which
 * skills there are does not load them: that would be a fifth of what every start of the program costs.
 */
const builtInSkillNames = new Set([
    'default-nix-create',
    'flake-validate',
    'module-validate',
]);


/***/ }),

/***/ 252:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* export default binding */ __WEBPACK_DEFAULT_EXPORT__)
/* harmony export */ });
/* harmony import */ var _core_util_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4723);

const error = () => {
    const Sizable = {
        string: { unit: "characters", verb: "to have" },
        file: { unit: "bytes", verb: "to have" },
        array: { unit: "items", verb: "to have" },
        set: { unit: "items", verb: "to have" },
        map: { unit: "entries", verb: "to have" },
    };
    function getSizing(origin) {
        return Sizable[origin] ?? null;
    }
    const FormatDictionary = {
        regex: "input",
        email: "email address",
        url: "URL",
        emoji: "emoji",
        uuid: "UUID",
        uuidv4: "UUIDv4",
        uuidv6: "UUIDv6",
        nanoid: "nanoid",
        guid: "GUID",
        cuid: "cuid",
        cuid2: "cuid2",
        ulid: "ULID",
        xid: "XID",
        ksuid: "KSUID",
        datetime: "ISO datetime",
        date: "ISO date",
        time: "ISO time",
        duration: "ISO duration",
        ipv4: "IPv4 address",
        ipv6: "IPv6 address",
        mac: "MAC address",
        cidrv4: "IPv4 range",
        cidrv6: "IPv6 range",
        base64: "base64-encoded string",
        base64url: "base64url-encoded string",
        json_string: "JSON string",
        e164: "E.164 number",
        currency_code: "currency code",
        credit_card: "credit card number",
        iban: "IBAN",
        jwt: "JWT",
        template_literal: "input",
    };
    // type names: missing keys = do not translate (use raw value via ?? fallback)
    const TypeDictionary = {
        // Compatibility: "nan" -> "NaN" for display
        nan: "NaN",
        // All other type names omitted - they fall back to raw values via ?? operator
    };
    function getTypeName(type, input) {
        if (type === "number" && typeof input === "number" && !Number.isFinite(input)) {
            return String(input);
        }
        return TypeDictionary[type] ?? type;
    }
    return (issue) => {
        switch (issue.code) {
            case "invalid_type": {
                const expected = getTypeName(issue.expected);
                const receivedType = _core_util_js__WEBPACK_IMPORTED_MODULE_0__/* .parsedType */ .GW(issue.input);
                const received = getTypeName(receivedType, issue.input);
                return `Invalid input: expected ${expected}, received ${received}`;
            }
            case "invalid_value":
                if (issue.values.length === 1)
                    return `Invalid input: expected ${_core_util_js__WEBPACK_IMPORTED_MODULE_0__/* .stringifyPrimitive */ .B7(issue.values[0])}`;
                return `Invalid option: expected one of ${_core_util_js__WEBPACK_IMPORTED_MODULE_0__/* .joinValues */ .jw(issue.values, "|")}`;
            case "too_big": {
                const adj = issue.exact ? "exactly " : issue.inclusive ? "<=" : "<";
                const sizing = getSizing(issue.origin);
                if (sizing)
                    return `Too big: expected ${issue.origin ?? "value"} to have ${adj}${issue.maximum.toString()} ${sizing.unit ?? "elements"}`;
                return `Too big: expected ${issue.origin ?? "value"} to be ${adj}${issue.maximum.toString()}`;
            }
            case "too_small": {
                const adj = issue.exact ? "exactly " : issue.inclusive ? ">=" : ">";
                const sizing = getSizing(issue.origin);
                if (sizing) {
                    return `Too small: expected ${issue.origin} to have ${adj}${issue.minimum.toString()} ${sizing.unit}`;
                }
                return `Too small: expected ${issue.origin} to be ${adj}${issue.minimum.toString()}`;
            }
            case "invalid_format": {
                const _issue = issue;
                if (_issue.format === "starts_with") {
                    return `Invalid string: must start with "${_issue.prefix}"`;
                }
                if (_issue.format === "ends_with")
                    return `Invalid string: must end with "${_issue.suffix}"`;
                if (_issue.format === "includes")
                    return `Invalid string: must include "${_issue.includes}"`;
                if (_issue.format === "regex")
                    return `Invalid string: must match pattern ${_issue.pattern}`;
                return `Invalid ${FormatDictionary[_issue.format] ?? issue.format}`;
            }
            case "not_multiple_of":
                return `Invalid number: must be a multiple of ${issue.divisor}`;
            case "unrecognized_keys":
                return `Unrecognized key${issue.keys.length > 1 ? "s" : ""}: ${_core_util_js__WEBPACK_IMPORTED_MODULE_0__/* .joinValues */ .jw(issue.keys, ", ")}`;
            case "invalid_key":
                return `Invalid key in ${issue.origin}`;
            case "invalid_union":
                if (issue.options && Array.isArray(issue.options) && issue.options.length > 0) {
                    const opts = issue.options.map((o) => `'${o}'`).join(" | ");
                    return `Invalid discriminator value. Expected ${opts}`;
                }
                if (issue.inclusive === false) {
                    return "Invalid input: more than one option matched";
                }
                return "Invalid input";
            case "invalid_element":
                return `Invalid value in ${issue.origin}`;
            default:
                return `Invalid input`;
        }
    };
};
/* harmony default export */ function __WEBPACK_DEFAULT_EXPORT__() {
    return {
        localeError: error(),
    };
}


/***/ })

};
