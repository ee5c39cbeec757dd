package dev.talentpipeline.kit.description;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says of a field of a body what it has to be. Bodies are read as text with nothing required, so that all faults can be told at once in the words of this API;
 * whoever writes one wants to know, and a generated client wants types.
 */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface Described {

    /** The type that the text, or each text of a list, is read as: a date, an instant, a duration, an id, an enum. */
    Class<?> as() default Void.class;

    /** Whether it must be there. */
    boolean required() default false;
}
