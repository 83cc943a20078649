let
  prelude = import ./prelude.nix;
  lib =
    prelude
    // import ./properties.nix lib
    // import ./modules.nix lib
    // {
      types = import ./types.nix lib;

      # A NixOS system: the base options, then the given modules.
      nixosSystem =
        {
          modules,
          specialArgs ? { },
          system ? "x86_64-linux",
        }:
        lib.evalModules {
          modules = [
            ../nixos
            {
              _file = "lib.nixosSystem";
              nixpkgs.system = system;
            }
          ]
          ++ modules;
          inherit specialArgs;
        };
    };
in
lib
