# Option types: { name, description, check, merge }. `merge` gets the option's path and the definitions that count.
lib:

let
  inherit (builtins) isAttrs isBool isFloat isFunction isInt isList isPath isString toJSON;

  showValue = value: if isFunction value then "<function>" else if lib.isDerivation value then "<derivation ${value.name}>" else toJSON value;
  showDefinitions = lib.concatMapStrings (definition: "\n- In `${toString definition.file}': ${showValue definition.value}");
  showPath = lib.concatStringsSep ".";

  mergeEqual =
    loc: definitions:
    let
      first = builtins.head definitions;
    in
    if lib.length definitions == 1 || lib.all (definition: definition.value == first.value) definitions then
      first.value
    else
      throw "The option `${showPath loc}' has conflicting definition values:${showDefinitions definitions}\nUse `lib.mkForce value` or `lib.mkDefault value` to change the priority on any of these definitions.";

  scalar = name: description: check: {
    inherit name description check;
    merge = mergeEqual;
  };

  checked =
    type: loc: definitions:
    let
      bad = lib.filter (definition: !type.check definition.value) definitions;
    in
    if bad == [ ] then
      definitions
    else
      throw "A definition for option `${showPath loc}' is not of type `${type.description}'. Definition values:${showDefinitions bad}";

  mergeNames =
    type: loc: definitions:
    let
      names = lib.unique (lib.concatMap (definition: lib.attrNames definition.value) definitions);
      definitionsOf =
        name:
        lib.discharge (
          lib.concatMap (
            definition:
            lib.optional (definition.value ? ${name}) {
              inherit (definition) file;
              value = definition.value.${name};
            }
          ) definitions
        );
    in
    lib.mapAttrs (name: found: type.merge (loc ++ [ name ]) (checked type (loc ++ [ name ]) found)) (
      lib.filterAttrs (_: found: found != [ ]) (lib.genAttrs names definitionsOf)
    );
in
rec {
  inherit showPath showDefinitions checked;

  bool = scalar "bool" "boolean" isBool;
  int = scalar "int" "signed integer" isInt;
  float = scalar "float" "floating point number" isFloat;
  str = scalar "str" "string" isString;
  package = scalar "package" "package" lib.isDerivation;
  path = scalar "path" "absolute path" (value: isPath value || (isString value && builtins.substring 0 1 value == "/") || lib.isDerivation value);
  port = ints.described "16 bit unsigned integer; between 0 and 65535 (both inclusive)" (value: value >= 0 && value <= 65535);
  ints = {
    described = description: check: scalar "int" description (value: isInt value && check value);
    positive = ints.described "positive integer, meaning >0" (value: value > 0);
    unsigned = ints.described "unsigned integer, meaning >=0" (value: value >= 0);
    between = low: high: ints.described "integer between ${toString low} and ${toString high} (both inclusive)" (value: value >= low && value <= high);
  };
  enum = values: scalar "enum" "one of ${lib.concatMapStringsSep ", " toJSON values}" (value: lib.elem value values);

  lines = scalar "lines" "strings concatenated with \"\\n\"" isString // {
    merge = _: definitions: lib.concatMapStringsSep "\n" (definition: definition.value) definitions;
  };

  # Not looked into, not merged.
  raw = scalar "raw" "raw value" (_: true);

  # Sets are merged, lists and everything else have to agree.
  anything = scalar "anything" "anything" (_: true) // {
    merge = loc: definitions: (if lib.all (definition: isAttrs definition.value && !lib.isDerivation definition.value) definitions then mergeNames anything else mergeEqual) loc definitions;
  };

  nullOr = type: scalar "nullOr" "null or ${type.description}" (value: value == null || type.check value) // {
    merge = loc: definitions: if lib.any (definition: definition.value == null) definitions then mergeEqual loc definitions else type.merge loc definitions;
  };
  either = a: b: scalar "either" "${a.description} or ${b.description}" (value: a.check value || b.check value) // {
    merge = loc: definitions: (if lib.all (definition: a.check definition.value) definitions then a else b).merge loc definitions;
  };
  oneOf = types: lib.foldl' either (builtins.head types) (builtins.tail types);

  listOf = type: scalar "listOf" "list of ${type.description}" isList // {
    merge =
      loc: definitions:
      lib.concatMap (
        definition:
        lib.imap1 (
          n: value:
          let
            at = loc ++ [ "[definition ${toString n}]" ];
          in
          type.merge at (
            checked type at [
              {
                inherit (definition) file;
                inherit value;
              }
            ]
          )
        ) definition.value
      ) definitions;
  };

  attrsOf = type: scalar "attrsOf" "attribute set of ${type.description}" isAttrs // { merge = mergeNames type; };

  submodule = module: scalar "submodule" "submodule" (value: isAttrs value || isFunction value) // {
    merge =
      loc: definitions:
      removeAttrs (lib.evalModules {
        prefix = loc;
        specialArgs.name = if loc == [ ] then "" else lib.elemAt loc (lib.length loc - 1);
        modules = [ module ] ++ map (definition: {
          _file = definition.file;
          config = definition.value;
        }) definitions;
      }).config [ "_module" ];
  };
}
