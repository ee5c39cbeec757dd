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
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Describes {@code If-Match} and {@code If-None-Match} where they are checked, and refuses them where a change would be made without a look at them. */
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
                if (handler.hasMethodAnnotation(PutMapping.class)) {
                    operation.addParametersItem(new HeaderParameter()
                            .name(HttpHeaders.IF_NONE_MATCH)
                            .description("*: only where there is none yet")
                            .schema(new StringSchema()));
                }
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
            if (!request.getMethod().equals("GET")
                    && !request.getMethod().equals("HEAD")
                    && handler instanceof HandlerMethod method
                    && !method.hasMethodAnnotation(ChecksVersion.class)) {
                refuse(request, HttpHeaders.IF_MATCH);
                refuse(request, HttpHeaders.IF_NONE_MATCH);
            }
            return true;
        }

        private static void refuse(HttpServletRequest request, String header) {
            if (request.getHeader(header) != null) {
                throw Problem.of(
                                HttpStatus.BAD_REQUEST,
                                "version-not-checked",
                                "This call does not look at %s.".formatted(header))
                        .field(header)
                        .value(request.getHeader(header))
                        .remedy("Leave it out. What the state does not allow is refused by itself.")
                        .asException();
            }
        }
    }
}
