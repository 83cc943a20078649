import { gt, valid } from 'semver';
import type { Diagnostic } from '../../base/diagnostic.js';
import { atKey, atValue, type CheckedWorkflow } from '../checked-workflow.js';
import { quoted } from '../suggest.js';

const semverHelp = 'a version has three numbers, for example `1.2.0`';

/** `version` and the versions of the changelog are semantic versions (semver.org 2.0.0), written without `v`. */
export function versionsAreSemantic(workflow: CheckedWorkflow): Diagnostic[] {
  const { version } = workflow.keys;
  const entries = changelogOf(workflow);
  return [
    ...(version === undefined || isVersion(version)
      ? []
      : [
          atValue(workflow, ['version'], {
            code: 'bad-version',
            message: `${quoted(version)} is no version`,
            help: semverHelp,
          }),
        ]),
    ...entries
      .filter((entry) => !isVersion(entry.version))
      .map((entry) =>
        atKey(workflow, entry.path, {
          code: 'bad-version',
          message: `${quoted(entry.version)} is no version`,
          help: semverHelp,
        }),
      ),
  ];
}

/** The newest entry of the changelog is the first, and tells of the current version. */
export function changelogIsCurrent(workflow: CheckedWorkflow): Diagnostic[] {
  const entries = changelogOf(workflow).filter((entry) => isVersion(entry.version));
  const version = workflow.keys.version ?? '1.0.0';
  const [newest] = entries;
  const diagnostics = entries.flatMap((entry, index) => {
    const before = entries[index - 1];
    if (before === undefined || gt(before.version, entry.version)) return [];
    const help = 'the newest version stands first, and each only once';
    return [
      atKey(workflow, entry.path, {
        severity: 'warning',
        code: 'changelog-order',
        message: `${entry.version} stands behind ${before.version}`,
        help,
      }),
    ];
  });
  if (newest === undefined || newest.version === version || !isVersion(version)) return diagnostics;
  const finding = {
    severity: 'warning' as const,
    code: 'changelog-outdated',
    message: `the newest entry is ${newest.version}, the version is ${version}`,
    help: `add \`- ${version}: what changed\` as the first entry`,
  };
  return [...diagnostics, atKey(workflow, newest.path, finding)];
}

function isVersion(text: string): boolean {
  return text.length <= 256 && valid(text) === text;
}

function changelogOf(workflow: CheckedWorkflow): { version: string; path: (string | number)[] }[] {
  return (workflow.keys.changelog ?? []).flatMap((entry, index) =>
    Object.keys(entry).map((version) => ({ version, path: ['changelog', index, version] })),
  );
}
