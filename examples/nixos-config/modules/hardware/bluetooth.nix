{ config, lib, ... }:

{
  options.kernelcore.hardware.bluetooth.enable = lib.mkEnableOption "Bluetooth, off until it is needed";

  config = lib.mkIf config.kernelcore.hardware.bluetooth.enable {
    services.blueman.enable = true;
    hardware.bluetooth = {
      enable = true;
      powerOnBoot = false;
      settings.General = {
        Experimental = true;
        Privacy = "device";
      };
    };
  };
}
