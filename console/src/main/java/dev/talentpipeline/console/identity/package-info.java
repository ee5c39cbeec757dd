/** Who somebody is: accounts of people and machines, their role and organisation. Knows no framework. */
@NullMarked
package dev.talentpipeline.console.identity;

import org.jspecify.annotations.NullMarked;
