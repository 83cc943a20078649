# The module system. As in nixpkgs, imports are flattened breadth-first and later modules define first: moving a module behind
# an aggregator keeps every value but may reorder lists.
lib:

let
  inherit (builtins) addErrorContext functionArgs genericClosure isAttrs isFunction isPath isString mapAttrs;
  inherit (lib.types) showDefinitions showPath;

  # { _file, imports, options, config } of a module that is an attribute set.
  normalise =
    file: module:
    let
      rest = removeAttrs module [ "_file" "imports" "options" "config" ];
      named = toString (lib.attrNames rest);
    in
    if !(module ? config || module ? options) then
      {
        _file = module._file or file;
        imports = module.imports or [ ];
        options = { };
        config = rest;
      }
    else if rest != { } then
      throw "Module `${file}' has an unsupported attribute `${builtins.head (lib.attrNames rest)}'. This is caused by introducing a top-level `config' or `options' attribute. Add configuration attributes immediately on the top level instead, or move all of them (namely: ${named}) into the explicit `config' attribute."
    else
      {
        _file = module._file or file;
        imports = module.imports or [ ];
        options = module.options or { };
        config = module.config or { };
      };

  # Gives a module function the arguments that it names.
  call =
    arguments: file: module:
    if !isFunction module then
      module
    else
      module (
        arguments
        // mapAttrs (
          name: _:
          addErrorContext "while evaluating the module argument `${name}' in \"${file}\":" (
            arguments.${name} or arguments.config._module.args.${name} or (throw "attribute '${name}' missing")
          )
        ) (functionArgs module)
      );

  # All modules in breadth-first order, each file once.
  collect =
    arguments: modules:
    let
      load =
        parent: n: module:
        let
          isFile = isPath module || isString module;
          file = if isFile then toString module else parent.module._file;
        in
        {
          key = if isFile then file else "${parent.key}:anon-${toString n}";
          module = normalise file (call arguments file (if isFile then import module else module));
        };
      root = {
        key = "<root>";
        module._file = "<unknown-file>";
      };
    in
    map (item: item.module) (genericClosure {
      startSet = lib.imap1 (load root) modules;
      operator = item: lib.imap1 (load item) item.module.imports;
    });

  # A tree of sets whose leaves are { _type = "declaration"; file; option; }.
  declarationTree =
    loc: declarations:
    let
      leaves = lib.filter (declaration: (declaration.options._type or null) == "option") declarations;
      names = lib.unique (lib.concatMap (declaration: lib.attrNames declaration.options) declarations);
      below =
        name:
        lib.concatMap (
          declaration:
          lib.optional (declaration.options ? ${name}) {
            inherit (declaration) file;
            options = declaration.options.${name};
          }
        ) declarations;
    in
    if lib.length leaves > 1 then
      throw "The option `${showPath loc}' in `${(lib.elemAt leaves 1).file}' is already declared in `${(builtins.head leaves).file}'."
    else if leaves != [ ] then
      {
        _type = "declaration";
        inherit (builtins.head leaves) file;
        option = (builtins.head leaves).options;
      }
    else
      lib.genAttrs names (name: declarationTree (loc ++ [ name ]) (below name));

  valueOf =
    loc: declaration: definitions:
    let
      inherit (declaration) option file;
      fallback = lib.optional (option ? default) {
        inherit file;
        value = lib.mkOptionDefault option.default;
      };
      used = lib.discharge (definitions ++ fallback);
      type = option.type or lib.types.anything;
      merged =
        if used == [ ] then
          throw "The option `${showPath loc}' was accessed but has no value defined. Try setting the option."
        else
          addErrorContext "while evaluating definitions from `${(builtins.head used).file}':" (type.merge loc (lib.types.checked type loc used));
    in
    addErrorContext "while evaluating the option `${showPath loc}':" ((option.apply or (value: value)) merged);

  valueTree =
    loc: declarations: definitions:
    let
      pushed = lib.concatMap lib.pushDown definitions;
      below =
        name:
        lib.concatMap (
          definition:
          lib.optional (definition.value ? ${name}) {
            inherit (definition) file;
            value = definition.value.${name};
          }
        ) pushed;
      unknown = lib.filter (name: !(declarations ? ${name})) (lib.concatMap (definition: lib.attrNames definition.value) pushed);
      name = builtins.head unknown;
    in
    if unknown != [ ] then
      throw "The option `${showPath (loc ++ [ name ])}' does not exist. Definition values:${showDefinitions (below name)}"
    else
      mapAttrs (
        name: declaration: (if (declaration._type or null) == "declaration" then valueOf else valueTree) (loc ++ [ name ]) declaration (below name)
      ) declarations;

  argumentsModule = {
    _file = "lib/modules.nix";
    options._module.args = lib.mkOption {
      type = lib.types.attrsOf lib.types.raw;
      default = { };
      description = "Additional arguments of every module.";
    };
  };
in
{
  # { config, options } of modules: paths, functions or attribute sets.
  evalModules =
    {
      modules,
      specialArgs ? { },
      prefix ? [ ],
    }:
    let
      arguments = { inherit lib config options; } // specialArgs;
      loaded = lib.reverseList (collect arguments (modules ++ [ argumentsModule ]));
      options = declarationTree prefix (
        map (module: {
          file = module._file;
          inherit (module) options;
        }) loaded
      );
      config = valueTree prefix options (
        map (module: {
          file = module._file;
          value = module.config;
        }) loaded
      );
    in
    {
      inherit options;
      inherit config;
    };
}
