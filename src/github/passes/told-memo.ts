import { keyDigest, type MemoFolder } from '../../files/memo-folder.js';
import type { PassList } from './pass-list.js';

const KIND = 'flake-check';

/** A memo that also knows what others tell. */
export interface ToldMemo extends MemoFolder {
  /** Takes over what others say to have checked: for `recall`, never as one's own. */
  readonly tell: (passes: PassList) => void;
  /** Of this process. */
  readonly own: PassList;
}

/**
 * Adds to a memo what others say to have checked, in memory only: what is wrong in it does not outlive this process, and what
 * steps write into the folder is not told to others.
 */
export function toldMemo(memo: MemoFolder): ToldMemo {
  const told = new Map<string, string>();
  const own = new Map<string, string>();
  return {
    own,
    isOwn: memo.isOwn,
    tell: (passes) => {
      for (const [id, json] of passes) told.set(id, json);
    },
    recall: (kind, key) => {
      const value = memo.recall(kind, key);
      const json = kind === KIND && value === null ? told.get(keyDigest(key)) : undefined;
      return json === undefined ? value : (JSON.parse(json) as unknown);
    },
    remember: (kind, key, value) => {
      memo.remember(kind, key, value);
      if (kind === KIND) own.set(keyDigest(key), JSON.stringify(value));
    },
  };
}
