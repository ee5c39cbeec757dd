package dev.talentpipeline.console.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TermTest {

    private static final Term PANDAS = term("pandas", "pandas", "pandas", "python pandas");
    private static final Term PYTHON = term("python", "Python", "Python", "py");
    private static final Term PYTORCH = term("pytorch", "PyTorch", "PyTorch", "torch");
    private static final Term MICRO = term("micropython", "MicroPython", "MicroPython", "embedded python");
    private static final List<Term> ALL = List.of(PANDAS, MICRO, PYTHON, PYTORCH);

    private static Term term(String id, String en, String zh, String alias) {
        return new Term(id, null, null, en, zh, null, List.of(alias), null);
    }

    @Test
    void whatIsCalledExactlySoComesFirst() {
        assertThat(Catalogue.meant(ALL, "Python", 8)).containsExactly(PYTHON, PANDAS, MICRO);
        assertThat(Catalogue.meant(ALL, "py", 8)).as("by another word for it").startsWith(PYTHON, PYTORCH);
    }

    @Test
    void ownNamesThatBeginSoComeBeforeOtherWordsThatDo() {
        assertThat(Catalogue.meant(ALL, "pyth", 1)).containsExactly(PYTHON);
        assertThat(Catalogue.meant(ALL, "cobol", 8)).isEmpty();
    }
}
