{ lib, pkgs, ... }:

let
  inherit (lib) types;
  declare = import ./declare.nix lib;
  scalar = types.oneOf [
    types.bool
    types.int
    types.str
  ];
in
{
  options = {
    boot = {
      kernelPackages = lib.mkOption {
        type = types.raw;
        default = pkgs.linuxPackages;
        description = "The kernel and its modules.";
      };
      kernelModules = declare.listOf types.str;
      blacklistedKernelModules = declare.listOf types.str;
      kernelParams = declare.listOf types.str;
      kernel.sysctl = declare.setOf scalar;
      extraModprobeConfig = declare.lines;
      initrd = {
        availableKernelModules = declare.listOf types.str;
        kernelModules = declare.listOf types.str;
      };
      loader = {
        systemd-boot = {
          enable = declare.enable;
          configurationLimit = declare.maybe types.int;
          editor = declare.flag true;
        };
        efi.canTouchEfiVariables = declare.enable;
        timeout = declare.number 5;
      };
      tmp = {
        useTmpfs = declare.enable;
        cleanOnBoot = declare.enable;
      };
    };
    fileSystems = declare.setOf types.anything;
    swapDevices = declare.listOf types.anything;
    zramSwap = {
      enable = declare.enable;
      memoryPercent = declare.number 50;
      algorithm = declare.text "zstd";
    };
    powerManagement = {
      enable = declare.flag true;
      cpuFreqGovernor = declare.maybe types.str;
      powertop.enable = declare.enable;
    };
    hardware = {
      enableRedistributableFirmware = declare.enable;
      cpu.intel.updateMicrocode = declare.enable;
      cpu.amd.updateMicrocode = declare.enable;
      bluetooth = {
        enable = declare.enable;
        powerOnBoot = declare.flag true;
        settings = declare.free;
      };
      graphics = {
        enable = declare.enable;
        extraPackages = declare.listOf types.package;
      };
      nvidia = declare.free;
      nvidia-container-toolkit.enable = declare.enable;
    };
  };
}
