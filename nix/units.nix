# The units of one workflow: its service, its timer, and the service that tells of a failure.
{
  lib,
  pkgs,
  package,
  nix,
}:

let
  hardening = import ./hardening.nix { inherit lib; };

  # As systemd reads a command line: quoted, with its specifiers (%) and variables ($) taken literally.
  commandLine = lib.concatMapStringsSep " " (text: lib.replaceStrings [ "%" "$" ] [ "%%" "$$" ] (builtins.toJSON text));
  # A setting that is no command line: specifiers only.
  literal = lib.replaceStrings [ "%" ] [ "%%" ];

  folder = name: "workflow-runner/${name}";

  shared = name: workflow: {
    path = [
      nix
      pkgs.git
      pkgs.openssh
      pkgs.bash
    ]
    ++ workflow.path;
    # Nix, too, keeps its evaluation cache there; builds and the store are the daemon's.
    environment = {
      NIX_REMOTE = "daemon";
      XDG_CACHE_HOME = "/var/cache/${folder name}";
    }
    // workflow.environment;
    wants = [ "network-online.target" ];
    after = [ "network-online.target" ];
  };

  identity = name: workflow:
    {
      Type = "oneshot";
      User = workflow.user;
      WorkingDirectory = literal workflow.repository;
      CacheDirectory = folder name;
      CacheDirectoryMode = "0700";
    }
    // lib.optionalAttrs (workflow.group != null) { Group = workflow.group; }
    // lib.optionalAttrs (workflow.environmentFile != null) { EnvironmentFile = literal workflow.environmentFile; };

  # In ExecStart, not in ExecStartPre, whose exit code RestartPreventExitStatus does not look at.
  prepare =
    name: workflow:
    pkgs.writeShellScript "workflow-runner-${name}-prepare" (
      "set -e\n"
      + lib.optionalString (workflow.branch != null) ''
        found=$(git symbolic-ref --quiet --short HEAD || echo 'no branch')
        if [ "$found" != ${lib.escapeShellArg workflow.branch} ]; then
          echo "nothing runs: the checkout is on $found, not on" ${lib.escapeShellArg workflow.branch} >&2
          exit 1
        fi
      ''
      + lib.optionalString workflow.pull "git pull --ff-only --quiet\n"
    );

  # Everything but exit code 4. RestartForceExitStatus would say it the other way round, but not for a oneshot service.
  notLocked = toString (
    lib.remove 4 (lib.range 1 255)
    ++ [
      "SIGABRT"
      "SIGBUS"
      "SIGFPE"
      "SIGHUP"
      "SIGILL"
      "SIGINT"
      "SIGKILL"
      "SIGQUIT"
      "SIGSEGV"
      "SIGSYS"
      "SIGTERM"
      "SIGTRAP"
    ]
  );
in
{
  run =
    name: workflow:
    let
      flags = [
        "--land"
        workflow.land
        "--sandbox"
        workflow.sandbox
      ]
      ++ lib.optionals (workflow.budgetUsd != null) [
        "--budget-usd"
        (builtins.toJSON workflow.budgetUsd)
      ]
      ++ workflow.extraFlags;
    in
    shared name workflow
    // {
      description = "Workflow ${workflow.workflow} on ${literal workflow.repository}";
      # A rebuild of the system, perhaps by this very run, must not end it.
      restartIfChanged = false;
      stopIfChanged = false;
      onFailure = lib.optional (workflow.onFailure != "") "notify-workflow-runner-${name}.service";
      unitConfig = {
        StartLimitIntervalSec = "6h";
        StartLimitBurst = 60;
      };
      serviceConfig =
        identity name workflow
        // hardening.forRun workflow
        // {
          ExecStart = lib.optional (workflow.branch != null || workflow.pull) "${prepare name workflow}" ++ [
            (commandLine ([ (lib.getExe package) "run" workflow.workflow ] ++ flags))
          ];
          # Another run has the repository: again a little later, for five hours (StartLimitBurst).
          Restart = "on-failure";
          RestartPreventExitStatus = notLocked;
          RestartSec = "5min";
          TimeoutStartSec = workflow.timeout;
          # The runner ends what it has started, and pauses: a step that was ended before it would have failed.
          KillMode = "mixed";
          TimeoutStopSec = "1min";
        };
    };

  timer = _: workflow: {
    description = "Schedule of the workflow ${workflow.workflow}";
    wantedBy = [ "timers.target" ];
    timerConfig = {
      OnCalendar = workflow.schedule;
      Persistent = workflow.persistent;
      RandomizedDelaySec = workflow.randomizedDelay;
    };
  };

  notify =
    name: workflow:
    let
      base = shared name workflow;
    in
    base
    // {
      description = "Tells that the workflow ${workflow.workflow} has failed";
      environment = base.environment // {
        WORKFLOW = workflow.workflow;
        REPOSITORY = literal workflow.repository;
      };
      script = workflow.onFailure;
      serviceConfig =
        # A checkout that is not there may be the very failure.
        removeAttrs (identity name workflow) [ "WorkingDirectory" ]
        // hardening.forNotification
        // {
          TimeoutStartSec = "5min";
        };
    };
}
