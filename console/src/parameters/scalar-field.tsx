import { AutoComplete, Input, Select, Typography } from 'antd';
import { type ReactNode, useId } from 'react';
import type { Shape } from '../../../src/contracts/contract.ts';
import { FieldLabel } from './field-label.tsx';
import type { ParameterFieldProps } from './parameter-field.tsx';
import { useOfferedValues } from './use-offered-values.ts';
import { useSeveralLines } from './use-several-lines.ts';

interface ScalarFieldProps extends Omit<ParameterFieldProps, 'value'> {
  readonly value: string | undefined;
}

const decimal = /^-?\d+(\.\d+)?$/;
const booleans = ['true', 'false'].map((value) => ({ value, label: value }));

/** A parameter that travels as one text. What does not fit its type can be sent all the same, with a remark. */
export function ScalarField(props: ScalarFieldProps): ReactNode {
  const { name, shape, value, isRequired } = props;
  const id = useId();
  const remark = value === undefined ? undefined : remarkOn(shape, value);
  const remarkId = `${id}-remark`;
  return (
    <div className="field">
      <label htmlFor={id}>
        <FieldLabel name={name} shape={shape} isRequired={isRequired} />
      </label>
      <ScalarInput {...props} id={id} remarkId={remark === undefined ? undefined : remarkId} />
      {remark === undefined ? null : (
        <Typography.Text type="warning" id={remarkId} className="field-remark">
          {remark}
        </Typography.Text>
      )}
    </div>
  );
}

interface ScalarInputProps extends ScalarFieldProps {
  readonly id: string;
  readonly remarkId: string | undefined;
}

function ScalarInput({ id, remarkId, operation, name, shape, value, onChange, ...props }: ScalarInputProps): ReactNode {
  const parameter =
    name
      .split('.')
      .filter((part) => !/^\d+$/.test(part))
      .at(-1) ?? name;
  const { values: offered, look } = useOfferedValues(operation.product, operation.action, parameter);
  const severalLines = useSeveralLines(value);
  const change = (text: string | undefined): void => onChange(text === '' ? undefined : text);
  const placeholder = props.placeholder ?? (value === '' ? 'sent empty' : '');
  const described = remarkId === undefined ? {} : { 'aria-describedby': remarkId };
  const required = { 'aria-required': props.isRequired };
  if (shape === 'boolean' && (value === undefined || booleans.some((one) => one.value === value))) {
    return <Select id={id} {...required} allowClear options={booleans} value={value} onChange={change} />;
  }
  if (/password/i.test(parameter)) {
    return (
      <Input.Password
        id={id}
        {...described}
        {...required}
        autoComplete="new-password"
        value={value}
        onChange={(event) => change(event.target.value)}
      />
    );
  }
  if (shape === 'json' || shape === 'any' || severalLines) {
    return (
      <Input.TextArea
        id={id}
        {...described}
        {...required}
        autoSize={{ minRows: 2, maxRows: 12 }}
        spellCheck={false}
        value={value}
        placeholder={placeholder}
        onChange={(event) => change(event.target.value)}
      />
    );
  }
  return (
    <AutoComplete
      id={id}
      {...described}
      {...required}
      allowClear
      showSearch={{
        filterOption: (typed, option) => option?.label?.toLowerCase().includes(typed.toLowerCase()) ?? false,
      }}
      options={[...offered]}
      value={value ?? ''}
      placeholder={placeholder}
      popupMatchSelectWidth={false}
      onFocus={look}
      onChange={change}
    />
  );
}

function remarkOn(shape: Shape, value: string): string | undefined {
  if (shape === 'number' && !decimal.test(value)) return 'This is not a number.';
  if (shape === 'boolean' && !/^(true|false)$/i.test(value)) return 'This is neither true nor false.';
  if (shape === 'json' && !isJson(value)) return 'This is not JSON.';
  return undefined;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
