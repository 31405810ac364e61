import { Alert, Empty, Flex, Radio, Select, Skeleton } from 'antd';
import { type ReactNode, useCallback, useMemo, useState } from 'react';
import { useCloud } from '../../api/use-cloud.ts';
import { ErrorPanel } from '../../components/error-panel.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { FocusBack } from '../../hooks/focus-back.tsx';
import { useInterval } from '../../hooks/use-interval.ts';
import { useLoaded } from '../../hooks/use-loaded.ts';
import { useNarrow } from '../../hooks/use-narrow.ts';
import type { PageProps } from '../../pages.tsx';
import { useOfferedValues } from '../../parameters/use-offered-values.ts';
import { ResourceDrawer } from '../../resources/drawer/resource-drawer.tsx';
import { resourceTypeOf } from '../../resources/types/index.ts';
import { navigate } from '../../router/use-route.ts';
import { SmallNetwork } from '../resources/small-network.tsx';
import { GroupMarksContext, Legend, marksOf } from './group-marks.tsx';
import { isChanging, loadNetwork, type Network } from './network.ts';
import { Outline } from './outline.tsx';
import { Picture } from './picture.tsx';
import type { Answer } from './reachability.ts';
import { type Ends, ReachabilityForm } from './reachability-form.tsx';
import { ShownContext, shownOf, vpcHref } from './shown.ts';

const quickMs = 1_000;
const slowMs = 4_000;

/** How the resources of the account and region hang together, and who can reach whom. */
export default function TopologyPage({ route }: PageProps): ReactNode {
  const cloud = useCloud();
  const narrow = useNarrow();
  const query = route.query.toString();
  const shown = useMemo(() => shownOf(new URLSearchParams(query)), [query]);
  const { vpcId, details } = shown;
  const [view, setView] = useState<'picture' | 'outline'>();
  const load = useCallback((signal: AbortSignal) => loadNetwork(cloud, vpcId, signal), [cloud, vpcId]);
  const { value: network, error, waiting, reload, refresh } = useLoaded(load, cloud);
  useInterval(refresh, network !== undefined && isChanging(network) ? quickMs : slowMs);
  const vpcs = useOfferedValues('Vpc', 'DescribeVpcs', 'VpcId');
  const type = resourceTypeOf(details?.type);

  return (
    <ShownContext value={shown}>
      <PageHeader title="Topology" summary="How the resources of the account and region hang together." />
      <Flex vertical gap="middle">
        <Flex wrap gap="small">
          <Select
            aria-label="VPC"
            className="vpc-choice"
            value={vpcId}
            loading={waiting}
            options={[{ value: '', label: 'All VPCs' }, ...vpcs.values]}
            onFocus={vpcs.look}
            onChange={(next) => navigate(vpcHref(next))}
          />
          <Radio.Group
            aria-label="As what it is shown"
            optionType="button"
            value={view ?? (narrow ? 'outline' : 'picture')}
            options={[
              { value: 'picture', label: 'Picture' },
              { value: 'outline', label: 'Outline' },
            ]}
            onChange={(event) => setView(event.target.value)}
          />
        </Flex>
        {error === undefined ? null : <ErrorPanel error={error} retry={reload} />}
        {network === undefined ? (
          waiting ? (
            <Skeleton active aria-label="The network is loading" />
          ) : null
        ) : (
          <NetworkView network={network} view={view ?? (narrow ? 'outline' : 'picture')} reload={reload} />
        )}
      </Flex>
      {details === undefined || type === undefined ? null : (
        <FocusBack>
          <ResourceDrawer
            key={details.id}
            type={type}
            id={details.id}
            onClose={() => navigate(vpcHref(vpcId))}
            onChange={reload}
          />
        </FocusBack>
      )}
    </ShownContext>
  );
}

interface NetworkViewProps {
  readonly network: Network;
  readonly view: 'picture' | 'outline';
  readonly reload: () => void;
}

function NetworkView({ network, view, reload }: NetworkViewProps): ReactNode {
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const [ends, setEnds] = useState<Ends>({ from: '', to: '' });
  const [picking, setPicking] = useState<keyof Ends>();
  const [answer, setAnswer] = useState<Answer>();
  const groupIds = network.groups.map(({ id }) => id).join(' ');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same groups have the same marks
  const marks = useMemo(() => marksOf(network.groups), [groupIds]);

  const toggle = useCallback((id: string) => {
    setOpened((before) =>
      before.has(id) ? new Set([...before].filter((one) => one !== id)) : new Set([...before, id]),
    );
  }, []);
  const controls = useMemo(() => {
    const take = (id: string): void => {
      if (picking === undefined) return;
      setEnds((before) => ({ ...before, [picking]: id }));
      setPicking(picking === 'from' ? 'to' : undefined);
    };
    const answered = [answer?.from.networkInterfaceId ?? '', answer?.to.networkInterfaceId ?? ''];
    return { toggle, pick: picking === undefined ? undefined : take, ends: answered };
  }, [toggle, picking, answer]);

  if (network.vpcs.length === 0 && network.idleAddresses.length === 0) {
    return (
      <Empty description="There is no VPC in this account and region.">
        <SmallNetwork onDone={reload} />
      </Empty>
    );
  }
  return (
    <GroupMarksContext value={marks}>
      <ReachabilityForm
        ends={ends}
        onEnds={setEnds}
        picking={picking}
        onPick={() => setPicking(picking === undefined ? 'from' : undefined)}
        interfaceIds={network.vpcs.flatMap((vpc) => vpc.vSwitches.flatMap((one) => one.interfaces.map(({ id }) => id)))}
        answer={answer}
        onAnswer={setAnswer}
      />
      {network.leftOut === 0 ? null : (
        <Alert type="info" title={`${network.leftOut} more network interfaces are not shown; choose a VPC.`} />
      )}
      <Legend groups={network.groups} />
      {view === 'picture' ? (
        <Picture network={network} opened={opened} controls={controls} answer={answer} />
      ) : (
        <Outline network={network} />
      )}
    </GroupMarksContext>
  );
}
