import { randomBytes } from 'node:crypto';
import type { TokenRequest } from './bed.js';
import { fullName, type GitHubState, type StoredRepository, type Token } from './api-state.js';

/** `contents:write` and the like; `metadata:read` is everybody's who sees the repository. */
export type Right = `${string}:${'read' | 'write'}`;

export type Caller =
  | { readonly kind: 'anonymous' }
  /** Revoked, or never given out. */
  | { readonly kind: 'unknown' }
  | { readonly kind: 'known'; readonly token: Token };

/** Gives out a token in GitHub's form: `ghs_` for apps and jobs, `ghp_` for people. */
export function mintToken(state: GitHubState, request: TokenRequest): string {
  const login = request.login ?? 'github-actions[bot]';
  const prefix = login.endsWith('[bot]') ? 'ghs_' : 'ghp_';
  const value = prefix + randomBytes(18).toString('hex');
  state.tokens.set(value, {
    value,
    repository: request.repository,
    permissions: request.permissions,
    login,
    canTriggerRuns: request.canTriggerRuns ?? login !== 'github-actions[bot]',
    job: request.job ?? '',
  });
  return value;
}

/** Who asks, by the `Authorization` header: `token X`, `Bearer X`, or as git sends it `Basic base64(user:X)`. */
export function callerOf(state: GitHubState, authorization: string | undefined): Caller {
  if (authorization === undefined) return { kind: 'anonymous' };
  const [scheme = '', credential = ''] = authorization.split(/\s+/, 2);
  const token = state.tokens.get(scheme.toLowerCase() === 'basic' ? passwordOf(credential) : credential);
  return token === undefined ? { kind: 'unknown' } : { kind: 'known', token };
}

/** Whether the repository exists for this caller at all; GitHub answers 404 where it does not. */
export function canSee(caller: Caller, repository: StoredRepository): boolean {
  if (!repository.settings.private) return true;
  return caller.kind === 'known' && caller.token.repository === fullName(repository);
}

export function hasRight(token: Token, repository: StoredRepository, right: Right): boolean {
  const [name = '', level] = right.split(':');
  if (level === 'read' && (name === 'metadata' || !repository.settings.private)) return true;
  if (token.repository !== fullName(repository)) return false;
  const given = token.permissions[name] ?? 'none';
  return given === 'write' || given === level;
}

function passwordOf(credential: string): string {
  const [user = '', ...password] = Buffer.from(credential, 'base64').toString('utf8').split(':');
  const secret = password.join(':');
  return secret === '' || secret === 'x-oauth-basic' ? user : secret;
}
