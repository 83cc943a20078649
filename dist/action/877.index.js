export const id = 877;
export const ids = [877,978];
export const modules = {

/***/ 38978:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openRest: () => (/* binding */ openRest),
  restProblem: () => (/* reexport */ restProblem)
});

// EXTERNAL MODULE: ./.cache/build/lib/base/result.js
var result = __webpack_require__(45256);
;// CONCATENATED MODULE: ./.cache/build/lib/github/api/rest-answer.js
/** GitHub asks to wait a minute where a secondary limit names no time (docs.github.com, best practices for the REST API). */
const SECONDARY_LIMIT_MS = 60_000;
/** The server has not seen the request. */
const NOT_SENT = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT'];
/** Judges an answer of 400 and more, or none. `nowMs`: the clock, milliseconds since 1970, for limits that name a moment. */
function failureOfAnswer(answer, nowMs) {
    const { status, code, message } = answer;
    if (status === null) {
        return { reason: 'unreachable', message, outcomeUnknown: code === null || !NOT_SENT.includes(code) };
    }
    const messages = messagesOf(answer);
    const said = messages.join('; ');
    if (status === 429 || (status === 403 && isRateLimit(answer, said))) {
        return { reason: 'rate-limited', message: said, retryAfterMs: askedWaitMs(answer, nowMs) };
    }
    if (status >= 500)
        return { reason: 'unreachable', message: `HTTP ${status} ${said}`.trim(), outcomeUnknown: true };
    if (status === 401)
        return { reason: 'unauthorized', message: said };
    if (status === 403)
        return { reason: 'forbidden', message: said };
    if (status === 404)
        return { reason: 'not-found', message: said };
    return { reason: 'invalid', status, messages };
}
/** How long to wait before another attempt; null: as backoff says. */
function rateLimitMs(failure) {
    return failure.reason === 'rate-limited' ? (failure.retryAfterMs ?? SECONDARY_LIMIT_MS) : null;
}
function isRateLimit({ headers }, said) {
    return (headers['retry-after'] !== undefined ||
        String(headers['x-ratelimit-remaining']) === '0' ||
        /secondary rate limit|rate limit exceeded|abuse detection/i.test(said));
}
function askedWaitMs({ headers }, nowMs) {
    const seconds = Number(headers['retry-after'] ?? Number.NaN);
    if (Number.isFinite(seconds))
        return Math.max(0, seconds) * 1000;
    const reset = Number(headers['x-ratelimit-reset'] ?? Number.NaN);
    if (String(headers['x-ratelimit-remaining']) !== '0' || !Number.isFinite(reset))
        return null;
    return Math.max(0, reset * 1000 - nowMs) + 1000;
}
/** GitHub's `message` and `errors`, whose elements are texts or objects with `message`, or `resource`, `field` and `code`. */
function messagesOf({ data, message }) {
    if (typeof data !== 'object' || data === null)
        return [message];
    const body = data;
    const errors = Array.isArray(body['errors']) ? body['errors'] : [body['errors']];
    const all = [body['message'], ...errors.map(errorText)].flatMap((text) => (typeof text === 'string' ? [text] : []));
    return all.length === 0 ? [message] : all.map((text) => text.slice(0, 1000));
}
function errorText(error) {
    if (typeof error === 'string')
        return error;
    if (typeof error !== 'object' || error === null)
        return null;
    const { message, resource, field, code } = error;
    if (typeof message === 'string')
        return message;
    const parts = [resource, field, code].filter((part) => typeof part === 'string');
    return parts.length === 0 ? null : parts.join(' ');
}

// EXTERNAL MODULE: ./.cache/build/lib/github/api/retry.js
var retry = __webpack_require__(87310);
;// CONCATENATED MODULE: ./.cache/build/lib/github/api/rest-failure.js
/**
 * A failure for a person. `doing` completes "GitHub did not let us …" and "We could not …", for example `open the pull request`.
 * GitHub's own words are in the message: clean it as any other text of strangers. `rights`: what the job needs for it.
 */
function restProblem(failure, doing, rights) {
    const { said, help } = wordsOf(failure, rights);
    const reason = said === '' ? '' : `: ${said.replace(/\s+/g, ' ')}`;
    return { code: `github-${failure.reason}`, message: `Could not ${doing}${reason}`, help, exitCode: 1 };
}
function wordsOf(failure, rights) {
    switch (failure.reason) {
        case 'unauthorized':
            return {
                said: failure.message,
                help: 'The token is wrong or has expired. Give another one in the input `token`.',
            };
        case 'forbidden':
            return {
                said: failure.message,
                help: rights === undefined
                    ? 'Give the job the `permissions:` that it needs, or a token that has them.'
                    : `Give the job ${rights}, or a token with these rights in the input \`token\`.`,
            };
        case 'rate-limited':
            return { said: failure.message, help: 'Re-run the failed job later; nothing is lost.' };
        case 'not-found':
            return { said: failure.message, help: 'GitHub also says this to a token that may not see it: check its rights.' };
        case 'invalid':
            return { said: failure.messages.join('; '), help: 'GitHub refused it; see its message.' };
        case 'unreachable':
            return { said: failure.message, help: 'Re-run the failed job; nothing is lost.' };
        case 'unexpected':
            return { said: failure.message, help: 'Is the address of the API right? Re-run the job; nothing is lost.' };
        case 'cancelled':
            return { said: 'the job was told to stop', help: 'Re-run the failed job; nothing is lost.' };
    }
}

;// CONCATENATED MODULE: ./.cache/build/lib/github/api/rest.js




/** Five attempts with pauses of 1, 2, 4 and 8 s, or what GitHub asks for up to two minutes. */
const RETRY = { attempts: 5, firstDelayMs: 1000, maxDelayMs: 120_000 };
const TIMEOUT_MS = 60_000;
const PAGE_SIZE = 100;
const LIST_LIMIT = 1000;
/** Opens the API with a token; sends nothing yet. Loads the client, which takes some 20 ms. */
async function openRest(options) {
    const { getOctokit } = await Promise.all(/* import() */[__webpack_require__.e(119), __webpack_require__.e(351)]).then(__webpack_require__.bind(__webpack_require__, 61351));
    const silent = () => undefined;
    const octokit = getOctokit(options.token, {
        baseUrl: options.apiUrl,
        userAgent: 'workflow-runner',
        log: { debug: silent, info: silent, warn: silent, error: silent },
    });
    return new RetryingRest(options, async (route, parameters) => await octokit.request(route, parameters));
}
/** Carries a failure through `retry`, which rejects with the error of the last attempt. */
class Failed extends Error {
    failure;
    constructor(failure) {
        super(failure.reason);
        this.failure = failure;
    }
}
class RetryingRest {
    #options;
    #send;
    constructor(options, send) {
        this.#options = options;
        this.#send = send;
    }
    async request(request) {
        const answer = await this.#retried(request, (data) => read(request.answer, data));
        return answer.ok ? (0,result.ok)(answer.value.value) : answer;
    }
    async list(request) {
        const { route, element, property, limit = LIST_LIMIT } = request;
        const found = [];
        for (let page = 1; found.length < limit; page += 1) {
            const parameters = { ...request.parameters, per_page: Math.min(PAGE_SIZE, limit), page };
            const answer = await this.#retried({ route, parameters }, (data) => readList(element, data, property));
            if (!answer.ok)
                return answer;
            found.push(...answer.value.value);
            if (!answer.value.hasNext)
                break;
        }
        return (0,result.ok)(found.slice(0, limit));
    }
    async #retried(request, readData) {
        let isUnknown = false;
        const attempt = async () => {
            const look = request.whenUnknown;
            if (isUnknown && typeof look === 'function') {
                const done = await look();
                if (!done.ok)
                    return { done: true, value: done };
                if (done.value !== null)
                    return { done: true, value: (0,result.ok)({ value: done.value, hasNext: false }) };
            }
            const tried = await this.#once(request);
            if (tried.kind === 'answer') {
                const value = readData(tried.answer.data);
                const hasNext = /\brel="?next"?/.test(textOf(tried.answer.headers['link']));
                return { done: true, value: value.ok ? (0,result.ok)({ value: value.value, hasNext }) : value };
            }
            isUnknown = tried.failure.reason === 'unreachable' && tried.failure.outcomeUnknown;
            if (!mayRepeat(request, tried.failure))
                return { done: true, value: (0,result/* err */._)(tried.failure) };
            return { done: false, error: new Failed(tried.failure), afterMs: rateLimitMs(tried.failure) };
        };
        try {
            return await (0,retry/* retry */.L)(attempt, { ...RETRY, sleep: this.#options.sleep });
        }
        catch (error) {
            if (error instanceof Failed)
                return (0,result/* err */._)(error.failure);
            throw error;
        }
    }
    async #once(request) {
        const { owner, repo, signal, timeoutMs = TIMEOUT_MS, now } = this.#options;
        if (isAborted(signal))
            return { kind: 'failed', failure: { reason: 'cancelled' } };
        const repository = request.route.includes('{owner}') ? { owner, repo } : {};
        const timeOut = AbortSignal.timeout(timeoutMs);
        const parameters = {
            ...repository,
            ...request.parameters,
            headers: { 'x-github-api-version': '2022-11-28' },
            request: { signal: AbortSignal.any([signal, timeOut]) },
        };
        let facts;
        try {
            const answer = await this.#send(request.route, parameters);
            // A body that is cut off by an abort is given as if it were the answer.
            if (!isAborted(signal) && !isAborted(timeOut))
                return { kind: 'answer', answer };
            facts = { status: null, headers: {}, data: null, message: '', code: null };
        }
        catch (error) {
            facts = factsOf(error);
        }
        if (isAborted(signal))
            return { kind: 'failed', failure: { reason: 'cancelled' } };
        const timedOut = `no answer within ${Math.round(timeoutMs / 1000)} s`;
        const told = isAborted(timeOut) ? { ...facts, message: timedOut } : facts;
        return { kind: 'failed', failure: failureOfAnswer(told, now()) };
    }
}
function mayRepeat(request, failure) {
    if (failure.reason === 'rate-limited')
        return true;
    if (failure.reason !== 'unreachable')
        return false;
    const whenUnknown = request.whenUnknown ?? (request.route.startsWith('POST ') ? 'give-up' : 'repeat');
    return !failure.outcomeUnknown || whenUnknown !== 'give-up';
}
/** What octokit rejects with: a RequestError with the response, or with none when there was no answer. */
function factsOf(error) {
    if (!(error instanceof Error))
        throw error;
    const { response, cause } = error;
    if (response !== undefined) {
        const { status, headers, data } = response;
        return { status, headers, data, message: error.message, code: null };
    }
    if (!('status' in error))
        throw error;
    const reason = cause instanceof Error && cause.cause instanceof Error ? cause.cause : cause;
    const code = reason instanceof Error && 'code' in reason ? textOf(reason.code) : null;
    return { status: null, headers: {}, data: null, message: error.message, code };
}
function read(schema, data) {
    const parsed = schema.safeParse(data);
    if (parsed.success)
        return (0,result.ok)(parsed.data);
    const [issue] = parsed.error.issues;
    const where = issue === undefined ? '' : ` (${issue.path.join('.')}: ${issue.message})`;
    return (0,result/* err */._)({ reason: 'unexpected', message: `its answer is not what its API documents${where}` });
}
function readList(element, data, property) {
    const list = property === undefined ? data : data?.[property];
    if (!Array.isArray(list))
        return (0,result/* err */._)({ reason: 'unexpected', message: 'its answer is not a list' });
    const all = [];
    for (const one of list) {
        const parsed = read(element, one);
        if (!parsed.ok)
            return parsed;
        all.push(parsed.value);
    }
    return (0,result.ok)(all);
}
/** A function, so that the compiler does not take an earlier answer for granted. */
function isAborted(signal) {
    return signal.aborted;
}
function textOf(value) {
    return typeof value === 'string' ? value : '';
}


/***/ }),

/***/ 87310:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ retry)
/* harmony export */ });
/**
 * Tries until an attempt is done; rejects with the error of the last. `attempt` rejects for what another try cannot mend.
 */
async function retry(attempt, options) {
    const { attempts, firstDelayMs, maxDelayMs, sleep } = options;
    for (let number = 1;; number += 1) {
        const tried = await attempt(number);
        if (tried.done)
            return tried.value;
        const delayMs = tried.afterMs ?? Math.min(maxDelayMs, firstDelayMs * 2 ** (number - 1));
        if (number >= attempts || delayMs > maxDelayMs)
            throw tried.error;
        await sleep(delayMs);
    }
}


/***/ }),

/***/ 84877:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  continueJob: () => (/* binding */ continueJob)
});

// EXTERNAL MODULE: ./.cache/build/lib/commands/world.js
var commands_world = __webpack_require__(99974);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 5 modules
var schemas = __webpack_require__(96723);
// EXTERNAL MODULE: ./.cache/build/lib/base/result.js
var result = __webpack_require__(45256);
// EXTERNAL MODULE: ./.cache/build/lib/github/api/rest.js + 2 modules
var api_rest = __webpack_require__(38978);
;// CONCATENATED MODULE: ./.cache/build/lib/github/continue-command.js



/** A run that is still not done after so many deadlines makes no progress. */
const MOST_CONTINUATIONS = 20;
/** Keeps count from one continuation to the next; a workflow that does not declare it is counted by its runs. */
const COUNT_INPUT = 'continuation';
/** How many runs are looked at for those that were started by hand. */
const RUNS = 30;
/**
 * Starts the workflow of this job again, on the same ref and with the inputs of this event, `resume-from` set to this workflow
 * run and, where the workflow has that input, `continuation` one higher. Needs `actions: write`.
 */
async function continueRun(world) {
    const { facts, token, sleep, now, signal } = world;
    const file = fileOf(facts.workflowRef);
    if (file === null)
        return (0,result/* err */._)(NO_FILE(facts.workflowRef));
    const inputs = inputsOf(facts.event);
    const { owner, repo, apiUrl } = facts;
    const rest = await (0,api_rest.openRest)({ owner, repo, apiUrl, token, sleep, now, signal });
    const runs = await recentRuns(rest, file);
    if (!runs.ok)
        return (0,result/* err */._)(dispatchProblem(runs.error, file));
    const counted = Number(inputs[COUNT_INPUT]);
    const before = Number.isInteger(counted) && counted >= 0 ? counted : startedByBots(runs.value, facts.runId);
    if (before >= MOST_CONTINUATIONS)
        return (0,result/* err */._)(TOO_MANY(facts.runId));
    const continuation = before + 1;
    const seen = new Set(runs.value.map(({ id }) => id));
    const dispatch = { file, ref: facts.ref, inputs: { ...goingOn(inputs), 'resume-from': facts.runId }, seen };
    const counting = { ...dispatch, inputs: { ...dispatch.inputs, [COUNT_INPUT]: String(continuation) } };
    const started = await start(rest, counting);
    const hasNoCount = !started.ok && started.error.reason === 'invalid' && isUnexpected(started.error.messages);
    const done = hasNoCount ? await start(rest, dispatch) : started;
    return done.ok ? (0,result.ok)({ file, continuation }) : (0,result/* err */._)(dispatchProblem(done.error, file));
}
const runSchema = schemas/* object */.Ikc({
    id: schemas/* number */.aig(),
    event: schemas/* string */.YjP(),
    actor: schemas/* object */.Ikc({ login: schemas/* string */.YjP() }).nullish(),
});
async function recentRuns(rest, file) {
    return await rest.list({
        route: 'GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}/runs',
        parameters: { workflow_id: file },
        property: 'workflow_runs',
        element: runSchema,
        limit: RUNS,
    });
}
async function start(rest, { file, ref, inputs, seen }) {
    return await rest.request({
        route: 'POST /repos/{owner}/{repo}/actions/workflows/{workflow_id}/dispatches',
        parameters: { workflow_id: file, ref, inputs },
        answer: schemas/* unknown */.L5J(),
        whenUnknown: async () => {
            const runs = await recentRuns(rest, file);
            if (!runs.ok)
                return runs;
            return (0,result.ok)(runs.value.find(({ id, event }) => event === 'workflow_dispatch' && !seen.has(id)) ?? null);
        },
    });
}
/** How many of the newest runs, this one and those before it, were dispatched by an app and not by a person. */
function startedByBots(runs, runId) {
    const upToThis = runs.filter(({ id }) => id <= Number(runId));
    const byHand = upToThis.findIndex(({ event, actor }) => event !== 'workflow_dispatch' || actor?.login.endsWith('[bot]') !== true);
    return byHand === -1 ? upToThis.length : byHand;
}
/** `owner/repo/.github/workflows/file.yml@ref` -> `file.yml`. */
function fileOf(workflowRef) {
    return /^[^/]+\/[^/]+\/\.github\/workflows\/([^/@]+\.ya?ml)@/.exec(workflowRef)?.[1] ?? null;
}
/** The inputs of a `workflow_dispatch`; none for other events. GitHub takes texts only. */
function inputsOf(event) {
    const inputs = typeof event === 'object' && event !== null && 'inputs' in event ? event.inputs : null;
    if (typeof inputs !== 'object' || inputs === null)
        return {};
    return Object.fromEntries(Object.entries(inputs).flatMap(([name, value]) => ['string', 'number', 'boolean'].includes(typeof value) ? [[name, String(value)]] : []));
}
/** What was rolled back once is not rolled back again. */
function goingOn(inputs) {
    return Object.fromEntries(Object.entries(inputs).filter(([name]) => name !== 'rollback-to-checkpoint'));
}
function isUnexpected(messages) {
    const text = messages.join('; ');
    return /unexpected inputs/i.test(text) && text.includes(COUNT_INPUT);
}
function dispatchProblem(failure, file) {
    const problem = (0,api_rest.restProblem)(failure, `start ${file} again`);
    if (failure.reason === 'forbidden' || failure.reason === 'not-found') {
        return { ...problem, help: 'Give the job `actions: write`; or start the workflow by hand with `resume-from`.' };
    }
    if (failure.reason === 'invalid') {
        return {
            ...problem,
            help: 'The workflow needs `workflow_dispatch` with an input `resume-from`: compile it again.',
        };
    }
    return problem;
}
const NO_FILE = (workflowRef) => ({
    code: 'workflow-file-unknown',
    message: `Cannot tell the file of the workflow from ${JSON.stringify(workflowRef)}`,
    help: 'Start the workflow by hand, with this workflow run in the input `resume-from`.',
    exitCode: 1,
});
const TOO_MANY = (runId) => ({
    code: 'too-many-continuations',
    message: `The run was continued ${MOST_CONTINUATIONS} times and is still not done`,
    help: `See why it makes no progress; then start the workflow by hand with resume-from: ${runId}, or with a later deadline.`,
    exitCode: 1,
});

// EXTERNAL MODULE: ./.cache/build/lib/github/tell-problem.js
var tell_problem = __webpack_require__(67406);
;// CONCATENATED MODULE: ./.cache/build/lib/github/continue-job.js



/** `continue`: starts this workflow again, to go on where this workflow run paused. Resolves with the exit code. */
async function continueJob(world) {
    const continued = await continueRun(world);
    if (!continued.ok)
        return (0,tell_problem/* tellProblem */.J)(continued.error, world.output);
    const { file, continuation } = continued.value;
    world.output.notice(`${file} was started again to go on from here (continuation ${continuation})`);
    return commands_world/* EXIT */.d.completed;
}


/***/ })

};
