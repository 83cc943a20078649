{ lib, ... }:

let
  inherit (lib) types;
  declare = import ./declare.nix lib;
in
{
  options.programs = {
    zsh = {
      enable = declare.enable;
      histSize = declare.number 2000;
      autosuggestions.enable = declare.enable;
      syntaxHighlighting.enable = declare.enable;
      interactiveShellInit = declare.lines;
      promptInit = declare.lines;
      setOptions = declare.listOf types.str;
    };
    git = {
      enable = declare.enable;
      lfs.enable = declare.enable;
      config = declare.free;
    };
    tmux = {
      enable = declare.enable;
      clock24 = declare.enable;
      historyLimit = declare.number 2000;
      keyMode = declare.text "emacs";
      extraConfig = declare.lines;
    };
    direnv = {
      enable = declare.enable;
      nix-direnv.enable = declare.flag true;
    };
    neovim = {
      enable = declare.enable;
      defaultEditor = declare.enable;
    };
    chromium = {
      enable = declare.enable;
      extensions = declare.listOf types.str;
      extraOpts = declare.free;
    };
    firefox = {
      enable = declare.enable;
      policies = declare.free;
    };
    firejail.wrappedBinaries = declare.setOf types.anything;
    gnupg.agent = {
      enable = declare.enable;
      enableSSHSupport = declare.enable;
    };
    ssh = {
      extraConfig = declare.lines;
      startAgent = declare.enable;
    };
  };
}
