# Short forms for declarations: the stub has many options and each is documented in the NixOS manual.
lib:

let
  inherit (lib) types;
  option =
    type: default:
    lib.mkOption {
      inherit type default;
      description = "See the NixOS option of the same name.";
    };
in
{
  flag = option types.bool;
  number = option types.int;
  text = option types.str;
  maybe = type: option (types.nullOr type) null;
  listOf = type: option (types.listOf type) [ ];
  setOf = type: option (types.attrsOf type) { };
  free = option (types.attrsOf types.anything) { };
  lines = option types.lines "";
  packageOr = option types.package;
  enable = option types.bool false;
}
