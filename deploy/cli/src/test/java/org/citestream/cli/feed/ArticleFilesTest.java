package org.citestream.cli.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.citestream.cli.CliException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArticleFilesTest {

    @TempDir
    Path folder;

    @Test
    void shouldFindArticlesAndArchivesWhenFolderIsGiven() throws IOException {
        // Given
        Path below = Files.createDirectories(folder.resolve("oa_comm/xml/all"));
        for (String name :
                List.of("a.xml.gz", "b.xml", "c.tar.gz", "d.zip", "e.nxml", "f.json", "notes.txt", "._b.xml")) {
            Files.writeString(folder.resolve(name), "content");
        }
        Files.writeString(below.resolve("PMC1.xml"), "content");
        Files.writeString(below.resolve("PMC1.json"), "what it is");
        Files.writeString(folder.resolve("oa_comm.filelist.csv"), "Key,ETag");
        // When
        List<Path> found = ArticleFiles.below(List.of(folder));
        // Then
        assertThat(found)
                .extracting(file -> folder.relativize(file).toString())
                .containsExactly(
                        "a.xml.gz", "b.xml", "c.tar.gz", "d.zip", "e.nxml", "f.json", "oa_comm/xml/all/PMC1.xml");
    }

    @Test
    void shouldTakeAFileWhateverItIsCalledWhenItIsNamed() throws IOException {
        // Given
        Path file = Files.writeString(folder.resolve("article.txt"), "content");
        // When, Then
        assertThat(ArticleFiles.below(List.of(file))).containsExactly(file);
    }

    @Test
    void shouldRefuseWhenPathIsMissing() {
        // When, Then
        assertThatThrownBy(() -> ArticleFiles.below(List.of(folder.resolve("nowhere"))))
                .isInstanceOf(CliException.class)
                .hasMessageContaining("There is no readable file or folder");
    }
}
