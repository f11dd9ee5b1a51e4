package org.citestream.classify.train;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.citestream.classify.decide.Span;
import org.citestream.classify.decide.Statement;
import org.citestream.classify.section.SectionTagger;

/** Reads unlabelled statements of ordinary articles, as {@code deploy/citestream extract} prints them. */
public final class TrafficFile {

    private static final ObjectMapper JSON = new ObjectMapper();

    private TrafficFile() {}

    /** Every nth statement of the file. */
    public static List<Statement> read(Path file, int step) throws IOException {
        var sections = new SectionTagger();
        var statements = new ArrayList<Statement>();
        int number = 0;
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                for (JsonNode node : JSON.readTree(line).path("statements")) {
                    if (number++ % step == 0) {
                        statements.add(statement(node, sections));
                    }
                }
            }
        }
        return statements;
    }

    private static Statement statement(JsonNode node, SectionTagger sections) {
        var path = new ArrayList<String>();
        node.path("headingPath").forEach(heading -> path.add(heading.asText()));
        var markers = new ArrayList<Span>();
        node.path("markers")
                .forEach(marker -> markers.add(
                        new Span(marker.path(0).asInt(), marker.path(1).asInt())));
        return new Statement(
                node.path("text").asText(),
                node.path("before").asText(""),
                node.path("after").asText(""),
                markers,
                path,
                sections.section(Optional.ofNullable(node.path("secType").textValue()), path),
                node.path("groupSize").asInt(1),
                node.path("position").asText("body"),
                Optional.ofNullable(node.path("language").textValue()));
    }
}
