# Firefox with tracking protection, enforced by policy, and without the vendor's own services.
{
  config,
  lib,
  pkgs,
  ...
}:

let
  cfg = config.kernelcore.applications.firefox-privacy;

  vendorPolicies = {
    DisableFirefoxStudies = true;
    DisablePocket = true;
    DisableTelemetry = true;
    EnableTrackingProtection = {
      Value = true;
      Locked = true;
      Cryptomining = true;
      Fingerprinting = true;
    };
    OfferToSaveLogins = false;
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
  options.kernelcore.applications.firefox-privacy = {
    enable = lib.mkEnableOption "Firefox with privacy policies";

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
      description = "Resolver that Firefox asks, or null to use the one of the system.";
    };

    extensions = lib.mkOption {
      type = lib.types.listOf lib.types.str;
      default = [ "ublock-origin" ];
      description = "Extensions that are installed and cannot be removed.";
    };

    policies = lib.mkOption {
      type = lib.types.attrsOf lib.types.anything;
      default = { };
      description = "Policies added to the hardened defaults of Firefox.";
    };

    memoryMax = lib.mkOption {
      type = lib.types.str;
      default = "6G";
      description = "Memory that all processes of Firefox may use together, in the notation of systemd.";
    };
  };

  config = lib.mkIf cfg.enable {
    environment.systemPackages = [ pkgs.firefox ];

    environment.etc."firefox/policies/managed/firefox-privacy.json".text = builtins.toJSON {
      policies = commonPolicies // vendorPolicies // cfg.policies;
    };

    environment.etc."firefox/forced-extensions".text = lib.concatLines cfg.extensions;

    environment.shellAliases."firefox-private" = "firefox --profile /tmp/firefox-privacy";

    systemd.slices."app-firefox".sliceConfig = {
      MemoryMax = cfg.memoryMax;
      MemorySwapMax = "0";
    };

    programs.firejail.wrappedBinaries.firefox = {
      executable = lib.getExe pkgs.firefox;
      extraArgs = [
        "--private-tmp"
        "--whitelist=\${DOWNLOADS}"
      ];
    };

    networking.hosts."0.0.0.0" = [ "telemetry.firefox.invalid" ];
  };
}
