import { Button, Flex, Table, Tag } from 'antd';
import { type ReactNode, useCallback, useState } from 'react';
import { useCloud } from '../../api/use-cloud.ts';
import { ErrorPanel } from '../../components/error-panel.tsx';
import { useLoaded } from '../../hooks/use-loaded.ts';
import { type Row, rowsAt, textAt } from '../row.ts';

/** Members that say who is at the other end of a rule. */
const peers = [
  'SourceCidrIp',
  'Ipv6SourceCidrIp',
  'SourceGroupId',
  'SourcePrefixListId',
  'DestCidrIp',
  'Ipv6DestCidrIp',
  'DestGroupId',
  'DestPrefixListId',
];

/** The rules of a security group in either direction; each can be revoked. */
export function SecurityGroupRules({ groupId }: { readonly groupId: string }): ReactNode {
  const cloud = useCloud();
  const [refusal, setRefusal] = useState<Error>();
  const load = useCallback(
    async (signal: AbortSignal) => {
      const asked = { SecurityGroupId: groupId, Direction: 'all', MaxResults: 1000 };
      return rowsAt(await cloud.call('Ecs', 'DescribeSecurityGroupAttribute', asked, signal), 'Permissions.Permission');
    },
    [cloud, groupId],
  );
  const { value: rules = [], error, loading, reload } = useLoaded(load);
  const problem = refusal ?? error;

  function revoke(rule: Row): void {
    const action = textAt(rule, 'Direction') === 'egress' ? 'RevokeSecurityGroupEgress' : 'RevokeSecurityGroup';
    const asked = { SecurityGroupId: groupId, SecurityGroupRuleId: [textAt(rule, 'SecurityGroupRuleId')] };
    setRefusal(undefined);
    cloud.call('Ecs', action, asked).then(reload, (thrown: Error) => setRefusal(thrown));
  }

  return (
    <Flex vertical gap="middle">
      {problem === undefined ? null : <ErrorPanel error={problem} retry={reload} />}
      <Table<Row>
        size="small"
        loading={loading && rules.length === 0}
        dataSource={[...rules]}
        rowKey={(rule) => textAt(rule, 'SecurityGroupRuleId')}
        pagination={false}
        className="wide-table"
        locale={{
          emptyText: 'No rules: nothing comes in, and everything goes out unless the group is an enterprise one.',
        }}
        columns={[
          { title: 'Direction', render: (_, rule) => (textAt(rule, 'Direction') === 'egress' ? 'out' : 'in') },
          {
            title: 'Policy',
            render: (_, rule) => (
              <Tag variant="solid" color={textAt(rule, 'Policy') === 'Accept' ? '#237804' : '#a8071a'}>
                {textAt(rule, 'Policy')}
              </Tag>
            ),
          },
          { title: 'Priority', render: (_, rule) => textAt(rule, 'Priority') },
          { title: 'Protocol', render: (_, rule) => textAt(rule, 'IpProtocol') },
          { title: 'Ports', render: (_, rule) => textAt(rule, 'PortRange') },
          {
            title: 'Other end',
            render: (_, rule) => peers.map((member) => textAt(rule, member)).find((peer) => peer !== ''),
          },
          { title: 'Id', render: (_, rule) => textAt(rule, 'SecurityGroupRuleId') },
          {
            title: 'Revoke',
            render: (_, rule) => (
              <Button
                size="small"
                danger
                aria-label={`Revoke ${textAt(rule, 'SecurityGroupRuleId')}`}
                onClick={() => revoke(rule)}
              >
                Revoke
              </Button>
            ),
          },
        ]}
      />
    </Flex>
  );
}
