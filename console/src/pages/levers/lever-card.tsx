import { Card, Flex, Typography } from 'antd';
import type { ReactNode } from 'react';
import { ErrorPanel } from '../../components/error-panel.tsx';

interface LeverCardProps {
  readonly title: string;
  /** One sentence on what it is for. */
  readonly summary: string;
  readonly errors: readonly (Error | undefined)[];
  readonly children: ReactNode;
}

/** One subject of levers. */
export function LeverCard({ title, summary, errors, children }: LeverCardProps): ReactNode {
  const [error] = errors.filter((one) => one !== undefined);
  return (
    <Card title={<h2 className="lever-title">{title}</h2>} size="small">
      <Flex vertical gap="middle">
        <Typography.Text type="secondary">{summary}</Typography.Text>
        {error === undefined ? null : <ErrorPanel error={error} />}
        {children}
      </Flex>
    </Card>
  );
}
