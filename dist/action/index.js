import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 21916:
/***/ ((__unused_webpack_module, exports) => {

var __webpack_unused_export__;

__webpack_unused_export__ = true;
exports.Io = exports.kp = void 0;
var peq = new Uint32Array(0x10000);
var myers_32 = function (a, b) {
    var n = a.length;
    var m = b.length;
    var lst = 1 << (n - 1);
    var pv = -1;
    var mv = 0;
    var sc = n;
    var i = n;
    while (i--) {
        peq[a.charCodeAt(i)] |= 1 << i;
    }
    for (i = 0; i < m; i++) {
        var eq = peq[b.charCodeAt(i)];
        var xv = eq | mv;
        eq |= ((eq & pv) + pv) ^ pv;
        mv |= ~(eq | pv);
        pv &= eq;
        if (mv & lst) {
            sc++;
        }
        if (pv & lst) {
            sc--;
        }
        mv = (mv << 1) | 1;
        pv = (pv << 1) | ~(xv | mv);
        mv &= xv;
    }
    i = n;
    while (i--) {
        peq[a.charCodeAt(i)] = 0;
    }
    return sc;
};
var myers_x = function (b, a) {
    var n = a.length;
    var m = b.length;
    var mhc = [];
    var phc = [];
    var hsize = Math.ceil(n / 32);
    var vsize = Math.ceil(m / 32);
    for (var i = 0; i < hsize; i++) {
        phc[i] = -1;
        mhc[i] = 0;
    }
    var j = 0;
    for (; j < vsize - 1; j++) {
        var mv_1 = 0;
        var pv_1 = -1;
        var start_1 = j * 32;
        var vlen_1 = Math.min(32, m) + start_1;
        for (var k = start_1; k < vlen_1; k++) {
            peq[b.charCodeAt(k)] |= 1 << k;
        }
        for (var i = 0; i < n; i++) {
            var eq = peq[a.charCodeAt(i)];
            var pb = (phc[(i / 32) | 0] >>> i) & 1;
            var mb = (mhc[(i / 32) | 0] >>> i) & 1;
            var xv = eq | mv_1;
            var xh = ((((eq | mb) & pv_1) + pv_1) ^ pv_1) | eq | mb;
            var ph = mv_1 | ~(xh | pv_1);
            var mh = pv_1 & xh;
            if ((ph >>> 31) ^ pb) {
                phc[(i / 32) | 0] ^= 1 << i;
            }
            if ((mh >>> 31) ^ mb) {
                mhc[(i / 32) | 0] ^= 1 << i;
            }
            ph = (ph << 1) | pb;
            mh = (mh << 1) | mb;
            pv_1 = mh | ~(xv | ph);
            mv_1 = ph & xv;
        }
        for (var k = start_1; k < vlen_1; k++) {
            peq[b.charCodeAt(k)] = 0;
        }
    }
    var mv = 0;
    var pv = -1;
    var start = j * 32;
    var vlen = Math.min(32, m - start) + start;
    for (var k = start; k < vlen; k++) {
        peq[b.charCodeAt(k)] |= 1 << k;
    }
    var score = m;
    for (var i = 0; i < n; i++) {
        var eq = peq[a.charCodeAt(i)];
        var pb = (phc[(i / 32) | 0] >>> i) & 1;
        var mb = (mhc[(i / 32) | 0] >>> i) & 1;
        var xv = eq | mv;
        var xh = ((((eq | mb) & pv) + pv) ^ pv) | eq | mb;
        var ph = mv | ~(xh | pv);
        var mh = pv & xh;
        score += (ph >>> (m - 1)) & 1;
        score -= (mh >>> (m - 1)) & 1;
        if ((ph >>> 31) ^ pb) {
            phc[(i / 32) | 0] ^= 1 << i;
        }
        if ((mh >>> 31) ^ mb) {
            mhc[(i / 32) | 0] ^= 1 << i;
        }
        ph = (ph << 1) | pb;
        mh = (mh << 1) | mb;
        pv = mh | ~(xv | ph);
        mv = ph & xv;
    }
    for (var k = start; k < vlen; k++) {
        peq[b.charCodeAt(k)] = 0;
    }
    return score;
};
var distance = function (a, b) {
    if (a.length < b.length) {
        var tmp = b;
        b = a;
        a = tmp;
    }
    if (b.length === 0) {
        return a.length;
    }
    if (a.length <= 32) {
        return myers_32(a, b);
    }
    return myers_x(a, b);
};
exports.Io = distance;
var closest = function (str, arr) {
    var min_distance = Infinity;
    var min_index = 0;
    for (var i = 0; i < arr.length; i++) {
        var dist = distance(str, arr[i]);
        if (dist < min_distance) {
            min_distance = dist;
            min_index = i;
        }
    }
    return arr[min_index];
};
exports.kp = closest;


/***/ }),

/***/ 42613:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("assert");

/***/ }),

/***/ 20181:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("buffer");

/***/ }),

/***/ 35317:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("child_process");

/***/ }),

/***/ 49140:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("constants");

/***/ }),

/***/ 76982:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto");

/***/ }),

/***/ 24434:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("events");

/***/ }),

/***/ 79896:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");

/***/ }),

/***/ 91943:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs/promises");

/***/ }),

/***/ 58611:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("http");

/***/ }),

/***/ 65692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("https");

/***/ }),

/***/ 69278:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("net");

/***/ }),

/***/ 34589:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:assert");

/***/ }),

/***/ 16698:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:async_hooks");

/***/ }),

/***/ 4573:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:buffer");

/***/ }),

/***/ 37540:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:console");

/***/ }),

/***/ 77598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 53053:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:diagnostics_channel");

/***/ }),

/***/ 40610:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:dns");

/***/ }),

/***/ 78474:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:events");

/***/ }),

/***/ 73024:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 51455:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");

/***/ }),

/***/ 37067:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ 32467:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http2");

/***/ }),

/***/ 44708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:https");

/***/ }),

/***/ 98995:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:module");

/***/ }),

/***/ 77030:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");

/***/ }),

/***/ 48161:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");

/***/ }),

/***/ 76760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 643:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:perf_hooks");

/***/ }),

/***/ 1708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:process");

/***/ }),

/***/ 41792:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:querystring");

/***/ }),

/***/ 57075:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");

/***/ }),

/***/ 46466:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream/promises");

/***/ }),

/***/ 46193:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:string_decoder");

/***/ }),

/***/ 58500:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers/promises");

/***/ }),

/***/ 41692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tls");

/***/ }),

/***/ 73136:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:url");

/***/ }),

/***/ 57975:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

/***/ }),

/***/ 73429:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util/types");

/***/ }),

/***/ 75919:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:worker_threads");

/***/ }),

/***/ 38522:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

/***/ }),

/***/ 70857:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");

/***/ }),

/***/ 16928:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");

/***/ }),

/***/ 932:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("process");

/***/ }),

/***/ 2203:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("stream");

/***/ }),

/***/ 13193:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("string_decoder");

/***/ }),

/***/ 53557:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("timers");

/***/ }),

/***/ 64756:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tls");

/***/ }),

/***/ 52018:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tty");

/***/ }),

/***/ 87016:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("url");

/***/ }),

/***/ 39023:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util");

/***/ }),

/***/ 43106:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("zlib");

/***/ }),

/***/ 13169:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(77598);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(58500);
/* harmony import */ var _github_main_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(97834);
/* harmony import */ var _github_runner_runner_output_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(42736);
/* harmony import */ var _process_spawn_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(57526);
/*
 * The door of the GitHub Action, for its main and its post step: the only place that touches the process itself.
 */





const cancelled = new AbortController();
// The runner sends SIGINT, 7.5 s later SIGTERM, and ends the process 2.5 s after that (actions/runner, ProcessInvoker.cs).
for (const name of ['SIGINT', 'SIGTERM'])
    process.on(name, () => cancelled.abort('interrupted'));
let opened = null;
const exitCode = await (0,_github_main_js__WEBPACK_IMPORTED_MODULE_2__/* .main */ .i)({
    env: process.env,
    now: () => Date.now(),
    sleep: (ms) => (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_1__.setTimeout)(ms, undefined, { signal: cancelled.signal }).catch(() => undefined),
    signal: cancelled.signal,
    runProcess: _process_spawn_js__WEBPACK_IMPORTED_MODULE_4__/* .runProcess */ .R,
    open: () => {
        const { env, stdout, stderr } = process;
        const randomToken = () => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(24).toString('hex');
        opened = (0,_github_runner_runner_output_js__WEBPACK_IMPORTED_MODULE_3__/* .openRunnerOutput */ .M)({ stdout, stderr, env, randomToken });
        return Promise.resolve(opened);
    },
});
opened?.close();
process.exitCode = exitCode;
// What is still open (a connection that is kept alive) must not keep the job; what is written must get out first.
process.stdout.write('', () => process.stderr.write('', () => process.exit(exitCode)));

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 94876:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ closestName)
/* harmony export */ });
/* harmony import */ var fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(21916);

/** The name that was probably meant, for "did you mean": null when none is near enough to help. */
function closestName(wrong, names) {
    if (names.length === 0)
        return null;
    const lower = wrong.toLowerCase();
    const best = (0,fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__/* .closest */ .kp)(lower, names);
    const limit = Math.max(1, Math.floor(wrong.length / 3));
    return (0,fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__/* .distance */ .Io)(lower, best.toLowerCase()) <= limit ? best : null;
}


/***/ }),

/***/ 94942:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ sortDiagnostics),
/* harmony export */   n: () => (/* binding */ compareText)
/* harmony export */ });
/** Sorts by file, line, column; errors before warnings at the same place; returns a new array without duplicates. */
function sortDiagnostics(diagnostics) {
    const seen = new Set();
    return diagnostics
        .filter((d) => {
        const key = JSON.stringify([d.code, d.message, d.location]);
        return seen.has(key) ? false : seen.add(key);
    })
        .sort((a, b) => compareText(a.location.file, b.location.file) ||
        (a.location.line ?? 0) - (b.location.line ?? 0) ||
        (a.location.column ?? 0) - (b.location.column ?? 0) ||
        compareText(a.severity, b.severity));
}
/** Orders by UTF-16 code unit, never by the machine's locale, so that output is the same everywhere. */
function compareText(a, b) {
    return a < b ? -1 : a > b ? 1 : 0;
}


/***/ }),

/***/ 45256:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ err),
/* harmony export */   ok: () => (/* binding */ ok)
/* harmony export */ });
const ok = (value) => ({ ok: true, value });
const err = (error) => ({ ok: false, error });


/***/ }),

/***/ 76867:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  P: () => (/* binding */ CommandConsole),
  u: () => (/* binding */ clean)
});

// EXTERNAL MODULE: ./.cache/build/lib/process/terminal-text.js
var terminal_text = __nccwpck_require__(21385);
// EXTERNAL MODULE: ./.cache/build/lib/report/json-text.js
var json_text = __nccwpck_require__(33960);
// EXTERNAL MODULE: ./.cache/build/lib/report/display-width.js
var display_width = __nccwpck_require__(62961);
;// CONCATENATED MODULE: ./.cache/build/lib/report/render-diagnostics.js

const TAB = '    ';
/** Columns of a source line before the caret, and in all: a minified line must not fill the screen. */
const MAX_BEFORE = 60;
const MAX_WIDTH = 110;
/** Every diagnostic as text: position, severity, message, code, the line with a caret, help. In the given order. */
function renderDiagnostics(diagnostics, style) {
    return diagnostics.map((diagnostic) => renderDiagnostic(diagnostic, style)).join('\n');
}
/** `2 errors, 1 warning`; empty when there are none. */
function countDiagnostics(diagnostics) {
    const count = (severity) => {
        const found = diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
        return found === 0 ? [] : [`${found} ${severity}${found === 1 ? '' : 's'}`];
    };
    return [...count('error'), ...count('warning')].join(', ');
}
function renderDiagnostic(diagnostic, { paint, clean }) {
    const { location, severity, message, code, help } = diagnostic;
    const place = [clean(location.file), location.line, location.column].filter((part) => part !== undefined).join(':');
    const head = `${paint('bold', place)}: ${paint(severity, `${severity}:`)} ${clean(message)} ${paint('dim', `[${code}]`)}`;
    const lines = [head, ...sourceLines(diagnostic, { paint, clean })];
    if (help !== undefined)
        lines.push(`  ${paint('accent', 'help:')} ${clean(help)}`);
    return lines.join('\n');
}
function sourceLines({ location, sourceLine, severity }, { paint, clean }) {
    const { line, column, length = 1 } = location;
    if (sourceLine === undefined || line === undefined)
        return [];
    const show = (text) => clean(text.replaceAll('\t', TAB));
    const gutter = String(line);
    const bar = (text, number = ' '.repeat(gutter.length)) => `  ${paint('dim', `${number} |`)} ${text}`.trimEnd();
    if (column === undefined)
        return [bar((0,display_width/* fitWidth */.G0)(show(sourceLine), MAX_WIDTH), gutter)];
    const at = Math.min(column - 1, sourceLine.length);
    const before = lastColumns(show(sourceLine.slice(Math.max(0, at - 4 * MAX_WIDTH), at)), MAX_BEFORE);
    const after = show(sourceLine.slice(at, at + 4 * MAX_WIDTH));
    const room = MAX_WIDTH - (0,display_width/* displayWidth */.F1)(before);
    const marked = (0,display_width/* displayWidth */.F1)(show(sourceLine.slice(at, at + Math.min(length, 4 * MAX_WIDTH))));
    const caret = `^${'~'.repeat(Math.max(0, Math.min(marked, room) - 1))}`;
    return [bar(before + (0,display_width/* fitWidth */.G0)(after, room), gutter), bar(' '.repeat((0,display_width/* displayWidth */.F1)(before)) + paint(severity, caret))];
}
/** The end of the text, at most `columns` wide, with an ellipsis in front when something was cut off. */
function lastColumns(text, columns) {
    if ((0,display_width/* displayWidth */.F1)(text) <= columns)
        return text;
    const characters = Array.from(text);
    let start = characters.length;
    for (let width = 1; start > 0; start -= 1) {
        width += (0,display_width/* displayWidth */.F1)(characters[start - 1] ?? '');
        if (width > columns)
            break;
    }
    return `…${characters.slice(start).join('')}`;
}

// EXTERNAL MODULE: ./.cache/build/lib/report/text-style.js
var text_style = __nccwpck_require__(45875);
;// CONCATENATED MODULE: ./.cache/build/lib/commands/console.js




/** `clean` for hostile text: one line, nothing in it acts on the terminal. */
const clean = terminal_text/* safeTerminalLine */.E;
const CODES = {
    error: '31',
    warning: '33',
    success: '32',
    accent: '36',
    dim: '2',
    bold: '1',
};
const ansi = (style, text) => (text === '' ? '' : `\u001b[${CODES[style]}m${text}\u001b[0m`);
class CommandConsole {
    /** Colours for standard output. */
    paint;
    isJson;
    isQuiet;
    isVerbose;
    /** True when a live view can be shown: a person at a terminal that can move its cursor, and text is wanted. */
    isLive;
    #paintErrors;
    #stdout;
    #stderr;
    #documents = 0;
    constructor({ stdout, stderr, json, quiet, verbose, color, env }) {
        this.#stdout = stdout;
        this.#stderr = stderr;
        this.isJson = json;
        this.isQuiet = quiet;
        this.isVerbose = verbose;
        const wanted = color && (env['NO_COLOR'] ?? '') === '' && env['TERM'] !== 'dumb';
        const isCi = (env['CI'] ?? '') !== '' && env['CI'] !== 'false';
        this.paint = wanted && stdout.isTTY && !isCi && !json ? ansi : text_style/* plain */.p;
        this.#paintErrors = wanted && stderr.isTTY && !isCi && !json ? ansi : text_style/* plain */.p;
        this.isLive = stdout.isTTY && stdout.terminal !== undefined && !isCi && !json && !quiet && env['TERM'] !== 'dumb';
    }
    /** Columns of the terminal; 100 when there is none. */
    get width() {
        return this.#stdout.columns ?? 100;
    }
    /** Rows of the terminal; 24 when there is none. */
    get height() {
        return this.#stdout.rows ?? 24;
    }
    /** A result: what the command was asked for. Shown with `--quiet` too. Not with `--json`. */
    print(text) {
        if (!this.isJson)
            this.#stdout.write(`${text}\n`);
    }
    /** Progress, on standard output because it belongs to the story that a run tells. Not with `--quiet`. */
    progress(text) {
        if (!this.isJson && !this.isQuiet)
            this.#stdout.write(`${text}\n`);
    }
    /** Something that a person did not ask for but should know: on standard error, with `--json` too. */
    note(text) {
        if (!this.isQuiet)
            this.#stderr.write(`${text}\n`);
    }
    /** How things were found out; only with `--verbose`, on standard error. */
    detail(text) {
        if (this.isVerbose)
            this.#stderr.write(`${this.#paintErrors('dim', text)}\n`);
    }
    /** Exactly as it is, for bytes of a log that are safe already. */
    raw(text) {
        this.#stdout.write(text);
    }
    /** The one document of a command with `--json`; without it nothing. A second one is a bug (O1). */
    json(document) {
        if (!this.isJson)
            return;
        this.#documents += 1;
        if (this.#documents > 1)
            throw new Error('a command wrote two JSON documents');
        this.#stdout.write((0,json_text/* jsonText */.s)(document));
    }
    /** Warnings on standard error. */
    warn(diagnostics) {
        if (this.isJson || this.isQuiet || diagnostics.length === 0)
            return;
        this.#stderr.write(`${renderDiagnostics(diagnostics, { paint: this.#paintErrors, clean })}\n`);
    }
    /** Ends a command that could not do its work: says why, and gives the exit code back. */
    fail(error, exitCode) {
        const { code, message, help, diagnostics } = error;
        if (this.isJson) {
            this.json({
                error: {
                    code,
                    message,
                    ...(help === undefined ? {} : { help }),
                    ...(diagnostics === undefined ? {} : { diagnostics }),
                },
                exit_code: exitCode,
            });
            return exitCode;
        }
        const lines = [];
        if (diagnostics !== undefined && diagnostics.length > 0) {
            lines.push(renderDiagnostics(diagnostics, { paint: this.#paintErrors, clean }), '');
        }
        const count = countDiagnostics(diagnostics ?? []);
        lines.push(`${this.#paintErrors('error', 'error:')} ${clean(message)}${count === '' ? '' : ` (${count})`}`);
        if (help !== undefined)
            lines.push(...help.split('\n').map((line) => `  ${clean(line)}`));
        this.#stderr.write(`${lines.join('\n')}\n`);
        return exitCode;
    }
    /** A live area on the terminal. Loads what draws it only now: most commands never need it. Only when `isLive`. */
    async live() {
        const { createLogUpdate } = await __nccwpck_require__.e(/* import() */ 886).then(__nccwpck_require__.bind(__nccwpck_require__, 59886));
        const stdout = this.#stdout;
        if (stdout.terminal === undefined)
            throw new Error('a live area needs a terminal');
        const draw = createLogUpdate(stdout.terminal);
        let frame = '';
        return {
            update: (next) => {
                frame = next;
                draw(frame);
            },
            above: (lines) => {
                if (lines.length === 0)
                    return;
                draw.clear();
                stdout.write(`${lines.join('\n')}\n`);
                draw(frame);
            },
            stop: () => {
                draw.clear();
                draw.done();
            },
            keep: () => draw.done(),
        };
    }
}


/***/ }),

/***/ 99974:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ EXIT)
/* harmony export */ });
/** The exit codes of the program. */
const EXIT = { completed: 0, failed: 1, invalid: 2, paused: 3, locked: 4, bug: 70 };


/***/ }),

/***/ 22441:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   BV: () => (/* binding */ readStat),
/* harmony export */   XU: () => (/* binding */ isDead),
/* harmony export */   a5: () => (/* binding */ readProcText)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(73024);

/** Reads /proc/<pid>/stat; null when there is no such process. */
function readStat(pid) {
    const text = readProcText(`/proc/${pid}/stat`);
    if (text === null)
        return null;
    // The second field is the program's name in brackets and may itself hold spaces and brackets.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    const [state, parent, group, session] = fields;
    const threads = Number(fields[17]);
    const startTime = fields[19];
    if (state === undefined || session === undefined || startTime === undefined)
        return null;
    return { pid, state, parent: Number(parent), group: Number(group), session: Number(session), threads, startTime };
}
/** True for a process that is over and only waits to be collected by its parent. One whose first thread alone is over lives. */
function isDead(stat) {
    return stat.state === 'X' || (stat.state === 'Z' && stat.threads <= 1);
}
/** Text of a small file of /proc, or null when it cannot be read. */
function readProcText(path) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path, 'latin1');
    }
    catch {
        return null;
    }
}


/***/ }),

/***/ 97834:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  i: () => (/* binding */ main)
});

// EXTERNAL MODULE: ./.cache/build/lib/commands/console.js + 1 modules
var commands_console = __nccwpck_require__(76867);
// EXTERNAL MODULE: ./.cache/build/lib/commands/world.js
var commands_world = __nccwpck_require__(99974);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(76760);
// EXTERNAL MODULE: ./.cache/build/lib/base/closest-name.js
var closest_name = __nccwpck_require__(94876);
// EXTERNAL MODULE: ./.cache/build/lib/base/result.js
var result = __nccwpck_require__(45256);
;// CONCATENATED MODULE: ./.cache/build/lib/github/runner/action-inputs.js


const COMMANDS = ['run', 'plan', 'begin', 'validate', 'publish', 'revert', 'report', 'continue'];
/**
 * Reads the inputs as the runner gives them: `INPUT_<NAME>` in capitals, spaces as underscores, an empty text when left out
 * (actions/toolkit, `getInput`). All that is wrong is told together.
 */
function readInputs(env) {
    const reader = new InputReader(env);
    const inputs = {
        command: reader.oneOf('command', COMMANDS) ?? 'run',
        workflow: reader.matching('workflow', /^[^/\\\0\r\n]{1,200}$/, 'the name of a workflow, without .yaml'),
        workingDirectory: reader.matching('working-directory', RELATIVE, 'a folder below the workspace') ?? '.',
        token: reader.text('token') ?? '',
        phase: reader.text('phase'),
        step: reader.text('step'),
        checkpointRequired: reader.oneOf('checkpoint', ['required', 'optional']) === 'required',
        firstAttempt: reader.whole('first-attempt', 1) ?? 1,
        resumeFrom: reader.matching('resume-from', /^[1-9]\d{0,18}$/, 'the id of a workflow run, a number'),
        dryRun: reader.flag('dry-run'),
        skipSteps: reader.list('skip-step', /[\s,]+/),
        rollbackTo: reader.text('rollback-to-checkpoint'),
        acceptChanges: reader.flag('accept-changes'),
        agentBackend: reader.text('agent-backend'),
        maxConcurrent: reader.whole('max-concurrent', 1),
        budgetUsd: reader.amount('budget-usd'),
        deadlineMinutes: reader.whole('deadline-minutes', 0) || null,
        publish: reader.oneOf('publish', ['none', 'pull-request', 'push']),
        onFailure: reader.oneOf('on-failure', ['keep', 'revert']) ?? 'keep',
        base: reader.text('base')?.replace(/^refs\/heads\//, '') ?? null,
        branch: reader.text('branch')?.replace(/^refs\/heads\//, '') ?? null,
        commit: reader.matching('commit', COMMIT, 'a full commit id'),
        hosts: reader.text('hosts'),
        title: reader.matching('title', /^[^\r\n]{1,256}$/, 'one line of at most 256 characters'),
        labels: reader.list('labels', LINES),
        reviewers: reader.list('reviewers', LINES),
        teamReviewers: reader.list('team-reviewers', LINES),
        assignees: reader.list('assignees', LINES),
        draft: reader.flag('draft'),
        protectedPaths: reader.list('protected-paths', /[\r\n]+/),
        maxFiles: reader.whole('max-files', 1) ?? 500,
        maxKilobytes: reader.whole('max-kilobytes', 1) ?? 10_240,
        commitSigning: reader.flag('commit-signing'),
        range: reader.range('range'),
        since: reader.text('since'),
        issue: reader.flag('issue'),
    };
    return reader.problems.length === 0 ? (0,result.ok)(inputs) : (0,result/* err */._)(invalid(reader.problems));
}
const COMMIT = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
const LINES = /[\r\n,]+/;
const RELATIVE = /^(?!\/)(?!(?:.*\/)?\.\.(?:\/|$))[^\\\0\r\n]+$/;
class InputReader {
    problems = [];
    #env;
    constructor(env) {
        this.#env = env;
    }
    text(name) {
        const value = (this.#env[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`] ?? '').trim();
        return value === '' ? null : value;
    }
    matching(name, shape, expected) {
        const value = this.text(name);
        return value === null || shape.test(value) ? value : this.#wrong(name, expected);
    }
    oneOf(name, values) {
        const value = this.text(name);
        if (value === null)
            return null;
        const found = values.find((one) => one === value);
        if (found !== undefined)
            return found;
        const near = (0,closest_name/* closestName */.N)(value, values);
        return this.#wrong(name, `one of ${values.join(', ')}${near === null ? '' : ` (did you mean ${near}?)`}`);
    }
    /** The forms that YAML 1.2 has for them, as in `getBooleanInput`. */
    flag(name) {
        const value = this.text(name);
        if (value !== null && !/^(?:true|True|TRUE|false|False|FALSE)$/.test(value))
            this.#wrong(name, 'true or false');
        return value?.toLowerCase() === 'true';
    }
    whole(name, least) {
        const value = this.text(name);
        if (value === null)
            return null;
        const number = Number(value);
        const fits = /^\d{1,9}$/.test(value) && number >= least;
        return fits ? number : this.#wrong(name, `a whole number, at least ${least}`);
    }
    amount(name) {
        const value = this.text(name);
        if (value === null)
            return null;
        return /^\d{1,9}(?:\.\d+)?$/.test(value) ? Number(value) : this.#wrong(name, 'an amount like 5 or 2.50');
    }
    list(name, separator) {
        const parts = (this.text(name) ?? '').split(separator).map((part) => part.trim());
        return parts.filter((part) => part !== '');
    }
    range(name) {
        const value = this.text(name);
        if (value === null)
            return null;
        const [from = '', to = '', ...more] = value.split('..');
        if (COMMIT.test(from) && COMMIT.test(to) && more.length === 0)
            return { from, to };
        return this.#wrong(name, 'FROM..TO with full commit ids');
    }
    #wrong(name, expected) {
        this.problems.push(`${name}: expected ${expected}, got '${(this.text(name) ?? '').slice(0, 100)}'`);
        return null;
    }
}
function invalid(problems) {
    const [first = ''] = problems;
    return {
        code: 'invalid-input',
        message: problems.length === 1 ? `input ${first}` : `${problems.length} inputs are wrong`,
        help: problems.length === 1 ? 'see the inputs in action.yml' : problems.join('\n'),
        exitCode: 2,
    };
}

// EXTERNAL MODULE: ./.cache/build/lib/github/runner/post-state.js
var post_state = __nccwpck_require__(47782);
;// CONCATENATED MODULE: ./.cache/build/lib/github/runner/read-runner-facts.js



/** Reads what the runner says in the environment of an action, and its event file. The problem names what is missing. */
function readRunnerFacts(env) {
    const missing = [];
    const get = (name, shape) => {
        const value = env[name] ?? '';
        if (!shape.test(value))
            missing.push(name);
        return value;
    };
    const repository = get('GITHUB_REPOSITORY', /^[A-Za-z0-9_.-]+\/[A-Za-z0-9_.-]+$/);
    const [owner = '', repo = ''] = repository.split('/');
    const facts = {
        owner,
        repo,
        runId: get('GITHUB_RUN_ID', /^[1-9]\d{0,18}$/),
        attempt: Number(get('GITHUB_RUN_ATTEMPT', /^[1-9]\d{0,8}$/)),
        job: get('GITHUB_JOB', /^[A-Za-z_][A-Za-z0-9_-]*$/),
        sha: get('GITHUB_SHA', /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/),
        ref: env['GITHUB_REF'] ?? '',
        eventName: get('GITHUB_EVENT_NAME', /^[a-z_]+$/),
        event: readEvent(env['GITHUB_EVENT_PATH'] ?? ''),
        actor: env['GITHUB_ACTOR'] ?? '',
        workflowRef: env['GITHUB_WORKFLOW_REF'] ?? '',
        workspace: get('GITHUB_WORKSPACE', ABSOLUTE),
        temp: get('RUNNER_TEMP', ABSOLUTE),
        serverUrl: get('GITHUB_SERVER_URL', URL_SHAPE).replace(/\/+$/, ''),
        apiUrl: get('GITHUB_API_URL', URL_SHAPE).replace(/\/+$/, ''),
    };
    if (missing.length === 0 && (0,external_node_path_.isAbsolute)(facts.workspace))
        return (0,result.ok)(facts);
    return (0,result/* err */._)({
        code: 'not-on-a-runner',
        message: `this is an action, and the variables of a GitHub runner are missing: ${missing.join(', ')}`,
        help: 'use it in a workflow (uses: …), or use the command line: workflow-runner --help',
        exitCode: 2,
    });
}
const ABSOLUTE = /^\//;
const URL_SHAPE = /^https?:\/\/[^\s/]+/;
/** The event's payload; an empty object when there is none, as in `@actions/github`. */
function readEvent(path) {
    if (path === '')
        return {};
    try {
        return JSON.parse((0,external_node_fs_.readFileSync)(path, 'utf8'));
    }
    catch {
        return {};
    }
}

// EXTERNAL MODULE: ./.cache/build/lib/github/tell-problem.js
var tell_problem = __nccwpck_require__(67406);
;// CONCATENATED MODULE: ./.cache/build/lib/github/main.js








/** Runs the command that the inputs ask for, or what is left to do after it. Resolves with the exit code; never throws. */
async function main(door) {
    const { env } = door;
    const facts = readRunnerFacts(env);
    const inputs = readInputs(env);
    const workspace = facts.ok ? facts.value.workspace : '/';
    const root = (0,external_node_path_.join)(workspace, inputs.ok ? inputs.value.workingDirectory : '.');
    const { output, stdout, stderr } = await door.open();
    try {
        // The post step of a main step that left nothing to do has nothing to say either, whatever the inputs are.
        const left = env[`STATE_${post_state/* POST_STATE */.j9}`] ?? '';
        if (left === '')
            output.saveState(post_state/* POST_STATE */.j9, 'nothing');
        else if (left !== 'run')
            return commands_world/* EXIT */.d.completed;
        if (!facts.ok)
            return await (0,tell_problem/* tellProblem */.J)(facts.error, output);
        if (!inputs.ok)
            return await (0,tell_problem/* tellProblem */.J)(inputs.error, output);
        const missing = missingFolder(inputs.value, root);
        if (missing !== null)
            return await (0,tell_problem/* tellProblem */.J)(missing, output);
        // What steps print is shown: the machine, and the log files on it, are gone after the job.
        const shown = { json: false, quiet: false, verbose: true, color: false };
        const console = new commands_console/* CommandConsole */.P({ stdout, stderr, env, ...shown });
        const world = newWorld(door, { facts: facts.value, inputs: inputs.value, output, console, root });
        return await perform(inputs.value, world);
    }
    catch (error) {
        const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
        output.error(`something went wrong inside. This is a bug of workflow-runner, please report it.\n${text}`);
        return commands_world/* EXIT */.d.bug;
    }
}
function missingFolder({ workingDirectory }, root) {
    if ((0,external_node_fs_.existsSync)(root))
        return null;
    return {
        code: 'invalid-input',
        message: `input working-directory: there is no folder '${workingDirectory}' in the workspace`,
        help: 'name a folder of the checkout; is there a step with actions/checkout before this one?',
        exitCode: commands_world/* EXIT */.d.invalid,
    };
}
function newWorld(door, { facts, inputs, output, console, root }) {
    const { env, now, signal, sleep, runProcess } = door;
    const { serverUrl, owner, repo } = facts;
    const { token } = inputs;
    // What actions/checkout does: git knows a token as the password of a user whose name does not matter.
    const authorization = token === '' ? null : `basic ${Buffer.from(`x-access-token:${token}`).toString('base64')}`;
    const remote = { url: `${serverUrl}/${owner}/${repo}`, authorization };
    return { console, env, cwd: root, repo: null, now, signal, runProcess, facts, output, sleep, remote, token };
}
/** Each command is loaded only when it is the one: `plan` need not wait for the parts of `publish`. */
async function perform(inputs, world) {
    if (world.env[`STATE_${post_state/* POST_STATE */.j9}`] === 'run')
        return (await Promise.all(/* import() */[__nccwpck_require__.e(837), __nccwpck_require__.e(341), __nccwpck_require__.e(83), __nccwpck_require__.e(186), __nccwpck_require__.e(58), __nccwpck_require__.e(955), __nccwpck_require__.e(209)]).then(__nccwpck_require__.bind(__nccwpck_require__, 91209))).runPost(inputs, world);
    switch (inputs.command) {
        case 'run':
            return (await Promise.all(/* import() */[__nccwpck_require__.e(837), __nccwpck_require__.e(723), __nccwpck_require__.e(341), __nccwpck_require__.e(6), __nccwpck_require__.e(83), __nccwpck_require__.e(186), __nccwpck_require__.e(58), __nccwpck_require__.e(257), __nccwpck_require__.e(955), __nccwpck_require__.e(158), __nccwpck_require__.e(274), __nccwpck_require__.e(658), __nccwpck_require__.e(285)]).then(__nccwpck_require__.bind(__nccwpck_require__, 43285))).runJob(inputs, world);
        case 'plan':
            return (await Promise.all(/* import() */[__nccwpck_require__.e(837), __nccwpck_require__.e(341), __nccwpck_require__.e(83), __nccwpck_require__.e(58), __nccwpck_require__.e(634)]).then(__nccwpck_require__.bind(__nccwpck_require__, 41634))).planJob(inputs, world);
        case 'begin':
            return (await Promise.all(/* import() */[__nccwpck_require__.e(837), __nccwpck_require__.e(341), __nccwpck_require__.e(6), __nccwpck_require__.e(83), __nccwpck_require__.e(186), __nccwpck_require__.e(58), __nccwpck_require__.e(257), __nccwpck_require__.e(955), __nccwpck_require__.e(158), __nccwpck_require__.e(658), __nccwpck_require__.e(94)]).then(__nccwpck_require__.bind(__nccwpck_require__, 94))).beginJob(inputs, world);
        case 'validate':
            return (await Promise.all(/* import() */[__nccwpck_require__.e(837), __nccwpck_require__.e(723), __nccwpck_require__.e(341), __nccwpck_require__.e(6), __nccwpck_require__.e(83), __nccwpck_require__.e(186), __nccwpck_require__.e(58), __nccwpck_require__.e(257), __nccwpck_require__.e(955), __nccwpck_require__.e(158), __nccwpck_require__.e(274), __nccwpck_require__.e(852)]).then(__nccwpck_require__.bind(__nccwpck_require__, 99852))).validateJob(inputs, world);
        case 'publish':
            return (await Promise.all(/* import() */[__nccwpck_require__.e(837), __nccwpck_require__.e(723), __nccwpck_require__.e(341), __nccwpck_require__.e(6), __nccwpck_require__.e(83), __nccwpck_require__.e(186), __nccwpck_require__.e(58), __nccwpck_require__.e(257), __nccwpck_require__.e(955), __nccwpck_require__.e(158), __nccwpck_require__.e(274), __nccwpck_require__.e(980)]).then(__nccwpck_require__.bind(__nccwpck_require__, 49980))).publishJob(inputs, world);
        case 'revert':
            return (await Promise.all(/* import() */[__nccwpck_require__.e(837), __nccwpck_require__.e(723), __nccwpck_require__.e(341), __nccwpck_require__.e(6), __nccwpck_require__.e(83), __nccwpck_require__.e(186), __nccwpck_require__.e(58), __nccwpck_require__.e(257), __nccwpck_require__.e(955), __nccwpck_require__.e(158), __nccwpck_require__.e(274), __nccwpck_require__.e(980)]).then(__nccwpck_require__.bind(__nccwpck_require__, 49980))).revertJob(inputs, world);
        case 'report':
            return (await Promise.all(/* import() */[__nccwpck_require__.e(837), __nccwpck_require__.e(723), __nccwpck_require__.e(341), __nccwpck_require__.e(83), __nccwpck_require__.e(415)]).then(__nccwpck_require__.bind(__nccwpck_require__, 41415))).reportJob(inputs, world);
        case 'continue':
            return (await Promise.all(/* import() */[__nccwpck_require__.e(837), __nccwpck_require__.e(723), __nccwpck_require__.e(877)]).then(__nccwpck_require__.bind(__nccwpck_require__, 84877))).continueJob(world);
    }
}


/***/ }),

/***/ 47782:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Rz: () => (/* binding */ nothingForPost),
/* harmony export */   j9: () => (/* binding */ POST_STATE),
/* harmony export */   jq: () => (/* binding */ rememberForPost)
/* harmony export */ });
/** Name of the state that the main step leaves to the post step: `run` when a run may have been cut short, else `nothing`. */
const POST_STATE = 'workflow-runner';
/** Tells the post step that a run is going on. */
function rememberForPost(output) {
    output.saveState(POST_STATE, 'run');
}
/** Tells it that all of the run is saved: what lies on the disk by then may be what a step has left there. */
function nothingForPost(output) {
    output.saveState(POST_STATE, 'nothing');
}


/***/ }),

/***/ 42736:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  M: () => (/* binding */ openRunnerOutput)
});

// EXTERNAL MODULE: ./.cache/build/lib/base/diagnostic.js
var diagnostic = __nccwpck_require__(94942);
// EXTERNAL MODULE: ./.cache/build/lib/process/environment.js
var environment = __nccwpck_require__(97500);
// EXTERNAL MODULE: ./.cache/build/lib/process/redact.js
var redact = __nccwpck_require__(13740);
// EXTERNAL MODULE: ./.cache/build/lib/report/cut-markdown.js
var cut_markdown = __nccwpck_require__(42454);
// EXTERNAL MODULE: ./.cache/build/lib/report/markdown-text.js
var markdown_text = __nccwpck_require__(677);
;// CONCATENATED MODULE: ./.cache/build/lib/github/runner/annotation-command.js
/**
 * An annotation as the runner reads it from standard output, one line with its end (ActionCommand.cs). Written here and not by
 * `@actions/core`, whose HTTP client would be nine tenths of what every start loads.
 */
function annotationCommand(level, { title, message, place }) {
    const properties = [
        ['title', title],
        ['file', place?.file],
        ['line', place?.line],
        ['col', place?.column],
        ['endColumn', place?.endColumn],
    ];
    const given = properties.flatMap(([name, value]) => value == null ? [] : [`${name}=${escapedProperty(`${value}`)}`]);
    return `::${level}${given.length === 0 ? '' : ` ${given.join(',')}`}::${escapedData(message)}\n`;
}
function escapedData(text) {
    return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}
function escapedProperty(text) {
    return escapedData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(76760);
// EXTERNAL MODULE: ./.cache/build/lib/report/step-label.js
var step_label = __nccwpck_require__(42493);
;// CONCATENATED MODULE: ./.cache/build/lib/github/runner/annotations.js



/** A runner shows 10 of a kind per step and cuts at 4096 characters (ExecutionContext.cs); ours stay within one pipe write. */
const maxAnnotations = 10;
const maxMessageBytes = 3000;
const maxFileLength = 400;
/**
 * The annotations to make of diagnostics: in the order of `sortDiagnostics`, as many as there is room for; when they do not all
 * fit, the last says how many more there are.
 */
function chooseAnnotations(diagnostics, limits) {
    const sorted = (0,diagnostic/* sortDiagnostics */.D)(diagnostics);
    return ['error', 'warning'].flatMap((severity) => {
        const all = sorted.filter((one) => one.severity === severity);
        const room = limits.room[severity];
        if (all.length <= room)
            return all.map((one) => annotation(one, limits.folder));
        if (room <= 0)
            return [];
        const shown = all.slice(0, room - 1).map((one) => annotation(one, limits.folder));
        const more = `${shown.length === 0 ? '' : '… and '}${(0,step_label/* counted */.hS)(all.length - shown.length, severity)}${shown.length === 0 ? '' : ' more'}`;
        return [...shown, { severity, title: null, message: `${more}; all of them are in the log`, place: null }];
    });
}
/** Cut so that it stays short when escaped for the runner, between characters, with a mark of the cut. */
function cutMessage(message) {
    let bytes = 0;
    let end = 0;
    for (const character of message) {
        const size = /[%\r\n]/.test(character) ? 3 : new TextEncoder().encode(character).length;
        if (bytes + size > maxMessageBytes)
            return `${message.slice(0, end)}…`;
        bytes += size;
        end += character.length;
    }
    return message;
}
function annotation({ severity, code, message, help, location }, folder) {
    const text = help === undefined ? message : `${message}\n${help}`;
    const file = workspacePath(location.file, folder);
    if (file === null) {
        const where = `${location.file}${location.line === undefined ? '' : `:${location.line}`}`;
        return {
            severity,
            title: code,
            message: cutMessage(location.file === '' ? text : `${where}: ${text}`),
            place: null,
        };
    }
    const { line, column, length } = location;
    const columns = line === undefined || column === undefined ? {} : { column, endColumn: column + Math.max(1, length ?? 1) - 1 };
    return {
        severity,
        title: code,
        message: cutMessage(text),
        place: { file, ...(line === undefined ? {} : { line }), ...columns },
    };
}
/** null for what is no file of the workspace, or could not be shown as one. */
function workspacePath(file, folder) {
    // eslint-disable-next-line no-control-regex -- control characters are the subject
    if (file === '' || (0,external_node_path_.isAbsolute)(file) || file.length > maxFileLength || /[\x00-\x1f\x7f]/.test(file))
        return null;
    const path = external_node_path_.posix.normalize(external_node_path_.posix.join(folder, file));
    return path === '..' || path.startsWith('../') || path === '.' ? null : path;
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(77598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(73024);
;// CONCATENATED MODULE: ./.cache/build/lib/github/runner/command-files.js


/** The files by which a step tells the runner something, by the variables that name them. We never write to the first two. */
const VARIABLES = ['GITHUB_ENV', 'GITHUB_PATH', 'GITHUB_OUTPUT', 'GITHUB_STATE', 'GITHUB_STEP_SUMMARY'];
/**
 * These files lie where every process of the machine finds them, and the runner believes what is in them: outputs that the next
 * jobs decide by, variables for the steps to come. So what is in them is kept here too, and put back in the place of anything
 * else. The runner gives them empty to every step.
 */
class CommandFiles {
    #paths;
    #texts = new Map();
    constructor(env) {
        const named = VARIABLES.map((variable) => [variable, env[variable] ?? '']);
        // Outside of a job there are none.
        this.#paths = new Map(named.filter(([, path]) => path !== ''));
    }
    /** Adds to what we say; without such a file nothing happens. Throws the system's error. */
    append(variable, text) {
        const path = this.#paths.get(variable);
        if (path === undefined)
            return;
        const whole = this.#textOf(variable) + text;
        this.#texts.set(variable, whole);
        replace(path, whole);
    }
    /** Puts back what we said. Gives the variables whose files said something else. Throws the system's error. */
    restore() {
        const changed = [...this.#paths].filter(([variable, path]) => !holds(path, this.#textOf(variable)));
        for (const [variable, path] of changed)
            replace(path, this.#textOf(variable));
        return changed.map(([variable]) => variable);
    }
    #textOf(variable) {
        return this.#texts.get(variable) ?? '';
    }
}
/** A value of any text as one value, in the form that the runner reads (FileCommandManager.cs). */
function namedValue(name, value) {
    const delimiter = `ghadelimiter_${(0,external_node_crypto_.randomBytes)(16).toString('hex')}`;
    return `${name}<<${delimiter}\n${value}\n${delimiter}\n`;
}
/** A file that is not there says the same as an empty one. */
function holds(path, text) {
    const found = (0,external_node_fs_.lstatSync)(path, { throwIfNoEntry: false });
    if (found === undefined)
        return text === '';
    return found.isFile() && found.size === Buffer.byteLength(text) && (0,external_node_fs_.readFileSync)(path, 'utf8') === text;
}
/** A new file: a step may have put a link, or a second name of somebody's file, in the place of the old one. */
function replace(path, text) {
    (0,external_node_fs_.rmSync)(path, { recursive: true, force: true });
    (0,external_node_fs_.writeFileSync)(path, text, { flag: 'wx' });
}

// EXTERNAL MODULE: ./.cache/build/lib/process/terminal-text.js
var terminal_text = __nccwpck_require__(21385);
;// CONCATENATED MODULE: ./.cache/build/lib/github/runner/workflow-command-text.js
/**
 * Makes text harmless for the reader of a GitHub job's output. Pure.
 *
 * The runner (actions/runner, ActionCommand.cs) honours a line that begins with `::` after .NET's TrimStart, and `##[` anywhere
 * in a line; `\r`, `\n` and `\r\n` end a line, on standard output and standard error alike. It compares by culture, so that
 * characters without weight (U+200B, controls, unassigned ones …) may stand before and inside of `::` and `##[`.
 */

/** What a comparison by culture may skip, other than the end of a line. */
const weightless = String.raw `[^\P{C}\n\r]|\p{Mn}|\p{Me}|\p{Default_Ignorable_Code_Point}`;
const skipped = `(?:${weightless})*`;
const commandAtLineStart = new RegExp(`^((?:${weightless}|[^\\S\\n\\r])*):(?=${skipped}:)`, 'gmu');
const commandAnywhere = new RegExp(`#(?=${skipped}#${skipped}\\[)`, 'gu');
/**
 * Text in, text out, nothing of which a runner takes for a command: `: :error::`, `# #[error]`. Line ends become `\n`, escape
 * sequences go, invisible characters are named. Doing it twice changes nothing more.
 */
function withoutCommands(text) {
    return (0,terminal_text/* safeTerminalText */.D)(text).replace(commandAtLineStart, '$1: ').replace(commandAnywhere, '# ');
}

;// CONCATENATED MODULE: ./.cache/build/lib/github/runner/runner-streams.js

/** Warnings of toolkits that are kept while the runner is not listening. */
const maxKept = 50;
/** One command, as the toolkits write it: one line in one write, line ends in it escaped. */
const commandLine = /^::(debug|notice|warning|error|add-mask|group|endgroup)((?: [^\r\n]*?)?)::([^\r\n]*)\r?\n$/;
/**
 * Standard output and error of an action, taken over: whatever is written to them, by whomever in this process, is redacted and
 * holds no command; only a write that is one whole command of a toolkit stays one. Other words of toolkits (`Artifact name is
 * valid!`) are for those who debug.
 *
 *  G1  Text is written line by line, so a command of ours always begins a line. A line without an end is held back.
 *  G2  A command of ours is one write.
 *  G3  While guarded, the runner is told to honour nothing but a token, which is new each time and never in env or argv.
 *  G4  What toolkits say while guarded is not shown as text; warnings are shown afterwards, secrets are masked at once.
 */
class RunnerStreams {
    stdout;
    stderr;
    #out;
    #err;
    #randomToken;
    #kept = new Set();
    #depth = 0;
    #token = '';
    constructor({ stdout, stderr, redactor, randomToken }) {
        this.#randomToken = randomToken;
        this.#out = new SafeStream(stdout, redactor, (command) => this.command(command));
        this.#err = new SafeStream(stderr, redactor, (command) => this.command(command));
        this.stdout = { write: (text) => this.#out.text(text), isTTY: false };
        this.stderr = { write: (text) => this.#err.text(text), isTTY: false };
    }
    /** Runs `work` while the runner honours no command; listens again also when it throws. May be nested. */
    async guard(work) {
        this.#stop();
        try {
            return await work();
        }
        finally {
            this.#resume();
        }
    }
    /** A command of ours: one line with its end, everything in it escaped and safe. While guarded it waits, or is left out. */
    command(line) {
        if (this.#depth === 0) {
            this.#out.lines(line);
            return;
        }
        const name = commandLine.exec(line)?.[1];
        if (name === 'add-mask') {
            const token = this.#token;
            this.#token = this.#randomToken();
            this.#out.lines(`\n::${token}::\n${line}::stop-commands::${this.#token}\n`);
        }
        else if ((name === 'warning' || name === 'error' || name === 'notice') && this.#kept.size < maxKept) {
            this.#kept.add(line);
        }
    }
    /** Writes what is held back and gives the streams back as they were. */
    close() {
        this.#out.close();
        this.#err.close();
    }
    #stop() {
        this.#depth += 1;
        if (this.#depth > 1)
            return;
        this.#token = this.#randomToken();
        // A line of a stranger who writes to our standard output past us may be unfinished: hence the line end in front.
        this.#out.lines(`\n::stop-commands::${this.#token}\n`);
    }
    #resume() {
        this.#depth -= 1;
        if (this.#depth > 0)
            return;
        this.#err.endLine();
        this.#out.lines(`\n::${this.#token}::\n`);
        for (const command of this.#kept)
            this.#out.lines(command);
        this.#kept.clear();
    }
}
/** One of the two streams. */
class SafeStream {
    #stream;
    #redactor;
    #redaction;
    #original;
    #onCommand;
    #isOpen = true;
    #atLineStart = true;
    constructor(stream, redactor, onCommand) {
        this.#stream = stream;
        this.#redactor = redactor;
        this.#redaction = redactor.stream(withoutCommands);
        // eslint-disable-next-line @typescript-eslint/unbound-method -- put back by close()
        this.#original = stream.write;
        this.#onCommand = onCommand;
        stream.on('error', this.#lost);
        stream.write = (chunk, encoding, done) => this.#intercept(chunk, typeof encoding === 'function' ? encoding : done);
    }
    /** Text of anybody. */
    text(chunk, done) {
        return this.#write(this.#redaction.push(chunk), done);
    }
    /** Lines of ours, as they are, after the line that is under way. */
    lines(lines) {
        this.endLine();
        this.#write(lines);
    }
    endLine() {
        this.#write(this.#redaction.end());
        if (!this.#atLineStart)
            this.#write('\n');
    }
    close() {
        this.endLine();
        this.#stream.write = this.#original;
        this.#stream.off('error', this.#lost);
    }
    #intercept(chunk, done) {
        const command = typeof chunk === 'string' ? commandLine.exec(chunk) : null;
        if (command === null) {
            this.#chatter(String(chunk));
            return this.#write('', done);
        }
        const [line, name = '', properties = '', data = ''] = command;
        const isMask = name === 'add-mask';
        this.#onCommand(isMask ? line : `::${name}${this.#redactor.redact(properties)}::${this.#redactor.redact(data)}\n`);
        return this.#write('', done);
    }
    #chatter(text) {
        const lines = withoutCommands(this.#redactor.redact(text)).split('\n');
        for (const line of lines)
            if (line.trim() !== '')
                this.#onCommand(`::debug::${line.replaceAll('%', '%25')}\n`);
    }
    #write(text, done) {
        if (!this.#isOpen) {
            done?.();
            return true;
        }
        if (text === '' && done === undefined)
            return true;
        if (text !== '')
            this.#atLineStart = text.endsWith('\n');
        return this.#original.call(this.#stream, text, undefined, done);
    }
    /** A reader that went away is nobody's failure. */
    #lost = () => {
        this.#isOpen = false;
    };
}

;// CONCATENATED MODULE: ./.cache/build/lib/github/runner/runner-output.js










/** What a runner takes as the summary of a step, in bytes (FileCommandManager.cs: AttachmentSizeLimit); a larger one is dropped whole. */
const maxSummaryBytes = 1024 * 1024 - 4096;
const summaryCut = '_The rest does not fit into the job summary; the log has all of it._';
/** Takes over the two streams of the process. Call once, before anything is printed. */
function openRunnerOutput(options) {
    const { stdout, stderr, env, randomToken } = options;
    const secrets = (0,environment/* secretsOf */.Fj)({ ...env });
    // Escaped for markdown a secret looks different.
    const redactor = (0,redact/* createRedactor */.l)([
        ...secrets,
        ...secrets.map((secret) => (0,markdown_text.markdownText)(secret, { maxLength: 10_000 })),
    ]);
    const streams = new RunnerStreams({ stdout, stderr, redactor, randomToken });
    const files = new CommandFiles(env);
    return {
        output: new RunnerCommands({ files, redactor, streams }),
        stdout: streams.stdout,
        stderr: streams.stderr,
        close: () => {
            files.restore();
            streams.close();
        },
    };
}
class RunnerCommands {
    #files;
    #redact;
    #streams;
    /** How many annotations of each kind the runner still shows in this step. */
    #room = {
        error: maxAnnotations,
        warning: maxAnnotations,
        notice: maxAnnotations,
    };
    #summaryBytes = 0;
    #summaryIsFull = false;
    constructor({ files, redactor, streams }) {
        this.#files = files;
        this.#redact = redactor.redact;
        this.#streams = streams;
    }
    setOutput = (name, value) => {
        this.#files.append('GITHUB_OUTPUT', namedValue(name, this.#redact(value)));
    };
    saveState = (name, value) => {
        this.#files.append('GITHUB_STATE', namedValue(name, this.#redact(value)));
    };
    annotate = (diagnostics) => {
        // One error is left for what the command says at its end.
        const room = { error: this.#room.error - 1, warning: this.#room.warning };
        // Paths are relative to the top of the repository, as GitHub wants them, wherever in the workspace its checkout is.
        const chosen = chooseAnnotations(diagnostics, { room, folder: '' });
        for (const one of chosen)
            this.#issue(one.severity, one);
        if (chosen.length === diagnostics.length)
            return;
        for (const one of (0,diagnostic/* sortDiagnostics */.D)(diagnostics))
            this.#streams.stdout.write(`${diagnosticLine(one)}\n`);
    };
    notice = (message) => this.#say('notice', message);
    warning = (message) => this.#say('warning', message);
    error = (message) => this.#say('error', message);
    summary = (markdown) => {
        if (this.#summaryIsFull)
            return Promise.resolve();
        const text = `${this.#redact(markdown).trimEnd()}\n\n`;
        const cut = (0,cut_markdown/* cutMarkdown */.G)(text, maxSummaryBytes - this.#summaryBytes, summaryCut);
        this.#summaryIsFull = cut !== text;
        this.#summaryBytes += (0,cut_markdown/* utf8Length */.w)(cut);
        this.#files.append('GITHUB_STEP_SUMMARY', cut);
        return Promise.resolve();
    };
    guard = async (work) => {
        try {
            return await this.#streams.guard(work);
        }
        finally {
            for (const variable of this.#files.restore())
                this.warning(`something wrote to the file of ${variable}: what it wrote was taken out`);
        }
    };
    #say(level, message) {
        if (this.#room[level] > 0) {
            this.#issue(level, { title: null, message: cutMessage(message), place: null });
        }
        else {
            this.#streams.stdout.write(`${level}: ${message}\n`);
        }
    }
    #issue(level, { title, message, place }) {
        this.#room[level] -= 1;
        const safe = (text) => withoutCommands(this.#redact(text));
        const command = annotationCommand(level, {
            title: title === null ? null : safe(title),
            message: safe(message),
            place: place === null ? null : { ...place, file: this.#redact(place.file) },
        });
        this.#streams.command(command);
    }
}
function diagnosticLine({ severity, message, help, location: { file, line, column } }) {
    const place = [file, line, column].filter((part) => part !== undefined && part !== '').join(':');
    return `${severity}: ${place}: ${message}${help === undefined ? '' : ` (${help})`}`;
}


/***/ }),

/***/ 67406:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ tellProblem),
/* harmony export */   q: () => (/* binding */ annotateProblem)
/* harmony export */ });
/** Shows why a command of the action could not do its work: annotations, job summary. Gives the exit code back. */
async function tellProblem(problem, output) {
    const { message, help, diagnostics = [] } = problem;
    output.annotate(diagnostics);
    const exitCode = annotateProblem(problem, output);
    const { codeBlock, markdownText } = await Promise.resolve(/* import() */).then(__nccwpck_require__.bind(__nccwpck_require__, 677));
    const { diagnosticList } = await __nccwpck_require__.e(/* import() */ 188).then(__nccwpck_require__.bind(__nccwpck_require__, 2188));
    const list = diagnostics.length === 0 ? '' : `\n\n${diagnosticList(diagnostics)}`;
    const more = help === '' ? '' : `\n\n${codeBlock(help, 'text')}`;
    await output.summary(`**${markdownText(message)}**${list}${more}\n`);
    return exitCode;
}
/** The same for a problem that the job summary tells already. */
function annotateProblem({ message, help, exitCode }, { error }) {
    error(help === '' ? message : `${message}\n${help}`);
    return exitCode;
}


/***/ }),

/***/ 23432:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
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

/***/ 97500:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Fj: () => (/* binding */ secretsOf),
/* harmony export */   Kp: () => (/* binding */ findProgram),
/* harmony export */   Qc: () => (/* binding */ childEnvironment)
/* harmony export */ });
/* unused harmony export absolutePath */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(76760);


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

/***/ 84721:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $q: () => (/* binding */ listPids),
/* harmony export */   Ij: () => (/* binding */ forksSinceBoot),
/* harmony export */   Wy: () => (/* binding */ environmentHolds),
/* harmony export */   bI: () => (/* binding */ showsNoEnvironment),
/* harmony export */   i_: () => (/* binding */ pidMax),
/* harmony export */   s4: () => (/* binding */ lastPid),
/* harmony export */   s6: () => (/* binding */ procIsOurs)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(73024);
/* harmony import */ var _files_process_stat_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(22441);


/** What Linux tells about all processes under /proc (proc(5)). Every function answers null or [] where there is no /proc. */
/** Every process id that /proc lists now. */
function listPids() {
    return listNumbers('/proc');
}
/**
 * True for a process of a user that shows no environment at all: it has none, or it is at this moment starting a program and
 * will show it in a moment. Threads of the kernel (session 0) never have one.
 */
function showsNoEnvironment(stat) {
    return stat.session !== 0 && stat.state !== 'Z' && (0,_files_process_stat_js__WEBPACK_IMPORTED_MODULE_1__/* .readProcText */ .a5)(`/proc/${stat.pid}/environ`) === '';
}
/** True when the process's environment, as it was when its program started, holds `text`. */
function environmentHolds(stat, text) {
    if (stat.state !== 'Z')
        return fileHolds(`/proc/${stat.pid}/environ`, text);
    // The first thread is over and took its view of the environment along; the other threads still have it.
    const tasks = `/proc/${stat.pid}/task`;
    return listNumbers(tasks).some((thread) => fileHolds(`${tasks}/${thread}/environ`, text));
}
/** The process id that was given out last in our pid namespace (fifth field of /proc/loadavg), or null. */
function lastPid() {
    const last = Number((0,_files_process_stat_js__WEBPACK_IMPORTED_MODULE_1__/* .readProcText */ .a5)('/proc/loadavg')?.trim().split(' ')[4]);
    return Number.isInteger(last) && last > 0 ? last : null;
}
/** How many processes and threads were made since the system started ("processes" of /proc/stat), or null. */
function forksSinceBoot() {
    const forks = Number(/^processes (\d+)$/m.exec((0,_files_process_stat_js__WEBPACK_IMPORTED_MODULE_1__/* .readProcText */ .a5)('/proc/stat') ?? '')?.[1]);
    return Number.isInteger(forks) ? forks : null;
}
/** The number of process ids before they are given out again, or null. */
function pidMax() {
    const max = Number((0,_files_process_stat_js__WEBPACK_IMPORTED_MODULE_1__/* .readProcText */ .a5)('/proc/sys/kernel/pid_max')?.trim());
    return Number.isInteger(max) && max > 0 ? max : null;
}
/** False on systems without /proc, and where /proc shows another pid namespace than ours. */
function procIsOurs() {
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)('/proc/self/stat') && (0,_files_process_stat_js__WEBPACK_IMPORTED_MODULE_1__/* .readStat */ .BV)(process.pid) !== null && selfPid() === process.pid;
}
function selfPid() {
    return Number((0,_files_process_stat_js__WEBPACK_IMPORTED_MODULE_1__/* .readProcText */ .a5)('/proc/self/stat')?.split(' ', 1)[0]);
}
function isNumber(name) {
    return /^[0-9]+$/.test(name);
}
const scanBuffer = Buffer.alloc(64 * 1024);
const scanLimitBytes = 4 * 1024 * 1024;
function searchFile(fd, needle) {
    let kept = 0;
    for (let total = 0; total < scanLimitBytes;) {
        const read = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readSync)(fd, scanBuffer, kept, scanBuffer.length - kept, null);
        if (read === 0)
            return false;
        const filled = kept + read;
        if (scanBuffer.subarray(0, filled).includes(needle))
            return true;
        // The needle may lie across two reads.
        kept = Math.min(filled, needle.length - 1);
        scanBuffer.copyWithin(0, filled - kept, filled);
        total += read;
    }
    return false;
}
function listNumbers(folder) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)(folder).filter(isNumber).map(Number);
    }
    catch {
        return [];
    }
}
function fileHolds(path, text) {
    let fd;
    try {
        fd = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(path, 'r');
    }
    catch {
        return false;
    }
    try {
        return searchFile(fd, Buffer.from(text));
    }
    catch {
        return false;
    }
    finally {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(fd);
    }
}


/***/ }),

/***/ 13740:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ createRedactor)
/* harmony export */ });
/* unused harmony export redactionMark */
/* harmony import */ var _secret_forms_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(21587);

/**
 * The one place where secrets are taken out of text.
 *
 * R1. A secret given is found in all its `secretForms`, also when two secrets overlap.
 * R2. Tokens that nobody told us about are found by their shape.
 * R3. The stream finds what the text form finds, wherever its chunks are cut.
 * R4. A line without an end takes bounded memory.
 */
/** What stands in the place of a secret. */
const redactionMark = '***';
/** Without an end of line up to here, the line is shown in parts. */
const longestLine = 64 * 1024;
/** How much of such a line is held back, because a token may be cut there; secrets given may need more. */
const shortestHold = 4096;
/** A key block that never ends is swallowed up to here. */
const longestKeyBlock = 64 * 1024;
// Published formats: GitHub (ghs_ has a dotted one since 2026), Anthropic, OpenAI, AWS, Google, GitLab, npm, Slack; JWT;
// credentials in a URL and in an Authorization header. Bounded, so that hostile text costs no quadratic time.
const tokenShapes = [
    String.raw `ghs_[A-Za-z0-9._-]{36,}`,
    String.raw `gh[opur]_[A-Za-z0-9]{36,}`,
    String.raw `github_pat_[A-Za-z0-9_]{22,}`,
    String.raw `sk-ant-[A-Za-z0-9_-]{16,}`,
    String.raw `\bsk-(?:proj-|svcacct-)?[A-Za-z0-9_-]{32,}`,
    String.raw `\b(?:AKIA|ASIA)[0-9A-Z]{16}\b`,
    String.raw `\bAIza[0-9A-Za-z_-]{35}`,
    String.raw `glpat-[A-Za-z0-9_-]{20,}`,
    String.raw `npm_[A-Za-z0-9]{36}`,
    String.raw `xox[abeoprs]-[A-Za-z0-9-]{10,}`,
    String.raw `\beyJ[A-Za-z0-9_-]{10,1024}\.eyJ[A-Za-z0-9_-]{10,1024}\.[A-Za-z0-9_-]{10,}`,
    String.raw `:\/\/[^\s\/:@]{1,64}:[^\s\/@]{1,256}@`,
    String.raw `(?:[Aa]uthorization|AUTHORIZATION)["']?[ \t]{0,4}[:=][ \t]{0,4}["']?(?:[Bb]asic|[Bb]earer|[Tt]oken)[ \t]{1,4}[A-Za-z0-9._~+\/=-]{8,}`,
];
const tokens = new RegExp(tokenShapes.map((shape) => `(?:${shape})`).join('|'), 'g');
const tokenCharacters = /^[A-Za-z0-9._~+/=-]+/;
const keyBegin = /-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----/;
const keyMarks = /-----(?:BEGIN|END) [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----/g;
const keyEnd = /-----END [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----/;
/** Makes a redactor for these secrets (values shorter than 4 characters are ignored) and for every known token shape. */
function createRedactor(secrets) {
    const forms = (0,_secret_forms_js__WEBPACK_IMPORTED_MODULE_0__/* .secretForms */ .e)(secrets);
    const search = {
        forms,
        any: forms.length === 0 ? null : new RegExp(forms.map(escapeRegExp).join('|')),
        hold: Math.max(shortestHold, (forms[0]?.length ?? 0) * 2),
    };
    const stream = (clean = (text) => text) => new LineStream(search, clean);
    const redact = (text) => {
        // Secrets of several lines are whole here; the stream sees them line by line.
        const whole = replaceSpans(text, spansIn(text, search));
        const lines = stream();
        return lines.push(whole) + lines.end();
    };
    return { redact, stream };
}
class LineStream {
    #search;
    #clean;
    #decoder = new TextDecoder('utf-8', { ignoreBOM: true });
    #pending = '';
    #endsInReturn = false;
    /** Characters of an unfinished key block that were swallowed; null outside of one. */
    #inKey = null;
    #inToken = false;
    constructor(search, clean) {
        this.#search = search;
        this.#clean = clean;
    }
    push(chunk) {
        const text = typeof chunk === 'string' ? chunk : this.#decoder.decode(chunk, { stream: true });
        // Only new text is searched for a line end: a long line may arrive byte by byte.
        const mayHoldLine = this.#endsInReturn || /[\r\n]/.test(text);
        this.#pending += text;
        this.#endsInReturn = text === '' ? this.#endsInReturn : text.endsWith('\r');
        const lines = mayHoldLine ? this.#takeLines() : '';
        return lines + (this.#pending.length > longestLine + this.#search.hold ? this.#takePart() : '');
    }
    end() {
        const rest = this.#pending + this.#decoder.decode();
        this.#pending = '';
        return this.#finish(this.#clean(rest));
    }
    #takeLines() {
        // A carriage return at the very end may be the first half of a line end.
        const cut = Math.max(this.#pending.lastIndexOf('\n'), this.#pending.lastIndexOf('\r', this.#pending.length - 2)) + 1;
        if (cut === 0)
            return '';
        const lines = this.#pending.slice(0, cut);
        this.#pending = this.#pending.slice(cut);
        return this.#finish(this.#clean(lines));
    }
    /** A line that does not end: all but the last `hold` characters, and nothing of a secret that reaches into them. */
    #takePart() {
        const text = this.#clean(this.#pending);
        let cut = Math.max(0, text.length - this.#search.hold);
        const spans = [...spansIn(text, this.#search), ...matchesIn(text, keyMarks, false)];
        const across = spans.find((span) => span.start < cut && span.end > cut);
        if (across !== undefined)
            cut = across.end;
        this.#pending = text.slice(cut);
        const part = this.#finish(text.slice(0, cut));
        if (across !== undefined && across.isToken && across.end === text.length)
            this.#inToken = true;
        return part;
    }
    #finish(text) {
        let rest = text;
        if (this.#inToken && rest !== '') {
            rest = rest.replace(tokenCharacters, '');
            this.#inToken = rest === '';
        }
        const outside = this.#withoutKeys(rest);
        return replaceSpans(outside, spansIn(outside, this.#search));
    }
    #withoutKeys(text) {
        if (this.#inKey === null && !text.includes('-----BEGIN '))
            return text;
        let out = '';
        let rest = text;
        while (rest !== '') {
            if (this.#inKey === null) {
                const begin = keyBegin.exec(rest);
                if (begin === null)
                    return out + rest;
                out += rest.slice(0, begin.index) + redactionMark;
                rest = rest.slice(begin.index + begin[0].length);
                this.#inKey = 0;
            }
            const end = keyEnd.exec(rest);
            if (end === null) {
                this.#inKey = this.#inKey + rest.length > longestKeyBlock ? null : this.#inKey + rest.length;
                return out;
            }
            rest = rest.slice(end.index + end[0].length);
            this.#inKey = null;
        }
        return out;
    }
}
/** Where something secret is, sorted; overlapping places are one. */
function spansIn(text, search) {
    const spans = matchesIn(text, tokens, true);
    if (search.any?.test(text) === true) {
        for (const form of search.forms) {
            for (let at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + 1)) {
                spans.push({ start: at, end: at + form.length, isToken: false });
            }
        }
    }
    return merge(spans.sort((a, b) => a.start - b.start || b.end - a.end));
}
function matchesIn(text, pattern, isToken) {
    return Array.from(text.matchAll(pattern), ({ index, 0: found }) => ({
        start: index,
        end: index + found.length,
        isToken,
    }));
}
function merge(sorted) {
    const merged = [];
    for (const span of sorted) {
        const last = merged.at(-1);
        if (last === undefined || span.start >= last.end)
            merged.push(span);
        else if (span.end > last.end)
            merged[merged.length - 1] = { ...span, start: last.start };
    }
    return merged;
}
function replaceSpans(text, spans) {
    if (spans.length === 0)
        return text;
    let out = '';
    let at = 0;
    for (const span of spans) {
        out += text.slice(at, span.start) + redactionMark;
        at = span.end;
    }
    return out + text.slice(at);
}
function escapeRegExp(text) {
    return text.replace(/[.*+?^${}()|[\]\\/]/g, String.raw `\$&`);
}


/***/ }),

/***/ 21587:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ secretForms)
/* harmony export */ });
/** How a secret may look in output: as it is, and in the encodings that tools apply on the way. Pure. */
/** Shorter values would redact half of every log; shorter encoded pieces would match by chance. */
const shortestSecret = 4;
const shortestEncoded = 6;
const shortestLine = 8;
/** The line length of base64(1) and of MIME. */
const base64LineLengths = [64, 76];
/**
 * Every text to search for: the secrets, their lines, JSON-escaped, URL-encoded, hex, and base64 (both alphabets) at the three
 * offsets that it can have inside something longer. Longest first. Split in another way, reversed or encrypted secrets
 * are not found.
 */
function secretForms(secrets) {
    const forms = new Set();
    for (const secret of secrets.filter((s) => s.trim().length >= shortestSecret)) {
        forms.add(secret);
        const trimmed = secret.trim();
        const lines = trimmed.split(/\r\n|\r|\n/);
        const pieces = lines.length === 1 ? [trimmed] : [trimmed, ...lines.filter((line) => line.length >= shortestLine)];
        for (const piece of pieces)
            for (const form of formsOf(piece))
                forms.add(form);
    }
    return [...forms].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
}
function formsOf(secret) {
    const bytes = new TextEncoder().encode(secret);
    const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
    const json = JSON.stringify(secret).slice(1, -1);
    const url = encodeURIComponent(secret.replace(/\p{Surrogate}/gu, '\ufffd'));
    const encoded = [
        json,
        json.replaceAll('/', '\\/'),
        url,
        url.replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase()),
        url.replaceAll('%20', '+'),
        hex,
        hex.toUpperCase(),
        ...[0, 1, 2].flatMap((offset) => base64Forms(bytes, offset)),
    ];
    return [secret, ...encoded.filter((form) => form.length >= shortestEncoded)];
}
/** The characters that depend on the secret alone when `offset` bytes (modulo 3) come before it. */
function base64Forms(bytes, offset) {
    const padded = new Uint8Array(offset + bytes.length);
    padded.set(bytes, offset);
    const text = base64(padded);
    const first = Math.ceil((offset * 8) / 6);
    const last = Math.floor((padded.length * 8) / 6);
    const middle = text.slice(first, last);
    const wrapped = offset === 0 ? base64LineLengths.flatMap((length) => (middle.length > length ? pieces(middle, length) : [])) : [];
    return [middle, ...wrapped].flatMap((form) => [form, form.replaceAll('+', '-').replaceAll('/', '_')]);
}
function pieces(text, length) {
    const count = Math.ceil(text.length / length);
    const all = Array.from({ length: count }, (_, index) => text.slice(index * length, (index + 1) * length));
    return all.filter((piece) => piece.length >= 16);
}
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
/** Without padding: the cut above leaves it out anyway. */
function base64(bytes) {
    let text = '';
    for (let at = 0; at < bytes.length; at += 3) {
        const group = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
        for (const shift of [18, 12, 6, 0])
            text += alphabet.charAt((group >> shift) & 63);
    }
    return text.slice(0, Math.ceil((bytes.length * 8) / 6));
}


/***/ }),

/***/ 57526:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  R: () => (/* binding */ runProcess),
  D: () => (/* binding */ treeVariable)
});

;// CONCATENATED MODULE: external "node:child_process"
const external_node_child_process_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(77598);
// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __nccwpck_require__(78474);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(73024);
// EXTERNAL MODULE: external "node:perf_hooks"
var external_node_perf_hooks_ = __nccwpck_require__(643);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __nccwpck_require__(58500);
;// CONCATENATED MODULE: ./.cache/build/lib/process/end-tree.js

/** How long SIGKILL is repeated; a process stuck in the kernel (state D) is given up after it. */
const killLimitMs = 1_500;
const pollMs = 10;
/**
 * SIGTERM to everything in the tree, then, after the grace, SIGKILL until nothing is left.
 * Resolves with true when the tree is empty, with false when something did not die within the grace and 1.5 s more.
 */
async function endTree(tree, options) {
    tree.signal('SIGTERM', tree.members(options.ageMs()));
    if (await diesWithin(tree, options, options.graceMs))
        return true;
    const giveUpAtMs = options.ageMs() + killLimitMs;
    while (options.ageMs() < giveUpAtMs) {
        tree.signal('SIGKILL', tree.members(options.ageMs()));
        await (0,promises_.setTimeout)(pollMs);
        if (!tree.isAlive(options.ageMs()))
            return true;
    }
    return false;
}
async function diesWithin(tree, options, limitMs) {
    const deadlineMs = options.ageMs() + limitMs;
    while (tree.isAlive(options.ageMs())) {
        if (options.ageMs() >= deadlineMs)
            return false;
        await (0,promises_.setTimeout)(pollMs);
    }
    return true;
}

;// CONCATENATED MODULE: ./.cache/build/lib/process/kept-output.js
/** What a result keeps of a stream of any length: its beginning, or its end. Memory is bounded by the limit given. */
/** Keeps the first `limit` bytes. */
class OutputHead {
    #limit;
    #bytes = Buffer.alloc(0);
    #length = 0;
    #truncated = false;
    constructor(limit) {
        this.#limit = limit;
    }
    get truncated() {
        return this.#truncated;
    }
    push(chunk) {
        const take = Math.min(chunk.length, this.#limit - this.#length);
        if (take < chunk.length)
            this.#truncated = true;
        if (take === 0)
            return;
        this.#reserve(this.#length + take);
        chunk.copy(this.#bytes, this.#length, 0, take);
        this.#length += take;
    }
    bytes() {
        return this.#bytes.subarray(0, this.#length);
    }
    // One growing buffer, not a list of chunks: a child that writes byte by byte would make millions of them.
    #reserve(needed) {
        if (needed <= this.#bytes.length)
            return;
        const grown = Buffer.alloc(Math.min(this.#limit, Math.max(needed, this.#bytes.length * 2, 4096)));
        this.#bytes.copy(grown, 0, 0, this.#length);
        this.#bytes = grown;
    }
}
/** Keeps the last `limit` bytes. */
class OutputTail {
    #limit;
    #chunks = [];
    #length = 0;
    constructor(limit) {
        this.#limit = limit;
    }
    push(chunk) {
        // A copy, because the chunk is a view of a larger block that would stay in memory with it.
        const end = Buffer.from(chunk.subarray(Math.max(0, chunk.length - this.#limit)));
        this.#chunks.push(end);
        this.#length += end.length;
        if (this.#length > this.#limit * 2 || this.#chunks.length > 256)
            this.#compact();
    }
    /** Decoded leniently; a character cut in half at the beginning is left out. */
    text() {
        this.#compact();
        const bytes = this.#chunks[0] ?? Buffer.alloc(0);
        let start = 0;
        while (bytes.length === this.#limit && start < 3 && ((bytes[start] ?? 0) & 0xc0) === 0x80)
            start++;
        return bytes.toString('utf8', start);
    }
    #compact() {
        const all = Buffer.concat(this.#chunks);
        const end = all.subarray(Math.max(0, all.length - this.#limit));
        this.#chunks = [end.length === all.length ? all : Buffer.from(end)];
        this.#length = end.length;
    }
}

// EXTERNAL MODULE: ./.cache/build/lib/files/process-stat.js
var process_stat = __nccwpck_require__(22441);
// EXTERNAL MODULE: ./.cache/build/lib/process/proc.js
var proc = __nccwpck_require__(84721);
;// CONCATENATED MODULE: ./.cache/build/lib/process/process-tree.js




/**
 * Finds and ends everything that a child has started, daemons too.
 *
 * A process belongs to the tree when (T1) a random token of this child is in its environment, or (T2) it is in the
 * child's session, or (T3) its parent belongs to the tree. A daemon that calls setsid and forks twice escapes T2 and T3 and
 * is caught by T1. What escapes all three has emptied its environment *and* left the session *and* lost its parent:
 * only a pid namespace (the sandbox) holds that one.
 *
 * Cheap in the normal case: Linux gives out process ids in a circle (pid_namespace's idr_alloc_cyclic), so everything
 * born after the child has an id between the child's and the last one given out, which /proc/loadavg tells. When that range
 * is empty, nothing is left, and /proc is not listed at all. The range is trusted only while the ids cannot have gone
 * round: see `#rangeIsTrusted`. What is in it is mostly siblings; one in the session of another child of ours that lives is
 * that child's, since nobody can join a session that exists.
 *
 * Where there is no /proc (macOS) only the child's process group is ended; a daemon that left it stays.
 */
/** More forks per millisecond than any machine does; below `pidMax / this` milliseconds ids cannot have gone round. */
const forksPerMs = 300;
/** How old the count of forks may be that a child is given as the one at its start: an older count is only more careful. */
const forkCountMs = 100;
/** Children that have been started and not collected: each leads a session of its own. */
const liveChildren = new Set();
/** At most this many ids are probed one by one; listing /proc is cheaper beyond. */
const probeLimit = 48;
/** How long a search goes on after processes that are born while it looks. */
const searchRounds = 20;
class ProcessTree {
    /** Process id of the child: it leads its own session and group. */
    #child;
    #token;
    #hasProc;
    /** Members by `pid:startTime`, so that a process id that was given to somebody else is never signalled. */
    #known = new Map();
    #forksAtStart;
    #firstSearch = true;
    constructor(child, token) {
        this.#child = child;
        this.#token = token;
        this.#hasProc = hasProc();
        this.#forksAtStart = this.#hasProc ? recentForks() : null;
        liveChildren.add(child);
    }
    /** The child has been collected: the kernel may give its id to a stranger. */
    forgetChild() {
        liveChildren.delete(this.#child);
    }
    /**
     * Members that are alive, the child included. `ageMs`: how long ago the child was started; with it only ids given out
     * since then are looked at, where that is safe.
     */
    members(ageMs) {
        if (!this.#hasProc)
            return [];
        const found = new Map();
        const sessions = this.#sessions();
        let from = this.#child;
        for (let round = 0; round < searchRounds; round++) {
            let undecided = false;
            const last = (0,proc/* lastPid */.s4)();
            for (const pid of this.#candidates(from, last, ageMs))
                undecided = this.#look(pid, sessions, found) || undecided;
            const now = (0,proc/* lastPid */.s4)();
            // One that is just starting a program cannot be told yet: the same ones are looked at again.
            if (undecided)
                continue;
            // Nobody was born during the search: it is complete. Otherwise only the newcomers are looked at.
            if (now === last && now !== null)
                break;
            if (last !== null && now !== null && now > last)
                from = last + 1;
            else if (round > 1)
                break;
        }
        if (found.size > 0)
            this.#addDescendants(found);
        this.#firstSearch = false;
        for (const stat of found.values())
            this.#known.set(keyOf(stat), stat);
        return [...found.values()];
    }
    /** Sends a signal to the child's group and to every member given. */
    signal(name, members) {
        // Once the child is collected its id may name another group; then only members are signalled, which were just checked.
        if (!this.#hasProc || members.some((m) => m.group === this.#child))
            sendSignal(-this.#child, name);
        for (const member of members)
            if (member.group !== this.#child)
                sendSignal(member.pid, name);
    }
    /** True while something of the tree lives. */
    isAlive(ageMs) {
        return this.#hasProc ? this.members(ageMs).length > 0 : sendSignal(-this.#child, 0);
    }
    /** True when the process cannot be told to be a member or not at this moment. */
    #look(pid, sessions, found) {
        if (pid === process.pid || pid <= 1 || found.has(pid))
            return false;
        const stat = (0,process_stat/* readStat */.BV)(pid);
        if (stat === null || (0,process_stat/* isDead */.XU)(stat))
            return false;
        if (stat.session !== this.#child && liveChildren.has(stat.session))
            return false;
        if (this.#known.has(keyOf(stat)) || sessions.has(stat.session) || (0,proc/* environmentHolds */.Wy)(stat, this.#token)) {
            found.set(pid, stat);
            return false;
        }
        return pid > this.#child && (0,proc/* showsNoEnvironment */.bI)(stat);
    }
    #candidates(from, last, ageMs) {
        if (last === null || last < from || !this.#rangeIsTrusted(ageMs))
            return (0,proc/* listPids */.$q)();
        if (last - from < probeLimit)
            return range(from, last).filter((pid) => (0,external_node_fs_.existsSync)(`/proc/${pid}`));
        return (0,proc/* listPids */.$q)().filter((pid) => pid >= from && pid <= last);
    }
    /** By age when the child is young, else by how many processes were made since: both are upper bounds. */
    #rangeIsTrusted(ageMs) {
        pidMaxAnswer ??= (0,proc/* pidMax */.i_)() ?? 0;
        if (ageMs * forksPerMs < pidMaxAnswer)
            return true;
        const forks = (0,proc/* forksSinceBoot */.Ij)();
        return forks !== null && this.#forksAtStart !== null && forks - this.#forksAtStart < pidMaxAnswer;
    }
    // A session's id stays taken while it has a member; after that the kernel may give it to a stranger.
    #sessions() {
        const sessions = new Set(this.#firstSearch ? [this.#child] : []);
        for (const [key, stat] of this.#known) {
            const now = (0,process_stat/* readStat */.BV)(stat.pid);
            if (now === null || keyOf(now) !== key)
                this.#known.delete(key);
            else if (now.session === this.#child)
                sessions.add(now.session);
        }
        return sessions;
    }
    #addDescendants(found) {
        const childrenOf = new Map();
        for (const pid of (0,proc/* listPids */.$q)()) {
            const stat = (0,process_stat/* readStat */.BV)(pid);
            if (stat === null || (0,process_stat/* isDead */.XU)(stat) || pid === process.pid)
                continue;
            const siblings = childrenOf.get(stat.parent);
            if (siblings === undefined)
                childrenOf.set(stat.parent, [stat]);
            else
                siblings.push(stat);
        }
        const queue = [...found.keys()];
        for (let pid = queue.pop(); pid !== undefined; pid = queue.pop()) {
            for (const stat of childrenOf.get(pid) ?? []) {
                if (found.has(stat.pid))
                    continue;
                found.set(stat.pid, stat);
                queue.push(stat.pid);
            }
        }
    }
}
let hasProcAnswer;
function hasProc() {
    return (hasProcAnswer ??= (0,proc/* procIsOurs */.s6)());
}
function keyOf(stat) {
    return `${stat.pid}:${stat.startTime}`;
}
let pidMaxAnswer;
let forkCount;
/** The count of forks now, or a little earlier. */
function recentForks() {
    const nowMs = external_node_perf_hooks_.performance.now();
    if (forkCount === undefined || nowMs - forkCount.atMs > forkCountMs)
        forkCount = { forks: (0,proc/* forksSinceBoot */.Ij)(), atMs: nowMs };
    return forkCount.forks;
}
function range(from, to) {
    return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}
/** False when there is nobody to receive the signal. */
function sendSignal(pid, name) {
    try {
        return process.kill(pid, name);
    }
    catch (error) {
        return error.code === 'EPERM';
    }
}

;// CONCATENATED MODULE: ./.cache/build/lib/process/spawn.js









/**
 * The only place that starts a process.
 *
 * P1. A child leads its own session and group, and inherits nothing but the environment it is given.
 * P2. Its result never waits for a pipe that a daemon holds open.
 * P3. At a timeout or an abort its whole tree is ended in under 5 s: SIGTERM, 2 s of grace, SIGKILL.
 * P4. With `reapTree` nothing of its tree outlives it, on success either. See `process-tree.ts` for how it is found.
 * P5. Memory is bounded whatever it prints; chunks are handed on as they come.
 */
/** The variable that marks everything a child starts. A runner inside a runner adds its token to the outer one's. */
const treeVariable = 'WORKFLOW_RUNNER_TREE';
const defaultKeepBytes = 16 * 1024 * 1024;
const tailBytes = 16 * 1024;
const killGraceMs = 2_000;
const leftoverGraceMs = 500;
/** After the child's end: how long its pipes may stay silent, and how long they may stay open at all. */
const pipeSilenceMs = 50;
const pipeLimitMs = 1_000;
/** Timers of Node fire at once when they are asked for more. */
const longestTimerMs = 2 ** 31 - 1;
/** Runs one child to its end; see `ProcessRequest` and `ProcessResult`. Never rejects for what the child does. */
const runProcess = async (request) => {
    if (request.signal?.aborted === true)
        return resultOf(new Recording(request), { end: 'cancelled' });
    const started = await start(request);
    if ('end' in started)
        return resultOf(new Recording(request), started);
    const { child } = started;
    child.stdout?.on('data', (chunk) => started.recording.push(chunk, 'stdout'));
    if (request.input !== undefined)
        child.stdin?.end(request.input);
    return finish(started, request);
};
/** What a child printed, as far as it is kept, and when it began. */
class Recording {
    #startedMs = external_node_perf_hooks_.performance.now();
    #onOutput;
    stdout;
    stderr = new OutputTail(tailBytes);
    both = new OutputTail(tailBytes);
    lastOutputMs = 0;
    constructor(request) {
        this.stdout = new OutputHead(request.keepBytes ?? defaultKeepBytes);
        this.#onOutput = request.onOutput;
    }
    ageMs = () => external_node_perf_hooks_.performance.now() - this.#startedMs;
    push(chunk, stream) {
        this.lastOutputMs = this.ageMs();
        (stream === 'stdout' ? this.stdout : this.stderr).push(chunk);
        this.both.push(chunk);
        this.#onOutput?.(chunk, stream);
    }
}
async function start(request) {
    const token = (0,external_node_crypto_.randomBytes)(16).toString('hex');
    const recording = new Recording(request);
    const child = trySpawn(request, token);
    if (typeof child === 'string')
        return notStarted(child, request);
    // A child that closes its pipes, or dies, while we write: EPIPE is no news, its exit is.
    for (const stream of [child.stdin, child.stdout, child.stderr])
        stream?.on('error', () => undefined);
    const closed = new Promise((resolve) => child.once('close', () => resolve()));
    const exited = new Promise((resolve) => {
        child.once('exit', (exitCode, signal) => resolve({ exitCode, signal }));
    });
    if (child.pid === undefined) {
        const [error] = (await (0,external_node_events_.once)(child, 'error').catch((reason) => [reason]));
        return notStarted(error.code ?? 'unknown', request);
    }
    child.on('error', () => undefined);
    child.stderr?.on('data', (chunk) => recording.push(chunk, 'stderr'));
    const tree = new ProcessTree(child.pid, token);
    void exited.then(() => tree.forgetChild());
    return { child, tree, recording, exited, closed };
}
/** Answers the error's code when the system refused at once. */
function trySpawn(request, token) {
    const [program, ...args] = request.argv;
    const outer = request.env[treeVariable];
    try {
        return (0,external_node_child_process_namespaceObject.spawn)(program, args, {
            cwd: request.cwd,
            env: { ...request.env, [treeVariable]: outer === undefined ? token : `${outer}:${token}` },
            detached: true,
            stdio: [request.input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
        });
    }
    catch (error) {
        return error.code ?? 'unknown';
    }
}
// The system says ENOENT both for a missing program and for a missing folder.
function notStarted(code, request) {
    if (!isFolder(request.cwd))
        return { end: 'not-started', startError: 'cwd-missing' };
    if (['ENOENT', 'EACCES', 'ENOTDIR', 'ENOEXEC', 'ELOOP'].includes(code))
        return { end: 'not-found' };
    return { end: 'not-started', startError: code };
}
function isFolder(path) {
    return (0,external_node_fs_.statSync)(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
async function finish(started, request) {
    const { recording, exited } = started;
    const early = interruption(request);
    const first = await Promise.race([exited, early.happened]);
    early.forget();
    if (typeof first !== 'string') {
        if (request.reapTree === true)
            await reapLeftovers(started);
        await drain(started);
        return resultOf(recording, { end: 'exited', ...first });
    }
    await stop(started);
    const none = { exitCode: null, signal: null };
    // Stuck in the kernel in spite of SIGKILL: its result is given up.
    const exit = await Promise.race([exited, (0,promises_.setTimeout)(100, none, { ref: false })]);
    await drain(started);
    return resultOf(recording, { end: first, ...exit });
}
/** What ends the child early: the limit, or the caller. */
function interruption(request) {
    let forget = () => undefined;
    const happened = new Promise((resolve) => {
        const onAbort = () => resolve('cancelled');
        request.signal?.addEventListener('abort', onAbort, { once: true });
        if (request.signal?.aborted === true)
            onAbort();
        const timer = request.timeoutMs === undefined
            ? undefined
            : setTimeout(() => resolve('timed-out'), Math.min(request.timeoutMs, longestTimerMs));
        forget = () => {
            clearTimeout(timer);
            request.signal?.removeEventListener('abort', onAbort);
        };
    });
    return { happened, forget };
}
async function stop({ tree, recording }) {
    await endTree(tree, { graceMs: killGraceMs, ageMs: recording.ageMs });
}
async function reapLeftovers({ tree, recording }) {
    if (tree.members(recording.ageMs()).length > 0) {
        await endTree(tree, { graceMs: leftoverGraceMs, ageMs: recording.ageMs });
    }
}
/**
 * Waits for what is still in the pipes, never for who holds them open. Silence counts only after the event loop has looked at
 * the pipes: when it is late (a slow disk, many children), time alone says nothing, and what the child printed would be lost.
 */
async function drain({ child, closed, recording }) {
    const limitMs = recording.ageMs() + pipeLimitMs;
    const isClosed = closed.then(() => true);
    recording.lastOutputMs = recording.ageMs();
    do {
        if (await Promise.race([isClosed, afterNextLook()]))
            break;
    } while (recording.ageMs() < limitMs && recording.ageMs() - recording.lastOutputMs < pipeSilenceMs);
    child.stdin?.destroy();
    child.stdout?.destroy();
    child.stderr?.destroy();
}
/** Resolves with false a little later. Timers run before pipes are read and immediates after that: so both, in this order. */
async function afterNextLook() {
    await (0,promises_.setTimeout)(pipeSilenceMs / 5, undefined, { ref: false });
    return (0,promises_.setImmediate)(false);
}
function resultOf(recording, ending) {
    const { end } = ending;
    return {
        end,
        ...('startError' in ending ? { startError: ending.startError } : {}),
        exitCode: ('exitCode' in ending ? ending.exitCode : null) ?? null,
        signal: ('signal' in ending ? ending.signal : null) ?? null,
        stdout: recording.stdout.bytes(),
        stdoutTruncated: recording.stdout.truncated,
        stderrTail: recording.stderr.text(),
        outputTail: recording.both.text(),
        durationMs: recording.ageMs(),
    };
}


/***/ }),

/***/ 21385:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ safeTerminalText),
/* harmony export */   E: () => (/* binding */ safeTerminalLine)
/* harmony export */ });
/**
 * Makes text that a step printed safe to show on a terminal, in a log and in the log of a GitHub job. Pure.
 *
 * A GitHub runner obeys a line that begins with `::` once it is trimmed, and `##[` anywhere in a line; a lone carriage
 * return begins a line too (actions/runner, ActionCommand.cs). Both are broken up visibly here. Escape sequences go
 * first: they could hide a command or a secret until something else strips them.
 */
/** OSC, DCS, SOS, PM, APC up to their end; CSI; the two-character escapes. Each ends at a line end at the latest. */
const escapeSequence = 
// eslint-disable-next-line no-control-regex -- control characters are the subject
/(?:\x1b[\]PX^_]|[\x9d\x90\x98\x9e\x9f])[^\x07\x1b\x9c\r\n]*(?:\x07|\x1b\\|\x9c)?|(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]?|\x1b[ -/]*[0-~]?/g;
/** Everything below a space but tab and line feed, and the second block of control characters. */
// eslint-disable-next-line no-control-regex -- control characters are the subject
const control = /[\x00-\x08\x0b-\x1f\x7f-\x9f]/g;
/** Variation selectors after an emoji: dropped, because a mark for each would spoil honest text. */
const variationSelector = /[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/gu;
/** Characters that show nothing or turn the direction of the text around: a reader must see that they are there. */
const invisible = 
// eslint-disable-next-line no-misleading-character-class -- a set of single characters, not a sequence
/[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164\ufeff\uffa0\ufff9-\ufffb\u{1d173}-\u{1d17a}\u{e0000}-\u{e007f}]/gu;
const commandAtLineStart = /^(\s*):(?=:)/gm;
const commandAnywhere = /##(?=\[)/g;
/**
 * Text in, text out: line ends become `\n`, escapes and control characters go, invisible characters are written as
 * `<U+202E>`, workflow commands are broken up as `: :error::` and `# #[error]`. Doing it twice changes nothing more.
 */
function safeTerminalText(text) {
    const lines = text.replace(/\r\n?/g, '\n').replace(/\p{Surrogate}/gu, '\ufffd');
    const plain = lines.replace(escapeSequence, '').replace(control, '').replace(variationSelector, '');
    return plain.replace(invisible, nameOf).replace(commandAtLineStart, '$1: ').replace(commandAnywhere, '# #');
}
/** `safeTerminalText` in one line: line ends and tabs become spaces. For a status line or a table cell. */
function safeTerminalLine(text) {
    return safeTerminalText(text).replace(/[\n\t]+/g, ' ');
}
function nameOf(character) {
    return `<U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}>`;
}


/***/ }),

/***/ 42454:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ cutMarkdown),
/* harmony export */   w: () => (/* binding */ utf8Length)
/* harmony export */ });
const fence = /^ {0,3}(`{3,}|~{3,})(.*)$/;
/** Bytes as UTF-8. */
function utf8Length(text) {
    return new TextEncoder().encode(text).length;
}
/**
 * Markdown of at most `maxBytes` bytes: as it is, or its first lines, with an open code block closed and `note` below. Gives the
 * empty string when not even the note fits.
 */
function cutMarkdown(markdown, maxBytes, note) {
    if (utf8Length(markdown) <= maxBytes)
        return markdown;
    const end = `\n${note}\n`;
    const room = maxBytes - utf8Length(end);
    const kept = [];
    let used = 0;
    let open = null;
    for (const line of markdown.split('\n')) {
        const next = fenceAfter(line, open);
        const closing = next === null ? 0 : next.length + 1;
        const size = utf8Length(line) + 1;
        if (used + size + closing > room)
            break;
        kept.push(line);
        used += size;
        open = next;
    }
    if (room < 0)
        return '';
    if (open !== null)
        kept.push(open);
    return kept.map((line) => `${line}\n`).join('') + end;
}
/** The fence that has to come to close the code block that is open after `line`; null when none is open. */
function fenceAfter(line, open) {
    const found = fence.exec(line);
    if (found === null)
        return open;
    const [, marks = '', rest = ''] = found;
    if (open === null)
        return marks.startsWith('`') && rest.includes('`') ? null : marks;
    return marks.startsWith(open) && rest.trim() === '' ? null : open;
}


/***/ }),

/***/ 62961:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   F1: () => (/* binding */ displayWidth),
/* harmony export */   G0: () => (/* binding */ fitWidth),
/* harmony export */   _n: () => (/* binding */ padWidth)
/* harmony export */ });
/** East Asian wide and full-width characters and emoji take two columns (Unicode Standard Annex 11, coarse ranges). */
const WIDE = /\p{Emoji_Presentation}|[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]/u;
const ZERO = /^(?:\p{M}|[\u200b-\u200d])$/u;
const ASCII = /^[\x20-\x7e]*$/;
/** How many terminal columns the text takes. */
function displayWidth(text) {
    if (ASCII.test(text))
        return text.length;
    let width = 0;
    for (const character of text)
        width += widthOf(character);
    return width;
}
/** The text cut to at most `columns`, with an ellipsis in the last column when something was cut off. */
function fitWidth(text, columns) {
    if (text.length <= columns && displayWidth(text) <= columns)
        return text;
    if (columns <= 0)
        return '';
    let width = 0;
    let kept = '';
    for (const character of text) {
        width += widthOf(character);
        if (width > columns - 1)
            break;
        kept += character;
    }
    return `${kept}…`;
}
/** The text followed by as many spaces as make it `columns` wide. */
function padWidth(text, columns) {
    return text + ' '.repeat(Math.max(0, columns - displayWidth(text)));
}
function widthOf(character) {
    if (ZERO.test(character))
        return 0;
    return WIDE.test(character) ? 2 : 1;
}


/***/ }),

/***/ 33960:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ jsonText)
/* harmony export */ });
/**
 * Characters that JSON may hold as they are, but that a terminal obeys or does not show: C1 controls, bidirectional and
 * zero-width marks, line separators.
 */
const INVISIBLE = /[\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g;
/**
 * A document as JSON text with a newline at its end. Nothing is lost, and nothing in it can act on a terminal: what text of
 * steps may smuggle in is written as `\uXXXX`. `indent` in spaces; 0 for one line.
 */
function jsonText(document, indent = 2) {
    const text = JSON.stringify(document, null, indent);
    return `${text.replace(INVISIBLE, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`)}\n`;
}


/***/ }),

/***/ 677:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ markdownCode),
/* harmony export */   Q: () => (/* binding */ markdownTable),
/* harmony export */   codeBlock: () => (/* binding */ codeBlock),
/* harmony export */   markdownText: () => (/* binding */ markdownText)
/* harmony export */ });
/* harmony import */ var _process_terminal_text_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(21385);
/**
 * Text of strangers in GitHub's markdown: shown as it was written, and nothing more. No mention, reference (`#1` after a closing
 * keyword closes an issue), link, image, HTML, emoji, heading or list comes of it, and no `<!--` either: that is what the markers
 * of a pull request's body begin with. The rules are those of GitHub Flavored Markdown (cmark-gfm) and of GitHub's own filters after it.
 */

/** Comes between two characters that mean something together: no width, and no part of any reference. */
const gap = '&#8203;';
/** One line of text: for a paragraph, a heading, a list item or a cell of a table. Default at most 300 characters. */
function markdownText(text, { maxLength = 300 } = {}) {
    return escapeLine(cut(oneLine(text), maxLength));
}
/** A code span, in one line; also for a cell of a table. Default at most 200 characters. Empty text gives the empty string. */
function markdownCode(text, { maxLength = 200 } = {}) {
    const line = cut(withoutComments(oneLine(text)), maxLength);
    if (line === '')
        return '';
    // In a table a bar would end the cell, and how backslashes before it count differs between parsers.
    if (line.includes('|'))
        return `<code>${escapeLine(line)}</code>`;
    const marks = '`'.repeat(longestRun(line, '`') + 1);
    const space = /^`|`$|^ .* $/.test(line) ? ' ' : '';
    return `${marks}${space}${line}${space}${marks}`;
}
/**
 * A code block that nothing inside can end. `language` for the colours; default at most 60 lines and 8000 characters, of which
 * the end is kept: that is where a program says why it failed.
 */
function codeBlock(text, language = '', { maxLines = 60, maxLength = 8000 } = {}) {
    const lines = withoutComments((0,_process_terminal_text_js__WEBPACK_IMPORTED_MODULE_0__/* .safeTerminalText */ .D)(text)).trimEnd().split('\n');
    const kept = lines.slice(-maxLines).join('\n');
    const short = kept.length > maxLength ? kept.slice(-maxLength).replace(/^[\udc00-\udfff]/, '') : kept;
    const body = short.length < lines.join('\n').length ? `…\n${short}` : short;
    const marks = '`'.repeat(Math.max(3, longestRun(body, '`') + 1));
    return `${marks}${/^[a-z0-9+-]*$/i.test(language) ? language : ''}\n${body}\n${marks}`;
}
/** A table; cells are markdown of one line without bars, as `markdownText` and `markdownCode` give them. */
function markdownTable(head, rows) {
    const line = (cells) => `| ${cells.join(' | ')} |`;
    return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
function oneLine(text) {
    return (0,_process_terminal_text_js__WEBPACK_IMPORTED_MODULE_0__/* .safeTerminalLine */ .E)(text).replace(/\s+/g, ' ').trim();
}
function cut(text, maxLength) {
    if (text.length <= maxLength)
        return text;
    return `${text.slice(0, maxLength - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}
function withoutComments(text) {
    return text.replace(/<(?=!-)/g, '< ');
}
function longestRun(text, character) {
    let longest = 0;
    let run = 0;
    for (const one of text) {
        run = one === character ? run + 1 : 0;
        longest = Math.max(longest, run);
    }
    return longest;
}
function escapeLine(line) {
    return (line
        // The order matters: what a rule brings in must not be touched by a later one.
        .replace(/&/g, '&amp;')
        .replace(/[\\`*[\]~$]/g, String.raw `\$&`)
        .replace(/</g, '&lt;')
        .replace(/>/g, '&gt;')
        .replace(/\|/g, '&#124;')
        // Inside of a word an underscore means nothing, and names stay readable (and secrets findable).
        .replace(/(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g, String.raw `\_`)
        .replace(/^(?:[-+=]|\d{1,9}(?=[.)]))/, (start) => (/\d/.test(start) ? `${start}${gap}` : `\\${start}`))
        .replace(/@|(?<!&)#/g, `$&${gap}`)
        .replace(/(?<![a-z0-9])GH-(?=\d)/gi, `$&${gap}`)
        .replace(/:(?=\/\/|[\w+-]+:)/g, `$&${gap}`)
        .replace(/(?:www|mailto|xmpp)(?=[.:])/gi, `$&${gap}`));
}


/***/ }),

/***/ 42493:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Ax: () => (/* binding */ shortCommit),
/* harmony export */   hS: () => (/* binding */ counted),
/* harmony export */   qZ: () => (/* binding */ stepCount),
/* harmony export */   rs: () => (/* binding */ costText),
/* harmony export */   vO: () => (/* binding */ stepLabel)
/* harmony export */ });
/* harmony import */ var _plan_plan_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(23432);

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

/***/ 45875:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ plain)
/* harmony export */ });
/** Text without colour. */
const plain = (_style, text) => text;


/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		id: moduleId,
/******/ 		loaded: false,
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId].call(module.exports, module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Flag the module as loaded
/******/ 	module.loaded = true;
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/async module */
/******/ (() => {
/******/ 	var webpackQueues = typeof Symbol === "function" ? Symbol("webpack queues") : "__webpack_queues__";
/******/ 	var webpackExports = typeof Symbol === "function" ? Symbol("webpack exports") : "__webpack_exports__";
/******/ 	var webpackError = typeof Symbol === "function" ? Symbol("webpack error") : "__webpack_error__";
/******/ 	var resolveQueue = (queue) => {
/******/ 		if(queue && queue.d < 1) {
/******/ 			queue.d = 1;
/******/ 			queue.forEach((fn) => (fn.r--));
/******/ 			queue.forEach((fn) => (fn.r-- ? fn.r++ : fn()));
/******/ 		}
/******/ 	}
/******/ 	var wrapDeps = (deps) => (deps.map((dep) => {
/******/ 		if(dep !== null && typeof dep === "object") {
/******/ 			if(dep[webpackQueues]) return dep;
/******/ 			if(dep.then) {
/******/ 				var queue = [];
/******/ 				queue.d = 0;
/******/ 				dep.then((r) => {
/******/ 					obj[webpackExports] = r;
/******/ 					resolveQueue(queue);
/******/ 				}, (e) => {
/******/ 					obj[webpackError] = e;
/******/ 					resolveQueue(queue);
/******/ 				});
/******/ 				var obj = {};
/******/ 				obj[webpackQueues] = (fn) => (fn(queue));
/******/ 				return obj;
/******/ 			}
/******/ 		}
/******/ 		var ret = {};
/******/ 		ret[webpackQueues] = x => {};
/******/ 		ret[webpackExports] = dep;
/******/ 		return ret;
/******/ 	}));
/******/ 	__nccwpck_require__.a = (module, body, hasAwait) => {
/******/ 		var queue;
/******/ 		hasAwait && ((queue = []).d = -1);
/******/ 		var depQueues = new Set();
/******/ 		var exports = module.exports;
/******/ 		var currentDeps;
/******/ 		var outerResolve;
/******/ 		var reject;
/******/ 		var promise = new Promise((resolve, rej) => {
/******/ 			reject = rej;
/******/ 			outerResolve = resolve;
/******/ 		});
/******/ 		promise[webpackExports] = exports;
/******/ 		promise[webpackQueues] = (fn) => (queue && fn(queue), depQueues.forEach(fn), promise["catch"](x => {}));
/******/ 		module.exports = promise;
/******/ 		body((deps) => {
/******/ 			currentDeps = wrapDeps(deps);
/******/ 			var fn;
/******/ 			var getResult = () => (currentDeps.map((d) => {
/******/ 				if(d[webpackError]) throw d[webpackError];
/******/ 				return d[webpackExports];
/******/ 			}))
/******/ 			var promise = new Promise((resolve) => {
/******/ 				fn = () => (resolve(getResult));
/******/ 				fn.r = 0;
/******/ 				var fnQueue = (q) => (q !== queue && !depQueues.has(q) && (depQueues.add(q), q && !q.d && (fn.r++, q.push(fn))));
/******/ 				currentDeps.map((dep) => (dep[webpackQueues](fnQueue)));
/******/ 			});
/******/ 			return fn.r ? promise : getResult();
/******/ 		}, (err) => ((err ? reject(promise[webpackError] = err) : outerResolve(exports)), resolveQueue(queue)));
/******/ 		queue && queue.d < 0 && (queue.d = 0);
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/create fake namespace object */
/******/ (() => {
/******/ 	var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 	var leafPrototypes;
/******/ 	// create a fake namespace object
/******/ 	// mode & 1: value is a module id, require it
/******/ 	// mode & 2: merge all properties of value into the ns
/******/ 	// mode & 4: return value when already ns object
/******/ 	// mode & 16: return value when it's Promise-like
/******/ 	// mode & 8|1: behave like require
/******/ 	__nccwpck_require__.t = function(value, mode) {
/******/ 		if(mode & 1) value = this(value);
/******/ 		if(mode & 8) return value;
/******/ 		if(typeof value === 'object' && value) {
/******/ 			if((mode & 4) && value.__esModule) return value;
/******/ 			if((mode & 16) && typeof value.then === 'function') return value;
/******/ 		}
/******/ 		var ns = Object.create(null);
/******/ 		__nccwpck_require__.r(ns);
/******/ 		var def = {};
/******/ 		leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 		for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 			Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 		}
/******/ 		def['default'] = () => (value);
/******/ 		__nccwpck_require__.d(ns, def);
/******/ 		return ns;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return "" + chunkId + ".index.js";
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/node module decorator */
/******/ (() => {
/******/ 	__nccwpck_require__.nmd = (module) => {
/******/ 		module.paths = [];
/******/ 		if (!module.children) module.children = [];
/******/ 		return module;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
/******/ 
/******/ // startup
/******/ // Load entry module and return exports
/******/ // This entry module used 'module' so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(13169);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
