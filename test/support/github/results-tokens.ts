import { createHash, createHmac } from 'node:crypto';
import type { JobIdentity } from './bed.js';

/** A job as the results service knows it: what its runtime token stands for. */
export interface TokenHolder {
  readonly job: JobIdentity;
  /** Of the run's attempt, as in the real service, where every attempt is a plan of its own. */
  readonly runBackendId: string;
  readonly jobBackendId: string;
}

interface CacheScope {
  readonly Scope: string;
  /** 1 read, 2 write, 3 both. */
  readonly Permission: number;
}

const SIGNING_KEY = 'test bed';

/**
 * Makes and knows runtime tokens, `<header>.<payload>.<signature>`. The clients only read the `scp` claim,
 * `Actions.Results:<run backend id>:<job backend id>` (toolkit: artifact/src/internal/shared/util.ts).
 */
export class RuntimeTokens {
  readonly #holders = new Map<string, TokenHolder>();

  mint(job: JobIdentity): string {
    const run = `${job.repository} ${job.runId} ${job.attempt}`;
    const holder = { job, runBackendId: uuid(run), jobBackendId: uuid(`${run} ${job.job}`) };
    const own = job.cacheRef ?? 'refs/heads/main';
    const base = job.baseRef ?? 'refs/heads/main';
    const scopes: CacheScope[] = [{ Scope: own, Permission: job.cacheReadOnly === true ? 1 : 3 }];
    if (base !== own) scopes.push({ Scope: base, Permission: 1 });
    const content = [
      { alg: 'HS256', typ: 'JWT' },
      {
        scp: `Actions.GenericRead:00000000 Actions.Results:${holder.runBackendId}:${holder.jobBackendId}`,
        ac: JSON.stringify(scopes),
      },
    ]
      .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
      .join('.');
    const token = `${content}.${createHmac('sha256', SIGNING_KEY).update(content).digest('base64url')}`;
    this.#holders.set(token, holder);
    return token;
  }

  /** Who sent a request with that `Authorization` header; null for a token that is not ours. */
  holder(authorization: string | undefined): TokenHolder | null {
    return this.#holders.get((authorization ?? '').replace(/^Bearer /i, '')) ?? null;
  }
}

/** The same name gives the same id. */
function uuid(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-');
}
