{ config, lib, ... }:

let
  cfg = config.kernelcore.security.ssh;
in
{
  options.kernelcore.security.ssh = {
    enable = lib.mkEnableOption "the OpenSSH server, keys only";

    port = lib.mkOption {
      type = lib.types.port;
      default = 22;
      description = "Port of the server.";
    };

    allowUsers = lib.mkOption {
      type = lib.types.listOf lib.types.str;
      default = [ ];
      description = "Users that may log in.";
    };
  };

  config = lib.mkIf cfg.enable {
    assertions = [
      {
        assertion = cfg.allowUsers != [ ];
        message = "kernelcore.security.ssh.allowUsers is empty: nobody could log in.";
      }
    ];

    networking.firewall.allowedTCPPorts = [ cfg.port ];

    services.openssh = {
      enable = true;
      openFirewall = false;
      ports = [ cfg.port ];
      settings = {
        AllowUsers = cfg.allowUsers;
        KbdInteractiveAuthentication = false;
        MaxAuthTries = 3;
        PasswordAuthentication = false;
        PermitRootLogin = "no";
        X11Forwarding = false;
      };
    };

    services.fail2ban = {
      enable = true;
      maxretry = 4;
      bantime = "1h";
    };
  };
}
