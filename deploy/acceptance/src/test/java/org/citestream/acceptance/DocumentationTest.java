package org.citestream.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the documents point to is there, and every decision has its four parts. Needs no line. */
class DocumentationTest {

    /** The target of a Markdown link that is no address of the web; what stands behind # is not looked at. */
    private static final Pattern LINK = Pattern.compile("\\]\\((?![a-z]+:|#)([^)#\\s]+)[^)]*\\)");

    private static final String ADR = "deploy/adr";
    private static final List<String> PARTS = List.of("Context", "Decision", "Measured", "Consequences");

    @Test
    void shouldLeadSomewhereWhenADocumentLinksToAPath() {
        // Given
        List<Path> documents = Documents.in("", ".md");

        // When
        List<String> broken = new ArrayList<>();
        int links = 0;
        for (Path document : documents) {
            for (String link : links(document)) {
                links++;
                if (!Files.exists(document.resolveSibling(link))) {
                    broken.add(Checkout.root().relativize(document) + " → " + link);
                }
            }
        }

        // Then
        assertThat(links).isGreaterThan(100);
        assertThat(broken).isEmpty();
    }

    @Test
    void shouldNameATestWhenContributingSaysWhereAChangeStarts() {
        // Given
        String page = Documents.read(Checkout.root().resolve(".github/CONTRIBUTING.md"));

        // When
        List<String> rows =
                page.lines().filter(line -> line.matches("\\| an? .*")).toList();

        // Then
        assertThat(rows).hasSizeGreaterThan(9).allSatisfy(row -> assertThat(row).matches(".*Test\\]\\(.*\\|"));
    }

    @Test
    void shouldHaveFourPartsAndAPlaceInTheIndexWhenADecisionIsRecorded() {
        // Given
        List<Path> decisions = Documents.in(ADR, ".md").stream()
                .filter(file -> file.getFileName().toString().matches("\\d{4}-.*"))
                .toList();

        // When
        String index = Documents.read(Checkout.root().resolve(ADR).resolve("README.md"));

        // Then
        assertThat(decisions).hasSizeGreaterThan(10).allSatisfy(file -> {
            String name = file.getFileName().toString();
            String text = Documents.read(file);
            assertThat(text).startsWith("# " + Integer.parseInt(name.substring(0, 4)) + ". ");
            assertThat(PARTS).allSatisfy(part -> assertThat(text)
                    .containsPattern("(?m)^(\\*\\*" + part + "\\.\\*\\*|## " + part + "$)"));
            assertThat(index).contains("](" + name + ")");
        });
    }

    private static List<String> links(Path document) {
        return LINK.matcher(Documents.read(document))
                .results()
                .map(found -> found.group(1))
                .toList();
    }
}
