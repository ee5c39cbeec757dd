package dev.talentpipeline.console.architecture.violation.access;

import org.springframework.util.StringUtils;

/** Breaks: the model of access knows no framework. */
public class SpringInAccess {

    public boolean given(String token) {
        return StringUtils.hasText(token);
    }
}
