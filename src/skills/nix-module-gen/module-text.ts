import type { PlainValue } from '../../nix/syntax/plain-value.js';
import { attributePath, nixString, nixValue } from '../../nix/syntax/print-value.js';
import type { HouseStyle } from './house-style.js';
import { optionTypeText, type OptionType } from './option-type.js';

export type ModuleKind = 'service' | 'program' | 'plain';

/** One module to be written, everything about it decided. */
export interface ModuleSpec {
  readonly name: string;
  readonly kind: ModuleKind;
  /** A noun phrase on one line, without a full stop: it goes on "Whether to enable …". */
  readonly description: string;
  /** Path of its options, from the root of all options. */
  readonly optionPath: readonly string[];
  /** Attribute path below `pkgs`; null leaves the option `package` without a default. */
  readonly packageName: string | null;
  readonly options: readonly OptionSpec[];
}

export interface OptionSpec {
  readonly name: string;
  readonly type: OptionType;
  /** Undefined: the option has no default and must be set. For a package: its attribute path below `pkgs`. */
  readonly default: PlainValue | undefined;
  readonly description: string;
}

/** The text of the module: disabled unless its option `enable` is set, and then it does the least that its kind must do. */
export function moduleText(spec: ModuleSpec, style: HouseStyle): string {
  const lib = style.isWithLib ? '' : 'lib.';
  const options = [...(spec.kind === 'plain' ? [] : [packageOption(spec)]), ...spec.options];
  const path = attributePath(spec.optionPath);
  const needsPackages = options.some((option) => option.type.name === 'package' && option.default !== undefined);
  const uses = needsPackages ? ['config', 'lib', 'pkgs'] : ['config', 'lib'];
  return [
    `# ${headerText(spec.description)}`,
    ...argumentLines(uses, style),
    '',
    ...(style.isWithLib ? ['with lib;', ''] : []),
    'let',
    `  cfg = config.${path};`,
    'in',
    '{',
    `  options.${path} = {`,
    `    enable = ${lib}mkEnableOption ${nixString(spec.description)};`,
    ...options.flatMap((option) => ['', ...optionLines(option, lib)]),
    '  };',
    '',
    ...configLines(spec, lib),
    '}',
    '',
  ].join('\n');
}

function headerText(description: string): string {
  return `${description.charAt(0).toUpperCase()}${description.slice(1)}.`;
}

function argumentLines(names: readonly string[], { isMultiline }: HouseStyle): string[] {
  if (names.length < 3 || !isMultiline) return [`{ ${names.join(', ')}, ... }:`];
  return ['{', ...names.map((name) => `  ${name},`), '  ...', '}:'];
}

function packageOption({ name, packageName }: ModuleSpec): OptionSpec {
  const type = { name: 'package', arguments: [] };
  return { name: 'package', type, default: packageName ?? undefined, description: `Package that provides ${name}.` };
}

function optionLines(option: OptionSpec, lib: string): string[] {
  return [
    `    ${attributePath([option.name])} = ${lib}mkOption {`,
    `      type = ${optionTypeText(option.type, `${lib}types.`)};`,
    ...defaultLines(option, lib),
    `      description = ${nixString(option.description)};`,
    '    };',
  ];
}

function defaultLines({ type, default: value }: OptionSpec, lib: string): string[] {
  if (value === undefined) return [];
  if (type.name !== 'package' || typeof value !== 'string') return [`      default = ${nixValue(value, '      ')};`];
  const text = `pkgs.${value}`;
  return [`      default = ${text};`, `      defaultText = ${lib}literalExpression ${nixString(text)};`];
}

function configLines({ name, kind, description }: ModuleSpec, lib: string): string[] {
  const open = `  config = ${lib}mkIf cfg.enable {`;
  switch (kind) {
    case 'plain':
      return [open, '    # What enabling it sets.', '  };'];
    case 'program':
      return [open, '    environment.systemPackages = [ cfg.package ];', '  };'];
    case 'service':
      return [
        open,
        `    systemd.services.${attributePath([name])} = {`,
        `      description = ${nixString(description)};`,
        '      wantedBy = [ "multi-user.target" ];',
        '      serviceConfig = {',
        `        ExecStart = ${lib}getExe cfg.package;`,
        '        DynamicUser = true;',
        '        Restart = "on-failure";',
        '      };',
        '    };',
        '  };',
      ];
  }
}
