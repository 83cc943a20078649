# The shell of every user.
{
  imports = [
    ./aliases/docker.nix
    ./aliases/git.nix
    ./aliases/nix.nix
    ./tmux.nix
    ./tools.nix
    ./zsh.nix
  ];
}
