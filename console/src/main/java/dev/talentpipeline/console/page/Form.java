package dev.talentpipeline.console.page;

import dev.talentpipeline.console.api.Reading;
import dev.talentpipeline.console.api.Why;
import dev.talentpipeline.console.api.Why.AtField;
import dev.talentpipeline.console.identity.Refusal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A form as it is shown: what was typed, or what it begins with, and where a service refused it, what is wrong at which field. Fields
 * bear the API's names, so that a refusal finds them: `requiredSkills[1].level` is a fault of the field `requiredSkills`.
 */
public final class Form {

    private final String name;
    private final Map<String, List<String>> typed;
    private final @Nullable Why why;
    private final @Nullable String unreachable;

    private Form(String name, Map<String, List<String>> typed, @Nullable Why why, @Nullable String unreachable) {
        this.name = name;
        this.typed = typed;
        this.why = why;
        this.unreachable = unreachable;
    }

    /** An empty one. */
    public static Form blank() {
        return new Form("", Map.of(), null, null);
    }

    /** One that holds these values: the request's parameters, or what the thing to change has now. */
    public static Form of(Map<String, ? extends List<String>> values) {
        return new Form("", Map.copyOf(values), null, null);
    }

    /** The same with what came of sending it; an answer that was good changes nothing. */
    public Form answered(Reading<?> answer) {
        return switch (answer) {
            case Reading.Loaded<?> loaded -> this;
            case Reading.Refused<?> refused -> new Form(name, typed, refused.why(), null);
            case Reading.Unreachable<?> away -> new Form(name, typed, null, away.serviceName());
        };
    }

    /** The same with why it was refused where it was; nothing of it is asked of a service. */
    Form refused(@Nullable Refusal refusal) {
        return refusal == null ? this : new Form(name, typed, Forms.why(refusal), null);
    }

    /**
     * What one form of a page that has several sent, each of which gives its name in a field called {@code form}: nothing, and no fault, if it was
     * another one that was sent.
     */
    public Form sentBy(String form) {
        return value("form").equals(form)
                ? new Form(form, typed, why, unreachable)
                : new Form(form, Map.of(), null, null);
    }

    /** The name of the one form whose fields these are; empty for all of a page. */
    public String getName() {
        return name;
    }

    /** The same with this value in a field that was not sent. */
    public Form beginningWith(String field, @Nullable Object value) {
        if (value == null || typed.containsKey(field)) {
            return this;
        }
        Map<String, List<String>> begun = new HashMap<>(typed);
        begun.put(field, List.of(value.toString()));
        return new Form(name, begun, why, unreachable);
    }

    /** The id of the field's element, of which there is one on the page: two forms of it may have a field of the same name. */
    public String id(String field) {
        String form = name.isEmpty() ? value("form") : name;
        return form.isEmpty() ? field : form + "-" + field;
    }

    public boolean isRefused() {
        return why != null || unreachable != null;
    }

    /** The service that did not answer, if it was that. */
    public @Nullable String getUnreachable() {
        return unreachable;
    }

    public String getType() {
        return why == null ? "" : why.type();
    }

    public @Nullable String getDetail() {
        return why == null || why.detail().isEmpty() ? null : why.detail();
    }

    public @Nullable String getRemedy() {
        return why == null ? null : why.remedy();
    }

    public List<AtField> getFaults() {
        return why == null ? List.of() : why.fields();
    }

    /** What is wrong with the field or with something inside of it; null if nothing is. */
    public @Nullable AtField fault(String field) {
        return getFaults().stream()
                .filter(fault ->
                        fault.field().equals(field) || root(fault.field()).equals(field))
                .findFirst()
                .orElse(null);
    }

    /** The field of the form in which the API's field stands. */
    public String root(String field) {
        return field.split("[.\\[]", 2)[0];
    }

    /** The one value of a field; empty if there is none. */
    public String value(String field) {
        List<String> values = values(field);
        return values.isEmpty() ? "" : values.getFirst();
    }

    public List<String> values(String field) {
        List<String> values = typed.get(field);
        return values == null ? List.of() : values;
    }

    /** Whether this is chosen. */
    public boolean has(String field, String value) {
        return values(field).contains(value);
    }
}
