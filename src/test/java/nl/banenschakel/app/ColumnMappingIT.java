package nl.banenschakel.app;

import static nl.banenschakel.app.ColumnSamples.export;
import static nl.banenschakel.app.ColumnSamples.fields;
import static nl.banenschakel.app.ColumnSamples.mapping;
import static nl.banenschakel.app.ColumnSamples.places;
import static nl.banenschakel.app.SampleFiles.ANNA;
import static nl.banenschakel.app.SampleFiles.BAS;
import static nl.banenschakel.app.SampleFiles.NUMBER;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import nl.banenschakel.platform.auth.Role;
import nl.banenschakel.testing.WorkbookFile;
import org.junit.jupiter.api.Test;

/** Columns whose heads nobody knows: looked at, mapped, and read by the mapping of their source. */
class ColumnMappingIT extends UploadApi {
  private static final String PREVIEW = "/v1/contract-files/_preview";
  private static final String MAPPING = "/v1/column-mappings/hr";

  /** Without its hyphens the day, as 20260210, would pass the 11-proef. */
  private static final String ODD =
      "Med;Nationaal nr;Eerste dag;Omvang;Salaris\nE-1;" + ANNA + ";10-02-2026;20,00;999\n";

  private static final String ODD_MAPPING =
      mapping(
          "Med",
          "personnelNumber",
          "nationaal-NR",
          "bsn",
          "Eerste dag",
          "startDate",
          "Omvang",
          "contractHoursPerWeek",
          "Salaris",
          "ignore");

  @Test
  void file_is_read_by_the_mapping_of_its_source() {
    client.postContracts(NUMBER, ODD).expect(400);

    client.put(MAPPING, ODD_MAPPING).expect(201);

    client.postContracts(NUMBER, ODD).expect(201);
    var other = "/v1/contract-files?delivery=full&source=other";
    client.post(other, "text/csv", ODD, "Loonheffingennummer", NUMBER).expect(400);
  }

  @Test
  void mapping_goes_before_a_known_name_and_ignore_hides_one() {
    var file =
        "Personeelsnummer;Code;BSN;Begindatum;Uren;Afdeling\nx;E-1;"
            + ANNA
            + ";01-01-2024;20;Zorg\n";
    client.put(MAPPING, mapping("Code", "personnelNumber", "Afdeling", "ignore")).expect(201);

    client.postContracts(NUMBER, file).expect(201);

    var contract = client.get("/v1/contracts").items().get(0);
    assertThat(contract.getString("personnelNumber")).isEqualTo("E-1");
    assertThat(contract.encode()).doesNotContain("Zorg");
  }

  @Test
  void same_file_by_another_mapping_is_another_delivery() {
    var first = client.postContracts(NUMBER, SampleFiles.CONTRACTS).expect(201).json();
    client.put(MAPPING, mapping("Afdeling", "costCentre")).expect(201);

    var second = client.postContracts(NUMBER, SampleFiles.CONTRACTS).expect(201).json();

    assertThat(second.getString("id")).isNotEqualTo(first.getString("id"));
    assertThat(second.getJsonObject("counts").getInteger("changed")).isEqualTo(3);
  }

  @Test
  void mapping_is_saved_over_the_version_that_was_seen() {
    var saved = client.put(MAPPING, ODD_MAPPING).expect(201);

    assertThat(client.get(MAPPING).expect(200).json()).isEqualTo(saved.json());
    assertThat(client.put(MAPPING, ODD_MAPPING).expect(428).code()).isEqualTo("IF_MATCH_REQUIRED");
    assertThat(client.put(MAPPING, ODD_MAPPING, "If-Match", "\"7\"").expect(412).code())
        .isEqualTo("CHANGED_MEANWHILE");
    var next = client.put(MAPPING, mapping(), "If-Match", saved.header("ETag")).expect(200);
    assertThat(next.json().getInteger("version")).isEqualTo(2);
    assertThat(client.get("/v1/column-mappings").items()).containsExactly(next.json());
  }

  @Test
  void another_organisation_has_another_mapping() {
    client.put(MAPPING, ODD_MAPPING).expect(201);
    var other = gateway.as(gateway.createOrganisation("Ander", "001000287L02"), Role.HR);

    other.get(MAPPING).expect(404);

    assertThat(other.get("/v1/column-mappings").items()).isEmpty();
    other.get("/v1/column-mappings/" + ANNA).expect(404);
  }

  @Test
  void every_mistake_in_a_mapping_is_told_at_once() {
    var wrong =
        mapping(
            ANNA,
            "bsn",
            "Wajong",
            "ignore",
            "a",
            "salary",
            "b",
            "school",
            "B.",
            "department",
            "c",
            "school");

    assertThat(client.put(MAPPING, wrong).expect(400).mistakes())
        .contains(
            "/columns/0/head TEXT_HOLDS_BSN",
            "/columns/1/head GROUND_COLUMN",
            "/columns/2/field FIELD_UNKNOWN");
    assertThat(client.put(MAPPING, mapping("b", "school", "B.", "school")).expect(400).mistakes())
        .containsExactly("/columns/1/head COLUMN_DUPLICATE", "/columns/1/field COLUMN_DUPLICATE");
  }

  @Test
  void column_for_the_ground_cannot_be_mapped_away() {
    var file = ODD.replace("Salaris", "Grondslag");
    client.put(MAPPING, ODD_MAPPING).expect(201);

    assertThat(client.postContracts(NUMBER, file).expect(400).mistakes())
        .containsExactly("line 1 column 5 GROUND_COLUMN");
  }

  @Test
  void preview_tells_what_is_what_and_stores_nothing() {
    var stored = new StoredRows(gateway.database());
    var file = ODD + "E-2;999990018;31-02-2024;20,00;1\n";
    client.put(MAPPING, ODD_MAPPING).expect(201);
    var before = stored.everything(organisation);

    var seen = preview(file, "").expect(200);

    assertThat(seen.json().getString("mapping")).isEqualTo("SAVED");
    assertThat(fields(seen))
        .containsExactly("personnelNumber", "bsn", "startDate", "contractHoursPerWeek", null);
    var rows = seen.json().getJsonArray("rows");
    assertThat(rows.getJsonObject(0).getJsonObject("cells"))
        .isEqualTo(
            new JsonObject()
                .put("personnelNumber", "E-1")
                .put("bsn", "valid")
                .put("startDate", "2026-02-10")
                .put("contractHoursPerWeek", "20.00"));
    assertThat(rows.getJsonObject(1).getJsonObject("cells").fieldNames())
        .containsExactly("personnelNumber", "contractHoursPerWeek");
    assertThat(places(seen))
        .containsExactly("line 3 column 2 BSN_ELFPROEF", "line 3 column 3 DATE_UNREAL");
    assertThat(seen.everything()).doesNotContain(ANNA, "999990018");
    assertThat(stored.everything(organisation)).isEqualTo(before);
  }

  @Test
  void preview_repeats_no_bsn_wherever_it_stands() {
    var file = ANNA + ";" + BAS + ";x\n" + ANNA + ";" + BAS + ";y\n";
    var elsewhere =
        "Personeelsnummer;BSN;Begindatum;Uren;Afdeling;%s\n%s;%s;01-01-2024;20;zie %s;1\n"
            .formatted(ANNA, BAS, ANNA, "9999.93.653");

    var headless = preview(file, "").expect(200);
    var seen = preview(elsewhere, "").expect(200);

    assertThat(headless.everything()).doesNotContain(ANNA, BAS);
    assertThat(seen.everything()).doesNotContain(ANNA, BAS, "9999.93");
    assertThat(seen.everything())
        .contains("\"department\":\"hidden\"", "\"personnelNumber\":\"hidden\"");
  }

  @Test
  void preview_shows_fifty_rows_of_a_workbook_too() {
    var lines = new ArrayList<>(List.of("Personeelsnummer;BSN;Begindatum;Uren per week"));
    IntStream.range(0, 6_000).forEach(i -> lines.add("E-" + i + ";" + ANNA + ";01-01-2024;20"));
    var file = WorkbookFile.of(lines.toArray(String[]::new)).bytes();

    var seen =
        client.post(
            PREVIEW, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", file);

    assertThat(seen.expect(200).json().getJsonArray("rows")).hasSize(50);
    assertThat(seen.json().getJsonArray("mistakes")).isEmpty();
  }

  @Test
  void proposal_can_be_saved_as_it_is() {
    client.put(MAPPING, ODD_MAPPING).expect(201);
    var proposal = preview(ODD, "").json().getJsonArray("proposal");

    var saved =
        client.put("/v1/column-mappings/other", new JsonObject().put("columns", proposal).encode());

    assertThat(saved.expect(201).json().getJsonArray("columns")).hasSize(5);
  }

  @Test
  void each_ready_made_mapping_reads_the_export_with_its_heads() {
    var all = client.get("/v1/ready-made-column-mappings").expect(200).items();

    assertThat(all).hasSizeGreaterThanOrEqualTo(4);
    for (var ready : all) {
      var file = export(ready.getJsonArray("columns"));
      var seen = preview(file, "?mapping=" + ready.getString("name")).expect(200);
      assertThat(seen.json().getJsonArray("mistakes")).as(file).isEmpty();
      assertThat(seen.json().getJsonArray("fitting")).contains(ready.getString("name"));
      assertThat(seen.json().getJsonArray("rows").getJsonObject(0).getJsonObject("cells").size())
          .isGreaterThan(6);
    }
    assertThat(preview(ODD, "?mapping=none").expect(400).mistakes())
        .containsExactly("query mapping MAPPING_UNKNOWN");
  }

  private Answer preview(String csv, String query) {
    return client.post(PREVIEW + query, "text/csv", csv);
  }
}
