{ lib, ... }:

let
  inherit (lib) types;
  declare = import ./declare.nix lib;
in
{
  options.virtualisation = {
    containers.registries.search = declare.listOf types.str;
    docker = {
      enable = declare.enable;
      enableOnBoot = declare.flag true;
      autoPrune = declare.free;
      daemon.settings = declare.free;
      rootless = declare.free;
      storageDriver = declare.maybe types.str;
    };
    libvirtd = {
      enable = declare.enable;
      onBoot = declare.text "start";
      onShutdown = declare.text "suspend";
      allowedBridges = declare.listOf types.str;
      qemu = declare.free;
    };
    oci-containers = {
      backend = declare.text "podman";
      containers = declare.free;
    };
    podman = {
      enable = declare.enable;
      dockerCompat = declare.enable;
      autoPrune = declare.free;
      defaultNetwork.settings = declare.free;
    };
    spiceUSBRedirection.enable = declare.enable;
  };
}
