package org.citestream.ingest;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Writes small JATS articles for tests. */
public final class Jats {
    private final List<String> ids = new ArrayList<>();
    private final List<String> related = new ArrayList<>();
    private final List<String> references = new ArrayList<>();
    private final StringBuilder body = new StringBuilder();
    private String title = "A sample of an article that cites";
    private String type = "research-article";
    private String family = "Okoye";
    private int year = 2021;

    public static Jats article() {
        return new Jats();
    }

    /** An article of one sentence that cites one work, {@code doi:10.5555/cited.1}. */
    public static byte[] citing(String doi) {
        return article()
                .doi(doi)
                .cites("Words about another work", "B1")
                .reference("B1", "Ren", "Fear extinction in the rat, a sample", 2015, "doi:10.5555/cited.1")
                .bytes();
    }

    public Jats doi(String doi) {
        return id("doi", doi);
    }

    public Jats id(String kind, String value) {
        ids.add("<article-id pub-id-type=\"" + kind + "\">" + value + "</article-id>");
        return this;
    }

    public Jats title(String text) {
        title = text;
        return this;
    }

    public Jats type(String articleType) {
        type = articleType;
        return this;
    }

    public Jats by(String firstFamily, int published) {
        family = firstFamily;
        year = published;
        return this;
    }

    public Jats related(String relation, String doi) {
        related.add("<related-article related-article-type=\"" + relation + "\" ext-link-type=\"doi\" xlink:href=\""
                + doi + "\"/>");
        return this;
    }

    /** A sentence that cites the reference with this key. */
    public Jats cites(String sentence, String key) {
        body.append("<p>")
                .append(sentence)
                .append(" <xref ref-type=\"bibr\" rid=\"")
                .append(key)
                .append("\">[1]</xref>.</p>");
        return this;
    }

    /** A reference; ids as {@code doi:…}, {@code pmid:…}. */
    public Jats reference(String key, String authorFamily, String workTitle, int published, String... curies) {
        StringBuilder pubIds = new StringBuilder();
        for (String curie : curies) {
            int colon = curie.indexOf(':');
            pubIds.append("<pub-id pub-id-type=\"")
                    .append(curie, 0, colon)
                    .append("\">")
                    .append(curie.substring(colon + 1))
                    .append("</pub-id>");
        }
        references.add("<ref id=\"" + key + "\"><element-citation publication-type=\"journal\"><person-group>"
                + "<name><surname>" + authorFamily + "</surname><given-names>P</given-names></name></person-group>"
                + "<article-title>" + workTitle + "</article-title><source>Ann Sample Sci</source><year>" + published
                + "</year><volume>3</volume><fpage>1</fpage>" + pubIds + "</element-citation></ref>");
        return this;
    }

    public String xml() {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<article article-type=\"" + type
                + "\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" xml:lang=\"en\"><front><journal-meta>"
                + "<journal-title-group><journal-title>Annals of Sample Science</journal-title></journal-title-group>"
                + "</journal-meta><article-meta>" + String.join("", ids) + "<title-group><article-title>" + title
                + "</article-title></title-group><contrib-group><contrib contrib-type=\"author\"><name><surname>"
                + family + "</surname><given-names>Ada</given-names></name></contrib></contrib-group>"
                + "<pub-date><year>" + year + "</year></pub-date>" + String.join("", related)
                + "</article-meta></front><body><sec sec-type=\"results\"><title>1. Results</title>" + body
                + "</sec></body><back><ref-list>" + String.join("", references) + "</ref-list></back></article>";
    }

    public byte[] bytes() {
        return xml().getBytes(StandardCharsets.UTF_8);
    }
}
