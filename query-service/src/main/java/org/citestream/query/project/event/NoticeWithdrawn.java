package org.citestream.query.project.event;

/**
 * A source takes back its editorial notice: the last value of the notice's key.
 *
 * @param kind as the notice had it; null where only the key says so and leaves it out
 * @param source who had issued it; null for a notice from before sources stood in keys
 * @param why in a few words, or null
 */
public record NoticeWithdrawn(String publication, String kind, String date, String source, String why)
        implements PublicationFact {

    public NoticeWithdrawn {
        Require.publicationId("publication", publication);
    }

    /** A record without a value under the key of a notice. */
    public static NoticeWithdrawn of(PublicationFactRemoved removed) {
        return new NoticeWithdrawn(removed.id(), null, null, null, null);
    }
}
