package io.voltline.engine;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import java.util.List;
import java.util.stream.Stream;

/** Who may know whom in the engine, for the packages below a root. */
final class EngineRules {
  private static final List<String> ADAPTERS =
      List.of("asterisk", "web", "store", "cluster", "media", "gateway");
  private static final List<String> USE_CASES =
      List.of(
          "call",
          "dispatch",
          "desk",
          "selfservice",
          "speech",
          "fax",
          "notice",
          "talk",
          "admin",
          "rules",
          "form",
          "shift",
          "recovery",
          "broadcast",
          "alarm");

  private EngineRules() {}

  static ArchRule adaptersDontSeeOneAnother(String root) {
    return all(
        ADAPTERS.stream()
            .map(
                adapter ->
                    noClasses()
                        .that()
                        .resideInAPackage(root + "." + adapter + "..")
                        .should()
                        .dependOnClassesThat(
                            resideInAnyPackage(
                                packages(
                                    root,
                                    ADAPTERS.stream().filter(other -> !other.equals(adapter)))))
                        .allowEmptyShould(true)));
  }

  static ArchRule useCasesDontSeeAdapters(String root) {
    return noClasses()
        .that()
        .resideInAnyPackage(packages(root, USE_CASES.stream()))
        .should()
        .dependOnClassesThat(resideInAnyPackage(packages(root, ADAPTERS.stream())));
  }

  static ArchRule onlyBootSeesSettingsAndBoot(String root) {
    return noClasses()
        .that()
        .resideOutsideOfPackages(root + ".boot..", root + ".config..")
        .and()
        .resideInAPackage(root + "..")
        .should()
        .dependOnClassesThat(resideInAnyPackage(root + ".boot..", root + ".config.."));
  }

  static ArchRule hasNoCycles(String root) {
    return slices().matching(root + ".(*)..").should().beFreeOfCycles();
  }

  static ArchRule asteriskJavaOnlyInAsterisk(String root) {
    return only(root, "asterisk", "org.asteriskjava..");
  }

  static ArchRule vertxAndNettyOnlyInWeb(String root) {
    return only(root, "web", "io.vertx..", "io.netty..");
  }

  static ArchRule jedisOnlyInCluster(String root) {
    return only(root, "cluster", "redis.clients..");
  }

  static ArchRule sqlOnlyInStore(String root) {
    return only(
        root,
        "store",
        "java.sql..",
        "javax.sql..",
        "org.jdbi..",
        "com.zaxxer..",
        "org.flywaydb..",
        "org.mariadb..");
  }

  private static ArchRule only(String root, String home, String... libraries) {
    return noClasses()
        .that()
        .resideInAPackage(root + "..")
        .and()
        .resideOutsideOfPackage(root + "." + home + "..")
        .should()
        .dependOnClassesThat(resideInAnyPackage(libraries));
  }

  private static String[] packages(String root, Stream<String> names) {
    return names.map(name -> root + "." + name + "..").toArray(String[]::new);
  }

  private static ArchRule all(Stream<ArchRule> rules) {
    return CompositeArchRule.of(rules.toList());
  }
}
