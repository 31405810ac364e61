import { AutoComplete, Checkbox, Input, Select } from 'antd';
import type { ReactNode } from 'react';
import type { Field } from './resource-type.ts';
import { useOptions } from './use-options.ts';

interface FieldInputProps {
  readonly field: Field;
  /** Given by the form around it. */
  readonly id?: string;
  readonly value?: unknown;
  readonly onChange?: (value: unknown) => void;
}

/** The input of one field of an action. Whatever it offers, anything can be typed: refusals are there to be seen. */
export function FieldInput({ field, id, value, onChange }: FieldInputProps): ReactNode {
  const options = useOptions(field.of);
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
        options={[...options]}
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
  if (field.as === 'json') {
    return <Input.TextArea {...given} autoSize value={text(value)} onChange={(event) => change(event.target.value)} />;
  }
  if (field.of !== undefined) {
    return (
      <AutoComplete
        {...given}
        options={[...options]}
        value={text(value)}
        onChange={change}
        showSearch={{ filterOption: contains }}
      />
    );
  }
  return <Input {...given} value={text(value)} onChange={(event) => change(event.target.value)} />;
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
