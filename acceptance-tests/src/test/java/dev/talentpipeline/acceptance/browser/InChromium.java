package dev.talentpipeline.acceptance.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A test that needs a Chromium: skipped on a machine without one, unless {@code -Dbrowser=required} forbids that. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(InChromium.Condition.class)
@interface InChromium {

    /** Whether there is one; and in the end, whether the pages were quick, each by itself. */
    final class Condition implements ExecutionCondition, AfterAllCallback {

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            if (Chromium.program().isPresent()) {
                return ConditionEvaluationResult.enabled("There is a Chromium.");
            }
            String reason =
                    "No Chromium was found on the search path, nor at -Dchromium=…. Maybe install the package chromium.";
            if (System.getProperty("browser", "").equals("required")) {
                throw new IllegalStateException(reason);
            }
            return ConditionEvaluationResult.disabled(reason);
        }

        @Override
        public void afterAll(ExtensionContext context) {
            System.out.println(Visits.summary());
            if (Visits.areMany()) {
                assertThat(Visits.slowPages())
                        .as("pages that half of their visits could not use within %.0f ms", Visits.LONGEST_MS)
                        .isEmpty();
            }
        }
    }
}
