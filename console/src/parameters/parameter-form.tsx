import { Empty, Input, Typography } from 'antd';
import { type ReactNode, useMemo, useState } from 'react';
import type { DescribedOperation } from '../api/operations.ts';
import { ParameterField } from './parameter-field.tsx';
import { type Values, withMember } from './values.ts';
import './parameters.css';

interface ParameterFormProps {
  readonly operation: DescribedOperation;
  readonly values: Values;
  readonly onChange: (values: Values) => void;
  /** What is sent for RegionId where none is filled in. */
  readonly regionId: string;
}

/** From so many optional parameters on there is a filter for their names. */
const filterFrom = 8;

/** Every parameter of an operation: the required ones, then the others. */
export function ParameterForm({ operation, values, onChange, regionId }: ParameterFormProps): ReactNode {
  const { product, action, parameters, required } = operation;
  const [filter, setFilter] = useState('');
  const names = useMemo(() => {
    const isRequired = new Set(required);
    const all = Object.keys(parameters);
    return {
      required: all.filter((name) => isRequired.has(name)),
      optional: all.filter((name) => !isRequired.has(name)),
    };
  }, [parameters, required]);
  const wanted = filter.trim().toLowerCase();
  const shown = names.optional.filter((name) => name in values || name.toLowerCase().includes(wanted));

  const field = (name: string, isRequired: boolean): ReactNode => (
    <ParameterField
      key={name}
      operation={{ product, action }}
      name={name}
      shape={parameters[name] ?? 'string'}
      value={values[name]}
      isRequired={isRequired}
      onChange={(value) => onChange(withMember(values, name, value))}
      {...(name === 'RegionId' ? { placeholder: `${regionId}, as in the header` } : {})}
    />
  );
  if (names.required.length + names.optional.length === 0) {
    return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="This operation takes no parameters." />;
  }
  return (
    <>
      {names.required.map((name) => field(name, true))}
      {names.optional.length === 0 ? null : (
        <section aria-label="Optional parameters">
          <div className="form-divider">
            <Typography.Text type="secondary">Optional ({names.optional.length})</Typography.Text>
            {names.optional.length < filterFrom ? null : (
              <Input
                size="small"
                allowClear
                className="form-filter"
                placeholder="Filter by name"
                aria-label="Filter the optional parameters by name"
                value={filter}
                onChange={(event) => setFilter(event.target.value)}
              />
            )}
          </div>
          {shown.map((name) => field(name, false))}
          {shown.length > 0 ? null : (
            <Typography.Text type="secondary">No parameter has that in its name.</Typography.Text>
          )}
        </section>
      )}
    </>
  );
}
