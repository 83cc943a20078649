import { describe, expect, test } from '@jest/globals';
import type { Evaluated, HostComparison } from '../../../src/base/derivations.js';
import { compareDerivations } from '../../../src/nix/derivations/compare-derivations.js';
import { drvPath, readerOf, type Node } from './derivation-graph.js';

const mapOf = (hosts: Record<string, Evaluated>) => ({ hosts, checks: {} });

/** The one host of two graphs, compared. */
async function compare(before: Node, after: Node): Promise<HostComparison | undefined> {
  const [a, b] = [before, after].map((top) => mapOf({ h: { drvPath: drvPath(top) } }));
  const [host] = await compareDerivations(a as never, b as never, readerOf(before, after));
  return host;
}

const file = (key: string, text: string, name = 'sshd.conf'): Node => ({ name, key, env: { text } });
const top = (key: string, ...inputs: Node[]): Node => ({ name: 'system', key, inputs });

describe('compareDerivations', () => {
  test('names the file that differs, not what is built from it', async () => {
    const etc = (key: string, text: string): Node => ({ name: 'etc', key, inputs: [file(key, text)] });
    expect(await compare(top('1', etc('1', 'Port 22')), top('2', etc('2', 'Port 23')))).toEqual({
      host: 'h',
      level: 'different',
      what: 'sshd.conf differs',
      derivations: ['sshd.conf'],
      derivationCount: 1,
      packages: [],
    });
  });

  test('names a reordered file, and that its order can matter', async () => {
    expect(await compare(top('1', file('1', 'a 1\nb 2')), top('2', file('2', 'b 2\na 1')))).toMatchObject({
      level: 'reordered',
      what: 'the same in another order in sshd.conf; order can matter in sshd.conf',
      derivations: ['sshd.conf'],
    });
  });

  test('calls a host reordered whose parts are listed in another order', async () => {
    const [a, b] = [file('1', 'x', 'a'), file('2', 'y', 'b')];
    expect(await compare(top('1', a, b), top('2', b, a))).toMatchObject({
      level: 'reordered',
      derivations: ['system'],
    });
  });

  test('calls a host different in which one file is reordered and another changed, the changed one first', async () => {
    const before = top('1', file('1', 'a\nb', 'p'), file('1', '22', 'q'));
    const after = top('2', file('2', 'b\na', 'p'), file('2', '23', 'q'));
    expect(await compare(before, after)).toMatchObject({
      level: 'different',
      what: 'q differs',
      derivations: ['q', 'p'],
    });
  });

  test('tells new versions, added and removed packages', async () => {
    const one = (name: string): Node => ({ name, key: name });
    const before = top('1', one('firefox-120.0'), one('htop-3.2'));
    const after = top('2', one('firefox-121.0'), one('btop-1.0'));
    expect((await compare(before, after))?.packages).toEqual([
      'btop: ∅ → 1.0',
      'firefox: 120.0 → 121.0',
      'htop: 3.2 → ∅',
    ]);
  });

  test('calls a host identical whose outputs are the same, though a source is got from elsewhere', async () => {
    const before: Node = { ...top('1', { name: 'src', key: '1', out: '/s/x' }), out: '/s/y' };
    const after: Node = { ...top('2', { name: 'src', key: '2', out: '/s/x' }), out: '/s/y' };
    expect(await compare(before, after)).toMatchObject({ level: 'identical', what: '' });
  });

  test('matches several inputs of one name by what they say', async () => {
    const before = top('1', file('1', 'a', 'hook'), file('2', 'b\nc', 'hook'));
    const after = top('2', file('4', 'c\nb', 'hook'), file('3', 'a', 'hook'));
    expect(await compare(before, after)).toMatchObject({ level: 'reordered', derivations: ['hook'] });
  });

  test('says that it does not know what differs when the derivations are gone', async () => {
    const [a, b] = [top('1'), top('2')].map((one) => mapOf({ h: { drvPath: drvPath(one) } }));
    const [host] = await compareDerivations(a as never, b as never, readerOf());
    expect(host).toMatchObject({
      level: 'different',
      derivations: [],
      what: expect.stringContaining('not in the store'),
    });
  });

  test('bounds the list of names and says how many there are', async () => {
    const files = (key: string): Node[] => Array.from({ length: 30 }, (_, i) => file(`${key}${i + 10}`, key, `f${i}`));
    const host = await compare(top('1', ...files('1')), top('2', ...files('2')));
    expect([host?.derivations.length, host?.derivationCount]).toEqual([20, 30]);
  });

  test('reads only what differs of a large closure', async () => {
    const same = Array.from({ length: 6400 }, (_, i): Node => ({ name: `p${i}`, key: `k${i}` }));
    const before = top('1', ...same, file('1', 'Port 22'));
    const after = top('2', ...same, file('2', 'Port 23'));
    const read = readerOf(before, after);
    await compareDerivations(
      mapOf({ h: { drvPath: drvPath(before) } }),
      mapOf({ h: { drvPath: drvPath(after) } }),
      read,
    );
    expect(read.count).toBe(4);
  });
});

describe('compareDerivations without two systems', () => {
  const good: Evaluated = { drvPath: '/s/x.drv' };
  const bad: Evaluated = { error: 'hosts/a.nix:1:1: no' };
  test.each<[string, Record<string, Evaluated>, Record<string, Evaluated>, [string, string]]>([
    ['added', {}, { h: good }, ['added', 'new']],
    ['removed', { h: good }, {}, ['removed', 'no longer there']],
    ['broken', { h: good }, { h: bad }, ['failed', 'does not evaluate: hosts/a.nix:1:1: no']],
    ['broken before, too', { h: bad }, { h: bad }, ['failed', 'still does not evaluate: hosts/a.nix:1:1: no']],
    ['mended', { h: bad }, { h: good }, ['different', 'evaluates now; before: hosts/a.nix:1:1: no']],
  ])('tells a host that is %s', async (_, before, after, expected) => {
    const [host] = await compareDerivations(mapOf(before), mapOf(after), readerOf());
    expect([host?.level, host?.what]).toEqual(expected);
  });

  test('takes names of prototypes for names', async () => {
    const hosts = Object.fromEntries([['__proto__', good]]);
    expect(await compareDerivations(mapOf({}), mapOf(hosts), readerOf())).toMatchObject([
      { host: '__proto__', level: 'added' },
    ]);
  });
});
