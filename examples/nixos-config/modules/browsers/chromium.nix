{
  config,
  lib,
  pkgs,
  ...
}:

let
  cfg = config.kernelcore.browsers.chromium;
in
{
  options.kernelcore.browsers.chromium = {
    enable = lib.mkEnableOption "Chromium for testing web applications";

    extensions = lib.mkOption {
      type = lib.types.listOf lib.types.str;
      default = [ "cjpalhdlnbpafiamejdnhcphjbkeiagm" ];
      description = "Identifiers of the extensions that are installed for every user.";
    };

    allowInsecureLocalhost = lib.mkOption {
      type = lib.types.bool;
      default = false;
      description = "Whether self-signed certificates of localhost are accepted.";
    };
  };

  config = lib.mkIf cfg.enable {
    environment.systemPackages = [ pkgs.chromium ];

    programs.chromium = {
      enable = true;
      inherit (cfg) extensions;
      extraOpts = {
        BrowserSignin = 0;
        SyncDisabled = true;
        PasswordManagerEnabled = false;
        SpellcheckEnabled = true;
        SpellcheckLanguage = [
          "en-US"
          "pt-BR"
        ];
      };
    };

    environment.etc."chromium/flags.conf".text = lib.concatLines (
      [
        "--disable-background-networking"
        "--no-default-browser-check"
      ]
      ++ lib.optional cfg.allowInsecureLocalhost "--allow-insecure-localhost"
    );
  };
}
