import { defineConfig } from 'vitest/config';

// The SDKs are CommonJS: with this their classes are where Node has them, Ecs.default.
export default defineConfig({ test: { deps: { interopDefault: false } } });
