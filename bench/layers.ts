import { readFileSync } from 'node:fs';
import type { Profiler } from 'node:inspector';
import { fileURLToPath } from 'node:url';

/** Where the time of a request goes, by the folders of the source; the first that fits counts. */
const layersOfModules: readonly (readonly [RegExp, string])[] = [
  [/^src\/gateway\/transport/, 'http'],
  [/^src\/gateway\/protocol\/(parse|encode|mode|format|parameter-tree)/, 'parse'],
  [/^src\/gateway\/protocol\/(signature|constant-time|nonces|timestamp)|steps\/authenticate/, 'signature'],
  [/^src\/gateway\/protocol\/decode|steps\/validate/, 'validate'],
  [/^src\/access|steps\/(authorize|admit)|condition-values/, 'authorize'],
  [/^src\/gateway\/protocol\/(render|response-shape)/, 'render'],
  [/^src\/gateway|^src\/server|^src\/recorder|^src\/contracts/, 'pipeline'],
  [/^src\/engine/, 'engine'],
  [/^src\/store\/log-sync/, 'sync'],
  [/^src\/store/, 'SQL'],
  [/^src\//, 'operation'],
  [/better-sqlite3/, 'SQL'],
  [/^node:(_http|http|net|_stream|stream|internal\/(streams|stream_base|http|net))/, 'http'],
];

/** Microseconds of a function, and the layer that it works for. */
export interface SelfTime {
  readonly layer: string;
  readonly name: string;
  selfUs: number;
}

/**
 * Adds up a profile by layer and function. What belongs to none, such as hashing or the engine's own functions, counts
 * for the layer that called it.
 */
export function selfTimes({ nodes, samples = [], timeDeltas = [] }: Profiler.Profile): readonly SelfTime[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const layers = new Map<number, string>();
  const assign = (node: Profiler.ProfileNode, inherited: string): void => {
    const layer = layerOf(node.callFrame) ?? inherited;
    layers.set(node.id, layer);
    for (const child of node.children ?? []) {
      const next = byId.get(child);
      if (next !== undefined) assign(next, layer);
    }
  };
  if (nodes[0] !== undefined) assign(nodes[0], 'event loop');

  const found = new Map<string, SelfTime>();
  for (const [index, id] of samples.entries()) {
    const node = byId.get(id);
    const layer = layers.get(id) ?? 'event loop';
    if (node === undefined || node.callFrame.functionName === '(idle)') continue;
    const { functionName, url, lineNumber } = node.callFrame;
    const name = `${functionName || '(anonymous)'} ${moduleAt(url, lineNumber)}`.trim();
    const key = `${layer}\n${name}`;
    const self = found.get(key) ?? { layer, name, selfUs: 0 };
    self.selfUs += timeDeltas[index + 1] ?? 0;
    found.set(key, self);
  }
  return [...found.values()].sort((one, other) => other.selfUs - one.selfUs);
}

function layerOf({ functionName, url, lineNumber }: Profiler.ProfileNode['callFrame']): string | undefined {
  if (functionName === '(garbage collector)') return 'garbage collection';
  if (functionName === '(program)') return 'system and V8';
  const module = moduleAt(url, lineNumber);
  return layersOfModules.find(([pattern]) => pattern.test(module))?.[1];
}

const modules = new Map<string, readonly string[]>();

/** The module that a line of a bundle is of: esbuild writes its name above it. */
function moduleAt(url: string, line: number): string {
  if (!url.startsWith('file:')) return url;
  let lines = modules.get(url);
  if (lines === undefined) {
    let current = url;
    lines = readFileSync(fileURLToPath(url), 'utf8')
      .split('\n')
      .map((text) => (current = /^ *\/\/ ((?:src|node_modules)\/\S+)$/.exec(text)?.[1] ?? current));
    modules.set(url, lines);
  }
  return lines[line] ?? url;
}
