import { AutoComplete, Checkbox, Input, Select } from 'antd';
import type { ReactNode } from 'react';
import type { ProductName } from '../../../src/contracts/contract.ts';
import { useOfferedValues } from '../parameters/use-offered-values.ts';
import { useSeveralLines } from '../parameters/use-several-lines.ts';
import type { Field } from './resource-type.ts';

interface FieldInputProps {
  readonly field: Field;
  readonly product: ProductName;
  readonly operation: string;
  /** Given by the form around it. */
  readonly id?: string;
  readonly value?: unknown;
  readonly onChange?: (value: unknown) => void;
}

/** The input of one field of an action. Whatever it offers, anything can be typed: refusals are there to be seen. */
export function FieldInput({ field, product, operation, id, value, onChange }: FieldInputProps): ReactNode {
  const { values, look } = useOfferedValues(product, operation, parameterName(field));
  const severalLines = useSeveralLines(text(value));
  const options = [...values];
  const given = id === undefined ? {} : { id };
  const change = (next: unknown): void => onChange?.(next);
  if (field.as === 'yes-no') {
    return <Checkbox {...given} checked={value === true} onChange={(event) => change(event.target.checked)} />;
  }
  if (field.as === 'list') {
    return (
      <Select
        {...given}
        mode="tags"
        options={options}
        onFocus={look}
        value={texts(value)}
        onChange={change}
        tokenSeparators={[',', ' ']}
      />
    );
  }
  if (field.choices !== undefined) {
    const choices = field.choices.map((choice) => ({ value: choice, label: choice }));
    return <Select {...given} allowClear options={choices} value={text(value) || null} onChange={change} />;
  }
  if (field.as === 'json' || severalLines) {
    return <Input.TextArea {...given} autoSize value={text(value)} onChange={(event) => change(event.target.value)} />;
  }
  return (
    <AutoComplete
      {...given}
      options={options}
      onFocus={look}
      value={text(value)}
      onChange={change}
      showSearch={{ filterOption: contains }}
    />
  );
}

/** The parameter itself, of a place in one its last name: `Permissions.0.SourceGroupId` is one of a group. */
function parameterName({ parameter }: Field): string {
  return parameter.split('.').at(-1) ?? parameter;
}

function contains(typed: string, option: { readonly label?: unknown } | undefined): boolean {
  return String(option?.label ?? '')
    .toLowerCase()
    .includes(typed.toLowerCase());
}

function text(value: unknown): string {
  return value === undefined || value === null ? '' : String(value);
}

function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
