import { Button, Flex, Input, Select } from 'antd';
import { type ReactNode, useEffect, useState } from 'react';
import type { FilterValues } from '../../resources/list.ts';
import type { Filter, ResourceType } from '../../resources/resource-type.ts';
import { hrefOf } from '../../router/route.ts';
import { navigate } from '../../router/use-route.ts';

/** The filters of a type. They are in the address, so that a filtered list can be handed on. */
export function FilterBar({
  type,
  query,
}: {
  readonly type: ResourceType;
  readonly query: URLSearchParams;
}): ReactNode {
  const inForce = query.toString();
  const [values, setValues] = useState<FilterValues>({});
  useEffect(() => setValues(Object.fromEntries(new URLSearchParams(inForce))), [inForce]);
  if (type.filters.length === 0) return null;

  const set = (parameter: string, value: string): void => setValues((before) => ({ ...before, [parameter]: value }));
  const apply = (wanted: FilterValues): void => {
    const given = Object.entries(wanted).filter(([, value]) => value.trim() !== '');
    navigate(hrefOf('resources', [type.name], Object.fromEntries(given)));
  };
  return (
    <form
      aria-label={`Filters of ${type.title}`}
      onSubmit={(event) => {
        event.preventDefault();
        apply(values);
      }}
    >
      <Flex wrap gap="small" align="end">
        {type.filters.map((filter) => {
          const id = `filter-${filter.parameter}`;
          return (
            <label key={filter.parameter} className="filter" htmlFor={id}>
              {filter.label}
              <FilterInput
                id={id}
                filter={filter}
                value={values[filter.parameter] ?? ''}
                onChange={(value) => set(filter.parameter, value)}
              />
            </label>
          );
        })}
        <Button htmlType="submit">Filter</Button>
        {inForce === '' ? null : <Button onClick={() => apply({})}>Show all</Button>}
      </Flex>
    </form>
  );
}

interface FilterInputProps {
  readonly id: string;
  readonly filter: Filter;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function FilterInput({ id, filter, value, onChange }: FilterInputProps): ReactNode {
  const { choices } = filter;
  if (choices === undefined) return <Input id={id} value={value} onChange={(event) => onChange(event.target.value)} />;
  return (
    <Select
      id={id}
      aria-label={filter.label}
      allowClear
      value={value || null}
      options={choices.map((choice) => ({ value: choice, label: choice }))}
      onChange={(chosen: string | null) => onChange(chosen ?? '')}
    />
  );
}
