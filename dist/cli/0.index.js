export const id = 0;
export const ids = [0];
export const modules = {

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
