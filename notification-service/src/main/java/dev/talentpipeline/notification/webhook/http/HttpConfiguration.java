package dev.talentpipeline.notification.webhook.http;

import dev.talentpipeline.notification.webhook.Bodies;
import dev.talentpipeline.notification.webhook.WebhookSettings;
import java.security.NoSuchAlgorithmException;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** Wires the way out. */
@Configuration(proxyBeanMethods = false)
class HttpConfiguration {

    /** Trusts whom the runtime trusts. */
    @Bean(destroyMethod = "close")
    HttpTargets webhookTargets(WebhookSettings settings) throws NoSuchAlgorithmException {
        return new HttpTargets(
                new CheckedNames(SystemDefaultDnsResolver.INSTANCE, settings.allowedHosts()),
                SSLContext.getDefault(),
                new HttpTargets.Limits(settings.connectTimeout(), settings.answerTimeout(), settings.mostAtOnce()));
    }

    @Bean
    Bodies webhookBodies(JsonMapper mapper) {
        return new JsonBodies(mapper);
    }
}
