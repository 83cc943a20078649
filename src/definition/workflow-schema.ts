import * as z from 'zod/mini';

/**
 * The one schema of a workflow file: raw types, validation and the published JSON Schema all come from here.
 * What a schema cannot say (uniqueness, order, overlaps) is in `rules/`.
 */

/** Names that become file names: never hidden, never a path, never a control character. */
const fileName = /^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/;
// eslint-disable-next-line no-control-regex -- control characters are the subject; not every checker of JSON Schemas knows \p{Cc}
const taskName = /^[^\u0000-\u001f\u007f-\u009f/\\]{1,128}$/;
const identifier = /^[a-z0-9][a-z0-9_-]{0,63}$/;

const text = (description: string) => z.string().check(z.minLength(1), z.describe(description));
const name = (description: string) => z.string().check(z.regex(fileName), z.describe(description));
const id = (description: string) => z.string().check(z.regex(identifier), z.describe(description));
const commands = (description: string) => z.array(text('a shell command')).check(z.describe(description));
const anything = (description: string) => z.record(z.string(), z.unknown()).check(z.describe(description));

const kind = <Kind extends string>(name: Kind) =>
  z.literal(name).check(z.describe('Kind of the step; follows from its other keys, and must agree with them'));

const condition = z
  .union([z.string(), z.boolean()], { error: 'a condition as text, or true or false' })
  .check(
    z.describe(
      'Runs only when this holds; the expression language of GitHub Actions, for example `a.status == "success"`',
    ),
  );
const timeout = (description: string) => z.number().check(z.positive(), z.maximum(50_400), z.describe(description));
const runsOn = z
  .union([text('a label'), z.array(text('a label')).check(z.minLength(1))], {
    error: 'a runner label, or a list of them',
  })
  .check(z.describe('Runner of the compiled GitHub job; default ubuntu-latest'));
const environment = text('GitHub environment of the compiled job, so that a person can approve it');
const maxConcurrent = z
  .int()
  .check(
    z.minimum(1),
    z.maximum(256),
    z.describe('How many steps run at once; only where `type` is `parallel`; default 3'),
  );

const hook = (about: 'success' | 'failure') =>
  z.union(
    [
      text('a shell command'),
      z.strictObject({ notify: z.literal(about).check(z.describe('Tell those whom the user has configured')) }),
    ],
    {
      error: `a command, or \`notify: ${about}\``,
    },
  );

const retry = z
  .strictObject({
    retry: z.int().check(z.minimum(0), z.maximum(20), z.describe('How many further attempts after the first')),
    backoff: z.optional(
      z.enum(['exponential', 'linear', 'constant']).check(z.describe('How the delay grows; default exponential')),
    ),
    delay_seconds: z.optional(
      z.number().check(z.minimum(0), z.maximum(3600), z.describe('The first delay; default 2')),
    ),
    max_delay_seconds: z.optional(
      z.number().check(z.minimum(0), z.maximum(21_600), z.describe('The longest delay; default 60')),
    ),
  })
  .check(z.describe('How the step is tried again when it fails; default not at all'));

const stepKeys = {
  id: z.optional(
    id(
      'Name in conditions and flags; default the name of its task, skill or workflow, or `command`; a second one of that name gets `-2`',
    ),
  ),
  condition: z.optional(condition),
  checkpoint: z.optional(
    z.boolean().check(z.describe('Marks a checkpoint in the plan; every completed step is one anyway')),
  ),
  validation: z.optional(commands('Commands that must pass in the workspace after the step')),
  expect: z.optional(
    z
      .union([z.enum(['same-drv', 'reordered', 'any']), z.array(text('a host')).check(z.minLength(1))], {
        error: '`same-drv`, `reordered`, `any`, or a list of the hosts that may change',
      })
      .check(
        z.describe(
          'What may happen to the derivations of the hosts: nothing, a new order of lists, anything, or a change of these hosts only',
        ),
      ),
  ),
  writes: z.optional(
    z
      .array(text('a glob'))
      .check(
        z.minLength(1),
        z.describe('Globs of the files that the step may change; a change outside of them fails it; default any file'),
      ),
  ),
  timeout_minutes: z.optional(timeout('Minutes after which an attempt is stopped, its whole process tree')),
  on_failure: z.optional(retry),
  continue_on_error: z.optional(
    z.boolean().check(z.describe('A failure of this step does not fail the workflow; default false')),
  ),
};

export const stepSchemas = {
  agent: z.strictObject({
    type: z.optional(kind('agent')),
    agent: name('The agent: `.claude/agents/NAME.md`; without that file there is a warning'),
    task: z
      .string()
      .check(z.regex(taskName), z.describe('Its task, a section of that file or one bound to code there')),
    config: z.optional(
      anything('Settings, handed to the agent as JSON; for a task bound to a skill, options that win'),
    ),
    max_turns: z.optional(
      z
        .int()
        .check(
          z.minimum(1),
          z.maximum(10_000),
          z.describe('How often the model may be asked; default `maxTurns` of the agent’s file'),
        ),
    ),
    stall_minutes: z.optional(
      z
        .number()
        .check(z.positive(), z.maximum(1440), z.describe('Stopped when it tells nothing for so long; default 12')),
    ),
    ...stepKeys,
  }),
  skill: z.strictObject({
    type: z.optional(kind('skill')),
    skill: name('A built-in skill, or `.claude/skills/NAME/SKILL.md`'),
    targets: z.optional(
      z
        .union([z.enum(['all', 'all-categories']), z.array(text('a path or glob')).check(z.minLength(1))], {
          error: '`all`, `all-categories`, or a list of paths',
        })
        .check(
          z.describe('What it works on; `all-categories` is every folder directly below `modules/`; default `all`'),
        ),
    ),
    options: z.optional(anything('Options of the skill')),
    input: z.optional(text('A file that the skill reads')),
    ...stepKeys,
  }),
  workflow: z.strictObject({
    type: z.optional(kind('workflow')),
    workflow: name('`.claude/workflows/NAME.yaml`; its steps are expanded in place'),
    ...stepKeys,
  }),
  command: z.strictObject({
    type: z.optional(kind('command')),
    run: text('Run by `sh -e -c` in the workspace, so several lines stop at the first that fails'),
    ...stepKeys,
  }),
};

const step = z.union([stepSchemas.agent, stepSchemas.skill, stepSchemas.workflow, stepSchemas.command]);

const phaseKeys = {
  name: id('Unique among phases and steps; for conditions and `--phase`'),
  type: z
    .enum(['sequential', 'parallel'])
    .check(z.describe('How its steps run: each on the result of the one before, or all from the same commit')),
  max_concurrent: z.optional(maxConcurrent),
  validation: z.optional(commands('Commands that must pass on the merged result of the phase')),
  condition: z.optional(condition),
  runs_on: z.optional(runsOn),
  environment: z.optional(environment),
};

const workflowKeys = {
  workflow: name('Equals the name of the file'),
  description: z.optional(z.string().check(z.describe('Shown by `list`, `--dry-run`, reports and pull requests'))),
  version: z.optional(z.string().check(z.describe('Semantic version, the newest of `changelog`; default 1.0.0'))),
  changelog: z.optional(
    z.array(z.record(z.string(), z.string())).check(z.describe('One `VERSION: text` per version, newest first')),
  ),
  type: z
    .enum(['sequential', 'parallel', 'hybrid'])
    .check(z.describe('`hybrid` has `phases`, the others have `steps`')),
  max_concurrent: z.optional(maxConcurrent),
  sync_point: z.optional(
    z
      .literal('all-complete')
      .check(z.describe('Only of a parallel workflow: all steps end before they are merged; always so')),
  ),
  recovery_strategy: z.optional(
    z
      .literal('checkpoint')
      .check(z.describe('Marks every step as a checkpoint in the plan, unless it says `checkpoint: false`')),
  ),
  prerequisites: z.optional(
    z
      .array(text('a prerequisite'))
      .check(z.describe('Checked before anything runs: `WORKFLOW-complete`, `flake-check-passing`, `clean-tree`')),
  ),
  validation: z.optional(commands('Commands that the merged result must pass before it lands')),
  on_success: z.optional(
    z
      .array(hook('success'))
      .check(z.describe('Commands after the validation; what they change is validated and lands too')),
  ),
  on_failure: z.optional(
    z
      .array(hook('failure'))
      .check(z.describe('Commands after a failure, on the last good commit; nothing of it lands')),
  ),
  timeout_minutes: z.optional(timeout('Minutes after which the run pauses; each resume has all of them again')),
  budget_usd: z.optional(
    z
      .number()
      .check(
        z.positive(),
        z.maximum(100_000),
        z.describe('All agents of a run together, US dollars; the run pauses once they have spent it'),
      ),
  ),
  runs_on: z.optional(runsOn),
  environment: z.optional(environment),
};

const list = z.array(z.unknown()).check(z.minLength(1));

/** A phase without a look at its steps, which are checked one by one, each by the schema of its kind. */
export const phaseHeadSchema = z.strictObject({ ...phaseKeys, steps: list });
/** A workflow without a look at its steps and phases. */
export const workflowHeadSchema = z.strictObject({
  ...workflowKeys,
  steps: z.optional(list),
  phases: z.optional(list),
});

const steps = z
  .array(step)
  .check(z.minLength(1), z.describe('The steps, in the order in which they run and are merged'));

/** The whole file, for the JSON Schema. */
export const workflowFileSchema = z.strictObject({
  ...workflowKeys,
  steps: z.optional(steps),
  phases: z.optional(
    z
      .array(z.strictObject({ ...phaseKeys, steps }))
      .check(z.minLength(1), z.describe('The phases of a hybrid workflow')),
  ),
});

export type RawWorkflow = z.infer<typeof workflowHeadSchema>;
export type RawPhase = z.infer<typeof phaseHeadSchema>;
export type RawStep = {
  [Kind in keyof typeof stepSchemas]: { readonly kind: Kind; readonly raw: z.infer<(typeof stepSchemas)[Kind]> };
}[keyof typeof stepSchemas];

/** Keys by level, for messages about a key that stands at the wrong one. */
export const knownKeys = {
  workflow: Object.keys(workflowHeadSchema.shape),
  phase: Object.keys(phaseHeadSchema.shape),
  agent: Object.keys(stepSchemas.agent.shape),
  skill: Object.keys(stepSchemas.skill.shape),
  workflowStep: Object.keys(stepSchemas.workflow.shape),
  command: Object.keys(stepSchemas.command.shape),
};
