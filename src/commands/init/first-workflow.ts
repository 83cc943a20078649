import { loadPlanFrom } from '../load-workflows.js';
import { WorkflowFolder } from '../workflow-folder.js';
import type { Template } from './template-folder.js';

/** What works at once, in any repository, without an account. */
const FIRST: Record<Template, string> = { minimal: 'hello', 'nixos-restructuring': 'document-modules' };

/** The workflow to begin with: the template's first one, or, where a file in its place has errors, the next that has none. */
export function firstWorkflow(root: string, template: Template): string | null {
  const folder = new WorkflowFolder(root);
  const works = (name: string): boolean => loadPlanFrom(root, folder, name).ok;
  return [FIRST[template], ...folder.names].find(works) ?? null;
}
