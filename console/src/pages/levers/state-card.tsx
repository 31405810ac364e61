import { Button, Flex, Input, Popconfirm } from 'antd';
import { type ReactNode, useState } from 'react';
import { useControl } from '../../api/control-context.tsx';
import { LeverCard } from './lever-card.tsx';
import { useLever } from './use-lever.ts';

const example = `accounts:
  - accessKeyId: localyun-small
    quotas:
      network-interfaces: 3
`;

/** What the state begins with, and how it is emptied. */
export function StateCard(): ReactNode {
  const control = useControl();
  const [document, setDocument] = useState(example);
  const { pull, pulling, error } = useLever();
  const seed = (): void => {
    const options = { method: 'POST', headers: { 'content-type': 'application/yaml' }, body: document };
    pull(() => control.open('/seed', options), 'The seed is in the state');
  };
  return (
    <LeverCard title="State" summary="Brings what a seed file says into the state, or empties it." errors={[error]}>
      <label className="seed" htmlFor="seed">
        Seed, as YAML
        <Input.TextArea
          id="seed"
          autoSize={{ minRows: 4, maxRows: 20 }}
          value={document}
          onChange={(event) => setDocument(event.target.value)}
        />
      </label>
      <Flex wrap gap="small">
        <Button type="primary" loading={pulling} onClick={seed}>
          Seed
        </Button>
        <Popconfirm
          title="Empty every account?"
          onConfirm={() => pull(() => control.post('/reset'), 'Everything is empty')}
        >
          <Button danger>Reset everything</Button>
        </Popconfirm>
      </Flex>
    </LeverCard>
  );
}
