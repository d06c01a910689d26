package nl.banenschakel.statement.table;

import io.vertx.core.Future;
import nl.banenschakel.platform.audit.Reads;
import nl.banenschakel.platform.http.Call;
import nl.banenschakel.platform.http.Endpoints;
import nl.banenschakel.platform.http.Reply;
import nl.banenschakel.platform.intake.Delivery;
import nl.banenschakel.platform.intake.Incoming;
import nl.banenschakel.platform.intake.Mode;
import nl.banenschakel.platform.intake.UploadRoutes;
import nl.banenschakel.platform.stream.table.TableFile;
import nl.banenschakel.platform.stream.table.TableForm;

/** Files with statements over HTTP. */
final class StatementFileRoutes {
  private final StatementFileService files;

  StatementFileRoutes(StatementFileService files) {
    this.files = files;
  }

  void mount(Endpoints http) {
    http.upload(
        "addStatementFile",
        StatementTable.PATH,
        StatementTable.SEND,
        Reads.NO_PERSONS,
        StatementTable.MEDIA_TYPES,
        this::add);
  }

  private Future<Reply> add(Call call) {
    var parameters = call.parameters();
    var named = Mode.of(parameters);
    var source = parameters.query("source", Delivery::parseSource).optional();
    var sheet = parameters.query("sheet", TableFile::parseSheet).optional();
    var mode = parameters.build(named);
    var table = new TableFile(TableForm.of(call.contentType()), sheet.get());
    return files
        .take(Incoming.of(call, mode), table, source.get().orElse(StatementTable.DEFAULT_SOURCE))
        .map(taken -> UploadRoutes.answer(mode, taken));
  }
}
