import { describe, expect, test } from '@jest/globals';
import { fitScreen } from '../../src/report/fit-screen.js';

const red = (text: string): string => `\u001b[31m${text}\u001b[0m`;
const same = (text: string): { painted: string; plain: string } => ({ painted: text, plain: text });

describe('fitScreen', () => {
  test('a text that fits is left as it is, with its colours', () => {
    expect(fitScreen({ painted: red('one'), plain: 'one' }, { width: 3, height: 2 })).toBe(red('one'));
  });

  test('a line that is too wide is cut to the columns, without half a colour in it', () => {
    expect(fitScreen({ painted: `ok\n${red('too wide')}`, plain: 'ok\ntoo wide' }, { width: 5, height: 9 })).toBe(
      'ok\ntoo …',
    );
  });

  test('a text that is too long keeps its beginning, says how much is missing, and leaves a row for the cursor', () => {
    expect(fitScreen(same('a\nb\nc\nd\ne'), { width: 40, height: 4 })).toBe('a\nb\n… and 3 more lines');
  });
});
