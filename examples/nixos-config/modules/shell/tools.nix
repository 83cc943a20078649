{ pkgs, ... }:

{
  environment.systemPackages = with pkgs; [
    bat
    btop
    eza
    fd
    fzf
    jq
    ripgrep
    zoxide
  ];

  programs.direnv.enable = true;
  programs.neovim = {
    enable = true;
    defaultEditor = true;
  };
}
