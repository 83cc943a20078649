{
  config,
  lib,
  pkgs,
  ...
}:

let
  cfg = config.kernelcore.services.backup;
in
{
  options.kernelcore.services.backup = {
    enable = lib.mkEnableOption "nightly backups by restic";

    paths = lib.mkOption {
      type = lib.types.listOf lib.types.path;
      default = [ "/home" ];
      description = "What is backed up.";
    };

    repository = lib.mkOption {
      type = lib.types.str;
      example = "sftp:backup@atlas:/srv/backup";
      description = "Where it is kept, in the notation of restic.";
    };
  };

  config = lib.mkIf cfg.enable {
    environment.systemPackages = [ pkgs.restic ];
    services.restic.backups.nightly = {
      inherit (cfg) paths repository;
      passwordFile = "/run/secrets/restic-password";
      initialize = true;
      extraBackupArgs = [
        "--exclude-caches"
        "--one-file-system"
      ];
      pruneOpts = [
        "--keep-daily 7"
        "--keep-weekly 5"
        "--keep-monthly 12"
      ];
      timerConfig = {
        OnCalendar = "02:30";
        Persistent = true;
        RandomizedDelaySec = "20m";
      };
    };
  };
}
