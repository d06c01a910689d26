package nl.banenschakel.platform.intake.column;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ColumnHeadTest {
  @ParameterizedTest
  @ValueSource(strings = {"BSN", " Uren per week ", "Datum\nin dienst", "Datum\r\nuit\tdienst"})
  void a_name_is_one_also_over_lines(String text) {
    assertThat(ColumnMappingDraft.Column.isHead(text)).isTrue();
  }

  /** In JSON a control character is told as digits, which may make a BSN of those beside it. */
  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "999990019", "9999.90.019", "naam 999990019", "999\00190019", "x\0"})
  void what_may_hold_a_bsn_or_cannot_be_seen_is_none(String text) {
    assertThat(ColumnMappingDraft.Column.isHead(text)).isFalse();
  }
}
