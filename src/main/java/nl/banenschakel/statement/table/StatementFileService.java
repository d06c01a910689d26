package nl.banenschakel.statement.table;

import io.vertx.core.Future;
import nl.banenschakel.platform.intake.Incoming;
import nl.banenschakel.platform.intake.Upload;
import nl.banenschakel.platform.intake.Uploads;
import nl.banenschakel.platform.intake.column.ColumnMappings;
import nl.banenschakel.platform.stream.table.TableFile;
import nl.banenschakel.statement.StatementIntake;

/** Takes files with statements. */
final class StatementFileService {
  private final Uploads uploads;
  private final ColumnMappings mappings;
  private final StatementIntake intake;
  private final StatementFileRepository files = new StatementFileRepository();

  StatementFileService(Uploads uploads, ColumnMappings mappings, StatementIntake intake) {
    this.uploads = uploads;
    this.mappings = mappings;
    this.intake = intake;
  }

  /**
   * Takes one: all of its statements, or nothing.
   *
   * @param source which of the sender's systems it comes from
   * @return the accepted delivery, or the earlier one that these bytes repeat; fails with every
   *     mistake when it is refused
   */
  Future<Upload> take(Incoming file, TableFile table, String source) {
    return mappings
        .of(file.caller(), StatementTable.KIND, source)
        .compose(
            mapping -> {
              var decoder = new StatementFileDecoder(table, mapping);
              var target =
                  new StatementFileTarget(
                      file.caller(), decoder, source, mapping.parameter(), intake, files);
              return table.admitted(() -> uploads.take(file.as(table), target));
            });
  }
}
