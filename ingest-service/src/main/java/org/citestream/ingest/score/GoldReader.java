package org.citestream.ingest.score;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** Reads the gold out of one file, JATS or TEI. Stateless. */
public final class GoldReader {
    private static final Set<String> NOT_THE_ARTICLE = Set.of("sub-article", "response", "trans-abstract");
    private static final Set<String> RUNS =
            Set.of("p", "td", "th", "title", "caption", "li", "def", "note", "head", "figDesc", "cell", "div");
    private static final Pattern DASH = Pattern.compile("[\\s\\[\\]()]*[-\\u2010-\\u2015\\u2212][\\s\\[\\]()]*");
    private static final Pattern RANGE =
            Pattern.compile("^\\D{0,2}(\\d{1,3})\\s*[-\\u2010-\\u2015\\u2212]\\s*(\\d{1,3})\\D{0,2}$");
    private static final Pattern NUMBER = Pattern.compile("\\D{0,2}\\d{1,3}\\D{0,2}");
    private static final Pattern DOI = Pattern.compile("10\\.\\d{4,9}(?:\\.\\d+)*/\\S+");
    /** What a site writes behind a DOI. */
    private static final Pattern PAGE = Pattern.compile("(?:/(?:meta|full|abstract|-/dc\\d)|&[a-z_]+=\\S*)$");
    /**
     * No DOI but the beginning of some: no number, the ISSN of a journal, the year of a volume, or fewer figures than all
     * DOIs of the registrant have; or one DOI inside another. The file contradicts its own register then and says nothing.
     */
    private static final Pattern NOT_WHOLE = Pattern.compile(
            "10\\.(?:1002|1016|1073|1111|1371|3389|14348)/\\D+|10\\.[\\d.]+/(?:/?s?\\d{4}-\\d{3}[\\dx]|10\\.\\d+/.*)"
                    + "|10\\.1007/(?:s\\d{4}|s\\d{9}|s\\d{5}-\\d{3}-\\d{4}|978-[\\d-]*-)|10\\.1016/j\\.[a-z]+\\.\\d{4}"
                    + "|10\\.1037/(?:a\\d{3}|/?\\d{4}(?:-\\d{3}[\\dx](?:\\.\\d+){1,2})?)|10\\.1080/\\d{8}\\.\\d{4}|10\\.1105/tpc\\.\\d{3}\\.\\d"
                    + "|10\\.1146/annurev\\.[a-z]+\\.\\d{1,3}\\.\\d{6}|10\\.1371/journal\\.p[a-z]{3}\\.\\d{1,6}");

    private static final int LONGEST_GAP = 12;
    private static final int WIDEST_RANGE = 150;

    private GoldReader() {}

    /**
     * Reads one file to its end.
     *
     * @throws SAXException if the file is not well-formed
     */
    public static Gold read(InputStream content) throws IOException, SAXException {
        Document document = XmlTrees.parse(content);
        return document.getDocumentElement().getLocalName().equals("TEI") ? tei(document) : jats(document);
    }

    private static Gold jats(Document document) {
        List<String> keys = new ArrayList<>();
        Map<String, String> dois = new HashMap<>();
        for (Element entry : XmlTrees.below(document, "ref", NOT_THE_ARTICLE)) {
            String key = entry.getAttribute("id");
            keys.add(key);
            String doi = jatsDoi(entry);
            if (doi != null && !key.isEmpty()) {
                dois.put(key, doi);
            }
        }
        List<GoldLink> links = new ArrayList<>();
        int unresolved = 0;
        for (Element xref : XmlTrees.below(document, "xref", NOT_THE_ARTICLE)) {
            boolean declared = "bibr".equals(xref.getAttribute("ref-type"));
            List<String> targets = new ArrayList<>();
            for (String rid : words(xref.getAttribute("rid"))) {
                if (keys.contains(rid)) {
                    targets.add(rid);
                } else if (declared) {
                    unresolved++;
                }
            }
            if (declared && words(xref.getAttribute("rid")).isEmpty()) {
                unresolved++;
            }
            if (!targets.isEmpty()) {
                links.add(new GoldLink(
                        xref, targets, jatsPosition(xref), XmlTrees.ancestor(xref, Set.of("body")) != null));
            }
        }
        return gold(links, unresolved, keys, dois);
    }

    private static Gold tei(Document document) {
        List<String> keys = new ArrayList<>();
        Map<String, String> dois = new HashMap<>();
        for (Element list : XmlTrees.below(document, "listBibl", Set.of())) {
            for (Element entry : XmlTrees.below(list, "biblStruct", Set.of())) {
                String key = XmlTrees.attribute(entry, "id");
                keys.add(key);
                XmlTrees.below(entry, "idno", Set.of()).stream()
                        .filter(id -> id.getAttribute("type").equalsIgnoreCase("DOI"))
                        .map(id -> clean(id.getTextContent()))
                        .filter(doi -> doi != null)
                        .findFirst()
                        .ifPresent(doi -> dois.put(key, doi));
            }
        }
        List<GoldLink> links = new ArrayList<>();
        int unresolved = 0;
        for (Element ref : XmlTrees.below(document, "ref", Set.of("encodingDesc", "listBibl"))) {
            if (!"bibr".equals(ref.getAttribute("type"))) {
                continue;
            }
            List<String> targets = words(ref.getAttribute("target").replace("#", ""));
            targets.removeIf(target -> !keys.contains(target));
            if (targets.isEmpty()) {
                unresolved++;
            } else {
                links.add(new GoldLink(ref, targets, teiPosition(ref), XmlTrees.ancestor(ref, Set.of("body")) != null));
            }
        }
        return gold(links, unresolved, keys, dois);
    }

    /** A link whose targets are references. */
    private record GoldLink(Element element, List<String> targets, String position, boolean body) {
        String text() {
            return element.getTextContent().strip();
        }
    }

    private static Gold gold(List<GoldLink> links, int unresolved, List<String> keys, Map<String, String> dois) {
        List<Gold.GoldCitation> citations = new ArrayList<>();
        List<String> implied = new ArrayList<>();
        Map<String, Integer> places = new LinkedHashMap<>();
        for (int i = 0; i < keys.size(); i++) {
            places.putIfAbsent(keys.get(i), i);
        }
        GoldLink before = null;
        for (GoldLink link : links) {
            link.targets().forEach(key -> citations.add(new Gold.GoldCitation(key, link.position(), link.body())));
            implied.addAll(inside(link, keys, places));
            if (before != null) {
                implied.addAll(between(before, link, keys, places));
            }
            before = link;
        }
        return new Gold(citations, unresolved, implied, keys.size(), dois);
    }

    private static List<String> between(GoldLink left, GoldLink right, List<String> keys, Map<String, Integer> places) {
        if (XmlTrees.ancestor(left.element(), RUNS) != XmlTrees.ancestor(right.element(), RUNS)
                || !NUMBER.matcher(left.text()).matches()
                || !NUMBER.matcher(right.text()).matches()) {
            return List.of();
        }
        String gap = XmlTrees.between(left.element(), right.element(), LONGEST_GAP);
        if (gap == null || !DASH.matcher(gap).matches()) {
            return List.of();
        }
        int from = places.get(left.targets().get(left.targets().size() - 1));
        int to = places.get(right.targets().get(0));
        if (number(right) - number(left) != to - from) {
            // 104–131, of which the first links entry 126: the file contradicts itself, so it says nothing.
            return List.of();
        }
        return to - from > 1 && to - from <= WIDEST_RANGE ? keys.subList(from + 1, to) : List.of();
    }

    private static int number(GoldLink link) {
        return Integer.parseInt(link.text().replaceAll("\\D", ""));
    }

    /** {@code 3–7} in one link that names fewer than five. */
    private static List<String> inside(GoldLink link, List<String> keys, Map<String, Integer> places) {
        Matcher range = RANGE.matcher(link.text());
        if (!range.matches()) {
            return List.of();
        }
        int width = Integer.parseInt(range.group(2)) - Integer.parseInt(range.group(1));
        int from = places.get(link.targets().get(0));
        int to = from + width;
        boolean ends = link.targets().size() == 1
                || places.get(link.targets().get(link.targets().size() - 1)) == to;
        if (width < 1
                || width > WIDEST_RANGE
                || to >= keys.size()
                || !ends
                || Integer.parseInt(range.group(1)) != from + 1) {
            return List.of();
        }
        List<String> members = new ArrayList<>(keys.subList(from, to + 1));
        members.removeAll(link.targets());
        return members;
    }

    private static String jatsPosition(Element xref) {
        for (Node at = xref.getParentNode(); at instanceof Element element; at = at.getParentNode()) {
            switch (element.getLocalName()) {
                case "fn", "table-wrap-foot" -> {
                    return "footnote";
                }
                case "caption" -> {
                    return "caption";
                }
                case "td", "th" -> {
                    return "table";
                }
                case "abstract" -> {
                    return "abstract";
                }
                case "title" -> {
                    return titleOf(element);
                }
                default -> {
                    // Look further out.
                }
            }
        }
        return "body";
    }

    private static String titleOf(Element title) {
        Element parent = (Element) title.getParentNode();
        if (parent.getLocalName().equals("caption")) {
            return "caption";
        }
        return Set.of("sec", "app", "ack", "notes", "boxed-text").contains(parent.getLocalName()) ? "heading" : "body";
    }

    private static String teiPosition(Element ref) {
        for (Node at = ref.getParentNode(); at instanceof Element element; at = at.getParentNode()) {
            switch (element.getLocalName()) {
                case "note" -> {
                    return "footnote";
                }
                case "cell" -> {
                    return "table";
                }
                case "figure" -> {
                    return "caption";
                }
                case "abstract" -> {
                    return "abstract";
                }
                case "head" -> {
                    Element parent = (Element) element.getParentNode();
                    return parent.getLocalName().equals("figure") ? "caption" : "heading";
                }
                default -> {
                    // Look further out.
                }
            }
        }
        return "body";
    }

    private static String jatsDoi(Element entry) {
        for (Element id : XmlTrees.below(entry, "pub-id", Set.of())) {
            String doi = clean(id.getTextContent());
            if (id.getAttribute("pub-id-type").equalsIgnoreCase("doi") && doi != null) {
                return doi;
            }
        }
        for (String link : List.of("ext-link", "uri")) {
            for (Element element : XmlTrees.below(entry, link, Set.of())) {
                String address = XmlTrees.attribute(element, "href");
                boolean resolver = address.toLowerCase(Locale.ROOT).contains("doi.org/")
                        || element.getAttribute("ext-link-type").equalsIgnoreCase("doi");
                String doi = clean(address.isEmpty() ? element.getTextContent() : address);
                if (resolver && doi != null) {
                    return doi;
                }
            }
        }
        return null;
    }

    private static String clean(String raw) {
        Matcher found = DOI.matcher(raw.replace("%2F", "/")
                .replace("%2f", "/")
                .replace("%3C", "<")
                .replace("%3E", ">")
                .replace("&lt;", "<"));
        if (!found.find()) {
            return null;
        }
        String doi = PAGE.matcher(found.group().toLowerCase(Locale.ROOT).replaceAll("[.,;:<>\"'\\]]+$", ""))
                .replaceFirst("")
                .replace('–', '-');
        return NOT_WHOLE.matcher(doi).matches() ? null : doi;
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        for (String word : text.strip().split("\\s+", -1)) {
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
        return words;
    }
}
