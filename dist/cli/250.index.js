export const id = 250;
export const ids = [250];
export const modules = {

/***/ 3547:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ unreachable)
/* harmony export */ });
/** Ends a switch over a union: a new member that is not handled fails to compile. Throws when reached all the same. */
function unreachable(value) {
    throw new Error(`unreachable case: ${JSON.stringify(value)}`);
}


/***/ }),

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
    [
        /^'file:.*' is not a valid URL/,
        'nix-path-not-supported',
        'this Nix (2.8 does, 2.26 does not) fails in a folder whose path has spaces or letters outside of ASCII: use a newer one, ' +
            'or another folder (XDG_CACHE_HOME says where the workspaces are)',
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

// UNUSED EXPORTS: evaluateHosts

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
    const listed = await listHosts(run);
    return listed.hosts === null ? failedCheck(request, listed.command) : { ok: true, warnings, hosts: listed.hosts };
}
/** `toplevel.drvPath` of every NixOS configuration of a flake; null when one of them cannot be evaluated. */
async function evaluateHosts(request) {
    if (!isFile(join(request.root, 'flake.nix')))
        return null;
    return (await listHosts((...args) => runNix(request, 0, args))).hosts;
}
async function listHosts(run) {
    const command = await run('eval', '--json', '.#nixosConfigurations', '--apply', HOSTS);
    if (command.result.exitCode === 0)
        return { command, hosts: hostsOf(command.result.stdout) };
    return { command, hosts: NO_HOSTS.test(command.readableTail) ? {} : null };
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

/***/ 2742:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ describeFailure)
/* harmony export */ });
/* harmony import */ var _base_unreachable_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3547);
/* harmony import */ var _duration_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7910);


/** How much of a long list or output a message shows. The log has all of it. */
const MAX_LINES = 15;
const MAX_COMMAND = 100;
/** Says what happened, where, what was expected and what to do. Exhaustive: a new reason does not compile until it has words. */
function describeFailure(failure) {
    switch (failure.reason) {
        case 'command-failed':
            return {
                title: `${quoted(failure.command)} ${endOf(failure)}`,
                details: outputLines(failure.outputTail),
                help: commandHelp(failure),
            };
        case 'timed-out':
            return {
                title: `stopped at its time limit of ${(0,_duration_text_js__WEBPACK_IMPORTED_MODULE_0__/* .durationText */ .S)(failure.limitMs)}`,
                details: [],
                help: 'The log shows what it was doing. Raise timeout_minutes if it needs longer.',
            };
        case 'not-started':
            return notStarted(failure);
        case 'cancelled':
            return {
                title: 'stopped before it ended',
                details: [],
                help: 'Nothing of it was kept. A resumed run starts it again.',
            };
        case 'program-missing':
            return { title: `the program ${failure.program} was not found`, details: [], help: sentence(failure.help) };
        case 'validation-failed':
        case 'skill-failed':
            return describeFindings(failure);
        case 'agent-result-invalid':
        case 'agent-blocked':
        case 'agent-changed-nothing':
        case 'agent-backend-missing':
            return describeAgentFailure(failure);
        case 'outside-writes':
        case 'nested-repository':
        case 'link-escapes':
            return describeScopeFailure(failure);
        case 'merge-conflict':
            return {
                title: `its changes conflict with those of an earlier parallel step in ${counted(failure.paths.length, 'file')}`,
                details: [...listed(failure.paths), `merged so far: ${failure.ours}`, `not merged: ${failure.theirs}`],
                help: `Both results are kept. Make one step depend on the other, or compare them: git diff ${failure.ours} ${failure.theirs}`,
            };
        case 'landing-refused':
            return describeLanding(failure);
        case 'publish-refused':
            return { title: `not published: ${failure.message}`, details: [], help: failure.help };
        case 'internal':
            return {
                title: `workflow-runner itself failed: ${failure.message}`,
                details: failure.stack.split('\n').slice(0, MAX_LINES),
                help: 'This is a bug of workflow-runner. Please report it with the lines above; completed steps are kept.',
            };
        default:
            return (0,_base_unreachable_js__WEBPACK_IMPORTED_MODULE_1__/* .unreachable */ .H)(failure);
    }
}
function describeFindings(failure) {
    switch (failure.reason) {
        case 'validation-failed':
            return {
                title: `the check ${quoted(failure.command)} did not pass${exitText(failure.exitCode)}`,
                details: failure.diagnostics.length > 0 ? diagnosticLines(failure.diagnostics) : outputLines(failure.outputTail),
                help: 'The check ran on a clean checkout of the result: run it yourself on the commit that the report names.',
            };
        case 'skill-failed':
            return {
                title: `skill ${failure.skill} found ${counted(errorCount(failure.diagnostics), 'error')}`,
                details: diagnosticLines(failure.diagnostics),
                help: `Fix them and resume, or look at them alone: workflow-runner skill ${failure.skill}`,
            };
    }
}
function notStarted(failure) {
    const why = failure.error === 'cwd-missing' ? 'its working folder is gone' : `the system refused with ${failure.error}`;
    const details = [];
    const title = `${quoted(failure.command)} could not be started: ${why}`;
    switch (failure.error) {
        case 'E2BIG':
            return { title, details, help: 'Its arguments and environment are too long: pass large input through a file.' };
        case 'EAGAIN':
        case 'ENOMEM':
            return {
                title,
                details,
                help: 'The machine has no processes or memory left: lower --max-concurrent and resume.',
            };
        default:
            return { title, details, help: 'Check the machine (disk, memory, limits), then resume.' };
    }
}
function describeAgentFailure(failure) {
    switch (failure.reason) {
        case 'agent-result-invalid':
            return {
                title: 'the agent did not return the structured result that was asked for',
                details: [failure.detail],
                help: 'Expected one JSON document {"status": "done" | "no-op" | "blocked", "summary": "…"}. The log has what it said.',
            };
        case 'agent-blocked':
            return {
                title: 'the agent said that it cannot go on',
                details: textLines(failure.summary),
                help: 'Give it what it asks for (its file in .claude/agents/, or config: of the step), then resume.',
            };
        case 'agent-changed-nothing':
            return {
                title: 'the agent said that it is done, but no file changed',
                details: [],
                help: 'An agent that has nothing to do must answer "no-op". See the log for what it did.',
            };
        case 'agent-backend-missing':
            return {
                title: failure.backend === ''
                    ? 'no agent backend is chosen'
                    : `there is no agent backend ${quoted(failure.backend)}`,
                details: [],
                help: sentence(failure.help),
            };
    }
}
function describeScopeFailure(failure) {
    switch (failure.reason) {
        case 'outside-writes':
            return {
                title: `it changed ${counted(failure.paths.length, 'file')} outside of its declared writes`,
                details: [...listed(failure.paths), `allowed: ${failure.writes.join(', ') || 'nothing'}`],
                help: 'Nothing of the step was kept. Widen writes: if these files belong to it.',
            };
        case 'nested-repository':
            return {
                title: `it left ${failure.paths.length === 1 ? 'a git repository' : `${failure.paths.length} git repositories`} inside the tree`,
                details: listed(failure.paths),
                help: 'git would commit an empty link in its place. Remove the .git folder there in the step, or clone elsewhere.',
            };
        case 'link-escapes':
            return {
                title: 'it made a symbolic link that leaves the repository or points into .git',
                details: [`${failure.path} -> ${failure.target}`],
                help: 'Nothing of the step was kept. Make the link point inside the tree, or copy the file.',
            };
    }
}
function describeLanding(failure) {
    const title = {
        'dirty-paths': `landing would overwrite ${counted(failure.paths.length, 'file')} with changes of yours`,
        'merge-conflict': `your branch has moved, and the result conflicts with it in ${counted(failure.paths.length, 'file')}`,
        'branch-moved': 'your branch kept moving while the result was landing',
        'other-branch': 'another branch is checked out than when the run started',
    }[failure.why];
    const where = failure.why === 'branch-moved' || failure.branch === '' ? [] : [`the result is kept on ${failure.branch}`];
    const next = failure.commands.length === 0
        ? 'Try again when it rests: resume the run.'
        : `Go on with: ${failure.commands.join(' && ')}`;
    return { title, details: [...listed(failure.paths), ...where], help: next };
}
function commandHelp({ exitCode, signal }) {
    if (exitCode === 127)
        return 'Exit code 127: a program that it calls is not on PATH. Install it, then resume.';
    if (exitCode === 126)
        return 'Exit code 126: a program that it calls is not executable.';
    if (signal === 'SIGKILL')
        return 'It was killed from outside, most often because the machine ran out of memory. Resume when there is more.';
    return 'Fix what it reports, then resume. The log has its whole output.';
}
function endOf({ exitCode, signal }) {
    if (signal !== null)
        return `was ended by signal ${signal}`;
    return exitCode === null ? 'did not end well' : `failed with exit code ${exitCode}`;
}
const exitText = (exitCode) => (exitCode === null ? '' : ` (exit code ${exitCode})`);
function quoted(command) {
    const [first = '', ...rest] = command.trim().split('\n');
    const short = first.length > MAX_COMMAND ? first.slice(0, MAX_COMMAND) : first;
    return `\`${short}${rest.length > 0 || short.length < first.length ? ' …' : ''}\``;
}
function outputLines(outputTail) {
    const lines = outputTail.split(/\r\n|\n|\r/).filter((line) => line.trim() !== '');
    return lines.length === 0 ? ['It printed nothing.'] : lines.slice(-MAX_LINES);
}
const textLines = (text) => text.split(/\r\n|\n|\r/).slice(0, MAX_LINES);
function listed(items) {
    const more = items.length - MAX_LINES;
    return more > 0 ? [...items.slice(0, MAX_LINES), `… and ${more} more`] : [...items];
}
function diagnosticLines(diagnostics) {
    return listed(diagnostics.map(({ location, severity, message }) => {
        const place = [location.file, location.line, location.column].filter((part) => part !== undefined).join(':');
        return `${place}: ${severity}: ${message}`;
    }));
}
const errorCount = (diagnostics) => diagnostics.filter(({ severity }) => severity === 'error').length;
const counted = (count, what) => `${count} ${what}${count === 1 ? '' : 's'}`;
const sentence = (text) => `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.!?)]$|\/\S*$/.test(text) ? '' : '.'}`;


/***/ })

};
