package org.citestream.ingest.parse;

import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.citestream.ingest.article.Funding;

/** Reads {@code funding-group}. */
final class JatsFunding {
    private final XmlCursor xml;
    private final FrontDraft front;
    private String funder;
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

    private void award() throws XMLStreamException {
        funder = null;
        funderId = null;
        List<String> awards = new ArrayList<>();
        xml.eachChild(name -> {
            if (name.equals("funding-source")) {
                source();
            } else if (name.equals("award-id")) {
                String number = xml.text();
                if (number != null) {
                    awards.add(number);
                }
            }
        });
        if (funder != null || !awards.isEmpty()) {
            front.funding.add(new Funding(funder, funderId, awards));
        }
    }

    private void source() throws XMLStreamException {
        RunningText words = new RunningText(10_000);
        name(words);
        if (!words.isEmpty()) {
            funder = words.plain();
        }
    }

    private void name(RunningText words) throws XMLStreamException {
        xml.eachNode(words, inner -> {
            if (inner.equals("institution-id")) {
                funderId = xml.text();
            } else {
                words.space();
                name(words);
            }
        });
    }
}
