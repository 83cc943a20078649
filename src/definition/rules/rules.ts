import type { Rule } from '../checked-workflow.js';
import { doesNotCallItself, nameEqualsFileName, prerequisitesAreKnown } from './names.js';
import { delaysFit, parallelKeysOnlyThere, stepsOrPhases } from './shape.js';
import { namesAreUnique } from './unique.js';
import { changelogIsCurrent, versionsAreSemantic } from './versions.js';
import { hostsAreNamedOnce, parallelWritesDoNotOverlap, pathsStayInside } from './writes.js';

/** Everything that is checked beyond the schema. The order does not matter: diagnostics are sorted by place. */
export const rules: readonly Rule[] = [
  nameEqualsFileName,
  doesNotCallItself,
  prerequisitesAreKnown,
  versionsAreSemantic,
  changelogIsCurrent,
  stepsOrPhases,
  parallelKeysOnlyThere,
  delaysFit,
  namesAreUnique,
  parallelWritesDoNotOverlap,
  pathsStayInside,
  hostsAreNamedOnce,
];
