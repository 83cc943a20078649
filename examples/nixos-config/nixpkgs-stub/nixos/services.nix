{ lib, ... }:

let
  inherit (lib) types;
  declare = import ./declare.nix lib;
in
{
  options.services = {
    blueman.enable = declare.enable;
    earlyoom = {
      enable = declare.enable;
      freeMemThreshold = declare.number 10;
      freeSwapThreshold = declare.number 10;
      extraArgs = declare.listOf types.str;
    };
    fail2ban = {
      enable = declare.enable;
      maxretry = declare.number 3;
      bantime = declare.text "10m";
      jails = declare.free;
    };
    fstrim.enable = declare.enable;
    fwupd.enable = declare.enable;
    gitea = {
      enable = declare.enable;
      appName = declare.text "gitea: Gitea Service";
      database = declare.free;
      settings = declare.free;
    };
    grafana = {
      enable = declare.enable;
      settings = declare.free;
      provision = declare.free;
    };
    journald.extraConfig = declare.lines;
    logind.settings = declare.free;
    nginx = {
      enable = declare.enable;
      recommendedGzipSettings = declare.enable;
      recommendedOptimisation = declare.enable;
      recommendedProxySettings = declare.enable;
      recommendedTlsSettings = declare.enable;
      virtualHosts = declare.free;
    };
    openssh = {
      enable = declare.enable;
      openFirewall = declare.flag true;
      ports = declare.listOf types.port;
      settings = declare.free;
      extraConfig = declare.lines;
    };
    pipewire = declare.free;
    postgresql = {
      enable = declare.enable;
      package = declare.maybe types.package;
      ensureDatabases = declare.listOf types.str;
      ensureUsers = declare.listOf types.anything;
      settings = declare.free;
      authentication = declare.lines;
    };
    prometheus = {
      enable = declare.enable;
      port = declare.number 9090;
      retentionTime = declare.maybe types.str;
      globalConfig = declare.free;
      exporters = declare.free;
      scrapeConfigs = declare.listOf types.anything;
      rules = declare.listOf types.str;
    };
    resolved = {
      enable = declare.enable;
      dnssec = declare.text "allow-downgrade";
      fallbackDns = declare.listOf types.str;
      extraConfig = declare.lines;
    };
    restic.backups = declare.free;
    smartd.enable = declare.enable;
    thermald.enable = declare.enable;
    timesyncd.servers = declare.listOf types.str;
    tlp = {
      enable = declare.enable;
      settings = declare.free;
    };
    udev.extraRules = declare.lines;
    xserver.videoDrivers = declare.listOf types.str;
  };
}
