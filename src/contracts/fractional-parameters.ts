/**
 * The parameters that may have decimals; the official SDK packages do not tell whole numbers from others, the metadata
 * of the aliyun CLI does. By path without list numbers, since a name means the same in every operation.
 */
export const fractionalParameters: ReadonlySet<string> = new Set([
  'CpuOverCommitRatio',
  'LaunchTemplateConfig.MaxPrice',
  'LaunchTemplateConfig.WeightedCapacity',
  'MaxPrice',
  'MaxSpotPrice',
  'MaximumCpuSpeedFrequency',
  'MaximumCpuTurboFrequency',
  'MaximumMemorySize',
  'Memory',
  'MinMemory',
  'MinimumCpuSpeedFrequency',
  'MinimumCpuTurboFrequency',
  'MinimumMemorySize',
  'SpotPriceLimit',
]);
