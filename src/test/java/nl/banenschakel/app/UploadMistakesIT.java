package nl.banenschakel.app;

import static nl.banenschakel.app.SampleFiles.CONTRACTS;
import static nl.banenschakel.app.SampleFiles.NUMBER;
import static nl.banenschakel.app.SampleFiles.PEILDATUM;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What an upload tells of a file with mistakes, and of a trial run. */
class UploadMistakesIT extends UploadApi {
  private static final String WRONG = CONTRACTS + "E-4;999990018;32-01-2024;;20,00;\n";

  @Test
  void a_refused_file_tells_its_mistakes_in_two_languages_and_may_be_sent_again() {
    var address = announce(contracts()).header("Location");

    var refused = put(address, "text/csv", WRONG).expect(400);

    assertThat(refused.mistakes())
        .containsExactly("line 5 column 2 BSN_ELFPROEF", "line 5 column 3 DATE_UNREAL");
    assertThat(refused.json().getString("upload")).isEqualTo(address);
    var told = client.get(address).json();
    assertThat(told.getString("state")).isEqualTo("REFUSED");
    var first = told.getJsonArray("mistakes").getJsonObject(0);
    assertThat(first.getInteger("line")).isEqualTo(5);
    assertThat(first.getInteger("column")).isEqualTo(2);
    assertThat(first.getJsonObject("sentences").getString("nl")).contains("elfproef");
    assertThat(first.getJsonObject("sentences").getString("en")).contains("11-proef");
    assertThat(put(address, "text/csv", CONTRACTS).expect(200).json().getString("state"))
        .isEqualTo("ACCEPTED");
    assertThat(client.get(address).json().getJsonArray("mistakes")).isEmpty();
  }

  @Test
  void a_direct_delivery_that_is_refused_says_where_its_mistakes_stay() {
    var refused = client.postContracts(NUMBER, WRONG).expect(400);

    var told = client.get(refused.json().getString("upload")).expect(200).json();

    assertThat(told.getInteger("mistakesTotal")).isEqualTo(2);
  }

  @Test
  void a_trial_run_keeps_its_verdict_at_its_address_and_nothing_else() {
    var address = announce(contracts().put("validateOnly", true)).header("Location");

    var refused = put(address, "text/csv", WRONG).expect(400);
    var good = put(address, "text/csv", CONTRACTS).expect(200).json();

    assertThat(refused.mistakes()).hasSize(2);
    assertThat(good.getString("state")).isEqualTo("VALIDATED");
    assertThat(good.getBoolean("validateOnly")).isTrue();
    assertThat(good.getJsonObject("counts").getInteger("new")).isEqualTo(3);
    assertThat(client.get("/v1/contracts").items()).isEmpty();
    var real = client.postContracts(NUMBER, CONTRACTS).expect(201).json();
    assertThat(real.getJsonObject("counts")).isEqualTo(good.getJsonObject("counts"));
  }

  @Test
  void a_number_of_somebody_else_gets_no_address_and_is_not_kept() {
    var draft = contracts().put("loonheffingennummer", "999999990L01");

    var refused = client.post("/v1/uploads", "application/json", draft.encode()).expect(400);

    assertThat(refused.mistakes())
        .containsExactly("/loonheffingennummer LOONHEFFINGENNUMMER_NOT_YOURS");
    assertThat(client.get("/v1/uploads").items()).isEmpty();
  }

  @Test
  void what_is_announced_wrongly_is_told_at_once_with_its_places() {
    var wrong =
        new JsonObject()
            .put("kind", "contracts")
            .put("bytes", 0)
            .put("delivery", "all")
            .put("peildatum", PEILDATUM);

    assertThat(announce(wrong).expect(400).mistakes())
        .containsExactly(
            "/bytes NUMBER_RANGE",
            "/loonheffingennummer VALUE_REQUIRED",
            "/delivery DELIVERY_UNKNOWN",
            "/ MEMBER_UNKNOWN");
    assertThat(announce(new JsonObject().put("kind", "invoices").put("x", 1)).mistakes())
        .containsExactly("/kind UPLOAD_KIND_UNKNOWN");
  }

  private static JsonObject contracts() {
    return new JsonObject()
        .put("kind", "contracts")
        .put("loonheffingennummer", NUMBER)
        .put("delivery", "full");
  }

  private Answer announce(JsonObject draft) {
    return client.post("/v1/uploads", "application/json", draft.encode());
  }

  private Answer put(String address, String type, String body) {
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    return client.send("PUT", address + "/content", Optional.of(type), bytes);
  }
}
