package nl.banenschakel.app;

import static nl.banenschakel.app.SampleFiles.ANNA;
import static nl.banenschakel.app.SampleFiles.BAS;
import static nl.banenschakel.app.SampleFiles.CONTRACTS;
import static nl.banenschakel.app.SampleFiles.NUMBER;
import static nl.banenschakel.testing.Await.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.banenschakel.platform.auth.Role;
import nl.banenschakel.testing.WorkbookBytes;
import org.junit.jupiter.api.Test;

/** The rows of refused files are kept for who corrects them, and for nobody else. */
class KeptFilesIT extends UploadApi {
  private static final String WRONG = "999990018";

  @Test
  void rows_that_tell_why_people_are_registered_are_not_kept() {
    var refused = client.postContracts(NUMBER, CONTRACTS.replace("Afdeling", "Wajong"));

    var rows =
        WorkbookBytes.rows(
            workbook(refused.expect(400).json().getString("upload") + "/errors.xlsx"), 0);

    assertThat(rows.get(0).get(0)).contains("Haal die kolom weg");
    assertThat(kept()).isEmpty();
  }

  @Test
  void rows_are_sealed_and_go_when_their_time_is_over_as_the_result_does() {
    client.postContracts(NUMBER, CONTRACTS.replace(ANNA, WRONG)).expect(400);
    assertThat(kept()).hasSize(1);
    sql("update intake.kept_file set kept_at = kept_at - interval '2558 days'");

    sql("update job.queue set claimable_at = now() where kind = 'clear-uploads'");

    until(() -> kept().isEmpty());
    var refused = client.get("/v1/uploads").items().get(0).getString("errorsWorkbook");
    assertThat(WorkbookBytes.rows(workbook(refused), 0).get(0).get(0))
        .contains("na hun bewaartijd verwijderd");
  }

  @Test
  void a_delivery_is_refused_with_its_rows_and_not_before() throws SQLException {
    var address = announced();
    try (var sender = new RawExchange.Open(gateway.base());
        var other = gateway.database().session()) {
      sender.send(head(address, 20) + ANNA + "\n");
      until(() -> state(address).equals("RECEIVING"));
      other.setAutoCommit(false);
      other.createStatement().execute("lock table intake.kept_file in share mode");

      sender.send(WRONG + "\n");
      until(KeptFilesIT::somebodyWaits);

      assertThat(state(address)).isEqualTo("RECEIVING");
      other.commit();
      assertThat(sender.answer()).startsWith("HTTP/1.1 400 ");
    }
    assertThat(rows(address)).containsExactly("BSN", ANNA, WRONG);
    put(address, BAS + "\n" + WRONG + "\n").expect(400);
    assertThat(rows(address)).containsExactly("BSN", BAS, WRONG);
  }

  @Test
  void only_who_may_deliver_it_gets_the_rows_and_that_is_in_the_audit() {
    var refused = client.postContracts(NUMBER, CONTRACTS.replace(ANNA, WRONG)).expect(400);
    var workbook = refused.json().getString("upload") + "/errors.xlsx";
    var other = gateway.createOrganisation("Voorbeeld Bouw", NUMBER);

    gateway.as(organisation, Role.FINANCE).get(workbook).expect(403);
    gateway.as(organisation, Role.PAYROLL).get(workbook).expect(403);
    gateway.as(other, Role.HR).get(workbook).expect(404);
    var read = client.get(workbook).expect(200);

    assertThat(read.header("Cache-Control")).isEqualTo("no-store");
    assertThat(read.header("Content-Disposition"))
        .isEqualTo("attachment; filename=\"errors.xlsx\"");
    assertThat(
            gateway
                .as(organisation, Role.PRIVACY)
                .get("/v1/audit-lines?operation=getUploadErrors&limit=1")
                .items())
        .extracting(line -> line.getString("requestId") + " " + line.getString("basis"))
        .containsExactly(read.header("Request-Id") + " LOONHEFFINGEN");
    var accepted = client.postContracts(NUMBER, CONTRACTS).expect(201).header("Location");
    client.get(accepted + "/errors.xlsx").expect(404);
  }

  @Test
  void the_ground_on_which_rows_are_given_is_that_of_their_kind() {
    var list = client.postList(NUMBER, "2026-04-01", "BSN\n" + WRONG + "\n").expect(400);

    var read = client.get(list.json().getString("upload") + "/errors.xlsx").expect(200);

    assertThat(
            gateway
                .as(organisation, Role.PRIVACY)
                .get("/v1/audit-lines?operation=getUploadErrors&limit=1")
                .items())
        .extracting(line -> line.getString("requestId") + " " + line.getString("basis"))
        .containsExactly(read.header("Request-Id") + " WFSV_38D_7");
  }

  private String announced() {
    var list =
        new JsonObject()
            .put("kind", "register-snapshot")
            .put("loonheffingennummer", NUMBER)
            .put("peildatum", "2026-04-01");
    return client
        .post("/v1/uploads", "application/json", list.encode())
        .expect(201)
        .header("Location");
  }

  private Answer put(String address, String list) {
    var bytes = list.getBytes(StandardCharsets.UTF_8);
    return client.send("PUT", address + "/content", Optional.of("text/csv"), bytes);
  }

  private List<String> rows(String address) {
    return WorkbookBytes.rows(workbook(address + "/errors.xlsx"), 0).stream()
        .map(row -> row.get(0))
        .toList();
  }

  private String state(String address) {
    return client.get(address).expect(200).json().getString("state");
  }

  private String head(String address, int bytes) {
    return """
    PUT %s/content HTTP/1.1
    Host: x
    Authorization: Bearer %s
    Content-Type: text/csv
    Content-Length: %d

    """
        .replace("\n", "\r\n")
        .formatted(address, gateway.token(Set.of(organisation), Role.HR), bytes);
  }

  private static boolean somebodyWaits() {
    return gateway
        .database()
        .texts(
            "select (count(*) > 0)::text from pg_locks l join pg_database d on d.oid = l.database"
                + " where not l.granted and l.relation = 'intake.kept_file'::regclass"
                + " and d.datname = current_database()")
        .equals(List.of("true"));
  }

  private byte[] workbook(String address) {
    return client.get(address).expect(200).bytes().getBytes();
  }

  private List<String> kept() {
    return gateway
        .database()
        .texts(
            "select upload_id::text from intake.kept_file where tenant_id = '%s'"
                .formatted(organisation));
  }

  private void sql(String statement) {
    gateway.database().asSuperuser(statement);
  }
}
