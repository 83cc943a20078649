import { defaultNixCreate } from './default-nix-create/default-nix-create.js';
import { flakeValidate } from './flake-validate/flake-validate.js';
import { moduleValidate } from './module-validate/module-validate.js';
import type { Skill } from './skill.js';

/** All built-in skills, by name. */
export const builtInSkills: ReadonlyMap<string, Skill> = new Map(
  [defaultNixCreate, flakeValidate, moduleValidate].map((skill) => [skill.name, skill]),
);
