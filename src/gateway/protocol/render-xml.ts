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

/** Renders one named value as its element, or as the repeated elements of a list. */
type Render = (value: unknown) => string;

interface Member {
  readonly name: string;
  readonly isAlwaysPresent: boolean;
  readonly render: Render;
}

const prolog = '<?xml version="1.0" encoding="UTF-8"?>';
const renderers = new WeakMap<ObjectShape, readonly Member[]>();

/**
 * The XML body of a success: the root `<ActionResponse>`, `RequestId` first, then the fields in the order of the shape.
 * A list is its element repeated, so an empty list is nothing and an empty wrapper is an empty element; all else is as
 * in JSON.
 *
 * @throws TypeError when a field cannot have the type its shape promises, which is a bug of the operation
 */
export function renderXml(shape: ObjectShape, action: string, requestId: string, response: ResponseFields): string {
  let members = renderers.get(shape);
  if (members === undefined) {
    members = compileMembers(shape).filter(({ name }) => name !== 'RequestId');
    renderers.set(shape, members);
  }
  const root = `${action}Response`;
  return `${prolog}<${root}>${element('RequestId', requestId)}${renderMembers(members, response)}</${root}>`;
}

/** The XML body of an error. */
export function renderXmlError(error: ErrorBody): string {
  const { requestId, hostId, code, message, recommend, accessDeniedDetail } = error;
  const detail = accessDeniedDetail === undefined ? '' : untyped('AccessDeniedDetail', accessDeniedDetail);
  return (
    `${prolog}<Error>${element('RequestId', requestId)}${element('HostId', hostId)}${element('Code', code)}` +
    `${element('Message', message)}${element('Recommend', recommend)}${detail}</Error>`
  );
}

function renderMembers(members: readonly Member[], fields: ResponseFields): string {
  let text = '';
  for (const member of members) {
    const value = fields[member.name];
    if (value === null || (value === undefined && !member.isAlwaysPresent)) continue;
    text += member.render(value);
  }
  return text;
}

function compileMembers(shape: ObjectShape): readonly Member[] {
  return Object.entries(shape).map(([name, member]) => ({
    name,
    isAlwaysPresent: isAlwaysPresent(member),
    render: compile(member, name),
  }));
}

function compile(shape: Shape, name: string): Render {
  const open = `<${name}>`;
  const close = `</${name}>`;
  if (isListShape(shape)) {
    const [itemShape] = shape;
    const renderItem = compile(itemShape, name);
    const renderItems: Render = (value) => itemsOf(value, name).map(renderItem).join('');
    return isListShape(itemShape)
      ? (value) =>
          itemsOf(value, name)
            .map((item) => open + renderItem(item) + close)
            .join('')
      : renderItems;
  }
  switch (shape) {
    case 'string':
      return (value) => open + escapeXml(stringOf(value, name)) + close;
    case 'number':
      return (value) => open + numberText(value, name) + close;
    case 'boolean':
      return (value) => open + booleanText(value, name) + close;
    case 'json':
    case 'any':
    case 'comma':
      return (value) => untyped(name, value);
    default: {
      const members = compileMembers(shape);
      return (value) => open + renderMembers(members, isAbsent(value) ? {} : fieldsOf(value, name)) + close;
    }
  }
}

function element(name: string, text: string): string {
  return `<${name}>${escapeXml(text)}</${name}>`;
}

/** A value without a shape: lists repeat their element, objects nest, anything else is its text. */
function untyped(name: string, value: unknown): string {
  if (isAbsent(value)) return '';
  if (Array.isArray(value)) return value.map((item) => untyped(name, item)).join('');
  if (typeof value !== 'object') return element(name, String(value));
  const fields = Object.entries(value).map(([key, field]) => untyped(elementName(key), field));
  return `<${name}>${fields.join('')}</${name}>`;
}

/** A key as an element name: what XML does not allow there becomes `_`. */
function elementName(key: string): string {
  const name = key.replace(/[^\w.-]/g, '_');
  return /^[A-Za-z_]/.test(name) ? name : `_${name}`;
}

const needsNoEscape = /^[\w .:/-]*$/;
const toEscape = /[&<>"'\r]|[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** Escapes text for an element. Characters XML 1.0 cannot hold at all become U+FFFD, the replacement character. */
export function escapeXml(text: string): string {
  return needsNoEscape.test(text) ? text : text.replace(toEscape, escapeCharacter);
}

function escapeCharacter(character: string): string {
  switch (character) {
    case '&':
      return '&amp;';
    case '<':
      return '&lt;';
    case '>':
      return '&gt;';
    case '"':
      return '&quot;';
    case "'":
      return '&apos;';
    case '\r':
      return '&#13;'; // a bare one would be read as a line feed
    default:
      return '\ufffd';
  }
}
