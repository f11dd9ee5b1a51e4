package org.citestream.query.ops;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Settings of the dashboard; docs/settings.md explains each. */
@ConfigMapping(prefix = "citestream.ops")
public interface OpsSettings {

    /** Whether this instance surveys the broker at all. */
    @WithDefault("true")
    boolean enabled();

    /** How often broker and database are surveyed, and pages refreshed. */
    @WithDefault("2s")
    Duration every();

    /** How often they are surveyed while nobody has a page open, for the gauges. */
    @WithDefault("10s")
    Duration unwatchedEvery();

    /** The window over which a group's commits are judged. */
    @WithDefault("1m")
    Duration window();

    /** How often slowly changing facts are surveyed: sizes, settings, newest records. */
    @WithDefault("15s")
    Duration detailsEvery();

    /** How long the broker may take to answer one request. */
    @WithDefault("5s")
    Duration patience();

    /** Records at committed offsets read in one survey, to show lag as time. */
    @WithDefault("200")
    int timeReads();

    /** Number of points in a sparkline. */
    @WithDefault("60")
    int history();

    /** How far back the charts of topics and groups reach; kept in memory. */
    @WithDefault("1h")
    Duration charts();

    /** Maximum number of rows in a table; a filter finds the others. */
    @WithDefault("100")
    int rows();

    /** URL of ingest-service, for articles and conflicts; if absent, those parts say so. */
    Optional<String> ingestUrl();

    /** URL of classify-service, for the time of its last poll; if absent, that is not shown. */
    Optional<String> classifyUrl();

    /** URL of Prometheus, which evaluates the alert rules; if absent, the dashboard says so. */
    Optional<URI> prometheusUrl();

    /** How long another service may take to answer. */
    @WithDefault("2s")
    Duration serviceTimeout();

    /**
     * Key with scope ingest for re-ingesting and withdrawing articles, if keys are in use; if absent, the caller's own.
     */
    Optional<String> ingestKey();

    /** How long re-ingesting one article may take. */
    @WithDefault("60s")
    Duration readTimeout();

    /** Topics besides those of topics.yaml whose messages may be read; a trailing * matches any suffix. */
    @WithDefault("citations.candidate.v1")
    List<String> otherTopics();

    /** Maximum number of messages on a page of a topic. */
    @WithDefault("200")
    int messages();

    /** Characters of a message shown in a list; the full one is a click away. */
    @WithDefault("2000")
    int messageCharacters();

    /** Maximum number of bytes shown of one message. */
    @WithDefault("2000000")
    int messageBytes();

    /** Maximum number of bytes read by one search. */
    @WithDefault("268435456")
    long searchBytes();

    /** How long one search may take. */
    @WithDefault("30s")
    Duration searchTime();

    /**
     * How many values a JSON path may visit in one message; a path with one recursive descent visits each a few times.
     */
    @WithDefault("1000000")
    int pathSteps();

    /** Maximum number of hits of one search. */
    @WithDefault("500")
    int searchHits();

    /** Characters of a download; the message that exceeds them is its last. */
    @WithDefault("16000000")
    int downloadCharacters();

    /** Maximum number of concurrent searches, live tails and downloads. */
    @WithDefault("8")
    int readers();

    /** Maximum number of dead letters redriven per second. */
    @WithDefault("100")
    int redriveRate();

    /** A dead letter that failed more often than this is redriven only if it is selected individually. */
    @WithDefault("3")
    int redriveAttempts();

    /** Maximum number of dead letters that one request redrives or discards. */
    @WithDefault("1000")
    int redriveLimit();
}
