export const id = 274;
export const ids = [274];
export const modules = {

/***/ 36341:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Y_: () => (/* binding */ changedFiles),
  PC: () => (/* binding */ mergeBases),
  WN: () => (/* reexport */ readAddedText),
  Fe: () => (/* binding */ readCommits)
});

// EXTERNAL MODULE: ./.cache/build/lib/base/result.js
var result = __webpack_require__(45256);
// EXTERNAL MODULE: ./.cache/build/lib/git/changes.js
var git_changes = __webpack_require__(46361);
// EXTERNAL MODULE: ./.cache/build/lib/git/path-text.js
var path_text = __webpack_require__(74369);
;// CONCATENATED MODULE: ./.cache/build/lib/git/added-text.js



/** So much is read from git at once. */
const BATCH_BYTES = 16 * 1024 * 1024;
/**
 * Added lines of all commits after `from` up to `to`, for a search of secrets. `maxBytes` bounds what is read of files in all.
 * Links count: their target is text. Lines are compared as sets, so that a line that only moved is not added.
 */
async function readAddedText(trusted, range) {
    const versions = await versionsOf(trusted, range);
    if (!versions.ok)
        return versions;
    const before = await idsAt(trusted, range.from, [...new Set(versions.value.map(({ path }) => path))]);
    if (!before.ok)
        return before;
    const changed = versions.value.filter(({ path, id }) => before.value.get(path) !== id);
    const sizes = await trusted.blobSizes([...changed.map(({ id }) => id), ...before.value.values()]);
    if (!sizes.ok)
        return sizes;
    const sizeOf = ({ path, id }) => (sizes.value.get(id) ?? 0) + (sizes.value.get(before.value.get(path) ?? '') ?? 0);
    const files = [];
    const unread = new Set();
    let batch = [];
    let [batchBytes, bytes] = [0, 0];
    for (const [at, version] of changed.entries()) {
        if (bytes + sizeOf(version) > range.maxBytes)
            unread.add(version.path);
        else {
            batch.push(version);
            bytes += sizeOf(version);
            batchBytes += sizeOf(version);
        }
        if (batchBytes < BATCH_BYTES && at < changed.length - 1)
            continue;
        const read = await readBatch(trusted, batch, before.value);
        if (!read.ok)
            return read;
        files.push(...read.value);
        [batch, batchBytes] = [[], 0];
    }
    return (0,result.ok)({ files, unread: [...unread] });
}
/** Each file of each commit of the range that its parents do not have, once. */
async function versionsOf(trusted, { from, to }) {
    const commits = await trusted.run({ args: ['rev-list', '--reverse', '--end-of-options', to, `^${from}`, '--'] });
    if (!commits.ok)
        return commits;
    if (commits.value.text === '')
        return (0,result.ok)([]);
    const raw = await trusted.run({
        args: ['diff-tree', '--stdin', '--root', '-r', '-m', '-z', '--raw', '--no-commit-id', '--no-renames'],
        input: `${commits.value.text}\n`,
    });
    if (!raw.ok)
        return raw;
    const versions = new Map();
    for (const change of (0,git_changes/* parseRawDiff */.LP)(raw.value.stdout).filter(hasText)) {
        versions.set(`${change.newId} ${change.path}`, { path: change.path, id: change.newId });
    }
    return (0,result.ok)([...versions.values()]);
}
function hasText({ newMode }) {
    return newMode !== git_changes/* NO_MODE */.CA && newMode !== git_changes/* SUBMODULE_MODE */.Fe;
}
/** Which blob a commit has at each of these paths; those that it does not have are left out. */
async function idsAt(trusted, commit, paths) {
    if (paths.length === 0)
        return (0,result.ok)(new Map());
    const answer = await trusted.run({ args: ['ls-tree', '-r', '-z', '--full-tree', commit] });
    if (!answer.ok)
        return answer;
    const wanted = new Set(paths);
    const ids = new Map();
    // `<mode> <type> <id> TAB <path>`
    for (const entry of (0,path_text/* splitNul */.K5)(answer.value.stdout)) {
        const tab = entry.indexOf(0x09);
        const [, type = '', id = ''] = entry.subarray(0, tab).toString('latin1').split(' ');
        const path = (0,path_text/* decodePath */.q0)(entry.subarray(tab + 1));
        if (type === 'blob' && wanted.has(path))
            ids.set(path, id);
    }
    return (0,result.ok)(ids);
}
async function readBatch(trusted, batch, before) {
    const old = batch.flatMap(({ path }) => before.get(path) ?? []);
    const blobs = await trusted.blobs([...new Set([...batch.map(({ id }) => id), ...old])]);
    if (!blobs.ok)
        return blobs;
    return (0,result.ok)(batch.map(({ path, id }) => {
        const text = addedLines(blobs.value.get(before.get(path) ?? ''), blobs.value.get(id) ?? Buffer.alloc(0));
        return { path, text };
    }));
}
/** Compared byte by byte: latin1 keeps every byte apart. */
function addedLines(before, after) {
    if (before === undefined)
        return after.toString('utf8');
    const known = new Set(before.toString('latin1').split('\n'));
    const added = after
        .toString('latin1')
        .split('\n')
        .filter((line) => !known.has(line));
    return Buffer.from(added.join('\n'), 'latin1').toString('utf8');
}

;// CONCATENATED MODULE: ./.cache/build/lib/git/commit-range.js




const DEFAULT_LIMIT = 10_000;
/** Commit, parents, author, committer, subject, body, trailers; `-z` ends each commit with another NUL. */
const FIELDS = ['%H', '%P', '%an', '%ae', '%cn', '%ce', '%s', '%b', '%(trailers:only=true,unfold=true)'];
/** The commits of a range, in memory: bounded by `limit`. Ids must be full ones. */
async function readCommits(trusted, range) {
    const { from, to, firstParent = false, limit = DEFAULT_LIMIT } = range;
    const answer = await trusted.run({
        args: [
            'log',
            '-z',
            '--topo-order',
            '--no-show-signature',
            '--encoding=UTF-8',
            `--max-count=${limit + 1}`,
            `--format=tformat:${FIELDS.join('%x00')}`,
            ...(firstParent ? ['--first-parent'] : []),
            '--end-of-options',
            to,
            ...(from === null ? [] : [`^${from}`]),
            '--',
        ],
    });
    if (!answer.ok)
        return answer;
    const fields = (0,path_text/* splitNul */.K5)(answer.value.stdout).map((field) => field.toString('utf8'));
    const commits = [];
    for (let at = 0; at < fields.length; at += FIELDS.length) {
        commits.push(commitOf(fields.slice(at, at + FIELDS.length)));
    }
    return (0,result.ok)({ commits: commits.slice(0, limit), truncated: commits.length > limit });
}
/** What differs between the trees of two commits, with sizes. */
async function changedFiles(trusted, from, to) {
    const changes = await trusted.treeChanges(from, to);
    if (!changes.ok)
        return changes;
    const blobs = changes.value.filter(({ newMode }) => newMode !== git_changes/* NO_MODE */.CA && newMode !== git_changes/* SUBMODULE_MODE */.Fe);
    const sizes = await trusted.blobSizes(blobs.map(({ newId }) => newId));
    if (!sizes.ok)
        return sizes;
    return (0,result.ok)(changes.value.map(({ path, type, oldMode, newMode, newId }) => {
        const size = newMode === git_changes/* NO_MODE */.CA || newMode === git_changes/* SUBMODULE_MODE */.Fe ? null : (sizes.value.get(newId) ?? null);
        return { path, type, oldMode, newMode, newId, size };
    }));
}
/**
 * The best common ancestors: more than one when each side has merged what the other merged too. None when none is known here (in a
 * shallow checkout there may be one all the same).
 */
async function mergeBases(trusted, one, other) {
    const args = ['merge-base', '--all', '--end-of-options', one, other];
    const answer = await trusted.run({ args, okCodes: [0, 1] });
    return answer.ok ? (0,result.ok)(answer.value.exitCode === 0 ? answer.value.text.split('\n') : []) : answer;
}
function commitOf(fields) {
    const [id = '', parents = '', ...rest] = fields;
    const [authorName = '', authorEmail = '', committerName = '', committerEmail = '', subject = '', ...texts] = rest;
    const [body = '', trailers = ''] = texts;
    return {
        id,
        parents: parents === '' ? [] : parents.split(' '),
        author: { name: authorName, email: authorEmail },
        committer: { name: committerName, email: committerEmail },
        subject,
        body,
        trailers: trailersOf(trailers),
    };
}
function trailersOf(text) {
    const trailers = new Map();
    for (const line of text.split('\n')) {
        const colon = line.indexOf(':');
        if (colon === -1)
            continue;
        const key = line.slice(0, colon).trim().toLowerCase();
        trailers.set(key, [...(trailers.get(key) ?? []), line.slice(colon + 1).trim()]);
    }
    return trailers;
}


/***/ }),

/***/ 44817:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  S: () => (/* binding */ deleteBranch),
  T: () => (/* binding */ pushBranch)
});

// EXTERNAL MODULE: ./.cache/build/lib/base/result.js
var result = __webpack_require__(45256);
// EXTERNAL MODULE: ./.cache/build/lib/git/present-commit.js
var present_commit = __webpack_require__(23449);
;// CONCATENATED MODULE: ./.cache/build/lib/git/push-rejection.js
/**
 * What stands in the brackets of git's summary line. The client writes `[rejected]`, the server `[remote rejected]`; both
 * tell a lost race: the server when the branch moved after the client looked.
 */
const SUMMARIES = [
    [/\((stale info|non-fast-forward|fetch first|needs force|already exists)\)/, 'lease'],
    [/cannot lock ref|failed to update ref|reference already exists|incorrect old value|failed to lock/, 'lease'],
    [/without [`'"]?workflows?[`'"]? (permission|scope)/, 'workflow-permission'],
    [/protected branch|repository rule violations|GH006|GH013/, 'protected-branch'],
    [/shallow update not allowed|missing necessary objects/, 'shallow'],
    [/permission|not allowed|denied/i, 'permission'],
    [/hook declined/, 'hook-declined'],
];
/** GitHub's own codes (docs.github.com: GH006 protected branch, GH013 rule sets), which a plain `hook declined` may hide. */
const REMARKS = [
    [/^remote:.*without [`'"]?workflows?[`'"]? (permission|scope)/m, 'workflow-permission'],
    [/^remote:.*\b(GH006|GH013)\b/m, 'protected-branch'],
];
/** Why a server or git refused a push: from the summary of the ref, and what the server said before. */
function rejectionOf(summary, stderr) {
    const found = SUMMARIES.find(([pattern]) => pattern.test(summary))?.[1] ?? 'other';
    if (found !== 'hook-declined' && found !== 'other')
        return found;
    return REMARKS.find(([pattern]) => pattern.test(stderr))?.[1] ?? found;
}

// EXTERNAL MODULE: ./.cache/build/lib/git/remote-branches.js
var remote_branches = __webpack_require__(97425);
// EXTERNAL MODULE: ./.cache/build/lib/git/remote-command.js
var remote_command = __webpack_require__(72652);
;// CONCATENATED MODULE: ./.cache/build/lib/git/push.js





/** Pushes one commit to one branch; no hook of this machine runs. Safe to repeat after a `network` failure. */
async function pushBranch(trusted, push) {
    return await update(trusted, { ...push, to: push.commit });
}
/** Deletes a branch of the remote when its tip is the given one. Safe to repeat. */
async function deleteBranch(trusted, deletion) {
    const { tip } = deletion;
    const outcome = await update(trusted, { ...deletion, to: null, over: { tip } });
    if (!outcome.ok)
        return outcome;
    switch (outcome.value.kind) {
        case 'pushed':
            return (0,result.ok)({ kind: 'deleted' });
        case 'unchanged':
            return (0,result.ok)({ kind: 'absent' });
        case 'rejected':
            return (0,result.ok)(outcome.value.why === 'lease' && outcome.value.tip === null ? { kind: 'absent' } : outcome.value);
    }
}
async function update(trusted, change) {
    const { remote, branch, to, over, signal } = change;
    const ref = `${remote_branches/* HEADS */.mo}${branch}`;
    const named = await trusted.run({ args: ['check-ref-format', ref], okCodes: [0, 1] });
    if (!named.ok)
        return named;
    const ids = [to, over === 'fast-forward' ? null : over.tip].filter((id) => id !== null);
    // A name with a `:` or `*` is refused here too: it would say something else in a refspec.
    if (named.value.exitCode !== 0 || branch.startsWith('-'))
        return (0,result.ok)(rejected('bad-name', branch));
    if (!ids.every((id) => (0,present_commit/* isCommitId */.jh)(trusted.repository, id)))
        return (0,result.ok)(rejected('bad-name', ids.join(' ')));
    const lease = over === 'fast-forward' ? [] : [`--force-with-lease=${ref}:${over.tip ?? ''}`];
    const answer = await (0,remote_command/* runRemote */.Q)(trusted, {
        remote,
        args: ['push', ...OPTIONS, ...lease, '--', remote.url, `${to ?? ''}:${ref}`],
        okCodes: [0, 1],
        ...(signal === undefined ? {} : { signal }),
    });
    if (!answer.ok) {
        const { error } = answer;
        const isRefused = error.reason === 'remote-failed' && error.trouble === 'permission';
        return isRefused ? (0,result.ok)(rejected('permission', error.outputTail)) : answer;
    }
    return await judge(trusted, change, { ...answer.value, ref });
}
const OPTIONS = ['--porcelain', '--no-verify', '--no-follow-tags', '--recurse-submodules=no', '--no-signed'];
/** A line of `--porcelain` is `<flag> TAB <from>:<to> TAB <summary>`. */
async function judge(trusted, { remote, branch, signal }, said) {
    const line = said.text.split('\n').find((one) => one.split('\t')[1]?.endsWith(`:${said.ref}`)) ?? '';
    const [flag = '', , summary = ''] = line.split('\t');
    if (flag === '=')
        return (0,result.ok)({ kind: 'unchanged' });
    if ([' ', '+', '*', '-'].includes(flag))
        return (0,result.ok)({ kind: 'pushed' });
    const text = (0,remote_command/* safeTail */.Y)(`${said.stderr}\n${summary}`, remote);
    const why = rejectionOf(summary, said.stderr);
    if (why !== 'lease')
        return (0,result.ok)(rejected(why, text));
    const asked = { remote, patterns: [branch], ...(signal === undefined ? {} : { signal }) };
    const branches = await (0,remote_branches/* listRemoteBranches */.Hc)(trusted, asked);
    if (!branches.ok)
        return branches;
    return (0,result.ok)({ kind: 'rejected', why, tip: branches.value.get(branch) ?? null, text });
}
function rejected(why, text) {
    return { kind: 'rejected', why, text };
}


/***/ }),

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

/***/ 4274:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  o: () => (/* binding */ diagnosticsOf),
  xK: () => (/* binding */ finishJob),
  Bg: () => (/* binding */ resultOf)
});

// EXTERNAL MODULE: ./.cache/build/lib/commands/world.js
var commands_world = __webpack_require__(99974);
// EXTERNAL MODULE: ./.cache/build/lib/engine/run-state.js
var run_state = __webpack_require__(75723);
// EXTERNAL MODULE: ./.cache/build/lib/report/describe-failure.js
var describe_failure = __webpack_require__(52742);
// EXTERNAL MODULE: ./.cache/build/lib/report/found-failures.js
var found_failures = __webpack_require__(82232);
// EXTERNAL MODULE: ./.cache/build/lib/report/step-label.js
var step_label = __webpack_require__(42493);
// EXTERNAL MODULE: ./.cache/build/lib/report/cut-markdown.js
var cut_markdown = __webpack_require__(42454);
// EXTERNAL MODULE: ./.cache/build/lib/report/duration-text.js
var duration_text = __webpack_require__(67910);
// EXTERNAL MODULE: ./.cache/build/lib/report/event-lines.js
var event_lines = __webpack_require__(28340);
// EXTERNAL MODULE: ./.cache/build/lib/report/evidence-markdown.js
var evidence_markdown = __webpack_require__(10183);
// EXTERNAL MODULE: ./.cache/build/lib/report/markdown-text.js
var markdown_text = __webpack_require__(677);
// EXTERNAL MODULE: ./.cache/build/lib/process/terminal-text.js
var terminal_text = __webpack_require__(21385);
;// CONCATENATED MODULE: ./.cache/build/lib/report/mermaid-text.js

/**
 * A label for a Mermaid diagram: letters, digits and ` . _ / + -` only, so that nothing in it can end the label or the line, open a
 * comment, a link or the code block around it. `number` comes first: no keyword of Mermaid begins so.
 */
function mermaidLabel(number, text, maxLength = 40) {
    const words = (0,terminal_text/* safeTerminalLine */.E)(text)
        .replace(/[^\p{L}\p{N}._/+-]+/gu, ' ')
        .trim();
    const short = words.length > maxLength
        ? words
            .slice(0, maxLength)
            .replace(/[\ud800-\udbff]$/, '')
            .trim()
        : words;
    return `${number} ${short}`.trim();
}
/** A diagram as GitHub shows it. */
function mermaidBlock(lines) {
    return ['```mermaid', ...lines, '```'].join('\n');
}

;// CONCATENATED MODULE: ./.cache/build/lib/report/mermaid-graph.js


const MAX_NODES = 100;
const COLOURS = {
    done: 'fill:#dafbe1,stroke:#1a7f37,color:#1f2328',
    bad: 'fill:#ffebe9,stroke:#cf222e,color:#1f2328',
    active: 'fill:#ddf4ff,stroke:#0969da,color:#1f2328',
    rest: 'fill:#f6f8fa,stroke:#8c959f,color:#1f2328',
};
/**
 * The plan as a Mermaid flowchart in a code block, steps coloured by their status; phases only when there are too many steps. The
 * empty string when there are too many phases as well.
 */
function graphDiagram(state) {
    const { plan } = state;
    const size = plan.steps.length + plan.groups.size;
    if (size > MAX_NODES && plan.root.children.length > MAX_NODES)
        return '';
    const lines = size > MAX_NODES ? phaseLines(state) : allLines(state);
    const classes = Object.entries(COLOURS).map(([name, colours]) => `  classDef ${name} ${colours}`);
    return mermaidBlock(['flowchart LR', ...lines, ...classes]);
}
function allLines({ plan, steps }) {
    const ids = groupIds(plan);
    const lines = [];
    const open = [{ node: plan.root }];
    for (let visit = open.pop(); visit !== undefined; visit = open.pop()) {
        if ('end' in visit) {
            lines.push(...arrows(visit.end, ids));
            if (visit.end.parent !== null)
                lines.push('  end');
        }
        else if (visit.node.node === 'step') {
            const step = visit.node;
            const status = classOf(steps.get(step.id)?.status ?? 'pending');
            lines.push(`  s${step.number}["${mermaidLabel(step.number, (0,step_label/* stepLabel */.vO)(step))}"]:::${status}`);
        }
        else {
            const group = visit.node;
            const id = idOf(group, ids);
            if (group.parent !== null)
                lines.push(`  subgraph ${id}["${mermaidLabel(group.kind, group.name)}"]`);
            open.push({ end: group }, ...group.children.map((node) => ({ node })).toReversed());
        }
    }
    return lines;
}
function phaseLines(state) {
    const { root } = state.plan;
    const ids = groupIds(state.plan);
    const nodes = root.children.map((child, index) => {
        const name = child.node === 'group' ? child.name : (0,step_label/* stepLabel */.vO)(child);
        const status = child.node === 'group' ? state.groups.get(child.path)?.status : state.steps.get(child.id)?.status;
        return `  ${idOf(child, ids)}["${mermaidLabel(index + 1, name)}"]:::${classOf(status ?? 'pending')}`;
    });
    return [...nodes, ...arrows(root, ids)];
}
/** From each child of a sequential group to the next. */
function arrows(group, ids) {
    if (group.type === 'parallel')
        return [];
    return group.children
        .slice(1)
        .map((child, index) => `  ${idOf(group.children[index] ?? child, ids)} --> ${idOf(child, ids)}`);
}
function groupIds(plan) {
    return new Map([...plan.groups.values()].map((group, index) => [group, `g${index}`]));
}
function idOf(node, ids) {
    return node.node === 'step' ? `s${node.number}` : (ids.get(node) ?? 'g0');
}
function classOf(status) {
    switch (status) {
        case 'completed':
            return 'done';
        case 'failed':
        case 'conflict':
            return 'bad';
        case 'running':
        case 'retrying':
        case 'merging':
        case 'rerunning':
        case 'validating':
            return 'active';
        case 'pending':
        case 'skipped':
        case 'cancelled':
            return 'rest';
    }
}

;// CONCATENATED MODULE: ./.cache/build/lib/report/mermaid-timeline.js


/** Bars in one diagram: more are not readable, and Mermaid draws a limited amount of text. */
const MAX_BARS = 100;
/**
 * When each step ran, as a Mermaid gantt diagram in a code block: bars for steps, for phases when there are too many steps. The empty
 * string when nothing has run, or when there are too many phases as well.
 */
function timelineDiagram(state) {
    const sections = sectionsOf(state);
    const count = sections.reduce((sum, { steps }) => sum + steps.length, 0);
    if (count === 0 || sections.length > MAX_BARS)
        return '';
    const lines = ['gantt', '  dateFormat x', '  axisFormat %H:%M:%S'];
    for (const [index, { name, steps }] of sections.entries()) {
        lines.push(`  section ${mermaidLabel(index + 1, name)}`);
        const bars = steps.map((step) => stepBar(step, state));
        for (const bar of count <= MAX_BARS ? bars : [phaseBar(bars, steps.length)])
            lines.push(barLine(bar));
    }
    return mermaidBlock(lines);
}
/** Steps that have started, by the phase that they are in, in order. */
function sectionsOf(state) {
    const sections = new Map();
    for (const step of state.steps.values()) {
        if (step.startedAt === null)
            continue;
        const phase = phaseOf(step.step.parent);
        const steps = sections.get(phase);
        if (steps === undefined)
            sections.set(phase, [step]);
        else
            steps.push(step);
    }
    return [...sections].map(([{ name }, steps]) => ({ name, steps }));
}
function phaseOf(group) {
    let phase = group;
    while (phase.parent !== null && phase.parent.parent !== null)
        phase = phase.parent;
    return phase;
}
function stepBar({ step, status, startedAt, endedAt }, state) {
    const start = startedAt ?? state.startedAt;
    return {
        label: mermaidLabel(step.number, (0,step_label/* stepLabel */.vO)(step)),
        tag: tagOf(status),
        startedAt: start,
        endedAt: endedAt ?? state.updatedAt,
    };
}
function phaseBar(bars, steps) {
    const startedAt = bars.reduce((first, bar) => Math.min(first, bar.startedAt), Infinity);
    const endedAt = bars.reduce((last, bar) => Math.max(last, bar.endedAt), startedAt);
    const tag = ['crit, ', 'active, '].find((one) => bars.some((bar) => bar.tag === one)) ?? 'done, ';
    return { label: `${steps} steps`, tag, startedAt, endedAt };
}
function tagOf(status) {
    switch (status) {
        case 'completed':
            return 'done, ';
        case 'failed':
        case 'conflict':
            return 'crit, ';
        case 'running':
        case 'retrying':
            return 'active, ';
        case 'pending':
        case 'skipped':
        case 'cancelled':
            return '';
    }
}
/** A bar of no length is not drawn: at least a millisecond. Clocks are set back at times. */
function barLine({ label, tag, startedAt, endedAt }) {
    const start = Math.round(startedAt);
    return `  ${label} :${tag}${start}, ${Math.max(start + 1, Math.round(endedAt))}`;
}

// EXTERNAL MODULE: ./.cache/build/lib/report/run-summary.js + 1 modules
var run_summary = __webpack_require__(78747);
;// CONCATENATED MODULE: ./.cache/build/lib/report/next-steps.js





/** What a person can do after this job, as markdown: on GitHub, and on a machine of their own. */
function nextSteps(state, place) {
    switch (state.status) {
        case 'running':
            return '';
        case 'completed':
            return completed(state, place);
        case 'failed': {
            const first = (0,found_failures/* foundFailures */.G)(state).find(({ isBorne }) => !isBorne);
            const what = first === undefined ? 'The run failed' : `The run failed at ${(0,markdown_text.markdownText)(first.where)}`;
            return joined([
                `${what}. Nothing landed; completed steps are kept.`,
                'When the cause was outside (a network, a limit), use **Re-run failed jobs**: it goes on from the last completed step. After a change to the repository, start the workflow anew.',
                ...locally(state, place),
            ]);
        }
        case 'paused':
            return joined([pausedText(state.pause, place), ...locally(state, place)]);
    }
}
function completed(state, place) {
    if (state.landed === null)
        return 'The run is complete.';
    if (place.isPublished === true)
        return 'What became of the result is told under Publication.';
    const landed = (0,markdown_text.markdownText)((0,event_lines/* landedText */.sq)(state.landed, state));
    if (state.landed.how !== 'kept')
        return `${landed[0]?.toUpperCase() ?? ''}${landed.slice(1)}.`;
    return joined([`${landed[0]?.toUpperCase() ?? ''}${landed.slice(1)}, in the checkpoint.`, ...locally(state, place)]);
}
function pausedText(pause, { workflowRun }) {
    const again = workflowRun === null
        ? ''
        : ` Or start it again with the input \`resume-from\` set to \`${digits(workflowRun.id)}\`.`;
    switch (pause) {
        case 'phase-done':
            return 'The phase is done. The next job goes on.';
        case 'deadline':
            return `The time of the job was up. Use **Re-run failed jobs** to go on from the last completed step.${again}`;
        case 'budget':
            return `The budget is spent. Give a larger \`budget-usd\` to go on.${again}`;
        case 'storage':
            return `The journal could not be written: look for a full disk on the runner, then go on.${again}`;
        case 'rolled-back':
            return `The run is back at the checkpoint that was asked for.${again}`;
        case 'interrupted':
        case null:
            return `The job was stopped. Use **Re-run failed jobs** to go on from the last completed step.${again}`;
    }
}
/** Commands that bring the checkpoint to a clone of the repository and go on there. */
function locally(state, { workflowRun, checkpoint }) {
    if (workflowRun === null || checkpoint === null)
        return [];
    const { workflow } = state.plan;
    const folder = (0,run_summary/* shellWord */.r7)(`.claude/workflows/${workflow}`);
    const head = state.landed?.commit ?? (0,run_state/* headCommit */.Qo)(state);
    const hasCommits = [...state.steps.values()].some(({ result }) => result !== null && result.filesModified > 0);
    const lines = [
        `gh run download ${digits(workflowRun.id)} --repo ${(0,run_summary/* shellWord */.r7)(workflowRun.repository)} --name ${(0,run_summary/* shellWord */.r7)(checkpoint)} --dir checkpoint`,
        ...(hasCommits ? [`git fetch checkpoint/commits.bundle '+refs/workflow-runner/*:refs/workflow-runner/*'`] : []),
        ...(state.status === 'completed'
            ? [`git diff ${(0,run_summary/* shellWord */.r7)(state.base.commit)} ${(0,run_summary/* shellWord */.r7)(head)}`]
            : [
                `mkdir -p ${folder} && cp checkpoint/journal.jsonl ${folder}/`,
                `workflow-runner ${(0,run_summary/* shellWord */.r7)(workflow)} --resume`,
            ]),
    ];
    const what = state.status === 'completed' ? 'To look at the result' : 'To go on';
    return [`${what} on your own machine, in a clone of the repository:`, (0,markdown_text.codeBlock)(lines.join('\n'), 'sh')];
}
function digits(id) {
    return id.replace(/[^0-9]/g, '').slice(0, 30);
}
function joined(paragraphs) {
    return paragraphs.join('\n\n');
}

;// CONCATENATED MODULE: ./.cache/build/lib/report/job-summary.js










const MAX_BYTES = 256 * 1024;
const MAX_ROWS = 300;
const MAX_FAILURES = 10;
const CUT = '_The rest is left out; the log has all of it._';
/** The job summary of a run: result, steps, validation, timeline, graph, hosts, what to do next. Markdown of at most 256 KiB. */
function renderJobSummary(state, facts) {
    const sections = [
        ['', headline(state)],
        ['', facts.notes.length === 0 ? '' : (0,evidence_markdown/* notesMarkdown */.BJ)(facts.notes, facts.repositoryUrl ?? facts.commitsAt)],
        ['What failed', (0,evidence_markdown/* failuresMarkdown */.Hm)(state, MAX_FAILURES)],
        ['What to do next', nextSteps(state, facts)],
        ['Steps', (0,evidence_markdown/* stepTable */.Ph)(state, { maxRows: MAX_ROWS, commitsAt: facts.commitsAt })],
        ['Validation', validation(state, facts)],
        ['Hosts', (0,evidence_markdown/* hostsMarkdown */.j1)(facts.hosts)],
        ['Timeline', timelineDiagram(state)],
        ['Graph', graphDiagram(state)],
    ];
    const blocks = sections
        .filter(([, text]) => text !== '')
        .map(([title, text]) => (title === '' ? text : `### ${title}\n\n${text}`));
    return (0,cut_markdown/* cutMarkdown */.G)(`${blocks.join('\n\n')}\n`, MAX_BYTES, CUT);
}
function headline(state) {
    const name = (0,markdown_text.markdownText)(`${state.plan.workflow} ${state.plan.version}`, { maxLength: 120 });
    const took = (0,duration_text/* durationText */.S)((state.endedAt ?? state.updatedAt) - state.startedAt);
    const cost = (0,evidence_markdown/* runCost */.pJ)(state);
    const completed = [...state.steps.values()].filter(({ status }) => status === 'completed').length;
    const facts = [
        `${completed} of ${(0,step_label/* counted */.hS)(state.plan.steps.length, 'step')} completed`,
        took,
        ...(cost === '' ? [] : [cost]),
        `run ${(0,markdown_text.markdownText)(state.runId, { maxLength: 80 })}`,
    ];
    return `## ${statusMarkdown(state)}: ${name}\n\n${facts.join(' · ')}`;
}
function statusMarkdown({ status, pause }) {
    switch (status) {
        case 'completed':
            return '✅ completed';
        case 'failed':
            return '❌ failed';
        case 'paused':
            return pause === null ? '⏸ paused' : `⏸ paused (${(0,event_lines/* pauseText */.Iy)(pause)})`;
        case 'running':
            return '▸ running';
    }
}
function validation(state, { validation: made, commitsAt }) {
    if (made !== null) {
        const on = `on ${(0,evidence_markdown/* commitMarkdown */.$x)(made.commit, commitsAt)}`;
        if (made.failure !== null)
            return (0,evidence_markdown/* failureMarkdown */.A5)(`❌ failed ${on}`, made.failure);
        return made.checks.length === 0 ? 'No checks are declared.' : `✅ passed ${on}: ${(0,evidence_markdown/* checksMarkdown */.pW)(made.checks)}`;
    }
    const checks = state.plan.validation;
    if (checks.length === 0)
        return 'No checks are declared for the result.';
    if (state.validated !== null && state.validated === (0,run_state/* headCommit */.Qo)(state)) {
        return `✅ passed on ${(0,evidence_markdown/* commitMarkdown */.$x)(state.validated, commitsAt)}: ${(0,evidence_markdown/* checksMarkdown */.pW)(checks)}`;
    }
    if (state.failure?.reason === 'validation-failed')
        return `❌ failed: ${(0,evidence_markdown/* checksMarkdown */.pW)([state.failure.command])}`;
    return `Not made yet: ${(0,evidence_markdown/* checksMarkdown */.pW)(checks)}`;
}

// EXTERNAL MODULE: ./.cache/build/lib/commands/run-documents.js + 3 modules
var run_documents = __webpack_require__(9774);
// EXTERNAL MODULE: ./.cache/build/lib/files/write-file-atomic.js
var write_file_atomic = __webpack_require__(79497);
// EXTERNAL MODULE: ./.cache/build/lib/report/json-text.js
var json_text = __webpack_require__(33960);
// EXTERNAL MODULE: ./.cache/build/lib/report/run-history.js
var run_history = __webpack_require__(11390);
// EXTERNAL MODULE: ./.cache/build/lib/github/storage/metrics-cache.js + 1 modules
var metrics_cache = __webpack_require__(15019);
// EXTERNAL MODULE: ./.cache/build/lib/github/review/run-history-file.js
var run_history_file = __webpack_require__(23599);
;// CONCATENATED MODULE: ./.cache/build/lib/github/keep-metrics.js






/** Counts the run in the metrics that earlier workflow runs have left in the cache. Costs only time when that fails. */
async function keepMetrics(prepared, state, world) {
    const { metrics } = prepared.files;
    const files = [metrics, (0,run_history_file/* historyFile */.p2)(prepared.repository.root)];
    try {
        await (0,metrics_cache/* restoreMetrics */.m)(files, world);
        await (0,run_documents/* writeMetrics */.D)(prepared.files, state);
        const record = (0,run_history/* recordOfRun */.On)(state);
        const [, history] = files;
        if (record !== null)
            (0,write_file_atomic/* writeFileAtomic */.Zf)(history, (0,json_text/* jsonText */.s)((0,run_history/* addToHistory */.Pc)((0,run_history_file/* readHistory */.Lu)(history), record)));
        await (0,metrics_cache/* saveMetrics */.j)(files, world);
    }
    catch (error) {
        world.output.notice(`metrics could not be kept: ${error instanceof Error ? error.message : String(error)}`);
    }
}

// EXTERNAL MODULE: ./.cache/build/lib/github/publish/publish-command.js + 18 modules
var publish_command = __webpack_require__(94382);
// EXTERNAL MODULE: ./.cache/build/lib/github/publish-settings.js
var publish_settings = __webpack_require__(29096);
// EXTERNAL MODULE: ./.cache/build/lib/github/revert/revert-command.js + 5 modules
var revert_command = __webpack_require__(53788);
// EXTERNAL MODULE: ./.cache/build/lib/github/tell-problem.js
var tell_problem = __webpack_require__(67406);
;// CONCATENATED MODULE: ./.cache/build/lib/github/finish-job.js











/** Outputs, annotations, job summary, and what the inputs ask for after the end. Resolves with the exit code. */
async function finishJob(job) {
    const { inputs, world, state, problems } = job;
    const { output, console } = world;
    setOutputs(job);
    for (const problem of problems)
        output.warning(`could not be written: ${problem}`);
    if (state.status !== 'paused')
        await keepMetrics(job.prepared, state, world);
    const why = state.status === 'paused' ? ` (${state.pause ?? 'unknown'})` : '';
    console.print(`run ${state.runId} of ${state.plan.workflow}: ${state.status}${why}, at ${(0,step_label/* shortCommit */.Ax)(resultOf(state))}`);
    annotate(state, world);
    if (state.status === 'completed' && inputs.publish === 'pull-request') {
        // Before the summary of the run: where the result is now is what people look for first.
        const exitCode = await publishResult(job);
        await summarise(job, exitCode === commands_world/* EXIT */.d.completed);
        return exitCode;
    }
    await summarise(job, false);
    if (state.status === 'failed' && inputs.onFailure === 'revert')
        await revertPushed(job);
    return exitCodeOf(state);
}
function exitCodeOf({ status, pause }) {
    if (status === 'completed' || (status === 'paused' && pause === 'phase-done'))
        return commands_world/* EXIT */.d.completed;
    return status === 'paused' ? commands_world/* EXIT */.d.paused : commands_world/* EXIT */.d.failed;
}
/** The commit of the result so far. */
function resultOf(state) {
    return state.landed?.commit ?? state.afterHooks ?? (0,run_state/* headCommit */.Qo)(state);
}
function setOutputs({ state, world: { output }, checkpoint }) {
    const commit = resultOf(state);
    output.setOutput('status', state.status);
    output.setOutput('pause-reason', state.status === 'paused' ? (state.pause ?? '') : '');
    output.setOutput('run-id', state.runId);
    output.setOutput('commit', commit);
    output.setOutput('changed', String(commit !== state.base.commit));
    output.setOutput('checkpoint', checkpoint ?? '');
}
/** Errors at the user's lines; then one sentence about why the job is red. */
function annotate(state, { output }) {
    const failures = (0,found_failures/* foundFailures */.G)(state).filter(({ isBorne }) => !isBorne);
    output.annotate(failures.flatMap(({ failure }) => diagnosticsOf(failure)));
    for (const { where, failure } of failures) {
        const { title, help } = (0,describe_failure/* describeFailure */.I)(failure);
        output.error(help === '' ? `${where}: ${title}` : `${where}: ${title}\n${help}`);
    }
    if (state.status === 'paused' && state.pause !== 'phase-done')
        output.error(`paused (${state.pause ?? 'unknown'}): re-run the failed jobs to go on from the last checkpoint`);
}
/** What a failure says about places in files. */
function diagnosticsOf(failure) {
    return 'diagnostics' in failure ? failure.diagnostics : [];
}
async function summarise({ state, checkpoint, world }, isPublished) {
    const { facts, output } = world;
    const { owner, repo, runId, serverUrl } = facts;
    const repository = `${owner}/${repo}`;
    const isPushed = state.landed?.how === 'fast-forward' || state.landed?.how === 'branch';
    await output.summary(renderJobSummary(state, {
        commitsAt: isPushed ? `${serverUrl}/${repository}` : null,
        workflowRun: { repository, id: runId },
        checkpoint,
        isPublished,
        validation: null,
        hosts: null,
        notes: [],
    }));
}
async function publishResult({ inputs, world, landing, state }) {
    const result = resultOf(state);
    const validation = { commit: result, checks: [...state.plan.validation] };
    const of = { landing, state, result, mode: 'pull-request', validation };
    const request = (0,publish_settings/* publishRequest */.l)(inputs, world.facts, of);
    if (!request.ok)
        return await (0,tell_problem/* tellProblem */.J)(request.error, world.output);
    const published = await (0,publish_command/* publish */.m)(request.value, world);
    return published.ok ? commands_world/* EXIT */.d.completed : (0,tell_problem/* annotateProblem */.q)(published.error, world.output);
}
async function revertPushed({ inputs, world, landing, state }) {
    const branch = (0,publish_settings/* baseBranch */.s)(inputs, world.facts);
    if (!branch.ok) {
        (0,tell_problem/* annotateProblem */.q)(branch.error, world.output);
        return;
    }
    const { trusted } = landing;
    const target = { kind: 'run', runId: state.runId, base: state.base.commit };
    const reason = `workflow ${state.plan.workflow} failed`;
    const reverted = await (0,revert_command/* revert */.r)({ trusted, branch: branch.value, target, reason }, world);
    if (!reverted.ok)
        (0,tell_problem/* annotateProblem */.q)(reverted.error, world.output);
}


/***/ }),

/***/ 29096:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ publishRequest),
/* harmony export */   s: () => (/* binding */ baseBranch)
/* harmony export */ });
/* harmony import */ var _base_result_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45256);
/* harmony import */ var _runner_event_trust_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(18129);


const BRANCH = 'refs/heads/';
/** Short name of the branch that results are for: the input, else the branch that the event is about. */
function baseBranch({ base }, facts) {
    if (base !== null)
        return (0,_base_result_js__WEBPACK_IMPORTED_MODULE_0__.ok)(base);
    if (facts.ref.startsWith(BRANCH))
        return (0,_base_result_js__WEBPACK_IMPORTED_MODULE_0__.ok)(facts.ref.slice(BRANCH.length));
    const pull = (0,_runner_event_trust_js__WEBPACK_IMPORTED_MODULE_1__/* .pullRequestOf */ ._n)(facts);
    if (pull !== null)
        return (0,_base_result_js__WEBPACK_IMPORTED_MODULE_0__.ok)(pull.baseBranch);
    return (0,_base_result_js__WEBPACK_IMPORTED_MODULE_0__/* .err */ ._)({
        code: 'base-missing',
        message: `the workflow run is about ${facts.ref === '' ? 'no branch' : facts.ref}, so there is no branch that the result is for`,
        help: 'name it with the input base',
        exitCode: 2,
    });
}
/** What to publish and how, from the inputs; the problem is one of them. */
function publishRequest(inputs, facts, of) {
    const branch = baseBranch(inputs, facts);
    if (!branch.ok)
        return branch;
    const { landing, state, result, mode, validation } = of;
    return (0,_base_result_js__WEBPACK_IMPORTED_MODULE_0__.ok)({
        git: landing.git,
        trusted: landing.trusted,
        workflow: state.plan.workflow,
        state,
        result,
        base: { branch: branch.value, commit: state.base.commit },
        expectedCommit: inputs.commit,
        validation,
        mode,
        whenBaseMoved: 'pull-request',
        settings: settingsOf(inputs),
    });
}
function settingsOf(inputs) {
    const { branch, title, labels, reviewers, teamReviewers, assignees, draft } = inputs;
    const { protectedPaths, maxFiles, maxKilobytes, commitSigning } = inputs;
    const people = { labels, reviewers, teamReviewers, assignees };
    return { branch, title, ...people, draft, protectedPaths, maxFiles, maxKilobytes, commitSigning };
}


/***/ }),

/***/ 41969:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ rejectionProblem),
/* harmony export */   w: () => (/* binding */ gitProblem)
/* harmony export */ });
/* harmony import */ var _report_describe_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(52742);

/** A failure of git for a person. `doing` completes "Could not …". */
function gitProblem(failure, doing) {
    if (failure.reason !== 'remote-failed') {
        const { title, help } = (0,_report_describe_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .describeFailure */ .I)(failure);
        return { code: 'git-failed', message: `Could not ${doing}: ${title}`, help, exitCode: 1 };
    }
    const { trouble, outputTail } = failure;
    const message = `Could not ${doing}: ${trouble === 'authentication' ? 'the token was not accepted' : lastLine(outputTail)}`;
    return { code: `remote-${trouble}`, message, help: helpOf(trouble), exitCode: 1 };
}
function helpOf(trouble) {
    if (trouble === 'authentication') {
        return 'The token is wrong or has expired, or may not see the repository. Give another one in the input `token`, or the job `contents: write`.';
    }
    return trouble === 'permission'
        ? 'Give the job `contents: write`, or a token that has that right, in the input `token`.'
        : 'Re-run the failed job; nothing is lost.';
}
/** Why the server did not take a push, for a person. A lost lease is the caller's to handle; here it has words all the same. */
function rejectionProblem(rejection, branch) {
    const problem = (what, help) => ({
        code: `push-${rejection.why}`,
        message: `GitHub did not take the push to ${branch}: ${what}`,
        help,
        exitCode: 1,
    });
    const said = lastLine(rejection.text);
    switch (rejection.why) {
        case 'lease':
            return problem('others push to it at the same time', 'Re-run the failed job; nothing was overwritten.');
        case 'protected-branch':
            return problem(`the branch is protected (${said})`, 'Let the rule leave out `workflow-runner/*`, or give a `branch`.');
        case 'workflow-permission':
            return problem('the result changes files in .github/workflows, which this token may not', 'Give a token of a GitHub App or of a person with the right `workflows`, or keep the change out of the workflow.');
        case 'permission':
            return problem(`the token may not write (${said})`, 'Give the job `contents: write`.');
        case 'hook-declined':
            return problem(`a rule of the repository declined it (${said})`, 'See the rule sets of the repository.');
        case 'shallow':
            return problem('this checkout is shallow, and the history does not join', 'Check out with `fetch-depth: 0`.');
        case 'bad-name':
            return problem('that is no name for a branch', 'Give another name in the input `branch`.');
        case 'other':
            return problem(said, 'See what GitHub said; nothing is lost.');
    }
}
function lastLine(text) {
    const lines = text.split('\n').map((line) => line.replace(/^remote:\s*/, '').trim());
    return lines.findLast((line) => line !== '') ?? 'no reason was given';
}


/***/ }),

/***/ 42884:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ky: () => (/* binding */ runsOf),
/* harmony export */   nx: () => (/* binding */ isPlainMerge),
/* harmony export */   uv: () => (/* binding */ isOwnCommit)
/* harmony export */ });
/* harmony import */ var _base_result_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45256);

const OUR_EMAIL = 'workflow-runner@localhost';
/** Committer of what is made through the API or the web site. */
const GITHUB_EMAIL = 'noreply@github.com';
/**
 * Whether we made a commit: our trailer, and our committer, or for a signed one GitHub as committer and a bot as author. A commit that
 * a person amends or rebases has another committer.
 */
function isOwnCommit({ committer, author, trailers }) {
    if (!trailers.has('workflow-run'))
        return false;
    if (committer.email === OUR_EMAIL)
        return true;
    return committer.email === GITHUB_EMAIL && author.name.endsWith('[bot]');
}
/** Ids of the runs of ours that a commit names. */
function runsOf(commit) {
    return commit.trailers.get('workflow-run') ?? [];
}
/**
 * Whether a merge has nothing of its own: its tree is what merging its two parents gives. "Update branch" on GitHub makes such ones,
 * and losing one loses nobody's work.
 */
async function isPlainMerge(trusted, commit) {
    const [ours, theirs, more] = commit.parents;
    if (ours === undefined || theirs === undefined || more !== undefined)
        return (0,_base_result_js__WEBPACK_IMPORTED_MODULE_0__.ok)(false);
    const merged = await trusted.mergeTrees(ours, theirs);
    if (!merged.ok)
        return merged;
    if (merged.value.kind === 'conflict')
        return (0,_base_result_js__WEBPACK_IMPORTED_MODULE_0__.ok)(false);
    const tree = await trusted.treeOf(commit.id);
    return tree.ok ? (0,_base_result_js__WEBPACK_IMPORTED_MODULE_0__.ok)(tree.value === merged.value.tree) : tree;
}


/***/ }),

/***/ 16923:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ ownRangeAt)
/* harmony export */ });
/* harmony import */ var _base_result_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45256);

/**
 * The commits of ours that end at `to`, as one range: everything after `from`, and nothing of others in between. null when `to` is not
 * ours, or when commits of others lie between ours in a way that no one range can tell apart. `known`: the history, by id.
 */
async function ownRangeAt(trusted, to, { known, isOurs, }) {
    const ours = new Map();
    const borders = new Set();
    for (const queue = [to]; queue.length > 0;) {
        const id = queue.pop() ?? '';
        const commit = known.get(id);
        if (commit === undefined || !isOurs(commit))
            borders.add(id);
        else if (!ours.has(id)) {
            ours.set(id, commit);
            queue.push(...commit.parents);
        }
    }
    if (ours.size === 0 || borders.size === 0)
        return (0,_base_result_js__WEBPACK_IMPORTED_MODULE_0__.ok)(null);
    const newest = await newestOf(trusted, [...borders]);
    if (!newest.ok)
        return newest;
    return (0,_base_result_js__WEBPACK_IMPORTED_MODULE_0__.ok)(newest.value === null ? null : { from: newest.value, to, commits: [...ours.values()] });
}
/** The one that contains all others; null when there is none. */
async function newestOf(trusted, borders) {
    for (const candidate of borders) {
        let containsAll = true;
        for (const other of borders) {
            const contains = await trusted.isAncestor(other, candidate);
            if (!contains.ok)
                return contains;
            containsAll &&= contains.value;
        }
        if (containsAll)
            return (0,_base_result_js__WEBPACK_IMPORTED_MODULE_0__.ok)(candidate);
    }
    return (0,_base_result_js__WEBPACK_IMPORTED_MODULE_0__.ok)(null);
}


/***/ }),

/***/ 95585:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ persistently)
/* harmony export */ });
const DELAYS_MS = [1000, 4000, 16_000];
/**
 * Asks a remote again after trouble with the network. Only for what does no harm when it is done twice: fetching and listing, and
 * pushes with a lease, which find that the branch is at the commit already.
 */
async function persistently({ sleep, signal }, ask) {
    for (const delayMs of DELAYS_MS) {
        const answer = await ask();
        const isNetwork = !answer.ok && answer.error.reason === 'remote-failed' && answer.error.trouble === 'network';
        if (!isNetwork || signal.aborted)
            return answer;
        await sleep(delayMs);
    }
    return await ask();
}


/***/ }),

/***/ 94382:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  m: () => (/* binding */ publish)
});

// EXTERNAL MODULE: ./.cache/build/lib/base/result.js
var base_result = __webpack_require__(45256);
// EXTERNAL MODULE: ./.cache/build/lib/process/environment.js
var environment = __webpack_require__(97500);
// EXTERNAL MODULE: ./.cache/build/lib/report/cut-markdown.js
var cut_markdown = __webpack_require__(42454);
// EXTERNAL MODULE: ./.cache/build/lib/report/duration-text.js
var duration_text = __webpack_require__(67910);
// EXTERNAL MODULE: ./.cache/build/lib/report/evidence-markdown.js
var evidence_markdown = __webpack_require__(10183);
;// CONCATENATED MODULE: ./.cache/build/lib/report/machine-block.js
/**
 * The part of a pull request's body that we write, between two markers; what people write outside of it is theirs. The markers are
 * claims only, since anybody with write access can edit the body.
 */

/** GitHub refuses a longer body ("is too long (maximum is 65536 characters)"). */
const maxBody = 65_536;
const begin = '<!-- workflow-runner:begin -->';
const end = '<!-- workflow-runner:end -->';
const anyMarker = /<!-- workflow-runner:[^\n>]{0,100}-->/g;
const head = new RegExp(`${begin}\\s*<!-- workflow-runner:tip=([0-9a-f]{40,64}) -->\\s*<!-- workflow-runner:run=([0-9A-Za-z-]{1,80}) -->`);
/** Puts markdown between the markers. `content` must hold no `<!--`, which everything from markdown-text.ts guarantees. */
function machineBlock(content, { tip, run }) {
    if (!/^[0-9a-f]{40,64}$/.test(tip))
        throw new Error(`not the name of a commit: ${tip}`);
    if (content.includes('<!--'))
        throw new Error('text in the machine block holds a comment');
    const id = run.replace(/[^0-9A-Za-z-]/g, '-').slice(0, 80);
    const marks = `<!-- workflow-runner:tip=${tip} -->\n<!-- workflow-runner:run=${id === '' ? 'unknown' : id} -->`;
    return `${begin}\n${marks}\n\n${content}\n\n${end}`;
}
/** `oldBody` with `newBlock` in place of its machine block, or before it when there is none. What people wrote stays. */
function replaceMachineBlock(oldBody, newBlock) {
    const from = oldBody.indexOf(begin);
    const to = from < 0 ? -1 : oldBody.indexOf(end, from);
    if (to < 0) {
        const rest = oldBody.replace(anyMarker, '').trim();
        const block = shortened(newBlock, maxBody - rest.length - 2);
        return rest === '' ? block : `${block}\n\n${rest}`;
    }
    const before = oldBody.slice(0, from);
    // A second block can only be a copy that somebody made; without its markers it is text.
    const after = oldBody.slice(to + end.length).replace(anyMarker, '');
    return `${before}${shortened(newBlock, maxBody - before.length - after.length)}${after}`;
}
/** What the markers at the beginning of the machine block say; null when there is no complete block. A claim, to be checked. */
function readMarkers(body) {
    const found = head.exec(body);
    const [, tip, run] = found ?? [];
    if (found === null || tip === undefined || run === undefined)
        return null;
    return body.includes(end, found.index) ? { tip, run } : null;
}
/** A block that fits beside what people wrote: its markers always, of its text what there is room for. */
function shortened(block, room) {
    if (block.length <= room)
        return block;
    const marks = head.exec(block)?.[0] ?? begin;
    const content = block.slice(marks.length, block.length - end.length).trim();
    const short = (0,cut_markdown/* cutMarkdown */.G)(content, Math.max(0, room - marks.length - end.length - 4), '_The rest does not fit._');
    return `${marks}\n\n${short}\n\n${end}`;
}

// EXTERNAL MODULE: ./.cache/build/lib/report/markdown-text.js
var markdown_text = __webpack_require__(677);
// EXTERNAL MODULE: ./.cache/build/lib/report/step-label.js
var step_label = __webpack_require__(42493);
// EXTERNAL MODULE: ./.cache/build/lib/process/terminal-text.js
var terminal_text = __webpack_require__(21385);
;// CONCATENATED MODULE: ./.cache/build/lib/report/pull-request-body.js








/** Room for what people write beside it, below GitHub's 65,536 characters. */
const MAX_CONTENT = 55_000;
const ROWS = [150, 50, 15];
const CUT = '_The rest does not fit here; the summary of the workflow run has it._';
const MAX_TITLE = 120;
/** The machine block of a pull request's body, from its begin marker to its end marker; at most 60,000 characters. */
function renderPullRequestBody(state, facts) {
    let text = '';
    for (const maxRows of ROWS) {
        text = content(state, facts, maxRows);
        if ((0,cut_markdown/* utf8Length */.w)(text) <= MAX_CONTENT)
            break;
    }
    return machineBlock((0,cut_markdown/* cutMarkdown */.G)(text, MAX_CONTENT, CUT), facts.markers);
}
/** A title for the pull request when the user gave none: one line, stable over updates, no reference in it. */
function pullRequestTitle(state) {
    const { workflow, version, description } = state.plan;
    // Plain text, which becomes a commit message when the pull request is squashed: `Closes #1` there would close an issue.
    const what = (0,terminal_text/* safeTerminalLine */.E)(description)
        .replace(/[@#](?=\S)/g, '$& ')
        .replace(/\bGH-(?=\d)/gi, 'GH ')
        .replace(/:\/\//g, ': //')
        .trim();
    const title = what === '' ? `${workflow} ${version}` : `${workflow}: ${what}`;
    return title.length > MAX_TITLE ? `${title.slice(0, MAX_TITLE - 1).replace(/[\ud800-\udbff]$/, '')}…` : title;
}
function content(state, facts, maxRows) {
    const { validation, hosts = null, notes } = facts;
    const sections = [
        ['', opening(state, facts)],
        ['Notes', notes.length === 0 ? '' : (0,evidence_markdown/* notesMarkdown */.BJ)(notes, repositoryOf(facts.runUrl))],
        ['Validation', validation === null ? 'Nothing was validated.' : validated(validation)],
        ['Hosts', (0,evidence_markdown/* hostsMarkdown */.j1)(hosts)],
        // In a pull request GitHub makes links of full commit names by itself; short ones need no address.
        ['Steps', (0,evidence_markdown/* stepTable */.Ph)(state, { maxRows, commitsAt: null })],
    ];
    return sections
        .filter(([, text]) => text !== '')
        .map(([title, text]) => (title === '' ? text : `### ${title}\n\n${text}`))
        .join('\n\n');
}
function opening(state, { base, runUrl }) {
    const { workflow, version, description } = state.plan;
    const took = (0,duration_text/* durationText */.S)((state.endedAt ?? state.updatedAt) - state.startedAt);
    const cost = (0,evidence_markdown/* runCost */.pJ)(state);
    const source = runUrl === null || !/^https?:\/\/[^\s()<>]+$/.test(runUrl) ? 'a run' : `[a workflow run](${runUrl})`;
    const branch = (0,markdown_text/* markdownCode */.D)(base.branch, { maxLength: 120 });
    const behind = base.behind === 0 ? '' : `; ${branch} has got ${(0,step_label/* counted */.hS)(base.behind, 'commit')} since`;
    return [
        `**${(0,markdown_text.markdownText)(`${workflow} ${version}`, { maxLength: 120 })}**${description === '' ? '' : `: ${(0,markdown_text.markdownText)(description)}`}`,
        `Made by ${source} of workflow-runner (${(0,markdown_text.markdownText)(state.runId, { maxLength: 80 })}) in ${took}${cost === '' ? '' : `, ${cost}`}, from ${(0,evidence_markdown/* commitMarkdown */.$x)(base.commit, null)} of ${branch}${behind}.`,
        'The text between the two markers is replaced by the next run. Commits of other people on this branch are never overwritten.',
    ].join('\n\n');
}
/** `https://github.com/owner/repo` of the address of a workflow run. */
function repositoryOf(runUrl) {
    return /^(https?:\/\/[^\s()<>]+?\/[\w.-]+\/[\w.-]+)\/actions\/runs\/\d+/.exec(runUrl ?? '')?.[1] ?? null;
}
function validated({ commit, checks }) {
    // The whole name: this is what a reviewer compares with the head of the branch.
    const on = /^[0-9a-f]{40,64}$/.test(commit) ? commit : (0,markdown_text/* markdownCode */.D)(commit);
    if (checks.length === 0)
        return `No checks are declared for ${on}.`;
    return `✅ passed on exactly ${on}: ${(0,evidence_markdown/* checksMarkdown */.pW)(checks)}`;
}

// EXTERNAL MODULE: ./.cache/build/lib/git/changes.js
var git_changes = __webpack_require__(46361);
// EXTERNAL MODULE: ./.cache/build/lib/git/commit-range.js + 1 modules
var commit_range = __webpack_require__(36341);
// EXTERNAL MODULE: ./.cache/build/lib/git/link-escapes.js
var link_escapes = __webpack_require__(2327);
// EXTERNAL MODULE: ./.cache/build/lib/process/secret-forms.js
var secret_forms = __webpack_require__(21587);
;// CONCATENATED MODULE: ./.cache/build/lib/github/publish/find-secrets.js

/**
 * What is refused by its look. Fewer shapes than `process/redact.ts` takes out of logs: a wrong redaction costs a word, a wrong
 * refusal costs a run, so placeholders that documentation is full of (`https://user:password@`) are not among them.
 */
const SHAPES = [
    // The newer form of installation tokens has dots in it: `ghs_APPID_JWT`.
    ['a GitHub installation token', /ghs_[A-Za-z0-9._-]{36,}/],
    ['a GitHub token', /gh[opur]_[A-Za-z0-9]{36,}/],
    ['a GitHub personal access token', /github_pat_[A-Za-z0-9_]{22,}/],
    ['an Anthropic key', /sk-ant-[A-Za-z0-9_-]{16,}/],
    ['an OpenAI key', /\bsk-(?:proj-|svcacct-)[A-Za-z0-9_-]{32,}|\bsk-[A-Za-z0-9]{40,}/],
    ['an AWS access key', /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/],
    ['a Google API key', /\bAIza[0-9A-Za-z_-]{35}/],
    ['a GitLab token', /glpat-[A-Za-z0-9_-]{20,}/],
    ['an npm token', /npm_[A-Za-z0-9]{36}/],
    ['a Slack token', /xox[abeoprs]-[A-Za-z0-9-]{10,}/],
    ['a private key', /-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----|AGE-SECRET-KEY-1[0-9A-Z]{58}/],
];
/**
 * Searches texts for the values given, in the encodings of `secretForms`, and for what looks like a secret. Each place and kind
 * is told once. Not found: secrets split in pieces, reversed or encrypted.
 */
function findSecrets(texts, values) {
    const forms = (0,secret_forms/* secretForms */.e)(values);
    const known = forms.length === 0 ? null : new RegExp(forms.map(escapeRegExp).join('|'));
    const found = new Map();
    for (const { place, text } of texts) {
        const kinds = SHAPES.filter(([, shape]) => shape.test(text)).map(([what]) => what);
        if (known?.test(text) === true)
            kinds.push('a secret of this job');
        for (const what of kinds)
            found.set(`${place}\0${what}`, { place, what });
    }
    return [...found.values()];
}
function escapeRegExp(text) {
    return text.replace(/[.*+?^${}()|[\]\\/-]/g, String.raw `\$&`);
}

;// CONCATENATED MODULE: ./.cache/build/lib/github/publish/limits.js
/** Which limits the changes of a result exceed. Deletions count as files. A kilobyte is 1024 bytes, rounded up. */
function exceededLimits(changes, limits) {
    const exceeded = [];
    if (changes.length > limits.maxFiles) {
        exceeded.push({ limit: 'files', count: changes.length, max: limits.maxFiles });
    }
    const bytes = changes.reduce((sum, change) => sum + (change.bytes ?? 0), 0);
    if (bytes > limits.maxKilobytes * 1024) {
        const largest = [...changes]
            .sort((a, b) => (b.bytes ?? 0) - (a.bytes ?? 0))
            .slice(0, 5)
            .map(({ path, bytes: size }) => ({ path, kilobytes: kilobytes(size ?? 0) }));
        exceeded.push({ limit: 'size', kilobytes: kilobytes(bytes), max: limits.maxKilobytes, largest });
    }
    return exceeded;
}
function kilobytes(bytes) {
    return Math.ceil(bytes / 1024);
}

// EXTERNAL MODULE: ./node_modules/picomatch/index.js
var picomatch = __webpack_require__(14006);
;// CONCATENATED MODULE: ./.cache/build/lib/github/publish/protected-paths.js

/**
 * The paths that a result must not change, of those it changes (renames are a deletion and an addition, both count).
 * `patterns`: globs in order, the last that matches decides; `!GLOB` takes a path out. A pattern matches whatever a file
 * system may take for the same name: any case, other Unicode forms, trailing dots and spaces, `:stream`, NTFS short names.
 * `!GLOB` matches the exact path only. A glob `folder/**` is about what lies in the folder.
 */
function protectedPaths(changes, patterns) {
    const rules = patterns.map((pattern) => pattern.trim()).filter((pattern) => pattern !== '');
    const matchers = rules.map(ruleOf);
    const names = rules.filter((rule) => !rule.startsWith('!')).flatMap(literalNames);
    const isProtected = ({ path, actsAsFolder }) => {
        const spellings = spellingsOf(path, names);
        const asked = actsAsFolder ? spellings.flatMap((spelling) => [spelling, `${spelling}/x`]) : spellings;
        const last = matchers.findLast((rule) => (rule.takesOut ? rule.matches(path) : asked.some(rule.matches)));
        return last !== undefined && !last.takesOut;
    };
    return [...new Set(changes.filter(isProtected).map(({ path }) => path))].sort();
}
/** strictSlashes: `a/**` is what is in `a`; without it the file `.gitignore` would be matched by `.git*` + `/**`. */
const OPTIONS = { dot: true, strictSlashes: true, nonegate: true };
function ruleOf(rule) {
    if (rule.startsWith('!'))
        return { takesOut: true, matches: picomatch(rule.slice(1), OPTIONS) };
    const matches = picomatch(folded(rule), OPTIONS);
    return { takesOut: false, matches: (path) => matches(path) };
}
function folded(text) {
    return text.normalize('NFKC').toLowerCase().normalize('NFKC');
}
/** Characters that HFS+ leaves out when it compares names; see git's `next_hfs_char` in utf8.c. */
const IGNORED_BY_HFS = /[\u200c-\u200f\u202a-\u202e\u206a-\u206f\ufeff]/g;
/** The path as file systems may read it. More than one when a name may be a short name of a protected one. */
function spellingsOf(path, names) {
    const segments = folded(path.replace(IGNORED_BY_HFS, ''))
        .split(/[/\\]/)
        .map((segment) => segment.replace(/:.*$/s, '').replace(/[. ]+$/, ''))
        .filter((segment) => segment !== '');
    const plain = segments.join('/');
    const spellings = new Set([plain]);
    for (const name of names) {
        const long = segments.map((segment) => (isShortNameOf(segment, name) ? name : segment)).join('/');
        spellings.add(long);
    }
    // `.git` is never in a list, because git itself refuses it: but not under its short name on every system.
    spellings.add(segments.map((segment) => (isShortNameOf(segment, '.git') ? '.git' : segment)).join('/'));
    return [...spellings];
}
/** `GITHUB~1` for `.github`, `MCP~1.JSO` for `.mcp.json`: at most six letters of the name without its first dots. */
function isShortNameOf(segment, name) {
    const parts = /^([^.~]{1,6})~\d{1,6}(?:\.([^.]{0,3}))?$/.exec(segment);
    if (parts === null)
        return false;
    const [base = '', ...extensions] = name.replace(/^\.+/, '').replaceAll(' ', '').split('.');
    const extension = extensions.at(-1) ?? '';
    return base.slice(0, 6) === parts[1] && extension.slice(0, 3) === (parts[2] ?? '');
}
/** The names in a glob that have no wildcard, folded. */
function literalNames(rule) {
    return folded(rule)
        .split('/')
        .filter((segment) => segment !== '' && !/[*?[\]{}()!+@]/.test(segment));
}

;// CONCATENATED MODULE: ./.cache/build/lib/github/publish/check-result.js







/** More than this is not read into memory at once. */
const MOST_BYTES = 256 * 1024 * 1024;
/**
 * Everything that is wrong with publishing the commits after `from` up to `to`. Paths, links and sizes: of the result. Secrets: of every
 * commit, because what a later one removed is pushed all the same.
 */
async function checkResult(asked) {
    const changes = await (0,commit_range/* changedFiles */.Y_)(asked.trusted, asked.from, asked.to);
    if (!changes.ok)
        return changes;
    const links = await escapingLinks(asked);
    if (!links.ok)
        return links;
    const secrets = await secretsIn(asked);
    if (!secrets.ok)
        return secrets;
    const sized = changes.value.map(({ path, size }) => ({ path, bytes: size }));
    const submodules = changes.value.filter(({ newMode }) => newMode === git_changes/* SUBMODULE_MODE */.Fe).map(({ path }) => path);
    const kept = protectedPaths(changes.value.map(asChangedPath), asked.protectedPaths);
    const refusals = [];
    if (kept.length > 0)
        refusals.push({ kind: 'protected-paths', paths: kept });
    if (links.value.length > 0)
        refusals.push({ kind: 'links', links: links.value });
    if (submodules.length > 0)
        refusals.push({ kind: 'submodules', paths: submodules });
    for (const exceeded of exceededLimits(sized, asked))
        refusals.push({ kind: 'limit', exceeded });
    return (0,base_result.ok)([...refusals, ...secrets.value]);
}
function asChangedPath({ path, newMode }) {
    return { path, actsAsFolder: newMode === git_changes/* LINK_MODE */.BG || newMode === git_changes/* SUBMODULE_MODE */.Fe };
}
async function escapingLinks({ trusted, from, to, }) {
    const changes = await trusted.treeChanges(from, to);
    if (!changes.ok)
        return changes;
    const links = await trusted.withLinkTargets(changes.value.filter(({ newMode }) => newMode === git_changes/* LINK_MODE */.BG));
    if (!links.ok)
        return links;
    const all = links.value.map(({ path, linkTarget = '' }) => ({ path, target: linkTarget }));
    return (0,base_result.ok)(all.filter(({ path, target }) => (0,link_escapes/* linkEscapes */.b)(path, target)));
}
async function secretsIn({ trusted, from, to, secrets, texts }) {
    const commits = await (0,commit_range/* readCommits */.Fe)(trusted, { from, to });
    if (!commits.ok)
        return commits;
    const added = await (0,commit_range/* readAddedText */.WN)(trusted, { from, to, maxBytes: MOST_BYTES });
    if (!added.ok)
        return added;
    const messages = commits.value.commits.map(({ id, subject, body, author, committer }) => ({
        place: `message of commit ${id.slice(0, 12)}`,
        text: [subject, body, author.name, author.email, committer.name, committer.email].join('\n'),
    }));
    const files = added.value.files.map(({ path, text }) => ({ place: path, text }));
    const names = added.value.files.map(({ path }) => ({ place: 'name of a file', text: path }));
    const findings = findSecrets([...texts, ...messages, ...names, ...files], secrets);
    const refusals = [];
    if (findings.length > 0)
        refusals.push({ kind: 'secrets', findings });
    if (added.value.unread.length > 0)
        refusals.push({ kind: 'not-searched', paths: added.value.unread });
    if (commits.value.truncated)
        refusals.push({ kind: 'not-searched', paths: ['messages of older commits'] });
    return (0,base_result.ok)(refusals);
}

// EXTERNAL MODULE: ./.cache/build/lib/git/push.js + 1 modules
var push = __webpack_require__(44817);
// EXTERNAL MODULE: ./.cache/build/lib/github/api/rest.js + 2 modules
var api_rest = __webpack_require__(38978);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 5 modules
var schemas = __webpack_require__(96723);
// EXTERNAL MODULE: ./.cache/build/lib/github/publish/pull-request-data.js
var pull_request_data = __webpack_require__(23517);
;// CONCATENATED MODULE: ./.cache/build/lib/github/publish/close-pull-request.js



/** Closes a pull request whose diff has vanished, and says so in it. The comment may fail; closing may not. */
async function closePullRequest(rest, pullRequest, why) {
    const { number, body } = pullRequest;
    const marked = body.includes(pull_request_data/* CLOSED_MARKER */.WA) ? body : `${body}\n\n${pull_request_data/* CLOSED_MARKER */.WA}`;
    const closed = await rest.request({
        route: 'PATCH /repos/{owner}/{repo}/pulls/{pull_number}',
        parameters: { pull_number: number, state: 'closed', body: marked },
        answer: pull_request_data/* pullRequestSchema */.MH,
    });
    if (!closed.ok)
        return closed;
    await rest.request({
        route: 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments',
        parameters: { issue_number: number, body: why },
        answer: schemas/* unknown */.L5J(),
    });
    return (0,base_result.ok)(closed.value);
}
/** The body of one that is open again or newly used: without the mark that we closed it. */
function withoutClosedMarker(body) {
    return body.replaceAll(pull_request_data/* CLOSED_MARKER */.WA, '').trimEnd();
}

// EXTERNAL MODULE: ./.cache/build/lib/git/remote.js + 1 modules
var git_remote = __webpack_require__(17569);
;// CONCATENATED MODULE: ./.cache/build/lib/github/publish/choose-branch.js
/** Names to try, in order: `first`, `first-2`, `first-3` … */
function branchNames(first, count) {
    return Array.from({ length: count }, (_, index) => (index === 0 ? first : `${first}-${index + 1}`));
}
/** The first branch that can be taken without losing a commit of anybody; null when there is none. */
function chooseBranch(candidates) {
    const index = candidates.findIndex(({ kind }) => kind !== 'foreign');
    const chosen = candidates[index];
    if (chosen === undefined)
        return null;
    return { name: chosen.name, expected: chosen.tip, leftAlone: candidates.slice(0, index) };
}

// EXTERNAL MODULE: ./.cache/build/lib/github/publish/git-problem.js
var git_problem = __webpack_require__(41969);
// EXTERNAL MODULE: ./.cache/build/lib/github/publish/own-commits.js
var own_commits = __webpack_require__(42884);
;// CONCATENATED MODULE: ./.cache/build/lib/github/publish/publication.js
/** The branch of the pull request when nothing is in the way. */
function firstBranch({ workflow, settings }) {
    return settings.branch ?? `workflow-runner/${workflow}`;
}

// EXTERNAL MODULE: ./.cache/build/lib/github/publish/persistent-remote.js
var persistent_remote = __webpack_require__(95585);
;// CONCATENATED MODULE: ./.cache/build/lib/github/publish/survey-branches.js











/** Names that are tried, and commits that a branch may be ahead by, before we take it for somebody else's. */
const MOST_NAMES = 20;
const MOST_COMMITS = 2000;
/** Of a job that publishes. */
const RIGHTS = '`contents: write` and `pull-requests: write`';
/**
 * Looks at GitHub for the branch to push to: the first of `name`, `name-2` … on which nobody's commit is lost. `passedOver`: names that
 * are not taken, because others push to them right now.
 */
async function surveyBranches(publication, passedOver) {
    const { request, world, rest } = publication;
    const first = firstBranch(request);
    const tips = await (0,persistent_remote/* persistently */.p)(world, async () => await (0,git_remote/* listRemoteBranches */.Hc)(request.trusted, {
        remote: world.remote,
        patterns: [first, `${first}-*`],
        signal: world.signal,
    }));
    if (!tips.ok)
        return (0,base_result/* err */._)((0,git_problem/* gitProblem */.w)(tips.error, 'list the branches on GitHub'));
    const candidates = [];
    const closed = [];
    let found = null;
    for (const name of branchNames(first, MOST_NAMES)) {
        const pulls = await (0,pull_request_data/* findPullRequests */.JV)(rest, world.facts.owner, { head: name, base: request.base.branch });
        if (!pulls.ok)
            return (0,base_result/* err */._)((0,api_rest.restProblem)(pulls.error, 'look for pull requests', RIGHTS));
        closed.push(...pulls.value.filter(({ state }) => state === 'closed'));
        // Beside the branch that is free now may be pull requests of a time when it was not.
        if (found !== null && pulls.value.length > 0)
            continue;
        if (found !== null)
            break;
        const open = pulls.value.find(({ state }) => state === 'open') ?? null;
        const tip = tips.value.get(name) ?? null;
        const kind = passedOver.has(name) ? (0,base_result.ok)('foreign') : await kindOf(publication, tip, open);
        if (!kind.ok)
            return (0,base_result/* err */._)((0,git_problem/* gitProblem */.w)(kind.error, `look at the branch ${name}`));
        candidates.push({ name, tip, kind: kind.value, openPullRequest: open?.number ?? null });
        const branch = chooseBranch(candidates);
        if (branch === null)
            continue;
        found = { branch, open };
        if (open !== null || pulls.value.length === 0)
            break;
    }
    if (found !== null)
        return (0,base_result.ok)({ ...found, closed });
    return (0,base_result/* err */._)({
        code: 'no-free-branch',
        message: `All branches from ${first} to ${first}-${MOST_NAMES} have commits that are not ours`,
        help: 'Merge or delete some of them, or give another name in the input `branch`.',
        exitCode: 1,
    });
}
async function kindOf({ request, world, baseTip }, tip, open) {
    if (tip === null)
        return (0,base_result.ok)('absent');
    const { trusted } = request;
    const obtained = await (0,persistent_remote/* persistently */.p)(world, async () => await (0,git_remote/* obtainCommit */.LB)(trusted, { remote: world.remote, commit: tip, signal: world.signal }));
    if (!obtained.ok)
        return obtained;
    if (obtained.value === 'not-found')
        return (0,base_result.ok)('foreign');
    const merged = await trusted.isAncestor(tip, baseTip);
    if (!merged.ok)
        return merged;
    if (merged.value)
        return (0,base_result.ok)('merged');
    const ahead = await (0,commit_range/* readCommits */.Fe)(trusted, { from: baseTip, to: tip, limit: MOST_COMMITS });
    if (!ahead.ok)
        return ahead;
    if (ahead.value.truncated)
        return (0,base_result.ok)('foreign');
    const [newest] = ahead.value.commits;
    const isMarked = open !== null && readMarkers(open.body)?.tip === tip;
    if (isMarked && newest?.id === tip && newest.trailers.has('workflow-run'))
        return (0,base_result.ok)('ours');
    for (const commit of ahead.value.commits) {
        if ((0,own_commits/* isOwnCommit */.uv)(commit))
            continue;
        const isPlain = await (0,own_commits/* isPlainMerge */.nx)(trusted, commit);
        if (!isPlain.ok)
            return isPlain;
        if (!isPlain.value)
            return (0,base_result.ok)('foreign');
    }
    return (0,base_result.ok)('ours');
}

;// CONCATENATED MODULE: ./.cache/build/lib/github/publish/close-vanished.js






const WHY = 'The workflow ran again, and its result does not differ from the base branch any more: closed.';
/** Nothing to publish: our open pull request, if there is one, is closed, and its branch deleted when all of it is ours. */
async function closeVanished(publication) {
    const { request, world, rest, notes } = publication;
    const survey = await surveyBranches(publication, new Set());
    if (!survey.ok)
        return survey;
    const { open, branch } = survey.value;
    if (open === null)
        return (0,base_result.ok)({ kind: 'nothing', closed: null });
    const closed = await closePullRequest(rest, open, WHY);
    if (!closed.ok)
        return (0,base_result/* err */._)((0,api_rest.restProblem)(closed.error, `close the pull request #${open.number}`, '`pull-requests: write`'));
    if (branch.expected !== null) {
        const { remote, signal } = world;
        const deletion = { remote, branch: branch.name, tip: branch.expected, signal };
        const deleted = await (0,persistent_remote/* persistently */.p)(world, async () => await (0,push/* deleteBranch */.S)(request.trusted, deletion));
        const isGone = deleted.ok && deleted.value.kind !== 'rejected';
        if (!isGone)
            notes.push(`The branch ${branch.name} could not be deleted.`);
    }
    return (0,base_result.ok)({ kind: 'nothing', closed: { number: open.number, url: open.html_url } });
}

;// CONCATENATED MODULE: ./.cache/build/lib/github/publish/open-publication.js






/** Finds out where the base branch is and what the result shares with it. Nothing is written to GitHub. */
async function openPublication(request, world) {
    const { trusted, base, result } = request;
    if (request.expectedCommit !== null && request.expectedCommit !== result)
        return (0,base_result/* err */._)(OTHER_COMMIT(request));
    if (request.settings.branch === base.branch)
        return (0,base_result/* err */._)(SAME_BRANCH(base.branch));
    const baseTip = await obtainBranch(request, world);
    if (!baseTip.ok)
        return baseTip;
    const bases = await (0,commit_range/* mergeBases */.PC)(trusted, baseTip.value, result);
    if (!bases.ok)
        return (0,base_result/* err */._)((0,git_problem/* gitProblem */.w)(bases.error, 'compare the result with the base branch'));
    const [shared, another] = bases.value;
    const began = await trusted.isAncestor(base.commit, result);
    if (!began.ok)
        return (0,base_result/* err */._)((0,git_problem/* gitProblem */.w)(began.error, 'compare the result with the commit that the run began at'));
    // Counted from one of several, what the result changes may hide what it takes back of the others; no run of ours has that.
    if (shared === undefined || another !== undefined || !began.value)
        return (0,base_result/* err */._)(UNRELATED(request));
    const newer = await (0,commit_range/* readCommits */.Fe)(trusted, { from: shared, to: baseTip.value });
    if (!newer.ok)
        return (0,base_result/* err */._)((0,git_problem/* gitProblem */.w)(newer.error, 'read the base branch'));
    const { owner, repo, apiUrl } = world.facts;
    const { token, sleep, now, signal } = world;
    const rest = await (0,api_rest.openRest)({ owner, repo, apiUrl, token, sleep, now, signal });
    const behind = newer.value.commits.length;
    return (0,base_result.ok)({
        request,
        world,
        rest,
        baseTip: baseTip.value,
        from: shared,
        behind,
        notes: movedNote(base, behind),
    });
}
async function obtainBranch({ trusted, base }, world) {
    const { remote, signal } = world;
    const tips = await (0,persistent_remote/* persistently */.p)(world, async () => await (0,git_remote/* listRemoteBranches */.Hc)(trusted, { remote, patterns: [base.branch], signal }));
    if (!tips.ok)
        return (0,base_result/* err */._)((0,git_problem/* gitProblem */.w)(tips.error, 'ask GitHub for the base branch'));
    const tip = tips.value.get(base.branch);
    if (tip === undefined)
        return (0,base_result/* err */._)(NO_BASE(base.branch));
    const doing = 'fetch the base branch';
    if (trusted.repository.shallow) {
        // Whose commits lie between base and branch can only be told from the whole history.
        const whole = await (0,persistent_remote/* persistently */.p)(world, async () => await (0,git_remote/* unshallow */.QG)(trusted, { remote, signal }));
        if (!whole.ok)
            return (0,base_result/* err */._)((0,git_problem/* gitProblem */.w)(whole.error, doing));
    }
    const obtained = await (0,persistent_remote/* persistently */.p)(world, async () => await (0,git_remote/* obtainCommit */.LB)(trusted, { remote, commit: tip, branch: base.branch, signal }));
    if (!obtained.ok)
        return (0,base_result/* err */._)((0,git_problem/* gitProblem */.w)(obtained.error, doing));
    return obtained.value === 'not-found' ? (0,base_result/* err */._)(NO_BASE(base.branch)) : (0,base_result.ok)(tip);
}
function movedNote(base, behind) {
    if (behind === 0)
        return [];
    const commits = behind === 1 ? '1 commit has' : `${behind} commits have`;
    return [`${commits} come to ${base.branch} since this run began; the result was not validated together with them.`];
}
const OTHER_COMMIT = ({ expectedCommit, result }) => ({
    code: 'not-the-validated-commit',
    message: `The result is ${result}, but ${expectedCommit} was validated`,
    help: 'Only what was validated is published. Re-run the validation on the newest checkpoint.',
    exitCode: 1,
});
const SAME_BRANCH = (branch) => ({
    code: 'branch-is-base',
    message: `The branch of the pull request is the base branch itself: ${branch}`,
    help: 'Give another name in the input `branch`, or use `publish: push`.',
    exitCode: 2,
});
const NO_BASE = (branch) => ({
    code: 'base-missing',
    message: `The base branch ${branch} is not on GitHub`,
    help: 'Name the branch that the result is for in the input `base`.',
    exitCode: 1,
});
const UNRELATED = ({ base, result }) => ({
    code: 'unrelated-result',
    message: `The result ${result} does not descend from ${base.commit}, which the run began at on ${base.branch}`,
    help: 'Only what was added on top of the base is published. Begin a new run.',
    exitCode: 1,
});

// EXTERNAL MODULE: ./.cache/build/lib/github/publish/pull-request.js
var pull_request = __webpack_require__(47512);
;// CONCATENATED MODULE: ./.cache/build/lib/github/publish/pull-request-people.js

/** What cannot be set is told and does no harm: the pull request is there. */
async function setPeopleAndLabels(rest, number, { labels, reviewers, teamReviewers, assignees }) {
    const issue = '/repos/{owner}/{repo}/issues/{issue_number}';
    const reviews = 'POST /repos/{owner}/{repo}/pulls/{pull_number}/requested_reviewers';
    const adds = [
        { what: 'label', key: 'labels', names: labels, route: `POST ${issue}/labels` },
        { what: 'reviewer', key: 'reviewers', names: reviewers, route: reviews },
        { what: 'team of reviewers', key: 'team_reviewers', names: teamReviewers.map(slugOfTeam), route: reviews },
        { what: 'assignee', key: 'assignees', names: assignees, route: `POST ${issue}/assignees` },
    ];
    const notes = [];
    for (const addition of adds)
        notes.push(...(await add(rest, number, addition)));
    return notes;
}
/** All at once; when that is refused one by one, because one unknown name makes GitHub refuse the others too. */
async function add(rest, number, addition) {
    const { what, names } = addition;
    if (names.length === 0)
        return [];
    const together = await send(rest, number, addition);
    if (together.ok)
        return [];
    const isOneToBlame = names.length > 1 && ['invalid', 'not-found'].includes(together.error.reason);
    if (!isOneToBlame)
        return [noteOf(what, names.join(', '), together.error)];
    const notes = [];
    for (const name of names) {
        const alone = await send(rest, number, { ...addition, names: [name] });
        if (!alone.ok)
            notes.push(noteOf(what, name, alone.error));
    }
    return notes;
}
async function send(rest, number, { route, key, names }) {
    return await rest.request({
        route,
        parameters: { [route.includes('{issue_number}') ? 'issue_number' : 'pull_number']: number, [key]: names },
        answer: schemas/* unknown */.L5J(),
        // Adding what is there already changes nothing.
        whenUnknown: 'repeat',
    });
}
function noteOf(what, names, failure) {
    const said = failure.reason === 'invalid' ? failure.messages.join('; ') : 'message' in failure ? failure.message : 'stopped';
    return `The ${what} ${names} could not be set: ${said}`;
}
/** `@org/team` and `org/team` are ways that people write it; the API takes `team`. */
function slugOfTeam(name) {
    return name.split('/').at(-1) ?? name;
}

// EXTERNAL MODULE: ./.cache/build/lib/github/publish/publish-report.js
var publish_report = __webpack_require__(3791);
;// CONCATENATED MODULE: ./.cache/build/lib/github/publish/move-branch.js


const refSchema = schemas/* object */.Ikc({ object: schemas/* object */.Ikc({ sha: schemas/* string */.YjP() }) });
/**
 * Moves or makes a branch through the API. Never forced: when the branch has got commits that `to` does not have, or exists where it
 * must not, it is left alone.
 */
async function moveBranch(rest, move) {
    const answer = move.expected === null ? await create(rest, move) : await advance(rest, move);
    if (answer.ok)
        return (0,base_result.ok)('moved');
    const { error } = answer;
    const said = error.reason === 'invalid' ? error.messages.join('; ') : '';
    const isLost = move.expected === null
        ? /already exists/i.test(said)
        : /not a fast.forward|does not exist|cannot lock ref/i.test(said) || error.reason === 'not-found';
    if (!isLost)
        return answer;
    const now = await tipOf(rest, move.branch);
    return (0,base_result.ok)(now === move.to ? 'moved' : 'lost-lease');
}
async function create(rest, { branch, to }) {
    return await rest.request({
        route: 'POST /repos/{owner}/{repo}/git/refs',
        parameters: { ref: `refs/heads/${branch}`, sha: to },
        answer: refSchema,
        // The second time it says "already exists", and then it is looked whose it is.
        whenUnknown: 'repeat',
    });
}
async function advance(rest, { branch, to }) {
    return await rest.request({
        route: 'PATCH /repos/{owner}/{repo}/git/refs/{ref}',
        parameters: { ref: `heads/${branch}`, sha: to, force: false },
        answer: refSchema,
    });
}
async function tipOf(rest, branch) {
    const answer = await rest.request({
        route: 'GET /repos/{owner}/{repo}/git/ref/{ref}',
        parameters: { ref: `heads/${branch}` },
        answer: refSchema,
    });
    return answer.ok ? answer.value.object.sha : null;
}

// EXTERNAL MODULE: ./.cache/build/lib/git/commit-message.js
var commit_message = __webpack_require__(61305);
;// CONCATENATED MODULE: ./.cache/build/lib/github/publish/signed-commit.js






const shaSchema = schemas/* object */.Ikc({ sha: schemas/* string */.YjP() });
/** Files that are sent at the same time. */
const AT_ONCE = 4;
/**
 * Makes one commit with the tree of `result` through the API. Without author and committer GitHub signs it for the token's user.
 * Gives its id; no ref is moved. The tree that GitHub made is compared with ours: nothing else is ever published.
 */
async function makeSignedCommit(commit) {
    const { trusted, rest, from, result } = commit;
    const changes = await trusted.treeChanges(from, result);
    if (!changes.ok)
        return (0,base_result/* err */._)((0,git_problem/* gitProblem */.w)(changes.error, 'compare the result with its base'));
    const unnameable = changes.value.find(({ path }) => /\p{Surrogate}/u.test(path));
    if (unnameable !== undefined)
        return (0,base_result/* err */._)(NOT_TEXT(unnameable.path));
    const sent = await sendBlobs(rest, trusted, changes.value);
    if (!sent.ok)
        return sent;
    const tree = await makeTree(rest, trusted, { from, changes: changes.value });
    if (!tree.ok)
        return tree;
    const expected = await trusted.treeOf(result);
    if (!expected.ok)
        return (0,base_result/* err */._)((0,git_problem/* gitProblem */.w)(expected.error, 'read the result'));
    if (tree.value !== expected.value)
        return (0,base_result/* err */._)(OTHER_TREE(tree.value, expected.value));
    const made = await rest.request({
        route: 'POST /repos/{owner}/{repo}/git/commits',
        parameters: {
            message: (0,commit_message/* commitMessage */.d)(commit.message, commit.trailers),
            tree: tree.value,
            parents: commit.parents,
        },
        answer: shaSchema,
        // Another commit without a ref harms nobody.
        whenUnknown: 'repeat',
    });
    return made.ok ? (0,base_result.ok)(made.value.sha) : (0,base_result/* err */._)((0,api_rest.restProblem)(made.error, 'make the commit'));
}
async function sendBlobs(rest, trusted, changes) {
    const ids = [...new Set(changes.filter(hasBlob).map(({ newId }) => newId))];
    for (let at = 0; at < ids.length; at += AT_ONCE) {
        const some = ids.slice(at, at + AT_ONCE);
        const contents = await trusted.blobs(some);
        if (!contents.ok)
            return (0,base_result/* err */._)((0,git_problem/* gitProblem */.w)(contents.error, 'read the changed files'));
        const answers = await Promise.all(some.map((id) => sendBlob(rest, id, contents.value.get(id))));
        for (const answer of answers)
            if (!answer.ok)
                return (0,base_result/* err */._)((0,api_rest.restProblem)(answer.error, 'send the changed files'));
    }
    return (0,base_result.ok)(undefined);
}
async function sendBlob(rest, id, content) {
    const sent = await rest.request({
        route: 'POST /repos/{owner}/{repo}/git/blobs',
        parameters: { content: (content ?? Buffer.alloc(0)).toString('base64'), encoding: 'base64' },
        answer: shaSchema,
        whenUnknown: 'repeat',
    });
    if (!sent.ok)
        return sent;
    const isSame = sent.value.sha === id;
    return isSame ? (0,base_result.ok)(undefined) : (0,base_result/* err */._)({ reason: 'unexpected', message: `GitHub made ${sent.value.sha} of blob ${id}` });
}
async function makeTree(rest, trusted, { from, changes }) {
    const base = await trusted.treeOf(from);
    if (!base.ok)
        return (0,base_result/* err */._)((0,git_problem/* gitProblem */.w)(base.error, 'read the base'));
    if (changes.length === 0)
        return (0,base_result.ok)(base.value);
    const entries = changes.map((change) => hasBlob(change)
        ? { path: change.path, mode: change.newMode, type: 'blob', sha: change.newId }
        : { path: change.path, mode: change.oldMode, type: 'blob', sha: null });
    const made = await rest.request({
        route: 'POST /repos/{owner}/{repo}/git/trees',
        // Removals first: a file may have become a folder.
        parameters: {
            base_tree: base.value,
            tree: entries.sort((a, b) => Number(a.sha !== null) - Number(b.sha !== null)),
        },
        answer: shaSchema,
        whenUnknown: 'repeat',
    });
    return made.ok ? (0,base_result.ok)(made.value.sha) : (0,base_result/* err */._)((0,api_rest.restProblem)(made.error, 'make the tree'));
}
function hasBlob({ type, newMode }) {
    return type !== 'D' && newMode !== git_changes/* SUBMODULE_MODE */.Fe;
}
const NOT_TEXT = (path) => ({
    code: 'signing-impossible',
    message: `The name of ${JSON.stringify(path)} is not UTF-8, and the API takes no others`,
    help: 'Rename the file, or publish without `commit-signing`.',
    exitCode: 1,
});
const OTHER_TREE = (made, expected) => ({
    code: 'signing-impossible',
    message: `GitHub made the tree ${made} of the result, whose tree is ${expected}`,
    help: 'Publish without `commit-signing`, and report this.',
    exitCode: 1,
});

;// CONCATENATED MODULE: ./.cache/build/lib/github/publish/push-result.js









/** Brings the result to a branch of pull requests, by git or as one signed commit. Replaces what was there, if it is still that. */
async function pushResult(publication, target) {
    const { request, world } = publication;
    if (request.settings.commitSigning)
        return await pushSigned(publication, target);
    const pushed = await (0,persistent_remote/* persistently */.p)(world, async () => await (0,push/* pushBranch */.T)(request.trusted, {
        remote: world.remote,
        branch: target.branch,
        commit: request.result,
        over: { tip: target.expected },
        signal: world.signal,
    }));
    if (!pushed.ok)
        return (0,base_result/* err */._)((0,git_problem/* gitProblem */.w)(pushed.error, `push to ${target.branch}`));
    return pushed.value.kind === 'rejected' ? ofRejection(pushed.value, target.branch) : (0,base_result.ok)(toCommit(request.result));
}
/** Brings the result to the base branch: only forward, nothing is replaced. */
async function pushForward(publication) {
    const { request, world, baseTip } = publication;
    const { branch } = request.base;
    if (request.settings.commitSigning)
        return await pushSigned(publication, { branch, expected: baseTip });
    const pushed = await (0,persistent_remote/* persistently */.p)(world, async () => await (0,push/* pushBranch */.T)(request.trusted, {
        remote: world.remote,
        branch,
        commit: request.result,
        over: 'fast-forward',
        signal: world.signal,
    }));
    if (!pushed.ok)
        return (0,base_result/* err */._)((0,git_problem/* gitProblem */.w)(pushed.error, `push to ${branch}`));
    return pushed.value.kind === 'rejected' ? ofRejection(pushed.value, branch) : (0,base_result.ok)(toCommit(request.result));
}
/** What a push that the server did not take comes to. */
function ofRejection(rejection, branch) {
    if (rejection.why === 'lease')
        return (0,base_result.ok)({ kind: 'lost-lease' });
    const problem = (0,git_problem/* rejectionProblem */.r)(rejection, branch);
    return rejection.why === 'protected-branch' ? (0,base_result.ok)({ kind: 'protected', problem }) : (0,base_result/* err */._)(problem);
}
function toCommit(commit) {
    return { kind: 'pushed', commit };
}
/** As `pushResult`, in one commit that GitHub signs, on top of what is there. */
async function pushSigned(publication, target) {
    const { request, world, rest, from } = publication;
    const { trusted, result, state, settings } = request;
    const parents = await parentsFor(publication, target.expected);
    if (!parents.ok)
        return parents;
    if (parents.value.kind === 'there')
        return (0,base_result.ok)({ kind: 'pushed', commit: parents.value.commit });
    if (parents.value.kind === 'begin-anew' && target.expected !== null) {
        const deletion = { remote: world.remote, branch: target.branch, tip: target.expected, signal: world.signal };
        const deleted = await (0,persistent_remote/* persistently */.p)(world, async () => await (0,push/* deleteBranch */.S)(trusted, deletion));
        if (!deleted.ok)
            return (0,base_result/* err */._)((0,git_problem/* gitProblem */.w)(deleted.error, `replace the branch ${target.branch}`));
        if (deleted.value.kind === 'rejected')
            return ofRejection(deleted.value, target.branch);
    }
    const expected = parents.value.kind === 'begin-anew' ? null : target.expected;
    const made = await makeSignedCommit({
        trusted,
        rest,
        from,
        result,
        parents: parents.value.kind === 'on' ? parents.value.parents : [from],
        message: settings.title ?? pullRequestTitle(state),
        trailers: [['Workflow-Run', state.runId]],
    });
    if (!made.ok)
        return made;
    const moved = await moveBranch(rest, { branch: target.branch, expected, to: made.value });
    if (!moved.ok) {
        const problem = (0,api_rest.restProblem)(moved.error, `move the branch ${target.branch}`);
        return /protected branch|rule violations/i.test(problem.message)
            ? (0,base_result.ok)({ kind: 'protected', problem })
            : (0,base_result/* err */._)(problem);
    }
    return (0,base_result.ok)(moved.value === 'moved' ? { kind: 'pushed', commit: made.value } : { kind: 'lost-lease' });
}
/** The tip first, so that the branch moves forward; and the base, so that what the base has is not shown as a change. */
async function parentsFor(publication, tip) {
    const { request, world, from, baseTip } = publication;
    const { trusted, result } = request;
    if (tip === null || tip === from)
        return (0,base_result.ok)({ kind: 'on', parents: [from] });
    const failed = (error) => (0,base_result/* err */._)((0,git_problem/* gitProblem */.w)(error, 'compare the result with its branch'));
    const obtained = await (0,persistent_remote/* persistently */.p)(world, async () => await (0,git_remote/* obtainCommit */.LB)(trusted, { remote: world.remote, commit: tip, signal: world.signal }));
    if (!obtained.ok)
        return failed(obtained.error);
    const isBehind = await trusted.isAncestor(tip, from);
    if (!isBehind.ok)
        return failed(isBehind.error);
    if (isBehind.value)
        return (0,base_result.ok)({ kind: 'on', parents: [from] });
    const isMerged = await trusted.isAncestor(tip, baseTip);
    if (!isMerged.ok)
        return failed(isMerged.error);
    if (isMerged.value)
        return (0,base_result.ok)({ kind: 'begin-anew' });
    const hasBase = await trusted.isAncestor(from, tip);
    if (!hasBase.ok)
        return failed(hasBase.error);
    if (!hasBase.value)
        return (0,base_result.ok)({ kind: 'on', parents: [tip, from] });
    const [one, other] = [await trusted.treeOf(tip), await trusted.treeOf(result)];
    if (!one.ok)
        return failed(one.error);
    if (!other.ok)
        return failed(other.error);
    return (0,base_result.ok)(one.value === other.value ? { kind: 'there', commit: tip } : { kind: 'on', parents: [tip] });
}

;// CONCATENATED MODULE: ./.cache/build/lib/github/publish/publish-pull-request.js












/** A branch that is pushed to by others again and again is left to them. */
const LOOKS_PER_BRANCH = 3;
const BRANCHES = 3;
/** Closed pull requests whose tree is compared with the result's. */
const MOST_CLOSED = 10;
/** Pushes the branch, then opens or updates its one pull request. */
async function publishPullRequest(publication) {
    const passedOver = new Set();
    for (let look = 1; look <= LOOKS_PER_BRANCH * BRANCHES; look += 1) {
        const survey = await surveyBranches(publication, passedOver);
        if (!survey.ok)
            return survey;
        const declined = await declinedOne(publication, survey.value);
        if (!declined.ok)
            return declined;
        if (declined.value !== null)
            return (0,base_result.ok)({ kind: 'declined', pullRequest: referenceTo(declined.value) });
        const { name, expected } = survey.value.branch;
        const pushed = await pushResult(publication, { branch: name, expected });
        if (!pushed.ok)
            return pushed;
        if (pushed.value.kind === 'protected')
            return (0,base_result/* err */._)(pushed.value.problem);
        if (pushed.value.kind === 'pushed')
            return await openOrUpdate(publication, survey.value, pushed.value.commit);
        if (look % LOOKS_PER_BRANCH === 0)
            passedOver.add(name);
    }
    const lost = { kind: 'rejected', why: 'lease', tip: null, text: '' };
    return (0,base_result/* err */._)((0,git_problem/* rejectionProblem */.r)(lost, [...passedOver].join(', ')));
}
/** A pull request of ours that a person closed with exactly this tree. */
async function declinedOne({ request, rest }, { open, closed }) {
    if (open !== null)
        return (0,base_result.ok)(null);
    const byPeople = closed.filter(({ body, merged_at: mergedAt }) => mergedAt == null && readMarkers(body) !== null && !body.includes(pull_request_data/* CLOSED_MARKER */.WA));
    const tree = await request.trusted.treeOf(request.result);
    for (const pullRequest of byPeople.slice(0, MOST_CLOSED)) {
        const commit = await rest.request({
            route: 'GET /repos/{owner}/{repo}/git/commits/{commit_sha}',
            parameters: { commit_sha: pullRequest.head.sha },
            answer: schemas/* object */.Ikc({ tree: schemas/* object */.Ikc({ sha: schemas/* string */.YjP() }) }),
        });
        if (!commit.ok && commit.error.reason !== 'not-found') {
            return (0,base_result/* err */._)((0,api_rest.restProblem)(commit.error, `look at the closed pull request #${pullRequest.number}`));
        }
        if (commit.ok && tree.ok && commit.value.tree.sha === tree.value)
            return (0,base_result.ok)(pullRequest);
    }
    return (0,base_result.ok)(null);
}
async function openOrUpdate(publication, { branch, open }, commit) {
    const { request, world, rest, notes } = publication;
    const { state, settings, base } = request;
    notes.push(...branch.leftAlone.map(leftAloneNote));
    const title = settings.title ?? pullRequestTitle(state);
    const wanted = { head: branch.name, base: base.branch, title, replacesTitle: settings.title !== null, open };
    const body = (old) => bodyOf(publication, { old, tip: commit, leftAlone: branch.leftAlone });
    const brought = await (0,pull_request/* bringPullRequest */.p)(rest, {
        ...wanted,
        owner: world.facts.owner,
        draft: settings.draft,
        body,
    });
    if (!brought.ok) {
        const address = (0,publish_report/* compareUrl */.XH)(world.facts, base.branch, branch.name);
        world.output.setOutput('branch', branch.name);
        return (0,base_result/* err */._)((0,pull_request/* pullRequestProblem */.G)(brought.error, branch.name, address));
    }
    if (brought.value.operation === 'none')
        return (0,base_result.ok)({ kind: 'nothing', closed: null });
    const { operation, pullRequest } = brought.value;
    notes.push(...(await setPeopleAndLabels(rest, pullRequest.number, settings)));
    notes.push(...ciNote(brought.value));
    return (0,base_result.ok)({ kind: 'pull-request', operation, branch: branch.name, commit, pullRequest: referenceTo(pullRequest) });
}
function bodyOf({ request, world, behind, notes }, { old, tip, leftAlone }) {
    const { state, validation, base } = request;
    const block = renderPullRequestBody(state, {
        markers: { tip, run: state.runId },
        validation,
        base: { branch: base.branch, commit: base.commit, behind },
        runUrl: (0,publish_report/* workflowRunUrl */.CX)(world.facts),
        notes,
        hosts: request.hosts ?? null,
    });
    // The renderer makes all notes inert; this one is a reference on purpose, and only of a number.
    const numbers = leftAlone.flatMap(({ openPullRequest }) => (openPullRequest === null ? [] : [`#${openPullRequest}`]));
    const beside = numbers.length === 0 ? '' : `Beside ${numbers.join(', ')}.\n\n`;
    const end = '<!-- workflow-runner:end -->';
    const at = block.lastIndexOf(end);
    const linked = at === -1 ? block : `${block.slice(0, at)}${beside}${block.slice(at)}`;
    return old === '' ? linked : replaceMachineBlock(withoutClosedMarker(old), linked);
}
function leftAloneNote({ name, openPullRequest }) {
    const pull = openPullRequest === null ? '' : ` (pull request ${openPullRequest})`;
    return `The branch ${name}${pull} has commits that are not from workflow-runner. It was left alone, so this result is beside it.`;
}
/** GitHub starts no workflow for what the token of a job does (docs: "Triggering a workflow from a workflow"). */
function ciNote({ pullRequest }) {
    if (pullRequest.user?.login !== 'github-actions[bot]')
        return [];
    return [
        'GitHub starts no checks on this pull request, because it was made with the token of a job. To have them, give the token of a ' +
            'GitHub App or a personal access token in the input `token`; or close it and open it again by hand.',
    ];
}
function referenceTo({ number, html_url: url }) {
    return { number, url };
}

// EXTERNAL MODULE: ./.cache/build/lib/github/publish/own-range.js
var own_range = __webpack_require__(16923);
;// CONCATENATED MODULE: ./.cache/build/lib/github/publish/publish-to-base.js








/** Pushes the result to the base branch, as a fast-forward and nothing else. */
async function publishToBase(publication) {
    const { request, world, baseTip } = publication;
    const isAhead = await request.trusted.isAncestor(baseTip, request.result);
    if (!isAhead.ok)
        return (0,base_result/* err */._)((0,git_problem/* gitProblem */.w)(isAhead.error, 'compare the result with the base branch'));
    if (!isAhead.value)
        return (0,base_result.ok)({ kind: 'base-moved', tip: baseTip });
    const pushed = await pushForward(publication);
    if (!pushed.ok)
        return pushed;
    switch (pushed.value.kind) {
        case 'pushed':
            return (0,base_result.ok)({ kind: 'landed', from: baseTip, to: pushed.value.commit });
        case 'protected':
            return (0,base_result.ok)({ kind: 'protected', why: `${request.base.branch} is protected` });
        case 'lost-lease': {
            const { remote, signal } = world;
            const tips = await (0,persistent_remote/* persistently */.p)(world, async () => await (0,git_remote/* listRemoteBranches */.Hc)(request.trusted, { remote, patterns: [request.base.branch], signal }));
            if (!tips.ok)
                return (0,base_result/* err */._)((0,git_problem/* gitProblem */.w)(tips.error, 'ask GitHub for the base branch'));
            return (0,base_result.ok)({ kind: 'base-moved', tip: tips.value.get(request.base.branch) ?? baseTip });
        }
    }
}
/**
 * The result is on the base branch already: pushed by an attempt that did not get to say so, or merged. null when it is not, or when the
 * run changed nothing. What it brought is told as one range, for a revert.
 */
async function landedBefore({ request, baseTip, }) {
    const { trusted, result, base } = request;
    const failed = (error) => (0,base_result/* err */._)((0,git_problem/* gitProblem */.w)(error, 'look for the result on the base branch'));
    if (result === base.commit)
        return (0,base_result.ok)(null);
    const isThere = await trusted.isAncestor(result, baseTip);
    if (!isThere.ok)
        return failed(isThere.error);
    if (!isThere.value)
        return (0,base_result.ok)(null);
    const read = await (0,commit_range/* readCommits */.Fe)(trusted, { from: base.commit, to: result });
    if (!read.ok)
        return failed(read.error);
    const known = new Map(read.value.commits.map((commit) => [commit.id, commit]));
    const range = await (0,own_range/* ownRangeAt */.P)(trusted, result, { known, isOurs: own_commits/* isOwnCommit */.uv });
    if (!range.ok)
        return failed(range.error);
    return (0,base_result.ok)({ kind: 'landed', from: range.value?.from ?? base.commit, to: result });
}

// EXTERNAL MODULE: ./.cache/build/lib/github/publish/refusal.js
var refusal = __webpack_require__(74715);
;// CONCATENATED MODULE: ./.cache/build/lib/github/publish/publish-command.js












/**
 * Brings a result to GitHub. Everything that can be refused is refused before anything is pushed. Sets the outputs `branch`,
 * `pull-request-*`, `landed` and `pushed-range` and adds to the job summary, also when it ends with a Problem; of that the
 * caller makes an annotation. A push with `whenBaseMoved: 'tell'` leaves problems to the caller.
 */
async function publish(request, world) {
    const opened = await openPublication(request, world);
    const outcome = opened.ok ? await publishOpened(opened.value) : opened;
    const notes = opened.ok ? opened.value.notes : [];
    if (outcome.ok)
        await (0,publish_report/* reportOutcome */.Rq)({ request, world, notes }, outcome.value);
    else
        await (0,publish_report/* reportProblem */.kM)({ request, world, notes }, outcome.error);
    return outcome;
}
async function publishOpened(publication) {
    const { request } = publication;
    const landed = await landedBefore(publication);
    if (!landed.ok)
        return landed;
    if (landed.value !== null && request.mode === 'push')
        return (0,base_result.ok)(landed.value);
    const brings = await bringsAnything(publication);
    if (!brings.ok)
        return brings;
    if (!brings.value)
        return await closeVanished(publication);
    const refused = await refuse(publication);
    if (refused !== null)
        return (0,base_result/* err */._)(refused);
    if (request.mode === 'pull-request')
        return await publishPullRequest(publication);
    const pushed = await publishToBase(publication);
    if (!pushed.ok)
        return pushed;
    if (pushed.value.kind === 'protected')
        return await insteadOfPush(publication, pushed.value.why);
    if (pushed.value.kind === 'base-moved' && request.whenBaseMoved === 'pull-request') {
        return await insteadOfPush(publication, `${request.base.branch} has moved since the run began`);
    }
    return (0,base_result.ok)(pushed.value);
}
async function insteadOfPush(publication, why) {
    publication.notes.push(`This is a pull request instead of a push to the base branch: ${why}.`);
    return await publishPullRequest(publication);
}
/** Whether merging the result into the base branch would change it. */
async function bringsAnything({ request, baseTip }) {
    const { trusted, result } = request;
    const doing = 'compare the result with the base branch';
    const tree = await trusted.treeOf(baseTip);
    if (!tree.ok)
        return (0,base_result/* err */._)((0,git_problem/* gitProblem */.w)(tree.error, doing));
    const merged = await trusted.mergeTrees(baseTip, result);
    if (!merged.ok)
        return (0,base_result/* err */._)((0,git_problem/* gitProblem */.w)(merged.error, doing));
    return (0,base_result.ok)(merged.value.kind === 'conflict' || merged.value.tree !== tree.value);
}
async function refuse({ request, world, from }) {
    const { trusted, result, settings, state } = request;
    const refusals = await checkResult({
        trusted,
        from,
        to: result,
        protectedPaths: settings.protectedPaths,
        maxFiles: settings.maxFiles,
        maxKilobytes: settings.maxKilobytes,
        secrets: [...(0,environment/* secretsOf */.Fj)(world.env), ...(world.token === '' ? [] : [world.token])],
        texts: [
            { place: 'name of the branch', text: firstBranch(request) },
            { place: 'title', text: settings.title ?? pullRequestTitle(state) },
        ],
    });
    if (!refusals.ok)
        return (0,git_problem/* gitProblem */.w)(refusals.error, 'look at what the result changes');
    if (refusals.value.length === 0)
        return null;
    await world.output.summary((0,publish_report/* refusalSummary */.Ze)(refusals.value, (0,publish_report/* howToGetIt */.jz)(request, world.facts)));
    return (0,refusal/* refusalProblem */.S)(refusals.value, (0,publish_report/* howToGetIt */.jz)(request, world.facts).join(' && '));
}


/***/ }),

/***/ 3791:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CX: () => (/* binding */ workflowRunUrl),
/* harmony export */   Rq: () => (/* binding */ reportOutcome),
/* harmony export */   XH: () => (/* binding */ compareUrl),
/* harmony export */   Ze: () => (/* binding */ refusalSummary),
/* harmony export */   jz: () => (/* binding */ howToGetIt),
/* harmony export */   kM: () => (/* binding */ reportProblem)
/* harmony export */ });
/* harmony import */ var _report_markdown_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(677);
/* harmony import */ var _refusal_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(74715);


/** The job summary names no more places of a refusal than this. */
const MOST_PLACES = 500;
/** Where a person opens a pull request by hand. */
function compareUrl({ serverUrl, owner, repo }, base, head) {
    const [one, other] = [base, head].map((branch) => branch.split('/').map(encodeURIComponent).join('/'));
    return `${serverUrl}/${owner}/${repo}/compare/${one}...${other}?expand=1`;
}
function workflowRunUrl({ serverUrl, owner, repo, runId }) {
    return `${serverUrl}/${owner}/${repo}/actions/runs/${runId}`;
}
/** Commands that bring the result of a run to a person's checkout. */
function howToGetIt({ result, workflow }, { runId }) {
    const branch = `workflow-runner-result-${runId}`;
    return [
        `gh run download ${runId} --pattern 'workflow-runner.*' --dir checkpoints`,
        `for b in checkpoints/*/commits.bundle; do git fetch "$b" '+refs/workflow-runner/*:refs/workflow-runner/*'; done`,
        `git branch ${branch} ${result} # result of ${/^[\w.-]+$/.test(workflow) ? workflow : 'the workflow'}`,
    ];
}
/** Sets the outputs and adds what was done to the job summary. */
async function reportOutcome(publication, outcome) {
    const { setOutput, summary, notice } = publication.world.output;
    const { branch, operation, pullRequest, range } = outputsOf(outcome);
    setOutput('branch', branch);
    setOutput('pull-request-operation', operation);
    setOutput('pull-request-number', pullRequest === null ? '' : String(pullRequest.number));
    setOutput('pull-request-url', pullRequest?.url ?? '');
    setOutput('landed', String(range !== ''));
    setOutput('pushed-range', range);
    // The caller goes on from there, and what it comes to is told then.
    if (outcome.kind === 'base-moved')
        return;
    if (!isLanding(publication.request))
        notice(noticeOf(publication, outcome));
    await summary(sectionOf(sentenceOf(publication, outcome), publication.notes));
}
/** What stopped a publication, for the job summary. */
async function reportProblem(publication, problem) {
    const { setOutput, summary } = publication.world.output;
    setOutput('pull-request-operation', 'none');
    setOutput('landed', 'false');
    // A refusal has a section of its own, with every path; and a run that could not land says why by itself.
    if (problem.code === 'publication-refused' || isLanding(publication.request))
        return;
    const text = `${(0,_report_markdown_text_js__WEBPACK_IMPORTED_MODULE_0__.markdownText)(problem.message, { maxLength: 1000 })}\n\n${proseMarkdown(problem.help, CODE_OR_ADDRESS)}`;
    await summary(sectionOf(text, publication.notes));
}
/** Every place of every refusal, and how to get the result. */
function refusalSummary(refusals, commands) {
    const parts = refusals.map((refusal) => {
        const { title, places, help } = (0,_refusal_js__WEBPACK_IMPORTED_MODULE_1__/* .refusalText */ .K)(refusal);
        const shown = places.slice(0, MOST_PLACES).map((place) => `- ${(0,_report_markdown_text_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownCode */ .D)(place, { maxLength: 500 })}`);
        const more = places.length > MOST_PLACES ? [`- and ${places.length - MOST_PLACES} more`] : [];
        return [`**Refused: ${(0,_report_markdown_text_js__WEBPACK_IMPORTED_MODULE_0__.markdownText)(title)}.**`, '', ...shown, ...more, '', (0,_report_markdown_text_js__WEBPACK_IMPORTED_MODULE_0__.markdownText)(help)].join('\n');
    });
    const get = ['Nothing was pushed, and nothing is lost. To get the result:', '', (0,_report_markdown_text_js__WEBPACK_IMPORTED_MODULE_0__.codeBlock)(commands.join('\n'), 'sh')];
    return ['### Not published', '', parts.join('\n\n'), '', ...get, ''].join('\n');
}
function isLanding({ mode, whenBaseMoved }) {
    return mode === 'push' && whenBaseMoved === 'tell';
}
/** For the log, in plain text. */
function noticeOf({ request }, outcome) {
    const { operation, pullRequest } = outputsOf(outcome);
    if (pullRequest === null) {
        return outcome.kind === 'landed'
            ? `the result is on ${request.base.branch}`
            : `the result does not differ from ${request.base.branch}: there is nothing to publish`;
    }
    const what = outcome.kind === 'declined' ? 'was closed with exactly this result, and is not opened again' : `was ${operation}`;
    return `pull request ${pullRequest.number} ${what}: ${pullRequest.url}`;
}
function outputsOf(outcome) {
    const none = { branch: '', operation: 'none', pullRequest: null, range: '' };
    switch (outcome.kind) {
        case 'pull-request':
            return { ...none, branch: outcome.branch, operation: outcome.operation, pullRequest: outcome.pullRequest };
        case 'nothing':
            return outcome.closed === null ? none : { ...none, operation: 'closed', pullRequest: outcome.closed };
        case 'declined':
            return { ...none, pullRequest: outcome.pullRequest };
        case 'landed':
            return { ...none, range: `${outcome.from}..${outcome.to}` };
        case 'base-moved':
            return none;
    }
}
function sentenceOf({ request }, outcome) {
    const base = (0,_report_markdown_text_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownCode */ .D)(request.base.branch);
    switch (outcome.kind) {
        case 'pull-request':
            return `${linkTo(outcome.pullRequest)} was ${outcome.operation}, from ${(0,_report_markdown_text_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownCode */ .D)(outcome.branch)} to ${base}.`;
        case 'nothing':
            return outcome.closed === null
                ? `The result does not differ from ${base}: there is nothing to publish.`
                : `The result does not differ from ${base} any more: ${linkTo(outcome.closed)} was closed.`;
        case 'declined':
            return `${linkTo(outcome.pullRequest)} was closed by a person with exactly this result, so it is not opened again. To have it after all, reopen it (where its branch is gone, restore that first).`;
        case 'landed':
            return `The result is on ${base}: ${(0,_report_markdown_text_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownCode */ .D)(`${outcome.from.slice(0, 12)}..${outcome.to.slice(0, 12)}`)}.`;
        case 'base-moved':
            return '';
    }
}
/** Only an address that can be a pull request's becomes a link. */
function linkTo({ number, url }) {
    return /^https?:\/\/[\w.:-]+\/[\w./-]+$/.test(url) ? `[Pull request ${number}](${url})` : `Pull request ${number}`;
}
const CODE = /(`[^`]+`)/;
const CODE_OR_ADDRESS = /(https?:\/\/[\w./:%?=&-]+|`[^`]+`)/;
/** Our own words, in which addresses stay links and names of inputs stay code; the branch in them has been checked by git. */
function proseMarkdown(text, special) {
    return text
        .split(special)
        .map((part, index) => {
        if (index % 2 === 1)
            return part.startsWith('`') ? (0,_report_markdown_text_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownCode */ .D)(part.slice(1, -1)) : `<${part}>`;
        const [, before = '', plain = '', after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(part) ?? [];
        return `${before === '' ? '' : ' '}${(0,_report_markdown_text_js__WEBPACK_IMPORTED_MODULE_0__.markdownText)(plain, { maxLength: 2000 })}${after === '' ? '' : ' '}`;
    })
        .join('');
}
function sectionOf(text, notes) {
    const lines = notes.map((note) => `- ${proseMarkdown(note, CODE)}`);
    return ['### Publication', '', text, '', ...lines, ''].join('\n');
}


/***/ }),

/***/ 23517:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JV: () => (/* binding */ findPullRequests),
/* harmony export */   MH: () => (/* binding */ pullRequestSchema),
/* harmony export */   WA: () => (/* binding */ CLOSED_MARKER)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(96723);

/** What we take from GitHub's answers about a pull request. `body` and `title` are text of strangers. */
const pullRequestSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    number: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().int().positive(),
    html_url: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    state: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['open', 'closed']),
    title: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    body: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()
        .nullish()
        .transform((body) => body ?? ''),
    merged_at: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullish(),
    head: zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ ref: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), sha: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() }),
    user: zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ login: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() }).nullish(),
});
/** Pull requests from a branch of this repository to another one, open and closed, newest first; at most 100. */
async function findPullRequests(rest, owner, { head, base }) {
    return await rest.list({
        route: 'GET /repos/{owner}/{repo}/pulls',
        parameters: { head: `${owner}:${head}`, base, state: 'all', sort: 'created', direction: 'desc' },
        element: pullRequestSchema,
        limit: 100,
    });
}
/** We closed it, since its diff had vanished: unlike one that a person closed it may come again. */
const CLOSED_MARKER = '<!-- workflow-runner:closed -->';


/***/ }),

/***/ 47512:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ pullRequestProblem),
/* harmony export */   p: () => (/* binding */ bringPullRequest)
/* harmony export */ });
/* harmony import */ var _base_result_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(45256);
/* harmony import */ var _api_rest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38978);
/* harmony import */ var _pull_request_data_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(23517);



/** GitHub takes no longer title (256 characters). */
const LONGEST_TITLE = 250;
/** Opens a pull request, or updates the open one. A request whose answer was lost makes no second one. */
async function bringPullRequest(rest, wanted) {
    if (wanted.open !== null)
        return await update(rest, wanted, wanted.open);
    const created = await create(rest, wanted);
    if (created.ok)
        return (0,_base_result_js__WEBPACK_IMPORTED_MODULE_2__.ok)({ operation: 'created', pullRequest: created.value });
    const said = created.error.reason === 'invalid' ? created.error.messages.join('; ') : '';
    if (/no commits between/i.test(said))
        return (0,_base_result_js__WEBPACK_IMPORTED_MODULE_2__.ok)({ operation: 'none' });
    if (!/already exists/i.test(said))
        return created;
    const found = await findOpen(rest, wanted);
    if (!found.ok)
        return found;
    return found.value === null ? created : await update(rest, wanted, found.value);
}
/** Why GitHub let no pull request be opened, in words; `compareUrl` is where a person can open it. */
function pullRequestProblem(failure, branch, compareUrl) {
    const problem = (0,_api_rest_js__WEBPACK_IMPORTED_MODULE_0__.restProblem)(failure, `open the pull request of ${branch}`);
    const byHand = `The branch ${branch} is pushed: open the pull request at ${compareUrl}, or re-run the failed job.`;
    if (failure.reason === 'forbidden' && /not permitted to create/i.test(failure.message)) {
        return {
            ...problem,
            code: 'pull-requests-not-permitted',
            help: 'Switch on "Allow GitHub Actions to create and approve pull requests" (Settings, Actions, General, Workflow permissions), ' +
                `or give the token of a GitHub App or of a person in the input \`token\`. ${byHand}`,
        };
    }
    if (failure.reason === 'forbidden' || failure.reason === 'not-found') {
        return { ...problem, help: `Give the job \`pull-requests: write\`. ${byHand}` };
    }
    return { ...problem, help: `${problem.help} ${byHand}` };
}
async function create(rest, wanted) {
    const { head, base, draft } = wanted;
    const parameters = { head, base, draft, title: wanted.title.slice(0, LONGEST_TITLE), body: wanted.body('') };
    const send = async (asDraft) => await rest.request({
        route: 'POST /repos/{owner}/{repo}/pulls',
        parameters: { ...parameters, draft: asDraft },
        answer: _pull_request_data_js__WEBPACK_IMPORTED_MODULE_1__/* .pullRequestSchema */ .MH,
        whenUnknown: async () => await findOpen(rest, wanted),
    });
    const sent = await send(draft);
    // Private repositories of some plans have no drafts; a pull request is better than none.
    const hasNoDrafts = !sent.ok && sent.error.reason === 'invalid' && /draft/i.test(sent.error.messages.join('; '));
    return draft && hasNoDrafts ? await send(false) : sent;
}
async function findOpen(rest, { owner, head, base }) {
    const found = await (0,_pull_request_data_js__WEBPACK_IMPORTED_MODULE_1__/* .findPullRequests */ .JV)(rest, owner, { head, base });
    return found.ok ? (0,_base_result_js__WEBPACK_IMPORTED_MODULE_2__.ok)(found.value.find(({ state }) => state === 'open') ?? null) : found;
}
async function update(rest, wanted, open) {
    const title = wanted.replacesTitle ? { title: wanted.title.slice(0, LONGEST_TITLE) } : {};
    const updated = await rest.request({
        route: 'PATCH /repos/{owner}/{repo}/pulls/{pull_number}',
        parameters: { pull_number: open.number, body: wanted.body(open.body), ...title },
        answer: _pull_request_data_js__WEBPACK_IMPORTED_MODULE_1__/* .pullRequestSchema */ .MH,
    });
    return updated.ok ? (0,_base_result_js__WEBPACK_IMPORTED_MODULE_2__.ok)({ operation: 'updated', pullRequest: updated.value }) : (0,_base_result_js__WEBPACK_IMPORTED_MODULE_2__/* .err */ ._)(updated.error);
}


/***/ }),

/***/ 74715:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ refusalText),
/* harmony export */   S: () => (/* binding */ refusalProblem)
/* harmony export */ });
/** How many places a one-line message names; the job summary has all. */
const MOST_PLACES = 20;
/** Says what was refused and how to go on. */
function refusalText(refusal) {
    switch (refusal.kind) {
        case 'protected-paths':
            return {
                title: 'it changes protected paths',
                places: refusal.paths,
                help: 'Change these by hand, or allow them with `!PATH` in the input `protected-paths`.',
            };
        case 'links':
            return {
                title: 'it has links that leave the repository or point into .git',
                places: refusal.links.map(({ path, target }) => `${path} -> ${target}`),
                help: 'Let the step make links that stay inside of the repository.',
            };
        case 'submodules':
            return {
                title: 'it changes submodules',
                places: refusal.paths,
                help: 'Change submodules by hand: what they point to is not part of the result.',
            };
        case 'limit':
            return limitText(refusal.exceeded);
        case 'secrets':
            return {
                title: 'it contains what looks like secrets',
                places: refusal.findings.map(({ place, what }) => `${place}: ${what}`),
                help: 'Remove them from every commit of the run (roll back the step that wrote them), and replace secrets that were real.',
            };
        case 'not-searched':
            return {
                title: 'it is too large to be searched for secrets',
                places: refusal.paths,
                help: 'Let the run make smaller commits.',
            };
    }
}
/** All refusals as one problem. `howToGetIt`: commands to get the result, which is not lost. */
function refusalProblem(refusals, howToGetIt) {
    const texts = refusals.map(refusalText);
    const reasons = texts.map(({ title, places }) => {
        const more = places.length > MOST_PLACES ? ` and ${places.length - MOST_PLACES} more` : '';
        return places.length === 0 ? title : `${title}: ${places.slice(0, MOST_PLACES).join(', ')}${more}`;
    });
    return {
        code: 'publication-refused',
        message: `The result is not published: ${reasons.join('; ')}`,
        help: `${texts.map(({ help }) => help).join(' ')} Nothing was pushed, and nothing is lost. ${howToGetIt}`,
        exitCode: 1,
    };
}
function limitText(exceeded) {
    if (exceeded.limit === 'files') {
        return {
            title: `it changes ${exceeded.count} files, more than the ${exceeded.max} that are allowed`,
            places: [],
            help: 'Raise the input `max-files`, or let the workflow change less.',
        };
    }
    return {
        title: `its changed files have ${exceeded.kilobytes} KiB, more than the ${exceeded.max} that are allowed`,
        places: exceeded.largest.map(({ path, kilobytes }) => `${path} (${kilobytes} KiB)`),
        help: 'Raise the input `max-kilobytes`, or keep large files out of the result.',
    };
}


/***/ }),

/***/ 53788:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  r: () => (/* binding */ revert)
});

// EXTERNAL MODULE: ./.cache/build/lib/base/result.js
var result = __webpack_require__(45256);
// EXTERNAL MODULE: ./.cache/build/lib/git/push.js + 1 modules
var git_push = __webpack_require__(44817);
// EXTERNAL MODULE: ./.cache/build/lib/git/remote.js + 1 modules
var git_remote = __webpack_require__(17569);
// EXTERNAL MODULE: ./.cache/build/lib/report/run-summary.js + 1 modules
var run_summary = __webpack_require__(78747);
// EXTERNAL MODULE: ./.cache/build/lib/github/publish/git-problem.js
var git_problem = __webpack_require__(41969);
// EXTERNAL MODULE: ./.cache/build/lib/github/publish/own-commits.js
var own_commits = __webpack_require__(42884);
// EXTERNAL MODULE: ./.cache/build/lib/git/commit-range.js + 1 modules
var commit_range = __webpack_require__(36341);
// EXTERNAL MODULE: ./.cache/build/lib/github/publish/own-range.js
var own_range = __webpack_require__(16923);
;// CONCATENATED MODULE: ./.cache/build/lib/github/revert/find-own-ranges.js




/** Marks a revert commit of ours, with the range that it takes back: never made twice, and never itself reverted. */
const REVERTS_TRAILER = 'Workflow-Reverts';
/** Finds the commits of ours on a branch, as contiguous ranges along its first parents. Reverts of ours are not among them. */
async function findOwnRanges(trusted, { from, to, isMeant }) {
    const read = await (0,commit_range/* readCommits */.Fe)(trusted, { from, to });
    if (!read.ok)
        return read;
    const known = new Map(read.value.commits.map((commit) => [commit.id, commit]));
    const isOurs = (commit) => (0,own_commits/* isOwnCommit */.uv)(commit) && isMeant(commit) && !commit.trailers.has(REVERTS_TRAILER.toLowerCase());
    const ranges = [];
    const entangled = [];
    for (let at = to; at !== undefined && known.has(at);) {
        const commit = known.get(at);
        const next = commit?.parents[0];
        if (commit === undefined || !isOurs(commit)) {
            at = next;
            continue;
        }
        const range = await (0,own_range/* ownRangeAt */.P)(trusted, at, { known, isOurs });
        if (!range.ok)
            return range;
        if (range.value === null)
            entangled.push(at);
        else
            ranges.push(range.value);
        at = range.value?.from ?? next;
    }
    return (0,result.ok)({ ranges, entangled });
}
/** Ranges `FROM..TO` that reverts of ours between two commits have taken back. */
async function revertedBefore(trusted, { from, to }) {
    const read = await (0,commit_range/* readCommits */.Fe)(trusted, { from, to });
    if (!read.ok)
        return read;
    const own = read.value.commits.filter(own_commits/* isOwnCommit */.uv);
    return (0,result.ok)(new Set(own.flatMap(({ trailers }) => trailers.get(REVERTS_TRAILER.toLowerCase()) ?? [])));
}

;// CONCATENATED MODULE: ./.cache/build/lib/github/revert/choose-ranges.js




/** A push that made the branch has no commit before it. */
const NO_COMMIT = /^0+$/;
/** What of the target is on the branch at `head` and not taken back yet, newest first. */
async function chooseRanges(trusted, target, head) {
    const looked = (failure) => (0,result/* err */._)((0,git_problem/* gitProblem */.w)(failure, 'look for the commits to revert'));
    const start = await startOf(trusted, target, head);
    if (!start.ok)
        return looked(start.error);
    const { from, to } = start.value;
    for (const commit of [from, to]) {
        const known = await trusted.treeOf(commit);
        if (!known.ok)
            return (0,result/* err */._)(NOT_THERE(commit));
    }
    const end = await trusted.isAncestor(to, head);
    if (!end.ok)
        return looked(end.error);
    if (!end.value)
        return target.kind === 'range' ? (0,result/* err */._)(NOT_THERE(target.to)) : (0,result.ok)([]);
    const reverted = await revertedBefore(trusted, { from, to: head });
    if (!reverted.ok)
        return looked(reverted.error);
    const isLeft = (range) => !reverted.value.has(`${range.from}..${range.to}`);
    if (target.kind === 'range')
        return (0,result.ok)([{ from, to, runId: null }].filter(isLeft));
    const isMeant = (commit) => target.kind === 'push' || (0,own_commits/* runsOf */.ky)(commit).includes(target.runId);
    const found = await findOwnRanges(trusted, { from, to, isMeant });
    if (!found.ok)
        return looked(found.error);
    if (found.value.entangled.length > 0)
        return (0,result/* err */._)(ENTANGLED(found.value.entangled));
    return (0,result.ok)(found.value.ranges.map(withRun).filter(isLeft));
}
async function startOf(trusted, target, head) {
    if (target.kind === 'run')
        return (0,result.ok)({ from: target.base, to: head });
    if (target.kind === 'range')
        return (0,result.ok)({ from: target.from, to: target.to });
    if (!NO_COMMIT.test(target.before))
        return (0,result.ok)({ from: target.before, to: target.after });
    const roots = await trusted.run({ args: ['rev-list', '--max-parents=0', '--max-count=1', target.after, '--'] });
    return roots.ok ? (0,result.ok)({ from: roots.value.text, to: target.after }) : roots;
}
function withRun({ from, to, commits }) {
    const [runId = null] = commits.flatMap(own_commits/* runsOf */.ky);
    return { from, to, runId };
}
const NOT_THERE = (commit) => ({
    code: 'not-on-branch',
    message: `The commit ${commit} is not on the branch, so it cannot be reverted there`,
    help: 'Give FROM..TO of commits of the branch in the input `range`, or another branch in `base`.',
    exitCode: 1,
});
const ENTANGLED = (commits) => ({
    code: 'revert-entangled',
    message: `Commits of others lie between those to revert: ${commits.map((id) => id.slice(0, 12)).join(', ')}`,
    help: 'Name what to take back with the input `range`, as FROM..TO.',
    exitCode: 1,
});

// EXTERNAL MODULE: ./.cache/build/lib/report/markdown-text.js
var markdown_text = __webpack_require__(677);
// EXTERNAL MODULE: ./.cache/build/lib/github/publish/pull-request.js
var pull_request = __webpack_require__(47512);
// EXTERNAL MODULE: ./.cache/build/lib/github/publish/pull-request-data.js
var pull_request_data = __webpack_require__(23517);
// EXTERNAL MODULE: ./.cache/build/lib/github/publish/publish-report.js
var publish_report = __webpack_require__(3791);
// EXTERNAL MODULE: ./.cache/build/lib/github/api/rest.js + 2 modules
var api_rest = __webpack_require__(38978);
// EXTERNAL MODULE: ./.cache/build/lib/github/publish/persistent-remote.js
var persistent_remote = __webpack_require__(95585);
;// CONCATENATED MODULE: ./.cache/build/lib/github/revert/revert-pull-request.js










/** Attempts that leave a branch of their own behind. */
const MOST_NAMES = 20;
/**
 * Where nobody may push: a branch `workflow-runner/revert-<id>` with the reverts, and a pull request of it. A branch of that name that
 * has something else is left alone, and `-2` … is taken.
 */
async function openRevertPullRequest(revert) {
    const { request, world, tip } = revert;
    const { facts, token, sleep, now, signal } = world;
    const pushed = await pushToFreeBranch(revert);
    if (!pushed.ok)
        return pushed;
    const head = pushed.value;
    const { owner, repo, apiUrl } = facts;
    const rest = await (0,api_rest.openRest)({ owner, repo, apiUrl, token, sleep, now, signal });
    const known = await (0,pull_request_data/* findPullRequests */.JV)(rest, owner, { head, base: request.branch });
    if (!known.ok)
        return (0,result/* err */._)((0,api_rest.restProblem)(known.error, 'look for pull requests', '`contents: write` and `pull-requests: write`'));
    const brought = await (0,pull_request/* bringPullRequest */.p)(rest, {
        owner,
        head,
        base: request.branch,
        title: titleOf(request),
        replacesTitle: false,
        draft: false,
        open: known.value.find(({ state }) => state === 'open') ?? null,
        body: (old) => (old === '' ? bodyOf(revert) : old),
    });
    if (!brought.ok)
        return (0,result/* err */._)((0,pull_request/* pullRequestProblem */.G)(brought.error, head, (0,publish_report/* compareUrl */.XH)(facts, request.branch, head)));
    if (brought.value.operation === 'none')
        return (0,result.ok)({ kind: 'nothing' });
    const { number, html_url: url } = brought.value.pullRequest;
    return (0,result.ok)({ kind: 'pull-request', commit: tip, pullRequest: { number, url } });
}
async function pushToFreeBranch({ request, world, tip }) {
    const { trusted, target } = request;
    const { remote, signal } = world;
    const first = `workflow-runner/revert-${target.kind === 'run' ? target.runId : world.facts.runId}`;
    const tips = await (0,persistent_remote/* persistently */.p)(world, async () => await (0,git_remote/* listRemoteBranches */.Hc)(trusted, { remote, patterns: [first, `${first}-*`], signal }));
    if (!tips.ok)
        return (0,result/* err */._)((0,git_problem/* gitProblem */.w)(tips.error, 'list the branches on GitHub'));
    const treeOf = async (commit) => {
        const tree = await trusted.treeOf(commit);
        return tree.ok ? tree.value : null;
    };
    const wanted = await treeOf(tip);
    for (let number = 1; number <= MOST_NAMES; number += 1) {
        const name = number === 1 ? first : `${first}-${number}`;
        const there = tips.value.get(name);
        // An earlier attempt made the same revert; its commit differs by the time only.
        if (there !== undefined && wanted !== null && (await treeOf(there)) === wanted)
            return (0,result.ok)(name);
        if (there !== undefined)
            continue;
        const pushed = await (0,persistent_remote/* persistently */.p)(world, async () => await (0,git_push/* pushBranch */.T)(trusted, { remote, branch: name, commit: tip, over: { tip: null }, signal }));
        if (!pushed.ok)
            return (0,result/* err */._)((0,git_problem/* gitProblem */.w)(pushed.error, `push to ${name}`));
        if (pushed.value.kind !== 'rejected')
            return (0,result.ok)(name);
        if (pushed.value.why !== 'lease')
            return (0,result/* err */._)((0,git_problem/* rejectionProblem */.r)(pushed.value, name));
    }
    return (0,result/* err */._)({
        code: 'no-free-branch',
        message: `All branches from ${first} to ${first}-${MOST_NAMES} exist already`,
        help: 'Delete those that are not needed, and re-run the failed job.',
        exitCode: 1,
    });
}
function titleOf({ target, branch }) {
    return target.kind === 'run'
        ? `Revert workflow run ${target.runId}`
        : `Revert what workflow-runner brought to ${branch}`;
}
function bodyOf({ request, world }) {
    return [
        `This takes back what workflow-runner brought to this branch, because ${(0,markdown_text.markdownText)(request.reason)}.`,
        'The branch is protected, so this is a pull request and not a push.',
        `Workflow run: ${(0,publish_report/* workflowRunUrl */.CX)(world.facts)}`,
    ].join('\n\n');
}

;// CONCATENATED MODULE: ./.cache/build/lib/github/revert/revert-report.js

/** Sets the outputs and adds what was done, or why nothing was, to the job summary. */
async function reportRevert({ branch, reason }, outcome, { setOutput, summary, notice }) {
    const pullRequest = outcome.ok && outcome.value.kind === 'pull-request' ? outcome.value.pullRequest : null;
    setOutput('reverted', outcome.ok && outcome.value.kind !== 'nothing' ? outcome.value.commit : '');
    setOutput('pull-request-operation', pullRequest === null ? 'none' : 'created');
    setOutput('pull-request-number', pullRequest === null ? '' : String(pullRequest.number));
    setOutput('pull-request-url', pullRequest?.url ?? '');
    if (outcome.ok)
        notice(noticeOf(branch, outcome.value));
    const because = reason === '' ? '' : `\n\nBecause: ${(0,markdown_text.markdownText)(reason)}`;
    await summary(`### Revert\n\n${sentenceOf(branch, outcome)}${because}\n`);
}
/** For the log, in plain text. */
function noticeOf(branch, outcome) {
    switch (outcome.kind) {
        case 'reverted':
            return `${branch} was brought back by ${outcome.commit}`;
        case 'pull-request':
            return `${branch} is protected, the revert waits in a pull request: ${outcome.pullRequest.url}`;
        case 'nothing':
            return `there is nothing to take back on ${branch}`;
    }
}
function sentenceOf(branch, outcome) {
    const name = (0,markdown_text/* markdownCode */.D)(branch);
    if (!outcome.ok) {
        const { message, help } = outcome.error;
        return `Nothing was reverted. ${(0,markdown_text.markdownText)(message, { maxLength: 2000 })}\n\n${(0,markdown_text.markdownText)(help, { maxLength: 2000 })}`;
    }
    switch (outcome.value.kind) {
        case 'reverted':
            return `${name} was brought back by ${(0,markdown_text/* markdownCode */.D)(outcome.value.commit.slice(0, 12))}.`;
        case 'pull-request':
            return `${name} is protected: the revert waits in pull request ${outcome.value.pullRequest.number}.`;
        case 'nothing':
            return `There is nothing to take back on ${name}.`;
    }
}

// EXTERNAL MODULE: ./.cache/build/lib/git/revert-range.js
var revert_range = __webpack_require__(30720);
;// CONCATENATED MODULE: ./.cache/build/lib/github/revert/revert-commits.js



/** One revert commit for each range, one on top of the other. Objects only: nothing is pushed. */
async function revertCommits(trusted, { head, ranges, reason, atMs }) {
    let tip = head;
    for (const range of ranges) {
        const { from, to, runId } = range;
        const [one, other] = [from.slice(0, 12), to.slice(0, 12)];
        const reverted = await (0,revert_range/* revertRange */.O)(trusted, {
            head: tip,
            from,
            to,
            message: `Revert ${one}..${other}\n\n${reason}`,
            trailers: [...(runId === null ? [] : [['Workflow-Run', runId]]), [REVERTS_TRAILER, `${from}..${to}`]],
            atMs,
        });
        if (!reverted.ok)
            return (0,result/* err */._)(reverted.error);
        if (reverted.value.kind === 'conflict')
            return (0,result.ok)({ kind: 'conflict', range, paths: reverted.value.paths });
        if (reverted.value.kind === 'reverted')
            tip = reverted.value.commit;
    }
    return (0,result.ok)({ kind: 'done', head: tip });
}

;// CONCATENATED MODULE: ./.cache/build/lib/github/revert/revert-command.js










/** A branch that moves faster than this is left to a person. */
const MOST_PUSHES = 5;
/**
 * Takes commits back by commits on top; history is never rewritten. Sets the outputs `reverted` and `pull-request-*` and adds
 * to the job summary; a Problem (a conflict too) is the caller's to show.
 */
async function revert(request, world) {
    const outcome = await revertOnBranch(request, world);
    await reportRevert(request, outcome, world.output);
    return outcome;
}
async function revertOnBranch(request, world) {
    const { trusted, branch } = request;
    const atMs = world.now();
    for (let push = 1; push <= MOST_PUSHES; push += 1) {
        const made = await makeReverts(request, world, atMs);
        if (!made.ok)
            return made;
        const { head, tip } = made.value;
        if (head === tip)
            return (0,result.ok)({ kind: 'nothing' });
        const { remote, signal } = world;
        const pushed = await (0,persistent_remote/* persistently */.p)(world, async () => await (0,git_push/* pushBranch */.T)(trusted, { remote, branch, commit: tip, over: 'fast-forward', signal }));
        if (!pushed.ok)
            return (0,result/* err */._)((0,git_problem/* gitProblem */.w)(pushed.error, `push to ${branch}`));
        if (pushed.value.kind !== 'rejected')
            return (0,result.ok)({ kind: 'reverted', commit: tip });
        if (pushed.value.why === 'protected-branch')
            return await openRevertPullRequest({ request, world, head, tip });
        if (pushed.value.why !== 'lease')
            return (0,result/* err */._)((0,git_problem/* rejectionProblem */.r)(pushed.value, branch));
    }
    return (0,result/* err */._)({
        code: 'branch-moves',
        message: `Others pushed to ${branch} ${MOST_PUSHES} times while the revert was made`,
        help: 'Re-run the failed job.',
        exitCode: 1,
    });
}
async function makeReverts(request, world, atMs) {
    const { trusted, branch, target, reason } = request;
    const head = await obtainHead(request, world);
    if (!head.ok)
        return head;
    const ranges = await chooseRanges(trusted, target, head.value);
    if (!ranges.ok)
        return ranges;
    const reverted = await revertCommits(trusted, { head: head.value, ranges: ranges.value, reason, atMs });
    if (!reverted.ok)
        return (0,result/* err */._)((0,git_problem/* gitProblem */.w)(reverted.error, 'make the revert'));
    if (reverted.value.kind === 'conflict')
        return (0,result/* err */._)(CONFLICT(branch, reverted.value.range, reverted.value.paths));
    return (0,result.ok)({ head: head.value, tip: reverted.value.head });
}
async function obtainHead({ trusted, branch }, world) {
    const { remote, signal } = world;
    const tips = await (0,persistent_remote/* persistently */.p)(world, async () => await (0,git_remote/* listRemoteBranches */.Hc)(trusted, { remote, patterns: [branch], signal }));
    if (!tips.ok)
        return (0,result/* err */._)((0,git_problem/* gitProblem */.w)(tips.error, 'ask GitHub for the branch'));
    const tip = tips.value.get(branch);
    if (tip === undefined)
        return (0,result/* err */._)(NO_BRANCH(branch));
    if (trusted.repository.shallow) {
        const whole = await (0,persistent_remote/* persistently */.p)(world, async () => await (0,git_remote/* unshallow */.QG)(trusted, { remote, signal }));
        if (!whole.ok)
            return (0,result/* err */._)((0,git_problem/* gitProblem */.w)(whole.error, `fetch the history of ${branch}`));
    }
    const obtained = await (0,persistent_remote/* persistently */.p)(world, async () => await (0,git_remote/* obtainCommit */.LB)(trusted, { remote, commit: tip, branch, signal }));
    if (!obtained.ok)
        return (0,result/* err */._)((0,git_problem/* gitProblem */.w)(obtained.error, `fetch ${branch}`));
    return obtained.value === 'not-found' ? (0,result/* err */._)(NO_BRANCH(branch)) : (0,result.ok)(tip);
}
const NO_BRANCH = (branch) => ({
    code: 'base-missing',
    message: `The branch ${branch} is not on GitHub`,
    help: 'Name the branch to revert on in the input `base`.',
    exitCode: 1,
});
const CONFLICT = (branch, { from, to }, paths) => ({
    code: 'revert-conflict',
    message: `What came later changed the same lines: ${paths.slice(0, 20).join(', ')}`,
    help: `Nothing was pushed. By hand: git switch ${(0,run_summary/* shellWord */.r7)(branch)} && git pull && git revert --no-commit ${from}..${to}, ` +
        'then mend the conflicts and git commit. (A merge among them needs git revert -m 1 COMMIT.)',
    exitCode: 1,
});


/***/ }),

/***/ 23599:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Lu: () => (/* binding */ readHistory),
/* harmony export */   p2: () => (/* binding */ historyFile),
/* harmony export */   u0: () => (/* binding */ readDocument)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _files_read_file_bounded_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(61998);
/* harmony import */ var _report_run_history_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(11390);



const MAX_BYTES = 16 * 1024 * 1024;
/** Where the runs are remembered, beside `metrics.json`. */
function historyFile(root) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(root, '.claude', 'workflows', 'run-history.json');
}
/** The history in `file`; null when there is none or it is damaged. */
function readHistory(file) {
    return readDocument(file, _report_run_history_js__WEBPACK_IMPORTED_MODULE_2__/* .runHistorySchema */ .F4).value;
}
/** A JSON document that anybody may have written; `damaged` when it is there and not what the schema says. */
function readDocument(file, schema) {
    const bytes = (0,_files_read_file_bounded_js__WEBPACK_IMPORTED_MODULE_1__/* .readFileBounded */ .Y)(file, MAX_BYTES);
    if (!bytes.ok)
        return { value: null, damaged: bytes.error.reason !== 'missing' };
    try {
        const parsed = schema.safeParse(JSON.parse(bytes.value.toString('utf8')));
        return parsed.success ? { value: parsed.data, damaged: false } : { value: null, damaged: true };
    }
    catch {
        return { value: null, damaged: true };
    }
}


/***/ }),

/***/ 15019:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  m: () => (/* binding */ restoreMetrics),
  j: () => (/* binding */ saveMetrics)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./.cache/build/lib/files/read-file-bounded.js
var read_file_bounded = __webpack_require__(61998);
// EXTERNAL MODULE: ./.cache/build/lib/files/write-file-atomic.js
var write_file_atomic = __webpack_require__(79497);
;// CONCATENATED MODULE: ./.cache/build/lib/github/storage/cache-store.js


/** Below the workspace: the cache service knows an entry by the words of its paths, so they must be the same on all machines. */
const SCRATCH = '.workflow-runner-cache';
const DOWNLOAD_MS = 60_000;
function openCacheStore(deps) {
    return {
        restore: async (request) => {
            try {
                return await restore(deps, request);
            }
            catch (error) {
                return { kind: 'unavailable', detail: wordsOf(error) };
            }
        },
        save: async (request) => {
            try {
                return await save(deps, request);
            }
            catch (error) {
                return { kind: 'not-saved', detail: wordsOf(error) };
            }
            finally {
                await (0,promises_.rm)((0,external_node_path_.join)(deps.workspace, SCRATCH), { recursive: true, force: true }).catch(() => undefined);
            }
        },
    };
}
/**
 * The client unpacks with `tar -P` (@actions/cache 6.3.0, tar.js), which writes wherever an archive says. So tar is told, by
 * its own TAR_OPTIONS, to write nothing and to give the content of each file to a program of ours, which keeps the wanted ones.
 */
async function restore(deps, request) {
    const { environment, temp } = deps;
    const { entry, key, prefixes, folder, allowed } = request;
    const keeper = (0,external_node_path_.join)(temp, `workflow-runner-cache-${entry}`);
    if (![keeper, folder].every((path) => /^[A-Za-z0-9_./+-]+$/.test(path))) {
        return { kind: 'unavailable', detail: `${keeper} has characters that tar cannot be given` };
    }
    await (0,promises_.mkdir)(folder, { recursive: true });
    await (0,promises_.writeFile)(keeper, keeperScript(request), { mode: 0o700 });
    const before = environment['TAR_OPTIONS'];
    environment['TAR_OPTIONS'] = `--to-command=${keeper}`;
    try {
        const { restoreCache } = await Promise.all(/* import() */[__webpack_require__.e(119), __webpack_require__.e(371), __webpack_require__.e(872)]).then(__webpack_require__.bind(__webpack_require__, 63872));
        const options = { timeoutInMs: DOWNLOAD_MS, segmentTimeoutInMs: DOWNLOAD_MS };
        const found = await restoreCache([pathOf(entry)], key, [...prefixes], options);
        if (found === undefined)
            return { kind: 'miss' };
        const names = await keptNames(folder, allowed);
        return names.length === 0 ? { kind: 'miss' } : { kind: 'restored', key: found, names };
    }
    finally {
        if (before === undefined)
            delete environment['TAR_OPTIONS'];
        else
            environment['TAR_OPTIONS'] = before;
        await (0,promises_.rm)(keeper, { force: true });
    }
}
/** See "--to-command" in the manual of GNU tar: the name is in TAR_FILENAME, the content is the input. */
function keeperScript({ entry, folder, allowed }) {
    const cases = [...allowed].map(([name, limit]) => `  '${pathOf(entry)}/${name}') head -c ${limit + 1} > '${(0,external_node_path_.join)(folder, name)}' ;;`);
    return ['#!/bin/sh', 'case "$TAR_FILENAME" in', ...cases, 'esac', 'exec cat > /dev/null', ''].join('\n');
}
/** What is larger than allowed goes. */
async function keptNames(folder, allowed) {
    const names = [];
    for (const name of await (0,promises_.readdir)(folder)) {
        const { size } = await (0,promises_.lstat)((0,external_node_path_.join)(folder, name));
        if (size <= (allowed.get(name) ?? -1))
            names.push(name);
        else
            await (0,promises_.rm)((0,external_node_path_.join)(folder, name));
    }
    return names;
}
async function save({ workspace }, { entry, key, files }) {
    const scratch = (0,external_node_path_.join)(workspace, SCRATCH);
    const there = await (0,promises_.lstat)(scratch).catch(() => null);
    if (there !== null && !there.isDirectory())
        return { kind: 'not-saved', detail: `${SCRATCH} is in the way` };
    await (0,promises_.rm)(scratch, { recursive: true, force: true });
    const folder = (0,external_node_path_.join)(workspace, pathOf(entry));
    await (0,promises_.mkdir)(folder, { recursive: true });
    for (const file of files)
        await (0,promises_.copyFile)(file, (0,external_node_path_.join)(folder, file.slice((0,external_node_path_.dirname)(file).length + 1)));
    const { saveCache } = await Promise.all(/* import() */[__webpack_require__.e(119), __webpack_require__.e(371), __webpack_require__.e(872)]).then(__webpack_require__.bind(__webpack_require__, 63872));
    const id = await saveCache([pathOf(entry)], key);
    return id > 0
        ? { kind: 'saved' }
        : { kind: 'not-saved', detail: 'it exists already, or the service did not take it' };
}
function pathOf(entry) {
    return `${SCRATCH}/${entry}`;
}
function wordsOf(error) {
    return (error instanceof Error ? error.message : String(error)).replace(/\s+/g, ' ').slice(0, 500);
}

;// CONCATENATED MODULE: ./.cache/build/lib/github/storage/metrics-cache.js





const ENTRY = 'metrics';
const PREFIX = 'workflow-runner-metrics-';
const MOST_BYTES = 16 * 1024 * 1024;
/**
 * Brings back what earlier workflow runs have counted: the files (absolute paths, of different names) are then the newest that
 * the cache has. A miss leaves them as they are. Whether their content is ours is looked at by who reads it.
 */
async function restoreMetrics(files, world) {
    const folder = (0,external_node_path_.join)(world.facts.temp, 'workflow-runner-metrics');
    await (0,promises_.rm)(folder, { recursive: true, force: true });
    const allowed = new Map(files.map((file) => [(0,external_node_path_.basename)(file), MOST_BYTES]));
    const restored = await storeOf(world).restore({
        entry: ENTRY,
        key: keyOf(world),
        prefixes: [PREFIX],
        folder,
        allowed,
    });
    for (const file of restored.kind === 'restored' ? files : []) {
        const content = (0,read_file_bounded/* readFileBounded */.Y)((0,external_node_path_.join)(folder, (0,external_node_path_.basename)(file)), MOST_BYTES);
        await (0,promises_.mkdir)((0,external_node_path_.dirname)(file), { recursive: true });
        if (content.ok)
            (0,write_file_atomic/* writeFileAtomic */.Zf)(file, content.value);
    }
    await (0,promises_.rm)(folder, { recursive: true, force: true });
}
/** Leaves the files for later workflow runs. */
async function saveMetrics(files, world) {
    await storeOf(world).save({ entry: ENTRY, key: keyOf(world), files });
}
function storeOf({ facts, env }) {
    // The only place where the environment is more than read: the client of the cache starts tar with it.
    const environment = env;
    return openCacheStore({ workspace: facts.workspace, temp: facts.temp, environment });
}
/** An entry is never changed, so every job that counts has one of its own. */
function keyOf({ facts: { runId, attempt, job } }) {
    return `${PREFIX}${runId}-${attempt}-${job}`;
}


/***/ }),

/***/ 10183:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $x: () => (/* binding */ commitMarkdown),
/* harmony export */   A5: () => (/* binding */ failureMarkdown),
/* harmony export */   BJ: () => (/* binding */ notesMarkdown),
/* harmony export */   Hm: () => (/* binding */ failuresMarkdown),
/* harmony export */   Ph: () => (/* binding */ stepTable),
/* harmony export */   j1: () => (/* binding */ hostsMarkdown),
/* harmony export */   pJ: () => (/* binding */ runCost),
/* harmony export */   pW: () => (/* binding */ checksMarkdown)
/* harmony export */ });
/* harmony import */ var _describe_failure_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(52742);
/* harmony import */ var _duration_text_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(67910);
/* harmony import */ var _event_lines_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(28340);
/* harmony import */ var _found_failures_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(82232);
/* harmony import */ var _markdown_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(677);
/* harmony import */ var _step_label_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(42493);






const STATUS = {
    pending: 'not run',
    running: '▸ running',
    retrying: '↻ waiting for its next attempt',
    completed: '✅ completed',
    failed: '❌ failed',
    conflict: '❌ conflict',
    skipped: '⏭ skipped',
    cancelled: '⏹ stopped',
};
const MAX_HOSTS = 100;
/** A row for each step: status, duration, attempts, files, commit, cost. */
function stepTable(state, { maxRows, commitsAt }) {
    const steps = [...state.steps.values()];
    const isQuiet = ({ status }) => status === 'completed' || status === 'pending' || status === 'skipped';
    const ordered = steps.length <= maxRows ? steps : [...steps.filter((one) => !isQuiet(one)), ...steps.filter(isQuiet)];
    const rest = new Map();
    for (const { status } of ordered.slice(maxRows))
        rest.set(status, (rest.get(status) ?? 0) + 1);
    const table = (0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownTable */ .Q)(['', 'Step', 'Status', 'Duration', 'Attempts', 'Files', 'Commit', 'Cost'], ordered.slice(0, maxRows).map((step) => row(step, commitsAt)));
    if (rest.size === 0)
        return table;
    const counts = [...rest].map(([status, count]) => `${count} ${status === 'pending' ? 'not run' : status}`).join(', ');
    return `${table}\n\nOther steps: ${counts}.`;
}
/** A commit's short name, with a link when there is an address; anything that is no commit's name is text. */
function commitMarkdown(commit, commitsAt) {
    if (!/^[0-9a-f]{40,64}$/.test(commit))
        return (0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownCode */ .D)(commit, { maxLength: 64 });
    const short = `\`${(0,_step_label_js__WEBPACK_IMPORTED_MODULE_1__/* .shortCommit */ .Ax)(commit)}\``;
    return commitsAt === null ? short : `[${short}](${commitsAt}/commit/${commit})`;
}
/** What the run cost: `$0.42`, with what is unknown; the empty string when nothing that costs has run. */
function runCost({ costUsd, attemptsOfUnknownCost }) {
    const known = costUsd > 0 ? (0,_step_label_js__WEBPACK_IMPORTED_MODULE_1__/* .costText */ .rs)(costUsd) : '';
    if (attemptsOfUnknownCost === 0)
        return known;
    const unknown = `cost of ${(0,_step_label_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .hS)(attemptsOfUnknownCost, 'attempt')} unknown`;
    return known === '' ? unknown : `${known}, ${unknown}`;
}
/** The failures of a run with their words, at most `max` of them; the empty string when there is none. */
function failuresMarkdown(state, max) {
    const found = (0,_found_failures_js__WEBPACK_IMPORTED_MODULE_2__/* .foundFailures */ .G)(state);
    const blocks = found
        .slice(0, max)
        .map(({ where, failure, isBorne }) => failureMarkdown(`**${(0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_0__.markdownText)(where, { maxLength: 120 })}**`, failure, isBorne));
    if (found.length > max)
        blocks.push(`… and ${(0,_step_label_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .hS)(found.length - max, 'more failure')}.`);
    return blocks.join('\n\n');
}
/** One failure: `head` (markdown), what happened, the details as they were printed, what to do about it unless it is borne. */
function failureMarkdown(head, failure, isBorne = false) {
    const { title, details, help } = (0,_describe_failure_js__WEBPACK_IMPORTED_MODULE_3__/* .describeFailure */ .I)(failure);
    return [
        `${head}: ${(0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_0__.markdownText)(title, { maxLength: 500 })} (\`${failure.reason}\`)`,
        ...(details.length === 0 ? [] : [(0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_0__.codeBlock)(details.join('\n'), '', { maxLines: 30, maxLength: 4000 })]),
        isBorne ? 'The run went on all the same.' : (0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_0__.markdownText)(help, { maxLength: 1000 }),
    ].join('\n\n');
}
/** Which hosts differ; null: they were not compared. */
function hostsMarkdown(hosts) {
    if (hosts === null)
        return 'Not compared.';
    const { unchanged, changed } = hosts;
    const lines = changed
        .slice(0, MAX_HOSTS)
        .map(({ host, what }) => `- ${(0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_0__.markdownText)(host, { maxLength: 80 })}: ${(0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_0__.markdownText)(what)}`);
    if (changed.length > MAX_HOSTS)
        lines.push(`- … and ${(0,_step_label_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .hS)(changed.length - MAX_HOSTS, 'more host')}`);
    const names = unchanged.slice(0, MAX_HOSTS).map((host) => (0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_0__.markdownText)(host, { maxLength: 80 }));
    const more = unchanged.length > MAX_HOSTS ? ', …' : '';
    if (unchanged.length > 0)
        lines.push(`- unchanged (${unchanged.length}): ${names.join(', ')}${more}`);
    return lines.length === 0 ? 'The flake has no hosts.' : lines.join('\n');
}
/**
 * A list of sentences, one item each. They may quote strangers, so that only addresses of pull requests, comparisons, workflow runs and
 * settings of the repository itself become links. `repositoryUrl` as `https://github.com/owner/repo`; null for no links.
 */
function notesMarkdown(notes, repositoryUrl) {
    return notes.map((note) => `- ${noteMarkdown(note.slice(0, 1000), repositoryUrl)}`).join('\n');
}
function noteMarkdown(note, repositoryUrl) {
    const parts = [];
    let done = 0;
    for (const { index, 0: address } of note.matchAll(pageAddress)) {
        if (repositoryUrl === null || !address.startsWith(`${repositoryUrl}/`))
            continue;
        if (!pageOfRepository.test(address.slice(repositoryUrl.length + 1)))
            continue;
        parts.push(withSpaces(note.slice(done, index)), `<${address}>`);
        done = index + address.length;
    }
    return [...parts, withSpaces(note.slice(done))].join('').trim();
}
const pageAddress = /https?:\/\/[\w./:-]*\w/g;
const pageOfRepository = /^(?:pull\/\d+|actions\/runs\/\d+|settings\/[a-z/]+|compare\/[\w./-]+)$/;
/** A piece of a sentence: its spaces at both ends stay. */
function withSpaces(text) {
    const line = (0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_0__.markdownText)(text, { maxLength: 1000 });
    return `${/^\s/.test(text) ? ' ' : ''}${line}${/\s$/.test(text) && line !== '' ? ' ' : ''}`;
}
/** `a`, `b`: the checks that were asked for, at most 20 of them. */
function checksMarkdown(checks) {
    const shown = checks.slice(0, 20).map((check) => (0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownCode */ .D)(check));
    return [...shown, ...(checks.length > 20 ? ['…'] : [])].join(', ');
}
function row(step, commitsAt) {
    const { status, startedAt, endedAt, attempt, result, skipped, costUsd } = step;
    const why = skipped === null ? '' : `: ${(0,_event_lines_js__WEBPACK_IMPORTED_MODULE_4__/* .skipText */ .DD)(skipped)}`;
    const isDone = status === 'completed' && result !== null;
    const isAgent = step.step.action.kind === 'agent';
    return [
        String(step.step.number),
        (0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_0__.markdownText)((0,_step_label_js__WEBPACK_IMPORTED_MODULE_1__/* .stepLabel */ .vO)(step.step), { maxLength: 80 }),
        `${STATUS[status]}${why}`,
        startedAt === null || endedAt === null ? '' : (0,_duration_text_js__WEBPACK_IMPORTED_MODULE_5__/* .durationText */ .S)(endedAt - startedAt),
        attempt === 0 ? '' : String(attempt),
        isDone ? String(result.filesModified) : '',
        isDone && result.filesModified > 0 ? commitMarkdown(result.commit, commitsAt) : '',
        costUsd !== null ? (0,_step_label_js__WEBPACK_IMPORTED_MODULE_1__/* .costText */ .rs)(costUsd) : isAgent && attempt > 0 ? 'unknown' : '',
    ];
}


/***/ }),

/***/ 82232:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ foundFailures)
/* harmony export */ });
/* harmony import */ var _step_label_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(42493);

/** Every failure of a run: those of steps in file order, then of phases and nested workflows, then of the result. */
function foundFailures(state) {
    const found = [];
    for (const step of state.steps.values()) {
        const failure = failureOf(step);
        if (failure === null)
            continue;
        const { number, action } = step.step;
        found.push({ where: `step ${number} ${(0,_step_label_js__WEBPACK_IMPORTED_MODULE_0__/* .stepLabel */ .vO)(step.step)}`, failure, isBorne: action.continueOnError });
    }
    for (const { group, failure } of state.groups.values()) {
        if (failure !== null) {
            found.push({ where: `${group.kind} ${group.path}`, failure, isBorne: group.continueOnError });
        }
    }
    if (state.failure !== null)
        found.push({ where: 'the result', failure: state.failure, isBorne: false });
    return found;
}
function failureOf({ status, failure, conflict }) {
    if (status !== 'failed' && status !== 'conflict')
        return null;
    return failure ?? (conflict === null ? null : { reason: 'merge-conflict', ...conflict });
}


/***/ }),

/***/ 11390:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F4: () => (/* binding */ runHistorySchema),
/* harmony export */   On: () => (/* binding */ recordOfRun),
/* harmony export */   Pc: () => (/* binding */ addToHistory)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(96723);
/* harmony import */ var _state_document_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(25065);
/* harmony import */ var _state_schema_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(72267);
/* harmony import */ var _timestamp_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(50450);
/** What the weekly review needs to know of each run beside the sums of `metrics.json`: one entry per run, bounded in every direction. */




const MAX_RUNS = 500;
/** The slowest steps of a run; the others are not worth a look. */
const MAX_STEPS = 30;
const stepSchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    id: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().max(300),
    seconds: zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig().nonnegative(),
    attempts: zod__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr().nonnegative(),
});
const runSchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    run_id: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().max(100),
    workflow: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().max(300),
    status: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(['completed', 'failed', 'paused']),
    ended_at: _state_schema_js__WEBPACK_IMPORTED_MODULE_1__/* .timeSchema */ .R,
    duration_seconds: zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig().nonnegative(),
    cost_usd: zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig().nonnegative(),
    attempts_of_unknown_cost: zod__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr().nonnegative(),
    slowest_steps: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(stepSchema).max(MAX_STEPS),
});
const runHistorySchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({ runs: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(runSchema).max(MAX_RUNS) });
/** What is kept of a run that has ended, for good or for now; null while it runs. */
function recordOfRun(state) {
    const { status, runId, startedAt, updatedAt, endedAt } = state;
    if (status === 'running')
        return null;
    const steps = [...state.steps.values()].flatMap(({ step, attempt, startedAt: from, endedAt: to }) => from === null || to === null
        ? []
        : [{ id: step.id.slice(0, 300), seconds: (0,_timestamp_js__WEBPACK_IMPORTED_MODULE_3__/* .secondsBetween */ .O)(from, to), attempts: attempt }]);
    return {
        run_id: runId.slice(0, 100),
        workflow: state.plan.workflow.slice(0, 300),
        status,
        ended_at: (0,_timestamp_js__WEBPACK_IMPORTED_MODULE_3__/* .timestamp */ .v)(endedAt ?? updatedAt),
        duration_seconds: (0,_timestamp_js__WEBPACK_IMPORTED_MODULE_3__/* .secondsBetween */ .O)(startedAt, endedAt ?? updatedAt),
        cost_usd: (0,_state_document_js__WEBPACK_IMPORTED_MODULE_0__/* .roundCost */ .e)(state.costUsd),
        attempts_of_unknown_cost: state.attemptsOfUnknownCost,
        slowest_steps: steps.sort((a, b) => b.seconds - a.seconds).slice(0, MAX_STEPS),
    };
}
/** The history with this run in it. A run that ends again after a resume replaces what it was; the oldest go when there are too many. */
function addToHistory(history, record) {
    const others = (history?.runs ?? []).filter(({ run_id, workflow }) => run_id !== record.run_id || workflow !== record.workflow);
    return { runs: [...others, record].slice(-MAX_RUNS) };
}


/***/ }),

/***/ 78747:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  qN: () => (/* binding */ renderRunSummary),
  r7: () => (/* binding */ shellWord)
});

// UNUSED EXPORTS: nextCommands

// EXTERNAL MODULE: ./.cache/build/lib/engine/run-state.js
var run_state = __webpack_require__(75723);
// EXTERNAL MODULE: ./.cache/build/lib/report/describe-failure.js
var describe_failure = __webpack_require__(52742);
// EXTERNAL MODULE: ./.cache/build/lib/report/duration-text.js
var duration_text = __webpack_require__(67910);
// EXTERNAL MODULE: ./.cache/build/lib/report/event-lines.js
var event_lines = __webpack_require__(28340);
// EXTERNAL MODULE: ./.cache/build/lib/report/step-label.js
var step_label = __webpack_require__(42493);
// EXTERNAL MODULE: ./.cache/build/lib/report/display-width.js
var display_width = __webpack_require__(62961);
;// CONCATENATED MODULE: ./.cache/build/lib/report/text-table.js

/** Rows as aligned columns, two spaces between them, no space at the end of a line. The last column is not padded. */
function textTable(rows) {
    const widths = [];
    for (const row of rows) {
        row.slice(0, -1).forEach((cell, column) => (widths[column] = Math.max(widths[column] ?? 0, (0,display_width/* displayWidth */.F1)(cell))));
    }
    return rows.map((row) => row
        .map((cell, column) => (0,display_width/* padWidth */._n)(cell, widths[column] ?? 0))
        .join('  ')
        .trimEnd());
}

// EXTERNAL MODULE: ./.cache/build/lib/report/text-style.js
var text_style = __webpack_require__(45875);
;// CONCATENATED MODULE: ./.cache/build/lib/report/run-summary.js







/** Rows of the table; a long run shows what did not succeed and the end of what did. */
const MAX_ROWS = 40;
const MAX_FAILURES = 10;
/** The end of a run for a person: its status, its steps, what landed or failed and why, and the commands that go on. */
function renderRunSummary(state, options) {
    const { clean, paint = text_style/* plain */.p } = options;
    const blocks = [
        headLine(state, paint),
        stepTable(state, clean).join('\n'),
        failureBlock(state, { clean, paint }).join('\n'),
    ];
    if (state.landed !== null)
        blocks.push(clean((0,event_lines/* landedText */.sq)(state.landed, state)));
    blocks.push(nextBlock(state, options).join('\n'));
    return blocks.filter((block) => block !== '').join('\n\n');
}
/** The commands that go on from here, with what each is for; the most useful first. */
function nextCommands(state, { program = 'workflow-runner', repo = null }) {
    const { workflow } = state.plan;
    const tail = repo === null ? '' : ` --repo ${shellWord(repo)}`;
    const command = (rest) => `${program} ${rest}${tail}`;
    if (state.status === 'completed')
        return landedCommands(state, repo);
    const commands = [];
    const failed = failedSteps(state).find(({ step }) => !step.action.continueOnError);
    if (failed !== undefined) {
        commands.push([command(`logs ${workflow} --step ${failed.step.number}`), 'what the step printed']);
    }
    commands.push([command(`${workflow} --resume`), 'go on; completed steps are not run again']);
    if (failed !== undefined) {
        commands.push([command(`${workflow} --skip-step ${failed.step.number} --resume`), 'go on without the step']);
    }
    if ((0,run_state/* headCommit */.Qo)(state) !== state.base.commit && state.base.commit !== '') {
        commands.push([
            gitCommand(repo, `diff ${(0,step_label/* shortCommit */.Ax)(state.base.commit)} ${(0,step_label/* shortCommit */.Ax)((0,run_state/* headCommit */.Qo)(state))}`),
            'what is done so far',
        ]);
    }
    return commands;
}
/** One word for a shell, quoted only when it has to be. */
function shellWord(text) {
    return /^[A-Za-z0-9_./:=@%+,-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}
function landedCommands({ landed, base }, repo) {
    if (landed === null || landed.how === 'nothing-to-land')
        return [];
    const range = `${(0,step_label/* shortCommit */.Ax)(base.commit)}..${(0,step_label/* shortCommit */.Ax)(landed.commit)}`;
    const look = [gitCommand(repo, `log --stat ${range}`), 'what changed'];
    switch (landed.how) {
        case 'branch':
            return [look, [gitCommand(repo, `merge ${(0,event_lines/* branchName */.at)(landed.branch ?? '')}`), 'take it over']];
        case 'kept':
            return [look, [gitCommand(repo, `merge ${(0,step_label/* shortCommit */.Ax)(landed.commit)}`), 'take it over']];
        case 'fast-forward':
            return [look];
    }
}
function gitCommand(repo, rest) {
    return repo === null ? `git ${rest}` : `git -C ${shellWord(repo)} ${rest}`;
}
function headLine(state, paint) {
    const took = (0,duration_text/* durationText */.S)((state.endedAt ?? state.updatedAt) - state.startedAt);
    const cost = state.costUsd > 0 ? `, ${(0,step_label/* costText */.rs)(state.costUsd)}` : '';
    const unknown = state.attemptsOfUnknownCost > 0 ? ` (cost of ${(0,step_label/* counted */.hS)(state.attemptsOfUnknownCost, 'attempt')} unknown)` : '';
    const name = `${state.plan.workflow} ${state.plan.version}`;
    switch (state.status) {
        case 'completed':
            return `${paint('success', 'completed')}: ${name} in ${took}${cost}${unknown}`;
        case 'failed':
            return `${paint('error', 'failed')}: ${name} after ${took}${cost}${unknown}`;
        case 'paused': {
            const why = state.pause === null ? '' : ` (${(0,event_lines/* pauseText */.Iy)(state.pause)})`;
            return `${paint('warning', 'paused')}: ${name} after ${took}${cost}${unknown}${why}`;
        }
        case 'running':
            return `running: ${name} for ${took}${cost}${unknown}`;
    }
}
function stepTable(state, clean) {
    const steps = [...state.steps.values()];
    if (steps.length <= MAX_ROWS)
        return textTable(steps.map((step) => row(step, clean)));
    const notable = steps.filter(({ status }) => status !== 'completed' && status !== 'pending' && status !== 'skipped');
    const shown = notable.slice(0, MAX_ROWS);
    const rest = new Map();
    const listed = new Set(shown);
    for (const step of steps)
        if (!listed.has(step))
            rest.set(step.status, (rest.get(step.status) ?? 0) + 1);
    const counts = [...rest].map(([status, count]) => `${count} ${status}`).join(', ');
    return [
        ...textTable(shown.map((step) => row(step, clean))),
        `${shown.length > 0 ? 'other steps' : 'steps'}: ${counts}`,
    ];
}
function row(step, clean) {
    const took = step.startedAt === null || step.endedAt === null ? '' : (0,duration_text/* durationText */.S)(step.endedAt - step.startedAt);
    const facts = [];
    if (step.status === 'completed' && step.result !== null) {
        const { filesModified, commit } = step.result;
        facts.push(filesModified === 0 ? 'nothing changed' : `${(0,step_label/* counted */.hS)(filesModified, 'file')}, ${(0,step_label/* shortCommit */.Ax)(commit)}`);
    }
    if (step.skipped !== null)
        facts.push((0,event_lines/* skipText */.DD)(step.skipped));
    if (step.attempt > 1)
        facts.push((0,step_label/* counted */.hS)(step.attempt, 'attempt'));
    if (step.costUsd !== null && step.costUsd > 0)
        facts.push((0,step_label/* costText */.rs)(step.costUsd));
    return [`  ${step.step.number}`, clean((0,step_label/* stepLabel */.vO)(step.step)), step.status, took, facts.join(', ')];
}
function failureBlock(state, style) {
    const found = [];
    for (const step of failedSteps(state)) {
        const failure = step.failure ?? (step.conflict === null ? null : { reason: 'merge-conflict', ...step.conflict });
        if (failure === null)
            continue;
        const { number, action } = step.step;
        found.push({ where: `step ${number} ${(0,step_label/* stepLabel */.vO)(step.step)}`, failure, isBorne: action.continueOnError });
    }
    for (const { group, failure } of state.groups.values()) {
        if (failure !== null)
            found.push({ where: `${group.kind} ${group.path}`, failure });
    }
    if (state.failure !== null)
        found.push({ where: 'the result', failure: state.failure });
    const lines = found.slice(0, MAX_FAILURES).flatMap((one) => failureLines(one, style));
    return found.length > MAX_FAILURES ? [...lines, `… and ${found.length - MAX_FAILURES} more failures`] : lines;
}
function failureLines({ where, failure, isBorne = false }, { clean, paint }) {
    const { title, details, help } = (0,describe_failure/* describeFailure */.I)(failure);
    return [
        `${paint('error', clean(where))}: ${clean(title)} ${paint('dim', `[${failure.reason}]`)}`,
        ...details.map((line) => `    ${clean(line)}`.trimEnd()),
        ...(isBorne ? [] : [`  ${clean(help)}`]),
    ];
}
function nextBlock(state, options) {
    const commands = nextCommands(state, options);
    return textTable(commands.map(([command, what]) => [`  ${options.clean(command)}`, `# ${what}`]));
}
function failedSteps(state) {
    return [...state.steps.values()].filter(({ status }) => status === 'failed' || status === 'conflict');
}


/***/ }),

/***/ 72267:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ timeSchema)
/* harmony export */ });
/* unused harmony export stateSchema */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(96723);

/** A time in UTC, whole seconds. */
const timeSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
const stateSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    workflow: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().describe('Name of the workflow.'),
    version: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().describe('Version of the workflow, semantic versioning.'),
    status: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['running', 'completed', 'failed', 'paused'])
        .describe('What the run was doing when this file was written. A killed run still says running: `workflow-runner status` tells.'),
    started_at: timeSchema.describe('When the run started, UTC.'),
    updated_at: timeSchema.describe('When something last happened in the run, UTC.'),
    completed_at: timeSchema.nullable().describe('When the run ended, completed or failed, UTC; null before.'),
    current_step: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().nonnegative().describe('Number of the step that started last; 0 before the first.'),
    total_steps: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().nonnegative().describe('Steps of the plan, nested workflows expanded.'),
    errors: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
        step: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().positive().nullable().describe('Number of the step; null for a phase or the run as a whole.'),
        id: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullable().describe('Id of the step or path of the phase; null for the run as a whole.'),
        reason: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().describe('Stable kebab-case name of the kind of failure.'),
        message: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().describe('What happened, one line.'),
        details: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()).describe('Where and what exactly, line by line.'),
        help: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().describe('What to do about it.'),
        at: timeSchema.describe('When it failed, UTC.'),
    }))
        .describe('What failed and has not been repaired by a later attempt.'),
    metadata: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
        triggered_by: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().describe('What started the run: manual, schedule, …'),
        git_commit: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().describe('The commit that the run started from.'),
        base_branch: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullable().describe('The branch that the run started from; null when HEAD was detached.'),
        definition: zod__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()).describe('SHA-256 of each file that defines the run, by path.'),
    }),
    run_id: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().describe('Id of the run.'),
    paused_because: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['interrupted', 'deadline', 'budget', 'phase-done', 'rolled-back', 'storage'])
        .nullable()
        .describe('Why the run is paused; null when it is not.'),
    ended_steps: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().nonnegative().describe('Steps that completed, failed or were skipped.'),
    cost_usd: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().nonnegative().describe('Known cost of all attempts so far, US dollars.'),
    attempts_of_unknown_cost: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().nonnegative().describe('Attempts of agents that did not say what they cost.'),
    result_commit: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().describe('The commit with everything that is done and merged so far.'),
    landed: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
        commit: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().describe('The commit that landed.'),
        how: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().describe('fast-forward, branch, kept or nothing-to-land.'),
        branch: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullable().describe('The branch that holds it; null for none.'),
    })
        .nullable()
        .describe('How the result came to the user; null before.'),
})
    .meta({
    title: 'workflow-runner state',
    description: 'The state of a run: .claude/workflows/<workflow>/state.json.',
});


/***/ })

};
