package dev.talentpipeline.stack;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLDecoder;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Shows a mailbox over HTTP: {@code /messages} as JSON, {@code /messages/received} without what was in them, {@code /} as a page. */
final class MailPages implements HttpHandler {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern AMPERSAND = Pattern.compile("&");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");
    private static final int PAGE_MESSAGES = 200;

    private final Mailbox mailbox;

    MailPages(Mailbox mailbox) {
        this.mailbox = mailbox;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Map<String, String> query = parameters(exchange.getRequestURI().getRawQuery());
            switch (exchange.getRequestURI().getPath()) {
                case "/messages" -> send(exchange, 200, "application/json", JSON.writeValueAsBytes(chosen(query)));
                case "/messages/received" ->
                    send(
                            exchange,
                            200,
                            "application/json",
                            JSON.writeValueAsBytes(
                                    chosen(query).stream().map(Received::of).toList()));
                case "/messages/count" ->
                    send(
                            exchange,
                            200,
                            "text/plain",
                            String.valueOf(count(query)).getBytes(UTF_8));
                case "/" ->
                    send(
                            exchange,
                            200,
                            "text/html; charset=utf-8",
                            page(chosen(query)).getBytes(UTF_8));
                default -> send(exchange, 404, "text/plain", "Only / and /messages are here.\n".getBytes(UTF_8));
            }
        }
    }

    /** A delivery without what was in it. */
    private record Received(@Nullable String messageId, String to, Instant receivedAt) {

        static Received of(CapturedMessage message) {
            return new Received(message.messageId(), message.to(), message.receivedAt());
        }
    }

    private List<CapturedMessage> chosen(Map<String, String> query) {
        int position = number(query.get("from"), 0);
        int most = number(query.get("most"), Integer.MAX_VALUE);
        String recipient = query.get("to");
        return recipient == null
                ? mailbox.from(position, most)
                : mailbox.messages().stream()
                        .filter(message -> recipient.equalsIgnoreCase(message.to()))
                        .skip(position)
                        .limit(most)
                        .toList();
    }

    private int count(Map<String, String> query) {
        return query.isEmpty() ? mailbox.count() : chosen(query).size();
    }

    private static int number(@Nullable String given, int otherwise) {
        return given != null && NUMBER.matcher(given).matches() ? Integer.parseInt(given) : otherwise;
    }

    private static Map<String, String> parameters(@Nullable String query) {
        return Optional.ofNullable(query).stream()
                .flatMap(AMPERSAND::splitAsStream)
                .map(parameter -> parameter.split("=", 2))
                .filter(parts -> parts.length == 2)
                .collect(Collectors.toMap(
                        parts -> parts[0], parts -> URLDecoder.decode(parts[1], UTF_8), (first, _) -> first));
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    private static String page(List<CapturedMessage> messages) {
        String items = messages.reversed().stream()
                .limit(PAGE_MESSAGES)
                .map(MailPages::item)
                .collect(Collectors.joining("\n"));
        return """
                <!doctype html>
                <html lang="en">
                <meta charset="utf-8">
                <title>Captured mail</title>
                <style>
                  body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
                  li { border-top: 1px solid #ddd; padding: .5rem 0; list-style: none; }
                  pre { white-space: pre-wrap; font: inherit; }
                </style>
                <h1>Captured mail</h1>
                <p>%d messages, newest first; at most %d are shown. <a href="/messages">All as JSON</a></p>
                <ul>
                %s
                </ul>
                </html>
                """.formatted(messages.size(), PAGE_MESSAGES, items);
    }

    private static String item(CapturedMessage message) {
        return "<li><details><summary><b>%s</b> to %s, %s</summary><pre>%s</pre></details></li>"
                .formatted(
                        escape(message.subject()), escape(message.to()), message.receivedAt(), escape(message.text()));
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
