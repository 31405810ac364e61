import type { ProductName } from '../../../src/contracts/contract.ts';
import type { Parameters } from '../api/parameters.ts';
import type { Row } from './row.ts';

/** One kind of resource, as data: how it is listed, shown and changed. All paths are paths of members in a row. */
export interface ResourceType {
  /** Its name in addresses: `network-interfaces`. */
  readonly name: string;
  readonly title: string;
  /** One of them, in the middle of a sentence: `network interface`. */
  readonly singular: string;
  readonly product: ProductName;
  readonly list: ListCall;
  /** Where its id is. */
  readonly id: string;
  /** Where the name is that people gave it. */
  readonly label?: string;
  readonly status?: string;
  /** The columns of the table after id, name and status. */
  readonly columns: readonly Column[];
  readonly filters: readonly Filter[];
  /** The resources it hangs together with. */
  readonly related: readonly Related[];
  readonly tags?: TagAccess;
  /** Makes one. */
  readonly creations: readonly Action[];
  /** What can be done to one. The one named `delete` can be done to many. */
  readonly actions: readonly Action[];
}

/** The operation that lists them. */
export interface ListCall {
  readonly action: string;
  /** Where the rows are in its answer. */
  readonly rows: string;
  /** `pages` by PageNumber and PageSize with a TotalCount, `marker` by Marker and MaxItems as RAM does. */
  readonly paging: 'pages' | 'marker';
  /** Parameters that find one by its id; without, one is looked for in the list. */
  readonly byId?: (id: string) => Parameters;
  readonly fixed?: Parameters;
}

export interface Column {
  readonly title: string;
  readonly path: string;
  readonly as?: 'time' | 'yes-no';
  /** The type of resource whose ids stand there. */
  readonly of?: string;
}

export interface Filter {
  readonly label: string;
  readonly parameter: string;
  /** How the text becomes a value; as it is unless told otherwise. */
  readonly as?: 'list' | 'json-list' | 'yes-no';
  readonly choices?: readonly string[];
}

export interface Related {
  readonly title: string;
  readonly of: string;
  /** Where its ids are in the row... */
  readonly path?: string;
  /** ...or the filter of its list that leads there. */
  readonly filter?: string;
}

/** How the tags of a type are read and changed. */
export interface TagAccess {
  /** As TagResources calls the type. */
  readonly resourceType: string;
  readonly key: string;
  readonly value: string;
}

/** One call of an operation that changes something, with a form for what people have to say. */
export interface Action {
  readonly name: string;
  readonly title: string;
  readonly product?: ProductName;
  readonly operation: string;
  /** It takes something away, so it is asked for twice. */
  readonly danger?: boolean;
  /** What of the row goes along. */
  readonly parameters?: (row: Row) => Parameters;
  readonly fields?: readonly Field[];
}

export interface Field {
  readonly label: string;
  /** A parameter, or a place in one: `Permissions.0.PortRange`. */
  readonly parameter: string;
  readonly as?: 'number' | 'yes-no' | 'list' | 'json';
  readonly choices?: readonly string[];
  readonly required?: boolean;
  /** What stands there at first; of the row when it is a path. */
  readonly initial?: string;
  readonly initialPath?: string;
  readonly hint?: string;
}

/** A member of a row as the only parameter. */
export function idParameter(parameter: string, path = parameter): (row: Row) => Parameters {
  return (row) => ({ [parameter]: row[path] });
}
