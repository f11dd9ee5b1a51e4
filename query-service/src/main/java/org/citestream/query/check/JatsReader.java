package org.citestream.query.check;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamReader;

/** Reads JATS: {@code <ref>} in {@code <ref-list>}, and {@code <xref ref-type="bibr">} in the text. For one document. */
final class JatsReader extends ManuscriptReader {

    private static final List<String> CITATIONS =
            List.of("element-citation", "mixed-citation", "citation", "nlm-citation");

    /** Elements that hold a field, by the name of the field. */
    private static final Map<String, String> FIELDS = Map.ofEntries(
            Map.entry("article-title", "title"),
            Map.entry("chapter-title", "title"),
            Map.entry("data-title", "title"),
            Map.entry("source", "source"),
            Map.entry("year", "year"),
            Map.entry("volume", "volume"),
            Map.entry("fpage", "first"),
            Map.entry("elocation-id", "first"),
            Map.entry("lpage", "last"),
            Map.entry("surname", "author"),
            Map.entry("collab", "author"));

    private String refId;
    private boolean book;
    private boolean editors;
    /** Whether what follows is the same reference once more. */
    private boolean alternative;

    JatsReader(int most) {
        super(ListFormat.JATS, most);
    }

    @Override
    boolean isRoot(String element) {
        return element.equals("article") || element.equals("pmc-articleset") || element.equals("sub-article");
    }

    @Override
    String begin(String element, XMLStreamReader at) {
        if (element.equals("ref")) {
            refId = at.getAttributeValue(null, "id");
            alternative = false;
            return null;
        }
        if (!inReference()) {
            if (CITATIONS.contains(element) && within("ref") && !alternative) {
                alternative = within("citation-alternatives");
                String kind = at.getAttributeValue(null, "publication-type");
                book = "book".equals(kind == null ? at.getAttributeValue(null, "citation-type") : kind);
                editors = false;
                reference(refId, refId);
            } else if (element.equals("xref") && "bibr".equals(at.getAttributeValue(null, "ref-type"))) {
                String targets = at.getAttributeValue(null, "rid");
                marker(
                        targets == null
                                ? List.of()
                                : Arrays.asList(targets.strip().split("\\s+", -1)));
            }
            return null;
        }
        return switch (element) {
            case "person-group" -> {
                String type = at.getAttributeValue(null, "person-group-type");
                editors = type != null && !type.startsWith("author");
                yield null;
            }
            case "etal" -> {
                draft().othersOmitted();
                yield null;
            }
            case "pub-id" -> {
                String type = at.getAttributeValue(null, "pub-id-type");
                yield type == null ? null : "id:" + type;
            }
            default -> FIELDS.get(element);
        };
    }

    @Override
    void field(ReferenceDraft reference, String field, String text) {
        switch (field) {
            case "title" -> reference.title(text);
            case "source" -> {
                if (book) {
                    reference.title(text);
                }
            }
            case "year" -> reference.year(text);
            case "volume" -> reference.volume(text);
            case "first" -> reference.firstPage(text);
            case "last" -> reference.lastPage(text);
            case "author" -> {
                if (!editors) {
                    reference.author(text);
                }
            }
            case "id:doi", "id:pmid", "id:pmcid", "id:arxiv" -> reference.id(field.substring("id:".length()), text);
            default -> {}
        }
    }
}
