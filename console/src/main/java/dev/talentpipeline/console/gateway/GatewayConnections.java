package dev.talentpipeline.console.gateway;

import java.net.http.HttpClient;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;

/**
 * The client under the gateway. An answer must be whole within its bound; only the stream of notices may stay open as long as
 * both ends like.
 */
@Configuration(proxyBeanMethods = false)
class GatewayConnections {

    private static final String STREAM = "/api/v1/notices/stream";

    @Bean
    ClientHttpRequestFactory gatewayRequests(HttpClient serviceConnections, GatewayProperties properties) {
        Executor bodies = Executors.newVirtualThreadPerTaskExecutor();
        JdkClientHttpRequestFactory bounded = factory(serviceConnections, bodies);
        bounded.setReadTimeout(properties.answerTimeout());
        JdkClientHttpRequestFactory unbounded = factory(serviceConnections, bodies);
        return (uri, method) -> (STREAM.equals(uri.getPath()) ? unbounded : bounded).createRequest(uri, method);
    }

    private static JdkClientHttpRequestFactory factory(HttpClient client, Executor bodies) {
        JdkClientHttpRequestFactory factory = new JdkClientHttpRequestFactory(client, bodies);
        factory.enableCompression(false);
        return factory;
    }
}
