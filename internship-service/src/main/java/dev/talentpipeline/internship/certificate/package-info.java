/** Certificates that people hold for occupations, the skills that these stand for, and whether their university has seen them. */
@NullMarked
package dev.talentpipeline.internship.certificate;

import org.jspecify.annotations.NullMarked;
