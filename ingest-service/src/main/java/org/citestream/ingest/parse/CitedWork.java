package org.citestream.ingest.parse;

import java.util.ArrayList;
import java.util.List;

/**
 * One work of an entry of the reference list, with all citations that say it. Alternatives and different kinds of citation
 * say the same work; the same kind again is another work, unless both have one id, or one place in one container.
 *
 * @param ids of the citation elements
 */
record CitedWork(ReferenceDraft draft, List<String> ids) {
    CitedWork {
        ids = List.copyOf(ids);
    }

    /** The works of one entry, at least one. */
    static List<CitedWork> in(List<CitationReading> readings, boolean alternatives) {
        if (readings.size() == 1) {
            return alone(readings);
        }
        List<List<CitationReading>> works = new ArrayList<>();
        works.add(new ArrayList<>());
        if (alternatives) {
            works.get(0).addAll(readings);
        } else {
            spread(readings.stream().filter(reading -> !reading.mixed()).toList(), works);
            spread(readings.stream().filter(CitationReading::mixed).toList(), works);
        }
        if (works.size() == 1) {
            return alone(works.get(0));
        }
        return works.stream().map(CitedWork::of).toList();
    }

    private static void spread(List<CitationReading> sameKind, List<List<CitationReading>> works) {
        int place = -1;
        for (CitationReading reading : sameKind) {
            CitationReading last =
                    place < 0 ? null : works.get(place).get(works.get(place).size() - 1);
            boolean another = last == null
                    || (reading.draft().identifiesWork() && !reading.draft().sameAs(last.draft()));
            place += another ? 1 : 0;
            if (place == works.size()) {
                works.add(new ArrayList<>());
            }
            works.get(place).add(reading);
        }
    }

    /** One citation, which may say several works in words alone. */
    private static List<CitedWork> alone(List<CitationReading> readings) {
        CitedWork work = of(readings);
        List<ReferenceDraft> parts = PlainWorks.in(work.draft());
        if (parts.size() < 2) {
            return List.of(work);
        }
        List<CitedWork> works = new ArrayList<>();
        for (ReferenceDraft part : parts) {
            works.add(new CitedWork(part, works.isEmpty() ? work.ids() : List.of()));
        }
        return works;
    }

    /** Fields come best from tagged citations, the wording from mixed ones. */
    private static CitedWork of(List<CitationReading> readings) {
        if (readings.size() == 1) {
            CitationReading only = readings.get(0);
            return new CitedWork(
                    only.draft(), only.id() == null || only.id().isBlank() ? List.of() : List.of(only.id()));
        }
        ReferenceDraft draft = new ReferenceDraft();
        readings.stream()
                .filter(reading -> reading.mixed() && reading.draft().raw != null)
                .reduce((first, second) -> second)
                .ifPresent(wording -> draft.raw = wording.draft().raw);
        readings.stream().filter(reading -> !reading.mixed()).forEach(reading -> draft.fillFrom(reading.draft()));
        readings.stream().filter(CitationReading::mixed).forEach(reading -> draft.fillFrom(reading.draft()));
        List<String> ids = readings.stream()
                .map(CitationReading::id)
                .filter(id -> id != null && !id.isBlank())
                .toList();
        return new CitedWork(draft, ids);
    }
}
