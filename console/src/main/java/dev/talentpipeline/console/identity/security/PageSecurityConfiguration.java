package dev.talentpipeline.console.identity.security;

import dev.talentpipeline.console.identity.Account.Kind;
import dev.talentpipeline.console.identity.Accounts;
import dev.talentpipeline.console.problem.Problem;
import dev.talentpipeline.console.problem.Problems;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.firewall.RequestRejectedHandler;

/** Sign-in by form, sign-out, and which role sees which page. Everything not named here needs a session. */
@Configuration(proxyBeanMethods = false)
class PageSecurityConfiguration {

    @Bean
    @Order(3)
    SecurityFilterChain pageSecurity(HttpSecurity http, SecurityContextRepository sessions) {
        return http.authorizeHttpRequests(requests -> requests.requestMatchers(
                                "/sign-in",
                                "/enter",
                                "/css/**",
                                "/error",
                                "/v3/api-docs/**",
                                "/swagger-ui.html",
                                "/actuator/health/**",
                                "/actuator/prometheus")
                        .permitAll()
                        .requestMatchers("/university/**")
                        .hasRole("UNIVERSITY")
                        .requestMatchers("/company/**")
                        .hasRole("COMPANY")
                        .requestMatchers("/student/**")
                        .hasRole("STUDENT")
                        .requestMatchers("/operations/**")
                        .hasRole("OPERATIONS")
                        .anyRequest()
                        .authenticated())
                .formLogin(form -> form.loginPage("/sign-in").defaultSuccessUrl("/"))
                .logout(out -> out.logoutUrl("/sign-out")
                        .logoutSuccessUrl("/sign-in?out")
                        .deleteCookies("TALENTPIPELINE"))
                .securityContext(context -> context.securityContextRepository(sessions))
                .headers(SecurityHeaders::write)
                .build();
    }

    @Bean
    SecurityContextRepository sessions() {
        return new HttpSessionSecurityContextRepository();
    }

    @Bean
    UserDetailsService users(Accounts accounts) {
        return name -> accounts.find(Kind.USER, name)
                .map(SignedIn::byPassword)
                .orElseThrow(() -> new UsernameNotFoundException("There is no user of that name."));
    }

    @Bean
    PasswordEncoder passwords(BCryptHashing hashing) {
        return hashing.encoder(Kind.USER);
    }

    /** A URL that tries to be read in two ways is refused before any chain sees it. */
    @Bean
    RequestRejectedHandler malformedUrls(Problems problems) {
        Problem malformed = Problem.of(
                        400, "malformed-url", "The URL or a header holds characters that are not allowed.")
                .remedy(
                        "Encode ids for a URL path, and use ids without slashes, backslashes, semicolons and percent signs.");
        return (request, response, e) -> problems.write(malformed, request, response);
    }
}
