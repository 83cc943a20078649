const LONGEST_NAME = 200;

/**
 * Where Claude Code keeps a conversation: `.claude/projects/<workspace>/<id>.jsonl` below HOME, with every character of the
 * workspace's path that is no ASCII letter or digit as `-`. Of a longer path than 200 characters the beginning and a hash.
 * Seen with 2.1.330, which finds the file under this name only.
 */
export function claudeSessionFile(workspace: string, sessionId: string): string {
  const path = workspace.normalize('NFC');
  const plain = path.replace(/[^a-zA-Z0-9]/g, '-');
  const name = plain.length <= LONGEST_NAME ? plain : `${plain.slice(0, LONGEST_NAME)}-${hashOf(path)}`;
  return `.claude/projects/${name}/${sessionId}.jsonl`;
}

/** The 32-bit hash `h * 31 + c` over UTF-16 units, its absolute value to base 36. */
function hashOf(text: string): string {
  let hash = 0;
  for (let at = 0; at < text.length; at += 1) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0;
  return Math.abs(hash).toString(36);
}
