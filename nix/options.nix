# The options of the module.
{
  lib,
  pkgs,
  account,
}:

let
  inherit (lib) mkEnableOption mkOption types;

  workflow =
    { name, ... }:
    {
      options = {
        enable = mkEnableOption "this workflow" // {
          default = true;
        };

        workflow = mkOption {
          type = types.strMatching "[A-Za-z0-9][A-Za-z0-9._-]{0,127}";
          default = name;
          defaultText = lib.literalExpression "‹name›";
          example = "phase-1-critical";
          description = "Name of the workflow, as in `.claude/workflows/NAME.yaml` of the repository.";
        };

        repository = mkOption {
          type = types.strMatching "/[^\n]*";
          example = "/srv/nixos-config";
          description = "Absolute path of the checkout that the workflow runs on. It belongs to `user`, and is where `land` brings the result.";
        };

        schedule = mkOption {
          type = types.either types.str (types.listOf types.str);
          apply = times: if builtins.isString times then [ times ] else times;
          default = [ ];
          example = "Mon 03:00";
          description = "When to run, {manpage}`systemd.time(7)` (OnCalendar). An empty list makes no timer: the service is started by hand or by another unit.";
        };

        persistent = mkOption {
          type = types.bool;
          default = true;
          description = "Whether a run that was missed, because the machine was off, is made up for after the next boot.";
        };

        randomizedDelay = mkOption {
          type = types.str;
          default = "15min";
          example = "1h";
          description = "A run begins up to this much later, so that several machines do not begin at once.";
        };

        branch = mkOption {
          type = types.nullOr types.str;
          default = null;
          example = "main";
          description = "The branch that has to be checked out: otherwise nothing runs, and the unit fails. `null` takes whichever is.";
        };

        pull = mkOption {
          type = types.bool;
          default = false;
          description = "Whether the checkout is brought up to date with its upstream before (`git pull --ff-only`). When that cannot be done by fast-forward, nothing runs.";
        };

        land = mkOption {
          type = types.enum [
            "branch"
            "merge"
            "none"
          ];
          default = "branch";
          description = "Where the validated result goes: to the branch `workflow-runner/NAME` for a person to look at, into the branch that is checked out (`merge`), or nowhere but refs (`none`).";
        };

        sandbox = mkOption {
          type = types.enum [
            "require"
            "prefer"
            "off"
          ];
          default = "require";
          description = "Whether agents have to be confined by bubblewrap. With `off` the unit itself is hardened further, because nothing in it needs namespaces.";
        };

        budgetUsd = mkOption {
          type = types.nullOr (types.either types.int types.float);
          default = null;
          example = 2.5;
          description = "A run pauses when its agents have cost this much, US dollars.";
        };

        extraFlags = mkOption {
          type = types.listOf types.str;
          default = [ ];
          example = [
            "--max-concurrent"
            "2"
          ];
          description = "Further flags of `workflow-runner run`.";
        };

        user = mkOption {
          type = types.str;
          default = account;
          example = "alice";
          description = "Who runs it: the owner of the repository. The default is a system user that this module makes.";
        };

        group = mkOption {
          type = types.nullOr types.str;
          default = null;
          description = "The group that it runs with; `null` for that of the user.";
        };

        environmentFile = mkOption {
          type = types.nullOr (types.strMatching "/[^\n]*");
          default = null;
          example = "/run/secrets/workflow-runner.env";
          description = "File with `NAME=value` lines, such as `ANTHROPIC_API_KEY`, read by systemd when the run begins. A string, so that it is not copied to the Nix store.";
        };

        environment = mkOption {
          type = types.attrsOf types.str;
          default = { };
          example.TZ = "Europe/Berlin";
          description = "Variables that are no secret: they are in the Nix store, for everybody to read.";
        };

        path = mkOption {
          type = types.listOf types.package;
          default = [ ];
          example = lib.literalExpression "[ pkgs.claude-code pkgs.jq ]";
          description = "Packages whose programs the steps, and the runner, find: the CLI of the agents, what shell steps call.";
        };

        timeout = mkOption {
          type = types.str;
          default = "12h";
          description = "A run that takes longer is paused, and the unit fails; {manpage}`systemd.time(7)`.";
        };

        onFailure = mkOption {
          type = types.lines;
          default = "";
          example = ''curl --data "$WORKFLOW failed on $(hostname): $MONITOR_SERVICE_RESULT" https://ntfy.sh/my-topic'';
          description = ''
            Shell commands for when the unit has failed, also when the run could not even begin or was killed. They run as
            the same user with the same environment, and find `WORKFLOW`, `REPOSITORY`, and from systemd
            `MONITOR_UNIT`, `MONITOR_SERVICE_RESULT`, `MONITOR_EXIT_CODE`, `MONITOR_EXIT_STATUS` and `MONITOR_INVOCATION_ID`.
          '';
        };
      };
    };
in
{
  enable = mkEnableOption "scheduled runs of workflow-runner";

  package = mkOption {
    type = types.package;
    default = pkgs.callPackage ./package.nix { };
    defaultText = lib.literalExpression "workflow-runner, built with the packages of this system";
    description = "The workflow-runner to use.";
  };

  workflows = mkOption {
    type = types.attrsOf (types.submodule workflow);
    default = { };
    example = lib.literalExpression ''
      {
        phase-1-critical = {
          repository = "/srv/nixos-config";
          schedule = "Mon 03:00";
        };
      }
    '';
    description = "The workflows, by the name of their unit: `workflow-runner-NAME.service`, and `.timer`.";
  };
}
