{
  config,
  lib,
  pkgs,
  ...
}:

let
  cfg = config.kernelcore.applications.office;
in
{
  options.kernelcore.applications.office = {
    enable = lib.mkEnableOption "the office suite, mail and a document viewer";

    mail = lib.mkOption {
      type = lib.types.bool;
      default = true;
      description = "Whether Thunderbird is installed too.";
    };
  };

  config = lib.mkIf cfg.enable {
    environment.systemPackages = [
      pkgs.libreoffice
      pkgs.zathura
    ]
    ++ lib.optional cfg.mail pkgs.thunderbird;

    xdg.mime.defaultApplications = {
      "application/pdf" = "org.pwmt.zathura.desktop";
      "application/vnd.oasis.opendocument.text" = "writer.desktop";
    };
  };
}
