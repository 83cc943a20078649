{
  config,
  lib,
  pkgs,
  ...
}:

let
  cfg = config.kernelcore.development.python;
in
{
  options.kernelcore.development.python = {
    enable = lib.mkEnableOption "Python with a fast package manager and linter";

    poetry = lib.mkOption {
      type = lib.types.bool;
      default = false;
      description = "Whether Poetry is installed for projects that still use it.";
    };
  };

  config = lib.mkIf cfg.enable {
    environment.systemPackages = [
      pkgs.python3
      pkgs.uv
      pkgs.ruff
    ]
    ++ lib.optional cfg.poetry pkgs.poetry;

    environment.variables = {
      PYTHONDONTWRITEBYTECODE = "1";
      UV_PYTHON_DOWNLOADS = "never";
    };
  };
}
