package nl.banenschakel.year;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.banenschakel.app.Answer;
import nl.banenschakel.app.SampleFiles;
import nl.banenschakel.platform.auth.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Years that are opened, once and at once, and refreshed. */
class YearIT extends YearApi {
  private static final int AT_ONCE = 20;

  @Test
  void a_second_call_answers_the_same_and_has_no_effect() {
    employer.contracts("L01", ANNA, BAS);
    var first = employer.open(2027).expect(201);

    CLOCK.turnTo(NEW_YEAR_S_EVE.plusDays(5));
    var second = employer.open(2027).expect(200);

    assertThat(second.json()).isEqualTo(first.json());
    assertThat(employer.client.get(first.header("Location")).json()).isEqualTo(first.json());
    assertThat(first.json().getString("openedOn")).isEqualTo("2026-12-31");
    assertThat(employer.events()).containsExactly("year-opened");
  }

  @Test
  void many_at_once_open_it_once() {
    employer.contracts("L01", ANNA, BAS);

    var answers =
        IntStream.range(0, AT_ONCE)
            .mapToObj(i -> CompletableFuture.supplyAsync(() -> employer.open(2027)))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();

    assertThat(answers.stream().map(Answer::status).filter(it -> it == 201)).hasSize(1);
    assertThat(answers.stream().map(Answer::json).distinct()).hasSize(1);
    assertThat(employer.events()).containsExactly("year-opened");
  }

  @Test
  void a_trial_run_tells_what_the_real_call_would_and_stores_nothing() {
    employer.contracts("L01", ANNA, BAS);

    var trial =
        employer
            .client
            .post("/v1/years?validateOnly=true", "application/json", "{\"year\":2027}")
            .expect(200)
            .json();

    assertThat(employer.client.get("/v1/years/2027").status()).isEqualTo(404);
    assertThat(employer.events()).isEmpty();
    assertThat(withoutMoment(employer.open(2027).expect(201).json()))
        .isEqualTo(withoutMoment(trial));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-09-30, 409, YEAR_TOO_EARLY",
    "2026-10-01, 201, ",
    "2032-12-31, 201, ",
    "2033-01-01, 409, YEAR_TOO_LATE"
  })
  void a_year_is_opened_from_october_before_it_until_nothing_can_be_corrected(
      LocalDate day, int status, String code) {
    CLOCK.turnTo(day);

    var answer = employer.open(2027);

    assertThat(answer.status()).isEqualTo(status);
    assertThat(status == 201 ? null : answer.code()).isEqualTo(code);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"year\":2012}",
        "{\"year\":2100}",
        "{\"year\":2027.5}",
        "{\"year\":\"2027\"}",
        "{}"
      })
  void what_is_no_year_is_refused_with_its_place(String body) {
    var answer = employer.client.post("/v1/years", "application/json", body);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.mistakes()).allMatch(it -> it.startsWith("/year "));
  }

  @Test
  void a_year_of_somebody_else_is_not_there() {
    employer.open(2027).expect(201);
    var stranger = gateway.as(gateway.createOrganisation("Ander", "001000287L02"), Role.HR);

    for (var path : List.of("", "/contracts", "/left-behind")) {
      assertThat(stranger.get("/v1/years/2027" + path).status()).isEqualTo(404);
    }
    assertThat(refresh(stranger, "").status()).isEqualTo(404);
    assertThat(stranger.get("/v1/years").items()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026", "2012", "20270", "x", "2027/contracts?opening=2"})
  void what_was_not_opened_is_not_there(String year) {
    employer.open(2027).expect(201);

    assertThat(employer.client.get("/v1/years/" + year).status()).isEqualTo(404);
  }

  /**
   * Whatever is delivered: each contract that the old year had is carried, or left for a reason.
   */
  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void every_contract_is_carried_or_left_behind_for_one_reason(long seed) {
    var random = new Random(seed);
    employer.contracts("L01", some(random));
    employer.contracts("L01", some(random));
    employer.open(2027).expect(201);

    var carried = employer.pages("/v1/years/2027/contracts?limit=200");
    var left =
        employer.pages("/v1/years/2027/left-behind?limit=200").stream()
            .filter(it -> it.getString("subject").equals("CONTRACT"))
            .toList();

    var ids =
        Stream.concat(carried.stream(), left.stream())
            .map(it -> it.getString("contractId"))
            .toList();
    assertThat(ids).doesNotHaveDuplicates();
    assertThat(ids)
        .containsExactlyInAnyOrderElementsOf(
            gateway
                .database()
                .texts(
                    ("select contract_id::text from (select distinct on (contract_id) contract_id, end_date"
                            + " from employment.contract where tenant_id = '%s'"
                            + " order by contract_id, known_from desc) last_known"
                            + " where end_date is null or end_date >= '2026-01-01'")
                        .formatted(employer.id)));
  }

  private static String[] some(Random random) {
    return IntStream.range(0, 40)
        .filter(i -> random.nextInt(4) > 0)
        .mapToObj(
            i -> {
              var start = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(600) - 300);
              var end = random.nextBoolean() ? "" : start.plusDays(random.nextInt(500)).toString();
              var bsn = List.of(SampleFiles.ANNA, SampleFiles.BAS, SampleFiles.CAS).get(i % 3);
              return "E-%d;%s;%s;%s;20;C-%d".formatted(i % 3, bsn, start, end, i);
            })
        .toArray(String[]::new);
  }
}
