# What the types of the options cannot say.
{ lib, workflows }:

let
  # Set by options of their own, or meant for a person who sits in front of it.
  flagOf = {
    "--land" = "set `land`";
    "--sandbox" = "set `sandbox`";
    "--budget-usd" = "set `budgetUsd`";
    "--repo" = "set `repository`";
    "--dry-run" = "a run that does nothing needs no schedule: `workflow-runner NAME --dry-run` shows the plan";
    "--rollback-to-checkpoint" = "it is for a person who looks at one run";
  };
  nameOf = flag: lib.head (lib.splitString "=" flag);
  inStore = path: path != null && lib.hasPrefix "${builtins.storeDir}/" path;

  assertionsOf =
    name: workflow:
    let
      at = option: "services.workflow-runner.workflows.${name}${option}";
    in
    [
      {
        assertion = builtins.match "[A-Za-z0-9_.-]+" name != null;
        message = "${at ""}: the name becomes the name of a unit: letters, digits, '_', '.' and '-' only. What it runs is set by `workflow`.";
      }
      {
        assertion = !inStore workflow.repository;
        message = "${at ".repository"} is ${workflow.repository}, in the Nix store, where nothing can be changed: write the path of the checkout as a string, \"/srv/nixos-config\", not ./. or \${self}.";
      }
      {
        assertion = !inStore workflow.environmentFile;
        message = "${at ".environmentFile"} is in the Nix store, where everybody can read it: write a path outside of it as a string, for example \"/run/secrets/workflow-runner.env\" from sops-nix or agenix.";
      }
      {
        assertion = workflow.budgetUsd == null || workflow.budgetUsd > 0;
        message = "${at ".budgetUsd"} is ${toString workflow.budgetUsd}: it has to be more than 0, or null for no limit.";
      }
      {
        assertion = lib.all (time: time != "") workflow.schedule;
        message = "${at ".schedule"} has an empty time: write one like \"weekly\" or \"Mon 03:00\", or [ ] for no timer.";
      }
    ]
    ++ map (flag: {
      assertion = !(flagOf ? ${nameOf flag});
      message = "${at ".extraFlags"} has ${nameOf flag}: ${flagOf.${nameOf flag} or ""}.";
    }) workflow.extraFlags;
in
lib.concatLists (lib.mapAttrsToList assertionsOf workflows)
