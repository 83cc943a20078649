{
  config,
  lib,
  pkgs,
  ...
}:

let
  cfg = config.kernelcore.services.monitoring;

  scrape = name: targets: {
    job_name = name;
    scrape_interval = cfg.scrapeInterval;
    static_configs = [ { inherit targets; } ];
  };

  alert = name: severity: expression: duration: summary: {
    alert = name;
    expr = expression;
    for = duration;
    labels = { inherit severity; };
    annotations = { inherit summary; };
  };

  ruleFile = builtins.toJSON {
    groups = [
      {
        name = "hosts";
        rules = [
          (alert "HostDown" "critical" "up == 0" "5m" "{{ $labels.instance }} does not answer")
          (alert "DiskFull" "warning" "node_filesystem_avail_bytes / node_filesystem_size_bytes < 0.1" "15m" "{{ $labels.mountpoint }} is nearly full")
          (alert "MemoryLow" "warning" "node_memory_MemAvailable_bytes / node_memory_MemTotal_bytes < 0.05" "10m" "little memory left")
          (alert "UnitFailed" "warning" ''node_systemd_unit_state{state="failed"} == 1'' "5m" "{{ $labels.name }} failed")
          (alert "ClockSkew" "warning" "abs(node_timex_offset_seconds) > 0.1" "10m" "the clock is off")
        ];
      }
      {
        name = "backups";
        rules = [
          (alert "BackupStale" "critical" "time() - restic_last_success_seconds > 172800" "1h" "no backup for two days")
        ];
      }
    ];
  };
in
{
  options.kernelcore.services.monitoring = {
    enable = lib.mkEnableOption "Prometheus with Grafana";

    domain = lib.mkOption {
      type = lib.types.nullOr lib.types.str;
      default = null;
      example = "metrics.example.org";
      description = "Public name of Grafana, or null to reach it through the tunnel only.";
    };

    grafanaPort = lib.mkOption {
      type = lib.types.port;
      default = 3001;
      description = "Port of Grafana on the loopback interface.";
    };

    prometheusPort = lib.mkOption {
      type = lib.types.port;
      default = 9090;
      description = "Port of Prometheus on the loopback interface.";
    };

    retention = lib.mkOption {
      type = lib.types.str;
      default = "90d";
      description = "How long samples are kept, in the notation of Prometheus.";
    };

    scrapeInterval = lib.mkOption {
      type = lib.types.str;
      default = "30s";
      description = "How often targets are asked, in the notation of Prometheus.";
    };

    hosts = lib.mkOption {
      type = lib.types.listOf lib.types.str;
      default = [ "localhost" ];
      description = "Hosts whose node exporter is scraped.";
    };

    alertCommand = lib.mkOption {
      type = lib.types.nullOr lib.types.str;
      default = null;
      description = "Shell command that gets the text of firing alerts on standard input, or null for none.";
    };
  };

  config = lib.mkIf cfg.enable {
    environment.systemPackages = [ pkgs.prometheus ];

    kernelcore.services.reverse-proxy.hosts = lib.optionalAttrs (cfg.domain != null) {
      ${cfg.domain} = cfg.grafanaPort;
    };

    services.prometheus = {
      enable = true;
      port = cfg.prometheusPort;
      retentionTime = cfg.retention;
      globalConfig = {
        scrape_interval = cfg.scrapeInterval;
        evaluation_interval = "1m";
        external_labels.site = config.networking.hostName;
      };
      exporters.node = {
        enable = true;
        listenAddress = "127.0.0.1";
        port = 9100;
        enabledCollectors = [
          "systemd"
          "processes"
          "textfile"
        ];
        extraFlags = [ "--collector.textfile.directory=/var/lib/node-exporter" ];
      };
      scrapeConfigs = [
        (scrape "prometheus" [ "127.0.0.1:${toString cfg.prometheusPort}" ])
        (scrape "node" (map (host: "${host}:9100") cfg.hosts))
        (scrape "grafana" [ "127.0.0.1:${toString cfg.grafanaPort}" ])
      ];
      rules = [ ruleFile ];
    };

    services.grafana = {
      enable = true;
      settings = {
        analytics = {
          check_for_updates = false;
          reporting_enabled = false;
        };
        "auth.anonymous".enabled = false;
        security = {
          admin_password = "$__file{/run/secrets/grafana-password}";
          cookie_secure = cfg.domain != null;
        };
        server = {
          http_addr = "127.0.0.1";
          http_port = cfg.grafanaPort;
          domain = if cfg.domain == null then "localhost" else cfg.domain;
        };
        users.allow_sign_up = false;
      };
      provision = {
        enable = true;
        datasources.settings.datasources = [
          {
            name = "Prometheus";
            type = "prometheus";
            access = "proxy";
            url = "http://127.0.0.1:${toString cfg.prometheusPort}";
            isDefault = true;
          }
        ];
        dashboards.settings.providers = [
          {
            name = "hosts";
            options.path = "/etc/grafana-dashboards";
          }
        ];
      };
    };

    environment.etc."grafana-dashboards/hosts.json" = {
      text = builtins.toJSON {
        title = "Hosts";
        refresh = "1m";
        panels = [
          {
            title = "Load";
            targets = [ { expr = "node_load1"; } ];
          }
          {
            title = "Memory";
            targets = [ { expr = "node_memory_MemAvailable_bytes"; } ];
          }
          {
            title = "Disks";
            targets = [ { expr = "node_filesystem_avail_bytes"; } ];
          }
        ];
      };
    };

    systemd.tmpfiles.rules = [ "d /var/lib/node-exporter 0755 root root -" ];

    systemd.services.restic-metrics = {
      description = "Tell Prometheus when the last backup was made";
      path = [
        pkgs.jq
        pkgs.restic
      ];
      serviceConfig = {
        Type = "oneshot";
        ProtectHome = true;
        ReadWritePaths = [ "/var/lib/node-exporter" ];
      };
      script = ''
        time=$(restic snapshots --latest 1 --json | jq -r '.[0].time')
        printf 'restic_last_success_seconds %s\n' "$(date -d "$time" +%s)" > /var/lib/node-exporter/restic.prom
      '';
    };

    systemd.timers.restic-metrics = {
      wantedBy = [ "timers.target" ];
      timerConfig = {
        OnCalendar = "hourly";
        Persistent = true;
      };
    };

    systemd.services.alert-relay = lib.mkIf (cfg.alertCommand != null) {
      description = "Relay firing alerts";
      wantedBy = [ "multi-user.target" ];
      after = [ "prometheus.service" ];
      path = [
        pkgs.curl
        pkgs.jq
      ];
      serviceConfig = {
        DynamicUser = true;
        Restart = "always";
        RestartSec = "30s";
      };
      script = ''
        while sleep 60; do
          curl --silent http://127.0.0.1:${toString cfg.prometheusPort}/api/v1/alerts \
            | jq -r '.data.alerts[] | select(.state == "firing") | .annotations.summary' \
            | ${toString cfg.alertCommand}
        done
      '';
    };
  };
}
