export const id = 404;
export const ids = [404];
export const modules = {

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

/***/ 6404:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   unlockCommand: () => (/* binding */ unlockCommand)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var _files_lock_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7887);
/* harmony import */ var _report_timestamp_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(450);
/* harmony import */ var _console_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9451);
/* harmony import */ var _find_root_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1044);
/* harmony import */ var _lock_folder_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9080);
/* harmony import */ var _run_record_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4689);
/* harmony import */ var _world_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9974);








/**
 * `unlock`: who holds the repository. Removes what a dead process left, refuses a live one. One of another machine or
 * container cannot be judged from here: `force` says that the person knows it to be dead.
 */
function unlockCommand({ force }, world) {
    const { console } = world;
    const root = (0,_find_root_js__WEBPACK_IMPORTED_MODULE_3__/* .findRoot */ .w)(world);
    if (!root.ok)
        return Promise.resolve(console.fail(root.error, root.error.exitCode));
    const folder = (0,_lock_folder_js__WEBPACK_IMPORTED_MODULE_4__/* .lockFolder */ .M)((0,_lock_folder_js__WEBPACK_IMPORTED_MODULE_4__/* .commonDirOf */ .Q)(root.value));
    const lock = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(folder) ? (0,_run_record_js__WEBPACK_IMPORTED_MODULE_5__/* .lockState */ .HE)(root.value) : null;
    if (lock === null) {
        console.json({ locked: false, removed: false });
        console.print('Nobody holds the lock.');
        return Promise.resolve(_world_js__WEBPACK_IMPORTED_MODULE_6__/* .EXIT */ .d.completed);
    }
    const { holder, liveness } = lock;
    const who = (0,_console_js__WEBPACK_IMPORTED_MODULE_2__/* .clean */ .u)(`run ${holder.runId} of ${holder.workflow}, process ${holder.pid} on ${holder.host}, since ${(0,_report_timestamp_js__WEBPACK_IMPORTED_MODULE_7__/* .timestamp */ .v)(holder.startedAtMs)}`);
    if (liveness === 'alive') {
        const help = `Wait for it, or stop it: kill ${holder.pid} (it pauses and can be resumed).`;
        return Promise.resolve(console.fail({ code: 'locked', message: `The lock is held by ${who}`, help }, _world_js__WEBPACK_IMPORTED_MODULE_6__/* .EXIT */ .d.locked));
    }
    if (liveness === 'elsewhere' && !force) {
        const help = `Look there whether process ${holder.pid} still runs. If it does not: workflow-runner unlock --force`;
        return Promise.resolve(console.fail({ code: 'locked', message: `The lock is held by ${who}, which cannot be seen from here`, help }, _world_js__WEBPACK_IMPORTED_MODULE_6__/* .EXIT */ .d.locked));
    }
    const removed = (0,_files_lock_js__WEBPACK_IMPORTED_MODULE_1__/* .unlock */ .Tl)(folder, holder.runId);
    if (!removed.ok || !removed.value) {
        const help = 'Look again: workflow-runner unlock';
        return Promise.resolve(console.fail({ code: 'not-unlocked', message: 'The lock could not be removed', help }, _world_js__WEBPACK_IMPORTED_MODULE_6__/* .EXIT */ .d.failed));
    }
    console.json({ locked: true, removed: true, holder });
    console.print(`Removed the lock of ${who}: ${liveness === 'dead' ? 'that process has ended' : 'asked for by --force'}.`);
    return Promise.resolve(_world_js__WEBPACK_IMPORTED_MODULE_6__/* .EXIT */ .d.completed);
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


/***/ })

};
