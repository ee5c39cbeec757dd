package dev.talentpipeline.stack.demo;

import dev.talentpipeline.stack.client.BackOff;
import dev.talentpipeline.stack.client.PipelineClient;
import dev.talentpipeline.stack.client.PipelineSession;
import dev.talentpipeline.stack.client.Reply;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Enters the organisations that have accounts on this stack, as operations, and verifies the companies, so that what they post is seen.
 * What somebody changed meanwhile stays: only an organisation that is not there is entered, and only a company that is new is verified.
 */
public final class EnteringMembers {

    private final PipelineSession operations;
    private final PatientRequests requests;

    public EnteringMembers(PipelineClient client) {
        this(client, BackOff.ABOUT_A_MINUTE);
    }

    EnteringMembers(PipelineClient client, BackOff backOff) {
        this.operations = client.operations();
        this.requests = new PatientRequests(backOff, "The members of the demo were not entered");
    }

    /** Enters all of them. */
    public void enterAll() {
        DemoOrganisations.all().forEach(this::enter);
    }

    /**
     * Enters the organisation if it is not there.
     *
     * @throws DemoLoadException if the platform refused it or could not be reached
     */
    void enter(DemoOrganisation organisation) {
        String path = "/api/v1/organisations/" + organisation.id();
        Reply found = requests.answered("GET", path, () -> operations.get(path));
        if (found.status() == 404) {
            found = requests.successful("PUT", path, () -> operations.put(path, body(organisation)));
        } else if (!found.successful()) {
            throw requests.refused("GET", path, found);
        }
        // A run that ended between the two left it entered under the same code.
        boolean isNew = "ENTERED".equals(found.body().path("state").asString(""))
                && found.body().path("creditCode").asString("").equals(organisation.creditCode())
                && found.body().path("decided").isMissingNode();
        if (isNew) {
            requests.successful(
                    "POST",
                    path + "/decisions",
                    () -> operations.post(path + "/decisions", Map.of("decision", "VERIFY")));
        }
    }

    private static Map<String, Object> body(DemoOrganisation organisation) {
        Map<String, Object> body = new LinkedHashMap<>(Map.of(
                "kind", organisation.role().name(),
                "nameZh", organisation.nameZh(),
                "nameEn", organisation.nameEn(),
                "contactEmail", "desk@" + organisation.id() + ".example.com"));
        String creditCode = organisation.creditCode();
        if (creditCode != null) {
            body.put("creditCode", creditCode);
        }
        return body;
    }
}
