# zsh as the login shell, with history and completion.
{ pkgs, ... }:

{
  users.defaultUserShell = pkgs.zsh;

  programs.zsh = {
    enable = true;
    histSize = 100000;
    autosuggestions.enable = true;
    syntaxHighlighting.enable = true;
    setOptions = [
      "HIST_IGNORE_ALL_DUPS"
      "HIST_IGNORE_SPACE"
      "SHARE_HISTORY"
    ];
    interactiveShellInit = ''
      eval "$(zoxide init zsh)"
    '';
    promptInit = ''
      PROMPT='%F{blue}%~%f %# '
    '';
  };
}
