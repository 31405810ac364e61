import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { Shape } from '../../../src/contracts/contract.ts';
import { FieldLabel } from './field-label.tsx';
import { ParameterField, type ParameterFieldProps } from './parameter-field.tsx';
import { isListShape, isObjectShape, type Value } from './values.ts';

interface ListFieldProps extends Omit<ParameterFieldProps, 'shape' | 'value'> {
  readonly shape: readonly [Shape];
  readonly value: readonly Value[];
}

/** A list: its items one below the other, each with a button that takes it away, and one that adds another. */
export function ListField({ operation, name, shape, value, isRequired, onChange }: ListFieldProps): ReactNode {
  const [itemShape] = shape;
  const change = (items: readonly Value[]): void => onChange(items.length === 0 ? undefined : items);
  return (
    <fieldset className="field-group">
      <legend>
        <FieldLabel name={name} shape={shape} isRequired={isRequired} />
      </legend>
      {value.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an item is known by its number, on the wire too
        <div className="field-item" key={index}>
          <ParameterField
            operation={operation}
            name={`${name}.${index + 1}`}
            shape={itemShape}
            value={item}
            isRequired={false}
            onChange={(changed) => change(value.with(index, changed ?? emptyItem(itemShape)))}
          />
          <Button
            type="text"
            icon={<DeleteOutlined />}
            aria-label={`Remove ${name}.${index + 1}`}
            title="Remove"
            onClick={() => change(value.toSpliced(index, 1))}
          />
        </div>
      ))}
      <Button
        size="small"
        icon={<PlusOutlined />}
        aria-label={`Add ${name}.${value.length + 1}`}
        onClick={() => change([...value, emptyItem(itemShape)])}
      >
        Add {name}.{value.length + 1}
      </Button>
    </fieldset>
  );
}

function emptyItem(shape: Shape): Value {
  if (isListShape(shape)) return [];
  return isObjectShape(shape) ? {} : '';
}
