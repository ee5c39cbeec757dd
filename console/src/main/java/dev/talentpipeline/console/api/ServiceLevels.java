package dev.talentpipeline.console.api;

import dev.talentpipeline.console.identity.Identity;
import dev.talentpipeline.console.services.Service;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What operations promises of the pipeline's pace. Safe for many threads. */
@Component
public final class ServiceLevels {

    private final Api api;

    ServiceLevels(Api api) {
        this.api = api;
    }

    /** Every level. */
    public Reading<Listing<ServiceLevel>> all(Identity caller) {
        return api.list(caller, Service.MONITORING, ApiPath.of("service-levels"), ServiceLevel.class);
    }

    public Reading<ServiceLevel.Shown> one(Identity caller, String level) {
        return api.get(caller, Service.MONITORING, ApiPath.of("service-levels", level), ServiceLevel.Shown.class);
    }

    /** Sets what is promised; what is null is nothing that can be sent, and the service says then what it takes. */
    public Reading<ServiceLevel.Shown> set(
            Identity caller,
            String level,
            @Nullable Duration within,
            @Nullable BigDecimal objective,
            @Nullable Duration over) {
        Map<String, Object> body = new HashMap<>();
        if (within != null) {
            body.put("within", within.toString());
        }
        if (objective != null) {
            body.put("objective", objective);
        }
        if (over != null) {
            body.put("over", over.toString());
        }
        return api.put(caller, Service.MONITORING, ApiPath.of("service-levels", level), body, ServiceLevel.Shown.class);
    }
}
