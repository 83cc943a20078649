{
  config,
  lib,
  pkgs,
  ...
}:

let
  cfg = config.kernelcore.services.laptop-offload;

  aliases = {
    offload-build = "nixos-rebuild build --flake . --build-host ${cfg.server}";
    offload-status = "systemctl status laptop-offload-check.service";
  };
in
{
  options.kernelcore.services.laptop-offload = {
    enable = lib.mkEnableOption "building on the server instead of the laptop";

    server = lib.mkOption {
      type = lib.types.str;
      default = "atlas";
      description = "Host that builds.";
    };

    port = lib.mkOption {
      type = lib.types.port;
      default = 22;
      description = "SSH port of the server.";
    };

    maxJobs = lib.mkOption {
      type = lib.types.ints.positive;
      default = 8;
      description = "Number of builds at a time on the server.";
    };

    keyFile = lib.mkOption {
      type = lib.types.path;
      default = "/run/secrets/nix-builder-key";
      description = "SSH key of the build user.";
    };
  };

  config = lib.mkIf cfg.enable {
    environment.systemPackages = [
      pkgs.openssh
      pkgs.rsync
    ];

    environment.shellAliases = aliases;

    nix.distributedBuilds = true;
    nix.buildMachines = [
      {
        hostName = cfg.server;
        sshUser = "nix-builder";
        sshKey = cfg.keyFile;
        system = "x86_64-linux";
        inherit (cfg) maxJobs;
        supportedFeatures = [
          "big-parallel"
          "kvm"
        ];
      }
    ];

    programs.ssh.extraConfig = ''
      Host ${cfg.server}
        Port ${toString cfg.port}
        IdentitiesOnly yes
        ConnectTimeout 5
    '';

    systemd.services.laptop-offload-check = {
      description = "Check the connection to ${cfg.server}";
      wantedBy = [ "multi-user.target" ];
      after = [ "network-online.target" ];
      wants = [ "network-online.target" ];
      path = [ pkgs.openssh ];
      serviceConfig.Type = "oneshot";
      script = ''
        ssh -i ${cfg.keyFile} -p ${toString cfg.port} nix-builder@${cfg.server} true
      '';
    };
  };
}
