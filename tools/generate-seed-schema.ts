/**
 * Writes `docs/seed.schema.json`, by which editors complete seed files, from `src/seeds/seed-document.ts`.
 *
 *     npx tsx tools/generate-seed-schema.ts            write it
 *     npx tsx tools/generate-seed-schema.ts --check    write nothing; exit 1 when what is checked in is stale
 */
import { z } from 'zod';
import { regions } from '../src/operation/regions.ts';
import { seedDocument } from '../src/seeds/seed-document.ts';
import { keepGenerated } from './generated-file.ts';

const schema = z.toJSONSchema(seedDocument, {
  io: 'input',
  unrepresentable: 'any',
  override({ zodSchema, jsonSchema }) {
    // What is checked by a function has a list in the schema.
    if (zodSchema._zod.def.type === 'string' && jsonSchema.description?.startsWith('a region')) {
      jsonSchema.enum = regions.map(({ regionId }) => regionId);
    }
    // A name alone stands for the object with nothing but the name.
    if (jsonSchema.properties?.policyDocument !== undefined) {
      const whole = { ...jsonSchema };
      for (const member of Object.keys(jsonSchema)) delete jsonSchema[member];
      Object.assign(jsonSchema, { anyOf: [whole.properties?.policyName, whole] });
    }
  },
});

keepGenerated('docs/seed.schema.json', `${JSON.stringify({ title: 'A seed file of Localyun', ...schema }, null, 2)}\n`);
