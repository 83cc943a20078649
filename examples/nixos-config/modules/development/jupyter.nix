# A JupyterLab for one user, reachable from this machine only.
{
  config,
  lib,
  pkgs,
  ...
}:

let
  cfg = config.kernelcore.development.jupyter;
in
{
  options.kernelcore.development.jupyter = {
    enable = lib.mkEnableOption "JupyterLab";

    port = lib.mkOption {
      type = lib.types.port;
      default = 8888;
      description = "Port on the loopback interface.";
    };

    notebookDir = lib.mkOption {
      type = lib.types.path;
      default = "/srv/notebooks";
      description = "Folder with the notebooks.";
    };
  };

  config = lib.mkIf cfg.enable {
    users.users.jupyter = {
      isSystemUser = true;
      group = "jupyter";
      home = cfg.notebookDir;
    };
    users.groups.jupyter = { };

    systemd.tmpfiles.rules = [ "d ${cfg.notebookDir} 0750 jupyter jupyter -" ];

    systemd.services.jupyter = {
      description = "JupyterLab";
      wantedBy = [ "multi-user.target" ];
      after = [ "network.target" ];
      path = [ pkgs.python3 ];
      serviceConfig = {
        User = "jupyter";
        WorkingDirectory = cfg.notebookDir;
        ExecStart = "${lib.getExe pkgs.jupyter} lab --no-browser --ip 127.0.0.1 --port ${toString cfg.port}";
        MemoryMax = "8G";
        NoNewPrivileges = true;
        ProtectHome = true;
      };
    };
  };
}
