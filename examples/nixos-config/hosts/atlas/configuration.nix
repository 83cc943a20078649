# atlas: the server that builds, hosts git and keeps the backups.
{ lib, ... }:

{
  networking.hostName = "atlas";
  networking.useDHCP = false;
  system.stateVersion = "25.05";
  time.timeZone = "UTC";

  users.groups.nix-builder = { };
  users.users.nix-builder = {
    isSystemUser = true;
    group = "nix-builder";
    openssh.authorizedKeys.keys = [ "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIExampleExampleExampleExampleExampleExample nix-builder@kernelcore" ];
  };
  nix.settings.trusted-users = [ "nix-builder" ];

  kernelcore = {
    development.git.enable = true;
    network = {
      dns.enable = true;
      wireguard = {
        enable = true;
        address = "10.100.0.1/24";
      };
      zones = {
        lanInterface = "enp3s0";
        lanTCPPorts = [ 8080 ];
      };
    };
    security = {
      apparmor.enable = true;
      audit.enable = true;
      kernel = {
        enable = true;
        hardenedKernel = true;
      };
      network.enable = true;
      ssh = {
        enable = true;
        allowUsers = [
          "kernelcore"
          "nix-builder"
          "backup"
        ];
      };
      sudo.enable = true;
    };
    services = {
      backup = {
        enable = true;
        paths = [
          "/srv"
          "/var/lib/gitea"
        ];
        repository = "/mnt/offsite/atlas";
      };
      gitea = {
        enable = true;
        domain = "git.kernelcore.example";
      };
      monitoring = {
        enable = true;
        domain = "metrics.kernelcore.example";
        hosts = [
          "localhost"
          "10.100.0.2"
        ];
        alertCommand = "logger --tag alert";
      };
    };
    system.memory.zramPercent = 25;
    virtualization.podman.enable = true;
  };

  console.keyMap = lib.mkForce "us";
}
