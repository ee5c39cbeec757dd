/** Lists as files over HTTP. */
@NullMarked
package dev.talentpipeline.internship.exports.web;

import org.jspecify.annotations.NullMarked;
