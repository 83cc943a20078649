{
  config,
  lib,
  pkgs,
  ...
}:

let
  cfg = config.kernelcore.virtualization.vms;

  machineType = lib.types.submodule {
    options = {
      cores = lib.mkOption {
        type = lib.types.ints.positive;
        default = 2;
        description = "Number of virtual processors.";
      };
      memoryMiB = lib.mkOption {
        type = lib.types.ints.positive;
        default = 4096;
        description = "Memory in MiB.";
      };
      disk = lib.mkOption {
        type = lib.types.str;
        description = "Path of the disk image.";
      };
      diskGiB = lib.mkOption {
        type = lib.types.ints.positive;
        default = 40;
        description = "Size of the disk image when it is created, in GiB.";
      };
      bridge = lib.mkOption {
        type = lib.types.str;
        default = "virbr0";
        description = "Bridge that the machine is connected to.";
      };
      secureBoot = lib.mkOption {
        type = lib.types.bool;
        default = false;
        description = "Whether the firmware checks signatures.";
      };
      autostart = lib.mkOption {
        type = lib.types.bool;
        default = false;
        description = "Whether the machine starts with the host.";
      };
    };
  };

  arguments =
    name: machine:
    [
      "-name ${name}"
      "-machine q35,accel=kvm"
      "-cpu host"
      "-smp ${toString machine.cores}"
      "-m ${toString machine.memoryMiB}"
      "-drive file=${machine.disk},if=virtio,discard=unmap"
      "-netdev bridge,id=lan,br=${machine.bridge}"
      "-device virtio-net-pci,netdev=lan"
      "-display none"
    ]
    ++ lib.optional machine.secureBoot "-global driver=cfi.pflash01,property=secure,value=on";

  stopCommand = name: "echo system_powerdown | socat - UNIX-CONNECT:/run/vms/${name}.monitor";
in
{
  options.kernelcore.virtualization.vms = {
    enable = lib.mkEnableOption "virtual machines by libvirt and QEMU";

    users = lib.mkOption {
      type = lib.types.listOf lib.types.str;
      default = [ ];
      description = "Users that may manage virtual machines.";
    };

    imageFolder = lib.mkOption {
      type = lib.types.path;
      default = "/var/lib/vms";
      description = "Folder of the disk images.";
    };

    sharedFolder = lib.mkOption {
      type = lib.types.path;
      default = "/srv/vm-shared";
      description = "Folder that guests may mount by virtiofs.";
    };

    hugePages = lib.mkOption {
      type = lib.types.ints.unsigned;
      default = 0;
      description = "Number of 2 MiB pages set aside for guests.";
    };

    machines = lib.mkOption {
      type = lib.types.attrsOf machineType;
      default = { };
      description = "Machines that systemd starts and stops, by name.";
    };
  };

  config = lib.mkIf cfg.enable {
    environment.systemPackages = [
      pkgs.qemu
      pkgs.virt-manager
      pkgs.virtiofsd
    ];

    boot.kernelModules = [ "kvm-intel" ];

    boot.kernel.sysctl = {
      "vm.nr_hugepages" = cfg.hugePages;
      "net.ipv4.ip_forward" = 1;
      "net.bridge.bridge-nf-call-iptables" = 0;
    };

    networking.firewall.trustedInterfaces = [ "virbr0" ];

    users.users = lib.genAttrs cfg.users (_: {
      extraGroups = [
        "kvm"
        "libvirtd"
      ];
    });

    virtualisation.libvirtd = {
      enable = true;
      onBoot = "ignore";
      onShutdown = "shutdown";
      allowedBridges = [
        "virbr0"
        "br-lan"
      ];
      qemu = {
        package = pkgs.qemu;
        runAsRoot = false;
        swtpm.enable = true;
        vhostUserPackages = [ pkgs.virtiofsd ];
      };
    };

    virtualisation.spiceUSBRedirection.enable = true;

    environment.etc."qemu/bridge.conf" = {
      mode = "0640";
      text = ''
        allow virbr0
        allow br-lan
        deny all
      '';
    };

    environment.etc."vms/machines.json" = {
      text = builtins.toJSON (
        lib.mapAttrs (_: machine: {
          inherit (machine) cores memoryMiB disk;
        }) cfg.machines
      );
    };

    systemd.tmpfiles.rules = [
      "d ${cfg.imageFolder} 0750 root kvm -"
      "d ${cfg.sharedFolder} 0770 root kvm -"
    ];

    systemd.services.vm-images = {
      description = "Create the disk images of the virtual machines";
      wantedBy = [ "multi-user.target" ];
      path = [ pkgs.qemu ];
      serviceConfig = {
        Type = "oneshot";
        RemainAfterExit = true;
        ProtectHome = true;
      };
      script = lib.concatLines (
        lib.mapAttrsToList (_: machine: ''
          if ! test -e ${lib.escapeShellArg machine.disk}; then
            qemu-img create -f qcow2 ${lib.escapeShellArg machine.disk} ${toString machine.diskGiB}G
          fi
        '') cfg.machines
      );
    };

    systemd.services.vm-autostart = {
      description = "Start the virtual machines that start with the host";
      wantedBy = [ "multi-user.target" ];
      after = [
        "libvirtd.service"
        "vm-images.service"
      ];
      requires = [ "vm-images.service" ];
      path = [
        pkgs.qemu
        pkgs.socat
      ];
      serviceConfig = {
        Type = "forking";
        RuntimeDirectory = "vms";
        KillMode = "process";
        TimeoutStopSec = "2min";
      };
      script = lib.concatLines (
        lib.mapAttrsToList (
          name: machine: "qemu-system-x86_64 ${lib.concatStringsSep " " (arguments name machine)} -daemonize"
        ) (lib.filterAttrs (_: machine: machine.autostart) cfg.machines)
      );
      unitConfig = {
        ConditionPathIsReadWrite = cfg.imageFolder;
        X-StopCommands = lib.mapAttrsToList (name: _: stopCommand name) cfg.machines;
      };
    };

    systemd.services.vm-shared-folder = {
      description = "Share ${cfg.sharedFolder} with the virtual machines";
      wantedBy = [ "multi-user.target" ];
      serviceConfig = {
        ExecStart = "${lib.getExe pkgs.virtiofsd} --socket-path /run/vms/shared.sock --shared-dir ${cfg.sharedFolder}";
        Restart = "on-failure";
      };
    };
  };
}
