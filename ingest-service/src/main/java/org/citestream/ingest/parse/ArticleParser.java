package org.citestream.ingest.parse;

import com.ctc.wstx.exc.WstxException;
import com.ctc.wstx.exc.WstxLazyException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.Location;
import javax.xml.stream.XMLStreamException;
import org.citestream.ingest.article.Article;
import org.citestream.ingest.parse.UnreadableArticleException.Reason;
import org.codehaus.stax2.XMLStreamReader2;

/**
 * Reads an article in one pass over the stream: JATS, TEI, Elsevier's or Springer's XML by its root element, BioC by
 * being JSON. Opens nothing but that stream: no DTD, no external entity. Thread-safe.
 */
public final class ArticleParser {
    private static final int HEAD = 4 * 1024;
    /** The bytes of UTF-8's byte order mark. */
    private static final String BOM = "\u00EF\u00BB\u00BF";

    private final Limits limits;
    private final XmlReaders readers;

    public ArticleParser() {
        this(Limits.DEFAULTS);
    }

    public ArticleParser(Limits limits) {
        this.limits = limits;
        this.readers = new XmlReaders(limits);
    }

    public Limits limits() {
        return limits;
    }

    /**
     * Reads one article to its end. The stream is not closed.
     *
     * @throws UnreadableArticleException if it is no article, breaks XML's rules, or reaches a limit
     * @throws IOException if the stream cannot be read
     */
    public Article parse(InputStream source) throws UnreadableArticleException, IOException {
        InputStream bytes = new BufferedInputStream(new BoundedInput(source, limits.articleBytes()), HEAD);
        try {
            return isJson(bytes) ? new BiocArticleReader(limits).read(bytes) : parseXml(bytes);
        } catch (RefusalException tooLarge) {
            throw unreadable(tooLarge.reason(), tooLarge.getMessage(), null);
        }
    }

    private static boolean isJson(InputStream bytes) throws IOException {
        bytes.mark(HEAD);
        int first = bytes.read();
        for (int read = 1; read < HEAD && (first <= ' ' || BOM.indexOf(first) >= 0) && first >= 0; read++) {
            first = bytes.read();
        }
        bytes.reset();
        return first == '{' || first == '[';
    }

    private Article parseXml(InputStream bytes) throws UnreadableArticleException, IOException {
        XMLStreamReader2 reader = null;
        try {
            reader = readers.open(bytes);
            Article article = read(new XmlCursor(reader, limits));
            while (reader.hasNext()) {
                // What follows the root must be well-formed too.
                reader.next();
            }
            return article;
        } catch (RefusalException refusal) {
            Location at = reader == null ? null : reader.getLocation();
            throw unreadable(refusal.reason(), refusal.getMessage(), at);
        } catch (XMLStreamException malformed) {
            throw translate(malformed, reader);
        } catch (WstxLazyException late) {
            // Text is read only when it is asked for, by methods that declare no exception.
            throw translate((XMLStreamException) late.getCause(), reader);
        } finally {
            close(reader);
        }
    }

    private Article read(XmlCursor xml) throws XMLStreamException {
        String root = xml.root();
        if (Envelope.isRoot(root)) {
            return only(xml, root);
        }
        if (!Envelope.isArticle(root) && !ElsevierArticleReader.reads(xml)) {
            throw ForeignRoots.refuse(xml);
        }
        return article(xml, root);
    }

    private Article article(XmlCursor xml, String root) throws XMLStreamException {
        if (ElsevierArticleReader.reads(xml)) {
            return new ElsevierArticleReader(xml, limits).read();
        }
        return switch (root) {
            case TeiArticleReader.ROOT -> new TeiArticleReader(xml, limits).read();
            case SpringerArticleReader.ROOT -> new SpringerArticleReader(xml, limits).read();
            default -> new JatsArticleReader(xml, limits).read();
        };
    }

    /** The one article of a set; several would have one answer between them. */
    private Article only(XmlCursor xml, String root) throws XMLStreamException {
        if (Envelope.isBook(root)) {
            throw new RefusalException(
                    Reason.WRONG_ROOT, "<book> holds chapters; send it to /articles/archive, which takes each");
        }
        Article[] found = new Article[1];
        inside(xml, root, found);
        if (found[0] == null) {
            throw new RefusalException(Reason.WRONG_ROOT, "<" + root + "> holds no article");
        }
        return found[0];
    }

    private void inside(XmlCursor xml, String root, Article[] found) throws XMLStreamException {
        xml.eachChild(name -> {
            if (Envelope.isArticle(name)) {
                if (found[0] != null) {
                    throw new RefusalException(
                            Reason.WRONG_ROOT,
                            "<" + root + "> holds several articles; send it to /articles/archive, which takes each");
                }
                found[0] = article(xml, name);
            } else if (Envelope.isLayer(name)) {
                inside(xml, root, found);
            } else if (Envelope.isError(name)) {
                throw new RefusalException(
                        Reason.WRONG_ROOT, "<" + root + "> holds no article but an error: " + xml.text());
            }
        });
    }

    private static UnreadableArticleException translate(XMLStreamException malformed, XMLStreamReader2 reader)
            throws IOException {
        if (malformed.getNestedException() instanceof BoundedInput.SourceException broken) {
            throw broken;
        }
        String message = firstLine(malformed);
        Location at = malformed.getLocation() != null ? malformed.getLocation() : location(reader);
        boolean limit = message.contains("limit (");
        boolean started = reader != null && reader.getDepth() > 0;
        return unreadable(limit ? Reason.LIMIT : started ? Reason.NOT_WELL_FORMED : Reason.NOT_XML, message, at);
    }

    private static String firstLine(XMLStreamException malformed) {
        String message = malformed instanceof WstxException own ? own.getMessage() : malformed.getMessage();
        if (message == null) {
            return "cannot be read as XML";
        }
        int end = message.indexOf('\n');
        return end < 0 ? message : message.substring(0, end);
    }

    private static Location location(XMLStreamReader2 reader) {
        return reader == null ? null : reader.getLocation();
    }

    private static UnreadableArticleException unreadable(Reason reason, String message, Location at) {
        return new UnreadableArticleException(
                reason, message, at == null ? -1 : at.getLineNumber(), at == null ? -1 : at.getColumnNumber());
    }

    private static void close(XMLStreamReader2 reader) {
        if (reader != null) {
            try {
                reader.close();
            } catch (XMLStreamException ignored) {
                // Only gives buffers back.
            }
        }
    }
}
