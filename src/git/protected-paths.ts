import picomatch from 'picomatch';

/** A changed path, and whether its new content is a link or a submodule, which can stand for a folder. */
export interface ChangedPath {
  readonly path: string;
  readonly actsAsFolder: boolean;
}

/**
 * The paths that a result must not change, of those it changes (renames are a deletion and an addition, both count).
 * `patterns`: globs in order, the last that matches decides; `!GLOB` takes a path out. A pattern matches whatever a file
 * system may take for the same name: any case, other Unicode forms, trailing dots and spaces, `:stream`, NTFS short names.
 * `!GLOB` matches the exact path only. A glob `folder/**` is about what lies in the folder.
 */
export function protectedPaths(changes: readonly ChangedPath[], patterns: readonly string[]): string[] {
  const rules = patterns.map((pattern) => pattern.trim()).filter((pattern) => pattern !== '');
  const matchers = rules.map(ruleOf);
  const names = rules.filter((rule) => !rule.startsWith('!')).flatMap(literalNames);
  const isProtected = ({ path, actsAsFolder }: ChangedPath): boolean => {
    const spellings = spellingsOf(path, names);
    const asked = actsAsFolder ? spellings.flatMap((spelling) => [spelling, `${spelling}/x`]) : spellings;
    const last = matchers.findLast((rule) => (rule.takesOut ? rule.matches(path) : asked.some(rule.matches)));
    return last !== undefined && !last.takesOut;
  };
  return [...new Set(changes.filter(isProtected).map(({ path }) => path))].sort();
}

interface Rule {
  readonly takesOut: boolean;
  readonly matches: (path: string) => boolean;
}

/** strictSlashes: `a/**` is what is in `a`; without it the file `.gitignore` would be matched by `.git*` + `/**`. */
const OPTIONS = { dot: true, strictSlashes: true, nonegate: true } as const;

function ruleOf(rule: string): Rule {
  if (rule.startsWith('!')) return { takesOut: true, matches: picomatch(rule.slice(1), OPTIONS) };
  const matches = picomatch(folded(rule), OPTIONS);
  return { takesOut: false, matches: (path) => matches(path) };
}

function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase().normalize('NFKC');
}

/** Characters that HFS+ leaves out when it compares names; see git's `next_hfs_char` in utf8.c. */
const IGNORED_BY_HFS = /[\u200c-\u200f\u202a-\u202e\u206a-\u206f\ufeff]/g;

/** The path as file systems may read it. More than one when a name may be a short name of a protected one. */
function spellingsOf(path: string, names: readonly string[]): string[] {
  const segments = folded(path.replace(IGNORED_BY_HFS, ''))
    .split(/[/\\]/)
    .map((segment) => segment.replace(/:.*$/s, '').replace(/[. ]+$/, ''))
    .filter((segment) => segment !== '');
  const plain = segments.join('/');
  const spellings = new Set([plain]);
  for (const name of names) {
    const long = segments.map((segment) => (isShortNameOf(segment, name) ? name : segment)).join('/');
    spellings.add(long);
  }
  // `.git` is never in a list, because git itself refuses it: but not under its short name on every system.
  spellings.add(segments.map((segment) => (isShortNameOf(segment, '.git') ? '.git' : segment)).join('/'));
  return [...spellings];
}

/** `GITHUB~1` for `.github`, `MCP~1.JSO` for `.mcp.json`: at most six letters of the name without its first dots. */
function isShortNameOf(segment: string, name: string): boolean {
  const parts = /^([^.~]{1,6})~\d{1,6}(?:\.([^.]{0,3}))?$/.exec(segment);
  if (parts === null) return false;
  const [base = '', ...extensions] = name.replace(/^\.+/, '').replaceAll(' ', '').split('.');
  const extension = extensions.at(-1) ?? '';
  return base.slice(0, 6) === parts[1] && extension.slice(0, 3) === (parts[2] ?? '');
}

/** The names in a glob that have no wildcard, folded. */
function literalNames(rule: string): string[] {
  return folded(rule)
    .split('/')
    .filter((segment) => segment !== '' && !/[*?[\]{}()!+@]/.test(segment));
}
