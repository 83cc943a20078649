export const id = 109;
export const ids = [109];
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

/***/ 21189:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  t: () => (/* reexport */ createBundle),
  i: () => (/* reexport */ importBundle)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./.cache/build/lib/base/result.js
var result = __webpack_require__(45256);
// EXTERNAL MODULE: ./.cache/build/lib/git/present-commit.js
var present_commit = __webpack_require__(23449);
// EXTERNAL MODULE: ./.cache/build/lib/git/shallow-list.js
var shallow_list = __webpack_require__(30301);
// EXTERNAL MODULE: ./.cache/build/lib/git/trusted-directory.js
var trusted_directory = __webpack_require__(27569);
;// CONCATENATED MODULE: ./.cache/build/lib/git/create-bundle.js






/**
 * Writes all commits that `refs` reach and `base` does not, synced. `empty`: there are none, and no file. In a shallow
 * checkout the commits that it ends at are left out too: they came from the remote, without what they build on.
 */
async function createBundle(git, trusted, bundle) {
    const { repository } = trusted;
    // Names in a bundle are names of real refs: a directory for this bundle alone has these and no others.
    const gitDir = await (0,promises_.mkdtemp)(`${trusted.gitDir}-bundle-`);
    try {
        await (0,trusted_directory/* prepareTrustedDirectory */.ki)(gitDir, repository);
        const place = (0,trusted_directory/* trustedPlace */.pb)(gitDir, repository);
        const written = await write({ git, trusted, place, gitDir }, bundle);
        if (written.ok && written.value === 'written')
            await syncFile(bundle.file);
        return written;
    }
    finally {
        await (0,promises_.rm)(gitDir, { recursive: true, force: true });
    }
}
async function write({ git, trusted, place, gitDir }, { file, base, refs }) {
    const ends = await (0,shallow_list/* readShallowList */.F)(gitDir);
    const missing = await (0,present_commit/* missingIds */.ze)(trusted, ends, 'commit');
    if (!missing.ok)
        return missing;
    const gone = new Set(missing.value);
    const without = [base, ...ends.filter((id) => !gone.has(id))].map((id) => `^${id}\n`).join('');
    const counted = await git.run({
        args: ['rev-list', '--count', '--stdin'],
        place,
        cwd: gitDir,
        input: [...refs.values()].map((commit) => `${commit}\n`).join('') + without,
    });
    if (!counted.ok)
        return counted;
    if (counted.value.text === '0') {
        await (0,promises_.rm)(file, { force: true });
        return (0,result.ok)('empty');
    }
    const named = await git.run({
        args: ['update-ref', '--stdin', '-z'],
        place,
        cwd: gitDir,
        input: [...refs].map(([name, commit]) => `create ${name}\0${commit}\0`).join(''),
        sync: 'later',
    });
    if (!named.ok)
        return named;
    const input = [...refs.keys()].map((name) => `${name}\n`).join('') + without;
    const created = await git.run({
        args: ['bundle', 'create', '--quiet', file, '--stdin'],
        place,
        cwd: gitDir,
        input,
    });
    return created.ok ? (0,result.ok)('written') : created;
}
/** The file, and the folder that has its name. */
async function syncFile(path) {
    for (const each of [path, (0,external_node_path_.dirname)(path)]) {
        const file = await (0,promises_.open)(each);
        try {
            await file.sync();
        }
        finally {
            await file.close();
        }
    }
}

;// CONCATENATED MODULE: ./.cache/build/lib/git/bundle-header.js
/**
 * The text at the start of a git bundle (gitformat-bundle(5)):
 * a signature, capabilities `@key=value` (version 3), prerequisites `-<id> <comment>`, refs `<id> <name>`, an empty line, a pack.
 * Read here rather than by git, since git would take the names for its own before anybody has looked at them.
 */
/** A run has hundreds of refs, not ten thousands. */
const LONGEST_HEADER = 4 * 1024 * 1024;
/** Reads the header, or says what is wrong with it. */
function parseBundleHeader(bundle) {
    const end = bundle.subarray(0, LONGEST_HEADER).indexOf('\n\n');
    if (end === -1)
        return { wrong: 'the header has no end' };
    // Names are bytes; latin1 keeps each of them apart, so that none can become another.
    const [signature = '', ...lines] = bundle.subarray(0, end).toString('latin1').split('\n');
    if (!/^# v[23] git bundle$/.test(signature))
        return { wrong: 'it does not begin as a git bundle' };
    let objectFormat = 'sha1';
    const prerequisites = [];
    const refs = [];
    for (const line of lines) {
        const [, prerequisite] = /^-([0-9a-f]{40,64})(?: .*)?$/.exec(line) ?? [];
        const [, commit, name] = /^([0-9a-f]{40,64}) (.+)$/.exec(line) ?? [];
        if (prerequisite !== undefined)
            prerequisites.push(prerequisite);
        else if (commit !== undefined && name !== undefined)
            refs.push({ name, commit });
        else if (line === '@object-format=sha256')
            objectFormat = 'sha256';
        else if (line !== '@object-format=sha1')
            return { wrong: 'a line of the header is none that git writes' };
    }
    const length = objectFormat === 'sha256' ? 64 : 40;
    if (![...prerequisites, ...refs.map((ref) => ref.commit)].every((id) => id.length === length)) {
        return { wrong: 'an id in the header has another length than its format' };
    }
    return { objectFormat, prerequisites, refs, packAt: end + 2 };
}

// EXTERNAL MODULE: ./.cache/build/lib/git/references.js
var references = __webpack_require__(18636);
;// CONCATENATED MODULE: ./.cache/build/lib/git/expected-refs.js


/**
 * Names among the expected that are not `refs/workflow-runner/<run>/<name>` of one run, spelled as `referenceName` does, or
 * that have no commit. Whoever wrote the list is not trusted.
 */
function oddNames(repository, expected) {
    const runs = new Set();
    const odd = [...expected].filter(([name, commit]) => {
        const parts = name.startsWith(`${references/* REFERENCE_ROOT */.jG}/`) ? name.slice(references/* REFERENCE_ROOT */.jG.length + 1).split('/') : [];
        runs.add(parts[0] ?? '');
        return parts.length < 2 || !parts.every(isComponent) || runs.size > 1 || !(0,present_commit/* isCommitId */.jh)(repository, commit);
    });
    return odd.map(([name]) => name);
}
/** Names of the bundle that are not expected, or not at that commit, or there twice. */
function oddRefs(header, expected) {
    const seen = new Set();
    const odd = header.refs.filter(({ name, commit }) => {
        const isTwice = seen.has(name);
        seen.add(name);
        return isTwice || expected.get(name) !== commit;
    });
    return odd.map(({ name }) => name);
}
function isComponent(text) {
    return /^[A-Za-z0-9_][A-Za-z0-9_.-]{0,200}$/.test(text) && !/\.\.|\.$|\.lock$/.test(text);
}

// EXTERNAL MODULE: ./.cache/build/lib/git/remote.js + 1 modules
var git_remote = __webpack_require__(17569);
// EXTERNAL MODULE: ./.cache/build/lib/git/workspace-dot-git.js
var workspace_dot_git = __webpack_require__(20166);
;// CONCATENATED MODULE: ./.cache/build/lib/git/unpack-pack.js




/** What the machine is to blame for, and not the pack; git's and the C library's words with LC_ALL=C. */
const OF_THE_MACHINE = /No space left|quota exceeded|Permission denied|Read-only file system|Input\/output error|[Oo]ut of memory/;
/** git makes its index last: a pack counts as soon as that is there. */
const ORDER = ['.pack', '.rev', '.idx'];
/**
 * Adds the objects of a thin pack to the user's store, after a look at each as `git fsck` has (also at what it names being here).
 * git 2.39 does not look when it fetches from a bundle, whatever `transfer.fsckObjects` says (measured). Nothing stays of a
 * pack that is refused: it is opened in a folder aside, as git does with what is pushed to it.
 */
async function unpackPack(trusted, pack, signal) {
    const { objectsDir } = trusted.repository;
    // `git prune` takes away what has this name, should we be killed here.
    const aside = await (0,promises_.mkdtemp)((0,external_node_path_.join)(objectsDir, 'tmp_objdir-import-'));
    try {
        await (0,promises_.mkdir)((0,external_node_path_.join)(aside, 'info'));
        await (0,promises_.writeFile)((0,external_node_path_.join)(aside, 'info', 'alternates'), `${(0,workspace_dot_git/* alternateLine */.Z)(objectsDir)}\n`);
        const indexed = await trusted.run({
            args: ['index-pack', '--stdin', '--fix-thin', '--strict'],
            env: { GIT_OBJECT_DIRECTORY: aside },
            input: pack,
            ...(signal === undefined ? {} : { signal }),
        });
        if (indexed.ok)
            await movePacks((0,external_node_path_.join)(aside, 'pack'), (0,external_node_path_.join)(objectsDir, 'pack'));
        if (indexed.ok)
            return (0,result.ok)({ wrong: null });
        const { error } = indexed;
        const isPack = error.reason === 'command-failed' && error.exitCode !== null && !OF_THE_MACHINE.test(error.outputTail);
        return isPack ? (0,result.ok)({ wrong: error.outputTail.trim() }) : indexed;
    }
    finally {
        await (0,promises_.rm)(aside, { recursive: true, force: true });
    }
}
async function movePacks(from, to) {
    await (0,promises_.mkdir)(to, { recursive: true });
    const names = await (0,promises_.readdir)(from);
    for (const end of ORDER) {
        for (const name of names.filter((one) => one.endsWith(end)))
            await (0,promises_.rename)((0,external_node_path_.join)(from, name), (0,external_node_path_.join)(to, name));
    }
    const folder = await (0,promises_.open)(to);
    try {
        await folder.sync();
    }
    finally {
        await folder.close();
    }
}

;// CONCATENATED MODULE: ./.cache/build/lib/git/import-bundle.js








/** More would be asked of the remote one by one. */
const MOST_PREREQUISITES = 1000;
/**
 * Brings the commits of a bundle and exactly the expected refs into the user's repository, all refs at once. The file and the
 * list are hostile: every object is checked, and nothing in them names a ref that is not below the run's own.
 */
async function importBundle(git, trusted, bundle) {
    const all = { git, trusted, bundle };
    const odd = oddNames(trusted.repository, bundle.expected);
    if (odd.length > 0)
        return (0,result.ok)({ kind: 'refused', why: 'odd-refs', names: odd });
    for (const step of [importObjects, obtainRest, writeRefs]) {
        const refused = await step(all);
        if (!refused.ok)
            return refused;
        if (refused.value !== null)
            return (0,result.ok)(refused.value);
    }
    return (0,result.ok)({ kind: 'imported' });
}
async function importObjects(all) {
    const { trusted, bundle } = all;
    if (bundle.file === null)
        return (0,result.ok)(null);
    const bytes = await (0,promises_.readFile)(bundle.file).catch(() => null);
    if (bytes === null)
        return (0,result.ok)(corrupt('it cannot be read'));
    const header = parseBundleHeader(bytes);
    if ('wrong' in header)
        return (0,result.ok)(corrupt(header.wrong));
    const { objectFormat } = trusted.repository;
    if (header.objectFormat !== objectFormat) {
        return (0,result.ok)({ kind: 'refused', why: 'object-format', bundle: header.objectFormat, repository: objectFormat });
    }
    const odd = oddRefs(header, bundle.expected);
    if (odd.length > 0)
        return (0,result.ok)({ kind: 'refused', why: 'odd-refs', names: odd });
    if (header.prerequisites.length > MOST_PREREQUISITES)
        return (0,result.ok)(corrupt('it builds on too many commits'));
    const refused = await obtainAll(all, header.prerequisites);
    if (!refused.ok || refused.value !== null)
        return refused;
    const unpacked = await unpackPack(trusted, bytes.subarray(header.packAt), bundle.signal);
    if (!unpacked.ok)
        return unpacked;
    return (0,result.ok)(unpacked.value.wrong === null ? null : corrupt(unpacked.value.wrong));
}
/** A ref whose commit the base contains is in no bundle; after this every expected commit is here. */
async function obtainRest(all) {
    const missing = await (0,present_commit/* missingIds */.ze)(all.trusted, [...new Set(all.bundle.expected.values())], 'commit');
    return missing.ok ? await obtainAll(all, missing.value) : missing;
}
async function obtainAll({ trusted, bundle }, commits) {
    for (const [at, commit] of commits.entries()) {
        const present = await (0,present_commit/* isPresent */.Wo)(trusted, commit);
        if (!present.ok)
            return present;
        if (present.value)
            continue;
        const refusal = { kind: 'refused', why: 'missing-commits', commits: commits.slice(at) };
        const { remote, branch, signal } = bundle;
        if (remote === null)
            return (0,result.ok)({ ...refusal, failure: null });
        const obtained = await (0,git_remote/* obtainCommit */.LB)(trusted, {
            remote,
            commit,
            ...(branch === undefined ? {} : { branch }),
            ...(signal === undefined ? {} : { signal }),
        });
        if (!obtained.ok) {
            const { error } = obtained;
            return error.reason === 'cancelled' ? (0,result/* err */._)(error) : (0,result.ok)({ ...refusal, failure: error });
        }
        if (obtained.value === 'not-found')
            return (0,result.ok)({ ...refusal, failure: null });
    }
    return (0,result.ok)(null);
}
/** In one transaction, from what they are now: a ref that another process makes meanwhile is not overwritten. */
async function writeRefs({ git, trusted, bundle }) {
    const present = await (0,references/* listReferences */.Xo)(git, trusted.repository, references/* REFERENCE_ROOT */.jG);
    if (!present.ok)
        return present;
    const updates = [...bundle.expected]
        .map(([name, to]) => ({ name, to, from: present.value.get(name) ?? null }))
        .filter(({ from, to }) => from !== to);
    const moved = updates.filter(({ from }) => from !== null);
    if (moved.length > 0 && bundle.replace !== true) {
        return (0,result.ok)({ kind: 'refused', why: 'moved-refs', names: moved.map(({ name }) => name) });
    }
    const written = await (0,references/* updateReferences */.s8)(git, trusted.repository, updates);
    return written.ok ? (0,result.ok)(null) : written;
}
function corrupt(detail) {
    return { kind: 'refused', why: 'corrupt', detail };
}

;// CONCATENATED MODULE: ./.cache/build/lib/git/bundle.js
/** Commits of a run on their way from one clone to another. */




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

/***/ 23449:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Wo: () => (/* binding */ isPresent),
/* harmony export */   jh: () => (/* binding */ isCommitId),
/* harmony export */   ze: () => (/* binding */ missingIds)
/* harmony export */ });
/* harmony import */ var _base_result_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(45256);
/* harmony import */ var _shallow_list_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30301);


/** Whether a text is a full object id of the repository's format: anything else could be a name, a range or an option. */
function isCommitId(repository, text) {
    return (repository.objectFormat === 'sha256' ? /^[0-9a-f]{64}$/ : /^[0-9a-f]{40}$/).test(text);
}
/**
 * Whether a commit with its tree and its history is here. Where the checkout is shallow, the history is walked: a fetch that
 * was killed between its objects and its list of ends leaves commits without parents. `commit` must be a full id.
 */
async function isPresent(trusted, commit) {
    const missing = await missingIds(trusted, [commit], 'commit');
    if (!missing.ok || missing.value.length > 0)
        return missing.ok ? (0,_base_result_js__WEBPACK_IMPORTED_MODULE_1__.ok)(false) : missing;
    const tree = await trusted.run({ args: ['cat-file', '-e', `${commit}^{tree}`], okCodes: [0, 1, 128] });
    if (!tree.ok || tree.value.exitCode !== 0)
        return tree.ok ? (0,_base_result_js__WEBPACK_IMPORTED_MODULE_1__.ok)(false) : tree;
    if ((await (0,_shallow_list_js__WEBPACK_IMPORTED_MODULE_0__/* .readShallowList */ .F)(trusted.gitDir)).length === 0)
        return (0,_base_result_js__WEBPACK_IMPORTED_MODULE_1__.ok)(true);
    const walked = await trusted.run({ args: ['rev-list', '--count', commit, '--'], okCodes: [0, 128] });
    return walked.ok ? (0,_base_result_js__WEBPACK_IMPORTED_MODULE_1__.ok)(walked.value.exitCode === 0) : walked;
}
/** Those of `ids` that are not here as an object of that type. */
async function missingIds(trusted, ids, type) {
    if (ids.length === 0)
        return (0,_base_result_js__WEBPACK_IMPORTED_MODULE_1__.ok)([]);
    const answer = await trusted.run({
        args: ['cat-file', '--batch-check=%(objectname) %(objecttype)'],
        input: `${ids.join('\n')}\n`,
    });
    if (!answer.ok)
        return answer;
    const found = new Set(answer.value.text.split('\n'));
    return (0,_base_result_js__WEBPACK_IMPORTED_MODULE_1__.ok)(ids.filter((id) => !found.has(`${id} ${type}`)));
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

/***/ 97425:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hc: () => (/* binding */ listRemoteBranches),
/* harmony export */   Ww: () => (/* binding */ fullNames),
/* harmony export */   mo: () => (/* binding */ HEADS)
/* harmony export */ });
/* harmony import */ var _base_result_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(45256);
/* harmony import */ var _present_commit_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(23449);
/* harmony import */ var _remote_command_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(72652);



const HEADS = 'refs/heads/';
/** Branches of the remote, short name -> commit. */
async function listRemoteBranches(trusted, { remote, patterns = ['*'], signal }) {
    const full = patterns.map((pattern) => `${HEADS}${pattern}`);
    const answer = await (0,_remote_command_js__WEBPACK_IMPORTED_MODULE_1__/* .runRemote */ .Q)(trusted, {
        remote,
        args: ['ls-remote', '--quiet', '--refs', '--', remote.url, ...full],
        ...(signal === undefined ? {} : { signal }),
    });
    if (!answer.ok)
        return answer;
    const branches = new Map();
    for (const line of answer.value.text.split('\n')) {
        const [id = '', name = ''] = line.split('\t');
        // A pattern of ls-remote fits the end of a name, so `refs/x/refs/heads/main` may come too.
        if (name.startsWith(HEADS) && (0,_present_commit_js__WEBPACK_IMPORTED_MODULE_0__/* .isCommitId */ .jh)(trusted.repository, id))
            branches.set(name.slice(HEADS.length), id);
    }
    return (0,_base_result_js__WEBPACK_IMPORTED_MODULE_2__.ok)(branches);
}
/** The full ref names of a list of branches. */
function fullNames(branches) {
    return [...branches.keys()].map((name) => `${HEADS}${name}`);
}


/***/ }),

/***/ 72652:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ runRemote),
/* harmony export */   Y: () => (/* binding */ safeTail)
/* harmony export */ });
/* harmony import */ var _base_result_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45256);

const TAIL_LINES = 20;
/** Below one byte a second for so long, the connection is given up; servers that work say something every 5 s. */
const STALL_SECONDS = 60;
/** Runs git with the URL's one protocol allowed and the token in its environment. */
async function runRemote(trusted, { remote, ...command }) {
    const access = accessOf(remote);
    if ('refused' in access) {
        return (0,_base_result_js__WEBPACK_IMPORTED_MODULE_0__/* .err */ ._)({ reason: 'remote-failed', trouble: 'url-refused', outputTail: access.refused });
    }
    const answer = await trusted.run({ ...command, env: access.env, network: true });
    if (!answer.ok)
        return (0,_base_result_js__WEBPACK_IMPORTED_MODULE_0__/* .err */ ._)(remoteFailure(answer.error, remote));
    return { ok: true, value: { ...answer.value, stderr: safeTail(answer.value.stderr, remote) } };
}
/** The last lines of what git said, without the token in any form that git knows. */
function safeTail(text, remote) {
    const lines = text
        .trim()
        .split(/\r\n|\r|\n/)
        .slice(-TAIL_LINES);
    let tail = lines.join('\n');
    for (const secret of secretsOf(remote))
        tail = tail.replaceAll(secret, '***');
    return tail;
}
function remoteFailure(failure, remote) {
    if (failure.reason !== 'command-failed')
        return failure;
    const outputTail = safeTail(failure.outputTail, remote);
    return { reason: 'remote-failed', trouble: troubleOf(outputTail), outputTail };
}
function accessOf(remote) {
    const url = URL.canParse(remote.url) ? new URL(remote.url) : null;
    if (url === null)
        return { refused: 'The address of the remote is not a URL.' };
    if (url.username !== '' || url.password !== '') {
        return { refused: 'The URL of the remote holds a user name or a password; give a token instead.' };
    }
    const protocol = url.protocol.slice(0, -1);
    if (!isAllowed(protocol, url.hostname)) {
        return { refused: `Remotes are reached by https, not by ${protocol} (http: this machine only).` };
    }
    if (remote.authorization !== null && /[^\x20-\x7e]/.test(remote.authorization)) {
        return { refused: 'The token holds a character that no HTTP header may have.' };
    }
    return { env: environmentOf(remote, protocol, url.origin) };
}
function isAllowed(protocol, host) {
    if (protocol === 'http')
        return host === 'localhost' || host === '127.0.0.1' || host.endsWith('.localhost');
    return protocol === 'https' || protocol === 'file';
}
/** HOME is a folder that is none, so that curl finds no `.netrc`. Redirects are not followed: the header would go along. */
function environmentOf(remote, protocol, origin) {
    const settings = [
        ['credential.helper', ''],
        ['core.askPass', ''],
        ['http.followRedirects', 'false'],
        ['http.lowSpeedLimit', '1'],
        ['http.lowSpeedTime', `${STALL_SECONDS}`],
        ['transfer.bundleURI', 'false'],
        // A pack arrives whole or not at all; loose objects of a killed fetch would look like commits that are there.
        ['transfer.unpackLimit', '1'],
        ['fetch.writeCommitGraph', 'false'],
    ];
    if (remote.authorization !== null && protocol !== 'file') {
        settings.push([`http.${origin}/.extraHeader`, `Authorization: ${remote.authorization}`]);
    }
    const env = {
        GIT_ALLOW_PROTOCOL: protocol,
        GIT_PROTOCOL_FROM_USER: '0',
        HOME: '/dev/null',
        GIT_CONFIG_COUNT: `${settings.length}`,
    };
    for (const [at, [key, value]] of settings.entries()) {
        env[`GIT_CONFIG_KEY_${at}`] = key;
        env[`GIT_CONFIG_VALUE_${at}`] = value;
    }
    return env;
}
function secretsOf({ authorization }) {
    if (authorization === null)
        return [];
    const credential = authorization.slice(authorization.lastIndexOf(' ') + 1);
    const decoded = Buffer.from(credential, 'base64').toString('latin1');
    const password = decoded.slice(decoded.indexOf(':') + 1);
    return [authorization, credential, decoded, password].filter((secret) => secret.length >= 4);
}
/** git's and curl's own words (LC_ALL=C, git 2.39 to 2.51); the first that fits. What the server says itself is left out. */
const TROUBLES = [
    [/Authentication failed|could not read (Username|Password)|returned error: 401/, 'authentication'],
    [/returned error: 403/, 'permission'],
    [/returned error: 3\d\d|unable to update url base from redirection/, 'redirected'],
    [/returned error: 404|repository '.*' not found|does not appear to be a git repository/, 'not-found'],
    [/returned error: (5\d\d|408|429)|HTTP (5\d\d|408|429)/, 'network'],
    [/not our ref|unadvertised object|couldn't find remote ref|\[rejected\]|\[remote rejected\]/, 'rejected'],
    [/resolve host|resolve proxy|[Cc]onnection (refused|reset|timed out)|Failed to connect|timed out|Timeout/, 'network'],
    [/Operation too slow|RPC failed|early EOF|unexpected disconnect|hung up unexpectedly|Empty reply/, 'network'],
    [/transfer closed|Recv failure|Send failure|SSL|gnutls|TLS|Couldn't connect/, 'network'],
    [/remote error:/, 'rejected'],
];
function troubleOf(outputTail) {
    const own = outputTail
        .split('\n')
        .filter((line) => !line.startsWith('remote: '))
        .join('\n');
    return TROUBLES.find(([pattern]) => pattern.test(own))?.[1] ?? 'other';
}


/***/ }),

/***/ 17569:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Hc: () => (/* reexport */ remote_branches/* listRemoteBranches */.Hc),
  LB: () => (/* binding */ obtainCommit),
  QG: () => (/* binding */ unshallow)
});

// EXTERNAL MODULE: ./.cache/build/lib/base/result.js
var result = __webpack_require__(45256);
// EXTERNAL MODULE: ./.cache/build/lib/git/present-commit.js
var present_commit = __webpack_require__(23449);
// EXTERNAL MODULE: ./.cache/build/lib/git/remote-branches.js
var remote_branches = __webpack_require__(97425);
// EXTERNAL MODULE: ./.cache/build/lib/git/remote-command.js
var remote_command = __webpack_require__(72652);
// EXTERNAL MODULE: ./.cache/build/lib/git/shallow-list.js
var shallow_list = __webpack_require__(30301);
;// CONCATENATED MODULE: ./.cache/build/lib/git/fetch-commit.js





/** Fetching into the user's object store. No ref is made, no tag followed, nothing of the user's repository is run. */
/** How many commits more are asked for each time, before all are. */
const DEEPER = [50, 500, 5000];
/** Tries every way to a commit that is not here; call it in `withShallowList`. */
async function fetchWanted(trusted, wanted) {
    const byId = await fetchById(trusted, wanted);
    if (!byId.ok)
        return byId;
    if (byId.value !== 'not-advertised')
        return (0,result.ok)(byId.value);
    const branches = await (0,remote_branches/* listRemoteBranches */.Hc)(trusted, wanted);
    if (!branches.ok)
        return branches;
    const all = (0,remote_branches/* fullNames */.Ww)(branches.value);
    const likely = branchesToTry(wanted.branch, all);
    for (const more of DEEPER) {
        if ((await (0,shallow_list/* readShallowList */.F)(trusted.gitDir)).length === 0)
            break;
        const deeper = await fetchBranches(trusted, { ...wanted, names: likely, depth: `--deepen=${more}` });
        if (!deeper.ok)
            return deeper;
        const present = await (0,present_commit/* isPresent */.Wo)(trusted, wanted.commit);
        if (!present.ok || present.value)
            return present.ok ? (0,result.ok)('fetched') : present;
    }
    return await fetchAll(trusted, wanted, all);
}
/** Fetches what these refs hold. Nothing is done without names. */
async function fetchBranches(trusted, fetch) {
    const { remote, names, depth, signal } = fetch;
    if (names.length === 0)
        return (0,result.ok)(undefined);
    const answer = await (0,remote_command/* runRemote */.Q)(trusted, {
        remote,
        args: ['fetch', ...options(trusted), ...(depth === undefined ? [] : [depth]), '--stdin', '--', remote.url],
        input: names.map((name) => `${name}\n`).join(''),
        ...(signal === undefined ? {} : { signal }),
    });
    return answer.ok ? (0,result.ok)(undefined) : answer;
}
async function fetchById(trusted, { remote, commit, signal }) {
    const isShallow = (await (0,shallow_list/* readShallowList */.F)(trusted.gitDir)).length > 0;
    const answer = await (0,remote_command/* runRemote */.Q)(trusted, {
        remote,
        args: ['fetch', ...options(trusted), ...(isShallow ? ['--depth=1'] : []), '--', remote.url, commit],
        ...(signal === undefined ? {} : { signal }),
    });
    if (answer.ok) {
        const present = await (0,present_commit/* isPresent */.Wo)(trusted, commit);
        return present.ok ? (0,result.ok)(present.value ? 'fetched' : 'not-found') : present;
    }
    if (answer.error.reason !== 'remote-failed' || answer.error.trouble !== 'rejected')
        return answer;
    // Protocol 2 gives any commit it has; older servers, unless told otherwise, only what a ref points at.
    return (0,result.ok)(/not our ref/.test(answer.error.outputTail) ? 'not-found' : 'not-advertised');
}
async function fetchAll(trusted, wanted, names) {
    const isShallow = (await (0,shallow_list/* readShallowList */.F)(trusted.gitDir)).length > 0;
    const fetched = await fetchBranches(trusted, { ...wanted, names, ...(isShallow ? { depth: '--unshallow' } : {}) });
    if (!fetched.ok)
        return fetched;
    const present = await (0,present_commit/* isPresent */.Wo)(trusted, wanted.commit);
    return present.ok ? (0,result.ok)(present.value ? 'fetched' : 'not-found') : present;
}
function branchesToTry(branch, all) {
    if (branch === undefined)
        return all;
    if (branch.startsWith('refs/'))
        return isRefName(branch) ? [branch] : all;
    return all.includes(`${remote_branches/* HEADS */.mo}${branch}`) ? [`${remote_branches/* HEADS */.mo}${branch}`] : all;
}
function isRefName(name) {
    return /^refs\/[A-Za-z0-9_./-]+$/.test(name);
}
/** The directory has no refs of its own, so git is told what is here already. */
function options(trusted) {
    return [
        '--quiet',
        '--no-tags',
        '--no-write-fetch-head',
        '--no-recurse-submodules',
        '--no-auto-maintenance',
        '--no-show-forced-updates',
        `--negotiation-tip=${trusted.repository.head}`,
    ];
}

;// CONCATENATED MODULE: ./.cache/build/lib/git/remote.js






/**
 * Brings a commit into the user's object store: by its id, else by deepening, else with all history. In a shallow checkout it
 * comes without its own history, and so does not tell what it has in common with others: see `unshallow`.
 */
async function obtainCommit(trusted, wanted) {
    if (!(0,present_commit/* isCommitId */.jh)(trusted.repository, wanted.commit))
        return (0,result.ok)('not-found');
    const present = await (0,present_commit/* isPresent */.Wo)(trusted, wanted.commit);
    if (!present.ok)
        return present;
    return present.value ? (0,result.ok)('present') : await (0,shallow_list/* withShallowList */.Z)(trusted, () => fetchWanted(trusted, wanted));
}
/** Fetches all history that a shallow checkout lacks. Nothing is done where nothing lacks. */
async function unshallow(trusted, from) {
    const { commonDir } = trusted.repository;
    if ((await (0,shallow_list/* readShallowList */.F)(commonDir)).length === 0)
        return (0,result.ok)('complete');
    const fetched = await (0,shallow_list/* withShallowList */.Z)(trusted, async () => {
        const branches = await (0,remote_branches/* listRemoteBranches */.Hc)(trusted, from);
        if (!branches.ok)
            return branches;
        return await fetchBranches(trusted, { ...from, depth: '--unshallow', names: (0,remote_branches/* fullNames */.Ww)(branches.value) });
    });
    if (!fetched.ok)
        return fetched;
    return (0,result.ok)((await (0,shallow_list/* readShallowList */.F)(commonDir)).length === 0 ? 'complete' : 'still-shallow');
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

/***/ 30301:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ readShallowList),
/* harmony export */   Z: () => (/* binding */ withShallowList)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _base_result_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(45256);
/* harmony import */ var _trusted_directory_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(27569);




/**
 * The list of commits at which a shallow checkout ends. A fetch writes the list of the directory that it runs in, which is the
 * runner's own; the objects are the user's, so their repository needs the same list.
 */
/** Full ids; empty for a complete repository. */
async function readShallowList(gitDir) {
    const text = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(gitDir, 'shallow'), 'latin1').catch(() => '');
    return text.split('\n').filter((line) => line !== '');
}
/**
 * Runs `fetch` with the user's list, and gives them what it made of it, whatever came of it. Lines that another git added
 * meanwhile stay. Fails when the list cannot be written, or another git holds its lock.
 */
async function withShallowList(trusted, fetch) {
    const { repository, gitDir } = trusted;
    await (0,_trusted_directory_js__WEBPACK_IMPORTED_MODULE_2__/* .copyShallow */ .mM)(repository, gitDir);
    const before = await readShallowList(gitDir);
    const fetched = await fetch();
    const after = await readShallowList(gitDir);
    if (before.join() === after.join())
        return fetched;
    const written = await publish(repository.commonDir, before, after);
    return written.ok ? fetched : written;
}
async function publish(commonDir, before, after) {
    const lock = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(commonDir, 'shallow.lock');
    const file = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.open)(lock, 'wx').catch((error) => String(error));
    if (typeof file === 'string')
        return (0,_base_result_js__WEBPACK_IMPORTED_MODULE_3__/* .err */ ._)(notWritten(file));
    try {
        const known = new Set(before);
        const foreign = (await readShallowList(commonDir)).filter((id) => !known.has(id));
        const list = [...new Set([...after, ...foreign])].sort();
        await file.writeFile(list.map((id) => `${id}\n`).join(''));
        await file.sync();
        if (list.length > 0) {
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rename)(lock, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(commonDir, 'shallow'));
        }
        else {
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(commonDir, 'shallow'), { force: true });
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(lock);
        }
        return (0,_base_result_js__WEBPACK_IMPORTED_MODULE_3__.ok)(undefined);
    }
    catch (error) {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(lock, { force: true });
        return (0,_base_result_js__WEBPACK_IMPORTED_MODULE_3__/* .err */ ._)(notWritten(String(error)));
    }
    finally {
        await file.close();
    }
}
function notWritten(outputTail) {
    return { reason: 'command-failed', command: 'write shallow list', exitCode: null, signal: null, outputTail };
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

/***/ 30122:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Q: () => (/* binding */ openArtifactReader),
  k: () => (/* binding */ openArtifactStore)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./.cache/build/lib/base/result.js
var result = __webpack_require__(45256);
// EXTERNAL MODULE: ./.cache/build/lib/github/retry.js
var retry = __webpack_require__(40889);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(46466);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
;// CONCATENATED MODULE: ./.cache/build/lib/github/unpack-archive.js







const END = 0x06054b50;
const END_BYTES = 22;
const LONGEST_COMMENT = 0xffff;
const CENTRAL = 0x02014b50;
const CENTRAL_BYTES = 46;
const LOCAL = 0x04034b50;
const LOCAL_BYTES = 30;
const STORED = 0;
const DEFLATED = 8;
const REGULAR_FILE = 0o100000;
const LONGEST_DIRECTORY_BYTES = 64 * 1024;
/**
 * Unpacks the archive `file` into the empty folder `folder`. `allowed`: the only names that may be in it, with the most bytes
 * of each. Gives the names that were in it, or one line about what is wrong; some files may have been written then.
 */
async function unpackArchive(file, folder, allowed) {
    const handle = await (0,promises_.open)(file, 'r');
    try {
        const entries = await readDirectory(handle);
        if (!entries.ok)
            return entries;
        const names = entries.value.map((entry) => entry.name);
        if (new Set(names).size !== names.length)
            return (0,result/* err */._)('a name is in the archive twice');
        for (const entry of entries.value) {
            const wrong = problemOf(entry, allowed.get(entry.name));
            if (wrong !== null)
                return (0,result/* err */._)(wrong);
            const written = await unpackEntry({ handle, file, entry, target: (0,external_node_path_.join)(folder, entry.name) });
            if (!written.ok)
                return written;
        }
        return (0,result.ok)(names);
    }
    finally {
        await handle.close();
    }
}
function problemOf(entry, limit) {
    if (limit === undefined)
        return 'a file that was not expected is in it';
    if (entry.encrypted)
        return `${entry.name} is encrypted`;
    if (entry.fileType !== 0 && entry.fileType !== REGULAR_FILE)
        return `${entry.name} is not a regular file`;
    if (entry.method !== STORED && entry.method !== DEFLATED)
        return `${entry.name} is packed in an unknown way`;
    if (entry.bytes > limit)
        return `${entry.name} is larger than ${limit} bytes`;
    if (entry.method === STORED && entry.bytes !== entry.compressedBytes)
        return `${entry.name} has two sizes`;
    return null;
}
async function readDirectory(handle) {
    const { size } = await handle.stat();
    const tail = await readAt(handle, Math.max(0, size - END_BYTES - LONGEST_COMMENT), END_BYTES + LONGEST_COMMENT);
    const at = findEnd(tail);
    if (at === null)
        return (0,result/* err */._)('it has no end: it was cut off, or is no archive');
    const count = tail.readUInt16LE(at + 10);
    const bytes = tail.readUInt32LE(at + 12);
    const offset = tail.readUInt32LE(at + 16);
    if (bytes > LONGEST_DIRECTORY_BYTES || offset + bytes > size)
        return (0,result/* err */._)('its directory is out of bounds');
    const directory = await readAt(handle, offset, bytes);
    const entries = [];
    for (let from = 0; entries.length < count;) {
        if (from + CENTRAL_BYTES > directory.length || directory.readUInt32LE(from) !== CENTRAL) {
            return (0,result/* err */._)('its directory is damaged');
        }
        const nameBytes = directory.readUInt16LE(from + 28);
        const end = from + CENTRAL_BYTES + nameBytes;
        if (end > directory.length)
            return (0,result/* err */._)('its directory is damaged');
        entries.push({
            name: directory.toString('utf8', from + CENTRAL_BYTES, end),
            encrypted: (directory.readUInt16LE(from + 8) & 1) === 1,
            method: directory.readUInt16LE(from + 10),
            compressedBytes: directory.readUInt32LE(from + 20),
            bytes: directory.readUInt32LE(from + 24),
            fileType: (directory.readUInt32LE(from + 38) >>> 16) & 0o170000,
            offset: directory.readUInt32LE(from + 42),
        });
        from = end + directory.readUInt16LE(from + 30) + directory.readUInt16LE(from + 32);
    }
    return (0,result.ok)(entries);
}
/** The last end record whose comment ends with the archive. */
function findEnd(tail) {
    for (let at = tail.length - END_BYTES; at >= 0; at -= 1) {
        if (tail.readUInt32LE(at) === END && at + END_BYTES + tail.readUInt16LE(at + 20) === tail.length)
            return at;
    }
    return null;
}
async function unpackEntry({ handle, file, entry, target }) {
    const header = await readAt(handle, entry.offset, LOCAL_BYTES);
    if (header.length < LOCAL_BYTES || header.readUInt32LE(0) !== LOCAL)
        return (0,result/* err */._)(`${entry.name} is not where it should be`);
    const start = entry.offset + LOCAL_BYTES + header.readUInt16LE(26) + header.readUInt16LE(28);
    const counted = countBytes(entry.bytes);
    try {
        await (0,external_node_stream_promises_.pipeline)(entry.compressedBytes === 0
            ? new external_node_stream_.PassThrough().end()
            : (0,external_node_fs_.createReadStream)(file, { start, end: start + entry.compressedBytes - 1 }), entry.method === DEFLATED ? (0,external_node_zlib_.createInflateRaw)() : new external_node_stream_.PassThrough(), counted.stream, (0,external_node_fs_.createWriteStream)(target, { flags: 'wx', mode: 0o600 }));
    }
    catch (error) {
        return (0,result/* err */._)(`${entry.name} cannot be unpacked: ${error instanceof Error ? error.message : String(error)}`);
    }
    return counted.total() === entry.bytes ? (0,result.ok)(undefined) : (0,result/* err */._)(`${entry.name} is shorter than it should be`);
}
/** Ends with an error as soon as more than `limit` bytes went through. */
function countBytes(limit) {
    let total = 0;
    const stream = new external_node_stream_.Transform({
        transform(chunk, _encoding, done) {
            total += chunk.length;
            if (total > limit)
                done(new Error('it is longer than it should be'));
            else
                done(null, chunk);
        },
    });
    return { stream, total: () => total };
}
async function readAt(handle, position, bytes) {
    const buffer = Buffer.alloc(bytes);
    let read = 0;
    while (read < bytes) {
        const { bytesRead } = await handle.read(buffer, read, bytes - read, position + read);
        if (bytesRead === 0)
            break;
        read += bytesRead;
    }
    return buffer.subarray(0, read);
}

;// CONCATENATED MODULE: ./.cache/build/lib/github/artifact-store.js





/** What an archive adds to its files. */
const ARCHIVE_OVERHEAD_BYTES = 64 * 1024;
const LONGEST_DETAIL = 500;
/** Artifacts of the workflow run that this job belongs to; the service is found in the environment of the job. */
function openArtifactStore(deps) {
    return { ...readerOf(deps, null), upload: (request) => upload(deps, request), remove: (name) => remove(deps, name) };
}
/** Artifacts of another workflow run, of all its attempts. */
function openArtifactReader(run, deps) {
    return readerOf(deps, run);
}
function readerOf(deps, run) {
    const where = run === null
        ? {}
        : {
            findBy: {
                token: run.token,
                workflowRunId: Number(run.runId),
                repositoryOwner: run.owner,
                repositoryName: run.repo,
            },
        };
    return {
        list: async () => {
            const listed = await attempted(deps, async (client) => await client.listArtifacts(where));
            return listed.ok ? (0,result.ok)(listed.value.artifacts.map(storedArtifact)) : listed;
        },
        download: async (request) => await download({ deps, where }, request),
    };
}
/** The client would unpack whatever the archive says; so it only fetches, and unpacking is done here, within limits. */
async function download({ deps, where }, request) {
    const { artifact, folder, allowed } = request;
    const most = [...allowed.values()].reduce((sum, bytes) => sum + bytes, ARCHIVE_OVERHEAD_BYTES);
    if (artifact.bytes > most)
        return (0,result/* err */._)({ reason: 'bad-content', detail: `it is larger than ${most} bytes` });
    const packed = `${folder}.packed`;
    await (0,promises_.mkdir)(folder);
    const unpacked = await fetchAndUnpack({ deps, where }, { ...request, packed });
    await (0,promises_.rm)(packed, { recursive: true, force: true });
    if (!unpacked.ok)
        await (0,promises_.rm)(folder, { recursive: true, force: true });
    return unpacked;
}
async function fetchAndUnpack({ deps, where }, { artifact, folder, allowed, packed }) {
    const expected = artifact.digest === null ? {} : { expectedHash: artifact.digest };
    const fetched = await attempted(deps, async (client) => {
        await (0,promises_.rm)(packed, { recursive: true, force: true });
        return await client.downloadArtifact(artifact.id, { ...where, ...expected, path: packed, skipDecompress: true });
    });
    if (!fetched.ok)
        return fetched;
    if (fetched.value.digestMismatch === true)
        return (0,result/* err */._)({ reason: 'digest-mismatch' });
    const [file, ...others] = await (0,promises_.readdir)(packed);
    if (file === undefined || others.length > 0)
        return (0,result/* err */._)({ reason: 'bad-content', detail: 'it is not one file' });
    const names = await unpackArchive((0,external_node_path_.join)(packed, file), folder, allowed);
    return names.ok ? names : (0,result/* err */._)({ reason: 'bad-content', detail: names.error });
}
async function upload(deps, request) {
    const { name, folder, files, retentionDays } = request;
    const paths = files.map((file) => (0,external_node_path_.join)(folder, file));
    const options = retentionDays === undefined ? {} : { retentionDays };
    const uploaded = await attempted(deps, async (client) => await client.uploadArtifact(name, paths, folder, options));
    return uploaded.ok ? (0,result.ok)({ id: uploaded.value.id ?? 0 }) : uploaded;
}
async function remove(deps, name) {
    const removed = await attempted(deps, async (client) => await client.deleteArtifact(name));
    return removed.ok || removed.error.reason === 'not-found' ? (0,result.ok)(undefined) : removed;
}
/**
 * The client tries 5xx and 429 again by itself (five tries in about half a minute), but gives up at once when a connection
 * breaks (@actions/artifact 6.2.1, artifact-twirp-client.js): that is what is tried again here.
 */
async function attempted({ sleep }, ask) {
    try {
        const client = await loadClient();
        const once = async () => {
            try {
                return { done: true, value: await ask(client) };
            }
            catch (error) {
                if (isBrokenConnection(error))
                    return { done: false, error, afterMs: null };
                throw error;
            }
        };
        return (0,result.ok)(await (0,retry/* retry */.L)(once, { attempts: 4, firstDelayMs: 2_000, maxDelayMs: 30_000, sleep }));
    }
    catch (error) {
        return (0,result/* err */._)(troubleOf(error));
    }
}
async function loadClient() {
    const { DefaultArtifactClient } = await Promise.all(/* import() */[__webpack_require__.e(110), __webpack_require__.e(351), __webpack_require__.e(935)]).then(__webpack_require__.bind(__webpack_require__, 77935));
    return new DefaultArtifactClient();
}
function storedArtifact(artifact) {
    const { id, name, size, createdAt, digest } = artifact;
    const isDigest = digest !== undefined && /^sha256:[0-9a-f]{64}$/.test(digest);
    return { id, name, bytes: size, createdAtMs: createdAt?.getTime() ?? null, digest: isDigest ? digest : null };
}
/** The client wraps errors in errors and keeps only their words; the words are those of node and of undici. */
function isBrokenConnection(error) {
    const codes = /\b(ECONNRESET|ECONNREFUSED|ECONNABORTED|ETIMEDOUT|EPIPE|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN)\b/;
    return (codes.test(wordsOf(error)) || /socket hang up|premature close|progress stalled|fetch failed/i.test(wordsOf(error)));
}
function troubleOf(error) {
    const words = wordsOf(error);
    // Addresses that the client says may be signed.
    const detail = words.replace(/\?\S+/g, '').replace(/\s+/g, ' ').slice(0, LONGEST_DETAIL);
    const name = error instanceof Error ? error.name : '';
    if (name === 'GHESNotSupportedError' || /Unable to get the ACTIONS_\w+ env variable/.test(words)) {
        return { reason: 'no-service', detail };
    }
    if (name === 'ArtifactNotFoundError' || statusOf(error) === 404 || /\(404\)/.test(words))
        return { reason: 'not-found' };
    if (/\(409\)/.test(words))
        return { reason: 'exists' };
    return { reason: 'failed', detail };
}
function wordsOf(error) {
    if (!(error instanceof Error))
        return String(error);
    const code = 'code' in error ? String(error.code) : '';
    return `${error.message} ${code}`.trim();
}
function statusOf(error) {
    return typeof error === 'object' && error !== null && 'status' in error ? error.status : null;
}


/***/ }),

/***/ 92204:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cs: () => (/* binding */ artifactName),
/* harmony export */   EF: () => (/* binding */ lineSlug),
/* harmony export */   Lo: () => (/* binding */ workflowSlug),
/* harmony export */   TZ: () => (/* binding */ parseArtifactName),
/* harmony export */   mL: () => (/* binding */ MOST_COPIES),
/* harmony export */   wI: () => (/* binding */ nameOfCopy)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);

/** The highest that is tried. */
const MOST_COPIES = 9;
const LONGEST_SLUG = 60;
const PATTERN = /^workflow-runner\.([a-z0-9_-]{1,70})\.(main|step\.[a-z0-9_-]{1,70})\.([1-9][0-9]{0,8})\.([1-9][0-9]{0,8})(?:\.([2-9]))?$/;
/** Name of a checkpoint's artifact: nothing in it that GitHub does not allow, and no two workflows or lines share one. */
function artifactName(of) {
    const { workflow, workflowRun, line, sequence } = of;
    return ['workflow-runner', workflowSlug(workflow), lineSlug(line), workflowRun.attempt, sequence].join('.');
}
/** The name for a copy: see `ArtifactName.copy`. */
function nameOfCopy(name, copy) {
    return copy === 1 ? name : `${name}.${copy}`;
}
/** null for every name that `artifactName` does not make. */
function parseArtifactName(name) {
    const match = PATTERN.exec(name);
    if (match === null)
        return null;
    const [, workflow = '', line = '', attempt, sequence, copy = '1'] = match;
    return { workflow, line, attempt: Number(attempt), sequence: Number(sequence), copy: Number(copy) };
}
/** A name that reads well stays; any other gets a digest, and so does one that looks as if it had one. */
function workflowSlug(workflow) {
    const isSlug = /^[a-z0-9_-]+$/.test(workflow) && workflow.length <= LONGEST_SLUG && !/-[0-9a-f]{8}$/.test(workflow);
    return isSlug ? workflow : slugWithDigest(workflow);
}
function lineSlug(line) {
    return line.kind === 'main' ? 'main' : `step.${slugWithDigest(line.child)}`;
}
function slugWithDigest(text) {
    const readable = text
        .toLowerCase()
        .replace(/[^a-z0-9_]+/g, '-')
        .slice(0, LONGEST_SLUG);
    return `${readable}-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(text).digest('hex').slice(0, 8)}`;
}


/***/ }),

/***/ 21995:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ fileDigest)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);


/** Digest and size of a file. Rejects with the system's error. */
async function fileDigest(path) {
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    let bytes = 0;
    for await (const chunk of (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.createReadStream)(path)) {
        hash.update(chunk);
        bytes += chunk.length;
    }
    return { sha256: hash.digest('hex'), bytes };
}


/***/ }),

/***/ 81141:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $2: () => (/* binding */ manifestText),
/* harmony export */   GW: () => (/* binding */ CHECKPOINT_LIMITS),
/* harmony export */   Ij: () => (/* binding */ BUNDLE_FILE),
/* harmony export */   Ng: () => (/* binding */ parseManifest),
/* harmony export */   RD: () => (/* binding */ JOURNAL_FILE),
/* harmony export */   h1: () => (/* binding */ MANIFEST_FILE)
/* harmony export */ });
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(94343);
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(43759);
/* harmony import */ var _base_result_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(45256);


const MANIFEST_FILE = 'manifest.json';
const JOURNAL_FILE = 'journal.jsonl';
const BUNDLE_FILE = 'commits.bundle';
/** The only files of a checkpoint, and the most bytes of each. */
const CHECKPOINT_LIMITS = new Map([
    [MANIFEST_FILE, 4 * 1024 * 1024],
    [JOURNAL_FILE, 256 * 1024 * 1024],
    [BUNDLE_FILE, 1024 * 1024 * 1024],
]);
const MOST_REFS = 10_000;
const MOST_ISSUES = 10;
/** Names in a workflow file; keys of jobs. */
const name = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().check(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* ._regex */ .Fk(/^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$/));
/** A component of a path that no file system and no ref takes for something else. */
const component = '[A-Za-z0-9_](?:[A-Za-z0-9_-]|\\.(?!\\.|$|/)){0,127}';
const single = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().check(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* ._regex */ .Fk(new RegExp(`^${component}$`)));
const path = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().check(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* ._maxLength */ .Eb(2000), zod_mini__WEBPACK_IMPORTED_MODULE_1__/* ._regex */ .Fk(new RegExp(`^${component}(?:/${component})*$`)));
const commit = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().check(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* ._regex */ .Fk(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/));
const counter = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().check(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* ._gte */ .qm(1));
const file = (fileName) => zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    sha256: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().check(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* ._regex */ .Fk(/^[0-9a-f]{64}$/)),
    bytes: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().check(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* ._gte */ .qm(1), zod_mini__WEBPACK_IMPORTED_MODULE_1__/* ._lte */ .Zm(CHECKPOINT_LIMITS.get(fileName) ?? 0)),
});
const schema = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    format: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz(1),
    repository: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().check(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* ._regex */ .Fk(/^[A-Za-z0-9_.-]{1,100}\/[A-Za-z0-9_.-]{1,100}$/)),
    workflow: name,
    workflowRun: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ id: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().check(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* ._regex */ .Fk(/^[1-9][0-9]{0,18}$/)), attempt: counter }),
    job: name,
    runId: single,
    line: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .discriminatedUnion */ .gMt('kind', [
        zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ kind: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz('main') }),
        zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ kind: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz('step'), phase: path, child: path }),
    ]),
    sequence: counter,
    base: commit,
    head: commit,
    refs: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(path, commit),
    status: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['running', 'paused', 'completed', 'failed']),
    files: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ [JOURNAL_FILE]: file(JOURNAL_FILE), [BUNDLE_FILE]: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(file(BUNDLE_FILE)) }),
});
/**
 * Reads a `manifest.json` of anybody. The error lists what is wrong, a line each; only facts about the shape are in it, never
 * text of the manifest.
 */
function parseManifest(text) {
    let value;
    try {
        value = JSON.parse(text, refusePrototype);
    }
    catch {
        return (0,_base_result_js__WEBPACK_IMPORTED_MODULE_2__/* .err */ ._)(['It is not the JSON of a manifest']);
    }
    const parsed = schema.safeParse(value);
    if (!parsed.success) {
        const wrong = parsed.error.issues.map((issue) => `${placeOf(issue.path)} is not what it must be (${issue.code})`);
        return (0,_base_result_js__WEBPACK_IMPORTED_MODULE_2__/* .err */ ._)(wrong.slice(0, MOST_ISSUES));
    }
    const manifest = parsed.data;
    const wrong = contradictions(manifest);
    return wrong.length === 0 ? (0,_base_result_js__WEBPACK_IMPORTED_MODULE_2__.ok)(manifest) : (0,_base_result_js__WEBPACK_IMPORTED_MODULE_2__/* .err */ ._)(wrong);
}
/** The text of a `manifest.json`. The same manifest gives the same bytes. */
function manifestText(manifest) {
    return `${JSON.stringify(manifest, null, 2)}\n`;
}
/** Why a manifest's parts do not fit each other. */
function contradictions(manifest) {
    const wrong = [];
    const names = Object.keys(manifest.refs);
    const prefix = `refs/workflow-runner/${manifest.runId}/`;
    if (names.length > MOST_REFS)
        wrong.push(`There are more than ${MOST_REFS} refs`);
    if (names.some((one) => !one.startsWith(prefix)))
        wrong.push('A ref is not one of the run');
    if (names.some((one) => one.split('/').some((part) => part.endsWith('.lock'))))
        wrong.push('A ref is no name of git');
    const commits = [manifest.base, manifest.head, ...Object.values(manifest.refs)];
    if (new Set(commits.map((one) => one.length)).size > 1)
        wrong.push('Commits are of different object formats');
    return wrong;
}
function refusePrototype(key, value) {
    if (key === '__proto__')
        throw new SyntaxError('a key that no manifest has');
    return value;
}
/** Keys that are not ours (names of refs) are not repeated. */
function placeOf(path) {
    const known = path.filter((_part, index) => index === 0 || path[0] !== 'refs');
    return known.length === 0 ? 'The manifest' : known.map(String).join('.').slice(0, 100);
}


/***/ }),

/***/ 19724:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BT: () => (/* binding */ untrustedEvent),
/* harmony export */   Dc: () => (/* binding */ member),
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
/** Why steps must not run for this event; null when they may. Steps of a workflow run with what the job may reach. */
function untrustedEvent(facts) {
    const help = 'run workflows on workflow_dispatch, schedule or push; on pull requests use the command validate';
    if (PRIVILEGED.includes(facts.eventName)) {
        return {
            code: 'untrusted-event',
            message: `steps are not run on ${facts.eventName}: it has the rights of this repository, and strangers can cause it`,
            help,
            exitCode: 2,
        };
    }
    if (!facts.eventName.startsWith('pull_request'))
        return null;
    const pull = pullRequestOf(facts);
    if (pull !== null && !pull.fromFork)
        return null;
    return {
        code: 'untrusted-event',
        message: 'steps are not run for a pull request from a fork',
        help,
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

/***/ 24058:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ prepareJob),
/* harmony export */   d: () => (/* binding */ jobFlags)
/* harmony export */ });
/* harmony import */ var _base_result_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(45256);
/* harmony import */ var _commands_prepare_run_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(845);
/* harmony import */ var _git_repository_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(46018);
/* harmony import */ var _event_trust_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(19724);




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
        return (0,_base_result_js__WEBPACK_IMPORTED_MODULE_2__/* .err */ ._)(wrong('input workflow: which one? Its name is missing'));
    if (inputs.step !== null && inputs.phase === null)
        return (0,_base_result_js__WEBPACK_IMPORTED_MODULE_2__/* .err */ ._)(wrong('input step: it needs the input phase, the parallel phase that it belongs to'));
    const prepared = await (0,_commands_prepare_run_js__WEBPACK_IMPORTED_MODULE_0__/* .prepareRun */ .Z)(inputs.workflow, flags, world);
    if (!prepared.ok)
        return prepared;
    const changed = await changedByPullRequest(prepared.value, world);
    return changed === null ? prepared : (0,_base_result_js__WEBPACK_IMPORTED_MODULE_2__/* .err */ ._)({ ...changed, diagnostics: [] });
}
function wrong(message) {
    return { code: 'invalid-input', message, help: 'see the inputs in action.yml', exitCode: 2, diagnostics: [] };
}
/** Definitions, agents and skills that a pull request brings are not run before they are merged. */
async function changedByPullRequest({ git, repository, loaded }, world) {
    const pull = (0,_event_trust_js__WEBPACK_IMPORTED_MODULE_3__/* .pullRequestOf */ ._n)(world.facts);
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

/***/ 40889:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ retry)
/* harmony export */ });
/**
 * Tries until an attempt is done; rejects with the error of the last. `attempt` rejects for what another try cannot mend.
 */
async function retry(attempt, options) {
    const { attempts, firstDelayMs, maxDelayMs, sleep } = options;
    for (let number = 1;; number += 1) {
        const tried = await attempt(number);
        if (tried.done)
            return tried.value;
        const delayMs = tried.afterMs ?? Math.min(maxDelayMs, firstDelayMs * 2 ** (number - 1));
        if (number >= attempts || delayMs > maxDelayMs)
            throw tried.error;
        await sleep(delayMs);
    }
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
