{ config, lib, ... }:

{
  options.kernelcore.security.sudo.enable = lib.mkEnableOption "a strict sudo";

  config = lib.mkIf config.kernelcore.security.sudo.enable {
    security.sudo = {
      execWheelOnly = true;
      wheelNeedsPassword = true;
      extraConfig = ''
        Defaults timestamp_timeout=5
        Defaults lecture=never
        Defaults logfile=/var/log/sudo.log
      '';
    };
    security.pam.loginLimits = [
      {
        domain = "*";
        type = "hard";
        item = "core";
        value = "0";
      }
    ];
    systemd.coredump.enable = false;
  };
}
