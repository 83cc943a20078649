{
  config,
  lib,
  pkgs,
  ...
}:

let
  cfg = config.kernelcore.development.git;
in
{
  options.kernelcore.development.git = {
    enable = lib.mkEnableOption "git with signing and readable diffs";

    signCommits = lib.mkOption {
      type = lib.types.bool;
      default = true;
      description = "Whether commits and tags are signed with the SSH key of the user.";
    };
  };

  config = lib.mkIf cfg.enable {
    environment.systemPackages = [
      pkgs.delta
      pkgs.gh
      pkgs.lazygit
    ];

    programs.git = {
      enable = true;
      lfs.enable = true;
      config = {
        init.defaultBranch = "main";
        pull.rebase = true;
        rerere.enabled = true;
        core.pager = "delta";
        merge.conflictstyle = "zdiff3";
        commit.gpgsign = cfg.signCommits;
        gpg.format = "ssh";
      };
    };
  };
}
