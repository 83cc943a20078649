import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { chmodSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import {
  commitFiles,
  git,
  newRepository,
  removeFolders,
  temporaryFolder,
  writeFiles,
} from '../../support/git-repository.js';
import { failureOf, octokitFor } from '../../support/github/api-client.js';
import { openGitHub, type FakeGitHub } from '../../support/github/api-github.js';
import { removeEntryScripts } from '../../support/github/entry-script.js';
import { openToolkitClient } from '../../support/github/toolkit-client.js';

let bed: FakeGitHub;

beforeAll(async () => {
  bed = await openGitHub();
});
afterAll(async () => {
  await bed.close();
  removeFolders();
  removeEntryScripts();
});

describe('repositories of the fake GitHub', () => {
  test('one is made from a folder with its modes and links', () => {
    const folder = temporaryFolder();
    writeFiles(folder, { 'bin/run': '#!/bin/sh\n', 'a.nix': '1\n' });
    chmodSync(join(folder, 'bin/run'), 0o755);
    symlinkSync('a.nix', join(folder, 'link'));
    const bare = bed.createRepository({ name: 'acme/folder', folder });
    const listed = bare.run(['ls-tree', '-r', '--format=%(objectmode) %(path)', 'main']);
    expect(listed).toBe('100644 a.nix\n100755 bin/run\n120000 link');
  });

  test('one is made from a git repository with its branches', () => {
    const source = newRepository();
    git(source, 'checkout', '-q', '-b', 'topic');
    const tip = commitFiles(source, { 'c.nix': '3\n' });
    const bare = bed.createRepository({ name: 'acme/clone', clone: source });
    expect([bare.ref('refs/heads/topic'), bare.ref('refs/heads/main')]).toEqual([
      tip,
      git(source, 'rev-parse', 'main'),
    ]);
  });

  test('what was there when it was made is not noted as a change', () => {
    bed.createRepository({ name: 'acme/quiet' });
    expect(bed.refChanges.filter(({ repository }) => repository === 'acme/quiet')).toEqual([]);
  });

  test('a bot commits on a branch by GraphQL, and only on top of what it knows', async () => {
    const bare = bed.createRepository({ name: 'acme/graphql', files: { 'a.nix': '1\n', 'b.nix': '2\n' } });
    const secret = bed.mintToken({ repository: 'acme/graphql', permissions: { contents: 'write' } });
    const octokit = octokitFor(bed, secret);
    const query =
      'mutation($input: CreateCommitOnBranchInput!) { createCommitOnBranch(input: $input) { commit { oid } } }';
    const input = {
      branch: { repositoryNameWithOwner: 'acme/graphql', branchName: 'main' },
      message: { headline: 'by API' },
      expectedHeadOid: bare.ref('refs/heads/main'),
      fileChanges: {
        additions: [{ path: 'c.nix', contents: Buffer.from('3\n').toString('base64') }],
        deletions: [{ path: 'a.nix' }],
      },
    };
    await octokit.graphql(query, { input });
    expect(bare.run(['ls-tree', '--name-only', 'main'])).toBe('b.nix\nc.nix');
    expect(bare.commit(bare.ref('refs/heads/main') ?? '')).toMatchObject({ message: 'by API', signed: true });
    expect((await failureOf(octokit.graphql(query, { input }))).message).toContain('Expected branch to point to');
  });
});

describe('artifacts by REST', () => {
  test('what a job uploaded is listed, and downloaded by another run', async () => {
    const repository = 'acme/artifacts';
    const bare = bed.createRepository({ name: repository });
    bed.putRun({
      id: 7,
      repository,
      headRepository: repository,
      runNumber: 1,
      attempt: 1,
      name: 'w',
      path: '.github/workflows/w.yml',
      event: 'push',
      headBranch: 'main',
      headSha: bare.ref('refs/heads/main') ?? '',
      status: 'completed',
      conclusion: 'success',
      jobs: [],
    });
    const client = await openToolkitClient();
    const job = {
      service: bed.results,
      identity: { repository, runId: 7, attempt: 1, job: 'a' },
      folder: temporaryFolder(),
    };
    await client.ask(job, "fs.writeFileSync('f', 'text'); await artifact.uploadArtifact('state', ['f'], '.');");
    client.close();
    const octokit = octokitFor(bed, bed.mintToken({ repository, permissions: { actions: 'read' } }));
    const at = { owner: 'acme', repo: 'artifacts' };
    const { data } = await octokit.rest.actions.listWorkflowRunArtifacts({ ...at, run_id: 7, name: 'state' });
    expect(data.artifacts).toEqual([expect.objectContaining({ name: 'state', expired: false })]);
    const id = data.artifacts[0]?.id ?? 0;
    const zip = await octokit.rest.actions.downloadArtifact({ ...at, artifact_id: id, archive_format: 'zip' });
    expect(Buffer.from(zip.data as ArrayBuffer).toString('latin1', 0, 2)).toBe('PK');
    const deleted = await failureOf(octokit.rest.actions.deleteArtifact({ ...at, artifact_id: id }));
    expect(deleted.status).toBe(403);
  });
});
