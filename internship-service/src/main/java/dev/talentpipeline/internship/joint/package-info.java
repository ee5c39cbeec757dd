/** Joint programmes of one university and one company: their research projects and courses, who took part, and the skills that these attest. */
@NullMarked
package dev.talentpipeline.internship.joint;

import org.jspecify.annotations.NullMarked;
