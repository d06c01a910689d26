package nl.banenschakel.app;

import static nl.banenschakel.app.SampleFiles.ANNA;
import static nl.banenschakel.app.SampleFiles.CONTRACTS;
import static nl.banenschakel.app.SampleFiles.CONTRACT_HEADER;
import static nl.banenschakel.app.SampleFiles.NUMBER;
import static nl.banenschakel.app.SampleFiles.contract;
import static nl.banenschakel.testing.Await.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.banenschakel.platform.auth.Role;
import nl.banenschakel.platform.intake.IntakeSettings;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What may be seen and done while a file comes in. */
class UploadUnderWayIT extends UploadApi {
  private static final int BYTES_ANNOUNCED = 10_000_000;
  private static final int ROWS = 12_000;
  private static final Duration TOUCHED_WITHIN = Duration.ofMillis(1_500);

  private static URI other;
  private static StoredRows stored;

  private String address;

  @BeforeAll
  static void another_gateway() {
    other = gateway.another();
    stored = new StoredRows(gateway.database());
  }

  @BeforeEach
  void an_address_to_send_to() {
    var draft =
        new JsonObject()
            .put("kind", "contracts")
            .put("loonheffingennummer", NUMBER)
            .put("delivery", "full");
    address =
        client
            .post("/v1/uploads", "application/json", draft.encode())
            .expect(201)
            .header("Location");
  }

  @Test
  void progress_is_told_while_another_gateway_receives() {
    try (var sender = new RawExchange.Open(other)) {
      sender.send(head() + rows());

      until(() -> progress().getInteger("rows") > 0);

      assertThat(client.get(address).json().getString("state")).isEqualTo("RECEIVING");
      assertThat(progress().getInteger("bytesTotal")).isEqualTo(BYTES_ANNOUNCED);
      assertThat(progress().getInteger("percent")).isBetween(1, 99);
      assertThat(states("RECEIVING")).hasSize(1);
    }
  }

  @Test
  void a_delivery_that_another_gateway_receives_can_be_called_off() {
    try (var sender = new RawExchange.Open(other)) {
      sender.send(head() + rows());
      until(() -> progress().getInteger("rows") > 0);

      var cancelled = client.send("DELETE", address, Optional.empty(), new byte[0]).expect(200);
      sender.send(rows());

      assertThat(cancelled.json().getString("state")).isEqualTo("CANCELLED");
      assertThat(sender.answer())
          .startsWith("HTTP/1.1 409 ")
          .contains("\"code\":\"UPLOAD_CANCELLED\"");
    }
    assertThat(stored.everything(organisation)).containsExactly("intake.upload 1");
    assertThat(client.get(address).json().getString("state")).isEqualTo("CANCELLED");
  }

  @Test
  void a_file_with_a_mistake_is_no_longer_written_down_and_can_still_be_called_off() {
    try (var sender = new RawExchange.Open(other)) {
      sender.send(head() + "wrong\n");
      until(() -> state().equals("RECEIVING"));
      client.send("DELETE", address, Optional.empty(), new byte[0]).expect(200);

      // Bytes touch the row once a second.
      var end = System.nanoTime() + TOUCHED_WITHIN.toNanos();
      until(
          () -> {
            sender.send("wrong\n");
            return System.nanoTime() > end;
          });
      assertThat(sender.answer()).contains("UPLOAD_CANCELLED");
    }
  }

  @Test
  void bytes_that_broke_off_leave_the_address_to_be_sent_to_again() {
    try (var sender = new RawExchange.Open(other)) {
      sender.send(head() + rows());
      until(() -> progress().getInteger("rows") > 0);
    }
    until(() -> state().equals("WAITING"));
    assertThat(stored.everything(organisation)).containsExactly("intake.upload 1");

    var bytes = CONTRACTS.getBytes(StandardCharsets.UTF_8);
    client.send("PUT", address + "/content", Optional.of("text/csv"), bytes).expect(200);

    assertThat(state()).isEqualTo("ACCEPTED");
  }

  @Test
  void two_senders_to_one_address_are_one_too_many() {
    try (var sender = new RawExchange.Open(other)) {
      sender.send(head() + rows());
      until(() -> state().equals("RECEIVING"));

      var second =
          client.send("PUT", address + "/content", Optional.of("text/csv"), new byte[] {1});

      assertThat(second.expect(409).code()).isEqualTo("UPLOAD_NOT_WAITING");
    }
  }

  private static String rows() {
    return IntStream.range(0, ROWS)
        .mapToObj(i -> contract("E-" + i, ANNA, "20,00"))
        .collect(Collectors.joining());
  }

  @Test
  void who_sends_slowly_holds_up_the_own_organisation_and_no_other() {
    var places = IntakeSettings.DEFAULT.placesPerOrganisation();
    var slow = IntStream.range(0, places).mapToObj(i -> new RawExchange.Open(gateway.base()));
    var senders = slow.toList();
    senders.forEach(sender -> sender.send(fileHead()));
    until(() -> states("RECEIVING").size() == places);

    var own = client.postContracts(NUMBER, CONTRACTS);
    var others = gateway.createOrganisation("Voorbeeld Bouw", NUMBER);
    var another = gateway.as(others, Role.HR).postContracts(NUMBER, CONTRACTS);

    assertThat(own.status()).isEqualTo(503);
    assertThat(own.header("Retry-After")).isEqualTo("5");
    assertThat(another.status()).isEqualTo(201);
    senders.forEach(RawExchange.Open::close);
    until(() -> states("RECEIVING").isEmpty());
    client.postContracts(NUMBER, CONTRACTS).expect(201);
  }

  private String fileHead() {
    return ("POST /v1/contract-files?delivery=full HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer %s\r\n"
            + "Loonheffingennummer: %s\r\nContent-Type: text/csv\r\nContent-Length: %d\r\n\r\n%s")
        .formatted(
            gateway.token(Set.of(organisation), Role.HR), NUMBER, BYTES_ANNOUNCED, CONTRACT_HEADER);
  }

  private String head() {
    return ("PUT %s/content HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer %s\r\n"
            + "Content-Type: text/csv\r\nContent-Length: %d\r\n\r\n%s")
        .formatted(
            address,
            gateway.token(Set.of(organisation), Role.HR),
            BYTES_ANNOUNCED,
            CONTRACT_HEADER);
  }

  private JsonObject progress() {
    return client.get(address).expect(200).json().getJsonObject("progress");
  }

  private String state() {
    return client.get(address).expect(200).json().getString("state");
  }

  private List<JsonObject> states(String state) {
    return client.get("/v1/uploads?state=" + state).items();
  }
}
