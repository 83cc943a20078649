export const id = 955;
export const ids = [955];
export const modules = {

/***/ 21189:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  t: () => (/* reexport */ createBundle),
  i: () => (/* reexport */ importBundle)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./.cache/build/lib/base/result.js
var result = __webpack_require__(45256);
// EXTERNAL MODULE: ./.cache/build/lib/git/present-commit.js
var present_commit = __webpack_require__(23449);
// EXTERNAL MODULE: ./.cache/build/lib/git/shallow-list.js
var shallow_list = __webpack_require__(30301);
// EXTERNAL MODULE: ./.cache/build/lib/git/trusted-directory.js
var trusted_directory = __webpack_require__(27569);
;// CONCATENATED MODULE: ./.cache/build/lib/git/create-bundle.js






/**
 * Writes all commits that `refs` reach and `base` does not, synced. `empty`: there are none, and no file. In a shallow
 * checkout the commits that it ends at are left out too: they came from the remote, without what they build on.
 */
async function createBundle(git, trusted, bundle) {
    const { repository } = trusted;
    // Names in a bundle are names of real refs: a directory for this bundle alone has these and no others.
    const gitDir = await (0,promises_.mkdtemp)(`${trusted.gitDir}-bundle-`);
    try {
        await (0,trusted_directory/* prepareTrustedDirectory */.ki)(gitDir, repository);
        const place = (0,trusted_directory/* trustedPlace */.pb)(gitDir, repository);
        const written = await write({ git, trusted, place, gitDir }, bundle);
        if (written.ok && written.value === 'written')
            await syncFile(bundle.file);
        return written;
    }
    finally {
        await (0,promises_.rm)(gitDir, { recursive: true, force: true });
    }
}
async function write({ git, trusted, place, gitDir }, { file, base, refs }) {
    const ends = await (0,shallow_list/* readShallowList */.F)(gitDir);
    const missing = await (0,present_commit/* missingIds */.ze)(trusted, ends, 'commit');
    if (!missing.ok)
        return missing;
    const gone = new Set(missing.value);
    const without = [base, ...ends.filter((id) => !gone.has(id))].map((id) => `^${id}\n`).join('');
    const counted = await git.run({
        args: ['rev-list', '--count', '--stdin'],
        place,
        cwd: gitDir,
        input: [...refs.values()].map((commit) => `${commit}\n`).join('') + without,
    });
    if (!counted.ok)
        return counted;
    if (counted.value.text === '0') {
        await (0,promises_.rm)(file, { force: true });
        return (0,result.ok)('empty');
    }
    const named = await git.run({
        args: ['update-ref', '--stdin', '-z'],
        place,
        cwd: gitDir,
        input: [...refs].map(([name, commit]) => `create ${name}\0${commit}\0`).join(''),
        sync: 'later',
    });
    if (!named.ok)
        return named;
    const input = [...refs.keys()].map((name) => `${name}\n`).join('') + without;
    const created = await git.run({
        args: ['bundle', 'create', '--quiet', file, '--stdin'],
        place,
        cwd: gitDir,
        input,
    });
    return created.ok ? (0,result.ok)('written') : created;
}
/** The file, and the folder that has its name. */
async function syncFile(path) {
    for (const each of [path, (0,external_node_path_.dirname)(path)]) {
        const file = await (0,promises_.open)(each);
        try {
            await file.sync();
        }
        finally {
            await file.close();
        }
    }
}

;// CONCATENATED MODULE: ./.cache/build/lib/git/bundle-header.js
/**
 * The text at the start of a git bundle (gitformat-bundle(5)):
 * a signature, capabilities `@key=value` (version 3), prerequisites `-<id> <comment>`, refs `<id> <name>`, an empty line, a pack.
 * Read here rather than by git, since git would take the names for its own before anybody has looked at them.
 */
/** A run has hundreds of refs, not ten thousands. */
const LONGEST_HEADER = 4 * 1024 * 1024;
/** Reads the header, or says what is wrong with it. */
function parseBundleHeader(bundle) {
    const end = bundle.subarray(0, LONGEST_HEADER).indexOf('\n\n');
    if (end === -1)
        return { wrong: 'the header has no end' };
    // Names are bytes; latin1 keeps each of them apart, so that none can become another.
    const [signature = '', ...lines] = bundle.subarray(0, end).toString('latin1').split('\n');
    if (!/^# v[23] git bundle$/.test(signature))
        return { wrong: 'it does not begin as a git bundle' };
    let objectFormat = 'sha1';
    const prerequisites = [];
    const refs = [];
    for (const line of lines) {
        const [, prerequisite] = /^-([0-9a-f]{40,64})(?: .*)?$/.exec(line) ?? [];
        const [, commit, name] = /^([0-9a-f]{40,64}) (.+)$/.exec(line) ?? [];
        if (prerequisite !== undefined)
            prerequisites.push(prerequisite);
        else if (commit !== undefined && name !== undefined)
            refs.push({ name, commit });
        else if (line === '@object-format=sha256')
            objectFormat = 'sha256';
        else if (line !== '@object-format=sha1')
            return { wrong: 'a line of the header is none that git writes' };
    }
    const length = objectFormat === 'sha256' ? 64 : 40;
    if (![...prerequisites, ...refs.map((ref) => ref.commit)].every((id) => id.length === length)) {
        return { wrong: 'an id in the header has another length than its format' };
    }
    return { objectFormat, prerequisites, refs, packAt: end + 2 };
}

// EXTERNAL MODULE: ./.cache/build/lib/git/references.js
var references = __webpack_require__(18636);
;// CONCATENATED MODULE: ./.cache/build/lib/git/expected-refs.js


/**
 * Names among the expected that are not `refs/workflow-runner/<run>/<name>` of one run, spelled as `referenceName` does, or
 * that have no commit. Whoever wrote the list is not trusted.
 */
function oddNames(repository, expected) {
    const runs = new Set();
    const odd = [...expected].filter(([name, commit]) => {
        const parts = name.startsWith(`${references/* REFERENCE_ROOT */.jG}/`) ? name.slice(references/* REFERENCE_ROOT */.jG.length + 1).split('/') : [];
        runs.add(parts[0] ?? '');
        return parts.length < 2 || !parts.every(isComponent) || runs.size > 1 || !(0,present_commit/* isCommitId */.jh)(repository, commit);
    });
    return odd.map(([name]) => name);
}
/** Names of the bundle that are not expected, or not at that commit, or there twice. */
function oddRefs(header, expected) {
    const seen = new Set();
    const odd = header.refs.filter(({ name, commit }) => {
        const isTwice = seen.has(name);
        seen.add(name);
        return isTwice || expected.get(name) !== commit;
    });
    return odd.map(({ name }) => name);
}
function isComponent(text) {
    return /^[A-Za-z0-9_][A-Za-z0-9_.-]{0,200}$/.test(text) && !/\.\.|\.$|\.lock$/.test(text);
}

// EXTERNAL MODULE: ./.cache/build/lib/git/remote.js + 1 modules
var git_remote = __webpack_require__(17569);
// EXTERNAL MODULE: ./.cache/build/lib/git/workspace-dot-git.js
var workspace_dot_git = __webpack_require__(20166);
;// CONCATENATED MODULE: ./.cache/build/lib/git/unpack-pack.js




/** What the machine is to blame for, and not the pack; git's and the C library's words with LC_ALL=C. */
const OF_THE_MACHINE = /No space left|quota exceeded|Permission denied|Read-only file system|Input\/output error|[Oo]ut of memory/;
/** git makes its index last: a pack counts as soon as that is there. */
const ORDER = ['.pack', '.rev', '.idx'];
/**
 * Adds the objects of a thin pack to the user's store, after a look at each as `git fsck` has (also at what it names being here).
 * git 2.39 does not look when it fetches from a bundle, whatever `transfer.fsckObjects` says (measured). Nothing stays of a
 * pack that is refused: it is opened in a folder aside, as git does with what is pushed to it.
 */
async function unpackPack(trusted, pack, signal) {
    const { objectsDir } = trusted.repository;
    // `git prune` takes away what has this name, should we be killed here.
    const aside = await (0,promises_.mkdtemp)((0,external_node_path_.join)(objectsDir, 'tmp_objdir-import-'));
    try {
        await (0,promises_.mkdir)((0,external_node_path_.join)(aside, 'info'));
        await (0,promises_.writeFile)((0,external_node_path_.join)(aside, 'info', 'alternates'), `${(0,workspace_dot_git/* alternateLine */.Z)(objectsDir)}\n`);
        const indexed = await trusted.run({
            args: ['index-pack', '--stdin', '--fix-thin', '--strict'],
            env: { GIT_OBJECT_DIRECTORY: aside },
            input: pack,
            ...(signal === undefined ? {} : { signal }),
        });
        if (indexed.ok)
            await movePacks((0,external_node_path_.join)(aside, 'pack'), (0,external_node_path_.join)(objectsDir, 'pack'));
        if (indexed.ok)
            return (0,result.ok)({ wrong: null });
        const { error } = indexed;
        const isPack = error.reason === 'command-failed' && error.exitCode !== null && !OF_THE_MACHINE.test(error.outputTail);
        return isPack ? (0,result.ok)({ wrong: error.outputTail.trim() }) : indexed;
    }
    finally {
        await (0,promises_.rm)(aside, { recursive: true, force: true });
    }
}
async function movePacks(from, to) {
    await (0,promises_.mkdir)(to, { recursive: true });
    const names = await (0,promises_.readdir)(from);
    for (const end of ORDER) {
        for (const name of names.filter((one) => one.endsWith(end)))
            await (0,promises_.rename)((0,external_node_path_.join)(from, name), (0,external_node_path_.join)(to, name));
    }
    const folder = await (0,promises_.open)(to);
    try {
        await folder.sync();
    }
    finally {
        await folder.close();
    }
}

;// CONCATENATED MODULE: ./.cache/build/lib/git/import-bundle.js








/** More would be asked of the remote one by one. */
const MOST_PREREQUISITES = 1000;
/**
 * Brings the commits of a bundle and exactly the expected refs into the user's repository, all refs at once. The file and the
 * list are hostile: every object is checked, and nothing in them names a ref that is not below the run's own.
 */
async function importBundle(git, trusted, bundle) {
    const all = { git, trusted, bundle };
    const odd = oddNames(trusted.repository, bundle.expected);
    if (odd.length > 0)
        return (0,result.ok)({ kind: 'refused', why: 'odd-refs', names: odd });
    for (const step of [importObjects, obtainRest, writeRefs]) {
        const refused = await step(all);
        if (!refused.ok)
            return refused;
        if (refused.value !== null)
            return (0,result.ok)(refused.value);
    }
    return (0,result.ok)({ kind: 'imported' });
}
async function importObjects(all) {
    const { trusted, bundle } = all;
    if (bundle.file === null)
        return (0,result.ok)(null);
    const bytes = await (0,promises_.readFile)(bundle.file).catch(() => null);
    if (bytes === null)
        return (0,result.ok)(corrupt('it cannot be read'));
    const header = parseBundleHeader(bytes);
    if ('wrong' in header)
        return (0,result.ok)(corrupt(header.wrong));
    const { objectFormat } = trusted.repository;
    if (header.objectFormat !== objectFormat) {
        return (0,result.ok)({ kind: 'refused', why: 'object-format', bundle: header.objectFormat, repository: objectFormat });
    }
    const odd = oddRefs(header, bundle.expected);
    if (odd.length > 0)
        return (0,result.ok)({ kind: 'refused', why: 'odd-refs', names: odd });
    if (header.prerequisites.length > MOST_PREREQUISITES)
        return (0,result.ok)(corrupt('it builds on too many commits'));
    const refused = await obtainAll(all, header.prerequisites);
    if (!refused.ok || refused.value !== null)
        return refused;
    const unpacked = await unpackPack(trusted, bytes.subarray(header.packAt), bundle.signal);
    if (!unpacked.ok)
        return unpacked;
    return (0,result.ok)(unpacked.value.wrong === null ? null : corrupt(unpacked.value.wrong));
}
/** A ref whose commit the base contains is in no bundle; after this every expected commit is here. */
async function obtainRest(all) {
    const missing = await (0,present_commit/* missingIds */.ze)(all.trusted, [...new Set(all.bundle.expected.values())], 'commit');
    return missing.ok ? await obtainAll(all, missing.value) : missing;
}
async function obtainAll({ trusted, bundle }, commits) {
    for (const [at, commit] of commits.entries()) {
        const present = await (0,present_commit/* isPresent */.Wo)(trusted, commit);
        if (!present.ok)
            return present;
        if (present.value)
            continue;
        const refusal = { kind: 'refused', why: 'missing-commits', commits: commits.slice(at) };
        const { remote, branch, signal } = bundle;
        if (remote === null)
            return (0,result.ok)({ ...refusal, failure: null });
        const obtained = await (0,git_remote/* obtainCommit */.LB)(trusted, {
            remote,
            commit,
            ...(branch === undefined ? {} : { branch }),
            ...(signal === undefined ? {} : { signal }),
        });
        if (!obtained.ok) {
            const { error } = obtained;
            return error.reason === 'cancelled' ? (0,result/* err */._)(error) : (0,result.ok)({ ...refusal, failure: error });
        }
        if (obtained.value === 'not-found')
            return (0,result.ok)({ ...refusal, failure: null });
    }
    return (0,result.ok)(null);
}
/** In one transaction, from what they are now: a ref that another process makes meanwhile is not overwritten. */
async function writeRefs({ git, trusted, bundle }) {
    const present = await (0,references/* listReferences */.Xo)(git, trusted.repository, references/* REFERENCE_ROOT */.jG);
    if (!present.ok)
        return present;
    const updates = [...bundle.expected]
        .map(([name, to]) => ({ name, to, from: present.value.get(name) ?? null }))
        .filter(({ from, to }) => from !== to);
    const moved = updates.filter(({ from }) => from !== null);
    if (moved.length > 0 && bundle.replace !== true) {
        return (0,result.ok)({ kind: 'refused', why: 'moved-refs', names: moved.map(({ name }) => name) });
    }
    const written = await (0,references/* updateReferences */.s8)(git, trusted.repository, updates);
    return written.ok ? (0,result.ok)(null) : written;
}
function corrupt(detail) {
    return { kind: 'refused', why: 'corrupt', detail };
}

;// CONCATENATED MODULE: ./.cache/build/lib/git/bundle.js
/** Commits of a run on their way from one clone to another. */




/***/ }),

/***/ 23449:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Wo: () => (/* binding */ isPresent),
/* harmony export */   jh: () => (/* binding */ isCommitId),
/* harmony export */   ze: () => (/* binding */ missingIds)
/* harmony export */ });
/* harmony import */ var _base_result_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(45256);
/* harmony import */ var _shallow_list_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30301);


/** Whether a text is a full object id of the repository's format: anything else could be a name, a range or an option. */
function isCommitId(repository, text) {
    return (repository.objectFormat === 'sha256' ? /^[0-9a-f]{64}$/ : /^[0-9a-f]{40}$/).test(text);
}
/**
 * Whether a commit with its tree and its history is here. Where the checkout is shallow, the history is walked: a fetch that
 * was killed between its objects and its list of ends leaves commits without parents. `commit` must be a full id.
 */
async function isPresent(trusted, commit) {
    const missing = await missingIds(trusted, [commit], 'commit');
    if (!missing.ok || missing.value.length > 0)
        return missing.ok ? (0,_base_result_js__WEBPACK_IMPORTED_MODULE_1__.ok)(false) : missing;
    const tree = await trusted.run({ args: ['cat-file', '-e', `${commit}^{tree}`], okCodes: [0, 1, 128] });
    if (!tree.ok || tree.value.exitCode !== 0)
        return tree.ok ? (0,_base_result_js__WEBPACK_IMPORTED_MODULE_1__.ok)(false) : tree;
    if ((await (0,_shallow_list_js__WEBPACK_IMPORTED_MODULE_0__/* .readShallowList */ .F)(trusted.gitDir)).length === 0)
        return (0,_base_result_js__WEBPACK_IMPORTED_MODULE_1__.ok)(true);
    const walked = await trusted.run({ args: ['rev-list', '--count', commit, '--'], okCodes: [0, 128] });
    return walked.ok ? (0,_base_result_js__WEBPACK_IMPORTED_MODULE_1__.ok)(walked.value.exitCode === 0) : walked;
}
/** Those of `ids` that are not here as an object of that type. */
async function missingIds(trusted, ids, type) {
    if (ids.length === 0)
        return (0,_base_result_js__WEBPACK_IMPORTED_MODULE_1__.ok)([]);
    const answer = await trusted.run({
        args: ['cat-file', '--batch-check=%(objectname) %(objecttype)'],
        input: `${ids.join('\n')}\n`,
    });
    if (!answer.ok)
        return answer;
    const found = new Set(answer.value.text.split('\n'));
    return (0,_base_result_js__WEBPACK_IMPORTED_MODULE_1__.ok)(ids.filter((id) => !found.has(`${id} ${type}`)));
}


/***/ }),

/***/ 97425:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hc: () => (/* binding */ listRemoteBranches),
/* harmony export */   Ww: () => (/* binding */ fullNames),
/* harmony export */   mo: () => (/* binding */ HEADS)
/* harmony export */ });
/* harmony import */ var _base_result_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(45256);
/* harmony import */ var _present_commit_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(23449);
/* harmony import */ var _remote_command_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(72652);



const HEADS = 'refs/heads/';
/** Branches of the remote, short name -> commit. */
async function listRemoteBranches(trusted, { remote, patterns = ['*'], signal }) {
    const full = patterns.map((pattern) => `${HEADS}${pattern}`);
    const answer = await (0,_remote_command_js__WEBPACK_IMPORTED_MODULE_1__/* .runRemote */ .Q)(trusted, {
        remote,
        args: ['ls-remote', '--quiet', '--refs', '--', remote.url, ...full],
        ...(signal === undefined ? {} : { signal }),
    });
    if (!answer.ok)
        return answer;
    const branches = new Map();
    for (const line of answer.value.text.split('\n')) {
        const [id = '', name = ''] = line.split('\t');
        // A pattern of ls-remote fits the end of a name, so `refs/x/refs/heads/main` may come too.
        if (name.startsWith(HEADS) && (0,_present_commit_js__WEBPACK_IMPORTED_MODULE_0__/* .isCommitId */ .jh)(trusted.repository, id))
            branches.set(name.slice(HEADS.length), id);
    }
    return (0,_base_result_js__WEBPACK_IMPORTED_MODULE_2__.ok)(branches);
}
/** The full ref names of a list of branches. */
function fullNames(branches) {
    return [...branches.keys()].map((name) => `${HEADS}${name}`);
}


/***/ }),

/***/ 72652:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ runRemote),
/* harmony export */   Y: () => (/* binding */ safeTail)
/* harmony export */ });
/* harmony import */ var _base_result_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45256);

const TAIL_LINES = 20;
/** Below one byte a second for so long, the connection is given up; servers that work say something every 5 s. */
const STALL_SECONDS = 60;
/** Runs git with the URL's one protocol allowed and the token in its environment. */
async function runRemote(trusted, { remote, ...command }) {
    const access = accessOf(remote);
    if ('refused' in access) {
        return (0,_base_result_js__WEBPACK_IMPORTED_MODULE_0__/* .err */ ._)({ reason: 'remote-failed', trouble: 'url-refused', outputTail: access.refused });
    }
    const answer = await trusted.run({ ...command, env: access.env, network: true });
    if (!answer.ok)
        return (0,_base_result_js__WEBPACK_IMPORTED_MODULE_0__/* .err */ ._)(remoteFailure(answer.error, remote));
    return { ok: true, value: { ...answer.value, stderr: safeTail(answer.value.stderr, remote) } };
}
/** The last lines of what git said, without the token in any form that git knows. */
function safeTail(text, remote) {
    const lines = text
        .trim()
        .split(/\r\n|\r|\n/)
        .slice(-TAIL_LINES);
    let tail = lines.join('\n');
    for (const secret of secretsOf(remote))
        tail = tail.replaceAll(secret, '***');
    return tail;
}
function remoteFailure(failure, remote) {
    if (failure.reason !== 'command-failed')
        return failure;
    const outputTail = safeTail(failure.outputTail, remote);
    return { reason: 'remote-failed', trouble: troubleOf(outputTail), outputTail };
}
function accessOf(remote) {
    const url = URL.canParse(remote.url) ? new URL(remote.url) : null;
    if (url === null)
        return { refused: 'The address of the remote is not a URL.' };
    if (url.username !== '' || url.password !== '') {
        return { refused: 'The URL of the remote holds a user name or a password; give a token instead.' };
    }
    const protocol = url.protocol.slice(0, -1);
    if (!isAllowed(protocol, url.hostname)) {
        return { refused: `Remotes are reached by https, not by ${protocol} (http: this machine only).` };
    }
    if (remote.authorization !== null && /[^\x20-\x7e]/.test(remote.authorization)) {
        return { refused: 'The token holds a character that no HTTP header may have.' };
    }
    return { env: environmentOf(remote, protocol, url.origin) };
}
function isAllowed(protocol, host) {
    if (protocol === 'http')
        return host === 'localhost' || host === '127.0.0.1' || host.endsWith('.localhost');
    return protocol === 'https' || protocol === 'file';
}
/** HOME is a folder that is none, so that curl finds no `.netrc`. Redirects are not followed: the header would go along. */
function environmentOf(remote, protocol, origin) {
    const settings = [
        ['credential.helper', ''],
        ['core.askPass', ''],
        ['http.followRedirects', 'false'],
        ['http.lowSpeedLimit', '1'],
        ['http.lowSpeedTime', `${STALL_SECONDS}`],
        ['transfer.bundleURI', 'false'],
        // A pack arrives whole or not at all; loose objects of a killed fetch would look like commits that are there.
        ['transfer.unpackLimit', '1'],
        ['fetch.writeCommitGraph', 'false'],
    ];
    if (remote.authorization !== null && protocol !== 'file') {
        settings.push([`http.${origin}/.extraHeader`, `Authorization: ${remote.authorization}`]);
    }
    const env = {
        GIT_ALLOW_PROTOCOL: protocol,
        GIT_PROTOCOL_FROM_USER: '0',
        HOME: '/dev/null',
        GIT_CONFIG_COUNT: `${settings.length}`,
    };
    for (const [at, [key, value]] of settings.entries()) {
        env[`GIT_CONFIG_KEY_${at}`] = key;
        env[`GIT_CONFIG_VALUE_${at}`] = value;
    }
    return env;
}
function secretsOf({ authorization }) {
    if (authorization === null)
        return [];
    const credential = authorization.slice(authorization.lastIndexOf(' ') + 1);
    const decoded = Buffer.from(credential, 'base64').toString('latin1');
    const password = decoded.slice(decoded.indexOf(':') + 1);
    return [authorization, credential, decoded, password].filter((secret) => secret.length >= 4);
}
/** git's and curl's own words (LC_ALL=C, git 2.39 to 2.51); the first that fits. What the server says itself is left out. */
const TROUBLES = [
    [/Authentication failed|could not read (Username|Password)|returned error: 401/, 'authentication'],
    [/returned error: 403/, 'permission'],
    [/returned error: 3\d\d|unable to update url base from redirection/, 'redirected'],
    [/returned error: 404|repository '.*' not found|does not appear to be a git repository/, 'not-found'],
    [/returned error: (5\d\d|408|429)|HTTP (5\d\d|408|429)/, 'network'],
    [/not our ref|unadvertised object|couldn't find remote ref|\[rejected\]|\[remote rejected\]/, 'rejected'],
    [/resolve host|resolve proxy|[Cc]onnection (refused|reset|timed out)|Failed to connect|timed out|Timeout/, 'network'],
    [/Operation too slow|RPC failed|early EOF|unexpected disconnect|hung up unexpectedly|Empty reply/, 'network'],
    [/transfer closed|Recv failure|Send failure|SSL|gnutls|TLS|Couldn't connect/, 'network'],
    [/remote error:/, 'rejected'],
];
function troubleOf(outputTail) {
    const own = outputTail
        .split('\n')
        .filter((line) => !line.startsWith('remote: '))
        .join('\n');
    return TROUBLES.find(([pattern]) => pattern.test(own))?.[1] ?? 'other';
}


/***/ }),

/***/ 17569:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Hc: () => (/* reexport */ remote_branches/* listRemoteBranches */.Hc),
  LB: () => (/* binding */ obtainCommit),
  QG: () => (/* binding */ unshallow)
});

// EXTERNAL MODULE: ./.cache/build/lib/base/result.js
var result = __webpack_require__(45256);
// EXTERNAL MODULE: ./.cache/build/lib/git/present-commit.js
var present_commit = __webpack_require__(23449);
// EXTERNAL MODULE: ./.cache/build/lib/git/remote-branches.js
var remote_branches = __webpack_require__(97425);
// EXTERNAL MODULE: ./.cache/build/lib/git/remote-command.js
var remote_command = __webpack_require__(72652);
// EXTERNAL MODULE: ./.cache/build/lib/git/shallow-list.js
var shallow_list = __webpack_require__(30301);
;// CONCATENATED MODULE: ./.cache/build/lib/git/fetch-commit.js





/** Fetching into the user's object store. No ref is made, no tag followed, nothing of the user's repository is run. */
/** How many commits more are asked for each time, before all are. */
const DEEPER = [50, 500, 5000];
/** Tries every way to a commit that is not here; call it in `withShallowList`. */
async function fetchWanted(trusted, wanted) {
    const byId = await fetchById(trusted, wanted);
    if (!byId.ok)
        return byId;
    if (byId.value !== 'not-advertised')
        return (0,result.ok)(byId.value);
    const branches = await (0,remote_branches/* listRemoteBranches */.Hc)(trusted, wanted);
    if (!branches.ok)
        return branches;
    const all = (0,remote_branches/* fullNames */.Ww)(branches.value);
    const likely = branchesToTry(wanted.branch, all);
    for (const more of DEEPER) {
        if ((await (0,shallow_list/* readShallowList */.F)(trusted.gitDir)).length === 0)
            break;
        const deeper = await fetchBranches(trusted, { ...wanted, names: likely, depth: `--deepen=${more}` });
        if (!deeper.ok)
            return deeper;
        const present = await (0,present_commit/* isPresent */.Wo)(trusted, wanted.commit);
        if (!present.ok || present.value)
            return present.ok ? (0,result.ok)('fetched') : present;
    }
    return await fetchAll(trusted, wanted, all);
}
/** Fetches what these refs hold. Nothing is done without names. */
async function fetchBranches(trusted, fetch) {
    const { remote, names, depth, signal } = fetch;
    if (names.length === 0)
        return (0,result.ok)(undefined);
    const answer = await (0,remote_command/* runRemote */.Q)(trusted, {
        remote,
        args: ['fetch', ...options(trusted), ...(depth === undefined ? [] : [depth]), '--stdin', '--', remote.url],
        input: names.map((name) => `${name}\n`).join(''),
        ...(signal === undefined ? {} : { signal }),
    });
    return answer.ok ? (0,result.ok)(undefined) : answer;
}
async function fetchById(trusted, { remote, commit, signal }) {
    const isShallow = (await (0,shallow_list/* readShallowList */.F)(trusted.gitDir)).length > 0;
    const answer = await (0,remote_command/* runRemote */.Q)(trusted, {
        remote,
        args: ['fetch', ...options(trusted), ...(isShallow ? ['--depth=1'] : []), '--', remote.url, commit],
        ...(signal === undefined ? {} : { signal }),
    });
    if (answer.ok) {
        const present = await (0,present_commit/* isPresent */.Wo)(trusted, commit);
        return present.ok ? (0,result.ok)(present.value ? 'fetched' : 'not-found') : present;
    }
    if (answer.error.reason !== 'remote-failed' || answer.error.trouble !== 'rejected')
        return answer;
    // Protocol 2 gives any commit it has; older servers, unless told otherwise, only what a ref points at.
    return (0,result.ok)(/not our ref/.test(answer.error.outputTail) ? 'not-found' : 'not-advertised');
}
async function fetchAll(trusted, wanted, names) {
    const isShallow = (await (0,shallow_list/* readShallowList */.F)(trusted.gitDir)).length > 0;
    const fetched = await fetchBranches(trusted, { ...wanted, names, ...(isShallow ? { depth: '--unshallow' } : {}) });
    if (!fetched.ok)
        return fetched;
    const present = await (0,present_commit/* isPresent */.Wo)(trusted, wanted.commit);
    return present.ok ? (0,result.ok)(present.value ? 'fetched' : 'not-found') : present;
}
function branchesToTry(branch, all) {
    if (branch === undefined)
        return all;
    if (branch.startsWith('refs/'))
        return isRefName(branch) ? [branch] : all;
    return all.includes(`${remote_branches/* HEADS */.mo}${branch}`) ? [`${remote_branches/* HEADS */.mo}${branch}`] : all;
}
function isRefName(name) {
    return /^refs\/[A-Za-z0-9_./-]+$/.test(name);
}
/** The directory has no refs of its own, so git is told what is here already. */
function options(trusted) {
    return [
        '--quiet',
        '--no-tags',
        '--no-write-fetch-head',
        '--no-recurse-submodules',
        '--no-auto-maintenance',
        '--no-show-forced-updates',
        `--negotiation-tip=${trusted.repository.head}`,
    ];
}

;// CONCATENATED MODULE: ./.cache/build/lib/git/remote.js






/**
 * Brings a commit into the user's object store: by its id, else by deepening, else with all history. In a shallow checkout it
 * comes without its own history, and so does not tell what it has in common with others: see `unshallow`.
 */
async function obtainCommit(trusted, wanted) {
    if (!(0,present_commit/* isCommitId */.jh)(trusted.repository, wanted.commit))
        return (0,result.ok)('not-found');
    const present = await (0,present_commit/* isPresent */.Wo)(trusted, wanted.commit);
    if (!present.ok)
        return present;
    return present.value ? (0,result.ok)('present') : await (0,shallow_list/* withShallowList */.Z)(trusted, () => fetchWanted(trusted, wanted));
}
/** Fetches all history that a shallow checkout lacks. Nothing is done where nothing lacks. */
async function unshallow(trusted, from) {
    const { commonDir } = trusted.repository;
    if ((await (0,shallow_list/* readShallowList */.F)(commonDir)).length === 0)
        return (0,result.ok)('complete');
    const fetched = await (0,shallow_list/* withShallowList */.Z)(trusted, async () => {
        const branches = await (0,remote_branches/* listRemoteBranches */.Hc)(trusted, from);
        if (!branches.ok)
            return branches;
        return await fetchBranches(trusted, { ...from, depth: '--unshallow', names: (0,remote_branches/* fullNames */.Ww)(branches.value) });
    });
    if (!fetched.ok)
        return fetched;
    return (0,result.ok)((await (0,shallow_list/* readShallowList */.F)(commonDir)).length === 0 ? 'complete' : 'still-shallow');
}


/***/ }),

/***/ 30301:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ readShallowList),
/* harmony export */   Z: () => (/* binding */ withShallowList)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _base_result_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(45256);
/* harmony import */ var _trusted_directory_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(27569);




/**
 * The list of commits at which a shallow checkout ends. A fetch writes the list of the directory that it runs in, which is the
 * runner's own; the objects are the user's, so their repository needs the same list.
 */
/** Full ids; empty for a complete repository. */
async function readShallowList(gitDir) {
    const text = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(gitDir, 'shallow'), 'latin1').catch(() => '');
    return text.split('\n').filter((line) => line !== '');
}
/**
 * Runs `fetch` with the user's list, and gives them what it made of it, whatever came of it. Lines that another git added
 * meanwhile stay. Fails when the list cannot be written, or another git holds its lock.
 */
async function withShallowList(trusted, fetch) {
    const { repository, gitDir } = trusted;
    await (0,_trusted_directory_js__WEBPACK_IMPORTED_MODULE_2__/* .copyShallow */ .mM)(repository, gitDir);
    const before = await readShallowList(gitDir);
    const fetched = await fetch();
    const after = await readShallowList(gitDir);
    if (before.join() === after.join())
        return fetched;
    const written = await publish(repository.commonDir, before, after);
    return written.ok ? fetched : written;
}
async function publish(commonDir, before, after) {
    const lock = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(commonDir, 'shallow.lock');
    const file = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.open)(lock, 'wx').catch((error) => String(error));
    if (typeof file === 'string')
        return (0,_base_result_js__WEBPACK_IMPORTED_MODULE_3__/* .err */ ._)(notWritten(file));
    try {
        const known = new Set(before);
        const foreign = (await readShallowList(commonDir)).filter((id) => !known.has(id));
        const list = [...new Set([...after, ...foreign])].sort();
        await file.writeFile(list.map((id) => `${id}\n`).join(''));
        await file.sync();
        if (list.length > 0) {
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rename)(lock, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(commonDir, 'shallow'));
        }
        else {
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(commonDir, 'shallow'), { force: true });
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(lock);
        }
        return (0,_base_result_js__WEBPACK_IMPORTED_MODULE_3__.ok)(undefined);
    }
    catch (error) {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(lock, { force: true });
        return (0,_base_result_js__WEBPACK_IMPORTED_MODULE_3__/* .err */ ._)(notWritten(String(error)));
    }
    finally {
        await file.close();
    }
}
function notWritten(outputTail) {
    return { reason: 'command-failed', command: 'write shallow list', exitCode: null, signal: null, outputTail };
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

/***/ 92204:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cs: () => (/* binding */ artifactName),
/* harmony export */   EF: () => (/* binding */ lineSlug),
/* harmony export */   Lo: () => (/* binding */ workflowSlug),
/* harmony export */   TZ: () => (/* binding */ parseArtifactName),
/* harmony export */   mL: () => (/* binding */ MOST_COPIES),
/* harmony export */   wI: () => (/* binding */ nameOfCopy)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);

/** The highest that is tried. */
const MOST_COPIES = 9;
const LONGEST_SLUG = 60;
const PATTERN = /^workflow-runner\.([a-z0-9_-]{1,70})\.(main|step\.[a-z0-9_-]{1,70})\.([1-9][0-9]{0,8})\.([1-9][0-9]{0,8})(?:\.([2-9]))?$/;
/** Name of a checkpoint's artifact: nothing in it that GitHub does not allow, and no two workflows or lines share one. */
function artifactName(of) {
    const { workflow, workflowRun, line, sequence } = of;
    return ['workflow-runner', workflowSlug(workflow), lineSlug(line), workflowRun.attempt, sequence].join('.');
}
/** The name for a copy: see `ArtifactName.copy`. */
function nameOfCopy(name, copy) {
    return copy === 1 ? name : `${name}.${copy}`;
}
/** null for every name that `artifactName` does not make. */
function parseArtifactName(name) {
    const match = PATTERN.exec(name);
    if (match === null)
        return null;
    const [, workflow = '', line = '', attempt, sequence, copy = '1'] = match;
    return { workflow, line, attempt: Number(attempt), sequence: Number(sequence), copy: Number(copy) };
}
/** A name that reads well stays; any other gets a digest, and so does one that looks as if it had one. */
function workflowSlug(workflow) {
    const isSlug = /^[a-z0-9_-]+$/.test(workflow) && workflow.length <= LONGEST_SLUG && !/-[0-9a-f]{8}$/.test(workflow);
    return isSlug ? workflow : slugWithDigest(workflow);
}
function lineSlug(line) {
    return line.kind === 'main' ? 'main' : `step.${slugWithDigest(line.child)}`;
}
function slugWithDigest(text) {
    const readable = text
        .toLowerCase()
        .replace(/[^a-z0-9_]+/g, '-')
        .slice(0, LONGEST_SLUG);
    return `${readable}-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(text).digest('hex').slice(0, 8)}`;
}


/***/ }),

/***/ 21995:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ fileDigest)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);


/** Digest and size of a file. Rejects with the system's error. */
async function fileDigest(path) {
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    let bytes = 0;
    for await (const chunk of (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.createReadStream)(path)) {
        hash.update(chunk);
        bytes += chunk.length;
    }
    return { sha256: hash.digest('hex'), bytes };
}


/***/ }),

/***/ 81141:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $2: () => (/* binding */ manifestText),
/* harmony export */   GW: () => (/* binding */ CHECKPOINT_LIMITS),
/* harmony export */   Ij: () => (/* binding */ BUNDLE_FILE),
/* harmony export */   Ng: () => (/* binding */ parseManifest),
/* harmony export */   RD: () => (/* binding */ JOURNAL_FILE),
/* harmony export */   h1: () => (/* binding */ MANIFEST_FILE)
/* harmony export */ });
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(94343);
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(43759);
/* harmony import */ var _base_result_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(45256);


const MANIFEST_FILE = 'manifest.json';
const JOURNAL_FILE = 'journal.jsonl';
const BUNDLE_FILE = 'commits.bundle';
/** The only files of a checkpoint, and the most bytes of each. */
const CHECKPOINT_LIMITS = new Map([
    [MANIFEST_FILE, 4 * 1024 * 1024],
    [JOURNAL_FILE, 256 * 1024 * 1024],
    [BUNDLE_FILE, 1024 * 1024 * 1024],
]);
const MOST_REFS = 10_000;
const MOST_ISSUES = 10;
/** Names in a workflow file; keys of jobs. */
const name = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().check(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* ._regex */ .Fk(/^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$/));
/** A component of a path that no file system and no ref takes for something else. */
const component = '[A-Za-z0-9_](?:[A-Za-z0-9_-]|\\.(?!\\.|$|/)){0,127}';
const single = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().check(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* ._regex */ .Fk(new RegExp(`^${component}$`)));
const path = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().check(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* ._maxLength */ .Eb(2000), zod_mini__WEBPACK_IMPORTED_MODULE_1__/* ._regex */ .Fk(new RegExp(`^${component}(?:/${component})*$`)));
const commit = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().check(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* ._regex */ .Fk(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/));
const counter = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().check(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* ._gte */ .qm(1));
const file = (fileName) => zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    sha256: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().check(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* ._regex */ .Fk(/^[0-9a-f]{64}$/)),
    bytes: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().check(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* ._gte */ .qm(1), zod_mini__WEBPACK_IMPORTED_MODULE_1__/* ._lte */ .Zm(CHECKPOINT_LIMITS.get(fileName) ?? 0)),
});
const schema = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    format: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz(1),
    repository: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().check(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* ._regex */ .Fk(/^[A-Za-z0-9_.-]{1,100}\/[A-Za-z0-9_.-]{1,100}$/)),
    workflow: name,
    workflowRun: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ id: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().check(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* ._regex */ .Fk(/^[1-9][0-9]{0,18}$/)), attempt: counter }),
    job: name,
    runId: single,
    line: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .discriminatedUnion */ .gMt('kind', [
        zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ kind: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz('main') }),
        zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ kind: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz('step'), phase: path, child: path }),
    ]),
    sequence: counter,
    base: commit,
    head: commit,
    refs: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(path, commit),
    status: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['running', 'paused', 'completed', 'failed']),
    files: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ [JOURNAL_FILE]: file(JOURNAL_FILE), [BUNDLE_FILE]: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(file(BUNDLE_FILE)) }),
});
/**
 * Reads a `manifest.json` of anybody. The error lists what is wrong, a line each; only facts about the shape are in it, never
 * text of the manifest.
 */
function parseManifest(text) {
    let value;
    try {
        value = JSON.parse(text, refusePrototype);
    }
    catch {
        return (0,_base_result_js__WEBPACK_IMPORTED_MODULE_2__/* .err */ ._)(['It is not the JSON of a manifest']);
    }
    const parsed = schema.safeParse(value);
    if (!parsed.success) {
        const wrong = parsed.error.issues.map((issue) => `${placeOf(issue.path)} is not what it must be (${issue.code})`);
        return (0,_base_result_js__WEBPACK_IMPORTED_MODULE_2__/* .err */ ._)(wrong.slice(0, MOST_ISSUES));
    }
    const manifest = parsed.data;
    const wrong = contradictions(manifest);
    return wrong.length === 0 ? (0,_base_result_js__WEBPACK_IMPORTED_MODULE_2__.ok)(manifest) : (0,_base_result_js__WEBPACK_IMPORTED_MODULE_2__/* .err */ ._)(wrong);
}
/** The text of a `manifest.json`. The same manifest gives the same bytes. */
function manifestText(manifest) {
    return `${JSON.stringify(manifest, null, 2)}\n`;
}
/** Why a manifest's parts do not fit each other. */
function contradictions(manifest) {
    const wrong = [];
    const names = Object.keys(manifest.refs);
    const prefix = `refs/workflow-runner/${manifest.runId}/`;
    if (names.length > MOST_REFS)
        wrong.push(`There are more than ${MOST_REFS} refs`);
    if (names.some((one) => !one.startsWith(prefix)))
        wrong.push('A ref is not one of the run');
    if (names.some((one) => one.split('/').some((part) => part.endsWith('.lock'))))
        wrong.push('A ref is no name of git');
    const commits = [manifest.base, manifest.head, ...Object.values(manifest.refs)];
    if (new Set(commits.map((one) => one.length)).size > 1)
        wrong.push('Commits are of different object formats');
    return wrong;
}
function refusePrototype(key, value) {
    if (key === '__proto__')
        throw new SyntaxError('a key that no manifest has');
    return value;
}
/** Keys that are not ours (names of refs) are not repeated. */
function placeOf(path) {
    const known = path.filter((_part, index) => index === 0 || path[0] !== 'refs');
    return known.length === 0 ? 'The manifest' : known.map(String).join('.').slice(0, 100);
}


/***/ }),

/***/ 18088:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  QH: () => (/* binding */ openArtifactReader),
  kT: () => (/* binding */ openArtifactStore),
  xB: () => (/* binding */ preloadArtifactClient)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./.cache/build/lib/base/result.js
var result = __webpack_require__(45256);
// EXTERNAL MODULE: ./.cache/build/lib/github/api/retry.js
var retry = __webpack_require__(87310);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(46466);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
;// CONCATENATED MODULE: ./.cache/build/lib/github/storage/unpack-archive.js







const END = 0x06054b50;
const END_BYTES = 22;
const LONGEST_COMMENT = 0xffff;
const CENTRAL = 0x02014b50;
const CENTRAL_BYTES = 46;
const LOCAL = 0x04034b50;
const LOCAL_BYTES = 30;
const STORED = 0;
const DEFLATED = 8;
const REGULAR_FILE = 0o100000;
const LONGEST_DIRECTORY_BYTES = 64 * 1024;
/**
 * Unpacks the archive `file` into the empty folder `folder`. `allowed`: the only names that may be in it, with the most bytes
 * of each. Gives the names that were in it, or one line about what is wrong; some files may have been written then.
 */
async function unpackArchive(file, folder, allowed) {
    const handle = await (0,promises_.open)(file, 'r');
    try {
        const entries = await readDirectory(handle);
        if (!entries.ok)
            return entries;
        const names = entries.value.map((entry) => entry.name);
        if (new Set(names).size !== names.length)
            return (0,result/* err */._)('a name is in the archive twice');
        for (const entry of entries.value) {
            const wrong = problemOf(entry, allowed.get(entry.name));
            if (wrong !== null)
                return (0,result/* err */._)(wrong);
            const written = await unpackEntry({ handle, file, entry, target: (0,external_node_path_.join)(folder, entry.name) });
            if (!written.ok)
                return written;
        }
        return (0,result.ok)(names);
    }
    finally {
        await handle.close();
    }
}
function problemOf(entry, limit) {
    if (limit === undefined)
        return 'a file that was not expected is in it';
    if (entry.encrypted)
        return `${entry.name} is encrypted`;
    if (entry.fileType !== 0 && entry.fileType !== REGULAR_FILE)
        return `${entry.name} is not a regular file`;
    if (entry.method !== STORED && entry.method !== DEFLATED)
        return `${entry.name} is packed in an unknown way`;
    if (entry.bytes > limit)
        return `${entry.name} is larger than ${limit} bytes`;
    if (entry.method === STORED && entry.bytes !== entry.compressedBytes)
        return `${entry.name} has two sizes`;
    return null;
}
async function readDirectory(handle) {
    const { size } = await handle.stat();
    const tail = await readAt(handle, Math.max(0, size - END_BYTES - LONGEST_COMMENT), END_BYTES + LONGEST_COMMENT);
    const at = findEnd(tail);
    if (at === null)
        return (0,result/* err */._)('it has no end: it was cut off, or is no archive');
    const count = tail.readUInt16LE(at + 10);
    const bytes = tail.readUInt32LE(at + 12);
    const offset = tail.readUInt32LE(at + 16);
    if (bytes > LONGEST_DIRECTORY_BYTES || offset + bytes > size)
        return (0,result/* err */._)('its directory is out of bounds');
    const directory = await readAt(handle, offset, bytes);
    const entries = [];
    for (let from = 0; entries.length < count;) {
        if (from + CENTRAL_BYTES > directory.length || directory.readUInt32LE(from) !== CENTRAL) {
            return (0,result/* err */._)('its directory is damaged');
        }
        const nameBytes = directory.readUInt16LE(from + 28);
        const end = from + CENTRAL_BYTES + nameBytes;
        if (end > directory.length)
            return (0,result/* err */._)('its directory is damaged');
        entries.push({
            name: directory.toString('utf8', from + CENTRAL_BYTES, end),
            encrypted: (directory.readUInt16LE(from + 8) & 1) === 1,
            method: directory.readUInt16LE(from + 10),
            compressedBytes: directory.readUInt32LE(from + 20),
            bytes: directory.readUInt32LE(from + 24),
            fileType: (directory.readUInt32LE(from + 38) >>> 16) & 0o170000,
            offset: directory.readUInt32LE(from + 42),
        });
        from = end + directory.readUInt16LE(from + 30) + directory.readUInt16LE(from + 32);
    }
    return (0,result.ok)(entries);
}
/** The last end record whose comment ends with the archive. */
function findEnd(tail) {
    for (let at = tail.length - END_BYTES; at >= 0; at -= 1) {
        if (tail.readUInt32LE(at) === END && at + END_BYTES + tail.readUInt16LE(at + 20) === tail.length)
            return at;
    }
    return null;
}
async function unpackEntry({ handle, file, entry, target }) {
    const header = await readAt(handle, entry.offset, LOCAL_BYTES);
    if (header.length < LOCAL_BYTES || header.readUInt32LE(0) !== LOCAL)
        return (0,result/* err */._)(`${entry.name} is not where it should be`);
    const start = entry.offset + LOCAL_BYTES + header.readUInt16LE(26) + header.readUInt16LE(28);
    const counted = countBytes(entry.bytes);
    try {
        await (0,external_node_stream_promises_.pipeline)(entry.compressedBytes === 0
            ? new external_node_stream_.PassThrough().end()
            : (0,external_node_fs_.createReadStream)(file, { start, end: start + entry.compressedBytes - 1 }), entry.method === DEFLATED ? (0,external_node_zlib_.createInflateRaw)() : new external_node_stream_.PassThrough(), counted.stream, (0,external_node_fs_.createWriteStream)(target, { flags: 'wx', mode: 0o600 }));
    }
    catch (error) {
        return (0,result/* err */._)(`${entry.name} cannot be unpacked: ${error instanceof Error ? error.message : String(error)}`);
    }
    return counted.total() === entry.bytes ? (0,result.ok)(undefined) : (0,result/* err */._)(`${entry.name} is shorter than it should be`);
}
/** Ends with an error as soon as more than `limit` bytes went through. */
function countBytes(limit) {
    let total = 0;
    const stream = new external_node_stream_.Transform({
        transform(chunk, _encoding, done) {
            total += chunk.length;
            if (total > limit)
                done(new Error('it is longer than it should be'));
            else
                done(null, chunk);
        },
    });
    return { stream, total: () => total };
}
async function readAt(handle, position, bytes) {
    const buffer = Buffer.alloc(bytes);
    let read = 0;
    while (read < bytes) {
        const { bytesRead } = await handle.read(buffer, read, bytes - read, position + read);
        if (bytesRead === 0)
            break;
        read += bytesRead;
    }
    return buffer.subarray(0, read);
}

;// CONCATENATED MODULE: ./.cache/build/lib/github/storage/artifact-store.js





/** What an archive adds to its files. */
const ARCHIVE_OVERHEAD_BYTES = 64 * 1024;
const LONGEST_DETAIL = 500;
/** Artifacts of the workflow run that this job belongs to; the service is found in the environment of the job. */
function openArtifactStore(deps) {
    return { ...readerOf(deps, null), upload: (request) => upload(deps, request), remove: (name) => remove(deps, name) };
}
/** Artifacts of another workflow run, of all its attempts. */
function openArtifactReader(run, deps) {
    return readerOf(deps, run);
}
function readerOf(deps, run) {
    const where = run === null
        ? {}
        : {
            findBy: {
                token: run.token,
                workflowRunId: Number(run.runId),
                repositoryOwner: run.owner,
                repositoryName: run.repo,
            },
        };
    return {
        list: async () => {
            const listed = await attempted(deps, async (client) => await client.listArtifacts(where));
            return listed.ok ? (0,result.ok)(listed.value.artifacts.map(storedArtifact)) : listed;
        },
        download: async (request) => await download({ deps, where }, request),
    };
}
/** The client would unpack whatever the archive says; so it only fetches, and unpacking is done here, within limits. */
async function download({ deps, where }, request) {
    const { artifact, folder, allowed } = request;
    const most = [...allowed.values()].reduce((sum, bytes) => sum + bytes, ARCHIVE_OVERHEAD_BYTES);
    if (artifact.bytes > most)
        return (0,result/* err */._)({ reason: 'bad-content', detail: `it is larger than ${most} bytes` });
    const packed = `${folder}.packed`;
    await (0,promises_.mkdir)(folder);
    const unpacked = await fetchAndUnpack({ deps, where }, { ...request, packed });
    await (0,promises_.rm)(packed, { recursive: true, force: true });
    if (!unpacked.ok)
        await (0,promises_.rm)(folder, { recursive: true, force: true });
    return unpacked;
}
async function fetchAndUnpack({ deps, where }, { artifact, folder, allowed, packed }) {
    const expected = artifact.digest === null ? {} : { expectedHash: artifact.digest };
    const fetched = await attempted(deps, async (client) => {
        await (0,promises_.rm)(packed, { recursive: true, force: true });
        return await client.downloadArtifact(artifact.id, { ...where, ...expected, path: packed, skipDecompress: true });
    });
    if (!fetched.ok)
        return fetched;
    if (fetched.value.digestMismatch === true)
        return (0,result/* err */._)({ reason: 'digest-mismatch' });
    const [file, ...others] = await (0,promises_.readdir)(packed);
    if (file === undefined || others.length > 0)
        return (0,result/* err */._)({ reason: 'bad-content', detail: 'it is not one file' });
    const names = await unpackArchive((0,external_node_path_.join)(packed, file), folder, allowed);
    return names.ok ? names : (0,result/* err */._)({ reason: 'bad-content', detail: names.error });
}
async function upload(deps, request) {
    const { name, folder, files, retentionDays } = request;
    const paths = files.map((file) => (0,external_node_path_.join)(folder, file));
    const options = retentionDays === undefined ? {} : { retentionDays };
    const uploaded = await attempted(deps, async (client) => await client.uploadArtifact(name, paths, folder, options));
    return uploaded.ok ? (0,result.ok)({ id: uploaded.value.id ?? 0 }) : uploaded;
}
async function remove(deps, name) {
    const removed = await attempted(deps, async (client) => await client.deleteArtifact(name));
    return removed.ok || removed.error.reason === 'not-found' ? (0,result.ok)(undefined) : removed;
}
/**
 * The client tries 5xx and 429 again by itself (five tries in about half a minute), but gives up at once when a connection
 * breaks (@actions/artifact 6.2.1, artifact-twirp-client.js): that is what is tried again here.
 */
async function attempted({ sleep }, ask) {
    try {
        const client = await loadClient();
        const once = async () => {
            try {
                return { done: true, value: await ask(client) };
            }
            catch (error) {
                if (isBrokenConnection(error))
                    return { done: false, error, afterMs: null };
                throw error;
            }
        };
        return (0,result.ok)(await (0,retry/* retry */.L)(once, { attempts: 4, firstDelayMs: 2_000, maxDelayMs: 30_000, sleep }));
    }
    catch (error) {
        return (0,result/* err */._)(troubleOf(error));
    }
}
/** Loads the client while something else is waited for; it takes a tenth of a second. */
function preloadArtifactClient() {
    // What is wrong with it is told to who asks for it.
    loadClient().catch(() => undefined);
}
async function loadClient() {
    const { DefaultArtifactClient } = await Promise.all(/* import() */[__webpack_require__.e(119), __webpack_require__.e(371), __webpack_require__.e(351), __webpack_require__.e(935)]).then(__webpack_require__.bind(__webpack_require__, 77935));
    return new DefaultArtifactClient();
}
function storedArtifact(artifact) {
    const { id, name, size, createdAt, digest } = artifact;
    const isDigest = digest !== undefined && /^sha256:[0-9a-f]{64}$/.test(digest);
    return { id, name, bytes: size, createdAtMs: createdAt?.getTime() ?? null, digest: isDigest ? digest : null };
}
/** The client wraps errors in errors and keeps only their words; the words are those of node and of undici. */
function isBrokenConnection(error) {
    const codes = /\b(ECONNRESET|ECONNREFUSED|ECONNABORTED|ETIMEDOUT|EPIPE|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN)\b/;
    return (codes.test(wordsOf(error)) || /socket hang up|premature close|progress stalled|fetch failed/i.test(wordsOf(error)));
}
function troubleOf(error) {
    const words = wordsOf(error);
    // Addresses that the client says may be signed.
    const detail = words.replace(/\?\S+/g, '').replace(/\s+/g, ' ').slice(0, LONGEST_DETAIL);
    const name = error instanceof Error ? error.name : '';
    if (name === 'GHESNotSupportedError' || /Unable to get the ACTIONS_\w+ env variable/.test(words)) {
        return { reason: 'no-service', detail };
    }
    if (name === 'ArtifactNotFoundError' || statusOf(error) === 404 || /\(404\)/.test(words))
        return { reason: 'not-found' };
    if (/\(409\)/.test(words))
        return { reason: 'exists' };
    return { reason: 'failed', detail };
}
function wordsOf(error) {
    if (!(error instanceof Error))
        return String(error);
    const code = 'code' in error ? String(error.code) : '';
    return `${error.message} ${code}`.trim();
}
function statusOf(error) {
    return typeof error === 'object' && error !== null && 'status' in error ? error.status : null;
}


/***/ })

};
