package org.citestream.query;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.sql.Connection;
import org.citestream.kit.loop.Backoff;

/** The folders' story as rules. */
@AnalyzeClasses(packages = "org.citestream.query", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String[] GROUND_FLOOR = {
        "..query.problem..", "..query.database..", "..query.vocabulary..", "..query.publication..", "..query.tally.."
    };

    private static final SliceAssignment EACH_PACKAGE = new SliceAssignment() {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            return SliceIdentifier.of(type.getPackageName());
        }

        @Override
        public String getDescription() {
            return "every package of query-service";
        }
    };

    @ArchTest
    static final ArchRule servicesShareNoCode = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.citestream.ingest..", "org.citestream.classify..", "org.citestream.platform..");

    @ArchTest
    static final ArchRule whatPeopleAskKnowsNoLog = noClasses()
            .that()
            .resideInAnyPackage(
                    "..query.report..",
                    "..query.search..",
                    "..query.export..",
                    "..query.api..",
                    "..query.dialect..",
                    "..query.web..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.kafka..", "org.citestream.kit.kafka..", "..query.project.write..");

    @ArchTest
    static final ArchRule theProjectionKnowsNobodyWhoAsks = noClasses()
            .that()
            .resideInAPackage("..query.project..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "..query.report..", "..query.search..", "..query.api..", "..query.web..", "..query.stream..");

    @ArchTest
    static final ArchRule reportsKnowNoHttp = noClasses()
            .that()
            .resideInAnyPackage("..query.report..", "..query.search..", "..query.export..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.ws.rs..", "io.vertx..", "..query.api..", "..query.web..");

    /** Each package by itself, the root too: a room that needs the room that needs it is one room. */
    @ArchTest
    static final ArchRule packagesFormNoCircle =
            slices().assignedFrom(EACH_PACKAGE).should().beFreeOfCycles();

    /** The ground floor knows only itself, each room those named before it. */
    @ArchTest
    static final ArchRule theGroundFloorKnowsNoUpperFloor = noClasses()
            .that()
            .resideInAnyPackage(GROUND_FLOOR)
            .should()
            .dependOnClassesThat(resideInAPackage("org.citestream.query..")
                    .and(not(resideInAnyPackage(GROUND_FLOOR)))
                    .and(not(resideInAPackage("org.citestream.query"))));

    /** The kit's {@code Sql} is the one room; the hot write and what fills the index speak to JDBC themselves (ADR 12). */
    @ArchTest
    static final ArchRule questionsGoThroughOneRoom = noClasses()
            .that()
            .resideOutsideOfPackages("..query.project..", "..query.search..")
            .should()
            .callMethodWhere(target(owner(assignableTo(Connection.class)))
                    .and(target(nameMatching("prepareStatement|createStatement|prepareCall"))));

    /** Whatever repeats is a turn of the kit's loop, which names the thread, pauses after failures and ends in order. */
    @ArchTest
    static final ArchRule threadsAreLoopsOfTheKit =
            noClasses().should().callConstructorWhere(target(owner(type(Thread.class))));

    @ArchTest
    static final ArchRule pausesAreTheLoops = noClasses().should().dependOnClassesThat(type(Backoff.class));

    @ArchTest
    static final ArchRule classesAreNamedForWhatTheyAre =
            noClasses().should().haveNameMatching(".*(Utils?|Manager|Helper|Impl)");
}
