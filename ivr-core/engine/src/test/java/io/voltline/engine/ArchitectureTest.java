package io.voltline.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule holds for the engine and fails for the fixture made to break it. */
class ArchitectureTest {
  private static final String ROOT = "io.voltline.engine";
  private static final JavaClasses ENGINE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ROOT);

  static Stream<Arguments> rules() {
    return Stream.of(
        rule("adapters", EngineRules::adaptersDontSeeOneAnother),
        rule("usecases", EngineRules::useCasesDontSeeAdapters),
        rule("settings", EngineRules::onlyBootSeesSettingsAndBoot),
        rule("cycles", EngineRules::hasNoCycles),
        rule("asteriskjava", EngineRules::asteriskJavaOnlyInAsterisk),
        rule("vertx", EngineRules::vertxAndNettyOnlyInWeb),
        rule("jedis", EngineRules::jedisOnlyInCluster),
        rule("sql", EngineRules::sqlOnlyInStore));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rules")
  void ruleHoldsForTheEngineAndFailsForItsFixture(String name, Function<String, ArchRule> ruleOf) {
    String fixture = "io.voltline.fixture." + name;
    JavaClasses broken = new ClassFileImporter().importPackages(fixture);
    assertThat(ENGINE).isNotEmpty();

    ruleOf.apply(ROOT).check(ENGINE);
    assertThatThrownBy(() -> ruleOf.apply(fixture).check(broken))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("was violated");
  }

  private static Arguments rule(String name, Function<String, ArchRule> ruleOf) {
    return Arguments.of(name, ruleOf);
  }
}
