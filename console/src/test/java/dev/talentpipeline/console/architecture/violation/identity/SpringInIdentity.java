package dev.talentpipeline.console.architecture.violation.identity;

import org.springframework.util.StringUtils;

/** Breaks: the model of identity knows no framework. */
public class SpringInIdentity {

    public boolean known(String name) {
        return StringUtils.hasText(name);
    }
}
