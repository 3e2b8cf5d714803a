package io.voltline.domain;

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

/** Every rule holds for the domain and fails for the fixture made to break it. */
class DomainTest {
  private static final String ROOT = "io.voltline.domain";
  private static final JavaClasses DOMAIN =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ROOT);

  static Stream<Arguments> rules() {
    return Stream.of(
        rule("library", DomainRules::seesOnlyTheJdkAndItself),
        rule("input", DomainRules::doesNoInputOrOutput),
        rule("clock", DomainRules::takesTimeAsAnArgument),
        rule("random", DomainRules::throwsNoDice),
        rule("thread", DomainRules::hasNoThreads),
        rule("cycle", DomainRules::hasNoCycles));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rules")
  void ruleHoldsForTheDomainAndFailsForItsFixture(String name, Function<String, ArchRule> ruleOf) {
    String fixture = "io.voltline.fixture." + name;
    JavaClasses broken = new ClassFileImporter().importPackages(fixture);
    assertThat(DOMAIN).isNotEmpty();

    ruleOf.apply(ROOT).check(DOMAIN);
    assertThatThrownBy(() -> ruleOf.apply(fixture).check(broken))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("was violated");
  }

  private static Arguments rule(String name, Function<String, ArchRule> ruleOf) {
    return Arguments.of(name, ruleOf);
  }
}
