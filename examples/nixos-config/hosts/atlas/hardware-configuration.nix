# Written by nixos-generate-config on the server.
{
  boot.initrd.availableKernelModules = [
    "ahci"
    "nvme"
    "sd_mod"
  ];
  fileSystems."/" = {
    device = "/dev/disk/by-label/nixos";
    fsType = "xfs";
  };
  fileSystems."/srv" = {
    device = "/dev/disk/by-label/srv";
    fsType = "xfs";
    options = [ "nodev" ];
  };
  hardware.cpu.amd.updateMicrocode = true;
  services.smartd.enable = true;
  services.fstrim.enable = true;
}
