export const id = 16;
export const ids = [16,707];
export const modules = {

/***/ 2717:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  schemaCommand: () => (/* binding */ schemaCommand)
});

// EXTERNAL MODULE: ./.cache/build/lib/base/closest-name.js
var closest_name = __webpack_require__(4876);
// EXTERNAL MODULE: ./.cache/build/lib/report/json-text.js
var json_text = __webpack_require__(3960);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/json-schema-processors.js
var json_schema_processors = __webpack_require__(8439);
// EXTERNAL MODULE: ./.cache/build/lib/definition/workflow-schema.js
var workflow_schema = __webpack_require__(1810);
;// CONCATENATED MODULE: ./.cache/build/lib/definition/workflow-json-schema.js


/** The JSON Schema (draft 2020-12) of a workflow file, for editors: `# yaml-language-server: $schema=…`. */
function workflowJsonSchema() {
    const schema = json_schema_processors/* toJSONSchema */.bl(workflow_schema/* workflowFileSchema */.J8, { target: 'draft-2020-12', reused: 'inline' });
    return {
        $schema: schema.$schema,
        $id: 'https://workflow-runner.dev/schema/workflow.schema.json',
        title: 'workflow-runner workflow',
        description: 'A declarative workflow of agent, skill, command and nested workflow steps: `.claude/workflows/NAME.yaml`.',
        ...schema,
    };
}

// EXTERNAL MODULE: ./.cache/build/lib/report/metrics-schema.js
var metrics_schema = __webpack_require__(3707);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 3 modules
var schemas = __webpack_require__(4488);
// EXTERNAL MODULE: ./.cache/build/lib/report/state-schema.js
var state_schema = __webpack_require__(2267);
;// CONCATENATED MODULE: ./.cache/build/lib/report/progress-schema.js


const progressStepSchema = schemas/* strictObject */.rej({
    id: schemas/* int */.Whr().positive().describe('Number of the step, counted from 1 over the whole plan.'),
    name: schemas/* string */.YjP().describe('The task, skill or id of the step.'),
    agent: schemas/* string */.YjP().optional().describe('The agent that does the step.'),
    skill: schemas/* string */.YjP().optional().describe('The skill that does the step.'),
    command: schemas/* string */.YjP().optional().describe('The shell command of the step.'),
    status: schemas/* enum */.k5n(['pending', 'running', 'retrying', 'completed', 'failed', 'conflict', 'skipped', 'cancelled'])
        .describe('retrying: failed and waits for its next attempt. conflict: its changes do not merge. cancelled: stopped with the run.'),
    started_at: state_schema/* timeSchema */.R.optional().describe('When its first attempt started, UTC.'),
    completed_at: state_schema/* timeSchema */.R.optional().describe('When it ended, whatever the outcome, UTC.'),
    duration_seconds: schemas/* int */.Whr()
        .nonnegative()
        .optional()
        .describe('From the first start to the end, retries included, whole seconds.'),
    progress_percent: schemas/* number */.aig()
        .min(0)
        .max(100)
        .nullable()
        .optional()
        .describe('Only while it runs: how much is done, percent; null when there is nothing to measure it by.'),
    elapsed_seconds: schemas/* int */.Whr()
        .nonnegative()
        .optional()
        .describe('Only while it runs: since its first attempt started, whole seconds; fresh every second.'),
    outputs: schemas/* looseObject */._H3({
        files_modified: schemas/* int */.Whr().nonnegative().describe('Files that it added, changed or removed.'),
        git_commit: schemas/* string */.YjP().describe('The commit with its changes, or the one it started from when there were none.'),
    })
        .optional()
        .describe('What it left behind; further keys are outputs of the step itself.'),
    step_id: schemas/* string */.YjP().describe('Id of the step, unique in the plan.'),
    phase: schemas/* string */.YjP().describe('Path of the phase or nested workflow that it is in.'),
    attempts: schemas/* int */.Whr().nonnegative().describe('Attempts started so far.'),
    retry_at: state_schema/* timeSchema */.R.optional().describe('When the next attempt may start, UTC.'),
    skipped_because: schemas/* enum */.k5n(['condition', 'asked', 'earlier-failure'])
        .optional()
        .describe('Why it was skipped: its condition did not hold, --skip-step, or a step before it failed.'),
    cost_usd: schemas/* number */.aig()
        .nonnegative()
        .optional()
        .describe('Known cost of its attempts, US dollars; left out when unknown.'),
    tokens: schemas/* int */.Whr().nonnegative().optional().describe('Tokens of its attempts; left out when unknown.'),
    error: schemas/* strictObject */.rej({
        reason: schemas/* string */.YjP().describe('Stable kebab-case name of the kind of failure.'),
        message: schemas/* string */.YjP().describe('What happened, one line.'),
        help: schemas/* string */.YjP().describe('What to do about it.'),
    })
        .optional()
        .describe('Why its last attempt failed.'),
});
const progressSchema = schemas/* strictObject */.rej({
    steps: schemas/* array */.YOg(progressStepSchema).describe('Every step of the plan in order.'),
    run_id: schemas/* string */.YjP().describe('Id of the run.'),
})
    .meta({
    title: 'workflow-runner progress',
    description: 'The steps of a run: .claude/workflows/<workflow>/progress.json.',
});

;// CONCATENATED MODULE: ./.cache/build/lib/commands/json-schemas.js





/** The published JSON Schemas (draft 2020-12) by name; the same as the files in `schema/`. */
const jsonSchemas = {
    workflow: workflowJsonSchema,
    state: () => json_schemas_document('state', state_schema/* stateSchema */.J),
    progress: () => json_schemas_document('progress', progressSchema),
    metrics: () => json_schemas_document('metrics', metrics_schema.metricsSchema),
};
function json_schemas_document(name, schema) {
    const { $schema, ...rest } = json_schema_processors/* toJSONSchema */.bl(schema, { target: 'draft-2020-12', reused: 'inline' });
    return { $schema, $id: `https://workflow-runner.dev/schema/${name}.schema.json`, ...rest };
}

// EXTERNAL MODULE: ./.cache/build/lib/commands/world.js
var world = __webpack_require__(9974);
;// CONCATENATED MODULE: ./.cache/build/lib/commands/schema.js




/** `schema NAME`: the JSON Schema of a file; without a name, which there are. */
function schemaCommand(name, { console }) {
    const names = Object.keys(jsonSchemas);
    if (name === undefined) {
        console.json({ schemas: names });
        console.print(names.join('\n'));
        return Promise.resolve(world/* EXIT */.d.completed);
    }
    const schema = Object.hasOwn(jsonSchemas, name) ? jsonSchemas[name] : undefined;
    if (schema === undefined) {
        const near = (0,closest_name/* closestName */.N)(name, names);
        const help = `${near === null ? '' : `Did you mean '${near}'? `}There are: ${names.join(', ')}`;
        return Promise.resolve(console.fail({ code: 'unknown-schema', message: `There is no schema '${name}'`, help }, world/* EXIT */.d.invalid));
    }
    console.raw((0,json_text/* jsonText */.s)(schema()));
    return Promise.resolve(world/* EXIT */.d.completed);
}


/***/ }),

/***/ 3707:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   metricsSchema: () => (/* binding */ metricsSchema)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4488);
/* harmony import */ var _state_schema_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2267);


const rate = zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().min(0).max(1).describe('Share that succeeded, 0 to 1, two digits.');
const average = zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr().nonnegative().describe('Average duration, whole seconds.');
const agentCountsSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    invocations: zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr().nonnegative(),
    successes: zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr().nonnegative(),
    total_duration_seconds: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().nonnegative(),
});
const metricsSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    workflows: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
        name: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().describe('Name of the workflow.'),
        executions: zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr().nonnegative().describe('Runs; a run that was resumed counts once.'),
        success_rate: rate,
        avg_duration_seconds: average,
        last_execution: _state_schema_js__WEBPACK_IMPORTED_MODULE_0__/* .timeSchema */ .R.describe('When a run of it last ended, UTC.'),
        successes: zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr().nonnegative().describe('Runs that completed.'),
        total_duration_seconds: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().nonnegative().describe('Sum of the durations of all runs, seconds.'),
        last_run: zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
            run_id: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
            succeeded: zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY(),
            duration_seconds: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().nonnegative(),
            agents: zod__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), agentCountsSchema),
        })
            .describe('What the last run added to the sums, to be taken out again when it is resumed and ends once more.'),
    }))
        .describe('Every workflow that ran, by name.'),
    agents: zod__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
        invocations: zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr().nonnegative().describe('Steps that it did.'),
        success_rate: rate,
        avg_duration_seconds: average,
        successes: zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr().nonnegative().describe('Steps that completed.'),
        total_duration_seconds: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().nonnegative().describe('Sum of the durations, seconds.'),
    }))
        .describe('Every agent that ran, by name.'),
})
    .meta({ title: 'workflow-runner metrics', description: 'Figures of all workflows: .claude/workflows/metrics.json.' });


/***/ }),

/***/ 2267:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ stateSchema),
/* harmony export */   R: () => (/* binding */ timeSchema)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4488);

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
