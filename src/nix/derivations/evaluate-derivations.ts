import { join } from 'node:path';
import type { DerivationMap, Evaluated } from '../../base/derivations.js';
import { compareText } from '../../base/diagnostic.js';
import type { Failure } from '../../base/failure.js';
import { err, ok, type Result } from '../../base/result.js';
import { NO_CHECKS, NO_HOSTS } from '../flake-outputs.js';
import { entriesAnswer, textsAnswer } from '../json-answer.js';
import { isFile, type NixRequest } from '../nix-command.js';
import { nixString } from '../syntax/print-value.js';
import { evaluatedTo, FlakeEvaluator } from './flake-evaluator.js';

type EvaluatedByName = Readonly<Record<string, Evaluated>>;

/**
 * `toplevel.drvPath` of every NixOS configuration and the `drvPath` of every check for this machine's system, at HEAD of a clean
 * checkout. Each host is evaluated by a process of its own, a few at once by memory and cores, so that one that is broken or too large
 * does not take the others down: it is an `error` in the map. One that died of memory is tried again alone. The error is a flake that
 * does not evaluate at all, a missing Nix, a stop, or the end of the time (`timeoutMs` for all of it). Nothing is built or written
 * but derivations in the store.
 */
export async function evaluateDerivations(request: NixRequest): Promise<Result<DerivationMap, Failure>> {
  if (!isFile(join(request.root, 'flake.nix'))) return err(noFlake);
  const evaluator = new FlakeEvaluator(request);
  const names = await hostNames(evaluator);
  if (!names.ok) return names;
  const hosts = await evaluator.derivations(
    names.value.map((name) => ({
      output: 'nixosConfigurations',
      apply: `hosts: hosts.${nixString(name)}.config.system.build.toplevel.drvPath`,
    })),
  );
  if (!hosts.ok) return hosts;
  const checks = await evaluateChecks(evaluator);
  return checks.ok ? ok({ hosts: byName(names.value, hosts.value), checks: checks.value }) : checks;
}

async function hostNames(evaluator: FlakeEvaluator): Promise<Result<readonly string[], Failure>> {
  const asked = await evaluator.ask({ output: 'nixosConfigurations', apply: 'builtins.attrNames' });
  const names = textsAnswer(asked);
  if (names !== null) return ok(names);
  return NO_HOSTS.test(asked.readableTail) ? ok([]) : err(evaluator.failure(asked));
}

/** All checks of this system at once; one by one where that does not work. */
async function evaluateChecks(evaluator: FlakeEvaluator): Promise<Result<EvaluatedByName, Failure>> {
  const system = await evaluator.system();
  if (!system.ok) return system;
  const of = `(checks: checks.${nixString(system.value)} or { })`;
  const output = 'checks';
  const asked = await evaluator.ask({
    output,
    apply: `checks: builtins.mapAttrs (name: check: check.drvPath) (${of} checks)`,
  });
  const prefixed = (name: string): string => `${system.value}.${name}`;
  const found = entriesAnswer(asked);
  if (found !== null)
    return ok(
      byName(
        found.map(([name]) => prefixed(name)),
        found.map(([, path]) => evaluatedTo(path)),
      ),
    );
  if (NO_CHECKS.test(asked.readableTail)) return ok({});
  const listed = await evaluator.ask({ output, apply: `checks: builtins.attrNames (${of} checks)` });
  const names = textsAnswer(listed);
  if (names === null)
    return evaluator.isOver(listed)
      ? err(evaluator.failure(listed))
      : ok({ [prefixed('*')]: { error: evaluator.whyNot(listed) } });
  const evaluated = await evaluator.derivations(
    names.map((name) => ({ output, apply: `checks: (${of} checks).${nixString(name)}.drvPath` })),
  );
  return evaluated.ok ? ok(byName(names.map(prefixed), evaluated.value)) : evaluated;
}

/** Sorted by name; `__proto__` is a name like any other. */
function byName(names: readonly string[], evaluated: readonly Evaluated[]): EvaluatedByName {
  const entries = names.map((name, index): [string, Evaluated] => [name, evaluated[index] as Evaluated]);
  return Object.fromEntries(entries.sort(([a], [b]) => compareText(a, b)));
}

const noFlake: Failure = {
  reason: 'validation-failed',
  command: 'nix eval',
  exitCode: null,
  outputTail: '',
  diagnostics: [
    {
      severity: 'error',
      code: 'no-flake',
      message: 'the repository has no flake.nix at its top',
      location: { file: 'flake.nix' },
      help: 'hosts are read from its nixosConfigurations',
    },
  ],
};
