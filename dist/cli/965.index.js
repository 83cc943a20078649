export const id = 965;
export const ids = [965];
export const modules = {

/***/ 1965:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   compileOptions: () => (/* binding */ compileOptions)
/* harmony export */ });
/* harmony import */ var _base_result_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5256);
/* harmony import */ var _compile_generated_header_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9291);


/** What each flag takes, for the message about a wrong one. */
const EXPECTED = {
    '--action': 'OWNER/REPO@ and a commit of 40 hexadecimal digits, or ./ for the action of this repository',
    '--publish': 'pull-request or push',
    '--on-failure': 'keep or revert',
    '--cron': "five fields of numbers, for example '30 4 * * 1', or weekly",
    '--deadline-minutes': 'a whole number of minutes from 10 to 9999',
    '--agent-secrets': 'names of secrets separated by commas, or none',
    '--token-secret': 'the name of a secret, or none',
};
/** The flags of `compile` as options. `flags` is by name as the parser gives it: `onFailure` for `--on-failure`. */
function compileOptions(flags) {
    let options = {};
    for (const [name, given] of Object.entries(flags)) {
        const flag = `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
        const argument = typeof given === 'string' ? given : '';
        const option = (0,_compile_generated_header_js__WEBPACK_IMPORTED_MODULE_0__/* .optionOf */ .XD)(flag, argument);
        if (option === null) {
            const message = `${flag} does not take '${argument}'`;
            return (0,_base_result_js__WEBPACK_IMPORTED_MODULE_1__/* .err */ ._)({ code: 'invalid-flag', message, help: `Expected ${EXPECTED[flag] ?? 'no argument'}.`, exitCode: 2 });
        }
        options = { ...options, ...option };
    }
    return (0,_base_result_js__WEBPACK_IMPORTED_MODULE_1__.ok)(options);
}


/***/ }),

/***/ 8827:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Kx: () => (/* binding */ weeklyCron),
/* harmony export */   dS: () => (/* binding */ isCron),
/* harmony export */   eh: () => (/* binding */ isSecretName),
/* harmony export */   lp: () => (/* binding */ DEFAULT_OPTIONS),
/* harmony export */   ve: () => (/* binding */ isAction)
/* harmony export */ });
/* harmony import */ var _pins_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4822);

/** GitHub ends a job on its own runners after 6 hours; the rest is for saving. */
const DEFAULT_OPTIONS = {
    action: (0,_pins_js__WEBPACK_IMPORTED_MODULE_0__/* .pinned */ .dp)(_pins_js__WEBPACK_IMPORTED_MODULE_0__/* .PINS */ .$x.workflowRunner),
    publish: 'pull-request',
    onFailure: 'keep',
    schedule: { kind: 'weekly' },
    deadlineMinutes: 330,
    agentSecrets: ['ANTHROPIC_API_KEY'],
    tokenSecret: null,
};
const LOCAL_ACTION = /^\.\/(?:[A-Za-z0-9_-][A-Za-z0-9._-]*\/?)*$/;
const PINNED_ACTION = /^[A-Za-z0-9-]+\/[A-Za-z0-9._-]+(?:\/[A-Za-z0-9._-]+)*@[0-9a-f]{40}$/;
const SECRET = /^(?!GITHUB_)[A-Za-z_][A-Za-z0-9_]{0,127}$/i;
/** True for `./…` (an action of the repository itself) and `owner/repository@sha`; tags and branches can be moved. */
const isAction = (text) => LOCAL_ACTION.test(text) || PINNED_ACTION.test(text);
/** True for a name that a secret can have on GitHub. */
const isSecretName = (text) => SECRET.test(text);
/** Allowed numbers in the fields of a cron expression: minute, hour, day of the month, month, day of the week. */
const CRON_RANGES = [
    [0, 59],
    [0, 23],
    [1, 31],
    [1, 12],
    [0, 6],
];
/** True for five fields of numbers, lists, ranges and steps (POSIX cron, as GitHub takes it; names of days are not allowed here). */
function isCron(text) {
    const fields = text.split(' ');
    return fields.length === 5 && fields.every((field, index) => isCronField(field, CRON_RANGES[index] ?? [0, 0]));
}
function isCronField(field, [low, high]) {
    return field.split(',').every((part) => {
        const found = /^(?:\*|(\d{1,2})(?:-(\d{1,2}))?)(?:\/(\d{1,2}))?$/.exec(part);
        if (found === null)
            return false;
        const [first, last, every] = [found[1] ?? low, found[2] ?? found[1] ?? high, found[3] ?? 1].map(Number);
        if (first === undefined || last === undefined || every === undefined)
            return false;
        return first >= low && last <= high && first <= last && every >= 1;
    });
}
/**
 * Once a week, on Monday between 3 and 7 o'clock UTC; hour and minute differ by the name, so that workflows do not start
 * together, and never on the full hour, when GitHub is busiest.
 */
function weeklyCron(name) {
    let hash = 2166136261;
    for (const character of name)
        hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 16777619) >>> 0;
    return `${1 + (hash % 59)} ${3 + ((hash >>> 8) % 4)} * * 1`;
}


/***/ }),

/***/ 9291:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BH: () => (/* binding */ generatedHeader),
/* harmony export */   XD: () => (/* binding */ optionOf),
/* harmony export */   Zn: () => (/* binding */ readGeneratedHeader)
/* harmony export */ });
/* unused harmony export optionFlags */
/* harmony import */ var _base_result_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5256);
/* harmony import */ var _compile_options_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8827);


/** The first line of a compiled file names the command that makes it; so a file keeps its options when it is made again. */
const FIRST_LINE = /^# Generated by workflow-runner compile ([A-Za-z0-9][A-Za-z0-9._-]{0,127})((?: .*)?); do not edit\r?$/;
/** The options that differ from the defaults, as flags. */
function optionFlags(options) {
    const { action, publish, onFailure, schedule, deadlineMinutes, agentSecrets, tokenSecret } = options;
    const flags = [];
    if (action !== _compile_options_js__WEBPACK_IMPORTED_MODULE_0__/* .DEFAULT_OPTIONS */ .lp.action)
        flags.push(`--action ${action}`);
    if (publish !== _compile_options_js__WEBPACK_IMPORTED_MODULE_0__/* .DEFAULT_OPTIONS */ .lp.publish)
        flags.push(`--publish ${publish}`);
    if (onFailure !== _compile_options_js__WEBPACK_IMPORTED_MODULE_0__/* .DEFAULT_OPTIONS */ .lp.onFailure)
        flags.push(`--on-failure ${onFailure}`);
    if (schedule.kind === 'none')
        flags.push('--no-schedule');
    if (schedule.kind === 'cron')
        flags.push(`--cron '${schedule.cron}'`);
    if (deadlineMinutes !== _compile_options_js__WEBPACK_IMPORTED_MODULE_0__/* .DEFAULT_OPTIONS */ .lp.deadlineMinutes)
        flags.push(`--deadline-minutes ${deadlineMinutes}`);
    if (agentSecrets.join() !== _compile_options_js__WEBPACK_IMPORTED_MODULE_0__/* .DEFAULT_OPTIONS */ .lp.agentSecrets.join()) {
        flags.push(`--agent-secrets ${agentSecrets.length === 0 ? 'none' : agentSecrets.join(',')}`);
    }
    if (tokenSecret !== null)
        flags.push(`--token-secret ${tokenSecret}`);
    return flags;
}
/** The lines above a compiled workflow, without `#`. */
function generatedHeader(workflow, options, hasAgents) {
    const command = ['workflow-runner compile', workflow.name, ...optionFlags(options)].join(' ');
    const secrets = hasAgents ? options.agentSecrets : [];
    const token = options.tokenSecret === null ? [] : [`${options.tokenSecret} (a token that starts checks; optional)`];
    const needs = [...secrets.map((name) => `${name} (for agents)`), ...token];
    return [
        `Generated by ${command}; do not edit`,
        `Change .claude/workflows/${workflow.name}.yaml and run that command again; with --check it only says whether this file is current.`,
        `Secrets: ${needs.length === 0 ? 'none' : needs.join(', ')}.`,
        'Settings > Actions > General: "Allow GitHub Actions to create and approve pull requests".',
    ];
}
/** What a file says about its making: the options; `foreign` when `compile` did not make it for that workflow. */
function readGeneratedHeader(text, workflow) {
    const found = FIRST_LINE.exec(text.split('\n', 1)[0] ?? '');
    if (found?.[1] !== workflow)
        return (0,_base_result_js__WEBPACK_IMPORTED_MODULE_1__/* .err */ ._)('foreign');
    const words = found[2]?.match(/'[^']*'|[^\s']+/g) ?? [];
    let options = _compile_options_js__WEBPACK_IMPORTED_MODULE_0__/* .DEFAULT_OPTIONS */ .lp;
    for (let at = 0; at < words.length; at += 1) {
        const flag = words[at] ?? '';
        const argument = flag === '--no-schedule' ? '' : (words[(at += 1)] ?? '').replace(/^'|'$/g, '');
        const changed = optionOf(flag, argument);
        if (changed === null)
            return (0,_base_result_js__WEBPACK_IMPORTED_MODULE_1__/* .err */ ._)('foreign');
        options = { ...options, ...changed };
    }
    return (0,_base_result_js__WEBPACK_IMPORTED_MODULE_1__.ok)(options);
}
/** One flag with its argument as an option; null when it is none, or the argument does not fit. */
function optionOf(flag, argument) {
    switch (flag) {
        case '--action':
            return (0,_compile_options_js__WEBPACK_IMPORTED_MODULE_0__/* .isAction */ .ve)(argument) ? { action: argument } : null;
        case '--publish':
            return argument === 'pull-request' || argument === 'push' ? { publish: argument } : null;
        case '--on-failure':
            return argument === 'keep' || argument === 'revert' ? { onFailure: argument } : null;
        case '--no-schedule':
            return { schedule: { kind: 'none' } };
        case '--cron':
            if (argument === 'weekly')
                return { schedule: { kind: 'weekly' } };
            return (0,_compile_options_js__WEBPACK_IMPORTED_MODULE_0__/* .isCron */ .dS)(argument) ? { schedule: { kind: 'cron', cron: argument } } : null;
        case '--deadline-minutes':
            return /^[1-9]\d{1,3}$/.test(argument) ? { deadlineMinutes: Number(argument) } : null;
        case '--agent-secrets': {
            const names = argument === 'none' ? [] : argument.split(',');
            return names.every(_compile_options_js__WEBPACK_IMPORTED_MODULE_0__/* .isSecretName */ .eh) ? { agentSecrets: names } : null;
        }
        case '--token-secret':
            if (argument === 'none')
                return { tokenSecret: null };
            return (0,_compile_options_js__WEBPACK_IMPORTED_MODULE_0__/* .isSecretName */ .eh)(argument) ? { tokenSecret: argument } : null;
        default:
            return null;
    }
}


/***/ }),

/***/ 4822:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $x: () => (/* binding */ PINS),
/* harmony export */   V2: () => (/* binding */ pinnedVersion),
/* harmony export */   dp: () => (/* binding */ pinned)
/* harmony export */ });
/** Read from the tags of the repositories in November 2026; `.github/dependabot.yml` keeps our own workflows current. */
const PINS = {
    checkout: { name: 'actions/checkout', sha: '3d3c42e5aac5ba805825da76410c181273ba90b1', version: 'v7.0.1' },
    setupNode: { name: 'actions/setup-node', sha: '820762786026740c76f36085b0efc47a31fe5020', version: 'v7.0.0' },
    nixInstaller: {
        name: 'DeterminateSystems/nix-installer-action',
        sha: 'ef8a148080ab6020fd15196c2084a2eea5ff2d25',
        version: 'v22',
    },
    /** A release sets this to its own commit. */
    workflowRunner: {
        name: 'workflow-runner/workflow-runner',
        sha: '057c4a9ee589e6b25b3a2341d7b45ae91bf19c91',
        version: 'v0.1.0',
    },
};
/** `owner/repository@sha`, the value of `uses:`. */
const pinned = ({ name, sha }) => `${name}@${sha}`;
/** The version comment for a value of `uses:`; null when it is none of `PINS`. */
function pinnedVersion(uses) {
    return Object.values(PINS).find((pin) => pinned(pin) === uses)?.version ?? null;
}


/***/ })

};
