export const id = 58;
export const ids = [58];
export const modules = {

/***/ 93106:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  g: () => (/* binding */ findBackend)
});

// EXTERNAL MODULE: ./.cache/build/lib/base/result.js
var result = __webpack_require__(45256);
// EXTERNAL MODULE: ./node_modules/zod/v4/mini/schemas.js
var schemas = __webpack_require__(94343);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/api.js
var api = __webpack_require__(43759);
// EXTERNAL MODULE: ./node_modules/zod/v4/locales/en.js
var en = __webpack_require__(30252);
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
    return (0,result.ok)({ status, summary, followUps, costUsd, tokens });
}
const invalid = (detail) => (0,result/* err */._)({ reason: 'agent-result-invalid', detail });

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
        return (0,result.ok)(commandBackend(executable));
    return (0,result/* err */._)({ reason: 'agent-backend-missing', backend: name, help: HELP });
}


/***/ }),

/***/ 19885:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Yq: () => (/* binding */ loadPlan),
  uR: () => (/* binding */ loadPlanFrom)
});

// UNUSED EXPORTS: unknownWorkflow

// EXTERNAL MODULE: ./.cache/build/lib/base/diagnostic.js
var diagnostic = __webpack_require__(94942);
// EXTERNAL MODULE: ./.cache/build/lib/base/closest-name.js
var closest_name = __webpack_require__(94876);
// EXTERNAL MODULE: ./.cache/build/lib/base/result.js
var result = __webpack_require__(45256);
// EXTERNAL MODULE: ./.cache/build/lib/plan/plan-workflow.js
var plan_workflow = __webpack_require__(51872);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(38815);
// EXTERNAL MODULE: ./node_modules/zod/v4/mini/schemas.js
var schemas = __webpack_require__(94343);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/api.js
var api = __webpack_require__(43759);
// EXTERNAL MODULE: ./node_modules/zod/v4/locales/en.js
var en = __webpack_require__(30252);
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
var built_in_names = __webpack_require__(66689);
// EXTERNAL MODULE: ./.cache/build/lib/commands/workflow-folder.js + 1 modules
var workflow_folder = __webpack_require__(37518);
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

/***/ 845:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ openCheckout),
/* harmony export */   Z: () => (/* binding */ prepareRun)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _base_result_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(45256);
/* harmony import */ var _git_repository_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(46018);
/* harmony import */ var _report_timestamp_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(50450);
/* harmony import */ var _runner_cache_folder_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(26201);
/* harmony import */ var _runner_run_files_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(95653);
/* harmony import */ var _load_workflows_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(19885);
/* harmony import */ var _run_choices_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(40494);
/* harmony import */ var _run_tools_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(81273);
/* harmony import */ var _world_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(99974);










/** Finds the checkout, the workflow and what the flags name in it. Nothing is written, no lock is taken. */
async function prepareRun(name, flags, world) {
    const opened = await openCheckout(flags, world);
    if (!opened.ok)
        return (0,_base_result_js__WEBPACK_IMPORTED_MODULE_8__/* .err */ ._)({ ...opened.error, diagnostics: [] });
    const { git, repository } = opened.value;
    const loaded = await (0,_load_workflows_js__WEBPACK_IMPORTED_MODULE_4__/* .loadPlan */ .Yq)(repository.root, name);
    if (!loaded.ok)
        return (0,_base_result_js__WEBPACK_IMPORTED_MODULE_8__/* .err */ ._)(unloaded(name, loaded.error));
    world.console.warn(loaded.value.warnings);
    const planned = (0,_run_choices_js__WEBPACK_IMPORTED_MODULE_5__/* .planChoices */ .Y)(flags, loaded.value.plan, world.cwd);
    if (!planned.ok)
        return (0,_base_result_js__WEBPACK_IMPORTED_MODULE_8__/* .err */ ._)({ ...planned.error, diagnostics: [] });
    const files = (0,_runner_run_files_js__WEBPACK_IMPORTED_MODULE_3__/* .runFiles */ .N)(repository.root, name);
    const cacheDir = (0,_runner_cache_folder_js__WEBPACK_IMPORTED_MODULE_2__/* .cacheFolder */ .n)(repository.commonDir, world.env);
    const runId = `${(0,_report_timestamp_js__WEBPACK_IMPORTED_MODULE_9__/* .timestamp */ .v)(world.now()).replace(/[-:]/g, '')}-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(3).toString('hex')}`;
    return (0,_base_result_js__WEBPACK_IMPORTED_MODULE_8__.ok)({ ...planned.value, name, flags, git, repository, loaded: loaded.value, files, cacheDir, runId });
}
/** A workflow that does not exist is one line; one that is wrong is shown with every place. */
function unloaded(name, diagnostics) {
    const [first] = diagnostics;
    if (first?.code === 'unknown-workflow' && first.location.line === undefined) {
        const { code, message, help = '' } = first;
        return { code, message, help, exitCode: _world_js__WEBPACK_IMPORTED_MODULE_7__/* .EXIT */ .d.invalid, diagnostics: [] };
    }
    const code = first?.code ?? 'invalid-definition';
    return { code, message: `workflow '${name}' cannot run`, help: '', exitCode: _world_js__WEBPACK_IMPORTED_MODULE_7__/* .EXIT */ .d.invalid, diagnostics };
}
/** The git and the repository that a command works with. */
async function openCheckout(flags, world) {
    const git = (0,_run_tools_js__WEBPACK_IMPORTED_MODULE_6__/* .findGit */ .Ct)(world);
    if (!git.ok)
        return git;
    const repository = await (0,_git_repository_js__WEBPACK_IMPORTED_MODULE_1__/* .openRepository */ .h_)(flags.repo ?? world.cwd, git.value);
    return repository.ok ? (0,_base_result_js__WEBPACK_IMPORTED_MODULE_8__.ok)({ git: git.value, repository: repository.value }) : repository;
}


/***/ }),

/***/ 40494:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gl: () => (/* binding */ backendProblem),
/* harmony export */   Y: () => (/* binding */ planChoices),
/* harmony export */   ks: () => (/* binding */ contractProblem)
/* harmony export */ });
/* unused harmony export findStep */
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _base_closest_name_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(94876);
/* harmony import */ var _base_result_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(45256);
/* harmony import */ var _agents_registry_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(93106);
/* harmony import */ var _process_environment_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(97500);





/** Looks up what the flags name. The problem says what there is. */
function planChoices(flags, plan, cwd) {
    const phase = flags.phase ?? null;
    const phases = plan.root.children.flatMap((child) => (child.node === 'group' ? [child.name] : []));
    if (phase !== null && !phases.includes(phase))
        return (0,_base_result_js__WEBPACK_IMPORTED_MODULE_4__/* .err */ ._)(unknown('phase', phase, { names: phases }));
    const skip = [];
    for (const wanted of flags.skipSteps) {
        const step = findStep(wanted, plan);
        if (step === null && !plan.groups.has(wanted))
            return (0,_base_result_js__WEBPACK_IMPORTED_MODULE_4__/* .err */ ._)(unknownStep(wanted, plan));
        skip.push(step?.id ?? wanted);
    }
    const rollbackTo = flags.rollbackTo === undefined ? null : findStep(flags.rollbackTo, plan);
    if (flags.rollbackTo !== undefined && rollbackTo === null)
        return (0,_base_result_js__WEBPACK_IMPORTED_MODULE_4__/* .err */ ._)(unknownStep(flags.rollbackTo, plan));
    const { land = null, maxConcurrent = null, budgetUsd = null } = flags;
    const agentBackend = flags.agentBackend === undefined ? null : absoluteBackend(flags.agentBackend, cwd);
    const job = jobOf(flags, plan);
    if (!job.ok)
        return job;
    return (0,_base_result_js__WEBPACK_IMPORTED_MODULE_4__.ok)({ choices: { land, phase, skip, maxConcurrent, budgetUsd, agentBackend, ...job.value }, rollbackTo });
}
/** The child of the chosen phase that this job runs, by its id or number; nothing when no job was asked for. */
function jobOf({ job, phase }, plan) {
    if (job === undefined || job.step === null)
        return (0,_base_result_js__WEBPACK_IMPORTED_MODULE_4__.ok)(job === undefined ? {} : { job: { step: null } });
    const group = plan.root.children.find((child) => child.node === 'group' && child.name === phase);
    if (group?.node !== 'group' || group.type !== 'parallel') {
        return (0,_base_result_js__WEBPACK_IMPORTED_MODULE_4__/* .err */ ._)({
            code: 'step-without-parallel-phase',
            message: `step '${job.step}' can run in a job of its own only when its phase is parallel`,
            help: 'name a parallel phase, or leave the step out to run the whole phase',
            exitCode: 2,
        });
    }
    const names = group.children.map((child) => (child.node === 'step' ? child.id : child.path));
    const wanted = findStep(job.step, plan)?.id ?? job.step;
    return names.includes(wanted) ? (0,_base_result_js__WEBPACK_IMPORTED_MODULE_4__.ok)({ job: { step: wanted } }) : (0,_base_result_js__WEBPACK_IMPORTED_MODULE_4__/* .err */ ._)(unknown('step', job.step, { names }));
}
/** A step by its number or id; null when there is none. */
function findStep(wanted, plan) {
    return plan.stepsById.get(wanted) ?? (/^\d+$/.test(wanted) ? (plan.steps[Number(wanted) - 1] ?? null) : null);
}
/** `command:./agent` is meant from where the user stands, now and when the run is resumed from elsewhere. */
function absoluteBackend(backend, cwd) {
    const executable = backend.startsWith('command:') ? backend.slice('command:'.length) : '';
    return executable.includes('/') ? `command:${(0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(cwd, executable)}` : backend;
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
    const found = (0,_agents_registry_js__WEBPACK_IMPORTED_MODULE_2__/* .findBackend */ .g)(backend);
    if (!found.ok)
        return found.error.reason === 'agent-backend-missing' ? found.error.help : null;
    const program = backend.slice(backend.indexOf(':') + 1);
    if ((0,_process_environment_js__WEBPACK_IMPORTED_MODULE_3__/* .findProgram */ .Kp)(program, path) !== null)
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
    const near = (0,_base_closest_name_js__WEBPACK_IMPORTED_MODULE_1__/* .closestName */ .N)(wanted, names);
    const list = names.slice(0, 20).join(', ') + (names.length > 20 ? ', …' : '');
    return {
        code: `unknown-${what}`,
        message: `the workflow has no ${what} '${wanted}'`,
        help: `${near === null ? '' : `did you mean '${near}'? `}expected one of: ${list}${more}`,
        exitCode: 2,
    };
}


/***/ }),

/***/ 81273:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $n: () => (/* binding */ cleanerFactory),
/* harmony export */   Cn: () => (/* binding */ stepTools),
/* harmony export */   Ct: () => (/* binding */ findGit),
/* harmony export */   qG: () => (/* binding */ redacting)
/* harmony export */ });
/* harmony import */ var _base_result_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(45256);
/* harmony import */ var _git_git_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34092);
/* harmony import */ var _nix_nix_program_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(49917);
/* harmony import */ var _process_environment_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(97500);
/* harmony import */ var _process_redact_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(13740);
/* harmony import */ var _process_terminal_text_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(21385);






/** Flakes are what the steps are about: a machine whose nix.conf does not say so must not fail them. */
const NIX_CONFIG = 'extra-experimental-features = nix-command flakes\naccept-flake-config = false\n';
/** git, found before anything of the repository ran. */
function findGit({ env, runProcess }) {
    const gitPath = (0,_process_environment_js__WEBPACK_IMPORTED_MODULE_2__/* .findProgram */ .Kp)('git', env['PATH'] ?? '');
    if (gitPath !== null)
        return (0,_base_result_js__WEBPACK_IMPORTED_MODULE_4__.ok)(new _git_git_js__WEBPACK_IMPORTED_MODULE_0__/* .Git */ .T({ runProcess, gitPath, env }));
    return (0,_base_result_js__WEBPACK_IMPORTED_MODULE_4__/* .err */ ._)({ code: 'git-missing', message: 'git is not on PATH', help: 'install git 2.38 or newer', exitCode: 2 });
}
/** What steps may use: programs by absolute path, the environment of their processes, the frozen texts. */
function stepTools(world, loaded, agentBackend) {
    const env = (0,_process_environment_js__WEBPACK_IMPORTED_MODULE_2__/* .childEnvironment */ .Qc)(world.env, { NIX_CONFIG });
    const { PATH: path = '' } = env;
    const nixPath = (0,_process_environment_js__WEBPACK_IMPORTED_MODULE_2__/* .findProgram */ .Kp)('nix', path);
    const search = { runProcess: world.runProcess, env, path: nixPath };
    let nix = null;
    return {
        runProcess: world.runProcess,
        env,
        sh: (0,_process_environment_js__WEBPACK_IMPORTED_MODULE_2__/* .findProgram */ .Kp)('sh', path) ?? '/bin/sh',
        nix: () => (nix ??= (0,_nix_nix_program_js__WEBPACK_IMPORTED_MODULE_1__/* .findNix */ .rv)(search)),
        agentBackend,
        redact: (0,_process_redact_js__WEBPACK_IMPORTED_MODULE_3__/* .createRedactor */ .l)((0,_process_environment_js__WEBPACK_IMPORTED_MODULE_2__/* .secretsOf */ .Fj)(world.env)).redact,
        agentText: (agent) => loaded.agentTexts.get(agent) ?? null,
        skillFile: (skill) => loaded.skillFiles.get(skill) ?? null,
    };
}
/** Makes hostile output safe for logs and terminals, without the secrets of the runner's own environment. */
function cleanerFactory(env) {
    const redactor = (0,_process_redact_js__WEBPACK_IMPORTED_MODULE_3__/* .createRedactor */ .l)((0,_process_environment_js__WEBPACK_IMPORTED_MODULE_2__/* .secretsOf */ .Fj)(env));
    return () => redactor.stream(_process_terminal_text_js__WEBPACK_IMPORTED_MODULE_5__/* .safeTerminalText */ .D);
}
/** Also redacts what is kept of a child's output for messages, which the journal and the documents hold. */
function redacting(runProcess, env) {
    const redactor = (0,_process_redact_js__WEBPACK_IMPORTED_MODULE_3__/* .createRedactor */ .l)((0,_process_environment_js__WEBPACK_IMPORTED_MODULE_2__/* .secretsOf */ .Fj)(env));
    const safe = (text) => redactor.redact((0,_process_terminal_text_js__WEBPACK_IMPORTED_MODULE_5__/* .safeTerminalText */ .D)(text));
    return async (request) => {
        const result = await runProcess(request);
        return { ...result, stderrTail: safe(result.stderrTail), outputTail: safe(result.outputTail) };
    };
}


/***/ }),

/***/ 34092:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ Git)
/* harmony export */ });
/* harmony import */ var _base_result_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45256);

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

/***/ 74369:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K5: () => (/* binding */ splitNul),
/* harmony export */   MX: () => (/* binding */ joinNul),
/* harmony export */   O0: () => (/* binding */ encodePath),
/* harmony export */   q0: () => (/* binding */ decodePath),
/* harmony export */   ur: () => (/* binding */ pathOnDisk)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57975);

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

/***/ 46018:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Xb: () => (/* binding */ dirtyPaths),
/* harmony export */   h_: () => (/* binding */ openRepository),
/* harmony export */   o5: () => (/* binding */ checkoutOf),
/* harmony export */   zy: () => (/* binding */ readHead)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _base_result_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(45256);
/* harmony import */ var _path_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(74369);



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

/***/ 24058:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ prepareJob),
/* harmony export */   d: () => (/* binding */ jobFlags)
/* harmony export */ });
/* harmony import */ var _base_result_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(45256);
/* harmony import */ var _commands_prepare_run_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(845);
/* harmony import */ var _git_repository_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(46018);
/* harmony import */ var _runner_event_trust_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(18129);




/** What a job asks of a run: as on the command line, but nothing of it touches the checkout. */
function jobFlags(inputs) {
    const { phase, step, rollbackTo, agentBackend, maxConcurrent, budgetUsd } = inputs;
    return {
        ...(phase === null ? {} : { phase, job: { step } }),
        dryRun: inputs.dryRun,
        resume: rollbackTo !== null,
        skipSteps: inputs.skipSteps,
        ...(rollbackTo === null ? {} : { rollbackTo }),
        land: 'none',
        allowDirty: false,
        ...(agentBackend === null ? {} : { agentBackend }),
        ...(maxConcurrent === null ? {} : { maxConcurrent }),
        ...(budgetUsd === null ? {} : { budgetUsd }),
        acceptChanges: inputs.acceptChanges,
        repo: null,
    };
}
/** Finds the workflow that the inputs name in the checkout. On a pull request its definitions must be those of the base. */
async function prepareJob(inputs, flags, world) {
    if (inputs.workflow === null)
        return (0,_base_result_js__WEBPACK_IMPORTED_MODULE_2__/* .err */ ._)(wrong('input workflow: it is missing', 'name the workflow NAME of .claude/workflows/NAME.yaml'));
    if (inputs.step !== null && inputs.phase === null)
        return (0,_base_result_js__WEBPACK_IMPORTED_MODULE_2__/* .err */ ._)(wrong(`input step: '${inputs.step}' needs the input phase too`, 'name the parallel phase of the step'));
    const prepared = await (0,_commands_prepare_run_js__WEBPACK_IMPORTED_MODULE_0__/* .prepareRun */ .Z)(inputs.workflow, flags, world);
    if (!prepared.ok)
        return prepared;
    const changed = await changedByPullRequest(prepared.value, world);
    return changed === null ? prepared : (0,_base_result_js__WEBPACK_IMPORTED_MODULE_2__/* .err */ ._)({ ...changed, diagnostics: [] });
}
function wrong(message, help) {
    return { code: 'invalid-input', message, help, exitCode: 2, diagnostics: [] };
}
/** Definitions, agents and skills that a pull request brings are not run before they are merged. */
async function changedByPullRequest({ git, repository, loaded }, world) {
    const pull = (0,_runner_event_trust_js__WEBPACK_IMPORTED_MODULE_3__/* .pullRequestOf */ ._n)(world.facts);
    if (pull === null || !world.facts.eventName.startsWith('pull_request'))
        return null;
    const changed = await changedFiles(git, [pull.baseSha, repository.head, ...Object.keys(loaded.digests)], repository);
    if (changed.ok && changed.value.length === 0)
        return null;
    return {
        code: 'definition-of-pull-request',
        message: changed.ok
            ? `this pull request changes what it would run: ${changed.value.join(', ')}`
            : `the base of this pull request is not in the checkout, so its definitions cannot be compared`,
        help: changed.ok ? 'merge it first; on pull requests use the command validate' : 'check out with fetch-depth: 0',
        exitCode: 2,
    };
}
async function changedFiles(git, [from = '', to = '', ...paths], repository) {
    const answer = await git.run({
        args: ['diff-tree', '-r', '--name-only', from, to, '--', ...paths],
        place: (0,_git_repository_js__WEBPACK_IMPORTED_MODULE_1__/* .checkoutOf */ .o5)(repository),
        cwd: repository.root,
        readOnly: true,
    });
    return answer.ok ? (0,_base_result_js__WEBPACK_IMPORTED_MODULE_2__.ok)(answer.value.text.split('\n').filter((path) => path !== '')) : (0,_base_result_js__WEBPACK_IMPORTED_MODULE_2__/* .err */ ._)(null);
}


/***/ }),

/***/ 18129:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BT: () => (/* binding */ untrustedEvent),
/* harmony export */   Dc: () => (/* binding */ member),
/* harmony export */   IL: () => (/* binding */ privilegedEvent),
/* harmony export */   O0: () => (/* binding */ isPrivilegedEvent),
/* harmony export */   _n: () => (/* binding */ pullRequestOf)
/* harmony export */ });
/** Events that run with the repository's rights on what strangers wrote. */
const PRIVILEGED = [
    'pull_request_target',
    'workflow_run',
    'issue_comment',
    'issues',
    'discussion',
    'discussion_comment',
];
/** Whether a workflow run of that event had the repository's rights although strangers may have caused and fed it. */
const isPrivilegedEvent = (eventName) => PRIVILEGED.includes(eventName);
/** What a `pull_request` event is about; null for other events and payloads without one. */
function pullRequestOf({ event, owner, repo, }) {
    const pull = member(event, 'pull_request');
    const [base, head] = [member(pull, 'base'), member(pull, 'head')];
    const [number, baseSha, baseBranch, headSha] = [
        member(pull, 'number'),
        member(base, 'sha'),
        member(base, 'ref'),
        member(head, 'sha'),
    ];
    const isThere = typeof number === 'number' && typeof baseSha === 'string' && typeof baseBranch === 'string';
    if (!isThere || typeof headSha !== 'string')
        return null;
    const from = member(member(head, 'repo'), 'full_name');
    return { number, baseSha, baseBranch, headSha, fromFork: from !== `${owner}/${repo}` };
}
/** Why nothing of the repository is executed or evaluated for this event; null when it may be. */
function privilegedEvent({ eventName }) {
    if (!isPrivilegedEvent(eventName))
        return null;
    return {
        code: 'untrusted-event',
        message: `nothing is run on ${eventName}: it has the rights of this repository, and strangers can cause it`,
        help: 'run workflows on workflow_dispatch, schedule or push; on pull_request use the command validate',
        exitCode: 2,
    };
}
/** Why steps must not run for this event; null when they may. Steps of a workflow run with what the job may reach. */
function untrustedEvent(facts) {
    const privileged = privilegedEvent(facts);
    if (privileged !== null)
        return privileged;
    if (!facts.eventName.startsWith('pull_request'))
        return null;
    const pull = pullRequestOf(facts);
    if (pull !== null && !pull.fromFork)
        return null;
    return {
        code: 'untrusted-event',
        message: 'steps are not run for a pull request from a fork',
        help: 'run workflows on workflow_dispatch, schedule or push; on pull requests use the command validate',
        exitCode: 2,
    };
}
/** A member of a JSON value; undefined when there is none. */
function member(value, name) {
    return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
        ? value[name]
        : undefined;
}


/***/ }),

/***/ 49917:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   mU: () => (/* binding */ nixMissing),
/* harmony export */   rv: () => (/* binding */ findNix),
/* harmony export */   ul: () => (/* binding */ NIX_HELP)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48161);
/* harmony import */ var _base_result_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(45256);



/** What to say when there is no Nix. */
const NIX_HELP = 'Install Nix: on Debian or Ubuntu `sudo apt-get install nix-bin`, elsewhere see https://nixos.org/download';
/** The oldest version with flakes as they are today (`nix flake lock`, `--apply`, JSON logs). */
const OLDEST = [2, 4];
/**
 * Options for every call. `nixConfig` of the flake is never accepted: the repository could switch off the sandbox or name
 * its own substituters. The lock file is never written: `nix flake check` would write it and add it to the index. No
 * registry: `nix` would go to the network for a name.
 */
const BASE_OPTIONS = [
    '--extra-experimental-features',
    'nix-command flakes',
    '--option',
    'accept-flake-config',
    'false',
    '--option',
    'flake-registry',
    '',
];
/** Asks Nix its version and settings (a few short calls, about 50 ms), and settles the options of every later call. */
async function findNix(search) {
    const { path } = search;
    if (path === null)
        return (0,_base_result_js__WEBPACK_IMPORTED_MODULE_2__/* .err */ ._)(nixMissing(NIX_HELP));
    const version = await askVersion(search, path);
    if (version === null)
        return (0,_base_result_js__WEBPACK_IMPORTED_MODULE_2__/* .err */ ._)(nixMissing(`\`${path} --version\` does not answer like Nix. ${NIX_HELP}`));
    if (isOlder(version))
        return (0,_base_result_js__WEBPACK_IMPORTED_MODULE_2__/* .err */ ._)(nixMissing(`${path} is Nix ${version}; ${OLDEST.join('.')} or newer is needed. ${NIX_HELP}`));
    return (0,_base_result_js__WEBPACK_IMPORTED_MODULE_2__.ok)({ path, version, options: [...BASE_OPTIONS, ...(await localStoreOptions(search, { path, version }))] });
}
/** The failure of a step that needs Nix where there is none. */
function nixMissing(help = NIX_HELP) {
    return { reason: 'program-missing', program: 'nix', help };
}
async function askVersion(search, path) {
    const { end, stdout } = await search.runProcess({
        argv: [path, '--version'],
        cwd: '/',
        env: search.env,
        timeoutMs: 10_000,
    });
    return end === 'exited' ? (/\b(\d+\.\d+[\w.+-]*)\s*$/.exec(stdout.toString('utf8').trim())?.[1] ?? null) : null;
}
function isOlder(version) {
    const [major = 0, minor = 0] = version.split('.').map((part) => Number.parseInt(part, 10));
    return major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1]);
}
/**
 * Options for a store that this process writes itself, without a daemon. With a daemon its own settings hold, and a user
 * who is not trusted may not change them. Measured on Debian 12, Nix 2.8, root, package nix-bin alone:
 * - there is no group `nixbld`, and every build fails unless `build-users-group` is empty;
 * - `sandbox = true` works, but Debian builds Nix without a sandbox shell, so a builder `/bin/sh` (which Nix elsewhere
 *   promises to be there) is missing: the machine's own shell and its libraries are shown to the sandbox instead.
 * Where the kernel forbids namespaces, Nix falls back to no sandbox by itself (`sandbox-fallback`).
 */
async function localStoreOptions(search, nix) {
    if (!ownsStore(search.env))
        return [];
    const settings = await askSettings(search, nix);
    const options = [];
    const group = settings['build-users-group'];
    if ((0,node_os__WEBPACK_IMPORTED_MODULE_1__.userInfo)().uid === 0 && typeof group === 'string' && group !== '' && !groupExists(group)) {
        options.push('--option', 'build-users-group', '');
    }
    if ((0,node_os__WEBPACK_IMPORTED_MODULE_1__.platform)() !== 'linux')
        return options;
    options.push('--option', 'sandbox', 'true');
    if (!paths(settings['sandbox-paths']).some((path) => path === '/bin/sh' || path.startsWith('/bin/sh='))) {
        options.push('--option', 'extra-sandbox-paths', (await shellPaths(search)).join(' '));
    }
    return options;
}
/** Whether this process writes the store itself (no daemon). */
function ownsStore(env) {
    const remote = env['NIX_REMOTE'] ?? '';
    if (remote !== '' && remote !== 'auto')
        return remote === 'local';
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.accessSync)(env['NIX_STATE_DIR'] ?? '/nix/var/nix', node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.W_OK);
        return true;
    }
    catch {
        return false;
    }
}
async function askSettings(search, nix) {
    // `show-config` became `config show` in 2.20; each knows only its own name for sure
    for (const command of [['show-config'], ['config', 'show']]) {
        const { exitCode, stdout } = await search.runProcess({
            argv: [nix.path, ...BASE_OPTIONS, ...command, '--json'],
            cwd: '/',
            env: search.env,
            timeoutMs: 10_000,
        });
        if (exitCode === 0)
            return settingValues(stdout.toString('utf8'));
    }
    return {};
}
function settingValues(json) {
    try {
        const settings = JSON.parse(json);
        return Object.fromEntries(Object.entries(settings).map(([name, setting]) => [name, setting?.value]));
    }
    catch {
        return {};
    }
}
function paths(value) {
    if (typeof value === 'string')
        return value.split(/\s+/);
    return Array.isArray(value) ? value.filter((path) => typeof path === 'string') : [];
}
/** `/bin/sh` as a sandbox path, with the libraries that `ldd` names for it. */
async function shellPaths({ runProcess, env }) {
    const shell = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)('/bin/sh');
    const { stdout } = await runProcess({ argv: ['ldd', shell], cwd: '/', env, timeoutMs: 10_000 });
    const libraries = [...stdout.toString('utf8').matchAll(/(?:=>\s+|^\s*)(\/\S+)\s+\(0x/gm)].flatMap((match) => match[1] ?? []);
    return [`/bin/sh=${shell}`, ...libraries];
}
function groupExists(name) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)('/etc/group', 'utf8')
            .split('\n')
            .some((line) => line.startsWith(`${name}:`));
    }
    catch {
        return false;
    }
}


/***/ }),

/***/ 51872:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ matchWorkflow),
/* harmony export */   t: () => (/* binding */ planWorkflow)
/* harmony export */ });
/* harmony import */ var _base_diagnostic_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(94942);
/* harmony import */ var _base_result_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(45256);
/* harmony import */ var _base_closest_name_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(94876);



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

/***/ 26201:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ cacheFolder)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(48161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(76760);




/**
 * Where a repository's workspaces are: `$XDG_CACHE_HOME` (default `~/.cache`) `/workflow-runner/<name>-<hash>`; below the
 * system's folder for temporary files when there is no home that can be written. Nothing in it is needed for a resume.
 * `commonDir` is the repository's git directory, the same for all its worktrees. The folder exists afterwards.
 */
function cacheFolder(commonDir, env) {
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(commonDir).digest('hex').slice(0, 12);
    const name = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.basename)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.dirname)(commonDir))
        .replace(/[^A-Za-z0-9_-]+/g, '-')
        .slice(0, 40);
    for (const parent of parents(env)) {
        const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(parent, 'workflow-runner', `${name}-${hash}`);
        if (canMake(folder))
            return folder;
    }
    const own = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)((0,node_os__WEBPACK_IMPORTED_MODULE_2__.tmpdir)(), `workflow-runner-${(0,node_os__WEBPACK_IMPORTED_MODULE_2__.userInfo)().uid}`, `${name}-${hash}`);
    (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.mkdirSync)(own, { recursive: true, mode: 0o700 });
    return own;
}
function parents(env) {
    const { XDG_CACHE_HOME: cache, HOME: home } = env;
    const wanted = [cache, home === undefined ? undefined : (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(home, '.cache')];
    return wanted.filter((folder) => folder !== undefined && (0,node_path__WEBPACK_IMPORTED_MODULE_3__.isAbsolute)(folder));
}
/** Level by level: the recursive mkdir of Node 20 never returns below /proc, where making a folder is 'not found'. */
function makeFolders(folder) {
    if ((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.existsSync)(folder))
        return;
    makeFolders((0,node_path__WEBPACK_IMPORTED_MODULE_3__.dirname)(folder));
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.mkdirSync)(folder, { mode: 0o700 });
    }
    catch (error) {
        // Another run may have made it in between.
        if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_1__.existsSync)(folder))
            throw error;
    }
}
function canMake(folder) {
    try {
        makeFolders(folder);
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.accessSync)(folder, node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.W_OK | node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.X_OK);
        return true;
    }
    catch {
        return false;
    }
}


/***/ }),

/***/ 66689:
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


/***/ })

};
