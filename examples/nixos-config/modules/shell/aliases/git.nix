{
  environment.shellAliases = {
    ga = "git add --patch";
    gc = "git commit";
    gd = "git diff";
    gl = "git log --oneline --graph";
    gs = "git status --short --branch";
  };
}
