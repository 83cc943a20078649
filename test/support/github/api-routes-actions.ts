import { parse } from 'yaml';
import type { WorkflowRun } from './bed.js';
import { noContent, notFound, ok, pageOf, recordOf, refused, textOf, type Call, type Reply } from './api-reply.js';
import type { Route } from './api-routes.js';
import { fullName } from './api-state.js';
import { artifactView, runView, type Json } from './api-views.js';

/** Workflow runs, their artifacts, and starting a workflow by hand. */
export const actionRoutes: readonly Route[] = [
  { method: 'GET', path: '/actions/runs', rights: ['actions:read'], handle: (call) => listRuns(call, () => true) },
  {
    method: 'GET',
    path: '/actions/runs/:id',
    rights: ['actions:read'],
    handle: (call) => withRun(call, (run) => ok(runView(call, run))),
  },
  {
    method: 'GET',
    path: '/actions/runs/:id/attempts/:attempt',
    rights: ['actions:read'],
    handle: (call) =>
      withRun(call, (run) => (run.attempt === Number(call.params['attempt']) ? ok(runView(call, run)) : notFound())),
  },
  { method: 'GET', path: '/actions/runs/:id/jobs', rights: ['actions:read'], handle: listJobs },
  { method: 'GET', path: '/actions/runs/:id/artifacts', rights: ['actions:read'], handle: listRunArtifacts },
  { method: 'GET', path: '/actions/artifacts/:artifact', rights: ['actions:read'], handle: getArtifact },
  { method: 'GET', path: '/actions/artifacts/:artifact/zip', rights: ['actions:read'], handle: downloadArtifact },
  { method: 'DELETE', path: '/actions/artifacts/:artifact', rights: ['actions:write'], handle: deleteArtifact },
  {
    method: 'GET',
    path: '/actions/workflows/:workflow/runs',
    rights: ['actions:read'],
    handle: (call) => listRuns(call, (run) => run.path.endsWith(`/${call.params['workflow'] ?? ''}`)),
  },
  { method: 'POST', path: '/actions/workflows/:workflow/dispatches', rights: ['actions:write'], handle: dispatch },
];

function withRun(call: Call, answer: (run: WorkflowRun) => Reply): Reply {
  const run = call.state.runs.get(Number(call.params['id']));
  return run?.repository === fullName(call.repository) ? answer(run) : notFound();
}

function listRuns(call: Call, isWanted: (run: WorkflowRun) => boolean): Reply {
  const { query } = call;
  const status = query.get('status');
  const found = [...call.state.runs.values()]
    .filter((run) => run.repository === fullName(call.repository) && isWanted(run))
    .filter((run) => (query.get('branch') ?? run.headBranch) === run.headBranch)
    .filter((run) => (query.get('event') ?? run.event) === run.event)
    .filter((run) => (query.get('head_sha') ?? run.headSha) === run.headSha)
    .filter((run) => status === null || status === run.status || status === run.conclusion)
    .sort((a, b) => b.id - a.id);
  const { items, headers } = pageOf(call, found);
  return ok({ total_count: found.length, workflow_runs: items.map((run) => runView(call, run)) }, headers);
}

function listJobs(call: Call): Reply {
  return withRun(call, (run) => {
    const wanted =
      call.query.get('filter') === 'all' ? run.jobs : run.jobs.filter((job) => job.attempt === run.attempt);
    const { items, headers } = pageOf(call, wanted);
    const jobs = items.map((job) => ({ ...job, run_id: run.id, run_attempt: job.attempt, head_sha: run.headSha }));
    return ok({ total_count: wanted.length, jobs }, headers);
  });
}

function listRunArtifacts(call: Call): Reply {
  return withRun(call, (run) => {
    const name = call.query.get('name');
    const found = call.results
      .artifactsOf(fullName(call.repository), run.id)
      .filter((artifact) => name === null || artifact.name === name);
    const { items, headers } = pageOf(call, found);
    return ok({ total_count: found.length, artifacts: items.map((item) => artifactView(call, item)) }, headers);
  });
}

function getArtifact(call: Call): Reply {
  const found = call.results.artifact(fullName(call.repository), Number(call.params['artifact']));
  return found === null ? notFound() : ok(artifactView(call, found));
}

function downloadArtifact(call: Call): Reply {
  const id = Number(call.params['artifact']);
  const found = call.results.artifact(fullName(call.repository), id);
  if (found?.expired === true) return refused(410, 'Artifact has expired');
  const location = found === null ? null : call.results.downloadUrl(fullName(call.repository), id);
  return location === null ? notFound() : { status: 302, headers: { location } };
}

function deleteArtifact(call: Call): Reply {
  const isGone = call.results.deleteArtifact(fullName(call.repository), Number(call.params['artifact']));
  return isGone ? noContent() : notFound();
}

function dispatch(call: Call): Reply {
  const { repository, token, state, body } = call;
  const workflow = call.params['workflow'] ?? '';
  const path = `.github/workflows/${workflow}`;
  const ref = textOf(body, 'ref') ?? '';
  const { bare } = repository;
  // A workflow is known by its file on the default branch; which inputs it has, the ref says.
  if (bare.attempt(['cat-file', '-e', `refs/heads/${repository.defaultBranch}:${path}`]) === null) return notFound();
  const sha = bare.commitId(ref.replace(/^refs\/(heads|tags)\//, ''));
  if (sha === null) return refused(422, `No ref found for: ${ref}`);
  const declared = dispatchInputs(bare.attempt(['cat-file', 'blob', `${sha}:${path}`]));
  if (declared === null) return refused(422, "Workflow does not have 'workflow_dispatch' trigger");
  const given = recordOf(body['inputs']) ?? {};
  const unknown = Object.keys(given).filter((name) => !(name in declared));
  if (unknown.length > 0) return refused(422, `Unexpected inputs provided: ${JSON.stringify(unknown)}`);
  const missing = Object.entries(declared).find(
    ([name, input]) =>
      recordOf(input)?.['required'] === true && recordOf(input)?.['default'] === undefined && !(name in given),
  );
  if (missing !== undefined) return refused(422, `Required input '${missing[0]}' not provided`);
  const notText = Object.entries(given).find(([, value]) => typeof value !== 'string');
  if (notText !== undefined) return refused(422, `For 'properties/inputs/${notText[0]}', value is not a string.`);
  const inputs = given as Readonly<Record<string, string>>;
  state.dispatches.push({ repository: fullName(repository), workflow, ref, inputs, login: token.login });
  const { login } = token;
  state.triggered.push({ repository: fullName(repository), event: 'workflow_dispatch', ref, sha, login });
  return noContent();
}

/** Inputs of the `workflow_dispatch` trigger; null without the trigger. */
function dispatchInputs(text: string | null): Json | null {
  if (text === null) return null;
  const triggers: unknown = recordOf(parse(text))?.['on'];
  const list = typeof triggers === 'string' ? [triggers] : triggers;
  if (Array.isArray(list)) return list.includes('workflow_dispatch') ? {} : null;
  const record = recordOf(list);
  if (record === null || !('workflow_dispatch' in record)) return null;
  return recordOf(recordOf(record['workflow_dispatch'])?.['inputs']) ?? {};
}
