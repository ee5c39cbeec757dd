package dev.talentpipeline.console.student;

import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.console.api.Profile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import tools.jackson.databind.json.JsonMapper;

class ProfileFormTest {

    private static final Profile PROFILE = JsonMapper.builder().build().readValue("""
            {"id": "s1", "person": "p1", "programme": "demo", "university": "u1", "version": 3, "regions": ["CN-SH", "CN-GD", "CN-BJ"]}
            """, Profile.class);

    @Test
    void regionsKeepTheirOrderWhateverThatOfThePageIs() {
        assertThat(saved("CN-BJ", "CN-SH", "CN-GD")).isEqualTo(List.of("CN-SH", "CN-GD", "CN-BJ"));
    }

    @Test
    void aRegionThatIsTickedAnewComesLast() {
        assertThat(saved("CN-BJ", "CN-TJ", "CN-SH")).isEqualTo(List.of("CN-SH", "CN-BJ", "CN-TJ"));
    }

    private static Object saved(String... ticked) {
        MultiValueMap<String, String> typed = new LinkedMultiValueMap<>();
        typed.put("regions", List.of(ticked));
        return ProfileForm.body(PROFILE, typed).get("regions");
    }
}
