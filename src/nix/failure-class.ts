import type { Diagnostic } from '../base/diagnostic.js';

/**
 * Whether a failed check may pass when nothing is changed. `transient`: the network or a substituter; `resources`: memory,
 * disk or a killed process, so alone and one at a time it may; `deterministic`: it will say the same again.
 */
export type FailureClass = 'transient' | 'resources' | 'deterministic';

const CLASS_OF_CODE: Readonly<Record<string, FailureClass>> = {
  'nix-network': 'transient',
  'nix-resources': 'resources',
};

/** One error that stays makes the failure stay, whatever else went wrong; without any error nothing is known to pass by itself. */
export function nixFailureClass(diagnostics: readonly Diagnostic[]): FailureClass {
  const classes = diagnostics
    .filter(({ severity }) => severity === 'error')
    .map(({ code }) => CLASS_OF_CODE[code] ?? 'deterministic');
  const weight: readonly FailureClass[] = ['deterministic', 'resources', 'transient'];
  return weight.find((one) => classes.includes(one)) ?? 'deterministic';
}
