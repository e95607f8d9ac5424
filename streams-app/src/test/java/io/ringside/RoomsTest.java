package io.ringside;

import java.util.Set;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

/** Four rooms and what joins them: who may know whom. */
@AnalyzeClasses(packages = "io.ringside", importOptions = ImportOption.DoNotIncludeTests.class)
final class RoomsTest {
    private static final Set<String> CLOCKS =
            Set.of("now", "currentTimeMillis", "nanoTime", "systemUTC", "systemDefaultZone");

    @ArchTest
    static final ArchRule THE_CORE_KNOWS_JAVA_AND_ITSELF = classes()
            .that()
            .resideInAPackage("io.ringside.core..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java.lang..", "java.util..", "java.time..", "java.math..", "io.ringside.core..");

    @ArchTest
    static final ArchRule THE_TOPOLOGY_KNOWS_THE_CORE_AND_KAFKA = classes()
            .that()
            .resideInAPackage("io.ringside.topology..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "org.apache.kafka..",
                    "org.rocksdb..",
                    "org.apache.avro..",
                    "org.slf4j..",
                    "io.ringside.core..",
                    "io.ringside.schemas..",
                    "io.ringside.topology..");

    @ArchTest
    static final ArchRule ADAPTERS_KNOW_NO_TOPOLOGY = noClasses()
            .that()
            .resideInAPackage("io.ringside.adapters..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.ringside.topology..");

    @ArchTest
    static final ArchRule ADAPTERS_DO_NOT_KNOW_EACH_OTHER = SlicesRuleDefinition.slices()
            .matching("io.ringside.adapters.(*)..")
            .should()
            .notDependOnEachOther();

    @ArchTest
    static final ArchRule THE_CONFIGURATION_KNOWS_ONLY_THE_CORE = noClasses()
            .that()
            .resideInAPackage("io.ringside.config..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.ringside", "io.ringside.adapters..", "io.ringside.topology..");

    @ArchTest
    static final ArchRule ONLY_THE_WIRING_KNOWS_THE_WHOLE_CONFIGURATION = classes()
            .that()
            .haveFullyQualifiedName("io.ringside.config.Configuration")
            .should()
            .onlyBeAccessed()
            .byAnyPackage("io.ringside", "io.ringside.config..");

    @ArchTest
    static final ArchRule PACKAGES_HAVE_NO_CYCLES =
            SlicesRuleDefinition.slices().matching("io.ringside.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule TIME_IS_PASSED_INTO_CORE_AND_TOPOLOGY = noClasses()
            .that()
            .resideInAnyPackage("io.ringside.core..", "io.ringside.topology")
            .should()
            .callMethodWhere(describe(
                    "it asks a clock",
                    call -> CLOCKS.contains(call.getName())
                            && call.getTargetOwner().getPackageName().matches("java\\.(time|lang)")));

    @ArchTest
    static final ArchRule NOTHING_IS_PRINTED_BUT_BY_A_COMMAND =
            noClasses().that().doNotHaveSimpleName("Main").should(GeneralCodingRules.ACCESS_STANDARD_STREAMS);

    @ArchTest
    static final ArchRule NO_FIELD_IS_INJECTED = GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;

    @ArchTest
    static final ArchRule ONE_LOGGING_API = GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;

    @ArchTest
    static final ArchRule NO_STATIC_CHANGES = fields().that()
            .areStatic()
            .and()
            .areNotFinal()
            .should()
            .notBeStatic()
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule NAMES_ARE_NOUNS_OF_THE_TRADE = noClasses()
            .that()
            .resideInAPackage("io.ringside..")
            .should()
            .haveNameMatching(".*(Util|Utils|Helper|Manager|Impl|Base|Common)$")
            .orShould()
            .resideInAnyPackage("..util..", "..helper..", "..common..", "..impl..", "..base..");

    @ArchTest
    static final ArchRule CONCRETE_CLASSES_ARE_FINAL = classes()
            .that()
            .resideInAnyPackage("io.ringside", "io.ringside.core..", "io.ringside.topology..")
            .and()
            .areNotInterfaces()
            .and()
            .areNotEnums()
            .and()
            .areNotAnonymousClasses()
            .and()
            .doNotHaveModifier(JavaModifier.ABSTRACT)
            .should()
            .haveModifier(JavaModifier.FINAL);
}
