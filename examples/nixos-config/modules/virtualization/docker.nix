{
  config,
  lib,
  pkgs,
  ...
}:

let
  cfg = config.kernelcore.virtualization.docker;
in
{
  options.kernelcore.virtualization.docker = {
    enable = lib.mkEnableOption "Docker";

    users = lib.mkOption {
      type = lib.types.listOf lib.types.str;
      default = [ ];
      description = "Users that may talk to the daemon; this makes them as powerful as root.";
    };
  };

  config = lib.mkIf cfg.enable {
    environment.systemPackages = [
      pkgs.docker-compose
      pkgs.dive
    ];
    users.users = lib.genAttrs cfg.users (_: {
      extraGroups = [ "docker" ];
    });
    virtualisation.docker = {
      enable = true;
      autoPrune = {
        enable = true;
        dates = "weekly";
      };
      daemon.settings = {
        icc = false;
        live-restore = true;
        log-driver = "journald";
        no-new-privileges = true;
      };
    };
  };
}
