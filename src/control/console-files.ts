import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { HttpBody, HttpResponse } from '../gateway/http-message.ts';
import { controlPrefix } from './prefix.ts';

/** Where the build puts the console: beside the bundle, and in `dist` when the sources run. */
const builtFolders = [new URL('console/', import.meta.url), new URL('../../dist/console/', import.meta.url)];

const contentTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** Nothing of the page comes from elsewhere or goes elsewhere, and nobody frames it. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  // What the console is built with writes its styles into the page as it goes.
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const asset = /^\/assets\/(?:[\w-][\w.-]*\/)*[\w-][\w.-]*$/;

const notBuilt = `The console is not part of this build: npm run build makes it.
The control API itself is there, see ${controlPrefix}/health.
`;

/** Whether a path is the console's page or one of its files; they tell nothing about the server. */
export function isConsolePath(path: string): boolean {
  return path === controlPrefix || path === `${controlPrefix}/` || path.startsWith(`${controlPrefix}/assets/`);
}

/**
 * The console's page or one of its files; undefined when there is none.
 * @param path below the prefix
 * @param folders where they can be
 */
export async function findConsoleFile(
  path: string,
  folders: readonly URL[] = builtFolders,
): Promise<HttpResponse<HttpBody> | undefined> {
  if (path === '') return { status: 308, headers: { location: `${controlPrefix}/` }, body: '' };
  if (path === '/') {
    const page = await readBuilt(folders, 'index.html');
    if (page === undefined) return answer(404, '.txt', notBuilt, 'no-store');
    return answer(200, '.html', page, 'no-cache');
  }
  if (!asset.test(path)) return undefined;
  const content = await readBuilt(folders, path.slice(1));
  // The names of assets change with their content.
  return content && answer(200, extname(path), content, 'public, max-age=31536000, immutable');
}

function answer(status: number, extension: string, body: HttpBody, cacheControl: string): HttpResponse<HttpBody> {
  return {
    status,
    headers: {
      'content-type': contentTypes[extension] ?? 'text/plain; charset=utf-8',
      'cache-control': cacheControl,
      'content-security-policy': contentSecurityPolicy,
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    },
    body,
  };
}

async function readBuilt(folders: readonly URL[], name: string): Promise<Uint8Array | undefined> {
  for (const folder of folders) {
    try {
      return await readFile(fileURLToPath(new URL(name, folder)));
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code !== 'ENOENT' && code !== 'ENOTDIR' && code !== 'EISDIR') throw error;
    }
  }
  return undefined;
}
