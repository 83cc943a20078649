# Functions over lists, attribute sets and strings, named as in nixpkgs.lib.
let
  inherit (builtins)
    attrNames concatMap elem filter foldl' genList elemAt length listToAttrs map replaceStrings sort toString
    ;
in
rec {
  inherit (builtins)
    all any attrNames attrValues concatLists concatMap concatStringsSep elem elemAt filter foldl' genList head isAttrs isBool
    isFloat isFunction isInt isList isPath isString length listToAttrs map mapAttrs removeAttrs sort tail toJSON
    ;

  nameValuePair = name: value: { inherit name value; };
  genAttrs = names: f: listToAttrs (map (name: nameValuePair name (f name)) names);
  mapAttrsToList = f: set: map (name: f name set.${name}) (attrNames set);
  mapAttrs' = f: set: listToAttrs (mapAttrsToList f set);
  filterAttrs = keep: set: listToAttrs (concatMap (name: if keep name set.${name} then [ (nameValuePair name set.${name}) ] else [ ]) (attrNames set));
  attrByPath = path: default: set: foldl' (found: name: if builtins.isAttrs found && found ? ${name} then found.${name} else default) set path;
  isDerivation = value: (value.type or null) == "derivation";

  optional = condition: value: if condition then [ value ] else [ ];
  optionals = condition: values: if condition then values else [ ];
  optionalString = condition: text: if condition then text else "";
  optionalAttrs = condition: set: if condition then set else { };

  imap1 = f: list: genList (n: f (n + 1) (elemAt list n)) (length list);
  reverseList = list: genList (n: elemAt list (length list - n - 1)) (length list);
  unique = foldl' (seen: value: if elem value seen then seen else seen ++ [ value ]) [ ];
  subtractLists = unwanted: filter (value: !elem value unwanted);
  sortOn = f: sort (a: b: f a < f b);

  concatMapStringsSep = separator: f: list: builtins.concatStringsSep separator (map f list);
  concatMapStrings = concatMapStringsSep "";
  concatLines = concatMapStrings (line: line + "\n");
  boolToString = value: if value then "true" else "false";
  escapeShellArg = value: "'${replaceStrings [ "'" ] [ "'\\''" ] (toString value)}'";
  escapeShellArgs = concatMapStringsSep " " escapeShellArg;
  getExe = package: "${package}/bin/${package.meta.mainProgram or package.pname}";
  toKeyValue = set: concatLines (mapAttrsToList (name: value: "${name}=${if builtins.isBool value then boolToString value else toString value}") set);
  literalExpression = text: {
    _type = "literalExpression";
    inherit text;
  };
}
