package org.citestream.query.ops;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Settings of the dashboard; docs/settings.md explains each. */
@ConfigMapping(prefix = "citestream.ops")
public interface OpsSettings {

    /** Whether this instance looks at the broker at all. */
    @WithDefault("true")
    boolean enabled();

    /** How often broker and database are looked at, and pages refreshed. */
    @WithDefault("2s")
    Duration every();

    /** Over how long a group's commits are judged. */
    @WithDefault("1m")
    Duration window();

    /** How often what changes seldom is looked at: sizes, settings, newest records. */
    @WithDefault("15s")
    Duration detailsEvery();

    /** How long the broker may take over one question. */
    @WithDefault("5s")
    Duration patience();

    /** Records at committed offsets read in one look, to tell lag as time. */
    @WithDefault("200")
    int timeReads();

    /** Points of a sparkline. */
    @WithDefault("60")
    int history();

    /** Rows a table shows at most; a filter finds the others. */
    @WithDefault("100")
    int rows();

    /** Where ingest-service answers, for articles and conflicts; absent: those parts say so. */
    Optional<String> ingestUrl();

    /** Where classify-service answers, for the time of its last poll; absent: not shown. */
    Optional<String> classifyUrl();

    /** How long another service may take to answer. */
    @WithDefault("2s")
    Duration serviceTimeout();

    /** Key with scope ingest for reading again and taking back, where keys are in use; absent: the caller's own. */
    Optional<String> ingestKey();

    /** How long reading one article again may take. */
    @WithDefault("60s")
    Duration readTimeout();

    /** Topics beside those of topics.yaml whose messages may be read; one that ends in * stands for all that begin so. */
    @WithDefault("citations.candidate.v1")
    List<String> otherTopics();

    /** Messages a page of a topic holds at most. */
    @WithDefault("200")
    int messages();

    /** Characters of a message shown in a list; the whole one is a click away. */
    @WithDefault("2000")
    int messageCharacters();

    /** Bytes of one message shown whole. */
    @WithDefault("2000000")
    int messageBytes();

    /** Bytes that one search reads at most. */
    @WithDefault("268435456")
    long searchBytes();

    /** How long one search may take. */
    @WithDefault("30s")
    Duration searchTime();

    /** Values of one message that a JSON path may look at; one that descends once looks at each a few times. */
    @WithDefault("1000000")
    int pathSteps();

    /** Hits that one search gives at most. */
    @WithDefault("500")
    int searchHits();

    /** Searches and live tails at the same time. */
    @WithDefault("8")
    int readers();

    /** Dead letters redriven a second at most. */
    @WithDefault("100")
    int redriveRate();

    /** Dead letters that one request redrives or discards at most. */
    @WithDefault("1000")
    int redriveLimit();
}
