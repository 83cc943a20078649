import { Argument, Option, type Command } from 'commander';
import { examples, type Act } from './command-line.js';
import type { Shell } from './completion/shell-scripts.js';
import type { Template } from './init/template-folder.js';

/** Adds the commands of a first contact: `init`, `completion`. */
export function addContact(program: Command, act: Act): void {
  program
    .command('init')
    .summary('write first workflows, agents and the slash command')
    .description(
      'Writes first workflows, their agents, a schema for editors and the slash command of Claude Code below .claude/. Overwrites nothing.',
    )
    .addOption(new Option('--template <name>', 'what to begin with').choices(['minimal', 'nixos-restructuring']))
    .option('--yes', 'ask nothing; without --template the one that fits: nixos-restructuring where flake.nix has hosts')
    .addHelpText('after', examples('init', 'init --yes', 'init --template minimal --yes'))
    .action(({ template, yes = false }: { template?: Template; yes?: boolean }) =>
      act(async (world) => (await import('./init/init.js')).initCommand({ template: template ?? null, yes }, world)),
    );
  addCompletion(program, act);
}

const COMPLETION_HELP = `
To have it in every shell:
  bash  echo 'eval "$(workflow-runner completion bash)"' >> ~/.bashrc
  zsh   echo 'eval "$(workflow-runner completion zsh)"' >> ~/.zshrc       (behind compinit)
  fish  workflow-runner completion fish > ~/.config/fish/completions/workflow-runner.fish`;

function addCompletion(program: Command, act: Act): void {
  program
    .command('completion')
    .summary('complete command lines in your shell')
    .description('Prints the script by which a shell completes commands, flags, and names of workflows and steps.')
    .addArgument(new Argument('<shell>', 'the shell that reads it').choices(['bash', 'zsh', 'fish']))
    .addHelpText('after', COMPLETION_HELP)
    .action((shell: Shell) =>
      act(async (world) => (await import('./completion/completion.js')).completionCommand(shell, world)),
    );
  // What those scripts ask at every key; a person does not call it.
  program
    .command('__candidates', { hidden: true })
    .argument('[words...]')
    .action((words: string[]) =>
      act(async (world) => (await import('./completion/completion.js')).candidatesCommand(program, words, world)),
    );
}
