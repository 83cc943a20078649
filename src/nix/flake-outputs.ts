/** What Nix 2.8 to 2.34 say when the flake has no such output. */
export const NO_HOSTS = /does not provide attribute [^\n]*'nixosConfigurations'/;
export const NO_CHECKS = /does not provide attribute [^\n]*'checks'/;

/** Arguments of Nix that give the system of this machine, such as `"x86_64-linux"`. */
export const CURRENT_SYSTEM = ['eval', '--json', '--impure', '--expr', 'builtins.currentSystem'] as const;
