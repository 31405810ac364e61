import type { Nodes } from 'hast';
import bash from 'highlight.js/lib/languages/bash';
import go from 'highlight.js/lib/languages/go';
import ini from 'highlight.js/lib/languages/ini';
import java from 'highlight.js/lib/languages/java';
import json from 'highlight.js/lib/languages/json';
import python from 'highlight.js/lib/languages/python';
import typescript from 'highlight.js/lib/languages/typescript';
import xml from 'highlight.js/lib/languages/xml';
import { createLowlight } from 'lowlight';
import { createElement, type ReactNode } from 'react';
import type { Language } from './language.ts';

const grammars = { bash, go, ini, java, json, python, typescript, xml };
const lowlight = createLowlight(grammars);

/** Beyond this, colours are not worth the wait. */
const longestText = 200_000;

/** The text with its parts in spans of the classes that `console.css` colours. */
export function highlighted(text: string, language: Language): ReactNode {
  if (language === 'text' || text.length > longestText) return text;
  return rendered(lowlight.highlight(language, text), 'root');
}

function rendered(node: Nodes, key: string): ReactNode {
  if (node.type === 'text') return node.value;
  if (!('children' in node)) return null;
  const children = node.children.map((child, index) => rendered(child, `${key}.${index}`));
  if (node.type !== 'element') return children;
  const { className } = node.properties;
  const names = Array.isArray(className) ? className.join(' ') : '';
  return createElement('span', { key, className: names }, ...children);
}
