import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import type { ObjectShape } from '../../../src/contracts/contract.ts';
import { FieldLabel } from './field-label.tsx';
import { ParameterField, type ParameterFieldProps } from './parameter-field.tsx';
import { type ObjectValue, withMember } from './values.ts';

interface ObjectFieldProps extends Omit<ParameterFieldProps, 'shape' | 'value'> {
  readonly shape: ObjectShape;
  readonly value: ObjectValue;
}

/** Objects with more members than this are folded until they are wanted. */
const unfoldedMembers = 6;

/** An object: its members one below the other. */
export function ObjectField({ operation, name, shape, value, isRequired, onChange }: ObjectFieldProps): ReactNode {
  const names = Object.keys(shape);
  const [open, setOpen] = useState(names.length <= unfoldedMembers || /\.\d+$/.test(name));
  const shown = names.filter((member) => open || member in value);
  const change = (member: ObjectValue): void => onChange(Object.keys(member).length === 0 ? undefined : member);
  return (
    <fieldset className="field-group">
      <legend>
        <FieldLabel name={name} shape={shape} isRequired={isRequired} />
      </legend>
      {shown.map((member) => (
        <ParameterField
          key={member}
          operation={operation}
          name={`${name}.${member}`}
          shape={shape[member] ?? 'string'}
          value={value[member]}
          isRequired={false}
          onChange={(changed) => change(withMember(value, member, changed))}
        />
      ))}
      {open ? null : (
        <Button size="small" onClick={() => setOpen(true)}>
          Show all {names.length} members
        </Button>
      )}
    </fieldset>
  );
}
