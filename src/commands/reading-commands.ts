import type { Command } from 'commander';
import { examples, type Act } from './command-line.js';

/** Adds the commands that tell what is there and what was: nothing is changed by them. */
export function addReading(program: Command, act: Act): void {
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
