/**
 * A wire name as a field or method of the TypeScript and Java SDKs: `NetworkInterfaceId` is `networkInterfaceId`. Names
 * that begin with several capitals stay, `ISP`, except those of a VSwitch.
 */
export function camelName(wireName: string): string {
  if (/^[A-Z]{2}/.test(wireName) && !wireName.startsWith('VSwitch')) return wireName;
  return wireName.slice(0, 1).toLowerCase() + wireName.slice(1);
}

const pythonWords: ReadonlySet<string> = new Set(['async', 'from', 'global', 'in', 'is', 'not', 'or', 'and', 'import']);

/** A wire name as a field of the Python SDK: `Ipv6Address` is `ipv_6address`, `VSwitchId` is `v_switch_id`. */
export function snakeName(wireName: string): string {
  const snake = snakeWords(camelName(wireName));
  return pythonWords.has(snake) ? `${snake}_` : snake;
}

/** An action as a method of the Python SDK: `DescribeVSwitches` is `describe_vswitches`. */
export function snakeMethod(action: string): string {
  return snakeWords(action);
}

function snakeWords(name: string): string {
  return name
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .replace(/([a-z])(\d)/g, '$1_$2')
    .toLowerCase();
}
