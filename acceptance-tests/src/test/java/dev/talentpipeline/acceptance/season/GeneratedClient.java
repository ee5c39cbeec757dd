package dev.talentpipeline.acceptance.season;

import dev.talentpipeline.client.ApiClient;
import dev.talentpipeline.client.ApiException;
import dev.talentpipeline.client.ApiResponse;
import dev.talentpipeline.client.model.Problem;
import dev.talentpipeline.stack.client.PipelineSession;
import java.net.URI;
import java.net.http.HttpClient;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The API through the client that is generated from its documents. What is sent has to fit the client's types and what is answered has to be read by them, with
 * every field: a field that the documents do not know is a fault.
 */
final class GeneratedClient {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final JsonMapper STRICT = ((JsonMapper) ApiClient.createDefaultObjectMapper())
            .rebuild()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final ApiClient client;

    /** For the calls of one session. */
    GeneratedClient(URI origin, PipelineSession session) {
        client = new ApiClient() {
            @Override
            public HttpClient getHttpClient() {
                return HTTP;
            }
        };
        client.updateBaseUri(origin.toString());
        client.setObjectMapper(STRICT);
        client.setRequestInterceptor(request -> session.headersNow().forEach(request::header));
    }

    /** What came back. */
    record Answer(int status, JsonNode body) {}

    /** Calls the operation that this method and path belong to. */
    Answer call(String method, String path, String body) {
        try {
            ApiResponse<?> response =
                    Operations.of(method, path).call().with(client, new Arguments(path, body, STRICT));
            return new Answer(response.getStatusCode(), STRICT.valueToTree(response.getData()));
        } catch (ApiException refused) {
            String problem = refused.getResponseBody();
            if (problem == null) {
                throw new IllegalStateException("No answer came to %s %s.".formatted(method, path), refused);
            }
            return new Answer(refused.getCode(), STRICT.valueToTree(STRICT.readValue(problem, Problem.class)));
        }
    }
}
