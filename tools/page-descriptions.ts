/** What a page is about, in one line, for those whose first sentence does not say it. */
export const pageDescriptions: Readonly<Record<string, string>> = {
  'README.md': 'What it is, an example, accounts, clients, time and state in short.',
  'docs/tutorial.md':
    'From an empty folder to a test that finds an interface which a program forgot; every command is tested.',
  'docs/quickstart/README.md': 'Which quickstart is for whom.',
  'docs/quickstart/ci.md': 'Start, wait, run, look for leaks; GitHub Actions with the package or the image.',
  'docs/quickstart/cni.md': 'Settings for Terway and its like, and how to bring about what a plugin has to survive.',
  'docs/quickstart/sdk-tests.md':
    'Fixtures for Vitest, node:test, Jest and the rest: a server, an account a test, a look for leaks.',
  'docs/quickstart/terraform.md': 'The provider block, the certificate authority, leaks after a destroy.',
  'docs/clients/README.md':
    'What localyun env prints, and what holds for every client: accounts, endpoints, https, regions.',
  'docs/clients/aliyun-cli.md': 'Flags and variables for the command line of Alibaba Cloud.',
  'docs/clients/go.md': 'Configuration of the SDKs for Go of both generations.',
  'docs/clients/java.md': 'Configuration of the SDKs for Java of both generations, and the key store for https.',
  'docs/clients/python.md': 'Configuration of the SDKs for Python of both generations, and trust for https.',
  'docs/clients/terraform.md':
    'The provider block, what the provider reads and does not read, its waiting and retries.',
  'docs/clients/terway.md':
    'Variables of Terway, the cloud controller manager and the CSI driver, from a pod or outside.',
  'docs/clients/typescript.md': 'Configuration of the SDKs for TypeScript and JavaScript and of pop-core.',
  'docs/access.md': 'Identities, policies, conditions, and what a denial looks like.',
  'docs/configuration.md': 'Every option as a flag, a variable and a key of localyun.yaml, and which goes first.',
  'docs/control-api.md': 'What can be done to a running server: over HTTP, as commands and in the library.',
  'docs/coverage.md': 'Which operations, parameters, codes and statements are implemented, and what proves each.',
  'docs/docker.md': 'The image, its volume, its health, the control API in a container, and compose.yaml.',
  'docs/doctor.md': 'What localyun doctor looks at when something does not work.',
  'docs/durability.md': 'What survives a crash, a full disk and a restart, and how to make a backup.',
  'docs/library.md': 'Every export of localyun, localyun/testing and localyun/vitest.',
  'docs/limits.md': 'What is less than the real thing, and what was chosen where sources are silent.',
  'docs/quotas.md': 'Every quota and fixed limit, its default, and which operation holds to it.',
  'docs/security.md': 'What the server is exposed to, and what it does about it.',
  'docs/semantics.md': 'What network interfaces do, in numbered statements that tests carry.',
  'docs/operations/delete-network-interface.md': 'The order of its checks, every code, and how to see each.',
  'CONTRIBUTING.md': 'Where things are, the commands, how to add an operation, what holds for code and tests.',
};
