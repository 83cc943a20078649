# Builds the system from the configuration: one derivation for each unit, file of /etc and so on, and one for the whole.
{
  config,
  lib,
  pkgs,
  ...
}:

let
  inherit (lib) types;
  declare = import ./declare.nix lib;

  json = name: value: pkgs.writeText name (builtins.toJSON value);
  unitText =
    kind: unit:
    lib.concatStringsSep "\n" (
      lib.mapAttrsToList (name: value: "${name}=${builtins.toJSON value}") (lib.filterAttrs (_: value: value != [ ] && value != { } && value != "" && value != null) unit)
    )
    + "\n";
  units =
    kind: set: lib.mapAttrsToList (name: unit: pkgs.writeText "unit-${name}.${kind}" (unitText kind unit)) (lib.filterAttrs (_: unit: unit.enable or true) set);

  ssh = config.services.openssh;
  sshdConfig = lib.concatLines (
    map (port: "Port ${toString port}") ssh.ports
    ++ lib.mapAttrsToList (name: value: "${name} ${if value == true then "yes" else if value == false then "no" else if builtins.isList value then lib.concatStringsSep "," value else toString value}") ssh.settings
  ) + ssh.extraConfig;

  failed = map (assertion: assertion.message) (lib.filter (assertion: !assertion.assertion) config.assertions);

  parts = [
    (json "boot.json" (removeAttrs config.boot [ "kernelPackages" ] // { kernel = config.boot.kernelPackages.kernel.name; inherit (config.boot.kernel) sysctl; }))
    (json "filesystems.json" { inherit (config) fileSystems swapDevices zramSwap; })
    (json "firewall.json" config.networking.firewall)
    (json "hardware.json" { inherit (config) hardware powerManagement; })
    (json "network.json" (removeAttrs config.networking [ "firewall" ]))
    (json "nix.conf" config.nix)
    (json "locale.json" { inherit (config) i18n console time documentation xdg; fonts = config.fonts.packages; })
    (json "programs.json" config.programs)
    (json "security.json" config.security)
    (json "services.json" (removeAttrs config.services [ "openssh" ]))
    (json "shell-environment.json" (removeAttrs config.environment [ "systemPackages" "etc" ]))
    (json "users.json" config.users)
    (json "virtualisation.json" config.virtualisation)
    (json "slices.json" { inherit (config.systemd) slices coredump oomd; })
    (pkgs.writeText "tmpfiles.conf" (lib.concatLines config.systemd.tmpfiles.rules))
    (pkgs.writeText "system-path" (lib.concatMapStrings (package: "${package}\n") config.environment.systemPackages))
  ]
  ++ lib.optional ssh.enable (pkgs.writeText "sshd.conf" sshdConfig)
  ++ lib.mapAttrsToList (name: file: pkgs.writeText "etc-${lib.concatStringsSep "-" (lib.filter builtins.isString (builtins.split "[^a-zA-Z0-9.]+" name))}" (builtins.toJSON file)) config.environment.etc
  ++ units "service" config.systemd.services
  ++ units "timer" config.systemd.timers
  ++ units "user-service" config.systemd.user.services;
in
{
  options = {
    assertions = declare.listOf types.anything;
    warnings = declare.listOf types.str;
    nixpkgs = {
      system = declare.text "x86_64-linux";
      overlays = declare.listOf types.anything;
      config = declare.free;
    };
    system = {
      stateVersion = declare.text "25.05";
      build = declare.free;
    };
  };

  config = {
    _module.args.pkgs = import ../. { inherit (config.nixpkgs) system overlays config; };

    assertions = [
      {
        assertion = config.fileSystems ? "/";
        message = "The `fileSystems' option does not specify your root file system.";
      }
    ];

    system.build.toplevel =
      if failed != [ ] then
        throw "\nFailed assertions:\n${lib.concatMapStringsSep "\n" (message: "- ${message}") failed}"
      else
        lib.foldl' (system: warning: builtins.trace "warning: ${warning}" system) (
          pkgs.runCommand "nixos-system-${config.networking.hostName}-${config.system.stateVersion}" {
            kernel = config.boot.kernelPackages.kernel;
            inherit parts;
          } ''printf '%s\n' "$kernel" $parts > "$out"''
        ) config.warnings;
  };
}
