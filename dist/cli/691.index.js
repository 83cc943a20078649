export const id = 691;
export const ids = [691];
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

/***/ 2691:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   skillCommand: () => (/* binding */ skillCommand)
/* harmony export */ });
/* harmony import */ var _base_closest_name_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4876);
/* harmony import */ var _nix_nix_program_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9917);
/* harmony import */ var _process_environment_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7500);
/* harmony import */ var _process_terminal_text_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(1385);
/* harmony import */ var _report_describe_failure_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(2742);
/* harmony import */ var _report_render_diagnostics_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(9913);
/* harmony import */ var _report_text_table_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(7374);
/* harmony import */ var _skills_registry_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3195);
/* harmony import */ var _console_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9451);
/* harmony import */ var _find_root_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1044);
/* harmony import */ var _world_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9974);











/** After this long a person is told that something is going on, ms. */
const QUIET_MS = 1000;
/** `skill NAME`: runs a built-in skill in the checkout itself, without a run around it. Exit code 1 when it finds errors. */
async function skillCommand(request, world) {
    const { console } = world;
    if (request.name === null)
        return listSkills(world);
    const skill = _skills_registry_js__WEBPACK_IMPORTED_MODULE_3__/* .builtInSkills */ .I.get(request.name);
    if (skill === undefined) {
        const names = [..._skills_registry_js__WEBPACK_IMPORTED_MODULE_3__/* .builtInSkills */ .I.keys()];
        const near = (0,_base_closest_name_js__WEBPACK_IMPORTED_MODULE_0__/* .closestName */ .N)(request.name, names);
        const help = `${near === null ? '' : `Did you mean '${near}'? `}There are: ${names.join(', ')}`;
        return console.fail({ code: 'unknown-skill', message: `There is no skill '${request.name}'`, help }, _world_js__WEBPACK_IMPORTED_MODULE_6__/* .EXIT */ .d.invalid);
    }
    const options = parseOptions(request.options);
    if (typeof options === 'string') {
        const help = 'Expected --option key=value; the value is JSON (true, 3, ["a"]) or else text.';
        return console.fail({ code: 'invalid-option', message: `'${options}' is not an option of a skill`, help }, _world_js__WEBPACK_IMPORTED_MODULE_6__/* .EXIT */ .d.invalid);
    }
    const root = (0,_find_root_js__WEBPACK_IMPORTED_MODULE_5__/* .findRoot */ .w)(world);
    if (!root.ok)
        return console.fail(root.error, root.error.exitCode);
    const waiting = setTimeout(() => console.note(`${skill.name} is at work …`), QUIET_MS);
    const result = await skill.run(contextOf(request, { root: root.value, options }, world));
    clearTimeout(waiting);
    return result.ok ? tell(result.value, world) : tellFailure(skill, result.error, world);
}
function contextOf({ targets, input }, { root, options }, { env: source, runProcess, signal, console }) {
    const env = (0,_process_environment_js__WEBPACK_IMPORTED_MODULE_2__/* .childEnvironment */ .Qc)(source);
    const path = (0,_process_environment_js__WEBPACK_IMPORTED_MODULE_2__/* .findProgram */ .Kp)('nix', env['PATH'] ?? '');
    return {
        root,
        targets: parseTargets(targets),
        options,
        input,
        runProcess,
        env,
        nix: () => (0,_nix_nix_program_js__WEBPACK_IMPORTED_MODULE_1__/* .findNix */ .rv)({ runProcess, env, path }),
        signal,
        onOutput: (text) => console.detail((0,_process_terminal_text_js__WEBPACK_IMPORTED_MODULE_7__/* .safeTerminalText */ .D)(text).trimEnd()),
    };
}
function tell(report, { console }) {
    console.json(report);
    if (report.diagnostics.length > 0) {
        console.print(`${(0,_report_render_diagnostics_js__WEBPACK_IMPORTED_MODULE_8__/* .renderDiagnostics */ .D)(report.diagnostics, { paint: console.paint, clean: _console_js__WEBPACK_IMPORTED_MODULE_4__/* .clean */ .u })}\n`);
    }
    for (const file of report.changed)
        console.print(`changed ${(0,_console_js__WEBPACK_IMPORTED_MODULE_4__/* .clean */ .u)(file)}`);
    const count = (0,_report_render_diagnostics_js__WEBPACK_IMPORTED_MODULE_8__/* .countDiagnostics */ .i)(report.diagnostics);
    console.print(`${report.skill}: ${(0,_console_js__WEBPACK_IMPORTED_MODULE_4__/* .clean */ .u)(report.summary)}${count === '' ? '' : ` (${count})`}`);
    return _world_js__WEBPACK_IMPORTED_MODULE_6__/* .EXIT */ .d.completed;
}
function tellFailure({ name }, failure, { console }) {
    if (failure.reason === 'skill-failed') {
        const isCall = failure.diagnostics.some(({ code }) => code === 'skill-call');
        const message = isCall ? `skill ${name} was not called right` : `skill ${name} found errors`;
        const { diagnostics } = failure;
        return console.fail({ code: isCall ? 'invalid-usage' : failure.reason, message, diagnostics }, isCall ? _world_js__WEBPACK_IMPORTED_MODULE_6__/* .EXIT */ .d.invalid : _world_js__WEBPACK_IMPORTED_MODULE_6__/* .EXIT */ .d.failed);
    }
    const { title, details, help } = (0,_report_describe_failure_js__WEBPACK_IMPORTED_MODULE_9__/* .describeFailure */ .I)(failure);
    return console.fail({ code: failure.reason, message: title, help: [...details, help].join('\n') }, _world_js__WEBPACK_IMPORTED_MODULE_6__/* .EXIT */ .d.failed);
}
function listSkills({ console }) {
    const skills = [..._skills_registry_js__WEBPACK_IMPORTED_MODULE_3__/* .builtInSkills */ .I.values()].map(({ name, summary }) => ({ name, summary }));
    console.json({ skills });
    console.print((0,_report_text_table_js__WEBPACK_IMPORTED_MODULE_10__/* .textTable */ .e)(skills.map(({ name, summary }) => [name, summary])).join('\n'));
    console.print('\nRun one on this checkout: workflow-runner skill NAME [--targets all]');
    return _world_js__WEBPACK_IMPORTED_MODULE_6__/* .EXIT */ .d.completed;
}
function parseTargets(text) {
    if (text === null || text === 'all')
        return 'all';
    if (text === 'all-categories')
        return text;
    return text.split(',').map((path) => path.trim());
}
/** The options by name, or the text that is none. */
function parseOptions(texts) {
    const options = new Map();
    for (const text of texts) {
        const at = text.indexOf('=');
        if (at <= 0)
            return text;
        options.set(text.slice(0, at), parseValue(text.slice(at + 1)));
    }
    return Object.fromEntries(options);
}
function parseValue(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return text;
    }
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


/***/ })

};
