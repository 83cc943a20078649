{ config, lib, ... }:

let
  cfg = config.kernelcore.security.audit;
in
{
  options.kernelcore.security.audit = {
    enable = lib.mkEnableOption "the audit daemon";

    watchedFiles = lib.mkOption {
      type = lib.types.listOf lib.types.path;
      default = [
        "/etc/passwd"
        "/etc/shadow"
        "/etc/sudoers"
      ];
      description = "Files whose changes are recorded.";
    };
  };

  config = lib.mkIf cfg.enable {
    security.auditd.enable = true;
    security.audit = {
      enable = true;
      backlogLimit = 8192;
      rules = [
        "-a exit,always -F arch=b64 -S execve -F euid=0 -k root-commands"
        "-a exit,always -F arch=b64 -S init_module,delete_module -k modules"
      ]
      ++ map (file: "-w ${file} -p wa -k identity") cfg.watchedFiles;
    };
  };
}
