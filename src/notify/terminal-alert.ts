import { safeTerminalLine } from '../process/terminal-text.js';
import type { Notification } from '../report/notification.js';

type Environment = Readonly<Record<string, string | undefined>>;

const BELL = '\u0007';
const OSC = '\u001b]';
const MAX_TEXT = 200;

/**
 * What makes a terminal call its user: the bell, and in terminals that are known to show desktop messages OSC 9 (iTerm2, WezTerm,
 * Ghostty, kitty) or OSC 777 (foot, rxvt-unicode). Elsewhere, and inside of tmux and screen, which keep them back, the bell alone.
 */
export function terminalAlert({ title, lines }: Notification, env: Environment): string {
  const first = lines[0] === undefined ? '' : `: ${lines[0]}`;
  // Of OSC 9 some terminals read a number at its start as another command, so the name of the program comes first.
  const text = safeTerminalLine(`workflow-runner: ${title}${first}`).slice(0, MAX_TEXT);
  switch (dialect(env)) {
    case 'osc-9':
      return `${BELL}${OSC}9;${text}${BELL}`;
    case 'osc-777':
      return `${BELL}${OSC}777;notify;workflow-runner;${text.replaceAll(';', ',')}${BELL}`;
    case 'bell':
      return BELL;
  }
}

function dialect(env: Environment): 'osc-9' | 'osc-777' | 'bell' {
  const { TERM: term = '', TERM_PROGRAM: program = '', TMUX: tmux = '', STY: screen = '' } = env;
  if (tmux !== '' || screen !== '') return 'bell';
  if (['iTerm.app', 'WezTerm', 'ghostty'].includes(program) || term === 'xterm-kitty') return 'osc-9';
  return /^(?:foot|rxvt-unicode)/.test(term) ? 'osc-777' : 'bell';
}
