{
  config,
  lib,
  pkgs,
  ...
}:

{
  options.kernelcore.development.nodejs.enable = lib.mkEnableOption "Node.js with pnpm and TypeScript";

  config = lib.mkIf config.kernelcore.development.nodejs.enable {
    environment.systemPackages = with pkgs; [
      nodejs
      pnpm
      typescript
      eslint
    ];

    environment.etc."npmrc".text = ''
      ignore-scripts=true
      fund=false
      audit-level=high
    '';
  };
}
