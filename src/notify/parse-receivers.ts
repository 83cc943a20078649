import type { Diagnostic } from '../base/diagnostic.js';
import { checkMapping, isMapping } from '../definition/frontmatter.js';
import { readYaml } from '../definition/read-yaml.js';
import { SourceText, type Finding } from '../definition/source-text.js';
import { didYouMean, quoted } from '../definition/suggest.js';
import type { Path, YamlTree } from '../definition/yaml-tree.js';
import { RECEIVER_TYPES, receiverSchemas, type ReceiverType, type WrittenReceiver } from './receiver-schema.js';

/** A receiver, and how to say that something of it is wrong, at its place. */
export interface PlacedReceiver {
  readonly written: WrittenReceiver;
  /** `key`: the one to point to; the whole receiver when it has no such key. */
  readonly diagnose: (key: string, finding: Finding) => Diagnostic;
}

export interface ParsedReceivers {
  /** Those that can be read. To be used only when there is no error: half of a list would tell some and not the others. */
  readonly receivers: readonly PlacedReceiver[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads who is to be told. `whole`: the text is the list itself (the action's input), else a file with the list below `notify:`.
 * Diagnostics have no line of the text with them: there may be a secret in it. Never throws.
 */
export function parseReceivers(text: string, file: string, { whole }: { readonly whole: boolean }): ParsedReceivers {
  const source = new SourceText(file, text.startsWith('\uFEFF') ? text.slice(1) : text);
  const { content, diagnostics: found } = readYaml(source);
  const read = content === null ? { receivers: [], diagnostics: [] } : readList(source, content, whole);
  const diagnostics = [...found.flatMap(inOurWords), ...read.diagnostics].map(withoutLine);
  return { receivers: read.receivers, diagnostics };
}

interface Content {
  readonly value: unknown;
  readonly tree: YamlTree;
}

interface ReadReceivers {
  readonly receivers: readonly PlacedReceiver[];
  readonly diagnostics: readonly Diagnostic[];
}

function readList(source: SourceText, { value, tree }: Content, whole: boolean): ReadReceivers {
  const path: Path = whole ? [] : ['notify'];
  const wrong = whole ? [] : unknownKeys(source, { value, tree });
  const list = whole ? value : isMapping(value) ? (value['notify'] ?? []) : value;
  if (!Array.isArray(list) || (!whole && !isMapping(value))) {
    const at = !whole && isMapping(value) ? tree.valueSpan(path) : tree.valueSpan([]);
    return { receivers: [], diagnostics: [...wrong, source.diagnostic(at, whole ? noList : noConfig)] };
  }
  const read = list.map((one: unknown, index) => readReceiver(source, tree, { value: one, path: [...path, index] }));
  return {
    receivers: read.flatMap(({ receivers }) => receivers),
    diagnostics: [...wrong, ...read.flatMap(({ diagnostics }) => diagnostics)],
  };
}

function unknownKeys(source: SourceText, { value, tree }: Content): Diagnostic[] {
  const keys = isMapping(value) ? Object.keys(value).filter((key) => key !== 'notify') : [];
  return keys.slice(0, 20).map((key) =>
    source.diagnostic(tree.keySpan([key]), {
      code: 'unknown-key',
      message: `unknown key ${quoted(key)}`,
      help: didYouMean(key, ['notify']),
    }),
  );
}

function readReceiver(
  source: SourceText,
  tree: YamlTree,
  { value, path }: { readonly value: unknown; readonly path: Path },
): ReadReceivers {
  const refuse = (at: 'value' | 'type', finding: Finding): ReadReceivers => ({
    receivers: [],
    diagnostics: [source.diagnostic(tree.valueSpan(at === 'type' ? [...path, 'type'] : path), finding)],
  });
  if (!isMapping(value)) return refuse('value', noReceiver);
  const type = RECEIVER_TYPES.find((one) => one === value['type']);
  if (type === undefined)
    return value['type'] === undefined ? refuse('value', noType) : refuse('type', unknownType(value['type']));
  const allowed = Object.keys(receiverSchemas[type].shape);
  const level = {
    source,
    tree,
    path,
    allowed,
    whereElse: (key: string) => elsewhere(type, key),
    nestedKeys: () => ['env', 'file'],
  };
  const { data, diagnostics } = checkMapping<WrittenReceiver>(receiverSchemas[type], value, level);
  if (data === null) return { receivers: [], diagnostics };
  const diagnose = (key: string, finding: Finding): Diagnostic =>
    withoutLine(source.diagnostic(tree.valueSpan(key in value ? [...path, key] : path), finding));
  return { receivers: [{ written: data, diagnose }], diagnostics };
}

function elsewhere(type: ReceiverType, key: string): string | null {
  if (type === 'matrix' && key === 'url') return 'for matrix it is `homeserver:`, for example https://matrix.org';
  if (type.startsWith('github') && key === 'token') return 'the input `token` of the action is used';
  return null;
}

const list = RECEIVER_TYPES.join(', ');

const noList: Finding = {
  code: 'wrong-type',
  message: 'this is no list',
  help: 'write a list of who is told: `- type: slack` and below it `url: …`',
};
const noConfig: Finding = {
  code: 'wrong-type',
  message: 'there is no list below `notify:`',
  help: 'write `notify:` and below it a list: `- type: desktop`',
};
const noReceiver: Finding = {
  code: 'wrong-type',
  message: 'this is no mapping',
  help: 'write who is told as `- type: desktop`',
};
const noType: Finding = { code: 'missing-key', message: 'the key `type` is missing', help: `one of ${list}` };
const unknownType = (value: unknown): Finding => ({
  code: 'unknown-value',
  message: `\`type\` cannot be ${typeof value === 'string' ? quoted(value) : 'that'}`,
  help: didYouMean(typeof value === 'string' ? value : '', RECEIVER_TYPES),
});

/** What `readYaml` says of a workflow, said of a configuration; an empty one is none. */
function inOurWords(diagnostic: Diagnostic): Diagnostic[] {
  if (diagnostic.code === 'empty-file') return [];
  const help = ourHelps[diagnostic.code];
  return [help === undefined ? diagnostic : { ...diagnostic, help }];
}

const ourHelps: Readonly<Record<string, string>> = {
  'too-large': 'a list of who is told has a handful of entries',
  'several-documents': 'remove the line `---`, and what follows it',
};

function withoutLine({ severity, code, message, location, help = '' }: Diagnostic): Diagnostic {
  return { severity, code, message, location, help };
}
