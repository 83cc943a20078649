import type { PermissionMode } from '../../definition/agent-file.js';

interface EnvironmentRequest {
  /** Absolute path of the agent's HOME. */
  readonly home: string;
  readonly mode: PermissionMode;
  /** False for versions that do not know everything of the pinned one. */
  readonly isCurrent: boolean;
}

/**
 * What Claude Code gets over the environment of every agent: its own folders, silence, and limits that lie below those of the
 * runner (12 minutes without an event is a stall), so that the CLI mends what it can before it is stopped.
 */
export function claudeEnvironment({ home, mode, isCurrent }: EnvironmentRequest): Record<string, string> {
  return {
    CLAUDE_CONFIG_DIR: `${home}/.claude`,
    CLAUDE_CODE_TMPDIR: `${home}/tmp`,
    // Alone it keeps the CLI from every connection but the API's.
    CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC: '1',
    DISABLE_AUTOUPDATER: '1',
    // About 4 s of back-off in the conversation, where it costs nothing; the runner's own retries wait longer.
    CLAUDE_CODE_MAX_RETRIES: '3',
    API_TIMEOUT_MS: String(10 * 60_000),
    // A stream that has gone silent is noticed after 2 minutes instead of 5.
    CLAUDE_ENABLE_BYTE_WATCHDOG: '1',
    CLAUDE_BYTE_STREAM_IDLE_TIMEOUT_MS: String(2 * 60_000),
    // A command in the background would outlive its turn and bring a second result.
    CLAUDE_CODE_DISABLE_BACKGROUND_TASKS: '1',
    BASH_MAX_TIMEOUT_MS: String(10 * 60_000),
    // `@path` in a prompt would attach that file, of the whole disk, without a question; the prompt quotes hostile output.
    CLAUDE_CODE_DISABLE_FILE_MENTIONS: '1',
    // Older versions know only how to attach nothing at all.
    ...(isCurrent ? {} : { CLAUDE_CODE_DISABLE_ATTACHMENTS: '1' }),
    // Root may bypass permissions only where it says that it is confined.
    ...(mode === 'bypassPermissions' ? { IS_SANDBOX: '1' } : {}),
  };
}
