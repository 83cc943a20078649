{ config, lib, ... }:

let
  cfg = config.kernelcore.network.dns;
in
{
  options.kernelcore.network.dns = {
    enable = lib.mkEnableOption "the local resolver with DNS over TLS";

    servers = lib.mkOption {
      type = lib.types.listOf lib.types.str;
      default = [
        "9.9.9.9#dns.quad9.net"
        "1.1.1.1#cloudflare-dns.com"
      ];
      description = "Resolvers to ask, each with the name in its certificate.";
    };
  };

  config = lib.mkIf cfg.enable {
    networking.nameservers = cfg.servers;
    networking.networkmanager.dns = "systemd-resolved";
    services.resolved = {
      enable = true;
      dnssec = "true";
      fallbackDns = [ ];
      extraConfig = ''
        DNSOverTLS=yes
        MulticastDNS=no
      '';
    };
  };
}
