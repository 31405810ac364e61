import { Handle, type Node, type NodeProps, Position } from '@xyflow/react';
import { Button, Typography } from 'antd';
import { createContext, type ReactNode, useContext } from 'react';
import { isTransitional, StatusTag } from '../../resources/status-tag.tsx';
import { hrefOf } from '../../router/route.ts';
import { Marks } from './group-marks.tsx';
import type { Box } from './layout.ts';
import { showHref, useShown } from './shown.ts';

/** What boxes need to know of the page around them. */
export interface PictureControls {
  /** Opens or closes a vSwitch. */
  readonly toggle: (vSwitchId: string) => void;
  /** Takes an interface as an end of a question; undefined while none is asked for. */
  readonly pick: ((networkInterfaceId: string) => void) | undefined;
  /** The ends of the question that was answered. */
  readonly ends: readonly string[];
}

export const PictureContext = createContext<PictureControls>({ toggle: () => undefined, pick: undefined, ends: [] });

export type BoxNode = Node<{ readonly box: Box }, 'box'>;

/** One box of the picture, whatever it stands for. */
export function BoxView({ data: { box } }: NodeProps<BoxNode>): ReactNode {
  switch (box.kind) {
    case 'vpc':
      return <Frame type="vpcs" resource={box.vpc} what="VPC" facts={box.vpc.cidrBlock} />;
    case 'vswitch':
      return (
        <Frame
          type="vswitches"
          resource={box.vSwitch}
          what="vSwitch"
          facts={`${box.vSwitch.cidrBlock}, ${box.vSwitch.zoneId}`}
        >
          {box.canClose ? <Many box={box} /> : null}
        </Frame>
      );
    case 'interface':
      return <InterfaceCard networkInterface={box.networkInterface} />;
    case 'instance':
      return (
        <div className={cardClass(box.instance.status)}>
          <Handle type="target" position={Position.Left} isConnectable={false} />
          <strong>Instance</strong> <StatusTag status={box.instance.status} />
          <ShowLink type="instances" id={box.instance.id} />
          <div className="ellipsis">{box.instance.name}</div>
        </div>
      );
    case 'public-address':
      return (
        <div className="picture-card">
          <strong>Elastic IP</strong>
          <ShowLink type="eips" id={box.address.id} />
          <div>{box.address.address}</div>
          <Handle type="source" position={Position.Right} isConnectable={false} />
        </div>
      );
  }
}

interface FrameProps {
  readonly type: string;
  readonly what: string;
  readonly resource: { readonly id: string; readonly name: string; readonly status: string };
  readonly facts: string;
  readonly children?: ReactNode;
}

function Frame({ type, what, resource, facts, children }: FrameProps): ReactNode {
  return (
    <div className={`picture-frame picture-${type}`}>
      <div className="ellipsis">
        <strong>{what}</strong> {resource.name} <StatusTag status={resource.status} />
      </div>
      <div className="ellipsis">
        <ShowLink type={type} id={resource.id} /> {facts}
      </div>
      {children}
    </div>
  );
}

function Many({ box }: { readonly box: Extract<Box, { kind: 'vswitch' }> }): ReactNode {
  const { toggle } = useContext(PictureContext);
  const { interfaces, id } = box.vSwitch;
  return (
    <div className="picture-many">
      {interfaces.length} network interfaces{' '}
      <Button size="small" onClick={() => toggle(id)}>
        {box.isOpen ? 'Hide them' : 'Show them'}
      </Button>{' '}
      <Typography.Link href={hrefOf('resources', ['network-interfaces'], { VSwitchId: id })}>List</Typography.Link>
    </div>
  );
}

function InterfaceCard({
  networkInterface: { id, type, status, addresses, groupIds },
}: {
  readonly networkInterface: Extract<Box, { kind: 'interface' }>['networkInterface'];
}): ReactNode {
  const { ends } = useContext(PictureContext);
  return (
    <div className={`${cardClass(status)}${ends.includes(id) ? ' picture-end' : ''}`}>
      <Handle type="target" position={Position.Left} isConnectable={false} />
      <div className="picture-line">
        <StatusTag status={status} /> {type}
      </div>
      <ShowLink type="network-interfaces" id={id} />
      <div className="picture-line">
        <span className="ellipsis">
          {addresses[0]}
          {addresses.length > 1 ? ` and ${addresses.length - 1} more` : ''}
        </span>
        <Marks groupIds={groupIds} />
      </div>
      <Handle type="source" position={Position.Right} isConnectable={false} />
    </div>
  );
}

/** The way to the details; while an end is asked for, interfaces are taken instead. */
function ShowLink({ type, id }: { readonly type: string; readonly id: string }): ReactNode {
  const shown = useShown();
  const { pick } = useContext(PictureContext);
  return (
    <Typography.Link
      className="picture-id"
      // Where it is too long for its card.
      title={id}
      href={showHref(shown, type, id)}
      onClick={(event) => {
        if (pick === undefined || type !== 'network-interfaces') return;
        event.preventDefault();
        pick(id);
      }}
    >
      {id}
    </Typography.Link>
  );
}

function cardClass(status: string): string {
  return isTransitional(status) ? 'picture-card picture-changing' : 'picture-card';
}
