#!/usr/bin/env node
// Stands in for an LLM, so that every workflow of this example runs with no account and no network. It speaks the protocol of
// the `command` backend: started in the workspace, the prompt on stdin, the task in the environment, one JSON document on
// stdout, progress on stderr. What it does is deterministic, and a second run finds nothing left to do.
import { openWorkspace } from './tasks/workspace.mjs';
import { taskNamed, taskNames } from './tasks/registry.mjs';

const PAUSE_MS = 25;

function report(status, summary, followUps = []) {
  process.stdout.write(`${JSON.stringify({ status, summary, follow_ups: followUps, cost_usd: 0, tokens: 0 })}\n`);
}

async function main() {
  // The prompt is for models; reading it to its end spares the runner a broken pipe.
  if (!process.stdin.isTTY) for await (const _ of process.stdin);

  const agent = process.env.WORKFLOW_RUNNER_AGENT ?? 'agent';
  const name = process.env.WORKFLOW_RUNNER_TASK ?? '';
  const task = await taskNamed(name);
  if (task === null) {
    report('blocked', `${agent} has no task "${name}"`, [`known tasks: ${taskNames().join(', ')}`]);
    return;
  }

  const progress = async (text) => {
    process.stderr.write(`${agent}: ${text}\n`);
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  };
  const workspace = openWorkspace(process.cwd());
  await progress(`starting ${name}`);
  const answer = await task(workspace);
  const changed = workspace.changed();
  await progress(changed.length === 0 ? 'nothing to change' : `changed ${changed.length} files`);
  if (answer.blocked) report('blocked', answer.summary, answer.followUps);
  else report(changed.length === 0 ? 'no-op' : 'done', answer.summary, answer.followUps);
}

await main();
