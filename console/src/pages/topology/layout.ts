import type { Network, NetworkInterface, PublicAddress, Vpc, VSwitch } from './network.ts';

/** Sizes of the picture in pixels. */
const card = { width: 208, height: 92 };
const gap = 16;
const headHeight = 60;
const columns = 3;
/** A vSwitch with more interfaces is shown as a number until it is opened, and never with more than the second. */
const manyInterfaces = 12;
const mostCards = 120;

interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A box of the picture; boxes within another are placed relative to it. */
export type Box =
  | { readonly kind: 'vpc'; readonly id: string; readonly place: Place; readonly vpc: Vpc }
  | {
      readonly kind: 'vswitch';
      readonly id: string;
      readonly parentId: string;
      readonly place: Place;
      readonly vSwitch: VSwitch;
      readonly isOpen: boolean;
      readonly canClose: boolean;
    }
  | {
      readonly kind: 'interface';
      readonly id: string;
      readonly parentId: string;
      readonly place: Place;
      readonly networkInterface: NetworkInterface;
    }
  | {
      readonly kind: 'instance';
      readonly id: string;
      readonly parentId: string;
      readonly place: Place;
      readonly instance: Vpc['instances'][number];
    }
  | { readonly kind: 'public-address'; readonly id: string; readonly place: Place; readonly address: PublicAddress };

export interface Line {
  readonly from: string;
  readonly to: string;
}

export interface Picture {
  readonly boxes: readonly Box[];
  readonly lines: readonly Line[];
}

/**
 * Places VPCs below each other; in each the vSwitches with their interfaces on the left and the instances on the right,
 * and public addresses to the left of it all.
 * @param opened vSwitches whose many interfaces are to be seen
 */
export function layOut({ vpcs, idleAddresses }: Network, opened: ReadonlySet<string>): Picture {
  const boxes: Box[] = [];
  const lines: Line[] = [];
  let y = 0;
  for (const vpc of vpcs) {
    const { inner, height, width, shown } = layOutVpc(vpc, opened);
    boxes.push({ kind: 'vpc', id: vpc.id, place: { x: 0, y, width, height }, vpc }, ...inner);
    lines.push(
      ...shown.filter((one) => one.instanceId !== '').map(({ id, instanceId }) => ({ from: id, to: instanceId })),
    );
    const publicAddresses = shown.flatMap((one) => one.publicAddresses.map((address) => ({ address, to: one.id })));
    boxes.push(...publicAddresses.map(({ address }, index) => publicBox(address, y, index)));
    lines.push(...publicAddresses.map(({ address, to }) => ({ from: address.id, to })));
    y += Math.max(height, publicAddresses.length * (card.height + gap)) + gap * 2;
  }
  boxes.push(...idleAddresses.map((address, index) => publicBox(address, y, index)));
  return { boxes, lines };
}

function publicBox(address: PublicAddress, top: number, index: number): Box {
  const place = { x: -card.width - gap * 4, y: top + index * (card.height + gap), ...card };
  return { kind: 'public-address', id: address.id, place, address };
}

function layOutVpc(vpc: Vpc, opened: ReadonlySet<string>) {
  const inner: Box[] = [];
  const shown: NetworkInterface[] = [];
  const wide = columns * (card.width + gap) + gap;
  let y = headHeight;
  for (const vSwitch of vpc.vSwitches) {
    const isMany = vSwitch.interfaces.length > manyInterfaces;
    const isOpen = !isMany || opened.has(vSwitch.id);
    const cards = isOpen ? vSwitch.interfaces.slice(0, mostCards) : [];
    const rows = Math.ceil(cards.length / columns);
    const height = headHeight + (isMany ? headHeight : 0) + rows * (card.height + gap) + (rows === 0 ? gap : 0);
    const place = { x: gap, y, width: wide, height };
    inner.push({ kind: 'vswitch', id: vSwitch.id, parentId: vpc.id, place, vSwitch, isOpen, canClose: isMany });
    inner.push(...cards.map((one, index) => interfaceBox(one, vSwitch.id, index, isMany)));
    shown.push(...cards);
    y += height + gap;
  }
  const right = wide + gap * 6;
  inner.push(
    ...vpc.instances.map(
      (instance, index): Box => ({
        kind: 'instance',
        id: instance.id,
        parentId: vpc.id,
        place: { x: right, y: headHeight + index * (card.height + gap), ...card },
        instance,
      }),
    ),
  );
  const instancesHeight = headHeight + vpc.instances.length * (card.height + gap);
  const width = vpc.instances.length === 0 ? wide + gap * 2 : right + card.width + gap;
  return { inner, shown, width, height: Math.max(y, instancesHeight, headHeight + gap) };
}

function interfaceBox(networkInterface: NetworkInterface, parentId: string, index: number, isBelow: boolean): Box {
  const place = {
    x: gap + (index % columns) * (card.width + gap),
    y: headHeight + (isBelow ? headHeight : 0) + Math.floor(index / columns) * (card.height + gap),
    ...card,
  };
  return { kind: 'interface', id: networkInterface.id, parentId, place, networkInterface };
}
