export const id = 707;
export const ids = [707];
export const modules = {

/***/ 53707:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   metricsSchema: () => (/* binding */ metricsSchema)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(96723);
/* harmony import */ var _state_schema_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(72267);


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
