{
  config,
  lib,
  pkgs,
  ...
}:

let
  cfg = config.kernelcore.services.postgresql;
in
{
  options.kernelcore.services.postgresql = {
    databases = lib.mkOption {
      type = lib.types.listOf lib.types.str;
      default = [ ];
      description = "Databases, each owned by a user of the same name; the server runs when there is one.";
    };

    memoryMiB = lib.mkOption {
      type = lib.types.ints.positive;
      default = 1024;
      description = "Memory for shared buffers in MiB.";
    };
  };

  config = lib.mkIf (cfg.databases != [ ]) {
    services.postgresql = {
      enable = true;
      package = pkgs.postgresql;
      ensureDatabases = cfg.databases;
      ensureUsers = map (name: {
        inherit name;
        ensureDBOwnership = true;
      }) cfg.databases;
      settings = {
        listen_addresses = "";
        shared_buffers = "${toString cfg.memoryMiB}MB";
        log_min_duration_statement = 500;
      };
      authentication = ''
        local all all peer
      '';
    };
  };
}
