export const id = 195;
export const ids = [195];
export const modules = {

/***/ 63195:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  builtInSkills: () => (/* binding */ builtInSkills)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 5 modules
var schemas = __webpack_require__(96723);
// EXTERNAL MODULE: ./.cache/build/lib/base/diagnostic.js
var diagnostic = __webpack_require__(94942);
// EXTERNAL MODULE: ./.cache/build/lib/nix/nix-tree.js
var nix_tree = __webpack_require__(9929);
// EXTERNAL MODULE: ./.cache/build/lib/nix/syntax/module-shape.js
var module_shape = __webpack_require__(35947);
// EXTERNAL MODULE: ./.cache/build/lib/nix/syntax/position.js
var position = __webpack_require__(86092);
// EXTERNAL MODULE: ./.cache/build/lib/base/closest-name.js
var closest_name = __webpack_require__(94876);
// EXTERNAL MODULE: ./.cache/build/lib/base/result.js
var result = __webpack_require__(45256);
;// CONCATENATED MODULE: ./.cache/build/lib/skills/define-skill.js




/** Makes a skill that checks its options before, and its findings after, the given code runs. */
function defineSkill(definition) {
    const { name, summary } = definition;
    const optionsSchema = schemas/* strictObject */.rej(definition.options);
    const run = async (context) => {
        const options = optionsSchema.safeParse(context.options);
        if (!options.success)
            return (0,result/* err */._)(skillFailed(name, optionProblems(name, options.error, Object.keys(definition.options))));
        const outcome = await definition.run(context, options.data);
        if ('failure' in outcome)
            return (0,result/* err */._)(outcome.failure);
        const diagnostics = (0,diagnostic/* sortDiagnostics */.D)(outcome.diagnostics);
        for (const line of diagnostics.map(describe))
            context.onOutput(`${line}\n`);
        context.onOutput(`${outcome.summary}\n`);
        if (diagnostics.some(({ severity }) => severity === 'error'))
            return (0,result/* err */._)(skillFailed(name, diagnostics));
        return (0,result.ok)({ skill: name, ...outcome, diagnostics });
    };
    return { name, summary, optionsSchema, run };
}
/** A failed skill. */
function skillFailed(skill, diagnostics) {
    return { reason: 'skill-failed', skill, diagnostics };
}
/** A finding about how the skill was called; it has no place in a file. */
function callProblem(skill, message, help) {
    return { severity: 'error', code: 'skill-call', message, location: { file: `skill ${skill}` }, help };
}
function optionProblems(skill, error, known) {
    const all = known.length === 0 ? 'it has no options' : `options are: ${known.join(', ')}`;
    return error.issues.flatMap((issue) => {
        if (issue.code !== 'unrecognized_keys') {
            return [callProblem(skill, `option ${issue.path.join('.')}: ${issue.message}`, all)];
        }
        return issue.keys.map((key) => {
            const meant = (0,closest_name/* closestName */.N)(key, known);
            return callProblem(skill, `unknown option ${JSON.stringify(key)}`, meant === null ? all : `did you mean ${JSON.stringify(meant)}?`);
        });
    });
}
function describe({ severity, message, location, help }) {
    const place = [location.file, location.line, location.column].filter((part) => part !== undefined).join(':');
    return `${place}: ${severity}: ${message}${help === undefined ? '' : ` (${help.replaceAll('\n', ' ')})`}`;
}

;// CONCATENATED MODULE: ./.cache/build/lib/skills/select-files.js



/** The folder whose direct subfolders are the categories. */
const MODULES_FOLDER = 'modules';
/**
 * What `targets:` mean in this tree: `all` is everything, `all-categories` every category folder. A path that is absolute,
 * leaves the root, does not exist, or goes through a link is a problem, and then nothing may be done.
 */
function selectTargets(skill, { root, targets }, tree) {
    if (targets === 'all')
        return { paths: [''], problems: [] };
    if (targets === 'all-categories')
        return { paths: categories(tree), problems: [] };
    const checked = targets.map((target) => ({ target, problem: targetProblem(root, target) }));
    return {
        paths: checked.map(({ target }) => normalize(target)),
        problems: checked.flatMap(({ target, problem }) => problem === null
            ? []
            : [
                callProblem(skill, `target ${JSON.stringify(target)} ${problem}`, 'targets are paths of the repository, relative to its root'),
            ]),
    };
}
/** Every folder directly below `modules/` that has a `.nix` file somewhere in it, sorted. */
function categories(tree) {
    const files = [...tree.files.keys()];
    return tree.folders.filter((folder) => external_node_path_.posix.dirname(folder) === MODULES_FOLDER && files.some((file) => file.startsWith(`${folder}/`)));
}
/** Whether a path is one of the selected paths or below one. */
function isSelected(path, { paths }) {
    return paths.some((selected) => selected === '' || path === selected || path.startsWith(`${selected}/`));
}
function normalize(target) {
    const path = external_node_path_.posix.normalize(target).replace(/\/$/, '');
    return path === '.' ? '' : path;
}
function targetProblem(root, target) {
    if (target === '')
        return 'is empty';
    if (external_node_path_.posix.isAbsolute(target))
        return 'is an absolute path';
    const path = normalize(target);
    if (path === '..' || path.startsWith('../'))
        return 'is outside the repository';
    if (path.split('/')[0] === '.git')
        return 'is inside .git';
    let part = '';
    for (const name of path === '' ? [] : path.split('/')) {
        part = external_node_path_.posix.join(part, name);
        const stats = (0,external_node_fs_.lstatSync)((0,external_node_path_.join)(root, part), { throwIfNoEntry: false });
        if (stats === undefined)
            return 'does not exist';
        if (stats.isSymbolicLink())
            return 'goes through a symbolic link';
    }
    return null;
}

;// CONCATENATED MODULE: ./.cache/build/lib/skills/default-nix-create/aggregator.js



/** Looks at the direct contents of a folder. */
function folderContents(tree, folder) {
    const siblings = [...tree.files.values()].filter(({ path }) => external_node_path_.posix.dirname(path) === folder);
    const called = calledFiles(tree, siblings);
    const verdicts = siblings
        .filter(({ path }) => external_node_path_.posix.basename(path) !== 'default.nix')
        .map((file) => ({ name: external_node_path_.posix.basename(file.path), why: whyNoModule(file, called) }));
    const subfolders = tree.folders.filter((path) => external_node_path_.posix.dirname(path) === folder);
    const hasDefault = (path) => tree.files.has(`${path}/default.nix`);
    const hasModules = (path) => [...tree.files.keys()].some((file) => external_node_path_.posix.dirname(file) === path);
    const modules = verdicts.filter(({ why }) => why === null).map(({ name }) => name);
    const aggregated = subfolders.filter((path) => hasDefault(path) && !called.has(`${path}/default.nix`));
    return {
        entries: [...modules, ...aggregated.map((path) => external_node_path_.posix.basename(path))].sort(diagnostic/* compareText */.n),
        leftOut: verdicts.flatMap(({ name, why }) => (why === null ? [] : [{ name, why }])),
        withoutAggregator: subfolders.filter((path) => !hasDefault(path) && hasModules(path)),
    };
}
/** The text of a new `default.nix`, as `nixfmt` would leave it. */
function aggregatorText(folder, entries) {
    const literals = entries.map(pathLiteral);
    const list = literals.length === 1 ? `[ ${literals.join('')} ]` : `[\n${literals.map((one) => `    ${one}\n`).join('')}  ]`;
    return `# Imports all modules of ${folder.replaceAll(/[\r\n]/g, ' ')}.\n{ ... }:\n\n{\n  imports = ${list};\n}\n`;
}
/** A path relative to the file's folder; names that Nix cannot write as a path become a string added to `./.`. */
function pathLiteral(name) {
    if (/^[a-zA-Z0-9._+-]+$/.test(name))
        return `./${name}`;
    return `(./. + "/${name.replaceAll(/["\\]|\$\{/g, '\\$&')}")`;
}
/** Files that a sibling calls itself with `import` or `callPackage`: its own parts, whatever their shape. */
function calledFiles(tree, siblings) {
    const targets = siblings.flatMap((file) => file.imports
        .filter(({ via }) => via === 'import' || via === 'callPackage')
        .map(({ path }) => tree.resolve(file.path, path)));
    return new Set(targets.flatMap((target) => (target.kind === 'nix-file' ? target.path : [])));
}
function whyNoModule(file, called) {
    if (!file.parsed.ok)
        return 'it does not parse';
    if (called.has(file.path))
        return 'a file beside it imports it as a value';
    const { kind } = (0,module_shape/* moduleShape */.s)(file.parsed.value.tree);
    if (kind === 'package')
        return 'it is a function of fixed arguments, such as a package';
    return kind === 'value' ? 'it does not evaluate to a set of options and settings' : null;
}

;// CONCATENATED MODULE: ./.cache/build/lib/skills/default-nix-create/insert-imports.js

/** The file with more entries at the end of its imports list; every other byte stays as it is. */
function insertImports(file, list, names) {
    const { text } = file;
    const { offset, separator } = insertionPoint(text, list);
    const added = names.map((name) => separator + pathLiteral(name)).join('');
    return Buffer.from(text.slice(0, offset) + added + text.slice(offset), file.isUtf8 ? 'utf8' : 'latin1');
}
function insertionPoint(text, list) {
    const last = list.items.at(-1);
    if (last === undefined)
        return { offset: list.start + 1, separator: ' ' };
    const lineStart = text.lastIndexOf('\n', last.start - 1) + 1;
    const before = text.slice(lineStart, last.start);
    if (before.trim() !== '')
        return { offset: last.end, separator: ' ' };
    const lineEnd = endOfLine(text, last.end);
    const newline = text[lineEnd] === '\r' ? '\r\n' : '\n';
    // a comment behind the last entry belongs to that entry
    const restOfLine = text.slice(last.end, lineEnd).trim();
    const offset = restOfLine === '' || restOfLine.startsWith('#') ? lineEnd : last.end;
    return { offset, separator: newline + before };
}
/** Offset of the line ending (`\n` or `\r\n`) after an offset. */
function endOfLine(text, from) {
    const feed = text.indexOf('\n', from);
    if (feed === -1)
        return text.length;
    return text[feed - 1] === '\r' ? feed - 1 : feed;
}

;// CONCATENATED MODULE: ./.cache/build/lib/skills/default-nix-create/default-nix-create.js











const NAME = 'default-nix-create';
/** Gives folders of modules a `default.nix` that imports them all. Existing ones are only changed when asked to, and only added to. */
const defaultNixCreate = defineSkill({
    name: NAME,
    summary: 'Write a default.nix that imports all modules into every category folder that has none',
    options: {
        /** Also add missing entries to the imports of existing files. */
        update: schemas/* boolean */.zMY().default(false),
    },
    run: ({ root, targets }, { update }) => {
        const tree = nix_tree/* NixTree */.S.read(root);
        const selection = selectTargets(NAME, { root, targets: targets === 'all' ? 'all-categories' : targets }, tree);
        const problems = [...selection.problems, ...notFolders(selection.paths, tree, selection.problems.length)];
        if (problems.length > 0)
            return outcome([], problems);
        // deepest first, so that a subfolder that gets its file in this run is imported by its parent
        const folders = [...new Set(selection.paths)].sort((a, b) => b.split('/').length - a.split('/').length || (0,diagnostic/* compareText */.n)(a, b));
        const plans = planAll(tree, folders, update);
        const diagnostics = plans.flatMap((plan) => plan.diagnostics);
        if (diagnostics.some(({ severity }) => severity === 'error'))
            return outcome([], diagnostics);
        const writes = plans.flatMap(({ write }) => write ?? []);
        writes.forEach(({ path, bytes, isNew }) => writeIn(root, path, { bytes, isNew }));
        return outcome(writes.map(({ path }) => path).sort(diagnostic/* compareText */.n), diagnostics);
    },
});
function outcome(changed, diagnostics) {
    const summary = changed.length === 0 ? 'nothing to write' : `wrote ${changed.join(', ')}`;
    return { summary, changed, diagnostics, outputs: { changed } };
}
function notFolders(paths, tree, problems) {
    if (problems > 0)
        return [];
    return paths
        .filter((path) => !tree.folders.includes(path))
        .map((path) => callProblem(NAME, `target ${JSON.stringify(path)} is not a folder below the root`, 'name folders of modules, such as modules/services'));
}
function planAll(tree, folders, update) {
    const planned = new Set();
    return folders.map((folder) => {
        const found = folderContents(tree, folder);
        const fresh = found.withoutAggregator.filter((path) => planned.has(path));
        const contents = {
            ...found,
            entries: [...found.entries, ...fresh.map((path) => external_node_path_.posix.basename(path))].sort(diagnostic/* compareText */.n),
            withoutAggregator: found.withoutAggregator.filter((path) => !planned.has(path)),
        };
        const plan = planFolder(tree, folder, { contents, update });
        if (plan.write !== null)
            planned.add(folder);
        return plan;
    });
}
function planFolder(tree, folder, { contents, update }) {
    const path = `${folder}/default.nix`;
    const existing = tree.files.get(path);
    const reached = tree.reachableFrom(path);
    const isReached = (subfolder) => [...reached].some((file) => external_node_path_.posix.dirname(file) === subfolder);
    const notes = leftOutNotes(folder, {
        ...contents,
        withoutAggregator: contents.withoutAggregator.filter((subfolder) => !isReached(subfolder)),
    });
    if (existing !== undefined) {
        const plan = planExisting(tree, existing, { contents, update });
        return { ...plan, diagnostics: [...notes, ...plan.diagnostics] };
    }
    if ((0,external_node_fs_.lstatSync)((0,external_node_path_.join)(tree.root, path), { throwIfNoEntry: false }) !== undefined) {
        return {
            write: null,
            diagnostics: [warning('default-nix-unusual', path, { message: 'is no plain file and is left alone' })],
        };
    }
    if (contents.entries.length === 0) {
        return {
            write: null,
            diagnostics: [...notes, warning('nothing-to-import', folder, { message: 'has no modules to import' })],
        };
    }
    const bytes = Buffer.from(aggregatorText(folder, contents.entries));
    return { write: { path, bytes, isNew: true }, diagnostics: notes };
}
function planExisting(tree, file, { contents, update }) {
    if (!file.parsed.ok) {
        const { message, line, column } = file.parsed.error;
        return {
            write: null,
            diagnostics: [{ severity: 'error', code: 'nix-syntax', message, location: { file: file.path, line, column } }],
        };
    }
    const folder = external_node_path_.posix.dirname(file.path);
    const reached = tree.reachableFrom(file.path);
    const missing = contents.entries.filter((name) => !reached.has(`${folder}/${name}`) && !reached.has(`${folder}/${name}/default.nix`));
    if (missing.length === 0 || file.text.includes('readDir'))
        return { write: null, diagnostics: [] };
    const { imports } = (0,module_shape/* moduleShape */.s)(file.parsed.value.tree);
    if (update && imports !== null) {
        return { write: { path: file.path, bytes: insertImports(file, imports, missing), isNew: false }, diagnostics: [] };
    }
    const place = imports === null ? {} : (0,position/* positionAt */.t)(file.text, imports.start);
    const help = imports === null ? 'it has no list `imports = [ … ]` to add them to' : 'add them, or set the option `update: true`';
    const message = `does not import ${missing.join(', ')}`;
    return {
        write: null,
        diagnostics: [
            { ...warning('import-missing', file.path, { message, help }), location: locationOf(file.path, place) },
        ],
    };
}
function locationOf(file, place) {
    return place.line === undefined || place.column === undefined
        ? { file }
        : { file, line: place.line, column: place.column };
}
function leftOutNotes(folder, { leftOut, withoutAggregator }) {
    return [
        ...leftOut.map(({ name, why }) => warning('not-a-module', `${folder}/${name}`, { message: `is not imported: ${why}` })),
        ...withoutAggregator.map((path) => warning('folder-not-imported', path, {
            message: 'is not imported: it has no default.nix',
            help: `name ${path} as a target too`,
        })),
    ];
}
function warning(code, file, text) {
    return { severity: 'warning', code, location: { file }, ...text };
}
/** Never through a link: a new file must not exist, an existing one must not be a link. */
function writeIn(root, path, { bytes, isNew }) {
    const flags = isNew ? external_node_fs_.constants.O_CREAT | external_node_fs_.constants.O_EXCL : external_node_fs_.constants.O_TRUNC | external_node_fs_.constants.O_NOFOLLOW;
    const file = (0,external_node_fs_.openSync)((0,external_node_path_.join)(root, path), external_node_fs_.constants.O_WRONLY | flags, 0o644);
    try {
        (0,external_node_fs_.writeFileSync)(file, bytes);
    }
    finally {
        (0,external_node_fs_.closeSync)(file);
    }
}

// EXTERNAL MODULE: ./.cache/build/lib/nix/flake-check.js + 3 modules
var flake_check = __webpack_require__(61672);
// EXTERNAL MODULE: ./.cache/build/lib/nix/syntax/parse-nix.js + 4 modules
var parse_nix = __webpack_require__(74087);
// EXTERNAL MODULE: ./.cache/build/lib/nix/syntax/walk.js
var walk = __webpack_require__(29054);
;// CONCATENATED MODULE: ./.cache/build/lib/skills/flake-validate/lock-findings.js

/** Kinds of inputs that exist on one machine, or need its keys. */
const LOCAL_TYPES = new Set(['path', 'file']);
/**
 * Warnings about inputs in `flake.lock` that another machine, such as a hosted runner, cannot fetch: paths of this machine, and
 * repositories by ssh. `text` is the lock file (format: `nix flake` manual, "Lock files", version 7).
 */
function lockFindings(text) {
    const nodes = lockNodes(text);
    if (nodes === null)
        return [
            {
                ...place(text, ''),
                severity: 'error',
                code: 'lock-unreadable',
                message: 'flake.lock is not a lock file of Nix',
                help: 'run `nix flake lock` and commit the file',
            },
        ];
    return Object.entries(nodes).flatMap(([name, { locked, inputs }]) => {
        if (locked === undefined)
            return name === 'root' || inputs !== undefined ? [] : [unlocked(text, name)];
        const where = unreachable(locked);
        if (where === null)
            return [];
        const message = `input ${JSON.stringify(name)} is ${where}: another machine cannot fetch it`;
        return [
            {
                ...place(text, name),
                severity: 'warning',
                code: 'local-input',
                message,
                help: 'use a public address, or run on a machine that has it',
            },
        ];
    });
}
/** Error for inputs that `flake.nix` names and the lock file does not, given the names that it declares. */
function missingLocks(declared, text) {
    const root = text === null ? {} : (lockNodes(text)?.['root']?.inputs ?? {});
    return declared
        .filter((name) => !Object.hasOwn(root, name))
        .map((name) => ({
        severity: 'warning',
        code: 'input-not-locked',
        message: `input ${JSON.stringify(name)} is not in flake.lock`,
        location: { file: 'flake.nix' },
        help: 'run `nix flake lock` and commit flake.lock: unlocked inputs change under your feet',
    }));
}
function unlocked(text, name) {
    return {
        ...place(text, name),
        severity: 'warning',
        code: 'input-not-locked',
        message: `input ${JSON.stringify(name)} has no locked version`,
        help: 'run `nix flake lock` and commit flake.lock',
    };
}
function unreachable({ type, path, url }) {
    if (typeof type !== 'string')
        return null;
    if (type === 'path')
        return typeof path === 'string' && path.startsWith('/') ? `the path ${path}` : null;
    if (typeof url !== 'string')
        return null;
    if (LOCAL_TYPES.has(type) || url.startsWith('file:'))
        return url.startsWith('http') ? null : `the file ${url}`;
    return /^(?:git\+)?ssh:/.test(url) || /^[\w.-]+@[\w.-]+:/.test(url) ? `fetched by ssh from ${url}` : null;
}
function lockNodes(text) {
    try {
        const { nodes } = JSON.parse(text);
        const isRecord = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
        return isRecord(nodes) && Object.values(nodes).every(isRecord)
            ? nodes
            : null;
    }
    catch {
        return null;
    }
}
function place(text, node) {
    const at = node === '' ? -1 : text.indexOf(`${JSON.stringify(node)}: {`);
    if (at === -1)
        return { location: { file: 'flake.lock' } };
    const { line, column } = (0,position/* positionAt */.t)(text, at);
    return { location: { file: 'flake.lock', line, column } };
}

;// CONCATENATED MODULE: ./.cache/build/lib/skills/flake-validate/flake-validate.js







const flake_validate_NAME = 'flake-validate';
/** `nix flake check` and the systems of all hosts, after a look at the lock file that needs no Nix. */
const flakeValidate = defineSkill({
    name: flake_validate_NAME,
    summary: 'Check the flake with nix flake check and evaluate every host; errors with file and line',
    options: {},
    run: async (context) => {
        if (context.targets !== 'all') {
            return failed([callProblem(flake_validate_NAME, 'targets must be all', 'a flake is checked as a whole: leave `targets` out')]);
        }
        const flake = readPlainFile(context.root, 'flake.nix');
        if (flake === null)
            return failed([noFlake()]);
        const lock = readPlainFile(context.root, 'flake.lock');
        const early = [...missingLocks(declaredInputs(flake), lock), ...(lock === null ? [] : lockFindings(lock))];
        const nix = await context.nix();
        if (!nix.ok)
            return { failure: nix.error };
        const { root, runProcess, env, signal, timeoutMs, onOutput } = context;
        const check = await (0,flake_check/* checkFlake */.o)({
            ...{ root, runProcess, env, nix: nix.value, onOutput },
            ...(signal === undefined ? {} : { signal }),
            ...(timeoutMs === undefined ? {} : { timeoutMs }),
        });
        return outcomeOf(check, early);
    },
});
function outcomeOf(check, early) {
    if (check.ok) {
        const names = Object.keys(check.hosts);
        const hosts = names.length === 0 ? 'no hosts' : `hosts: ${names.join(', ')}`;
        const diagnostics = [...early, ...check.warnings];
        return { summary: `the flake is valid; ${hosts}`, changed: [], diagnostics, outputs: { hosts: check.hosts } };
    }
    if (check.failure === 'no-flake')
        return failed([noFlake()]);
    return check.failure === null ? failed([...early, ...check.diagnostics]) : { failure: check.failure };
}
function failed(diagnostics) {
    return { summary: 'the flake is not valid', changed: [], diagnostics, outputs: {} };
}
function noFlake() {
    const help = 'run it in the folder of the flake, or begin one with `nix flake init`';
    return {
        severity: 'error',
        code: 'no-flake',
        message: 'there is no flake.nix in the root of the repository',
        location: { file: 'flake.nix' },
        help,
    };
}
/** Names of inputs with an address: `inputs.a.url = …`, `inputs = { a.url = …; b = { … }; }`. None when the file does not parse. */
function declaredInputs(flake) {
    const parsed = (0,parse_nix/* parseNix */.Z)(flake);
    const top = parsed.ok ? (0,walk/* withoutParentheses */.Hx)(parsed.value.tree) : null;
    if (top?.kind !== 'attr-set')
        return [];
    const names = top.bindings.flatMap((binding) => {
        const [first, second] = bindingPath(binding);
        if (first !== 'inputs' || binding.kind !== 'bind')
            return [];
        if (second !== undefined)
            return [second];
        const value = (0,walk/* withoutParentheses */.Hx)(binding.value);
        return value.kind === 'attr-set' ? value.bindings.flatMap((inner) => bindingPath(inner)[0] ?? []) : [];
    });
    return [...new Set(names)];
}
function bindingPath(binding) {
    return binding.kind === 'bind' ? ((0,walk/* staticPath */.cl)(binding.path) ?? []) : [];
}
function readPlainFile(root, name) {
    const path = (0,external_node_path_.join)(root, name);
    return (0,external_node_fs_.lstatSync)(path, { throwIfNoEntry: false })?.isFile() === true ? (0,external_node_fs_.readFileSync)(path, 'utf8') : null;
}

// EXTERNAL MODULE: ./.cache/build/lib/nix/tree-context.js
var tree_context = __webpack_require__(84729);
// EXTERNAL MODULE: ./.cache/build/lib/nix/repository-path.js
var repository_path = __webpack_require__(75755);
;// CONCATENATED MODULE: ./.cache/build/lib/skills/module-validate/file-findings.js





/** Everything that can be said of one file without running Nix. */
function fileFindings(tree, file, rules) {
    if (!file.parsed.ok)
        return [...encodingFindings(file), syntaxError(file)];
    return [
        ...encodingFindings(file),
        ...file.imports.flatMap((one) => importFinding(tree, file, one)),
        ...duplicateImports(tree, file),
        ...optionFindings(file, file.parsed.value),
        ...((0,repository_path/* isLibrary */.es)(file.path) ? [] : formFindings(file, file.parsed.value, rules)),
    ];
}
function syntaxError(file) {
    if (!file.parsed.ok) {
        const { message, line, column } = file.parsed.error;
        const sourceLine = (0,position/* lineText */.o)(file.text, line);
        const help = file.text.startsWith('\uFEFF')
            ? 'remove the byte order mark at the beginning of the file'
            : 'the mistake is often just before this place: a missing `;`, bracket or quote';
        const finding = {
            severity: 'error',
            code: 'nix-syntax',
            message: `syntax error, ${message}`,
            location: { file: file.path, line, column },
            help,
        };
        return sourceLine === undefined ? finding : { ...finding, sourceLine };
    }
    throw new Error(`${file.path} parses`);
}
function encodingFindings(file) {
    const found = [];
    const location = { file: file.path, line: 1, column: 1 };
    if (!file.isUtf8)
        found.push({
            severity: 'warning',
            code: 'not-utf8',
            message: 'the file is not UTF-8',
            location,
            help: 'convert it: editors and reviews show it wrongly',
        });
    if (file.text.includes('\r\n'))
        found.push({
            severity: 'warning',
            code: 'crlf',
            message: 'the file has Windows line endings',
            location,
            help: 'convert it to line feeds: in scripts inside strings they do harm',
        });
    return found;
}
function importFinding(tree, file, one) {
    const target = tree.resolve(file.path, one.path);
    switch (target.kind) {
        case 'other':
            return [];
        case 'outside':
            return [
                at(file, one, {
                    severity: 'error',
                    code: 'import-outside',
                    message: `${one.path} is outside the repository`,
                    help: 'a flake can only read its own files',
                }),
            ];
        case 'missing': {
            // a file that looks before it leaps may name files that are not always there
            const severity = file.text.includes('pathExists') ? 'warning' : 'error';
            return [
                at(file, one, {
                    severity,
                    code: 'import-missing',
                    message: `${one.path} does not exist`,
                    help: `there is no ${target.path}, or it is a folder without default.nix`,
                }),
            ];
        }
        case 'nix-file':
            return one.via === 'imports' || one.via === 'modules' ? shapeFinding(tree, file, { one, path: target.path }) : [];
    }
}
function shapeFinding(tree, file, { one, path }) {
    const imported = tree.files.get(path);
    if (imported?.parsed.ok !== true || (0,module_shape/* moduleShape */.s)(imported.parsed.value.tree).kind === 'module')
        return [];
    const top = (0,walk/* withoutParentheses */.Hx)(imported.parsed.value.tree);
    const certain = ['list', 'string', 'int', 'float', 'uri', 'path', 'search-path'].includes(top.kind);
    const message = certain ? `${one.path} is a ${top.kind}, not a module` : `${one.path} does not look like a module`;
    return [
        at(file, one, {
            severity: certain ? 'error' : 'warning',
            code: 'not-a-module',
            message,
            help: 'a module is a set, or a function `{ config, lib, pkgs, ... }:` to a set',
        }),
    ];
}
function duplicateImports(tree, file) {
    const seen = new Set();
    return file.imports.flatMap((one) => {
        if (one.via === 'import' || one.via === 'callPackage')
            return [];
        const target = tree.resolve(file.path, one.path);
        const list = enclosingList(file, one);
        if (target.kind === 'outside' || list === null)
            return [];
        const key = `${list}:${target.path}`;
        if (!seen.has(key)) {
            seen.add(key);
            return [];
        }
        const severity = one.via === 'imports' ? 'error' : 'warning';
        return [
            at(file, one, {
                severity,
                code: 'import-duplicate',
                message: `${one.path} is imported twice in this list`,
                help: 'remove one of the two',
            }),
        ];
    });
}
/** Where the innermost list around an import starts: two entries are only duplicates within one list. */
function enclosingList(file, one) {
    return file.lists.findLast(({ start, end }) => start < one.start && one.end < end)?.start ?? null;
}
function optionFindings(file, { tree }) {
    const found = [];
    for (const node of (0,walk/* walkExpressions */.Z5)(tree)) {
        if (node.kind !== 'apply' || node.argument.kind !== 'attr-set')
            continue;
        const called = node.function.kind === 'select'
            ? (0,walk/* staticPath */.cl)(node.function.path)?.at(-1)
            : node.function.kind === 'variable'
                ? node.function.name
                : null;
        if (called !== 'mkOption')
            continue;
        const names = new Set(node.argument.bindings.flatMap((binding) => (binding.kind === 'bind' ? binding.path.slice(0, 1) : binding.attributes).map(walk/* staticName */.Qj)));
        const missing = ['type', 'description'].filter((name) => !names.has(name));
        if (missing.length === 0 || names.has(null))
            continue;
        found.push(at(file, node.function, {
            severity: 'warning',
            code: 'option-undocumented',
            message: `this option has no ${missing.join(' and no ')}`,
        }));
    }
    return found;
}
function formFindings(file, { tree, comments }, { maxLines, requireHeader }) {
    const found = [];
    const lines = file.text.split('\n').length - (file.text.endsWith('\n') ? 1 : 0);
    const location = { file: file.path, line: 1, column: 1 };
    const header = comments.some((comment) => comment.end <= tree.start && comment.text.replaceAll(/[#*/\s]/g, '') !== '');
    if (requireHeader && !header)
        found.push({
            severity: 'warning',
            code: 'no-header',
            message: 'no comment at the top says what the file is for',
            location,
        });
    if (lines > maxLines)
        found.push({
            severity: 'warning',
            code: 'file-too-long',
            message: `${lines} lines, more than ${maxLines}`,
            location,
            help: 'split it by topic',
        });
    return found;
}
function at(file, span, finding) {
    const location = (0,tree_context/* locate */.x)(file, span.start, span.end);
    const sourceLine = (0,position/* lineText */.o)(file.text, location.line ?? 1);
    return { ...finding, location, ...(sourceLine === undefined ? {} : { sourceLine }) };
}

// EXTERNAL MODULE: ./.cache/build/lib/nix/error-kind.js
var error_kind = __webpack_require__(48788);
// EXTERNAL MODULE: ./.cache/build/lib/nix/json-log.js
var json_log = __webpack_require__(13874);
;// CONCATENATED MODULE: ./.cache/build/lib/skills/module-validate/second-opinion.js




/** Nix stops at the first bad file; so many are found one after the other before it is enough. */
const MOST_ERRORS = 20;
/** Files of one call: far below any limit of the length of a command line. */
const FILES_PER_CALL = 400;
/**
 * What Nix's own parser says about files that ours accepts: also undefined variables and attributes defined twice, in files
 * that nothing imports. Many files a process: one process for each would take a hundred times as long.
 */
async function secondOpinion(context, nix, files) {
    const found = [];
    let rest = [...files];
    while (rest.length > 0 && found.length < MOST_ERRORS) {
        const batch = rest.slice(0, FILES_PER_CALL);
        const error = await parseBatch(context, nix, batch);
        if (error !== null)
            found.push(error);
        // the files before the bad one were read without complaint
        rest = rest.slice(error === null ? batch.length : batch.findIndex(({ path }) => path === error.location.file) + 1);
    }
    return found;
}
async function parseBatch({ root, runProcess, env, signal }, nix, batch) {
    const { exitCode, stderrTail } = await runProcess({
        argv: [
            (0,external_node_path_.join)((0,external_node_path_.dirname)(nix.path), 'nix-instantiate'),
            ...nix.options,
            '--parse',
            ...batch.map(({ path }) => (0,external_node_path_.join)(root, path)),
        ],
        cwd: root,
        env,
        keepBytes: 1024,
        ...(signal === undefined ? {} : { signal }),
    });
    if (exitCode === 0)
        return null;
    const text = (0,json_log/* withoutAnsi */.uo)(stderrTail);
    const message = /^error: (.+)$/m.exec(text)?.[1];
    // below the message; positions inside it are about something else ("already defined at …")
    const place = [...text.matchAll(/^\s*at (\/.+?):(\d+):(\d+)/gm)].find((match) => match[1]?.startsWith(`${root}/`));
    const path = place?.[1]?.slice(root.length + 1);
    const file = batch.find((one) => one.path === path);
    // anything else is trouble of Nix, not of a file: our own parser has accepted them all
    if (message === undefined || file === undefined)
        return null;
    const line = Number(place?.[2]);
    const { code, help } = (0,error_kind/* errorKind */.f)(message);
    const sourceLine = (0,position/* lineText */.o)(file.text, line);
    return {
        ...{
            severity: 'error',
            code,
            message: message.replaceAll(`${root}/`, ''),
            location: { file: file.path, line, column: Number(place?.[3]) },
        },
        ...(help === null ? {} : { help }),
        ...(sourceLine === undefined ? {} : { sourceLine }),
    };
}

;// CONCATENATED MODULE: ./.cache/build/lib/skills/module-validate/tree-findings.js


/** Functions that load modules without naming them; then nothing can be said about what is not reached. */
const COMPUTED_IMPORTS = /\b(?:readDir|listFilesRecursive|import-tree|haumea|importApply)\b/;
/** Warnings about how the modules hang together; `isWanted` says which paths are asked about. */
function treeFindings(tree, isWanted) {
    return [...missingAggregators(tree), ...unreachedModules(tree)].filter(({ location }) => isWanted(location.file));
}
function missingAggregators(tree) {
    return categories(tree)
        .filter((category) => !tree.files.has(`${category}/default.nix`))
        .map((category) => ({
        severity: 'warning',
        code: 'category-without-default',
        message: 'the category has no default.nix',
        location: { file: category },
        help: 'the skill default-nix-create writes one',
    }));
}
function unreachedModules(tree) {
    if (!tree.files.has('flake.nix'))
        return [];
    const reached = tree.reachableFrom('flake.nix');
    if ([...reached].some((path) => COMPUTED_IMPORTS.test(tree.files.get(path)?.text ?? '')))
        return [];
    return [...tree.files.keys()]
        .filter((path) => path.startsWith(`${MODULES_FOLDER}/`) && !reached.has(path))
        .map((path) => ({
        severity: 'warning',
        code: 'module-unused',
        message: 'nothing that flake.nix imports reaches this file',
        location: { file: path },
        help: external_node_path_.posix.basename(path) === 'default.nix' ? 'import its folder, or remove it' : 'import it, or remove it',
    }));
}

;// CONCATENATED MODULE: ./.cache/build/lib/skills/module-validate/module-validate.js







const module_validate_NAME = 'module-validate';
/** Reads every module and says what is wrong with it; changes nothing. Needs no Nix, and listens to it where it is there. */
const moduleValidate = defineSkill({
    name: module_validate_NAME,
    summary: 'Check that every module parses, imports existing files and is documented; changes nothing',
    options: {
        max_lines: schemas/* int */.Whr().min(1).default(200),
        require_header: schemas/* boolean */.zMY().default(true),
    },
    run: async (context, options) => {
        const tree = nix_tree/* NixTree */.S.read(context.root);
        const selection = selectTargets(module_validate_NAME, context, tree);
        const { problems } = selection;
        if (problems.length > 0)
            return { summary: 'nothing was checked', changed: [], diagnostics: problems, outputs: {} };
        const files = [...tree.files.values()].filter(({ path }) => isSelected(path, selection));
        const rules = { maxLines: options.max_lines, requireHeader: options.require_header };
        const own = files.flatMap((file) => fileFindings(tree, file, rules));
        const isWanted = (path) => isSelected(path, selection);
        const nix = await context.nix();
        const parsing = files.filter(({ parsed }) => parsed.ok);
        const opinion = nix.ok ? await secondOpinion(context, nix.value, parsing) : [];
        const diagnostics = [...own, ...opinion, ...treeFindings(tree, isWanted)];
        const counts = {
            files: files.length,
            errors: count(diagnostics, 'error'),
            warnings: count(diagnostics, 'warning'),
        };
        return {
            summary: `${counts.files} files: ${counts.errors} errors, ${counts.warnings} warnings`,
            changed: [],
            diagnostics,
            outputs: counts,
        };
    },
});
function count(diagnostics, severity) {
    return diagnostics.filter((one) => one.severity === severity).length;
}

;// CONCATENATED MODULE: ./.cache/build/lib/skills/registry.js



/** All built-in skills, by name. */
const builtInSkills = new Map([defaultNixCreate, flakeValidate, moduleValidate].map((skill) => [skill.name, skill]));


/***/ })

};
