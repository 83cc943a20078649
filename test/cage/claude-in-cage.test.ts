import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { claudeBackend } from '../../src/agents/claude/claude-backend.js';
import { EMPTY_TRANSCRIPT, withEvent } from '../../src/agents/transcript.js';
import { CLAUDE_PROGRAM, claudeEnvironmentFor } from '../support/claude-cli.js';
import { answer, bash, openMessagesApi, write, type MessagesApi, type ReplyOf } from '../support/messages-api.js';
import { newRoom, removeRoom, runCaged, type Room } from './room.js';

const STAND_IN = 'stand-in-0cc175b9c0f1b6a8';
const KEY = 'sk-ant-api03-the-real-key-000000000000000000';

let room: Room;
let api: MessagesApi;
beforeEach(() => {
  room = newRoom();
});
afterEach(async () => {
  await api.close();
  removeRoom(room);
});

/** Runs the real CLI in a cage as an agent step does, through `replies`. */
async function runClaude(replies: readonly ReplyOf[]) {
  let turn = 0;
  api = await openMessagesApi((request) => {
    const reply = replies[Math.min(turn++, replies.length - 1)] ?? answer('done');
    return typeof reply === 'function' ? reply(request) : reply;
  });
  const { home, workspace } = room;
  const limits = { turns: 10, budgetUsd: null };
  const task = {
    agent: 'mover',
    task: 'move',
    config: {},
    stepId: 'step-1',
    attempt: 1,
    prompt: 'move it',
    file: null,
  };
  const session = { id: randomUUID(), isNew: true };
  const launch = claudeBackend.launch({ ...task, home, workspace, limits, session, isCaged: true });
  for (const [path, text] of Object.entries(launch.files ?? {})) {
    mkdirSync(dirname(join(home, path)), { recursive: true });
    writeFileSync(join(home, path), text);
  }
  const result = await runCaged(room, '', {
    argv: [CLAUDE_PROGRAM, ...launch.args],
    env: { ...claudeEnvironmentFor(home, api), ...launch.env, ANTHROPIC_API_KEY: STAND_IN },
    network: {
      hosts: [],
      api: { upstream: api.url, variable: 'ANTHROPIC_BASE_URL', secrets: new Map([[STAND_IN, KEY]]) },
    },
    process: { ...(launch.input === null ? {} : { input: launch.input }) },
  });
  const transcript = result.stdout
    .toString()
    .split('\n')
    .flatMap(claudeBackend.readLine)
    .reduce(withEvent, EMPTY_TRANSCRIPT);
  return { result, concluded: claudeBackend.conclude(transcript, result, limits) };
}

test('the real Claude Code CLI edits in a cage, and its key is only on the requests (needs bubblewrap, fails without)', async () => {
  const { concluded } = await runClaude([
    write('made.txt', 'by claude'),
    bash('env > seen; echo more >> made.txt'),
    answer('done', 'made'),
  ]);
  expect(concluded).toMatchObject({ ok: true, value: { status: 'done' } });
  expect(readFileSync(join(room.workspace, 'made.txt'), 'utf8')).toBe('by claudemore\n');
  expect(readFileSync(join(room.workspace, 'seen'), 'utf8')).not.toContain(KEY);
  expect(api.requests.map(({ headers }) => headers['x-api-key'])).toEqual(api.requests.map(() => KEY));
});

test('the real Claude Code CLI writes nowhere else, with any tool (needs bubblewrap, fails without)', async () => {
  const [file, shell] = [join(room.base, 'by-write'), join(room.base, 'by-shell')] as const;
  await runClaude([write(file, 'bad'), bash(`echo bad > ${shell}; echo tried > tried`), answer('done')]);
  expect(existsSync(join(room.workspace, 'tried'))).toBe(true);
  expect([existsSync(file), existsSync(shell)]).toEqual([false, false]);
});
