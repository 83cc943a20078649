{
  programs.tmux = {
    enable = true;
    clock24 = true;
    historyLimit = 50000;
    keyMode = "vi";
    extraConfig = ''
      set -g mouse on
      set -g renumber-windows on
    '';
  };
}
