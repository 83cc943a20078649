{
  environment.shellAliases = {
    nfc = "nix flake check --no-update-lock-file";
    nrb = "nixos-rebuild build --flake .";
    nrs = "sudo nixos-rebuild switch --flake .";
    ntr = "nix-tree /run/current-system";
  };
}
