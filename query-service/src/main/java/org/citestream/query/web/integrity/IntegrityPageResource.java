package org.citestream.query.web.integrity;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import org.citestream.query.http.Paging;
import org.citestream.query.integrity.BoardAnswers.BoardList;
import org.citestream.query.integrity.BoardAnswers.BoardStatement;
import org.citestream.query.integrity.BoardFilter;
import org.citestream.query.integrity.IntegrityBoard;
import org.citestream.query.integrity.IntegritySettings;
import org.citestream.query.web.PageAddress;
import org.citestream.query.web.StatementCard;

/** Who builds on retracted, withdrawn or doubted works. */
@Path("/integrity")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class IntegrityPageResource {

    @Inject
    IntegrityBoard board;

    @Inject
    IntegritySettings settings;

    @CheckedTemplate(basePath = "")
    static final class BoardTemplates {
        private BoardTemplates() {}

        static native TemplateInstance integrity(IntegrityPage page);
    }

    @GET
    public TemplateInstance board(@Context UriInfo address) {
        Map<String, List<String>> given = address.getQueryParameters();
        BoardFilter filter = BoardFilter.parse(given);
        int first = settings.firstEntries();
        return BoardTemplates.integrity(new IntegrityPage(
                null,
                given,
                board.figures(filter),
                board.notices(filter, first, 0),
                board.articles(filter, first, 0),
                board.secondOrder(filter, first, 0),
                board.journals(filter, first, 0),
                board.publishers(filter, first, 0),
                null,
                0,
                null,
                null));
    }

    @GET
    @Path("{part:notices|articles|second-order|journals|publishers|statements}")
    public TemplateInstance list(@PathParam("part") String part, @Context UriInfo address) {
        Map<String, List<String>> given = address.getQueryParameters();
        BoardFilter filter = BoardFilter.parse(given);
        Paging paging = Paging.of(address, settings.entries());
        BoardList<?> list =
                switch (part) {
                    case "notices" -> board.notices(filter, paging.limit(), paging.offset());
                    case "articles" -> board.articles(filter, paging.limit(), paging.offset());
                    case "second-order" -> board.secondOrder(filter, paging.limit(), paging.offset());
                    case "journals" -> board.journals(filter, paging.limit(), paging.offset());
                    case "publishers" -> board.publishers(filter, paging.limit(), paging.offset());
                    default -> board.statements(filter, paging.limit(), paging.offset());
                };
        PageAddress self = new PageAddress("/integrity/" + part, given);
        return BoardTemplates.integrity(new IntegrityPage(
                part,
                given,
                board.figures(filter),
                shown(part.equals("notices"), list),
                shown(part.equals("articles"), list),
                shown(part.equals("second-order"), list),
                shown(part.equals("journals"), list),
                shown(part.equals("publishers"), list),
                part.equals("statements")
                        ? IntegrityPageResource.<BoardStatement>shown(true, list).entries().stream()
                                .map(one -> new IntegrityPage.ShownSentence(
                                        StatementCard.of(one.statement(), null), one.citing(), one.cited()))
                                .toList()
                        : null,
                list.total(),
                paging.offset() == 0 ? null : at(self, Math.max(0, paging.offset() - paging.limit())),
                list.next() == null ? null : at(self, list.next())));
    }

    @SuppressWarnings("unchecked") // the part says what the list holds
    private static <T> BoardList<T> shown(boolean it, BoardList<?> list) {
        return it ? (BoardList<T>) list : null;
    }

    private static String at(PageAddress self, int offset) {
        return (offset == 0 ? self.without("offset") : self.with("offset", Integer.toString(offset))).toString();
    }
}
