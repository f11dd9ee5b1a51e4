package org.citestream.query.check;

import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.citestream.kit.problem.Problem;
import org.citestream.query.problem.ProblemException;
import org.citestream.query.publication.WrittenId;

/** Reads a list of references in any {@link ListFormat}, in memory and within bounds. Thread-safe. */
@Singleton
public record ReferenceLists(CheckSettings settings) {

    /** What is read at the same time: texts become up to thirty times as large while they are parsed. */
    static final Semaphore READING = new Semaphore(2, true);

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
            // A PDF's text is made elsewhere, which takes its time and no memory here.
            byte[] xml = read == ListFormat.PDF ? GrobidServer.of(settings).tei(body) : new byte[0];
            READING.acquireUninterruptibly();
            try {
                return bounded(read == ListFormat.PDF ? ofPdf(xml) : read(body, read));
            } finally {
                READING.release();
            }
        } catch (UnreadableListException unreadable) {
            throw new ProblemException(unreadable(read, unreadable));
        }
    }

    private ReferenceList read(byte[] body, ListFormat format) throws UnreadableListException {
        return switch (format) {
            case JATS -> new JatsReader(settings.references()).read(body);
            case TEI -> new TeiReader(settings.references()).read(body);
            case DOCX ->
                new DocxReader(settings.references())
                        .read(body, settings.unpackedBytes().asLongValue());
            case PDF -> throw new IllegalArgumentException("A PDF is read as the TEI made of it");
            case LATEX -> new LatexReader(settings.references()).read(text(body));
            case BIBTEX -> list(format, CslReferences.ofBibTeX(text(body), settings.references()));
            case RIS -> list(format, CslReferences.ofRis(text(body)));
            case CSL_JSON -> list(format, CslReferences.ofJson(text(body)));
            case CSV -> list(format, TableReferences.read(text(body)));
            case ZOTERO_RDF -> list(format, new ZoteroReader().read(body));
            case TEXT -> list(format, lines(text(body)));
        };
    }

    private ReferenceList ofPdf(byte[] tei) throws UnreadableListException {
        ReferenceList list = new TeiReader(settings.references()).read(tei);
        return new ReferenceList(ListFormat.PDF, list.references(), list.unlisted());
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
        text.lines().map(String::strip).flatMap(ReferenceLists::ids).forEach(line -> references.add(line(line)));
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

    /** A printed reference, with or without its number. */
    static GivenReference line(String line) {
        Matcher number = NUMBERED.matcher(line);
        if (!number.find()) {
            return GivenReference.printed(null, line);
        }
        String label = number.group(1) == null ? number.group(2) : number.group(1);
        return GivenReference.printed(label, line.substring(number.end()));
    }

    private String text(byte[] body) throws UnreadableListException {
        if (body.length > settings.listBytes().asLongValue()) {
            throw new UnreadableListException(
                    "it has %d bytes; of a list in this format at most %d are read, so send it in parts"
                            .formatted(body.length, settings.listBytes().asLongValue()),
                    0);
        }
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
