# The part of NixOS that the example uses. An option that is not declared here is an error, as a misspelt one is on NixOS.
{
  imports = [
    ./environment.nix
    ./boot-and-hardware.nix
    ./networking.nix
    ./programs.nix
    ./security.nix
    ./services.nix
    ./systemd.nix
    ./users.nix
    ./virtualisation.nix
    ./toplevel.nix
  ];
}
