{
  config,
  lib,
  pkgs,
  ...
}:

{
  options.kernelcore.hardware.intel.enable = lib.mkEnableOption "Intel graphics and microcode";

  config = lib.mkIf config.kernelcore.hardware.intel.enable {
    boot.kernelParams = [ "i915.enable_guc=3" ];
    hardware.cpu.intel.updateMicrocode = true;
    hardware.graphics = {
      enable = true;
      extraPackages = [ pkgs.intel-media-driver ];
    };
  };
}
