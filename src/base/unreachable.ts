/** Ends a switch over a union: a new member that is not handled fails to compile. Throws when reached all the same. */
export function unreachable(value: never): never {
  throw new Error(`unreachable case: ${JSON.stringify(value)}`);
}
