package org.citestream.benchmarks;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What programs ask: the tools of the Model Context Protocol, and what belongs to a work. Stateless. */
final class ToolQuestions {

    private static final String PATH = "/mcp";

    private ToolQuestions() {}

    /** Begins a session, which all requests of the reader then belong to. */
    static void connect(HttpReader http) throws IOException {
        http.send("Accept", "application/json, text/event-stream");
        http.post(PATH, """
                {"jsonrpc":"2.0","id":0,"method":"initialize","params":{"protocolVersion":"2025-06-18","capabilities":{},\
                "clientInfo":{"name":"citestream-benchmarks","version":"1"}}}""");
        String session = http.received("mcp-session-id");
        if (session != null) {
            http.send("Mcp-Session-Id", session);
        }
        http.post(PATH, "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}");
    }

    static List<Question> all(Subjects subjects) {
        IntFunction<String> work = n -> decoded(subjects.dois(), n);
        IntFunction<String> words = n -> decoded(subjects.words(), n);
        IntFunction<String> famous = n -> Multiply.FAMOUS;
        return List.of(
                tool("search_literature", n -> "\"term\":\"" + words.apply(n) + "\""),
                tool("citation_report", id(work)),
                tool("citation_report of the famous work", "citation_report", id(famous)),
                tool("get_tally", n -> "\"ids\":[" + quoted(subjects, n, 50) + "]"),
                tool("get_statements, of a work", "get_statements", n -> "\"cited\":\"" + work.apply(n) + "\""),
                tool("get_statements, by words", "get_statements", n -> "\"q\":\"" + words.apply(n) + "\""),
                tool("citation_graph", id(work)),
                tool(
                        "citation_graph, two steps",
                        "citation_graph",
                        n -> "\"depth\":2,\"id\":\"" + work.apply(n) + "\""),
                tool(
                        "citation_graph, co-cited",
                        "citation_graph",
                        n -> "\"direction\":\"co-cited\",\"id\":\"" + work.apply(n) + "\""),
                tool("related_works", id(work)),
                tool("related_works of the famous work", "related_works", id(famous)),
                tool(
                        "check_references, 20",
                        "check_references",
                        n -> "\"references\":[" + quoted(subjects, n, 20) + "]"),
                tool("retraction_exposure", id(work)),
                tool("changes_since", n -> "\"since\":" + n),
                tool("export_citation", id(work)),
                new Question(
                        "path", n -> "/api/v1/paths/" + at(subjects.dois(), n) + "?to=" + at(subjects.dois(), n + 1)),
                new Question("map", n -> "/api/v1/maps/" + at(subjects.dois(), n)),
                new Question(
                        "Semantic Scholar: paper/search",
                        n -> "/graph/v1/paper/search?query=" + Subjects.encoded(at(subjects.words(), n))),
                new Question(
                        "Semantic Scholar: snippet/search",
                        n -> "/graph/v1/snippet/search?query=" + Subjects.encoded(at(subjects.words(), n))),
                new Question(
                        "Semantic Scholar: recommendations",
                        n -> "/recommendations/v1/papers/forpaper/" + at(subjects.dois(), n)),
                new Question("OpenAlex: cites", n -> "/works?filter=cites:doi:" + at(subjects.dois(), n)));
    }

    private static Question tool(String name, IntFunction<String> arguments) {
        return tool(name, name, arguments);
    }

    private static Question tool(String shown, String name, IntFunction<String> arguments) {
        return new Question(
                shown,
                n -> PATH,
                n ->
                        "{\"jsonrpc\":\"2.0\",\"id\":%d,\"method\":\"tools/call\",\"params\":{\"name\":\"%s\",\"arguments\":{%s}}}"
                                .formatted(n + 1, name, arguments.apply(n)));
    }

    private static IntFunction<String> id(IntFunction<String> work) {
        return n -> "\"id\":\"" + work.apply(n) + "\"";
    }

    private static String quoted(Subjects subjects, int n, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "\"" + decoded(subjects.dois(), n * count + i) + "\"")
                .collect(Collectors.joining(","));
    }

    private static String decoded(List<String> all, int n) {
        return URLDecoder.decode(at(all, n), StandardCharsets.UTF_8).replaceAll("[\"\\\\]", "");
    }

    private static String at(List<String> all, int n) {
        return all.get(Math.floorMod(n, all.size()));
    }
}
