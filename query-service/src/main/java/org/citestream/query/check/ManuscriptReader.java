package org.citestream.query.check;

import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.citestream.query.check.ReferenceList.UnlistedMarker;

/**
 * Reads the list and the markers of a manuscript in XML, without its document type and without entities. The vocabularies
 * say which element is what. For one document.
 */
abstract class ManuscriptReader {

    private static final Pattern DASH = Pattern.compile("\\s*[\\-–—−‐‑]\\s*");
    private static final Pattern SPAN = Pattern.compile("\\D{0,3}(\\d{1,3})\\s*[\\-–—−‐‑]\\s*(\\d{1,3})\\D{0,3}");
    private static final int LONGEST_SPAN = 200;
    private static final int LONGEST_GAP = 8;
    private static final int MOST_MARKERS = 200_000;

    /** A marker in the text: where it points to, what it looks like, and whether a dash joins it to the one before. */
    private record Marker(List<String> targets, String text, boolean range) {

        /** How many more references a marker such as 3–7 stands for. */
        int span() {
            Matcher numbers = SPAN.matcher(text);
            int more = numbers.matches() ? Integer.parseInt(numbers.group(2)) - Integer.parseInt(numbers.group(1)) : 0;
            return more > 0 && more <= LONGEST_SPAN ? more : 0;
        }
    }

    /** Text that is being collected for a field; null as field throws it away. */
    private record Capture(int depth, String field, StringBuilder text) {}

    private final ListFormat format;
    private final int most;
    private final List<Map.Entry<String, GivenReference>> references = new ArrayList<>();
    private final List<Marker> markers = new ArrayList<>();
    private final Deque<String> open = new ArrayDeque<>();
    private final StringBuilder gap = new StringBuilder();

    private ReferenceDraft draft;
    private String draftId;
    private int draftDepth;
    private StringBuilder printed;
    private Capture field;
    private List<String> marked;
    private int markedDepth;
    private boolean joined;

    /** @param most references */
    ManuscriptReader(ListFormat format, int most) {
        this.format = format;
        this.most = most;
    }

    /** Whether an element may stand at the root. */
    abstract boolean isRoot(String element);

    /**
     * An element that is no field: it may begin a reference ({@link #reference}) or be a marker ({@link #marker}).
     * Returns the field whose text it holds, or null.
     */
    abstract String begin(String element, XMLStreamReader at);

    /** A field of a reference that has ended. */
    abstract void field(ReferenceDraft reference, String field, String text);

    final ReferenceList read(byte[] body) throws UnreadableListException {
        XmlSource.check(body);
        try {
            XMLStreamReader at = XmlSource.factory().createXMLStreamReader(new ByteArrayInputStream(body));
            try {
                while (at.hasNext()) {
                    event(at);
                }
            } finally {
                at.close();
            }
        } catch (XMLStreamException e) {
            throw XmlSource.unreadable(e);
        }
        return list();
    }

    private void event(XMLStreamReader at) throws XMLStreamException, UnreadableListException {
        switch (at.next()) {
            case XMLStreamConstants.START_ELEMENT -> start(at);
            case XMLStreamConstants.END_ELEMENT -> end();
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                text(at.getText());
            default -> {}
        }
    }

    private void start(XMLStreamReader at) throws UnreadableListException {
        String element = at.getLocalName();
        if (open.isEmpty() && !isRoot(element)) {
            throw new UnreadableListException(
                    "its root element is <%s>; JATS begins with <article>, TEI with <TEI>".formatted(element),
                    at.getLocation().getLineNumber());
        }
        open.push(element);
        String name = begin(element, at);
        if (name != null && draft != null && field == null) {
            field = new Capture(open.size(), name, new StringBuilder());
        }
        if (references.size() > most || markers.size() > MOST_MARKERS) {
            throw new UnreadableListException(
                    "it has more than %d references, or %d markers".formatted(most, MOST_MARKERS),
                    at.getLocation().getLineNumber());
        }
    }

    private void text(String text) {
        if (field != null) {
            field.text().append(text);
        }
        if (printed != null) {
            printed.append(text);
        } else if (gap.length() <= LONGEST_GAP || marked != null) {
            gap.append(text, 0, Math.min(text.length(), 200));
        }
    }

    private void end() {
        int depth = open.size();
        open.pop();
        if (field != null && field.depth() == depth) {
            field(draft, field.field(), field.text().toString());
            field = null;
        }
        if (printed != null) {
            printed.append(' ');
        }
        if (marked != null && markedDepth == depth) {
            addMarker();
        }
        if (draft != null && draftDepth == depth) {
            references.add(Map.entry(draftId, draft.text(printed.toString()).read()));
            draft = null;
            printed = null;
        }
    }

    /** The elements that are open, the innermost first. */
    final boolean within(String element) {
        return open.contains(element);
    }

    final boolean inReference() {
        return draft != null;
    }

    /** The reference that is being read. */
    final ReferenceDraft draft() {
        return draft;
    }

    /** Begins a reference with the element that has just been opened. */
    final void reference(String id, String label) {
        draft = new ReferenceDraft(label);
        draftId = id == null ? "" : id;
        draftDepth = open.size();
        printed = new StringBuilder();
        field = null;
    }

    /** The element that has just been opened is a marker. */
    final void marker(List<String> targets) {
        joined = DASH.matcher(gap).matches();
        gap.setLength(0);
        marked = targets;
        markedDepth = open.size();
    }

    private void addMarker() {
        markers.add(new Marker(marked, gap.toString().replaceAll("\\s+", " ").strip(), joined));
        gap.setLength(0);
        marked = null;
    }

    private ReferenceList list() {
        Map<String, Integer> places = new LinkedHashMap<>();
        for (int i = 0; i < references.size(); i++) {
            places.putIfAbsent(references.get(i).getKey(), i);
        }
        Set<String> cited = new LinkedHashSet<>();
        Map<String, UnlistedMarker> unlisted = new LinkedHashMap<>();
        String before = null;
        for (Marker marker : markers) {
            for (String target : marker.targets()) {
                if (marker.range()) {
                    cited.addAll(between(before, target, places));
                }
                cited.addAll(behind(target, marker.span(), places));
                if (places.containsKey(target)) {
                    cited.add(target);
                } else {
                    unlisted.putIfAbsent(target, new UnlistedMarker(target, marker.text()));
                }
                before = target;
            }
        }
        return new ReferenceList(
                format,
                references.stream()
                        .map(one -> one.getValue()
                                .citedInText(markers.isEmpty() ? null : Boolean.valueOf(cited.contains(one.getKey()))))
                        .toList(),
                List.copyOf(unlisted.values()));
    }

    /** The ids of so many references behind one. */
    private List<String> behind(String first, int more, Map<String, Integer> places) {
        Integer from = places.get(first);
        return from == null || more == 0
                ? List.of()
                : references.subList(from, Math.min(references.size(), from + more + 1)).stream()
                        .map(Map.Entry::getKey)
                        .toList();
    }

    /** The ids of the list between two that a dash joins, as in 3–7. */
    private List<String> between(String first, String last, Map<String, Integer> places) {
        Integer from = places.get(first);
        Integer to = places.get(last);
        return from == null || to == null || to <= from
                ? List.of()
                : references.subList(from, to).stream().map(Map.Entry::getKey).toList();
    }
}
