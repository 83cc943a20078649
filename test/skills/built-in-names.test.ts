import { expect, test } from '@jest/globals';
import { builtInSkillNames } from '../../src/skills/built-in-names.js';
import { builtInSkills } from '../../src/skills/registry.js';

test('the names of the built-in skills are those of the skills themselves, in the same order', () => {
  expect([...builtInSkillNames]).toEqual([...builtInSkills.keys()]);
});
