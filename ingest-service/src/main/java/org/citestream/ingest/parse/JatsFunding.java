package org.citestream.ingest.parse;

import static org.citestream.ingest.parse.FirstSaid.or;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLStreamException;
import org.citestream.ingest.article.Funding;

/** Reads {@code funding-group}, and the sponsors of older files. */
final class JatsFunding {
    private final XmlCursor xml;
    private final FrontDraft front;
    private String funderId;

    JatsFunding(XmlCursor xml, FrontDraft front) {
        this.xml = xml;
        this.front = front;
    }

    /** Reads the {@code funding-group} that the cursor stands on. */
    void read() throws XMLStreamException {
        xml.eachChild(name -> {
            if (name.equals("award-group")) {
                award();
            }
        });
    }

    /** Reads the {@code contract-sponsor} that the cursor stands on. */
    void sponsor() throws XMLStreamException {
        List<Funding> sponsors = new ArrayList<>();
        source(sponsors);
        front.funding.addAll(sponsors);
    }

    /** Awards of a group are of its first funder. */
    private void award() throws XMLStreamException {
        List<Funding> funders = new ArrayList<>();
        List<String> awards = new ArrayList<>();
        xml.eachChild(name -> {
            if (name.equals("funding-source")) {
                source(funders);
            } else if (name.equals("award-id")) {
                String number = xml.text();
                if (number != null) {
                    awards.add(number);
                }
            }
        });
        if (!awards.isEmpty()) {
            Funding first = funders.isEmpty() ? new Funding(null, null, List.of()) : funders.remove(0);
            front.funding.add(new Funding(first.funder(), first.funderId(), awards));
        }
        front.funding.addAll(funders);
    }

    private void source(List<Funding> funders) throws XMLStreamException {
        funderId = null;
        RunningText words = new RunningText(10_000);
        String address = xml.attribute("href");
        name(words);
        if (!words.isEmpty()) {
            funders.add(new Funding(words.plain(), or(funderId, address), List.of()));
        }
    }

    /** Of several ids the first counts, but ROR's before all others. */
    private void name(RunningText words) throws XMLStreamException {
        xml.eachNode(words, inner -> {
            String kind = xml.attribute("institution-id-type", xml.attribute("content-type", ""));
            String address = xml.attribute("href");
            if (inner.equals("institution-id") || kind.contains("funder-id")) {
                String id = xml.text();
                funderId = kind.toLowerCase(Locale.ROOT).contains("ror") ? id : or(funderId, id);
            } else {
                funderId = or(funderId, address);
                words.space();
                name(words);
            }
        });
    }
}
