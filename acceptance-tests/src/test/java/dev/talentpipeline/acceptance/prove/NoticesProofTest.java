package dev.talentpipeline.acceptance.prove;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.talentpipeline.stack.client.Reply;
import java.net.http.HttpHeaders;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class NoticesProofTest {

    @Test
    void aStackThatLetsNoWebhookGoToThisMachineSaysHowItIsToBeStarted() {
        Reply refused = reply(400, """
                {"detail":"The address must not lead to an internal network.","field":"url","remedy":"Give another."}""");

        assertThatExceptionOfType(UnfitStackException.class)
                .isThrownBy(() -> NoticesProof.idOf(refused))
                .withMessageContaining("TALENTPIPELINE_WEBHOOKS_ALLOWED_HOSTS=localhost ./pipeline up --no-demo")
                .withMessageContaining("must not lead to an internal network");
    }

    @Test
    void whateverElseIsRefusedIsAFaultOfTheProof() {
        assertThat(NoticesProof.idOf(reply(201, "{\"id\":\"w-1\"}"))).isEqualTo("w-1");
        assertThatIllegalStateException().isThrownBy(() -> NoticesProof.idOf(reply(403, "{\"detail\":\"no\"}")));
    }

    private static Reply reply(int status, String body) {
        return new Reply(status, JsonMapper.shared().readTree(body), HttpHeaders.of(Map.of(), (name, value) -> true));
    }
}
