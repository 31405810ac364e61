import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import com.google.gson.ToNumberPolicy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What both programs share: they read one call a line and print one line of what the SDK gave back for it. */
final class Lines {
    static final Gson JSON =
            new GsonBuilder().disableHtmlEscaping().setObjectToNumberStrategy(ToNumberPolicy.LONG_OR_DOUBLE).create();

    /** One line of standard input. */
    static final class Call {
        Target target;
        String product;
        String action;
        JsonObject parameters;
    }

    /** Where a call goes, and as whom. */
    static final class Target {
        String endpoint;
        String protocol;
        String accessKeyId;
        String accessKeySecret;
        String securityToken;
    }

    /** What the SDK says about a call that the server refused; an SDK may not tell the status. */
    static final class Refusal {
        final Integer status;
        final String code;
        final String message;
        final String requestId;

        Refusal(Integer status, String code, String message, String requestId) {
            this.status = status;
            this.code = code;
            this.message = message;
            this.requestId = requestId;
        }
    }

    interface Program {
        /** The body that the SDK decoded. */
        Object carryOut(Call call) throws Exception;

        /** Null for anything but a refusal of the server. */
        Refusal refusalOf(Throwable error);
    }

    /** Carries out the calls of standard input until it ends. */
    static void serve(Program program) throws IOException {
        BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        PrintStream output = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        // What an SDK prints by itself must not get in between.
        System.setOut(System.err);
        for (String line = input.readLine(); line != null; line = input.readLine()) {
            output.println(JSON.toJson(outcome(program, JSON.fromJson(line, Call.class))));
        }
    }

    private static Map<String, Object> outcome(Program program, Call call) {
        try {
            return Map.of("answer", program.carryOut(call));
        } catch (Exception thrown) {
            Throwable error = thrown instanceof InvocationTargetException ? thrown.getCause() : thrown;
            Refusal refusal = program.refusalOf(error);
            return refusal == null ? Map.of("failure", withCauses(error)) : Map.of("refusal", refusal);
        }
    }

    private static String withCauses(Throwable error) {
        return error.getCause() == null ? error.toString() : error + ", for " + withCauses(error.getCause());
    }

    private Lines() {}
}
