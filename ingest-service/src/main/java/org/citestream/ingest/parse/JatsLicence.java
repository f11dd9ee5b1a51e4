package org.citestream.ingest.parse;

import javax.xml.stream.XMLStreamException;

/** Reads the licence: its address if there is one anywhere, else its wording. */
final class JatsLicence {
    private static final int LONGEST_WORDING = 1_000;

    private final XmlCursor xml;
    private final FrontDraft front;
    private String address;

    JatsLicence(XmlCursor xml, FrontDraft front) {
        this.xml = xml;
        this.front = front;
    }

    /** Reads the {@code permissions} or {@code license} that the cursor stands on. */
    void read(String name) throws XMLStreamException {
        if (name.equals("license")) {
            licence();
        } else {
            xml.eachChild(this::permission);
        }
    }

    private void permission(String name) throws XMLStreamException {
        if (name.equals("license")) {
            licence();
        } else if (name.equals("license_ref") && front.licence == null) {
            front.licence = xml.text();
        }
    }

    private void licence() throws XMLStreamException {
        address = xml.attribute("href");
        RunningText words = new RunningText(100_000);
        wording(words);
        if (front.licence != null) {
            return;
        }
        if (address != null) {
            front.licence = address.strip();
        } else if (!words.isEmpty()) {
            String wording = words.plain();
            front.licence = wording.length() > LONGEST_WORDING ? wording.substring(0, LONGEST_WORDING) : wording;
        }
    }

    private void wording(RunningText words) throws XMLStreamException {
        xml.eachNode(words, name -> {
            String href = xml.attribute("href");
            if (address == null && href != null && href.contains("creativecommons.org")) {
                address = href;
            }
            if (name.equals("license_ref")) {
                String said = xml.text();
                address = address == null ? said : address;
            } else {
                words.space();
                wording(words);
                words.space();
            }
        });
    }
}
