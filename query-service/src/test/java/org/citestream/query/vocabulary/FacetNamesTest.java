package org.citestream.query.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The name of a facet is written in {@link Facet} and nowhere else. */
class FacetNamesTest {

    private static final Path MAIN = Path.of("src/main/java/org/citestream/query");

    /** A column read from a row is the table's name for it, not the facet's. */
    private static final String COLUMN = "(?<!rows?\\.get\\w{0,9}\\()";

    private static final Pattern WRITTEN = Pattern.compile(
            COLUMN + Stream.of(Facet.values()).map(Facet::parameter).collect(Collectors.joining("|", "\"(?:", ")\"")));

    /** Folders and files whose words are somebody else's contract and only sound like a facet's. This list only shrinks. */
    private static final Map<String, String> OTHERS = Map.ofEntries(
            Map.entry("vocabulary/", "here they are written"),
            Map.entry("dialect/", "fields of foreign interfaces"),
            Map.entry("export/", "columns and fields of files, BibTeX and JSON"),
            Map.entry("alert/feed/", "elements of Atom"),
            Map.entry("alert/DigestReader.java", "fields of a change record"),
            Map.entry("alert/WebhookSender.java", "a field of Standard Webhooks"),
            Map.entry("change/CloudEvent.java", "an attribute of CloudEvents"),
            Map.entry("check/", "elements of JATS and TEI, fields of CSL and columns of the report"),
            Map.entry("collection/CollectionExport.java", "columns of a file"),
            Map.entry("collection/CollectionFollower.java", "a header of the log"),
            Map.entry("correction/GoldRows.java", "fields of the file that training reads"),
            Map.entry("http/ProblemMappers.java", "where in the query, a field of the problem"),
            Map.entry("integrity/BoardFile.java", "columns of a file"),
            Map.entry("mcp/", "words of JSON Schema, fields of a change record and arguments that other tools have"),
            Map.entry("ops/", "headers of the log and tags of metrics"),
            Map.entry("project/", "headers and kinds of the log, and tags of metrics"),
            Map.entry("search/IndexFields.java", "the index's own fields of words"),
            Map.entry("web/LinkedData.java", "properties of schema.org"),
            Map.entry("web/profile/ProfileResource.java", "part of an address"),
            Map.entry("web/about/ModelCard.java", "fields of the model's card"),
            Map.entry("web/badge/", "parameters of badges, which take one value and ignore what they do not know"));

    @Test
    void shouldBeWrittenNowhereElse() throws IOException {
        // Given
        List<String> found = new ArrayList<>();
        Set<String> needed = new HashSet<>();
        // When
        try (Stream<Path> files = Files.walk(MAIN)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                String name = MAIN.relativize(file).toString().replace('\\', '/');
                String other = OTHERS.keySet().stream()
                        .filter(name::startsWith)
                        .findFirst()
                        .orElse(null);
                for (String line : Files.readAllLines(file)) {
                    if (WRITTEN.matcher(line).find()) {
                        if (other == null) {
                            found.add(name + ": " + line.strip());
                        } else {
                            needed.add(other);
                        }
                    }
                }
            }
        }
        // Then
        assertThat(found).as("write Facet.X.parameter() instead").isEmpty();
        assertThat(needed).as("nothing is excepted without need").containsAll(OTHERS.keySet());
    }

    @Test
    void shouldNameItsColumnAndItsValues() {
        assertThat(Facet.PUBLICATION_TYPE.column()).isEqualTo("publication_type");
        assertThat(Facet.PUBLICATION_TYPE.words()).isEqualTo("publication type");
        assertThat(Facet.TYPE.choices())
                .containsExactly("supporting", "mentioning", "contrasting", "not-a-sentence", "unclassified");
        assertThat(Facet.INTENT.choices()).containsExactly("background", "method", "result", "unknown");
        assertThat(Facet.TYPE.accept("Contradicting")).contains("contrasting");
        assertThat(Facet.OF_STATEMENTS)
                .containsExactly(Facet.SECTION, Facet.TYPE, Facet.INTENT, Facet.RELATIONSHIP, Facet.POSITION);
    }

    /** Packed side by side from the lowest bit on. */
    @Test
    void shouldHaveABitOfItsOwn() {
        assertThat(Facet.OF_STATEMENTS.stream().map(facet -> facet.codes().bit()))
                .containsExactlyInAnyOrderElementsOf(Stream.iterate(0, bit -> bit + Codes.BITS)
                        .limit(Facet.OF_STATEMENTS.size())
                        .toList());
    }
}
