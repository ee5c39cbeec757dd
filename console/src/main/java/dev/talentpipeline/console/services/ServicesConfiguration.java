package dev.talentpipeline.console.services;

import dev.talentpipeline.console.ConsoleProperties;
import dev.talentpipeline.console.ConsoleProperties.ServiceAddresses;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One HTTP client for everything: its connections to a service are kept open and shared. */
@Configuration(proxyBeanMethods = false)
class ServicesConfiguration {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);

    @Bean(destroyMethod = "shutdownNow")
    HttpClient serviceConnections() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT_TIMEOUT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .build();
    }

    @Bean
    ServiceClient serviceClient(HttpClient serviceConnections, ConsoleProperties properties) {
        ServiceAddresses services = properties.services();
        return new ServiceClient(
                serviceConnections,
                Map.of(
                        Service.INTERNSHIP, services.internship(),
                        Service.MATCHING, services.matching(),
                        Service.NOTIFICATION, services.notification(),
                        Service.MONITORING, services.monitoring()));
    }
}
