import type { ClientSettings } from '../settings.ts';
import { keyVariables, trust } from '../settings.ts';
import { exportLines, quoted } from '../shell.ts';

/** The command `aliyun`. A profile of its own goes before the environment, so it is told to leave profiles alone. */
export const aliyunCli: ClientSettings = {
  variables: (settings) => ({
    ALIBABA_CLOUD_IGNORE_PROFILE: 'TRUE',
    ...keyVariables(settings),
    ALIBABA_CLOUD_ENDPOINT: settings.endpoint,
    ...trust(settings, 'SSL_CERT_FILE'),
  }),

  text(settings) {
    const flag = settings.caFile === undefined ? ' --insecure' : ' --secure';
    const region = quoted(settings.regionId);
    return `${exportLines(this.variables(settings))}
aliyun ecs DescribeNetworkInterfaces --RegionId ${region}${flag}
`;
  },
};
