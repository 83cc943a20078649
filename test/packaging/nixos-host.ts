import { nixSystem, type FlakeScene } from './flake-scene.js';

let hosts = 0;

/** Settings of a unit by section, `Section.Name` -> its values in order, with the hash of store paths taken off. */
export type UnitSettings = Readonly<Record<string, readonly string[]>>;

/** A flake with one host that uses our module; `settings` is what stands in `services.workflow-runner`. Answers how Nix names the host. */
export function writeHost(scene: FlakeScene, settings: string): string {
  hosts += 1;
  const flake = scene.userFlake(
    `host-${hosts}`,
    `{
      inputs.nixpkgs.url = "github:NixOS/nixpkgs";
      inputs.workflow-runner = { url = "github:workflow-runner/workflow-runner"; inputs.nixpkgs.follows = "nixpkgs"; };
      outputs = { self, nixpkgs, workflow-runner }: rec {
        nixosConfigurations.host = nixpkgs.lib.nixosSystem {
          system = "${nixSystem}";
          modules = [ workflow-runner.nixosModules.default { services.workflow-runner = ${settings}; } ];
        };
        # The first command of a service, to be built and run.
        firstCommand = nixpkgs.legacyPackages.${nixSystem}.runCommand "first-command" { } ''
          cp \${builtins.head nixosConfigurations.host.config.systemd.services.workflow-runner-one.serviceConfig.ExecStart} "$out"
        '';
        checks = nixpkgs.legacyPackages.${nixSystem}.runCommand "checks" { inherit (nixosConfigurations.host.config.system) checks; } "touch $out";
      };
    }`,
  );
  return flake;
}

/** An enabled module with one workflow `one` on /srv/config, and these settings of it. */
export function oneWorkflow(settings = ''): string {
  return `{ enable = true; workflows.one = { repository = "/srv/config"; ${settings} }; }`;
}

/** The units of a system, as text by name. Throws what Nix says. */
export function unitTexts(scene: FlakeScene, system: string): Readonly<Record<string, string>> {
  const units = scene.evaluate(`${system}.config.systemd.units`, 'builtins.mapAttrs (_: unit: unit.text)');
  return units as Record<string, string>;
}

/** The settings of a unit. */
export function settingsOf(scene: FlakeScene, text: string): UnitSettings {
  const settings: Record<string, string[]> = {};
  let section = '';
  for (const line of withoutHashes(scene, text).split('\n')) {
    const [, name] = /^\[(\w+)\]$/.exec(line) ?? [];
    section = name ?? section;
    const [, key, value = ''] = /^(\w+)=(.*)$/.exec(line) ?? [];
    // An empty setting of a service takes everything back; an empty list of units says nothing.
    if (key !== undefined && (section === 'Service' || value !== ''))
      (settings[`${section}.${key}`] ??= []).push(value);
  }
  return settings;
}

function withoutHashes(scene: FlakeScene, text: string): string {
  const store = scene.env['NIX_STORE_DIR'] ?? '';
  return text.replaceAll(store, '/nix/store').replaceAll(/\/nix\/store\/[0-9a-z]{32}-/g, '/nix/store/');
}
