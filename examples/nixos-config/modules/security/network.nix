{ config, lib, ... }:

{
  options.kernelcore.security.network.enable = lib.mkEnableOption "hardened network parameters of the kernel";

  config = lib.mkIf config.kernelcore.security.network.enable {
    boot.kernel.sysctl = {
      "net.ipv4.conf.all.accept_redirects" = 0;
      "net.ipv4.conf.all.rp_filter" = 1;
      "net.ipv4.conf.all.send_redirects" = 0;
      "net.ipv4.conf.default.accept_source_route" = 0;
      "net.ipv4.tcp_rfc1337" = 1;
      "net.ipv4.tcp_syncookies" = 1;
      "net.ipv6.conf.all.accept_redirects" = 0;
    };
    networking.networkmanager.wifi = {
      macAddress = "random";
      scanRandMacAddress = true;
    };
  };
}
