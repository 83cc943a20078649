# Long-running services.
{
  imports = [
    ./backup.nix
    ./gitea.nix
    ./postgresql.nix
    ./reverse-proxy.nix
  ];
}
