package dev.talentpipeline.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.schemas.WriterReport.Written;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class WriterReportTest {

    @Test
    void isReadAsItWasWritten() {
        var report = new WriterReport(
                100,
                37,
                List.of(
                        new Written(132, "spring", 9),
                        new Written(133, "spring/77d2", 2),
                        new Written(136, "a b:c/d e:1", 3),
                        new Written(138, "demo/91ab", 1),
                        new Written(139, "demo/3f0c", 4)));

        assertThat(report.encoded())
                .isEqualTo(
                        "w1 from=100 records=37 tail=139:demo/3f0c:4 138:/91ab:1 136:a+b%3Ac/d+e%3A1:3 133:spring/77d2:2 132:spring:9");
        assertThat(WriterReport.parse(report.encoded())).contains(report);
    }

    @Test
    void anAccountThatListsNothingIsReadToo() {
        assertThat(WriterReport.parse("w1 from=100 records=37")).contains(new WriterReport(100, 37, List.of()));
        assertThat(new WriterReport(100, 37, List.of()).encoded()).isEqualTo("w1 from=100 records=37");
        assertThat(WriterReport.parse("r1 from=1 applied=1 duplicate=0 dead=0 other=0 tail="))
                .isEmpty();
        assertThat(WriterReport.parse("w1 from=100 records=37 tail=demo")).isEmpty();
        assertThat(WriterReport.parse(null)).isEmpty();
    }

    @Test
    void whatDoesNotFitIsTheOldest() {
        String programme = UUID.randomUUID().toString();
        List<Written> many = LongStream.range(0, WriterReport.MOST_LISTED)
                .mapToObj(offset -> new Written(
                        10_000_000 + offset, programme + "/" + UUID.randomUUID().toString(), 12))
                .toList();

        String encoded = new WriterReport(0, 10_000_000, many).encoded();

        // What a broker takes beside an offset unless it is told otherwise.
        assertThat(encoded).hasSizeLessThan(4_096);
        List<Written> left = WriterReport.parse(encoded).orElseThrow().tail();
        assertThat(left).hasSizeBetween(50, many.size() - 1);
        assertThat(left).isEqualTo(many.subList(many.size() - left.size(), many.size()));
    }
}
