/** What a server is told to be cannot be understood; the message says where that was said. */
export class ConfigurationRefused extends Error {
  override readonly name = 'ConfigurationRefused';
}
