# Packages: programs of this machine, found on the usual PATH, and the builders that package.nix uses.
{ lib, system }:

let
  hostPath = "/usr/local/bin:/usr/bin:/bin";

  run = name: attributes: script:
    derivation (
      {
        inherit name system;
        builder = "/bin/sh";
        args = [
          "-eu"
          "-c"
          ''
            PATH=${hostPath}
            for package in ''${nativeBuildInputs:-}; do PATH=$package/bin:$PATH; done
            export PATH
            ${script}
          ''
        ];
        allowSubstitutes = false;
        preferLocalBuild = true;
      }
      // attributes
    );

  # The folder with `program`, which is where Node.js of this machine is started from, or nothing when it is not here.
  host = name: program: run name { } ''
    mkdir -p "$out/bin"
    found=$(command -v ${program} || true)
    if [ -n "$found" ]; then ln -s "$found" "$out/bin/${program}"; fi
  '' // {
    version = "20.20.0";
    meta.mainProgram = program;
  };

  script = name: text: run name { inherit text; } ''
    mkdir -p "$out/bin"
    printf '%s' "$text" > "$out/bin/${name}"
    chmod +x "$out/bin/${name}"
  '';

  platform = {
    inherit system;
    isLinux = lib.hasPrefix "linux" (builtins.elemAt (lib.splitString "-" system) 1);
    canExecute = other: other.system == system;
  };

  pkgs = {
    inherit lib;
    runCommand = run;
    stdenv = {
      hostPlatform = platform;
      buildPlatform = platform;
    };
    stdenvNoCC = pkgs.stdenv // {
      mkDerivation =
        attributes:
        let
          phases = removeAttrs attributes [
            "meta"
            "pname"
            "version"
          ];
        in
        run "${attributes.pname}-${attributes.version}" phases ''
          runHook() { if [ "$1" = postInstall ]; then eval "''${postInstall:-}"; fi; }
          cp -r "$src" unpacked
          chmod -R u+w unpacked
          cd unpacked
          eval "$installPhase"
          if [ -n "''${doInstallCheck:-}" ]; then eval "$installCheckPhase"; fi
        ''
        // {
          inherit (attributes) pname version meta;
        };
    };
    mkShell = { packages }: run "nix-shell" { inherit packages; } ''printf '%s\n' "$packages" > "$out"'';
    callPackage = file: arguments:
      let
        function = import file;
      in
      function (builtins.intersectAttrs (builtins.functionArgs function) pkgs // arguments);

    nodejs = host "nodejs" "node";
    git = host "git" "git";
    bubblewrap = host "bubblewrap" "bwrap";
    openssh = host "openssh" "ssh";
    bash = host "bash" "bash";
    nix = host "nix" "nix";
    systemd = host "systemd" "systemd-analyze";
    curl = host "curl" "curl";
    claude-code = host "claude-code" "claude";

    writeShellScript = name: text: "${script name "#!/bin/sh\n${text}"}/bin/${name}";

    makeWrapper = script "makeWrapper" ''
      #!/bin/sh
      program=$1 out=$2
      shift 2
      flags= path=
      while [ $# -gt 0 ]; do
        case $1 in
          --add-flags) flags="$flags $2"; shift 2 ;;
          --suffix) path=$4; shift 4 ;;
          *) echo "stand-in for makeWrapper: $1" >&2; exit 1 ;;
        esac
      done
      mkdir -p "$(dirname "$out")"
      printf '#!/bin/sh\nexport PATH="$PATH:%s"\nexec %s%s "$@"\n' "$path" "$program" "$flags" > "$out"
      chmod +x "$out"
    '';
    installShellFiles = script "installShellCompletion" ''
      #!/bin/sh
      # --cmd NAME --SHELL FILE
      mkdir -p "$out/share/completion"
      cp "$4" "$out/share/completion/''${3#--}"
    '';
  };
in
pkgs
