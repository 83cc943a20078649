# Where secrets come from. Never the store: it is readable by everybody.
{
  imports = [
    ./age.nix
    ./api-keys.nix
  ];
}
