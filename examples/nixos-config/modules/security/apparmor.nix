{
  config,
  lib,
  pkgs,
  ...
}:

{
  options.kernelcore.security.apparmor.enable = lib.mkEnableOption "AppArmor";

  config = lib.mkIf config.kernelcore.security.apparmor.enable {
    environment.systemPackages = [
      pkgs.apparmor-utils
      pkgs.lynis
    ];
    security.apparmor = {
      enable = true;
      killUnconfinedConfinables = true;
    };
  };
}
