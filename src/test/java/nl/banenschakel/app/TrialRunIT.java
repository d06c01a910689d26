package nl.banenschakel.app;

import static nl.banenschakel.app.SampleFiles.NUMBER;
import static nl.banenschakel.app.SampleFiles.PEILDATUM;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.banenschakel.platform.auth.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A trial run tells what the real call will tell, and nothing of it stays. */
class TrialRunIT {
  private static final int SEEDS = 5;

  private static TestGateway gateway;
  private static StoredRows stored;

  private ApiClient client;

  /** Everything that takes deliveries, and a sound one of each. */
  enum Intake {
    LISTS("/v1/register-snapshots?peildatum=" + PEILDATUM, "text/csv", SampleFiles.LIST),
    LISTS_AS_JSON(
        "/v1/register-snapshots?",
        "application/json",
        "{\"loonheffingennummer\":\"%s\",\n\"peildatum\":\"%s\",\n\"bsns\":[\"%s\",\n\"%s\"]}"
            .formatted(NUMBER, PEILDATUM, SampleFiles.ANNA, SampleFiles.BAS)),
    CONTRACT_FILES("/v1/contract-files?delivery=full", "text/csv", SampleFiles.CONTRACTS),
    CONTRACTS_AS_JSON(
        "/v1/contracts?", "application/json", SampleFiles.contractsJson().replace(",", ",\n")),
    WAGE_RETURNS("/v1/wage-returns?", "application/xml", SampleFiles.wageReturn(1));

    private final String target;
    private final String type;
    final String sound;

    Intake(String target, String type, String sound) {
      this.target = target;
      this.type = type;
      this.sound = sound;
    }

    Answer trial(ApiClient client, String body) {
      return send(client, "&validateOnly=true", body);
    }

    Answer real(ApiClient client, String body) {
      return send(client, "", body);
    }

    private Answer send(ApiClient client, String more, String body) {
      var to = (target + more).replace("?&", "?").replaceAll("\\?$", "");
      return type.equals("text/csv")
          ? client.post(to, type, body, "Loonheffingennummer", NUMBER)
          : client.post(to, type, body);
    }
  }

  @BeforeAll
  static void start() {
    gateway = TestGateway.withoutJobs();
    stored = new StoredRows(gateway.database());
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }

  @BeforeEach
  void a_new_organisation() {
    var organisation = gateway.createOrganisation("Voorbeeld Zorg", NUMBER);
    client = gateway.as(organisation, Role.HR, Role.PAYROLL);
  }

  static Stream<Arguments> intakesAndSeeds() {
    return Stream.of(Intake.values())
        .flatMap(intake -> IntStream.range(0, SEEDS).mapToObj(seed -> Arguments.of(intake, seed)));
  }

  @ParameterizedTest(name = "{0}, seed {1}")
  @MethodSource("intakesAndSeeds")
  void a_trial_tells_what_the_real_call_tells_and_leaves_every_table_as_it_was(
      Intake intake, int seed) {
    var random = new Random(seed);
    if (random.nextBoolean()) {
      intake.real(client, intake.sound).expect(201);
    }
    var file = spoilt(intake.sound, random);
    var before = stored.hash();

    var trial = intake.trial(client, file);

    assertThat(stored.hash()).isEqualTo(before);
    assertSame(trial, intake.real(client, file));
  }

  @ParameterizedTest
  @EnumSource
  void a_trial_of_a_sound_delivery_has_its_counts_and_no_address(Intake intake) {
    var before = stored.hash();

    var trial = intake.trial(client, intake.sound).expect(200);

    assertThat(stored.hash()).isEqualTo(before);
    assertThat(trial.headers().firstValue("Location")).isEmpty();
    assertThat(trial.json().getBoolean("validateOnly")).isTrue();
    assertSame(trial, intake.real(client, intake.sound).expect(201));
  }

  @ParameterizedTest
  @EnumSource
  void a_trial_of_what_was_delivered_already_has_the_counts_of_then(Intake intake) {
    intake.real(client, intake.sound).expect(201);
    var before = stored.hash();

    var trial = intake.trial(client, intake.sound).expect(200);

    assertThat(stored.hash()).isEqualTo(before);
    assertSame(trial, intake.real(client, intake.sound));
  }

  @Test
  void a_trial_of_a_reused_id_is_the_same_conflict() {
    client.postWageReturn(SampleFiles.wageReturn(1)).expect(201);
    var another = SampleFiles.wageReturn(1).replace(">80<", ">81<");

    var trial = Intake.WAGE_RETURNS.trial(client, another).expect(409);

    assertSame(trial, Intake.WAGE_RETURNS.real(client, another));
  }

  @Test
  void validate_only_is_true_or_false() {
    var answer = client.post("/v1/wage-returns?validateOnly=ja", "application/xml", "<x/>");

    assertThat(answer.expect(400).mistakes()).containsExactly("query validateOnly VALUE_FORM");
  }

  private static void assertSame(Answer trial, Answer real) {
    if (real.status() == 201) {
      assertThat(trial.status()).isEqualTo(200);
      assertThat(trial.json().getJsonObject("counts"))
          .isEqualTo(real.json().getJsonObject("counts"));
      assertThat(trial.json().getString("kind")).isEqualTo(real.json().getString("kind"));
    } else {
      assertThat(trial.status()).isEqualTo(real.status());
      assertThat(told(trial)).isEqualTo(told(real));
    }
  }

  /** All but the name of this one answer, and where its mistakes stay. */
  private static Object told(Answer answer) {
    var told = answer.json().copy();
    told.remove("instance");
    told.remove("upload");
    return told;
  }

  /** Up to three mistakes, or none: a character changed, or a line twice or gone. */
  private static String spoilt(String sound, Random random) {
    var spoilt = sound;
    for (int i = random.nextInt(4); i > 0; i--) {
      spoilt = random.nextInt(3) == 0 ? lineSpoilt(spoilt, random) : charSpoilt(spoilt, random);
    }
    return spoilt;
  }

  private static String charSpoilt(String text, Random random) {
    var at = random.nextInt(text.length());
    var put = "9;\"x<>,- ".charAt(random.nextInt(9));
    return text.substring(0, at) + put + text.substring(at + 1);
  }

  private static String lineSpoilt(String text, Random random) {
    var lines = Arrays.asList(text.split("(?<=\n)"));
    var at = random.nextInt(lines.size());
    var twice = random.nextBoolean() ? lines.subList(at, at + 1) : List.<String>of();
    return String.join("", lines.subList(0, at))
        + String.join("", twice)
        + String.join("", twice)
        + String.join("", lines.subList(at + 1, lines.size()));
  }
}
