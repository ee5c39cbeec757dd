package dev.talentpipeline.console.identity.web;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.servers.Server;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the OpenAPI document of the console's own calls says of all of them. */
@Configuration(proxyBeanMethods = false)
class AccountsDescription {

    @Bean
    OpenAPI ownCalls() {
        return new OpenAPI()
                .info(new Info().title("Talent Pipeline: accounts").version("v1"))
                .addServersItem(new Server().url("/"));
    }
}
