package dev.talentpipeline.internship.resource.web;

import dev.talentpipeline.internship.resource.SeenVersion;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says of a call that changes something that it asks {@link SeenVersion} first, so that it may come with {@code If-Match}. */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface ChecksVersion {}
