import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

/** The real Claude Code CLI of this machine's platform package: pinned in devDependencies, runs without its wrapper. */
export const CLAUDE_PROGRAM = resolve(
  `node_modules/@anthropic-ai/claude-code-${process.platform}-${process.arch}/claude`,
);

/** False where npm has not installed the platform's package. */
export const HAS_CLAUDE = existsSync(CLAUDE_PROGRAM);

/** A key of the real format that no server knows. */
export const FAKE_KEY = 'sk-ant-api03-scripted-key-for-tests-only-000000000000';

/** The model that tests name: the CLI's tools and prompt follow the model, and its default changes with its version. */
export const TEST_MODEL = 'claude-sonnet-4-5';
