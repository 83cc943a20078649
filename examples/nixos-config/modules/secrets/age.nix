{
  config,
  lib,
  pkgs,
  ...
}:

let
  cfg = config.kernelcore.secrets;

  decrypt = name: secret: ''
    age --decrypt --identity ${lib.escapeShellArg cfg.identityFile} --output /run/secrets/${name} ${lib.escapeShellArg secret.file}
    chown ${secret.owner} /run/secrets/${name}
  '';
in
{
  options.kernelcore.secrets = {
    identityFile = lib.mkOption {
      type = lib.types.path;
      default = "/etc/ssh/ssh_host_ed25519_key";
      description = "Key that decrypts the secrets of this host.";
    };

    files = lib.mkOption {
      type = lib.types.attrsOf (
        lib.types.submodule {
          options = {
            file = lib.mkOption {
              type = lib.types.str;
              description = "The encrypted file, as a string so that it is not copied to the store.";
            };
            owner = lib.mkOption {
              type = lib.types.str;
              default = "root";
              description = "User that may read the secret.";
            };
          };
        }
      );
      default = { };
      description = "Secrets by name; each is decrypted to /run/secrets/<name>.";
    };
  };

  config = lib.mkIf (cfg.files != { }) {
    environment.systemPackages = [
      pkgs.age
      pkgs.ssh-to-age
    ];

    systemd.tmpfiles.rules = [ "d /run/secrets 0751 root root -" ];

    systemd.services.decrypt-secrets = {
      description = "Decrypt the secrets of this host";
      wantedBy = [ "multi-user.target" ];
      before = [ "network-online.target" ];
      path = [ pkgs.age ];
      serviceConfig = {
        Type = "oneshot";
        RemainAfterExit = true;
        UMask = "0077";
      };
      script = lib.concatLines (lib.mapAttrsToList decrypt cfg.files);
    };
  };
}
