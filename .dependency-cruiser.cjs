const products = '^src/(ecs|vpc|ram|sts|resource-manager|location|billing)/';
const notTest = { pathNot: '\\.(test|fixture)\\.ts$' };

/** The arrows go one way: gateway -> engine -> operations -> store's port. */
module.exports = {
  forbidden: [
    { name: 'no-circles', severity: 'error', from: { path: '^src/' }, to: { circular: true } },
    {
      name: 'contracts-import-nothing',
      severity: 'error',
      from: { path: '^src/contracts/', ...notTest },
      to: { path: '^src/', pathNot: '^src/contracts/' },
    },
    {
      name: 'store-knows-nothing-above-it',
      severity: 'error',
      from: { path: '^src/store/', ...notTest },
      to: { path: '^src/', pathNot: '^src/store/' },
    },
    {
      name: 'engines-behind-the-port',
      comment: 'Only the composition root chooses an engine.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(server\\.ts|store/)|\\.(test|fixture)\\.ts$' },
      to: { path: '^src/store/(sqlite|postgres)\\.ts$' },
    },
    {
      name: 'operation-is-the-lowest-layer',
      severity: 'error',
      from: { path: '^src/operation/', ...notTest },
      to: { path: '^src/', pathNot: '^src/(operation|contracts|store)/' },
    },
    {
      name: 'products-know-only-what-an-operation-is',
      severity: 'error',
      from: { path: products, ...notTest },
      to: { path: '^src/', pathNot: `${products}|^src/(operation|contracts|store|access/policy)/` },
    },
    {
      name: 'policies-are-pure',
      severity: 'error',
      from: { path: '^src/access/policy/', ...notTest },
      to: { path: '^src/|^node:', pathNot: '^src/(access/policy/|operation/json\\.ts$)' },
    },
    {
      name: 'access-below-the-gateway',
      severity: 'error',
      from: { path: '^src/access/', ...notTest },
      to: { path: '^src/', pathNot: '^src/(access|operation|store)/' },
    },
    {
      name: 'engine-knows-no-product-and-no-wire',
      severity: 'error',
      from: { path: '^src/engine/', ...notTest },
      to: { path: '^src/', pathNot: '^src/(engine|access|operation|contracts|store)/' },
    },
    {
      name: 'gateway-knows-no-product',
      severity: 'error',
      from: { path: '^src/gateway/', ...notTest },
      to: { path: `${products}|^src/(control|server|cli|index|registry)` },
    },
    {
      name: 'pure-domain',
      comment: 'State machines and address arithmetic take records and give records.',
      severity: 'error',
      from: { path: `${products}.*(lifecycle|address-range)\\.ts$` },
      to: { path: '^src/store/|^node:' },
    },
    {
      name: 'the-console-runs-in-a-browser',
      comment: 'Of the server it takes data and pure functions only.',
      severity: 'error',
      from: { path: '^console/src/', ...notTest },
      to: {
        path: '^src/|^node:|^test/',
        pathNot:
          '^src/(contracts/(contract|flatten)|operation/regions|control/explorer/signature-steps|requests/listed-request|diagnosis/step|command-line/(shell|settings|clients/terraform))\\.ts$',
      },
    },
    { name: 'no-orphans', severity: 'error', from: { orphan: true, path: '^src/', ...notTest }, to: {} },
    {
      name: 'no-tests-in-product',
      severity: 'error',
      from: { path: '^src/', ...notTest },
      to: { path: '\\.(test|fixture)\\.ts$|^test/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.d\\.ts$' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
