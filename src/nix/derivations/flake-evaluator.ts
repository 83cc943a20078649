import type { Evaluated } from '../../base/derivations.js';
import type { Diagnostic } from '../../base/diagnostic.js';
import type { Failure } from '../../base/failure.js';
import { err, ok, type Result } from '../../base/result.js';
import { diagnose } from '../diagnose.js';
import { CURRENT_SYSTEM } from '../flake-outputs.js';
import { jsonAnswer } from '../json-answer.js';
import { runNixCommand, type NixCommand, type NixRequest } from '../nix-command.js';
import { nixMissing } from '../nix-program.js';
import { NixTree } from '../nix-tree.js';
import { treeContext } from '../tree-context.js';
import { unexplainedFailure } from '../unexplained-failure.js';
import { evaluationLimits, ranOutOfMemory } from './evaluation-memory.js';

/** One value of the flake that is evaluated by itself. */
export interface FlakeQuestion {
  /** Of the flake, such as `checks`. */
  readonly output: string;
  /** Nix function from the output to what is asked. */
  readonly apply: string;
}

const LONGEST_ERROR = 300;

/** Evaluates values of one checkout, each by a process of its own, all within the time of the request. */
export class FlakeEvaluator {
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

  /** Evaluates to JSON, without Nix's evaluation cache: it can be stale for a dirty tree. */
  ask({ output, apply }: FlakeQuestion): Promise<NixCommand> {
    const noCache = ['--option', 'eval-cache', 'false'];
    return this.#run(['eval', '--json', ...noCache, `.#${output}`, '--apply', apply], this.#request.onOutput);
  }

  /** The system of this machine, such as `x86_64-linux`. */
  async system(): Promise<Result<string, Failure>> {
    const asked = await this.#run(CURRENT_SYSTEM);
    const system = jsonAnswer(asked);
    return typeof system === 'string' ? ok(system) : err(this.failure(asked));
  }

  /**
   * Derivations, in the order of the questions, a few at once by memory and cores. One that dies of memory is tried again alone. The
   * error is a stop, or the end of the time; what does not evaluate is an `error` among the answers.
   */
  async derivations(questions: readonly FlakeQuestion[]): Promise<Result<readonly Evaluated[], Failure>> {
    const commands = await this.#pool(questions);
    const answers: Evaluated[] = [];
    for (const [index, question] of questions.entries()) {
      const first = commands[index] as NixCommand;
      // alone now: no other evaluation takes memory
      const command = ranOutOfMemory(first) && questions.length > 1 ? await this.ask(question) : first;
      if (this.isOver(command)) return err(this.failure(command));
      answers.push(command.result.exitCode === 0 ? evaluatedTo(jsonAnswer(command)) : { error: this.whyNot(command) });
    }
    return ok(answers);
  }

  /** Whether the command says nothing about the flake: it was stopped, or there is no Nix. */
  isOver({ result: { end } }: NixCommand): boolean {
    return end !== 'exited' && end !== 'not-started';
  }

  /** A command that did not give a value, as the failure of the whole. */
  failure(command: NixCommand): Failure {
    const { end, exitCode } = command.result;
    if (this.#timeUp?.aborted === true) return { reason: 'timed-out', limitMs: this.#request.timeoutMs ?? 0 };
    if (end === 'cancelled' || end === 'timed-out') return { reason: 'cancelled' };
    if (end === 'not-found') return nixMissing();
    const diagnostics = this.#errors(command);
    return {
      reason: 'validation-failed',
      command: 'nix eval',
      exitCode,
      outputTail: command.readableTail,
      diagnostics,
    };
  }

  /** One line, with the user's file where it is known. */
  whyNot(command: NixCommand): string {
    const [first] = this.#errors(command);
    const { file = 'flake.nix', line, column } = first?.location ?? {};
    const place = [file, line, column].filter((one) => one !== undefined).join(':');
    const text = ranOutOfMemory(command) ? 'out of memory' : (first?.message ?? 'it does not evaluate');
    return `${place}: ${text}`.replaceAll(/\s+/g, ' ').slice(0, LONGEST_ERROR);
  }

  #errors(command: NixCommand): readonly Diagnostic[] {
    const found = diagnose(command.log, treeContext(NixTree.read(this.#request.root)));
    const errors = found.filter(({ severity }) => severity === 'error');
    return errors.length > 0 ? errors : [unexplainedFailure('nix eval', command)];
  }

  async #pool(questions: readonly FlakeQuestion[]): Promise<readonly NixCommand[]> {
    const commands = new Array<NixCommand>(questions.length);
    const queue = questions.entries();
    const work = async (): Promise<void> => {
      for (const [index, question] of queue) commands[index] = await this.ask(question);
    };
    await Promise.all(Array.from({ length: Math.min(this.#limits.processes, questions.length) }, work));
    return commands;
  }

  #run(args: readonly string[], onOutput?: NixRequest['onOutput']): Promise<NixCommand> {
    const { root, nix, runProcess, env } = this.#request;
    const request: NixRequest = {
      root,
      nix,
      runProcess,
      env: { GC_INITIAL_HEAP_SIZE: String(this.#limits.heapBytes), ...env },
      ...(this.#signal === null ? {} : { signal: this.#signal }),
      ...(onOutput === undefined ? {} : { onOutput }),
    };
    return runNixCommand(request, args);
  }
}

/** A set may call anything its `drvPath`. */
export function evaluatedTo(value: unknown): Evaluated {
  return typeof value === 'string' && value.endsWith('.drv') ? { drvPath: value } : { error: 'it is no derivation' };
}
