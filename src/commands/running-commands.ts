import { InvalidArgumentError, Option, type Command } from 'commander';
import { addAgentFlags, agentFlags, type AgentOptions } from './agent-flags.js';
import { collect, examples, type Act } from './command-line.js';
import { mistypedCommand } from './mistyped-command.js';
import type { RunFlags } from './run-flags.js';
import { EXIT } from './world.js';

/** Adds `run`, which is meant where no command is named. Paths of flags are relative to `cwd`. */
export function addRun(program: Command, act: Act, cwd: string): void {
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
        const { runCommand } = await import('./run.js');
        const flags = {
          ...runFlags(options, world.repo),
          ...agentFlags(options, cwd),
        };
        return runCommand(workflow, flags, world);
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

function wholeNumber(text: string): number {
  if (!/^[1-9][0-9]{0,5}$/.test(text)) throw new InvalidArgumentError('Expected a whole number from 1.');
  return Number(text);
}

function positiveNumber(text: string): number {
  const value = /^[0-9]+(\.[0-9]+)?$/.test(text) ? Number(text) : 0;
  if (value <= 0) throw new InvalidArgumentError('Expected a number above 0, for example 2.50.');
  return value;
}
