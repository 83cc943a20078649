import { Command, InvalidArgumentError, Option } from 'commander';
import { resolve } from 'node:path';
import type { RunFlags } from './run-flags.js';
import { VERSION } from './version.js';
import { addAgentChoice, addAgentFlags, agentFlags, type AgentOptions } from './agent-flags.js';
import { mistypedCommand } from './mistyped-command.js';
import { EXIT, type CommandWorld } from './world.js';

/** What `buildProgram` needs of the door. */
export interface ProgramSetup {
  readonly cwd: string;
  /** The world for a command, made when its flags are known. */
  readonly world: (flags: GlobalFlags) => CommandWorld;
  /** Called with the exit code of the command that ran. */
  readonly done: (exitCode: number) => void;
  readonly write: (text: string) => void;
}

export interface GlobalFlags {
  readonly json?: boolean;
  readonly quiet?: boolean;
  readonly verbose?: boolean;
  readonly color: boolean;
  readonly repo?: string;
}

const EXIT_CODES = `
Exit codes: 0 completed, 1 the workflow failed, 2 invalid usage or definition, 3 paused (resume it),
4 locked by another run, 70 a bug of workflow-runner.`;

const EXAMPLES = `
Examples:
  workflow-runner phase-1-critical --dry-run     what it would do; nothing is changed
  workflow-runner phase-1-critical               run it (a workflow named like a command: run NAME)
  workflow-runner phase-1-critical --resume      go on after a failure or an interrupt
  workflow-runner status --watch                 what is going on`;

const examples = (...lines: string[]): string =>
  `\nExamples:\n${lines.map((line) => `  workflow-runner ${line}`).join('\n')}`;

type Handler = (world: CommandWorld) => Promise<number>;

/** The command line. Each command loads its code only when it is called. Throws `CommanderError` for wrong usage. */
export function buildProgram(setup: ProgramSetup): Command {
  const program = new Command('workflow-runner');
  program
    .description('Runs declarative YAML workflows over a git repository, each run as one transaction.')
    .version(VERSION, '-V, --version', 'print the version')
    .exitOverride()
    .configureOutput({ writeOut: setup.write, writeErr: () => undefined })
    .option('--repo <dir>', 'work on the repository in this folder')
    .option('--json', 'print one JSON document and nothing else')
    .option('--quiet', 'print results and errors only')
    .option('--verbose', 'print more about what is done')
    .option('--no-color', 'print without colours (so does NO_COLOR=1)')
    .addHelpText('after', EXAMPLES + '\n' + EXIT_CODES);
  const act = async (handler: Handler): Promise<void> => {
    const flags = program.opts<GlobalFlags>();
    setup.done(await handler(setup.world(flags)));
  };
  addRun(program, act, setup.cwd);
  addReading(program, act);
  addTools(program, act, setup.cwd);
  return program;
}

type Act = (handler: Handler) => Promise<void>;

function addRun(program: Command, act: Act, cwd: string): void {
  const run = program
    .command('run', { isDefault: true })
    .summary('run a workflow (the word run may be left out)')
    .description('Runs a workflow: all of it lands, or nothing does and the run can be resumed.')
    .argument('[workflow]', 'name of the workflow')
    .option('--phase <name>', 'only this phase')
    .option('--dry-run', 'show what would run; nothing is changed')
    .option('--resume', 'go on with the last run; completed steps are not run again')
    .option('--skip-step <number|id>', 'leave this step out (repeatable)', collect)
    .option('--rollback-to-checkpoint <number|id>', 'bring the run back to where this step had completed')
    .addOption(new Option('--land <how>', 'how the result comes to you').choices(['merge', 'branch', 'none']))
    .option('--allow-dirty', 'start although there are uncommitted changes; they are not part of the run')
    .option('--max-concurrent <n>', 'steps at a time in parallel phases', wholeNumber)
    .option('--budget-usd <x>', 'pause when agents have cost this much, US dollars', positiveNumber)
    .option('--partial', 'when a step fails or breaks the result, land the rest without it (exit code 1)')
    .option('--accept-changes', 'resume although definition files have changed');
  addAgentFlags(run)
    .addHelpText(
      'after',
      examples(
        'complete-module-refactor',
        'run complete-module-refactor --phase validation',
        'complete-module-refactor --skip-step 3 --resume',
        'complete-module-refactor --rollback-to-checkpoint 2',
        'complete-module-refactor --resume --partial',
      ),
    )
    .action((workflow: string | undefined, options: RunOptions) =>
      act(async (world) => {
        if (workflow === undefined) {
          const { beginCommand } = await import('./begin.js');
          return beginCommand(world, Object.keys(options).length > 0);
        }
        const commands = program.commands.map((command) => command.name());
        const mistyped = mistypedCommand(workflow, commands, world);
        if (mistyped !== null) return world.console.fail(mistyped, EXIT.invalid);
        const { repo } = program.opts<GlobalFlags>();
        const { runCommand } = await import('./run.js');
        const flags = {
          ...runFlags(options, repo === undefined ? null : resolve(cwd, repo)),
          ...agentFlags(options, cwd),
        };
        return runCommand(workflow, flags, world);
      }),
    );
}

function addReading(program: Command, act: Act): void {
  program
    .command('list')
    .summary('the workflows of the repository')
    .description('Lists the workflows of the repository, and how their last runs ended.')
    .addHelpText('after', examples('list', 'list --json'))
    .action(() => act(async (world) => (await import('./list.js')).listCommand(world)));
  program
    .command('validate')
    .summary('check workflow files')
    .description('Checks workflow files and says everything that is wrong with them.')
    .argument('[file...]', 'files to check; all of the repository when left out')
    .option('--since <ref>', 'also check that versions rose where workflows changed since this commit')
    .addHelpText('after', examples('validate', 'validate --since origin/main'))
    .action((files: string[], { since }: { since?: string }) =>
      act(async (world) => (await import('./validate.js')).validateCommand({ files, since: since ?? null }, world)),
    );
  program
    .command('status')
    .summary('how runs stand')
    .description('Shows how the last run of a workflow stands, or of all workflows.')
    .argument('[workflow]', 'name of the workflow')
    .option('--watch', 'keep showing it until the run has ended')
    .addHelpText('after', examples('status', 'status phase-1-critical --watch'))
    .action((workflow: string | undefined, { watch = false }: { watch?: boolean }) =>
      act(async (world) => (await import('./status.js')).statusCommand({ workflow: workflow ?? null, watch }, world)),
    );
  program
    .command('logs')
    .summary('what steps printed')
    .description('Prints what the steps of the last run printed.')
    .argument('<workflow>', 'name of the workflow')
    .option('--follow', 'go on printing until the run has ended')
    .option('--step <number|id>', 'only this step')
    .addHelpText('after', examples('logs phase-1-critical --follow', 'logs phase-1-critical --step 2'))
    .action((workflow: string, { follow = false, step }: { follow?: boolean; step?: string }) =>
      act(async (world) => (await import('./logs.js')).logsCommand({ workflow, follow, step: step ?? null }, world)),
    );
  addReport(program, act);
  program
    .command('metrics')
    .summary('figures of workflows and agents')
    .description('Shows how often workflows and agents ran, succeeded and how long they took.')
    .addHelpText('after', examples('metrics', 'metrics --json'))
    .action(() => act(async (world) => (await import('./metrics.js')).metricsCommand(world)));
}

function addReport(program: Command, act: Act): void {
  program
    .command('report')
    .summary('what a run did, or how all runs went, as text or as a page')
    .description(
      'Tells the last run of a workflow, or with --since how the runs of a time went: as markdown, or as one self-contained HTML page.',
    )
    .argument('[workflow]', 'name of the workflow; left out: the one that ran last, or with --since all')
    .option('--since <time>', 'review the runs of this time, against as long before: 30d, 4w, 12h')
    .option('--html <file>', 'write a page to this file; - for standard output')
    .addHelpText(
      'after',
      examples(
        'report phase-1-critical --html report.html',
        'report --since 30d',
        'report --since 4w --html review.html',
      ),
    )
    .action((workflow: string | undefined, { html, since }: { html?: string; since?: string }) =>
      act(async (world) => {
        const of = { workflow: workflow ?? null, html: html ?? null };
        if (since !== undefined) return (await import('./review.js')).reviewCommand({ ...of, since }, world);
        return (await import('./report.js')).reportCommand(of, world);
      }),
    );
}

interface SkillOptions {
  readonly targets?: string;
  readonly option?: string[];
  readonly input?: string;
  readonly check?: boolean;
}

function addTools(program: Command, act: Act, cwd: string): void {
  program
    .command('skill')
    .summary('run a built-in skill on the checkout')
    .description('Runs a built-in skill directly on the checkout. Without a name, lists the skills.')
    .argument('[name]', 'name of the skill')
    .argument('[arguments...]', 'what the skill takes by place, such as FROM and TO of module-move')
    .option('--targets <targets>', 'all, all-categories, or paths and globs separated by commas (default: all)')
    .option('--check', 'change nothing; exit code 1 when something would change')
    .option('--option <key=value>', 'an option of the skill; the value is JSON or text (repeatable)', collect)
    .option('--input <path>', 'input of the skill')
    .addHelpText(
      'after',
      examples(
        'skill',
        'skill module-validate --targets modules/services',
        'skill default-nix-create --check',
        'skill module-move laptop.nix modules/hardware/laptop.nix',
      ),
    )
    .action((name: string | undefined, positional: string[], options: SkillOptions) =>
      act(async (world) => {
        const { targets = null, option = [], input = null, check = false } = options;
        const request = { name: name ?? null, positional, targets, options: option, input, check };
        return (await import('./skill.js')).skillCommand(request, world);
      }),
    );
  program
    .command('schema')
    .summary('the JSON Schema of a file')
    .description('Prints the JSON Schema of a file (workflow, state, progress, metrics), or of a review.')
    .argument('[name]', 'workflow, state, progress, metrics or review')
    .addHelpText('after', examples('schema workflow > workflow.schema.json'))
    .action((name: string | undefined) =>
      act(async (world) => (await import('./schema.js')).schemaCommand(name, world)),
    );
  addCompile(program, act);
  const doctor = program
    .command('doctor')
    .summary('what is there, and what is missing')
    .description(
      'Looks for git, Nix, agent CLIs with their keys, and the sandbox. Exit code 1 when the workflows here need what is missing.',
    );
  addAgentChoice(doctor)
    .addHelpText('after', examples('doctor', 'doctor --agent-backend codex --sandbox require'))
    .action((options: AgentOptions) =>
      act(async (world) => (await import('./doctor.js')).doctorCommand(agentFlags(options, cwd), world)),
    );
  program
    .command('unlock')
    .summary('who holds the repository; remove a stale lock')
    .description('Says which run holds the repository. Removes the lock of a dead process, never of a live one.')
    .option('--force', 'also remove a lock of another machine or container, which cannot be judged from here')
    .addHelpText('after', examples('unlock'))
    .action(({ force = false }: { force?: boolean }) =>
      act(async (world) => (await import('./unlock.js')).unlockCommand({ force }, world)),
    );
}

interface CompileFlags {
  readonly check?: boolean;
  readonly action?: string;
  readonly publish?: 'pull-request' | 'push';
  readonly onFailure?: 'keep' | 'revert';
  readonly cron?: string;
  /** False for `--no-schedule`. */
  readonly schedule: boolean;
  readonly deadlineMinutes?: string;
  readonly agentSecrets?: string;
  readonly sandbox?: string;
  readonly tokenSecret?: string;
}

function addCompile(program: Command, act: Act): void {
  program
    .command('compile')
    .summary('write GitHub workflows')
    .description(
      'Writes .github/workflows/workflow-runner-NAME.yml: a job per phase, validation, publishing. Options stay in the file.',
    )
    .argument('[workflow...]', 'names of workflows; all of the repository when left out')
    .option('--check', 'write nothing; exit code 1 when a file is missing or not current')
    .option('--action <ref>', 'the action to use: OWNER/REPO@SHA, or ./ in its own repository')
    .addOption(new Option('--publish <how>', 'what comes of a result').choices(['pull-request', 'push']))
    .addOption(new Option('--on-failure <what>', 'when a pushed result fails its check').choices(['keep', 'revert']))
    .option('--cron <expression>', 'when it starts by itself, in UTC; weekly is the default')
    .option('--no-schedule', 'it does not start by itself')
    .option('--deadline-minutes <n>', 'a job pauses and is continued after this time (default: 330)')
    .option('--agent-secrets <names>', 'secrets for agents, separated by commas, or none (default: ANTHROPIC_API_KEY)')
    .option(
      '--sandbox <mode>',
      'for agents: require, prefer or off; by-runner is the default: require on Ubuntu of GitHub',
    )
    .option('--token-secret <name>', 'secret with a token for publishing, so that pull requests start checks; or none')
    .addHelpText('after', examples('compile', 'compile phase-1-critical --no-schedule', 'compile --check'))
    .action((names: string[], { check = false, schedule, ...flags }: CompileFlags) =>
      act(async (world) => {
        const { compileCommand } = await import('./compile.js');
        const { compileOptions } = await import('./compile-flags.js');
        const options = compileOptions({ ...flags, ...(schedule ? {} : { noSchedule: true }) });
        if (!options.ok) return world.console.fail(options.error, options.error.exitCode);
        return compileCommand({ names, check, options: options.value }, world);
      }),
    );
}

interface RunOptions extends AgentOptions {
  readonly phase?: string;
  readonly dryRun?: boolean;
  readonly resume?: boolean;
  readonly skipStep?: readonly string[];
  readonly rollbackToCheckpoint?: string;
  readonly land?: 'merge' | 'branch' | 'none';
  readonly allowDirty?: boolean;
  readonly maxConcurrent?: number;
  readonly budgetUsd?: number;
  readonly partial?: boolean;
  readonly acceptChanges?: boolean;
}

function runFlags(options: RunOptions, repo: string | null): RunFlags {
  const { phase, land, maxConcurrent, budgetUsd, rollbackToCheckpoint: rollbackTo } = options;
  return {
    dryRun: options.dryRun ?? false,
    resume: options.resume ?? false,
    skipSteps: options.skipStep ?? [],
    allowDirty: options.allowDirty ?? false,
    acceptChanges: options.acceptChanges ?? false,
    repo,
    ...(options.partial === true ? { partial: true } : {}),
    ...(phase === undefined ? {} : { phase }),
    ...(rollbackTo === undefined ? {} : { rollbackTo }),
    ...(land === undefined ? {} : { land }),
    ...(maxConcurrent === undefined ? {} : { maxConcurrent }),
    ...(budgetUsd === undefined ? {} : { budgetUsd }),
  };
}

const collect = (value: string, before: readonly string[] = []): string[] => [...before, value];

function wholeNumber(text: string): number {
  if (!/^[1-9][0-9]{0,5}$/.test(text)) throw new InvalidArgumentError('Expected a whole number from 1.');
  return Number(text);
}

function positiveNumber(text: string): number {
  const value = /^[0-9]+(\.[0-9]+)?$/.test(text) ? Number(text) : 0;
  if (value <= 0) throw new InvalidArgumentError('Expected a number above 0, for example 2.50.');
  return value;
}
