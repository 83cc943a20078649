import { describe, expect, test } from '@jest/globals';
import { NO_PACKAGES, type Evaluated, type HostComparison } from '../../../src/base/derivations.js';
import { compareDerivations } from '../../../src/nix/derivations/compare-derivations.js';
import { drvPath, storeOf, type Node } from './derivation-graph.js';

const mapOf = (hosts: Record<string, Evaluated>) => ({ hosts, checks: {} });

/** The one host of two graphs, compared. */
async function compare(before: Node, after: Node): Promise<HostComparison | undefined> {
  const [a, b] = [before, after].map((top) => mapOf({ h: { drvPath: drvPath(top) } }));
  const [host] = await compareDerivations(a as never, b as never, storeOf([before, after]));
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
      packages: NO_PACKAGES,
      sizes: null,
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
    expect((await compare(before, after))?.packages).toEqual({
      added: [{ name: 'btop', version: '1.0' }],
      removed: [{ name: 'htop', version: '3.2' }],
      changed: [{ name: 'firefox', from: '120.0', to: '121.0' }],
      count: 3,
    });
  });

  test('calls no package added or removed that moved from one part of the system to another', async () => {
    const htop: Node = { name: 'htop-3.2', key: 'htop' };
    const parts = (key: string, ...[a, b]: Node[][]): Node =>
      top(key, { name: 'a', key, inputs: a ?? [] }, { name: 'b', key, inputs: b ?? [] });
    expect((await compare(parts('1', [htop], []), parts('2', [], [htop])))?.packages).toEqual(NO_PACKAGES);
  });

  test('tells several versions that give way to one', async () => {
    const one = (name: string): Node => ({ name, key: name });
    const before = top('1', one('python3-3.10'), one('python3-3.11'));
    expect((await compare(before, top('2', one('python3-3.12'))))?.packages.changed).toEqual([
      { name: 'python3', from: '3.10, 3.11', to: '3.12' },
    ]);
  });

  test.each([
    ['system-path', [{ name: 'my-script', version: '' }]],
    ['etc', []],
  ])('of inputs without a version of %s, takes for packages %j', async (name, added) => {
    const script: Node = { name: 'my-script', key: 's' };
    expect((await compare({ name, key: '1' }, { name, key: '2', inputs: [script] }))?.packages.added).toEqual(added);
  });

  test('bounds the lists of packages and says how many there are', async () => {
    const many = Array.from({ length: 30 }, (_, i): Node => ({ name: `p${i}-${'1'.repeat(150)}`, key: `p${i}` }));
    const packages = (await compare(top('1'), top('2', ...many)))?.packages;
    expect([packages?.added.length, packages?.added[0]?.version.length, packages?.count]).toEqual([20, 120, 30]);
  });

  test.each<[string, Node[], object | null]>([
    ['both systems are built', [top('1'), top('2', file('2', ''))], { before: 100, after: 101 }],
    ['one of them is not', [top('1')], null],
  ])('tells the sizes when %s', async (_, built, sizes) => {
    const [before, after] = [top('1'), top('2', file('2', ''))];
    const store = storeOf([before, after], built);
    const map = (node: Node) => mapOf({ h: { drvPath: drvPath(node) }, same: { drvPath: '/s/x.drv' } });
    const hosts = await compareDerivations(map(before), map(after), store);
    expect(hosts.map((host) => host.sizes)).toEqual([sizes, null]);
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
    const [host] = await compareDerivations(a as never, b as never, storeOf([]));
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
    const store = storeOf([before, after]);
    await compareDerivations(
      mapOf({ h: { drvPath: drvPath(before) } }),
      mapOf({ h: { drvPath: drvPath(after) } }),
      store,
    );
    expect(store.read.count).toBeLessThan(10);
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
    const [host] = await compareDerivations(mapOf(before), mapOf(after), storeOf([]));
    expect([host?.level, host?.what]).toEqual(expected);
  });

  test('takes names of prototypes for names', async () => {
    const hosts = Object.fromEntries([['__proto__', good]]);
    expect(await compareDerivations(mapOf({}), mapOf(hosts), storeOf([]))).toMatchObject([
      { host: '__proto__', level: 'added' },
    ]);
  });
});
