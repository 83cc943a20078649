import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { getOctokit } from '@actions/github';
import { GIT_PATH, userEnvironment } from '../git-repository.js';
import type { GitHubBed } from './bed.js';

export type Octokit = ReturnType<typeof getOctokit>;

/** The client that the action uses, pointed at the fake. */
export function octokitFor(bed: Pick<GitHubBed, 'apiUrl'>, token: string): Octokit {
  return getOctokit(token, { baseUrl: bed.apiUrl });
}

export interface GitOutcome {
  readonly isDone: boolean;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Git as a job runs it after actions/checkout: with the token in an extra header, or without one (null). It must not be waited for in the
 * test's own thread, because the server lives there too.
 */
export async function gitWithToken(
  bed: Pick<GitHubBed, 'serverUrl'>,
  token: string | null,
  { cwd, args }: { readonly cwd: string; readonly args: readonly string[] },
): Promise<GitOutcome> {
  const credential = Buffer.from(`x-access-token:${token ?? ''}`).toString('base64');
  const header = ['-c', `http.${bed.serverUrl}/.extraheader=AUTHORIZATION: basic ${credential}`];
  try {
    const { stdout, stderr } = await promisify(execFile)(GIT_PATH, [...(token === null ? [] : header), ...args], {
      cwd,
      env: { ...userEnvironment(), GIT_ALLOW_PROTOCOL: 'file:http', GIT_TERMINAL_PROMPT: '0', LC_ALL: 'C' },
      maxBuffer: 1 << 26,
    });
    return { isDone: true, stdout, stderr };
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
    return { isDone: false, stdout, stderr };
  }
}

/** Status and message of a request that must fail. */
export async function failureOf(request: Promise<unknown>): Promise<{ status: number; message: string }> {
  try {
    await request;
  } catch (error) {
    const { status = 0, message = String(error) } = error as { status?: number; message?: string };
    return { status, message };
  }
  throw new Error('the request was expected to fail');
}
