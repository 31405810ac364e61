import { type ClientSettings, keyVariables, protocolOf } from '../settings.ts';

/** The second generation of the Java SDK: `com.aliyun:ecs20140526`. It trusts a key store, not a PEM file. */
export const java: ClientSettings = {
  variables: (settings) => ({ ...keyVariables(settings), LOCALYUN_ENDPOINT: settings.endpoint }),

  text: (settings) => `import com.aliyun.ecs20140526.Client;
import com.aliyun.ecs20140526.models.DescribeNetworkInterfacesRequest;
import com.aliyun.teaopenapi.models.Config;

public class NetworkInterfaces {
    public static void main(String[] args) throws Exception {
        Client ecs = new Client(new Config()
                .setAccessKeyId(${JSON.stringify(settings.accessKeyId)})
                .setAccessKeySecret(${JSON.stringify(settings.accessKeySecret)})
                .setRegionId(${JSON.stringify(settings.regionId)})
                .setProtocol("${protocolOf(settings)}")
                .setEndpoint(${JSON.stringify(settings.endpoint)}));
        DescribeNetworkInterfacesRequest request = new DescribeNetworkInterfacesRequest()
                .setRegionId(${JSON.stringify(settings.regionId)});
        System.out.println(ecs.describeNetworkInterfaces(request).getBody().getTotalCount());
    }
}
`,
};
