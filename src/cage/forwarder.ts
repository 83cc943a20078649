/** Where the gateway is for whoever is inside: the cage's own loopback, so the port is always free. */
export const CAGE_ADDRESS = '127.0.0.1:3128';

/**
 * What runs inside as the parent of the agent's CLI: a program for node, `node FILE SOCKET PROGRAM [ARG…]`. It pipes the port of
 * `CAGE_ADDRESS` to the gateway's socket without looking at it, hands signals on, and ends with the exit code of the CLI, as
 * shells do (128 and its number for a signal). It prints nothing unless the CLI cannot be started.
 */
export const FORWARDER = `'use strict';
const { spawn } = require('node:child_process');
const net = require('node:net');
const { constants } = require('node:os');
const [socket, program, ...args] = process.argv.slice(2);

function forward(client) {
  const gateway = net.connect({ path: socket, allowHalfOpen: true });
  for (const [from, to] of [[client, gateway], [gateway, client]]) {
    from.setNoDelay?.(true);
    from.on('error', () => to.destroy());
    from.once('close', () => { if (!from.readableEnded) to.destroy(); });
    from.pipe(to);
  }
}

function start() {
  const child = spawn(program, args, { stdio: 'inherit' });
  for (const name of ['SIGTERM', 'SIGINT', 'SIGHUP', 'SIGUSR1', 'SIGUSR2', 'SIGQUIT']) process.on(name, () => child.kill(name));
  child.on('error', (error) => {
    if (child.pid !== undefined) return;
    process.stderr.write(program + ' cannot be started in the sandbox: ' + error.message + '\\n');
    process.exit(error.code === 'ENOENT' ? 127 : 126);
  });
  child.on('exit', (code, signal) => process.exit(code ?? 128 + constants.signals[signal]));
}

const [host, port] = '${CAGE_ADDRESS}'.split(':');
net.createServer({ allowHalfOpen: true }, forward).listen(Number(port), host, start);
`;
