{ lib, ... }:

let
  inherit (lib) types;
  declare = import ./declare.nix lib;
in
{
  options.networking = {
    hostName = declare.text "nixos";
    domain = declare.maybe types.str;
    hosts = declare.setOf (types.listOf types.str);
    nameservers = declare.listOf types.str;
    useDHCP = declare.flag true;
    enableIPv6 = declare.flag true;
    networkmanager = {
      enable = declare.enable;
      dns = declare.text "default";
      wifi = {
        powersave = declare.enable;
        macAddress = declare.text "preserve";
        scanRandMacAddress = declare.flag true;
      };
    };
    firewall = {
      enable = declare.flag true;
      allowPing = declare.flag true;
      allowedTCPPorts = declare.listOf types.port;
      allowedUDPPorts = declare.listOf types.port;
      interfaces = declare.setOf types.anything;
      trustedInterfaces = declare.listOf types.str;
      logRefusedConnections = declare.flag true;
      checkReversePath = declare.text "strict";
      extraCommands = declare.lines;
    };
    nat = {
      enable = declare.enable;
      externalInterface = declare.maybe types.str;
      internalInterfaces = declare.listOf types.str;
    };
    wireguard.interfaces = declare.setOf types.anything;
  };
}
