package org.citestream.cli.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.citestream.cli.CliException;
import org.citestream.cli.feed.FoundFile.Article;
import org.citestream.cli.feed.FoundFile.Unreadable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArticleFilesTest {

    @TempDir
    Path folder;

    @Test
    void shouldFindPlainAndPackedArticlesWhenFolderIsGiven() throws IOException {
        // Given
        Files.writeString(folder.resolve("b.xml"), "<b/>");
        Files.writeString(folder.resolve("notes.txt"), "no article");
        Files.write(folder.resolve("a.xml.gz"), gzip(bytes("<a/>")));
        Files.write(folder.resolve("c.tar.gz"), gzip(tar("in/c.nxml", bytes("<c/>"))));
        Files.write(folder.resolve("d.zip"), zip("d.xml.gz", gzip(bytes("<d/>")), "image.png", bytes("png")));
        // When
        List<FoundFile> found = find(folder);
        // Then
        assertThat(found)
                .extracting(one -> folder.relativize(Path.of(one.file())) + " " + text(one))
                .containsExactly("a.xml.gz <a/>", "b.xml <b/>", "c.tar.gz!in/c.nxml <c/>", "d.zip!d.xml.gz <d/>");
    }

    @Test
    void shouldPassOverWhatMacosAddsWhenZipWasMadeThere() throws IOException {
        // Given
        Files.write(folder.resolve("mac.zip"), zip("a.xml", bytes("<a/>"), "__MACOSX/._a.xml", bytes("no XML")));
        Files.writeString(folder.resolve("._b.xml"), "no XML");
        // When
        List<FoundFile> found = find(folder);
        // Then
        assertThat(found).extracting(FoundFile::file).containsExactly(folder.resolve("mac.zip") + "!a.xml");
    }

    @Test
    void shouldTellWhyWhenArchiveIsTruncated() throws IOException {
        // Given
        byte[] whole = gzip(tar("c.xml", new byte[5000]));
        Files.write(folder.resolve("c.tar.gz"), Arrays.copyOf(whole, whole.length / 2));
        // When
        List<FoundFile> found = find(folder);
        // Then
        assertThat(found).hasSize(1).first().isInstanceOf(Unreadable.class);
        assertThat(found.get(0).file()).isEqualTo(folder.resolve("c.tar.gz").toString());
    }

    @Test
    void shouldNotUnpackMoreThanLimitWhenArticleIsLarge() throws IOException {
        // Given
        Files.write(folder.resolve("bomb.xml.gz"), gzip(new byte[10_000_000]));
        // When
        List<FoundFile> found = find(folder);
        // Then
        assertThat(found)
                .containsExactly(new Unreadable(
                        folder.resolve("bomb.xml.gz").toString(), "larger than 1000000 bytes (--largest)"));
    }

    @Test
    void shouldRefuseWhenPathIsMissing() {
        // When, Then
        assertThatThrownBy(() -> find(folder.resolve("nowhere")))
                .isInstanceOf(CliException.class)
                .hasMessageContaining("There is no readable file or folder");
    }

    private static List<FoundFile> find(Path path) {
        List<FoundFile> found = new ArrayList<>();
        new ArticleFiles(1_000_000).each(List.of(path), found::add);
        return found;
    }

    private static String text(FoundFile found) {
        return found instanceof Article article ? new String(article.xml(), StandardCharsets.UTF_8) : found.toString();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] gzip(byte[] content) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(content);
        }
        return packed.toByteArray();
    }

    private static byte[] tar(String name, byte[] content) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var out = new TarArchiveOutputStream(packed)) {
            var entry = new TarArchiveEntry(name);
            entry.setSize(content.length);
            out.putArchiveEntry(entry);
            out.write(content);
            out.closeArchiveEntry();
        }
        return packed.toByteArray();
    }

    private static byte[] zip(String name, byte[] content, String other, byte[] otherContent) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var out = new ZipOutputStream(packed)) {
            out.putNextEntry(new ZipEntry(name));
            out.write(content);
            out.putNextEntry(new ZipEntry(other));
            out.write(otherContent);
        }
        return packed.toByteArray();
    }
}
