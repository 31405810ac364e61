import { Flex, Typography } from 'antd';
import type { ReactNode } from 'react';

interface PageHeaderProps {
  readonly title: string;
  /** One line on what the page is for. */
  readonly summary?: ReactNode;
  /** Buttons at the end of the line. */
  readonly actions?: ReactNode;
}

/** The heading of a page: every page begins with one. */
export function PageHeader({ title, summary, actions }: PageHeaderProps): ReactNode {
  return (
    <Flex wrap justify="space-between" align="start" gap="small" className="page-header">
      <div>
        <Typography.Title level={1}>{title}</Typography.Title>
        {summary === undefined ? null : <Typography.Text type="secondary">{summary}</Typography.Text>}
      </div>
      {actions === undefined ? null : <Flex gap="small">{actions}</Flex>}
    </Flex>
  );
}
