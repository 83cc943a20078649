{ config, lib, ... }:

let
  cfg = config.kernelcore.services.reverse-proxy;

  virtualHost = _: port: {
    forceSSL = true;
    enableACME = true;
    locations."/" = {
      proxyPass = "http://127.0.0.1:${toString port}";
      proxyWebsockets = true;
    };
  };
in
{
  options.kernelcore.services.reverse-proxy.hosts = lib.mkOption {
    type = lib.types.attrsOf lib.types.port;
    default = { };
    example = {
      "git.example.org" = 3000;
    };
    description = "Local port for each public name; the proxy runs when there is one.";
  };

  config = lib.mkIf (cfg.hosts != { }) {
    networking.firewall.allowedTCPPorts = [
      80
      443
    ];
    services.nginx = {
      enable = true;
      recommendedGzipSettings = true;
      recommendedOptimisation = true;
      recommendedProxySettings = true;
      recommendedTlsSettings = true;
      virtualHosts = lib.mapAttrs virtualHost cfg.hosts;
    };
  };
}
