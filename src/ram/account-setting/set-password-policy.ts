import { operation, type Rule } from '../../operation/operation.ts';
import { refuse } from '../refusals.ts';
import { defaultPasswordPolicy, type PasswordPolicy } from './password-policy.ts';
import { saveSetting } from './setting.table.ts';

const shortest = { least: 8, most: 32 };

/**
 * Sets what the account demands of its users' passwords; what is left out gets its default. Passwords that are there
 * already stay as they are.
 * @see https://www.alibabacloud.com/help/en/ram/developer-reference/api-ram-2015-05-01-setpasswordpolicy
 */
export const setPasswordPolicy = operation('Ram', 'SetPasswordPolicy', {
  permits: ['*'],
  rules: {
    MinimumPasswordLength: (value) =>
      isWhole(value, shortest.least, shortest.most)
        ? undefined
        : refuse('InvalidParameter.MinimumPasswordLength.Range', { value, ...shortest }),
    MaxPasswordAge: wholeUpTo(1095),
    PasswordReusePrevention: wholeUpTo(24),
    MaxLoginAttemps: wholeUpTo(32),
  },

  async execute(parameters, { tx, accountId }) {
    const given = Object.keys(defaultPasswordPolicy).flatMap((name) => {
      const value = parameters[name as keyof PasswordPolicy];
      return value === undefined ? [] : [[name, value] as const];
    });
    const policy: PasswordPolicy = { ...defaultPasswordPolicy, ...Object.fromEntries(given) };
    await saveSetting(tx, accountId, 'PasswordPolicy', policy);
    return { PasswordPolicy: policy };
  },
});

function wholeUpTo(most: number): Rule<number> {
  return (value, name) => (isWhole(value, 0, most) ? undefined : refuse('InvalidParameter', { name, value }));
}

function isWhole(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most;
}
