package nl.banenschakel.app;

import static nl.banenschakel.app.SampleFiles.ANNA;
import static nl.banenschakel.app.SampleFiles.CONTRACTS;
import static nl.banenschakel.app.SampleFiles.NUMBER;
import static nl.banenschakel.testing.Await.until;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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
        .extracting(line -> line.getString("requestId"))
        .containsExactly(read.header("Request-Id"));
    var accepted = client.postContracts(NUMBER, CONTRACTS).expect(201).header("Location");
    client.get(accepted + "/errors.xlsx").expect(404);
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
