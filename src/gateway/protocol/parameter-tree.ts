/** One part of a dotted parameter name: `Tag`, its `1`, its `Key`. */
export interface ParameterNode {
  /** The whole name down to this part, as sent: `Tag.1.Key`. */
  readonly name: string;
  value: string | undefined;
  children: Map<string, ParameterNode> | undefined;
}

/**
 * Arranges flat parameters by the parts of their dotted names. Names without a dot and names whose first part is not
 * wanted stay out.
 *
 * @returns the top nodes by first part; `undefined` when there are none, the usual case
 */
export function treeOf(
  parameters: ReadonlyMap<string, string>,
  wanted: ReadonlySet<string>,
): ReadonlyMap<string, ParameterNode> | undefined {
  let top: Map<string, ParameterNode> | undefined;
  for (const [name, value] of parameters) {
    let dot = name.indexOf('.');
    if (dot < 0) continue;
    const first = name.slice(0, dot);
    if (!wanted.has(first)) continue;

    top ??= new Map();
    let node = childOf(top, first, first);
    while (dot >= 0) {
      const start = dot + 1;
      dot = name.indexOf('.', start);
      node.children ??= new Map();
      node =
        dot < 0
          ? childOf(node.children, name.slice(start), name)
          : childOf(node.children, name.slice(start, dot), name.slice(0, dot));
    }
    node.value = value;
  }
  return top;
}

function childOf(nodes: Map<string, ParameterNode>, part: string, name: string): ParameterNode {
  let node = nodes.get(part);
  if (node === undefined) {
    node = { name, value: undefined, children: undefined };
    nodes.set(part, node);
  }
  return node;
}
