package io.ringside.oracle;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

/** An oracle that shared a formula with the core would share its mistakes. */
@AnalyzeClasses(packages = "io.ringside.oracle")
final class OwnRoomTest {
    @ArchTest
    static final ArchRule THE_ORACLE_SHARES_NOTHING_BUT_EVENTS = noClasses()
            .that()
            .resideInAPackage("io.ringside.oracle..")
            .should()
            .dependOnClassesThat(describe(
                    "are Ringside's, but neither the oracle's nor events",
                    type -> type.getPackageName().startsWith("io.ringside")
                            && !type.getPackageName().equals("io.ringside.oracle")
                            && !type.getPackageName().equals("io.ringside.schemas.events")));
}
