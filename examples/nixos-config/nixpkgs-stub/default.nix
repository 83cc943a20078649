# The entry point of nixpkgs: `import nixpkgs { system, overlays, config }`.
{
  system ? "x86_64-linux",
  overlays ? [ ],
  config ? { },
}:

let
  lib = import ./lib;
  base = import ./pkgs.nix { inherit lib system config; };
in
lib.foldl' (pkgs: overlay: pkgs // overlay (pkgs // overlay pkgs pkgs) pkgs) base overlays
