import { describe, expect, it } from 'vitest';
import { formParameters, initialValues } from './form-values.ts';
import type { Field } from './resource-type.ts';

const fields: readonly Field[] = [
  { label: 'Name', parameter: 'VpcName', initialPath: 'VpcName' },
  { label: 'Description', parameter: 'Description', initialPath: 'Description' },
  { label: 'Groups', parameter: 'SecurityGroupId', as: 'list', initialPath: 'Groups.Id' },
  { label: 'Priority', parameter: 'Permissions.0.Priority', as: 'number', initial: '1' },
];
const row = { VpcName: 'mine', Description: '', Groups: { Id: ['sg-1'] } };

describe('the form of an action', () => {
  it('shows at first what the row has', () => {
    expect(initialValues(fields, row)).toEqual({
      VpcName: 'mine',
      Description: '',
      SecurityGroupId: ['sg-1'],
      'Permissions.0.Priority': '1',
    });
  });

  it('sends a text of the row that was emptied, and nothing else that is empty', () => {
    const initial = initialValues(fields, row);
    const emptied = { VpcName: ' ', Description: '', SecurityGroupId: [], 'Permissions.0.Priority': '' };
    expect(formParameters(fields, emptied, initial)).toEqual({ VpcName: '' });
    expect(formParameters(fields, emptied, initialValues(fields, undefined))).toEqual({});
  });

  it('puts values where their parameters are, and what is no number as it is', () => {
    const initial = initialValues(fields, row);
    expect(formParameters(fields, { 'Permissions.0.Priority': '7' }, initial)).toMatchObject({
      Permissions: [{ Priority: 7 }],
    });
    expect(formParameters(fields, { 'Permissions.0.Priority': 'high' }, initial)).toMatchObject({
      Permissions: [{ Priority: 'high' }],
    });
  });
});
