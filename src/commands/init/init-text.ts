import type { CleanText, Paint } from '../../report/text-style.js';
import { textTable } from '../../report/text-table.js';
import { shellWord } from '../../base/shell-word.js';
import type { GitFacts } from './git-facts.js';
import { SCHEMA_NAME, type Template } from './template-folder.js';
import type { Outcome } from './write-new-files.js';

/** What `init` did; stable for `--json`. */
export interface InitDocument extends GitFacts {
  readonly repository: string;
  readonly template: Template;
  readonly outcomes: readonly Outcome[];
  /** What to run first; null when no workflow here is valid. */
  readonly first_workflow: string | null;
  /** How this program is started. */
  readonly command: string;
}

/** What was written, what was left alone and why, and what to type next. */
export function initText(document: InitDocument, { paint, clean }: { paint: Paint; clean: CleanText }): string {
  const { repository, outcomes } = document;
  const written = outcomes.filter(({ kind }) => kind === 'written').map(({ path }) => path);
  const kept = outcomes.flatMap((outcome) => (outcome.kind === 'kept' ? [outcome] : []));
  return [
    written.length === 0
      ? `Nothing to write in ${clean(repository)}: all of it is there.`
      : `Wrote into ${clean(repository)}:`,
    ...written.map((path) => `  ${paint('success', path)}`),
    ...(kept.length === 0 ? [] : ['', 'Left alone:', ...textTable(kept.map(keptRow)).map((row) => `  ${row}`)]),
    ...addition(document, written),
    '',
    'Next:',
    ...textTable(next(document)).map((row) => `  ${row}`),
    ...ofThisProgram(document),
  ].join('\n');
}

/** Messages and documents name the program as it is named where it is installed. */
const ofThisProgram = ({ command }: InitDocument): string[] =>
  command === 'workflow-runner' ? [] : ['', `Where a message says workflow-runner, type here: ${command}`];

function keptRow(outcome: { readonly path: string; readonly because: string }): string[] {
  const isSchema = outcome.path.endsWith(`/${SCHEMA_NAME}`);
  return [
    outcome.path,
    isSchema ? `of another version; this one's: workflow-runner schema workflow > ${outcome.path}` : outcome.because,
  ];
}

/** git is told nothing: what to keep is the person's to say. */
function addition({ ignored, outcomes }: InitDocument, written: readonly string[]): string[] {
  const hidden = new Set(ignored);
  const wanted = written.filter((path) => !hidden.has(path));
  const notes =
    ignored.length === 0
      ? []
      : [
          '',
          `git ignores ${ignored.length} of them (.gitignore or info/exclude names .claude): git add --force keeps them.`,
        ];
  if (wanted.length === 0) return notes;
  return [
    ...notes,
    '',
    'A run works with them as they are. To keep them for others:',
    `  git add ${shortest(wanted, outcomes)}`,
  ];
}

/** Folders in the place of their files where nothing but what is ours now was written into them. */
function shortest(wanted: readonly string[], outcomes: readonly Outcome[]): string {
  if (wanted.length <= 4) return wanted.map(shellWord).join(' ');
  const folders = [...new Set(outcomes.map(({ path }) => path.slice(0, path.lastIndexOf('/'))))];
  return folders.filter((folder) => wanted.some((path) => path.startsWith(`${folder}/`))).join(' ');
}

/** Not written where the person has one of that name: theirs needs no hint. */
const TO_BE_FITTED = '.claude/workflows/phase-1-critical.yaml';

function next(document: InitDocument): string[][] {
  const { command, first_workflow: first, has_commit: hasCommit, is_dirty: isDirty, template, outcomes } = document;
  if (first === null) return [[`${command} validate`, 'what is wrong with the workflows that are here']];
  const flags = isDirty ? ' --allow-dirty' : '';
  const isFitted = outcomes.some(({ path, kind }) => path === TO_BE_FITTED && kind === 'kept');
  return [
    ...(hasCommit
      ? []
      : [['git add --all && git commit --allow-empty --message="First commit"', 'a run starts from a commit']]),
    [`${command} doctor`, 'what this machine has, and what is missing'],
    [`${command} ${first} --dry-run${flags}`, 'what it would do; nothing is changed'],
    [
      `${command} ${first}${flags}`,
      isDirty ? 'run it from the last commit; your changes are not part of it' : 'run it: all of it lands, or nothing',
    ],
    ...(template === 'minimal'
      ? []
      : [
          [
            `${command} list`,
            isFitted ? 'the others' : 'the others; phase-1-critical moves a file that is to be named first',
          ],
        ]),
  ];
}
