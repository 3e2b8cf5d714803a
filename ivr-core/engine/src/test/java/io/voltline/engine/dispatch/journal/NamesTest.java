package io.voltline.engine.dispatch.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.jsontype.NamedType;

class NamesTest {

  static Stream<Class<?>> families() {
    return Names.FAMILIES.stream();
  }

  @ParameterizedTest
  @MethodSource("families")
  void everyKindHasANameOfItsOwnInItsFamily(Class<?> family) {
    List<String> names =
        Names.ALL.stream()
            .filter(name -> family.isAssignableFrom(name.getType()))
            .map(NamedType::getName)
            .toList();

    assertThat(names).doesNotHaveDuplicates();
    assertThat(Names.ALL)
        .extracting(NamedType::getType)
        .containsAll(Arrays.asList(family.getPermittedSubclasses()));
  }
}
