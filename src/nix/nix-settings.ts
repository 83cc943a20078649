import type { RunProcess } from '../process/process.js';

/** Values by name, as `nix config show --json` has them for these options. */
export type NixSettings = Readonly<Record<string, unknown>>;

/** Which Nix, with which options, is asked, and in which environment. */
export interface SettingsQuestion {
  readonly path: string;
  readonly options: readonly string[];
  readonly runProcess: RunProcess;
  readonly env: Readonly<Record<string, string>>;
}

/** All settings as they hold now: nix.conf, the environment and the options together (about 30 ms). Empty when Nix does not say. */
export async function askSettings({ path, options, runProcess, env }: SettingsQuestion): Promise<NixSettings> {
  // `show-config` became `config show` in 2.20; each knows only its own name for sure
  for (const command of [['show-config'], ['config', 'show']]) {
    const { exitCode, stdout } = await runProcess({
      argv: [path, ...options, ...command, '--json'],
      cwd: '/',
      env,
      timeoutMs: 10_000,
    });
    if (exitCode === 0) return settingValues(stdout.toString('utf8'));
  }
  return {};
}

function settingValues(json: string): NixSettings {
  try {
    const settings = JSON.parse(json) as Record<string, { value?: unknown } | null>;
    return Object.fromEntries(Object.entries(settings).map(([name, setting]) => [name, setting?.value]));
  } catch {
    return {};
  }
}
