{
  config,
  lib,
  pkgs,
  ...
}:

let
  cfg = config.kernelcore.network.wireguard;
in
{
  options.kernelcore.network.wireguard = {
    enable = lib.mkEnableOption "the tunnel between the laptop and the server";

    address = lib.mkOption {
      type = lib.types.str;
      example = "10.100.0.2/24";
      description = "Address of this host in the tunnel.";
    };

    listenPort = lib.mkOption {
      type = lib.types.port;
      default = 51820;
      description = "UDP port of the tunnel.";
    };

    peers = lib.mkOption {
      type = lib.types.listOf lib.types.anything;
      default = [ ];
      description = "Peers, as in networking.wireguard.interfaces.<name>.peers.";
    };
  };

  config = lib.mkIf cfg.enable {
    environment.systemPackages = [ pkgs.wireguard-tools ];
    networking.firewall.allowedUDPPorts = [ cfg.listenPort ];
    networking.wireguard.interfaces.wg0 = {
      ips = [ cfg.address ];
      inherit (cfg) listenPort peers;
      privateKeyFile = "/run/secrets/wireguard-key";
    };
  };
}
