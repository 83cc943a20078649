export const id = 195;
export const ids = [195];
export const modules = {

/***/ 8788:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ errorKind)
/* harmony export */ });
/** First match wins. Wordings of Nix 2.8 to 2.34 and of NixOS's lib/modules.nix. */
const KINDS = [
    [
        /^syntax error|^path has a trailing slash/,
        'nix-syntax',
        'the mistake is often just before this place: a missing `;`, bracket or quote',
    ],
    [
        /already defined at|dynamic attribute .* already defined/,
        'nix-duplicate-attribute',
        'keep one of the two definitions',
    ],
    [
        /^undefined variable/,
        'nix-undefined-variable',
        'a misspelt name, or an argument missing from the `{ … }:` at the top of the file',
    ],
    [/^infinite recursion/, 'nix-infinite-recursion', 'a value needs itself; `imports` must not depend on `config`'],
    [
        /^attribute '.*missing|does not provide attribute/,
        'nix-missing-attribute',
        'a misspelt name, or not part of this set',
    ],
    [/^Failed assertions|\nFailed assertions/, 'nix-assertion', null],
    [/is not tracked by Git/, 'nix-untracked-file', 'flakes see only what git knows: `git add` the file'],
    [
        /getting status of|^opening file|^path '.*' does not exist|does not exist in Git repository/,
        'nix-missing-file',
        'mend the path, or `git add` the file: flakes see only what git knows',
    ],
    [/is not of type/, 'nix-option-type', null],
    [
        /^The option .*does not exist/,
        'nix-unknown-option',
        'a misspelt option, or the module that declares it is not imported',
    ],
    [
        /conflicting definition|defined multiple times/,
        'nix-conflict',
        'use `lib.mkForce` or `lib.mkDefault` on one of the definitions',
    ],
    [
        /already declared/,
        'nix-declared-twice',
        'two modules declare the same option: remove one, or import only one of them',
    ],
    [/without required argument|with unexpected argument/, 'nix-call', null],
    [/requires lock file changes/, 'nix-lock-outdated', 'run `nix flake lock` and commit flake.lock'],
    [/hash mismatch/, 'nix-hash-mismatch', 'take over the hash that Nix got, if the new content is what you want'],
    [
        /unable to download|cannot find flake|Couldn't resolve host|timed out/,
        'nix-network',
        'the network or a substituter failed: try again',
    ],
    [/out of memory|No space left on device/, 'nix-resources', 'free memory or disk, or check fewer hosts at a time'],
];
/** Which kind of error a message is; `nix-error` when it is none that is known. */
function errorKind(text) {
    const [, code = 'nix-error', help = null] = KINDS.find(([pattern]) => pattern.test(text)) ?? [];
    return { code, help };
}


/***/ }),

/***/ 1672:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  o: () => (/* binding */ checkFlake)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./.cache/build/lib/base/diagnostic.js
var diagnostic = __webpack_require__(4942);
// EXTERNAL MODULE: ./.cache/build/lib/nix/json-log.js
var json_log = __webpack_require__(3874);
// EXTERNAL MODULE: ./.cache/build/lib/nix/repository-path.js
var repository_path = __webpack_require__(5755);
;// CONCATENATED MODULE: ./.cache/build/lib/nix/error-places.js


/**
 * Where the user has to look, at least one place. In this order: the error's own position, the files that its message names,
 * the import of a missing file, the innermost trace frame in a module, any frame, the file evaluated last.
 */
function errorPlaces(report, view) {
    const rules = [ownPlace, namedFiles, missingFile, assertedText, placeInMessage, modulePlace];
    for (const rule of rules) {
        const places = rule(report, view);
        if (places.length > 0)
            return places;
    }
    const own = (0,repository_path/* repositoryPath */.SH)(report.file, view);
    const last = own ?? (view.lastFile !== null && !(0,repository_path/* isLibrary */.es)(view.lastFile) ? view.lastFile : 'flake.nix');
    return [own === null ? { file: last } : at(own, report)];
}
function ownPlace(report, view) {
    const path = (0,repository_path/* repositoryPath */.SH)(report.file, view);
    return path === null || (0,repository_path/* isLibrary */.es)(path) ? [] : [at(path, report)];
}
/** "- In `F': …" below a heading, "in `A' is already declared in `B'", "Module `F' …": messages of NixOS's lib/modules.nix. */
function namedFiles({ text }, view) {
    const declared = /The option `([^']+)' in `([^']+)' is already declared in `([^']+)'/.exec(text);
    const listed = /Definition values:|conflicting definition values:|defined multiple times/.test(text)
        ? [...text.matchAll(/- In `([^']+)'/g)].map((match) => match[1])
        : [/^Module `([^']+)'/.exec(text)?.[1]];
    const named = declared === null ? listed : [declared[2], declared[3]];
    const option = /option `([^']+)'/.exec(text)?.[1];
    const paths = named.flatMap((name) => (0,repository_path/* repositoryPath */.SH)(name, view) ?? []);
    const users = paths.filter((path) => !(0,repository_path/* isLibrary */.es)(path));
    return (users.length > 0 ? users : paths.slice(0, 1)).map((file) => (option === undefined ? null : view.context.findBinding(file, option)) ?? { file });
}
/** Three generations of the same message; the place to mend is the path literal that leads there. */
function missingFile({ text }, view) {
    const inStore = /(?:getting status of|opening file) '([^']+)'|^path '([^']+)' does not exist/.exec(text);
    const inGit = /^Path '([^']+)' (?:does not exist in Git repository|in the repository "[^"]*" is not tracked by Git)/.exec(text);
    const path = inGit?.[1] ?? (0,repository_path/* repositoryPath */.SH)(inStore?.[1] ?? inStore?.[2], view);
    return path === null ? [] : [view.context.findImport(path) ?? { file: path }];
}
function assertedText({ text }, view) {
    if (!text.startsWith('Failed assertions'))
        return [];
    return [...text.matchAll(/^- (.+)$/gm)].flatMap((match) => view.context.findText(match[1] ?? '') ?? []);
}
function placeInMessage({ text }, view) {
    const [, file, line, column] = /at ([^\s:]+):(\d+):(\d+)/.exec(text) ?? [];
    const path = (0,repository_path/* repositoryPath */.SH)(file, view);
    return path === null ? [] : [{ file: path, line: Number(line), column: Number(column) }];
}
function modulePlace({ trace }, view) {
    const frames = trace.flatMap((frame) => {
        const text = (0,json_log/* withoutAnsi */.uo)(frame.raw_msg ?? '');
        const [, argumentOf, definitionsFrom] = /(?:the module argument `[^']+' in "([^"]+)"|definitions from `([^']+)')/.exec(text) ?? [];
        const named = (0,repository_path/* repositoryPath */.SH)(argumentOf ?? definitionsFrom, view);
        const own = (0,repository_path/* repositoryPath */.SH)(frame.file, view);
        return [...(named === null ? [] : [{ file: named }]), ...(own === null ? [] : [at(own, frame)])];
    });
    const users = frames.filter(({ file }) => !(0,repository_path/* isLibrary */.es)(file));
    const best = users.find(({ file }) => file !== 'flake.nix') ?? users[0];
    return best === undefined ? [] : [best];
}
function at(file, { line, column }) {
    return { file, ...(line == null ? {} : { line }), ...(column == null ? {} : { column }) };
}

// EXTERNAL MODULE: ./.cache/build/lib/nix/error-kind.js
var error_kind = __webpack_require__(8788);
;// CONCATENATED MODULE: ./.cache/build/lib/nix/diagnose.js





/** How many lines of a failing build's log go into the help text; the whole log went to the step's log. */
const LOG_LINES = 10;
const NOT_WORTH_A_WARNING = /Git tree|unknown flake output|not writing|lock file|nixbld|restricted setting|cache-nix-action|unable to download|substituter/;
/**
 * Turns what `nix flake check --log-format internal-json -v --show-trace` wrote to stderr into findings in the user's own files.
 * Measured on Nix 2.8, 2.26 and 2.34. Errors that cannot be placed point to `flake.nix` as a whole.
 */
function diagnose(stderr, context) {
    const lines = stderr.split('\n').flatMap((line) => (0,json_log/* parseLogLine */.wz)(line) ?? []);
    const reading = {
        context,
        source: (0,repository_path/* ownSource */.Cd)(lines),
        lastFile: null,
        currentCheck: null,
        checkOfDerivation: new Map(),
        derivationOfActivity: new Map(),
        logs: new Map(),
    };
    return (0,diagnostic/* sortDiagnostics */.D)(lines.flatMap((line) => readLine(reading, line)));
}
function readLine(reading, line) {
    const [field] = line.fields ?? [];
    if (line.action === 'start') {
        const check = /^checking (?:derivation|NixOS configuration) '?([^']+?)'?$/.exec((0,json_log/* withoutAnsi */.uo)(line.text ?? ''))?.[1];
        if (check !== undefined)
            reading.currentCheck = check;
        if (line.type === json_log/* ACTIVITY_BUILD */.xf && line.id !== undefined && typeof field === 'string')
            reading.derivationOfActivity.set(line.id, field);
    }
    if (line.action === 'result' &&
        line.type === json_log/* RESULT_BUILD_LOG */.Gr &&
        line.id !== undefined &&
        typeof field === 'string') {
        keepLogLine(reading, line.id, (0,json_log/* withoutAnsi */.uo)(field));
    }
    return line.action === 'msg' ? readMessage(reading, line) : [];
}
function keepLogLine({ derivationOfActivity, logs }, activity, text) {
    const derivation = derivationOfActivity.get(activity);
    if (derivation !== undefined)
        logs.set(derivation, [...(logs.get(derivation) ?? []).slice(1 - LOG_LINES), text]);
}
function readMessage(reading, line) {
    const message = (0,json_log/* withoutAnsi */.uo)(line.msg ?? '');
    const evaluated = /^evaluating file '(.+)'$/.exec(message)?.[1];
    if (evaluated !== undefined) {
        reading.lastFile = (0,repository_path/* repositoryPath */.SH)(evaluated, reading) ?? reading.lastFile;
        return [];
    }
    const derivation = /^derivation evaluated to (\S+\.drv)$/.exec(message)?.[1];
    if (derivation !== undefined && reading.currentCheck !== null)
        reading.checkOfDerivation.set(derivation, reading.currentCheck);
    const warning = /^(?:trace: |evaluation )?warning: ([\s\S]+)$/.exec(message)?.[1];
    if (warning !== undefined)
        return NOT_WORTH_A_WARNING.test(warning) ? [] : [warningOf(reading, warning)];
    if (line.level !== 0)
        return [];
    if (line.raw_msg !== undefined)
        return explain(reading, { ...line, text: (0,json_log/* withoutAnsi */.uo)(line.raw_msg).trim(), trace: line.trace ?? [] });
    return /^error(?: \(ignored\))?:/.test(message) ? explain(reading, unstructured(message)) : [];
}
function warningOf({ context }, text) {
    const message = text.split('\n')[0] ?? text;
    const place = context.findText(`warning: ${message}`) ?? context.findText(message) ?? { file: 'flake.nix' };
    return withSourceLine({ severity: 'warning', code: 'nix-warning', message, location: place }, context);
}
/** With --keep-going Nix 2.8 and 2.26 write evaluation errors as text: `error (ignored): error: …\n at FILE:LINE:COLUMN:`. */
function unstructured(message) {
    const body = message.slice(message.lastIndexOf('error: ') + 'error: '.length);
    const [, file = null, line, column] = /at (\S+?):(\d+):(\d+):/.exec(body) ?? [];
    const text = (body.split(/\n\s*\n?\s*at /)[0] ?? body).replaceAll('\n       ', '\n').trim();
    return {
        text,
        file,
        line: line === undefined ? null : Number(line),
        column: column === undefined ? null : Number(column),
        trace: [],
    };
}
function explain(reading, report) {
    const { text } = report;
    if (/^some errors were encountered|^build of '.*failed$|^\d+ dependencies of derivation/.test(text))
        return [];
    const failedBuild = explainBuild(reading, text);
    if (failedBuild !== null)
        return [failedBuild];
    const { code, help } = (0,error_kind/* errorKind */.f)(text);
    const facts = {
        severity: 'error',
        code,
        message: headline(shortPaths(text, reading)),
        ...(help === null ? {} : { help }),
    };
    return errorPlaces(report, reading).map((location) => withSourceLine({ ...facts, location }, reading.context));
}
function explainBuild({ context, logs, checkOfDerivation }, text) {
    const old = /builder for '([^']+)' failed with exit code (\d+)/.exec(text);
    const [, derivation, exitCode] = old ??
        /build of '([^']+?)(?:\^\*)?' failed: Cannot build[\s\S]*?builder failed with exit code (\d+)/.exec(text) ??
        [];
    if (derivation === undefined || exitCode === undefined)
        return null;
    const name = derivation.replace(/^.*\/[a-z0-9]{32}-/, '').replace(/\.drv$/, '');
    const check = /failed to build attribute '([^']+)'/.exec(text)?.[1] ?? checkOfDerivation.get(derivation) ?? name;
    const log = logs.get(derivation) ?? [];
    const location = context.findText(name) ?? { file: 'flake.nix' };
    const message = `the build of ${check} failed with exit code ${exitCode}`;
    const help = log.length === 0 ? `see \`nix log ${derivation}\`` : `its output ended with:\n${log.join('\n')}`;
    return withSourceLine({ severity: 'error', code: 'nix-build-failed', message, location, help }, context);
}
/** Names files as the user knows them. */
function shortPaths(text, { source, context }) {
    const short = source === null ? text : text.replaceAll(`${source}/`, '');
    return short.replaceAll(/flake 'git\+file:[^']*'/g, 'the flake').replaceAll(`${context.root}/`, '');
}
/** The first line that says something; for failed assertions also which. */
function headline(text) {
    const lines = text
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '');
    const isHeading = lines[0]?.endsWith(':') === true && /^Failed assertions/.test(lines[0]);
    return isHeading ? lines.join(' ') : (lines[0] ?? 'evaluation failed').replace(/ ?Definition values:$/, '');
}
function withSourceLine(diagnostic, context) {
    const { file, line } = diagnostic.location;
    const sourceLine = line === undefined ? undefined : context.sourceLine(file, line);
    return sourceLine === undefined ? diagnostic : { ...diagnostic, sourceLine };
}

// EXTERNAL MODULE: external "node:string_decoder"
var external_node_string_decoder_ = __webpack_require__(6193);
;// CONCATENATED MODULE: ./.cache/build/lib/nix/line-reader.js

/** A line longer than this is cut: one endless line must not fill the memory. */
const LONGEST_LINE = 1024 * 1024;
/** Cuts a stream of bytes into lines. */
class LineReader {
    #decoder = new external_node_string_decoder_.StringDecoder('utf8');
    #onLine;
    #rest = '';
    /** `onLine` gets each line without its line feed. */
    constructor(onLine) {
        this.#onLine = onLine;
    }
    push(chunk) {
        const lines = (this.#rest + this.#decoder.write(chunk)).split('\n');
        this.#rest = (lines.pop() ?? '').slice(0, LONGEST_LINE);
        lines.forEach((line) => this.#onLine(line));
    }
    /** Hands over an unfinished last line. */
    end() {
        const last = this.#rest + this.#decoder.end();
        this.#rest = '';
        if (last !== '')
            this.#onLine(last);
    }
}

// EXTERNAL MODULE: ./.cache/build/lib/nix/nix-program.js
var nix_program = __webpack_require__(9917);
// EXTERNAL MODULE: ./.cache/build/lib/nix/nix-tree.js
var nix_tree = __webpack_require__(9929);
// EXTERNAL MODULE: ./.cache/build/lib/nix/tree-context.js
var tree_context = __webpack_require__(4729);
;// CONCATENATED MODULE: ./.cache/build/lib/nix/flake-check.js








const HOSTS = 'builtins.mapAttrs (name: host: host.config.system.build.toplevel.drvPath)';
/** What Nix 2.8 to 2.34 say when the flake has no such output. */
const NO_HOSTS = /does not provide attribute [^\n]*'nixosConfigurations'/;
/** How much of the structured log is kept in memory; beyond it only errors and warnings are. */
const LOG_LIMIT = 8 * 1024 * 1024;
const TAIL_LIMIT = 16 * 1024;
/**
 * Checks a flake: `nix flake check`, and then the forced `toplevel.drvPath` of every host, because `nix flake check` asks a
 * NixOS configuration only whether it is a derivation: a misspelt package passes it. When a build failed, the check is run
 * again with `--keep-going` to find the other failing checks too. Never writes to the checkout.
 */
async function checkFlake(request) {
    if (!isFile((0,external_node_path_.join)(request.root, 'flake.nix')))
        return { ok: false, failure: 'no-flake' };
    let spentMs = 0;
    const run = async (...args) => {
        const command = await runNix(request, spentMs, args);
        spentMs += command.result.durationMs;
        return command;
    };
    const first = await run('flake', 'check', '.');
    const checked = hasFailedBuild(request, first) ? await run('flake', 'check', '--keep-going', '.') : first;
    if (checked.result.exitCode !== 0)
        return failedCheck(request, checked);
    const warnings = diagnose(checked.log, contextOf(request));
    const listed = await run('eval', '--json', '.#nixosConfigurations', '--apply', HOSTS);
    if (listed.result.exitCode !== 0) {
        return NO_HOSTS.test(listed.readableTail) ? { ok: true, warnings, hosts: {} } : failedCheck(request, listed);
    }
    return { ok: true, warnings, hosts: hostsOf(listed.result.stdout) };
}
/** Evaluation stops at the first error and reports it best then; of builds the user wants to see all that fail. */
function hasFailedBuild(request, { result, log }) {
    if (result.end !== 'exited' || result.exitCode === 0 || !log.includes('builder'))
        return false;
    return diagnose(log, contextOf(request)).some(({ code }) => code === 'nix-build-failed');
}
function failedCheck(request, { result, log, readableTail }) {
    switch (result.end) {
        case 'timed-out':
            return { ok: false, failure: { reason: 'timed-out', limitMs: request.timeoutMs ?? 0 } };
        case 'cancelled':
            return { ok: false, failure: { reason: 'cancelled' } };
        case 'not-found':
            return { ok: false, failure: (0,nix_program/* nixMissing */.mU)() };
        case 'not-started':
        case 'exited': {
            const found = diagnose(log, contextOf(request));
            const diagnostics = found.some(({ severity }) => severity === 'error')
                ? found
                : [...found, unexplained(result, readableTail)];
            return { ok: false, failure: null, diagnostics, outputTail: readableTail };
        }
    }
}
function unexplained({ exitCode, signal, startError }, tail) {
    const how = exitCode === null ? (signal ?? startError ?? 'no exit code') : `exit code ${exitCode}`;
    const help = tail.trim().split('\n').slice(-5).join('\n');
    return {
        severity: 'error',
        code: 'nix-error',
        message: `nix flake check failed (${how})`,
        location: { file: 'flake.nix' },
        ...(help === '' ? {} : { help }),
    };
}
/** Runs one Nix command over the checkout and reads its log as it comes; memory is bounded. */
async function runNix(request, spentMs, args) {
    const { nix, runProcess, root, env, signal, timeoutMs, onOutput } = request;
    let log = '';
    let readableTail = '';
    const lines = new LineReader((line) => {
        if (log.length < LOG_LIMIT || isSevere(line))
            log += `${line}\n`;
        const readable = (0,json_log/* readableLogLine */.FB)(line);
        if (readable === null)
            return;
        readableTail = `${readableTail}${readable}\n`.slice(-TAIL_LIMIT);
        onOutput?.(`${readable}\n`);
    });
    const result = await runProcess({
        argv: [
            nix.path,
            ...nix.options,
            ...args,
            '--no-update-lock-file',
            '--log-format',
            'internal-json',
            '-v',
            '--show-trace',
        ],
        cwd: root,
        env,
        ...(signal === undefined ? {} : { signal }),
        ...(timeoutMs === undefined ? {} : { timeoutMs: Math.max(1, timeoutMs - spentMs) }),
        onOutput: (chunk, stream) => stream === 'stderr' && lines.push(chunk),
    });
    lines.end();
    return { result, log, readableTail };
}
function isSevere(line) {
    return ((0,json_log/* parseLogLine */.wz)(line)?.level ?? 9) <= 1;
}
function contextOf({ root }) {
    return (0,tree_context/* treeContext */.W)(nix_tree/* NixTree */.S.read(root));
}
function hostsOf(stdout) {
    const hosts = JSON.parse(stdout.toString('utf8'));
    return Object.fromEntries(Object.entries(hosts).sort(([a], [b]) => (a < b ? -1 : 1)));
}
/** A link to a flake.nix elsewhere is no flake of this repository. */
function isFile(path) {
    return (0,external_node_fs_.lstatSync)(path, { throwIfNoEntry: false })?.isFile() === true;
}


/***/ }),

/***/ 3874:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FB: () => (/* binding */ readableLogLine),
/* harmony export */   Gr: () => (/* binding */ RESULT_BUILD_LOG),
/* harmony export */   uo: () => (/* binding */ withoutAnsi),
/* harmony export */   wz: () => (/* binding */ parseLogLine),
/* harmony export */   xf: () => (/* binding */ ACTIVITY_BUILD)
/* harmony export */ });
const ACTIVITY_BUILD = 105;
const RESULT_BUILD_LOG = 101;
// eslint-disable-next-line no-control-regex -- these are what is to be removed
const ANSI = /\u001b\[[0-9;]*[A-Za-z]/g;
/** The object of a log line, or null for any other line: what evaluated code prints reaches stderr too. */
function parseLogLine(line) {
    if (!line.startsWith('@nix '))
        return null;
    try {
        const value = JSON.parse(line.slice('@nix '.length));
        return isLogLine(value) ? value : null;
    }
    catch {
        return null;
    }
}
/** The line as a person would read it without `internal-json`; null for bookkeeping. */
function readableLogLine(line) {
    const log = parseLogLine(line);
    if (log === null)
        return line.startsWith('@nix ') ? null : line;
    if (log.action === 'msg')
        return (log.level ?? 0) <= 3 ? withoutAnsi(log.msg ?? '') : null;
    if (log.action === 'start' && log.text !== undefined && log.text !== '')
        return withoutAnsi(log.text);
    const [text] = log.fields ?? [];
    return log.action === 'result' && log.type === RESULT_BUILD_LOG && typeof text === 'string'
        ? `> ${withoutAnsi(text)}`
        : null;
}
/** Without colour codes. */
function withoutAnsi(text) {
    return text.replace(ANSI, '');
}
/** Checks the types of all that is read, because a builder's output could imitate a log line. */
function isLogLine(value) {
    if (typeof value !== 'object' || value === null)
        return false;
    const line = value;
    const isText = (name) => line[name] === undefined || typeof line[name] === 'string';
    const isList = (name) => line[name] === undefined || Array.isArray(line[name]);
    return (typeof line['action'] === 'string' &&
        ['text', 'msg', 'raw_msg'].every(isText) &&
        ['fields', 'trace'].every(isList) &&
        isPlaced(line) &&
        (line['trace'] ?? []).every((frame) => typeof frame === 'object' && frame !== null && isPlaced(frame)));
}
function isPlaced(value) {
    const { file, line, column, raw_msg: text } = value;
    return ([file, text].every((one) => one == null || typeof one === 'string') &&
        [line, column].every((one) => one == null || typeof one === 'number'));
}


/***/ }),

/***/ 9917:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   mU: () => (/* binding */ nixMissing),
/* harmony export */   rv: () => (/* binding */ findNix),
/* harmony export */   ul: () => (/* binding */ NIX_HELP)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8161);
/* harmony import */ var _base_result_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5256);



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

/***/ 9929:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ NixTree)
/* harmony export */ });
/* unused harmony export NixFile */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _base_diagnostic_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4942);
/* harmony import */ var _syntax_module_shape_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5947);
/* harmony import */ var _syntax_walk_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9054);
/* harmony import */ var _syntax_parse_nix_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4087);






/** Files above this size are no modules; they are listed but not read. */
const MAX_FILE_BYTES = 4 * 1024 * 1024;
/** One `.nix` file. Parsing waits until it is asked for. */
class NixFile {
    path;
    bytes;
    /** The text; bytes that are not UTF-8 are read as Latin-1, so that offsets still count something real. */
    text;
    isUtf8;
    #parsed = null;
    #imports = null;
    #lists = null;
    #references = null;
    constructor(
    /** From the root, with `/`. */
    path, bytes) {
        this.path = path;
        this.bytes = bytes;
        const utf8 = bytes.toString('utf8');
        this.isUtf8 = !utf8.includes('\uFFFD') || Buffer.from(utf8, 'utf8').equals(bytes);
        this.text = this.isUtf8 ? utf8 : bytes.toString('latin1');
    }
    get parsed() {
        return (this.#parsed ??= (0,_syntax_parse_nix_js__WEBPACK_IMPORTED_MODULE_3__/* .parseNix */ .Z)(this.text));
    }
    /** The path literals that may bring in another file: all but those of the file's own folder (`src = ./.`). */
    get references() {
        return (this.#references ??= this.#readReferences());
    }
    /** The ranges of all lists, outer before inner. */
    get lists() {
        return (this.#lists ??= this.parsed.ok
            ? [...(0,_syntax_walk_js__WEBPACK_IMPORTED_MODULE_4__/* .walkExpressions */ .Z5)(this.parsed.value.tree)].filter((node) => node.kind === 'list')
            : []);
    }
    #readReferences() {
        if (!this.parsed.ok)
            return [];
        const literals = [];
        for (const node of (0,_syntax_walk_js__WEBPACK_IMPORTED_MODULE_4__/* .walkExpressions */ .Z5)(this.parsed.value.tree)) {
            if (node.kind === 'path' && node.text !== null && !/^[./]+$/.test(node.text))
                literals.push(node.text);
        }
        return [...new Set([...literals, ...this.imports.map(({ path }) => path)])];
    }
    /** Empty for a file that does not parse. */
    get imports() {
        return (this.#imports ??= this.parsed.ok ? (0,_syntax_module_shape_js__WEBPACK_IMPORTED_MODULE_2__/* .moduleImports */ .L)(this.parsed.value.tree) : []);
    }
}
/** All `.nix` files below a root as they are when it is read. Links, `.git` and the state of runs are left out. */
class NixTree {
    root;
    files;
    /** All folders but the root, sorted. */
    folders;
    constructor(root, files, folders) {
        this.root = root;
        this.files = new Map(files.sort((a, b) => (0,_base_diagnostic_js__WEBPACK_IMPORTED_MODULE_5__/* .compareText */ .n)(a.path, b.path)).map((file) => [file.path, file]));
        this.folders = [...folders].sort(_base_diagnostic_js__WEBPACK_IMPORTED_MODULE_5__/* .compareText */ .n);
    }
    /** Reads the tree; `root` is an absolute path. Throws when the root cannot be read. */
    static read(root) {
        const files = [];
        const folders = [];
        const pending = [''];
        for (let folder = pending.pop(); folder !== undefined; folder = pending.pop()) {
            for (const entry of (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, folder), { withFileTypes: true })) {
                const path = node_path__WEBPACK_IMPORTED_MODULE_1__.posix.join(folder, entry.name);
                if (entry.isDirectory() && !isIgnored(path)) {
                    folders.push(path);
                    pending.push(path);
                }
                else if (entry.isFile() && path.endsWith('.nix') && (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, path)).size <= MAX_FILE_BYTES) {
                    files.push(new NixFile(path, (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, path))));
                }
            }
        }
        return new NixTree(root, files, folders);
    }
    /** Where a path literal in a file leads. A folder stands for its `default.nix`. */
    resolve(from, literal) {
        if (literal.startsWith('/') || literal.startsWith('~'))
            return { kind: 'outside' };
        const path = node_path__WEBPACK_IMPORTED_MODULE_1__.posix.join(node_path__WEBPACK_IMPORTED_MODULE_1__.posix.dirname(from), literal).replace(/\/$/, '');
        if (path === '..' || path.startsWith('../'))
            return { kind: 'outside' };
        if (this.files.has(path))
            return { kind: 'nix-file', path };
        const aggregator = node_path__WEBPACK_IMPORTED_MODULE_1__.posix.join(path, 'default.nix');
        if (this.files.has(aggregator))
            return { kind: 'nix-file', path: aggregator };
        return { kind: this.#exists(path) ? 'other' : 'missing', path };
    }
    /** The `.nix` files that are reached by path literals from a file, itself included. */
    reachableFrom(start) {
        const reached = new Set();
        const pending = [start];
        for (let path = pending.pop(); path !== undefined; path = pending.pop()) {
            const file = this.files.get(path);
            if (file === undefined || reached.has(path))
                continue;
            reached.add(path);
            for (const literal of file.references) {
                const target = this.resolve(path, literal);
                if (target.kind === 'nix-file')
                    pending.push(target.path);
            }
        }
        return reached;
    }
    /** A folder without `default.nix` is no import; a file that is not Nix, or a link, may be one. */
    #exists(path) {
        const stats = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(this.root, path), { throwIfNoEntry: false });
        return stats !== undefined && !stats.isDirectory();
    }
}
function isIgnored(path) {
    return path.split('/').at(-1) === '.git' || /^\.claude\/workflows\/[^/]+$/.test(path);
}


/***/ }),

/***/ 5755:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cd: () => (/* binding */ ownSource),
/* harmony export */   SH: () => (/* binding */ repositoryPath),
/* harmony export */   es: () => (/* binding */ isLibrary)
/* harmony export */ });
/** `/nix/store/<hash>-source/…`: a copy of a flake, ours or an input's (base-32 without e, o, t, u). */
const STORE_SOURCE = /^(.*\/[0-9a-df-np-sv-z]{32}-source)\/(.+)$/;
/** The store copy of the flake being checked: Nix evaluates its own `flake.nix` before any input's. */
function ownSource(lines) {
    for (const { msg } of lines) {
        const source = /^evaluating file '(.+-source)\/flake\.nix'$/.exec(msg ?? '')?.[1];
        if (source !== undefined)
            return source;
    }
    return null;
}
/** Path from the root for a path that Nix printed (repository or store copy, with or without `:line:column`); null for foreign files. */
function repositoryPath(printed, { context, source }) {
    if (printed === null || printed === undefined)
        return null;
    const path = printed.replace(/:\d+:\d+$/, '');
    for (const root of source === null ? [context.root] : [context.root, source]) {
        if (path.startsWith(`${root}/`))
            return path.slice(root.length + 1);
    }
    const [, copy, rest] = STORE_SOURCE.exec(path) ?? [];
    if (copy === undefined || rest === undefined || (source !== null && copy !== source))
        return null;
    return context.exists(rest) || context.findImport(rest) !== null ? rest : null;
}
/**
 * Whether a file is a copy of nixpkgs kept in the repository. The module system reports most errors at its own lines;
 * the user's file is then further up the trace.
 */
function isLibrary(path) {
    return /(?:^|\/)nixpkgs[^/]*\//.test(path);
}


/***/ }),

/***/ 5947:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ moduleImports),
/* harmony export */   s: () => (/* binding */ moduleShape)
/* harmony export */ });
/* harmony import */ var _walk_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9054);

/** Arguments that only a module gets, or that modules are commonly given through `specialArgs`. */
const MODULE_ARGUMENTS = new Set(['config', 'options', 'modulesPath', 'specialArgs', '_class']);
/** `lib` functions whose result is a module when the whole body is such a call. */
const MODULE_CALLS = new Set([
    'mkIf',
    'mkMerge',
    'setDefaultModuleLocation',
    'mkRenamedOptionModule',
    'mkRemovedOptionModule',
    'mkAliasOptionModule',
]);
/** What kind of file this is, by its top level alone. */
function moduleShape(tree) {
    const top = (0,_walk_js__WEBPACK_IMPORTED_MODULE_0__/* .withoutParentheses */ .Hx)(tree);
    const body = moduleBody(top);
    if (body === null)
        return { kind: looksLikeModuleCall(top) ? 'module' : 'value', hasOptions: false, hasConfig: false, imports: null };
    const names = new Set(body.bindings.flatMap(firstNames));
    const shape = { hasOptions: names.has('options'), hasConfig: names.has('config'), imports: importsList(body) };
    const marked = shape.hasOptions || shape.hasConfig || names.has('imports');
    if (top.kind !== 'function')
        return { ...shape, kind: 'module' };
    if (top.formals === null)
        return { ...shape, kind: marked ? 'module' : 'value' };
    const moduleLike = marked || top.formals.open || top.formals.names.some((formal) => MODULE_ARGUMENTS.has(formal.name));
    return { ...shape, kind: moduleLike ? 'module' : 'package' };
}
/** Every import of the file that is written as a literal path, in source order. Other path literals are data (`src = ./.`). */
function moduleImports(tree) {
    const found = [];
    for (const node of (0,_walk_js__WEBPACK_IMPORTED_MODULE_0__/* .walkExpressions */ .Z5)(tree)) {
        if (node.kind === 'apply') {
            const via = importFunction(node.function);
            if (via !== null)
                pushPath(found, node.argument, via);
        }
        if (node.kind === 'list') {
            node.items
                .filter((item) => item.kind === 'path' && item.text?.endsWith('.nix') === true)
                .forEach((item) => pushPath(found, item, 'list'));
        }
        if (node.kind === 'attr-set' || node.kind === 'legacy-let' || node.kind === 'let') {
            for (const binding of node.bindings) {
                const via = importKey(binding);
                if (via !== null && binding.kind === 'bind')
                    listedPaths(binding.value).forEach((path) => pushPath(found, path, via));
            }
        }
    }
    // what is also an entry of `imports` is named so: the more telling one wins
    const byPlace = new Map(found.sort((a, b) => Number(b.via === 'list') - Number(a.via === 'list')).map((one) => [one.start, one]));
    return [...byPlace.values()].sort((a, b) => a.start - b.start);
}
/** The paths written in a list, through `++`, conditions and functions applied to lists (`lib.optionals x [ … ]`). */
function listedPaths(value) {
    const paths = [];
    const pending = [value];
    for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
        const inner = (0,_walk_js__WEBPACK_IMPORTED_MODULE_0__/* .withoutParentheses */ .Hx)(node);
        if (inner.kind === 'path')
            paths.push(inner);
        else if (inner.kind === 'list' ||
            inner.kind === 'binary' ||
            inner.kind === 'if' ||
            inner.kind === 'with' ||
            inner.kind === 'let')
            pending.push(...(0,_walk_js__WEBPACK_IMPORTED_MODULE_0__/* .childExpressions */ .GW)(inner));
        else if (inner.kind === 'apply' && importFunction(inner.function) === null)
            pending.push(inner.function, inner.argument);
    }
    return paths;
}
function pushPath(found, expression, via) {
    const inner = (0,_walk_js__WEBPACK_IMPORTED_MODULE_0__/* .withoutParentheses */ .Hx)(expression);
    if (inner.kind === 'path' && inner.text !== null)
        found.push({ path: inner.text, start: inner.start, end: inner.end, via });
}
function importFunction(expression) {
    if (expression.kind === 'variable')
        return expression.name === 'import' || expression.name === 'callPackage' ? expression.name : null;
    if (expression.kind !== 'select')
        return null;
    const last = (0,_walk_js__WEBPACK_IMPORTED_MODULE_0__/* .staticPath */ .cl)(expression.path)?.at(-1);
    return last === 'import' || last === 'callPackage' ? last : null;
}
function importKey(binding) {
    if (binding.kind !== 'bind')
        return null;
    const last = (0,_walk_js__WEBPACK_IMPORTED_MODULE_0__/* .staticPath */ .cl)(binding.path)?.at(-1);
    return last === 'imports' || last === 'modules' ? last : null;
}
/** The attribute set that a module evaluates to, inside functions, `let`, `with` and `assert`; null when there is none. */
function moduleBody(top) {
    let node = (0,_walk_js__WEBPACK_IMPORTED_MODULE_0__/* .withoutParentheses */ .Hx)(top);
    for (;;) {
        if (node.kind === 'attr-set')
            return node;
        if (node.kind !== 'function' && node.kind !== 'let' && node.kind !== 'with' && node.kind !== 'assert')
            return null;
        node = (0,_walk_js__WEBPACK_IMPORTED_MODULE_0__/* .withoutParentheses */ .Hx)(node.body);
    }
}
function looksLikeModuleCall(top) {
    if (top.kind !== 'function' || top.formals === null)
        return false;
    let node = (0,_walk_js__WEBPACK_IMPORTED_MODULE_0__/* .withoutParentheses */ .Hx)(top.body);
    while (node.kind === 'let' || node.kind === 'with' || node.kind === 'assert' || node.kind === 'apply') {
        node = (0,_walk_js__WEBPACK_IMPORTED_MODULE_0__/* .withoutParentheses */ .Hx)(node.kind === 'apply' ? node.function : node.body);
    }
    const name = node.kind === 'select' ? (0,_walk_js__WEBPACK_IMPORTED_MODULE_0__/* .staticPath */ .cl)(node.path)?.at(-1) : node.kind === 'variable' ? node.name : undefined;
    return name !== undefined && MODULE_CALLS.has(name);
}
function importsList(body) {
    for (const binding of body.bindings) {
        if (binding.kind !== 'bind' || (0,_walk_js__WEBPACK_IMPORTED_MODULE_0__/* .staticPath */ .cl)(binding.path)?.join('.') !== 'imports')
            continue;
        const value = (0,_walk_js__WEBPACK_IMPORTED_MODULE_0__/* .withoutParentheses */ .Hx)(binding.value);
        if (value.kind === 'list')
            return value;
    }
    return null;
}
function firstNames(binding) {
    if (binding.kind === 'inherit')
        return binding.attributes.flatMap((name) => (0,_walk_js__WEBPACK_IMPORTED_MODULE_0__/* .staticPath */ .cl)([name]) ?? []);
    const [first] = binding.path;
    return first === undefined ? [] : ((0,_walk_js__WEBPACK_IMPORTED_MODULE_0__/* .staticPath */ .cl)([first]) ?? []);
}


/***/ }),

/***/ 4087:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Z: () => (/* binding */ parseNix)
});

// EXTERNAL MODULE: ./.cache/build/lib/base/result.js
var result = __webpack_require__(5256);
// EXTERNAL MODULE: ./.cache/build/lib/nix/syntax/position.js
var position = __webpack_require__(6092);
;// CONCATENATED MODULE: ./.cache/build/lib/nix/syntax/token-stream.js

/** Unwinds the descent on the first error; `parseNix` turns it into a value, so it never leaves this folder. */
class SyntaxSignal {
    error;
    constructor(error) {
        this.error = error;
    }
}
/**
 * How deep expressions may nest. Each level costs a handful of stack frames; at this depth the descent needs about a
 * quarter of Node's default stack, and no hand-written file comes near.
 */
const MAX_DEPTH = 1_000;
const KEYWORDS = new Set(['if', 'then', 'else', 'assert', 'with', 'let', 'in', 'rec', 'inherit']);
/**
 * Where a run of characters that may begin a path or an address ends. `a+a+a+…` is one run and many tokens, so the end
 * is remembered: looking again for each token would take quadratic time.
 */
class Run {
    characters;
    continuation;
    #start = 0;
    #end = -1;
    constructor(characters, continuation) {
        this.characters = characters;
        this.continuation = continuation;
    }
    /** Whether the run from this offset goes on as the token that it is looked at for. */
    continues(source, offset) {
        if (offset < this.#start || offset >= this.#end) {
            this.#start = offset;
            this.#end = offset + (matchAt(this.characters, source, offset)?.length ?? 0);
        }
        return matchAt(this.continuation, source, this.#end) !== null;
    }
}
/** Sticky patterns; as in Nix's own lexer the longest match wins. */
const PATTERN = {
    blank: /(?:[ \t\r\n]+|#[^\r\n]*|\/\*[\s\S]*?\*\/)/y,
    path: /[a-zA-Z0-9._\-+]*(?:\/[a-zA-Z0-9._\-+]+)+\/?/y,
    pathBeforeInterpolation: /[a-zA-Z0-9._\-+]*\/(?=\$\{)/y,
    homeBeforeInterpolation: /~\/(?=\$\{)/y,
    homePath: /~(?:\/[a-zA-Z0-9._\-+]+)+\/?/y,
    searchPath: /<[a-zA-Z0-9._\-+]+(?:\/[a-zA-Z0-9._\-+]+)*>/y,
    uri: /[a-zA-Z][a-zA-Z0-9+\-.]*:[a-zA-Z0-9%/?:@&=+$,\-_.!~*']+/y,
    id: /[a-zA-Z_][a-zA-Z0-9_'-]*/y,
    float: /(?:[1-9][0-9]*\.[0-9]*|0?\.[0-9]+)(?:[Ee][+-]?[0-9]+)?/y,
    int: /[0-9]+/y,
};
/** Longer operators before their prefixes. */
const OPERATORS = "... -> // ++ && || == != <= >= |> <| ${ '' { } [ ] ( ) : ; , . = @ ? + - * / ! < > \"".split(' ');
/** Which patterns can match at a character, so that most tokens need one or two tries. */
function candidates(char) {
    if (/[a-zA-Z]/.test(char))
        return ['id', 'path', 'pathBeforeInterpolation', 'uri'];
    if (char === '_')
        return ['id', 'path', 'pathBeforeInterpolation'];
    if (/[0-9]/.test(char))
        return ['int', 'float', 'path', 'pathBeforeInterpolation'];
    if (char === '.')
        return ['float', 'path', 'pathBeforeInterpolation'];
    if (char === '/' || char === '-' || char === '+')
        return ['path', 'pathBeforeInterpolation'];
    if (char === '~')
        return ['homePath', 'homeBeforeInterpolation'];
    return char === '<' ? ['searchPath'] : [];
}
const TOKEN_KIND = {
    pathBeforeInterpolation: 'path',
    homePath: 'path',
    homeBeforeInterpolation: 'path',
    searchPath: 'search-path',
};
/** The text of the match of a sticky pattern at an offset, or null. */
function matchAt(pattern, source, offset) {
    pattern.lastIndex = offset;
    return pattern.exec(source)?.[0] ?? null;
}
/** How a token is called in a message. */
function describeToken(token) {
    return token.kind === 'eof' ? 'end of file' : `'${token.text}'`;
}
/** The tokens of one Nix source with one token of look-ahead. Inside strings the parser reads raw text by `offset`. */
class TokenStream {
    source;
    comments = [];
    token = { kind: 'eof', start: 0, end: 0, text: '' };
    /** Where the token before `token` ended. */
    previousEnd = 0;
    /** Where the next token is looked for. Setting it moves the stream. */
    offset = 0;
    #depth = 0;
    #pathRun = new Run(/[a-zA-Z0-9._\-+]*/y, /\/(?:[a-zA-Z0-9._\-+]|\$\{)/y);
    #uriRun = new Run(/[a-zA-Z0-9+\-.]*/y, /:[a-zA-Z0-9%/?:@&=+$,\-_.!~*']/y);
    constructor(source) {
        this.source = source;
    }
    /** Reads the next token into `token`; returns the one that it replaces. */
    advance() {
        const former = this.token;
        this.previousEnd = this.offset;
        this.#skipBlanks();
        this.token = this.#read();
        this.offset = this.token.end;
        return former;
    }
    expect(kind) {
        if (this.token.kind !== kind)
            this.unexpected(kind === 'id' ? 'a name' : `'${kind}'`);
        return this.advance();
    }
    unexpected(wanted) {
        this.fail(`unexpected ${describeToken(this.token)}${wanted === undefined ? '' : `, expecting ${wanted}`}`);
    }
    fail(message, offset = this.token.start) {
        // eslint-disable-next-line @typescript-eslint/only-throw-error -- a signal, not an error: see SyntaxSignal
        throw new SyntaxSignal({ message, ...(0,position/* positionAt */.t)(this.source, offset) });
    }
    /** Runs a rule one level deeper; a source nested too deep is a syntax error. */
    nested(rule) {
        if (this.#depth >= MAX_DEPTH)
            this.fail(`expressions are nested more than ${MAX_DEPTH} deep`);
        this.#depth += 1;
        const value = rule();
        this.#depth -= 1;
        return value;
    }
    /** The kinds of the next `count` tokens after the current one, without moving. Stops early at a character that starts no token. */
    peek(count) {
        const mark = this.#mark();
        const kinds = [];
        try {
            while (kinds.length < count) {
                this.advance();
                kinds.push(this.token.kind);
            }
        }
        catch (signal) {
            if (!(signal instanceof SyntaxSignal))
                throw signal;
        }
        this.#restore(mark);
        return kinds;
    }
    #mark() {
        const { offset, token, previousEnd } = this;
        return { position: offset, token, previousEnd, comments: this.comments.length };
    }
    #restore(mark) {
        this.offset = mark.position;
        this.token = mark.token;
        this.previousEnd = mark.previousEnd;
        this.comments.length = mark.comments;
    }
    #skipBlanks() {
        for (let text = this.#blank(); text !== null; text = this.#blank()) {
            const start = this.offset;
            this.offset += text.length;
            if (text.startsWith('#') || text.startsWith('/'))
                this.comments.push({ start, end: this.offset, text });
        }
    }
    #blank() {
        return matchAt(PATTERN.blank, this.source, this.offset);
    }
    #read() {
        const start = this.offset;
        const char = this.source[start];
        if (char === undefined)
            return { kind: 'eof', start, end: start, text: '' };
        let kind = '';
        let text = '';
        for (const name of candidates(char)) {
            if ((name === 'path' || name === 'pathBeforeInterpolation') && !this.#pathRun.continues(this.source, start))
                continue;
            if (name === 'uri' && !this.#uriRun.continues(this.source, start))
                continue;
            const match = matchAt(PATTERN[name], this.source, start);
            if (match !== null && match.length > text.length) {
                text = match;
                kind = TOKEN_KIND[name] ?? name;
            }
        }
        if (kind === 'id' && KEYWORDS.has(text))
            kind = text;
        if (text === '')
            kind = text = OPERATORS.find((operator) => this.source.startsWith(operator, start)) ?? '';
        if (text === '')
            this.fail(`unexpected character ${JSON.stringify(char)}`, start);
        return { kind, start, end: start + text.length, text };
    }
}

;// CONCATENATED MODULE: ./.cache/build/lib/nix/syntax/parse-strings.js

const PATH_REST = /[a-zA-Z0-9._\-+/]+/y;
/** Reads a string; the current token is its opening `"` or `''`. */
function parseString(grammar) {
    const { stream } = grammar;
    const open = stream.token;
    const indented = open.kind === "''";
    const parts = [];
    let text = '';
    let textStart = stream.offset;
    let chunkStart = stream.offset;
    const closeText = (end) => {
        text += stream.source.slice(chunkStart, end);
        if (end > textStart)
            parts.push({ kind: 'text', start: textStart, end, text });
        text = '';
    };
    for (;;) {
        const at = stream.offset;
        if (at >= stream.source.length)
            stream.fail(`unexpected end of file, expecting ${open.text}`, at);
        const escape = indented ? indentedEscape(stream.source, at) : quotedEscape(stream.source, at);
        if (escape !== null) {
            text += stream.source.slice(chunkStart, at) + escape.text;
            stream.offset = chunkStart = at + escape.length;
        }
        else if (stream.source.startsWith(open.kind, at)) {
            closeText(at);
            stream.offset = at + open.kind.length;
            break;
        }
        else if (stream.source.startsWith('${', at)) {
            closeText(at);
            parts.push(parseInterpolation(grammar));
            textStart = chunkStart = stream.offset;
        }
        else {
            stream.offset += 1;
        }
    }
    const node = { kind: 'string', start: open.start, end: stream.offset, indented, parts };
    stream.advance();
    return node;
}
/** Reads a path; the current token is its literal beginning. */
function parsePath(grammar) {
    const { stream } = grammar;
    const { start, end, text } = stream.token;
    const parts = [{ kind: 'text', start, end, text }];
    stream.offset = end;
    while (stream.source.startsWith('${', stream.offset)) {
        parts.push(parseInterpolation(grammar));
        const at = stream.offset;
        const rest = matchAt(PATH_REST, stream.source, at);
        if (rest !== null) {
            stream.offset += rest.length;
            parts.push({ kind: 'text', start: at, end: stream.offset, text: rest });
        }
    }
    if (stream.source[stream.offset - 1] === '/')
        stream.fail('a path must not end with a slash', start);
    const node = { kind: 'path', start, end: stream.offset, parts, text: parts.length === 1 ? text : null };
    stream.advance();
    return node;
}
/** Reads `${ … }` from raw text and leaves the stream behind the brace, still in raw text. */
function parseInterpolation(grammar) {
    const { stream } = grammar;
    const start = stream.offset;
    stream.offset += 2;
    stream.advance();
    const expression = grammar.expression();
    if (stream.token.kind !== '}')
        stream.unexpected("'}'");
    stream.offset = stream.token.end;
    return { kind: 'interpolation', start, end: stream.offset, expression };
}
/** `\n`, `\"` … in a quoted string; `$$` is two dollars and starts no interpolation. */
function quotedEscape(source, at) {
    if (source.startsWith('$$', at))
        return dollars(source, at);
    if (source[at] !== '\\')
        return null;
    const char = source[at + 1] ?? '';
    const named = { n: '\n', r: '\r', t: '\t' };
    return { length: 2, text: named[char] ?? char };
}
/** `''$`, `'''` and `''\x` in an indented string. */
function indentedEscape(source, at) {
    if (source.startsWith('$$', at))
        return dollars(source, at);
    if (source.startsWith("''$", at))
        return { length: 3, text: '$' };
    if (source.startsWith("'''", at))
        return { length: 3, text: "''" };
    if (source.startsWith("''\\", at))
        return { length: 4, text: source[at + 3] ?? '' };
    return null;
}
/** Nix's lexer takes dollars in pairs, so only the brace after an odd one opens an interpolation. */
function dollars(source, at) {
    return { length: 2, text: source.slice(at, at + 2) };
}

;// CONCATENATED MODULE: ./.cache/build/lib/nix/syntax/parse-bindings.js

/** Reads bindings up to, not including, the closing token (`}` or `in`). */
function parseBindings(grammar, end) {
    const bindings = [];
    while (grammar.stream.token.kind !== end) {
        bindings.push(grammar.stream.token.kind === 'inherit' ? parseInherit(grammar) : parseBind(grammar));
    }
    return bindings;
}
/** Reads `a."b".${c}`. */
function parseAttrPath(grammar) {
    const path = [parseAttrName(grammar)];
    while (grammar.stream.token.kind === '.') {
        grammar.stream.advance();
        path.push(parseAttrName(grammar));
    }
    return path;
}
/** Reads `{ a, b ? 1, ... }`; the current token must be the brace. */
function parseFormals(grammar) {
    const { stream } = grammar;
    const { start } = stream.expect('{');
    const names = [];
    let open = false;
    while (stream.token.kind !== '}') {
        if (stream.token.kind === '...') {
            open = true;
            stream.advance();
            break;
        }
        names.push(parseFormal(grammar));
        if (stream.token.kind === ',')
            stream.advance();
        else if (stream.token.kind !== '}')
            stream.unexpected("'}' or ','");
    }
    return { start, end: stream.expect('}').end, names, open };
}
function parseFormal(grammar) {
    const { stream } = grammar;
    if (stream.token.text === 'or')
        stream.unexpected('a name');
    const name = stream.expect('id');
    let fallback = null;
    if (stream.token.kind === '?') {
        stream.advance();
        fallback = grammar.expression();
    }
    return { start: name.start, end: stream.previousEnd, name: name.text, fallback };
}
function parseAttrName(grammar) {
    const { stream } = grammar;
    const { kind, start, end, text } = stream.token;
    switch (kind) {
        case 'id':
            stream.advance();
            return { kind: 'name', start, end, name: text };
        case '"':
            return parseString(grammar);
        case '${': {
            stream.advance();
            const expression = grammar.expression();
            return { kind: 'dynamic', start, end: stream.expect('}').end, expression };
        }
        default:
            return stream.unexpected('an attribute name');
    }
}
function parseInherit(grammar) {
    const { stream } = grammar;
    const { start } = stream.advance();
    let from = null;
    if (stream.token.kind === '(') {
        stream.advance();
        from = grammar.expression();
        stream.expect(')');
    }
    const attributes = [];
    while (stream.token.kind !== ';')
        attributes.push(parseAttrName(grammar));
    return { kind: 'inherit', start, end: stream.advance().end, from, attributes };
}
function parseBind(grammar) {
    const { stream } = grammar;
    const { start } = stream.token;
    const path = parseAttrPath(grammar);
    stream.expect('=');
    const value = grammar.expression();
    return { kind: 'bind', start, end: stream.expect(';').end, path, value };
}

;// CONCATENATED MODULE: ./.cache/build/lib/nix/syntax/parse-operators.js


const power = (left, right, chains = true) => ({ left, right, chains });
/** From the operator table of the Nix manual (language/operators), loosest first. */
const BINARY = new Map([
    ['<|', power(1, 0)],
    ['|>', power(2, 3)],
    ['->', power(5, 4)],
    ['||', power(6, 7)],
    ['&&', power(8, 9)],
    ['==', power(10, 11, false)],
    ['!=', power(10, 11, false)],
    ['<', power(12, 13, false)],
    ['>', power(12, 13, false)],
    ['<=', power(12, 13, false)],
    ['>=', power(12, 13, false)],
    ['//', power(15, 14)],
    ['+', power(18, 19)],
    ['-', power(18, 19)],
    ['*', power(20, 21)],
    ['/', power(20, 21)],
    ['++', power(23, 22)],
    ['?', power(24, 25, false)],
]);
const NOT_POWER = 16;
const NEGATE_POWER = 26;
const STARTS = new Set(['id', 'int', 'float', 'uri', 'search-path', 'path', '"', "''", '(', '[', 'rec', '{', 'let']);
/** Reads operators that bind at least as tightly as `minimum`, by precedence climbing. */
function parseOperators(grammar, minimum) {
    const { stream } = grammar;
    return stream.nested(() => {
        let left = parseUnary(grammar);
        for (;;) {
            const operator = stream.token.kind;
            const binding = BINARY.get(operator);
            if (binding === undefined || binding.left < minimum)
                return left;
            stream.advance();
            const { start } = left;
            if (operator === '?') {
                const path = parseAttrPath(grammar);
                left = { kind: 'has-attr', start, end: stream.previousEnd, expression: left, path };
            }
            else {
                const right = parseOperators(grammar, binding.right);
                left = { kind: 'binary', operator, start, end: stream.previousEnd, left, right };
            }
            if (!binding.chains && BINARY.get(stream.token.kind)?.left === binding.left)
                stream.unexpected();
        }
    });
}
function parseUnary(grammar) {
    const { stream } = grammar;
    const { kind, start } = stream.token;
    if (kind !== '!' && kind !== '-')
        return parseApplication(grammar);
    stream.advance();
    const expression = parseOperators(grammar, kind === '!' ? NOT_POWER : NEGATE_POWER);
    return { kind: kind === '!' ? 'not' : 'negate', start, end: stream.previousEnd, expression };
}
function parseApplication(grammar) {
    const { stream } = grammar;
    let applied = parseSelect(grammar);
    while (STARTS.has(stream.token.kind) && !(stream.token.kind === 'let' && stream.peek(1)[0] !== '{')) {
        const argument = parseSelect(grammar);
        applied = { kind: 'apply', start: applied.start, end: stream.previousEnd, function: applied, argument };
    }
    return applied;
}
function parseSelect(grammar) {
    const { stream } = grammar;
    const expression = parseSimple(grammar);
    const { start } = expression;
    if (stream.token.kind === '.') {
        stream.advance();
        const path = parseAttrPath(grammar);
        let fallback = null;
        if (stream.token.text === 'or') {
            stream.advance();
            fallback = stream.nested(() => parseSelect(grammar));
        }
        return { kind: 'select', start, end: stream.previousEnd, expression, path, fallback };
    }
    if (stream.token.kind !== 'id' || stream.token.text !== 'or')
        return expression;
    // `or` was not always a keyword: after anything but a selection it is a variable that the expression is applied to
    const or = stream.advance();
    const argument = { kind: 'variable', start: or.start, end: or.end, name: 'or' };
    return { kind: 'apply', start, end: or.end, function: expression, argument };
}
function parseSimple(grammar) {
    const { stream } = grammar;
    const { kind, start, end, text } = stream.token;
    switch (kind) {
        case 'id':
            if (text === 'or')
                stream.unexpected();
            stream.advance();
            return { kind: 'variable', start, end, name: text };
        case 'int':
        case 'float':
        case 'uri':
        case 'search-path':
            stream.advance();
            return { kind, start, end, text };
        case 'path':
            return parsePath(grammar);
        case '"':
        case "''":
            return parseString(grammar);
        case '(': {
            stream.advance();
            const expression = grammar.expression();
            return { kind: 'parenthesis', start, end: stream.expect(')').end, expression };
        }
        case '[':
            return parseList(grammar);
        case 'rec':
            stream.advance();
            return parseAttrSet(grammar, true, start);
        case 'let': {
            stream.advance();
            const { bindings, end: close } = parseAttrSet(grammar, true, start);
            return { kind: 'legacy-let', start, end: close, bindings };
        }
        case '{':
            return parseAttrSet(grammar, false, start);
        default:
            return stream.unexpected();
    }
}
function parseList(grammar) {
    const { stream } = grammar;
    const { start } = stream.advance();
    const items = [];
    while (stream.token.kind !== ']')
        items.push(stream.nested(() => parseSelect(grammar)));
    return { kind: 'list', start, end: stream.advance().end, items };
}
function parseAttrSet(grammar, recursive, start) {
    const { stream } = grammar;
    stream.expect('{');
    const bindings = stream.nested(() => parseBindings(grammar, '}'));
    return { kind: 'attr-set', start, end: stream.expect('}').end, recursive, bindings };
}

;// CONCATENATED MODULE: ./.cache/build/lib/nix/syntax/parse-nix.js




/**
 * Parses one Nix file. It accepts and rejects what `nix-instantiate --parse` does, but for what is no matter of grammar:
 * attributes defined twice and undefined variables. A source nested more than 1,000 levels deep is an error value.
 */
function parseNix(source) {
    const stream = new TokenStream(source);
    const grammar = { stream, expression: () => stream.nested(() => parseExpression(grammar)) };
    try {
        stream.advance();
        const tree = grammar.expression();
        if (stream.token.kind !== 'eof')
            stream.unexpected('end of file');
        return (0,result.ok)({ tree, comments: stream.comments });
    }
    catch (signal) {
        if (signal instanceof SyntaxSignal)
            return (0,result/* err */._)(signal.error);
        throw signal;
    }
}
function parseExpression(grammar) {
    switch (grammar.stream.token.kind) {
        case 'id':
            return isNamedFunction(grammar) ? parseNamedFunction(grammar) : parseOperators(grammar, 0);
        case '{':
            return isFormals(grammar) ? parseFormalsFunction(grammar) : parseOperators(grammar, 0);
        case 'assert':
        case 'with':
            return parseScoped(grammar);
        case 'let':
            return grammar.stream.peek(1)[0] === '{' ? parseOperators(grammar, 0) : parseLet(grammar);
        case 'if':
            return parseIf(grammar);
        default:
            return parseOperators(grammar, 0);
    }
}
function isNamedFunction({ stream }) {
    if (stream.token.text === 'or')
        return false;
    const [next] = stream.peek(1);
    return next === ':' || next === '@';
}
/** `{` opens formals or an attribute set; the next three tokens tell. */
function isFormals({ stream }) {
    const [first, second, third] = stream.peek(3);
    const functionFollows = (kind) => kind === ':' || kind === '@';
    if (first === '}')
        return functionFollows(second);
    if (first === '...')
        return true;
    return first === 'id' && (second === ',' || second === '?' || (second === '}' && functionFollows(third)));
}
function parseNamedFunction(grammar) {
    const { stream } = grammar;
    const { start, text: argument } = stream.advance();
    let formals = null;
    if (stream.token.kind === '@') {
        stream.advance();
        formals = parseFormals(grammar);
    }
    stream.expect(':');
    const body = grammar.expression();
    return { kind: 'function', start, end: stream.previousEnd, argument, formals, body };
}
function parseFormalsFunction(grammar) {
    const { stream } = grammar;
    const formals = parseFormals(grammar);
    let argument = null;
    if (stream.token.kind === '@') {
        stream.advance();
        argument = stream.expect('id').text;
    }
    stream.expect(':');
    const body = grammar.expression();
    return { kind: 'function', start: formals.start, end: stream.previousEnd, argument, formals, body };
}
function parseScoped(grammar) {
    const { stream } = grammar;
    const { kind, start } = stream.advance();
    const head = grammar.expression();
    stream.expect(';');
    const body = grammar.expression();
    const end = stream.previousEnd;
    return kind === 'with'
        ? { kind: 'with', start, end, scope: head, body }
        : { kind: 'assert', start, end, condition: head, body };
}
function parseLet(grammar) {
    const { stream } = grammar;
    const { start } = stream.advance();
    const bindings = parseBindings(grammar, 'in');
    stream.advance();
    const body = grammar.expression();
    return { kind: 'let', start, end: stream.previousEnd, bindings, body };
}
function parseIf(grammar) {
    const { stream } = grammar;
    const { start } = stream.advance();
    const condition = grammar.expression();
    stream.expect('then');
    const consequent = grammar.expression();
    stream.expect('else');
    const alternative = grammar.expression();
    return { kind: 'if', start, end: stream.previousEnd, condition, consequent, alternative };
}


/***/ }),

/***/ 6092:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ lineText),
/* harmony export */   t: () => (/* binding */ positionAt)
/* harmony export */ });
/** The line and column of an offset into the text; offsets beyond the end count as the end. */
function positionAt(source, offset) {
    const end = Math.min(offset, source.length);
    let line = 1;
    let lineStart = 0;
    for (let next = source.indexOf('\n'); next !== -1 && next < end; next = source.indexOf('\n', next + 1)) {
        line += 1;
        lineStart = next + 1;
    }
    return { offset: end, line, column: end - lineStart + 1 };
}
/** The text of a line (from 1) without its line ending; undefined when the text has no such line. */
function lineText(source, line) {
    return source.split('\n', line)[line - 1]?.replace(/\r$/, '');
}


/***/ }),

/***/ 9054:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GW: () => (/* binding */ childExpressions),
/* harmony export */   Hx: () => (/* binding */ withoutParentheses),
/* harmony export */   Qj: () => (/* binding */ staticName),
/* harmony export */   Z5: () => (/* binding */ walkExpressions),
/* harmony export */   cl: () => (/* binding */ staticPath),
/* harmony export */   o5: () => (/* binding */ staticText)
/* harmony export */ });
/** Every expression below and including the given one, parents before children, in source order. Uses no call stack. */
function* walkExpressions(root) {
    const pending = [root];
    for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
        yield node;
        pending.push(...childExpressions(node).reverse());
    }
}
/** The expressions directly inside an expression, in source order. */
function childExpressions(node) {
    switch (node.kind) {
        case 'variable':
        case 'int':
        case 'float':
        case 'uri':
        case 'search-path':
            return [];
        case 'path':
        case 'string':
            return partExpressions(node.parts);
        case 'list':
            return [...node.items];
        case 'attr-set':
        case 'legacy-let':
            return node.bindings.flatMap(bindingExpressions);
        case 'let':
            return [...node.bindings.flatMap(bindingExpressions), node.body];
        case 'parenthesis':
        case 'not':
        case 'negate':
            return [node.expression];
        case 'function':
            return [...(node.formals?.names ?? []).flatMap((formal) => formal.fallback ?? []), node.body];
        case 'apply':
            return [node.function, node.argument];
        case 'select':
            return [node.expression, ...node.path.flatMap(nameExpressions), ...(node.fallback ? [node.fallback] : [])];
        case 'has-attr':
            return [node.expression, ...node.path.flatMap(nameExpressions)];
        case 'binary':
            return [node.left, node.right];
        case 'if':
            return [node.condition, node.consequent, node.alternative];
        case 'assert':
            return [node.condition, node.body];
        case 'with':
            return [node.scope, node.body];
    }
}
/** `a.b."c"` as its names; null when a part is computed. */
function staticPath(path) {
    const names = path.map(staticName);
    return names.every((name) => name !== null) ? names : null;
}
/** The text of an attribute name that is not computed, else null. */
function staticName(name) {
    switch (name.kind) {
        case 'name':
            return name.name;
        case 'string':
            return staticText(name.parts);
        case 'dynamic':
            return null;
    }
}
/** The text of a string without interpolation, else null. */
function staticText(parts) {
    const texts = parts.map((part) => (part.kind === 'text' ? part.text : null));
    return texts.every((text) => text !== null) ? texts.join('') : null;
}
/** The expression inside any number of parentheses. */
function withoutParentheses(expression) {
    let inner = expression;
    while (inner.kind === 'parenthesis')
        inner = inner.expression;
    return inner;
}
function bindingExpressions(binding) {
    if (binding.kind === 'bind')
        return [...binding.path.flatMap(nameExpressions), binding.value];
    return [...(binding.from ? [binding.from] : []), ...binding.attributes.flatMap(nameExpressions)];
}
function nameExpressions(name) {
    switch (name.kind) {
        case 'name':
            return [];
        case 'dynamic':
            return [name.expression];
        case 'string':
            return partExpressions(name.parts);
    }
}
function partExpressions(parts) {
    return parts.flatMap((part) => (part.kind === 'interpolation' ? part.expression : []));
}


/***/ }),

/***/ 4729:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ treeContext),
/* harmony export */   x: () => (/* binding */ locate)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _syntax_position_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6092);
/* harmony import */ var _syntax_walk_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9054);



/** Answers the questions of `diagnose` from the files of a repository. */
function treeContext(tree) {
    return {
        root: tree.root,
        exists: (path) => tree.files.has(path),
        findImport: (path) => findImport(tree, path),
        findBinding: (path, option) => findBinding(tree.files.get(path), option),
        findText: (text) => findText(tree, text),
        sourceLine: (path, line) => {
            const file = tree.files.get(path);
            return file === undefined ? undefined : (0,_syntax_position_js__WEBPACK_IMPORTED_MODULE_1__/* .lineText */ .o)(file.text, line);
        },
    };
}
/** The location of a range of a file. */
function locate(file, start, end) {
    const { line, column } = (0,_syntax_position_js__WEBPACK_IMPORTED_MODULE_1__/* .positionAt */ .t)(file.text, start);
    return { file: file.path, line, column, length: Math.max(1, end - start) };
}
/** The first path literal, anywhere, that means this path; errors about missing files have no position of their own. */
function findImport(tree, wanted) {
    const paths = new Set([wanted, node_path__WEBPACK_IMPORTED_MODULE_0__.posix.dirname(wanted)].filter((path) => path === wanted || wanted.endsWith('/default.nix')));
    for (const file of tree.files.values()) {
        if (!file.parsed.ok)
            continue;
        for (const node of (0,_syntax_walk_js__WEBPACK_IMPORTED_MODULE_2__/* .walkExpressions */ .Z5)(file.parsed.value.tree)) {
            if (node.kind !== 'path' || node.text === null)
                continue;
            if (paths.has(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.dirname(file.path), node.text)))
                return locate(file, node.start, node.end);
        }
    }
    return null;
}
/** The binding that sets an option, written in one piece (`a.b.c = …`), nested, or below a `config`. */
function findBinding(file, option) {
    if (file?.parsed.ok !== true)
        return null;
    const wanted = option.split('.');
    let best = null;
    for (const { binding, path } of bindingsWithPaths(file.parsed.value.tree)) {
        const depth = agreement(path, wanted);
        const last = binding.kind === 'bind' ? binding.path.at(-1) : undefined;
        if (last !== undefined && depth > (best?.depth ?? 0))
            best = { start: binding.start, end: last.end, depth };
    }
    return best === null ? null : locate(file, best.start, best.end);
}
function* bindingsWithPaths(root) {
    const prefixes = new Map();
    for (const node of (0,_syntax_walk_js__WEBPACK_IMPORTED_MODULE_2__/* .walkExpressions */ .Z5)(root)) {
        const prefix = prefixes.get(node) ?? [];
        if (node.kind === 'attr-set' || node.kind === 'let') {
            for (const binding of node.bindings) {
                if (binding.kind !== 'bind')
                    continue;
                const path = [...prefix, ...((0,_syntax_walk_js__WEBPACK_IMPORTED_MODULE_2__/* .staticPath */ .cl)(binding.path) ?? ['?'])];
                if (path.length <= 64)
                    yield { binding, path };
                prefixes.set(binding.value, path.slice(-64));
            }
        }
        // `mkIf x { … }`, `(…)`, functions and the like hand the names around them on to the set inside
        if (node.kind === 'apply')
            prefixes.set(node.function, prefix).set(node.argument, prefix);
        if (node.kind === 'parenthesis')
            prefixes.set(node.expression, prefix);
        if (node.kind === 'function' || node.kind === 'let' || node.kind === 'with')
            prefixes.set(node.body, prefix);
        if (node.kind === 'list')
            node.items.forEach((item) => prefixes.set(item, prefix));
    }
}
/**
 * How many names of the wanted option a path of bindings spells out, beginning anywhere in the path; either may be longer.
 * One name in common is no evidence when the option has more.
 */
function agreement(path, wanted) {
    for (let start = 0; start < path.length; start += 1) {
        const length = Math.min(path.length - start, wanted.length);
        const agrees = wanted.slice(0, length).every((name, i) => name === path[start + i]);
        if (agrees && length >= Math.min(2, wanted.length))
            return length;
    }
    return 0;
}
function findText(tree, text) {
    for (const file of tree.files.values()) {
        if (!file.text.includes(text) || !file.parsed.ok)
            continue;
        for (const node of (0,_syntax_walk_js__WEBPACK_IMPORTED_MODULE_2__/* .walkExpressions */ .Z5)(file.parsed.value.tree)) {
            if (node.kind === 'string' && (0,_syntax_walk_js__WEBPACK_IMPORTED_MODULE_2__/* .staticText */ .o5)(node.parts) === text)
                return locate(file, node.start, node.end);
        }
    }
    return null;
}


/***/ }),

/***/ 3195:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  I: () => (/* binding */ builtInSkills)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 4 modules
var schemas = __webpack_require__(1514);
// EXTERNAL MODULE: ./.cache/build/lib/base/diagnostic.js
var diagnostic = __webpack_require__(4942);
// EXTERNAL MODULE: ./.cache/build/lib/nix/nix-tree.js
var nix_tree = __webpack_require__(9929);
// EXTERNAL MODULE: ./.cache/build/lib/nix/syntax/module-shape.js
var module_shape = __webpack_require__(5947);
// EXTERNAL MODULE: ./.cache/build/lib/nix/syntax/position.js
var position = __webpack_require__(6092);
// EXTERNAL MODULE: ./.cache/build/lib/base/closest-name.js
var closest_name = __webpack_require__(4876);
// EXTERNAL MODULE: ./.cache/build/lib/base/result.js
var result = __webpack_require__(5256);
;// CONCATENATED MODULE: ./.cache/build/lib/skills/define-skill.js




/** Makes a skill that checks its options before, and its findings after, the given code runs. */
function defineSkill(definition) {
    const { name, summary } = definition;
    const optionsSchema = schemas/* strictObject */.rej(definition.options);
    const run = async (context) => {
        const options = optionsSchema.safeParse(context.options);
        if (!options.success)
            return (0,result/* err */._)(skillFailed(name, optionProblems(name, options.error, Object.keys(definition.options))));
        const outcome = await definition.run(context, options.data);
        if ('failure' in outcome)
            return (0,result/* err */._)(outcome.failure);
        const diagnostics = (0,diagnostic/* sortDiagnostics */.D)(outcome.diagnostics);
        for (const line of diagnostics.map(describe))
            context.onOutput(`${line}\n`);
        context.onOutput(`${outcome.summary}\n`);
        if (diagnostics.some(({ severity }) => severity === 'error'))
            return (0,result/* err */._)(skillFailed(name, diagnostics));
        return (0,result.ok)({ skill: name, ...outcome, diagnostics });
    };
    return { name, summary, optionsSchema, run };
}
/** A failed skill. */
function skillFailed(skill, diagnostics) {
    return { reason: 'skill-failed', skill, diagnostics };
}
/** A finding about how the skill was called; it has no place in a file. */
function callProblem(skill, message, help) {
    return { severity: 'error', code: 'skill-call', message, location: { file: `skill ${skill}` }, help };
}
function optionProblems(skill, error, known) {
    const all = known.length === 0 ? 'it has no options' : `options are: ${known.join(', ')}`;
    return error.issues.flatMap((issue) => {
        if (issue.code !== 'unrecognized_keys') {
            return [callProblem(skill, `option ${issue.path.join('.')}: ${issue.message}`, all)];
        }
        return issue.keys.map((key) => {
            const meant = (0,closest_name/* closestName */.N)(key, known);
            return callProblem(skill, `unknown option ${JSON.stringify(key)}`, meant === null ? all : `did you mean ${JSON.stringify(meant)}?`);
        });
    });
}
function describe({ severity, message, location, help }) {
    const place = [location.file, location.line, location.column].filter((part) => part !== undefined).join(':');
    return `${place}: ${severity}: ${message}${help === undefined ? '' : ` (${help.replaceAll('\n', ' ')})`}`;
}

;// CONCATENATED MODULE: ./.cache/build/lib/skills/select-files.js



/** The folder whose direct subfolders are the categories. */
const MODULES_FOLDER = 'modules';
/**
 * What `targets:` mean in this tree: `all` is everything, `all-categories` every category folder. A path that is absolute,
 * leaves the root, does not exist, or goes through a link is a problem, and then nothing may be done.
 */
function selectTargets(skill, { root, targets }, tree) {
    if (targets === 'all')
        return { paths: [''], problems: [] };
    if (targets === 'all-categories')
        return { paths: categories(tree), problems: [] };
    const checked = targets.map((target) => ({ target, problem: targetProblem(root, target) }));
    return {
        paths: checked.map(({ target }) => normalize(target)),
        problems: checked.flatMap(({ target, problem }) => problem === null
            ? []
            : [
                callProblem(skill, `target ${JSON.stringify(target)} ${problem}`, 'targets are paths of the repository, relative to its root'),
            ]),
    };
}
/** Every folder directly below `modules/` that has a `.nix` file somewhere in it, sorted. */
function categories(tree) {
    const files = [...tree.files.keys()];
    return tree.folders.filter((folder) => external_node_path_.posix.dirname(folder) === MODULES_FOLDER && files.some((file) => file.startsWith(`${folder}/`)));
}
/** Whether a path is one of the selected paths or below one. */
function isSelected(path, { paths }) {
    return paths.some((selected) => selected === '' || path === selected || path.startsWith(`${selected}/`));
}
function normalize(target) {
    const path = external_node_path_.posix.normalize(target).replace(/\/$/, '');
    return path === '.' ? '' : path;
}
function targetProblem(root, target) {
    if (target === '')
        return 'is empty';
    if (external_node_path_.posix.isAbsolute(target))
        return 'is an absolute path';
    const path = normalize(target);
    if (path === '..' || path.startsWith('../'))
        return 'is outside the repository';
    if (path.split('/')[0] === '.git')
        return 'is inside .git';
    let part = '';
    for (const name of path === '' ? [] : path.split('/')) {
        part = external_node_path_.posix.join(part, name);
        const stats = (0,external_node_fs_.lstatSync)((0,external_node_path_.join)(root, part), { throwIfNoEntry: false });
        if (stats === undefined)
            return 'does not exist';
        if (stats.isSymbolicLink())
            return 'goes through a symbolic link';
    }
    return null;
}

;// CONCATENATED MODULE: ./.cache/build/lib/skills/default-nix-create/aggregator.js



/** Looks at the direct contents of a folder. */
function folderContents(tree, folder) {
    const siblings = [...tree.files.values()].filter(({ path }) => external_node_path_.posix.dirname(path) === folder);
    const called = calledFiles(tree, siblings);
    const verdicts = siblings
        .filter(({ path }) => external_node_path_.posix.basename(path) !== 'default.nix')
        .map((file) => ({ name: external_node_path_.posix.basename(file.path), why: whyNoModule(file, called) }));
    const subfolders = tree.folders.filter((path) => external_node_path_.posix.dirname(path) === folder);
    const hasDefault = (path) => tree.files.has(`${path}/default.nix`);
    const hasModules = (path) => [...tree.files.keys()].some((file) => external_node_path_.posix.dirname(file) === path);
    const modules = verdicts.filter(({ why }) => why === null).map(({ name }) => name);
    const aggregated = subfolders.filter((path) => hasDefault(path) && !called.has(`${path}/default.nix`));
    return {
        entries: [...modules, ...aggregated.map((path) => external_node_path_.posix.basename(path))].sort(diagnostic/* compareText */.n),
        leftOut: verdicts.flatMap(({ name, why }) => (why === null ? [] : [{ name, why }])),
        withoutAggregator: subfolders.filter((path) => !hasDefault(path) && hasModules(path)),
    };
}
/** The text of a new `default.nix`, as `nixfmt` would leave it. */
function aggregatorText(folder, entries) {
    const literals = entries.map(pathLiteral);
    const list = literals.length === 1 ? `[ ${literals.join('')} ]` : `[\n${literals.map((one) => `    ${one}\n`).join('')}  ]`;
    return `# Imports all modules of ${folder.replaceAll(/[\r\n]/g, ' ')}.\n{ ... }:\n\n{\n  imports = ${list};\n}\n`;
}
/** A path relative to the file's folder; names that Nix cannot write as a path become a string added to `./.`. */
function pathLiteral(name) {
    if (/^[a-zA-Z0-9._+-]+$/.test(name))
        return `./${name}`;
    return `(./. + "/${name.replaceAll(/["\\]|\$\{/g, '\\$&')}")`;
}
/** Files that a sibling calls itself with `import` or `callPackage`: its own parts, whatever their shape. */
function calledFiles(tree, siblings) {
    const targets = siblings.flatMap((file) => file.imports
        .filter(({ via }) => via === 'import' || via === 'callPackage')
        .map(({ path }) => tree.resolve(file.path, path)));
    return new Set(targets.flatMap((target) => (target.kind === 'nix-file' ? target.path : [])));
}
function whyNoModule(file, called) {
    if (!file.parsed.ok)
        return 'it does not parse';
    if (called.has(file.path))
        return 'a file beside it imports it as a value';
    const { kind } = (0,module_shape/* moduleShape */.s)(file.parsed.value.tree);
    if (kind === 'package')
        return 'it is a function of fixed arguments, such as a package';
    return kind === 'value' ? 'it does not evaluate to a set of options and settings' : null;
}

;// CONCATENATED MODULE: ./.cache/build/lib/skills/default-nix-create/insert-imports.js

/** The file with more entries at the end of its imports list; every other byte stays as it is. */
function insertImports(file, list, names) {
    const { text } = file;
    const { offset, separator } = insertionPoint(text, list);
    const added = names.map((name) => separator + pathLiteral(name)).join('');
    return Buffer.from(text.slice(0, offset) + added + text.slice(offset), file.isUtf8 ? 'utf8' : 'latin1');
}
function insertionPoint(text, list) {
    const last = list.items.at(-1);
    if (last === undefined)
        return { offset: list.start + 1, separator: ' ' };
    const lineStart = text.lastIndexOf('\n', last.start - 1) + 1;
    const before = text.slice(lineStart, last.start);
    if (before.trim() !== '')
        return { offset: last.end, separator: ' ' };
    const lineEnd = endOfLine(text, last.end);
    const newline = text[lineEnd] === '\r' ? '\r\n' : '\n';
    // a comment behind the last entry belongs to that entry
    const restOfLine = text.slice(last.end, lineEnd).trim();
    const offset = restOfLine === '' || restOfLine.startsWith('#') ? lineEnd : last.end;
    return { offset, separator: newline + before };
}
/** Offset of the line ending (`\n` or `\r\n`) after an offset. */
function endOfLine(text, from) {
    const feed = text.indexOf('\n', from);
    if (feed === -1)
        return text.length;
    return text[feed - 1] === '\r' ? feed - 1 : feed;
}

;// CONCATENATED MODULE: ./.cache/build/lib/skills/default-nix-create/default-nix-create.js











const NAME = 'default-nix-create';
/** Gives folders of modules a `default.nix` that imports them all. Existing ones are only changed when asked to, and only added to. */
const defaultNixCreate = defineSkill({
    name: NAME,
    summary: 'Write a default.nix that imports all modules into every category folder that has none',
    options: {
        /** Also add missing entries to the imports of existing files. */
        update: schemas/* boolean */.zMY().default(false),
    },
    run: ({ root, targets }, { update }) => {
        const tree = nix_tree/* NixTree */.S.read(root);
        const selection = selectTargets(NAME, { root, targets: targets === 'all' ? 'all-categories' : targets }, tree);
        const problems = [...selection.problems, ...notFolders(selection.paths, tree, selection.problems.length)];
        if (problems.length > 0)
            return outcome([], problems);
        // deepest first, so that a subfolder that gets its file in this run is imported by its parent
        const folders = [...new Set(selection.paths)].sort((a, b) => b.split('/').length - a.split('/').length || (0,diagnostic/* compareText */.n)(a, b));
        const plans = planAll(tree, folders, update);
        const diagnostics = plans.flatMap((plan) => plan.diagnostics);
        if (diagnostics.some(({ severity }) => severity === 'error'))
            return outcome([], diagnostics);
        const writes = plans.flatMap(({ write }) => write ?? []);
        writes.forEach(({ path, bytes, isNew }) => writeIn(root, path, { bytes, isNew }));
        return outcome(writes.map(({ path }) => path).sort(diagnostic/* compareText */.n), diagnostics);
    },
});
function outcome(changed, diagnostics) {
    const summary = changed.length === 0 ? 'nothing to write' : `wrote ${changed.join(', ')}`;
    return { summary, changed, diagnostics, outputs: { changed } };
}
function notFolders(paths, tree, problems) {
    if (problems > 0)
        return [];
    return paths
        .filter((path) => !tree.folders.includes(path))
        .map((path) => callProblem(NAME, `target ${JSON.stringify(path)} is not a folder below the root`, 'name folders of modules, such as modules/services'));
}
function planAll(tree, folders, update) {
    const planned = new Set();
    return folders.map((folder) => {
        const found = folderContents(tree, folder);
        const fresh = found.withoutAggregator.filter((path) => planned.has(path));
        const contents = {
            ...found,
            entries: [...found.entries, ...fresh.map((path) => external_node_path_.posix.basename(path))].sort(diagnostic/* compareText */.n),
            withoutAggregator: found.withoutAggregator.filter((path) => !planned.has(path)),
        };
        const plan = planFolder(tree, folder, { contents, update });
        if (plan.write !== null)
            planned.add(folder);
        return plan;
    });
}
function planFolder(tree, folder, { contents, update }) {
    const path = `${folder}/default.nix`;
    const existing = tree.files.get(path);
    const reached = tree.reachableFrom(path);
    const isReached = (subfolder) => [...reached].some((file) => external_node_path_.posix.dirname(file) === subfolder);
    const notes = leftOutNotes(folder, {
        ...contents,
        withoutAggregator: contents.withoutAggregator.filter((subfolder) => !isReached(subfolder)),
    });
    if (existing !== undefined) {
        const plan = planExisting(tree, existing, { contents, update });
        return { ...plan, diagnostics: [...notes, ...plan.diagnostics] };
    }
    if ((0,external_node_fs_.lstatSync)((0,external_node_path_.join)(tree.root, path), { throwIfNoEntry: false }) !== undefined) {
        return {
            write: null,
            diagnostics: [warning('default-nix-unusual', path, { message: 'is no plain file and is left alone' })],
        };
    }
    if (contents.entries.length === 0) {
        return {
            write: null,
            diagnostics: [...notes, warning('nothing-to-import', folder, { message: 'has no modules to import' })],
        };
    }
    const bytes = Buffer.from(aggregatorText(folder, contents.entries));
    return { write: { path, bytes, isNew: true }, diagnostics: notes };
}
function planExisting(tree, file, { contents, update }) {
    if (!file.parsed.ok) {
        const { message, line, column } = file.parsed.error;
        return {
            write: null,
            diagnostics: [{ severity: 'error', code: 'nix-syntax', message, location: { file: file.path, line, column } }],
        };
    }
    const folder = external_node_path_.posix.dirname(file.path);
    const reached = tree.reachableFrom(file.path);
    const missing = contents.entries.filter((name) => !reached.has(`${folder}/${name}`) && !reached.has(`${folder}/${name}/default.nix`));
    if (missing.length === 0 || file.text.includes('readDir'))
        return { write: null, diagnostics: [] };
    const { imports } = (0,module_shape/* moduleShape */.s)(file.parsed.value.tree);
    if (update && imports !== null) {
        return { write: { path: file.path, bytes: insertImports(file, imports, missing), isNew: false }, diagnostics: [] };
    }
    const place = imports === null ? {} : (0,position/* positionAt */.t)(file.text, imports.start);
    const help = imports === null ? 'it has no list `imports = [ … ]` to add them to' : 'add them, or set the option `update: true`';
    const message = `does not import ${missing.join(', ')}`;
    return {
        write: null,
        diagnostics: [
            { ...warning('import-missing', file.path, { message, help }), location: locationOf(file.path, place) },
        ],
    };
}
function locationOf(file, place) {
    return place.line === undefined || place.column === undefined
        ? { file }
        : { file, line: place.line, column: place.column };
}
function leftOutNotes(folder, { leftOut, withoutAggregator }) {
    return [
        ...leftOut.map(({ name, why }) => warning('not-a-module', `${folder}/${name}`, { message: `is not imported: ${why}` })),
        ...withoutAggregator.map((path) => warning('folder-not-imported', path, {
            message: 'is not imported: it has no default.nix',
            help: `name ${path} as a target too`,
        })),
    ];
}
function warning(code, file, text) {
    return { severity: 'warning', code, location: { file }, ...text };
}
/** Never through a link: a new file must not exist, an existing one must not be a link. */
function writeIn(root, path, { bytes, isNew }) {
    const flags = isNew ? external_node_fs_.constants.O_CREAT | external_node_fs_.constants.O_EXCL : external_node_fs_.constants.O_TRUNC | external_node_fs_.constants.O_NOFOLLOW;
    const file = (0,external_node_fs_.openSync)((0,external_node_path_.join)(root, path), external_node_fs_.constants.O_WRONLY | flags, 0o644);
    try {
        (0,external_node_fs_.writeFileSync)(file, bytes);
    }
    finally {
        (0,external_node_fs_.closeSync)(file);
    }
}

// EXTERNAL MODULE: ./.cache/build/lib/nix/flake-check.js + 3 modules
var flake_check = __webpack_require__(1672);
// EXTERNAL MODULE: ./.cache/build/lib/nix/syntax/parse-nix.js + 4 modules
var parse_nix = __webpack_require__(4087);
// EXTERNAL MODULE: ./.cache/build/lib/nix/syntax/walk.js
var walk = __webpack_require__(9054);
;// CONCATENATED MODULE: ./.cache/build/lib/skills/flake-validate/lock-findings.js

/** Kinds of inputs that exist on one machine, or need its keys. */
const LOCAL_TYPES = new Set(['path', 'file']);
/**
 * Warnings about inputs in `flake.lock` that another machine, such as a hosted runner, cannot fetch: paths of this machine, and
 * repositories by ssh. `text` is the lock file (format: `nix flake` manual, "Lock files", version 7).
 */
function lockFindings(text) {
    const nodes = lockNodes(text);
    if (nodes === null)
        return [
            {
                ...place(text, ''),
                severity: 'error',
                code: 'lock-unreadable',
                message: 'flake.lock is not a lock file of Nix',
                help: 'run `nix flake lock` and commit the file',
            },
        ];
    return Object.entries(nodes).flatMap(([name, { locked, inputs }]) => {
        if (locked === undefined)
            return name === 'root' || inputs !== undefined ? [] : [unlocked(text, name)];
        const where = unreachable(locked);
        if (where === null)
            return [];
        const message = `input ${JSON.stringify(name)} is ${where}: another machine cannot fetch it`;
        return [
            {
                ...place(text, name),
                severity: 'warning',
                code: 'local-input',
                message,
                help: 'use a public address, or run on a machine that has it',
            },
        ];
    });
}
/** Error for inputs that `flake.nix` names and the lock file does not, given the names that it declares. */
function missingLocks(declared, text) {
    const root = text === null ? {} : (lockNodes(text)?.['root']?.inputs ?? {});
    return declared
        .filter((name) => !Object.hasOwn(root, name))
        .map((name) => ({
        severity: 'warning',
        code: 'input-not-locked',
        message: `input ${JSON.stringify(name)} is not in flake.lock`,
        location: { file: 'flake.nix' },
        help: 'run `nix flake lock` and commit flake.lock: unlocked inputs change under your feet',
    }));
}
function unlocked(text, name) {
    return {
        ...place(text, name),
        severity: 'warning',
        code: 'input-not-locked',
        message: `input ${JSON.stringify(name)} has no locked version`,
        help: 'run `nix flake lock` and commit flake.lock',
    };
}
function unreachable({ type, path, url }) {
    if (typeof type !== 'string')
        return null;
    if (type === 'path')
        return typeof path === 'string' && path.startsWith('/') ? `the path ${path}` : null;
    if (typeof url !== 'string')
        return null;
    if (LOCAL_TYPES.has(type) || url.startsWith('file:'))
        return url.startsWith('http') ? null : `the file ${url}`;
    return /^(?:git\+)?ssh:/.test(url) || /^[\w.-]+@[\w.-]+:/.test(url) ? `fetched by ssh from ${url}` : null;
}
function lockNodes(text) {
    try {
        const { nodes } = JSON.parse(text);
        const isRecord = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
        return isRecord(nodes) && Object.values(nodes).every(isRecord)
            ? nodes
            : null;
    }
    catch {
        return null;
    }
}
function place(text, node) {
    const at = node === '' ? -1 : text.indexOf(`${JSON.stringify(node)}: {`);
    if (at === -1)
        return { location: { file: 'flake.lock' } };
    const { line, column } = (0,position/* positionAt */.t)(text, at);
    return { location: { file: 'flake.lock', line, column } };
}

;// CONCATENATED MODULE: ./.cache/build/lib/skills/flake-validate/flake-validate.js







const flake_validate_NAME = 'flake-validate';
/** `nix flake check` and the systems of all hosts, after a look at the lock file that needs no Nix. */
const flakeValidate = defineSkill({
    name: flake_validate_NAME,
    summary: 'Check the flake with nix flake check and evaluate every host; errors with file and line',
    options: {},
    run: async (context) => {
        if (context.targets !== 'all') {
            return failed([callProblem(flake_validate_NAME, 'targets must be all', 'a flake is checked as a whole: leave `targets` out')]);
        }
        const flake = readPlainFile(context.root, 'flake.nix');
        if (flake === null)
            return failed([noFlake()]);
        const lock = readPlainFile(context.root, 'flake.lock');
        const early = [...missingLocks(declaredInputs(flake), lock), ...(lock === null ? [] : lockFindings(lock))];
        const nix = await context.nix();
        if (!nix.ok)
            return { failure: nix.error };
        const { root, runProcess, env, signal, timeoutMs, onOutput } = context;
        const check = await (0,flake_check/* checkFlake */.o)({
            ...{ root, runProcess, env, nix: nix.value, onOutput },
            ...(signal === undefined ? {} : { signal }),
            ...(timeoutMs === undefined ? {} : { timeoutMs }),
        });
        return outcomeOf(check, early);
    },
});
function outcomeOf(check, early) {
    if (check.ok) {
        const names = Object.keys(check.hosts);
        const hosts = names.length === 0 ? 'no hosts' : `hosts: ${names.join(', ')}`;
        const diagnostics = [...early, ...check.warnings];
        return { summary: `the flake is valid; ${hosts}`, changed: [], diagnostics, outputs: { hosts: check.hosts } };
    }
    if (check.failure === 'no-flake')
        return failed([noFlake()]);
    return check.failure === null ? failed([...early, ...check.diagnostics]) : { failure: check.failure };
}
function failed(diagnostics) {
    return { summary: 'the flake is not valid', changed: [], diagnostics, outputs: {} };
}
function noFlake() {
    const help = 'run it in the folder of the flake, or begin one with `nix flake init`';
    return {
        severity: 'error',
        code: 'no-flake',
        message: 'there is no flake.nix in the root of the repository',
        location: { file: 'flake.nix' },
        help,
    };
}
/** Names of inputs with an address: `inputs.a.url = …`, `inputs = { a.url = …; b = { … }; }`. None when the file does not parse. */
function declaredInputs(flake) {
    const parsed = (0,parse_nix/* parseNix */.Z)(flake);
    const top = parsed.ok ? (0,walk/* withoutParentheses */.Hx)(parsed.value.tree) : null;
    if (top?.kind !== 'attr-set')
        return [];
    const names = top.bindings.flatMap((binding) => {
        const [first, second] = bindingPath(binding);
        if (first !== 'inputs' || binding.kind !== 'bind')
            return [];
        if (second !== undefined)
            return [second];
        const value = (0,walk/* withoutParentheses */.Hx)(binding.value);
        return value.kind === 'attr-set' ? value.bindings.flatMap((inner) => bindingPath(inner)[0] ?? []) : [];
    });
    return [...new Set(names)];
}
function bindingPath(binding) {
    return binding.kind === 'bind' ? ((0,walk/* staticPath */.cl)(binding.path) ?? []) : [];
}
function readPlainFile(root, name) {
    const path = (0,external_node_path_.join)(root, name);
    return (0,external_node_fs_.lstatSync)(path, { throwIfNoEntry: false })?.isFile() === true ? (0,external_node_fs_.readFileSync)(path, 'utf8') : null;
}

// EXTERNAL MODULE: ./.cache/build/lib/nix/tree-context.js
var tree_context = __webpack_require__(4729);
// EXTERNAL MODULE: ./.cache/build/lib/nix/repository-path.js
var repository_path = __webpack_require__(5755);
;// CONCATENATED MODULE: ./.cache/build/lib/skills/module-validate/file-findings.js





/** Everything that can be said of one file without running Nix. */
function fileFindings(tree, file, rules) {
    if (!file.parsed.ok)
        return [...encodingFindings(file), syntaxError(file)];
    return [
        ...encodingFindings(file),
        ...file.imports.flatMap((one) => importFinding(tree, file, one)),
        ...duplicateImports(tree, file),
        ...optionFindings(file, file.parsed.value),
        ...((0,repository_path/* isLibrary */.es)(file.path) ? [] : formFindings(file, file.parsed.value, rules)),
    ];
}
function syntaxError(file) {
    if (!file.parsed.ok) {
        const { message, line, column } = file.parsed.error;
        const sourceLine = (0,position/* lineText */.o)(file.text, line);
        const help = file.text.startsWith('\uFEFF')
            ? 'remove the byte order mark at the beginning of the file'
            : 'the mistake is often just before this place: a missing `;`, bracket or quote';
        const finding = {
            severity: 'error',
            code: 'nix-syntax',
            message: `syntax error, ${message}`,
            location: { file: file.path, line, column },
            help,
        };
        return sourceLine === undefined ? finding : { ...finding, sourceLine };
    }
    throw new Error(`${file.path} parses`);
}
function encodingFindings(file) {
    const found = [];
    const location = { file: file.path, line: 1, column: 1 };
    if (!file.isUtf8)
        found.push({
            severity: 'warning',
            code: 'not-utf8',
            message: 'the file is not UTF-8',
            location,
            help: 'convert it: editors and reviews show it wrongly',
        });
    if (file.text.includes('\r\n'))
        found.push({
            severity: 'warning',
            code: 'crlf',
            message: 'the file has Windows line endings',
            location,
            help: 'convert it to line feeds: in scripts inside strings they do harm',
        });
    return found;
}
function importFinding(tree, file, one) {
    const target = tree.resolve(file.path, one.path);
    switch (target.kind) {
        case 'other':
            return [];
        case 'outside':
            return [
                at(file, one, {
                    severity: 'error',
                    code: 'import-outside',
                    message: `${one.path} is outside the repository`,
                    help: 'a flake can only read its own files',
                }),
            ];
        case 'missing': {
            // a file that looks before it leaps may name files that are not always there
            const severity = file.text.includes('pathExists') ? 'warning' : 'error';
            return [
                at(file, one, {
                    severity,
                    code: 'import-missing',
                    message: `${one.path} does not exist`,
                    help: `there is no ${target.path}, or it is a folder without default.nix`,
                }),
            ];
        }
        case 'nix-file':
            return one.via === 'imports' || one.via === 'modules' ? shapeFinding(tree, file, { one, path: target.path }) : [];
    }
}
function shapeFinding(tree, file, { one, path }) {
    const imported = tree.files.get(path);
    if (imported?.parsed.ok !== true || (0,module_shape/* moduleShape */.s)(imported.parsed.value.tree).kind === 'module')
        return [];
    const top = (0,walk/* withoutParentheses */.Hx)(imported.parsed.value.tree);
    const certain = ['list', 'string', 'int', 'float', 'uri', 'path', 'search-path'].includes(top.kind);
    const message = certain ? `${one.path} is a ${top.kind}, not a module` : `${one.path} does not look like a module`;
    return [
        at(file, one, {
            severity: certain ? 'error' : 'warning',
            code: 'not-a-module',
            message,
            help: 'a module is a set, or a function `{ config, lib, pkgs, ... }:` to a set',
        }),
    ];
}
function duplicateImports(tree, file) {
    const seen = new Set();
    return file.imports.flatMap((one) => {
        if (one.via === 'import' || one.via === 'callPackage')
            return [];
        const target = tree.resolve(file.path, one.path);
        const list = enclosingList(file, one);
        if (target.kind === 'outside' || list === null)
            return [];
        const key = `${list}:${target.path}`;
        if (!seen.has(key)) {
            seen.add(key);
            return [];
        }
        const severity = one.via === 'imports' ? 'error' : 'warning';
        return [
            at(file, one, {
                severity,
                code: 'import-duplicate',
                message: `${one.path} is imported twice in this list`,
                help: 'remove one of the two',
            }),
        ];
    });
}
/** Where the innermost list around an import starts: two entries are only duplicates within one list. */
function enclosingList(file, one) {
    return file.lists.findLast(({ start, end }) => start < one.start && one.end < end)?.start ?? null;
}
function optionFindings(file, { tree }) {
    const found = [];
    for (const node of (0,walk/* walkExpressions */.Z5)(tree)) {
        if (node.kind !== 'apply' || node.argument.kind !== 'attr-set')
            continue;
        const called = node.function.kind === 'select'
            ? (0,walk/* staticPath */.cl)(node.function.path)?.at(-1)
            : node.function.kind === 'variable'
                ? node.function.name
                : null;
        if (called !== 'mkOption')
            continue;
        const names = new Set(node.argument.bindings.flatMap((binding) => (binding.kind === 'bind' ? binding.path.slice(0, 1) : binding.attributes).map(walk/* staticName */.Qj)));
        const missing = ['type', 'description'].filter((name) => !names.has(name));
        if (missing.length === 0 || names.has(null))
            continue;
        found.push(at(file, node.function, {
            severity: 'warning',
            code: 'option-undocumented',
            message: `this option has no ${missing.join(' and no ')}`,
        }));
    }
    return found;
}
function formFindings(file, { tree, comments }, { maxLines, requireHeader }) {
    const found = [];
    const lines = file.text.split('\n').length - (file.text.endsWith('\n') ? 1 : 0);
    const location = { file: file.path, line: 1, column: 1 };
    const header = comments.some((comment) => comment.end <= tree.start && comment.text.replaceAll(/[#*/\s]/g, '') !== '');
    if (requireHeader && !header)
        found.push({
            severity: 'warning',
            code: 'no-header',
            message: 'no comment at the top says what the file is for',
            location,
        });
    if (lines > maxLines)
        found.push({
            severity: 'warning',
            code: 'file-too-long',
            message: `${lines} lines, more than ${maxLines}`,
            location,
            help: 'split it by topic',
        });
    return found;
}
function at(file, span, finding) {
    const location = (0,tree_context/* locate */.x)(file, span.start, span.end);
    const sourceLine = (0,position/* lineText */.o)(file.text, location.line ?? 1);
    return { ...finding, location, ...(sourceLine === undefined ? {} : { sourceLine }) };
}

// EXTERNAL MODULE: ./.cache/build/lib/nix/error-kind.js
var error_kind = __webpack_require__(8788);
// EXTERNAL MODULE: ./.cache/build/lib/nix/json-log.js
var json_log = __webpack_require__(3874);
;// CONCATENATED MODULE: ./.cache/build/lib/skills/module-validate/second-opinion.js




/** Nix stops at the first bad file; so many are found one after the other before it is enough. */
const MOST_ERRORS = 20;
/** Files of one call: far below any limit of the length of a command line. */
const FILES_PER_CALL = 400;
/**
 * What Nix's own parser says about files that ours accepts: also undefined variables and attributes defined twice, in files
 * that nothing imports. Many files a process: one process for each would take a hundred times as long.
 */
async function secondOpinion(context, nix, files) {
    const found = [];
    let rest = [...files];
    while (rest.length > 0 && found.length < MOST_ERRORS) {
        const batch = rest.slice(0, FILES_PER_CALL);
        const error = await parseBatch(context, nix, batch);
        if (error !== null)
            found.push(error);
        // the files before the bad one were read without complaint
        rest = rest.slice(error === null ? batch.length : batch.findIndex(({ path }) => path === error.location.file) + 1);
    }
    return found;
}
async function parseBatch({ root, runProcess, env, signal }, nix, batch) {
    const { exitCode, stderrTail } = await runProcess({
        argv: [
            (0,external_node_path_.join)((0,external_node_path_.dirname)(nix.path), 'nix-instantiate'),
            ...nix.options,
            '--parse',
            ...batch.map(({ path }) => (0,external_node_path_.join)(root, path)),
        ],
        cwd: root,
        env,
        keepBytes: 1024,
        ...(signal === undefined ? {} : { signal }),
    });
    if (exitCode === 0)
        return null;
    const text = (0,json_log/* withoutAnsi */.uo)(stderrTail);
    const message = /^error: (.+)$/m.exec(text)?.[1];
    // below the message; positions inside it are about something else ("already defined at …")
    const place = [...text.matchAll(/^\s*at (\/.+?):(\d+):(\d+)/gm)].find((match) => match[1]?.startsWith(`${root}/`));
    const path = place?.[1]?.slice(root.length + 1);
    const file = batch.find((one) => one.path === path);
    // anything else is trouble of Nix, not of a file: our own parser has accepted them all
    if (message === undefined || file === undefined)
        return null;
    const line = Number(place?.[2]);
    const { code, help } = (0,error_kind/* errorKind */.f)(message);
    const sourceLine = (0,position/* lineText */.o)(file.text, line);
    return {
        ...{
            severity: 'error',
            code,
            message: message.replaceAll(`${root}/`, ''),
            location: { file: file.path, line, column: Number(place?.[3]) },
        },
        ...(help === null ? {} : { help }),
        ...(sourceLine === undefined ? {} : { sourceLine }),
    };
}

;// CONCATENATED MODULE: ./.cache/build/lib/skills/module-validate/tree-findings.js


/** Functions that load modules without naming them; then nothing can be said about what is not reached. */
const COMPUTED_IMPORTS = /\b(?:readDir|listFilesRecursive|import-tree|haumea|importApply)\b/;
/** Warnings about how the modules hang together; `isWanted` says which paths are asked about. */
function treeFindings(tree, isWanted) {
    return [...missingAggregators(tree), ...unreachedModules(tree)].filter(({ location }) => isWanted(location.file));
}
function missingAggregators(tree) {
    return categories(tree)
        .filter((category) => !tree.files.has(`${category}/default.nix`))
        .map((category) => ({
        severity: 'warning',
        code: 'category-without-default',
        message: 'the category has no default.nix',
        location: { file: category },
        help: 'the skill default-nix-create writes one',
    }));
}
function unreachedModules(tree) {
    if (!tree.files.has('flake.nix'))
        return [];
    const reached = tree.reachableFrom('flake.nix');
    if ([...reached].some((path) => COMPUTED_IMPORTS.test(tree.files.get(path)?.text ?? '')))
        return [];
    return [...tree.files.keys()]
        .filter((path) => path.startsWith(`${MODULES_FOLDER}/`) && !reached.has(path))
        .map((path) => ({
        severity: 'warning',
        code: 'module-unused',
        message: 'nothing that flake.nix imports reaches this file',
        location: { file: path },
        help: external_node_path_.posix.basename(path) === 'default.nix' ? 'import its folder, or remove it' : 'import it, or remove it',
    }));
}

;// CONCATENATED MODULE: ./.cache/build/lib/skills/module-validate/module-validate.js







const module_validate_NAME = 'module-validate';
/** Reads every module and says what is wrong with it; changes nothing. Needs no Nix, and listens to it where it is there. */
const moduleValidate = defineSkill({
    name: module_validate_NAME,
    summary: 'Check that every module parses, imports existing files and is documented; changes nothing',
    options: {
        max_lines: schemas/* int */.Whr().min(1).default(200),
        require_header: schemas/* boolean */.zMY().default(true),
    },
    run: async (context, options) => {
        const tree = nix_tree/* NixTree */.S.read(context.root);
        const selection = selectTargets(module_validate_NAME, context, tree);
        const { problems } = selection;
        if (problems.length > 0)
            return { summary: 'nothing was checked', changed: [], diagnostics: problems, outputs: {} };
        const files = [...tree.files.values()].filter(({ path }) => isSelected(path, selection));
        const rules = { maxLines: options.max_lines, requireHeader: options.require_header };
        const own = files.flatMap((file) => fileFindings(tree, file, rules));
        const isWanted = (path) => isSelected(path, selection);
        const nix = await context.nix();
        const parsing = files.filter(({ parsed }) => parsed.ok);
        const opinion = nix.ok ? await secondOpinion(context, nix.value, parsing) : [];
        const diagnostics = [...own, ...opinion, ...treeFindings(tree, isWanted)];
        const counts = {
            files: files.length,
            errors: count(diagnostics, 'error'),
            warnings: count(diagnostics, 'warning'),
        };
        return {
            summary: `${counts.files} files: ${counts.errors} errors, ${counts.warnings} warnings`,
            changed: [],
            diagnostics,
            outputs: counts,
        };
    },
});
function count(diagnostics, severity) {
    return diagnostics.filter((one) => one.severity === severity).length;
}

;// CONCATENATED MODULE: ./.cache/build/lib/skills/registry.js



/** All built-in skills, by name. */
const builtInSkills = new Map([defaultNixCreate, flakeValidate, moduleValidate].map((skill) => [skill.name, skill]));


/***/ })

};
