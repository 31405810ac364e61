import type { ReactNode } from 'react';
import type { Shape } from '../../../src/contracts/contract.ts';
import { Breakable } from '../components/breakable.tsx';
import { isListShape, isObjectShape } from './values.ts';

interface FieldLabelProps {
  readonly name: string;
  readonly shape: Shape;
  readonly isRequired: boolean;
}

/** Name and type of a parameter, and whether it must be there. */
export function FieldLabel({ name, shape, isRequired }: FieldLabelProps): ReactNode {
  return (
    <>
      <span className="field-name">
        <Breakable name={name} />
      </span>{' '}
      {isRequired ? <span className="field-required">required </span> : null}
      <span className="field-type">{typeWord(shape)}</span>
    </>
  );
}

/** The type of a shape in words. */
function typeWord(shape: Shape): string {
  if (isListShape(shape)) return `list of ${isObjectShape(shape[0]) ? 'objects' : `${typeWord(shape[0])}s`}`;
  if (isObjectShape(shape)) return 'object';
  if (shape === 'json') return 'JSON text';
  if (shape === 'comma') return 'texts with commas';
  return shape === 'any' ? 'JSON or text' : shape;
}
