import { Readable } from 'node:stream';
import { z } from 'zod';
import { controlCall } from '../call.ts';
import { done, doneSchema } from './done.ts';

const name = z.string().describe('letters, digits, ".", "_" and "-"');
/** Of whatever memory. */
const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array, { error: 'must be bytes' });
const listed = z.strictObject({
  name: z.string(),
  savedAt: z.iso.datetime(),
  engine: z.enum(['sqlite', 'postgresql']).describe('of the server that saved it; any loads it'),
  schemaVersion: z.int(),
  localyun: z.string().describe('the version of the server that saved it'),
  sizeBytes: z.int(),
});

export const snapshots = {
  list: controlCall({
    method: 'GET',
    path: '/snapshots',
    summary: 'list the snapshots of the state, the newest first',
    input: z.strictObject({}),
    output: z.strictObject({ snapshots: z.array(listed) }),
    run: async (levers) => ({ snapshots: [...(await levers.snapshots.list())] }),
  }),

  save: controlCall({
    method: 'PUT',
    path: '/snapshots/{name}',
    summary: 'save the whole state under a name',
    input: z.strictObject({ name }),
    arguments: ['name'],
    output: listed,
    run: (levers, snapshot) => levers.snapshots.save(snapshot.name),
  }),

  load: controlCall({
    method: 'POST',
    path: '/snapshots/{name}/load',
    summary: 'replace the whole state by that of a snapshot',
    input: z.strictObject({ name }),
    arguments: ['name'],
    output: z.strictObject({ now: z.iso.datetime().describe('the time of the modelled world') }),
    run: (levers, snapshot) => levers.snapshots.load(snapshot.name),
  }),

  delete: controlCall({
    method: 'DELETE',
    path: '/snapshots/{name}',
    summary: 'delete a snapshot',
    input: z.strictObject({ name }),
    arguments: ['name'],
    output: doneSchema,
    async run(levers, snapshot) {
      await levers.snapshots.delete(snapshot.name);
      return done;
    },
  }),

  export: controlCall({
    method: 'GET',
    path: '/snapshots/{name}/file',
    summary: 'answer the file of a snapshot, for any other server',
    input: z.strictObject({ name }),
    arguments: ['name'],
    contentType: 'application/octet-stream',
    output: z.union([z.instanceof(Readable), bytes]),
    run: (levers, snapshot) => levers.snapshots.export(snapshot.name),
  }),

  import: controlCall({
    method: 'PUT',
    path: '/snapshots/{name}/file',
    summary: 'keep the file of a snapshot under a name',
    input: z.strictObject({ name, file: bytes.describe('the file, as export answers it') }),
    arguments: ['name', 'file'],
    body: { member: 'file', contentTypes: ['application/octet-stream'] },
    output: listed,
    run: (levers, { name: wanted, file }) => levers.snapshots.import(wanted, file),
  }),
};
