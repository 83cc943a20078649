import { expect, test } from '@jest/globals';
import { parseShownDerivation } from '../../../src/nix/derivations/shown-derivation.js';

const common = { system: 's', builder: '/bin/sh', args: ['-c'], env: { name: 'x' } };
const expected = {
  outputs: new Map([['out', { path: '/store/h-x', hash: '' }]]),
  inputs: new Map([['/store/h-y.drv', ['out']]]),
  sources: ['/store/h-s'],
  system: 's',
  builder: '/bin/sh',
  args: ['-c'],
  env: new Map([['name', 'x']]),
};

test.each<[string, object]>([
  [
    'of Nix 2.8',
    {
      '/store/h-x.drv': {
        ...common,
        outputs: { out: { path: '/store/h-x' } },
        inputSrcs: ['/store/h-s'],
        inputDrvs: { '/store/h-y.drv': ['out'] },
      },
    },
  ],
  [
    'with dynamic outputs',
    {
      '/store/h-x.drv': {
        ...common,
        outputs: { out: { path: '/store/h-x' } },
        inputSrcs: ['/store/h-s'],
        inputDrvs: { '/store/h-y.drv': { outputs: ['out'], dynamicOutputs: {} } },
      },
    },
  ],
  [
    'with names below the store',
    {
      version: 4,
      derivations: {
        'h-x.drv': {
          ...common,
          outputs: { out: { path: 'h-x' } },
          inputs: { srcs: ['h-s'], drvs: { 'h-y.drv': { outputs: ['out'] } } },
        },
      },
    },
  ],
])('parseShownDerivation reads the form %s', (_, shown) => {
  expect(parseShownDerivation(JSON.stringify(shown), '/store')).toEqual(expected);
});

test.each(['', '[]', '{}', '{"a":1}', '{"a":{"inputDrvs":{}}}'])('parseShownDerivation says null to %j', (json) => {
  expect(parseShownDerivation(json, '/store')).toBeNull();
});
