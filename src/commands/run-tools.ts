import type { Problem } from '../base/problem.js';
import { err, ok, type Result } from '../base/result.js';
import { Git } from '../git/git.js';
import { findNix } from '../nix/nix-program.js';
import { childEnvironment, findProgram, secretsOf } from '../process/environment.js';
import { createRedactor, type Redactor } from '../process/redact.js';
import { safeTerminalText } from '../process/terminal-text.js';
import type { RunProcess } from '../process/process.js';
import type { LineCleaner } from '../runner/step-log.js';
import type { AgentTools, StepTools } from '../steps/step-kind.js';
import type { LoadedPlan } from './load-workflows.js';
import type { CommandWorld } from './world.js';

/** Flakes are what the steps are about: a machine whose nix.conf does not say so must not fail them. */
const NIX_CONFIG = 'extra-experimental-features = nix-command flakes\naccept-flake-config = false\n';

/** git, found before anything of the repository ran. */
export function findGit({ env, runProcess }: Pick<CommandWorld, 'env' | 'runProcess'>): Result<Git, Problem> {
  const gitPath = findProgram('git', env['PATH'] ?? '');
  if (gitPath !== null) return ok(new Git({ runProcess, gitPath, env }));
  return err({ code: 'git-missing', message: 'git is not on PATH', help: 'install git 2.38 or newer', exitCode: 2 });
}

/** What steps may use: programs by absolute path, the environment of their processes, the frozen texts. */
export function stepTools(
  world: CommandWorld,
  { skillFiles }: Pick<LoadedPlan, 'skillFiles'>,
  agents: AgentTools,
): StepTools {
  const env = childEnvironment(world.env, { NIX_CONFIG });
  const { PATH: path = '' } = env;
  const nixPath = findProgram('nix', path);
  const search = { runProcess: world.runProcess, env, path: nixPath };
  let nix: ReturnType<typeof findNix> | null = null;
  return {
    runProcess: world.runProcess,
    env,
    sh: findProgram('sh', path) ?? '/bin/sh',
    nix: () => (nix ??= findNix(search)),
    agents,
    redact: redactorOf(world).redact,
    skillFile: (skill) => skillFiles.get(skill) ?? null,
  };
}

type SecretWorld = Pick<CommandWorld, 'env' | 'secrets'>;

/** Knows the secrets of the runner's own environment and of the user's configuration. */
export function redactorOf({ env, secrets = [] }: SecretWorld): Redactor {
  return createRedactor([...secretsOf(env), ...secrets]);
}

/** Makes hostile output safe for logs and terminals, without the secrets that the runner knows. */
export function cleanerFactory(world: SecretWorld): () => LineCleaner {
  const redactor = redactorOf(world);
  return () => redactor.stream(safeTerminalText);
}

/** Also redacts what is kept of a child's output for messages, which the journal and the documents hold. */
export function redacting(
  runProcess: RunProcess,
  env: CommandWorld['env'],
  secrets: readonly string[] = [],
): RunProcess {
  const redactor = redactorOf({ env, secrets });
  const safe = (text: string): string => redactor.redact(safeTerminalText(text));
  return async (request) => {
    const result = await runProcess(request);
    return { ...result, stderrTail: safe(result.stderrTail), outputTail: safe(result.outputTail) };
  };
}
