package dev.talentpipeline.stack;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLDecoder;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** Shows a mailbox over HTTP: {@code /messages} as JSON, {@code /} as a page. */
final class MailPages implements HttpHandler {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern AMPERSAND = Pattern.compile("&");
    private static final int PAGE_MESSAGES = 200;

    private final Mailbox mailbox;

    MailPages(Mailbox mailbox) {
        this.mailbox = mailbox;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            List<CapturedMessage> messages =
                    addressedTo(recipient(exchange.getRequestURI().getRawQuery()));
            switch (exchange.getRequestURI().getPath()) {
                case "/messages" -> send(exchange, 200, "application/json", JSON.writeValueAsBytes(messages));
                case "/" ->
                    send(
                            exchange,
                            200,
                            "text/html; charset=utf-8",
                            page(messages).getBytes(UTF_8));
                default -> send(exchange, 404, "text/plain", "Only / and /messages are here.\n".getBytes(UTF_8));
            }
        }
    }

    private List<CapturedMessage> addressedTo(Optional<String> recipient) {
        return mailbox.messages().stream()
                .filter(message -> recipient.isEmpty() || recipient.get().equalsIgnoreCase(message.to()))
                .toList();
    }

    private static Optional<String> recipient(String query) {
        return Optional.ofNullable(query).stream()
                .flatMap(AMPERSAND::splitAsStream)
                .filter(parameter -> parameter.startsWith("to="))
                .map(parameter -> URLDecoder.decode(parameter.substring("to=".length()), UTF_8))
                .findFirst();
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
