import type { ReactNode } from 'react';
import { collapseAllNested, JsonView } from 'react-json-view-lite';

const styles = {
  container: 'json-viewer',
  basicChildStyle: 'json-child',
  childFieldsContainer: 'json-children',
  label: 'json-name',
  clickableLabel: 'json-name json-clickable',
  nullValue: 'json-word',
  undefinedValue: 'json-word',
  stringValue: 'json-string',
  booleanValue: 'json-word',
  numberValue: 'json-number',
  otherValue: 'json-word',
  punctuation: 'json-punctuation',
  collapseIcon: 'json-collapse',
  expandIcon: 'json-expand',
  collapsedContent: 'json-collapsed',
  noQuotesForStringValues: false,
  quotesForFieldNames: false,
};

interface JsonViewerProps {
  readonly value: unknown;
  /** What the value is, for those who cannot see where it stands. */
  readonly label: string;
  /** How many levels are open at first; all without. */
  readonly openLevels?: number;
}

/** An object or list as a tree whose branches open and close, by mouse and by arrow keys. */
export function JsonViewer({ value, label, openLevels }: JsonViewerProps): ReactNode {
  const shown = typeof value === 'object' && value !== null ? value : { value };
  const isOpen =
    openLevels === 0 ? collapseAllNested : (level: number) => openLevels === undefined || level < openLevels;
  return <JsonView data={shown} style={styles} shouldExpandNode={isOpen} aria-label={label} clickToExpandNode />;
}
