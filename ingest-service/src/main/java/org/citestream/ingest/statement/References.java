package org.citestream.ingest.statement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.citestream.ingest.article.Reference;

/** The reference list as markers see it: by key, by place, by number. */
final class References {
    private final List<Reference> list;
    private final Map<String, Integer> placeOfKey;
    /** Places by number, where the number is of one entry: first and last work of it. */
    private final Map<Integer, Span> placesOfNumber = new HashMap<>();

    private final Set<Integer> shared = new HashSet<>();

    References(List<Reference> list) {
        this.list = list;
        this.placeOfKey = new HashMap<>(list.size() * 2);
        for (int i = 0; i < list.size(); i++) {
            placeOfKey.put(list.get(i).key(), i);
            number(i);
        }
    }

    /** Works of one entry follow one another; the same number elsewhere is of another list. */
    private void number(int place) {
        int number = numberAt(place);
        Span before = placesOfNumber.get(number);
        if (before != null && before.end() != place) {
            shared.add(number);
        }
        placesOfNumber.put(number, new Span(before == null ? place : before.start(), place + 1));
    }

    /** Places of the works that the text calls by these numbers, one after the other; empty when one is unknown or shared. */
    List<Integer> placesOf(int low, int high) {
        List<Integer> places = new ArrayList<>();
        for (int number = low; number <= high; number++) {
            Span entry = placesOfNumber.get(number);
            if (entry == null || shared.contains(number)) {
                return List.of();
            }
            for (int place = entry.start(); place < entry.end(); place++) {
                places.add(place);
            }
        }
        return places;
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
