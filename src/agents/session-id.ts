const SESSION_ID = /^[A-Za-z0-9][\w.-]{0,127}$/;

/**
 * Whether a text can be the id of a conversation: short, no path, and no option of a command line, because it becomes an argument of
 * the CLI and part of the name of a file. A CLI, or a journal of anybody, may say otherwise.
 */
export const isSessionId = (text: string): boolean => SESSION_ID.test(text);
