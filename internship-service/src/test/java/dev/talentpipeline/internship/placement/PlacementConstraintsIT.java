package dev.talentpipeline.internship.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.talentpipeline.internship.support.Placing;
import dev.talentpipeline.internship.support.Placing.Placed;
import dev.talentpipeline.internship.support.RunningService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What placements and agreements promise holds in the database itself: whoever writes past the service's code is stopped. */
@RunningService
class PlacementConstraintsIT {

    @Autowired
    Placing placing;

    @Autowired
    JdbcClient jdbc;

    @Test
    void noPlacementIsAgreedBeforeAllHaveSigned() {
        Placed placed = placing.drafted(placing.confirmed());

        assertThatThrownBy(() ->
                        update("update placement set state = 'AGREED' where id = cast(? as uuid)", placed.placement()))
                .hasStackTraceContaining("without an agreement that all have signed");
        placing.sign(placing.company(), placed);
        placing.sign(placing.university(), placed);
        placing.sign(placing.student(placed), placed);
        assertThat(update("update placement set state = 'AGREED' where id = cast(? as uuid)", placed.placement()))
                .isEqualTo(1);
    }

    @Test
    void noStateIsThereWithoutAConfirmedStep() {
        Placed placed = placing.agreed();
        String start = "update placement set state = 'STARTED', started_on = current_date where id = cast(? as uuid)";

        assertThatThrownBy(() -> update(start, placed.placement()))
                .hasStackTraceContaining("without a confirmed step that says so");
        placing.enter(placing.company(), placed, Placing.step("STARTED"));
        assertThatThrownBy(() -> update(start, placed.placement()))
                .hasStackTraceContaining("without a confirmed step that says so");
        placing.enter(placing.student(placed), placed, Placing.reply("CONFIRMED", 1));
        assertThat(update(start, placed.placement())).isEqualTo(1);
        assertThatThrownBy(() -> update(
                        "update placement set started_on = starts_on - 1 where id = cast(? as uuid)",
                        placed.placement()))
                .hasMessageContaining("nothing_before_its_start");
    }

    @Test
    void anOfferIsNotReleasedFromUnderItsPlacement() {
        Placed placed = placing.started();

        assertThatThrownBy(
                        () -> update("update offer set state = 'RELEASED' where id = cast(? as uuid)", placed.offer()))
                .hasStackTraceContaining("carries a placement");
        Placed none = placing.confirmed();
        assertThat(update("update offer set state = 'RELEASED' where id = cast(? as uuid)", none.offer()))
                .isEqualTo(1);
    }

    @Test
    void recordsAreOnlyEverAddedTo() {
        Placed placed = placing.started();

        assertThatThrownBy(() -> update(
                        "update placement_entry set happened_on = happened_on - 1 where placement = cast(? as uuid)",
                        placed.placement()))
                .hasMessageContaining("only ever added to");
        assertThatThrownBy(() ->
                        update("delete from placement_entry where placement = cast(? as uuid)", placed.placement()))
                .hasMessageContaining("only ever added to");
        assertThatThrownBy(() -> update(
                        "delete from agreement_signature where agreement = (select id from agreement where offer = cast(? as uuid))",
                        placed.offer()))
                .hasMessageContaining("only ever added to");
        assertThatThrownBy(() -> update(
                        "update agreement_revision set number = 'x' where agreement = (select id from agreement where offer = cast(? as uuid))",
                        placed.offer()))
                .hasMessageContaining("only ever added to");
        assertThatThrownBy(
                        () -> update("update agreement set number = 'x' where offer = cast(? as uuid)", placed.offer()))
                .hasMessageContaining("was signed by all");
    }

    @Test
    void nobodyAnswersAStepTwice() {
        Placed placed = placing.started();

        assertThatThrownBy(() -> update("""
                        insert into placement_entry (placement, entry, kind, about, at, role, subject)
                        select placement, 3, 'DISPUTED', 1, at, role, subject from placement_entry
                        where placement = cast(? as uuid) and entry = 2
                        """, placed.placement())).hasMessageContaining("one_answer_per_step");
        assertThatThrownBy(() -> update("""
                        insert into placement_entry (placement, entry, kind, about, at, role, subject)
                        select placement, 3, 'VOIDED', 3, at, role, subject from placement_entry
                        where placement = cast(? as uuid) and entry = 2
                        """, placed.placement())).hasMessageContaining("entry_is_about_an_earlier_one");
    }

    private int update(String sql, @Nullable String id) {
        return jdbc.sql(sql).param(id).update();
    }
}
