package nl.banenschakel.statement.table;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.banenschakel.platform.audit.Reads;
import nl.banenschakel.platform.auth.Role;
import nl.banenschakel.platform.intake.Delivery;
import nl.banenschakel.platform.intake.column.ColumnKind;
import nl.banenschakel.platform.intake.column.ColumnOperations;
import nl.banenschakel.platform.stream.table.TableForm;
import nl.banenschakel.platform.stream.table.TableHeader;

/** Files with statements as tables: what their columns can be for, and who sends them. */
final class StatementTable {
  static final String PATH = "/v1/statement-files";

  /** Who states hours. */
  static final Set<Role> SEND = Set.of(Role.LENDER, Role.SUPPLIER);

  /** The source of a sender that has one system. */
  static final String DEFAULT_SOURCE = "hours";

  static final String WITHOUT_ROWS = "This file names columns and states no hours.";

  /** Also lines that are copied from a spreadsheet. */
  static final Set<String> MEDIA_TYPES = TableForm.mediaTypes("text/plain");

  /** By the name that deliveries of them have. */
  static final ColumnKind<StatementColumns> KIND =
      new ColumnKind<>(
          "statements",
          StatementColumn.ALL.stream().map(StatementColumn::field).toList(),
          (first, mapping, mistakes) ->
              StatementColumns.of(new TableHeader(first, mapping), mistakes),
          first -> false,
          Optional.of(WITHOUT_ROWS),
          List.of());

  /** The operations about them. */
  static final ColumnOperations OPERATIONS =
      new ColumnOperations(
          "previewStatementFile",
          PATH,
          "StatementColumnMapping",
          "/v1/statement-column-mappings",
          SEND,
          MEDIA_TYPES,
          Reads.LENDING,
          Delivery::parseSource,
          DEFAULT_SOURCE);

  private StatementTable() {}
}
