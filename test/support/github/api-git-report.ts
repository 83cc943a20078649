/**
 * Puts reasons of our own into what `git receive-pack` reports about refs: GitHub words them itself, where a hook can only be
 * "declined". Source of the form: git's Documentation/gitprotocol-pack.txt (report-status within side-band-64k).
 */
export function withReasons(response: Buffer, reasons: ReadonlyMap<string, string>): Buffer {
  if (reasons.size === 0) return response;
  const report: Buffer[] = [];
  const others: Buffer[] = [];
  for (const line of packetLines(response)) {
    if (line[0] === 1) report.push(line.subarray(1));
    else others.push(packet(line));
  }
  const lines = [...packetLines(Buffer.concat(report))].map((line) => {
    const ref = /^ng (\S+) /.exec(line.toString('utf8'))?.[1];
    const reason = ref === undefined ? undefined : reasons.get(ref);
    return reason === undefined ? packet(line) : packet(Buffer.from(`ng ${String(ref)} ${reason}\n`));
  });
  const band = Buffer.concat([Buffer.from([1]), ...lines, FLUSH]);
  return Buffer.concat([...others, packet(band), FLUSH]);
}

const FLUSH = Buffer.from('0000');

function packet(content: Buffer): Buffer {
  return Buffer.concat([Buffer.from((content.length + 4).toString(16).padStart(4, '0')), content]);
}

/** Contents of packets; flushes are left out. */
function* packetLines(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at + 4 <= bytes.length;) {
    const length = parseInt(bytes.toString('latin1', at, at + 4), 16);
    if (length > 4) yield bytes.subarray(at + 4, at + length);
    at += Math.max(4, length);
  }
}
