package io.voltline.engine.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.voltline.domain.flow.Action;
import io.voltline.domain.flow.FlowBook;
import io.voltline.domain.flow.FlowRun;
import io.voltline.domain.flow.Input;
import io.voltline.domain.flow.Step;
import io.voltline.domain.kernel.Language;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The shipped flow: what is pressed leads where, past which prompts. A dash is silence. */
class FlowGoldenTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          10      | welcome language-zh main agent                          | 0 | welcome choose-language main-menu
          20      | welcome language-en main agent                          | 0 | welcome choose-language main-menu
          -0      | welcome language-zh main agent                          | 0 | welcome choose-language main-menu
          ----    | welcome language-zh main to-agent agent                 | 0 | welcome choose-language main-menu main-menu main-menu connecting
          1888    | welcome language-zh main to-agent agent                 | 0 | welcome choose-language main-menu wrong-key main-menu wrong-key main-menu connecting
          111     | welcome language-zh main fault fault-alone agent        | 0 | welcome choose-language main-menu fault-menu agent-will-help
          112     | welcome language-zh main fault fault-neighbours agent   | 0 | welcome choose-language main-menu fault-menu agent-will-help
          213     | welcome language-en main fault fault-danger danger      | 9 | welcome choose-language main-menu fault-menu danger
          110     | welcome language-zh main fault agent                    | 0 | welcome choose-language main-menu fault-menu
          12      | welcome language-zh main outage agent                   | 0 | welcome choose-language main-menu agent-will-help
          13      | welcome language-zh main bill agent                     | 0 | welcome choose-language main-menu agent-will-help
          14      | welcome language-zh main business agent                 | 0 | welcome choose-language main-menu agent-will-help
          15      | welcome language-zh main complaint agent                | 0 | welcome choose-language main-menu agent-will-help
          16      | welcome language-zh main progress agent                 | 0 | welcome choose-language main-menu agent-will-help
          17      | welcome language-zh main fax agent                      | 0 | welcome choose-language main-menu agent-will-help
          190     | welcome language-zh main main agent                     | 0 | welcome choose-language main-menu main-menu
          1*20    | welcome language-zh main welcome language-en main agent | 0 | welcome choose-language main-menu welcome choose-language main-menu
          11*0    | welcome language-zh main fault main agent               | 0 | welcome choose-language main-menu fault-menu main-menu
          1190    | welcome language-zh main fault fault agent              | 0 | welcome choose-language main-menu fault-menu fault-menu
          """)
  void leads(String keys, String path, int priority, String prompts) throws IOException {
    var visited = new ArrayList<String>();
    var heard = new ArrayList<String>();
    Action last = walk(Shipped.flows(), keys, visited, heard);
    assertThat(String.join(" ", visited)).isEqualTo(path);
    assertThat(String.join(" ", heard)).isEqualTo(prompts);
    assertThat(last)
        .isInstanceOfSatisfying(
            Action.Enqueue.class, queue -> assertThat(queue.priority()).isEqualTo(priority));
  }

  private static Action walk(
      FlowBook flows, String keys, List<String> visited, List<String> heard) {
    Step step = FlowRun.begin(flows);
    int visit = 0;
    int pressed = 0;
    while (true) {
      if (step.visit() != visit) {
        visited.add(step.place());
        visit = step.visit();
      }
      switch (step.action()) {
        case Action.Say say -> {
          heard.addAll(Shipped.SPEAKER.sounds(say.spoken(), Language.ZH));
          step = FlowRun.next(step, new Input.Done());
        }
        case Action.Speak _ -> step = FlowRun.next(step, new Input.Done());
        case Action.Ask ask -> {
          heard.addAll(Shipped.SPEAKER.sounds(ask.spoken(), Language.ZH));
          char key = keys.charAt(pressed++);
          step = FlowRun.next(step, key == '-' ? new Input.Silence() : new Input.Pressed(key));
        }
        case Action.Enqueue queue -> {
          return queue;
        }
        case Action.End end -> {
          return end;
        }
        default -> throw new IllegalStateException(step.toString());
      }
    }
  }
}
