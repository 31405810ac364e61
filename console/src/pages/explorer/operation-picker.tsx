import { Checkbox, Flex, Select, Tag } from 'antd';
import { type ReactNode, useMemo, useState } from 'react';
import type { KnownOperation } from '../../api/operations.ts';

interface OperationPickerProps {
  readonly operations: readonly KnownOperation[];
  readonly loading: boolean;
  readonly product: string;
  readonly action: string;
  readonly onPick: (operation: KnownOperation) => void;
}

const everyProduct = '';

/** Finds an operation by any part of its name, in one product or in all. */
export function OperationPicker({ operations, loading, product, action, onPick }: OperationPickerProps): ReactNode {
  const [among, setAmong] = useState<string>(everyProduct);
  const [implementedOnly, setImplementedOnly] = useState(false);
  const products = useMemo(() => [...new Set(operations.map((one) => one.product))], [operations]);
  const options = useMemo(
    () =>
      operations
        .filter((one) => among === everyProduct || one.product === among)
        .filter((one) => !implementedOnly || one.implemented)
        .map((one) => ({
          value: `${one.product}/${one.action}`,
          label: `${one.product} ${one.action}`,
          operation: one,
        })),
    [operations, among, implementedOnly],
  );
  const implemented = operations.filter((one) => one.implemented).length;
  return (
    <Flex wrap gap="small" align="center" className="operation-picker">
      <Select
        aria-label="Product"
        className="product-select"
        value={among}
        onChange={setAmong}
        options={[
          { value: everyProduct, label: 'All products' },
          ...products.map((name) => ({ value: name, label: name })),
        ]}
      />
      <Select
        aria-label="Operation"
        className="operation-select"
        loading={loading}
        showSearch={{
          filterOption: (typed, option) => matches(typed, option?.label ?? ''),
          filterSort: (one, other, { searchValue }) => rank(one, searchValue) - rank(other, searchValue),
        }}
        value={action === '' ? null : `${product}/${action}`}
        placeholder="Search by any part of a name"
        labelRender={({ label, value }) => label ?? String(value).replace('/', ' ')}
        options={options}
        optionRender={({ data }) => (
          <Flex justify="space-between" gap="small">
            <span className="ellipsis">{data.operation.action}</span>
            <span>
              {data.operation.implemented ? null : <Tag>not implemented</Tag>}
              <Tag color="blue">{data.operation.product}</Tag>
            </span>
          </Flex>
        )}
        notFoundContent={loading ? 'Loading' : 'No operation has that in its name.'}
        onChange={(_, option) => {
          if (option !== undefined && !Array.isArray(option)) onPick(option.operation);
        }}
      />
      <Checkbox checked={implementedOnly} onChange={(event) => setImplementedOnly(event.target.checked)}>
        Only the {implemented} implemented
      </Checkbox>
    </Flex>
  );
}

/** Whether each word of what was typed is somewhere in the name. */
function matches(typed: string, label: string): boolean {
  const name = label.toLowerCase();
  return typed
    .toLowerCase()
    .split(/\s+/)
    .every((word) => name.includes(word));
}

interface Ranked {
  readonly operation?: KnownOperation;
}

/** What begins with the words comes first, and what is implemented before what is not. */
function rank({ operation }: Ranked, typed: string): number {
  if (operation === undefined) return 0;
  const begins = operation.action.toLowerCase().startsWith(typed.trim().toLowerCase());
  return (begins ? 0 : 2) + (operation.implemented ? 0 : 1);
}
