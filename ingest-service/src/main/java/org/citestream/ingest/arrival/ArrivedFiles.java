package org.citestream.ingest.arrival;

import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.citestream.ingest.LimitSettings;
import org.citestream.ingest.arrival.pdf.PdfConverter;
import org.citestream.ingest.file.FileSettings;
import org.citestream.ingest.file.ReceivedFile;

/** Takes the bytes of articles into memory, or onto the disk where they are many, within the limits. Thread-safe. */
@Singleton
record ArrivedFiles(
        FileSettings settings, LimitSettings limits, MemoryBudget memory, DiskSpace disk, PdfConverter pdfs) {

    /**
     * Takes in the bytes of one article, plain or gzipped, without reading them; a PDF becomes TEI where GROBID is
     * configured.
     */
    ReceivedFile receive(InputStream bytes) throws IOException {
        ReceivedFile file = keep(bytes);
        if (!file.looksLikePdf()) {
            return file;
        }
        try (file) {
            return keep(new ByteArrayInputStream(pdfs.toTei(file)));
        }
    }

    private ReceivedFile keep(InputStream bytes) throws IOException {
        disk.check();
        int inMemory = Math.toIntExact(settings.inMemoryBytes().asLongValue());
        boolean room = memory.take(inMemory);
        long kept = 0;
        try {
            ReceivedFile file =
                    ReceivedFile.receive(bytes, limits.articleBytes().asLongValue(), room ? inMemory : 0);
            kept = file.memoryBytes();
            long held = kept;
            return file.onClose(() -> memory.giveBack(held));
        } finally {
            // While it was being read it could have grown to the limit; from now on it counts for its actual size.
            memory.giveBack(room ? inMemory - kept : -kept);
        }
    }
}
