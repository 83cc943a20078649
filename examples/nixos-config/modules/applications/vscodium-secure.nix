# VSCodium with telemetry off, a fixed set of extensions, and confined to the folders it needs.
{
  config,
  lib,
  pkgs,
  ...
}:

let
  cfg = config.kernelcore.applications.vscodium-secure;

  vendorSettings = {
    "extensions.gallery.serviceUrl" = "https://open-vsx.org/vscode/gallery";
    "extensions.gallery.itemUrl" = "https://open-vsx.org/vscode/item";
  };

  commonSettings = {
    "editor.formatOnSave" = true;
    "editor.rulers" = [ 120 ];
    "extensions.autoCheckUpdates" = false;
    "extensions.autoUpdate" = false;
    "files.insertFinalNewline" = true;
    "files.trimTrailingWhitespace" = true;
    "git.autofetch" = false;
    "nix.enableLanguageServer" = true;
    "security.workspace.trust.enabled" = true;
    "security.workspace.trust.untrustedFiles" = "prompt";
    "telemetry.telemetryLevel" = "off";
    "update.mode" = "none";
    "workbench.enableExperiments" = false;
  };
in
{
  options.kernelcore.applications.vscodium-secure = {
    enable = lib.mkEnableOption "VSCodium with hardened settings";

    extensions = lib.mkOption {
      type = lib.types.listOf lib.types.str;
      default = [
        "jnoortheen.nix-ide"
        "mkhl.direnv"
        "editorconfig.editorconfig"
      ];
      description = "Extensions that may be installed, by identifier; all others are blocked.";
    };

    settings = lib.mkOption {
      type = lib.types.attrsOf lib.types.anything;
      default = { };
      example = {
        "editor.fontSize" = 14;
      };
      description = "Settings added to the hardened defaults of VSCodium.";
    };

    confine = lib.mkOption {
      type = lib.types.bool;
      default = true;
      description = "Whether VSCodium runs in a firejail that sees the project folders only.";
    };

    projectFolders = lib.mkOption {
      type = lib.types.listOf lib.types.str;
      default = [
        "\${HOME}/projects"
        "/etc/nixos"
      ];
      description = "Folders that the confined editor may write to.";
    };
  };

  config = lib.mkIf cfg.enable {
    environment.systemPackages = [ pkgs.vscodium ];

    environment.etc."vscodium-secure/settings.json".text = builtins.toJSON (commonSettings // vendorSettings // cfg.settings);

    environment.etc."vscodium-secure/allowed-extensions".text = lib.concatLines cfg.extensions;

    environment.shellAliases."vscodium-clean" = "vscodium --disable-extensions --user-data-dir /tmp/vscodium-secure";

    programs.firejail.wrappedBinaries = lib.mkIf cfg.confine {
      vscodium = {
        executable = lib.getExe pkgs.vscodium;
        extraArgs = [
          "--private-tmp"
          "--nodbus"
          "--caps.drop=all"
        ]
        ++ map (folder: "--whitelist=${folder}") cfg.projectFolders;
      };
    };

    xdg.mime.defaultApplications."text/x-vscodium-secure" = "vscodium.desktop";
  };
}
