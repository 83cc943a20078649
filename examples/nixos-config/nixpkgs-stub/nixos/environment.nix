{ lib, ... }:

let
  inherit (lib) types;
  declare = import ./declare.nix lib;
  etcFile.options = {
    text = declare.lines;
    mode = declare.text "0444";
    user = declare.text "root";
  };
in
{
  options = {
    environment = {
      systemPackages = declare.listOf types.package;
      etc = declare.setOf (types.submodule etcFile);
      variables = declare.setOf types.str;
      sessionVariables = declare.setOf types.str;
      shellAliases = declare.setOf types.str;
      interactiveShellInit = declare.lines;
    };
    fonts.packages = declare.listOf types.package;
    i18n = {
      defaultLocale = declare.text "en_US.UTF-8";
      extraLocaleSettings = declare.setOf types.str;
    };
    console.keyMap = declare.text "us";
    time.timeZone = declare.maybe types.str;
    documentation.enable = declare.flag true;
    nix = {
      settings = declare.free;
      gc = {
        automatic = declare.enable;
        dates = declare.text "03:15";
        options = declare.text "";
      };
      optimise.automatic = declare.enable;
      distributedBuilds = declare.enable;
      buildMachines = declare.listOf types.anything;
      extraOptions = declare.lines;
    };
    xdg.mime.defaultApplications = declare.setOf types.str;
  };
}
