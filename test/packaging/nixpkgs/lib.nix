# The library of the example's stand-in (beside this file, put there by the test), and what our flake uses besides.
let
  base = import ./example-lib;
  inherit (builtins) concatStringsSep filter replaceStrings stringLength substring;
  lib = base // rec {
    inherit (builtins) concatStringsSep replaceStrings;
    remove = unwanted: filter (value: value != unwanted);
    range = first: last: builtins.genList (n: first + n) (last - first + 1);
    concatStrings = concatStringsSep "";
    hasPrefix = prefix: text: substring 0 (stringLength prefix) text == prefix;
    splitString = separator: text: filter builtins.isString (builtins.split separator text);
    makeBinPath = base.concatMapStringsSep ":" (package: "${package}/bin");
    versionAtLeast = a: b: builtins.compareVersions a b >= 0;
    assertMsg = condition: message: condition || throw message;
    importJSON = path: builtins.fromJSON (builtins.readFile path);
    escapeShellArg = text: "'${replaceStrings [ "'" ] [ "'\\''" ] text}'";
    licenses.mit.spdxId = "MIT";
    platforms.unix = [
      "x86_64-linux"
      "aarch64-linux"
      "aarch64-darwin"
    ];

    fileset = {
      unions = paths: map toString paths;
      toSource =
        { root, fileset }:
        builtins.path {
          name = "source";
          path = root;
          filter = path: _: base.any (kept: kept == path || hasPrefix "${kept}/" path || hasPrefix "${path}/" kept) fileset;
        };
    };

    types = base.types // {
      strMatching = pattern: base.types.str // {
        description = "string matching the pattern ${pattern}";
        check = value: builtins.isString value && builtins.match pattern value != null;
      };
    };

    # A system with the options that our module sets, and nothing else of NixOS.
    nixosSystem =
      {
        system ? "x86_64-linux",
        modules,
      }:
      base.evalModules {
        modules = [ ./nixos.nix ] ++ modules;
        specialArgs = {
          inherit lib;
          pkgs = import ./pkgs.nix { inherit lib system; };
        };
      };
  };
in
lib
