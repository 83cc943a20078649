{
  description = "Runs YAML workflows of steps over a git repository, mostly a NixOS flake, as one transaction";

  # Any nixpkgs with Node.js 20.12 or newer will do: set inputs.workflow-runner.inputs.nixpkgs.follows to your own.
  inputs.nixpkgs.url = "github:NixOS/nixpkgs/nixos-unstable";

  outputs =
    { self, nixpkgs }:
    let
      inherit (nixpkgs) lib;
      linux = [
        "x86_64-linux"
        "aarch64-linux"
      ];
      forSystems = systems: make: lib.genAttrs systems (system: make nixpkgs.legacyPackages.${system});
      forAllSystems = forSystems (linux ++ [ "aarch64-darwin" ]);
    in
    {
      packages = forAllSystems (pkgs: rec {
        workflow-runner = pkgs.callPackage ./nix/package.nix { };
        default = workflow-runner;
      });

      apps = forAllSystems (pkgs: rec {
        workflow-runner = {
          type = "app";
          program = lib.getExe self.packages.${pkgs.stdenv.hostPlatform.system}.workflow-runner;
          meta = { inherit (self.packages.${pkgs.stdenv.hostPlatform.system}.workflow-runner.meta) description; };
        };
        default = workflow-runner;
      });

      overlays.default = final: _: { workflow-runner = final.callPackage ./nix/package.nix { }; };

      devShells = forAllSystems (pkgs: {
        default = pkgs.mkShell {
          packages = [
            pkgs.nodejs
            pkgs.git
          ]
          ++ lib.optional pkgs.stdenv.hostPlatform.isLinux pkgs.bubblewrap;
        };
      });

      nixosModules = rec {
        workflow-runner = { imports = [ ./nix/module.nix ]; };
        default = workflow-runner;
      };

      checks = forSystems linux (pkgs: {
        package = self.packages.${pkgs.stdenv.hostPlatform.system}.workflow-runner;
        module = import ./nix/module-check.nix { inherit self nixpkgs pkgs; };
      });
    };
}
