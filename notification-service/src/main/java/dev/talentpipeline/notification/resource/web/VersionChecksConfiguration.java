package dev.talentpipeline.notification.resource.web;

import dev.talentpipeline.kit.problem.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Refuses {@code If-Match} where a change would be made without a look at it. */
@Configuration(proxyBeanMethods = false)
class VersionChecksConfiguration {

    @Bean
    WebMvcConfigurer checkedVersions() {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new UncheckedIsRefused()).addPathPatterns("/api/v1/**");
            }
        };
    }

    private static final class UncheckedIsRefused implements HandlerInterceptor {

        @Override
        public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
            if (request.getHeader(HttpHeaders.IF_MATCH) != null
                    && !request.getMethod().equals("GET")
                    && !request.getMethod().equals("HEAD")
                    && handler instanceof HandlerMethod method
                    && !checks(method)) {
                throw Problem.of(HttpStatus.BAD_REQUEST, "version-not-checked", "This call does not look at If-Match.")
                        .field(HttpHeaders.IF_MATCH)
                        .value(request.getHeader(HttpHeaders.IF_MATCH))
                        .remedy("Leave it out. What the state does not allow is refused by itself.")
                        .asException();
            }
            return true;
        }

        private static boolean checks(HandlerMethod method) {
            return Arrays.stream(method.getMethodParameters())
                    .map(parameter -> parameter.getParameterAnnotation(RequestHeader.class))
                    .anyMatch(header -> header != null && HttpHeaders.IF_MATCH.equalsIgnoreCase(nameOf(header)));
        }

        /** The two say the same, and either may be the one that is given. */
        private static String nameOf(RequestHeader header) {
            return header.name().isEmpty() ? header.value() : header.name();
        }
    }
}
