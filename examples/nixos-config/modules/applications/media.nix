{
  config,
  lib,
  pkgs,
  ...
}:

{
  options.kernelcore.applications.media.enable = lib.mkEnableOption "players and editors for pictures, sound and video";

  config = lib.mkIf config.kernelcore.applications.media.enable {
    environment.systemPackages = [
      pkgs.mpv
      pkgs.ffmpeg
      pkgs.gimp
    ];

    environment.etc."mpv/mpv.conf".text = ''
      hwdec=auto-safe
      profile=gpu-hq
      save-position-on-quit=yes
    '';
  };
}
