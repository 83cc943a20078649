# What a definition may be wrapped in, and how the wrapping is taken off.
lib:

let
  defaultPriority = 100;
  defaultOrder = 1000;
  kind = value: if builtins.isAttrs value then value._type or null else null;
in
rec {
  mkOption = attributes: { _type = "option"; } // attributes;
  mkEnableOption =
    what:
    mkOption {
      type = lib.types.bool;
      default = false;
      example = true;
      description = "Whether to enable ${what}.";
    };

  mkIf = condition: content: {
    _type = "if";
    inherit condition content;
  };
  mkMerge = contents: {
    _type = "merge";
    inherit contents;
  };
  mkOverride = priority: content: {
    _type = "override";
    inherit priority content;
  };
  mkOptionDefault = mkOverride 1500;
  mkDefault = mkOverride 1000;
  mkForce = mkOverride 50;
  mkOrder = order: content: {
    _type = "order";
    inherit order content;
  };
  mkBefore = mkOrder 500;
  mkAfter = mkOrder 1500;

  # Moves mkIf and mkMerge around a whole set to its attributes, so that a condition may depend on an option of the same set.
  # One definition { file, value } becomes a list of such with plain sets.
  pushDown =
    definition:
    let
      inherit (definition) value;
    in
    if kind value == "merge" then
      lib.concatMap (content: pushDown (definition // { value = content; })) value.contents
    else if kind value == "if" then
      map (inner: inner // { value = builtins.mapAttrs (_: mkIf value.condition) inner.value; }) (
        pushDown (definition // { value = value.content; })
      )
    else
      [ definition ];

  # The definitions that count: conditions decided, the best priority kept, mkBefore first.
  discharge =
    definitions:
    let
      unwrap =
        definition:
        let
          inherit (definition) value;
        in
        if kind value == "merge" then
          lib.concatMap (content: unwrap (definition // { value = content; })) value.contents
        else if kind value == "if" then
          lib.optionals value.condition (unwrap (definition // { value = value.content; }))
        else if kind value == "override" then
          unwrap (
            definition
            // {
              value = value.content;
              inherit (value) priority;
            }
          )
        else if kind value == "order" then
          unwrap (
            definition
            // {
              value = value.content;
              inherit (value) order;
            }
          )
        else
          [ definition ];
      priority = definition: definition.priority or defaultPriority;
      unwrapped = lib.concatMap unwrap definitions;
      best = lib.foldl' (a: definition: if priority definition < a then priority definition else a) 9999 unwrapped;
      kept = lib.filter (definition: priority definition == best) unwrapped;
    in
    if lib.any (definition: definition ? order) kept then lib.sortOn (definition: definition.order or defaultOrder) kept else kept;
}
