import { join } from 'node:path';
import type { Problem } from '../../base/problem.js';
import { err, ok, type Result } from '../../base/result.js';
import { readFileBounded } from '../../files/read-file-bounded.js';
import type { TerminalWorld } from '../world.js';
import { TEMPLATES, templateFiles, type Template } from './template-folder.js';

/** What each template is, for the person who chooses. */
const ABOUT: Record<Template, string> = {
  minimal: 'a first workflow of two commands, and one with an agent',
  'nixos-restructuring': 'document, move, split, test the modules of a NixOS flake; six agents',
};

/** What the person said on the command line. */
export interface InitRequest {
  /** null: asked for, or chosen by what the repository is. */
  readonly template: Template | null;
  /** Asks nothing. */
  readonly yes: boolean;
}

const MAX_FLAKE_BYTES = 1024 * 1024;

/** Where the templates are, and the repository that they are for. */
interface Place {
  readonly root: string;
  readonly folder: string;
}

/** The template that was named, or that the person chooses; with `--yes` the one that fits the repository. */
export async function chooseTemplate(
  { template, yes }: InitRequest,
  { root, folder }: Place,
  world: TerminalWorld,
): Promise<Result<Template, Problem>> {
  const fitting = template ?? fittingTemplate(root);
  if (yes) return ok(fitting);
  const { ask, console } = world;
  if (ask === null || console.isJson || console.isQuiet) {
    const help = `To write the template ${fitting} without being asked: ${world.ownCommand} init --template ${fitting} --yes`;
    return err({ code: 'cannot-ask', message: 'init asks, and there is no terminal to ask on', help, exitCode: 2 });
  }
  const chosen = template ?? (await askForTemplate(fitting, world));
  if (chosen === null) return err(nothingWritten(world));
  const paths = templateFiles(folder, chosen).map(({ path }) => path);
  console.print(`\n${paths.length + 1} files below .claude/ of ${root}. What is there already stays as it is.`);
  const answer = await ask('Write them? [Y/n] ');
  return answer !== null && /^(y|yes|)$/i.test(answer.trim()) ? ok(chosen) : err(nothingWritten(world));
}

/** `nixos-restructuring` where flake.nix has hosts, else `minimal`. */
export function fittingTemplate(root: string): Template {
  const flake = readFileBounded(join(root, 'flake.nix'), MAX_FLAKE_BYTES);
  const text = flake.ok ? flake.value.toString('utf8').replace(/#.*$/gm, '') : '';
  return /\bnixosConfigurations\b/.test(text) ? 'nixos-restructuring' : 'minimal';
}

/** A number, or a name, or its beginning; nothing for the one that fits. Asked again until it is one of them. */
async function askForTemplate(fitting: Template, { ask, console }: TerminalWorld): Promise<Template | null> {
  console.print(
    [
      'What to begin with?',
      ...TEMPLATES.map(
        (name, at) => `  ${at + 1}  ${name.padEnd(20)} ${ABOUT[name]}${name === fitting ? ' (fits)' : ''}`,
      ),
    ].join('\n'),
  );
  for (;;) {
    const answer = await ask?.(`Number or name [${fitting}]: `);
    if (answer === null || answer === undefined) return null;
    const wanted = answer.trim().toLowerCase();
    if (wanted === '') return fitting;
    const found = TEMPLATES.find((name, at) => String(at + 1) === wanted || name.startsWith(wanted));
    if (found !== undefined) return found;
    console.print(`There is no '${wanted.replace(/[^\w-]/g, '')}'. There are: ${TEMPLATES.join(', ')}`);
  }
}

const nothingWritten = (world: TerminalWorld): Problem => ({
  code: 'not-wanted',
  message: 'nothing was written',
  help: `To be asked again: ${world.ownCommand} init`,
  exitCode: 1,
});
