# Brave with tracking protection, enforced by policy, and without the vendor's own services.
{
  config,
  lib,
  pkgs,
  ...
}:

let
  cfg = config.kernelcore.applications.brave-secure;

  vendorPolicies = {
    BraveRewardsDisabled = true;
    BraveVPNDisabled = true;
    BraveWalletDisabled = true;
    MetricsReportingEnabled = false;
    TorDisabled = true;
  };

  commonPolicies = {
    AutofillAddressEnabled = false;
    AutofillCreditCardEnabled = false;
    DefaultGeolocationSetting = 2;
    DefaultNotificationsSetting = 2;
    DefaultSearchProviderName = cfg.searchEngine;
    DnsOverHttpsMode = if cfg.dnsOverHttps == null then "off" else "secure";
    DnsOverHttpsTemplates = if cfg.dnsOverHttps == null then "" else cfg.dnsOverHttps;
    HttpsOnlyMode = "force_enabled";
    PasswordManagerEnabled = false;
    SearchSuggestEnabled = false;
  };
in
{
  options.kernelcore.applications.brave-secure = {
    enable = lib.mkEnableOption "Brave with privacy policies";

    searchEngine = lib.mkOption {
      type = lib.types.enum [
        "DuckDuckGo"
        "Startpage"
        "Kagi"
      ];
      default = "DuckDuckGo";
      description = "Search engine of the address bar.";
    };

    dnsOverHttps = lib.mkOption {
      type = lib.types.nullOr lib.types.str;
      default = "https://dns.quad9.net/dns-query";
      description = "Resolver that Brave asks, or null to use the one of the system.";
    };

    extensions = lib.mkOption {
      type = lib.types.listOf lib.types.str;
      default = [ "ublock-origin" ];
      description = "Extensions that are installed and cannot be removed.";
    };

    policies = lib.mkOption {
      type = lib.types.attrsOf lib.types.anything;
      default = { };
      description = "Policies added to the hardened defaults of Brave.";
    };

    memoryMax = lib.mkOption {
      type = lib.types.str;
      default = "6G";
      description = "Memory that all processes of Brave may use together, in the notation of systemd.";
    };
  };

  config = lib.mkIf cfg.enable {
    environment.systemPackages = [ pkgs.brave ];

    environment.etc."brave/policies/managed/brave-secure.json".text = builtins.toJSON {
      policies = commonPolicies // vendorPolicies // cfg.policies;
    };

    environment.etc."brave/forced-extensions".text = lib.concatLines cfg.extensions;

    environment.shellAliases."brave-private" = "brave --profile /tmp/brave-secure";

    systemd.slices."app-brave".sliceConfig = {
      MemoryMax = cfg.memoryMax;
      MemorySwapMax = "0";
    };

    programs.firejail.wrappedBinaries.brave = {
      executable = lib.getExe pkgs.brave;
      extraArgs = [
        "--private-tmp"
        "--whitelist=\${DOWNLOADS}"
      ];
    };

    networking.hosts."0.0.0.0" = [ "telemetry.brave.invalid" ];
  };
}
