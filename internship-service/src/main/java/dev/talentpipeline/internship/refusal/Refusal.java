package dev.talentpipeline.internship.refusal;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Why a request was not carried out. Each kind says it in the caller's terms; how it is rendered is for the edge to know. */
public sealed interface Refusal {

    /** Fields that are not what they must be, all of them at once. */
    record Invalid(List<Violation> violations) implements Refusal {
        public Invalid {
            violations = List.copyOf(violations);
        }
    }

    /** Nothing of that id, or something the caller may not know of: the two look the same. */
    record NotFound(String what, String id) implements Refusal {}

    /** The caller may see it but not do this to it. */
    record Forbidden(String detail) implements Refusal {}

    /**
     * The request is sound, but what it concerns is in a state that rules it out.
     *
     * @param type stable name of the problem, in kebab case
     * @param facts what the caller needs to go on, such as the state
     */
    record Conflict(String type, String detail, Map<String, Object> facts) implements Refusal {
        public Conflict {
            facts = Map.copyOf(facts);
        }
    }

    /**
     * The request is well formed, but names something that does not hold here.
     *
     * @param type stable name of the problem, in kebab case
     * @param facts what the caller needs to go on, such as the nearest ids
     */
    record Unprocessable(
            String type,
            String detail,
            @Nullable String field,
            @Nullable Object value,
            @Nullable String remedy,
            Map<String, Object> facts)
            implements Refusal {
        public Unprocessable {
            facts = Map.copyOf(facts);
        }
    }

    /** What the caller means to change is not what they saw. */
    record Outdated(String detail, String remedy, Map<String, Object> facts) implements Refusal {
        public Outdated {
            facts = Map.copyOf(facts);
        }
    }

    /**
     * The caller has done this too often and may go on later.
     *
     * @param type stable name of the problem, in kebab case
     * @param after which time it is worth trying again
     */
    record TooOften(String type, String detail, Duration after) implements Refusal {}

    /** One field that is wrong: which, what it holds, and what would be right. */
    record Violation(String field, @Nullable Object value, String remedy) {}

    /** This refusal, to be thrown out of a transaction so that nothing of it stays. */
    default RefusedException asException() {
        return new RefusedException(this);
    }
}
