package gradlab.reports;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** What docs/architecture.md says about the shape of the code, held against the compiled classes of all four modules. */
@AnalyzeClasses(packages = "gradlab", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {

    /** Every package, each free to use those above it and itself; the modules follow each other in the same way. */
    private static final List<String> ORDER = List.of(
            "gradlab.analysis.source",
            "gradlab.analysis.random",
            "gradlab.analysis.operator",
            "gradlab.analysis.backend",
            "gradlab.analysis.accelerator",
            "gradlab.analysis.spectrum",
            "gradlab.analysis.interval",
            "gradlab.analysis.bound",
            "gradlab.analysis.exact",
            "gradlab.analysis.arithmetic",
            "gradlab.analysis.multiprecision",
            "gradlab.analysis.moment",
            "gradlab.analysis.tensor",
            "gradlab.analysis.block",
            "gradlab.analysis.formula",
            "gradlab.analysis.layer",
            "gradlab.analysis.network",
            "gradlab.analysis.model",
            "gradlab.analysis.onnx",
            "gradlab.analysis.inference",
            "gradlab.analysis.survey",
            "gradlab.analysis.expression",
            "gradlab.analysis",
            "gradlab.dynamics.system",
            "gradlab.dynamics.lyapunov",
            "gradlab.dynamics.euler",
            "gradlab.dynamics.feedback",
            "gradlab.dynamics.signal",
            "gradlab.dynamics.data",
            "gradlab.dynamics.blueprint",
            "gradlab.dynamics.optimiser",
            "gradlab.dynamics.training",
            "gradlab.dynamics.archive",
            "gradlab.dynamics.diagnosis",
            "gradlab.dynamics",
            "gradlab.verification.claim",
            "gradlab.verification.domain",
            "gradlab.verification.search",
            "gradlab.verification.certificate",
            "gradlab.verification.expectation",
            "gradlab.verification.labelled",
            "gradlab.verification.recheck",
            "gradlab.verification.proof",
            "gradlab.verification.experiment",
            "gradlab.verification.settlement",
            "gradlab.verification",
            "gradlab.reports.chart",
            "gradlab.reports.document",
            "gradlab.reports.cli",
            "gradlab.reports");

    /** Fewer classes than these, and the rules below would pass for want of anything to look at. */
    private static final Map<String, Integer> FLOOR =
            Map.of("gradlab.analysis", 220, "gradlab.dynamics", 25, "gradlab.verification", 150, "gradlab.reports", 40);

    /** Libraries that one package hides from all others. */
    private static final Map<String, String> HOME = Map.ofEntries(
            Map.entry("org.snakeyaml..", "gradlab.analysis.source"),
            Map.entry("org.ejml..", "gradlab.analysis.backend"),
            Map.entry("org.hipparchus.linear..", "gradlab.analysis.backend"),
            Map.entry("org.hipparchus.ode..", "gradlab.dynamics.system"),
            Map.entry("org.bytedeco..", "gradlab.analysis.accelerator"),
            Map.entry("org.antlr..", "gradlab.analysis.expression"),
            Map.entry("ai.onnx.proto..", "gradlab.analysis.onnx"),
            Map.entry("com.google.protobuf..", "gradlab.analysis.onnx"),
            Map.entry("de.siegmar.fastcsv..", "gradlab.dynamics.data"),
            Map.entry("net.jqwik..", "gradlab.verification.search"),
            Map.entry("org.jfree..", "gradlab.reports.chart"),
            Map.entry("org.apache.batik..", "gradlab.reports.chart"),
            Map.entry("gg.jte..", "gradlab.reports.document"),
            Map.entry("me.tongfei.progressbar..", "gradlab.reports.cli"),
            Map.entry("picocli..", "gradlab.reports.cli"));

    @ArchTest
    static final ArchRule dependenciesRunOneWay = classes().should(dependOnlyOnEarlierPackages());

    @ArchTest
    static final ArchRule packagesFormNoCycle =
            slices().matching("gradlab.(**)").should().beFreeOfCycles();

    /** The checker must share nothing with what it checks. */
    @ArchTest
    static final ArchRule theCheckerNeedsTheJdkAlone = classes()
            .that()
            .resideInAPackage("gradlab.verification.recheck..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage("gradlab.verification.recheck..", "java.."));

    /** Native kernels give other bits on other machines, so only what is shown may come from them, never a verdict. */
    @ArchTest
    static final ArchRule onlyReportsAskForNativeKernels = noClasses()
            .that()
            .resideOutsideOfPackages("gradlab.analysis.accelerator", "gradlab.reports..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("gradlab.analysis.accelerator");

    @ArchTest
    static final ArchRule onlyTheCommandLinePrints = noClasses()
            .that()
            .resideOutsideOfPackage("gradlab.reports.cli")
            .should(ACCESS_STANDARD_STREAMS)
            .because("standard output belongs to the result");

    @ArchTest
    static final ArchRule classesAreClosed = classes()
            .that(are("are written by hand and named", ArchitectureTest::isOurs))
            .should(beClosed());

    @ArchTest
    static final ArchRule eachLibraryHasOneHome = CompositeArchRule.of(HOME.entrySet().stream()
            .map(entry -> noClasses()
                    .that()
                    .resideOutsideOfPackage(entry.getValue())
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage(entry.getKey()))
            .toList());

    /** A package or library that is gone must leave the lists above, or they would promise what nothing holds. */
    @ArchTest
    static void theListsNameWhatThereIs(JavaClasses all) {
        assertThat(ORDER)
                .allSatisfy(name -> assertThat(all.stream().filter(c -> isIn(name, c)))
                        .as(name)
                        .isNotEmpty());
        HOME.forEach((library, home) -> assertThat(all.stream()
                        .filter(c -> isIn(home, c))
                        .flatMap(c -> c.getDirectDependenciesFromSelf().stream()))
                .as("uses of %s in %s", library, home)
                .anyMatch(d -> resideInAnyPackage(library).test(d.getTargetClass())));
    }

    @ArchTest
    static void enoughClassesAreSeen(JavaClasses all) {
        FLOOR.forEach((module, least) -> assertThat(all.stream().filter(c -> isIn(module, c)))
                .as("classes of %s", module)
                .hasSizeGreaterThanOrEqualTo(least));
    }

    private static ArchCondition<JavaClass> dependOnlyOnEarlierPackages() {
        return new ArchCondition<>("depend only on packages that the list of this test has no later") {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                int own = ORDER.indexOf(item.getPackageName());
                if (own < 0) {
                    events.add(SimpleConditionEvent.violated(item, item.getPackageName() + " is not in the list"));
                }
                for (Dependency dependency : item.getDirectDependenciesFromSelf()) {
                    JavaClass target = dependency.getTargetClass().getBaseComponentType();
                    if (isIn("gradlab", target) && ORDER.indexOf(target.getPackageName()) > own) {
                        events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription()));
                    }
                }
            }
        };
    }

    private static ArchCondition<JavaClass> beClosed() {
        return ArchCondition.from(are(
                "be interfaces, records, enums or final",
                c -> c.isInterface()
                        || c.isRecord()
                        || c.isEnum()
                        || c.getModifiers().contains(JavaModifier.FINAL)));
    }

    /** Not made by ANTLR from the grammar, and not without a name (where the compiler decides). */
    private static boolean isOurs(JavaClass c) {
        return !c.isAnonymousClass()
                && !c.getName().startsWith("gradlab.analysis.expression.ClaimExpression")
                && !c.getSimpleName().equals("package-info");
    }

    private static boolean isIn(String root, JavaClass c) {
        return c.getPackageName().equals(root) || c.getPackageName().startsWith(root + ".");
    }

    private static DescribedPredicate<JavaClass> are(String description, Predicate<JavaClass> predicate) {
        return DescribedPredicate.describe(description, predicate);
    }
}
