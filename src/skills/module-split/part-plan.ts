import { staticName } from '../../nix/syntax/walk.js';
import { insideOf, type ModuleLayout } from './module-layout.js';
import { segmentsOf, type Segment } from './segments.js';
import { settingSites, type SettingSite } from './setting-sites.js';

/** Settings that go into a file of their own. */
export interface SettingsPart {
  /** Of the file, without `.nix`. */
  readonly name: string;
  /** For its header: what it is about. */
  readonly about: string;
  readonly segments: readonly Segment[];
}

/** A set of settings that is put together from parts and what is left of it. */
export interface SplitSite {
  /** The set that is replaced; null when the settings stand beside `imports`, without `config`. */
  readonly site: SettingSite | null;
  readonly parts: readonly SettingsPart[];
  readonly kept: readonly Segment[];
}

/** Fewer lines are not worth a file. */
const LEAST_LINES = 10;
/** A part's own frame: header, arguments and brackets. */
const FRAME_LINES = 12;

/**
 * Name spaces below which NixOS, nix-darwin and home-manager have options at every second name. Only there are the settings of
 * one first name divided: two definitions of one option could be a conflict.
 */
const NAME_SPACES = new Set(
  'boot environment hardware home i18n launchd networking nix power programs security services system systemd users virtualisation wayland xdg'.split(
    ' ',
  ),
);

/** What a module has beside its settings when it has no `config`; all of it stays. */
export const MODULE_KEYS = new Set([
  'imports',
  'disabledModules',
  '_class',
  '_file',
  'key',
  'freeformType',
  'require',
  'options',
  'config',
]);

/** The divisions of a module's settings, in source order; only such that have parts. */
export function splitSites(layout: ModuleLayout, maxLines: number): SplitSite[] {
  const { text } = layout.file;
  const isStructured = layout.settings.some(({ binding }) => ['options', 'config'].includes(firstName(binding) ?? ''));
  if (!isStructured) {
    const own = layout.settings.filter(({ binding }) => !MODULE_KEYS.has(firstName(binding) ?? ''));
    return withParts([{ site: null, ...byFirstName(text, own, maxLines) }]);
  }
  const configs = layout.settings.flatMap(({ binding }) =>
    binding.kind === 'bind' && binding.path.length === 1 && firstName(binding) === 'config' ? [binding.value] : [],
  );
  const sites = configs.flatMap(settingSites).flatMap((site) => {
    const segments = segmentsOf(
      text,
      { bindings: site.set.bindings, inside: insideOf(site.set) },
      layout.source.comments,
    );
    return segments === null ? [] : [{ site, segments }];
  });
  return withParts(
    sites.map(({ site, segments }) => {
      if (sites.length === 1 || linesOf(text, segments) > maxLines - FRAME_LINES)
        return { site, ...byFirstName(text, segments, maxLines) };
      return { site, ...asWhole(text, site, segments) };
    }),
  );
}

/** How many lines segments have, without those that are blank at their beginning. */
export function linesOf(text: string, segments: readonly Segment[]): number {
  return segments.reduce((sum, { start, end }) => sum + text.slice(start, end).trim().split('\n').length, 0);
}

/** The first name that a binding sets; null when it is computed, and for `inherit`. */
export function firstName(binding: Segment['binding']): string | null {
  return nameAt(binding, 0);
}

function nameAt(binding: Segment['binding'], index: number): string | null {
  const part = binding.kind === 'bind' ? binding.path[index] : undefined;
  return part === undefined ? null : staticName(part);
}

function withParts(sites: readonly SplitSite[]): SplitSite[] {
  return sites.filter(({ parts }) => parts.length > 0);
}

function asWhole(text: string, site: SettingSite, segments: readonly Segment[]): Omit<SplitSite, 'site'> {
  const groups = groupBy(segments, ({ binding }) => firstName(binding));
  const largest = [...groups].sort(([, a], [, b]) => linesOf(text, b) - linesOf(text, a))[0]?.[0] ?? null;
  const name = site.hint ?? largest;
  if (name === null || linesOf(text, segments) < LEAST_LINES) return { parts: [], kept: segments };
  return { parts: [{ name, about: name, segments }], kept: [] };
}

/** One part for each first name with enough lines; one that is too long is divided by second names. */
function byFirstName(text: string, segments: readonly Segment[], maxLines: number): Omit<SplitSite, 'site'> {
  const parts: SettingsPart[] = [];
  const kept: Segment[] = [];
  for (const [first, group] of groupBy(segments, ({ binding }) => firstName(binding))) {
    if (first === null || linesOf(text, group) < LEAST_LINES) {
      kept.push(...group);
      continue;
    }
    let rest: readonly Segment[] = group;
    if (linesOf(text, group) > maxLines - FRAME_LINES && NAME_SPACES.has(first)) {
      const divided = bySecondName(text, first, group);
      parts.push(...divided.parts);
      rest = divided.kept;
    }
    if (rest.length > 0) parts.push({ name: first, about: first, segments: rest });
  }
  return { parts, kept: kept.sort((a, b) => a.start - b.start) };
}

function bySecondName(text: string, first: string, group: readonly Segment[]): Omit<SplitSite, 'site'> {
  const parts: SettingsPart[] = [];
  const kept: Segment[] = [];
  for (const [second, segments] of groupBy(group, ({ binding }) => nameAt(binding, 1))) {
    if (second === null || linesOf(text, segments) < LEAST_LINES) kept.push(...segments);
    else parts.push({ name: `${first}-${second}`, about: `${first}.${second}`, segments });
  }
  return { parts, kept: kept.sort((a, b) => a.start - b.start) };
}

function groupBy(
  segments: readonly Segment[],
  keyOf: (segment: Segment) => string | null,
): Map<string | null, Segment[]> {
  const groups = new Map<string | null, Segment[]>();
  for (const segment of segments) {
    const key = keyOf(segment);
    groups.set(key, [...(groups.get(key) ?? []), segment]);
  }
  return groups;
}
