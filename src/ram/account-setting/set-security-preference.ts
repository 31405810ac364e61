import ipaddr from 'ipaddr.js';
import { operation } from '../../operation/operation.ts';
import { refuse } from '../refusals.ts';
import { defaultSecurityPreference, describedPreference, type SecurityPreference } from './security-preference.ts';
import { saveSetting } from './setting.table.ts';

const longestSessionHours = 24;
const mostMasks = 40;
const longestMasks = 512;

/**
 * Sets what the account leaves to its users and how they log on; what is left out gets its default.
 * @see https://www.alibabacloud.com/help/en/ram/developer-reference/api-ram-2015-05-01-setsecuritypreference
 */
export const setSecurityPreference = operation('Ram', 'SetSecurityPreference', {
  permits: ['*'],
  rules: {
    LoginSessionDuration: (value, name) =>
      Number.isInteger(value) && value >= 1 && value <= longestSessionHours
        ? undefined
        : refuse('InvalidParameter', { name, value }),
    LoginNetworkMasks: (value, name) => (areMasks(value) ? undefined : refuse('InvalidParameter', { name, value })),
  },

  async execute(parameters, { tx, accountId }) {
    const given = Object.keys(defaultSecurityPreference).flatMap((name) => {
      const value = parameters[name as keyof SecurityPreference];
      return value === undefined ? [] : [[name, value] as const];
    });
    const preference: SecurityPreference = { ...defaultSecurityPreference, ...Object.fromEntries(given) };
    await saveSetting(tx, accountId, 'SecurityPreference', preference);
    return { SecurityPreference: describedPreference(preference) };
  },
});

function areMasks(text: string): boolean {
  const masks = text.split(';');
  return text.length <= longestMasks && masks.length <= mostMasks && masks.every((mask) => ipaddr.isValidCIDR(mask));
}
