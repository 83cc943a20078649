{
  config,
  lib,
  pkgs,
  ...
}:

{
  options.kernelcore.development.rust.enable = lib.mkEnableOption "the Rust toolchain";

  config = lib.mkIf config.kernelcore.development.rust.enable {
    environment.systemPackages = with pkgs; [
      cargo
      clippy
      rust-analyzer
      rustc
      rustfmt
    ];

    environment.variables.CARGO_NET_GIT_FETCH_WITH_CLI = "true";
  };
}
