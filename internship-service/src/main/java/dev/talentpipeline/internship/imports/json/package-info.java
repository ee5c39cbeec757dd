/** Documents of published standards as rows: JSON Resume, and JobPosting of schema.org as JSON-LD. */
@NullMarked
package dev.talentpipeline.internship.imports.json;

import org.jspecify.annotations.NullMarked;
