import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { StepLog } from '../../src/runner/step-log.js';

test('a step that prints nothing but line ends does not fill the disk: what stands before each line counts', () => {
  const folder = mkdtempSync(join(tmpdir(), 'step-log-'));
  const newCleaner = () => ({ push: (chunk: Uint8Array | string) => chunk.toString(), end: () => '' });
  const log = new StepLog({ folder, now: () => 0, newCleaner, onLine: () => undefined });
  const section = log.section('step');
  for (let count = 0; count < 80; count += 1) section.write(Buffer.alloc(64 * 1024, '\n'));
  section.close();
  log.close();
  const [file = ''] = readdirSync(folder);
  expect(statSync(join(folder, file)).size / 1024 / 1024).toBeLessThan(70);
  rmSync(folder, { recursive: true });
});
