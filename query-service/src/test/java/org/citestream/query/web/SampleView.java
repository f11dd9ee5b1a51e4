package org.citestream.query.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.citestream.query.view.FilledView;
import org.citestream.query.view.SampleStatement;
import org.citestream.query.view.SampleWork;

/** The samples of deploy/samples as the line would show them, for tests of pages. */
public final class SampleView {

    private static final Path SAMPLES = Path.of("..", "deploy", "samples", "expected");

    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, SampleWork> works = new LinkedHashMap<>();
    private final List<SampleStatement> statements = new ArrayList<>();

    public static void fill(FilledView view) throws IOException, SQLException {
        SampleView samples = read();
        view.works(samples.works()).said(samples.statements);
    }

    public static SampleView read() throws IOException {
        SampleView samples = new SampleView();
        try (Stream<Path> files = Files.list(SAMPLES)) {
            for (Path file : files.sorted().toList()) {
                samples.read(samples.json.readTree(file.toFile()));
            }
        }
        return samples;
    }

    public List<SampleWork> works() {
        return List.copyOf(works.values());
    }

    public List<SampleStatement> statements() {
        return List.copyOf(statements);
    }

    private void read(JsonNode line) {
        JsonNode publication = line.path("publication");
        String citing = publication.path("id").asText();
        List<String> authors = new ArrayList<>();
        publication
                .path("authors")
                .forEach(author -> authors.add((author.path("given").asText() + " "
                                + author.path("family").asText())
                        .strip()));
        works.put(
                citing,
                SampleWork.of(
                                citing,
                                text(publication, "title"),
                                publication.has("published")
                                        ? text(publication, "published")
                                        : text(publication, "year"))
                        .by(authors.toArray(String[]::new))
                        .in(text(publication, "journal"), text(publication, "publicationType"))
                        .noticed(citing.endsWith("tanaka2015") ? new String[] {"retraction"} : new String[0]));
        for (JsonNode reference : line.path("references")) {
            String cited = reference.path("cited").asText();
            works.putIfAbsent(cited, SampleWork.of(cited, text(reference, "title"), text(reference, "year")));
        }
        int ordinal = 0;
        for (JsonNode said : line.path("statements")) {
            String type = said.path("expectedType").asText("mentioning");
            statements.add(SampleStatement.of(
                            citing,
                            said.path("cited").asText(),
                            said.path("text").asText())
                    .as(type, 0.55 + (ordinal % 9) * 0.05)
                    .in(said.path("expectedSection").asText("unknown"))
                    .at(said.path("position").asText("body"))
                    .nth(ordinal++)
                    .amid(context(said)));
        }
    }

    private SampleStatement.SampleContext context(JsonNode said) {
        List<Integer> markers = new ArrayList<>();
        said.path("markers").forEach(span -> span.forEach(end -> markers.add(end.asInt())));
        List<String> headings = new ArrayList<>();
        said.path("headingPath").forEach(heading -> headings.add(heading.asText()));
        return new SampleStatement.SampleContext(text(said, "before"), text(said, "after"), headings, markers);
    }

    private static String text(JsonNode node, String field) {
        return node.hasNonNull(field) ? node.path(field).asText() : null;
    }
}
