package nl.banenschakel.app;

import static nl.banenschakel.app.SampleFiles.ANNA;
import static nl.banenschakel.app.SampleFiles.CONTRACT_HEADER;
import static nl.banenschakel.app.SampleFiles.NUMBER;
import static nl.banenschakel.app.SampleFiles.contract;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.banenschakel.platform.auth.Role;
import nl.banenschakel.platform.intake.IntakeSettings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Senders and those who call off, at the same moment: all of a file takes effect, or nothing. */
class UploadRaceIT {
  private static final int ROWS = 3_000;
  private static final int SENDERS = 20;

  private static TestGateway gateway;
  private static StoredRows stored;

  private UUID organisation;
  private ApiClient client;

  @BeforeAll
  static void start() {
    gateway = TestGateway.start();
    stored = new StoredRows(gateway.database());
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }

  @BeforeEach
  void an_organisation() {
    organisation = gateway.createOrganisation("Voorbeeld Zorg", NUMBER);
    client = gateway.as(organisation, Role.HR, Role.PAYROLL);
  }

  static IntStream seeds() {
    return IntStream.rangeClosed(1, 12);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void called_off_at_any_moment_it_took_effect_as_a_whole_or_not_at_all(int seed) {
    var address = announce("hr");
    var sent = CompletableFuture.supplyAsync(() -> put(address, ROWS));
    pause(new Random(seed).nextInt(20) * seed);

    var cancelled = client.send("DELETE", address, Optional.empty(), new byte[0]);
    var answer = sent.join();

    var state = client.get(address).expect(200).json().getString("state");
    assertThat(state).isEqualTo(cancelled.status() == 200 ? "CANCELLED" : "ACCEPTED");
    assertThat(answer.status()).isEqualTo(cancelled.status() == 200 ? 409 : 200);
    assertThat(stored.everything(organisation))
        .filteredOn(table -> table.startsWith("employment.contract "))
        .isEqualTo(cancelled.status() == 200 ? List.of() : List.of("employment.contract " + ROWS));
    assertThat(stored.everything(organisation)).noneMatch(table -> table.contains(".staged"));
  }

  @Test
  void one_of_many_senders_to_one_address_is_taken() {
    var address = announce("hr");

    var answers = together(i -> put(address, 1 + i));

    assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
    assertThat(answers).filteredOn(answer -> answer.status() != 200).allMatch(this::isTooLate);
    var taken = client.get(address).json().getJsonObject("counts").getInteger("lines");
    assertThat(client.get("/v1/contracts?limit=200").items()).hasSize(taken);
  }

  @Test
  void many_files_at_once_are_taken_or_sent_away_to_come_again() {
    var addresses = IntStream.range(0, SENDERS).mapToObj(i -> announce("system-" + i)).toList();

    var answers = together(i -> put(addresses.get(i), ROWS / 10));

    assertThat(answers).allMatch(answer -> answer.status() == 200 || answer.status() == 503);
    assertThat(answers)
        .filteredOn(answer -> answer.status() == 200)
        .hasSizeGreaterThanOrEqualTo(IntakeSettings.DEFAULT.placesPerOrganisation());
    for (var address : addresses) {
      if (client.get(address).json().getString("state").equals("WAITING")) {
        put(address, ROWS / 10).expect(200);
      }
    }
    assertThat(client.get("/v1/uploads?state=ACCEPTED&limit=200").items()).hasSize(SENDERS);
  }

  private boolean isTooLate(Answer answer) {
    return answer.status() == 409 && answer.code().equals("UPLOAD_NOT_WAITING");
  }

  private static List<Answer> together(IntFunction<Answer> sender) {
    var sent = new ArrayList<CompletableFuture<Answer>>();
    for (int i = 0; i < SENDERS; i++) {
      int number = i;
      sent.add(
          CompletableFuture.supplyAsync(
              () -> sender.apply(number), work -> new Thread(work).start()));
    }
    return sent.stream().map(each -> each.orTimeout(60, TimeUnit.SECONDS).join()).toList();
  }

  private String announce(String source) {
    var draft =
        new JsonObject()
            .put("kind", "contracts")
            .put("loonheffingennummer", NUMBER)
            .put("source", source)
            .put("delivery", "full");
    return client
        .post("/v1/uploads", "application/json", draft.encode())
        .expect(201)
        .header("Location");
  }

  private Answer put(String address, int rows) {
    var file =
        CONTRACT_HEADER
            + IntStream.range(0, rows)
                .mapToObj(i -> contract("E-" + i, ANNA, "20,00"))
                .collect(Collectors.joining());
    var bytes = file.getBytes(StandardCharsets.UTF_8);
    return client.send("PUT", address + "/content", Optional.of("text/csv"), bytes);
  }

  private static void pause(int ms) {
    try {
      Thread.sleep(ms);
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }
}
