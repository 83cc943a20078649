{ lib, ... }:

let
  inherit (lib) types;
  declare = import ./declare.nix lib;
  user.options = {
    description = declare.text "";
    extraGroups = declare.listOf types.str;
    group = declare.text "users";
    hashedPasswordFile = declare.maybe types.str;
    home = declare.maybe types.str;
    isNormalUser = declare.enable;
    isSystemUser = declare.enable;
    openssh.authorizedKeys.keys = declare.listOf types.str;
    shell = declare.maybe types.package;
    linger = declare.enable;
  };
in
{
  options.users = {
    mutableUsers = declare.flag true;
    defaultUserShell = declare.maybe types.package;
    users = declare.setOf (types.submodule user);
    groups = declare.setOf types.anything;
  };
}
