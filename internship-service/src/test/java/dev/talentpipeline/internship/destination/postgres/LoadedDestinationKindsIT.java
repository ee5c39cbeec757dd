package dev.talentpipeline.internship.destination.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.talentpipeline.internship.destination.DestinationKind;
import dev.talentpipeline.internship.destination.DestinationKinds;
import dev.talentpipeline.internship.support.RunningService;
import dev.talentpipeline.internship.transaction.Transactions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;

/** Another table of kinds takes the place of the one that is there. */
@RunningService
class LoadedDestinationKindsIT {

    private static final String HEADER = "code,zh,en,countsAs,evidence,platform\n";

    @Autowired
    LoadedDestinationKinds shipped;

    @Autowired
    PostgresDestinationKinds kinds;

    @Autowired
    Transactions transactions;

    private void load(String rows) {
        new LoadedDestinationKinds(kinds, transactions, new ByteArrayResource((HEADER + rows).getBytes(UTF_8)))
                .afterPropertiesSet();
    }

    @Test
    void whatAnotherTableLeavesOutIsRetired() {
        DestinationKinds inForce = kinds;
        List<DestinationKind> before = inForce.all();
        try {
            load("A,甲,First,EMPLOYED,LABOUR_CONTRACT|EMPLOYMENT_AGREEMENT,yes\n70,还在找,Looking,SEEKING,,no\n");

            assertThat(inForce.all()).extracting(DestinationKind::code).containsExactly("70", "A");
            assertThat(inForce.platform().code()).isEqualTo("A");
            assertThat(inForce.find("70").orElseThrow().zh()).isEqualTo("还在找");
            assertThat(inForce.find("10")).isEmpty();
        } finally {
            shipped.afterPropertiesSet();
        }
        assertThat(inForce.all()).isEqualTo(before).hasSize(14);
    }

    @Test
    void aTableThatWouldCountAnInternshipIsRefusedWhole() {
        assertThatThrownBy(() -> load("A,实习,Internship,EMPLOYED,INTERNSHIP_AGREEMENT,yes\n"))
                .hasMessageContaining("INTERNSHIP_AGREEMENT");
        assertThatThrownBy(() -> load("A,甲,First,EMPLOYED,LABOUR_CONTRACT,no\n"))
                .hasMessageContaining("platform ([]) must be yes for one kind");
        assertThat(kinds.find("A")).isEmpty();
    }
}
