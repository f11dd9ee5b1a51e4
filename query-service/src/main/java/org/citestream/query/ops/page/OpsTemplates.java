package org.citestream.query.ops.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.citestream.query.ops.article.Conflicts;
import org.citestream.query.ops.article.IncompleteArticle;
import org.citestream.query.ops.audit.AuditEntry;
import org.citestream.query.ops.cluster.DescribedBroker;
import org.citestream.query.ops.deadletter.LetterCategory;
import org.citestream.query.ops.deadletter.ShownDeadLetter;
import org.citestream.query.ops.detail.TopicDetail;
import org.citestream.query.ops.group.GroupRow;
import org.citestream.query.ops.index.IndexState;
import org.citestream.query.ops.loop.LoopRow;
import org.citestream.query.ops.message.Message;
import org.citestream.query.ops.message.MessageReader;
import org.citestream.query.ops.rebuild.RebuildAnswer;

/** The pages of the dashboard, type-checked at build time. */
@CheckedTemplate(basePath = "ops")
final class OpsTemplates {

    private OpsTemplates() {}

    static native TemplateInstance overview(OverviewPage page);

    static native TemplateInstance consumers(OverviewPage page, List<GroupRow> shown);

    static native TemplateInstance group(GroupRow row, HourPlot lag, LoopRow loop, boolean may, String done);

    static native TemplateInstance topic(TopicDetail detail, HourPlot written);

    static native TemplateInstance brokers(List<DescribedBroker> brokers);

    static native TemplateInstance broker(DescribedBroker.Whole whole);

    static native TemplateInstance messages(MessagesPage page, MessageReader.MessagePage found);

    static native TemplateInstance message(Message message, String pretty);

    static native TemplateInstance letters(
            LettersPage page, List<LetterCategory> categories, List<ShownDeadLetter> letters);

    static native TemplateInstance letter(ShownDeadLetter letter, Message message, String pretty);

    static native TemplateInstance articles(
            List<IncompleteArticle> articles,
            ArticlesPage all,
            Conflicts conflicts,
            String conflictsTrouble,
            boolean may,
            String done);

    static native TemplateInstance actions(
            List<LoopRow> loops, RebuildAnswer rebuild, IndexState index, boolean may, String who, String done);

    static native TemplateInstance audit(List<AuditEntry> entries, Long next);
}
