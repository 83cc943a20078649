export const id = 91;
export const ids = [91,0];
export const modules = {

/***/ 9226:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  logsCommand: () => (/* binding */ logsCommand)
});

// EXTERNAL MODULE: ./.cache/build/lib/process/terminal-text.js
var terminal_text = __webpack_require__(1385);
// EXTERNAL MODULE: ./.cache/build/lib/runner/run-files.js
var run_files = __webpack_require__(5653);
// EXTERNAL MODULE: ./.cache/build/lib/base/closest-name.js
var closest_name = __webpack_require__(4876);
// EXTERNAL MODULE: ./.cache/build/lib/base/result.js
var result = __webpack_require__(5256);
// EXTERNAL MODULE: ./.cache/build/lib/commands/find-root.js
var find_root = __webpack_require__(1044);
// EXTERNAL MODULE: ./.cache/build/lib/commands/load-workflows.js + 2 modules
var load_workflows = __webpack_require__(9885);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:string_decoder"
var external_node_string_decoder_ = __webpack_require__(6193);
// EXTERNAL MODULE: ./.cache/build/lib/base/diagnostic.js
var diagnostic = __webpack_require__(4942);
// EXTERNAL MODULE: ./.cache/build/lib/files/trouble.js
var trouble = __webpack_require__(4232);
;// CONCATENATED MODULE: ./.cache/build/lib/commands/log-reader.js





const LINE = /^(\d{4}-\d\d-\d\dT[\d:.]+Z) \[([^\]]*)\] (.*)$/;
const FILE = /^\d{4}-\d\d-\d\d\.log$/;
const CHUNK_BYTES = 64 * 1024;
/** A line that never ends is given in pieces. */
const MAX_LINE = 256 * 1024;
/** The parts of a line of the log. */
function parseLogLine(line) {
    const [, time = '', step = '', text = line] = LINE.exec(line) ?? [];
    return { time, step, text };
}
/**
 * Reads the daily logs of a workflow from the first on, and on from where it stopped when asked again: for `--follow`.
 * Memory for one chunk and one line. A symbolic link in place of a log is not read.
 */
class LogReader {
    #folder;
    /** Logs of days before this are not read: `YYYY-MM-DD`. */
    #fromDay;
    #file = '';
    #offset = 0;
    #rest = '';
    #decoder = new external_node_string_decoder_.StringDecoder('utf8');
    constructor(folder, fromDay) {
        this.#folder = folder;
        this.#fromDay = fromDay;
    }
    /** The whole lines that are new since the last call, in order. */
    *read() {
        for (const name of this.#days()) {
            if (name !== this.#file) {
                yield* this.end();
                this.#file = name;
                this.#offset = 0;
                this.#decoder = new external_node_string_decoder_.StringDecoder('utf8');
            }
            yield* this.#readFile((0,external_node_path_.join)(this.#folder, name));
        }
    }
    /** What is left of a line without an end. */
    *end() {
        const rest = this.#rest;
        this.#rest = '';
        if (rest !== '')
            yield rest;
    }
    #days() {
        try {
            const names = (0,external_node_fs_.readdirSync)(this.#folder).filter((name) => FILE.test(name) && name.slice(0, 10) >= this.#fromDay);
            return names.sort(diagnostic/* compareText */.n).filter((name) => name >= this.#file);
        }
        catch (error) {
            (0,trouble/* fileTrouble */.A)(error, this.#folder);
            return [];
        }
    }
    *#readFile(path) {
        let fd;
        try {
            fd = (0,external_node_fs_.openSync)(path, external_node_fs_.constants.O_RDONLY | external_node_fs_.constants.O_NOFOLLOW | external_node_fs_.constants.O_NONBLOCK);
        }
        catch (error) {
            (0,trouble/* fileTrouble */.A)(error, path);
            return;
        }
        try {
            if (!(0,external_node_fs_.fstatSync)(fd).isFile())
                return;
            const chunk = Buffer.allocUnsafe(CHUNK_BYTES);
            for (let read = (0,external_node_fs_.readSync)(fd, chunk, 0, CHUNK_BYTES, this.#offset); read > 0;) {
                this.#offset += read;
                yield* this.#split(this.#decoder.write(chunk.subarray(0, read)));
                read = (0,external_node_fs_.readSync)(fd, chunk, 0, CHUNK_BYTES, this.#offset);
            }
        }
        finally {
            (0,external_node_fs_.closeSync)(fd);
        }
    }
    *#split(text) {
        const lines = (this.#rest + text).split('\n');
        this.#rest = lines.pop() ?? '';
        yield* lines;
        if (this.#rest.length > MAX_LINE)
            yield* this.end();
    }
}

// EXTERNAL MODULE: ./.cache/build/lib/commands/run-record.js
var run_record = __webpack_require__(4689);
// EXTERNAL MODULE: ./.cache/build/lib/commands/status.js + 1 modules
var commands_status = __webpack_require__(850);
// EXTERNAL MODULE: ./.cache/build/lib/commands/workflow-folder.js + 1 modules
var workflow_folder = __webpack_require__(7518);
// EXTERNAL MODULE: ./.cache/build/lib/commands/world.js
var commands_world = __webpack_require__(9974);
;// CONCATENATED MODULE: ./.cache/build/lib/commands/logs.js











const FOLLOW_MS = 200;
/** With `--json` the lines are one document: the last so many. */
const MAX_JSON_LINES = 10_000;
/** `logs`: what the steps of the last run printed, already redacted; `--follow` until the run has ended. */
async function logsCommand(request, world) {
    const { console } = world;
    const root = (0,find_root/* findRoot */.w)(world);
    if (!root.ok)
        return console.fail(root.error, root.error.exitCode);
    const { workflow, follow } = request;
    if (follow && console.isJson) {
        const help = 'Use --follow without --json.';
        return console.fail({ code: 'invalid-usage', message: '--follow and --json do not go together', help }, commands_world/* EXIT */.d.invalid);
    }
    const { names } = new workflow_folder/* WorkflowFolder */.gf(root.value);
    const record = (0,run_record/* readRun */.cI)(root.value, workflow, (0,run_record/* lockState */.HE)(root.value));
    if (record === null && !names.includes(workflow)) {
        const { code, message, help = '' } = (0,load_workflows/* unknownWorkflow */.EX)(workflow, names);
        return console.fail({ code, message, help }, commands_world/* EXIT */.d.invalid);
    }
    if (record === null && !follow) {
        const help = `Start it: workflow-runner ${workflow}`;
        return console.fail({ code: 'never-run', message: `${workflow} has never run: there are no logs`, help }, commands_world/* EXIT */.d.invalid);
    }
    const step = findStep(request.step, record);
    if (!step.ok)
        return console.fail(step.error, commands_world/* EXIT */.d.invalid);
    const startedAt = record?.state.started_at ?? '';
    const reader = new LogReader((0,run_files/* runFiles */.N)(root.value, workflow).logs, startedAt.slice(0, 10));
    const isWanted = wanted(startedAt, step.value);
    if (console.isJson)
        return json(reader, isWanted, world);
    let printed = printNew(reader, isWanted, world);
    if (follow) {
        while (!world.signal.aborted && isRunning(root.value, workflow)) {
            await (0,commands_status.pause)(FOLLOW_MS, world.signal);
            printed += printNew(reader, isWanted, world);
        }
    }
    printed += printLines(reader.end(), isWanted, world);
    if (printed === 0)
        sayNothing(workflow, step.value, world);
    return commands_world/* EXIT */.d.completed;
}
/** A step that printed nothing is told from a command that did nothing. */
function sayNothing(workflow, step, { console }) {
    console.note(`note: ${step === null ? `the last run of ${workflow}` : `step ${step}`} has printed nothing`);
}
/** Lines of the last run only; a line that is not ours belongs to the one before it. */
function wanted(startedAt, step) {
    let last = false;
    return ({ time, step: of }) => {
        if (time !== '')
            last = time.slice(0, 19) >= startedAt.slice(0, 19) && (step === null || of === step);
        return last;
    };
}
function printNew(reader, isWanted, world) {
    return printLines(reader.read(), isWanted, world);
}
/** Returns how many lines were printed. */
function printLines(lines, isWanted, { console }) {
    let count = 0;
    for (const line of lines) {
        if (!isWanted(parseLogLine(line)))
            continue;
        console.print((0,terminal_text/* safeTerminalText */.D)(line));
        count += 1;
    }
    return count;
}
function json(reader, isWanted, { console }) {
    const lines = [];
    let dropped = 0;
    for (const line of reader.read()) {
        const parsed = parseLogLine(line);
        if (!isWanted(parsed))
            continue;
        lines.push(parsed);
        if (lines.length >= 2 * MAX_JSON_LINES)
            dropped += lines.splice(0, MAX_JSON_LINES).length;
    }
    dropped += lines.splice(0, Math.max(0, lines.length - MAX_JSON_LINES)).length;
    console.json({ lines, dropped_lines: dropped });
    return commands_world/* EXIT */.d.completed;
}
function isRunning(root, workflow) {
    return (0,run_record/* readRun */.cI)(root, workflow, (0,run_record/* lockState */.HE)(root))?.status === 'running';
}
/** The id of the step that was meant by number or id; null when none was given. */
function findStep(asked, record) {
    const steps = record?.progress?.steps;
    if (asked === null || steps === undefined)
        return (0,result.ok)(asked);
    const found = steps.find(({ id, step_id: name }) => name === asked || String(id) === asked);
    if (found !== undefined)
        return (0,result.ok)(found.step_id);
    const near = (0,closest_name/* closestName */.N)(asked, steps.map(({ step_id: id }) => id));
    const list = steps
        .slice(0, 20)
        .map(({ id, step_id: name }) => `${id} ${name}`)
        .join(', ');
    const help = `${near === null ? '' : `Did you mean '${near}'? `}The steps are: ${list}${steps.length > 20 ? ', …' : ''}`;
    return (0,result/* err */._)({ code: 'unknown-step', message: `There is no step '${asked}' in the last run`, help });
}


/***/ }),

/***/ 850:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  pause: () => (/* binding */ pause),
  statusCommand: () => (/* binding */ statusCommand)
});

// EXTERNAL MODULE: ./.cache/build/lib/report/duration-text.js
var duration_text = __webpack_require__(7910);
// EXTERNAL MODULE: ./.cache/build/lib/report/display-width.js
var display_width = __webpack_require__(2961);
;// CONCATENATED MODULE: ./.cache/build/lib/report/fit-screen.js

/**
 * As much of a text as one screen holds, from its beginning: what has scrolled away cannot be drawn again. A line that is cut loses
 * its colours; the row under the text stays free for the cursor.
 */
function fitScreen({ painted, plain }, { width, height }) {
    const coloured = painted.split('\n');
    const lines = plain
        .split('\n')
        .map((line, at) => ((0,display_width/* displayWidth */.F1)(line) <= width ? (coloured[at] ?? line) : (0,display_width/* fitWidth */.G0)(line, width)));
    if (lines.length < height)
        return lines.join('\n');
    const kept = Math.max(1, height - 2);
    return [...lines.slice(0, kept), (0,display_width/* fitWidth */.G0)(`… and ${lines.length - kept} more lines`, width)].join('\n');
}

// EXTERNAL MODULE: ./.cache/build/lib/report/step-label.js
var step_label = __webpack_require__(2493);
// EXTERNAL MODULE: ./.cache/build/lib/report/text-table.js
var text_table = __webpack_require__(7374);
// EXTERNAL MODULE: ./.cache/build/lib/report/text-style.js
var text_style = __webpack_require__(5875);
// EXTERNAL MODULE: ./.cache/build/lib/commands/console.js
var console = __webpack_require__(9451);
// EXTERNAL MODULE: ./.cache/build/lib/commands/find-root.js
var find_root = __webpack_require__(1044);
// EXTERNAL MODULE: ./.cache/build/lib/commands/load-workflows.js + 2 modules
var load_workflows = __webpack_require__(9885);
// EXTERNAL MODULE: ./.cache/build/lib/commands/run-record.js
var run_record = __webpack_require__(4689);
// EXTERNAL MODULE: ./.cache/build/lib/commands/workflow-folder.js + 1 modules
var workflow_folder = __webpack_require__(7518);
// EXTERNAL MODULE: ./.cache/build/lib/commands/world.js
var commands_world = __webpack_require__(9974);
;// CONCATENATED MODULE: ./.cache/build/lib/commands/status.js











const WATCH_MS = 500;
/** Steps shown of a long run: what is going on and what went wrong come first. */
const MAX_STEPS = 40;
/** `status`: how the last run of a workflow stands, or of all; what is stored is checked against the lock. */
async function statusCommand({ workflow, watch }, world) {
    const { console } = world;
    const root = (0,find_root/* findRoot */.w)(world);
    if (!root.ok)
        return console.fail(root.error, root.error.exitCode);
    if (watch && console.isJson) {
        const help = 'Use --watch without --json, or read state.json as often as you like: it is replaced as a whole.';
        return console.fail({ code: 'invalid-usage', message: '--watch and --json do not go together', help }, commands_world/* EXIT */.d.invalid);
    }
    const { names } = new workflow_folder/* WorkflowFolder */.gf(root.value);
    if (workflow !== null && !names.includes(workflow) && (0,run_record/* readRun */.cI)(root.value, workflow, null) === null) {
        const { code, message, help = '' } = (0,load_workflows/* unknownWorkflow */.EX)(workflow, names);
        return console.fail({ code, message, help }, commands_world/* EXIT */.d.invalid);
    }
    const asked = workflow === null ? names : [workflow];
    if (watch)
        await watchRuns(root.value, asked, world);
    const records = readAll(root.value, asked);
    console.json(workflow === null ? { workflows: records.map(status_document) } : status_document(records[0] ?? { name: workflow, record: null }));
    console.print(render(records, lookOf(world)));
    return commands_world/* EXIT */.d.completed;
}
function readAll(root, names) {
    const lock = (0,run_record/* lockState */.HE)(root);
    return names.map((name) => ({ name, record: (0,run_record/* readRun */.cI)(root, name, lock) }));
}
function status_document({ name, record }) {
    if (record === null)
        return { workflow: name, status: 'never-run', state: null, progress: null };
    return { workflow: name, status: record.status, state: record.state, progress: record.progress };
}
/** Shows the runs until none of them runs any more, or the person has seen enough. */
async function watchRuns(root, names, world) {
    const { console, signal } = world;
    const area = console.isLive ? await console.live() : null;
    let shown = '';
    for (;;) {
        const records = readAll(root, names);
        const text = render(records, lookOf(world));
        const running = records.some(({ record }) => record?.status === 'running');
        if (area !== null)
            area.update(fitScreen({ painted: text, plain: render(records, { paint: text_style/* plain */.p, nowMs: world.now() }) }, console));
        else if (text !== shown && running)
            console.print(`${text}\n`);
        shown = text;
        if (!running || signal.aborted)
            break;
        await pause(WATCH_MS, signal);
    }
    area?.stop();
}
/** Resolves after `ms`, or when the signal is aborted. */
function pause(ms, signal) {
    return new Promise((resolve) => {
        const end = () => {
            clearTimeout(timer);
            signal.removeEventListener('abort', end);
            resolve();
        };
        const timer = setTimeout(end, ms);
        signal.addEventListener('abort', end);
    });
}
const lookOf = ({ console, now }) => ({ paint: console.paint, nowMs: now() });
function render(records, look) {
    const [only] = records;
    if (only !== undefined && records.length === 1)
        return renderOne(only, look);
    if (only === undefined)
        return 'There are no workflows here. How to begin: workflow-runner';
    return (0,text_table/* textTable */.e)(records.map(({ name, record }) => {
        if (record === null)
            return [(0,console/* clean */.u)(name), 'never run'];
        const { state, status } = record;
        return [
            (0,console/* clean */.u)(name),
            status,
            `${completedSteps(record)}/${state.total_steps} steps`,
            (0,console/* clean */.u)(state.updated_at),
            hint(name, record),
        ];
    })).join('\n');
}
/** Steps that passed. `ended_steps` also counts those that failed or were skipped, which nobody would call done. */
function completedSteps({ state, progress }) {
    return progress?.steps.filter(({ status }) => status === 'completed').length ?? state.ended_steps;
}
function hint(name, { status, state }) {
    if (status === 'failed')
        return (0,console/* clean */.u)(state.errors[0]?.message ?? '');
    return status === 'interrupted' || status === 'paused' ? (0,console/* clean */.u)(`workflow-runner ${name} --resume`) : '';
}
function renderOne({ name, record }, { paint, nowMs }) {
    if (record === null)
        return `${(0,console/* clean */.u)(name)} has never run. Start it: workflow-runner ${(0,console/* clean */.u)(name)}`;
    const { state, status, progress } = record;
    const since = `started ${state.started_at}, ${completedSteps(record)} of ${(0,step_label/* counted */.hS)(state.total_steps, 'step')} completed`;
    const lines = [
        `${paint('bold', (0,console/* clean */.u)(name))} ${(0,console/* clean */.u)(state.version)}: ${paint(styleOf(status), status)}`,
        (0,console/* clean */.u)(`run ${state.run_id}, ${since}`),
    ];
    const steps = progress?.steps ?? [];
    if (steps.length > 0)
        lines.push('', ...stepRows(steps, status, nowMs));
    for (const { step, id, message, help } of state.errors.slice(0, 5)) {
        const where = step === null ? (id ?? 'the result') : `step ${step}`;
        lines.push('', `${paint('error', (0,console/* clean */.u)(where))}: ${(0,console/* clean */.u)(message)}`);
        if (status !== 'completed')
            lines.push(`  ${(0,console/* clean */.u)(help)}`);
    }
    lines.push(...nextLines(name, record));
    return lines.join('\n');
}
function nextLines(name, { status, state }) {
    const resume = `workflow-runner ${(0,console/* clean */.u)(name)} --resume`;
    const failed = state.errors.find(({ step }) => step !== null)?.step ?? null;
    switch (status) {
        case 'interrupted':
            return [
                '',
                `The process of this run has ended without a word (killed, or the machine stopped). Go on: ${resume}`,
            ];
        case 'paused':
            return ['', `Go on: ${resume}`];
        case 'failed':
            return [
                '',
                ...(failed === null ? [] : [`What it printed: workflow-runner logs ${(0,console/* clean */.u)(name)} --step ${failed}`]),
                `Go on: ${resume}`,
            ];
        case 'running':
            return ['', `Follow it: workflow-runner logs ${(0,console/* clean */.u)(name)} --follow`];
        case 'completed':
            return [];
    }
}
function stepRows(steps, status, nowMs) {
    const notable = steps.length <= MAX_STEPS
        ? steps
        : steps.filter((step) => step.status !== 'completed' && step.status !== 'pending');
    const shown = notable.slice(0, MAX_STEPS);
    const rows = (0,text_table/* textTable */.e)(shown.map((step) => stepRow(step, status, nowMs)));
    return shown.length === steps.length
        ? rows
        : [...rows, `  … and ${(0,step_label/* counted */.hS)(steps.length - shown.length, 'step')} more`];
}
function stepRow(step, runStatus, nowMs) {
    const performer = step.agent ?? step.skill;
    const label = performer === undefined || performer === step.name ? step.name : `${performer} ${step.name}`;
    const isLive = step.status === 'running' && runStatus === 'running';
    const seconds = step.duration_seconds ??
        (isLive && step.started_at !== undefined ? (nowMs - Date.parse(step.started_at)) / 1000 : null);
    const facts = [];
    if (step.outputs !== undefined) {
        const { files_modified: files, git_commit: commit } = step.outputs;
        facts.push(files === 0 ? 'nothing changed' : `${(0,step_label/* counted */.hS)(files, 'file')}, ${(0,step_label/* shortCommit */.Ax)(commit)}`);
    }
    if (isLive && typeof step.progress_percent === 'number')
        facts.push(`${Math.round(step.progress_percent)} %`);
    if (step.attempts > 1)
        facts.push((0,step_label/* counted */.hS)(step.attempts, 'attempt'));
    const shownStatus = step.status === 'running' && !isLive ? 'interrupted' : step.status;
    return [
        `  ${step.id}`,
        (0,console/* clean */.u)(label),
        shownStatus,
        seconds === null ? '' : (0,duration_text/* secondsText */.H)(seconds),
        (0,console/* clean */.u)(facts.join(', ')),
    ];
}
function styleOf(status) {
    switch (status) {
        case 'completed':
            return 'success';
        case 'failed':
            return 'error';
        case 'paused':
        case 'interrupted':
            return 'warning';
        case 'running':
            return 'accent';
    }
}


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
