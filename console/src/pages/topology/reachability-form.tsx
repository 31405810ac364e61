import { Alert, AutoComplete, Button, Flex, Input, Select, Typography } from 'antd';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useControl } from '../../api/control-context.tsx';
import { numberOrText } from '../../api/number-or-text.ts';
import { ErrorPanel } from '../../components/error-panel.tsx';
import { type Answer, askReachability, type Decision } from './reachability.ts';
import { showHref, useShown } from './shown.ts';

const protocols = ['TCP', 'UDP', 'ICMP', 'ICMPv6', 'GRE'];

/** The two ends of a question. */
export interface Ends {
  readonly from: string;
  readonly to: string;
}

interface ReachabilityFormProps {
  readonly ends: Ends;
  readonly onEnds: (ends: Ends) => void;
  /** Which end the next click on an interface is taken for. */
  readonly picking: keyof Ends | undefined;
  readonly onPick: () => void;
  /** Ids of interfaces that can be asked about. */
  readonly interfaceIds: readonly string[];
  readonly answer: Answer | undefined;
  readonly onAnswer: (answer: Answer | undefined) => void;
}

/** Can one end reach the other? Says so, and which rule decides. */
export function ReachabilityForm(props: ReachabilityFormProps): ReactNode {
  const { ends, onEnds, picking, onPick, interfaceIds, answer, onAnswer } = props;
  const control = useControl();
  const [protocol, setProtocol] = useState('TCP');
  const [port, setPort] = useState('22');
  const [error, setError] = useState<Error>();
  const withPort = protocol === 'TCP' || protocol === 'UDP';
  const options = interfaceIds.map((id) => ({ value: id, label: id }));

  /** Counts questions, so that the answer to one that was changed meanwhile is dropped. */
  const turn = useRef(0);
  const { from, to } = ends;

  // biome-ignore lint/correctness/useExhaustiveDependencies: another question has no answer yet
  useEffect(() => {
    turn.current += 1;
    setError(undefined);
    onAnswer(undefined);
  }, [from, to, protocol, port, onAnswer]);

  function ask(): void {
    turn.current += 1;
    const asked = turn.current;
    const ofThis = <T,>(tell: (told: T) => void) => {
      return (told: T): void => {
        if (asked === turn.current) tell(told);
      };
    };
    setError(undefined);
    onAnswer(undefined);
    // Without a port the server asks for one, in its words.
    const given = withPort && port.trim() !== '' ? { port: numberOrText(port) } : {};
    askReachability(control, { ...ends, protocol, ...given }).then(ofThis(onAnswer), ofThis<Error>(setError));
  }

  return (
    <form
      aria-label="Can one end reach the other?"
      onSubmit={(event) => {
        event.preventDefault();
        ask();
      }}
    >
      <Flex vertical gap="small">
        <Flex wrap gap="small" align="end">
          {(['from', 'to'] as const).map((end) => (
            <label key={end} className="reach-end" htmlFor={`reach-${end}`}>
              {end === 'from' ? 'Can' : 'reach'}
              <AutoComplete
                id={`reach-${end}`}
                aria-label={end === 'from' ? 'From' : 'To'}
                value={ends[end]}
                options={options}
                showSearch={{ filterOption: (typed, option) => (option?.value ?? '').includes(typed) }}
                placeholder="interface or address"
                onChange={(value: string) => onEnds({ ...ends, [end]: value })}
              />
            </label>
          ))}
          <label className="reach-small" htmlFor="reach-protocol">
            by
            <Select
              id="reach-protocol"
              aria-label="Protocol"
              value={protocol}
              options={protocols.map((name) => ({ value: name, label: name }))}
              onChange={setProtocol}
            />
          </label>
          <label className="reach-small" htmlFor="reach-port">
            on port
            <Input
              id="reach-port"
              value={withPort ? port : ''}
              disabled={!withPort}
              inputMode="numeric"
              onChange={(event) => setPort(event.target.value)}
            />
          </label>
          <Button htmlType="submit" type="primary">
            Ask
          </Button>
          <Button onClick={onPick} aria-pressed={picking !== undefined}>
            {picking === undefined ? 'Pick both in the picture' : `Click the interface ${picking}`}
          </Button>
        </Flex>
        {error === undefined ? null : <ErrorPanel error={error} />}
        {answer === undefined ? null : <AnswerView answer={answer} />}
      </Flex>
    </form>
  );
}

function AnswerView({ answer }: { readonly answer: Answer }): ReactNode {
  const { reachable, route, from, to, egress, ingress } = answer;
  return (
    <Alert
      type={reachable ? 'success' : 'error'}
      showIcon
      title={`${from.address} ${reachable ? 'can reach' : 'cannot reach'} ${to.address}`}
      description={
        <ul className="plain-list">
          <li>{routes[route]}</li>
          <li>
            On the way out: <DecisionView decision={egress} />
          </li>
          <li>
            On the way in: <DecisionView decision={ingress} />
          </li>
        </ul>
      }
    />
  );
}

const routes = {
  internal: 'The way is within the VPC, by private addresses.',
  external: 'The way is over public addresses.',
  none: 'There is no way: the interfaces are in different VPCs, whatever their groups allow.',
} as const;

function DecisionView({ decision: { policy, decidedBy } }: { readonly decision: Decision }): ReactNode {
  const shown = useShown();
  switch (decidedBy.kind) {
    case 'no-security-group':
      return `${policy}, for no security group is in the way.`;
    case 'default':
      return `${policy}, the default of ${decidedBy.securityGroupType} groups for ${decidedBy.direction}: no rule matches.`;
    case 'inner-access-policy':
      return (
        <>
          {policy}, for both are in <GroupLink id={decidedBy.securityGroupId} vpcId={shown.vpcId} />, whose members may
          reach each other.
        </>
      );
    case 'rule':
      return (
        <>
          {policy}, by rule {decidedBy.securityGroupRuleId} (priority {decidedBy.priority}) of{' '}
          <GroupLink id={decidedBy.securityGroupId} vpcId={shown.vpcId} />.
        </>
      );
  }
}

function GroupLink({ id, vpcId }: { readonly id: string; readonly vpcId: string }): ReactNode {
  return <Typography.Link href={showHref({ vpcId }, 'security-groups', id)}>{id}</Typography.Link>;
}
