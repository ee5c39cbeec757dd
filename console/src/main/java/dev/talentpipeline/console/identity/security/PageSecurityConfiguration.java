package dev.talentpipeline.console.identity.security;

import dev.talentpipeline.console.ConsoleProperties;
import dev.talentpipeline.console.identity.security.CheckingPasswords.HeldSignInException;
import dev.talentpipeline.console.problem.Problem;
import dev.talentpipeline.console.problem.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.firewall.RequestRejectedHandler;

/** Sign-in by form, sign-out, and which role sees which page. Everything not named here needs a session. */
@Configuration(proxyBeanMethods = false)
class PageSecurityConfiguration {

    @Bean
    @Order(4)
    SecurityFilterChain pageSecurity(
            HttpSecurity http, SecurityContextRepository sessions, CurrentSessions current, ProviderSignIns providers) {
        return http.authorizeHttpRequests(requests -> requests.requestMatchers(
                                "/sign-in",
                                "/enter/**",
                                "/claim/**",
                                "/invitation/**",
                                "/password-reset",
                                "/unsubscribe/**",
                                "/css/**",
                                "/js/**",
                                "/webjars/**",
                                "/error",
                                "/v3/api-docs/**",
                                "/swagger-ui.html",
                                "/live/**",
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
                // What is stopped by the link in a mail is sent by mail programs, with no session that could be
                // misused.
                .csrf(csrf -> csrf.ignoringRequestMatchers("/unsubscribe/**"))
                .formLogin(form -> form.loginPage("/sign-in")
                        .defaultSuccessUrl("/")
                        .failureHandler(PageSecurityConfiguration::sayWhy))
                .oauth2Login(providers::into)
                .logout(out -> out.logoutUrl("/sign-out")
                        .logoutSuccessUrl("/sign-in?out")
                        .deleteCookies("TALENTPIPELINE"))
                .securityContext(context -> context.securityContextRepository(sessions))
                .addFilterBefore(current.filter(), AnonymousAuthenticationFilter.class)
                .headers(SecurityHeaders::write)
                .build();
    }

    /** A wrong name, a wrong password and a deactivated account look the same. */
    private static void sayWhy(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        response.sendRedirect(
                failure instanceof HeldSignInException held ? "/sign-in?wait=" + held.waitSeconds() : "/sign-in?error");
    }

    /** A browser sends the cookie over TLS only where it reaches the console by TLS, even if a proxy ends it before. */
    @Bean
    ServletContextInitializer secureSessionCookie(ConsoleProperties properties) {
        return context -> context.getSessionCookieConfig()
                .setSecure("https".equals(properties.issuer().getScheme()));
    }

    @Bean
    SecurityContextRepository sessions() {
        return new HttpSessionSecurityContextRepository();
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
