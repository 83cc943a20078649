import { workflowJsonSchema } from '../../definition/workflow-json-schema.js';
import { jsonText } from '../../report/json-text.js';
import { clean } from '../console.js';
import { findRoot } from '../find-root.js';
import { beginInFolder } from '../how-to-begin.js';
import { EXIT, type TerminalWorld } from '../world.js';
import { chooseTemplate, type InitRequest } from './choose-template.js';
import { firstWorkflow } from './first-workflow.js';
import { gitFacts } from './git-facts.js';
import { initText, type InitDocument } from './init-text.js';
import { SCHEMA_NAME, templateFiles, templateFolder, type TemplateFile } from './template-folder.js';
import { writeNewFiles } from './write-new-files.js';

/**
 * `init`: writes a template's workflows with their schema, its agents and the slash command into the repository, never over
 * anything, and says what to type next. Exit code 1 when the person said no, or a file could not be written.
 */
export async function initCommand(request: InitRequest, world: TerminalWorld): Promise<number> {
  const { console } = world;
  const root = findRoot(world);
  if (!root.ok) return console.fail(beginInFolder(root.error, world.ownCommand), root.error.exitCode);
  const folder = templateFolder(world.programFile);
  if (folder === null) {
    const message = `the folder templates/ is not with the program ${world.programFile}`;
    const help = 'Install workflow-runner as a whole: its dist/ and its templates/ belong together.';
    return console.fail({ code: 'no-templates', message, help }, EXIT.failed);
  }
  const chosen = await chooseTemplate(request, { root: root.value, folder }, world);
  if (!chosen.ok) return console.fail(chosen.error, chosen.error.exitCode);
  const files = [schemaFile(), ...templateFiles(folder, chosen.value)];
  const outcomes = writeNewFiles(root.value, files);
  if (!outcomes.ok) return console.fail(outcomes.error, EXIT.failed);
  const facts = await gitFacts(root.value, outcomes.value, world);
  const document: InitDocument = {
    repository: root.value,
    template: chosen.value,
    outcomes: outcomes.value,
    ...facts,
    first_workflow: firstWorkflow(root.value, chosen.value),
    command: world.ownCommand,
  };
  console.json(document);
  console.print(initText(document, { paint: console.paint, clean }));
  return EXIT.completed;
}

const schemaFile = (): TemplateFile => ({
  path: `.claude/workflows/${SCHEMA_NAME}`,
  text: jsonText(workflowJsonSchema()),
});
