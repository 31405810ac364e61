import { expect, it } from 'vitest';
import { camelCase, kebabCase, similarNames } from './names.ts';

it.each([
  ['DeleteNetworkInterface', 'delete-network-interface'],
  ['CreateVSwitch', 'create-v-switch'],
  ['UnTagResources', 'un-tag-resources'],
  ['AssignIpv6Addresses', 'assign-ipv6-addresses'],
  ['EnableNetworkInterfaceQoS', 'enable-network-interface-qos'],
  ['AssumeRoleWithOIDC', 'assume-role-with-oidc'],
  ['CreateIPv6Translator', 'create-ipv6-translator'],
])('%s is in %s.ts', (action, file) => {
  expect(kebabCase(action)).toBe(file);
});

it('names the value', () => {
  expect(camelCase('CreateVSwitch')).toBe('createVSwitch');
});

it('finds similar names, the most similar first, and none for nonsense', () => {
  const names = ['DeleteNetworkInterface', 'DeleteNetworkInterfacePermission', 'CreateVpc', 'DetachNetworkInterface'];
  expect(similarNames('DeleteNetworkInterfaces', names)[0]).toBe('DeleteNetworkInterface');
  expect(similarNames('deletenetworkinterface', names)).not.toContain('CreateVpc');
  expect(similarNames('Xyzzy', names)).toEqual([]);
  expect(similarNames('', names)).toEqual([]);
});
