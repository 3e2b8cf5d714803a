package io.voltline.domain.speech;

import static org.assertj.core.api.Assertions.assertThat;

import io.voltline.domain.kernel.Language;
import java.io.IOException;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChineseTextTest {

  @ParameterizedTest
  @CsvSource({
    "线路检修, 线路检修",
    "城东10千伏线路检修, 城东十千伏线路检修",
    "10kV城东线, 十kV城东线",
    "0.4千伏, 零点四千伏",
    "样例路1001号2栋12室, 样例路幺零零幺号二栋十二室",
    "样例路101号, 样例路一百零一号",
    "2号变压器, 二号变压器",
    "影响2户, 影响两户",
    "影响12户, 影响十二户",
    "影响22户, 影响二十二户",
    "用电2760度, 用电两千七百六十度",
    "容量2000千伏安, 容量两千千伏安",
    "容量12000千伏安, 容量一万二千千伏安",
    "欠费86.40元, 欠费八十六点四零元",
    "工作日8:30-17:30, 工作日八点三十分至十七点三十分",
    "2:05至14:00, 两点零五分至十四点",
    "预计3-5小时, 预计三至五小时",
    "预计2小时, 预计两小时",
    "2026年7月3日, 二零二六年七月三日",
    "2026-07-03起, 二零二六年七月三日起",
    "线损50%, 线损百分之五十",
    "线损2.5%, 线损百分之二点五",
    "请拨95598, 请拨九五五九八",
    "电话000-00000017, 电话零零零-零零零零零零幺七",
    "110报警, 一百一十报警",
    "'', ''"
  })
  void figuresAreSaid(String text, String spoken) {
    assertThat(ChineseText.spoken(text)).isEqualTo(spoken);
  }

  /** Text and recorded words say the same. */
  @Test
  void numbersAreSaidAsTheRecordedWordsSayThem() throws IOException {
    var words = new RecordedWords(Language.ZH);
    var reading = Reading.in(Language.ZH);

    assertThat(LongStream.range(0, 10_000))
        .allSatisfy(
            number ->
                assertThat(ChineseText.spoken("共" + number + "项"))
                    .isEqualTo("共" + words.joined(reading.number(number), Language.ZH) + "项"));
  }
}
