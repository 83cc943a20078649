{
  config,
  lib,
  pkgs,
  ...
}:

let
  cfg = config.kernelcore.services.gpu-orchestration;
in
{
  options.kernelcore.services.gpu-orchestration = {
    enable = lib.mkEnableOption "handing the graphics card to containers or to local jobs";

    mode = lib.mkOption {
      type = lib.types.enum [
        "docker"
        "local"
        "auto"
      ];
      default = "auto";
      description = "Who gets the graphics card.";
    };
  };

  config = lib.mkIf cfg.enable {
    hardware.nvidia-container-toolkit.enable = cfg.mode != "local";
    systemd.services.gpu-orchestration = {
      description = "Hand out the graphics card (${cfg.mode})";
      wantedBy = [ "multi-user.target" ];
      after = [ "docker.service" ];
      path = [
        pkgs.docker
        pkgs.jq
      ];
      environment.GPU_MODE = cfg.mode;
      serviceConfig = {
        Type = "oneshot";
        RemainAfterExit = true;
      };
      script = ''
        mkdir -p /run/gpu
        printf '%s\n' "$GPU_MODE" > /run/gpu/mode
      '';
    };
  };
}
