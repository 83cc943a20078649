{ lib, ... }:

{
  boot.loader = {
    efi.canTouchEfiVariables = true;
    timeout = lib.mkDefault 3;
    systemd-boot = {
      enable = true;
      configurationLimit = 10;
      editor = false;
    };
  };
  boot.tmp.cleanOnBoot = true;
}
