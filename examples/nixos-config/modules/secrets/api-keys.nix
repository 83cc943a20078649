{ config, lib, ... }:

let
  cfg = config.kernelcore.secrets.apiKeys;
in
{
  options.kernelcore.secrets.apiKeys = lib.mkOption {
    type = lib.types.listOf lib.types.str;
    default = [ ];
    example = [ "anthropic" ];
    description = "Services whose key is decrypted for the user of this machine.";
  };

  config.kernelcore.secrets.files = lib.genAttrs (map (service: "${service}-api-key") cfg) (name: {
    file = "/etc/nixos/secrets/${name}.age";
    owner = "kernelcore";
  });
}
