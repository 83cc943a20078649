import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { CAGE_FOLDER, cageArguments } from './cage-arguments.js';
import { cageTree, visiblePath } from './cage-tree.js';
import type { CageRequest, OpenCage, Sandbox } from './cage.js';
import { CAGE_ADDRESS, FORWARDER } from './forwarder.js';
import { openGateway } from './gateway.js';

export interface CageOptions {
  readonly sandbox: Sandbox;
  /** The runner's environment: which proxy the gateway itself goes through. */
  readonly env: NodeJS.ProcessEnv;
  /** What the process asked for and was not connected to: hostile text of one line, at most 50 times. */
  readonly onRefused?: (target: string) => void;
}

/** Variables that lead to files of the user's own certificates: those files are readable inside. */
const CERTIFICATE_VARIABLES = ['NODE_EXTRA_CA_CERTS', 'SSL_CERT_FILE', 'SSL_CERT_DIR'] as const;

/**
 * SIGTERM would end bubblewrap, and everything inside at once with it. Ignored by bubblewrap, it reaches the forwarder, which hands it to the CLI:
 * so that can end its session well. SIGKILL ends all.
 */
const PATIENT = 'trap "" TERM; exec "$@"';

/**
 * Makes ready what confines `request.argv` by bubblewrap: its arguments, and a gateway to what `request.network` lists. Rejects
 * only when the temporary folder cannot be written.
 */
export async function openCage(request: CageRequest, options: CageOptions): Promise<OpenCage> {
  const { sandbox, env, onRefused = () => undefined } = options;
  const { execPath } = process;
  const folder = await mkdtemp(join(shortTemporaryFolder(), 'workflow-runner-cage-'));
  const inside = join(folder, 'inside');
  await mkdir(inside);
  await writeFile(join(inside, 'forwarder.cjs'), FORWARDER);
  await mkdir(join(request.home, 'tmp'), { recursive: true });
  const gateway = await openGateway({ socket: join(inside, 'gateway'), network: request.network, env, onRefused });

  const [program] = request.argv;
  const certificates = CERTIFICATE_VARIABLES.flatMap((name) => request.env[name] ?? []);
  const tree = cageTree({
    path: request.env['PATH'] ?? '',
    readable: [execPath, program, ...request.readable, ...certificates],
    placed: new Map([[inside, CAGE_FOLDER]]),
    workspace: request.workspace,
    home: request.home,
  });
  const started = [execPath, `${CAGE_FOLDER}/forwarder.cjs`, `${CAGE_FOLDER}/gateway`, ...request.argv];
  const confined = [sandbox.program, ...cageArguments(tree, sandbox.options), '--', ...started];
  const path = [request.env['PATH'] ?? '', dirname(execPath)].join(delimiter);
  return {
    argv: ['/bin/sh', '-c', PATIENT, 'sh', ...confined],
    env: cageEnvironment(request, visiblePath(path, tree)),
    close: async () => {
      await gateway.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Not the proxies of the user, which it does not reach; nor certificates that are not there, of which Node would warn in the output. */
function isOfUse(name: string, value: string): boolean {
  const isCertificate = CERTIFICATE_VARIABLES.some((one) => one === name);
  return !/_proxy$/i.test(name) && !(isCertificate && !existsSync(value));
}

/** The name of a Unix socket has at most 107 bytes (unix(7)). */
function shortTemporaryFolder(): string {
  const folder = tmpdir();
  return Buffer.byteLength(folder) > 60 ? '/tmp' : folder;
}

function cageEnvironment({ env, home, network }: CageRequest, path: string): Record<string, string> {
  const gateway = `http://${CAGE_ADDRESS}`;
  const nobody = 'localhost,127.0.0.1,::1';
  return {
    ...Object.fromEntries(Object.entries(env).filter(([name, value]) => isOfUse(name, value))),
    PATH: path,
    HOME: home,
    TMPDIR: join(home, 'tmp'),
    // With and without capitals: curl reads http_proxy only, others only the other one.
    ...{ HTTP_PROXY: gateway, HTTPS_PROXY: gateway, NO_PROXY: nobody },
    ...{ http_proxy: gateway, https_proxy: gateway, no_proxy: nobody },
    ...(network.api === null ? {} : { [network.api.variable]: gateway }),
  };
}
