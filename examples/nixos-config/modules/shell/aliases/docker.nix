{ config, lib, ... }:

{
  config = lib.mkIf config.virtualisation.docker.enable {
    environment.shellAliases = {
      dcd = "docker compose down";
      dcl = "docker compose logs --follow";
      dcu = "docker compose up --detach";
      dps = "docker ps --format 'table {{.Names}}\\t{{.Status}}'";
    };
  };
}
