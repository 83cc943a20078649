import type { NixExpression } from '../syntax/syntax-tree.js';
import { staticText, withoutParentheses } from '../syntax/walk.js';

/** Functions of nixpkgs' `lib` whose last argument is what they give. */
const LAST_HANDED_ON =
  /^(?:mkIf|optional|optionals|optionalAttrs|mkForce|mkDefault|mkOverride|mkOrder|mkBefore|mkAfter|mkVMOverride|mkImageMediaOverride|mkOptionDefault|mkDefinition)$/;
const ALL_HANDED_ON = /^(?:mkMerge|recursiveUpdate|mergeAttrs|mergeAttrsList)$/;

/** They get the names of options as lists of texts. */
const NAMED = /^(?:mk\w*OptionModule\w*|doRename|attrByPath|getAttrFromPath|hasAttrByPath|setAttrByPath)$/;

/** The arguments of a call that the settings which it gives are made of; none when they may be anything. */
export function handedOn(called: string | null, values: readonly NixExpression[]): readonly NixExpression[] {
  if (called === null) return [];
  if (ALL_HANDED_ON.test(called)) return values;
  return LAST_HANDED_ON.test(called) ? values.slice(-1) : [];
}

/** Whether a function gets names of options as lists of texts. */
export function takesNames(called: string | null): boolean {
  return called !== null && NAMED.test(called);
}

/** The texts of a list that has nothing else, such as `[ "services" "x" ]`; else none. */
export function writtenNames(value: NixExpression): string[] {
  const list = withoutParentheses(value);
  const texts =
    list.kind === 'list' ? list.items.map((item) => (item.kind === 'string' ? staticText(item.parts) : null)) : [];
  return texts.every((text) => text !== null) ? texts : [];
}
