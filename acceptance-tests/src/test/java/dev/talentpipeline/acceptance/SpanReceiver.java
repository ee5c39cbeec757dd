package dev.talentpipeline.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;

/**
 * Collects the spans of a running stack as any collector of OpenTelemetry would: OTLP over HTTP, in protobuf, of which it reads by field numbers what tests ask for. Keeps the latest.
 * Safe for use by many threads.
 */
final class SpanReceiver {

    private static final int MOST = 100_000;

    private final HttpServer server;
    private final Deque<Span> spans = new ArrayDeque<>();

    /**
     * A span as it arrived.
     *
     * @param parentId empty: it is the first of its trace
     * @param raw all of it, as characters
     */
    record Span(String service, String name, String traceId, String id, String parentId, String raw) {}

    private SpanReceiver(HttpServer server) {
        this.server = server;
    }

    static SpanReceiver start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            SpanReceiver receiver = new SpanReceiver(server);
            server.createContext("/v1/traces", exchange -> {
                receiver.take(exchange.getRequestBody().readAllBytes());
                exchange.sendResponseHeaders(200, -1);
                exchange.close();
            });
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.start();
            return receiver;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As {@code OTEL_EXPORTER_OTLP_ENDPOINT} wants it. */
    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    synchronized List<Span> ofTrace(String traceId) {
        return spans.stream().filter(span -> span.traceId().equals(traceId)).toList();
    }

    /** {@code ExportTraceServiceRequest { ResourceSpans { Resource 1; ScopeSpans { Span 2 } 2 } 1 }}. */
    private void take(byte[] request) {
        fields(request, (number, resourceSpans) -> {
            String[] service = {""};
            fields(resourceSpans, (part, content) -> {
                if (part == 1) {
                    fields(content, (attribute, keyValue) -> service[0] = serviceName(keyValue, service[0]));
                } else if (part == 2) {
                    fields(content, (inScope, span) -> {
                        if (inScope == 2) {
                            keep(span(service[0], span));
                        }
                    });
                }
            });
        });
    }

    private synchronized void keep(Span span) {
        spans.addLast(span);
        if (spans.size() > MOST) {
            spans.removeFirst();
        }
    }

    private static String serviceName(byte[] keyValue, String known) {
        String text = new String(keyValue, UTF_8);
        // The key, then the value: a message with the text as its first field, each after its tag and length.
        int at = text.indexOf("service.name");
        return at < 0 ? known : text.substring(at + "service.name".length() + 4);
    }

    private static Span span(String service, byte[] span) {
        String[] parts = new String[6];
        fields(span, (number, content) -> {
            switch (number) {
                case 1 -> parts[1] = HexFormat.of().formatHex(content);
                case 2 -> parts[2] = HexFormat.of().formatHex(content);
                case 4 -> parts[4] = HexFormat.of().formatHex(content);
                case 5 -> parts[5] = new String(content, UTF_8);
                default -> {
                    // Nobody asks for it.
                }
            }
        });
        return new Span(
                service, parts[5], parts[1], parts[2], parts[4] == null ? "" : parts[4], new String(span, UTF_8));
    }

    /** The fields of a message that have a length: texts, bytes and messages. */
    private static void fields(byte[] message, BiConsumer<Integer, byte[]> each) {
        ByteBuffer in = ByteBuffer.wrap(message);
        while (in.hasRemaining()) {
            int tag = Math.toIntExact(varint(in));
            switch (tag & 7) {
                case 0 -> varint(in);
                case 1 -> in.position(in.position() + Long.BYTES);
                case 2 -> {
                    byte[] content = new byte[Math.toIntExact(varint(in))];
                    in.get(content);
                    each.accept(tag >> 3, content);
                }
                case 5 -> in.position(in.position() + Integer.BYTES);
                default -> throw new IllegalStateException("wire type (%d) must be known.".formatted(tag & 7));
            }
        }
    }

    private static long varint(ByteBuffer in) {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = in.get();
            value |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }
}
