package dev.talentpipeline.internship.resource.web;

import dev.talentpipeline.kit.problem.Problem;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Describes {@code If-Match} where it is checked, and refuses it where a change would be made without a look at it. */
@Configuration(proxyBeanMethods = false)
class VersionChecksConfiguration {

    @Bean
    OperationCustomizer describedVersionChecks() {
        return (operation, handler) -> {
            if (handler.hasMethodAnnotation(ChecksVersion.class)) {
                operation.addParametersItem(new HeaderParameter()
                        .name(HttpHeaders.IF_MATCH)
                        .description("the ETag of what is to be changed; without it whatever is there is changed")
                        .schema(new StringSchema()));
                operation.getResponses().addApiResponse("412", new ApiResponse().description("It has another version"));
            }
            return operation;
        };
    }

    @Bean
    WebMvcConfigurer checkedVersions() {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new UncheckedIsRefused()).addPathPatterns("/api/**");
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
                    && !method.hasMethodAnnotation(ChecksVersion.class)) {
                throw Problem.of(HttpStatus.BAD_REQUEST, "version-not-checked", "This call does not look at If-Match.")
                        .field(HttpHeaders.IF_MATCH)
                        .value(request.getHeader(HttpHeaders.IF_MATCH))
                        .remedy("Leave it out. What the state does not allow is refused by itself.")
                        .asException();
            }
            return true;
        }
    }
}
