import com.aliyun.tea.TeaException;
import com.aliyun.tea.TeaModel;
import com.aliyun.teaopenapi.models.Config;
import com.google.gson.reflect.TypeToken;
import java.util.Map;

/** Carries calls out with the V2 SDK: ecs20140526 and vpc20160428. */
final class SdkV2 implements Lines.Program {
    private static final Map<String, String> PACKAGES =
            Map.of("Ecs", "com.aliyun.ecs20140526", "Vpc", "com.aliyun.vpc20160428");

    public static void main(String[] arguments) throws Exception {
        Lines.serve(new SdkV2());
    }

    @Override
    public Object carryOut(Lines.Call call) throws Exception {
        String sdk = PACKAGES.get(call.product);
        Object client = Class.forName(sdk + ".Client").getConstructor(Config.class).newInstance(config(call.target));
        Class<?> requestClass = Class.forName(sdk + ".models." + call.action + "Request");
        String method = Character.toLowerCase(call.action.charAt(0)) + call.action.substring(1);
        Object response = client.getClass().getMethod(method, requestClass).invoke(client, request(requestClass, call));
        return ((TeaModel) response.getClass().getMethod("getBody").invoke(response)).toMap();
    }

    private static Config config(Lines.Target target) {
        return new Config()
                .setEndpoint(target.endpoint)
                .setProtocol(target.protocol)
                .setAccessKeyId(target.accessKeyId)
                .setAccessKeySecret(target.accessKeySecret)
                .setSecurityToken(target.securityToken)
                .setReadTimeout(20_000);
    }

    private static TeaModel request(Class<?> requestClass, Lines.Call call) throws Exception {
        Map<String, Object> parameters =
                Lines.JSON.fromJson(call.parameters, new TypeToken<Map<String, Object>>() {}.getType());
        TeaModel empty = (TeaModel) requestClass.getConstructor().newInstance();
        TeaModel request = TeaModel.toModel(parameters, empty);
        if (!request.toMap().keySet().containsAll(parameters.keySet())) {
            throw new IllegalArgumentException(requestClass + " lacks a field of " + parameters.keySet());
        }
        return request;
    }

    @Override
    public Lines.Refusal refusalOf(Throwable error) {
        if (!(error instanceof TeaException) || ((TeaException) error).getStatusCode() == null) return null;
        TeaException refused = (TeaException) error;
        Map<String, Object> data = refused.getData();
        String message = String.valueOf(data.get("Message"));
        return new Lines.Refusal(
                refused.getStatusCode(), refused.getCode(), message, String.valueOf(data.get("RequestId")));
    }
}
