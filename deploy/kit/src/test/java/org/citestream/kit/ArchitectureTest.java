package org.citestream.kit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.citestream.kit", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule shouldKnowNoServiceWhenShared = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.citestream.ingest..",
                    "org.citestream.classify..",
                    "org.citestream.query..",
                    "org.citestream.platform..");

    @ArchTest
    static final ArchRule shouldGoRoundInNoCircleWhenPackagesDepend =
            slices().matching("org.citestream.kit.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule shouldSayWhatItDoesWhenNamed =
            noClasses().should().haveNameMatching(".*(Utils?|Manager|Helper|Impl)");
}
