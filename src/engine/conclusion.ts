import type { ConclusionStatus } from '../definition/condition.js';

/** How a step or group of that status has ended, in the words of conditions; null while it has not. */
export function conclusion(status: string): ConclusionStatus | null {
  switch (status) {
    case 'completed':
      return 'success';
    case 'failed':
    case 'conflict':
      return 'failure';
    case 'skipped':
    case 'cancelled':
      return status;
    default:
      return null;
  }
}
