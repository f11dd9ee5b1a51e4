package org.citestream.ingest.arrival.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.LinkedHashMap;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.citestream.ingest.Jats;
import org.citestream.ingest.PlatformResource;
import org.citestream.ingest.TopicReader;
import org.citestream.ingest.arrival.pack.Packs;
import org.citestream.ingest.publish.LoopOrders;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PlatformResource.class)
class InboxTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    InboxSettings settings;

    @Inject
    LoopOrders orders;

    @Inject
    Producer<byte[], byte[]> producer;

    private Path inbox;

    @BeforeEach
    void findInbox() {
        inbox = settings.folder().orElseThrow();
    }

    @Test
    void shouldMoveFileToDoneWhenArticleIsIn() throws IOException {
        // Given
        byte[] article = Jats.article().doi("10.5555/inbox.1").bytes();
        // When
        drop("inbox-1.xml", article);
        // Then
        awaitFile("done/inbox-1.xml");
        assertThat(TopicReader.about(TopicReader.STATEMENTS, "doi:10.5555/inbox.1"))
                .extracting(TopicReader.TopicRecord::type)
                .contains("ArticleClosed");
    }

    @Test
    void shouldWaitWhileToldToAndGoOnWhenToldSo() throws Exception {
        // Given
        order("LoopPaused");
        await().atMost(PATIENCE).until(() -> orders.isPaused(InboxLoop.NAME));
        // When
        drop("inbox-paused.xml", Jats.article().doi("10.5555/inbox.paused").bytes());
        // Then
        await().during(settings.every().multipliedBy(2))
                .atMost(PATIENCE)
                .until(() -> Files.exists(inbox.resolve("inbox-paused.xml")));
        // When
        order("LoopResumed");
        // Then
        awaitFile("done/inbox-paused.xml");
    }

    private void order(String type) throws Exception {
        var record = new ProducerRecord<>(
                "citestream.control.v1",
                InboxLoop.NAME.getBytes(StandardCharsets.UTF_8),
                "{\"group\":\"citestream.inbox\",\"by\":\"ada\"}".getBytes(StandardCharsets.UTF_8));
        record.headers().add("type", type.getBytes(StandardCharsets.UTF_8));
        producer.send(record).get();
    }

    @Test
    void shouldSetFileAsideWithReasonWhenItIsNoArticle() throws IOException {
        // When
        drop("inbox-2.xml", "<article><front></article>".getBytes(StandardCharsets.UTF_8));
        // Then
        awaitFile("rejected/inbox-2.xml");
        assertThat(inbox.resolve("rejected/inbox-2.xml.reasons.ndjson"))
                .content()
                .contains("\"reason\":\"not-well-formed\"", "\"line\":1");
    }

    @Test
    void shouldNameTheBadOnesWhenPackageIsPartlyGood() throws IOException {
        // Given
        var entries = new LinkedHashMap<String, byte[]>();
        entries.put("good.xml", Jats.article().doi("10.5555/inbox.3").bytes());
        entries.put("bad.xml", "no XML at all".getBytes(StandardCharsets.UTF_8));
        // When
        drop("inbox-3.tar.gz", Packs.tarGz(entries));
        // Then
        awaitFile("done/inbox-3.tar.gz");
        assertThat(inbox.resolve("rejected/inbox-3.tar.gz.reasons.ndjson"))
                .content()
                .contains("\"file\":\"bad.xml\"")
                .doesNotContain("good.xml");
    }

    @Test
    void shouldFinishWhatAKilledRunHadClaimed() throws IOException {
        // Given
        byte[] article = Jats.article().doi("10.5555/inbox.4").bytes();
        // When
        drop("claimed/inbox-4.xml", article);
        // Then
        awaitFile("done/inbox-4.xml");
    }

    @Test
    void shouldSetAsideWhatEndedTheServiceTwice() throws IOException {
        // Given
        byte[] article = Jats.article().doi("10.5555/inbox.7").bytes();
        // When
        drop("claimed-again/inbox-7.xml", article);
        // Then
        awaitFile("rejected/inbox-7.xml");
        assertThat(inbox.resolve("rejected/inbox-7.xml.reasons.ndjson"))
                .content()
                .contains("\"reason\":\"no-end\"");
        assertThat(TopicReader.about(TopicReader.STATEMENTS, "doi:10.5555/inbox.7"))
                .isEmpty();
    }

    @Test
    void shouldLeaveFileAloneWhenItIsStillBeingWritten() throws IOException {
        // Given
        byte[] article = Jats.article().doi("10.5555/inbox.5").bytes();
        await().atMost(PATIENCE).until(() -> Files.isDirectory(inbox));
        Files.write(inbox.resolve("inbox-5.xml.part"), article);
        // When
        drop("inbox-6.xml", Jats.article().doi("10.5555/inbox.6").bytes());
        awaitFile("done/inbox-6.xml");
        // Then
        assertThat(inbox.resolve("inbox-5.xml.part")).exists();
    }

    /** Moves a file to its place in the inbox, as soon as its folder is there. */
    private void drop(String path, byte[] bytes) throws IOException {
        Path target = inbox.resolve(path);
        await().atMost(PATIENCE).until(() -> Files.isDirectory(target.getParent()));
        Path draft = Files.createTempFile(inbox, ".draft", "");
        Files.write(draft, bytes);
        Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
    }

    private void awaitFile(String path) {
        await().atMost(PATIENCE).until(() -> Files.exists(inbox.resolve(path)));
    }
}
