import type { ClientSettings } from '../settings.ts';
import { aliyunCli } from './aliyun-cli.ts';
import { ansible } from './ansible.ts';
import { go } from './go.ts';
import { hosts } from './hosts.ts';
import { java } from './java.ts';
import { python } from './python.ts';
import { terraform } from './terraform.ts';
import { terway } from './terway.ts';
import { typescript } from './typescript.ts';

/** The clients that settings can be printed for, by the names the command takes. */
export const clients = {
  terraform,
  cli: aliyunCli,
  terway,
  ansible,
  python,
  go,
  java,
  typescript,
  hosts,
} as const satisfies {
  readonly [name: string]: ClientSettings;
};

export type ClientName = keyof typeof clients;
export const clientNames = Object.keys(clients) as readonly ClientName[];
