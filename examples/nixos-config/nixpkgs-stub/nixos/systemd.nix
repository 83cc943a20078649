{ lib, ... }:

let
  inherit (lib) types;
  declare = import ./declare.nix lib;
  ordering = {
    description = declare.text "";
    after = declare.listOf types.str;
    before = declare.listOf types.str;
    requires = declare.listOf types.str;
    wants = declare.listOf types.str;
    wantedBy = declare.listOf types.str;
    unitConfig = declare.free;
  };
  service.options = ordering // {
    enable = declare.flag true;
    environment = declare.setOf types.str;
    path = declare.listOf types.package;
    preStart = declare.lines;
    restartIfChanged = declare.flag true;
    script = declare.lines;
    serviceConfig = declare.free;
    startAt = declare.listOf types.str;
  };
  timer.options = ordering // {
    timerConfig = declare.free;
  };
in
{
  options.systemd = {
    services = declare.setOf (types.submodule service);
    user.services = declare.setOf (types.submodule service);
    timers = declare.setOf (types.submodule timer);
    slices = declare.setOf types.anything;
    tmpfiles.rules = declare.listOf types.str;
    coredump.enable = declare.flag true;
    oomd.enable = declare.enable;
  };
}
