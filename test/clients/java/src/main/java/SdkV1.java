import com.aliyuncs.AcsRequest;
import com.aliyuncs.DefaultAcsClient;
import com.aliyuncs.auth.AlibabaCloudCredentials;
import com.aliyuncs.auth.BasicCredentials;
import com.aliyuncs.auth.BasicSessionCredentials;
import com.aliyuncs.exceptions.ClientException;
import com.aliyuncs.http.ProtocolType;
import com.aliyuncs.profile.DefaultProfile;
import com.google.gson.FieldNamingPolicy;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;

/** Carries calls out with the SDK before V2: aliyun-java-sdk-core, -ecs and -vpc. */
final class SdkV1 implements Lines.Program {
    private static final Map<String, String> PACKAGES =
            Map.of("Ecs", "com.aliyuncs.ecs.model.v20140526.", "Vpc", "com.aliyuncs.vpc.model.v20160428.");
    /** The fields of requests and answers are named as on the wire, but for the first letter. */
    private static final Gson FIELDS =
            new GsonBuilder().setFieldNamingPolicy(FieldNamingPolicy.UPPER_CAMEL_CASE).create();
    /** The SDK does not tell its user the status. */
    private Watched http;

    public static void main(String[] arguments) throws Exception {
        Lines.serve(new SdkV1());
    }

    @Override
    public Object carryOut(Lines.Call call) throws Exception {
        AcsRequest<?> request = request(call);
        Lines.Target target = call.target;
        DefaultProfile profile =
                DefaultProfile.getProfile(request.getSysRegionId(), target.accessKeyId, target.accessKeySecret);
        profile.getHttpClientConfig().setReadTimeoutMillis(20_000);
        DefaultAcsClient client = new DefaultAcsClient(profile, credentials(target));
        http = new Watched(client.getHttpClient());
        client.setHttpClient(http);
        return FIELDS.toJsonTree(client.getAcsResponse(request));
    }

    private static AlibabaCloudCredentials credentials(Lines.Target target) {
        return target.securityToken == null
                ? new BasicCredentials(target.accessKeyId, target.accessKeySecret)
                : new BasicSessionCredentials(target.accessKeyId, target.accessKeySecret, target.securityToken);
    }

    private static AcsRequest<?> request(Lines.Call call) throws Exception {
        Class<?> requestClass = Class.forName(PACKAGES.get(call.product) + call.action + "Request");
        AcsRequest<?> request = (AcsRequest<?>) requestClass.getConstructor().newInstance();
        request.setSysEndpoint(call.target.endpoint);
        request.setSysProtocol(ProtocolType.valueOf(call.target.protocol.toUpperCase()));
        // The region is the client's here, and sent with every call.
        JsonElement region = call.parameters.remove("RegionId");
        request.setSysRegionId(region == null ? "cn-hangzhou" : region.getAsString());
        for (Map.Entry<String, JsonElement> parameter : call.parameters.entrySet()) {
            Method setter = setter(requestClass, parameter.getKey());
            setter.invoke(request, FIELDS.<Object>fromJson(parameter.getValue(), setter.getGenericParameterTypes()[0]));
        }
        return request;
    }

    /** The setters of lists have an s after the name. */
    private static Method setter(Class<?> requestClass, String parameter) {
        return Arrays.stream(requestClass.getMethods())
                .filter(method -> method.getParameterCount() == 1)
                .filter(method -> method.getName().matches("set" + parameter + "s?"))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(requestClass + " has no " + parameter));
    }

    @Override
    public Lines.Refusal refusalOf(Throwable error) {
        if (!(error instanceof ClientException) || ((ClientException) error).getRequestId() == null) return null;
        ClientException refused = (ClientException) error;
        return new Lines.Refusal(
                http.status(), refused.getErrCode(), refused.getErrMsg(), refused.getRequestId());
    }
}
