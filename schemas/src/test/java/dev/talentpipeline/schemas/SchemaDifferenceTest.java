package dev.talentpipeline.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.schemas.SchemaDifference.Change;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.junit.jupiter.api.Test;

class SchemaDifferenceTest {

    private static final Schema FIRST = schema("""
        {"type":"record","name":"Thing","fields":[
          {"name":"id","type":"string","doc":"The id."},
          {"name":"gone","type":["null","long"],"default":null},
          {"name":"state","type":{"type":"enum","name":"State","symbols":["UNKNOWN","OLD"],"default":"UNKNOWN"},"default":"UNKNOWN"},
          {"name":"at","type":{"type":"long","logicalType":"timestamp-millis"}},
          {"name":"parts","type":{"type":"array","items":{"type":"record","name":"Part","fields":[
            {"name":"level","type":"int","default":1},{"name":"inner","type":["null","Thing"],"default":null}]}}}]}
        """);

    private static final Schema SECOND = schema("""
        {"type":"record","name":"Thing","fields":[
          {"name":"id","type":"string","doc":"Its id."},
          {"name":"state","type":{"type":"enum","name":"State","symbols":["UNKNOWN","NEW"],"default":"UNKNOWN"},"default":"UNKNOWN"},
          {"name":"at","type":"long"},
          {"name":"parts","type":{"type":"array","items":{"type":"record","name":"Part","fields":[
            {"name":"level","type":"int","default":2},{"name":"inner","type":["null","Thing"],"default":null},
            {"name":"words","type":{"type":"array","items":"string"},"default":[]}]}}}]}
        """);

    @Test
    void isToldFieldByField() {
        assertThat(SchemaDifference.between(FIRST, SECOND))
                .containsExactly(
                        new SchemaDifference("gone", Change.REMOVED, "null | long", null),
                        new SchemaDifference("state", Change.SYMBOL_REMOVED, "OLD", null),
                        new SchemaDifference("state", Change.SYMBOL_ADDED, null, "NEW"),
                        new SchemaDifference("at", Change.TYPE, "timestamp-millis", "long"),
                        new SchemaDifference("parts[].level", Change.DEFAULT, "1", "2"),
                        new SchemaDifference("parts[].words", Change.ADDED, null, "string[] = []"));
    }

    @Test
    void wordsAreNoDifference() {
        assertThat(SchemaDifference.between(FIRST, schema(FIRST.toString().replace("The id.", "Another word."))))
                .isEmpty();
    }

    @Test
    void aSchemaIsKnownByTheTextThatTheRegistryGivesBack() {
        for (Topic<?> topic : Topics.ALL) {
            Schema compiled = SpecificData.get().getSchema(topic.type());
            assertThat(SchemaFingerprint.of(schema(compiled.toString())))
                    .as(topic.name())
                    .isEqualTo(SchemaFingerprint.compiledFor(topic));
        }
        assertThat(SchemaFingerprint.of(FIRST)).isNotEqualTo(SchemaFingerprint.of(SECOND));
    }

    private static Schema schema(String text) {
        return new Schema.Parser().parse(text);
    }
}
