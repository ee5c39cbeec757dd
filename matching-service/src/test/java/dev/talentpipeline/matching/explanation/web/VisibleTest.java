package dev.talentpipeline.matching.explanation.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.kit.security.Caller;
import dev.talentpipeline.kit.security.Role;
import dev.talentpipeline.matching.market.Programme;
import dev.talentpipeline.matching.market.ProgrammeFixture;
import java.util.Set;
import org.junit.jupiter.api.Test;

class VisibleTest {

    @Test
    void aDraftIsSeenByItsOwnerAndOperationsOnly() {
        Programme draft =
                ProgrammeFixture.programme().state(Programme.State.DRAFT).build();
        Programme running = ProgrammeFixture.programme().build();
        Caller owner = caller(Role.UNIVERSITY, "u-north");
        Caller member = caller(Role.COMPANY, "c-river");

        assertThat(Visible.programme(owner, draft)).isTrue();
        assertThat(Visible.programme(caller(Role.OPERATIONS, "operations"), draft))
                .isTrue();
        assertThat(Visible.programme(caller(Role.STUDENT, "u-north"), draft)).isFalse();
        assertThat(Visible.programme(member, draft)).isFalse();
        assertThat(Visible.programme(member, running)).isTrue();
    }

    private static Caller caller(Role role, String org) {
        return new Caller("somebody", Set.of(role), org, null, null, null);
    }
}
