package dev.talentpipeline.benchmarks.load;

import dev.talentpipeline.stack.client.StackFile;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody who is signed in at the console, in a session of their own. */
public final class Visitor implements AutoCloseable {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient browser = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private final URI console;

    private Visitor(URI console) {
        this.console = console;
    }

    /** A page that came. */
    public record Visit(double ms, String body) {

        public int bytes() {
            return body.getBytes(StandardCharsets.UTF_8).length;
        }
    }

    /** Signs in by the form, as people do. */
    public static Visitor signedIn(URI console, StackFile.User user) throws IOException, InterruptedException {
        Visitor visitor = new Visitor(console);
        String form = visitor.fetch("/sign-in").body();
        Matcher token = TOKEN.matcher(form);
        if (!token.find()) {
            throw new IllegalStateException("The page for signing in must hold a token against forged requests.");
        }
        String body = "username=%s&password=%s&_csrf=%s"
                .formatted(encoded(user.name()), encoded(user.password()), encoded(token.group(1)));
        HttpResponse<String> answer = visitor.browser.send(
                HttpRequest.newBuilder(console.resolve("/sign-in"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
        if (answer.statusCode() != 200 || answer.uri().getPath().startsWith("/sign-in")) {
            throw new IllegalStateException("%s must be able to sign in, and ended at %s with status %d."
                    .formatted(user.name(), answer.uri(), answer.statusCode()));
        }
        return visitor;
    }

    /** Comes in by a student's link. */
    public static Visitor byLink(URI console, String link) throws IOException, InterruptedException {
        Visitor visitor = new Visitor(console);
        HttpResponse<String> answer = visitor.fetch(link);
        if (!answer.uri().getPath().startsWith("/student")) {
            throw new IllegalStateException(
                    "A link must lead to the student's page, and led to %s.".formatted(answer.uri()));
        }
        return visitor;
    }

    /**
     * Fetches a page, from the request to its last byte; what came must be that page.
     *
     * @param missingIn what keeps a page from being what it should be; empty: nothing does
     */
    public Visit visit(String path, Function<String, Optional<String>> missingIn)
            throws IOException, InterruptedException {
        long began = System.nanoTime();
        HttpResponse<String> answer = fetch(path);
        double ms = (System.nanoTime() - began) / 1e6;
        if (!answer.uri().getPath().equals(console.resolve(path).getPath())) {
            throw new IllegalStateException("%s must be shown, and led to %s.".formatted(path, answer.uri()));
        }
        missingIn.apply(answer.body()).ifPresent(missing -> {
            throw new IllegalStateException(missing);
        });
        return new Visit(ms, answer.body());
    }

    private HttpResponse<String> fetch(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = browser.send(
                HttpRequest.newBuilder(URI.create(console.resolve(path).toASCIIString()))
                        .header("Accept", "text/html")
                        .timeout(PATIENCE)
                        .build(),
                BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(
                    "%s must be answered with 200, and was with %d.".formatted(path, answer.statusCode()));
        }
        return answer;
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        browser.close();
    }
}
