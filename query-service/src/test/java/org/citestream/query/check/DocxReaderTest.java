package org.citestream.query.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.citestream.query.check.DocxBuilder.begin;
import static org.citestream.query.check.DocxBuilder.citation;
import static org.citestream.query.check.DocxBuilder.docx;
import static org.citestream.query.check.DocxBuilder.end;
import static org.citestream.query.check.DocxBuilder.run;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Stream;
import org.citestream.query.check.ReferenceList.UnlistedMarker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DocxReaderTest {

    private static final int MOST = 50;
    private static final long UNPACKED = 1_000_000;
    private static final String OKOYE =
            "{\"id\":1,\"title\":\"Bilbies hum: a study of burrows\",\"author\":[{\"family\":\"Okoye\"}],"
                    + "\"issued\":{\"date-parts\":[[2016]]},\"DOI\":\"10.5555/chk.okoye\"}";
    private static final String REN = "{\"id\":2,\"title\":\"Numbats count\",\"author\":[{\"family\":\"Ren\"}]}";
    private static final String HADDAD =
            "{\"id\":3,\"title\":\"Potoroos left out of the list\",\"DOI\":\"10.5555/chk.haddad\"}";

    @Test
    void shouldReadTheListBehindItsHeading() throws Exception {
        // Given
        byte[] manuscript = docx().heading("Introduction")
                .paragraph(run("See the references below."))
                .heading("6. References")
                .paragraph(run("1. Okoye A. Bilbies "), run("hum. J Odd 2016;3:4. doi:10.5555/chk.okoye"))
                .paragraph(run(" "))
                .paragraph(run("[2] Ren P. Numbats count. 2011."))
                .paragraph(run("Figure 1. No reference but a caption."))
                .heading("Supplement")
                .paragraph(run("No reference either, but text."))
                .build();
        // When
        ReferenceList list = new DocxReader(MOST).read(manuscript, UNPACKED);
        // Then
        assertThat(list.format()).isEqualTo(ListFormat.DOCX);
        assertThat(list.references()).extracting(GivenReference::label).containsExactly("1", "2");
        assertThat(list.references().get(0).text())
                .isEqualTo("Okoye A. Bilbies hum. J Odd 2016;3:4. doi:10.5555/chk.okoye");
        assertThat(list.references().get(0).ids()).containsExactly("doi:10.5555/chk.okoye");
        assertThat(list.references()).extracting(GivenReference::cited).containsOnlyNulls();
        assertThat(list.unlisted()).isEmpty();
    }

    @Test
    void shouldBringTheFieldsOfAReferenceManagerTogetherWithTheList() throws Exception {
        // Given
        byte[] manuscript = docx().paragraph(
                        run("Bilbies hum "), citation("http://zotero.org/1", OKOYE, "(1)"), run("."))
                .paragraph(run("Again "), citation("http://zotero.org/1", OKOYE, "(1)"))
                .paragraph(citation("http://zotero.org/2", REN, "(2)"), citation("http://zotero.org/3", HADDAD, "(3)"))
                .heading("References")
                .paragraph(
                        begin(" ADDIN ZOTERO_BIBL {\"uncited\":[]} CSL_BIBLIOGRAPHY "),
                        run("1. Okoye A. Bilbies hum: a study of burrows. 2016."))
                .paragraph(run("2. Ren P. Numbats count. 2011."))
                .paragraph(run("3. Doe J. Nobody cites this one. 1999."), end())
                .paragraph(run("Behind the list."))
                .build();
        // When
        ReferenceList list = new DocxReader(MOST).read(manuscript, UNPACKED);
        // Then
        assertThat(list.references()).extracting(GivenReference::cited).containsExactly(true, true, false);
        assertThat(list.references()).extracting(GivenReference::label).containsExactly("1", "2", "3");
        GivenReference first = list.references().get(0);
        assertThat(first.title()).isEqualTo("Bilbies hum: a study of burrows");
        assertThat(first.authors()).containsExactly("Okoye");
        assertThat(first.year()).isEqualTo(2016);
        assertThat(first.ids()).containsExactly("doi:10.5555/chk.okoye");
        assertThat(list.unlisted())
                .containsExactly(new UnlistedMarker(
                        "doi:10.5555/chk.haddad", "Potoroos left out of the list. doi:10.5555/chk.haddad"));
    }

    @Test
    void shouldReadMendeleysControlsAndNotesAndTakeCitedWorksWhereThereIsNoList() throws Exception {
        // Given
        String packed = Base64.getEncoder()
                .encodeToString(("{\"citationItems\":[{\"id\":\"a\",\"itemData\":" + OKOYE + "}]}")
                        .getBytes(StandardCharsets.UTF_8));
        byte[] listed = docx().control("MENDELEY_CITATION_v3_" + packed, "(Okoye, 2016)")
                .control("MENDELEY_BIBLIOGRAPHY", "References", "Okoye, A. (2016). Bilbies hum: a study of burrows.")
                .build();
        byte[] noted = docx().paragraph(run("Text."))
                .part(
                        "word/footnotes.xml",
                        "<w:footnotes xmlns:w=\"w\"><w:p>" + citation("http://zotero.org/2", REN, "Ren")
                                + "</w:p></w:footnotes>")
                .build();
        // When
        ReferenceList list = new DocxReader(MOST).read(listed, UNPACKED);
        ReferenceList cited = new DocxReader(MOST).read(noted, UNPACKED);
        // Then
        assertThat(list.references()).extracting(GivenReference::doi).containsExactly("10.5555/chk.okoye");
        assertThat(list.references()).extracting(GivenReference::cited).containsExactly(true);
        assertThat(cited.references()).extracting(GivenReference::title).containsExactly("Numbats count");
    }

    static Stream<Arguments> hostile() {
        String doctype = "<!DOCTYPE w [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><w>&a;</w>";
        byte[] whole = docx().paragraph(run("References")).build();
        return Stream.of(
                Arguments.of(
                        "it unpacks to more than",
                        docx().part("word/document.xml", " ".repeat(2_000_000)).build()),
                Arguments.of(
                        "it unpacks to more than",
                        docx().part("word/document.xml", "<w>" + " ".repeat(2_000_000) + "</w>")
                                .build()),
                Arguments.of(
                        "elements within each other",
                        docx().part("word/document.xml", "<w>".repeat(600)).build()),
                Arguments.of(
                        "document type",
                        docx().part("word/document.xml", doctype).build()),
                Arguments.of(
                        "it has macros", docx().part("word/vbaProject.bin", "x").build()),
                Arguments.of(
                        "not well-formed",
                        docx().part("word/document.xml", "<w><p></w>").build()),
                Arguments.of(
                        "is missing",
                        docx().part("_rels/.rels", "<R><R Type='x/officeDocument' Target='y'/></R>")
                                .build()),
                Arguments.of(
                        "where its text is", docx().part("_rels/.rels", "<R/>").build()),
                Arguments.of("damaged", Arrays.copyOf(whole, whole.length / 2)));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void shouldRefuseWhatMeansHarm(String why, byte[] manuscript) {
        assertThat(catchThrowableOfType(
                        UnreadableListException.class, () -> new DocxReader(MOST).read(manuscript, UNPACKED)))
                .hasMessageContaining(why);
    }

    @Test
    void shouldStopAtTheMostReferences() {
        // Given
        DocxBuilder manuscript = docx().paragraph(run("References"));
        for (int i = 0; i <= MOST; i++) {
            manuscript.paragraph(run("Doe J. A work of its own " + i + "."));
        }
        // When, Then
        assertThat(catchThrowableOfType(
                        UnreadableListException.class, () -> new DocxReader(MOST).read(manuscript.build(), UNPACKED)))
                .hasMessageContaining("at most 50");
    }
}
