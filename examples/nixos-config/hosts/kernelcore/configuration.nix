# kernelcore: the laptop.
{
  networking.hostName = "kernelcore";
  networking.networkmanager.enable = true;
  system.stateVersion = "25.05";

  kernelcore = {
    applications = {
      brave-secure.enable = true;
      firefox-privacy.enable = true;
      media.enable = true;
      office.enable = true;
      vscode-secure.enable = true;
      vscodium-secure.enable = true;
    };
    browsers.chromium.enable = true;
    development = {
      git.enable = true;
      jupyter.enable = true;
      nodejs.enable = true;
      python.enable = true;
      rust.enable = true;
      kubernetes = {
        enable = true;
        localRegistry = true;
        clusters.staging = {
          project = "kernelcore-staging";
          readOnly = false;
        };
        clusters.production.project = "kernelcore-production";
      };
    };
    hardware = {
      audio.enable = true;
      bluetooth.enable = true;
      laptop-power.enable = true;
      nvidia.enable = true;
    };
    network.dns.enable = true;
    network.wireguard = {
      enable = true;
      address = "10.100.0.2/24";
    };
    secrets.apiKeys = [ "anthropic" ];
    security = {
      apparmor.enable = true;
      audit.enable = true;
      kernel.enable = true;
      network.enable = true;
      sudo.enable = true;
    };
    services = {
      backup = {
        enable = true;
        repository = "sftp:backup@atlas:/srv/backup/kernelcore";
      };
      gpu-orchestration.enable = true;
      laptop-offload.enable = true;
    };
    virtualization = {
      docker = {
        enable = true;
        users = [ "kernelcore" ];
      };
      vms = {
        enable = true;
        users = [ "kernelcore" ];
        machines.windows = {
          cores = 4;
          memoryMiB = 8192;
          disk = "/var/lib/vms/windows.qcow2";
          secureBoot = true;
        };
      };
    };
  };
}
