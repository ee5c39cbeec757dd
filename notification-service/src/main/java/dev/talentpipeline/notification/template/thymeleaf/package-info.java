/** The bilingual templates under {@code resources/templates}, filled in by Thymeleaf. */
@NullMarked
package dev.talentpipeline.notification.template.thymeleaf;

import org.jspecify.annotations.NullMarked;
