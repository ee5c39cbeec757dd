package dev.talentpipeline.matching.clearing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FingerprintTest {

    @Test
    void isTheSumOfTheHashesOfTheLinesInWhateverOrder() {
        List<String> lines = new ArrayList<>();
        for (int line = 0; line < 2_000; line++) {
            lines.add("line " + line);
        }
        Fingerprint fingerprint = new Fingerprint();
        BigInteger sum = BigInteger.ZERO;
        for (String line : lines) {
            fingerprint.add(line);
            sum = sum.add(new BigInteger(Fingerprint.sha256(line), 16)).mod(BigInteger.TWO.pow(256));
            assertThat(fingerprint.hex()).isEqualTo("%064x".formatted(sum));
        }
        Collections.shuffle(lines, new Random(1));
        for (String line : lines) {
            fingerprint.remove(line);
            sum = sum.subtract(new BigInteger(Fingerprint.sha256(line), 16)).mod(BigInteger.TWO.pow(256));
            assertThat(fingerprint.hex()).isEqualTo("%064x".formatted(sum));
        }
        assertThat(sum).isZero();
    }
}
