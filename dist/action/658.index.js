export const id = 658;
export const ids = [658];
export const modules = {

/***/ 5190:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ buildPrompt)
/* harmony export */ });
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


/***/ }),

/***/ 73658:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  $: () => (/* binding */ performRun)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./.cache/build/lib/git/references.js
var references = __webpack_require__(18636);
;// CONCATENATED MODULE: ./.cache/build/lib/git/clean-stale.js



/**
 * Removes the lock files that a killed git left where only the runner works: its git directories under `cacheDir`, and its own
 * refs in the user's repository. Only to be called while holding the repository lock. Returns what was removed.
 */
async function cleanStale(repository, cacheDir) {
    const places = [(0,external_node_path_.join)(cacheDir, 'git'), (0,external_node_path_.join)(cacheDir, 'trusted'), (0,external_node_path_.join)(repository.commonDir, references/* REFERENCE_ROOT */.jG)];
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

// EXTERNAL MODULE: ./.cache/build/lib/git/exclude.js
var exclude = __webpack_require__(94894);
// EXTERNAL MODULE: ./.cache/build/lib/git/trusted-git.js
var trusted_git = __webpack_require__(67734);
// EXTERNAL MODULE: ./.cache/build/lib/git/workspace-pool.js + 5 modules
var workspace_pool = __webpack_require__(99897);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./.cache/build/lib/files/process-stat.js
var process_stat = __webpack_require__(22441);
// EXTERNAL MODULE: ./.cache/build/lib/process/proc.js
var proc = __webpack_require__(84721);
// EXTERNAL MODULE: ./.cache/build/lib/process/spawn.js + 4 modules
var spawn = __webpack_require__(57526);
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
var external_node_events_ = __webpack_require__(78474);
// EXTERNAL MODULE: ./.cache/build/lib/engine/apply-event.js + 1 modules
var apply_event = __webpack_require__(70447);
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

// EXTERNAL MODULE: ./.cache/build/lib/runner/conclude.js
var conclude = __webpack_require__(53369);
// EXTERNAL MODULE: ./.cache/build/lib/base/result.js
var base_result = __webpack_require__(45256);
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
var picomatch = __webpack_require__(14006);
// EXTERNAL MODULE: ./.cache/build/lib/plan/plan.js
var plan = __webpack_require__(23432);
// EXTERNAL MODULE: ./.cache/build/lib/steps/registry.js + 3 modules
var registry = __webpack_require__(59621);
// EXTERNAL MODULE: ./.cache/build/lib/steps/step-kind.js
var step_kind = __webpack_require__(99296);
// EXTERNAL MODULE: ./.cache/build/lib/runner/run-checks.js
var run_checks = __webpack_require__(33429);
// EXTERNAL MODULE: ./.cache/build/lib/runner/redact-deep.js
var redact_deep = __webpack_require__(61496);
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
        return failed((0,step_kind/* free */.t)(acquired.error));
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
        const report = (0,redact_deep/* redactDeep */.K)(await (0,registry/* runKind */.I)(job.step.action, input), world.tools.redact);
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
    return (0,run_checks/* runChecks */.JT)({ commands: validation, dir: workspace.root, signal, onOutput: log.write }, world);
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
        const updated = await (0,references/* updateReferences */.s8)(git, repository, [update]);
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

// EXTERNAL MODULE: ./.cache/build/lib/git/paths-in-the-way.js
var paths_in_the_way = __webpack_require__(49786);
// EXTERNAL MODULE: ./.cache/build/lib/git/recover-landing.js + 2 modules
var recover_landing = __webpack_require__(70664);
// EXTERNAL MODULE: ./.cache/build/lib/git/repository.js
var git_repository = __webpack_require__(46018);
;// CONCATENATED MODULE: ./.cache/build/lib/git/landing.js




/**
 * Fast-forwards the user's checkout (branch or detached HEAD) to `to`: files and index first, HEAD last, so that a HEAD at
 * `to` means that all is done. Other dirty files stay as they are. The user's line endings and filters apply, as for
 * `git merge`; hooks do not run, a transaction must not execute code of the tree. LFS files arrive as pointers.
 * A kill at any point is repaired by `recoverLanding`; call it at the next start with what the journal recorded.
 */
async function land(context, request) {
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
    for (const path of (0,paths_in_the_way/* pathsInTheWay */.M)(repository.root, changes.value))
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
    const recovery = await (0,recover_landing/* recoverLanding */.G)(context, request);
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
    const landed = await land(place.landing, { from, to, startedAtMs, reason });
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
        (0,apply_event/* applyEvent */.Z)(this.state, event);
        for (const observe of this.#observers)
            observe(event, this.state);
    };
}

// EXTERNAL MODULE: ./.cache/build/lib/steps/shell.js
var shell = __webpack_require__(66485);
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
    const result = await (0,shell/* runShell */.E)(command, {
        dir: workspace.root,
        signal,
        onOutput,
        tools: world.tools,
        timeoutMs: null,
    });
    const failure = (0,shell/* commandFailure */._)(command, result, null);
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

// EXTERNAL MODULE: ./.cache/build/lib/runner/workspace-shelf.js
var workspace_shelf = __webpack_require__(98066);
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
        this.#steps = new workspace_shelf/* WorkspaceShelf */.G(deps.pool, 'step');
        this.#checks = new workspace_shelf/* WorkspaceShelf */.G(deps.pool, 'check');
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
            const flake = flakeToo && !commands.includes(run_checks/* FLAKE_CHECK */.bx) && (0,run_checks/* hasFlake */.Q7)(workspace.root);
            const checks = flake ? [run_checks/* FLAKE_CHECK */.bx, ...commands] : commands;
            const run = { commands: checks, dir: workspace.root, signal, onOutput: log.write };
            return { checks, failure: await (0,run_checks/* runChecks */.JT)(run, this.#world) };
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
        const updates = commits.map(({ name, commit }) => ({ name: (0,references/* referenceName */.z$)(runId, name), to: commit }));
        const updated = await (0,references/* updateReferences */.s8)(landing.git, landing.trusted.repository, updates);
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

// EXTERNAL MODULE: ./.cache/build/lib/runner/run-loop.js + 7 modules
var run_loop = __webpack_require__(88548);
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
        const end = await (0,conclude/* conclude */.E)(world, await (0,run_loop/* runLoop */.y)(world));
        return { end, state, problems: problemsOf(log, projector) };
    }
    catch (error) {
        if (!(error instanceof RunUnwritable))
            throw error;
        const paused = { type: 'run-paused', at: now(), why: 'storage' };
        // Where the journal cannot say it either, at least what follows from it must not say `running`.
        started.journal.append(paused, { sync: true });
        (0,apply_event/* applyEvent */.Z)(state, paused);
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

// EXTERNAL MODULE: ./.cache/build/lib/runner/run-files.js
var run_files = __webpack_require__(95653);
// EXTERNAL MODULE: ./.cache/build/lib/runner/start-run.js
var start_run = __webpack_require__(61378);
// EXTERNAL MODULE: ./.cache/build/lib/commands/begin-run.js
var begin_run = __webpack_require__(51447);
// EXTERNAL MODULE: ./.cache/build/lib/engine/run-state.js
var run_state = __webpack_require__(75723);
// EXTERNAL MODULE: ./.cache/build/lib/git/revert-range.js
var revert_range = __webpack_require__(30720);
// EXTERNAL MODULE: ./.cache/build/lib/report/step-label.js
var step_label = __webpack_require__(42493);
// EXTERNAL MODULE: ./.cache/build/lib/report/state-document.js
var state_document = __webpack_require__(25065);
// EXTERNAL MODULE: ./.cache/build/lib/commands/run-documents.js + 3 modules
var run_documents = __webpack_require__(9774);
// EXTERNAL MODULE: ./.cache/build/lib/commands/world.js
var commands_world = __webpack_require__(99974);
;// CONCATENATED MODULE: ./.cache/build/lib/commands/roll-back.js











/**
 * `--rollback-to-checkpoint`: the last run is again where it was when that step had completed. What has landed is taken back
 * by a revert commit in the checkout; history is not rewritten. Resolves with the exit code.
 */
async function rollBack(prepared, request, world) {
    const { console } = world;
    const last = await (0,start_run/* openLastRun */.wi)(request);
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
        console.json((0,state_document/* buildState */.q)(done.value));
        return commands_world/* EXIT */.d.completed;
    }
    finally {
        last.value.journal.close();
    }
}
async function rollBackRun({ rollbackTo, files, name }, { last, request }, { console }) {
    if (rollbackTo === null)
        throw new Error('no step to roll back to');
    const checkpoint = (0,start_run/* checkpointOf */.S$)(last, request.plan, rollbackTo.id);
    if (!checkpoint.ok)
        return checkpoint;
    const to = (0,run_state/* headCommit */.Qo)(checkpoint.value);
    const reverted = await revertLanded(last, to, request);
    if (!reverted.ok)
        return reverted;
    const { now } = request;
    const event = { type: 'rolled-back', at: now(), step: rollbackTo.id, revertCommit: reverted.value };
    const written = last.journal.append(event, { sync: true });
    if (!written.ok)
        return (0,base_result/* err */._)(roll_back_unwritable(written.error));
    const state = (0,apply_event/* foldEvents */.v)(request.plan, [...last.events, event]);
    (0,run_documents/* projection */.Q)(files, now)(state);
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
    const result = state.afterHooks ?? (0,run_state/* headCommit */.Qo)(state);
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
    const reverted = await (0,revert_range/* revertRange */.O)(trusted, {
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
    const moved = await land(request.landing, landing);
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

// EXTERNAL MODULE: ./.cache/build/lib/commands/run-tools.js
var run_tools = __webpack_require__(81273);
// EXTERNAL MODULE: ./.cache/build/lib/report/event-lines.js
var event_lines = __webpack_require__(28340);
// EXTERNAL MODULE: ./.cache/build/lib/report/display-width.js
var display_width = __webpack_require__(62961);
// EXTERNAL MODULE: ./.cache/build/lib/report/duration-text.js
var duration_text = __webpack_require__(67910);
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
        const current = (0,run_state/* groupState */.Rm)(state, group.path);
        const inner = childrenInFlight(current).flatMap((child) => (child.node === 'group' ? [child] : []));
        const active = inner.filter((child) => isOpen((0,run_state/* groupState */.Rm)(state, child.path)));
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
        facts.push(`skipped: ${(0,event_lines/* skipText */.DD)(step.skipped)}`);
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

// EXTERNAL MODULE: ./.cache/build/lib/commands/console.js + 1 modules
var commands_console = __webpack_require__(76867);
;// CONCATENATED MODULE: ./.cache/build/lib/commands/run-view.js



/** The spinner's pace. */
const FRAME_MS = 100;
/** A live view on a terminal, plain lines elsewhere. */
async function openRunView(console, now) {
    const lines = new event_lines/* EventLines */.II({ clean: commands_console/* clean */.u, paint: console.paint });
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
var files_lock = __webpack_require__(67887);
// EXTERNAL MODULE: ./.cache/build/lib/report/timestamp.js
var timestamp = __webpack_require__(50450);
// EXTERNAL MODULE: ./.cache/build/lib/commands/lock-folder.js
var lock_folder = __webpack_require__(89080);
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
    await (0,exclude/* addExclude */.w)(repository);
    const landing = { git, trusted: await (0,trusted_git/* openTrustedGit */.m)(git, repository, cacheDir) };
    const unrepaired = dead === null || dead.workflow === before.name ? null : await repairAfter(dead, landing);
    if (unrepaired !== null)
        return refused(unrepaired);
    const restored = await extras.restore?.(landing);
    if (restored !== undefined && 'code' in restored)
        return refused(restored);
    const prepared = restored?.resume === true ? { ...before, flags: { ...before.flags, resume: true } } : before;
    const request = await (0,begin_run/* startRequest */.E7)(prepared, landing, world);
    if (!request.ok)
        return refused(request.error);
    if (prepared.rollbackTo !== null) {
        const exitCode = await rollBack(prepared, request.value, world);
        if (exitCode !== commands_world/* EXIT */.d.completed || !before.flags.resume)
            return { kind: 'rolled-back', exitCode };
    }
    const started = await (0,begin_run/* startOrResume */.V2)(prepared, request.value, world);
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
    return isName ? (0,start_run/* repairLandingOf */.kc)(runId, (0,run_files/* runFiles */.N)(landing.trusted.repository.root, workflow), landing) : null;
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
            pool: new workspace_pool/* WorkspacePool */._(prepared.git, prepared.repository, prepared.cacheDir),
            tools: (0,run_tools/* stepTools */.Cn)(world, prepared.loaded, chosen ?? begin_run/* DEFAULT_BACKEND */.hs),
            now,
            signal,
            newCleaner: (0,run_tools/* cleanerFactory */.$n)(env),
            project: (0,run_documents/* projection */.Q)(prepared.files, now),
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


/***/ }),

/***/ 53369:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ conclude)
/* harmony export */ });
/* harmony import */ var _engine_run_state_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75723);
/* harmony import */ var _run_loop_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(88548);


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
            const finished = await finishResult(world, (0,_engine_run_state_js__WEBPACK_IMPORTED_MODULE_0__/* .headCommit */ .Qo)(state));
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
        const hooks = await effects.runHooks({ which: 'on_failure', hooks: state.plan.onFailure, commit: (0,_engine_run_state_js__WEBPACK_IMPORTED_MODULE_0__/* .headCommit */ .Qo)(state) }, stop);
        const { commit } = hooks;
        record({ type: 'hooks-ran', at: effects.now(), hooks: 'on_failure', commit, failure: hooks.failure }, 'soon');
    }
    record({ type: 'run-ended', at: effects.now(), status: 'failed', failure }, 'durable');
    return 'failed';
}
function pause({ effects, record, stop }) {
    record({ type: 'run-paused', at: effects.now(), why: (0,_run_loop_js__WEBPACK_IMPORTED_MODULE_1__/* .pauseReason */ .P)(stop) }, 'durable');
    return 'paused';
}


/***/ }),

/***/ 88548:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  P: () => (/* binding */ pauseReason),
  y: () => (/* binding */ runLoop)
});

// EXTERNAL MODULE: ./node_modules/@actions/expressions/dist/data/index.js
var data = __webpack_require__(45958);
// EXTERNAL MODULE: ./node_modules/@actions/expressions/dist/ast.js
var ast = __webpack_require__(12049);
;// CONCATENATED MODULE: ./node_modules/@actions/expressions/dist/filtered_array.js

class FilteredArray extends data/* Array */.O3 {
}
//# sourceMappingURL=filtered_array.js.map
// EXTERNAL MODULE: ./node_modules/@actions/expressions/dist/funcs.js + 8 modules
var funcs = __webpack_require__(30111);
;// CONCATENATED MODULE: ./node_modules/@actions/expressions/dist/idxHelper.js
class idxHelper {
    constructor(star, idx) {
        this.star = star;
        if (!idx) {
            return;
        }
        if (!star) {
            if (idx.primitive) {
                this.str = idx.coerceString();
            }
            let f = idx.number();
            if (!isNaN(f) && isFinite(f) && f >= 0) {
                f = Math.floor(f);
                this.int = f;
            }
        }
    }
}
//# sourceMappingURL=idxHelper.js.map
// EXTERNAL MODULE: ./node_modules/@actions/expressions/dist/lexer.js
var lexer = __webpack_require__(12083);
// EXTERNAL MODULE: ./node_modules/@actions/expressions/dist/result.js
var dist_result = __webpack_require__(96856);
;// CONCATENATED MODULE: ./node_modules/@actions/expressions/dist/evaluator.js







class Evaluator {
    /**
     * Creates a new evaluator
     * @param n Parsed expression to evaluate
     * @param context Context data to use
     * @param functions Optional map of function implementations. If given, these will be preferred over the built-in functions.
     */
    constructor(n, context, functions) {
        this.n = n;
        this.context = context;
        this.functions = functions;
    }
    evaluate() {
        return this.eval(this.n);
    }
    eval(n) {
        return n.accept(this);
    }
    visitLiteral(literal) {
        return literal.literal;
    }
    visitUnary(unary) {
        const r = this.eval(unary.expr);
        if (unary.operator.type === lexer/* TokenType */.ks.BANG) {
            return new data/* BooleanData */.bo((0,dist_result/* falsy */.me)(r));
        }
        throw new Error(`unknown unary operator: ${unary.operator.lexeme}`);
    }
    visitBinary(binary) {
        const left = this.eval(binary.left);
        const right = this.eval(binary.right);
        switch (binary.operator.type) {
            case lexer/* TokenType */.ks.EQUAL_EQUAL:
                return new data/* BooleanData */.bo((0,dist_result/* equals */.aI)(left, right));
            case lexer/* TokenType */.ks.BANG_EQUAL:
                return new data/* BooleanData */.bo(!(0,dist_result/* equals */.aI)(left, right));
            case lexer/* TokenType */.ks.GREATER:
                return new data/* BooleanData */.bo((0,dist_result/* greaterThan */.MM)(left, right));
            case lexer/* TokenType */.ks.GREATER_EQUAL:
                return new data/* BooleanData */.bo((0,dist_result/* equals */.aI)(left, right) || (0,dist_result/* greaterThan */.MM)(left, right));
            case lexer/* TokenType */.ks.LESS:
                return new data/* BooleanData */.bo((0,dist_result/* lessThan */.Xe)(left, right));
            case lexer/* TokenType */.ks.LESS_EQUAL:
                return new data/* BooleanData */.bo((0,dist_result/* equals */.aI)(left, right) || (0,dist_result/* lessThan */.Xe)(left, right));
        }
        throw new Error(`unknown binary operator: ${binary.operator.lexeme}`);
    }
    visitLogical(logical) {
        let result;
        for (const arg of logical.args) {
            result = this.eval(arg);
            // Break?
            if ((logical.operator.type === lexer/* TokenType */.ks.AND && (0,dist_result/* falsy */.me)(result)) ||
                (logical.operator.type === lexer/* TokenType */.ks.OR && (0,dist_result/* truthy */.vN)(result))) {
                break;
            }
        }
        // result is always assigned before we return here
        // eslint-disable-next-line @typescript-eslint/no-non-null-assertion
        return result;
    }
    visitGrouping(grouping) {
        return this.eval(grouping.group);
    }
    visitContextAccess(contextAccess) {
        // eslint-disable-next-line @typescript-eslint/no-non-null-assertion
        const r = this.context.get(contextAccess.name.lexeme);
        return r;
    }
    visitIndexAccess(ia) {
        let idx;
        if (ia.index instanceof ast/* Star */.FE) {
            idx = new idxHelper(true, undefined);
        }
        else {
            let idxResult;
            try {
                idxResult = this.eval(ia.index);
            }
            catch (e) {
                throw new Error(`could not evaluate index for index access: ${e.message}`, { cause: e });
            }
            idx = new idxHelper(false, idxResult);
        }
        const objResult = this.eval(ia.expr);
        let result;
        switch (objResult.kind) {
            case data/* Kind */.b8.Array: {
                const tobjResult = objResult;
                if (tobjResult instanceof FilteredArray) {
                    result = filteredArrayAccess(tobjResult, idx);
                }
                else {
                    result = arrayAccess(tobjResult, idx);
                }
                break;
            }
            case data/* Kind */.b8.Dictionary: {
                const tobjResult = objResult;
                result = objectAccess(tobjResult, idx);
                break;
            }
            default:
                if (idx.star) {
                    result = new FilteredArray();
                }
                else {
                    result = new data/* Null */.Uv();
                }
        }
        return result;
    }
    visitFunctionCall(functionCall) {
        // Evaluate arguments
        const args = functionCall.args.map(arg => this.eval(arg));
        // Get function definitions
        const functionName = functionCall.functionName.lexeme.toLowerCase();
        const f = this.functions?.get(functionName) || funcs/* wellKnownFunctions */.j[functionName];
        return f.call(...args);
    }
}
function filteredArrayAccess(fa, idx) {
    const result = new FilteredArray();
    for (const item of fa.values()) {
        // Check the type of the nested item
        switch (item.kind) {
            case data/* Kind */.b8.Dictionary: {
                const ti = item;
                if (idx.star) {
                    for (const v of ti.values()) {
                        result.add(v);
                    }
                }
                else if (idx.str !== undefined) {
                    const v = ti.get(idx.str);
                    if (v !== undefined) {
                        result.add(v);
                    }
                }
                break;
            }
            case data/* Kind */.b8.Array: {
                const ti = item;
                if (idx.star) {
                    for (const v of ti.values()) {
                        result.add(v);
                    }
                }
                else if (idx.int !== undefined && idx.int < ti.values().length) {
                    result.add(ti.get(idx.int));
                }
                break;
            }
        }
    }
    return result;
}
function arrayAccess(a, idx) {
    if (idx.star) {
        const fa = new FilteredArray();
        for (const item of a.values()) {
            fa.add(item);
        }
        return fa;
    }
    if (idx.int !== undefined && idx.int < a.values().length) {
        return a.get(idx.int);
    }
    return new data/* Null */.Uv();
}
function objectAccess(obj, idx) {
    if (idx.star) {
        const fa = new FilteredArray(...obj.values());
        return fa;
    }
    if (idx.str !== undefined) {
        const r = obj.get(idx.str);
        if (r !== undefined) {
            return r;
        }
    }
    return new data/* Null */.Uv();
}
//# sourceMappingURL=evaluator.js.map
// EXTERNAL MODULE: ./.cache/build/lib/definition/condition-syntax.js
var condition_syntax = __webpack_require__(1838);
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
        return (0,dist_result/* truthy */.vN)(new Evaluator(syntax.value.expression, names, statusFunctions(context)).evaluate());
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

// EXTERNAL MODULE: ./.cache/build/lib/engine/reopen.js
var reopen = __webpack_require__(31773);
// EXTERNAL MODULE: ./.cache/build/lib/engine/run-state.js
var run_state = __webpack_require__(75723);
// EXTERNAL MODULE: ./.cache/build/lib/engine/settle.js
var settle = __webpack_require__(93139);
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
    const root = (0,run_state/* groupState */.Rm)(state, '');
    const alone = (0,settle/* endedAlone */.SL)(state);
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
            const children = (0,settle/* unmerged */.Ig)(state, group).map(({ child, commit }) => ({ name: (0,settle/* nameOf */.Vb)(child), commit }));
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
        if ((0,settle/* runsElsewhere */.LP)(state, child))
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
    const group = (0,run_state/* groupState */.Rm)(state, child.path);
    if (group.status !== 'pending')
        return decideGroup(state, group, turn.nowMs);
    const why = reasonToSkip(state, child, turn.parent);
    return why === null
        ? [{ do: 'start-group', group: child, base: turn.base }]
        : [{ do: 'skip-group', group: child, why }];
}
function decideStep(state, planned, turn) {
    const step = (0,run_state/* stepState */.QP)(state, planned.id);
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
    return state.plan.root.children.some((child) => child.node === 'group' && !(0,reopen/* isOver */.PU)((0,run_state/* groupState */.Rm)(state, child.path)));
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
        const { step, failures } = (0,run_state/* stepState */.QP)(state, id);
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


/***/ }),

/***/ 59621:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  E: () => (/* binding */ describeStep),
  I: () => (/* binding */ runKind)
});

// EXTERNAL MODULE: ./.cache/build/lib/base/result.js
var base_result = __webpack_require__(45256);
// EXTERNAL MODULE: ./.cache/build/lib/agents/prompt.js
var agents_prompt = __webpack_require__(5190);
// EXTERNAL MODULE: ./.cache/build/lib/agents/registry.js + 1 modules
var registry = __webpack_require__(93106);
// EXTERNAL MODULE: ./.cache/build/lib/steps/shell.js
var shell = __webpack_require__(66485);
// EXTERNAL MODULE: ./.cache/build/lib/steps/step-kind.js
var step_kind = __webpack_require__(99296);
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
    const found = (0,registry/* findBackend */.g)(input.tools.agentBackend);
    if (!found.ok)
        return (0,base_result/* err */._)((0,step_kind/* free */.t)(found.error));
    const result = await runAgent(found.value, parts, input);
    if (result.end === 'not-found') {
        const help = 'check --agent-backend: the file must exist and be executable';
        return (0,base_result/* err */._)((0,step_kind/* free */.t)({ reason: 'agent-backend-missing', backend: input.tools.agentBackend, help }));
    }
    const failure = (0,shell/* commandFailure */._)(`agent ${parts.agent}`, result, input.timeoutMs);
    if (failure !== null)
        return (0,base_result/* err */._)((0,step_kind/* free */.t)(failure));
    if (result.stdoutTruncated) {
        return (0,base_result/* err */._)((0,step_kind/* free */.t)({ reason: 'agent-result-invalid', detail: `its answer is longer than ${MAX_RESULT_BYTES} bytes` }));
    }
    const answer = found.value.readResult(result.stdout.toString('utf8'));
    if (!answer.ok)
        return (0,base_result/* err */._)((0,step_kind/* free */.t)(answer.error));
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
    const launch = backend.launch({ agent, task, config, prompt: (0,agents_prompt/* buildPrompt */.f)(parts), stepId, attempt });
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
        const result = await (0,shell/* runShell */.E)(action.command, input);
        const failure = (0,shell/* commandFailure */._)(action.command, result, input.timeoutMs);
        if (failure !== null)
            return (0,base_result/* err */._)((0,step_kind/* free */.t)(failure));
        return (0,base_result.ok)({ outcome: 'done', summary: '', outputs: {}, costUsd: null, tokens: null });
    },
};

// EXTERNAL MODULE: ./.cache/build/lib/skills/built-in-names.js
var built_in_names = __webpack_require__(66689);
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
            return Promise.resolve((0,base_result/* err */._)(unknown(action)));
        return own.run === null ? runAsAgent(own, action, input) : runCommand(own.run, action, input);
    },
};
async function runBuiltIn(action, input) {
    // Only now: most of what the program can load is skills.
    const { builtInSkills } = await Promise.all(/* import() */[__webpack_require__.e(723), __webpack_require__.e(195)]).then(__webpack_require__.bind(__webpack_require__, 63195));
    const skill = builtInSkills.get(action.skill);
    if (skill === undefined)
        return (0,base_result/* err */._)(unknown(action));
    const { targets, options } = action;
    const report = await skill.run({ ...contextOf(input), targets, options, input: action.input });
    if (!report.ok)
        return (0,base_result/* err */._)((0,step_kind/* free */.t)(report.error));
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
    const result = await (0,shell/* runShell */.E)(command, { ...input, tools: { ...input.tools, env } });
    const failure = (0,shell/* commandFailure */._)(command, result, input.timeoutMs);
    if (failure !== null)
        return (0,base_result/* err */._)((0,step_kind/* free */.t)(failure));
    return (0,base_result.ok)({ outcome: 'done', summary: '', outputs: {}, costUsd: null, tokens: null });
}
function runAsAgent({ text }, { skill, targets, options, input: path }, input) {
    const config = { targets, ...options, ...(path === null ? {} : { input: path }) };
    return runAgentText({ agent: skill, task: `use the skill ${skill}`, config, agentText: text }, input);
}
function contextOf({ dir, signal, timeoutMs, onOutput, tools, }) {
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
function unknown({ skill, location }) {
    const help = `there are: ${[...built_in_names/* builtInSkillNames */.p].join(', ')}`;
    const diagnostic = {
        severity: 'error',
        code: 'unknown-skill',
        message: `there is no skill '${skill}'`,
        location,
        help,
    };
    return (0,step_kind/* free */.t)({ reason: 'skill-failed', skill, diagnostics: [diagnostic] });
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


/***/ }),

/***/ 99296:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ free)
/* harmony export */ });
/** A failure that cost nothing. */
const free = (failure) => ({ failure, costUsd: null, tokens: null });


/***/ })

};
