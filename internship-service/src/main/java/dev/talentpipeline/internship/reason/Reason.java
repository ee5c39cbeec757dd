package dev.talentpipeline.internship.reason;

import dev.talentpipeline.internship.catalogue.Named;
import java.util.stream.Stream;

/**
 * What a party may give as its reason for an act.
 *
 * @param code stable, of letters, digits, hyphens and underscores; unique for the act and never of another meaning
 * @param en in English, for people to read
 * @param zh in Chinese, for people to read
 */
public record Reason(Act act, String code, String en, String zh) implements Named {

    @Override
    public String id() {
        return code;
    }

    @Override
    public Stream<String> names() {
        return Stream.of(code, en, zh);
    }
}
