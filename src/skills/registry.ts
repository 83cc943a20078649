import { defaultNixCreate } from './default-nix-create/default-nix-create.js';
import { duplicateDetect } from './duplicate-detect/duplicate-detect.js';
import { docGen } from './doc-gen/doc-gen.js';
import { flakeValidate } from './flake-validate/flake-validate.js';
import { importOptimize } from './import-optimize/import-optimize.js';
import { moduleMove } from './module-move/module-move.js';
import { moduleSplit } from './module-split/module-split.js';
import { moduleValidate } from './module-validate/module-validate.js';
import { nixModuleGen } from './nix-module-gen/nix-module-gen.js';
import { securityScan } from './security-scan/security-scan.js';
import { testGen } from './test-gen/test-gen.js';
import type { Skill } from './skill.js';

/** All built-in skills, by name. */
export const builtInSkills: ReadonlyMap<string, Skill> = new Map(
  [
    defaultNixCreate,
    duplicateDetect,
    docGen,
    flakeValidate,
    importOptimize,
    moduleMove,
    moduleSplit,
    moduleValidate,
    nixModuleGen,
    securityScan,
    testGen,
  ].map((skill) => [skill.name, skill]),
);
