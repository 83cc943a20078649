import { WORKFLOW_FOLDER } from './workflow-folder.js';

/** What to do in a repository without workflows: a first one that works everywhere. */
export function howToBegin(root: string): string {
  return `There are no workflows in ${root} yet.

Begin with a file ${WORKFLOW_FOLDER}/hello.yaml:

  workflow: hello
  type: sequential
  steps:
    - id: greet
      run: echo "hello from a workflow" > hello.txt

then look at what it would do, and run it:

  workflow-runner hello --dry-run
  workflow-runner hello

A run works on a copy of the last commit. Your checkout changes only when every step and check has passed.`;
}
