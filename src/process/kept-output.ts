/** What a result keeps of a stream of any length: its beginning, or its end. Memory is bounded by the limit given. */

/** Keeps the first `limit` bytes. */
export class OutputHead {
  readonly #limit: number;
  #bytes: Buffer = Buffer.alloc(0);
  #length = 0;
  #truncated = false;

  constructor(limit: number) {
    this.#limit = limit;
  }

  get truncated(): boolean {
    return this.#truncated;
  }

  push(chunk: Buffer): void {
    const take = Math.min(chunk.length, this.#limit - this.#length);
    if (take < chunk.length) this.#truncated = true;
    if (take === 0) return;
    this.#reserve(this.#length + take);
    chunk.copy(this.#bytes, this.#length, 0, take);
    this.#length += take;
  }

  bytes(): Buffer {
    return this.#bytes.subarray(0, this.#length);
  }

  // One growing buffer, not a list of chunks: a child that writes byte by byte would make millions of them.
  #reserve(needed: number): void {
    if (needed <= this.#bytes.length) return;
    const grown = Buffer.alloc(Math.min(this.#limit, Math.max(needed, this.#bytes.length * 2, 4096)));
    this.#bytes.copy(grown, 0, 0, this.#length);
    this.#bytes = grown;
  }
}

/** Keeps the last `limit` bytes. */
export class OutputTail {
  readonly #limit: number;
  #chunks: Buffer[] = [];
  #length = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  push(chunk: Buffer): void {
    // A copy, because the chunk is a view of a larger block that would stay in memory with it.
    const end = Buffer.from(chunk.subarray(Math.max(0, chunk.length - this.#limit)));
    this.#chunks.push(end);
    this.#length += end.length;
    if (this.#length > this.#limit * 2 || this.#chunks.length > 256) this.#compact();
  }

  /** Decoded leniently; a character cut in half at the beginning is left out. */
  text(): string {
    this.#compact();
    const bytes = this.#chunks[0] ?? Buffer.alloc(0);
    let start = 0;
    while (bytes.length === this.#limit && start < 3 && ((bytes[start] ?? 0) & 0xc0) === 0x80) start++;
    return bytes.toString('utf8', start);
  }

  #compact(): void {
    const all = Buffer.concat(this.#chunks);
    const end = all.subarray(Math.max(0, all.length - this.#limit));
    this.#chunks = [end.length === all.length ? all : Buffer.from(end)];
    this.#length = end.length;
  }
}
