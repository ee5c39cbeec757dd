package dev.talentpipeline.internship.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/**
 * What readers are told that they could do with something, held against what the service does: everything that is said is done, and what is not said
 * changes nothing.
 *
 * @param fresh makes one more of it, in the state that is looked at; gives what it is known by
 * @param reading gives it to whoever may read it, and nothing of it to others
 * @param deeds each by the name under which it is said
 */
public record Possible(
        Supplier<String> fresh,
        BiFunction<Api, String, JsonNode> reading,
        Map<String, BiFunction<Api, String, Api.Answer>> deeds) {

    /** Of what is read at its own address, which it is known by. */
    public static Possible at(Supplier<String> fresh, Map<String, BiFunction<Api, String, Api.Answer>> deeds) {
        return new Possible(fresh, (reader, path) -> reader.get(path).json(), deeds);
    }

    /** What each reader is told, without those who are told nothing; the first of them sees whatever changes. */
    public Map<String, String> holds(Map<String, Api> readers) {
        Api witness = readers.values().iterator().next();
        Map<String, String> told = new LinkedHashMap<>();
        readers.forEach((name, reader) -> {
            List<String> said = checked(name, reader, witness);
            if (!said.isEmpty()) {
                told.put(name, String.join(", ", said));
            }
        });
        return told;
    }

    private List<String> checked(String name, Api reader, Api witness) {
        String one = fresh.get();
        List<String> said = reading.apply(reader, one)
                .path("possible")
                .valueStream()
                .map(JsonNode::asString)
                .filter(deeds::containsKey)
                .toList();
        Function<String, String> stands = known -> standing(reading.apply(witness, known));
        String before = stands.apply(one);
        deeds.forEach((deed, doing) -> {
            if (!said.contains(deed)) {
                Api.Answer answer = doing.apply(reader, one);
                assertThat(stands.apply(one))
                        .as("%s by %s, answered %d", deed, name, answer.status())
                        .isEqualTo(before);
            }
        });
        said.forEach(deed -> {
            String another = fresh.get();
            Api.Answer answer = deeds.get(deed).apply(reader, another);
            assertThat(answer.status())
                    .as("%s by %s: %s", deed, name, answer.json())
                    .isBetween(200, 299);
        });
        return said;
    }

    private static String standing(JsonNode read) {
        return "%s %s".formatted(read.path("state"), read.path("version"));
    }
}
