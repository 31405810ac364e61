import { Background, type Edge, Panel, ReactFlow, ReactFlowProvider, useReactFlow } from '@xyflow/react';
import { Button, Flex } from 'antd';
import { type ReactNode, useMemo } from 'react';
import { useSettings } from '../../settings/settings-context.tsx';
import { useDark } from '../../theme/use-dark.ts';
import { type BoxNode, BoxView, PictureContext, type PictureControls } from './boxes.tsx';
import { type Box, layOut } from './layout.ts';
import type { Network } from './network.ts';
import type { Answer } from './reachability.ts';

const nodeTypes = { box: BoxView };
/** From here on only what is in sight is drawn. */
const manyBoxes = 150;

interface PictureProps {
  readonly network: Network;
  readonly opened: ReadonlySet<string>;
  readonly controls: PictureControls;
  /** The question that was answered: its path is drawn. */
  readonly answer: Answer | undefined;
}

/** The network as a picture that can be moved and zoomed. */
export function Picture(props: PictureProps): ReactNode {
  return (
    <PictureContext value={props.controls}>
      <ReactFlowProvider>
        <Flow {...props} />
      </ReactFlowProvider>
    </PictureContext>
  );
}

function Flow({ network, opened, answer }: PictureProps): ReactNode {
  const dark = useDark(useSettings().settings.theme);
  const { boxes, lines } = useMemo(() => layOut(network, opened), [network, opened]);
  const nodes = useMemo(() => boxes.map(nodeOf), [boxes]);
  const edges = useMemo((): Edge[] => {
    const known = new Set(boxes.map(({ id }) => id));
    const drawn = lines
      .filter(({ from, to }) => known.has(from) && known.has(to))
      .map(({ from, to }) => ({ id: `${from} ${to}`, source: from, target: to, zIndex: 10 }));
    return [...drawn, ...answerEdge(answer, known)];
  }, [boxes, lines, answer]);
  return (
    <section className="picture" aria-label="Picture of the network">
      <ReactFlow<BoxNode>
        nodes={nodes}
        edges={edges}
        nodeTypes={nodeTypes}
        colorMode={dark ? 'dark' : 'light'}
        nodesDraggable={false}
        nodesConnectable={false}
        nodesFocusable={false}
        edgesFocusable={false}
        elementsSelectable={false}
        onlyRenderVisibleElements={boxes.length > manyBoxes}
        fitView
        fitViewOptions={{ maxZoom: 1, padding: 0.05 }}
        minZoom={0.05}
        preventScrolling={false}
        zoomOnScroll={false}
        proOptions={{ hideAttribution: false }}
      >
        <Background />
        <Panel position="top-right">
          <ZoomButtons />
        </Panel>
      </ReactFlow>
    </section>
  );
}

function ZoomButtons(): ReactNode {
  const { zoomIn, zoomOut, fitView } = useReactFlow();
  return (
    <Flex gap={4}>
      <Button size="small" aria-label="Zoom in" onClick={() => void zoomIn()}>
        +
      </Button>
      <Button size="small" aria-label="Zoom out" onClick={() => void zoomOut()}>
        −
      </Button>
      <Button size="small" onClick={() => void fitView({ maxZoom: 1, padding: 0.05 })}>
        All of it
      </Button>
    </Flex>
  );
}

function nodeOf(box: Box): BoxNode {
  const { x, y, width, height } = box.place;
  return {
    id: box.id,
    type: 'box',
    position: { x, y },
    width,
    height,
    data: { box },
    ...('parentId' in box ? { parentId: box.parentId } : {}),
  };
}

/** The path that was asked about, from interface to interface where both are in the picture. */
function answerEdge(answer: Answer | undefined, known: ReadonlySet<string>): Edge[] {
  const source = answer?.from.networkInterfaceId;
  const target = answer?.to.networkInterfaceId;
  if (answer === undefined || source === undefined || target === undefined) return [];
  if (!known.has(source) || !known.has(target)) return [];
  const className = answer.reachable ? 'picture-path' : 'picture-path picture-blocked';
  return [{ id: 'answer', source, target, className, zIndex: 20, animated: answer.reachable }];
}
