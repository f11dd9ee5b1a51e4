package org.citestream.query.alert.feed;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;

/** Feeds as JSON Feed 1.1 (jsonfeed.org). */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record JsonFeed(
        String version,
        String title,
        @JsonProperty("home_page_url") String home,
        @JsonProperty("feed_url") String self,
        List<FeedItem> items) {

    /** The media type. */
    public static final String TYPE = "application/feed+json";

    private static final ObjectMapper JSON = new ObjectMapper();

    /** One entry. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record FeedItem(
            String id,
            String url,
            String title,
            @JsonProperty("content_html") String html,
            @JsonProperty("date_published") String published,
            List<FeedAuthor> authors,
            List<String> tags) {

        static FeedItem of(Feed.FeedEntry entry) {
            return new FeedItem(
                    entry.id(),
                    entry.link(),
                    entry.title(),
                    entry.html(),
                    entry.updated().toString(),
                    entry.author() == null ? null : List.of(new FeedAuthor(entry.author())),
                    List.of(entry.category()));
        }
    }

    /** The author of an entry. */
    public record FeedAuthor(String name) {}

    public static byte[] write(Feed feed) {
        try {
            return JSON.writeValueAsBytes(new JsonFeed(
                    "https://jsonfeed.org/version/1.1",
                    feed.title(),
                    feed.home(),
                    feed.self(),
                    feed.entries().stream().map(FeedItem::of).toList()));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
