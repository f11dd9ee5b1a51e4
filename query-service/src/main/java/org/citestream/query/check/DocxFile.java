package org.citestream.query.check;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.io.input.BoundedInputStream;

/**
 * The parts of a DOCX, in memory: only those that are asked for are unpacked, and together no further than a bound. What
 * has macros is refused. For one document.
 */
final class DocxFile implements AutoCloseable {

    private static final String MAIN_PART = "/officeDocument";
    private static final int MOST_PARTS = 10_000;
    private static final int DEEPEST = 500;

    private final ZipFile zip;
    private final long most;
    private long unpacked;

    /** @param most bytes that all parts read may unpack to */
    private DocxFile(ZipFile zip, long most) {
        this.zip = zip;
        this.most = most;
    }

    /** Takes one event after the other; the reader stands at it. */
    @FunctionalInterface
    interface EventConsumer {
        void take(XMLStreamReader at) throws XMLStreamException, UnreadableListException;
    }

    /** @param most bytes that the parts read may unpack to */
    static DocxFile open(byte[] body, long most) throws UnreadableListException {
        try {
            DocxFile file = new DocxFile(ZipFile.builder().setByteArray(body).get(), most);
            file.checkParts();
            return file;
        } catch (IOException | IllegalArgumentException e) {
            throw new UnreadableListException("its zip archive is damaged", 0);
        }
    }

    private void checkParts() throws UnreadableListException {
        List<ZipArchiveEntry> parts = Collections.list(zip.getEntries());
        if (parts.size() > MOST_PARTS) {
            throw new UnreadableListException("it has more than %d parts".formatted(MOST_PARTS), 0);
        }
        Set<String> names = new HashSet<>();
        for (ZipArchiveEntry part : parts) {
            String name = part.getName().toLowerCase(Locale.ROOT);
            if (name.endsWith("vbaproject.bin") || name.endsWith("vbadata.xml")) {
                throw new UnreadableListException("it has macros; save it as a DOCX without macros", 0);
            }
            if (!names.add(name)) {
                throw new UnreadableListException("it has two parts of one name", 0);
            }
        }
    }

    /** The main part, then footnotes and endnotes where there are any. */
    List<String> texts() throws UnreadableListException {
        List<String> parts = new ArrayList<>();
        each("_rels/.rels", at -> {
            String type = at.isStartElement() ? at.getAttributeValue(null, "Type") : null;
            if (type != null && type.endsWith(MAIN_PART)) {
                parts.add(at.getAttributeValue(null, "Target").replaceFirst("^/", ""));
            }
        });
        if (parts.size() != 1) {
            throw new UnreadableListException("it does not say where its text is", 0);
        }
        String folder = parts.get(0).substring(0, parts.get(0).lastIndexOf('/') + 1);
        for (String notes : List.of("footnotes.xml", "endnotes.xml")) {
            if (zip.getEntry(folder + notes) != null) {
                parts.add(folder + notes);
            }
        }
        return parts;
    }

    /** Hands on every event of a part. */
    void each(String part, EventConsumer taker) throws UnreadableListException {
        ZipArchiveEntry entry = zip.getEntry(part);
        if (entry == null || !zip.canReadEntryData(entry)) {
            throw new UnreadableListException("its part %s is missing or locked".formatted(part), 0);
        }
        try (BoundedInputStream content = bounded(entry)) {
            XMLStreamReader at = XmlSource.factory().createXMLStreamReader(content);
            try {
                for (int depth = 0; at.hasNext(); ) {
                    int event = at.next();
                    depth += event == XMLStreamConstants.START_ELEMENT ? 1 : 0;
                    depth -= event == XMLStreamConstants.END_ELEMENT ? 1 : 0;
                    if (event == XMLStreamConstants.DTD) {
                        throw new UnreadableListException(
                                "its part %s declares a document type, which is not read".formatted(part), 0);
                    }
                    if (depth > DEEPEST) {
                        throw new UnreadableListException(
                                "its part %s has more than %d elements within each other".formatted(part, DEEPEST), 0);
                    }
                    taker.take(at);
                }
            } catch (XMLStreamException e) {
                throw new UnreadableListException(
                        content.getCount() + unpacked > most
                                ? "it unpacks to more than %d bytes".formatted(most)
                                : "its part %s is not well-formed XML: %s"
                                        .formatted(part, XmlSource.lastLine(e.getMessage())),
                        0);
            } finally {
                at.close();
                unpacked += content.getCount();
            }
        } catch (IOException | XMLStreamException e) {
            throw new UnreadableListException("its part %s is damaged".formatted(part), 0);
        }
    }

    /** Reads one byte beyond the bound at most, so that XML that goes on ends too early. */
    private BoundedInputStream bounded(ZipArchiveEntry entry) throws IOException {
        InputStream content = zip.getInputStream(entry);
        return BoundedInputStream.builder()
                .setInputStream(content)
                .setMaxCount(most - unpacked + 1)
                .get();
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException e) {
            throw new UncheckedIOException("An archive in memory cannot be closed", e);
        }
    }
}
