{
  description = "The machines of kernelcore: a laptop and a server";

  # No inputs: ./nixpkgs-stub stands in for nixpkgs, so that the example evaluates offline. A relative path input would be
  # locked differently by Nix before and after 2.26, and neither reads the lock file of the other.
  inputs = { };

  outputs =
    { self }:
    let
      system = "x86_64-linux";
      nixpkgs = ./nixpkgs-stub;
      lib = import ./nixpkgs-stub/lib;
      pkgs = import nixpkgs {
        inherit system;
        config.allowUnfree = true;
      };

      sharedModules = [
        { nixpkgs.config.allowUnfree = true; }

        ./modules/system/boot.nix
        ./modules/system/journald.nix
        ./modules/system/locale.nix
        ./modules/system/memory.nix
        ./modules/system/nix.nix
        ./modules/system/users.nix

        ./modules/network/dns-resolver.nix
        ./modules/network/firewall-zones.nix
        ./modules/network/wireguard.nix

        ./modules/secrets/age.nix
        ./modules/secrets/api-keys.nix

        ./modules/shell

        ./modules/development/git.nix
        ./modules/services/backup.nix

        # Security comes last, it overrides the others.
        ./modules/security/apparmor.nix
        ./modules/security/audit.nix
        ./modules/security/kernel.nix
        ./modules/security/network.nix
        ./modules/security/sudo.nix
      ];

      hostModules = {
        kernelcore = [
          ./laptop-offload-client.nix

          ./modules/applications/brave-secure.nix
          ./modules/applications/firefox-privacy.nix
          ./modules/applications/media.nix
          ./modules/applications/office.nix
          ./modules/applications/vscode-secure.nix
          ./modules/applications/vscodium-secure.nix

          ./modules/browsers/chromium.nix

          ./modules/development/jupyter.nix
          ./modules/development/kubernetes.nix
          ./modules/development/nodejs.nix
          ./modules/development/python.nix
          ./modules/development/rust.nix

          ./modules/hardware/audio.nix
          ./modules/hardware/bluetooth.nix
          ./modules/hardware/laptop-power.nix
          ./modules/hardware/nvidia.nix

          ./modules/services/gpu-orchestration.nix

          ./modules/virtualization/docker.nix
          ./modules/virtualization/vms.nix
        ];

        atlas = [
          ./modules/security/ssh.nix

          ./modules/services/gitea.nix
          ./modules/services/monitoring.nix
          ./modules/services/postgresql.nix
          ./modules/services/reverse-proxy.nix

          ./modules/virtualization/podman.nix
        ];
      };

      mkHost =
        name:
        lib.nixosSystem {
          inherit system;
          modules = sharedModules ++ hostModules.${name} ++ [
            ./hosts/${name}/hardware-configuration.nix
            ./hosts/${name}/configuration.nix
          ];
        };

      hosts = lib.mapAttrs (_: host: host.config) self.nixosConfigurations;
    in
    {
      nixosConfigurations = lib.genAttrs (lib.attrNames hostModules) mkHost;

      packages.${system}.default = hosts.kernelcore.system.build.toplevel;

      checks.${system} = import ./checks.nix { inherit lib pkgs hosts; };
    };
}
