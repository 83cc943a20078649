# The NixOS module services.workflow-runner: a service and a timer for each scheduled workflow. docs/nixos.md tells how to use it.
{
  config,
  lib,
  pkgs,
  ...
}:

let
  cfg = config.services.workflow-runner;
  account = "workflow-runner";
  enabled = lib.filterAttrs (_: workflow: workflow.enable) cfg.workflows;
  scheduled = lib.filterAttrs (_: workflow: workflow.schedule != [ ]) enabled;
  notifying = lib.filterAttrs (_: workflow: workflow.onFailure != "") enabled;
  ownsAccount = lib.any (workflow: workflow.user == account) (lib.attrValues enabled);

  units = import ./units.nix {
    inherit lib pkgs;
    inherit (cfg) package;
    nix = config.nix.package;
  };
  forEach =
    prefix: make:
    lib.mapAttrs' (name: workflow: lib.nameValuePair "${prefix}${name}" (make name workflow));
in
{
  options.services.workflow-runner = import ./options.nix { inherit lib pkgs account; };

  config = lib.mkIf cfg.enable {
    assertions = import ./assertions.nix {
      inherit lib;
      workflows = enabled;
    };

    environment.systemPackages = [ cfg.package ];

    users = lib.mkIf ownsAccount {
      users.${account} = {
        isSystemUser = true;
        group = account;
        home = "/var/lib/${account}";
        createHome = true;
        description = "Scheduled runs of workflow-runner";
      };
      groups.${account} = { };
    };

    systemd.services = forEach "workflow-runner-" units.run enabled // forEach "notify-workflow-runner-" units.notify notifying;
    systemd.timers = forEach "workflow-runner-" units.timer scheduled;
    system.checks = lib.optional (enabled != { }) (
      import ./time-checks.nix {
        inherit lib pkgs;
        systemd = config.systemd.package;
        workflows = enabled;
      }
    );
  };
}
