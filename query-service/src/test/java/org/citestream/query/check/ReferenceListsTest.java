package org.citestream.query.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.citestream.kit.problem.Problem;
import org.citestream.query.check.ReferenceList.UnlistedMarker;
import org.citestream.query.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ReferenceListsTest {

    private static final ReferenceLists LISTS = new ReferenceLists(new SmallRyeConfigBuilder()
            .addDiscoveredConverters()
            .withMapping(CheckSettings.class)
            .build()
            .getConfigMapping(CheckSettings.class));

    private static final String BIBTEX = """
            @string{jfn = "Journal of Field Neuroscience"}
            @article{okoye2016,
              author = {Okoye, Ada and van der Berg, M{\\"u}ller and others},
              title = {Bilbies {H}um: A Study},
              journal = jfn, year = 2016, volume = {12}, pages = {201--219},
              doi = {10.5555/CHK.Okoye}
            }
            @misc{ren, author = {Ren, Ping}, title = {A Second One}, year = {2011}}
            """;

    private static final String RIS = """
            TY  - JOUR
            ID  - okoye2016
            AU  - Okoye, Ada
            AU  - van der Berg, Müller
            TI  - Bilbies Hum: A Study
            JO  - Journal of Field Neuroscience
            PY  - 2016
            VL  - 12
            SP  - 201
            EP  - 219
            DO  - 10.5555/CHK.Okoye
            ER  -
            TY  - JOUR
            AU  - Ren, Ping
            TI  - A Second One
            PY  - 2011
            ER  -
            """;

    private static final String CSL = """
            [{"id": "okoye2016", "type": "article-journal", "title": "Bilbies Hum: A Study",
              "author": [{"family": "Okoye", "given": "Ada"}, {"family": "Berg", "non-dropping-particle": "van der"}],
              "issued": {"date-parts": [["2016", 3]]}, "volume": 12, "page": "201-219",
              "DOI": "https://doi.org/10.5555/CHK.Okoye"},
             {"id": 2, "title": "A Second One", "author": [{"literal": "Ren"}], "issued": {"raw": "May 2011"}}]
            """;

    private static final String JATS = """
            <!DOCTYPE article PUBLIC "-//NLM//DTD JATS//EN" "JATS.dtd">
            <article><body><p>One <xref ref-type="bibr" rid="B1">1</xref>–<xref ref-type="bibr" rid="B3">3</xref>,
            none <xref ref-type="bibr" rid="B9">9</xref>, a figure <xref ref-type="fig" rid="F1">1</xref>.</p></body>
            <back><ref-list>
            <ref id="B1"><label>1</label><element-citation publication-type="journal"><person-group
              person-group-type="author"><name><surname>Okoye</surname><given-names>A</given-names></name>
              <name><surname>van der Berg</surname><given-names>M</given-names></name><etal/></person-group>
              <article-title>Bilbies <italic>Hum</italic>: A Study</article-title><source>J Field Neurosci</source>
              <year>2016</year><volume>12</volume><fpage>201</fpage><lpage>219</lpage>
              <pub-id pub-id-type="doi">10.5555/CHK.Okoye</pub-id></element-citation></ref>
            <ref id="B2"><mixed-citation><name><surname>Ren</surname></name> (<year>2011</year>)
              <article-title>A Second One</article-title>.</mixed-citation></ref>
            <ref id="B3"><mixed-citation>Haddad N. A printed one. J Odd 2001;3:4-5. doi:10.5555/chk.printed.</mixed-citation></ref>
            <ref id="B4"><mixed-citation>Nobody cites this. 1999.</mixed-citation></ref>
            </ref-list></back></article>
            """;

    private static final String TEI = """
            <TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><p>One <ref type="bibr" target="#b0">(Okoye 2016)</ref>
            and none <ref type="bibr" target="#b9">(Doe 1999)</ref>, unlinked <ref type="bibr">(Roe 2000)</ref>.</p></body>
            <back><listBibl>
            <biblStruct xml:id="b0"><analytic><title level="a" type="main">Bilbies Hum: A Study</title>
              <author><persName><forename>Ada</forename><surname>Okoye</surname></persName></author>
              <author><persName><surname>van der Berg</surname></persName></author><idno type="DOI">10.5555/CHK.Okoye</idno></analytic>
              <monogr><title level="j">J Field Neurosci</title><imprint><biblScope unit="volume">12</biblScope>
              <biblScope unit="page" from="201" to="219"/><date type="published" when="2016-03"/></imprint></monogr></biblStruct>
            <biblStruct xml:id="b1"><monogr><title level="m">A Second One</title><author><persName><surname>Ren</surname></persName></author>
              <imprint><date type="published" when="2011"/></imprint></monogr></biblStruct>
            </listBibl></back></text></TEI>
            """;

    private static final String BIBER = """
            % $ biblatex bbl format version 3.2 $
            \\refsection{0}
              \\datalist[entry]{nty/global//global/global}
                \\entry{okoye2016}{article}{}
                  \\name{author}{2}{}{%
                    {{un=0,uniquepart=base,hash=06a4}{%
                       family={Okoye},
                       familyi={O\\bibinitperiod},
                       given={Ada},
                       giveni={A\\bibinitperiod}}}%
                    {{un=0,uniquepart=base,hash=17b5}{%
                       family={Berg},
                       familyi={B\\bibinitperiod},
                       prefix={van\\bibnamedelima der},
                       prefixi={v\\bibinitperiod}}}%
                  }
                  \\strng{namehash}{06a4}
                  \\field{labeltitlesource}{title}
                  \\field{journaltitle}{Journal of Field Neuroscience}
                  \\field{subtitle}{A Study}
                  \\field{title}{Bilbies {H}um}
                  \\field{volume}{12}
                  \\field{year}{2016}
                  \\field{pages}{201\\bibrangedash 219}
                  \\range{pages}{19}
                  \\verb{doi}
                  \\verb 10.5555/CHK.Okoye
                  \\endverb
                \\endentry
                \\entry{ren}{misc}{}
                  \\name{author}{1}{}{{{hash=c}{family={Ren},given={Ping}}}}
                  \\field{title}{A Second One}
                  \\field{year}{2011}
                \\endentry
              \\enddatalist
            """;

    private static final String NATBIB = """
            \\begin{thebibliography}{3}
            \\providecommand{\\natexlab}[1]{#1}
            % a comment
            \\bibitem[{M{\\"u}ller and {\\O}stergaard(2016)M{\\"u}ller, and
              {\\O}stergaard}]{muller}
            M.~M{\\"u}ller and {\\O}. {\\O}stergaard.
            \\newblock Bilbies \\emph{hum} \\& sing.
            \\newblock {\\em J. Odd}, 12:\\penalty0 201--219, 2016.
            \\newblock \\doi{10.5555/chk.muller\\_1}.

            \\bibitem [{\\citenamefont {Rubin}\\ \\emph {et~al.}(1978)}]{rubin}%
              \\BibitemOpen
              \\bibfield  {author} {\\bibinfo {author} {\\bibfnamefont {V.~C.}\\ \\bibnamefont {{Rubin}}},\\ }\\href
              {\\doibase 10.5555/chk.rubin} {\\bibfield  {journal} {\\bibinfo {journal} {J. Odd}\\ }\\textbf {\\bibinfo
              {volume} {225}},\\ \\bibinfo {pages} {L107} (\\bibinfo {year} {1978})}\\BibitemShut {NoStop}%
            \\bibitem{plain} A. Plain, Unpublished, 1999.
            \\end{thebibliography}
            """;

    static Stream<Arguments> lists() {
        return Stream.of(
                Arguments.of(BIBER, ListFormat.LATEX),
                Arguments.of(BIBTEX, ListFormat.BIBTEX),
                Arguments.of(RIS, ListFormat.RIS),
                Arguments.of(CSL, ListFormat.CSL_JSON),
                Arguments.of(JATS, ListFormat.JATS),
                Arguments.of(TEI, ListFormat.TEI));
    }

    @ParameterizedTest
    @MethodSource("lists")
    void shouldReadTheSameOfEveryFormat(String text, ListFormat format) {
        // When
        ReferenceList list = read(text);
        // Then
        assertThat(list.format()).isEqualTo(format);
        GivenReference first = list.references().get(0);
        assertThat(first.title()).isEqualTo("Bilbies Hum: A Study");
        assertThat(first.ids()).containsExactly("doi:10.5555/chk.okoye");
        assertThat(first.authors()).hasSize(2).startsWith("Okoye");
        assertThat(first.authors().get(1)).endsWith("Berg");
        assertThat(first.year()).isEqualTo(2016);
        assertThat(first.volume()).isEqualTo("12");
        assertThat(first.firstPage()).isEqualTo("201");
        assertThat(first.lastPage()).isEqualTo("219");
        assertThat(list.references().get(1).title()).isEqualTo("A Second One");
        assertThat(list.references().get(1).authors()).containsExactly("Ren");
        assertThat(list.references().get(1).year()).isEqualTo(2011);
    }

    @Test
    void shouldKnowThatAuthorsAreLeftOut() {
        assertThat(read(BIBTEX).references().get(0).othersOmitted()).isTrue();
        assertThat(read(JATS).references().get(0).othersOmitted()).isTrue();
        assertThat(read(CSL).references().get(0).othersOmitted()).isFalse();
        assertThat(read("Okoye A, Ren P, et al. Bilbies hum. 2016")
                        .references()
                        .get(0)
                        .othersOmitted())
                .isTrue();
    }

    @Test
    void shouldReadALinePerReferenceAndItsNumber() {
        // When
        ReferenceList list = read("""
                1. Okoye A. Bilbies hum. J Odd 2016;3:4. https://doi.org/10.5555/chk.okoye.

                [2] pmid: 123
                Bilbies hum louder
                """);
        // Then
        assertThat(list.format()).isEqualTo(ListFormat.TEXT);
        assertThat(list.references()).extracting(GivenReference::label).containsExactly("1", "2", null);
        assertThat(list.references())
                .extracting(GivenReference::ids)
                .containsExactly(List.of("doi:10.5555/chk.okoye"), List.of("pmid:123"), List.of());
    }

    @Test
    void shouldKnowWhatTheTextCitesAndWhatTheListLacks() {
        // When
        ReferenceList jats = read(JATS);
        ReferenceList tei = read(TEI);
        // Then
        assertThat(jats.references()).extracting(GivenReference::cited).containsExactly(true, true, true, false);
        assertThat(jats.unlisted()).containsExactly(new UnlistedMarker("B9", "9"));
        assertThat(jats.references().get(2).ids()).containsExactly("doi:10.5555/chk.printed");
        assertThat(tei.references()).extracting(GivenReference::cited).containsExactly(true, false);
        assertThat(tei.unlisted()).containsExactly(new UnlistedMarker("b9", "(Doe 1999)"));
        assertThat(read(BIBTEX).references()).extracting(GivenReference::cited).containsOnlyNulls();
    }

    @Test
    void shouldReadTheItemsThatBibTeXsStylesWrite() {
        // When
        List<GivenReference> items = read(NATBIB).references();
        // Then
        assertThat(items).extracting(GivenReference::label).containsExactly("muller", "rubin", "plain");
        assertThat(items.get(0).text())
                .startsWith("M. Müller and Ø. Østergaard. Bilbies hum")
                .contains("J. Odd, 12: 201–219, 2016.");
        assertThat(items.get(0).ids()).containsExactly("doi:10.5555/chk.muller_1");
        assertThat(items.get(1).text()).startsWith("V. C. Rubin").contains("J. Odd 225, L107");
        assertThat(items.get(1).ids()).containsExactly("doi:10.5555/chk.rubin");
        assertThat(items.get(2).text()).isEqualTo("A. Plain, Unpublished, 1999.");
        assertThat(items).extracting(GivenReference::cited).containsOnlyNulls();
    }

    @Test
    void shouldKnowWhatAManuscriptInLatexCites() {
        // When
        ReferenceList list =
                read("\\documentclass{article}\\begin{document}See \\citep[p.~3]{muller, rubin} and \\cite{gone}."
                        + NATBIB + "\\end{document}");
        // Then
        assertThat(list.format()).isEqualTo(ListFormat.LATEX);
        assertThat(list.references()).extracting(GivenReference::cited).containsExactly(true, true, false);
        assertThat(list.unlisted()).containsExactly(new UnlistedMarker("gone", "\\cite{gone}"));
    }

    static Stream<Arguments> refused() {
        String doubling = IntStream.range(1, 60)
                .mapToObj(i -> "@string{s%d = s%d # s%d}".formatted(i, i - 1, i - 1))
                .collect(Collectors.joining("\n", "@string{s0 = \"aaaaaaaaaa\"}\n", "\n@misc{a, title = s59}"));
        String many = IntStream.range(0, 2001).mapToObj(i -> "Line " + i).collect(Collectors.joining("\n"));
        return Stream.of(
                Arguments.of("%PDF-1.7 …", 415, "citestream.check.grobid-url"),
                Arguments.of("PK\u0003\u0004 content.xml", 415, "ODT"),
                Arguments.of("PK\u0003\u0004 [Content_Types].xml word/document.xml", 422, "zip archive is damaged"),
                Arguments.of("{\\rtf1", 415, "save it as DOCX"),
                Arguments.of("\\documentclass{article}\\bibliography{refs}", 422, "the list is in the .bbl"),
                Arguments.of("\\bibitem{a} " + "{".repeat(100_000), 422, "braces"),
                Arguments.of("a".repeat(3 * 1024 * 1024), 422, "send it in parts"),
                Arguments.of("", 422, "no references"),
                Arguments.of("[]", 422, "no references"),
                Arguments.of("[1]", 422, "no object"),
                Arguments.of("[{\"title\": ", 422, "csl-json"),
                Arguments.of("[".repeat(100_000), 422, "csl-json"),
                Arguments.of("@article{a, title = {Open", 422, "bibtex"),
                Arguments.of("@article{a, title = " + "{".repeat(100_000), 422, "braces"),
                Arguments.of(doubling, 422, "has more than 100000 characters"),
                Arguments.of(many, 422, "at most 2000"),
                Arguments.of("<html><body/></html>", 422, "root element is <html>"),
                Arguments.of("<article><body></article>", 422, "not well-formed"),
                Arguments.of("<article><back/></article>", 422, "no references"),
                Arguments.of(
                        "<!DOCTYPE article [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><article>&b;</article>",
                        422,
                        "declares entities"),
                Arguments.of(
                        "<!DOCTYPE article [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><article>&a;</article>",
                        422,
                        "declares entities"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void shouldRefuseWhatIsNoListOrMeansHarm(String text, int status, String why) {
        // When
        Problem problem = refusal(text.getBytes(StandardCharsets.UTF_8));
        // Then
        assertThat(problem.status()).isEqualTo(status);
        assertThat(problem.detail()).contains(why);
    }

    @Test
    void shouldNameTheLineAndRefuseAnotherEncoding() {
        assertThat(refusal("<article>\n<body>\n</article>".getBytes(StandardCharsets.UTF_8))
                        .members())
                .containsEntry("line", 3)
                .containsEntry("input", "jats");
        assertThat(refusal("Müller 2001".getBytes(StandardCharsets.ISO_8859_1)).detail())
                .contains("not in UTF-8");
    }

    private static Problem refusal(byte[] body) {
        return catchThrowableOfType(ProblemException.class, () -> LISTS.read(body, Optional.empty()))
                .problem();
    }

    private static ReferenceList read(String text) {
        return LISTS.read(text.getBytes(StandardCharsets.UTF_8), Optional.empty());
    }

    @Test
    void shouldReadZoterosRdfWithTheDoiOfTheJournalPart() {
        // Given
        String rdf = """
                <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:z="http://www.zotero.org/namespaces/export#"
                    xmlns:dcterms="http://purl.org/dc/terms/" xmlns:bib="http://purl.org/net/biblio#" xmlns:foaf="http://xmlns.com/foaf/0.1/"
                    xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:prism="http://prismstandard.org/namespaces/1.2/basic/">
                  <bib:Article rdf:about="#item_1">
                    <z:itemType>journalArticle</z:itemType>
                    <dcterms:isPartOf><bib:Journal><dc:title>Journal of Field Neuroscience</dc:title><prism:volume>12</prism:volume>
                      <dc:identifier>DOI 10.5555/CHK.Okoye</dc:identifier><dc:identifier>ISSN 1234-5679</dc:identifier></bib:Journal></dcterms:isPartOf>
                    <bib:authors><rdf:Seq><rdf:li><foaf:Person><foaf:surname>Okoye</foaf:surname><foaf:givenName>Ada</foaf:givenName></foaf:Person></rdf:li></rdf:Seq></bib:authors>
                    <bib:editors><rdf:Seq><rdf:li><foaf:Person><foaf:surname>Editor</foaf:surname></foaf:Person></rdf:li></rdf:Seq></bib:editors>
                    <dc:title>Bilbies Hum: A Study</dc:title><dc:date>2016-03</dc:date><bib:pages>201-219</bib:pages>
                    <dc:description>PMID: 99000101</dc:description>
                  </bib:Article>
                  <bib:Article rdf:about="#item_2"><z:itemType>journalArticle</z:itemType>
                    <dcterms:isPartOf rdf:resource="urn:issn:1234-5679"/><dc:title>Shared</dc:title></bib:Article>
                  <bib:Journal rdf:about="urn:issn:1234-5679"><dc:identifier>DOI 10.5555/a</dc:identifier><dc:identifier>DOI 10.5555/b</dc:identifier></bib:Journal>
                  <z:Attachment rdf:about="#item_3"><z:itemType>attachment</z:itemType><dc:title>Full text</dc:title></z:Attachment>
                  <bib:Memo rdf:about="#item_4"><rdf:value>A note</rdf:value></bib:Memo>
                </rdf:RDF>
                """;
        // When
        ReferenceList list = LISTS.read(rdf.getBytes(StandardCharsets.UTF_8), Optional.empty());
        // Then
        assertThat(list.format()).isEqualTo(ListFormat.ZOTERO_RDF);
        assertThat(list.references()).hasSize(2);
        GivenReference first = list.references().get(0);
        assertThat(first.ids()).containsExactly("doi:10.5555/chk.okoye", "pmid:99000101");
        assertThat(first.title()).isEqualTo("Bilbies Hum: A Study");
        assertThat(first.authors()).containsExactly("Okoye");
        assertThat(first.year()).isEqualTo(2016);
        assertThat(first.volume()).isEqualTo("12");
        assertThat(list.references().get(1).ids()).isEmpty();
    }

    @Test
    void shouldReadTablesOfZoteroAndOthers() {
        // Given
        String zotero = """
                "Key","Item Type","Publication Year","Author","Title","Publication Title","DOI","Date","Pages","Volume","Extra"
                "K1","journalArticle","2016","Okoye, Ada; Ren, Ping","Bilbies Hum, a Study","J","10.5555/CHK.Okoye","2016-03","201-219","12",""
                "K2","journalArticle","2011","Ren, Ping","A ""Second"" One","J","","2011","","","PMID: 99000101"
                """;
        String scopus = "Authors;Title;Year;DOI\n\"Okoye A.; Ren P.\";Bilbies Hum;2016;10.5555/chk.okoye\n";
        // When
        List<GivenReference> ofZotero = LISTS.read(zotero.getBytes(StandardCharsets.UTF_8), Optional.empty())
                .references();
        List<GivenReference> ofScopus = LISTS.read(scopus.getBytes(StandardCharsets.UTF_8), Optional.empty())
                .references();
        // Then
        assertThat(ofZotero)
                .extracting(GivenReference::ids)
                .containsExactly(List.of("doi:10.5555/chk.okoye"), List.of("pmid:99000101"));
        assertThat(ofZotero.get(0).authors()).containsExactly("Okoye", "Ren");
        assertThat(ofZotero.get(0).firstPage()).isEqualTo("201");
        assertThat(ofZotero.get(1).title()).isEqualTo("A \"Second\" One");
        assertThat(ofScopus.get(0).title()).isEqualTo("Bilbies Hum");
        assertThat(ofScopus.get(0).year()).isEqualTo(2016);
    }

    @Test
    void shouldTakeSeveralIdsOfOneLineAndBareNumbersOfPubMed() {
        // Given
        String text =
                "10.5555/a, 10.5555/B;10.5555/c\n99000101\nPMC1234567\npmid:5 arXiv:2401.00077\nhttps://doi.org/10.5555/d,\n3. A title of 12 words\n";
        // When
        List<GivenReference> references = LISTS.read(text.getBytes(StandardCharsets.UTF_8), Optional.empty())
                .references();
        // Then
        assertThat(references)
                .filteredOn(one -> !one.ids().isEmpty())
                .extracting(one -> one.ids().get(0))
                .containsExactly(
                        "doi:10.5555/a",
                        "doi:10.5555/b",
                        "doi:10.5555/c",
                        "pmid:99000101",
                        "pmcid:PMC1234567",
                        "pmid:5",
                        "arxiv:2401.00077",
                        "doi:10.5555/d");
        assertThat(references)
                .filteredOn(one -> one.ids().isEmpty())
                .extracting(GivenReference::text)
                .containsExactly("A title of 12 words");
        assertThat(references).filteredOn(GivenReference::isIdAlone).hasSize(8);
    }
}
