import type { TextStyle } from '../report/text-style.js';
import type { RunRecord } from './run-record.js';

/** The colour of each status of a run, the same in every command. */
const STYLES: Readonly<Record<RunRecord['status'], TextStyle>> = {
  completed: 'success',
  failed: 'error',
  paused: 'warning',
  interrupted: 'warning',
  running: 'accent',
};

export const styleOf = (status: RunRecord['status']): TextStyle => STYLES[status];
