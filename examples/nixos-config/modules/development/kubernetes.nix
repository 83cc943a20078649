{
  config,
  lib,
  pkgs,
  ...
}:

let
  cfg = config.kernelcore.development.kubernetes;

  clusterType = lib.types.submodule {
    options = {
      project = lib.mkOption {
        type = lib.types.str;
        description = "Project of Google Cloud that owns the cluster.";
      };
      region = lib.mkOption {
        type = lib.types.str;
        default = "southamerica-east1";
        description = "Region of the cluster.";
      };
      namespace = lib.mkOption {
        type = lib.types.str;
        default = "default";
        description = "Namespace to start in.";
      };
      readOnly = lib.mkOption {
        type = lib.types.bool;
        default = true;
        description = "Whether the prompt warns and destructive aliases are left out.";
      };
    };
  };

  contextName = name: cluster: "gke_${cluster.project}_${cluster.region}_${name}";

  kubeConfig = {
    apiVersion = "v1";
    kind = "Config";
    preferences.colors = true;
    contexts = lib.mapAttrsToList (name: cluster: {
      name = contextName name cluster;
      context = {
        cluster = name;
        inherit (cluster) namespace;
        user = "gcloud";
      };
    }) cfg.clusters;
    users = [
      {
        name = "gcloud";
        user.exec = {
          apiVersion = "client.authentication.k8s.io/v1";
          command = "gke-gcloud-auth-plugin";
          interactiveMode = "Never";
        };
      }
    ];
  };

  writable = lib.filterAttrs (_: cluster: !cluster.readOnly) cfg.clusters;
in
{
  options.kernelcore.development.kubernetes = {
    enable = lib.mkEnableOption "tools for Kubernetes on Google Cloud";

    clusters = lib.mkOption {
      type = lib.types.attrsOf clusterType;
      default = { };
      description = "Clusters by name; each becomes a context of kubectl.";
    };

    terraform = lib.mkOption {
      type = lib.types.bool;
      default = true;
      description = "Whether Terraform is installed with a shared plugin cache.";
    };

    localRegistry = lib.mkOption {
      type = lib.types.bool;
      default = false;
      description = "Whether a container registry runs on the loopback interface.";
    };

    registryPort = lib.mkOption {
      type = lib.types.port;
      default = 5000;
      description = "Port of the local registry.";
    };

    extraAliases = lib.mkOption {
      type = lib.types.attrsOf lib.types.str;
      default = { };
      description = "Aliases added to the usual ones.";
    };
  };

  config = lib.mkIf cfg.enable {
    environment.systemPackages = [
      pkgs.google-cloud-sdk
      pkgs.helm
      pkgs.k9s
      pkgs.kubectl
      pkgs.kustomize
      pkgs.stern
    ]
    ++ lib.optional cfg.terraform pkgs.terraform;

    environment.variables = {
      CLOUDSDK_CORE_DISABLE_USAGE_REPORTING = "true";
      HELM_HISTORY_MAX = "5";
      KUBECONFIG = "/etc/kubernetes/client.json";
      TF_PLUGIN_CACHE_DIR = "/var/cache/terraform";
      USE_GKE_GCLOUD_AUTH_PLUGIN = "True";
    };

    environment.etc."kubernetes/client.json" = {
      mode = "0444";
      text = builtins.toJSON kubeConfig;
    };

    environment.etc."kubernetes/k9s.json" = {
      text = builtins.toJSON {
        k9s = {
          readOnly = writable == { };
          refreshRate = 5;
          skipLatestRevCheck = true;
          ui = {
            headless = true;
            logoless = true;
          };
          logger = {
            tail = 500;
            buffer = 5000;
            showTime = true;
          };
        };
      };
    };

    environment.etc."kubernetes/stern.json" = {
      text = builtins.toJSON {
        exclude-container = [ "istio-proxy" ];
        timestamps = "short";
        tail = 100;
      };
    };

    environment.shellAliases = {
      k = "kubectl";
      kctx = "kubectl config use-context";
      kd = "kubectl describe";
      kev = "kubectl get events --sort-by=.lastTimestamp";
      kg = "kubectl get";
      kl = "kubectl logs --follow";
      kns = "kubectl config set-context --current --namespace";
      kpf = "kubectl port-forward";
      ktop = "kubectl top pods --sort-by=memory";
    }
    // lib.mapAttrs' (
      name: cluster:
      lib.nameValuePair "k-${name}" "kubectl --context ${contextName name cluster} --namespace ${cluster.namespace}"
    ) cfg.clusters
    // lib.mapAttrs' (
      name: cluster: lib.nameValuePair "k-${name}-drain" "kubectl --context ${contextName name cluster} drain --ignore-daemonsets"
    ) writable
    // cfg.extraAliases;

    systemd.tmpfiles.rules = lib.optional cfg.terraform "d /var/cache/terraform 1777 root root 90d";

    virtualisation.oci-containers = {
      backend = "docker";
      containers.registry = lib.mkIf cfg.localRegistry {
        image = "registry:2";
        ports = [ "127.0.0.1:${toString cfg.registryPort}:5000" ];
        volumes = [ "/var/lib/registry:/var/lib/registry" ];
        environment = {
          REGISTRY_STORAGE_DELETE_ENABLED = "true";
          REGISTRY_LOG_LEVEL = "warn";
        };
      };
    };

    systemd.services.gcloud-components = {
      description = "Warm the credential plugin of Google Cloud";
      wantedBy = [ "multi-user.target" ];
      after = [ "network-online.target" ];
      wants = [ "network-online.target" ];
      path = [ pkgs.google-cloud-sdk ];
      serviceConfig = {
        Type = "oneshot";
        DynamicUser = true;
        ProtectHome = true;
        ProtectSystem = "strict";
      };
      script = ''
        gcloud components list --quiet > /dev/null
      '';
    };

    systemd.services.registry-gc = lib.mkIf cfg.localRegistry {
      description = "Collect garbage of the local registry";
      startAt = [ "weekly" ];
      path = [ pkgs.docker ];
      serviceConfig.Type = "oneshot";
      script = ''
        docker exec registry registry garbage-collect /etc/docker/registry/config.yml
      '';
    };
  };
}
