{ config, lib, ... }:

let
  cfg = config.kernelcore.network.zones;
in
{
  options.kernelcore.network.zones = {
    lanInterface = lib.mkOption {
      type = lib.types.nullOr lib.types.str;
      default = null;
      description = "Interface of the local network, or null on a machine that trusts none.";
    };

    lanTCPPorts = lib.mkOption {
      type = lib.types.listOf lib.types.port;
      default = [ ];
      description = "Ports open on the local network only.";
    };
  };

  config = {
    networking.firewall = {
      enable = true;
      allowPing = lib.mkDefault false;
      logRefusedConnections = true;
      interfaces = lib.optionalAttrs (cfg.lanInterface != null) {
        ${cfg.lanInterface}.allowedTCPPorts = cfg.lanTCPPorts;
      };
    };
  };
}
