import { platform } from 'node:os';
import type { NixSettings, SettingsQuestion } from './nix-settings.js';

/** What the builder of the probe ends with: failures are never cached, so that each probe really builds. */
const CONFINED = 7;
const OPEN = 8;

/**
 * Whether builds are confined now, where the settings ask for it. With `sandbox-fallback`, the default, Linux's Nix builds without a
 * sandbox, and says nothing, where the kernel forbids namespaces. A build tells (about 0.1 s): in a sandbox its folder is
 * `sandbox-build-dir`. False also when it cannot be told.
 */
export async function isSandboxed(question: SettingsQuestion, settings: NixSettings): Promise<boolean> {
  const { sandbox, system } = settings;
  if (sandbox !== true && sandbox !== 'true') return false;
  if (settings['sandbox-fallback'] === false || platform() !== 'linux') return true;
  const folder = settings['sandbox-build-dir'] ?? '/build';
  if (typeof system !== 'string' || !/^[\w-]+$/.test(system)) return false;
  if (typeof folder !== 'string' || !/^[\w./-]+$/.test(folder)) return false;
  const script = `case $NIX_BUILD_TOP in ${folder}*) exit ${CONFINED};; esac; exit ${OPEN}`;
  const probe = `derivation { name = "sandbox-probe"; system = "${system}"; builder = "/bin/sh"; args = [ "-c" "${script}" ]; }`;
  const { path, options, runProcess, env } = question;
  const { stderrTail } = await runProcess({
    argv: [path, ...options, 'build', '--no-link', '--impure', '--expr', probe],
    cwd: '/',
    env,
    timeoutMs: 30_000,
  });
  return stderrTail.includes(`with exit code ${CONFINED}`);
}
