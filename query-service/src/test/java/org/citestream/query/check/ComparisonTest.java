package org.citestream.query.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.citestream.query.publication.ShownAuthor;
import org.citestream.query.publication.ShownPublication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparisonTest {

    private static final ShownPublication WORK =
            work("β-cells of the striped mouse: A study", 2016, "Okoye", "van der Berg", "Ren", "Haddad");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Beta cells of the Striped Mouse. A Study         | true
            β-cells of the striped mouse                     | true
            RETRACTED: β-cells of the striped mouse: a study | true
            β-cells of the striped mouse: a study [abstract] | true
            β-cells of the stripped mouse: a study           | false
            Cells of the mouse                               | false
            """)
    void shouldCompareTitlesWithoutCasePunctuationAndSubtitle(String title, boolean same) {
        // When
        Comparison comparison = Comparison.of(reference(title, 2016, "Okoye"), WORK);
        // Then
        assertThat(fields(comparison).contains("title")).isEqualTo(!same);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "none", textBlock = """
            Okoye;van der Berg;Ren;Haddad       | false | none         | none
            Okoyé;Berg;Ren;Haddad               | false | none         | none
            Okoye;Ren;Haddad                    | false | van der Berg | none
            Okoye;van der Berg;Ren;Haddad;Doe   | false | none         | Doe
            Okoye;van der Berg                  | true  | none         | none
            Okoye;van der Berg;Haddad           | true  | none         | none
            Okoye;Ren                           | true  | van der Berg | none
            """)
    void shouldCompareAuthorsAsFarAsAListGoes(String names, boolean open, String missing, String extra) {
        // Given
        GivenReference given = new GivenReference(
                null,
                null,
                List.of(),
                WORK.title(),
                Arrays.asList(names.split(";")),
                open,
                2016,
                null,
                null,
                null,
                null);
        // When
        List<Difference> differences = Comparison.of(given, WORK).differences();
        // Then
        if (missing == null && extra == null) {
            assertThat(differences).isEmpty();
        } else {
            assertThat(differences).singleElement().satisfies(difference -> {
                assertThat(difference.field()).isEqualTo("authors");
                assertThat(difference.missing()).isEqualTo(missing);
                assertThat(difference.extra()).isEqualTo(extra);
            });
        }
    }

    @Test
    void shouldMissOneOfTwoAuthorsOfOneName() {
        // Given
        ShownPublication work = work("Bilbies hum at night", 2016, "Wang", "Li", "Wang");
        // When
        List<Difference> differences =
                Comparison.of(reference(work.title(), 2016, "Wang", "Li"), work).differences();
        // Then
        assertThat(differences).extracting(Difference::missing).containsExactly("Wang");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "none", textBlock = """
            12    | 201  | 219  | none
            12(3) | 0201 | 19   | none
            12    | e201 | none | none
            13    | 201  | 219  | volume
            12    | 211  | 219  | pages
            12    | 201  | 229  | pages
            """)
    void shouldCompareVolumeAndPagesByTheirNumbers(String volume, String first, String last, String differs) {
        // Given
        GivenReference given = new GivenReference(
                null, null, List.of(), WORK.title(), List.of(), false, null, volume, first, last, null);
        // When
        Comparison comparison = Comparison.of(given, WORK);
        // Then
        assertThat(fields(comparison)).isEqualTo(differs == null ? List.of() : List.of(differs));
        assertThat(comparison.compared()).containsExactly("title", "volume", "pages");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "none", textBlock = """
            Okoye A, van der Berg M, Ren P, Haddad N. β-cells of the striped mouse: a study. J Odd. 2016;12(3):201-19. | none
            Okoye, A. et al. (2016). Beta-cells of the striped mouse: A study. Journal of Odd, 12, 201–219.            | none
            Okoye A, van der Berg M, Ren P, Haddad N (2016) β-cells of the striped mouse: a study. J Odd 12: 201–219.  | none
            Okoye A, van der Berg M, Ren P, Haddad N. β-cells of the striped mouse: a study. J Odd. 2015;12:201-19.    | year
            Okoye A, Ren P, Haddad N. β-cells of the striped mouse: a study. J Odd. 2016;12(3):201-219.                | authors
            Okoye A, van der Berg M, Ren P, Haddad N. β-cells of the stirped mouse: a study. J Odd. 2016;12:201-19.    | title
            Okoye A, van der Berg M, Ren P, Haddad N. β-cells of the striped mouse: a study. J Odd. 2016;11(3):201-19. | volume
            Okoye A, van der Berg M, Ren P, Haddad N. β-cells of the striped mouse: a study. J Odd. 2016;12:301-19.    | pages
            """)
    void shouldReadAPrintedReferenceAroundTheTitle(String text, String differs) {
        // When
        Comparison comparison = Comparison.of(GivenReference.printed(null, text), WORK);
        // Then
        assertThat(fields(comparison)).isEqualTo(differs == null ? List.of() : List.of(differs));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            β-cells of the striped mouse: a study | Okoye  | 2016 | true
            β-cells of the striped mouse: a study | Nobody | 1999 | true
            β-cells of a striped mouse: a study   | Okoye  | 1999 | true
            β-cells of a striped mouse: a study   | Nobody | 1999 | false
            β-cells of the spiny mouse: a study   | Okoye  | 2016 | true
            β-cells of the spiny mouse: a study   | Okoye  | 1999 | false
            Of other matters                      | Okoye  | 2016 | false
            """)
    void shouldTakeASimilarTitleForTheWorkWhenAuthorOrYearAgree(String title, String author, int year, boolean is) {
        // Given
        GivenReference given = reference(title, year, author);
        // When
        boolean named = Comparison.of(given, WORK).namesTheWork(given, WORK);
        // Then
        assertThat(named).isEqualTo(is);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Okoye A. β-cells of the striped mouse. J Odd. 2016.                                          | true
            Okoye A. β-cells of the striped mouse: how rice seeds sprout in the dark. J Odd. 1999.       | false
            Okoye A. β-cells of the striped mouse eat rice seeds that sprout in the dark. J Odd. 1999.   | false
            Nobody N. On the β-cells of the striped mouse: a study. J Odd. 2016.                         | false
            Okoye A. On the β-cells of the striped mouse: a study. J Odd. 2016.                          | true
            """)
    void shouldNotTakeAPieceOfAnotherTitleForTheWork(String text, boolean is) {
        // Given
        GivenReference given = GivenReference.printed(null, text);
        // When
        boolean named = Comparison.of(given, WORK).namesTheWork(given, WORK);
        // Then
        assertThat(named).isEqualTo(is);
    }

    @Test
    void shouldNotTakeATitleBeforeAnotherSubtitleForTheWorkWhenABracketEndsIt() {
        // Given
        ShownPublication work = work("Skullcap of the meadow (Scutellaria lateriflora): a trial", 2016, "Towell");
        GivenReference given = GivenReference.printed(
                null,
                "Towell A. Skullcap of the meadow (Scutellaria lateriflora): ascospores that rain sets free. 1999.");
        // When
        boolean named = Comparison.of(given, work).namesTheWork(given, work);
        // Then
        assertThat(named).isFalse();
    }

    @Test
    void shouldMissAnAuthorBeforeTheLastOneThatTheIndexKnowsOfACutList() {
        // Given
        ShownPublication cut = work("Bilbies hum at night", 2016, true, "Okoye", "van der Berg", "Ren");
        GivenReference given = new GivenReference(
                null, null, List.of(), cut.title(), List.of("Okoye", "Ren"), true, 2016, null, null, null, null);
        // When
        List<Difference> differences = Comparison.of(given, cut).differences();
        // Then
        assertThat(differences).extracting(Difference::missing).containsExactly("van der Berg");
    }

    @Test
    void shouldFindTwoAuthorsOfOneNameInPrintOnlyWhereItHasTheNameTwice() {
        // Given
        ShownPublication work = work("Bilbies hum at night", 2016, "Wang", "Li", "Wang");
        // When
        Comparison all = Comparison.of(
                GivenReference.printed(null, "Wang A, Li B, Wang C. Bilbies hum at night. J Odd. 2016;12."), work);
        Comparison one = Comparison.of(
                GivenReference.printed(null, "Wang A, Li B. Bilbies hum at night. J Odd. 2016;12."), work);
        // Then
        assertThat(all.differences()).isEmpty();
        assertThat(one.differences()).extracting(Difference::missing).containsExactly("Wang");
    }

    @Test
    void shouldCompareTheBracketsThatEndBothTitles() {
        // Given
        ShownPublication work = work("Genes of wheat (Triticum aestivum)", 2016, "Wang");
        // When
        Comparison comparison = Comparison.of(reference("Genes of wheat (Triticum axstivum)", 2016, "Wang"), work);
        // Then
        assertThat(fields(comparison)).containsExactly("title");
    }

    private static List<String> fields(Comparison comparison) {
        return comparison.differences().stream().map(Difference::field).toList();
    }

    private static GivenReference reference(String title, int year, String... authors) {
        // Only the authors named count: the list says that there are more.
        boolean open = authors.length == 1;
        return new GivenReference(null, null, List.of(), title, List.of(authors), open, year, null, null, null, null);
    }

    private static ShownPublication work(String title, int year, String... families) {
        return work(title, year, false, families);
    }

    private static ShownPublication work(String title, int year, boolean truncated, String... families) {
        return new ShownPublication(
                "doi:10.5555/chk.work",
                Map.of("doi", "10.5555/chk.work"),
                title,
                null,
                Arrays.stream(families)
                        .map(family -> new ShownAuthor(family, "A", null, null, null))
                        .toList(),
                truncated,
                "Journal of Odd",
                null,
                List.of(),
                null,
                Integer.toString(year),
                year,
                "12",
                "3",
                "201",
                "219",
                null,
                null,
                List.of(),
                List.of(),
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                null,
                List.of());
    }
}
