import { Button, Flex } from 'antd';
import { type ReactNode, useState } from 'react';
import { useCloud } from '../../api/use-cloud.ts';
import { ErrorPanel } from '../../components/error-panel.tsx';
import { makeSmallNetwork } from '../../resources/small-network.ts';

/** Where nothing is yet: makes something to look at. */
export function SmallNetwork({ onDone }: { readonly onDone: () => void }): ReactNode {
  const cloud = useCloud();
  const [making, setMaking] = useState(false);
  const [error, setError] = useState<Error>();
  const make = (): void => {
    setMaking(true);
    setError(undefined);
    makeSmallNetwork(cloud)
      .then(onDone, (thrown: Error) => setError(thrown))
      .finally(() => setMaking(false));
  };
  return (
    <Flex vertical gap="small" align="center">
      {error === undefined ? null : <ErrorPanel error={error} />}
      <Button type="primary" loading={making} onClick={make}>
        Make a small network
      </Button>
    </Flex>
  );
}
