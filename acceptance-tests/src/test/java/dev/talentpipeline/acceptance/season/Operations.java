package dev.talentpipeline.acceptance.season;

import dev.talentpipeline.client.ApiClient;
import dev.talentpipeline.client.ApiException;
import dev.talentpipeline.client.ApiResponse;
import dev.talentpipeline.client.api.AccessApi;
import dev.talentpipeline.client.api.AgreementsApi;
import dev.talentpipeline.client.api.AuditApi;
import dev.talentpipeline.client.api.ClearingsApi;
import dev.talentpipeline.client.api.DossiersApi;
import dev.talentpipeline.client.api.InternshipsApi;
import dev.talentpipeline.client.api.MeetingsApi;
import dev.talentpipeline.client.api.OffersApi;
import dev.talentpipeline.client.api.OrganisationsApi;
import dev.talentpipeline.client.api.PlacementsApi;
import dev.talentpipeline.client.api.ProgrammesApi;
import dev.talentpipeline.client.api.StudentsApi;
import dev.talentpipeline.client.model.AgreementSignatureBody;
import dev.talentpipeline.client.model.AppointmentBody;
import dev.talentpipeline.client.model.DossierSharingBody;
import dev.talentpipeline.client.model.EmploymentAgreementBody;
import dev.talentpipeline.client.model.InternshipAgreementBody;
import dev.talentpipeline.client.model.InternshipBody;
import dev.talentpipeline.client.model.MeetingDecisionBody;
import dev.talentpipeline.client.model.MeetingInterviewDecisionBody;
import dev.talentpipeline.client.model.MeetingInvitationBody;
import dev.talentpipeline.client.model.OfferDecisionBody;
import dev.talentpipeline.client.model.OrganisationBody;
import dev.talentpipeline.client.model.OrganisationDecisionBody;
import dev.talentpipeline.client.model.OwnDossierBody;
import dev.talentpipeline.client.model.ProgrammeBody;
import dev.talentpipeline.client.model.ProgrammeStateBody;
import dev.talentpipeline.client.model.StepBody;
import dev.talentpipeline.client.model.StudentBody;
import java.util.List;
import java.util.regex.Pattern;

/** Which method of the generated client makes which call of the page. */
final class Operations {

    private static final List<Operation> ALL = List.of(
            new Operation(
                    "PUT /organisations/*",
                    (client, call) -> new OrganisationsApi(client)
                            .putOrganisationWithHttpInfo(call.id(0), call.body(OrganisationBody.class), null, null)),
            new Operation(
                    "GET /organisations/*",
                    (client, call) -> new OrganisationsApi(client).getOrganisationWithHttpInfo(call.id(0))),
            new Operation(
                    "POST /organisations/*/decisions",
                    (client, call) -> new OrganisationsApi(client)
                            .decideOnOrganisationWithHttpInfo(
                                    call.id(0), call.body(OrganisationDecisionBody.class), call.key())),
            new Operation(
                    "PUT /programmes/*",
                    (client, call) -> new ProgrammesApi(client)
                            .putProgrammeWithHttpInfo(call.id(0), call.body(ProgrammeBody.class), null, null)),
            new Operation(
                    "GET /programmes/*",
                    (client, call) -> new ProgrammesApi(client).getProgrammeWithHttpInfo(call.id(0))),
            new Operation(
                    "POST /programmes/*/state",
                    (client, call) -> new ProgrammesApi(client)
                            .setProgrammeStateWithHttpInfo(
                                    call.id(0), call.body(ProgrammeStateBody.class), null, call.key())),
            new Operation(
                    "GET /programmes/*/clearings/latest",
                    (client, call) -> new ClearingsApi(client).getLatestClearingWithHttpInfo(call.id(0))),
            new Operation(
                    "GET /programmes/*/clearings/*/recall",
                    (client, call) -> new ProgrammesApi(client)
                            .previewRecallWithHttpInfo(call.id(0), Long.valueOf(call.id(1)), null, null, null, null)),
            new Operation(
                    "POST /programmes/*/clearings/*/recall",
                    (client, call) -> new ProgrammesApi(client)
                            .recallClearingWithHttpInfo(call.id(0), Long.valueOf(call.id(1)), null, call.key())),
            new Operation(
                    "PUT /programmes/*/internships/*",
                    (client, call) -> new InternshipsApi(client)
                            .putInternshipWithHttpInfo(
                                    call.id(0), call.id(1), call.body(InternshipBody.class), null, null)),
            new Operation(
                    "PUT /programmes/*/students/*",
                    (client, call) -> new StudentsApi(client)
                            .putStudentWithHttpInfo(call.id(0), call.id(1), call.body(StudentBody.class), null, null)),
            new Operation(
                    "GET /programmes/*/students/*",
                    (client, call) -> new StudentsApi(client).getStudentWithHttpInfo(call.id(0), call.id(1))),
            new Operation(
                    "POST /programmes/*/invitations",
                    (client, call) -> new MeetingsApi(client)
                            .inviteStudentWithHttpInfo(call.id(0), call.body(MeetingInvitationBody.class), call.key())),
            new Operation(
                    "POST /meetings/*/decisions",
                    (client, call) -> new MeetingsApi(client)
                            .decideOnMeetingWithHttpInfo(call.id(0), call.body(MeetingDecisionBody.class), call.key())),
            new Operation(
                    "POST /meetings/*/interviews",
                    (client, call) -> new MeetingsApi(client)
                            .proposeInterviewWithHttpInfo(call.id(0), call.body(AppointmentBody.class), call.key())),
            new Operation(
                    "POST /meetings/*/interviews/*/decisions",
                    (client, call) -> new MeetingsApi(client)
                            .decideOnInterviewWithHttpInfo(
                                    call.id(0), call.id(1), call.body(MeetingInterviewDecisionBody.class), call.key())),
            new Operation(
                    "POST /meetings/*/dossier",
                    (client, call) -> new DossiersApi(client)
                            .shareDossierWithHttpInfo(call.id(0), call.body(DossierSharingBody.class), call.key())),
            new Operation(
                    "GET /meetings/*/dossier",
                    (client, call) -> new DossiersApi(client).readSharedDossierWithHttpInfo(call.id(0))),
            new Operation(
                    "PUT /people/*/dossier",
                    (client, call) -> new DossiersApi(client)
                            .putDossierWithHttpInfo(call.id(0), call.body(OwnDossierBody.class))),
            new Operation(
                    "POST /people/*/access",
                    (client, call) -> new AccessApi(client).giveAccessWithHttpInfo(call.id(0))),
            new Operation(
                    "GET /programmes/*/offers",
                    (client, call) -> new OffersApi(client)
                            .listOffersWithHttpInfo(
                                    call.id(0), call.query("student"), null, null, null, null, null, null, null)),
            new Operation("GET /offers/*", (client, call) -> new OffersApi(client).getOfferWithHttpInfo(call.id(0))),
            new Operation(
                    "POST /offers/*/decisions",
                    (client, call) -> new OffersApi(client)
                            .decideOnOfferWithHttpInfo(call.id(0), call.body(OfferDecisionBody.class), call.key())),
            new Operation(
                    "GET /offers/*/letters",
                    (client, call) -> new OffersApi(client).listOfferLettersWithHttpInfo(call.id(0), null, null)),
            new Operation(
                    "PUT /offers/*/agreement",
                    (client, call) -> new AgreementsApi(client)
                            .putInternshipAgreementWithHttpInfo(
                                    call.id(0), call.body(InternshipAgreementBody.class), null, null)),
            new Operation(
                    "POST /offers/*/agreement/signatures",
                    (client, call) -> new AgreementsApi(client)
                            .signInternshipAgreementWithHttpInfo(
                                    call.id(0), call.body(AgreementSignatureBody.class), call.key())),
            new Operation(
                    "GET /programmes/*/placements",
                    (client, call) -> new PlacementsApi(client)
                            .listPlacementsWithHttpInfo(
                                    call.id(0), null, call.query("student"), null, null, null, null, null)),
            new Operation(
                    "GET /placements/*",
                    (client, call) -> new PlacementsApi(client).getPlacementWithHttpInfo(call.id(0))),
            new Operation(
                    "POST /placements/*/events",
                    (client, call) -> new PlacementsApi(client)
                            .recordPlacementEventWithHttpInfo(call.id(0), call.body(StepBody.class), call.key())),
            new Operation(
                    "PUT /placements/*/employment-agreement",
                    (client, call) -> new AgreementsApi(client)
                            .putEmploymentAgreementWithHttpInfo(
                                    call.id(0), call.body(EmploymentAgreementBody.class), null, null)),
            new Operation(
                    "GET /audit",
                    (client, call) -> new AuditApi(client)
                            .listAuditEntriesWithHttpInfo(
                                    null, call.query("entity"), null, null, null, null, null, null, null, null)));

    private Operations() {}

    /** A call as the client makes it. */
    interface ClientCall {

        ApiResponse<?> with(ApiClient client, Arguments arguments) throws ApiException;
    }

    /**
     * One operation.
     *
     * @param name method and path below {@code /api/v1}, with a star for every id
     */
    record Operation(String name, ClientCall call) {

        private boolean is(String method, String path) {
            String pattern = ("\\Q" + name.replace(" /", " /api/v1/") + "\\E").replace("*", "\\E[^/?]+\\Q");
            return Pattern.compile(pattern + "(\\?.*)?")
                    .matcher(method + " " + path)
                    .matches();
        }
    }

    static Operation of(String method, String path) {
        return ALL.stream()
                .filter(operation -> operation.is(method, path))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "call (%s %s) must be one that is known here. Maybe the page has a new one."
                                .formatted(method, path)));
    }
}
