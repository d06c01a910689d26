package nl.banenschakel.agreement.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.banenschakel.agreement.Agreement.InForce;
import nl.banenschakel.agreement.Content.Channel;
import nl.banenschakel.agreement.Content.Frequency;
import nl.banenschakel.agreement.Content.Objecting;
import nl.banenschakel.agreement.Content.Silence;
import nl.banenschakel.agreement.Content.Stating;
import nl.banenschakel.agreement.coverage.Coverage.Stretch;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Days without an agreement and days with two, in a relation from 1 January 2026. */
class CoverageTest {
  @ParameterizedTest(name = "{0} until {1} lacks {2}")
  @CsvSource(
      nullValues = "-",
      value = {
        "'',-,AGREEMENT_MISSING 2026-01-01 -",
        "'',2026-06-30,AGREEMENT_MISSING 2026-01-01 2026-06-30",
        "2026-01-01/-,-,''",
        "2026-01-01/2026-12-31,2026-12-31,''",
        "2026-01-01/2026-12-31,-,AGREEMENT_MISSING 2027-01-01 -",
        "2026-02-01/-,-,AGREEMENT_MISSING 2026-01-01 2026-01-31",
        "2026-01-01/2026-05-31 2026-06-01/-,-,''",
        "2026-01-01/2026-05-30 2026-06-01/-,-,AGREEMENT_MISSING 2026-05-31 2026-05-31",
        "2026-01-01/2026-06-01 2026-06-01/-,-,TWO_AGREEMENTS 2026-06-01 2026-06-01",
        "2026-01-01/- 2026-06-01/2026-06-30,-,TWO_AGREEMENTS 2026-06-01 2026-06-30",
        "2026-01-01/- 2026-06-01/2027-06-30,2026-07-31,TWO_AGREEMENTS 2026-06-01 2026-07-31",
        "2026-01-01/- 2027-06-01/-,2026-12-31,''"
      })
  void what_is_amiss_is_found_to_the_day(String spans, String lastDay, String expected) {
    var last = Optional.ofNullable(lastDay).map(LocalDate::parse);

    var found = Coverage.amiss(LocalDate.of(2026, 1, 1), last, spans(spans));

    assertThat(found.stream().map(CoverageTest::text).collect(Collectors.joining("; ")))
        .isEqualTo(expected);
  }

  private static String text(Stretch it) {
    return it.what() + " " + it.from() + " " + it.until().map(Object::toString).orElse("-");
  }

  private static List<InForce> spans(String text) {
    var spans = new ArrayList<InForce>();
    for (var span : text.isEmpty() ? new String[0] : text.split(" ", -1)) {
      var days = span.split("/", -1);
      spans.add(
          new InForce(
              new UUID(1, spans.size()),
              1,
              LocalDate.parse(days[0]),
              Optional.of(days[1]).filter(day -> !day.equals("-")).map(LocalDate::parse),
              new Stating(Frequency.QUARTER, Channel.JSON, 14, MonthDay.of(5, 1)),
              new Objecting(30, Silence.ACCEPTS),
              Optional.empty()));
    }
    return spans;
  }
}
