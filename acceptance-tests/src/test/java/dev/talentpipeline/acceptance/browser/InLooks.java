package dev.talentpipeline.acceptance.browser;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A walk that is done in both languages and on both kinds of screen: in a build in the two looks that have all of these between them, with
 * {@code -Dlooks=all} in all four.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedTest
@MethodSource("dev.talentpipeline.acceptance.browser.Look#ofWalks")
@interface InLooks {}
