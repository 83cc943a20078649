export const id = 980;
export const ids = [980,852,188];
export const modules = {

/***/ 49980:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  publishJob: () => (/* binding */ publishJob),
  revertJob: () => (/* binding */ revertJob)
});

// EXTERNAL MODULE: ./.cache/build/lib/base/result.js
var result = __webpack_require__(45256);
// EXTERNAL MODULE: ./.cache/build/lib/commands/prepare-run.js
var prepare_run = __webpack_require__(845);
// EXTERNAL MODULE: ./.cache/build/lib/commands/run-tools.js
var run_tools = __webpack_require__(81273);
// EXTERNAL MODULE: ./.cache/build/lib/commands/world.js
var commands_world = __webpack_require__(99974);
// EXTERNAL MODULE: ./.cache/build/lib/git/trusted-git.js
var trusted_git = __webpack_require__(67734);
// EXTERNAL MODULE: ./.cache/build/lib/runner/cache-folder.js
var cache_folder = __webpack_require__(26201);
// EXTERNAL MODULE: ./.cache/build/lib/github/storage/artifact-store.js + 1 modules
var artifact_store = __webpack_require__(18088);
// EXTERNAL MODULE: ./.cache/build/lib/github/runner/event-trust.js
var event_trust = __webpack_require__(18129);
// EXTERNAL MODULE: ./.cache/build/lib/github/finish-job.js + 6 modules
var finish_job = __webpack_require__(4274);
// EXTERNAL MODULE: ./.cache/build/lib/github/job-flags.js
var job_flags = __webpack_require__(24058);
// EXTERNAL MODULE: ./.cache/build/lib/github/publish/publish-command.js + 18 modules
var publish_command = __webpack_require__(94382);
// EXTERNAL MODULE: ./node_modules/zod/v4/mini/schemas.js
var schemas = __webpack_require__(94343);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/api.js
var api = __webpack_require__(43759);
;// CONCATENATED MODULE: ./.cache/build/lib/github/published-hosts.js

const line = schemas/* string */.YjP().check(api/* _maxLength */.Eb(200));
const schema = schemas/* object */.Ikc({
    unchanged: schemas/* array */.YOg(line).check(api/* _maxLength */.Eb(2000)),
    changed: schemas/* array */.YOg(schemas/* object */.Ikc({ host: line, what: line })).check(api/* _maxLength */.Eb(2000)),
});
/** Reads the output `hosts` of `validate`; null when it is empty or not that. Shown only, nothing is decided by it. */
function readHosts(text) {
    if (text === null)
        return null;
    try {
        const parsed = schema.safeParse(JSON.parse(text));
        return parsed.success ? parsed.data : null;
    }
    catch {
        return null;
    }
}

// EXTERNAL MODULE: ./.cache/build/lib/github/publish-settings.js
var publish_settings = __webpack_require__(29096);
// EXTERNAL MODULE: ./.cache/build/lib/github/restore-run.js + 9 modules
var restore_run = __webpack_require__(3158);
// EXTERNAL MODULE: ./.cache/build/lib/github/revert/revert-command.js + 5 modules
var revert_command = __webpack_require__(53788);
// EXTERNAL MODULE: ./.cache/build/lib/github/tell-problem.js
var tell_problem = __webpack_require__(67406);
// EXTERNAL MODULE: ./.cache/build/lib/github/validate-command.js + 7 modules
var validate_command = __webpack_require__(99852);
;// CONCATENATED MODULE: ./.cache/build/lib/github/publish-job.js

















/** Publishes the result of the run of this workflow run. Resolves with the exit code. */
async function publishJob(inputs, outer) {
    const world = { ...outer, runProcess: (0,run_tools/* redacting */.qG)(outer.runProcess, outer.env) };
    const { output, facts } = world;
    const mode = inputs.publish ?? 'pull-request';
    if (mode === 'none') {
        output.notice('publish: none, so nothing is published');
        return commands_world/* EXIT */.d.completed;
    }
    const fork = (0,event_trust/* pullRequestOf */._n)(facts)?.fromFork === true ? forkProblem() : null;
    if (fork !== null)
        return (0,tell_problem/* tellProblem */.J)(fork, output);
    const restored = await restoreState(inputs, world);
    if (!restored.ok)
        return (0,tell_problem/* tellProblem */.J)(restored.error, output);
    const { landing, state } = restored.value;
    if (state.status !== 'completed')
        return (0,tell_problem/* tellProblem */.J)((0,validate_command.notCompleted)(state.plan.workflow, state.status), output);
    const result = (0,finish_job/* resultOf */.Bg)(state);
    // What was validated by a job of its own is known only when that job says which commit it was.
    const validation = inputs.commit === null ? null : { commit: inputs.commit, checks: checksOf(state) };
    const request = (0,publish_settings/* publishRequest */.l)(inputs, facts, { landing, state, result, mode, validation });
    const hosts = readHosts(inputs.hosts);
    if (!request.ok)
        return (0,tell_problem/* tellProblem */.J)(request.error, output);
    const published = await (0,publish_command/* publish */.m)({ ...request.value, hosts }, world);
    return published.ok ? commands_world/* EXIT */.d.completed : (0,tell_problem/* annotateProblem */.q)(published.error, output);
}
function checksOf({ plan: { validation } }) {
    return ['nix flake check', ...validation.filter((command) => command !== 'nix flake check')];
}
function forkProblem() {
    const help = 'publish on workflow_dispatch, schedule or push';
    return { code: 'untrusted-event', message: 'nothing is published for a pull request from a fork', help, exitCode: 2 };
}
/** Takes back what was pushed. Resolves with the exit code. */
async function revertJob(inputs, outer) {
    const world = { ...outer, runProcess: (0,run_tools/* redacting */.qG)(outer.runProcess, outer.env) };
    const { output, facts } = world;
    const branch = (0,publish_settings/* baseBranch */.s)(inputs, facts);
    if (!branch.ok)
        return (0,tell_problem/* tellProblem */.J)(branch.error, output);
    const wanted = await revertTarget(inputs, world);
    if (!wanted.ok)
        return (0,tell_problem/* tellProblem */.J)(wanted.error, output);
    const { target, landing } = wanted.value;
    const reason = `${facts.eventName === 'push' ? 'a check of the push' : 'a job'} of workflow run ${facts.runId} failed`;
    const reverted = await (0,revert_command/* revert */.r)({ trusted: landing.trusted, branch: branch.value, target, reason }, world);
    return reverted.ok ? commands_world/* EXIT */.d.completed : (0,tell_problem/* annotateProblem */.q)(reverted.error, output);
}
async function revertTarget(inputs, world) {
    const { range, workflow } = inputs;
    const { event, eventName } = world.facts;
    const [before, after] = [(0,event_trust/* member */.Dc)(event, 'before'), (0,event_trust/* member */.Dc)(event, 'after')];
    if (range !== null || (workflow === null && eventName === 'push')) {
        const landing = await openLanding(world);
        if (!landing.ok)
            return landing;
        if (range !== null)
            return (0,result.ok)({ target: { kind: 'range', ...range }, landing: landing.value });
        if (typeof before !== 'string' || typeof after !== 'string')
            return (0,result/* err */._)(nothingNamed());
        return (0,result.ok)({ target: { kind: 'push', before, after }, landing: landing.value });
    }
    if (workflow === null)
        return (0,result/* err */._)(nothingNamed());
    const restored = await restoreState(inputs, world);
    if (!restored.ok)
        return restored;
    const { state, landing } = restored.value;
    return (0,result.ok)({ target: { kind: 'run', runId: state.runId, base: state.base.commit }, landing });
}
function nothingNamed() {
    return {
        code: 'nothing-named',
        message: 'revert does not know what to take back',
        help: 'name the workflow whose run pushed it, or the commits with range: FROM..TO',
        exitCode: 2,
    };
}
async function openLanding(world) {
    const opened = await (0,prepare_run/* openCheckout */.H)({ repo: null }, world);
    if (!opened.ok)
        return opened;
    const { git, repository } = opened.value;
    return (0,result.ok)({ git, trusted: await (0,trusted_git/* openTrustedGit */.m)(git, repository, (0,cache_folder/* cacheFolder */.n)(repository.commonDir, world.env)) });
}
/** The newest state of the run of this workflow run. */
async function restoreState(inputs, world) {
    const whole = { ...inputs, phase: null, step: null };
    const prepared = await (0,job_flags/* prepareJob */.L)(whole, (0,job_flags/* jobFlags */.d)(whole), world);
    if (!prepared.ok)
        return prepared;
    const { git, repository, cacheDir } = prepared.value;
    const landing = { git, trusted: await (0,trusted_git/* openTrustedGit */.m)(git, repository, cacheDir) };
    const store = (0,artifact_store/* openArtifactStore */.kT)({ sleep: world.sleep });
    const at = { inputs: whole, prepared: prepared.value, world };
    const back = await (0,restore_run/* restoreRun */.A)(at, landing, { store, from: null, required: true });
    if (!back.ok)
        return back;
    if (back.value.state === null)
        throw new Error('a required checkpoint is null');
    return (0,result.ok)({ prepared: prepared.value, landing, state: back.value.state });
}


/***/ }),

/***/ 99852:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  notCompleted: () => (/* binding */ notCompleted),
  validateJob: () => (/* binding */ validateJob)
});

// EXTERNAL MODULE: ./.cache/build/lib/base/result.js
var result = __webpack_require__(45256);
// EXTERNAL MODULE: ./.cache/build/lib/commands/prepare-run.js
var prepare_run = __webpack_require__(845);
// EXTERNAL MODULE: ./.cache/build/lib/commands/run-tools.js
var run_tools = __webpack_require__(81273);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./.cache/build/lib/base/diagnostic.js
var diagnostic = __webpack_require__(94942);
// EXTERNAL MODULE: ./node_modules/semver/index.js
var semver = __webpack_require__(62088);
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

// EXTERNAL MODULE: ./.cache/build/lib/definition/parse-workflow.js + 21 modules
var parse_workflow = __webpack_require__(70739);
// EXTERNAL MODULE: ./.cache/build/lib/git/git.js
var git_git = __webpack_require__(34092);
// EXTERNAL MODULE: ./.cache/build/lib/git/repository.js
var git_repository = __webpack_require__(46018);
// EXTERNAL MODULE: ./.cache/build/lib/process/environment.js
var environment = __webpack_require__(97500);
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

// EXTERNAL MODULE: ./.cache/build/lib/commands/console.js + 1 modules
var console = __webpack_require__(76867);
;// CONCATENATED MODULE: ./.cache/build/lib/commands/find-root.js



/**
 * The top folder of the checkout that a command works on: the one around `--repo`, or around the current folder. Looks for
 * `.git` only, so that reading commands work also where git itself would complain.
 */
function findRoot({ repo, cwd }) {
    const start = repo ?? cwd;
    if ((0,external_node_fs_.statSync)(start, { throwIfNoEntry: false })?.isDirectory() !== true) {
        return (0,result/* err */._)({
            code: 'no-such-folder',
            message: `There is no folder ${start}`,
            help: 'Check the path given with --repo.',
            exitCode: 2,
        });
    }
    for (let folder = start;; folder = (0,external_node_path_.dirname)(folder)) {
        if ((0,external_node_fs_.existsSync)((0,external_node_path_.join)(folder, '.git')))
            return (0,result.ok)(folder);
        if ((0,external_node_path_.dirname)(folder) === folder)
            break;
    }
    return (0,result/* err */._)({
        code: 'not-a-repository',
        message: `${start} is not in a git repository`,
        help: 'Run in a checkout, or name one with --repo DIR.',
        exitCode: 2,
    });
}

// EXTERNAL MODULE: ./.cache/build/lib/commands/workflow-folder.js + 1 modules
var workflow_folder = __webpack_require__(37518);
;// CONCATENATED MODULE: ./.cache/build/lib/commands/how-to-begin.js

/** What to do in a repository without workflows: a first one that works everywhere. */
function how_to_begin_howToBegin(root) {
    return `There are no workflows in ${root} yet.

Begin with a file ${WORKFLOW_FOLDER}/hello.yaml:

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

// EXTERNAL MODULE: ./.cache/build/lib/commands/load-workflows.js + 2 modules
var load_workflows = __webpack_require__(19885);
// EXTERNAL MODULE: ./.cache/build/lib/commands/world.js
var commands_world = __webpack_require__(99974);
;// CONCATENATED MODULE: ./.cache/build/lib/commands/validate.js












/** `validate`: every problem of the definitions at once; exit code 2 when there is an error. */
async function validateCommand(request, world) {
    const checked = await checkDefinitions(request, world);
    return checked.ok ? tell(checked.value, world) : world.console.fail(checked.error, checked.error.exitCode);
}
/** Checks the definitions, each on its own and all together. The problem is one of the request. */
async function checkDefinitions({ files, since }, world) {
    const root = findRoot(world);
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
        console.print(howToBegin(root));
        return EXIT.completed;
    }
    const what = `${files.length} workflow${files.length === 1 ? '' : 's'}`;
    if (diagnostics.some(({ severity }) => severity === 'error')) {
        const message = `${what} checked, not all are valid`;
        return console.fail({ code: 'invalid-definition', message, diagnostics }, EXIT.invalid);
    }
    console.json({ files, diagnostics });
    if (diagnostics.length > 0)
        console.print(`${renderDiagnostics(diagnostics, { paint: console.paint, clean })}\n`);
    const count = countDiagnostics(diagnostics);
    console.print(`${what} checked: ${console.paint('success', 'valid')}${count === '' ? '' : `, ${count}`}`);
    return EXIT.completed;
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

// EXTERNAL MODULE: ./.cache/build/lib/runner/cache-folder.js
var cache_folder = __webpack_require__(26201);
// EXTERNAL MODULE: ./.cache/build/lib/git/trusted-git.js
var trusted_git = __webpack_require__(67734);
// EXTERNAL MODULE: ./.cache/build/lib/report/describe-failure.js
var describe_failure = __webpack_require__(52742);
// EXTERNAL MODULE: ./.cache/build/lib/report/step-label.js
var step_label = __webpack_require__(42493);
// EXTERNAL MODULE: ./.cache/build/lib/report/diagnostic-list.js
var diagnostic_list = __webpack_require__(2188);
// EXTERNAL MODULE: ./.cache/build/lib/report/evidence-markdown.js
var evidence_markdown = __webpack_require__(10183);
;// CONCATENATED MODULE: ./.cache/build/lib/report/tree-check.js


/** Markdown for the job summary of `validate`. */
function renderTreeCheck({ commit, definitions, checks, failure, hosts }) {
    const errors = definitions.filter(({ severity }) => severity === 'error').length;
    const isValid = failure === null && errors === 0;
    return [
        `## Validation of ${(0,evidence_markdown/* commitMarkdown */.$x)(commit, null)}: ${isValid ? '✅ valid' : '❌ not valid'}`,
        definitions.length === 0 ? 'Definitions: no findings.' : (0,diagnostic_list.diagnosticList)(definitions),
        checks.length === 0 ? 'There is nothing to check in this tree.' : `Checks: ${(0,evidence_markdown/* checksMarkdown */.pW)(checks)}`,
        ...(failure === null ? [] : [(0,evidence_markdown/* failureMarkdown */.A5)('**What failed**', failure)]),
        ...(hosts === null ? [] : [`### Hosts\n\n${(0,evidence_markdown/* hostsMarkdown */.j1)(hosts)}`]),
        '',
    ].join('\n\n');
}

// EXTERNAL MODULE: ./.cache/build/lib/github/storage/artifact-store.js + 1 modules
var artifact_store = __webpack_require__(18088);
// EXTERNAL MODULE: ./.cache/build/lib/commands/begin-run.js
var begin_run = __webpack_require__(51447);
// EXTERNAL MODULE: ./.cache/build/lib/git/workspace-pool.js + 5 modules
var workspace_pool = __webpack_require__(99897);
// EXTERNAL MODULE: ./.cache/build/lib/runner/run-checks.js
var run_checks = __webpack_require__(33429);
// EXTERNAL MODULE: ./.cache/build/lib/runner/workspace-shelf.js
var workspace_shelf = __webpack_require__(98066);
;// CONCATENATED MODULE: ./.cache/build/lib/github/check-tree.js





/** Checks a tree on a clean checkout of it: the flake with all its hosts, then the commands. */
async function checkTree(tree, world) {
    const { git, repository, cacheDir, commit, base, commands, loaded } = tree;
    const { console, signal } = world;
    const texts = loaded ?? { agentTexts: new Map(), skillFiles: new Map() };
    const tools = (0,run_tools/* stepTools */.Cn)(world, texts, begin_run/* DEFAULT_BACKEND */.hs);
    const shelf = new workspace_shelf/* WorkspaceShelf */.G(new workspace_pool/* WorkspacePool */._(git, repository, cacheDir), 'check');
    const acquired = await shelf.acquire(commit);
    if (!acquired.ok)
        return { checks: [], failure: acquired.error, warnings: [], hosts: null };
    const dir = acquired.value.root;
    const onOutput = (chunk) => console.print(tools.redact(chunk.toString('utf8')).trimEnd());
    const isFlake = (0,run_checks/* hasFlake */.Q7)(dir);
    const checks = isFlake && !commands.includes(run_checks/* FLAKE_CHECK */.bx) ? [run_checks/* FLAKE_CHECK */.bx, ...commands] : commands;
    const failure = await (0,run_checks/* runChecks */.JT)({ commands: checks, dir, signal, onOutput }, { tools });
    const compared = failure === null && isFlake && base !== null && base !== commit;
    const hosts = compared ? await hostsOf([base, commit]) : null;
    return { checks, failure, warnings: [], hosts: hosts === null ? null : compareHosts(hosts) };
    async function hostsOf([before, after]) {
        const maps = [];
        for (const one of [after, before]) {
            const at = await shelf.acquire(one);
            const map = at.ok ? await (0,run_checks/* readHosts */.kZ)({ dir: at.value.root, signal, onOutput: () => undefined }, { tools }) : null;
            if (at.ok)
                shelf.release(at.value);
            if (map === null)
                return null;
            maps.push(map);
        }
        const [afterHosts = {}, beforeHosts = {}] = maps;
        return [beforeHosts, afterHosts];
    }
}
/** Hosts whose system is the same derivation before and after are unchanged: nothing about them can differ. */
function compareHosts([before, after]) {
    const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
    const unchanged = names.filter((host) => before[host] === after[host]);
    const changed = names
        .filter((host) => before[host] !== after[host])
        .map((host) => ({ host, what: whatChanged(before[host], after[host]) }));
    return { unchanged, changed };
}
function whatChanged(before, after) {
    if (before === undefined)
        return 'new';
    return after === undefined ? 'removed' : 'another system';
}

// EXTERNAL MODULE: ./.cache/build/lib/github/runner/event-trust.js
var event_trust = __webpack_require__(18129);
// EXTERNAL MODULE: ./.cache/build/lib/github/finish-job.js + 6 modules
var finish_job = __webpack_require__(4274);
// EXTERNAL MODULE: ./.cache/build/lib/github/job-flags.js
var job_flags = __webpack_require__(24058);
// EXTERNAL MODULE: ./.cache/build/lib/github/restore-run.js + 9 modules
var restore_run = __webpack_require__(3158);
// EXTERNAL MODULE: ./.cache/build/lib/github/tell-problem.js
var tell_problem = __webpack_require__(67406);
;// CONCATENATED MODULE: ./.cache/build/lib/github/validate-command.js

















/** Validates what is checked out, or the result of the run of this workflow run. Resolves with the exit code. */
async function validateJob(inputs, outer) {
    const world = { ...outer, runProcess: (0,run_tools/* redacting */.qG)(outer.runProcess, outer.env) };
    const { output } = world;
    const privileged = (0,event_trust/* privilegedEvent */.IL)(world.facts);
    if (privileged !== null)
        return (0,tell_problem/* tellProblem */.J)(privileged, output);
    const definitions = await definitionProblems(inputs, world);
    if (!definitions.ok)
        return (0,tell_problem/* tellProblem */.J)(definitions.error, output);
    const errors = definitions.value.filter(({ severity }) => severity === 'error');
    const tree = await treeToCheck(inputs, world);
    if (!tree.ok) {
        output.annotate(definitions.value);
        return (0,tell_problem/* tellProblem */.J)(tree.error, output);
    }
    const checked = await output.guard(() => checkTree(tree.value, world));
    const { failure } = checked;
    output.annotate([...definitions.value, ...(failure === null ? checked.warnings : (0,finish_job/* diagnosticsOf */.o)(failure))]);
    const isValid = failure === null && errors.length === 0;
    output.setOutput('status', isValid ? 'valid' : 'invalid');
    output.setOutput('commit', isValid ? tree.value.commit : '');
    output.setOutput('hosts', checked.hosts === null ? '' : JSON.stringify(checked.hosts));
    await output.summary(renderTreeCheck({ ...checked, commit: tree.value.commit, definitions: definitions.value }));
    if (errors.length > 0)
        output.error(`${(0,step_label/* counted */.hS)(errors.length, 'error')} in the definitions`);
    if (failure !== null) {
        const { title, help } = (0,describe_failure/* describeFailure */.I)(failure);
        output.error(help === '' ? title : `${title}\n${help}`);
    }
    return isValid ? commands_world/* EXIT */.d.completed : errors.length > 0 ? commands_world/* EXIT */.d.invalid : commands_world/* EXIT */.d.failed;
}
/** On a pull request, versions are compared with those of its base, when that is there. */
async function definitionProblems({ since }, world) {
    const base = (0,event_trust/* pullRequestOf */._n)(world.facts)?.baseSha ?? null;
    const checked = await checkDefinitions({ files: [], since: since ?? base }, world);
    if (!checked.ok && since === null && checked.error.code === 'unknown-ref') {
        world.output.notice('the base of the pull request is not in the checkout (fetch-depth: 0): versions are not compared');
        const without = await checkDefinitions({ files: [], since: null }, world);
        return without.ok ? (0,result.ok)(without.value.diagnostics) : without;
    }
    return checked.ok ? (0,result.ok)(checked.value.diagnostics) : checked;
}
async function treeToCheck(inputs, world) {
    if (inputs.workflow === null) {
        const opened = await (0,prepare_run/* openCheckout */.H)({ repo: null }, world);
        if (!opened.ok)
            return opened;
        const { git, repository } = opened.value;
        const cacheDir = (0,cache_folder/* cacheFolder */.n)(repository.commonDir, world.env);
        const base = (0,event_trust/* pullRequestOf */._n)(world.facts)?.baseSha ?? null;
        return (0,result.ok)({ git, repository, cacheDir, commit: repository.head, base, commands: [], loaded: null });
    }
    const prepared = await (0,job_flags/* prepareJob */.L)(inputs, (0,job_flags/* jobFlags */.d)({ ...inputs, phase: null, step: null }), world);
    if (!prepared.ok)
        return prepared;
    const { git, repository, cacheDir, loaded } = prepared.value;
    const landing = { git, trusted: await (0,trusted_git/* openTrustedGit */.m)(git, repository, cacheDir) };
    const store = (0,artifact_store/* openArtifactStore */.kT)({ sleep: world.sleep });
    const at = { inputs, prepared: prepared.value, world };
    const back = await (0,restore_run/* restoreRun */.A)(at, landing, { store, from: null, required: true });
    if (!back.ok)
        return back;
    const { state } = back.value;
    if (state?.status !== 'completed')
        return (0,result/* err */._)(notCompleted(prepared.value.name, state?.status ?? 'not there'));
    const { base } = state;
    const commands = loaded.plan.validation;
    return (0,result.ok)({ git, repository, cacheDir, commit: (0,finish_job/* resultOf */.Bg)(state), base: base.commit, commands, loaded });
}
/** The run has no result yet. */
function notCompleted(workflow, status) {
    return {
        code: 'not-completed',
        message: `the run of '${workflow}' has no result: it is ${status}`,
        help: 'run the jobs of its phases first; re-run the failed ones to go on',
        exitCode: 1,
    };
}


/***/ }),

/***/ 2188:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   diagnosticList: () => (/* binding */ diagnosticList)
/* harmony export */ });
/* harmony import */ var _base_diagnostic_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(94942);
/* harmony import */ var _markdown_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(677);


const MOST_DIAGNOSTICS = 50;
/** Diagnostics as a list in markdown, by place; of many only the first. */
function diagnosticList(diagnostics) {
    const lines = (0,_base_diagnostic_js__WEBPACK_IMPORTED_MODULE_0__/* .sortDiagnostics */ .D)([...diagnostics])
        .slice(0, MOST_DIAGNOSTICS)
        .map(({ severity, message, help, location: { file, line } }) => {
        const place = line === undefined ? file : `${file}:${line}`;
        const more = help === undefined ? '' : `: ${(0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_1__.markdownText)(help)}`;
        return `- ${severity} ${(0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_1__/* .markdownCode */ .D)(place)} ${(0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_1__.markdownText)(message)}${more}`;
    });
    const left = diagnostics.length - lines.length;
    return [...lines, ...(left > 0 ? [`- and ${left} more`] : [])].join('\n');
}


/***/ })

};
