package nl.banenschakel.app;

import static nl.banenschakel.app.SampleFiles.CONTRACTS;
import static nl.banenschakel.app.SampleFiles.NUMBER;
import static nl.banenschakel.testing.Await.until;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import nl.banenschakel.kernel.Bsn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of uploads of which nothing more comes, and of those that ended long ago. */
class UploadClearingIT extends UploadApi {
  private String address;

  @BeforeEach
  void an_address_that_waits() {
    var draft = "{\"kind\":\"wage-return\"}";
    var announced = client.post("/v1/uploads", "application/json", draft);
    address = announced.expect(201).header("Location");
  }

  @Test
  void what_nothing_comes_of_is_ended_and_its_rows_are_purged() {
    var received = plantReceivingOfAStoppedGateway();
    sql(
        "update intake.upload set received_at = now() - interval '25 hours' where state = 'WAITING'");

    clear();

    assertThat(client.get("/v1/uploads?state=FAILED").items()).hasSize(2);
    var failure = client.get(received).json().getJsonObject("failure");
    assertThat(failure.getString("code")).isEqualTo("UPLOAD_ABANDONED");
    assertThat(failure.getJsonObject("sentences").getString("nl")).contains("opnieuw");
    assertThat(new StoredRows(gateway.database()).everything(organisation))
        .containsExactly("intake.upload 2");
  }

  @Test
  void results_are_removed_when_their_time_is_over_but_the_latest_of_a_source_stays() {
    client.postContracts(NUMBER, CONTRACTS).expect(201);
    var latest = client.postContracts(NUMBER, CONTRACTS.replace("24,00", "25,00")).expect(201);
    client.postContracts(NUMBER, CONTRACTS + "x\n").expect(400);
    sql("update intake.upload set finished_at = finished_at - interval '2558 days'");

    clear();

    assertThat(client.get("/v1/uploads").items())
        .extracting(item -> "/v1/uploads/" + item.getString("id"))
        .containsExactlyInAnyOrder(latest.header("Location"), address);
    assertThat(client.get("/v1/contracts").items()).hasSize(3);
    var told =
        client.get("/v1/events").items().stream()
            .filter(event -> event.getString("type").equals("nl.banenafspraak.uploads-removed.v1"))
            .toList();
    assertThat(told).hasSize(1);
    assertThat(told.get(0).getJsonObject("data").getString("uploads")).isEqualTo("2");
  }

  @Test
  void rows_that_an_earlier_sender_left_behind_take_no_effect() {
    client.postContracts(NUMBER, CONTRACTS).expect(201);
    var draft =
        "{\"kind\":\"register-snapshot\",\"loonheffingennummer\":\"%s\",\"peildatum\":\"2026-04-01\"}";
    var announced = client.post("/v1/uploads", "application/json", draft.formatted(NUMBER));
    var list = announced.expect(201).header("Location");
    var bas = gateway.vault(organisation).blindIndex(Bsn.parse(SampleFiles.BAS)).getBytes();
    sql(
        "insert into register.staged (tenant_id, upload_id, line, blind_index)"
            + " values ('%1$s', '%2$s', 99, '\\x"
            + HexFormat.of().formatHex(bas)
            + "')",
        list.replaceAll(".*/", ""));

    var bytes = ("BSN\n" + SampleFiles.ANNA + "\n").getBytes(StandardCharsets.UTF_8);
    var taken = client.send("PUT", list + "/content", Optional.of("text/csv"), bytes).expect(200);

    assertThat(taken.json().getJsonObject("counts").getInteger("persons")).isEqualTo(1);
  }

  private String plantReceivingOfAStoppedGateway() {
    var id = UUID.randomUUID();
    sql(
        "insert into intake.upload (tenant_id, upload_id, kind, state, received_by)"
            + " values ('%1$s', '%2$s', 'contracts', 'RECEIVING', 'test');"
            + " insert into intake.receiving (tenant_id, upload_id, touched_at)"
            + " values ('%1$s', '%2$s', now() - interval '2 hours');"
            + " insert into person.staged values"
            + " ('%1$s', '%2$s', gen_random_uuid(), '\\x01', 1, '\\x01', 1)",
        id);
    return "/v1/uploads/" + id;
  }

  private void sql(String statement, Object... more) {
    gateway
        .database()
        .asSuperuser(
            more.length == 0
                ? statement
                    + (statement.contains(" where ") ? " and " : " where ")
                    + "tenant_id = '%s'".formatted(organisation)
                : statement.formatted(organisation, more[0]));
  }

  /** Has the clearing done now. */
  private void clear() {
    var queue = " from job.queue where tenant = '%s' and kind = 'clear-uploads'";
    var job = gateway.database().texts("select job_id::text" + queue.formatted(organisation));
    gateway
        .database()
        .asSuperuser(
            "update job.queue set claimable_at = now() where job_id = '%s'".formatted(job.get(0)));
    until(
        () ->
            gateway
                .database()
                .texts(
                    "select job_id::text from job.queue where job_id = '%s'".formatted(job.get(0)))
                .isEmpty());
  }
}
