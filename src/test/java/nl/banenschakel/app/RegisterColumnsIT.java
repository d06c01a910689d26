package nl.banenschakel.app;

import static nl.banenschakel.app.ColumnSamples.fields;
import static nl.banenschakel.app.ColumnSamples.mapping;
import static nl.banenschakel.app.ColumnSamples.places;
import static nl.banenschakel.app.SampleFiles.ANNA;
import static nl.banenschakel.app.SampleFiles.BAS;
import static nl.banenschakel.app.SampleFiles.NUMBER;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import nl.banenschakel.platform.auth.Role;
import nl.banenschakel.testing.WorkbookFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Register lists and answers with columns whose heads nobody knows, by the same ways as contracts:
 * looked at, mapped, and read by the mapping of their source.
 */
class RegisterColumnsIT extends UploadApi {
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  @ParameterizedTest
  @EnumSource
  void file_is_read_by_the_mapping_of_its_kind_and_source(EvidenceFile kind) {
    for (var other : EvidenceFile.values()) {
      if (other != kind) {
        client.put(other.mappings + "/portal", other.oddMapping).expect(201);
      }
    }
    client.put("/v1/column-mappings/portal", mapping("Persoon", "bsn")).expect(201);
    assertThat(deliver(kind, "", kind.odd).expect(400).mistakes())
        .contains("line 1 COLUMN_MISSING");

    client.put(kind.mappings + "/portal", kind.oddMapping).expect(201);

    var taken = deliver(kind, "", kind.odd).expect(201).json();
    assertThat(taken.getJsonObject("counts").getInteger("persons")).isEqualTo(2);
    deliver(kind, "&source=uwv", kind.odd).expect(400);
  }

  @ParameterizedTest
  @EnumSource
  void file_to_an_address_and_a_workbook_are_read_by_it_too(EvidenceFile kind) {
    client.put(kind.mappings + "/uwv", kind.oddMapping).expect(201);
    var workbook = WorkbookFile.of(kind.odd.lines().toArray(String[]::new)).bytes();
    var draft =
        new JsonObject()
            .put("kind", kind.upload)
            .put("loonheffingennummer", NUMBER)
            .put("peildatum", "2026-04-01")
            .put("source", "uwv");
    var address = client.post("/v1/uploads", "application/json", draft.encode()).expect(201).json();

    var content = "/v1/uploads/" + address.getString("id") + "/content";
    var taken = client.send("PUT", content, Optional.of(XLSX), workbook);

    assertThat(taken.expect(200).json().getString("state")).isEqualTo("ACCEPTED");
  }

  @ParameterizedTest
  @EnumSource
  void same_file_by_another_mapping_is_another_delivery(EvidenceFile kind) {
    var named = "BSN;antwoord\n" + ANNA + ";in\n";
    var first = id(deliver(kind, "", named));
    assertThat(id(deliver(kind, "", named))).isEqualTo(first);

    client.put(kind.mappings + "/portal", mapping("Opmerking", "ignore")).expect(201);

    assertThat(id(deliver(kind, "", named))).isNotEqualTo(first);
  }

  @ParameterizedTest
  @EnumSource
  void lines_without_heads_are_the_same_delivery_whatever_the_mapping(EvidenceFile kind) {
    var first = id(deliver(kind, "", kind.pasted));

    client.put(kind.mappings + "/portal", kind.oddMapping).expect(201);

    assertThat(id(deliver(kind, "", kind.pasted))).isEqualTo(first);
  }

  @ParameterizedTest
  @EnumSource
  void column_for_the_ground_is_refused_when_mapped_looked_at_or_delivered(EvidenceFile kind) {
    client.put(kind.mappings + "/portal", kind.oddMapping).expect(201);

    for (var ground : List.of("Grondslag", "Wajong", "Soort indicatie")) {
      var file = kind.odd.replace("Regeling", ground);
      var at = "line 1 column " + kind.width() + " GROUND_COLUMN";
      assertThat(deliver(kind, "", file).expect(400).mistakes()).containsExactly(at);
      var seen = look(kind, "", file).expect(200);
      assertThat(places(seen)).containsExactly(at);
      assertThat(seen.json().getJsonArray("columns").encode()).doesNotContain(ground);
      for (var field : List.of("bsn", "ignore")) {
        var mapped = client.put(kind.mappings + "/uwv", mapping(ground, field)).expect(400);
        assertThat(mapped.mistakes()).containsExactly("/columns/0/head GROUND_COLUMN");
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void preview_tells_what_is_what_and_stores_nothing(EvidenceFile kind) {
    var stored = new StoredRows(gateway.database());
    client.put(kind.mappings + "/portal", kind.oddMapping).expect(201);
    var before = stored.everything(organisation);

    var seen = look(kind, "?source=portal", kind.odd.replace(BAS, "999990018")).expect(200);

    assertThat(seen.json().getString("mapping")).isEqualTo("SAVED");
    assertThat(fields(seen)).containsAll(kind.found()).contains((String) null);
    assertThat(seen.json().getJsonArray("columns").encode()).contains("\"head\":\"Regeling\"");
    var cells = seen.json().getJsonArray("rows").getJsonObject(0).getJsonObject("cells");
    assertThat(cells.fieldNames()).containsExactlyElementsOf(kind.found());
    assertThat(cells.getString("bsn")).isEqualTo("valid");
    assertThat(cells.getString("from", "2026-02-10")).isEqualTo("2026-02-10");
    assertThat(places(seen)).hasSize(1).allMatch(it -> it.endsWith(" BSN_ELFPROEF"));
    assertThat(seen.everything()).doesNotContain(ANNA, "999990018");
    assertThat(stored.everything(organisation)).isEqualTo(before);
  }

  @ParameterizedTest
  @EnumSource
  void preview_of_pasted_lines_says_that_they_have_no_heads(EvidenceFile kind) {
    client.put(kind.mappings + "/portal", kind.oddMapping).expect(201);

    var seen = client.post(kind.deliveries + "/_preview", "text/plain", kind.pasted).expect(200);

    assertThat(seen.json().getString("mapping")).isEqualTo("NO_HEADS");
    assertThat(seen.json().getString("mappingName")).isNull();
    assertThat(seen.json().getJsonArray("columns").getJsonObject(0))
        .isEqualTo(
            new JsonObject().put("at", "line 1 column 1").putNull("head").put("field", "bsn"));
    assertThat(seen.json().getJsonArray("rows")).hasSize(2);
    assertThat(seen.json().getJsonArray("proposal")).isEmpty();
    assertThat(places(seen)).isEmpty();
    assertThat(seen.everything()).doesNotContain(ANNA, BAS);
  }

  @ParameterizedTest
  @EnumSource
  void preview_and_trial_run_find_the_same_mistakes_in_cells(EvidenceFile kind) {
    client.put(kind.mappings + "/portal", kind.oddMapping).expect(201);
    var wrong = kind.odd + kind.line(2).replace(ANNA, "12345") + kind.line(3).replace(BAS, "#N/B");

    for (var file : List.of(wrong, wrong.replace("uit", "misschien").replace("10-02", "31-02"))) {
      var told = deliver(kind, "&validateOnly=true", file).expect(400).mistakes();
      assertThat(told).hasSizeGreaterThanOrEqualTo(2);
      assertThat(places(look(kind, "", file).expect(200))).containsExactlyElementsOf(told);
    }
  }

  @ParameterizedTest
  @EnumSource
  void proposal_can_be_changed_and_saved(EvidenceFile kind) {
    var proposal = look(kind, "", kind.odd).expect(200).json().getJsonArray("proposal");
    assertThat(proposal.encode()).contains("Persoon").doesNotContain("\"bsn\"");
    var changed =
        proposal
            .encode()
            .replace("\"Persoon\",\"field\":\"ignore\"", "\"Persoon\",\"field\":\"bsn\"");

    var saved = client.put(kind.mappings + "/portal", "{\"columns\":" + changed + "}").expect(201);

    assertThat(fields(look(kind, "", kind.odd).expect(200))).contains("bsn");
    assertThat(client.get(kind.mappings + "/portal").expect(200).json()).isEqualTo(saved.json());
    assertThat(client.get(kind.mappings).items()).containsExactly(saved.json());
  }

  @ParameterizedTest
  @EnumSource
  void mapping_has_the_fields_of_its_kind_and_a_source_of_evidence(EvidenceFile kind) {
    var wrong = client.put(kind.mappings + "/portal", mapping("a", "startDate", "b", "signedOut"));

    assertThat(wrong.expect(400).mistakes())
        .containsExactly("/columns/0/field FIELD_UNKNOWN", "/columns/1/field FIELD_UNKNOWN");
    client.put(kind.mappings + "/hr", kind.oddMapping).expect(404);
    client.get(kind.mappings + "/connector").expect(404);
    assertThat(look(kind, "?source=hr", kind.odd).expect(400).mistakes())
        .containsExactly("query source SOURCE_UNKNOWN");
    assertThat(look(kind, "?mapping=a", kind.odd).expect(400).mistakes())
        .containsExactly("query PARAMETER_UNKNOWN");
  }

  @ParameterizedTest
  @EnumSource
  void another_organisation_has_another_mapping(EvidenceFile kind) {
    client.put(kind.mappings + "/portal", kind.oddMapping).expect(201);
    var theirs = gateway.createOrganisation("Ander", "001000287L02");
    var other = gateway.as(theirs, Role.HR);

    other.get(kind.mappings + "/portal").expect(404);

    assertThat(other.get(kind.mappings).items()).isEmpty();
    var seen = other.post(kind.deliveries + "/_preview", "text/csv", kind.odd).expect(200);
    assertThat(seen.json().getString("mapping")).isEqualTo("NAMES");
  }

  @Test
  void heads_that_a_standard_gives_answers_are_known_by_name() {
    var file =
        "Burgerservicenummer;opgenomen;periodeVan;periodeTot\n" + ANNA + ";WAAR;2026-02-10;\n";

    var taken = deliver(EvidenceFile.ANSWERS, "", file).expect(201).json();

    var answer = client.get(taken.getString("resource")).expect(200).json();
    assertThat(answer.getString("answer")).isEqualTo("in");
    assertThat(answer.getString("from")).isEqualTo("2026-02-10");
  }

  private Answer deliver(EvidenceFile kind, String query, String csv) {
    var target = kind.deliveries + "?peildatum=2026-04-01" + query;
    return client.post(target, "text/csv", csv, "Loonheffingennummer", NUMBER);
  }

  private Answer look(EvidenceFile kind, String query, String csv) {
    var body = csv.getBytes(StandardCharsets.UTF_8);
    return client.post(kind.deliveries + "/_preview" + query, "text/csv", body);
  }

  private static String id(Answer taken) {
    return taken.expect(201).json().getString("id");
  }
}
