package dev.talentpipeline.console.gateway;

import java.net.URI;
import java.net.http.HttpClient;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * The client under the gateway. An answer must be whole within its bound, which for a list as a file is as long as a slow line needs; only the
 * streams may stay open as long as both ends like.
 */
@Configuration(proxyBeanMethods = false)
class GatewayConnections {

    private static final Pattern STREAM = Pattern.compile("/api/v1/(notices/stream|programmes/[^/]+/changes)");

    /** By which a list is asked for as a file. */
    private static final Pattern FORMAT = Pattern.compile("(^|.*&)format=.*");

    private static final List<MediaType> TABLES = List.of(
            MediaType.parseMediaType("text/csv"),
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"));

    @Bean
    ClientHttpRequestFactory gatewayRequests(HttpClient serviceConnections, GatewayProperties properties) {
        Executor bodies = Executors.newVirtualThreadPerTaskExecutor();
        JdkClientHttpRequestFactory bounded = factory(serviceConnections, bodies);
        bounded.setReadTimeout(properties.answerTimeout());
        JdkClientHttpRequestFactory files = factory(serviceConnections, bodies);
        files.setReadTimeout(properties.fileTimeout());
        JdkClientHttpRequestFactory unbounded = factory(serviceConnections, bodies);
        return (uri, method) -> {
            ClientHttpRequestFactory factory =
                    STREAM.matcher(uri.getPath()).matches() ? unbounded : asksForAFile(uri) ? files : bounded;
            return factory.createRequest(uri, method);
        };
    }

    private static boolean asksForAFile(URI uri) {
        String query = uri.getRawQuery();
        if (query != null && FORMAT.matcher(query).matches()) {
            return true;
        }
        // Called by the thread that answers the caller.
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes caller
                && accepted(caller.getRequest().getHeader(HttpHeaders.ACCEPT)).stream()
                        .anyMatch(type -> TABLES.stream().anyMatch(type::equalsTypeAndSubtype));
    }

    private static List<MediaType> accepted(@Nullable String accept) {
        try {
            return MediaType.parseMediaTypes(accept);
        } catch (InvalidMediaTypeException e) {
            // Said by whoever answers.
            return List.of();
        }
    }

    private static JdkClientHttpRequestFactory factory(HttpClient client, Executor bodies) {
        JdkClientHttpRequestFactory factory = new JdkClientHttpRequestFactory(client, bodies);
        factory.enableCompression(false);
        return factory;
    }
}
