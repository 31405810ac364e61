import type { ReactNode } from 'react';
import type { ProductName, Shape } from '../../../src/contracts/contract.ts';
import { ListField } from './list-field.tsx';
import { ObjectField } from './object-field.tsx';
import { ScalarField } from './scalar-field.tsx';
import { isListShape, isListValue, isObjectShape, isObjectValue, type Value } from './values.ts';

export interface ParameterFieldProps {
  readonly operation: { readonly product: ProductName; readonly action: string };
  /** As it travels, with the numbers of list items: `Tag.1.Key`. */
  readonly name: string;
  readonly shape: Shape;
  readonly value: Value | undefined;
  readonly isRequired: boolean;
  /** Without a value the parameter is not sent. */
  readonly onChange: (value: Value | undefined) => void;
  readonly placeholder?: string;
}

/** A parameter with its label and what it is filled in with, whatever its shape. */
export function ParameterField(props: ParameterFieldProps): ReactNode {
  const { shape, value } = props;
  if (isListShape(shape)) return <ListField {...props} shape={shape} value={isListValue(value) ? value : []} />;
  if (isObjectShape(shape)) return <ObjectField {...props} shape={shape} value={isObjectValue(value) ? value : {}} />;
  const text = typeof value === 'string' || value === undefined ? value : JSON.stringify(value);
  return <ScalarField {...props} shape={shape} value={text} />;
}
