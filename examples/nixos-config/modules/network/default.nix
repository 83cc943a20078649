# Names, tunnels and the firewall.
{
  imports = [
    ./dns-resolver.nix
    ./firewall-zones.nix
    ./wireguard.nix
  ];
}
