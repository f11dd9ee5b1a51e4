package org.citestream.ingest.statement;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.citestream.ingest.article.Reference;

/** The reference list as markers see it: by key, by place, by number. */
final class References {
    private final List<Reference> list;
    private final Map<String, Integer> placeOfKey;

    References(List<Reference> list) {
        this.list = list;
        this.placeOfKey = new HashMap<>(list.size() * 2);
        for (int i = 0; i < list.size(); i++) {
            placeOfKey.put(list.get(i).key(), i);
        }
    }

    int size() {
        return list.size();
    }

    /** 0-based place in the list, or -1. */
    int placeOf(String key) {
        return placeOfKey.getOrDefault(key, -1);
    }

    String keyAt(int place) {
        return list.get(place).key();
    }

    /** The number by which the text calls the entry: its label, else its place from 1. */
    int numberAt(int place) {
        String label = list.get(place).label();
        int number = label == null ? -1 : Digits.only(label);
        return number >= 0 ? number : place + 1;
    }
}
