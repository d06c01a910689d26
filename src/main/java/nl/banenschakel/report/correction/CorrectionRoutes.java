package nl.banenschakel.report.correction;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.banenschakel.platform.audit.Reads;
import nl.banenschakel.platform.auth.Role;
import nl.banenschakel.platform.db.Held;
import nl.banenschakel.platform.http.Call;
import nl.banenschakel.platform.http.Endpoints;
import nl.banenschakel.platform.http.Reply;
import nl.banenschakel.platform.stream.Chunks;
import nl.banenschakel.report.CsvTable;

/** The list of corrections over HTTP. */
final class CorrectionRoutes {
  private static final String JSON = "application/json";
  private static final String CSV = "text/csv";
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private final CorrectionService corrections;
  private final Set<Role> read;

  CorrectionRoutes(CorrectionService corrections, Set<Role> read) {
    this.corrections = corrections;
    this.read = read;
  }

  void mount(Endpoints http) {
    http.get(
        "getCorrectionReport", "/v1/reports/corrections", read, Reads.REGISTER, this::corrections);
  }

  private Future<Reply> corrections(Call call) {
    var parameters = call.parameters();
    var named = parameters.query("run", UUID::fromString).required();
    var flavour = CsvTable.Flavour.asked(parameters);
    var run = call.resource(parameters.build(named));
    var type = call.choose(List.of(JSON, CSV, XLSX));
    var rowsMax =
        type.equals(XLSX) ? Optional.of(CorrectionsXlsx.ROWS_MAX) : Optional.<Integer>empty();
    return corrections
        .open(call.caller(), run, rowsMax)
        .map(list -> Reply.stream(type, written(list, type, flavour.get())));
  }

  private static Chunks written(Held<Corrections> list, String type, CsvTable.Flavour flavour) {
    return switch (type) {
      case CSV -> CorrectionsCsv.write(list, flavour);
      case XLSX -> CorrectionsXlsx.write(list);
      default -> CorrectionsJson.write(list);
    };
  }
}
