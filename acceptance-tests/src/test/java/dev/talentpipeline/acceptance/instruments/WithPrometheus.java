package dev.talentpipeline.acceptance.instruments;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A test that needs the machine's own Prometheus: skipped on a machine without one, unless {@code -Dprometheus=required} forbids that. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(WithPrometheus.Condition.class)
@interface WithPrometheus {

    /** Whether there is one, with its tool. */
    final class Condition implements ExecutionCondition {

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            if (Programs.find("prometheus").isPresent()
                    && Programs.find("promtool").isPresent()) {
                return ConditionEvaluationResult.enabled("There is a Prometheus.");
            }
            String reason =
                    "No prometheus and promtool were found on the search path. Maybe install the package prometheus.";
            if (System.getProperty("prometheus", "").equals("required")) {
                throw new IllegalStateException(reason);
            }
            return ConditionEvaluationResult.disabled(reason);
        }
    }
}
