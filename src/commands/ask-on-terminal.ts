import type { Readable, Writable } from 'node:stream';

/** Asks a person a question of one line. null: they left (Ctrl-C, Ctrl-D), or the program was told to end. */
export type Ask = (question: string) => Promise<string | null>;

/** Asks on these streams of a terminal. The line editor is loaded with the first question, and lets go of the terminal after each. */
export function askOnTerminal(input: Readable, output: Writable, signal: AbortSignal): Ask {
  return async (question) => {
    const { createInterface } = await import('node:readline/promises');
    const terminal = createInterface({ input, output, terminal: true });
    const left = new Promise<null>((resolve) => {
      terminal.once('SIGINT', () => terminal.close());
      terminal.once('close', () => resolve(null));
    });
    try {
      const answer = await Promise.race([terminal.question(question, { signal }), left]);
      if (answer === null) output.write('\n');
      return answer;
    } catch (error) {
      if (signal.aborted) return null;
      throw error;
    } finally {
      terminal.close();
    }
  };
}
