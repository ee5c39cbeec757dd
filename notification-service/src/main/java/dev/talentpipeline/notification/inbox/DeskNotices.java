package dev.talentpipeline.notification.inbox;

import dev.talentpipeline.notification.contact.Desk;
import dev.talentpipeline.notification.inbox.OfferNews.Prompt;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What desks of organisations are told of an offer or a placement: what they have to do, and what came of it. No word of the student is in it. */
final class DeskNotices {

    private DeskNotices() {}

    /**
     * What a desk is told.
     *
     * @param what code of what happened, where the kind leaves that open
     */
    record ToDesk(String desk, NoticeKind kind, @Nullable String what) {}

    /**
     * @param before the state in which the offer was read before
     */
    static Stream<ToDesk> calledForBy(OfferNews news, OfferState before) {
        String university = news.sides().university();
        String company = news.sides().company();
        boolean entered = news.state() != before;
        if (!entered && news.prompt() == Prompt.NONE) {
            return Stream.empty();
        }
        // Whoever has to do something hears of it again when they are reminded, and by itself when it is nearly too
        // late.
        boolean nearlyOver = !entered && news.prompt() == Prompt.ESCALATION;
        return switch (news.state()) {
            case AWAITING_APPROVAL ->
                to(company, nearlyOver ? NoticeKind.APPROVAL_DUE : NoticeKind.OFFER_TO_APPROVE, null);
            case ACCEPTED ->
                to(university, nearlyOver ? NoticeKind.ENDORSEMENT_DUE : NoticeKind.OFFER_TO_ENDORSE, null);
            case CONFIRMED, DECLINED, EXPIRED, REFUSED, RELEASED ->
                entered ? to(company, NoticeKind.OFFER_ANSWERED, news.state().name()) : Stream.empty();
            case LAPSED ->
                before == OfferState.ACCEPTED
                        ? to(company, NoticeKind.OFFER_ANSWERED, news.state().name())
                        : Stream.empty();
            case UNKNOWN, REJECTED, VETOED, EXTENDED, KEPT, REPLACED, RESCINDED -> Stream.empty();
        };
    }

    static Stream<ToDesk> calledForBy(PlacementNews news, PlacementReading before) {
        return kindOf(news.reading(), before).stream()
                .flatMap(each -> concerned(news, each.kind())
                        .distinct()
                        .flatMap(organisation -> to(organisation, each.kind(), each.what())));
    }

    /** Both sides; but whoever recorded a step has nothing to confirm. Where an early release did not say who did, both are told of it. */
    private static Stream<String> concerned(PlacementNews news, NoticeKind kind) {
        Facts.Recorded recorded = news.facts().recorded();
        String by = kind == NoticeKind.DESK_STEP_TO_CONFIRM && recorded != null ? recorded.by() : "";
        return Stream.of(
                by.equals("UNIVERSITY") ? "" : news.sides().university(),
                by.equals("COMPANY") ? "" : news.sides().company());
    }

    private record Told(NoticeKind kind, String what) {}

    private static Optional<Told> kindOf(PlacementReading now, PlacementReading before) {
        return now.calledForAfter(before).map(told -> switch (told) {
            case AGREEMENT_TO_SIGN ->
                new Told(NoticeKind.DESK_AGREEMENT_TO_SIGN, now.state().name());
            case PLACEMENT_TO_CONFIRM ->
                new Told(NoticeKind.DESK_STEP_TO_CONFIRM, Objects.requireNonNull(now.awaitingConfirmation()));
            case JOB_OFFERED, JOB_ACCEPTED -> new Told(NoticeKind.PLACEMENT_PROGRESS, told.name());
            default -> new Told(NoticeKind.PLACEMENT_PROGRESS, now.state().name());
        });
    }

    private static Stream<ToDesk> to(String organisation, NoticeKind kind, @Nullable String what) {
        return organisation.isEmpty() ? Stream.empty() : Stream.of(new ToDesk(Desk.of(organisation), kind, what));
    }
}
