/** The demo programme: fictional organisations, a seeded market of students and internships, and its loader. */
@NullMarked
package dev.talentpipeline.stack.demo;

import org.jspecify.annotations.NullMarked;
