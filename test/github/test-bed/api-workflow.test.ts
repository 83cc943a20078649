import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openGitHub, type FakeGitHub } from '../../support/github/api-github.js';
import { runWorkflow, type WorkflowResult } from '../../support/github/workflow-executor.js';

const REPOSITORY = 'acme/flow';

let bed: FakeGitHub;

beforeAll(async () => {
  bed = await openGitHub();
  bed.createRepository({ name: REPOSITORY, files: { 'a.nix': '1\n' } });
});
afterAll(async () => {
  await bed.close();
});

async function run(permission: 'read' | 'write'): Promise<WorkflowResult> {
  const text = `
on: push
permissions:
  contents: ${permission}
jobs:
  change:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v6
      - run: |
          echo 2 > a.nix
          git -c user.name=a -c user.email=a@example.org commit -q -a -m change
          git push -q origin HEAD:refs/heads/from-job
`;
  const workflow = { path: '.github/workflows/flow.yml', text };
  return await runWorkflow({ github: bed, repository: REPOSITORY, workflow, event: { name: 'push' } });
}

test('a job without the right to write cannot push with the credentials of its checkout', async () => {
  expect((await run('read')).conclusion).toBe('failure');
  expect(bed.bare(REPOSITORY).ref('refs/heads/from-job')).toBeNull();
});

test('a job with the right to write pushes over HTTP, under the name of the job', async () => {
  expect((await run('write')).conclusion).toBe('success');
  expect(bed.refChanges.at(-1)).toMatchObject({ ref: 'refs/heads/from-job', via: 'git', login: 'github-actions[bot]' });
  const push = bed.requests.find(({ method, path }) => method === 'POST' && path.endsWith('/git-receive-pack'));
  expect(push?.job).toBe('change');
});
