package dev.talentpipeline.console.company;

import dev.talentpipeline.console.page.Form;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** What forms send, as the API wants it. */
final class Bodies {

    private Bodies() {}

    /** A form with nothing in it but the key of its one deed. */
    static Form keyed() {
        MultiValueMap<String, String> blank = new LinkedMultiValueMap<>();
        blank.add("key", UUID.randomUUID().toString());
        return Form.of(blank);
    }

    /** The fields that were filled in. */
    static Map<String, Object> of(MultiValueMap<String, String> typed, String... fields) {
        Map<String, Object> body = new LinkedHashMap<>();
        for (String field : fields) {
            String text = OpeningForm.text(typed, field);
            if (text != null) {
                body.put(field, text);
            }
        }
        return body;
    }

    /** Those that are numbers. */
    static void addNumbers(Map<String, Object> body, MultiValueMap<String, String> typed, String... fields) {
        of(typed, fields).forEach((field, text) -> body.put(field, OpeningForm.number(text.toString())));
    }
}
