import { posix } from 'node:path';
import { applyEdits, type TextEdit } from '../file-change.js';
import { shiftEdits } from './indentation.js';
import type { ModuleLayout } from './module-layout.js';
import { firstName } from './part-plan.js';
import type { Segment } from './segments.js';
import type { PlannedPart, PlannedSite, SplitPlan } from './split-module.js';

/** The texts that a module is divided into. */
export interface SplitTexts {
  /** Of the module itself. */
  readonly main: string;
  /** By file name. */
  readonly parts: ReadonlyMap<string, string>;
}

/** Nix files are kept below this width where it is a matter of choice. */
const WIDTH = 100;

/** Where the parts of a module lie. */
export interface PartsPlace {
  /** From the module to its parts: `./`, or `./NAME/`. */
  readonly prefix: string;
  /** The edits that paths of the file need there. */
  readonly mends: readonly TextEdit[];
}

/** Writes a planned split. */
export function writeSplit(layout: ModuleLayout, plan: SplitPlan, place: PartsPlace): SplitTexts {
  const writer = new SplitWriter(layout, place);
  const all = [...(plan.options === null ? [] : [plan.options]), ...plan.sites.flatMap(({ parts }) => parts)];
  const parts = new Map(all.map((part) => [`${part.name}.nix`, writer.lines(writer.part(part))]));
  const edits = [
    ...writer.withoutBindings(plan.moved),
    ...(plan.options === null ? [] : writer.optionsMoved(plan.options)),
    ...plan.sites.map((site) => writer.siteReplaced(site)).flat(),
    ...writer.libAdded(plan),
  ];
  return { main: applyEdits(layout.file.text, edits), parts };
}

class SplitWriter {
  readonly #eol: string;
  readonly #title: string;

  constructor(
    readonly layout: ModuleLayout,
    readonly place: PartsPlace,
  ) {
    this.#eol = layout.file.text.includes('\r\n') ? '\r\n' : '\n';
    const base = posix.basename(layout.file.path);
    this.#title = base === 'default.nix' ? posix.basename(posix.dirname(layout.file.path)) : base.replace(/\.nix$/, '');
  }

  /** Text of ours with the line ends of the file; what comes from the file has them already. */
  lines(text: string): string {
    return this.#eol === '\n' ? text : text.replaceAll(/\r?\n/g, '\r\n');
  }

  part({ kind, about, segments, own, needs }: PlannedPart): string {
    const title = this.#title.replaceAll(/[\r\n]/g, ' ');
    const what =
      kind === 'options' ? `The options of ${title}.` : `What ${title} sets: ${about.replaceAll(/[\r\n]/g, ' ')}.`;
    const names = kind === 'options' ? [...needs.names, '...'] : needs.names;
    const { with: scope } = this.layout;
    const { mends } = this.place;
    const withLine = needs.needsWith && scope !== null ? `with ${this.#slice(scope.scope, { mends })};\n\n` : '';
    const letLines = own.length === 0 ? '' : `let\n${this.#joined(own, { column: 2, mends })}in\n`;
    const head = names.length === 0 ? '' : `${formalsText(names, this.layout)}:\n\n`;
    return `# ${what}\n${head}${withLine}${letLines}{\n${this.#joined(segments, { column: 2, mends })}}\n`;
  }

  withoutBindings(moved: ReadonlySet<Segment>): TextEdit[] {
    const { bindings, let: letIn, body, with: scope, source } = this.layout;
    if (letIn === null || moved.size === 0) return [];
    const inner = scope !== null && scope.start > letIn.start ? scope : body;
    const lastEnd = bindings.at(-1)?.end ?? letIn.start;
    const hasComment = source.comments.some(({ start, end }) => start >= lastEnd && end <= inner.start);
    if (moved.size === bindings.length && !hasComment) return [{ start: letIn.start, end: inner.start, text: '' }];
    return [...moved].map(({ start, end }) => ({ start, end, text: '' }));
  }

  optionsMoved({ segments }: PlannedPart): TextEdit[] {
    const imports = this.layout.settings.find(({ binding }) => firstName(binding) === 'imports')?.binding;
    const list =
      imports?.kind === 'bind' && imports.path.length === 1 && imports.value.kind === 'list' ? imports.value : null;
    const indent = ' '.repeat(this.#columnOf(segments[0]));
    const edits = segments.map(({ start, end }) => ({ start, end, text: '' }));
    if (list === null) {
      const [first] = edits;
      if (first !== undefined)
        edits[0] = { ...first, text: this.lines(`${indent}imports = [ ${this.#path('options')} ];\n`) };
      return edits;
    }
    const last = list.items.at(-1);
    if (last === undefined)
      return [...edits, { start: list.start, end: list.end, text: `[ ${this.#path('options')} ]` }];
    const lineStart = this.layout.file.text.lastIndexOf('\n', last.start - 1) + 1;
    const before = this.layout.file.text.slice(lineStart, last.start);
    const separator = before.trim() === '' ? `${this.#eol}${before}` : ' ';
    return [...edits, { start: last.end, end: last.end, text: `${separator}${this.#path('options')}` }];
  }

  siteReplaced({ site, parts, kept }: PlannedSite): TextEdit[] {
    if (site !== null) {
      const { start, end } = site.set;
      const lineStart = this.layout.file.text.lastIndexOf('\n', start - 1) + 1;
      const indent = /^ */.exec(this.layout.file.text.slice(lineStart))?.[0].length ?? 0;
      return [{ start, end, text: this.#merged(parts, kept, indent) }];
    }
    const own = [...parts.flatMap(({ segments }) => segments), ...kept].sort((a, b) => a.start - b.start);
    const [first, ...others] = own;
    if (first === undefined) return [];
    const indent = this.#columnOf(first);
    const merged = this.#merged(parts, kept, indent).replace(/^\(([\s\S]*)\)$/, '$1');
    const text = this.lines(`${' '.repeat(indent)}config = ${merged};\n`);
    return [
      { start: first.start, end: first.end, text },
      ...others.map(({ start, end }) => ({ start, end, text: '' })),
    ];
  }

  /** `lib` among the arguments, when the module has it not yet and needs it now. */
  libAdded(plan: SplitPlan): TextEdit[] {
    const { names, start } = this.layout.formals;
    if (!plan.sites.some(isMerged) || names.some(({ name }) => name === 'lib')) return [];
    return [{ start: start + 1, end: start + 1, text: ' lib,' }];
  }

  #merged(parts: readonly PlannedPart[], kept: readonly Segment[], indent: number): string {
    const [only] = parts;
    if (only !== undefined && parts.length === 1 && kept.length === 0) return `(${this.#call(only, indent)})`;
    const inner = ' '.repeat(indent + 4);
    const calls = parts.map(
      (part) =>
        `${inner}${part.needs.names.length === 0 ? `(import ${this.#path(part.name)})` : `(${this.#call(part, indent + 4)})`}\n`,
    );
    const rest =
      kept.length === 0 ? '' : `${inner}{\n${this.#joined(kept, { column: indent + 6, mends: [] })}${inner}}\n`;
    const space = ' '.repeat(indent);
    return this.lines(`(\n${space}  lib.mkMerge [\n${calls.join('')}${rest}${space}  ]\n${space})`);
  }

  #call({ name, needs: { names } }: PlannedPart, indent: number): string {
    const path = this.#path(name);
    if (names.length === 0) return `import ${path}`;
    const line = `import ${path} { inherit ${names.join(' ')}; }`;
    if (line.length + indent + 2 <= WIDTH) return line;
    const space = ' '.repeat(indent);
    const list = names.map((one) => `${space}    ${one}\n`).join('');
    return this.lines(`import ${path} {\n${space}  inherit\n${list}${space}    ;\n${space}}`);
  }

  /** Segments one after the other, moved to a column; blank lines at both ends are left out. */
  #joined(segments: readonly Segment[], { column, mends }: { column: number; mends: readonly TextEdit[] }): string {
    const text = segments
      .map((segment) => this.#slice(segment, { mends, columns: column - this.#columnOf(segment) }))
      .join('')
      .replace(/^(?:[ \t]*\r?\n)+/, '')
      .replace(/\s+$/, '');
    return this.lines(`${text}\n`);
  }

  #columnOf(segment: Segment | undefined): number {
    if (segment === undefined) return 2;
    const { start } = segment.binding;
    return start - (this.layout.file.text.lastIndexOf('\n', start - 1) + 1);
  }

  #path(part: string): string {
    return `${this.place.prefix}${part}.nix`;
  }

  /** A range of the file with its paths mended, shifted by columns. */
  #slice(
    { start, end }: { readonly start: number; readonly end: number },
    { mends, columns = 0 }: { readonly mends: readonly TextEdit[]; readonly columns?: number },
  ): string {
    const { file, strings } = this.layout;
    const inside = mends.filter((mend) => start <= mend.start && mend.end <= end);
    const shifts = columns === 0 ? [] : shiftEdits(file.text, { start, end, columns }, strings);
    const edits = [...inside, ...shifts].map((edit) => ({ ...edit, start: edit.start - start, end: edit.end - start }));
    return applyEdits(file.text.slice(start, end), edits);
  }
}

function isMerged({ parts, kept }: PlannedSite): boolean {
  return parts.length > 1 || kept.length > 0;
}

/** `{ a, b }`, in lines of their own when there are many; a module's defaults stay with their names. */
function formalsText(names: readonly string[], { formals, file }: ModuleLayout): string {
  const texts = names.map((name) => {
    const formal = formals.names.find((one) => one.name === name);
    return names.includes('...') && formal !== undefined ? file.text.slice(formal.start, formal.end) : name;
  });
  if (texts.length <= 3) return `{ ${texts.join(', ')} }`;
  return `{\n${texts.map((text) => `  ${text}${text === '...' ? '' : ','}\n`).join('')}}`;
}
