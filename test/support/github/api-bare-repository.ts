import { spawnSync } from 'node:child_process';
import { appendFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GIT_PATH } from '../git-repository.js';

export interface Person {
  readonly name: string;
  readonly email: string;
}

export interface NewCommit {
  readonly tree: string;
  readonly parents: readonly string[];
  readonly message: string;
  readonly author: Person;
  readonly committer?: Person;
  /** As GitHub signs what a bot commits through its API. */
  readonly signed?: boolean;
  /** Seconds since 1970. */
  readonly atSeconds?: number;
}

export interface CommitOfFiles {
  /** Content by path; null deletes. */
  readonly files: Readonly<Record<string, string | null>>;
  readonly message: string;
  readonly author: Person;
}

export interface CommitFacts {
  readonly sha: string;
  readonly tree: string;
  readonly parents: readonly string[];
  readonly author: Person & { readonly date: string };
  readonly committer: Person & { readonly date: string };
  readonly message: string;
  readonly signed: boolean;
}

/** A path of a new tree; `sha` null takes it out. */
export interface TreeEntry {
  readonly path: string;
  readonly mode: string;
  readonly sha: string | null;
}

export interface FileDifference {
  readonly filename: string;
  readonly status: 'added' | 'removed' | 'modified' | 'renamed';
  readonly additions: number;
  readonly deletions: number;
}

interface RunOptions {
  readonly input?: string | Buffer;
  readonly env?: Readonly<Record<string, string>>;
}

export const ZERO = '0'.repeat(40);

const CONFIG = `
[uploadpack]
	allowAnySHA1InWant = true
	allowFilter = true
[receive]
	hideRefs = refs/pull
	fsckObjects = true
[http]
	receivepack = true
[gc]
	auto = 0
`;

const SIGNATURE = [
  'gpgsig -----BEGIN PGP SIGNATURE-----',
  ' ',
  ' made by the fake GitHub',
  ' -----END PGP SIGNATURE-----',
].join('\n');

/** A bare repository of the fake GitHub, by plain git. Waits for git: short work in a test's own process. */
export class BareRepository {
  readonly folder: string;

  constructor(folder: string) {
    this.folder = folder;
  }

  /** Makes an empty one that serves commits by id, as GitHub does. */
  static create(folder: string, defaultBranch: string): BareRepository {
    mkdirSync(folder, { recursive: true });
    const repository = new BareRepository(folder);
    repository.run(['init', '-q', '--bare', '--template=', '-b', defaultBranch, folder]);
    appendFileSync(join(folder, 'config'), CONFIG);
    return repository;
  }

  /** Standard output without the newline at its end; throws when git fails. */
  run(args: readonly string[], options: RunOptions = {}): string {
    const out = this.#git(args, options);
    if (out.status !== 0) throw new Error(`git ${args.join(' ')}: ${out.stderr.toString('utf8')}`);
    return out.stdout.toString('utf8').replace(/\n$/, '');
  }

  /** Like `run`; null when git fails. */
  attempt(args: readonly string[], options: RunOptions = {}): string | null {
    const out = this.#git(args, options);
    return out.status === 0 ? out.stdout.toString('utf8').replace(/\n$/, '') : null;
  }

  /** Any bytes of a blob; null when there is none. */
  blob(sha: string): Buffer | null {
    const out = this.#git(['cat-file', 'blob', sha], {});
    return out.status === 0 ? out.stdout : null;
  }

  /** The commit of a ref by its full name. A branch is read without a process: every change of a ref looks at many. */
  ref(name: string): string | null {
    if (/^refs\/(heads|pull)\//.test(name) && !name.split('/').includes('..')) {
      const file = join(this.folder, name);
      if (existsSync(file) && statSync(file).isFile()) return readFileSync(file, 'utf8').trim();
      if (!existsSync(join(this.folder, 'packed-refs'))) return null;
    }
    return this.attempt(['rev-parse', '-q', '--verify', `${name}^{commit}`]);
  }

  /** A commit by branch, tag, full ref or id. */
  commitId(revision: string): string | null {
    if (/^[0-9a-f]{4,40}$/.test(revision)) {
      const found = this.ref(revision);
      if (found !== null) return found;
    }
    return this.ref(`refs/heads/${revision}`) ?? this.ref(`refs/tags/${revision}`) ?? this.ref(revision);
  }

  isType(sha: string, type: 'commit' | 'tree' | 'blob'): boolean {
    return /^[0-9a-f]{40}$/.test(sha) && this.attempt(['cat-file', '-t', sha]) === type;
  }

  /** Full names of refs below a prefix, and their commits. */
  refs(prefix: string): ReadonlyMap<string, string> {
    const lines = this.run(['for-each-ref', '--format=%(refname) %(objectname)', prefix]);
    return new Map(lines === '' ? [] : lines.split('\n').map((line) => line.split(' ') as [string, string]));
  }

  /** False when the ref is not at `old` any more, or its name does not fit. */
  setRef(name: string, commit: string, old?: string): boolean {
    return this.attempt(['update-ref', name, commit, ...(old === undefined ? [] : [old])]) !== null;
  }

  deleteRef(name: string): void {
    this.run(['update-ref', '-d', name]);
  }

  isAncestor(ancestor: string, of: string): boolean {
    return this.attempt(['merge-base', '--is-ancestor', ancestor, of]) !== null;
  }

  mergeBase(a: string, b: string): string | null {
    return this.attempt(['merge-base', a, b]);
  }

  /** Ids of commits in `to` and not in `from`, newest first. */
  between(from: string, to: string): readonly string[] {
    const lines = this.run(['rev-list', '--topo-order', to, `^${from}`]);
    return lines === '' ? [] : lines.split('\n');
  }

  treeOf(commit: string): string {
    return this.run(['rev-parse', `${commit}^{tree}`]);
  }

  writeBlob(content: string | Buffer): string {
    return this.run(['hash-object', '-w', '--stdin'], { input: content });
  }

  /** A tree with changes to `base` (null: to nothing); null when a path or an object is refused. */
  writeTree(base: string | null, entries: readonly TreeEntry[]): string | null {
    const scratch = mkdtempSync(join(tmpdir(), 'workflow-runner-index-'));
    try {
      const env = { GIT_INDEX_FILE: join(scratch, 'index') };
      if (this.attempt(base === null ? ['read-tree', '--empty'] : ['read-tree', base], { env }) === null) return null;
      const input = entries
        .map(({ path, mode, sha }) => (sha === null ? `0 ${ZERO}\t${path}\0` : `${mode} ${sha}\t${path}\0`))
        .join('');
      if (this.attempt(['update-index', '-z', '--index-info'], { env, input }) === null) return null;
      return this.attempt(['write-tree'], { env });
    } finally {
      rmSync(scratch, { recursive: true, force: true });
    }
  }

  /** A commit on top of `parent` (null: none) that a ref is moved to, by one process however many files; its id. */
  commitFiles(ref: string, parent: string | null, { files, message, author }: CommitOfFiles): string {
    const data = (text: string): string => `data ${Buffer.byteLength(text)}\n${text}\n`;
    const lines = [
      // Without a parent the ref must not be taken for one.
      `reset ${ref}\n${parent === null ? '' : `from ${parent}\n`}\n`,
      `commit ${ref}\nmark :1\n`,
      `committer ${author.name} <${author.email}> ${Math.floor(Date.now() / 1000)} +0000\n`,
      data(message),
      ...Object.entries(files).map(([path, text]) =>
        text === null ? `D ${path}\n` : `M 100644 inline ${path}\n${data(text)}`,
      ),
      '\nget-mark :1\n',
    ];
    return this.run(['fast-import', '--quiet', '--force', '--cat-blob-fd=1'], { input: lines.join('') }).trim();
  }

  /** The tree of everything in a folder, modes and links as they are. */
  treeOfFolder(folder: string): string {
    const scratch = mkdtempSync(join(tmpdir(), 'workflow-runner-index-'));
    try {
      const env = { GIT_INDEX_FILE: join(scratch, 'index'), GIT_WORK_TREE: folder };
      this.run(['-C', folder, 'add', '-A', '-f', '.'], { env });
      return this.run(['write-tree'], { env });
    } finally {
      rmSync(scratch, { recursive: true, force: true });
    }
  }

  writeCommit({ tree, parents, message, author, committer = author, signed = false, atSeconds }: NewCommit): string {
    const seconds = atSeconds ?? Math.floor(Date.now() / 1000);
    const lines = [
      `tree ${tree}`,
      ...parents.map((parent) => `parent ${parent}`),
      `author ${author.name} <${author.email}> ${seconds} +0000`,
      `committer ${committer.name} <${committer.email}> ${seconds} +0000`,
      ...(signed ? [SIGNATURE] : []),
    ];
    return this.run(['hash-object', '-t', 'commit', '-w', '--stdin'], { input: `${lines.join('\n')}\n\n${message}` });
  }

  commit(sha: string): CommitFacts {
    const text = this.run(['cat-file', 'commit', sha]);
    const end = text.indexOf('\n\n');
    const headers = text.slice(0, end).split('\n');
    const values = (name: string): string[] =>
      headers.filter((line) => line.startsWith(`${name} `)).map((line) => line.slice(name.length + 1));
    return {
      sha,
      tree: values('tree')[0] ?? '',
      parents: values('parent'),
      author: personOf(values('author')[0] ?? ''),
      committer: personOf(values('committer')[0] ?? ''),
      message: text.slice(end + 2),
      signed: values('gpgsig').length > 0,
    };
  }

  /** The tree of a merge without conflict; null with one. */
  mergeTree(ours: string, theirs: string): string | null {
    return this.attempt(['merge-tree', '--write-tree', ours, theirs])?.split('\n')[0] ?? null;
  }

  differences(from: string, to: string): readonly FileDifference[] {
    const options = ['-r', '--no-renames', '-z', from, to];
    const letters = this.run(['diff-tree', '--name-status', ...options]).split('\0');
    const counts = this.run(['diff-tree', '--numstat', ...options])
      .split('\0')
      .map((line) => line.split('\t'));
    const found: FileDifference[] = [];
    for (let index = 0; index + 1 < letters.length; index += 2) {
      const filename = letters[index + 1] ?? '';
      const [added = '0', deleted = '0'] = counts.find(([, , path]) => path === filename) ?? [];
      const status = letters[index] === 'A' ? 'added' : letters[index] === 'D' ? 'removed' : 'modified';
      found.push({ filename, status, additions: Number(added) || 0, deletions: Number(deleted) || 0 });
    }
    return found;
  }

  #git(args: readonly string[], { input, env }: RunOptions): { status: number | null; stdout: Buffer; stderr: Buffer } {
    return spawnSync(GIT_PATH, args, {
      cwd: this.folder,
      env: { PATH: process.env['PATH'], HOME: '/nonexistent', GIT_CONFIG_NOSYSTEM: '1', GIT_DIR: this.folder, ...env },
      input: input ?? '',
      maxBuffer: 1 << 28,
    });
  }
}

function personOf(line: string): Person & { date: string } {
  const match = /^(.*) <(.*)> (\d+) /.exec(line);
  const [, name = '', email = '', seconds = '0'] = match ?? [];
  return { name, email, date: new Date(Number(seconds) * 1000).toISOString().replace('.000', '') };
}
