package org.citestream.ingest;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import org.citestream.ingest.article.Article;
import org.citestream.ingest.extract.ExtractedLine;
import org.citestream.ingest.file.ReceivedFile;
import org.citestream.ingest.parse.ArticleParser;
import org.citestream.ingest.parse.UnreadableArticleException;
import org.citestream.ingest.parse.UnreadableArticleException.Reason;
import org.citestream.ingest.statement.Extraction;
import org.citestream.ingest.statement.StatementExtractor;
import org.citestream.ingest.statement.TooManyStatementsException;

/** Parsing and extracting within this service's limits. Thread-safe. */
@ApplicationScoped
public class ArticleReader {
    /**
     * Raised whenever the same file would yield different statements, so that re-ingesting it does not count as
     * "unchanged".
     */
    private static final String EXTRACTOR_VERSION = "6";

    private final ArticleParser parser;
    private final StatementExtractor extractor;

    public ArticleReader(LimitSettings limits) {
        this.parser = new ArticleParser(limits.toLimits());
        this.extractor = new StatementExtractor(limits.statements());
    }

    /** The extractor's version, which every fact names. */
    public String version() {
        return EXTRACTOR_VERSION;
    }

    /** Reads the article. */
    public Article parse(ReceivedFile file) throws UnreadableArticleException, IOException {
        if (file.looksLikeArchive()) {
            throw new UnreadableArticleException(
                    Reason.ARCHIVE,
                    "the file is an archive; send it to /articles/archive, which takes each article in it",
                    -1,
                    -1);
        }
        try (InputStream bytes = file.open()) {
            return parser.parse(bytes);
        }
    }

    /** Its statements; each reference is identified by its own ids alone. */
    public Extraction extract(Article article) throws UnreadableArticleException {
        try {
            return extractor.extract(article);
        } catch (TooManyStatementsException tooMany) {
            throw new UnreadableArticleException(Reason.LIMIT, tooMany.getMessage(), -1, -1);
        }
    }

    /** What the file holds, in the shape of the {@code extract} command's line. */
    public byte[] preview(ReceivedFile file, String name) throws UnreadableArticleException, IOException {
        Article article = parse(file);
        return ExtractedLine.of(name, article, extract(article)).toJson();
    }
}
