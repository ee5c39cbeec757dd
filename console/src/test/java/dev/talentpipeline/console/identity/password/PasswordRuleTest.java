package dev.talentpipeline.console.identity.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.talentpipeline.console.identity.Refusal;
import dev.talentpipeline.console.identity.Refusal.Reason;
import dev.talentpipeline.console.identity.RefusedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRuleTest {

    @ParameterizedTest
    @ValueSource(strings = {"four plain words here", "kT9$vLq2!mZp", "春眠不觉晓处处闻啼鸟夜来风雨声"})
    void takesWhatIsLongAndNobodyElseWouldChoose(String password) {
        assertThatCode(() -> PasswordRule.check("password", password, "li.hua")).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "elevenchars, The password has fewer than 12 characters.",
        "aaaaaaaabbbb, The password repeats a few characters.",
        "my Li.Hua secret, The password holds the user name.",
        "password1234, The password is one of those that are tried first.",
        "Password1234, The password is one of those that are tried first."
    })
    void refusesWhatCanBeGuessed(String password, String why) {
        Refusal refusal = refusalOf(password);

        assertThat(refusal.detail()).isEqualTo(why);
        assertThat(refusal.reason()).isEqualTo(Reason.WEAK_PASSWORD);
        assertThat(refusal.remedy()).isNotBlank();
    }

    @Test
    void refusesWhatWouldBeReadOnlyInPart() {
        assertThat(refusalOf("春眠不觉晓处处闻啼鸟夜来风雨声花落知多少春眠不觉晓处处闻").detail())
                .isEqualTo("The password has more than 72 bytes.");
    }

    @Test
    void aRefusalDoesNotRepeatThePassword() {
        assertThat(refusalOf("elevenchars").toString()).doesNotContain("elevenchars");
    }

    private static Refusal refusalOf(String password) {
        return catchThrowableOfType(RefusedException.class, () -> PasswordRule.check("password", password, "li.hua"))
                .refusal();
    }
}
