/*
 * The door of the command line: the only place that touches the process itself (arguments, environment, signals, exit).
 */
import { fileURLToPath } from 'node:url';
import { askOnTerminal } from './commands/ask-on-terminal.js';
import { main } from './commands/main.js';
import type { OutputStream } from './commands/console.js';
import { hideEnvironment } from './process/hide-environment.js';
import { runProcess } from './process/spawn.js';

hideEnvironment(process.env);

const interrupted = new AbortController();

for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(name, () => {
    // The second time a person does not want to wait for a tidy end.
    if (interrupted.signal.aborted) process.exit(130);
    interrupted.abort('interrupted');
  });
}

const exitCode = await main({
  argv: process.argv.slice(2),
  env: process.env,
  cwd: process.cwd(),
  stdout: outputOf(process.stdout),
  stderr: outputOf(process.stderr),
  now: () => Date.now(),
  signal: interrupted.signal,
  runProcess,
  programFile: fileURLToPath(import.meta.url),
  ask:
    process.stdin.isTTY && process.stdout.isTTY
      ? askOnTerminal(process.stdin, process.stdout, interrupted.signal)
      : null,
});
process.exitCode = exitCode;
// What is still open (a pipe held by a stranger) must not keep the program; what is written must get out first.
process.stdout.write('', () => process.stderr.write('', () => process.exit(exitCode)));

/** A stream whose reader may go away (`| head`): then nothing more is written, and nobody is told. */
function outputOf(stream: NodeJS.WriteStream): OutputStream {
  let isOpen = true;
  stream.on('error', () => (isOpen = false));
  return {
    write: (text) => {
      if (isOpen) stream.write(text);
    },
    isTTY: stream.isTTY,
    get columns() {
      return stream.columns;
    },
    get rows() {
      return stream.rows;
    },
    get isOpen() {
      return isOpen;
    },
    terminal: stream,
  };
}
