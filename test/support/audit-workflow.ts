import { parse } from 'yaml';

interface Job {
  readonly permissions?: unknown;
  readonly 'timeout-minutes'?: unknown;
  readonly secrets?: unknown;
  readonly steps?: readonly Step[];
}

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Tree {
  readonly on?: unknown;
  readonly permissions?: unknown;
  readonly concurrency?: unknown;
  readonly jobs?: Readonly<Record<string, Job>>;
}

const DANGEROUS_TRIGGERS = ['pull_request_target', 'workflow_run', 'issue_comment'];

/**
 * What a security review of a GitHub workflow looks at first, as the audits of zizmor do: pinned actions, least permissions, no
 * credentials left by checkout, no expression inside a script, no dangerous trigger. Gives what is wrong, one line each.
 */
export function auditWorkflow(text: string): string[] {
  const tree = parse(text) as Tree;
  const found: string[] = [];
  if (JSON.stringify(tree.permissions) !== '{}') found.push('permissions of the workflow are not {}');
  if (tree.concurrency === undefined) found.push('no concurrency');
  for (const trigger of DANGEROUS_TRIGGERS) {
    if (JSON.stringify(tree.on).includes(`"${trigger}"`)) found.push(`trigger ${trigger}`);
  }
  for (const line of text.split('\n')) {
    const uses = /^\s*(?:- )?uses: (\S+)(.*)$/.exec(line);
    if (uses !== null && !isPinned(uses[1] ?? '', uses[2] ?? '')) found.push(`not pinned: ${line.trim()}`);
  }
  for (const [id, job] of Object.entries(tree.jobs ?? {})) found.push(...auditJob(job).map((what) => `${id}: ${what}`));
  return found;
}

const isPinned = (uses: string, comment: string): boolean =>
  uses === './' || (/^[\w.-]+\/[\w./-]+@[0-9a-f]{40}$/.test(uses) && /^ # v\d+(\.\d+)*$/.test(comment));

function auditJob(job: Job): string[] {
  const found: string[] = [];
  if (typeof job.permissions !== 'object' || job.permissions === null) found.push('no permissions of its own');
  if (typeof job['timeout-minutes'] !== 'number') found.push('no timeout');
  if (job.secrets === 'inherit') found.push('inherits all secrets');
  for (const { uses = '', run = '', with: inputs = {} } of job.steps ?? []) {
    if (uses.startsWith('actions/checkout@') && inputs['persist-credentials'] !== false) {
      found.push('checkout leaves its credentials');
    }
    if (
      /nix-installer-action@/.test(uses) &&
      (inputs['trust-runner-user'] !== false || inputs['github-token'] !== '')
    ) {
      found.push('the runner user is trusted by Nix, or a token is in nix.conf');
    }
    if (run.includes('${{')) found.push('an expression in a script');
  }
  return found;
}
