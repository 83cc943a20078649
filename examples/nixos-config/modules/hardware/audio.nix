{
  config,
  lib,
  pkgs,
  ...
}:

{
  options.kernelcore.hardware.audio.enable = lib.mkEnableOption "sound by PipeWire";

  config = lib.mkIf config.kernelcore.hardware.audio.enable {
    security.rtkit.enable = true;
    environment.systemPackages = [ pkgs.pavucontrol ];
    services.pipewire = {
      enable = true;
      alsa.enable = true;
      alsa.support32Bit = true;
      pulse.enable = true;
      wireplumber.enable = true;
    };
  };
}
