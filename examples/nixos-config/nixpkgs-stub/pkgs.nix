# Stand-in packages. A builder may use shell built-ins only.
{
  lib,
  system,
  config,
}:

let
  # `attributes` become the environment of `script`, as in nixpkgs.
  runCommand =
    name: attributes: script:
    derivation (
      attributes
      // {
        inherit name system;
        # Nothing of the stub is in a binary cache: do not ask one.
        allowSubstitutes = false;
        preferLocalBuild = true;
        builder = "/bin/sh";
        args = [
          "-eu"
          "-c"
          script
        ];
      }
    );

  writeText = name: text: runCommand name { inherit text; } ''printf '%s' "$text" > "$out"'';

  package =
    pname: version:
    runCommand "${pname}-${version}" { inherit pname version; } ''echo "stand-in for $name" > "$out"''
    // {
      inherit pname version;
      meta.mainProgram = pname;
    };

  unfree = pname: version: if config.allowUnfree or false then package pname version else throw "Package '${pname}-${version}' has an unfree license, refusing to evaluate.";

  free = lib.genAttrs [
    "age" "alacritty" "apparmor-utils" "bash" "bat" "brave" "btop" "buildah" "cargo" "chromium" "clippy" "curl" "delta"
    "direnv" "dive" "docker" "docker-compose" "eslint" "eza" "fd" "ffmpeg" "firefox" "fwupd" "fzf" "gh" "gimp" "git"
    "git-lfs" "gitea" "gnupg" "grafana" "helm" "htop" "intel-media-driver" "iproute2" "iptables" "jq" "jupyter" "k9s"
    "kubectl" "kustomize" "lazygit" "libreoffice" "lynis" "mpv" "neovim" "nftables" "nix-direnv" "nix-tree" "nixfmt"
    "nodejs" "nvtop" "openssh" "openssl" "pavucontrol" "pipewire" "pnpm" "podman" "podman-compose" "poetry" "postgresql"
    "powertop" "prometheus" "prometheus-node-exporter" "python3" "qemu" "restic" "ripgrep" "rsync" "ruff" "rust-analyzer"
    "rustc" "rustfmt" "shadow" "skopeo" "smartmontools" "socat" "sops" "ssh-to-age" "stern" "strace" "swtpm" "tcpdump"
    "terraform" "thunderbird" "tmux" "tor" "typescript" "unbound" "util-linux" "uv" "virt-manager" "virtiofsd" "vscodium"
    "wget" "wireguard-tools" "wireplumber" "xdg-utils" "zathura" "zoxide" "zsh"
  ] (name: package name "1.0");
in
free
// {
  inherit lib system config;
  inherit runCommand writeText;
  stdenv.hostPlatform = { inherit system; };

  google-cloud-sdk = package "google-cloud-sdk" "480.0";
  vscode = unfree "vscode" "1.95";
  linuxPackages = {
    kernel = package "linux" "6.6";
    nvidia_x11 = unfree "nvidia-x11" "550";
  };
  linuxPackages_hardened = {
    kernel = package "linux-hardened" "6.6";
    nvidia_x11 = unfree "nvidia-x11" "550";
  };
}
