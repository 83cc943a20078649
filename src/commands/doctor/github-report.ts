import { z } from 'zod';
import type { GitHubReport } from '../../report/doctor-document.js';
import { originOf } from './origin.js';
import type { CommandWorld } from '../world.js';

/** Those that `gh` takes, in its order (cli.github.com/manual/gh_help_environment). */
const VARIABLES = ['GH_TOKEN', 'GITHUB_TOKEN'] as const;
const ANSWER_MS = 8000;

/** `GET /repos/{owner}/{repo}`: docs.github.com/rest/repos/repos. An app's token has no `permissions`. */
const answerSchema = z.object({ permissions: z.object({ push: z.boolean() }).optional() });

/**
 * What the token in the environment may do in the repository that `origin` names; null without a token. It is sent to the API of
 * github.com, or to the one that GITHUB_API_URL names, and nowhere that the repository names.
 */
export async function gitHubReport(root: string | null, world: CommandWorld): Promise<GitHubReport | null> {
  const { env, ownCommand } = world;
  const variable = VARIABLES.find((name) => (env[name] ?? '').trim() !== '');
  if (variable === undefined) return null;
  const server = new URL(addressOf(env['GITHUB_SERVER_URL'], 'https://github.com'));
  const repository = env['GITHUB_REPOSITORY'] ?? (root === null ? null : await originOf(root, server.host, world));
  const report = { token_variable: variable, repository, ready: false, may_write: null, scopes: null, expires: null };
  if (repository === null) {
    const help = `Only needed to publish to GitHub from here. To try it: GITHUB_REPOSITORY=OWNER/NAME ${ownCommand} doctor`;
    return { ...report, why: `not tried: origin is not on ${server.host}`, help };
  }
  const api = addressOf(env['GITHUB_API_URL'], 'https://api.github.com');
  const token = (env[variable] ?? '').trim();
  return { ...report, ...(await tryToken({ url: `${api}/repos/${repository}`, token }, world)) };
}

type Tried = Pick<GitHubReport, 'ready' | 'may_write' | 'scopes' | 'expires' | 'why' | 'help'>;

async function tryToken({ url, token }: { url: string; token: string }, { signal }: CommandWorld): Promise<Tried> {
  const headers = {
    authorization: `Bearer ${token}`,
    accept: 'application/vnd.github+json',
    'user-agent': 'workflow-runner',
    'x-github-api-version': '2022-11-28',
  };
  const none = { ready: false, may_write: null, scopes: null, expires: null };
  let answer: Response;
  let body: unknown;
  try {
    answer = await fetch(url, { headers, signal: AbortSignal.any([signal, AbortSignal.timeout(ANSWER_MS)]) });
    body = answer.ok ? await answer.json() : null;
  } catch {
    return {
      ...none,
      why: `no answer from ${new URL(url).host}`,
      help: 'Is the network there? Nothing but publishing needs it.',
    };
  }
  const scopes = answer.headers.get('x-oauth-scopes');
  const told = {
    ...none,
    scopes: scopes === null ? null : scopes.split(',').flatMap((one) => (one.trim() === '' ? [] : [one.trim()])),
    expires: answer.headers.get('github-authentication-token-expiration'),
  };
  if (!answer.ok) return { ...told, ...refusal(answer.status) };
  const parsed = answerSchema.safeParse(body);
  const mayWrite = parsed.success ? (parsed.data.permissions?.push ?? null) : null;
  if (mayWrite !== false) return { ...told, ready: true, may_write: mayWrite, why: null, help: null };
  const help =
    'To publish it needs `contents: write` and `pull-requests: write` (fine-grained), or the scope `repo` (classic), of somebody who may push.';
  return { ...told, may_write: false, why: null, help };
}

function refusal(status: number): Pick<GitHubReport, 'why' | 'help'> {
  switch (status) {
    case 401:
      return { why: 'refused', help: 'The token is wrong or has expired: `gh auth token` gives the one of a login.' };
    case 403:
    case 404:
      return {
        why: 'not seen by this token',
        help: 'Give the token the repository, or name the right one with GITHUB_REPOSITORY.',
      };
    default:
      return { why: `the server answers ${status}`, help: 'Try it later: https://www.githubstatus.com' };
  }
}

/** An address without its last slash; the usual one where there is none that can be read. */
function addressOf(text: string | undefined, usual: string): string {
  const isAddress = text !== undefined && URL.canParse(text) && /^https?:/.test(text);
  return (isAddress ? text : usual).replace(/\/+$/, '');
}
