package org.citestream.ingest.extract;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.citestream.ingest.article.Article;
import org.citestream.ingest.parse.ArticleParser;
import org.citestream.ingest.parse.UnreadableArticleException;
import org.citestream.ingest.statement.Extraction;
import org.citestream.ingest.statement.StatementExtractor;
import org.citestream.ingest.statement.TooManyStatementsException;

/** The result for one file: an article with its statements, or a rejection. Exactly one of the two is set. */
record FileResult(Path file, Article article, Extraction extraction, ExtractedLine.Rejection rejected) {

    static FileResult of(Path file, ArticleParser parser, StatementExtractor extractor) {
        try (InputStream content = ArticleFiles.open(file)) {
            Article article = parser.parse(content);
            return new FileResult(file, article, extractor.extract(article), null);
        } catch (UnreadableArticleException unreadable) {
            return new FileResult(
                    file, null, null, ExtractedLine.rejected("", unreadable).rejected());
        } catch (TooManyStatementsException tooMany) {
            return rejected(file, "limit", tooMany.getMessage());
        } catch (IOException unread) {
            return rejected(file, "unreadable-file", unread.toString());
        }
    }

    static FileResult rejected(Path file, String reason, String detail) {
        return new FileResult(file, null, null, new ExtractedLine.Rejection(reason, detail, null, null));
    }

    ExtractedLine line() {
        return rejected != null
                ? ExtractedLine.rejected(file.toString(), rejected)
                : ExtractedLine.of(file.toString(), article, extraction);
    }
}
