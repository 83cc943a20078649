import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** An npm registry on loopback with one package in it. */
export interface PackageRegistry {
  readonly url: string;
  /** `sha512-…` of the archive. */
  readonly integrity: string;
  /** How often the archive was asked for. */
  readonly downloads: () => number;
  /** From now on the archive never comes; answers when it was asked for. */
  readonly stall: () => Promise<void>;
  readonly goOn: () => void;
  readonly close: () => void;
}

/** `files`: path in the package -> text; all of them are executable. */
export async function startRegistry(
  name: string,
  version: string,
  files: Record<string, string>,
): Promise<PackageRegistry> {
  const archive = archiveOf({ 'package.json': JSON.stringify({ name, version }), ...files });
  const integrity = `sha512-${createHash('sha512').update(archive).digest('base64')}`;
  let downloads = 0;
  let onAsked: (() => void) | null = null;
  const server = createServer((request, response) => {
    if (request.url?.endsWith('.tgz') === true) {
      downloads += 1;
      if (onAsked === null) response.end(archive);
      else onAsked();
    } else if (decodeURIComponent(request.url ?? '') === `/${name}`) {
      const dist = { tarball: `http://${request.headers.host ?? ''}/package.tgz`, integrity };
      response.setHeader('content-type', 'application/json');
      response.end(
        JSON.stringify({ name, 'dist-tags': { latest: version }, versions: { [version]: { name, version, dist } } }),
      );
    } else response.writeHead(404).end('{}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    integrity,
    downloads: () => downloads,
    stall: () => new Promise<void>((resolve) => (onAsked = resolve)),
    goOn: () => (onAsked = null),
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

function archiveOf(files: Record<string, string>): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'package-'));
  for (const [path, text] of Object.entries(files)) {
    const file = join(folder, 'package', path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    chmodSync(file, 0o755);
  }
  execFileSync('tar', ['czf', join(folder, 'package.tgz'), '-C', folder, 'package']);
  return readFileSync(join(folder, 'package.tgz'));
}
