import { Option, type Command } from 'commander';
import { addAgentChoice, agentFlags, type AgentOptions } from './agent-flags.js';
import { collect, examples, type Act } from './command-line.js';

interface SkillOptions {
  readonly targets?: string;
  readonly option?: string[];
  readonly input?: string;
  readonly check?: boolean;
}

/** Adds the commands around runs: skills, schemas, notifications, compiled workflows, what is missing. */
export function addTools(program: Command, act: Act, cwd: string): void {
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
    .description('Prints the JSON Schema of a file (workflow, config, state, progress, metrics), or of a review.')
    .argument('[name]', 'workflow, config, state, progress, metrics or review')
    .addHelpText('after', examples('schema workflow > workflow.schema.json'))
    .action((name: string | undefined) =>
      act(async (world) => (await import('./schema.js')).schemaCommand(name, world)),
    );
  addNotify(program, act);
  addCompile(program, act);
  const doctor = program
    .command('doctor')
    .summary('what is there, and what is missing')
    .description(
      'Looks for git, Nix and its store, agent CLIs with their keys, the sandbox, a GitHub token, room on disks, and who is notified. Exit code 1 when the workflows here need what is missing.',
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

function addNotify(program: Command, act: Act): void {
  program
    .command('notify')
    .summary('who is told how runs end; try it')
    .description('Lists who is told when a workflow says notify:, from ~/.config/workflow-runner/config.yaml.')
    .option('--test', 'send each of them a message; exit code 1 when one does not arrive')
    .addHelpText('after', examples('notify', 'notify --test'))
    .action(({ test = false }: { test?: boolean }) =>
      act(async (world) => (await import('./notify.js')).notifyCommand({ test }, world)),
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
  readonly notify?: string;
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
    .option('--notify <who>', 'who is told at the end: github-issue, github-comment, secrets with more; or none')
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
