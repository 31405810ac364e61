const types: Readonly<Record<string, string>> = {
  eni: 'network-interfaces',
  i: 'instances',
  sg: 'security-groups',
  vsw: 'vswitches',
  vpc: 'vpcs',
  eip: 'eips',
  d: 'disks',
};

/** The type of resources that an id is of, by how it begins; undefined when the console shows none of that type. */
export function typeOfId(id: string): string | undefined {
  return types[id.slice(0, id.indexOf('-'))];
}
