export const id = 361;
export const ids = [361];
export const modules = {

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

/***/ 9080:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ lockFolder),
/* harmony export */   Q: () => (/* binding */ commonDirOf)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);


/** The folder of the repository lock: one for all worktrees of a repository, and never part of a tree. */
function lockFolder(commonDir) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(commonDir, 'workflow-runner', 'lock');
}
/**
 * The common git directory of the checkout at `root`, without asking git: `.git` itself, or what the file `.git` of a linked
 * worktree or submodule names (gitrepository-layout(5): `gitdir:` and `commondir`).
 */
function commonDirOf(root) {
    const gitDir = readGitFile((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, '.git')) ?? '.git';
    const own = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(root, gitDir.replace(/^gitdir: /, ''));
    return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(own, readGitFile((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(own, 'commondir')) ?? '.');
}
function readGitFile(path) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path, 'utf8').trim();
    }
    catch {
        return null;
    }
}


/***/ }),

/***/ 4689:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HE: () => (/* binding */ lockState),
/* harmony export */   Uw: () => (/* binding */ readMetrics),
/* harmony export */   cI: () => (/* binding */ readRun)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var _files_read_file_bounded_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1998);
/* harmony import */ var _files_lock_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7887);
/* harmony import */ var _runner_run_files_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5653);
/* harmony import */ var _lock_folder_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9080);





const MAX_BYTES = 64 * 1024 * 1024;
/** Who holds the repository's lock; null when nobody does or it cannot be read. */
function lockState(root) {
    const folder = (0,_lock_folder_js__WEBPACK_IMPORTED_MODULE_4__/* .lockFolder */ .M)((0,_lock_folder_js__WEBPACK_IMPORTED_MODULE_4__/* .commonDirOf */ .Q)(root));
    if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(folder))
        return null;
    const lock = (0,_files_lock_js__WEBPACK_IMPORTED_MODULE_2__/* .readLock */ .mF)(folder);
    return lock.ok ? lock.value : null;
}
/** The last run of a workflow as its files tell; null when it never ran. A stored "running" is checked against the lock. */
function readRun(root, workflow, lock) {
    const files = (0,_runner_run_files_js__WEBPACK_IMPORTED_MODULE_3__/* .runFiles */ .N)(root, workflow);
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
    return readDocument((0,_runner_run_files_js__WEBPACK_IMPORTED_MODULE_3__/* .runFiles */ .N)(root, '').metrics, ['workflows', 'agents']);
}
/** A file that this program wrote, as far as a few of its keys tell; null for anything else. Extra keys of newer versions are fine. */
function readDocument(path, keys) {
    const bytes = (0,_files_read_file_bounded_js__WEBPACK_IMPORTED_MODULE_1__/* .readFileBounded */ .Y)(path, MAX_BYTES);
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

/***/ 7887:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  IZ: () => (/* binding */ acquireLock),
  mF: () => (/* binding */ readLock),
  Tl: () => (/* binding */ unlock)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./.cache/build/lib/base/result.js
var result = __webpack_require__(5256);
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
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: ./.cache/build/lib/files/process-stat.js
var process_stat = __webpack_require__(2441);
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
function livenessOf(identity) {
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
var read_file_bounded = __webpack_require__(1998);
// EXTERNAL MODULE: ./.cache/build/lib/files/trouble.js
var trouble = __webpack_require__(4232);
// EXTERNAL MODULE: ./.cache/build/lib/files/write-file-atomic.js
var write_file_atomic = __webpack_require__(9497);
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
                const liveness = livenessOf(before.holder);
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
        return (0,result.ok)(claim?.state === 'held' ? { holder: claim.holder, liveness: livenessOf(claim.holder) } : null);
    }
    catch (error) {
        return (0,result/* err */._)({ reason: 'file', trouble: (0,trouble/* fileTrouble */.A)(error, folder) });
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
            return (0,result.ok)(false);
        return (0,result.ok)(makeClaim(folder, number + 1, { ...claim, state: 'released', nonce: (0,external_node_crypto_.randomBytes)(16).toString('hex') }));
    }
    catch (error) {
        return (0,result/* err */._)({ reason: 'file', trouble: (0,trouble/* fileTrouble */.A)(error, folder) });
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

/***/ 3432:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ performerOf)
/* harmony export */ });
/** How a step is recorded: the agent or skill that does it, or `command`. */
function performerOf(step) {
    switch (step.action.kind) {
        case 'agent':
            return step.action.agent;
        case 'skill':
            return step.action.skill;
        case 'command':
            return 'command';
    }
}


/***/ }),

/***/ 7910:
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

/***/ 2493:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ax: () => (/* binding */ shortCommit),
/* harmony export */   hS: () => (/* binding */ counted),
/* harmony export */   qZ: () => (/* binding */ stepCount),
/* harmony export */   rs: () => (/* binding */ costText),
/* harmony export */   vO: () => (/* binding */ stepLabel)
/* harmony export */ });
/* harmony import */ var _plan_plan_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3432);

/** A step in one word or two: its performer and its name, `structure-validator create-module-defaults`. */
function stepLabel(step) {
    const performer = (0,_plan_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .performerOf */ .u)(step);
    if (step.action.kind === 'command')
        return step.name;
    return performer === step.name ? step.name : `${performer} ${step.name}`;
}
/** `[2/4]`, the number padded so that lines stand below each other. */
function stepCount(step, total) {
    const width = String(total).length;
    return `[${String(step.number).padStart(width)}/${total}]`;
}
/** The beginning of a commit's name, as git shows it. */
function shortCommit(commit) {
    return commit.slice(0, 7);
}
/** `1 file`, `5 files`. */
function counted(count, what) {
    return `${count} ${what}${count === 1 ? '' : 's'}`;
}
/** US dollars for a person: `$0.42`; below a cent `$0.0042`. */
function costText(costUsd) {
    return costUsd > 0 && costUsd < 0.01 ? `$${costUsd.toFixed(4)}` : `$${costUsd.toFixed(2)}`;
}


/***/ }),

/***/ 7374:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ textTable)
/* harmony export */ });
/* harmony import */ var _display_width_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2961);

/** Rows as aligned columns, two spaces between them, no space at the end of a line. The last column is not padded. */
function textTable(rows) {
    const widths = [];
    for (const row of rows) {
        row.slice(0, -1).forEach((cell, column) => (widths[column] = Math.max(widths[column] ?? 0, (0,_display_width_js__WEBPACK_IMPORTED_MODULE_0__/* .displayWidth */ .F1)(cell))));
    }
    return rows.map((row) => row
        .map((cell, column) => (0,_display_width_js__WEBPACK_IMPORTED_MODULE_0__/* .padWidth */ ._n)(cell, widths[column] ?? 0))
        .join('  ')
        .trimEnd());
}


/***/ }),

/***/ 5653:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ runFiles),
/* harmony export */   g: () => (/* binding */ archiveRun)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);


function runFiles(root, workflow) {
    const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, '.claude', 'workflows', workflow);
    return {
        folder,
        journal: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'journal.jsonl'),
        state: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'state.json'),
        progress: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'progress.json'),
        logs: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'logs'),
        results: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'results'),
        earlierRuns: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'runs'),
        metrics: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, '.claude', 'workflows', 'metrics.json'),
    };
}
/**
 * Moves the files of the last run to `runs/<runId>/`, the journal last: killed half-way, the next call finishes the move.
 * Logs are daily and stay.
 */
async function archiveRun(files, runId) {
    const target = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(files.earlierRuns, runId);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(target, { recursive: true });
    for (const name of ['results', 'progress.json', 'state.json', 'journal.jsonl']) {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(target, name), { recursive: true, force: true });
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rename)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(files.folder, name), (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(target, name)).catch((error) => {
            if (!isMissing(error))
                throw error;
        });
    }
}
function isMissing(error) {
    return error instanceof Error && 'code' in error && error.code === 'ENOENT';
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


/***/ })

};
