# A derivation that builds only when systemd can read every time and time span of the workflows: with one that it cannot read,
# a timer would never elapse, and nobody would be told.
{
  lib,
  pkgs,
  systemd,
  workflows,
}:

let
  check = name: option: kind: value: ''
    if ! systemd-analyze ${kind} ${lib.escapeShellArg value}; then
      echo ${lib.escapeShellArg "services.workflow-runner.workflows.${name}.${option}: systemd cannot read '${value}', see systemd.time(7)"} >&2
      exit 1
    fi
  '';

  checksOf =
    name: workflow:
    map (check name "schedule" "calendar") workflow.schedule
    ++ [
      (check name "randomizedDelay" "timespan" workflow.randomizedDelay)
      (check name "timeout" "timespan" workflow.timeout)
    ];
in
pkgs.runCommand "workflow-runner-times" { nativeBuildInputs = [ systemd ]; } (
  lib.concatStrings (lib.concatLists (lib.mapAttrsToList checksOf workflows)) + "touch \"$out\"\n"
)
