package org.citestream.query.check;

import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.citestream.kit.problem.Problem;
import org.citestream.query.problem.ProblemException;
import org.citestream.query.publication.WrittenId;

/** Reads a list of references in any {@link ListFormat}, in memory and within bounds. Thread-safe. */
@Singleton
public record ReferenceLists(CheckSettings settings) {

    private static final Pattern BETWEEN_IDS = Pattern.compile("[,;]?\\s+|[,;](?=10\\.|[pP][mM]|arxiv:|https?:)");

    /** A line of nothing else is an id of PubMed. */
    private static final Pattern PUBMED_NUMBER = Pattern.compile("[1-9]\\d{4,8}");

    private static final Pattern NUMBERED = Pattern.compile("^\\s*(?:\\[(\\d{1,4})]|(\\d{1,4})[.)])\\s+");

    /**
     * The list.
     *
     * @param format what it is; by what it looks like if empty
     * @throws ProblemException 415 for a format that is not read, 422 for what is not what its format says, is empty or
     *     too long
     */
    public ReferenceList read(byte[] body, Optional<ListFormat> format) {
        ListFormat read = format.orElseGet(() -> ListFormat.of(new String(body, StandardCharsets.ISO_8859_1)));
        try {
            ReferenceList list =
                    switch (read) {
                        case JATS -> new JatsReader(settings.references()).read(body);
                        case TEI -> new TeiReader(settings.references()).read(body);
                        case BIBTEX -> list(read, CslReferences.ofBibTeX(text(body), settings.references()));
                        case RIS -> list(read, CslReferences.ofRis(text(body)));
                        case CSL_JSON -> list(read, CslReferences.ofJson(text(body)));
                        case CSV -> list(read, TableReferences.read(text(body)));
                        case ZOTERO_RDF -> list(read, new ZoteroReader().read(body));
                        case TEXT -> list(read, lines(text(body)));
                    };
            return bounded(list);
        } catch (UnreadableListException unreadable) {
            throw new ProblemException(unreadable(read, unreadable));
        }
    }

    private ReferenceList bounded(ReferenceList list) throws UnreadableListException {
        int references = list.references().size();
        if (references == 0) {
            throw new UnreadableListException("there are no references in it", 0);
        }
        if (references > settings.references()) {
            throw UnreadableListException.tooLong(references, settings.references());
        }
        return list;
    }

    private static Problem unreadable(ListFormat format, UnreadableListException why) {
        Problem problem = Problem.of(
                        422,
                        "Unreadable list",
                        "Read as %s: %s. To have it read as another format, name it with input=%s"
                                .formatted(format.wireName(), why.getMessage(), String.join("|", ListFormat.names())))
                .with("input", format.wireName());
        return why.line() == 0 ? problem : problem.with("line", why.line());
    }

    private static ReferenceList list(ListFormat format, List<GivenReference> references) {
        return new ReferenceList(format, references, List.of());
    }

    /** Each line that is not empty is a reference, or several ids; a number before it is its label. */
    static List<GivenReference> lines(String text) {
        List<GivenReference> references = new ArrayList<>();
        text.lines().map(String::strip).flatMap(ReferenceLists::ids).forEach(line -> {
            var number = NUMBERED.matcher(line);
            boolean numbered = number.find();
            String label = !numbered ? null : number.group(1) == null ? number.group(2) : number.group(1);
            references.add(GivenReference.printed(label, numbered ? line.substring(number.end()) : line));
        });
        return references;
    }

    /** The ids of a line that has nothing but ids; else the line. */
    private static Stream<String> ids(String line) {
        if (line.isEmpty()) {
            return Stream.empty();
        }
        List<String> words = Stream.of(BETWEEN_IDS.split(line, -1))
                .map(word -> word.replaceFirst("[,;]$", ""))
                .filter(word -> !word.isEmpty())
                .map(word -> PUBMED_NUMBER.matcher(word).matches() ? "pmid:" + word : word)
                .toList();
        boolean onlyIds =
                words.stream().allMatch(word -> WrittenId.toCurie(word).isPresent());
        return onlyIds ? words.stream() : Stream.of(line);
    }

    private static String text(byte[] body) throws UnreadableListException {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new UnreadableListException("it is not in UTF-8; save it in that encoding", 0);
        }
    }
}
