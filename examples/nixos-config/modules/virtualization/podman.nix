{
  config,
  lib,
  pkgs,
  ...
}:

{
  options.kernelcore.virtualization.podman.enable = lib.mkEnableOption "rootless containers by Podman";

  config = lib.mkIf config.kernelcore.virtualization.podman.enable {
    environment.systemPackages = with pkgs; [
      buildah
      podman-compose
      skopeo
    ];
    virtualisation.podman = {
      enable = true;
      autoPrune.enable = true;
      defaultNetwork.settings.dns_enabled = true;
    };
  };
}
