package org.citestream.acceptance;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Tests have one shape: Given, one When, Then. Who declares something says which is which; a test of one statement needs no
 * such words. Reads the formatted sources of all modules, no line.
 */
class TestShapeTest {

    private static final Pattern TEST = Pattern.compile("    @(?:Test|ParameterizedTest|Property)\\b.*");
    private static final Pattern SIGNATURE = Pattern.compile("    (?:public )?(?:void|boolean) (\\w+)\\(.*");
    private static final Pattern WORD = Pattern.compile("(?m)^ +// (When, Then|Given|When|Then)\\b");
    private static final Pattern DECLARATION = Pattern.compile(
            "(?m)^ {8}(?:final )?(?:var|[A-Z][\\w.<>\\[\\], ?]*|int|long|boolean|double|byte\\[\\])\\s+\\w+(?: =|;)");

    /** Stories in several steps, each of which begins where the one before it ended. */
    private static final Set<String> STORIES = Set.of(
            "shouldBringEverythingBackThatWasThereWhenTheBackupBegan",
            "shouldBrowseSearchAndFollowMessages",
            "shouldAskBeforeItRedrivesAndDiscardWithAReason",
            "shouldGoOnAndTellWhyWhenAMessageIsPoison",
            "shouldCompareDiscardAndPromoteAModelWhenTheLogIsReadAgain",
            "shouldStartTellMendWhatAKillLeavesAndStopWhenDetached",
            "shouldStartWithTheArchiveOfItsJavaUnlessThatIsCutOff",
            "shouldKnowWhatWasOrderedBeforeAndWhatIsOrderedLater",
            "shouldTakeTurnsAtOnceWhenThereIsMoreAndSleepUntilWokenWhenThereIsNot",
            "shouldTryAgainWhenAFailurePasses",
            "shouldWaitWhileToldToAndGoOnWhenToldSo",
            "shouldMoveTheTallyOnceEnoughPeopleAgreeAndBackWhenWithdrawn",
            "shouldOfferTheMostSimilarSentenceWhenTheStatementVanished",
            "shouldTakeEffectOnceTwoAddressesAgreeAndNameNeither",
            "shouldBeAsIfNeverPoisonedWhenRedrivenAfterTheFix",
            "shouldEqualKafkaAndSayStalledWhenGroupCommitsWithoutMoving",
            "shouldEqualKafkaAndSayRewoundWhenGroupWasReset",
            "shouldStopAtTheRecordThatItCannotWriteAndGoOnOnceThatIsSkipped",
            "shouldSwapToAnEqualViewWithoutAGapWhenArticlesStreamIn",
            "shouldRecountWhenTwoWorksAreMerged",
            "shouldMergeFieldByFieldWhenSeveralSourcesDescribe",
            "shouldNameTheArticlesAndReadOnAtTheEnd");

    /** One test: its file and name, and the words in its body by their first letters, B for "When, Then". */
    private record TestBody(Path file, String name, String body) {

        String words() {
            return WORD.matcher(body)
                    .results()
                    .map(word -> word.group(1).equals("When, Then")
                            ? "B"
                            : word.group(1).substring(0, 1))
                    .collect(joining());
        }

        boolean declares() {
            return DECLARATION.matcher(body).find();
        }
    }

    @Test
    void shouldSayGivenWhenAndThenOnceInThisOrder() {
        // When
        List<TestBody> tests = tests();
        // Then
        assertThat(tests).hasSizeGreaterThan(900);
        assertThat(tests).filteredOn(test -> !STORIES.contains(test.name())).allSatisfy(test -> assertThat(test.words())
                .as("%s: %s", test.file(), test.name())
                .matches("G?(?:B|WT)?"));
    }

    @Test
    void shouldSayWhatIsGivenWhenSomethingIsDeclared() {
        assertThat(tests()).filteredOn(TestBody::declares).allSatisfy(test -> assertThat(test.words())
                .as("%s: %s", test.file(), test.name())
                .isNotEmpty());
    }

    @Test
    void shouldStillHaveTheStoriesThatAreNamedHere() {
        assertThat(tests()).extracting(TestBody::name).containsAll(STORIES);
    }

    private static List<TestBody> tests() {
        return Stream.of("ingest-service", "classify-service", "query-service", "deploy")
                .map(Checkout.root()::resolve)
                .flatMap(TestShapeTest::sources)
                .flatMap(TestShapeTest::tests)
                .toList();
    }

    private static Stream<Path> sources(Path module) {
        try (Stream<Path> files = Files.walk(module)) {
            return files
                    .filter(file -> file.toString().contains("/src/test/java/")
                            && file.toString().endsWith(".java"))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<TestBody> tests(Path file) {
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Stream.Builder<TestBody> found = Stream.builder();
        for (int i = 0; i < lines.size(); i++) {
            if (TEST.matcher(lines.get(i)).matches()) {
                int begin = i;
                while (!SIGNATURE.matcher(lines.get(begin)).matches()) {
                    begin++;
                }
                int end = begin;
                while (!lines.get(end).equals("    }")) {
                    end++;
                }
                String name = SIGNATURE.matcher(lines.get(begin)).replaceAll("$1");
                found.add(new TestBody(file, name, String.join("\n", lines.subList(begin, end))));
            }
        }
        return found.build();
    }
}
