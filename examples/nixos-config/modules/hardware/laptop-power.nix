{
  config,
  lib,
  pkgs,
  ...
}:

let
  cfg = config.kernelcore.hardware.laptop-power;
in
{
  options.kernelcore.hardware.laptop-power = {
    enable = lib.mkEnableOption "power saving for a laptop";

    chargeLimitPercent = lib.mkOption {
      type = lib.types.ints.between 50 100;
      default = 80;
      description = "Where charging stops, to spare the battery, in percent.";
    };
  };

  config = lib.mkIf cfg.enable {
    environment.systemPackages = [ pkgs.powertop ];
    services.thermald.enable = true;
    services.logind.settings.Login = {
      HandleLidSwitch = "suspend-then-hibernate";
      HandlePowerKey = "suspend";
    };
    services.tlp = {
      enable = true;
      settings = {
        CPU_SCALING_GOVERNOR_ON_AC = "performance";
        CPU_SCALING_GOVERNOR_ON_BAT = "powersave";
        START_CHARGE_THRESH_BAT0 = cfg.chargeLimitPercent - 5;
        STOP_CHARGE_THRESH_BAT0 = cfg.chargeLimitPercent;
        WIFI_PWR_ON_BAT = "on";
      };
    };
  };
}
