import { spawn } from 'node:child_process';
import { dirname } from 'node:path';
import { GIT_PATH } from '../git-repository.js';
import { withReasons } from './api-git-report.js';
import { noteRefChange } from './api-ref-changes.js';
import { hookEnvironment, takeVerdict } from './api-ref-rules.js';
import type { Reply } from './api-reply.js';
import { ZERO } from './api-bare-repository.js';
import { fullName, type GitHubState, type StoredRepository, type Token } from './api-state.js';
import { callerOf, canSee, hasRight } from './api-tokens.js';

export interface GitRequest {
  readonly method: string;
  /** Behind the repository: `/info/refs`, `/git-upload-pack`, `/git-receive-pack`. */
  readonly service: string;
  readonly query: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** How often the header was sent: GitHub refuses two. */
  readonly authorizations: number;
  readonly body: Buffer;
}

export interface GitPlace {
  readonly state: GitHubState;
  /** null when there is none of that name. */
  readonly repository: StoredRepository | null;
  readonly serverUrl: string;
  readonly hooksFolder: string;
}

const NOT_FOUND: Reply = { status: 404, body: 'Repository not found.' };
const CHALLENGE = { 'www-authenticate': 'Basic realm="GitHub"' };

/** Fetching from and pushing to the bare repositories, by git's own server program. */
export async function gitReply(request: GitRequest, place: GitPlace): Promise<Reply> {
  const { state, repository } = place;
  if (request.authorizations > 1) return { status: 400, body: 'Duplicate header: "Authorization"' };
  const caller = callerOf(state, request.headers['authorization']);
  if (caller.kind === 'unknown') {
    const body = 'Invalid username or token. Password authentication is not supported for Git operations.';
    return { status: 401, body, headers: CHALLENGE };
  }
  if (repository === null || !canSee(caller, repository)) {
    return caller.kind === 'anonymous' ? { status: 401, body: 'Repository not found.', headers: CHALLENGE } : NOT_FOUND;
  }
  const isPush = request.service === '/git-receive-pack' || request.query === 'service=git-receive-pack';
  if (!isPush && (caller.kind === 'anonymous' || hasRight(caller.token, repository, 'contents:read'))) {
    return await runBackend(request, place, repository, {});
  }
  if (caller.kind === 'anonymous') {
    return { status: 401, body: 'No anonymous write access.', headers: CHALLENGE };
  }
  if (!isPush) return { status: 403, body: 'Write access to repository not granted.' };
  if (!hasRight(caller.token, repository, 'contents:write')) {
    return { status: 403, body: `Permission to ${fullName(repository)}.git denied to ${caller.token.login}.` };
  }
  return request.method === 'POST'
    ? await push(request, place, repository, caller.token)
    : await runBackend(request, place, repository, { REMOTE_USER: caller.token.login });
}

async function push(request: GitRequest, place: GitPlace, repository: StoredRepository, token: Token): Promise<Reply> {
  const { login } = token;
  const { folder, env } = hookEnvironment(repository, token, `${place.serverUrl}/${fullName(repository)}`);
  const reply = await runBackend(request, place, repository, { ...env, REMOTE_USER: login });
  const { asked, done, reasons } = takeVerdict(folder);
  for (const [old, wanted, ref] of asked) {
    const isDone = done.some(([, , name]) => name === ref);
    const change = { ref, old: orNull(old), new: orNull(wanted), login, via: 'git' as const };
    const refused = isDone ? {} : { refused: reasons.get(ref) ?? 'pre-receive hook declined' };
    noteRefChange(place.state, repository, { ...change, ...refused, canTriggerRuns: token.canTriggerRuns });
  }
  return Buffer.isBuffer(reply.body) ? { ...reply, body: withReasons(reply.body, reasons) } : reply;
}

function orNull(sha: string): string | null {
  return sha === ZERO ? null : sha;
}

async function runBackend(
  request: GitRequest,
  place: GitPlace,
  repository: StoredRepository,
  more: Readonly<Record<string, string>>,
): Promise<Reply> {
  const { folder } = repository.bare;
  const child = spawn(GIT_PATH, ['http-backend'], {
    env: {
      PATH: process.env['PATH'],
      HOME: '/nonexistent',
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_CONFIG_COUNT: '2',
      GIT_CONFIG_KEY_0: 'core.hooksPath',
      GIT_CONFIG_VALUE_0: place.hooksFolder,
      // The folder may belong to another user than the one who serves it, for example in a container.
      GIT_CONFIG_KEY_1: 'safe.directory',
      GIT_CONFIG_VALUE_1: '*',
      GIT_HTTP_EXPORT_ALL: '1',
      GIT_PROJECT_ROOT: dirname(folder),
      PATH_INFO: folder.slice(dirname(folder).length) + request.service,
      QUERY_STRING: request.query,
      REQUEST_METHOD: request.method,
      CONTENT_TYPE: request.headers['content-type'] ?? '',
      CONTENT_LENGTH: String(request.body.length),
      HTTP_CONTENT_ENCODING: request.headers['content-encoding'] ?? '',
      HTTP_GIT_PROTOCOL: request.headers['git-protocol'] ?? '',
      GIT_PROTOCOL: request.headers['git-protocol'] ?? '',
      REMOTE_ADDR: '127.0.0.1',
      ...more,
    },
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  // A server program that ended early does not read the rest of the request.
  child.stdin.on('error', () => undefined);
  child.stdin.end(request.body);
  await new Promise((resolve, reject) => {
    child.on('close', resolve);
    child.on('error', reject);
  });
  return fromCgi(Buffer.concat(chunks));
}

function fromCgi(output: Buffer): Reply {
  const end = output.indexOf('\r\n\r\n');
  if (end < 0) return { status: 500, body: 'git http-backend gave no answer' };
  const headers = Object.fromEntries(
    output
      .toString('utf8', 0, end)
      .split('\r\n')
      .map((line) => {
        const colon = line.indexOf(':');
        return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()] as const;
      }),
  );
  const { status = '200', ...others } = headers;
  return { status: Number(status.split(' ')[0]), headers: others, body: output.subarray(end + 4) };
}
