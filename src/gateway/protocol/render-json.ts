import type { ObjectShape, Shape } from '../../contracts/contract.ts';
import type { ErrorBody } from './error-body.ts';
import {
  booleanText,
  fieldsOf,
  isAbsent,
  isAlwaysPresent,
  isListShape,
  itemsOf,
  numberText,
  type ResponseFields,
  stringOf,
} from './response-shape.ts';

type Render = (value: unknown) => string;

interface Member {
  readonly name: string;
  /** `"Name":`, and the same with the comma that stands before any but the first. */
  readonly firstKey: string;
  readonly laterKey: string;
  readonly isAlwaysPresent: boolean;
  readonly render: Render;
}

const renderers = new WeakMap<ObjectShape, readonly Member[]>();

/**
 * The JSON body of a success: `RequestId` first, then the fields in the order of the shape, typed as the shape says.
 * Absent fields are left out, except lists and their wrappers, which only `null` leaves out. Fields the shape does not
 * know are left out too.
 *
 * @throws TypeError when a field cannot have the type its shape promises, which is a bug of the operation
 */
export function renderJson(shape: ObjectShape, requestId: string, response: ResponseFields): string {
  let members = renderers.get(shape);
  if (members === undefined) {
    members = compileMembers(shape).filter(({ name }) => name !== 'RequestId');
    renderers.set(shape, members);
  }
  return `{"RequestId":${quote(requestId)}${renderMembers(members, response, false)}}`;
}

/** The JSON body of an error. */
export function renderJsonError(error: ErrorBody): string {
  const { requestId, hostId, code, message, recommend, accessDeniedDetail } = error;
  return JSON.stringify({
    RequestId: requestId,
    HostId: hostId,
    Code: code,
    Message: message,
    Recommend: recommend,
    AccessDeniedDetail: accessDeniedDetail,
  });
}

function renderMembers(members: readonly Member[], fields: ResponseFields, areFirst: boolean): string {
  let text = '';
  let isFirst = areFirst;
  for (const member of members) {
    const value = fields[member.name];
    if (value === null || (value === undefined && !member.isAlwaysPresent)) continue;
    text += (isFirst ? member.firstKey : member.laterKey) + member.render(value);
    isFirst = false;
  }
  return text;
}

function compileMembers(shape: ObjectShape): readonly Member[] {
  return Object.entries(shape).map(([name, member]) => ({
    name,
    firstKey: `${JSON.stringify(name)}:`,
    laterKey: `,${JSON.stringify(name)}:`,
    isAlwaysPresent: isAlwaysPresent(member),
    render: compile(member, name),
  }));
}

function compile(shape: Shape, name: string): Render {
  if (isListShape(shape)) {
    const renderItem = compile(shape[0], name);
    return (value) => renderList(itemsOf(value, name), renderItem);
  }
  switch (shape) {
    case 'string':
      return (value) => quote(typeof value === 'string' ? value : stringOf(value, name));
    case 'number':
      return (value) => numberText(value, name);
    case 'boolean':
      return (value) => booleanText(value, name);
    case 'json':
    case 'any':
    case 'comma':
      return (value) => JSON.stringify(value) ?? 'null';
    default:
      return compileObject(shape, name);
  }
}

function renderList(items: readonly unknown[], renderItem: Render): string {
  let text = '';
  for (const item of items) text += text === '' ? renderItem(item) : `,${renderItem(item)}`;
  return `[${text}]`;
}

function compileObject(shape: ObjectShape, name: string): Render {
  const members = compileMembers(shape);
  return (value) => `{${renderMembers(members, isAbsent(value) ? {} : fieldsOf(value, name), true)}}`;
}

const needsNoEscape = /^[\w .:/-]*$/;

function quote(text: string): string {
  return needsNoEscape.test(text) ? `"${text}"` : JSON.stringify(text);
}
