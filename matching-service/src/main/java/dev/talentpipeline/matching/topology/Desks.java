package dev.talentpipeline.matching.topology;

import dev.talentpipeline.events.PlacementOffer;
import dev.talentpipeline.schemas.Topics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All programmes of one task. */
final class Desks {

    private final Map<String, ProgrammeDesk> byProgramme = new LinkedHashMap<>();

    /** The desks as they were left, rebuilt from the stores. */
    static Desks rebuilt(MarketStores stores, Wire wire, Instant now, MatchingSettings settings) {
        Desks desks = new Desks();
        stores.eachFact(
                Topics.PROGRAMMES,
                (key, bytes) -> desks.of(key).live().put(FactsReader.programme(wire.decode(Topics.PROGRAMMES, bytes))));
        stores.eachFact(
                Topics.STUDENT_PROFILES,
                (key, bytes) ->
                        desks.ofKey(key).live().put(FactsReader.student(wire.decode(Topics.STUDENT_PROFILES, bytes))));
        stores.eachFact(
                Topics.INTERNSHIPS,
                (key, bytes) ->
                        desks.ofKey(key).live().put(FactsReader.internship(wire.decode(Topics.INTERNSHIPS, bytes))));
        stores.eachFact(
                Topics.OFFERS,
                (key, bytes) -> desks.ofKey(key).live().put(FactsReader.offer(wire.decode(Topics.OFFERS, bytes))));
        List<PlacementOffer> unanswered = new ArrayList<>();
        stores.eachProposal(unanswered::add);
        unanswered.sort(Comparator.comparing(PlacementOffer::getProposedAt));
        unanswered.forEach(proposal -> desks.of(proposal.getProgrammeId())
                .reserve(proposal, proposal.getProposedAt().plus(settings.repeatAfter())));
        stores.eachLeftOut(
                (programmeId, kind, id) -> desks.of(programmeId).live().leaveOut(kind, id));
        stores.eachReport(report ->
                desks.of(report.getProgrammeId()).reported(EventWriter.report(report), settings.reportsKept()));
        stores.eachCutoff(cutoff -> desks.of(cutoff.getProgrammeId()).cutoff(EventWriter.cutoff(cutoff)));
        for (ProgrammeDesk desk : desks.all()) {
            desk.roundDone(stores.roundDone(desk.programmeId()));
            desk.publishBy(now);
            if (stores.changed(desk.programmeId())) {
                desk.changed(now);
            }
        }
        return desks;
    }

    ProgrammeDesk of(String programmeId) {
        return byProgramme.computeIfAbsent(programmeId, ProgrammeDesk::new);
    }

    private ProgrammeDesk ofKey(String key) {
        return of(key.substring(0, key.indexOf('/')));
    }

    Collection<ProgrammeDesk> all() {
        return byProgramme.values();
    }
}
