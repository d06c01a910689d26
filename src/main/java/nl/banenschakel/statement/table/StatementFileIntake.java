package nl.banenschakel.statement.table;

import io.vertx.core.Future;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import nl.banenschakel.platform.audit.Reads;
import nl.banenschakel.platform.auth.Role;
import nl.banenschakel.platform.db.Tx;
import nl.banenschakel.platform.intake.Delivery;
import nl.banenschakel.platform.intake.Intake;
import nl.banenschakel.platform.json.Fields;
import nl.banenschakel.platform.stream.table.TableFile;
import nl.banenschakel.platform.stream.table.TableForm;

/** Files with statements that come to an address. */
final class StatementFileIntake implements Intake {
  private final StatementFileService files;

  StatementFileIntake(StatementFileService files) {
    this.files = files;
  }

  @Override
  public String kind() {
    return StatementTable.KIND.name();
  }

  @Override
  public Set<Role> roles() {
    return StatementTable.SEND;
  }

  @Override
  public Reads reads() {
    return Reads.LENDING;
  }

  @Override
  public Set<String> mediaTypes() {
    return StatementTable.MEDIA_TYPES;
  }

  @Override
  public Supplier<Taking> read(Fields in) {
    var source = in.optional("source", Delivery::parseSource);
    var sheet = in.optional("sheet", TableFile::parseSheet);
    return () ->
        (file, mediaType) ->
            files.take(
                file,
                new TableFile(TableForm.of(mediaType), sheet.optional()),
                source.optional().orElse(StatementTable.DEFAULT_SOURCE));
  }

  /** Nothing of them is staged. */
  @Override
  public Future<Void> purge(Tx tx, UUID upload) {
    return Future.succeededFuture();
  }
}
