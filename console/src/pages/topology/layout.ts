import type { Network, NetworkInterface, PublicAddress, Vpc, VSwitch } from './network.ts';

/** Sizes of the picture in pixels. */
const card = { width: 224, height: 92 };
const gap = 16;
/** Of a vSwitch, so that its heading fits. */
const minWidth = 340;
const headHeight = 60;
/** A few interfaces stand below each other, so that lines do not cross them. */
const fewInterfaces = 6;
const columnsOf = (count: number): number => (count <= fewInterfaces ? 1 : 3);
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
      ...shown
        .map(({ networkInterface: { id, instanceId } }) => ({ from: id, to: instanceId }))
        .filter(({ to }) => to !== ''),
    );
    const publicAddresses = shown.flatMap(({ networkInterface, top }) =>
      networkInterface.publicAddresses.map((address) => ({ address, to: networkInterface.id, top: y + top })),
    );
    let free = y;
    for (const { address, to, top } of publicAddresses) {
      // Beside its interface, if there is room.
      free = Math.max(free, top);
      boxes.push(publicBox(address, free));
      lines.push({ from: address.id, to });
      free += card.height + gap;
    }
    y = Math.max(y + height, free) + gap * 2;
  }
  boxes.push(...idleAddresses.map((address, index) => publicBox(address, y + index * (card.height + gap))));
  return { boxes, lines };
}

function publicBox(address: PublicAddress, y: number): Box {
  const place = { x: -card.width - gap * 4, y, ...card };
  return { kind: 'public-address', id: address.id, place, address };
}

function layOutVpc(vpc: Vpc, opened: ReadonlySet<string>) {
  const inner: Box[] = [];
  const shown: { readonly networkInterface: NetworkInterface; readonly top: number }[] = [];
  const most = Math.max(1, ...vpc.vSwitches.map(({ interfaces }) => columnsOf(interfaces.length)));
  const wide = Math.max(most * (card.width + gap) + gap, minWidth);
  let y = headHeight;
  for (const vSwitch of vpc.vSwitches) {
    const isMany = vSwitch.interfaces.length > manyInterfaces;
    const isOpen = !isMany || opened.has(vSwitch.id);
    const cards = isOpen ? vSwitch.interfaces.slice(0, mostCards) : [];
    const columns = columnsOf(vSwitch.interfaces.length);
    const rows = Math.ceil(cards.length / columns);
    const height = headHeight + (isMany ? headHeight : 0) + rows * (card.height + gap) + (rows === 0 ? gap : 0);
    const place = { x: gap, y, width: wide, height };
    inner.push({ kind: 'vswitch', id: vSwitch.id, parentId: vpc.id, place, vSwitch, isOpen, canClose: isMany });
    for (const [index, networkInterface] of cards.entries()) {
      const box = interfaceBox(networkInterface, vSwitch.id, { index, columns, isBelow: isMany });
      inner.push(box);
      shown.push({ networkInterface, top: y + box.place.y });
    }
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

function interfaceBox(
  networkInterface: NetworkInterface,
  parentId: string,
  { index, columns, isBelow }: { readonly index: number; readonly columns: number; readonly isBelow: boolean },
): Box {
  const place = {
    x: gap + (index % columns) * (card.width + gap),
    y: headHeight + (isBelow ? headHeight : 0) + Math.floor(index / columns) * (card.height + gap),
    ...card,
  };
  return { kind: 'interface', id: networkInterface.id, parentId, place, networkInterface };
}
