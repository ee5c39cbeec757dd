package dev.talentpipeline.console.address;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Where the page is read that answers a form with its faults. Such an answer bears the address that the form was sent to, which often takes no
 * GET: what leads to the same page again, its language link and its live parts, goes here. Without it the form's own address is read.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface ShownAt {

    /**
     * The address; names in braces are those of variables of the form's path, or of its fields. A parameter whose field was not sent is left out:
     * {@code /university/openings?programme={programme}}.
     */
    String value();
}
