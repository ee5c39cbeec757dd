package dev.talentpipeline.console.page;

import dev.talentpipeline.console.api.Why;
import dev.talentpipeline.console.api.Why.AtField;
import dev.talentpipeline.console.identity.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Makes forms of pages about accounts, whose controllers know of accounts only: they say what was typed and why it was refused. */
public final class Forms {

    Forms() {}

    /**
     * A form.
     *
     * @param typed null: nothing was sent
     * @param refusal null: nothing was refused
     */
    public Form of(@Nullable Map<String, List<String>> typed, @Nullable Refusal refusal) {
        return (typed == null ? Form.blank() : Form.of(typed)).refused(refusal);
    }

    static Why why(Refusal refusal) {
        String field = refusal.field();
        return new Why(
                HttpStatus.UNPROCESSABLE_CONTENT.value(),
                refusal.reason().type(),
                refusal.detail(),
                refusal.remedy(),
                field == null
                        ? List.of()
                        : List.of(new AtField(field, Objects.toString(refusal.value(), null), refusal.remedy())));
    }
}
