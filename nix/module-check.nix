# Evaluates the module as a part of a system, with the nixpkgs at hand, and looks at what every installation relies on.
{
  self,
  nixpkgs,
  pkgs,
}:

let
  inherit (nixpkgs) lib;
  inherit (pkgs.stdenv.hostPlatform) system;

  inherit
    (lib.nixosSystem {
      modules = [
        self.nixosModules.default
        {
          nixpkgs.hostPlatform = system;
          system.stateVersion = "26.05";
          boot.isContainer = true;
          services.workflow-runner = {
            enable = true;
            workflows.phase-1-critical = {
              repository = "/srv/nixos-config";
              schedule = "weekly";
            };
          };
        }
      ];
    })
    config
    ;

  units = config.systemd.units;
  has = name: line: lib.elem line (lib.splitString "\n" units.${name}.text);
  missing = lib.filter ({ unit, line }: !has unit line) [
    {
      unit = "workflow-runner-phase-1-critical.service";
      line = "WorkingDirectory=/srv/nixos-config";
    }
    {
      unit = "workflow-runner-phase-1-critical.service";
      line = ''ExecStart="${lib.getExe config.services.workflow-runner.package}" "run" "phase-1-critical" "--land" "branch" "--sandbox" "require"'';
    }
    {
      unit = "workflow-runner-phase-1-critical.service";
      line = "ProtectSystem=strict";
    }
    {
      unit = "workflow-runner-phase-1-critical.timer";
      line = "OnCalendar=weekly";
    }
    {
      unit = "workflow-runner-phase-1-critical.timer";
      line = "Persistent=true";
    }
  ];
in
if missing != [ ] then
  throw "nixosModules.default: ${lib.concatMapStringsSep "; " ({ unit, line }: "${unit} has no line ${line}") missing}"
else
  pkgs.runCommand "workflow-runner-module" { checks = config.system.checks; } ''printf '%s\n' "$checks" > "$out"''
