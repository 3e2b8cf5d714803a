package io.voltline.domain;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;

/** What the domain may see and do, for the packages below a root. */
final class DomainRules {
  private static final Set<String> CLOCKS =
      Set.of("now", "currentTimeMillis", "nanoTime", "system", "systemUTC", "systemDefaultZone");
  private static final Set<String> DICE = Set.of("random", "randomUUID", "current");

  private DomainRules() {}

  static ArchRule seesOnlyTheJdkAndItself(String root) {
    return classes()
        .that()
        .resideInAPackage(root + "..")
        .should()
        .onlyDependOnClassesThat(resideInAnyPackage(root + "..", "java..", "org.jspecify.."));
  }

  static ArchRule doesNoInputOrOutput(String root) {
    return noClasses()
        .that()
        .resideInAPackage(root + "..")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                    "java.io..",
                    "java.nio.file..",
                    "java.nio.channels..",
                    "java.net..",
                    "java.sql..")
                .and(DescribedPredicate.not(simply("java.io.Serializable"))));
  }

  static ArchRule takesTimeAsAnArgument(String root) {
    return noClasses()
        .that()
        .resideInAPackage(root + "..")
        .should()
        .callMethodWhere(calls("a clock", CLOCKS, "java.time.", "java.lang.System"));
  }

  static ArchRule throwsNoDice(String root) {
    return noClasses()
        .that()
        .resideInAPackage(root + "..")
        .should()
        .callMethodWhere(
            calls(
                "chance",
                DICE,
                "java.lang.Math",
                "java.util.UUID",
                "java.util.concurrent.ThreadLocalRandom"))
        .orShould()
        .dependOnClassesThat(resideInAnyPackage("java.security.."));
  }

  static ArchRule hasNoThreads(String root) {
    return noClasses()
        .that()
        .resideInAPackage(root + "..")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("java.util.concurrent..").or(simply("java.lang.Thread")));
  }

  static ArchRule hasNoCycles(String root) {
    return slices().matching(root + ".(*)..").should().beFreeOfCycles();
  }

  private static DescribedPredicate<com.tngtech.archunit.core.domain.JavaClass> simply(
      String name) {
    return DescribedPredicate.describe(name, type -> type.getName().equals(name));
  }

  private static DescribedPredicate<JavaCall<?>> calls(
      String what, Set<String> methods, String... owners) {
    return DescribedPredicate.describe(
        what,
        call ->
            methods.contains(call.getName())
                && Set.of(owners).stream().anyMatch(call.getTargetOwner().getName()::startsWith));
  }
}
