import { flatParameters } from './flat.ts';
import { camelName } from './names.ts';
import { packages } from './packages.ts';
import type { Sample, SampledCall } from './sample.ts';
import { hasNumber, type Typed, type TypedObject, typedRequest } from './typed.ts';

/** Java with the SDK of the product, or with the generic client where that cannot carry the call. */
export function javaSample(call: SampledCall): Sample {
  const { product, action, parameters } = call.operation;
  const request = typedRequest(call.operation, call.parameters);
  const sdk = packages[product].java;
  // Whether a number is an Integer or a Long differs between classes, and the contract does not tell.
  const isTyped = request !== undefined && !hasNumber(request) && Object.keys(parameters).length > 0;
  if (sdk === undefined || !isTyped) return genericSample(call);
  return {
    run: `# needs the artifact com.aliyun:${sdk} on the class path\njava -cp 'lib/*' Call.java`,
    text: `import com.aliyun.${sdk}.Client;
import com.aliyun.${sdk}.models.*;
import com.aliyun.tea.TeaModel;
import com.aliyun.teaopenapi.models.Config;
import com.google.gson.GsonBuilder;
import java.util.List;

public class Call {
    public static void main(String[] args) throws Exception {
        Client client = new Client(new Config()
${configOf(call)});
        ${action}Request request = ${objectText(request, request.className, '        ')};
        var body = client.${camelName(action)}(request).getBody();
        System.out.println(new GsonBuilder().setPrettyPrinting().create().toJson(TeaModel.buildMap(body)));
    }
}
`,
  };
}

/** @param outer the class of the request, which holds those of its objects */
function objectText({ className, members }: TypedObject, outer: string, indent: string): string {
  const inner = `${indent}        `;
  const name = className === outer ? className : `${outer}.${className}`;
  const setters = members.map(([member, value]) => `\n${inner}.set${upper(member)}(${valueText(value, outer, inner)})`);
  return `new ${name}()${setters.join('')}`;
}

function valueText(value: Typed, outer: string, indent: string): string {
  if (value.kind === 'object') return objectText(value, outer, indent);
  if (value.kind === 'text') return JSON.stringify(value.text);
  if (value.kind !== 'list') return value.text;
  return `List.of(${value.items.map((item) => valueText(item, outer, indent)).join(', ')})`;
}

function upper(wireName: string): string {
  return wireName.slice(0, 1).toUpperCase() + wireName.slice(1);
}

function genericSample(call: SampledCall): Sample {
  const { action, version } = call.operation;
  const lines = flatParameters(call).map(
    ([name, value]) => `        query.put(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`,
  );
  return {
    run: `# needs the artifact com.aliyun:tea-openapi on the class path\njava -cp 'lib/*' Call.java`,
    text: `import com.aliyun.teaopenapi.Client;
import com.aliyun.teaopenapi.models.Config;
import com.aliyun.teaopenapi.models.OpenApiRequest;
import com.aliyun.teaopenapi.models.Params;
import com.aliyun.teautil.models.RuntimeOptions;
import com.google.gson.GsonBuilder;
import java.util.LinkedHashMap;
import java.util.Map;

public class Call {
    public static void main(String[] args) throws Exception {
        Client client = new Client(new Config()
${configOf(call)});
        Params operation = new Params()
                .setAction(${JSON.stringify(action)})
                .setVersion(${JSON.stringify(version)})
                .setProtocol(${JSON.stringify(call.target.protocol.toUpperCase())})
                .setMethod("POST")
                .setPathname("/")
                .setAuthType("AK")
                .setStyle("RPC")
                .setReqBodyType("formData")
                .setBodyType("json");
        Map<String, String> query = new LinkedHashMap<>();
${lines.join('')}        OpenApiRequest request = new OpenApiRequest().setQuery(query);
        Map<String, ?> answer = client.callApi(operation, request, new RuntimeOptions());
        System.out.println(new GsonBuilder().setPrettyPrinting().create().toJson(answer.get("body")));
    }
}
`,
  };
}

function configOf({ target: { key, endpoint, protocol, regionId } }: SampledCall): string {
  const members: Record<string, string> = {
    AccessKeyId: key.accessKeyId,
    AccessKeySecret: key.accessKeySecret,
    ...(key.securityToken === undefined ? {} : { SecurityToken: key.securityToken }),
    RegionId: regionId,
    Protocol: protocol,
    Endpoint: endpoint,
  };
  return Object.entries(members)
    .map(([name, value]) => `                .set${name}(${JSON.stringify(value)})`)
    .join('\n');
}
