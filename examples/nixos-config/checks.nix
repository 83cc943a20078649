# What `nix flake check` builds: both systems, and tests of what must never change by accident.
{
  lib,
  pkgs,
  hosts,
}:

let
  # Fails with all the reasons at once; `problems` are texts.
  expectNone =
    name: problems:
    pkgs.runCommand "check-${name}" { problems = lib.concatLines problems; } ''
      if test -n "$problems"; then
        printf '%s' "$problems" >&2
        exit 1
      fi
      echo ok > "$out"
    '';

  each = f: lib.concatLists (lib.mapAttrsToList f hosts);

  publicPorts = {
    kernelcore = [ ];
    atlas = [
      22
      80
      443
    ];
  };
in
{
  system-kernelcore = hosts.kernelcore.system.build.toplevel;
  system-atlas = hosts.atlas.system.build.toplevel;

  firewall = expectNone "firewall" (
    each (
      name: config: lib.optional (!config.networking.firewall.enable) "${name}: the firewall is off"
    )
  );

  ports = expectNone "ports" (
    each (
      name: config:
      map (port: "${name}: port ${toString port} must not be open") (
        lib.subtractLists publicPorts.${name} config.networking.firewall.allowedTCPPorts
      )
    )
  );

  sshd = expectNone "sshd" (
    each (
      name: config:
      let
        inherit (config.services) openssh;
        demand = setting: value: lib.optional (openssh.settings.${setting} or null != value) "${name}: sshd needs ${setting} ${toString value}";
      in
      lib.optionals openssh.enable (
        demand "PermitRootLogin" "no" ++ demand "PasswordAuthentication" false ++ demand "KbdInteractiveAuthentication" false
      )
    )
  );
}
