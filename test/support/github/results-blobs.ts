import { randomBytes } from 'node:crypto';

export interface Blob {
  readonly content: Buffer;
  readonly contentType: string;
}

interface StoredBlob extends Blob {
  /** Name of the artifact or key of the cache, for faults and records. */
  readonly name: string;
  readonly signature: string;
  readonly blocks: Map<string, Buffer>;
  readonly complete: boolean;
}

/** The storage behind signed addresses, `/account/container/<id>?sig=…`, as far as the Azure client uses it. */
export class Blobs {
  readonly #blobs = new Map<string, StoredBlob>();

  /** Room for a blob. Returns its id. */
  reserve(name: string): string {
    const id = randomBytes(8).toString('hex');
    const empty = { content: Buffer.alloc(0), contentType: 'application/octet-stream', complete: false };
    this.#blobs.set(id, { ...empty, name, signature: randomBytes(8).toString('hex'), blocks: new Map() });
    return id;
  }

  /** Path and query that allow reading and writing. */
  signedPath(id: string): string {
    return `/account/container/${id}?sig=${this.#blobs.get(id)?.signature ?? ''}`;
  }

  /** null when the address is not signed. */
  nameAt(url: URL): string | null {
    const blob = this.#blobs.get(idOf(url));
    return blob !== undefined && blob.signature === url.searchParams.get('sig') ? blob.name : null;
  }

  /** `PUT`: a block, the list of blocks that makes the blob complete, or the whole blob. */
  write(url: URL, body: Buffer, contentType: string | undefined): void {
    const id = idOf(url);
    const blob = this.#blobs.get(id);
    if (blob === undefined) return;
    const what = url.searchParams.get('comp');
    if (what === 'block') {
      blob.blocks.set(url.searchParams.get('blockid') ?? '', body);
      return;
    }
    const content = what === 'blocklist' ? Buffer.concat(blocksOf(body.toString('utf8'), blob.blocks)) : body;
    this.#blobs.set(id, { ...blob, content, contentType: contentType ?? blob.contentType, complete: true });
  }

  /** null when nothing was uploaded. */
  read(id: string): Blob | null {
    const blob = this.#blobs.get(id);
    return blob?.complete === true ? blob : null;
  }

  at(url: URL): Blob | null {
    return this.read(idOf(url));
  }

  remove(id: string): void {
    this.#blobs.delete(id);
  }
}

function idOf(url: URL): string {
  return url.pathname.split('/')[3] ?? '';
}

function blocksOf(list: string, blocks: ReadonlyMap<string, Buffer>): Buffer[] {
  return [...list.matchAll(/<(?:Latest|Uncommitted)>([^<]*)</g)].map(
    ([, id = '']) => blocks.get(id) ?? Buffer.alloc(0),
  );
}
