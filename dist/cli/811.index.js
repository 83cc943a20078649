export const id = 811;
export const ids = [811];
export const modules = {

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

/***/ 9811:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  checkDefinitions: () => (/* binding */ checkDefinitions),
  validateCommand: () => (/* binding */ validateCommand)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./.cache/build/lib/base/diagnostic.js
var diagnostic = __webpack_require__(4942);
// EXTERNAL MODULE: ./.cache/build/lib/base/result.js
var result = __webpack_require__(5256);
// EXTERNAL MODULE: ./.cache/build/lib/report/render-diagnostics.js
var render_diagnostics = __webpack_require__(9913);
// EXTERNAL MODULE: ./node_modules/semver/index.js
var semver = __webpack_require__(2088);
;// CONCATENATED MODULE: ./.cache/build/lib/definition/compare-versions.js

/**
 * Whether the version of a changed workflow rose as much as the change asks for: removing or renaming a step or phase is a
 * major change, adding one a minor, everything else a patch. Comments and blank lines are no change. The newest changelog
 * entry must be the new version. Diagnostics point into the newer file.
 */
function compareVersions(older, newer) {
    if (meaning(older.text) === meaning(newer.text))
        return [];
    const before = older.workflow.version;
    const after = newer.workflow.version;
    if ((0,semver.valid)(before) === null || (0,semver.valid)(after) === null)
        return [];
    const change = largestChange(older.workflow, newer.workflow);
    if (!(0,semver.gt)(after, before)) {
        return [
            error(newer.workflow, {
                code: 'version-not-raised',
                message: `the workflow changed, its version (${after}) did not rise above ${before}`,
                help: `${change.what}: raise the ${change.level} version`,
            }),
        ];
    }
    const diagnostics = levelOf(before, after) < rank[change.level] ? [tooSmall(newer.workflow, before, change)] : [];
    const [newest] = newer.workflow.changelog;
    if (newest?.version === after)
        return diagnostics;
    const finding = {
        code: 'changelog-missing',
        message: `the changelog does not tell of ${after}`,
        help: `add \`- ${after}: what changed\` as its first entry`,
    };
    return [...diagnostics, error(newer.workflow, finding)];
}
const rank = { patch: 1, minor: 2, major: 3 };
function levelOf(before, after) {
    const level = (0,semver.diff)(before, after);
    if (level === 'major' || level === 'premajor')
        return rank.major;
    return level === 'minor' || level === 'preminor' ? rank.minor : rank.patch;
}
function tooSmall(workflow, before, change) {
    return error(workflow, {
        code: 'version-rise-too-small',
        message: `from ${before} to ${workflow.version} is less than a ${change.level} version`,
        help: `${change.what}: raise the ${change.level} version`,
    });
}
function largestChange(older, newer) {
    const before = namesOf(older);
    const after = namesOf(newer);
    const removed = [...before].find((name) => !after.has(name));
    if (removed !== undefined)
        return { level: 'major', what: `the ${removed} was removed or renamed` };
    const added = [...after].find((name) => !before.has(name));
    if (added !== undefined)
        return { level: 'minor', what: `the ${added} was added` };
    return { level: 'patch', what: 'something else changed' };
}
/** `step x` and `phase y`; the phase of a workflow without phases has no name of its own, but its type counts. */
function namesOf(workflow) {
    return new Set(workflow.phases.flatMap((phase) => [`phase ${phase.name}`, ...phase.steps.map((step) => `step ${step.id}`)]));
}
/** The text without whole-line comments, blank lines and space at the ends of lines. */
function meaning(text) {
    return text
        .split('\n')
        .map((line) => line.trimEnd())
        .filter((line) => line !== '' && !line.trimStart().startsWith('#'))
        .join('\n');
}
function error(workflow, finding) {
    return { severity: 'error', ...finding, location: workflow.location };
}

// EXTERNAL MODULE: ./.cache/build/lib/definition/parse-workflow.js + 20 modules
var parse_workflow = __webpack_require__(4854);
// EXTERNAL MODULE: ./.cache/build/lib/git/git.js
var git_git = __webpack_require__(4092);
// EXTERNAL MODULE: ./.cache/build/lib/git/repository.js
var git_repository = __webpack_require__(6018);
// EXTERNAL MODULE: ./.cache/build/lib/process/environment.js
var environment = __webpack_require__(7500);
;// CONCATENATED MODULE: ./.cache/build/lib/commands/changes-since.js






/**
 * What the rules of versioning say about the workflows that changed since `ref`. Workflows that are new since then, or were
 * not valid then, have nothing to be compared with.
 */
async function changesSince({ root, ref, loaded }, world) {
    const gitPath = (0,environment/* findProgram */.Kp)('git', world.env['PATH'] ?? '');
    if (gitPath === null)
        return (0,result/* err */._)(problem('git-missing', 'git is not on PATH', 'Install git 2.38 or newer.'));
    const git = new git_git/* Git */.T({ runProcess: world.runProcess, gitPath, env: world.env });
    const repository = await (0,git_repository/* openRepository */.h_)(root, git);
    if (!repository.ok)
        return repository;
    const at = { git, repository: repository.value };
    const commit = await resolveCommit(at, ref);
    if (commit === null) {
        return (0,result/* err */._)(problem('unknown-ref', `there is no commit '${ref}' here`, 'In a shallow clone fetch it first: git fetch origin NAME'));
    }
    const diagnostics = [];
    for (const { file, source, workflow } of loaded) {
        if (workflow === null || source === null)
            continue;
        const before = await fileAt(at, commit, file);
        const older = before === null ? null : (0,parse_workflow/* parseWorkflow */.h)(before, file).workflow;
        if (before === null || older === null)
            continue;
        diagnostics.push(...compareVersions({ workflow: older, text: before }, { workflow, text: source.text }));
    }
    return (0,result.ok)(diagnostics);
}
async function resolveCommit({ git, repository }, ref) {
    const answer = await git.run({
        args: ['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`],
        place: (0,git_repository/* checkoutOf */.o5)(repository),
        cwd: repository.root,
        readOnly: true,
    });
    return answer.ok ? answer.value.text : null;
}
/** The text of a file as it was; null when it was not there, or not as text. */
async function fileAt({ git, repository }, commit, file) {
    const answer = await git.run({
        args: ['cat-file', 'blob', `${commit}:${file}`],
        place: (0,git_repository/* checkoutOf */.o5)(repository),
        cwd: repository.root,
        readOnly: true,
    });
    return answer.ok ? answer.value.stdout.toString('utf8') : null;
}
const problem = (code, message, help) => ({ code, message, help, exitCode: 2 });

// EXTERNAL MODULE: ./.cache/build/lib/commands/console.js
var commands_console = __webpack_require__(9451);
// EXTERNAL MODULE: ./.cache/build/lib/commands/find-root.js
var find_root = __webpack_require__(1044);
// EXTERNAL MODULE: ./.cache/build/lib/commands/how-to-begin.js
var how_to_begin = __webpack_require__(720);
// EXTERNAL MODULE: ./.cache/build/lib/commands/load-workflows.js + 2 modules
var load_workflows = __webpack_require__(9885);
// EXTERNAL MODULE: ./.cache/build/lib/commands/workflow-folder.js + 1 modules
var workflow_folder = __webpack_require__(7518);
// EXTERNAL MODULE: ./.cache/build/lib/commands/world.js
var world = __webpack_require__(9974);
;// CONCATENATED MODULE: ./.cache/build/lib/commands/validate.js












/** `validate`: every problem of the definitions at once; exit code 2 when there is an error. */
async function validateCommand(request, world) {
    const checked = await checkDefinitions(request, world);
    return checked.ok ? tell(checked.value, world) : world.console.fail(checked.error, checked.error.exitCode);
}
/** Checks the definitions, each on its own and all together. The problem is one of the request. */
async function checkDefinitions({ files, since }, world) {
    const root = (0,find_root/* findRoot */.w)(world);
    if (!root.ok && (files.length === 0 || since !== null))
        return root;
    const top = root.ok ? root.value : world.cwd;
    const folder = new workflow_folder/* WorkflowFolder */.gf(top);
    const checked = files.length === 0
        ? folder.names.flatMap((name) => folder.load(name) ?? [])
        : files.map((file) => loadGiven(file, top, world));
    const diagnostics = checked.flatMap((loaded) => checkOne(loaded, top, folder));
    if (since !== null) {
        const compared = await changesSince({ root: top, ref: since, loaded: checked }, world);
        if (!compared.ok)
            return compared;
        diagnostics.push(...compared.value);
    }
    return (0,result.ok)({ root: top, files: checked.map(({ file }) => file), diagnostics: (0,diagnostic/* sortDiagnostics */.D)(diagnostics) });
}
function tell({ root, files, diagnostics }, { console }) {
    if (files.length === 0) {
        console.json({ files, diagnostics });
        console.print((0,how_to_begin/* howToBegin */.x)(root));
        return world/* EXIT */.d.completed;
    }
    const what = `${files.length} workflow${files.length === 1 ? '' : 's'}`;
    if (diagnostics.some(({ severity }) => severity === 'error')) {
        const message = `${what} checked, not all are valid`;
        return console.fail({ code: 'invalid-definition', message, diagnostics }, world/* EXIT */.d.invalid);
    }
    console.json({ files, diagnostics });
    if (diagnostics.length > 0)
        console.print(`${(0,render_diagnostics/* renderDiagnostics */.D)(diagnostics, { paint: console.paint, clean: commands_console/* clean */.u })}\n`);
    const count = (0,render_diagnostics/* countDiagnostics */.i)(diagnostics);
    console.print(`${what} checked: ${console.paint('success', 'valid')}${count === '' ? '' : `, ${count}`}`);
    return world/* EXIT */.d.completed;
}
/** A workflow of the folder is also planned, so that what it nests and names is looked at. */
function checkOne(loaded, root, folder) {
    const { workflow, file, diagnostics } = loaded;
    if (workflow === null || folder.load(workflow.name)?.file !== file)
        return diagnostics;
    const planned = (0,load_workflows/* loadPlanFrom */.uR)(root, folder, workflow.name);
    return planned.ok ? planned.value.warnings : planned.error;
}
function loadGiven(file, root, { cwd }) {
    const path = (0,external_node_path_.relative)(root, (0,external_node_path_.resolve)(cwd, file));
    const loaded = path.startsWith('..')
        ? (0,workflow_folder/* loadWorkflowFile */.md)('/', (0,external_node_path_.relative)('/', (0,external_node_path_.resolve)(cwd, file)))
        : (0,workflow_folder/* loadWorkflowFile */.md)(root, path);
    const missing = loaded.diagnostics[0];
    const isName = !/[./]/.test(file) && (0,external_node_fs_.statSync)((0,external_node_path_.resolve)(cwd, file), { throwIfNoEntry: false }) === undefined;
    if (!isName || missing === undefined)
        return loaded;
    const help = `validate takes files: ${workflow_folder/* WORKFLOW_FOLDER */.xi}/${file}.yaml?`;
    return { ...loaded, diagnostics: [{ ...missing, help }] };
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

/***/ 7500:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fj: () => (/* binding */ secretsOf),
/* harmony export */   Kp: () => (/* binding */ findProgram),
/* harmony export */   Qc: () => (/* binding */ childEnvironment)
/* harmony export */ });
/* unused harmony export absolutePath */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);


/**
 * What a child may inherit: a list of names, never "everything but". Left out on purpose, besides every secret:
 * GITHUB_*, RUNNER_*, ACTIONS_* and INPUT_* (a step must not speak to the runner), GIT_* (would redirect our git),
 * NODE_OPTIONS and LD_* (would run code in every child), NIX_CONFIG (holds `access-tokens` on GitHub) and
 * NIX_REMOTE_SYSTEMS and NIX_SSHOPTS (would send builds, with the user's keys, elsewhere).
 */
const inheritedNames = new Set([
    'PATH',
    'HOME',
    'USER',
    'LOGNAME',
    'SHELL',
    'LANG',
    'LANGUAGE',
    'TZ',
    'TZDIR',
    'TERM',
    'COLORTERM',
    'NO_COLOR',
    'TMPDIR',
    'LOCALE_ARCHIVE',
    'SSL_CERT_FILE',
    'SSL_CERT_DIR',
    'NODE_EXTRA_CA_CERTS',
    'http_proxy',
    'https_proxy',
    'all_proxy',
    'no_proxy',
    'HTTP_PROXY',
    'HTTPS_PROXY',
    'ALL_PROXY',
    'NO_PROXY',
    'NIX_PATH',
    'NIX_PROFILES',
    'NIX_REMOTE',
    'NIX_SSL_CERT_FILE',
    'NIX_STATE_DIR',
    'NIX_STORE_DIR',
    'NIX_STORE',
    'NIX_DATA_DIR',
    'NIX_LOG_DIR',
    'NIX_CONF_DIR',
    'NIX_USER_CONF_FILES',
    'NIX_USER_PROFILE_DIR',
    'NIX_LD',
    'NIX_LD_LIBRARY_PATH',
    'NIX_DAEMON_SOCKET_PATH',
    // A runner that runs inside a step stays part of that step's tree.
    'WORKFLOW_RUNNER_TREE',
]);
const inheritedPrefixes = ['LC_', 'XDG_'];
/** Names that hold a secret by their looks: `GITHUB_TOKEN`, `ANTHROPIC_API_KEY`, `db_password`, `npm_config__auth` … */
const secretName = /(^|_)(token|tokens|key|keys|secret|secrets|password|passwd|passphrase|pwd|credential|credentials|auth|authorization|pat|apikey|accesskey|cookie)(_|$)|(token|secret|password|apikey)$/i;
/** Shorter values (`true`, `basic`) are hardly secrets, and redacting them would make logs unreadable. */
const secretMinimumLength = 8;
/**
 * The environment of a child: what `source` has of the names above, then `extra` over it. PATH keeps only absolute entries:
 * an empty, relative or `.` entry would run programs out of the repository.
 */
function childEnvironment(source, extra = {}) {
    const inherited = Object.entries(source).flatMap(([name, value]) => value !== undefined && isInherited(name) ? [[name, value]] : []);
    const env = Object.fromEntries([...inherited, ...Object.entries(extra)]);
    if (env['PATH'] !== undefined)
        env['PATH'] = absolutePath(env['PATH']);
    return env;
}
/** PATH without its empty and relative entries, in order, each once. */
function absolutePath(path) {
    return [...new Set(path.split(':').filter(node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute))].join(':');
}
/**
 * Where a program is on `path` (a PATH): the absolute path of the first executable file, or null. An absolute `name` is
 * checked and returned. A relative name with a slash is never found.
 */
function findProgram(name, path) {
    if ((0,node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(name))
        return isExecutable(name) ? name : null;
    if (name === '' || name.includes('/') || name.includes('\0'))
        return null;
    const folders = absolutePath(path)
        .split(':')
        .filter((folder) => folder !== '');
    return folders.map((folder) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, name)).find(isExecutable) ?? null;
}
/** The values of variables whose name looks like a secret's and that have at least 8 characters; for `createRedactor`. */
function secretsOf(env) {
    const values = Object.entries(env).flatMap(([name, value]) => value !== undefined && value.length >= secretMinimumLength && isSecretName(name) ? [value] : []);
    return [...new Set(values)];
}
function isInherited(name) {
    return ((inheritedNames.has(name) || inheritedPrefixes.some((prefix) => name.startsWith(prefix))) && !isSecretName(name));
}
function isSecretName(name) {
    // The working folders of shells, which only look like an abbreviated password.
    return name !== 'PWD' && name !== 'OLDPWD' && secretName.test(name);
}
function isExecutable(file) {
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.accessSync)(file, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.X_OK);
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(file).isFile();
    }
    catch {
        return false;
    }
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
