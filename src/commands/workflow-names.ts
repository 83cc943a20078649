import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { compareText } from '../base/diagnostic.js';
import { fileTrouble } from '../files/trouble.js';

/** Where workflows are, relative to the repository. */
export const WORKFLOW_FOLDER = '.claude/workflows';

const EXTENSION = /\.ya?ml$/;

/**
 * The workflows of a repository by name, each with its files (two are one too many), relative to the repository. None of them is
 * read: this costs next to nothing.
 */
export function workflowFiles(root: string): ReadonlyMap<string, readonly string[]> {
  const files = new Map<string, string[]>();
  for (const name of listFolder(join(root, WORKFLOW_FOLDER))) {
    if (!EXTENSION.test(name) || name.startsWith('.')) continue;
    const workflow = name.replace(EXTENSION, '');
    files.set(workflow, [...(files.get(workflow) ?? []), `${WORKFLOW_FOLDER}/${name}`]);
  }
  return files;
}

/** Names of the workflows, sorted. */
export const workflowNames = (root: string): string[] => [...workflowFiles(root).keys()].sort(compareText);

/** Names in the folder, sorted; empty when there is no such folder. */
function listFolder(folder: string): string[] {
  try {
    return readdirSync(folder).sort(compareText);
  } catch (error) {
    fileTrouble(error, folder);
    return [];
  }
}
