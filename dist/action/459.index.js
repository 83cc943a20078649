export const id = 459;
export const ids = [459,978];
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

/***/ 22459:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   openReviewIssues: () => (/* binding */ openReviewIssues)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(96723);
/* harmony import */ var _base_result_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(45256);
/* harmony import */ var _report_command_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(18553);
/* harmony import */ var _api_rest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(38978);




/** Only people who may triage can put a label on an issue: with it a stranger's issue is not taken for ours. */
const LABEL = 'workflow-runner';
const issueSchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    number: zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig().int().positive(),
    html_url: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    body: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()
        .nullish()
        .transform((body) => body ?? ''),
    pull_request: zod__WEBPACK_IMPORTED_MODULE_2__/* .unknown */ .L5J().optional(),
});
/** The issues of the repository, as far as the review needs them. */
function openReviewIssues(rest) {
    return {
        findIssue: async (marker) => {
            const found = await oldestOpen(rest, marker);
            if (!found.ok)
                return (0,_base_result_js__WEBPACK_IMPORTED_MODULE_3__/* .err */ ._)((0,_api_rest_js__WEBPACK_IMPORTED_MODULE_1__.restProblem)(found.error, 'look for the issue of the review', '`issues: write`'));
            return (0,_base_result_js__WEBPACK_IMPORTED_MODULE_3__.ok)(found.value === null ? null : reviewIssue(found.value));
        },
        createIssue: async ({ title, body }) => {
            const created = await rest.request({
                route: 'POST /repos/{owner}/{repo}/issues',
                parameters: { title, body, labels: [LABEL] },
                answer: issueSchema,
                whenUnknown: () => oldestOpen(rest, _report_command_js__WEBPACK_IMPORTED_MODULE_0__/* .REVIEW_MARKER */ .a),
            });
            return created.ok
                ? (0,_base_result_js__WEBPACK_IMPORTED_MODULE_3__.ok)(reviewIssue(created.value))
                : (0,_base_result_js__WEBPACK_IMPORTED_MODULE_3__/* .err */ ._)((0,_api_rest_js__WEBPACK_IMPORTED_MODULE_1__.restProblem)(created.error, 'open the issue of the review', '`issues: write`'));
        },
        updateIssue: async (number, { body }) => {
            const updated = await rest.request({
                route: 'PATCH /repos/{owner}/{repo}/issues/{issue_number}',
                parameters: { issue_number: number, body },
                answer: issueSchema,
            });
            return updated.ok
                ? (0,_base_result_js__WEBPACK_IMPORTED_MODULE_3__.ok)(reviewIssue(updated.value))
                : (0,_base_result_js__WEBPACK_IMPORTED_MODULE_3__/* .err */ ._)((0,_api_rest_js__WEBPACK_IMPORTED_MODULE_1__.restProblem)(updated.error, 'update the issue of the review', '`issues: write`'));
        },
    };
}
async function oldestOpen(rest, marker) {
    const issues = await rest.list({
        route: 'GET /repos/{owner}/{repo}/issues',
        parameters: { state: 'open', labels: LABEL },
        element: issueSchema,
    });
    if (!issues.ok)
        return issues;
    const ours = issues.value.filter((one) => one.pull_request == null && one.body.includes(marker));
    return (0,_base_result_js__WEBPACK_IMPORTED_MODULE_3__.ok)(ours.sort((a, b) => a.number - b.number)[0] ?? null);
}
function reviewIssue({ number, html_url, body }) {
    return { number, url: html_url, body };
}


/***/ })

};
