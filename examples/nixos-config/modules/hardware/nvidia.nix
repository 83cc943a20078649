{
  config,
  lib,
  pkgs,
  ...
}:

let
  cfg = config.kernelcore.hardware.nvidia;
in
{
  options.kernelcore.hardware.nvidia = {
    enable = lib.mkEnableOption "the proprietary NVIDIA driver";

    powerLimitWatts = lib.mkOption {
      type = lib.types.nullOr lib.types.ints.positive;
      default = null;
      description = "Power limit of the card in watts, or null for the vendor's.";
    };
  };

  config = lib.mkIf cfg.enable {
    services.xserver.videoDrivers = [ "nvidia" ];
    boot.blacklistedKernelModules = [ "nouveau" ];
    boot.initrd.kernelModules = [ "nvidia" ];
    environment.systemPackages = [
      config.boot.kernelPackages.nvidia_x11
      pkgs.nvtop
    ];

    hardware.graphics.enable = true;
    hardware.nvidia = {
      modesetting.enable = true;
      open = false;
      powerManagement.enable = true;
    };

    systemd.services.nvidia-power-limit = lib.mkIf (cfg.powerLimitWatts != null) {
      description = "Limit the power of the graphics card";
      wantedBy = [ "multi-user.target" ];
      serviceConfig.Type = "oneshot";
      script = ''
        nvidia-smi --power-limit ${toString cfg.powerLimitWatts}
      '';
    };
  };
}
