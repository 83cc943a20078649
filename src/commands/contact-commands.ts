import { Option, type Command } from 'commander';
import { examples, type Act } from './command-line.js';
import type { Template } from './init/template-folder.js';

/** Adds the commands of a first contact: `init`. */
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
}
