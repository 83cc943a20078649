export const id = 634;
export const ids = [634];
export const modules = {

/***/ 41634:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  planJob: () => (/* binding */ planJob)
});

;// CONCATENATED MODULE: ./.cache/build/lib/report/plan-jobs.js
/** The phases of a plan in file order. */
function planPhases(plan) {
    return phasesOf(plan).map(({ name, type, maxConcurrent, children }) => ({
        name,
        type,
        max_concurrent: maxConcurrent,
        steps: children.map(nameOf),
    }));
}
/** A matrix for each parallel phase, by its name: a job for each of its children. */
function planMatrices(plan) {
    const parallel = phasesOf(plan).filter(({ type }) => type === 'parallel');
    return Object.fromEntries(parallel.map(({ name, children }) => [name, { step: children.map(nameOf) }]));
}
function phasesOf(plan) {
    return plan.root.children.filter((child) => child.node === 'group');
}
function nameOf(child) {
    return child.node === 'step' ? child.id : child.path;
}

// EXTERNAL MODULE: ./.cache/build/lib/github/job-flags.js
var job_flags = __webpack_require__(24058);
// EXTERNAL MODULE: ./.cache/build/lib/github/runner/event-trust.js
var event_trust = __webpack_require__(18129);
// EXTERNAL MODULE: ./.cache/build/lib/github/tell-problem.js
var tell_problem = __webpack_require__(67406);
;// CONCATENATED MODULE: ./.cache/build/lib/github/plan-command.js




/**
 * `plan`: checks the definition and tells which jobs there are to be. Executes nothing, writes nothing; with `dry-run` it also
 * shows what would happen, for which prerequisites are checked. Resolves with the exit code.
 */
async function planJob(inputs, world) {
    const { output, facts, console } = world;
    const untrusted = (0,event_trust/* untrustedEvent */.BT)(facts);
    if (untrusted !== null)
        return (0,tell_problem/* tellProblem */.J)(untrusted, output);
    const prepared = await (0,job_flags/* prepareJob */.L)(inputs, (0,job_flags/* jobFlags */.d)(inputs), world);
    if (!prepared.ok)
        return (0,tell_problem/* tellProblem */.J)(prepared.error, output);
    const { loaded, flags, name } = prepared.value;
    const phases = planPhases(loaded.plan);
    output.setOutput('phases', JSON.stringify(phases));
    output.setOutput('matrices', JSON.stringify(planMatrices(loaded.plan)));
    output.setOutput('attempt', String(facts.attempt));
    console.print(`${name}: ${loaded.plan.steps.length} steps in ${phases.length} phases`);
    if (!inputs.dryRun)
        return 0;
    const { runCommand } = await Promise.all(/* import() */[__webpack_require__.e(6), __webpack_require__.e(186), __webpack_require__.e(257), __webpack_require__.e(658), __webpack_require__.e(822)]).then(__webpack_require__.bind(__webpack_require__, 13441));
    return runCommand(name, flags, world);
}


/***/ })

};
