package dev.talentpipeline.benchmarks.flow;

import static dev.talentpipeline.benchmarks.load.FileImport.expect;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.talentpipeline.benchmarks.load.Cohort;
import dev.talentpipeline.benchmarks.load.FileImport;
import dev.talentpipeline.stack.client.PipelineClient;
import dev.talentpipeline.stack.client.PipelineSession;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.common.utils.Utils;

/**
 * Programmes of their own with a place for everybody, so that each profile that is entered becomes an offer and none waits for another's answer. There is one in each partition: what
 * is measured is the same from run to run, and not where names happen to fall.
 */
final class OpenMarket {

    private static final List<String> REGIONS = List.of("CN-BJ", "CN-SH", "CN-GD", "CN-SC");

    /** As an opening may have; four of them are more than come to a programme. */
    private static final int MOST_SEATS = 10_000;

    private final List<String> programmes;
    private final PipelineSession university;

    /**
     * @param seats of each opening, as far as it may have so many: as many as students come
     */
    OpenMarket(PipelineClient client, int partitions, int seats) {
        university = client.as(client.stack().clientWithRole("UNIVERSITY").org());
        programmes = IntStream.range(0, partitions)
                .mapToObj(partition -> Stream.generate(
                                () -> "flow-" + UUID.randomUUID().toString().substring(0, 8))
                        .filter(name -> partition(name, partitions) == partition)
                        .findFirst()
                        .orElseThrow())
                .toList();
        PipelineSession company =
                client.as(client.stack().clientWithRole("COMPANY").org());
        for (String programme : programmes) {
            expect(client.operations()
                    .put("/api/v1/programmes/" + programme, Map.of("name", "Flow", "clearingInterval", "PT0.2S")));
            REGIONS.forEach(region -> expect(company.put(
                    "/api/v1/programmes/%s/internships/%s".formatted(programme, region), opening(region, seats))));
        }
    }

    /** As the pipeline places the events of a programme. */
    private static int partition(String programme, int partitions) {
        return Utils.toPositive(Utils.murmur2(programme.getBytes(UTF_8))) % partitions;
    }

    private static Map<String, Object> opening(String region, int seats) {
        return Map.ofEntries(
                Map.entry("title", "Internship in " + region),
                Map.entry("description", "With a mentor."),
                Map.entry("occupation", "ai-engineer"),
                Map.entry("region", region),
                Map.entry("startsOn", "2027-03-01"),
                Map.entry("weeks", 16),
                Map.entry("daysPerWeek", 3),
                Map.entry("stipend", 4000),
                Map.entry("seats", Math.min(seats, MOST_SEATS)),
                Map.entry("minimumDegree", "BACHELOR"));
    }

    List<String> programmes() {
        return programmes;
    }

    /** A file of students that was read and looked at, and is entered when it is committed; numbers go round the programmes. */
    FileImport prepared(int number, int students) throws InterruptedException {
        String prefix = UUID.randomUUID().toString().substring(0, 8);
        return FileImport.read(
                university,
                programmes.get(number % programmes.size()),
                "STUDENTS",
                new Cohort(prefix).csv(students, 0));
    }
}
