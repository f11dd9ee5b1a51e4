package org.citestream.query.check;

import java.util.Arrays;
import java.util.Locale;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads TEI as GROBID writes it: {@code <biblStruct>} in {@code <listBibl>}, and {@code <ref type="bibr">} in the text. For
 * one document.
 */
final class TeiReader extends ManuscriptReader {

    private boolean analytic;

    TeiReader(int most) {
        super(ListFormat.TEI, most);
    }

    @Override
    boolean isRoot(String element) {
        return element.equals("TEI") || element.equals("teiCorpus");
    }

    @Override
    String begin(String element, XMLStreamReader at) {
        if (!inReference()) {
            if (element.equals("biblStruct") && within("listBibl")) {
                analytic = false;
                String id = at.getAttributeValue(XMLConstants.XML_NS_URI, "id");
                reference(id, id);
            } else if (element.equals("ref") && "bibr".equals(at.getAttributeValue(null, "type"))) {
                String target = at.getAttributeValue(null, "target");
                if (target != null) {
                    marker(Arrays.stream(target.strip().split("\\s+", -1))
                            .map(one -> one.replaceFirst("^#", ""))
                            .toList());
                }
            }
            return null;
        }
        return switch (element) {
            case "analytic" -> {
                analytic = true;
                yield null;
            }
            case "title" -> titled(at.getAttributeValue(null, "level"));
            case "surname", "orgName" -> within("author") && (within("analytic") || !analytic) ? "author" : null;
            case "idno" -> {
                String type = at.getAttributeValue(null, "type");
                yield type == null ? null : "id:" + type.toLowerCase(Locale.ROOT);
            }
            case "biblScope" -> scope(at);
            case "date" -> {
                draft().year(at.getAttributeValue(null, "when"));
                yield "year";
            }
            case "note" -> "raw_reference".equals(at.getAttributeValue(null, "type")) ? "raw" : null;
            default -> null;
        };
    }

    /** The title of the article, or of the book where there is no article in it. */
    private String titled(String level) {
        return "a".equals(level) || ("m".equals(level) && !analytic) ? "title" : null;
    }

    private String scope(XMLStreamReader at) {
        String unit = at.getAttributeValue(null, "unit");
        if ("page".equals(unit)) {
            draft().firstPage(at.getAttributeValue(null, "from")).lastPage(at.getAttributeValue(null, "to"));
            return "pages";
        }
        return "volume".equals(unit) ? "volume" : null;
    }

    @Override
    void field(ReferenceDraft reference, String field, String text) {
        switch (field) {
            case "title" -> reference.title(text);
            case "author" -> reference.author(text);
            case "year" -> reference.year(text);
            case "volume" -> reference.volume(text);
            case "pages" -> reference.pages(text);
            case "raw" -> reference.text(text);
            case "id:doi", "id:pmid", "id:pmcid", "id:arxiv" -> reference.id(field.substring("id:".length()), text);
            default -> {}
        }
    }
}
