/**
 * The text at the start of a git bundle (gitformat-bundle(5)):
 * a signature, capabilities `@key=value` (version 3), prerequisites `-<id> <comment>`, refs `<id> <name>`, an empty line, a pack.
 * Read here rather than by git, since git would take the names for its own before anybody has looked at them.
 */

export interface BundleHeader {
  readonly objectFormat: 'sha1' | 'sha256';
  /** Commits that the reader must have, with their history. */
  readonly prerequisites: readonly string[];
  readonly refs: readonly { readonly name: string; readonly commit: string }[];
  /** Where the pack begins, bytes. */
  readonly packAt: number;
}

/** A run has hundreds of refs, not ten thousands. */
const LONGEST_HEADER = 4 * 1024 * 1024;

/** Reads the header, or says what is wrong with it. */
export function parseBundleHeader(bundle: Buffer): BundleHeader | { readonly wrong: string } {
  const end = bundle.subarray(0, LONGEST_HEADER).indexOf('\n\n');
  if (end === -1) return { wrong: 'the header has no end' };
  // Names are bytes; latin1 keeps each of them apart, so that none can become another.
  const [signature = '', ...lines] = bundle.subarray(0, end).toString('latin1').split('\n');
  if (!/^# v[23] git bundle$/.test(signature)) return { wrong: 'it does not begin as a git bundle' };
  let objectFormat: BundleHeader['objectFormat'] = 'sha1';
  const prerequisites: string[] = [];
  const refs: { name: string; commit: string }[] = [];
  for (const line of lines) {
    const [, prerequisite] = /^-([0-9a-f]{40,64})(?: .*)?$/.exec(line) ?? [];
    const [, commit, name] = /^([0-9a-f]{40,64}) (.+)$/.exec(line) ?? [];
    if (prerequisite !== undefined) prerequisites.push(prerequisite);
    else if (commit !== undefined && name !== undefined) refs.push({ name, commit });
    else if (line === '@object-format=sha256') objectFormat = 'sha256';
    else if (line !== '@object-format=sha1') return { wrong: 'a line of the header is none that git writes' };
  }
  const length = objectFormat === 'sha256' ? 64 : 40;
  if (![...prerequisites, ...refs.map((ref) => ref.commit)].every((id) => id.length === length)) {
    return { wrong: 'an id in the header has another length than its format' };
  }
  return { objectFormat, prerequisites, refs, packAt: end + 2 };
}
