// Files are modules as they stand, nothing is translated.
export default { testMatch: ['**/*.test.mjs'], transform: {} };
