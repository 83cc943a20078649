{
  config,
  lib,
  pkgs,
  ...
}:

let
  cfg = config.kernelcore.security.kernel;
in
{
  options.kernelcore.security.kernel = {
    enable = lib.mkEnableOption "a hardened kernel configuration";

    hardenedKernel = lib.mkOption {
      type = lib.types.bool;
      default = false;
      description = "Whether the linux-hardened kernel is used.";
    };
  };

  config = lib.mkIf cfg.enable {
    boot.kernelPackages = lib.mkIf cfg.hardenedKernel (lib.mkForce pkgs.linuxPackages_hardened);
    boot.blacklistedKernelModules = [
      "dccp"
      "sctp"
      "rds"
      "tipc"
      "firewire-core"
    ];
    boot.kernelParams = [
      "slab_nomerge"
      "init_on_alloc=1"
      "page_alloc.shuffle=1"
    ];
    boot.kernel.sysctl = {
      "kernel.dmesg_restrict" = 1;
      "kernel.kptr_restrict" = 2;
      "kernel.unprivileged_bpf_disabled" = 1;
      "kernel.yama.ptrace_scope" = 2;
      "net.core.bpf_jit_harden" = 2;
      "vm.mmap_rnd_bits" = 32;
    };
    security.protectKernelImage = true;
    security.forcePageTableIsolation = true;
  };
}
