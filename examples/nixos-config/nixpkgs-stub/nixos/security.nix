{ lib, ... }:

let
  inherit (lib) types;
  declare = import ./declare.nix lib;
in
{
  options.security = {
    apparmor = {
      enable = declare.enable;
      killUnconfinedConfinables = declare.enable;
    };
    audit = {
      enable = declare.enable;
      backlogLimit = declare.number 64;
      rules = declare.listOf types.str;
    };
    auditd.enable = declare.enable;
    forcePageTableIsolation = declare.enable;
    lockKernelModules = declare.enable;
    pam = {
      loginLimits = declare.listOf types.anything;
      services = declare.setOf types.anything;
    };
    polkit = {
      enable = declare.enable;
      extraConfig = declare.lines;
    };
    protectKernelImage = declare.enable;
    rtkit.enable = declare.enable;
    sudo = {
      enable = declare.flag true;
      execWheelOnly = declare.enable;
      wheelNeedsPassword = declare.flag true;
      extraConfig = declare.lines;
    };
    unprivilegedUsernsClone = declare.enable;
  };
}
