import com.aliyuncs.exceptions.ClientException;
import com.aliyuncs.http.CallBack;
import com.aliyuncs.http.HttpClientConfig;
import com.aliyuncs.http.HttpRequest;
import com.aliyuncs.http.HttpResponse;
import com.aliyuncs.http.IHttpClient;
import java.io.IOException;
import java.util.concurrent.Future;

/** The HTTP client of an SDK, with the status that its last answer had. */
final class Watched extends IHttpClient {
    private final IHttpClient client;
    private int status;

    Watched(IHttpClient client) {
        this.client = client;
    }

    int status() {
        return status;
    }

    @Override
    public HttpResponse syncInvoke(HttpRequest request) throws IOException, ClientException {
        HttpResponse response = client.syncInvoke(request);
        status = response.getStatus();
        return response;
    }

    @Override
    public Future<HttpResponse> asyncInvoke(HttpRequest request, CallBack callback) throws IOException {
        return client.asyncInvoke(request, callback);
    }

    @Override
    protected void init(HttpClientConfig config) {}

    @Override
    public void ignoreSSLCertificate() {
        client.ignoreSSLCertificate();
    }

    @Override
    public void restoreSSLCertificate() {
        client.restoreSSLCertificate();
    }

    @Override
    public boolean isSingleton() {
        return client.isSingleton();
    }

    @Override
    public void close() throws IOException {
        client.close();
    }
}
