export const id = 83;
export const ids = [83];
export const modules = {

/***/ 37518:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  xi: () => (/* binding */ WORKFLOW_FOLDER),
  gf: () => (/* binding */ WorkflowFolder),
  md: () => (/* binding */ loadWorkflowFile),
  Gu: () => (/* binding */ readTextFile)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./.cache/build/lib/base/diagnostic.js
var diagnostic = __webpack_require__(94942);
// EXTERNAL MODULE: ./.cache/build/lib/base/result.js
var result = __webpack_require__(45256);
;// CONCATENATED MODULE: ./.cache/build/lib/definition/decode-utf8.js

/** Decodes strictly: bytes that are not UTF-8 are an error with their place, never a replacement character. A byte order mark is dropped. */
function decodeUtf8(bytes) {
    const whole = decodeStrictly(bytes);
    if (whole !== null)
        return (0,result.ok)(whole);
    const offsetBytes = validPrefixLength(bytes);
    const before = decodeStrictly(bytes.subarray(0, offsetBytes)) ?? '';
    const lines = before.split('\n');
    const sourceLine = lines.at(-1) ?? '';
    return (0,result/* err */._)({ offsetBytes, line: lines.length, column: sourceLine.length + 1, sourceLine });
}
/** The longest valid beginning, by halving: every prefix that ends between two characters of it decodes. */
function validPrefixLength(bytes) {
    let valid = 0;
    let invalid = bytes.length;
    while (invalid - valid > 1) {
        const middle = (valid + invalid) >> 1;
        const boundary = characterStart(bytes, middle, valid);
        if (boundary > valid && decodeStrictly(bytes.subarray(0, boundary)) !== null)
            valid = boundary;
        else if (boundary > valid)
            invalid = boundary;
        else
            return nextBoundary(bytes, valid, invalid);
    }
    return valid;
}
/** The last position at or before `at` that does not stand inside a multi-byte character; never before `floor`. */
function characterStart(bytes, at, floor) {
    let start = at;
    while (start > floor && ((bytes[start] ?? 0) & 0xc0) === 0x80)
        start -= 1;
    return start;
}
/** Tries the few positions left one by one, once halving cannot move. */
function nextBoundary(bytes, valid, invalid) {
    let best = valid;
    for (let end = valid + 1; end < Math.min(invalid, valid + 9); end += 1) {
        if (decodeStrictly(bytes.subarray(valid, end)) !== null)
            best = end;
    }
    return best;
}
function decodeStrictly(bytes) {
    try {
        return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    }
    catch {
        return null;
    }
}

// EXTERNAL MODULE: ./.cache/build/lib/definition/parse-workflow.js + 21 modules
var parse_workflow = __webpack_require__(70739);
// EXTERNAL MODULE: ./.cache/build/lib/files/read-file-bounded.js
var read_file_bounded = __webpack_require__(61998);
// EXTERNAL MODULE: ./.cache/build/lib/files/trouble.js
var trouble = __webpack_require__(24232);
;// CONCATENATED MODULE: ./.cache/build/lib/commands/workflow-folder.js









/** Where workflows are, relative to the repository. */
const WORKFLOW_FOLDER = '.claude/workflows';
/** More than any hand-written definition; read whole, so there is a limit. */
const MAX_FILE_BYTES = 1024 * 1024;
const EXTENSION = /\.ya?ml$/;
/**
 * The workflows of a repository: `.claude/workflows/*.yaml` and `*.yml`. A file is read and parsed when it is first asked
 * for, so that a broken one disturbs only who needs it. Anything else in the folder (Claude Code keeps `*.js` there) is ignored.
 */
class WorkflowFolder {
    /** Names of the workflows, sorted. */
    names;
    #root;
    #files = new Map();
    #loaded = new Map();
    constructor(root) {
        this.#root = root;
        for (const name of listFolder((0,external_node_path_.join)(root, WORKFLOW_FOLDER))) {
            if (!EXTENSION.test(name) || name.startsWith('.'))
                continue;
            const workflow = name.replace(EXTENSION, '');
            this.#files.set(workflow, [...(this.#files.get(workflow) ?? []), `${WORKFLOW_FOLDER}/${name}`]);
        }
        this.names = [...this.#files.keys()].sort(diagnostic/* compareText */.n);
    }
    /** The workflow of that name with everything that is wrong with its file; null when there is no such file. */
    load(name) {
        const [file, second] = this.#files.get(name) ?? [];
        if (file === undefined)
            return null;
        const known = this.#loaded.get(name);
        if (known !== undefined)
            return known;
        const loaded = second === undefined ? loadWorkflowFile(this.#root, file) : twice(file, second);
        this.#loaded.set(name, loaded);
        return loaded;
    }
}
/** Reads and parses one workflow file; `file` is relative to `root`. Never throws for what the file is or holds. */
function loadWorkflowFile(root, file) {
    const source = readTextFile(root, file);
    if (!source.ok)
        return { file, source: null, workflow: null, diagnostics: [source.error] };
    const { workflow, diagnostics } = (0,parse_workflow/* parseWorkflow */.h)(source.value.text, file);
    const broken = diagnostics.some(({ severity }) => severity === 'error');
    return { file, source: source.value, workflow: broken ? null : workflow, diagnostics };
}
/**
 * Reads a text file of the repository: at most 1 MiB of UTF-8. A symbolic link is followed only when it stays inside of
 * the repository.
 */
function readTextFile(root, file) {
    const path = resolveInside(root, file);
    if (!path.ok)
        return path;
    const bytes = (0,read_file_bounded/* readFileBounded */.Y)(path.value, MAX_FILE_BYTES);
    if (!bytes.ok)
        return (0,result/* err */._)(describeTrouble(bytes.error, file));
    const decoded = decodeUtf8(bytes.value);
    if (!decoded.ok) {
        const { line, column, sourceLine } = decoded.error;
        return (0,result/* err */._)({
            severity: 'error',
            code: 'not-utf8',
            message: 'the file is not UTF-8 text',
            location: { file, line, column },
            sourceLine,
            help: 'save it as UTF-8',
        });
    }
    return (0,result.ok)({ file, text: decoded.value, sha256: (0,external_node_crypto_.createHash)('sha256').update(bytes.value).digest('hex') });
}
function resolveInside(root, file) {
    try {
        const top = (0,external_node_fs_.realpathSync)(root);
        const path = (0,external_node_fs_.realpathSync)((0,external_node_path_.join)(root, file));
        if (path.startsWith(`${top}${external_node_path_.sep}`))
            return (0,result.ok)(path);
    }
    catch (error) {
        return (0,result/* err */._)(describeTrouble((0,trouble/* fileTrouble */.A)(error, file), file));
    }
    return (0,result/* err */._)({
        severity: 'error',
        code: 'link-leaves-repository',
        message: 'the path leads out of the repository',
        location: { file },
        help: 'replace the symbolic link by the file itself',
    });
}
function describeTrouble({ reason, code }, file) {
    const found = (rule, message, help) => {
        return { severity: 'error', code: rule, message, location: { file }, help };
    };
    switch (reason) {
        case 'missing':
            return found('missing-file', 'there is no such file', 'check the path');
        case 'too-large':
            return found('file-too-large', 'the file is larger than 1 MiB', 'a definition is small; is this the right file?');
        case 'wrong-kind':
            return found('not-a-file', 'this is not a regular file', 'expected a text file');
        case 'symlink':
            return found('link-loop', 'the symbolic link leads nowhere', 'replace it by the file itself');
        case 'io':
            return found('unreadable-file', `the file cannot be read (${code})`, 'check its permissions');
    }
}
function twice(file, second) {
    const diagnostic = {
        severity: 'error',
        code: 'duplicate-workflow',
        message: `this workflow is there twice: ${file} and ${second}`,
        location: { file: second },
        help: 'remove one of the two files',
    };
    return { file, source: null, workflow: null, diagnostics: [diagnostic] };
}
/** Names in the folder, sorted; empty when there is no such folder. */
function listFolder(folder) {
    try {
        return (0,external_node_fs_.readdirSync)(folder).sort(diagnostic/* compareText */.n);
    }
    catch (error) {
        (0,trouble/* fileTrouble */.A)(error, folder);
        return [];
    }
}


/***/ }),

/***/ 1838:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $J: () => (/* binding */ unknownFunction),
/* harmony export */   Tn: () => (/* binding */ isFunction),
/* harmony export */   at: () => (/* binding */ parseConditionSyntax),
/* harmony export */   cp: () => (/* binding */ statusFunctions)
/* harmony export */ });
/* harmony import */ var _actions_expressions_errors__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(52830);
/* harmony import */ var _actions_expressions_lexer__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(12083);
/* harmony import */ var _actions_expressions_parser__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(24566);
/* harmony import */ var _base_result_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(45256);
/* harmony import */ var _suggest_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92387);





/** The evaluator calls itself once per operator of a chain: this bounds it far below the stack's size. */
const maxLength = 2000;
/** Functions of GitHub's `if:`, which `@actions/expressions` leaves to its caller. */
const statusFunctions = ['success', 'failure', 'always', 'cancelled'];
/** Parses the expression language of GitHub Actions, with `"…"` as a second way to write text. Names are not checked here. */
function parseConditionSyntax(text) {
    const inner = stripBraces(text);
    if (text.length > maxLength)
        return (0,_base_result_js__WEBPACK_IMPORTED_MODULE_4__/* .err */ ._)(problem(0, 1, 'the condition is longer than 2000 characters', 'split it over several steps'));
    if (inner.text.trim() === '')
        return (0,_base_result_js__WEBPACK_IMPORTED_MODULE_4__/* .err */ ._)(problem(0, 1, 'the condition is empty', 'remove the key, or write for example `success()`'));
    const braces = inner.text.indexOf('${{');
    if (braces !== -1) {
        return (0,_base_result_js__WEBPACK_IMPORTED_MODULE_4__/* .err */ ._)(problem(inner.offset + braces, 3, '`${{` inside a condition', 'write the whole condition as one expression, without `${{ }}`'));
    }
    const rewritten = singleQuoted(inner.text);
    const back = (offset) => inner.offset + (rewritten.offsets[offset] ?? inner.text.length);
    const tokens = lex(rewritten.text);
    if (!tokens.ok)
        return (0,_base_result_js__WEBPACK_IMPORTED_MODULE_4__/* .err */ ._)(lexProblem(rewritten.text, tokens.error, back));
    const lineStarts = [0, ...[...rewritten.text.matchAll(/\n/g)].map((match) => match.index + 1)];
    const offsetOf = (token) => back((lineStarts[token.range.start.line] ?? 0) + token.range.start.column);
    return parse(tokens.value, offsetOf);
}
function parse(tokens, offsetOf) {
    // Every name is offered as a context: the walk over the tree reports all unknown ones, the parser only the first.
    const names = tokens.filter((token) => token.type === _actions_expressions_lexer__WEBPACK_IMPORTED_MODULE_1__/* .TokenType */ .ks.IDENTIFIER).map((token) => token.lexeme);
    const functions = statusFunctions.map((name) => ({ name, minArgs: 0, maxArgs: 0 }));
    try {
        return (0,_base_result_js__WEBPACK_IMPORTED_MODULE_4__.ok)({ expression: new _actions_expressions_parser__WEBPACK_IMPORTED_MODULE_2__/* .Parser */ .i(tokens, names, functions).parse(), offsetOf });
    }
    catch (error) {
        if (!(error instanceof _actions_expressions_errors__WEBPACK_IMPORTED_MODULE_0__/* .ExpressionError */ .tj))
            throw error;
        return (0,_base_result_js__WEBPACK_IMPORTED_MODULE_4__/* .err */ ._)(syntaxProblem(error, offsetOf));
    }
}
/** `${{ x }}` is `x`, as in GitHub's `if:`. */
function stripBraces(text) {
    const match = /^\s*\$\{\{([\s\S]*)\}\}\s*$/.exec(text);
    return match === null ? { text, offset: 0 } : { text: match[1] ?? '', offset: text.indexOf('{{') + 2 };
}
/** Rewrites `"…"` outside of `'…'` as `'…'`. `offsets`: for each character of the result its place in `text`. */
function singleQuoted(text) {
    const characters = [];
    const offsets = [];
    let quote = null;
    for (let at = 0; at < text.length; at += 1) {
        const character = text[at] ?? '';
        const opensOrCloses = quote === null ? character === '"' || character === "'" : character === quote;
        if (opensOrCloses)
            quote = quote === null ? character : null;
        const written = character === '"' && opensOrCloses ? "'" : character === "'" && quote === '"' ? "''" : character;
        for (const part of written) {
            characters.push(part);
            offsets.push(at);
        }
    }
    return { text: characters.join(''), offsets };
}
function lex(text) {
    const lexer = new _actions_expressions_lexer__WEBPACK_IMPORTED_MODULE_1__/* .Lexer */ .JG(text);
    try {
        const { tokens } = lexer.lex();
        // The lexer of @actions/expressions 0.3.61 undoes only the first doubled quote of a text.
        for (const token of tokens) {
            if (token.type === _actions_expressions_lexer__WEBPACK_IMPORTED_MODULE_1__/* .TokenType */ .ks.STRING)
                token.value = token.lexeme.slice(1, -1).replaceAll("''", "'");
        }
        return (0,_base_result_js__WEBPACK_IMPORTED_MODULE_4__.ok)(tokens);
    }
    catch {
        // The lexer throws plain errors with the place in prose; its private field has the same number.
        const start = Reflect.get(lexer, 'start');
        return (0,_base_result_js__WEBPACK_IMPORTED_MODULE_4__/* .err */ ._)(typeof start === 'number' ? start : 0);
    }
}
function lexProblem(text, start, back) {
    const word = /^[^\s()[\],.!<>=&|]+/.exec(text.slice(start))?.[0] ?? text[start] ?? '';
    const length = Math.max(1, word.length);
    const rest = text.slice(start);
    if (rest.startsWith("'"))
        return problem(back(start), 1, 'the quote is never closed', 'close it; a quote inside the text is doubled');
    if (/^=[^=]/.test(rest))
        return problem(back(start), 1, '`=` is no operator', 'compare with `==`');
    if (/^[&|]/.test(rest))
        return problem(back(start), 1, `\`${rest.charAt(0)}\` is no operator`, `write \`${rest.charAt(0).repeat(2)}\``);
    if (/^\d/.test(word)) {
        return problem(back(start), length, `${(0,_suggest_js__WEBPACK_IMPORTED_MODULE_3__/* .quoted */ .TL)(word)} is neither a number nor a name`, `write \`steps['${word}']\` for a name that begins with a digit`);
    }
    return problem(back(start), length, `unexpected ${(0,_suggest_js__WEBPACK_IMPORTED_MODULE_3__/* .quoted */ .TL)(word)}`, 'text needs quotes; names are letters, digits, `-` and `_`');
}
function syntaxProblem(error, offsetOf) {
    const token = Reflect.get(error, 'tok');
    const kind = Reflect.get(error, 'typ');
    const offset = offsetOf(token);
    const length = Math.max(1, token.lexeme.length);
    const word = (0,_suggest_js__WEBPACK_IMPORTED_MODULE_3__/* .quoted */ .TL)(token.lexeme);
    if (kind === _actions_expressions_errors__WEBPACK_IMPORTED_MODULE_0__/* .ErrorType */ .By.ErrorUnrecognizedFunction)
        return unknownFunction(token.lexeme, offset);
    if (wrongArguments.includes(kind)) {
        const help = 'see https://docs.github.com/actions/reference/workflows-and-actions/expressions';
        return problem(offset, length, `${word} is called with the wrong number of arguments`, help);
    }
    if (kind === _actions_expressions_errors__WEBPACK_IMPORTED_MODULE_0__/* .ErrorType */ .By.ErrorExceededMaxDepth) {
        return problem(offset, length, 'the condition is nested too deeply', 'split it over several steps');
    }
    if (token.type === _actions_expressions_lexer__WEBPACK_IMPORTED_MODULE_1__/* .TokenType */ .ks.EOF || kind === _actions_expressions_errors__WEBPACK_IMPORTED_MODULE_0__/* .ErrorType */ .By.ErrorUnexpectedEndOfExpression) {
        return problem(offset, length, 'the condition ends too early', 'something is missing at its end: a value, or `)`');
    }
    const help = 'an operator (`==`, `!=`, `&&`, `||`) or the end of the condition was expected';
    return problem(offset, length, `unexpected ${word}`, help);
}
const wrongArguments = [
    _actions_expressions_errors__WEBPACK_IMPORTED_MODULE_0__/* .ErrorType */ .By.ErrorTooFewParameters,
    _actions_expressions_errors__WEBPACK_IMPORTED_MODULE_0__/* .ErrorType */ .By.ErrorTooManyParameters,
    _actions_expressions_errors__WEBPACK_IMPORTED_MODULE_0__/* .ErrorType */ .By.ErrorEvenParameters,
];
const allFunctions = [
    ...statusFunctions,
    'contains',
    'startsWith',
    'endsWith',
    'format',
    'join',
    'toJSON',
    'fromJSON',
    'case',
];
/** Whether there is such a function; letter case does not count. */
function isFunction(name) {
    return allFunctions.some((known) => known.toLowerCase() === name.toLowerCase());
}
function unknownFunction(name, offset) {
    return {
        offset,
        length: name.length,
        finding: {
            code: 'unknown-function',
            message: `unknown function ${(0,_suggest_js__WEBPACK_IMPORTED_MODULE_3__/* .quoted */ .TL)(name)}`,
            help: (0,_suggest_js__WEBPACK_IMPORTED_MODULE_3__/* .didYouMean */ .au)(name, allFunctions),
        },
    };
}
function problem(offset, length, ...[message, help]) {
    return { offset, length, finding: { code: 'condition-syntax', message, help } };
}


/***/ }),

/***/ 70739:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  h: () => (/* binding */ parseWorkflow)
});

// EXTERNAL MODULE: ./.cache/build/lib/base/diagnostic.js
var diagnostic = __webpack_require__(94942);
;// CONCATENATED MODULE: ./.cache/build/lib/definition/checked-workflow.js
const pathKey = (path) => path.join('/');
/** A diagnostic at the value of `path`. */
function atValue(workflow, path, finding) {
    return workflow.source.diagnostic(workflow.tree.valueSpan(path), finding);
}
/** A diagnostic at the key of `path`. */
function atKey(workflow, path, finding) {
    return workflow.source.diagnostic(workflow.tree.keySpan(path), finding);
}
/** `line 12`: for messages that name a second place. */
function lineOf(workflow, path) {
    return `line ${workflow.source.diagnostic(workflow.tree.keySpan(path), noFinding).location.line ?? 0}`;
}
const noFinding = { code: '', message: '', help: '' };

;// CONCATENATED MODULE: ./.cache/build/lib/definition/build-workflow.js

const msPerMinute = 60_000;
const defaultMaxConcurrent = 3;
/** The workflow of a file without errors, every default filled in. */
function buildWorkflow(checked) {
    const { keys } = checked;
    const type = keys.type ?? 'sequential';
    return {
        name: keys.workflow ?? '',
        description: keys.description ?? '',
        version: keys.version ?? '1.0.0',
        changelog: (keys.changelog ?? []).flatMap((entry) => Object.entries(entry).map(([version, text]) => ({ version, text }))),
        type,
        phases: checked.phases.map((phase) => buildPhase(checked, phase)),
        prerequisites: (keys.prerequisites ?? []).map((text, index) => ({
            text,
            location: locationOf(checked, ['prerequisites', index]),
        })),
        validation: keys.validation ?? [],
        onSuccess: (keys.on_success ?? []).map(buildHook),
        onFailure: (keys.on_failure ?? []).map(buildHook),
        timeoutMs: milliseconds(keys.timeout_minutes, msPerMinute),
        budgetUsd: keys.budget_usd ?? null,
        runsOn: labels(keys.runs_on),
        environment: keys.environment ?? null,
        location: locationOf(checked, ['workflow']),
    };
}
function buildPhase(checked, phase) {
    const { keys } = phase;
    const type = keys.type ?? 'sequential';
    return {
        name: keys.name ?? type,
        type,
        maxConcurrent: type === 'parallel' ? (keys.max_concurrent ?? defaultMaxConcurrent) : 1,
        steps: phase.steps.flatMap((step) => (step.value === null ? [] : [buildStep(checked, step, step.value)])),
        validation: keys.validation ?? [],
        condition: phase.implicit ? null : (checked.conditions.get(pathKey(phase.path)) ?? null),
        runsOn: labels(keys.runs_on),
        environment: keys.environment ?? null,
        location: locationOf(checked, phase.implicit ? ['steps'] : [...phase.path, 'name']),
    };
}
function buildStep(checked, step, value) {
    const base = buildStepBase(checked, step, value.raw);
    switch (value.kind) {
        case 'agent':
            return { ...base, kind: 'agent', agent: value.raw.agent, task: value.raw.task, config: value.raw.config ?? {} };
        case 'skill': {
            const { skill, targets, options, input } = value.raw;
            return { ...base, kind: 'skill', skill, targets: targets ?? 'all', options: options ?? {}, input: input ?? null };
        }
        case 'workflow':
            return { ...base, kind: 'workflow', workflow: value.raw.workflow };
        case 'command':
            return { ...base, kind: 'command', command: value.raw.run };
    }
}
function buildStepBase(checked, step, raw) {
    const { expect } = raw;
    return {
        id: step.id,
        condition: checked.conditions.get(pathKey(step.path)) ?? null,
        checkpoint: raw.checkpoint ?? checked.keys.recovery_strategy === 'checkpoint',
        validation: raw.validation ?? [],
        expect: expect === undefined ? null : typeof expect === 'string' ? expect : { hosts: expect },
        writes: raw.writes ?? null,
        timeoutMs: milliseconds(raw.timeout_minutes, msPerMinute),
        retry: raw.on_failure === undefined ? null : buildRetry(raw.on_failure),
        continueOnError: raw.continue_on_error ?? false,
        location: locationOf(checked, step.path),
    };
}
function buildRetry(raw) {
    const delayMs = Math.round((raw.delay_seconds ?? 2) * 1000);
    return {
        times: raw.retry,
        backoff: raw.backoff ?? 'exponential',
        delayMs,
        maxDelayMs: Math.max(delayMs, Math.round((raw.max_delay_seconds ?? 60) * 1000)),
    };
}
function buildHook(hook) {
    return typeof hook === 'string' ? { kind: 'command', command: hook } : { kind: 'notify', about: hook.notify };
}
function milliseconds(value, unitMs) {
    return value === undefined ? null : Math.round(value * unitMs);
}
function labels(value) {
    return value === undefined ? [] : typeof value === 'string' ? [value] : value;
}
function locationOf(checked, path) {
    return atKey(checked, path, { code: '', message: '', help: '' }).location;
}

;// CONCATENATED MODULE: ./.cache/build/lib/definition/condition-offsets.js
/**
 * Where each character of a YAML scalar's value stands in its raw text (quotes, escapes, folded lines, block indentation
 * set aside). Returns one offset into `raw` per character of `value`, and one more for its end.
 */
function scalarOffsets(raw, value) {
    const offsets = [];
    let at = bodyStart(raw);
    const doubleQuoted = raw.startsWith('"');
    for (let index = 0; index < value.length; index += 1) {
        const character = value[index] ?? '';
        if (!isSpace(character))
            while (at < raw.length && isSpace(raw[at] ?? ''))
                at += 1;
        offsets.push(Math.min(at, raw.length));
        if (isSpace(character) && !isSpace(raw[at] ?? '')) {
            at += doubleQuoted && raw[at] === '\\' ? escapeLength(raw, at) : 0;
            continue;
        }
        if (doubleQuoted && raw[at] === '\\')
            at += escapeLength(raw, at);
        else if (raw.startsWith("'") && raw[at] === "'" && raw[at + 1] === "'")
            at += 2;
        else
            at += 1;
    }
    offsets.push(Math.min(at, raw.length));
    return offsets;
}
/** Behind the opening quote, or behind the header line of a block scalar. */
function bodyStart(raw) {
    if (raw.startsWith('"') || raw.startsWith("'"))
        return 1;
    if (raw.startsWith('|') || raw.startsWith('>'))
        return raw.indexOf('\n') + 1;
    return 0;
}
function escapeLength(raw, at) {
    const widths = { x: 4, u: 6, U: 10 };
    return widths[raw[at + 1] ?? ''] ?? 2;
}
function isSpace(character) {
    return character === ' ' || character === '\n' || character === '\t' || character === '\r';
}

// EXTERNAL MODULE: ./node_modules/@actions/expressions/dist/ast.js
var ast = __webpack_require__(12049);
// EXTERNAL MODULE: ./node_modules/@actions/expressions/dist/data/expressiondata.js
var expressiondata = __webpack_require__(21674);
// EXTERNAL MODULE: ./.cache/build/lib/base/result.js
var result = __webpack_require__(45256);
// EXTERNAL MODULE: ./.cache/build/lib/definition/condition-syntax.js
var condition_syntax = __webpack_require__(1838);
// EXTERNAL MODULE: ./.cache/build/lib/definition/suggest.js
var suggest = __webpack_require__(92387);
;// CONCATENATED MODULE: ./.cache/build/lib/definition/parse-condition.js





const statuses = ['success', 'failure', 'skipped', 'cancelled'];
/** What state files and other tools call a status. */
const otherStatusNames = new Map([
    ['completed', 'success'],
    ['succeeded', 'success'],
    ['ok', 'success'],
    ['failed', 'failure'],
    ['error', 'failure'],
]);
/**
 * Reads a condition: the expression language of GitHub Actions. Every earlier step and phase is a name of its own and a
 * member of `steps` or `phases`, each with `status` and `outputs`. Returns all problems, with offsets into `text`.
 */
function parseCondition(text, names) {
    const syntax = (0,condition_syntax/* parseConditionSyntax */.at)(text);
    if (!syntax.ok)
        return (0,result/* err */._)([syntax.error]);
    const walk = { names, syntax: syntax.value, mentions: new Set(), problems: [], callsStatusFunction: false };
    visit(walk, syntax.value.expression);
    if (walk.problems.length > 0)
        return (0,result/* err */._)(walk.problems);
    return (0,result.ok)({ text, mentions: [...walk.mentions], callsStatusFunction: walk.callsStatusFunction });
}
/** Recursion is bounded by the length of a condition, see `parseConditionSyntax`. */
function visit(walk, node) {
    if (node instanceof ast/* ContextAccess */.QC)
        visitName(walk, node.name);
    else if (node instanceof ast/* IndexAccess */.p_)
        visitIndex(walk, node);
    else if (node instanceof ast/* FunctionCall */.R6)
        visitCall(walk, node);
    else if (node instanceof ast/* Logical */.oD)
        for (const part of node.args)
            visit(walk, part);
    else if (node instanceof ast/* Unary */._c)
        visit(walk, node.expr);
    else if (node instanceof ast/* Grouping */.aU)
        visit(walk, node.group);
    else if (node instanceof ast/* Binary */.yI)
        visitComparison(walk, node);
}
function visitCall(walk, call) {
    const name = call.functionName.lexeme;
    // The library looks functions up in a plain object, and so accepts `constructor()`.
    if (!(0,condition_syntax/* isFunction */.Tn)(name))
        walk.problems.push((0,condition_syntax/* unknownFunction */.$J)(name, walk.syntax.offsetOf(call.functionName)));
    if (condition_syntax/* statusFunctions */.cp.some((status) => status === name.toLowerCase()))
        walk.callsStatusFunction = true;
    for (const argument of call.args)
        visit(walk, argument);
}
function visitComparison(walk, node) {
    visit(walk, node.left);
    visit(walk, node.right);
    const [subject, other] = node.left instanceof ast/* Literal */.uS ? [node.right, node.left] : [node.left, node.right];
    if (!isStatus(subject) || !(other instanceof ast/* Literal */.uS) || other.literal.kind !== expressiondata/* Kind */.b.String)
        return;
    const text = other.literal.coerceString();
    if (statuses.includes(text.toLowerCase()))
        return;
    const help = (0,suggest/* didYouMean */.au)(otherStatusNames.get(text.toLowerCase()) ?? text, statuses);
    report(walk, other.token, { code: 'unknown-value', message: `a status is never ${(0,suggest/* quoted */.TL)(text)}`, help });
}
function isStatus(node) {
    return node instanceof ast/* IndexAccess */.p_ && isName(node.expr) && literalIndex(node)?.text.toLowerCase() === 'status';
}
/** `name`, `steps.name` or `phases['name']`. */
function isName(node) {
    if (node instanceof ast/* ContextAccess */.QC)
        return !isGroup(node.name.lexeme);
    return node instanceof ast/* IndexAccess */.p_ && node.expr instanceof ast/* ContextAccess */.QC && isGroup(node.expr.name.lexeme);
}
function isGroup(name) {
    return name.toLowerCase() === 'steps' || name.toLowerCase() === 'phases';
}
function visitName(walk, token) {
    const name = token.lexeme.toLowerCase();
    if (name === 'steps')
        for (const step of walk.names.steps)
            walk.mentions.add(step);
    else if (name === 'phases')
        for (const phase of walk.names.phases)
            walk.mentions.add(phase);
    else
        mention(walk, token, { name: token.lexeme, known: [...walk.names.steps, ...walk.names.phases] });
}
function visitIndex(walk, node) {
    const index = literalIndex(node);
    if (index === null && !(node.index instanceof ast/* Star */.FE))
        visit(walk, node.index);
    if (node.expr instanceof ast/* ContextAccess */.QC && isGroup(node.expr.name.lexeme) && index !== null) {
        const group = node.expr.name.lexeme.toLowerCase() === 'steps' ? walk.names.steps : walk.names.phases;
        mention(walk, index.token, { name: index.text, known: group });
        return;
    }
    if (node.expr instanceof ast/* ContextAccess */.QC && isGroup(node.expr.name.lexeme) && !(node.index instanceof ast/* Star */.FE)) {
        report(walk, node.expr.name, {
            code: 'dynamic-name',
            message: 'which step or phase is meant must be known before the run',
            help: `write its name: \`${node.expr.name.lexeme}['NAME']\``,
        });
        return;
    }
    visit(walk, node.expr);
    if (!isName(node.expr) || index === null || ['status', 'outputs'].includes(index.text.toLowerCase()))
        return;
    const github = ['outcome', 'conclusion', 'result', 'state'].includes(index.text.toLowerCase());
    const help = github ? 'did you mean `status`?' : (0,suggest/* didYouMean */.au)(index.text, ['status', 'outputs']);
    report(walk, index.token, {
        code: 'unknown-property',
        message: `a step or phase has no ${(0,suggest/* quoted */.TL)(index.text)}`,
        help,
    });
}
function literalIndex(node) {
    if (!(node.index instanceof ast/* Literal */.uS))
        return null;
    return { text: node.index.literal.coerceString(), token: node.index.token };
}
function mention(walk, token, asked) {
    const name = asked.name.toLowerCase();
    if (asked.known.includes(name)) {
        walk.mentions.add(name);
    }
    else if (walk.names.notYet.includes(name)) {
        report(walk, token, {
            code: 'not-yet-ended',
            message: `${(0,suggest/* quoted */.TL)(asked.name)} has not ended when this condition is asked`,
            help: 'a condition can only mention earlier steps and phases; move this one behind it',
        });
    }
    else {
        const help = statuses.includes(name)
            ? `text needs quotes: \`'${name}'\``
            : asked.known.length === 0
                ? 'nothing ends before this one, so there is nothing to mention'
                : (0,suggest/* didYouMean */.au)(asked.name, asked.known);
        report(walk, token, {
            code: 'unknown-step',
            message: `no earlier step or phase is called ${(0,suggest/* quoted */.TL)(asked.name)}`,
            help,
        });
    }
}
function report(walk, token, finding) {
    walk.problems.push({ offset: walk.syntax.offsetOf(token), length: Math.max(1, token.lexeme.length), finding });
}

;// CONCATENATED MODULE: ./.cache/build/lib/definition/check-conditions.js



/** Parses all conditions of a file against the names that they may use; problems are placed inside the YAML text. */
function checkConditions(workflow) {
    const conditions = new Map();
    const diagnostics = [];
    for (const { path, condition, names } of conditionsOf(workflow)) {
        if (condition === undefined)
            continue;
        if (typeof condition === 'boolean') {
            conditions.set(pathKey(path), { text: String(condition), mentions: [], callsStatusFunction: false });
            continue;
        }
        const parsed = parseCondition(condition, names());
        if (parsed.ok)
            conditions.set(pathKey(path), parsed.value);
        else
            diagnostics.push(...parsed.error.map((problem) => place(workflow, { path, text: condition }, problem)));
    }
    return { conditions, diagnostics };
}
function place(workflow, asked, problem) {
    const scalar = workflow.tree.rawScalar([...asked.path, 'condition']);
    if (scalar === null)
        return workflow.source.diagnostic(workflow.tree.valueSpan([...asked.path, 'condition']), problem.finding);
    const offsets = scalarOffsets(scalar.raw, asked.text);
    const start = scalar.start + (offsets[Math.min(problem.offset, asked.text.length)] ?? 0);
    const end = scalar.start + (offsets[Math.min(problem.offset + problem.length, asked.text.length)] ?? 0);
    return workflow.source.diagnostic({ start, end }, problem.finding);
}
/** Every step and phase with what has ended when its turn comes: of a parallel phase none of its own steps. */
function conditionsOf(workflow) {
    const everything = workflow.phases.flatMap((phase) => [...namesOf(phase), ...phase.steps.map((step) => step.id)]);
    const asked = [];
    const steps = [];
    const phases = [];
    const namesNow = (endedSteps) => {
        const endedPhases = phases.length;
        return () => ({ steps: steps.slice(0, endedSteps), phases: phases.slice(0, endedPhases), notYet: everything });
    };
    for (const phase of workflow.phases) {
        const before = steps.length;
        if (!phase.implicit)
            asked.push({ path: phase.path, condition: phase.keys.condition, names: namesNow(before) });
        for (const step of phase.steps) {
            const ended = phase.keys.type === 'parallel' ? before : steps.length;
            asked.push({ path: step.path, condition: step.keys.condition, names: namesNow(ended) });
            steps.push(step.id);
        }
        phases.push(...namesOf(phase));
    }
    return asked;
}
function namesOf(phase) {
    return phase.implicit || phase.keys.name === undefined ? [] : [phase.keys.name];
}

;// CONCATENATED MODULE: ./.cache/build/lib/definition/assign-ids.js
/** Names that conditions use for something else. */
const reservedIds = ['steps', 'phases'];
/** One id per entry, in order. Given ids stay as they are; derived ones give way with `-2`, `-3` … to those and to names of phases. */
function assignIds(entries, phaseNames) {
    const taken = new Set([
        ...reservedIds,
        ...phaseNames,
        ...entries.flatMap(({ given }) => (given === null ? [] : [given])),
    ]);
    const counts = new Map();
    return entries.map(({ given, fallback }) => {
        if (given !== null)
            return given;
        const base = idFrom(fallback);
        let count = counts.get(base) ?? 1;
        let id = count === 1 ? base : `${base}-${count}`;
        while (taken.has(id)) {
            count += 1;
            id = `${base.slice(0, 58)}-${count}`;
        }
        counts.set(base, count);
        taken.add(id);
        return id;
    });
}
/** A name as an id: lower case, every other character a `-`, at most 64 long. */
function idFrom(name) {
    const id = name
        .toLowerCase()
        .replace(/[^a-z0-9_-]+/g, '-')
        .replace(/^[-_]+/, '')
        .slice(0, 64);
    return id === '' ? 'step' : id;
}

;// CONCATENATED MODULE: ./.cache/build/lib/definition/schema-issues.js

/** More unknown keys of one mapping are not described. */
const maxUnknownKeys = 100;
/** What the issues mean for the writer of the file. `whereElse` explains a key that belongs to another level, or is null. */
function describeIssues(issues, input, levels) {
    const flat = issues.flatMap((issue) => flattenUnion(issue));
    return flat.filter((issue) => !isExplained(issue, flat)).flatMap((issue) => describe(issue, input, levels));
}
/** Of a union only the branch that fits the value's type is talked about; when none does, the union speaks for itself. */
function flattenUnion(issue) {
    if (issue.code !== 'invalid_union')
        return [issue];
    const fitting = issue.errors.find((branch) => branch.every((inner) => inner.path.length > 0 || !isTypeIssue(inner)));
    if (fitting === undefined)
        return [issue];
    return fitting.map((inner) => Object.assign({}, inner, { path: [...issue.path, ...inner.path], unionMessage: issue.message }));
}
/** A missing key is not worth a word where the same mapping has that key misspelt, or is a command that needs quotes. */
function isExplained(missing, all) {
    const key = missing.path.at(-1);
    if (missing.input !== undefined || typeof key !== 'string')
        return false;
    const place = missing.path.slice(0, -1).join('/');
    return all.some((issue) => issue.code === 'unrecognized_keys' &&
        issue.path.join('/') === place &&
        (key === 'notify' || issue.keys.slice(0, maxUnknownKeys).some((unknown) => (0,suggest/* nearest */.pA)(unknown, [key]) !== null)));
}
function isTypeIssue(issue) {
    return issue.code === 'invalid_type' || (issue.code === 'invalid_value' && typeof issue.input !== 'string');
}
function describe(issue, input, levels) {
    const path = issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part));
    if (issue.code === 'unrecognized_keys') {
        return issue.keys.slice(0, maxUnknownKeys).map((key) => {
            const allowed = path.length === 0 ? levels.allowed : nestedKeys(path);
            return {
                path: [...path, key],
                at: 'key',
                finding: unknownKey(key, allowed, path.length === 0 ? levels.whereElse(key) : null),
            };
        });
    }
    const value = valueAt(input, path);
    const last = path.at(-1);
    if (value === undefined && typeof last === 'string') {
        return [{ path: path.slice(0, -1), at: 'start', finding: missingKey(last) }];
    }
    return [{ path, at: 'value', finding: describeValue(issue, value, typeof last === 'string' ? last : null) }];
}
function unknownKey(key, allowed, elsewhere) {
    if (allowed === hookKeys && (0,suggest/* nearest */.pA)(key, allowed) === null) {
        const help = 'a command with a colon and a space in it needs quotes around it; the only mapping here is `notify: …`';
        return { code: 'wrong-type', message: `${(0,suggest/* quoted */.TL)(key)} is read as the key of a mapping`, help };
    }
    return { code: 'unknown-key', message: `unknown key ${(0,suggest/* quoted */.TL)(key)}`, help: elsewhere ?? (0,suggest/* didYouMean */.au)(key, allowed) };
}
const hookKeys = ['notify'];
function nestedKeys(path) {
    if (path[0] === 'on_failure' && path.length === 1)
        return ['retry', 'backoff', 'delay_seconds', 'max_delay_seconds'];
    return hookKeys;
}
function missingKey(key) {
    const examples = {
        workflow: 'add `workflow: NAME`, the name of the file without `.yaml`',
        type: 'add `type: sequential`, `parallel` or `hybrid` (a phase: `sequential` or `parallel`)',
        task: 'add `task: NAME`: what the agent shall do',
        name: 'add `name: NAME` to the phase',
        steps: 'add `steps:` with at least one step',
        retry: 'add `retry: 3`: how many further attempts',
    };
    return { code: 'missing-key', message: `the key \`${key}\` is missing`, help: examples[key] ?? `add \`${key}:\`` };
}
function describeValue(issue, value, key) {
    const subject = key === null ? 'this entry' : (0,suggest/* quoted */.TL)(key);
    if (value === null) {
        return {
            code: 'wrong-type',
            message: `${subject} has no value`,
            help: `expected ${expectation(issue)}, or remove the key`,
        };
    }
    if (issue.code === 'invalid_value')
        return invalidValue(issue, value, subject);
    if (issue.code === 'too_small' || issue.code === 'too_big')
        return outOfRange(issue, value, subject);
    if (issue.code === 'invalid_format') {
        return { code: 'bad-name', message: `${subject} cannot be ${shownText(value)}`, help: formatHelp(key) };
    }
    const help = `expected ${expectation(issue)}${typeHint(issue, value, key)}`;
    return { code: 'wrong-type', message: `${subject} is ${kindOf(value)}`, help };
}
function shownText(value) {
    return typeof value === 'string' ? (0,suggest/* quoted */.TL)(value) : kindOf(value);
}
function invalidValue(issue, value, subject) {
    const allowed = issue.values.map(String);
    const near = typeof value === 'string' ? (0,suggest/* nearest */.pA)(value, allowed) : null;
    const union = issue.unionMessage ?? null;
    const help = near === null && union !== null ? `expected ${union}` : (0,suggest/* didYouMean */.au)(typeof value === 'string' ? value : '', allowed);
    return { code: 'unknown-value', message: `${subject} cannot be ${shownText(value)}`, help };
}
function outOfRange(issue, value, subject) {
    if (issue.origin === 'array' || issue.origin === 'string') {
        return {
            code: 'empty-value',
            message: `${subject} is empty`,
            help: 'give it at least one entry, or remove the key',
        };
    }
    const bound = issue.code === 'too_big'
        ? `at most ${issue.maximum}`
        : `${issue.inclusive === true ? 'at least' : 'more than'} ${issue.minimum}`;
    return { code: 'out-of-range', message: `${subject} is ${String(value)}`, help: `expected ${bound}` };
}
function formatHelp(key) {
    if (key === 'id' || key === 'name')
        return 'lower-case letters, digits, `-` and `_`, beginning with a letter or digit, at most 64';
    if (key === 'task')
        return 'at most 128 characters on one line, without `/` and `\\`';
    return 'it names a file: letters, digits, `.`, `-` and `_`, beginning with a letter or digit, at most 128';
}
function expectation(issue) {
    if (issue.code === 'invalid_union')
        return issue.message;
    if (issue.code !== 'invalid_type')
        return 'a value';
    const words = {
        string: 'text',
        number: 'a number',
        int: 'a whole number',
        boolean: 'true or false',
        array: 'a list (`- …` lines)',
        object: 'a mapping (`key: value` lines)',
        record: 'a mapping (`key: value` lines)',
    };
    return words[issue.expected] ?? issue.expected;
}
/** What most likely went wrong: YAML reads 1.0 as a number, `a: b` as a mapping, and `yes` as text. */
function typeHint(issue, value, key) {
    const wanted = issue.code === 'invalid_type' ? issue.expected : '';
    if (wanted === 'string' && (typeof value === 'number' || typeof value === 'boolean')) {
        return key === 'version'
            ? ': put it in quotes; a version has three parts, `"1.0.0"`'
            : `: put it in quotes, \`"${String(value)}"\``;
    }
    if (typeof value === 'object' && !Array.isArray(value) && (wanted === 'string' || issue.code === 'invalid_union')) {
        return ': text with a colon and a space in it needs quotes';
    }
    if (wanted === 'boolean' && typeof value === 'string' && /^(yes|no|on|off|y|n)$/i.test(value)) {
        return `: write \`${/^(yes|on|y)$/i.test(value) ? 'true' : 'false'}\``;
    }
    if (wanted === 'object' && key === 'on_failure')
        return ': of a step it is `retry: 3`; commands belong to the workflow';
    if (wanted === 'array' && key === 'on_failure')
        return ' of commands; `retry:` belongs to a step';
    return '';
}
function kindOf(value) {
    if (value === null || value === undefined)
        return 'nothing';
    if (Array.isArray(value))
        return 'a list';
    if (typeof value === 'object')
        return 'a mapping';
    if (typeof value === 'string')
        return `the text ${(0,suggest/* quoted */.TL)(value)}`;
    return typeof value === 'number' || typeof value === 'boolean' ? `the ${typeof value} ${value}` : 'something else';
}
function valueAt(input, path) {
    let value = input;
    for (const part of path) {
        if (typeof value !== 'object' || value === null)
            return undefined;
        value = value[part];
    }
    return value;
}

// EXTERNAL MODULE: ./node_modules/zod/v4/mini/schemas.js
var schemas = __webpack_require__(94343);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/api.js
var api = __webpack_require__(43759);
;// CONCATENATED MODULE: ./.cache/build/lib/definition/workflow-schema.js

/**
 * The one schema of a workflow file: raw types, validation and the published JSON Schema all come from here.
 * What a schema cannot say (uniqueness, order, overlaps) is in `rules/`.
 */
/** Names that become file names: never hidden, never a path, never a control character. */
const fileName = /^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/;
const identifier = /^[a-z0-9][a-z0-9_-]{0,63}$/;
const workflow_schema_text = (description) => schemas/* string */.YjP().check(api/* _minLength */.m9(1), schemas/* describe */.q0y(description));
const workflow_schema_name = (description) => schemas/* string */.YjP().check(api/* _regex */.Fk(fileName), schemas/* describe */.q0y(description));
const id = (description) => schemas/* string */.YjP().check(api/* _regex */.Fk(identifier), schemas/* describe */.q0y(description));
const commands = (description) => schemas/* array */.YOg(workflow_schema_text('a shell command')).check(schemas/* describe */.q0y(description));
const anything = (description) => schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* unknown */.L5J()).check(schemas/* describe */.q0y(description));
const kind = (name) => schemas/* literal */.euz(name).check(schemas/* describe */.q0y('Kind of the step; follows from its other keys'));
const condition = schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* boolean */.zMY()], { error: 'a condition as text, or true or false' })
    .check(schemas/* describe */.q0y('Runs only when this holds; the expression language of GitHub Actions, for example `a.status == "success"`'));
const timeout = schemas/* number */.aig().check(api/* _positive */.NC(), api/* _lte */.Zm(50_400), schemas/* describe */.q0y('Wall-clock limit in minutes'));
const runsOn = schemas/* union */.KCZ([workflow_schema_text('a label'), schemas/* array */.YOg(workflow_schema_text('a label')).check(api/* _minLength */.m9(1))], {
    error: 'a runner label, or a list of them',
})
    .check(schemas/* describe */.q0y('Runner of the compiled GitHub job; default ubuntu-latest'));
const environment = workflow_schema_text('GitHub environment of the compiled job, so that a person can approve it');
const maxConcurrent = schemas/* int */.Whr()
    .check(api/* _gte */.qm(1), api/* _lte */.Zm(256), schemas/* describe */.q0y('How many parallel steps run at once; default 3'));
const hook = (about) => schemas/* union */.KCZ([workflow_schema_text('a shell command'), schemas/* strictObject */.rej({ notify: schemas/* literal */.euz(about).check(schemas/* describe */.q0y('Tell about the outcome')) })], {
    error: `a command, or \`notify: ${about}\``,
});
const retry = schemas/* strictObject */.rej({
    retry: schemas/* int */.Whr().check(api/* _gte */.qm(0), api/* _lte */.Zm(20), schemas/* describe */.q0y('How many further attempts after the first')),
    backoff: schemas/* optional */.lqM(schemas/* enum */.k5n(['exponential', 'linear', 'constant']).check(schemas/* describe */.q0y('How the delay grows; default exponential'))),
    delay_seconds: schemas/* optional */.lqM(schemas/* number */.aig().check(api/* _gte */.qm(0), api/* _lte */.Zm(3600), schemas/* describe */.q0y('The first delay; default 2'))),
    max_delay_seconds: schemas/* optional */.lqM(schemas/* number */.aig().check(api/* _gte */.qm(0), api/* _lte */.Zm(21_600), schemas/* describe */.q0y('The longest delay; default 60'))),
})
    .check(schemas/* describe */.q0y('What to do when the step fails'));
const stepKeys = {
    id: schemas/* optional */.lqM(id('Name of the step in conditions and flags; default its task, skill or workflow name')),
    condition: schemas/* optional */.lqM(condition),
    checkpoint: schemas/* optional */.lqM(schemas/* boolean */.zMY().check(schemas/* describe */.q0y('Keep a checkpoint after this step'))),
    validation: schemas/* optional */.lqM(commands('Commands that must pass on the result of this step')),
    expect: schemas/* optional */.lqM(schemas/* union */.KCZ([schemas/* enum */.k5n(['same-drv', 'reordered', 'any']), schemas/* array */.YOg(workflow_schema_text('a host')).check(api/* _minLength */.m9(1))], {
        error: '`same-drv`, `reordered`, `any`, or a list of the hosts that may change',
    })
        .check(schemas/* describe */.q0y('What may happen to the derivations of the hosts'))),
    writes: schemas/* optional */.lqM(schemas/* array */.YOg(workflow_schema_text('a glob')).check(api/* _minLength */.m9(1), schemas/* describe */.q0y('Globs of the files that the step may change'))),
    timeout_minutes: schemas/* optional */.lqM(timeout),
    on_failure: schemas/* optional */.lqM(retry),
    continue_on_error: schemas/* optional */.lqM(schemas/* boolean */.zMY().check(schemas/* describe */.q0y('A failure of this step does not fail the workflow'))),
};
const stepSchemas = {
    agent: schemas/* strictObject */.rej({
        type: schemas/* optional */.lqM(kind('agent')),
        agent: workflow_schema_name('The agent: `.claude/agents/NAME.md`'),
        task: schemas/* string */.YjP().check(api/* _regex */.Fk(/^[^\p{Cc}/\\]{1,128}$/u), schemas/* describe */.q0y('The task of the agent')),
        config: schemas/* optional */.lqM(anything('Settings given to the agent')),
        ...stepKeys,
    }),
    skill: schemas/* strictObject */.rej({
        type: schemas/* optional */.lqM(kind('skill')),
        skill: workflow_schema_name('The skill: built in, or `.claude/skills/NAME/SKILL.md`'),
        targets: schemas/* optional */.lqM(schemas/* union */.KCZ([schemas/* enum */.k5n(['all', 'all-categories']), schemas/* array */.YOg(workflow_schema_text('a path')).check(api/* _minLength */.m9(1))], {
            error: '`all`, `all-categories`, or a list of paths',
        })
            .check(schemas/* describe */.q0y('What the skill works on; default all'))),
        options: schemas/* optional */.lqM(anything('Options of the skill')),
        input: schemas/* optional */.lqM(workflow_schema_text('A file that the skill reads')),
        ...stepKeys,
    }),
    workflow: schemas/* strictObject */.rej({
        type: schemas/* optional */.lqM(kind('workflow')),
        workflow: workflow_schema_name('The workflow to run here: `.claude/workflows/NAME.yaml`'),
        ...stepKeys,
    }),
    command: schemas/* strictObject */.rej({
        type: schemas/* optional */.lqM(kind('command')),
        run: workflow_schema_text('A shell command'),
        ...stepKeys,
    }),
};
const step = schemas/* union */.KCZ([stepSchemas.agent, stepSchemas.skill, stepSchemas.workflow, stepSchemas.command]);
const phaseKeys = {
    name: id('Name of the phase'),
    type: schemas/* enum */.k5n(['sequential', 'parallel']).check(schemas/* describe */.q0y('How its steps run')),
    max_concurrent: schemas/* optional */.lqM(maxConcurrent),
    validation: schemas/* optional */.lqM(commands('Commands that must pass on the result of this phase')),
    condition: schemas/* optional */.lqM(condition),
    runs_on: schemas/* optional */.lqM(runsOn),
    environment: schemas/* optional */.lqM(environment),
};
const workflowKeys = {
    workflow: workflow_schema_name('Name of the workflow; equals the file name'),
    description: schemas/* optional */.lqM(schemas/* string */.YjP().check(schemas/* describe */.q0y('What it is for'))),
    version: schemas/* optional */.lqM(schemas/* string */.YjP().check(schemas/* describe */.q0y('Semantic version; default 1.0.0'))),
    changelog: schemas/* optional */.lqM(schemas/* array */.YOg(schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP())).check(schemas/* describe */.q0y('One `VERSION: text` per version, newest first'))),
    type: schemas/* enum */.k5n(['sequential', 'parallel', 'hybrid']).check(schemas/* describe */.q0y('hybrid has phases, the others steps')),
    max_concurrent: schemas/* optional */.lqM(maxConcurrent),
    sync_point: schemas/* optional */.lqM(schemas/* literal */.euz('all-complete').check(schemas/* describe */.q0y('Wait for all parallel steps, then merge'))),
    recovery_strategy: schemas/* optional */.lqM(schemas/* literal */.euz('checkpoint').check(schemas/* describe */.q0y('Every step is a checkpoint unless it says `checkpoint: false`'))),
    prerequisites: schemas/* optional */.lqM(schemas/* array */.YOg(workflow_schema_text('WORKFLOW-complete, flake-check-passing or clean-tree'))
        .check(schemas/* describe */.q0y('Checked before anything runs'))),
    validation: schemas/* optional */.lqM(commands('Commands that must pass on the merged result')),
    on_success: schemas/* optional */.lqM(schemas/* array */.YOg(hook('success')).check(schemas/* describe */.q0y('Commands after success'))),
    on_failure: schemas/* optional */.lqM(schemas/* array */.YOg(hook('failure')).check(schemas/* describe */.q0y('Commands after failure'))),
    timeout_minutes: schemas/* optional */.lqM(timeout),
    budget_usd: schemas/* optional */.lqM(schemas/* number */.aig()
        .check(api/* _positive */.NC(), api/* _lte */.Zm(100_000), schemas/* describe */.q0y('For all agent steps of the run together, in US dollars'))),
    runs_on: schemas/* optional */.lqM(runsOn),
    environment: schemas/* optional */.lqM(environment),
};
const list = schemas/* array */.YOg(schemas/* unknown */.L5J()).check(api/* _minLength */.m9(1));
/** A phase without a look at its steps, which are checked one by one, each by the schema of its kind. */
const phaseHeadSchema = schemas/* strictObject */.rej({ ...phaseKeys, steps: list });
/** A workflow without a look at its steps and phases. */
const workflowHeadSchema = schemas/* strictObject */.rej({
    ...workflowKeys,
    steps: schemas/* optional */.lqM(list),
    phases: schemas/* optional */.lqM(list),
});
const steps = schemas/* array */.YOg(step).check(api/* _minLength */.m9(1), schemas/* describe */.q0y('The steps, in order'));
/** The whole file, for the JSON Schema. */
const workflowFileSchema = schemas/* strictObject */.rej({
    ...workflowKeys,
    steps: schemas/* optional */.lqM(steps),
    phases: schemas/* optional */.lqM(schemas/* array */.YOg(schemas/* strictObject */.rej({ ...phaseKeys, steps }))
        .check(api/* _minLength */.m9(1), schemas/* describe */.q0y('The phases of a hybrid workflow'))),
});
/** Keys by level, for messages about a key that stands at the wrong one. */
const knownKeys = {
    workflow: Object.keys(workflowHeadSchema.shape),
    phase: Object.keys(phaseHeadSchema.shape),
    agent: Object.keys(stepSchemas.agent.shape),
    skill: Object.keys(stepSchemas.skill.shape),
    workflowStep: Object.keys(stepSchemas.workflow.shape),
    command: Object.keys(stepSchemas.command.shape),
};

;// CONCATENATED MODULE: ./.cache/build/lib/definition/step-kind.js


const kindByKey = new Map([
    ['agent', 'agent'],
    ['skill', 'skill'],
    ['workflow', 'workflow'],
    ['run', 'command'],
]);
const keyOfKind = {
    agent: 'agent',
    skill: 'skill',
    workflow: 'workflow',
    command: 'run',
};
/** Which kind of step a mapping is, decided by its keys before any schema is applied, so that messages fit the kind. */
function stepKind(keys, type) {
    const named = keys.filter((key) => kindByKey.has(key));
    const kinds = named.map((key) => kindByKey.get(key) ?? null);
    const [kind = null] = kinds;
    if (named.length > 1)
        return { kind: null, problem: severalKinds(named) };
    const typeKind = typeof type === 'string' && type in keyOfKind ? type : null;
    if (type !== undefined && typeKind === null && typeof type === 'string')
        return { kind, problem: unknownType(type) };
    if (kind === null)
        return { kind: null, problem: noKind(keys, typeKind) };
    if (typeKind !== null && typeKind !== kind)
        return { kind, problem: disagreement(typeKind, named[0] ?? '') };
    return { kind, problem: null };
}
/** Keys that a step of this kind may have; of an unknown kind all of them. */
function keysOfKind(kind) {
    return kind === 'workflow' ? knownKeys.workflowStep : knownKeys[kind];
}
/** Where a key that this kind of step does not know would be right, as help; null when nowhere. */
function whereStepKeyBelongs(kind, key) {
    if (key === 'command' || key === 'cmd' || key === 'shell')
        return 'a command is written `run: …`';
    if (key === 'if')
        return 'it is written `condition: …`';
    if (key === 'needs' || key === 'depends_on')
        return 'steps run in the order of the file; use `condition:` or a phase';
    if (key === 'with' || key === 'args')
        return kind === 'agent' ? 'settings of an agent are `config:`' : 'options of a skill are `options:`';
    const kinds = ['agent', 'skill', 'workflow', 'command'].filter((other) => keysOfKind(other).includes(key));
    if (kinds.length > 0)
        return `\`${key}\` belongs to a step with \`${keyOfKind[kinds[0] ?? 'agent']}:\`; this one has \`${keyOfKind[kind]}:\``;
    if (knownKeys.phase.includes(key))
        return `\`${key}\` belongs to a phase or the workflow, not to a step`;
    if (knownKeys.workflow.includes(key))
        return `\`${key}\` belongs to the workflow, not to a step`;
    return null;
}
/** The same for the keys of a phase. */
function wherePhaseKeyBelongs(key) {
    if (key === 'id')
        return 'a phase is named by `name:`';
    if (key === 'if')
        return 'it is written `condition: …`';
    if (knownKeys.workflow.includes(key))
        return `\`${key}\` belongs to the workflow, not to a phase`;
    return isStepKey(key) ? `\`${key}\` belongs to a step, below \`steps:\`` : null;
}
/** The same for the keys of the workflow itself. */
function whereWorkflowKeyBelongs(key) {
    if (key === 'name')
        return 'the name of a workflow is `workflow:`';
    if (key === 'jobs' || key === 'on')
        return 'this is no GitHub workflow; `workflow-runner compile` makes one from this file';
    return isStepKey(key) ? `\`${key}\` belongs to a step, below \`steps:\`` : null;
}
function isStepKey(key) {
    return ['agent', 'skill', 'workflow', 'command'].some((kind) => keysOfKind(kind).includes(key));
}
function severalKinds(named) {
    return {
        key: named[1] ?? null,
        finding: {
            code: 'several-kinds',
            message: `a step cannot have ${named.map((key) => `\`${key}\``).join(' and ')} at once`,
            help: 'make it two steps, or remove one of the keys',
        },
    };
}
function unknownType(type) {
    return {
        key: 'type',
        finding: {
            code: 'unknown-value',
            message: `\`type\` cannot be ${(0,suggest/* quoted */.TL)(type)}`,
            help: (0,suggest/* didYouMean */.au)(type, Object.keys(keyOfKind)),
        },
    };
}
function noKind(keys, typeKind) {
    if (typeKind !== null) {
        const key = keyOfKind[typeKind];
        return {
            key: null,
            finding: {
                code: 'missing-key',
                message: `the key \`${key}\` is missing`,
                help: `a step of type \`${typeKind}\` has \`${key}: …\``,
            },
        };
    }
    const misspelt = keys
        .map((key) => ({ key, help: (0,suggest/* didYouMean */.au)(key, [...kindByKey.keys()]) }))
        .find(({ help }) => help.startsWith('did'));
    if (misspelt !== undefined) {
        return {
            key: misspelt.key,
            finding: { code: 'unknown-key', message: `unknown key ${(0,suggest/* quoted */.TL)(misspelt.key)}`, help: misspelt.help },
        };
    }
    return {
        key: null,
        finding: {
            code: 'missing-kind',
            message: 'the step does not say what to do',
            help: 'add `agent:` and `task:`, or `skill:`, `workflow:` or `run:`',
        },
    };
}
function disagreement(type, key) {
    return {
        key: 'type',
        finding: {
            code: 'kind-mismatch',
            message: `\`type: ${type}\` does not go with \`${key}:\``,
            help: `write \`type: ${kindByKey.get(key) ?? type}\`, or leave \`type\` out`,
        },
    };
}

;// CONCATENATED MODULE: ./.cache/build/lib/definition/check-workflow.js





/** Holds the data of a file against the schema, level by level. What has the wrong type is reported and left out. */
function checkWorkflow(value, place) {
    const check = { ...place, diagnostics: [] };
    const head = applySchema(check, workflowHeadSchema, value, {
        path: [],
        allowed: knownKeys.workflow,
        whereElse: whereWorkflowKeyBelongs,
    });
    const keys = head.keys;
    const phases = (keys.phases ?? []).map((phase, index) => checkPhase(check, phase, ['phases', index]));
    if (keys.steps !== undefined) {
        const type = keys.type === 'parallel' ? 'parallel' : 'sequential';
        phases.push({
            path: [],
            keys: { ...implicitPhaseKeys(keys), name: type, type },
            implicit: true,
            steps: checkSteps(check, keys.steps, ['steps']),
        });
    }
    return { workflow: { ...place, keys, phases: nameSteps(phases) }, diagnostics: check.diagnostics };
}
function implicitPhaseKeys(keys) {
    return keys.max_concurrent === undefined ? {} : { max_concurrent: keys.max_concurrent };
}
function checkPhase(check, value, path) {
    const head = applySchema(check, phaseHeadSchema, value, {
        path,
        allowed: knownKeys.phase,
        whereElse: wherePhaseKeyBelongs,
    });
    return {
        path,
        keys: head.keys,
        implicit: false,
        steps: checkSteps(check, head.keys.steps ?? [], [...path, 'steps']),
    };
}
function checkSteps(check, steps, path) {
    return steps.map((step, index) => checkStep(check, step, [...path, index]));
}
function checkStep(check, value, path) {
    if (!isMapping(value)) {
        check_workflow_report(check, check.tree.valueSpan(path), {
            code: 'wrong-type',
            message: `a step is a mapping, this is ${Array.isArray(value) ? 'a list' : value === null ? 'empty' : 'plain text'}`,
            help: 'write for example `- skill: flake-validate` or `- run: nix fmt`',
        });
        return { path, kind: null, keys: {}, value: null, named: { given: null, fallback: 'step' } };
    }
    const { kind, problem } = stepKind(Object.keys(value), value['type']);
    if (problem !== null) {
        const span = problem.key === null
            ? check.tree.startSpan(path)
            : problem.key === 'type'
                ? check.tree.valueSpan([...path, 'type'])
                : check.tree.keySpan([...path, problem.key]);
        check_workflow_report(check, span, problem.finding);
    }
    const named = idEntry(value, kind);
    if (kind === null)
        return { path, kind, keys: {}, value: null, named };
    // A wrong `type:` was reported already, better than the schema of the kind could.
    const untyped = problem === null ? value : Object.fromEntries(Object.entries(value).filter(([key]) => key !== 'type'));
    const level = { path, allowed: keysOfKind(kind), whereElse: (key) => whereStepKeyBelongs(kind, key) };
    const { keys, complete } = applySchema(check, stepSchemas[kind], untyped, level);
    return { path, kind, keys, value: complete === null ? null : { kind, raw: complete }, named };
}
function idEntry(value, kind) {
    const given = value['id'];
    const source = kind === 'agent' ? value['task'] : kind === null || kind === 'command' ? null : value[kind];
    return {
        given: typeof given === 'string' ? given : null,
        fallback: typeof source === 'string' ? source : (kind ?? 'step'),
    };
}
/** Parses strictly; after errors, once more without the keys that had them, so that the rules can look at the rest. */
function applySchema(check, schema, ...[value, level]) {
    const parse = schema.safeParse(value, { reportInput: true });
    if (parse.success)
        return { keys: parse.data, complete: parse.data };
    for (const placed of describeIssues(parse.error.issues, value, level))
        check_workflow_report(check, spanOf(check, level.path, placed), placed.finding);
    if (!isMapping(value))
        return { keys: {}, complete: null };
    const wrong = new Set(parse.error.issues.flatMap((issue) => issue.path.length > 0 ? [String(issue.path[0])] : issue.code === 'unrecognized_keys' ? issue.keys : []));
    const right = Object.entries(value).filter(([key]) => !wrong.has(key));
    return { keys: Object.fromEntries(right), complete: null };
}
function spanOf(check, base, placed) {
    const path = [...base, ...placed.path];
    if (placed.at === 'key')
        return check.tree.keySpan(path);
    return placed.at === 'start' ? check.tree.startSpan(path) : check.tree.valueSpan(path);
}
function nameSteps(phases) {
    const reserved = phases.flatMap((phase) => phase.implicit || phase.keys.name === undefined ? [] : [phase.keys.name]);
    const ids = assignIds(phases.flatMap((phase) => phase.steps.map((step) => step.named)), reserved);
    let next = 0;
    return phases.map((phase) => ({
        ...phase,
        steps: phase.steps.map(({ named, ...step }) => ({
            ...step,
            id: ids[next++] ?? pathKey(step.path),
            idIsExplicit: named.given !== null,
        })),
    }));
}
function isMapping(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function check_workflow_report(check, span, finding) {
    check.diagnostics.push(check.source.diagnostic(span, finding));
}

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(38815);
;// CONCATENATED MODULE: ./.cache/build/lib/definition/yaml-tree.js

/** The node tree of a YAML document, asked for places by path. */
class YamlTree {
    #document;
    #text;
    /** Pairs by key of the mappings asked for so far: one with many keys is asked for many. */
    #pairs = new WeakMap();
    constructor(document, text) {
        this.#document = document;
        this.#text = text;
    }
    /** Where the value at `path` stands: of a block collection its first line. The nearest place above when it is not there. */
    valueSpan(path) {
        const node = this.#nodeAt(path);
        if (node?.range && isEmpty(node) && typeof path.at(-1) === 'number') {
            // An empty list item has no extent: the dash before it is shown.
            return { start: node.range[0] - 1, end: node.range[0] };
        }
        if (node !== null && isEmpty(node))
            return this.keySpan(path);
        if (node?.range)
            return { start: node.range[0], end: node.range[1] };
        return path.length === 0 ? { start: 0, end: 1 } : this.valueSpan(path.slice(0, -1));
    }
    /** Where the key of the value at `path` stands; of a list item, the item. */
    keySpan(path) {
        const last = path.at(-1);
        if (last === undefined)
            return { start: 0, end: 1 };
        const parent = this.#nodeAt(path.slice(0, -1));
        if (typeof last === 'string' && (0,dist/* isMap */.jh)(parent)) {
            const key = this.#pair(parent, last)?.key;
            if (key?.range)
                return { start: key.range[0], end: key.range[1] };
        }
        const node = this.#nodeAt(path);
        if (node?.range && !isEmpty(node))
            return { start: node.range[0], end: node.range[1] };
        return this.valueSpan(path.slice(0, -1));
    }
    /** Whether nothing stands at `path`, not even an empty value. */
    isAbsent(path) {
        return this.#nodeAt(path) === null;
    }
    /** The first key of the mapping at `path`: where to say that a key is missing. */
    startSpan(path) {
        const node = this.#nodeAt(path);
        const first = (0,dist/* isMap */.jh)(node) ? keyText(node.items[0]?.key) : null;
        return first === null ? this.valueSpan(path) : this.keySpan([...path, first]);
    }
    /** Raw text of the scalar at `path` as written, with its quotes, and where it begins; null when it is no scalar. */
    rawScalar(path) {
        const node = this.#nodeAt(path);
        if (!(0,dist/* isScalar */.jn)(node) || !node.range)
            return null;
        return { raw: this.#text.slice(node.range[0], node.range[1]), start: node.range[0] };
    }
    #pair(map, key) {
        let pairs = this.#pairs.get(map);
        if (pairs === undefined) {
            // Of duplicate keys the first counts: the later ones are reported where they stand.
            const entries = map.items.toReversed().map((pair) => [keyText(pair.key) ?? '', pair]);
            pairs = new Map(entries);
            this.#pairs.set(map, pairs);
        }
        return pairs.get(key);
    }
    #nodeAt(path) {
        let node = this.#document.contents;
        for (const part of path) {
            const holder = (0,dist/* isAlias */.Vj)(node) ? node.resolve(this.#document) : node;
            if ((0,dist/* isMap */.jh)(holder))
                node = this.#pair(holder, String(part))?.value;
            else if ((0,dist/* isSeq */.oP)(holder))
                node = holder.items[Number(part)];
            else
                return null;
            if ((0,dist/* isPair */.tO)(node))
                return null;
        }
        return node ?? null;
    }
}
/** The text of a mapping's key; null for a key that is no scalar. */
function keyText(key) {
    if (!(0,dist/* isScalar */.jn)(key))
        return null;
    return typeof key.value === 'string' ? key.value : (key.source ?? String(key.value));
}
function isEmpty(node) {
    return (0,dist/* isScalar */.jn)(node) && node.value === null && node.range?.[0] === node.range?.[1];
}

;// CONCATENATED MODULE: ./.cache/build/lib/definition/plain-value.js



/** How many values a file may stand for after its aliases are followed. A workflow of 10,000 steps has some 100,000. */
const maxValues = 250_000;
const maxDepth = 40;
/**
 * The plain data of a document: mappings become objects without a prototype, so that no key can reach one. Reports what
 * YAML allows and a workflow does not: duplicate keys, merge keys, `...`, keys that are no text, NUL, values that contain
 * themselves, and aliases that stand for more than 250,000 values (`stopped`: then the value is not whole).
 */
function plainValue(document, source) {
    const walk = { document, source, diagnostics: [], open: new Set(), values: 0, stopped: false };
    const value = convert(walk, document.contents, 0);
    return { value, stopped: walk.stopped, diagnostics: walk.diagnostics };
}
function convert(walk, node, depth) {
    walk.values += 1;
    if (walk.stopped)
        return null;
    if (walk.values > maxValues || depth > maxDepth)
        return stop(walk, node);
    if ((0,dist/* isAlias */.Vj)(node))
        return followAlias(walk, node, depth);
    if ((0,dist/* isMap */.jh)(node))
        return convertMap(walk, node.items, depth);
    if ((0,dist/* isSeq */.oP)(node))
        return node.items.map((item) => convert(walk, item, depth + 1));
    if (!(0,dist/* isScalar */.jn)(node))
        return null;
    if (typeof node.value === 'string' && node.value.includes('\0'))
        plain_value_report(walk, node, nulFinding);
    return node.value;
}
const nulFinding = {
    code: 'nul-character',
    message: 'the text contains a NUL character',
    help: 'remove it: no command, path or name can hold one',
};
function followAlias(walk, node, depth) {
    const target = (0,dist/* isAlias */.Vj)(node) ? node.resolve(walk.document) : undefined;
    if (target === undefined || walk.open.has(target)) {
        plain_value_report(walk, node, {
            code: target === undefined ? 'unknown-anchor' : 'circular-alias',
            message: `the alias ${(0,suggest/* quoted */.TL)(`*${node.source}`)} ${target === undefined ? 'has no anchor before it' : 'stands inside the value that it names'}`,
            help: 'write the value out instead',
        });
        return null;
    }
    walk.open.add(target);
    const value = convert(walk, target, depth + 1);
    walk.open.delete(target);
    return value;
}
function convertMap(walk, items, depth) {
    const result = Object.create(null);
    const seen = new Set();
    for (const item of items) {
        if (!(0,dist/* isPair */.tO)(item))
            continue;
        const key = keyText(item.key);
        const finding = key === null ? notTextFinding : keyFinding(key, seen.has(key));
        if (finding !== null)
            plain_value_report(walk, item.key, finding);
        if (key === null || finding !== null)
            continue;
        seen.add(key);
        result[key] = convert(walk, item.value, depth + 1);
    }
    return result;
}
const notTextFinding = {
    code: 'key-not-text',
    message: 'a key must be text',
    help: 'text that begins with `{` or `[` or `&` needs quotes',
};
function keyFinding(key, seenBefore) {
    if (key === '...') {
        return {
            code: 'left-out-lines',
            message: '`...` stands for lines that were left out of an example',
            help: 'write those lines out (an agent step needs `agent:` and `task:`), or remove the `...`',
        };
    }
    if (key === '<<') {
        return { code: 'merge-key', message: 'merge keys (`<<`) are not supported', help: 'write the keys out instead' };
    }
    if (key === '__proto__') {
        return { code: 'unknown-key', message: 'the key `__proto__` is not allowed anywhere', help: 'remove it' };
    }
    if (key.includes('\0'))
        return nulFinding;
    if (!seenBefore)
        return null;
    return {
        code: 'duplicate-key',
        message: `the key ${(0,suggest/* quoted */.TL)(key)} stands here twice`,
        help: 'keep one of them: only one could count',
    };
}
function stop(walk, node) {
    walk.stopped = true;
    plain_value_report(walk, node, {
        code: 'too-large',
        message: 'the file stands for too much once its aliases are followed, or is nested too deeply',
        help: `at most ${maxValues} values, ${maxDepth} levels deep; write values out instead of repeating aliases`,
    });
    return null;
}
function plain_value_report(walk, node, finding) {
    walk.diagnostics.push(walk.source.diagnostic(plain_value_spanOf(node), finding));
}
function plain_value_spanOf(node) {
    const range = node?.range;
    return range ? { start: range[0], end: range[1] } : { start: 0, end: 1 };
}

;// CONCATENATED MODULE: ./.cache/build/lib/definition/read-yaml.js



/** Above this a file is not parsed: real workflows are some 100 times smaller. */
const maxLength = 1024 * 1024;
/** Nesting of a workflow is below 10; the composer of `yaml` calls itself once a level. */
const read_yaml_maxDepth = 40;
/** Open collections of the parser: one per level, and the document with its scalar. */
const maxOpenTokens = read_yaml_maxDepth + 2;
/** Indents, keys, colons, values and line ends each count. A workflow of 10,000 steps has some 400,000. */
const maxLexemes = 500_000;
const maxSyntaxErrors = 20;
/** Reads YAML 1.2 (core schema, no tags, one document). Never throws, whatever the text is. */
function readYaml(source) {
    if (source.text.length > maxLength)
        return failed(source, 0, tooLong);
    const parsed = tokensOf(source.text);
    if ('finding' in parsed)
        return failed(source, parsed.refusedAt, parsed.finding);
    const documents = [
        ...new dist/* Composer */.Dk({ prettyErrors: false, uniqueKeys: false, stringKeys: true, logLevel: 'silent' }).compose(parsed.tokens),
    ];
    const [document, second] = documents;
    if (document?.contents === undefined || document.contents === null) {
        const hasErrors = document !== undefined && document.errors.length > 0;
        return hasErrors ? syntaxFailed(source, document) : failed(source, 0, empty);
    }
    if (second !== undefined)
        return failed(source, second.range[0], severalDocuments);
    const syntax = syntaxDiagnostics(source, document);
    // What the parser makes of broken YAML is a guess; findings about the guess would mislead.
    if (syntax.some((diagnostic) => diagnostic.code === 'yaml-syntax'))
        return { content: null, diagnostics: syntax };
    const plain = plainValue(document, source);
    if (plain.stopped)
        return { content: null, diagnostics: plain.diagnostics };
    return {
        content: { value: plain.value, tree: new YamlTree(document, source.text) },
        diagnostics: [...syntax, ...plain.diagnostics],
    };
}
const tooLong = {
    code: 'too-large',
    message: 'the file is larger than 1 MiB',
    help: 'split the workflow: a step may be another workflow (`workflow: NAME`)',
};
const tooDeep = {
    code: 'too-large',
    message: `the file is nested more than ${read_yaml_maxDepth} levels deep`,
    help: 'a workflow needs no more than a handful of levels',
};
const tooMany = {
    code: 'too-large',
    message: 'the file has too many keys and values',
    help: 'split the workflow: a step may be another workflow (`workflow: NAME`)',
};
const empty = {
    code: 'empty-file',
    message: 'the file holds no workflow',
    help: 'begin with `workflow: NAME`, `type: sequential` and `steps:`',
};
const severalDocuments = {
    code: 'several-documents',
    message: 'a second YAML document begins here',
    help: 'one file holds one workflow: remove the `---`, or move the rest to its own file',
};
function failed(source, offset, finding) {
    return { content: null, diagnostics: [source.diagnostic({ start: offset, end: offset + 1 }, finding)] };
}
function syntaxFailed(source, document) {
    return { content: null, diagnostics: syntaxDiagnostics(source, document) };
}
/** The tokens of the text, or where it becomes too much: seen before anything is built that recurses or takes long. */
function tokensOf(text) {
    const parser = new dist/* Parser */.iX();
    const tokens = [];
    let lexemes = 0;
    for (const lexeme of new dist/* Lexer */.JG().lex(text)) {
        lexemes += 1;
        if (lexemes > maxLexemes)
            return { refusedAt: parser.offset, finding: tooMany };
        for (const token of parser.next(lexeme))
            tokens.push(token);
        if (parser.stack.length > maxOpenTokens)
            return { refusedAt: parser.offset - lexeme.length, finding: tooDeep };
    }
    for (const token of parser.end())
        tokens.push(token);
    return { tokens };
}
function syntaxDiagnostics(source, document) {
    const errors = document.errors
        .filter((error) => !isEllipsis(source, error))
        // A second error at the same place is a consequence of the first.
        .filter((error, index, all) => all[index - 1]?.pos[0] !== error.pos[0])
        .slice(0, maxSyntaxErrors);
    const tags = document.warnings.map((warning) => source.diagnostic({ start: warning.pos[0], end: warning.pos[1] }, { code: 'yaml-tag', message: 'YAML tags are not supported', help: 'remove the `!…` before the value' }));
    return [
        ...errors.map((error) => source.diagnostic({ start: error.pos[0], end: error.pos[1] }, {
            code: 'yaml-syntax',
            message: syntaxMessage(error),
            help: syntaxHelps[error.code] ?? 'see https://yaml.org/spec/1.2.2/, or put quotes around the text',
        })),
        ...tags,
    ];
}
/** `...` inside a mapping is reported once and better, as `left-out-lines`. */
function isEllipsis(source, error) {
    return error.code === 'MISSING_CHAR' && source.text.slice(error.pos[0], error.pos[1]) === '...';
}
function syntaxMessage(error) {
    const message = error.code === 'NON_STRING_KEY' ? 'a key must be text' : (error.message.split('\n')[0] ?? '');
    return `not valid YAML: ${message.charAt(0).toLowerCase()}${message.slice(1)}`;
}
const colonHelp = 'text with a colon and a space in it needs quotes; check the indentation of this line and the one before';
const syntaxHelps = {
    TAB_AS_INDENT: 'indent with spaces',
    BLOCK_AS_IMPLICIT_KEY: colonHelp,
    MULTILINE_IMPLICIT_KEY: colonHelp,
    BAD_INDENT: 'keys of one mapping and items of one list begin in the same column',
    BAD_SCALAR_START: 'put quotes around the text',
    MISSING_CHAR: 'close the quote or bracket, or put a colon and a space after the key',
    NON_STRING_KEY: 'a key is plain text; text that begins with `{` or `[` needs quotes',
};

;// CONCATENATED MODULE: ./.cache/build/lib/definition/rules/names.js


/** The name of the workflow is the name of its file, so that `run NAME`, state folders and prerequisites find it. */
function nameEqualsFileName(workflow) {
    const name = workflow.keys.workflow;
    const base = workflow.source.file.replace(/^.*[/\\]/, '').replace(/\.ya?ml$/, '');
    if (name === undefined || name === base)
        return [];
    const finding = {
        code: 'name-not-file-name',
        message: `the workflow is called ${(0,suggest/* quoted */.TL)(name)} and its file ${(0,suggest/* quoted */.TL)(base)}`,
        help: `write \`workflow: ${base}\`, or rename the file to \`${name}.yaml\``,
    };
    return [atValue(workflow, ['workflow'], finding)];
}
/** A workflow that runs itself would never end. Longer circles are found by the planner, which sees all files. */
function doesNotCallItself(workflow) {
    const name = workflow.keys.workflow;
    const steps = workflow.phases.flatMap((phase) => phase.steps);
    return steps
        .filter((step) => name !== undefined && step.keys.workflow === name)
        .map((step) => atValue(workflow, [...step.path, 'workflow'], {
        code: 'workflow-cycle',
        message: `the workflow ${(0,suggest/* quoted */.TL)(name ?? '')} runs itself`,
        help: 'name another workflow, or remove the step',
    }));
}
/** Prerequisites have one of three forms. */
function prerequisitesAreKnown(workflow) {
    return (workflow.keys.prerequisites ?? []).flatMap((text, index) => {
        if (text === 'clean-tree' || text === 'flake-check-passing')
            return [];
        const other = /^([A-Za-z0-9][A-Za-z0-9._-]*)-complete$/.exec(text)?.[1];
        if (other !== undefined && other !== workflow.keys.workflow)
            return [];
        return [
            atValue(workflow, ['prerequisites', index], {
                code: 'unknown-prerequisite',
                message: other === undefined
                    ? `unknown prerequisite ${(0,suggest/* quoted */.TL)(text)}`
                    : 'a workflow cannot have itself as a prerequisite',
                help: 'allowed: `WORKFLOW-complete` (another workflow), `flake-check-passing`, `clean-tree`',
            }),
        ];
    });
}

;// CONCATENATED MODULE: ./.cache/build/lib/definition/rules/shape.js

/** `hybrid` has `phases:`, the other types have `steps:`. */
function stepsOrPhases(workflow) {
    const { type, steps, phases } = workflow.keys;
    if (type === undefined)
        return [];
    const [wanted, other] = type === 'hybrid' ? ['phases', 'steps'] : ['steps', 'phases'];
    const diagnostics = [];
    if ((wanted === 'steps' ? phases : steps) !== undefined) {
        const help = type === 'hybrid' ? 'put the steps into phases' : 'write `type: hybrid`, or put the steps below `steps:`';
        diagnostics.push(atKey(workflow, [other], {
            code: 'steps-or-phases',
            message: `a ${type} workflow has \`${wanted}:\`, not \`${other}:\``,
            help,
        }));
    }
    else if (workflow.tree.isAbsent([wanted])) {
        const help = `add \`${wanted}:\` with at least one ${wanted === 'steps' ? 'step' : 'phase'}`;
        diagnostics.push(atValue(workflow, ['type'], { code: 'missing-key', message: `the key \`${wanted}\` is missing`, help }));
    }
    return diagnostics;
}
/** `max_concurrent` and `sync_point` say how steps run beside each other, which only parallel ones do. */
function parallelKeysOnlyThere(workflow) {
    const { type } = workflow.keys;
    const diagnostics = [];
    const report = (path, help) => {
        const message = `\`${String(path.at(-1))}\` only means something where steps run in parallel`;
        diagnostics.push(atKey(workflow, path, { code: 'only-parallel', message, help }));
    };
    if (workflow.keys.max_concurrent !== undefined && type !== undefined && type !== 'parallel') {
        report(['max_concurrent'], type === 'hybrid' ? 'move it to the parallel phase' : 'remove it, or write `type: parallel`');
    }
    if (workflow.keys.sync_point !== undefined && type === 'sequential')
        report(['sync_point'], 'remove it, or write `type: parallel`');
    for (const phase of workflow.phases) {
        if (phase.implicit || phase.keys.type !== 'sequential' || phase.keys.max_concurrent === undefined)
            continue;
        report([...phase.path, 'max_concurrent'], 'remove it, or write `type: parallel`');
    }
    return diagnostics;
}
/** A retry never waits longer than the longest delay from its first one on. */
function delaysFit(workflow) {
    return workflow.phases
        .flatMap((phase) => phase.steps)
        .flatMap((step) => {
        const retry = step.keys.on_failure;
        if (retry?.max_delay_seconds === undefined || retry.max_delay_seconds >= (retry.delay_seconds ?? 2))
            return [];
        return [
            atValue(workflow, [...step.path, 'on_failure', 'max_delay_seconds'], {
                code: 'out-of-range',
                message: `the longest delay (${retry.max_delay_seconds} s) is shorter than the first (${retry.delay_seconds ?? 2} s)`,
                help: 'make `max_delay_seconds` at least `delay_seconds`',
            }),
        ];
    });
}

;// CONCATENATED MODULE: ./.cache/build/lib/definition/rules/unique.js



/** Phases and steps share one set of names, because conditions mention both by bare name. */
function namesAreUnique(workflow) {
    const first = new Map();
    const diagnostics = [];
    for (const named of unique_namesOf(workflow)) {
        const earlier = first.get(named.name);
        if (reservedIds.includes(named.name)) {
            diagnostics.push(atValue(workflow, named.path, {
                code: 'reserved-name',
                message: `${(0,suggest/* quoted */.TL)(named.name)} means all ${named.name} in a condition`,
                help: 'choose another name',
            }));
        }
        else if (earlier === undefined) {
            first.set(named.name, named);
        }
        else {
            diagnostics.push(atValue(workflow, named.path, {
                code: 'duplicate-name',
                message: `the ${earlier.what} at ${lineOf(workflow, earlier.path)} is called ${(0,suggest/* quoted */.TL)(named.name)} already`,
                help: 'names of steps and phases are unique in a workflow: choose another one',
            }));
        }
    }
    return diagnostics;
}
function* unique_namesOf(workflow) {
    for (const phase of workflow.phases) {
        if (!phase.implicit && phase.keys.name !== undefined)
            yield { name: phase.keys.name, path: [...phase.path, 'name'], what: 'phase' };
    }
    for (const phase of workflow.phases) {
        for (const step of phase.steps)
            if (step.idIsExplicit)
                yield { name: step.id, path: [...step.path, 'id'], what: 'step' };
    }
}

// EXTERNAL MODULE: ./node_modules/semver/index.js
var semver = __webpack_require__(62088);
;// CONCATENATED MODULE: ./.cache/build/lib/definition/rules/versions.js



const semverHelp = 'a version has three numbers, for example `1.2.0`';
/** `version` and the versions of the changelog are semantic versions (semver.org 2.0.0), written without `v`. */
function versionsAreSemantic(workflow) {
    const { version } = workflow.keys;
    const entries = changelogOf(workflow);
    return [
        ...(version === undefined || isVersion(version)
            ? []
            : [
                atValue(workflow, ['version'], {
                    code: 'bad-version',
                    message: `${(0,suggest/* quoted */.TL)(version)} is no version`,
                    help: semverHelp,
                }),
            ]),
        ...entries
            .filter((entry) => !isVersion(entry.version))
            .map((entry) => atKey(workflow, entry.path, {
            code: 'bad-version',
            message: `${(0,suggest/* quoted */.TL)(entry.version)} is no version`,
            help: semverHelp,
        })),
    ];
}
/** The newest entry of the changelog is the first, and tells of the current version. */
function changelogIsCurrent(workflow) {
    const entries = changelogOf(workflow).filter((entry) => isVersion(entry.version));
    const version = workflow.keys.version ?? '1.0.0';
    const [newest] = entries;
    const diagnostics = entries.flatMap((entry, index) => {
        const before = entries[index - 1];
        if (before === undefined || (0,semver.gt)(before.version, entry.version))
            return [];
        const help = 'the newest version stands first, and each only once';
        return [
            atKey(workflow, entry.path, {
                severity: 'warning',
                code: 'changelog-order',
                message: `${entry.version} stands behind ${before.version}`,
                help,
            }),
        ];
    });
    if (newest === undefined || newest.version === version || !isVersion(version))
        return diagnostics;
    const finding = {
        severity: 'warning',
        code: 'changelog-outdated',
        message: `the newest entry is ${newest.version}, the version is ${version}`,
        help: `add \`- ${version}: what changed\` as the first entry`,
    };
    return [...diagnostics, atKey(workflow, newest.path, finding)];
}
function isVersion(text) {
    return text.length <= 256 && (0,semver.valid)(text) === text;
}
function changelogOf(workflow) {
    return (workflow.keys.changelog ?? []).flatMap((entry, index) => Object.keys(entry).map((version) => ({ version, path: ['changelog', index, version] })));
}

;// CONCATENATED MODULE: ./.cache/build/lib/definition/glob-overlap.js
/**
 * Whether two globs may name the same file. Conservative: it answers no only when that is certain. Compared segment by
 * segment: literal segments must be equal; a segment with a wildcard may equal another whose literal beginning and end fit;
 * `**` may be any number of segments. A literal path also covers what is below it, as a folder in `writes` does.
 */
function globsMayOverlap(a, b) {
    const left = segments(a);
    const right = segments(b);
    const length = Math.min(left.length, right.length);
    for (let index = 0; index < length; index += 1) {
        const one = left[index] ?? '';
        const other = right[index] ?? '';
        if (one === '**' || other === '**')
            return tailsMayFit(left, right);
        if (!segmentsMayFit(one, other))
            return false;
    }
    return true;
}
function segments(glob) {
    const parts = glob.split('/').filter((part) => part !== '' && part !== '.');
    // Braces and groups may hold a `/` themselves: from there on anything is possible.
    const group = parts.findIndex((part) => /[{(]/.test(part));
    return group === -1 ? parts : [...parts.slice(0, group), '**'];
}
/** Behind a `**` only the last segments can tell two globs apart: `modules/**` + `/*.nix` and `modules/**` + `/*.md`. */
function tailsMayFit(left, right) {
    const one = left.at(-1) ?? '';
    const other = right.at(-1) ?? '';
    if (one === '**' || other === '**')
        return true;
    // A last segment without a wildcard may be a folder that covers everything below it.
    if (!hasWildcard(one) || !hasWildcard(other))
        return !isFileName(one) || !isFileName(other) || segmentsMayFit(one, other);
    return segmentsMayFit(one, other);
}
/** A name with an extension is taken for a file, not a folder. */
function isFileName(segment) {
    return /\.[A-Za-z0-9*]+$/.test(segment);
}
function segmentsMayFit(one, other) {
    const wildOne = hasWildcard(one);
    const wildOther = hasWildcard(other);
    if (!wildOne && !wildOther)
        return one === other;
    const startOne = /^[^*?[\]!+@|]*/.exec(one)?.[0] ?? '';
    const startOther = /^[^*?[\]!+@|]*/.exec(other)?.[0] ?? '';
    const endOne = /[^*?[\]!+@|]*$/.exec(one)?.[0] ?? '';
    const endOther = /[^*?[\]!+@|]*$/.exec(other)?.[0] ?? '';
    const startsFit = startOne.startsWith(startOther) || startOther.startsWith(startOne);
    return startsFit && (endOne.endsWith(endOther) || endOther.endsWith(endOne));
}
function hasWildcard(segment) {
    return /[*?[\]!+@|]/.test(segment);
}

;// CONCATENATED MODULE: ./.cache/build/lib/definition/rules/writes.js



/** Parallel steps that both declare `writes` must not be able to write the same file (their merge would depend on luck). */
function parallelWritesDoNotOverlap(workflow) {
    return workflow.phases
        .filter((phase) => phase.keys.type === 'parallel')
        .flatMap((phase) => overlapsIn(workflow, phase));
}
function overlapsIn(workflow, phase) {
    const declaring = phase.steps.filter((step) => step.keys.writes !== undefined).slice(0, 500);
    return declaring.flatMap((step, index) => {
        const found = firstOverlap(step, declaring.slice(0, index));
        if (found === null)
            return [];
        const finding = {
            code: 'writes-overlap',
            message: `${(0,suggest/* quoted */.TL)(found.glob)} may name the same files as ${(0,suggest/* quoted */.TL)(found.otherGlob)} of step ${(0,suggest/* quoted */.TL)(found.other.id)} (${lineOf(workflow, [...found.other.path, 'writes'])})`,
            help: 'steps that run at the same time need separate files: narrow one of them, or put the steps into a sequential phase',
        };
        return [atValue(workflow, [...step.path, 'writes', found.index], finding)];
    });
}
function firstOverlap(step, others) {
    for (const other of others) {
        for (const [index, glob] of (step.keys.writes ?? []).entries()) {
            const otherGlob = (other.keys.writes ?? []).find((candidate) => globsMayOverlap(glob, candidate));
            if (otherGlob !== undefined)
                return { other, glob, otherGlob, index };
        }
    }
    return null;
}
/** Paths and globs stay inside the repository and out of `.git`. */
function pathsStayInside(workflow) {
    const steps = workflow.phases.flatMap((phase) => phase.steps);
    return steps.flatMap((step) => {
        const { writes = [], targets, input } = step.keys;
        const listed = (key, paths) => paths.map((path, index) => ({ path, at: [...step.path, key, index] }));
        const all = [
            ...listed('writes', writes),
            ...(typeof targets === 'object' ? listed('targets', targets) : []),
            ...(input === undefined ? [] : [{ path: input, at: [...step.path, 'input'] }]),
        ];
        return all
            .filter(({ path }) => leavesRepository(path))
            .map(({ path, at }) => atValue(workflow, at, {
            code: 'path-outside',
            message: `${(0,suggest/* quoted */.TL)(path)} is not a path inside the repository`,
            help: 'write it relative to the root of the repository, without `..`, `.git` and backslashes',
        }));
    });
}
function leavesRepository(path) {
    if (path.startsWith('/') || path.startsWith('~') || path.startsWith('!') || /[\\\p{Cc}]/u.test(path))
        return true;
    return path.split('/').some((part) => part === '..' || part.toLowerCase() === '.git');
}
/** A step that may write nothing outside `writes` and a skill without targets are fine; an empty scope of hosts is a slip. */
function hostsAreNamedOnce(workflow) {
    const steps = workflow.phases.flatMap((phase) => phase.steps);
    return steps.flatMap((step) => {
        const { expect } = step.keys;
        if (typeof expect !== 'object')
            return [];
        return expect.flatMap((host, index) => expect.indexOf(host) === index
            ? []
            : [
                atKey(workflow, [...step.path, 'expect', index], {
                    severity: 'warning',
                    code: 'duplicate-host',
                    message: `the host ${(0,suggest/* quoted */.TL)(host)} is listed twice`,
                    help: 'remove one',
                }),
            ]);
    });
}

;// CONCATENATED MODULE: ./.cache/build/lib/definition/rules/rules.js





/** Everything that is checked beyond the schema. The order does not matter: diagnostics are sorted by place. */
const rules = [
    nameEqualsFileName,
    doesNotCallItself,
    prerequisitesAreKnown,
    versionsAreSemantic,
    changelogIsCurrent,
    stepsOrPhases,
    parallelKeysOnlyThere,
    delaysFit,
    namesAreUnique,
    parallelWritesDoNotOverlap,
    pathsStayInside,
    hostsAreNamedOnce,
];

;// CONCATENATED MODULE: ./.cache/build/lib/definition/source-text.js
/** A file's text with its line starts: turns offsets into the positions of diagnostics. */
class SourceText {
    file;
    text;
    #lineStarts;
    /** `file` as the user would type it; `text` without a byte order mark. */
    constructor(file, text) {
        this.file = file;
        this.text = text;
        const starts = [0];
        for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1))
            starts.push(at + 1);
        this.#lineStarts = starts;
    }
    /** Offset at which the line (counted from 1) begins. */
    lineStart(line) {
        return this.#lineStarts[line - 1] ?? this.text.length;
    }
    /** A diagnostic at `span`. The caret never leaves the first line of the span, nor the text. */
    diagnostic(span, finding) {
        const start = Math.max(0, Math.min(span.start, this.text.length));
        const line = this.#lineOf(start);
        const lineStart = this.lineStart(line);
        const sourceLine = this.#lineText(line);
        const offsetInLine = Math.min(start - lineStart, sourceLine.length);
        const length = Math.max(1, Math.min(span.end - start, sourceLine.length - offsetInLine));
        return {
            severity: finding.severity ?? 'error',
            code: finding.code,
            message: finding.message,
            location: { file: this.file, line, column: offsetInLine + 1, length },
            sourceLine,
            help: finding.help,
        };
    }
    #lineOf(offset) {
        let low = 0;
        let high = this.#lineStarts.length - 1;
        while (low < high) {
            const middle = (low + high + 1) >> 1;
            if ((this.#lineStarts[middle] ?? 0) <= offset)
                low = middle;
            else
                high = middle - 1;
        }
        return low + 1;
    }
    #lineText(line) {
        const next = this.#lineStarts[line];
        const text = this.text.slice(this.lineStart(line), next === undefined ? undefined : next - 1);
        return text.endsWith('\r') ? text.slice(0, -1) : text;
    }
}

;// CONCATENATED MODULE: ./.cache/build/lib/definition/parse-workflow.js







/** More than that nobody reads, and a hostile file cannot make a report of any size. */
const maxDiagnostics = 100;
/**
 * Reads a workflow file. `text` is the file's content (at most 1 MiB), `file` its path as diagnostics shall name it; its base
 * name must be the name of the workflow. All problems are reported together, sorted, each with its place and a way out.
 * `workflow` is null exactly when there is an error among them. Never throws for what the text says.
 */
function parseWorkflow(text, file) {
    const source = new SourceText(file, text.startsWith('\uFEFF') ? text.slice(1) : text);
    const { content, diagnostics: found } = readYaml(source);
    if (content === null || typeof content.value !== 'object' || content.value === null || Array.isArray(content.value)) {
        const diagnostics = content === null || found.length > 0 ? found : [notAMapping(source, content)];
        return { workflow: null, diagnostics: (0,diagnostic/* sortDiagnostics */.D)(diagnostics).slice(0, maxDiagnostics) };
    }
    const schema = checkWorkflow(content.value, { source, tree: content.tree });
    const conditions = checkConditions(schema.workflow);
    const checked = { ...schema.workflow, conditions: conditions.conditions };
    const all = [...found, ...schema.diagnostics, ...conditions.diagnostics, ...rules.flatMap((rule) => rule(checked))];
    const diagnostics = (0,diagnostic/* sortDiagnostics */.D)(withoutConsequences(all)).slice(0, maxDiagnostics);
    const failed = all.some((diagnostic) => diagnostic.severity === 'error');
    return { workflow: failed ? null : buildWorkflow(checked), diagnostics };
}
function notAMapping(source, content) {
    return source.diagnostic(content.tree.valueSpan([]), {
        code: 'wrong-type',
        message: `a workflow is a mapping, this is ${Array.isArray(content.value) ? 'a list' : 'a single value'}`,
        help: 'begin with `workflow: NAME`, `type: sequential` and `steps:`',
    });
}
/** Where lines were left out (`...`) or an alias leads nowhere, what is missing is a consequence that needs no second message. */
function withoutConsequences(diagnostics) {
    const leavesGaps = diagnostics.some(({ code }) => code === 'left-out-lines' || code === 'merge-key');
    const aliases = new Set(diagnostics.filter(({ code }) => code.endsWith('-alias') || code === 'unknown-anchor').map(placeOf));
    return diagnostics.filter((diagnostic) => {
        if (leavesGaps && (diagnostic.code === 'missing-kind' || diagnostic.code === 'missing-key'))
            return false;
        return diagnostic.code !== 'wrong-type' || !aliases.has(placeOf(diagnostic));
    });
}
function placeOf({ location }) {
    return `${location.line ?? 0}:${location.column ?? 0}`;
}


/***/ }),

/***/ 92387:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   TL: () => (/* binding */ quoted),
/* harmony export */   au: () => (/* binding */ didYouMean),
/* harmony export */   pA: () => (/* binding */ nearest)
/* harmony export */ });
/* harmony import */ var fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21916);

/**
 * The candidate that was most likely meant by `given`, or null when none is near. Near is at most 40 % of the length in
 * edits (a swap is two), and less than all of it; letter case and `-`/`_` are set aside; long input is never compared, so hostile text costs nothing.
 */
function nearest(given, candidates) {
    if (given.length > 80)
        return null;
    const wanted = normalise(given);
    let best = null;
    let bestDistance = Math.min(Math.max(2, Math.floor(wanted.length * 0.4) + 1), wanted.length);
    for (const candidate of candidates) {
        const edits = (0,fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__/* .distance */ .Io)(wanted, normalise(candidate));
        if (edits < bestDistance) {
            best = candidate;
            bestDistance = edits;
        }
    }
    return best;
}
/** `did you mean \`x\`?`, or the list of what is allowed (at most 30 of it). */
function didYouMean(given, candidates) {
    const near = nearest(given, candidates);
    if (near !== null)
        return `did you mean \`${near}\`?`;
    if (candidates.length === 0)
        return 'nothing is allowed here';
    const shown = candidates.slice(0, 30).map((candidate) => `\`${candidate}\``);
    return `allowed: ${shown.join(', ')}${candidates.length > 30 ? ', …' : ''}`;
}
/** Text of a user as part of a message: one line, control characters escaped, at most 60 characters. */
function quoted(text) {
    const shown = text.length > 60 ? `${text.slice(0, 59)}…` : text;
    return `\`${shown.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, escapeCharacter)}\``;
}
function escapeCharacter(character) {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
function normalise(text) {
    return text.toLowerCase().replaceAll('_', '-');
}


/***/ }),

/***/ 61998:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ readFileBounded)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var _base_result_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(45256);
/* harmony import */ var _trouble_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(24232);



/**
 * Reads a regular file of at most `limitBytes`. A symbolic link, a folder, a pipe or a device is trouble, not content; it never
 * waits for a writer. Links in the folders on the way are followed.
 */
function readFileBounded(path, limitBytes) {
    let fd;
    try {
        fd = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(path, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDONLY | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NOFOLLOW | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NONBLOCK);
        const status = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fstatSync)(fd);
        if (!status.isFile())
            return (0,_base_result_js__WEBPACK_IMPORTED_MODULE_1__/* .err */ ._)({ reason: 'wrong-kind', path, code: 'EINVAL' });
        const tooLarge = (0,_base_result_js__WEBPACK_IMPORTED_MODULE_1__/* .err */ ._)({ reason: 'too-large', path, code: 'EFBIG' });
        if (status.size > limitBytes)
            return tooLarge;
        // One byte more than allowed: the size may be wrong (files of /proc) or grow while we read.
        const bytes = readUpTo(fd, limitBytes + 1, status.size);
        return bytes.length > limitBytes ? tooLarge : (0,_base_result_js__WEBPACK_IMPORTED_MODULE_1__.ok)(bytes);
    }
    catch (error) {
        return (0,_base_result_js__WEBPACK_IMPORTED_MODULE_1__/* .err */ ._)((0,_trouble_js__WEBPACK_IMPORTED_MODULE_2__/* .fileTrouble */ .A)(error, path));
    }
    finally {
        if (fd !== undefined)
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(fd);
    }
}
function readUpTo(fd, limit, expected) {
    const chunks = [];
    for (let total = 0; total < limit;) {
        const chunk = Buffer.allocUnsafe(Math.min(limit - total, Math.max(expected + 1 - total, 4096)));
        const read = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readSync)(fd, chunk, 0, chunk.length, null);
        if (read === 0)
            break;
        chunks.push(chunk.subarray(0, read));
        total += read;
    }
    return Buffer.concat(chunks);
}


/***/ }),

/***/ 24232:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ fileTrouble)
/* harmony export */ });
/** Turns an error of node:fs into facts. Throws anything that is not one: that is a bug. */
function fileTrouble(error, path) {
    const { code, syscall } = error;
    if (code === undefined || syscall === undefined)
        throw error;
    if (code === 'ENOENT')
        return { reason: 'missing', path, code };
    if (code === 'ELOOP')
        return { reason: 'symlink', path, code };
    if (code === 'EISDIR' || code === 'ENOTDIR' || code === 'ENXIO')
        return { reason: 'wrong-kind', path, code };
    return { reason: 'io', path, code };
}


/***/ }),

/***/ 50450:
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

/***/ 95653:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ runFiles),
/* harmony export */   g: () => (/* binding */ archiveRun)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);


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
