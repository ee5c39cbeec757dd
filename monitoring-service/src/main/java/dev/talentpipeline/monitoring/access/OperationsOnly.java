package dev.talentpipeline.monitoring.access;

import dev.talentpipeline.kit.problem.Problem;
import dev.talentpipeline.kit.security.Caller;
import dev.talentpipeline.kit.security.Role;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Every call of this service is for operations alone, which is said once, so that no call can be without it. */
@Configuration(proxyBeanMethods = false)
class OperationsOnly implements WebMvcConfigurer {

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new RoleCheck())
                .addPathPatterns("/api/**")
                // Before anything that answers by itself.
                .order(Ordered.HIGHEST_PRECEDENCE);
    }

    private static final class RoleCheck implements HandlerInterceptor {

        @Override
        public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
            if (Caller.current().filter(caller -> caller.is(Role.OPERATIONS)).isEmpty()) {
                throw Problem.of(HttpStatus.FORBIDDEN, "forbidden", "Only operations may look at what flows.")
                        .remedy("Ask operations; what became of an offer stands in its history.")
                        .asException();
            }
            return true;
        }
    }
}
