import type { AgentBackend } from '../backend.js';
import { claudeLaunch } from './claude-arguments.js';
import { concludeClaude } from './claude-conclusion.js';
import { readClaudeLine } from './claude-events.js';
import { PINNED_CLAUDE } from './claude-pinned.js';
import { claudeSessionFile } from './claude-session-file.js';

/** Claude Code, the default backend. What is known of it, and how it was measured: docs/decisions and the tests beside it. */
export const claudeBackend: AgentBackend = {
  name: 'claude',
  program: 'claude',
  // Without a version npm on Node 20 silently takes an old one: newer ones ask for Node 22, which the program does not need.
  installHelp: `npm install -g ${PINNED_CLAUDE.package}@${PINNED_CLAUDE.version}`,
  pinned: PINNED_CLAUDE,
  oldestVersion: '2.1.128',
  keyVariables: ['ANTHROPIC_API_KEY', 'CLAUDE_CODE_OAUTH_TOKEN', 'ANTHROPIC_AUTH_TOKEN'],
  passedVariables: [
    'ANTHROPIC_BASE_URL',
    'ANTHROPIC_MODEL',
    'ANTHROPIC_DEFAULT_OPUS_MODEL',
    'ANTHROPIC_DEFAULT_SONNET_MODEL',
    'ANTHROPIC_DEFAULT_HAIKU_MODEL',
    'ANTHROPIC_SMALL_FAST_MODEL',
    'CLAUDE_CODE_SUBAGENT_MODEL',
    'CLAUDE_CODE_EFFORT_LEVEL',
    'CLAUDE_CODE_MAX_OUTPUT_TOKENS',
    'MAX_THINKING_TOKENS',
  ],
  hosts: ['api.anthropic.com'],
  gateway: { variable: 'ANTHROPIC_BASE_URL', upstream: 'https://api.anthropic.com' },
  tellsCost: true,
  sessions: 'chosen',
  streamsEvents: true,
  takesInstructions: true,
  launch: claudeLaunch,
  readLine: readClaudeLine,
  conclude: concludeClaude,
  sessionFile: claudeSessionFile,
};
