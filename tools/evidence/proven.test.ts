import { expect, it } from 'vitest';
import { clientsOf, provenCodes } from './proven.ts';

const proven = {
  cli: { operations: ['Ecs.DeleteVpc'], codes: ['Ecs.DeleteVpc NotFound', 'Ecs.DeleteVpcX Other'] },
  sdk: { operations: ['Ecs.DeleteVpc', 'Vpc.DeleteVpc'], codes: ['Ecs.DeleteVpc NotFound', 'Ecs.DeleteVpc InUse'] },
  idle: {},
};

it('names the clients that carried an operation out', () => {
  expect(clientsOf(proven, 'Ecs', 'DeleteVpc')).toEqual(['cli', 'sdk']);
  expect(clientsOf(proven, 'Vpc', 'DeleteVpc')).toEqual(['sdk']);
  expect(clientsOf(proven, 'Vpc', 'CreateVpc')).toEqual([]);
});

it('collects the codes of an operation over all clients', () => {
  expect([...provenCodes(proven, 'Ecs', 'DeleteVpc')]).toEqual(['NotFound', 'InUse']);
  expect([...provenCodes(proven, 'Vpc', 'DeleteVpc')]).toEqual([]);
});
