import type { Problem } from '../base/problem.js';

/** What to do in a repository without workflows. `command` starts this program. */
export function howToBegin(root: string, command: string): string {
  return `There are no workflows in ${root} yet.

Begin here:

  ${command} init     writes first workflows, explained line by line, and says what to type next
  ${command} doctor   says what this machine has, and what is missing

A run works on a copy of the last commit. Your checkout changes only when every step and check has passed.`;
}

/** A folder that is no repository yet is the commonest first contact: what makes it one is said. `command` starts this program. */
export function beginInFolder(problem: Problem, command: string): Problem {
  if (problem.code !== 'not-a-repository') return problem;
  return { ...problem, help: `${problem.help}\nTo make this folder one: git init\nthen: ${command} init` };
}
