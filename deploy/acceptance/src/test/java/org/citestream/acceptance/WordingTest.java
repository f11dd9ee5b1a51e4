package org.citestream.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** No text that people read has a form of {@code banned-forms.txt}. Needs no line. */
class WordingTest {

    private static final Path FORMS = Checkout.root().resolve("deploy/acceptance/src/test/resources/banned-forms.txt");

    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");

    /** Results and decisions are records of their day; the other services' pages follow. */
    private static final Pattern OTHER_DOCUMENTS =
            Pattern.compile("deploy/(adr|benchmarks|training)/.*|(ingest|classify)-service/.*");

    /** A form, and what to write instead. */
    private record Form(Pattern form, String instead) {

        static Form of(String line) {
            String[] parts = line.split(" → ", 2);
            return new Form(Pattern.compile(parts[0]), parts[1]);
        }
    }

    @Test
    void shouldHaveNoBannedFormWhenPeopleReadIt() {
        // Given
        List<Path> texts = Stream.of(
                        Documents.in("query-service/src/main/resources/templates", ".html", ".txt"),
                        Documents.in("query-service/src/main/resources/META-INF/resources/assets", ".js"),
                        Documents.in("query-service/src/main/resources/openapi", ".yaml"),
                        Documents.in("query-service/src/main/java", ".java"),
                        Documents.in("deploy/cli/src/main/java", ".java"),
                        documents())
                .flatMap(List::stream)
                .toList();
        List<Form> forms = forms();

        // When
        List<String> found =
                texts.stream().flatMap(text -> found(text, forms).stream()).toList();

        // Then
        assertThat(texts).hasSizeGreaterThan(300);
        assertThat(found).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'<li>a row a statement, for spreadsheets</li>'",
        "'{say:number(m.statements)} statements'",
        "'{page.total} articles'",
        "'''%s'' is no statement id'",
        "'It hangs on the model'",
        "'Notices are told to every work'"
    })
    void shouldFindAFormWhenATextHasIt(String text) {
        assertThat(forms())
                .anyMatch(form ->
                        form.form().matcher(text.toLowerCase(Locale.ROOT)).find());
    }

    private static List<Path> documents() {
        return Documents.in("", ".md").stream()
                .filter(file -> !OTHER_DOCUMENTS
                        .matcher(Checkout.root().relativize(file).toString())
                        .matches())
                .toList();
    }

    private static List<String> found(Path file, List<Form> forms) {
        List<String> found = new ArrayList<>();
        int number = 0;
        for (String line : Documents.read(file).split("\n", -1)) {
            number++;
            String text = read(file, line).toLowerCase(Locale.ROOT);
            for (Form form : forms) {
                Matcher matcher = form.form().matcher(text);
                if (matcher.find()) {
                    found.add("%s:%d: “%s”; write: %s"
                            .formatted(Checkout.root().relativize(file), number, matcher.group(), form.instead()));
                }
            }
        }
        return found;
    }

    /** What people read of a line: of programs the literals, of the rest all of it. */
    private static String read(Path file, String line) {
        String start = line.strip();
        if (!file.toString().endsWith(".java")) {
            return start.startsWith("//") ? "" : line;
        }
        if (start.startsWith("*") || start.startsWith("/")) {
            return "";
        }
        return LITERAL.matcher(line)
                .results()
                .map((MatchResult literal) -> literal.group(1))
                .collect(Collectors.joining(" "));
    }

    private static List<Form> forms() {
        return Documents.read(FORMS)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(Form::of)
                .toList();
    }
}
