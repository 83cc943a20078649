{ config, lib, ... }:

let
  cfg = config.kernelcore.system.memory;
in
{
  options.kernelcore.system.memory = {
    zramPercent = lib.mkOption {
      type = lib.types.ints.between 0 200;
      default = 50;
      description = "Size of the compressed swap in percent of the memory; 0 for none.";
    };

    swappiness = lib.mkOption {
      type = lib.types.ints.between 0 200;
      default = 100;
      description = "How readily the kernel swaps.";
    };
  };

  config = {
    boot.kernel.sysctl = {
      "vm.swappiness" = cfg.swappiness;
      "vm.vfs_cache_pressure" = 50;
    };
    services.earlyoom = {
      enable = true;
      freeMemThreshold = 5;
      extraArgs = [
        "--prefer"
        "^(chromium|firefox|brave)$"
      ];
    };
    zramSwap = {
      enable = cfg.zramPercent > 0;
      memoryPercent = cfg.zramPercent;
    };
  };
}
