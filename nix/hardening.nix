# How far systemd confines the units.
#
# Agents run in bubblewrap, which needs what is usually taken away first. Each was tried with bubblewrap 0.8 on Linux 6.18:
# - namespaces, mount(2), pivot_root(2) and sethostname(2): no RestrictNamespaces, no ProtectHostname, and @mount is allowed;
# - /proc without anything mounted over it, or the kernel refuses a new one in a user namespace: no ProtectKernelTunables,
#   no ProtectKernelLogs, no ProcSubset;
# - CAP_SETFCAP, for root only, to map user 0 (user_namespaces(7), since Linux 5.12).
# ProtectSystem, ProtectProc, ProtectControlGroups, PrivateDevices and NoNewPrivileges are no hindrance.
# A run of the example under strace makes no system call outside of the list but pkey_alloc, which V8 can do without, and those of
# Nix building by itself, which is the daemon's here.
# MemoryDenyWriteExecute would be one for the compiler inside of Node.js.
{ lib }:

let
  everywhere = {
    AmbientCapabilities = "";
    LockPersonality = true;
    NoNewPrivileges = true;
    PrivateDevices = true;
    PrivateTmp = true;
    ProtectClock = true;
    ProtectControlGroups = true;
    ProtectKernelModules = true;
    ProtectProc = "invisible";
    ProtectSystem = "strict";
    RemoveIPC = true;
    # AF_NETLINK: names are looked up, and bubblewrap brings up a loopback, with it.
    RestrictAddressFamilies = [
      "AF_INET"
      "AF_INET6"
      "AF_NETLINK"
      "AF_UNIX"
    ];
    RestrictRealtime = true;
    RestrictSUIDSGID = true;
    SystemCallArchitectures = "native";
    SystemCallErrorNumber = "EPERM";
  };

  withoutNamespaces = {
    CapabilityBoundingSet = "";
    ProtectHostname = true;
    ProtectKernelLogs = true;
    ProtectKernelTunables = true;
    RestrictNamespaces = true;
    SystemCallFilter = [ "@system-service" ];
  };

  withNamespaces = user: {
    CapabilityBoundingSet = lib.optionalString (user == "root") "CAP_SETFCAP";
    SystemCallFilter = [
      "@system-service"
      "@mount"
      "sethostname"
    ];
  };

  isHome = path: lib.any (home: path == home || lib.hasPrefix "${home}/" path) [
    "/home"
    "/root"
    "/run/user"
  ];
in
{
  # A home of a person can be read, for git's settings and keys, but not written; that of our own account has nothing to do there.
  forRun =
    { user, repository, sandbox, ... }:
    everywhere
    // (if sandbox == "off" then withoutNamespaces else withNamespaces user)
    // {
      ProtectHome = if user == "workflow-runner" && !isHome repository then true else "read-only";
      # As a setting of systemd: a path with blanks has to be quoted.
      ReadWritePaths = [ (lib.replaceStrings [ "%" ] [ "%%" ] (builtins.toJSON repository)) ];
    };

  forNotification =
    everywhere
    // withoutNamespaces
    // {
      ProtectHome = "read-only";
    };
}
