package nl.banenschakel.app;

import static nl.banenschakel.app.SampleFiles.ANNA;
import static nl.banenschakel.app.SampleFiles.CONTRACTS;
import static nl.banenschakel.app.SampleFiles.LIST;
import static nl.banenschakel.app.SampleFiles.NUMBER;
import static nl.banenschakel.app.SampleFiles.PEILDATUM;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import nl.banenschakel.platform.auth.Role;
import org.junit.jupiter.api.Test;

/** A file that has an address before its bytes come. */
class UploadIT extends UploadApi {
  private static final String WRONG = CONTRACTS + "E-4;999990018;32-01-2024;;20,00;\n";

  @Test
  void an_address_is_there_before_the_bytes_and_tells_what_came_of_them() {
    var announced = announce(contracts().put("bytes", CONTRACTS.length()));
    assertThat(announced.expect(201).json().getString("state")).isEqualTo("WAITING");
    var address = announced.header("Location");

    var taken = put(address, "text/csv", CONTRACTS).expect(200).json();

    assertThat(taken.getString("state")).isEqualTo("ACCEPTED");
    assertThat(taken.getJsonObject("counts").getInteger("new")).isEqualTo(3);
    assertThat(taken.getJsonObject("progress"))
        .isEqualTo(
            new JsonObject()
                .put("bytes", CONTRACTS.length())
                .put("bytesTotal", CONTRACTS.length())
                .put("percent", 100)
                .put("rows", 3));
    assertThat(client.get(address).json()).isEqualTo(taken);
    assertThat(client.get("/v1/contracts").items()).hasSize(3);
  }

  @Test
  void every_kind_has_its_own_parameters() {
    var list =
        new JsonObject()
            .put("kind", "register-snapshot")
            .put("loonheffingennummer", NUMBER)
            .put("peildatum", PEILDATUM);
    var wages = new JsonObject().put("kind", "wage-return");

    var listed = put(announce(list).header("Location"), "text/csv", LIST + ANNA + "\n");
    var paid =
        put(announce(wages).header("Location"), "application/xml", SampleFiles.wageReturn(1));

    assertThat(listed.expect(200).json().getString("resource")).contains("/register-snapshots/");
    assertThat(listed.json().getJsonArray("warnings").getJsonObject(0).getString("code"))
        .isEqualTo("PERSON_REPEATED");
    assertThat(paid.expect(200).json().getString("state")).isEqualTo("ACCEPTED");
  }

  @Test
  void the_same_bytes_again_name_the_upload_that_they_repeat() {
    var first = client.postContracts(NUMBER, CONTRACTS).expect(201);
    var address = announce(contracts()).header("Location");

    var again = put(address, "text/csv", CONTRACTS).expect(200).json();

    assertThat(again.getString("state")).isEqualTo("ACCEPTED");
    assertThat(again.getString("repeats")).isEqualTo(first.header("Location"));
    assertThat(again.getJsonObject("counts")).isEqualTo(first.json().getJsonObject("counts"));
  }

  @Test
  void bytes_come_once_and_in_a_type_of_their_kind() {
    var address = announce(contracts()).header("Location");

    put(address, "application/xml", SampleFiles.wageReturn(1)).expect(415);
    put(address, "text/csv", CONTRACTS).expect(200);

    assertThat(put(address, "text/csv", CONTRACTS).expect(409).code())
        .isEqualTo("UPLOAD_NOT_WAITING");
    var other = CONTRACTS.replace("24,00", "25,00");
    var direct = client.postContracts(NUMBER, other).expect(201).header("Location");
    put(direct, "text/csv", CONTRACTS).expect(404);
  }

  @Test
  void what_waits_can_be_called_off_and_what_ended_cannot() {
    var address = announce(contracts()).header("Location");

    assertThat(cancel(client, address).expect(200).json().getString("state"))
        .isEqualTo("CANCELLED");
    assertThat(cancel(client, address).expect(200).json().getString("state"))
        .isEqualTo("CANCELLED");

    put(address, "text/csv", CONTRACTS).expect(409);
    var taken = client.postContracts(NUMBER, CONTRACTS).expect(201).header("Location");
    assertThat(cancel(client, taken).expect(409).code()).isEqualTo("UPLOAD_ENDED");
  }

  @Test
  void each_kind_is_for_its_own_role() {
    var payroll = gateway.as(organisation, Role.PAYROLL);
    var address = announce(contracts()).header("Location");

    var draft = contracts().encode();
    assertThat(payroll.post("/v1/uploads", "application/json", draft).expect(403).code())
        .isEqualTo("ROLE_MISSING");
    assertThat(cancel(payroll, address).expect(403).code()).isEqualTo("ROLE_MISSING");
    var sent = payroll.send("PUT", address + "/content", Optional.of("text/csv"), new byte[] {1});
    assertThat(sent.expect(403).code()).isEqualTo("ROLE_MISSING");
    payroll.get(address).expect(200);
  }

  @Test
  void another_organisation_sees_and_reaches_none_of_it() {
    var address = announce(contracts()).header("Location");
    var other = gateway.createOrganisation("Voorbeeld Bouw", NUMBER);
    var stranger = gateway.as(other, Role.HR, Role.PAYROLL);

    stranger.get(address).expect(404);
    cancel(stranger, address).expect(404);
    stranger.send("PUT", address + "/content", Optional.of("text/csv"), new byte[] {1}).expect(404);
    assertThat(stranger.get("/v1/uploads").items()).isEmpty();
  }

  @Test
  void the_list_has_pages_and_can_be_of_one_state() {
    client.postContracts(NUMBER, CONTRACTS).expect(201);
    client.postContracts(NUMBER, WRONG).expect(400);
    announce(contracts()).expect(201);
    client.postWageReturn(SampleFiles.wageReturn(1)).expect(201);

    var page = client.get("/v1/uploads?limit=3");
    var rest = client.get("/v1/uploads?limit=3&after=" + page.json().getString("next"));

    assertThat(states(page)).containsExactly("ACCEPTED", "WAITING", "REFUSED");
    assertThat(states(rest)).containsExactly("ACCEPTED");
    assertThat(states(client.get("/v1/uploads?state=REFUSED"))).containsExactly("REFUSED");
    assertThat(client.get("/v1/uploads?state=refused").expect(400).mistakes())
        .containsExactly("query state UPLOAD_STATE_UNKNOWN");
  }

  private static List<String> states(Answer page) {
    return page.expect(200).items().stream().map(item -> item.getString("state")).toList();
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

  private static Answer cancel(ApiClient client, String address) {
    return client.send("DELETE", address, Optional.empty(), new byte[0]);
  }
}
