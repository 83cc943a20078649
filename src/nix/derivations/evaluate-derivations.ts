import { join } from 'node:path';
import type { DerivationMap, Evaluated } from '../../base/derivations.js';
import { compareText, type Diagnostic } from '../../base/diagnostic.js';
import type { Failure } from '../../base/failure.js';
import { err, ok, type Result } from '../../base/result.js';
import { diagnose } from '../diagnose.js';
import { isFile, runNixCommand, type NixCommand, type NixRequest } from '../nix-command.js';
import { nixMissing } from '../nix-program.js';
import { NixTree } from '../nix-tree.js';
import { treeContext } from '../tree-context.js';
import { unexplainedFailure } from '../unexplained-failure.js';
import { evaluationLimits, ranOutOfMemory } from './evaluation-memory.js';

/** What Nix 2.8 to 2.34 say when the flake has no such output. */
const NO_HOSTS = /does not provide attribute [^\n]*'nixosConfigurations'/;
const NO_CHECKS = /does not provide attribute [^\n]*'checks'/;

const LONGEST_ERROR = 300;

/**
 * `toplevel.drvPath` of every NixOS configuration and the `drvPath` of every check for this machine's system, at HEAD of a clean
 * checkout. Each host is evaluated by a process of its own, a few at once by memory and cores, so that one that is broken or too large
 * does not take the others down: it is an `error` in the map. One that died of memory is tried again alone. The error is a flake that
 * does not evaluate at all, a missing Nix, a stop, or the end of the time (`timeoutMs` for all of it). Nothing is built or written
 * but derivations in the store. Nix's evaluation cache is not used: it can be stale for a dirty tree.
 */
export async function evaluateDerivations(request: NixRequest): Promise<Result<DerivationMap, Failure>> {
  if (!isFile(join(request.root, 'flake.nix'))) return err(noFlake);
  const evaluation = new Evaluation(request);
  const names = await evaluation.ask('nixosConfigurations', 'builtins.attrNames');
  const isWithoutHosts = names.result.exitCode !== 0 && NO_HOSTS.test(names.readableTail);
  if (names.result.exitCode !== 0 && !isWithoutHosts) return err(evaluation.failure(names));
  const hosts = isWithoutHosts ? [] : (readJson(names) as string[]).sort(compareText);
  const checks = await evaluation.checks();
  if (!checks.ok) return checks;
  const evaluated = await evaluation.each(hosts.map((host) => hostQuestion(host)));
  if (!evaluated.ok) return evaluated;
  const all = await evaluation.each(checks.value.open);
  if (!all.ok) return all;
  return ok({
    hosts: recordOf(hosts.map((host, index) => [host, evaluated.value[index] as Evaluated])),
    checks: recordOf([
      ...checks.value.known,
      ...checks.value.open.map(({ name }, index): [string, Evaluated] => [name, all.value[index] as Evaluated]),
    ]),
  });
}

/** One value of the flake that is evaluated by itself. */
interface Question {
  readonly name: string;
  readonly output: string;
  /** Nix function from the output to a derivation's path. */
  readonly apply: string;
}

interface Checks {
  readonly known: readonly (readonly [name: string, evaluated: Evaluated])[];
  /** To be evaluated one by one. */
  readonly open: readonly Question[];
}

class Evaluation {
  readonly #request: NixRequest;
  readonly #timeUp: AbortSignal | null;
  readonly #signal: AbortSignal | null;
  readonly #limits = evaluationLimits();

  constructor(request: NixRequest) {
    const { timeoutMs, signal } = request;
    this.#request = request;
    this.#timeUp = timeoutMs === undefined ? null : AbortSignal.timeout(Math.max(1, timeoutMs));
    const signals = [signal, this.#timeUp].filter((one) => one != null);
    this.#signal = signals.length === 0 ? null : AbortSignal.any(signals);
  }

  /** Evaluates `apply` on an output of the flake to JSON. */
  ask(output: string, apply: string): Promise<NixCommand> {
    const { root, nix, runProcess, env, onOutput } = this.#request;
    const signal = this.#signal === null ? {} : { signal: this.#signal };
    const memory = { GC_INITIAL_HEAP_SIZE: String(this.#limits.heapBytes) };
    const request = {
      root,
      nix,
      runProcess,
      env: { ...memory, ...env },
      ...signal,
      ...(onOutput === undefined ? {} : { onOutput }),
    };
    return runNixCommand(request, [
      'eval',
      '--json',
      '--option',
      'eval-cache',
      'false',
      `.#${output}`,
      '--apply',
      apply,
    ]);
  }

  /** All checks of this system at once; one by one where that does not work. */
  async checks(): Promise<Result<Checks, Failure>> {
    const system = await this.#system();
    if (!system.ok) return system;
    const of = `(checks: checks.${nixString(system.value)} or { })`;
    const paths = await this.ask('checks', `checks: builtins.mapAttrs (name: check: check.drvPath) (${of} checks)`);
    const nameOf = (name: string): string => `${system.value}.${name}`;
    if (paths.result.exitCode === 0) {
      const found = Object.entries(readJson(paths) as Record<string, unknown>);
      return ok({ known: found.map(([name, path]) => [nameOf(name), evaluatedTo(path)] as const), open: [] });
    }
    if (NO_CHECKS.test(paths.readableTail)) return ok({ known: [], open: [] });
    const names = await this.ask('checks', `checks: builtins.attrNames (${of} checks)`);
    if (names.result.exitCode !== 0)
      return this.#isOver(names) ? err(this.failure(names)) : ok(brokenChecks(nameOf('*'), this.#why(names)));
    const open = (readJson(names) as string[]).map((name) => ({
      name: nameOf(name),
      output: 'checks',
      apply: `checks: (${of} checks).${nixString(name)}.drvPath`,
    }));
    return ok({ known: [], open });
  }

  /** Answers in the order of the questions. */
  async each(questions: readonly Question[]): Promise<Result<readonly Evaluated[], Failure>> {
    const commands = await this.#pool(questions);
    const answers: Evaluated[] = [];
    for (const [index, question] of questions.entries()) {
      const first = commands[index] as NixCommand;
      // alone now: no other evaluation takes memory
      const command =
        ranOutOfMemory(first) && questions.length > 1 ? await this.ask(question.output, question.apply) : first;
      if (this.#isOver(command)) return err(this.failure(command));
      answers.push(command.result.exitCode === 0 ? evaluatedTo(readJson(command)) : { error: this.#why(command) });
    }
    return ok(answers);
  }

  /** A command that did not give a value, as the failure of the whole. */
  failure(command: NixCommand): Failure {
    const { end, exitCode } = command.result;
    if (this.#timeUp?.aborted === true) return { reason: 'timed-out', limitMs: this.#request.timeoutMs ?? 0 };
    if (end === 'cancelled' || end === 'timed-out') return { reason: 'cancelled' };
    if (end === 'not-found') return nixMissing();
    const diagnostics = this.#diagnose(command);
    return {
      reason: 'validation-failed',
      command: 'nix eval',
      exitCode,
      outputTail: command.readableTail,
      diagnostics,
    };
  }

  async #pool(questions: readonly Question[]): Promise<readonly NixCommand[]> {
    const commands = new Array<NixCommand>(questions.length);
    const queue = questions.entries();
    const work = async (): Promise<void> => {
      for (const [index, { output, apply }] of queue) {
        commands[index] = await this.ask(output, apply);
      }
    };
    await Promise.all(Array.from({ length: Math.min(this.#limits.processes, questions.length) }, work));
    return commands;
  }

  async #system(): Promise<Result<string, Failure>> {
    const { root, nix, runProcess, env } = this.#request;
    const signal = this.#signal === null ? {} : { signal: this.#signal };
    const asked = await runNixCommand({ root, nix, runProcess, env, ...signal }, [
      'eval',
      '--json',
      '--impure',
      '--expr',
      'builtins.currentSystem',
    ]);
    return asked.result.exitCode === 0 ? ok(readJson(asked) as string) : err(this.failure(asked));
  }

  #isOver({ result: { end } }: NixCommand): boolean {
    return end !== 'exited' && end !== 'not-started';
  }

  /** One line, with the user's file where it is known. */
  #why(command: NixCommand): string {
    const [first] = this.#diagnose(command);
    const { file = 'flake.nix', line, column } = first?.location ?? {};
    const place = [file, line, column].filter((one) => one !== undefined).join(':');
    const text = ranOutOfMemory(command) ? 'out of memory' : (first?.message ?? 'it does not evaluate');
    return `${place}: ${text}`.replaceAll(/\s+/g, ' ').slice(0, LONGEST_ERROR);
  }

  #diagnose(command: NixCommand): readonly Diagnostic[] {
    const errors = diagnose(command.log, treeContext(NixTree.read(this.#request.root))).filter(
      ({ severity }) => severity === 'error',
    );
    return errors.length > 0 ? errors : [unexplainedFailure('nix eval', command)];
  }
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

function hostQuestion(name: string): Question {
  const apply = `hosts: hosts.${nixString(name)}.config.system.build.toplevel.drvPath`;
  return { name, output: 'nixosConfigurations', apply };
}

/** A set may call anything its `drvPath`. */
function evaluatedTo(value: unknown): Evaluated {
  return typeof value === 'string' && value.endsWith('.drv') ? { drvPath: value } : { error: 'it is no derivation' };
}

function brokenChecks(name: string, error: string): Checks {
  return { known: [[name, { error }]], open: [] };
}

/** A Nix string literal: the name may be anything. */
function nixString(text: string): string {
  return `"${text
    .replaceAll(/["\\$]/g, '\\$&')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')}"`;
}

/** What `nix eval --json` printed with exit code 0. */
function readJson({ result }: NixCommand): unknown {
  return JSON.parse(result.stdout.toString('utf8'));
}

/** Sorted by name; `__proto__` is a name like any other. */
function recordOf(entries: readonly (readonly [string, Evaluated])[]): Record<string, Evaluated> {
  return Object.fromEntries([...entries].sort(([a], [b]) => compareText(a, b)));
}
