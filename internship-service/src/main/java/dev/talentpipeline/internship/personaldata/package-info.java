/** A person's own data: read and taken along, withdrawn from the market, erased. */
@NullMarked
package dev.talentpipeline.internship.personaldata;

import org.jspecify.annotations.NullMarked;
