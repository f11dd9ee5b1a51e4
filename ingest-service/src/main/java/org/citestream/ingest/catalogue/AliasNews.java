package org.citestream.ingest.catalogue;

import java.util.List;
import java.util.stream.Stream;
import org.citestream.ingest.fact.AliasFound;
import org.citestream.ingest.publish.OutgoingRecord;

/**
 * What a batch changed about which work is which.
 *
 * @param found aliases to be published
 * @param gone ids whose alias is to be taken back
 */
record AliasNews(List<AliasFound> found, List<String> gone) {
    AliasNews {
        found = List.copyOf(found);
        gone = List.copyOf(gone);
    }

    static final AliasNews NONE = new AliasNews(List.of(), List.of());

    boolean isEmpty() {
        return found.isEmpty() && gone.isEmpty();
    }

    AliasNews and(AliasNews later) {
        return new AliasNews(
                Stream.concat(found.stream(), later.found.stream()).toList(),
                Stream.concat(gone.stream(), later.gone.stream()).toList());
    }

    List<OutgoingRecord> records() {
        return Stream.concat(gone.stream().map(AliasNews::takeBack), OutgoingRecord.all(found).stream())
                .toList();
    }

    static OutgoingRecord takeBack(String from) {
        return OutgoingRecord.takeBack(AliasFound.keyOf(from), from, AliasFound.class.getSimpleName());
    }
}
