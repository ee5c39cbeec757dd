package dev.talentpipeline.matching.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.talentpipeline.events.ClearingMode;
import dev.talentpipeline.events.ClearingReport;
import dev.talentpipeline.events.PlacementOffer;
import dev.talentpipeline.events.ScorePart;
import dev.talentpipeline.matching.clearing.Cutoff;
import dev.talentpipeline.matching.clearing.Cutoff.Admitted;
import dev.talentpipeline.matching.clearing.Match;
import dev.talentpipeline.matching.clearing.Report;
import dev.talentpipeline.matching.clearing.StandingCutoff;
import dev.talentpipeline.matching.market.Pair;
import dev.talentpipeline.matching.market.Programme;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Turns what a clearing found into events, and the events of this service back into what they were made of. */
final class EventWriter {

    private EventWriter() {}

    /** The same programme, clearing, student and internship always give the same id. */
    static String offerId(String programmeId, long clearing, Pair pair) {
        String name = programmeId + "/" + clearing + "/" + pair.studentId() + "/" + pair.internshipId();
        return UUID.nameUUIDFromBytes(name.getBytes(UTF_8)).toString();
    }

    static PlacementOffer proposal(
            String programmeId, long clearing, Match match, @Nullable String replaces, Instant proposedAt) {
        return PlacementOffer.newBuilder()
                .setProgrammeId(programmeId)
                .setOfferId(offerId(programmeId, clearing, match.pair()))
                .setClearing(clearing)
                .setStudentId(match.pair().studentId())
                .setInternshipId(match.pair().internshipId())
                .setProgrammeVersion(match.versions().programme())
                .setStudentVersion(match.versions().student())
                .setInternshipVersion(match.versions().internship())
                .setScore(match.score().value())
                .setParts(match.score().parts().stream()
                        .map(part -> new ScorePart(part.part().label(), part.value(), part.weight()))
                        .toList())
                .setMatchedSkills(match.score().matchedSkills())
                .setMissingSkills(match.score().missingSkills())
                .setStudentRank(match.studentRank())
                .setInternshipRank(match.internshipRank())
                .setReplaces(replaces)
                .setProposedAt(proposedAt.truncatedTo(ChronoUnit.MILLIS))
                .build();
    }

    static ClearingReport report(Report report) {
        return ClearingReport.newBuilder()
                .setProgrammeId(report.programmeId())
                .setClearing(report.clearing())
                .setMode(ClearingMode.valueOf(report.mode().name()))
                .setStartedAt(report.startedAt().truncatedTo(ChronoUnit.MILLIS))
                .setDurationMs(report.took().toMillis())
                .setStudents(report.students())
                .setInternships(report.internships())
                .setFreeSeats(report.freeSeats())
                .setProposals(report.proposals())
                .setHeld(report.held())
                .setUnmatched(report.unmatched())
                .setLeftOut(report.leftOut())
                .setBlockingPairs(report.blockingPairs())
                .setStudentOptimal(report.studentOptimal())
                .setOffsets(report.offsets())
                .setInputHash(report.inputHash())
                .setSeedHash(report.seedHash())
                .setResultHash(report.resultHash())
                .build();
    }

    static Report report(ClearingReport event) {
        return new Report(
                event.getProgrammeId(),
                event.getClearing(),
                Programme.Mode.valueOf(event.getMode().name()),
                event.getStartedAt(),
                Duration.ofMillis(event.getDurationMs()),
                event.getStudents(),
                event.getInternships(),
                event.getFreeSeats(),
                event.getProposals(),
                event.getHeld(),
                event.getUnmatched(),
                event.getLeftOut(),
                event.getBlockingPairs(),
                event.getStudentOptimal(),
                event.getOffsets(),
                event.getInputHash(),
                event.getSeedHash(),
                event.getResultHash());
    }

    static dev.talentpipeline.events.Cutoff cutoff(String programmeId, StandingCutoff standing) {
        Cutoff cutoff = standing.cutoff();
        Admitted last = cutoff.last();
        return dev.talentpipeline.events.Cutoff.newBuilder()
                .setProgrammeId(programmeId)
                .setInternshipId(cutoff.internshipId())
                .setVersion(standing.version())
                .setClearing(standing.clearing())
                .setSeats(cutoff.seats())
                .setTaken(cutoff.taken())
                .setFull(cutoff.full())
                .setTier(last == null ? null : last.tier())
                .setScore(last == null ? null : last.score())
                .setLottery(last == null ? null : last.lottery())
                .build();
    }

    static StandingCutoff cutoff(dev.talentpipeline.events.Cutoff event) {
        return new StandingCutoff(
                new Cutoff(event.getInternshipId(), event.getSeats(), event.getTaken(), admitted(event)),
                event.getVersion(),
                event.getClearing());
    }

    private static @Nullable Admitted admitted(dev.talentpipeline.events.Cutoff event) {
        Integer tier = event.getTier();
        Double score = event.getScore();
        String lottery = event.getLottery();
        return tier == null || score == null || lottery == null ? null : new Admitted(tier, score, lottery);
    }
}
