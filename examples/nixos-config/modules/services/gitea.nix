{ config, lib, ... }:

let
  cfg = config.kernelcore.services.gitea;
in
{
  options.kernelcore.services.gitea = {
    enable = lib.mkEnableOption "a private Gitea";

    domain = lib.mkOption {
      type = lib.types.str;
      example = "git.example.org";
      description = "Name under which it is reached.";
    };

    port = lib.mkOption {
      type = lib.types.port;
      default = 3000;
      description = "Port on the loopback interface, behind the reverse proxy.";
    };
  };

  config = lib.mkIf cfg.enable {
    kernelcore.services.postgresql.databases = [ "gitea" ];
    kernelcore.services.reverse-proxy.hosts.${cfg.domain} = cfg.port;
    services.gitea = {
      enable = true;
      appName = "kernelcore git";
      database = {
        type = "postgres";
        createDatabase = false;
      };
      settings = {
        server = {
          DOMAIN = cfg.domain;
          HTTP_ADDR = "127.0.0.1";
          HTTP_PORT = cfg.port;
          ROOT_URL = "https://${cfg.domain}/";
        };
        service.DISABLE_REGISTRATION = true;
        session.COOKIE_SECURE = true;
      };
    };
  };
}
