package dev.talentpipeline.internship.student;

import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.events.StudentProfile;
import dev.talentpipeline.internship.support.Api;
import dev.talentpipeline.internship.support.Bodies;
import dev.talentpipeline.internship.support.Market;
import dev.talentpipeline.internship.support.Participants;
import dev.talentpipeline.internship.support.RunningService;
import dev.talentpipeline.internship.support.TopicReader;
import dev.talentpipeline.schemas.EventCodec;
import dev.talentpipeline.schemas.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A cohort posted at once. */
@RunningService
class PostingManyStudentsIT {

    private static final int STUDENTS = 1_000;
    private static final int CONNECTIONS = 16;

    @Autowired
    Participants participants;

    @Autowired
    Market market;

    @Autowired
    EventCodec codec;

    @Test
    void everyAcknowledgedStudentIsTold() throws Exception {
        String programme = market.programme();
        Api university = participants.university(Market.UNIVERSITY);
        long startNanos = System.nanoTime();

        List<Future<Api.Answer>> posted = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS)) {
            for (int i = 0; i < STUDENTS; i++) {
                String path = "/programmes/%s/students/c%04d".formatted(programme, i);
                posted.add(threads.submit(() -> university.put(path, Bodies.student())));
            }
        }

        Set<String> ids = posted.stream()
                .map(Future::resultNow)
                .map(answer -> answer.text("id"))
                .collect(Collectors.toSet());
        System.out.printf(
                "%d students posted over %d connections in %.1f s%n",
                STUDENTS, CONNECTIONS, (System.nanoTime() - startNanos) / 1e9);
        assertThat(posted).allMatch(answer -> answer.resultNow().status() == 201);
        assertThat(TopicReader.events(codec, Topics.STUDENT_PROFILES, TopicReader.programme(programme), STUDENTS))
                .extracting(StudentProfile::getStudentId)
                .containsExactlyInAnyOrderElementsOf(ids);
    }
}
