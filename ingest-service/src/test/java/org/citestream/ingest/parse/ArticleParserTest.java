package org.citestream.ingest.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.citestream.ingest.article.Article;
import org.citestream.ingest.article.EditorialNotice;
import org.citestream.ingest.article.Institution;
import org.citestream.ingest.article.PublicationType;
import org.citestream.ingest.parse.UnreadableArticleException.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArticleParserTest {
    private static final String META =
            "<front><article-meta><article-id pub-id-type=\"doi\">10.5555/A.1</article-id><title-group>"
                    + "<article-title>On <italic>digging</italic><xref ref-type=\"fn\" rid=\"f\">*</xref></article-title>"
                    + "</title-group></article-meta></front>";

    private final ArticleParser parser = new ArticleParser();

    private static Article read(ArticleParser parser, String xml) throws UnreadableArticleException, IOException {
        return parser.parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }

    private static UnreadableArticleException refusal(ArticleParser parser, String xml) {
        return catchThrowableOfType(UnreadableArticleException.class, () -> read(parser, xml));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    This is no XML at all.|NOT_XML|1
                    ''|NOT_XML|1
                    <article><body><p>cut|NOT_WELL_FORMED|1
                    <article><body></p></body></article>|NOT_WELL_FORMED|1
                    <article><body><p>&unheardof;</p></body></article>|NOT_WELL_FORMED|1
                    <html><body/></html>|WRONG_ROOT|1
                    <article><body><p>No name.</p></body></article>|NO_IDENTITY|1
                    """)
    void shouldSayWhatAndWhereWhenAFileIsNoArticle(String xml, Reason reason, int line) {
        // When
        UnreadableArticleException refusal = refusal(parser, xml);

        // Then
        assertThat(refusal.reason()).isEqualTo(reason);
        assertThat(refusal.line()).isEqualTo(line);
        assertThat(refusal.getMessage()).isNotBlank();
    }

    @Test
    void shouldNameLineAndColumnWhenATagIsNotClosed() {
        // Given
        String xml = "<article>\n" + META + "\n<body>\n  <p>text</sec>\n</body></article>";

        // When
        UnreadableArticleException refusal = refusal(parser, xml);

        // Then
        assertThat(refusal.line()).isEqualTo(4);
        assertThat(refusal.column()).isBetween(10, 18);
    }

    @Test
    void shouldRefuseWhenEntitiesMultiply() {
        // Given
        StringBuilder dtd = new StringBuilder("<!DOCTYPE article [<!ENTITY a0 \"lol\">");
        for (int i = 1; i < 10; i++) {
            dtd.append("<!ENTITY a")
                    .append(i)
                    .append(" \"")
                    .append(("&a" + (i - 1) + ";").repeat(10))
                    .append("\">");
        }
        String xml = dtd + "]><article>" + META + "<body><p>&a9;</p></body></article>";

        // When
        UnreadableArticleException refusal = refusal(parser, xml);

        // Then
        assertThat(refusal.reason()).isEqualTo(Reason.LIMIT);
        assertThat(refusal.getMessage()).containsIgnoringCase("entit");
    }

    @Test
    void shouldReadNothingFromOutsideWhenAnEntityIsExternal() throws Exception {
        // Given
        String xml = "<!DOCTYPE article [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><article>" + META
                + "<body><p>&x; <xref ref-type=\"bibr\" rid=\"b\">1</xref></p></body></article>";

        // When
        String text;
        try {
            text = read(parser, xml).paragraphs().get(0).text();
        } catch (UnreadableArticleException refused) {
            text = refused.getMessage();
        }

        // Then
        assertThat(text).doesNotContain("root:");
    }

    @Test
    void shouldKnowDeclaredAndUndeclaredCharactersWhenNoDtdIsLoaded() throws Exception {
        // Given
        String xml = "<!DOCTYPE article PUBLIC \"-//X\" \"nowhere.dtd\" [<!ENTITY own \"mine\">]><article>" + META
                + "<body><p>&own;&nbsp;&eacute;&mdash;<xref ref-type=\"bibr\" rid=\"b\">1</xref></p></body></article>";

        // When
        Article article = read(parser, xml);

        // Then
        assertThat(article.paragraphs().get(0).text()).isEqualTo("mine é—1");
    }

    @ParameterizedTest
    @CsvSource({
        "200,256,256,1000,50,20,article-bytes",
        "100000,5,256,1000,50,20,Depth",
        "100000,256,2,1000,50,20,ttribute",
        "100000,256,256,10,50,20,text-length",
        "100000,256,256,1000,1,20,marks",
        "100000,256,256,1000,50,1,references"
    })
    void shouldNameTheLimitWhenItIsReached(
            long bytes, int depth, int attributes, int text, int marks, int references, String named) {
        // Given
        ArticleParser strict = new ArticleParser(
                new Limits(bytes, depth, attributes, 1000, text, 1000, marks, references, 1000, 1000, 50));
        String mark = "<xref ref-type=\"bibr\" rid=\"b1\">1</xref>";
        String xml =
                "<article><front><article-meta><article-id pub-id-type=\"doi\">10.5555/a</article-id></article-meta>"
                        + "</front><body><sec><sec><p a=\"1\" b=\"2\" c=\"3\">Longer than ten " + mark + mark
                        + "</p></sec></sec></body><back><ref-list><ref id=\"b1\"/><ref id=\"b2\"/></ref-list></back></article>";

        // When
        UnreadableArticleException refusal = refusal(strict, xml);

        // Then
        assertThat(refusal.reason()).isEqualTo(Reason.LIMIT);
        assertThat(refusal.getMessage()).containsIgnoringCase(named);
    }

    @Test
    void shouldReadTheFrontWhenPublishersSayItTheirWay() throws Exception {
        // Given
        String xml = """
                <article article-type="retraction" xml:lang="EN" xmlns:xlink="http://www.w3.org/1999/xlink"><front>
                <journal-meta><journal-id journal-id-type="nlm-ta">Dig J</journal-id><journal-title>Digging Journal</journal-title>
                <issn>1234-567x</issn><publisher><publisher-name>Spade Press</publisher-name></publisher></journal-meta>
                <article-meta><article-id pub-id-type="doi">https://doi.org/10.5555/Note.1</article-id>
                <article-id pub-id-type="pmid">0123</article-id><article-id pub-id-type="pmc">77</article-id>
                <article-categories><subj-group><subject>Ethology</subject></subj-group></article-categories>
                <title-group><article-title>Retraction:<break/>on <italic>digging</italic></article-title></title-group>
                <contrib-group><contrib contrib-type="author"><contrib-id contrib-id-type="orcid">https://orcid.org/0000-0002-1825-0097</contrib-id>
                <name><surname>Flynn</surname><given-names>Ada B</given-names></name><xref ref-type="aff" rid="a1 a2"/></contrib>
                <contrib contrib-type="author"><collab>The Diggers</collab></contrib>
                <contrib contrib-type="editor"><name><surname>Boss</surname></name></contrib></contrib-group>
                <aff id="a1"><label>1</label><institution>Field Station</institution>, Eastmoor</aff>
                <aff id="a2"><institution-wrap><institution-id institution-id-type="ror">https://ror.org/05A28RW58</institution-id>
                <institution content-type="dept">Soil Department</institution>, <institution>Eastmoor University</institution></institution-wrap>, Eastmoor</aff>
                <pub-date pub-type="collection"><year>2019</year></pub-date>
                <pub-date pub-type="epub"><day>3</day><month>Feb</month><year>2020</year></pub-date>
                <volume>7</volume><issue>2</issue><fpage>12</fpage><lpage>19</lpage>
                <permissions><license xlink:href="https://creativecommons.org/licenses/by/4.0/"><license-p>CC BY</license-p></license></permissions>
                <self-uri xlink:href="https://journal.example/1"/>
                <related-article related-article-type="retracted-article" ext-link-type="doi" xlink:href="10.5555/BAD.1"/>
                <abstract><title>Abstract</title><p>We take it back.</p></abstract>
                <abstract abstract-type="graphical"><p>Picture.</p></abstract>
                <kwd-group><kwd>mouse</kwd></kwd-group>
                <funding-group><award-group><funding-source><institution-wrap><institution>Soil Fund</institution>
                <institution-id>10.13039/1</institution-id></institution-wrap></funding-source><award-id>S1</award-id></award-group></funding-group>
                </article-meta></front></article>
                """;

        // When
        var front = read(parser, xml).front();

        // Then
        assertThat(front.id().value()).isEqualTo("doi:10.5555/note.1");
        assertThat(front.identifiers().pmid()).isEqualTo("123");
        assertThat(front.identifiers().pmcid()).isEqualTo("PMC77");
        assertThat(front.title()).isEqualTo("Retraction: on digging");
        assertThat(front.abstractText()).isEqualTo("We take it back.");
        assertThat(front.authors()).hasSize(2);
        assertThat(front.authors().get(0).orcid()).isEqualTo("0000-0002-1825-0097");
        assertThat(front.authors().get(0).affiliations())
                .containsExactly("Field Station, Eastmoor", "Soil Department, Eastmoor University, Eastmoor");
        assertThat(front.authors().get(0).institutions())
                .containsExactly(new Institution("05a28rw58", "Eastmoor University"));
        assertThat(front.authors().get(1).group()).isTrue();
        assertThat(front.journal().abbreviation()).isEqualTo("Dig J");
        assertThat(front.journal().issns()).containsExactly("1234-567X");
        assertThat(front.date()).hasToString("PublicationDate[year=2020, month=2, day=3]");
        assertThat(front.placement().pages()).isEqualTo("12–19");
        assertThat(front.publicationType()).isEqualTo(PublicationType.RETRACTION);
        assertThat(front.subjects()).containsExactly("Ethology");
        assertThat(front.funding().get(0).funderId()).isEqualTo("10.13039/1");
        assertThat(front.licence()).isEqualTo("https://creativecommons.org/licenses/by/4.0/");
        assertThat(front.language()).isEqualTo("en");
        assertThat(front.fullTextUrl()).isEqualTo("https://journal.example/1");
        assertThat(front.notices()).hasSize(1);
        assertThat(front.notices().get(0).kind()).isEqualTo(EditorialNotice.NoticeKind.RETRACTION);
        assertThat(front.notices().get(0).about().value()).isEqualTo("doi:10.5555/bad.1");
    }

    @Test
    void shouldReadTheChapterWhenTheRootIsABookPart() throws Exception {
        // Given
        String xml =
                "<book-part-wrapper><book-meta><book-title-group><book-title>Book of Holes</book-title></book-title-group>"
                        + "</book-meta><book-part><book-part-meta><title-group><title>Chapter</title></title-group></book-part-meta>"
                        + "<body><p>As known [<xref ref-type=\"bibr\" rid=\"r\">1</xref>].</p></body><back><ref-list><ref id=\"r\">"
                        + "<nlm-citation citation-type=\"book\"><source>Holes</source><year>1999</year></nlm-citation></ref></ref-list>"
                        + "</back></book-part></book-part-wrapper>";

        // When
        Article article = read(parser, xml);

        // Then
        assertThat(article.front().title()).isEqualTo("Chapter");
        assertThat(article.front().journal().title()).isEqualTo("Book of Holes");
        assertThat(article.front().publicationType()).isEqualTo(PublicationType.BOOK_CHAPTER);
        assertThat(article.references().get(0).title()).isEqualTo("Holes");
        assertThat(article.paragraphs()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    2.1. Study design|Study design
                    1 Introduction|Introduction
                    IV. Results|Results
                    A. Background|Background
                    3D models|3D models
                    2014 survey|2014 survey
                    16S rRNA|16S rRNA
                    5 years of digging|5 years of digging
                    Introduction|Introduction
                    """)
    void shouldStripOnlyNumberingWhenAHeadingIsRead(String raw, String heading) {
        assertThat(SectionTrail.withoutNumber(raw)).isEqualTo(heading);
    }
}
