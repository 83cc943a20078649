/** Why something about a file did not work: facts. */
export interface FileTrouble {
  readonly reason:
    /** The path, or a folder on the way to it, is a symbolic link: it could lead out of where we may write. */
    | 'symlink'
    /** Something else than what was expected: a folder, a pipe, a device. */
    | 'wrong-kind'
    | 'missing'
    | 'too-large'
    /** The system refused; see `code`. */
    | 'io';
  readonly path: string;
  /** The system's error code, for example ENOSPC or EACCES. */
  readonly code: string;
}

/** Turns an error of node:fs into facts. Throws anything that is not one: that is a bug. */
export function fileTrouble(error: unknown, path: string): FileTrouble {
  const { code, syscall } = error as NodeJS.ErrnoException;
  if (code === undefined || syscall === undefined) throw error;
  if (code === 'ENOENT') return { reason: 'missing', path, code };
  if (code === 'ELOOP') return { reason: 'symlink', path, code };
  if (code === 'EISDIR' || code === 'ENOTDIR' || code === 'ENXIO') return { reason: 'wrong-kind', path, code };
  return { reason: 'io', path, code };
}
