package nl.banenschakel.agreement.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.banenschakel.agreement.Content;
import nl.banenschakel.agreement.Side;
import nl.banenschakel.agreement.Terms.Component;
import nl.banenschakel.agreement.content.ContentJson;
import nl.banenschakel.agreement.content.Setting;
import nl.banenschakel.agreement.outcome.HoursOfYear;
import nl.banenschakel.agreement.simulation.Simulation.Part;
import nl.banenschakel.agreement.worked.StatedYear;
import nl.banenschakel.kernel.Money;
import nl.banenschakel.kernel.VerloondeUren;
import nl.banenschakel.kernel.WorkedHours;
import nl.banenschakel.norm.Norms;
import nl.banenschakel.platform.json.Fields;
import nl.banenschakel.platform.json.StrictJson;
import nl.banenschakel.relation.RelationKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What drafts come to; LKV of EUR 1.01 an hour up to EUR 2,000 a worker (DOMAIN 5.1 and 7). */
class SimulationCalculatorTest {
  private static final Norms NORMS = Norms.load(Path.of("config/norms"));
  private static final String SHARE = terms("percentage-of-received", "provider", "", "40");
  private static final String FEE = terms("euro-per-verified-hour", "receiver", "", "0.25");

  /** The row of DOMAIN 7 about the LKV, and people of all kinds together. */
  @ParameterizedTest(name = "{0} gives {1}")
  @CsvSource({
    "1500,1515.00",
    "1664,1680.64",
    "1980,1999.80",
    "1981,2000.00",
    "1500 1664 1664 2500,6876.28",
    "'',0.00",
  })
  void the_lkv_of_each_person_is_that_of_the_law(String hours, BigDecimal total) {
    var lkv = part(simulate("quotum-2015", SHARE, hours), Component.LKV);

    assertThat(lkv.total()).contains(Money.euros(total));
    assertThat(lkv.indicative()).isFalse();
  }

  @Test
  void what_the_two_have_is_the_whole_and_to_the_cent() {
    var simulation = simulate("quotum-2015", SHARE, "1664 333");

    assertThat(euros(simulation, Side.RECEIVER)).isEqualByComparingTo("806.79");
    assertThat(euros(simulation, Side.PROVIDER)).isEqualByComparingTo("1210.18");
  }

  @Test
  void what_is_paid_for_hours_comes_beside_the_lkv() {
    var simulation = simulate("quotum-2015", FEE, "1000");

    assertThat(euros(simulation, Side.PROVIDER)).isEqualByComparingTo("1260");
    assertThat(euros(simulation, Side.RECEIVER)).isEqualByComparingTo("-250");
  }

  /** EUR 0.25 for each hour: of EUR 1.01 that is 24.7525 %. */
  @Test
  void what_is_paid_for_another_component_is_won_back_by_the_break_even_share() {
    var bonus = FEE.replace("\"lkv\"", "\"bonus\"");
    var simulation = simulate("act-2025", SHARE + "," + bonus, "1000");

    var shares = part(simulation, Component.LKV).breakEven();
    assertThat(shares).containsOnlyKeys(Side.RECEIVER);
    assertThat(shares.get(Side.RECEIVER)).isEqualByComparingTo("24.7525");
    var again = SHARE.replace(":40", ":24.7525") + "," + bonus;
    assertThat(euros(simulate("act-2025", again, "1000"), Side.RECEIVER).abs())
        .isLessThanOrEqualTo(new BigDecimal("0.01"));
  }

  @Test
  void what_no_norm_tells_is_unknown_and_rules_that_do_not_run_are_indicative() {
    var simulation = simulate("act-2025", SHARE, "1000");

    assertThat(simulation.isComplete()).isFalse();
    assertThat(simulation.isIndicative()).isTrue();
    assertThat(simulation.parts())
        .extracting(it -> it.component() + " " + it.indicative() + " " + it.total().isPresent())
        .containsExactly("LKV false true", "BONUS true false", "OPSLAG true false");
    assertThat(simulate("quotum-2015", SHARE, "1000").parts())
        .extracting(Part::component)
        .containsExactly(Component.LKV, Component.HEFFING);
  }

  @Test
  void before_there_was_an_lkv_it_is_unknown() {
    var content = content("quotum-2015", SHARE, "2017-06-01");

    var simulation = SimulationCalculator.simulate(NORMS, content, year("1000"));

    var lkv = part(simulation, Component.LKV);
    assertThat(lkv.total()).isEmpty();
    assertThat(lkv.breakEven()).isEmpty();
    assertThat(simulation.net().values()).containsOnly(Money.NONE);
  }

  /** Whatever is agreed on, what one pays the other one gets. */
  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void nothing_is_lost_between_the_two(long seed) {
    var random = new Random(seed);
    for (int i = 0; i < 100; i++) {
      var basis =
          List.of("percentage-of-received", "euro-per-verified-hour", "euro-per-job", "fixed")
              .get(random.nextInt(4));
      var limits = random.nextBoolean() ? ",\"cap\":%d".formatted(1 + random.nextInt(5_000)) : "";
      limits += random.nextBoolean() ? ",\"limitsPer\":\"person-year\"" : "";
      var payer = basis.startsWith("p") || random.nextBoolean() ? "provider" : "receiver";
      var terms =
          terms(
              basis,
              payer,
              limits,
              "%d.%04d".formatted(random.nextInt(100), 1 + random.nextInt(9_998)));
      var hours =
          IntStream.range(0, random.nextInt(20))
              .mapToObj(any -> Integer.toString(random.nextInt(2_500)))
              .collect(Collectors.joining(" "));

      var simulation = simulate("quotum-2015", terms, hours);

      var both = simulation.net().values().stream().reduce(Money.NONE, Money::plus);
      assertThat(part(simulation, Component.LKV).total()).contains(both);
    }
  }

  private static Simulation simulate(String regime, String terms, String hours) {
    return SimulationCalculator.simulate(NORMS, content(regime, terms, "2026-01-01"), year(hours));
  }

  private static Content content(String regime, String terms, String from) {
    var sent =
        "{\"validFrom\":\"%s\",\"regime\":\"%s\",\"channel\":\"json\",\"silence\":\"accepts\",\"terms\":[%s]}"
            .formatted(from, regime, terms);
    return ContentJson.parse(Fields.of(json(sent)), setting());
  }

  private static Setting setting() {
    return new Setting(
        RelationKind.DETACHERING,
        LocalDate.of(2013, 1, 1),
        Optional.empty(),
        14,
        MonthDay.of(5, 1),
        30,
        MonthDay.of(8, 1));
  }

  private static String terms(String basis, String payer, String more, String rate) {
    return "{\"component\":\"lkv\",\"basis\":\"%s\",\"payer\":\"%s\",\"tiers\":[{\"above\":0,\"rate\":%s}]%s}"
        .formatted(basis, payer, rate, more);
  }

  private static JsonObject json(String text) {
    return StrictJson.object(Buffer.buffer(text));
  }

  private static StatedYear year(String hours) {
    var groups = new ArrayList<HoursOfYear.Group>();
    for (var each : hours.isEmpty() ? new String[0] : hours.split(" ", -1)) {
      groups.add(new HoursOfYear.Group(new VerloondeUren(Integer.parseInt(each)), 1));
    }
    return new StatedYear(
        2025, new HoursOfYear(groups), WorkedHours.NONE, WorkedHours.NONE, WorkedHours.NONE);
  }

  private static Part part(Simulation simulation, Component component) {
    return simulation.parts().stream()
        .filter(part -> part.component() == component)
        .findFirst()
        .orElseThrow();
  }

  private static BigDecimal euros(Simulation simulation, Side side) {
    return Optional.ofNullable(simulation.net().get(side)).orElseThrow().euros();
  }
}
