# The options of NixOS that our module sets, and the text of the units as NixOS writes it (nixos/lib/systemd-lib.nix).
{
  lib,
  pkgs,
  config,
  ...
}:

let
  inherit (lib) mkOption types;
  option = type: default: mkOption { inherit type default; };
  listOf = type: option (types.listOf type) [ ];
  free = option (types.attrsOf types.anything) { };

  unit.options = {
    description = option types.str "";
    wants = listOf types.str;
    after = listOf types.str;
    wantedBy = listOf types.str;
    onFailure = listOf types.str;
    unitConfig = free;
  };
  service.options = unit.options // {
    environment = option (types.attrsOf types.str) { };
    path = listOf types.package;
    script = option types.lines "";
    restartIfChanged = option types.bool true;
    stopIfChanged = option types.bool true;
    serviceConfig = free;
  };
  timer.options = unit.options // {
    timerConfig = free;
  };

  line = name: value: "${name}=${if builtins.isBool value then lib.boolToString value else toString value}\n";
  section = settings: lib.concatStrings (lib.concatLists (lib.mapAttrsToList (name: value: map (line name) (if builtins.isList value then value else [ value ])) settings));
  unitSection = unit: ''
    [Unit]
    Description=${unit.description}
    Wants=${toString unit.wants}
    After=${toString unit.after}
    OnFailure=${toString unit.onFailure}
    ${section unit.unitConfig}'';

  job = name: text: "${pkgs.writeShellScript name "set -e\n${text}"}";
  variables = service: { PATH = lib.makeBinPath service.path; } // service.environment;

  serviceText = name: service: ''
    ${unitSection service}
    [Service]
    ${section ({ Environment = lib.mapAttrsToList (variable: value: builtins.toJSON "${variable}=${value}") (variables service); } // service.serviceConfig)}'' + lib.optionalString (service.script != "") "ExecStart=${job "${name}-start" service.script}\n";
  timerText = timer: ''
    ${unitSection timer}
    [Timer]
    ${section timer.timerConfig}'';

  failed = lib.filter (assertion: !assertion.assertion) config.assertions;
in
{
  options = {
    assertions = listOf types.raw;
    environment.systemPackages = listOf types.package;
    nix.package = option types.package pkgs.nix;
    nixpkgs.hostPlatform = option types.str "x86_64-linux";
    system.stateVersion = option types.str "26.05";
    system.checks = listOf types.package;
    system.build = option types.raw { };
    fileSystems = free;
    boot.isContainer = option types.bool false;
    users.users = free;
    users.groups = free;
    systemd.package = option types.package pkgs.systemd;
    systemd.services = option (types.attrsOf (types.submodule service)) { };
    systemd.timers = option (types.attrsOf (types.submodule timer)) { };
    systemd.units = option types.raw { };
  };

  config.systemd.units =
    if failed != [ ] then
      throw "\nFailed assertions:\n${lib.concatMapStringsSep "\n" (assertion: "- ${assertion.message}") failed}"
    else
      lib.mapAttrs' (name: service: lib.nameValuePair "${name}.service" { text = serviceText name service; }) config.systemd.services
      // lib.mapAttrs' (name: timer: lib.nameValuePair "${name}.timer" { text = timerText timer; }) config.systemd.timers;
}
