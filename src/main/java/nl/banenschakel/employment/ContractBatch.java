package nl.banenschakel.employment;

import io.vertx.core.buffer.Buffer;
import java.lang.reflect.Array;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import nl.banenschakel.person.PersonDraft;
import org.jspecify.annotations.Nullable;

/** Rows as one array a column, as {@code unnest} takes them, with the people first met in them. */
final class ContractBatch {
  static final int ROWS_MAX = 5_000;

  /** In the order of the statement's parameters. */
  private static final List<Column<?>> COLUMNS =
      List.of(
          new Column<>(Integer.class, ContractRow::line),
          new Column<>(Buffer.class, ContractRow::blindIndex),
          new Column<>(String.class, ContractRow::contractKey),
          new Column<>(String.class, ContractRow::personnelNumber),
          new Column<>(Buffer.class, row -> row.personnelIndex().orElse(null)),
          new Column<>(String.class, row -> row.contractNumber().orElse(null)),
          new Column<>(Buffer.class, row -> row.contractIndex().orElse(null)),
          new Column<>(LocalDate.class, ContractRow::startDate),
          new Column<>(LocalDate.class, row -> row.endDate().orElse(null)),
          new Column<>(Integer.class, row -> (int) row.hours().hundredthsPerWeek()),
          new Column<>(Boolean.class, ContractRow::expectedRegistered),
          new Column<>(String.class, row -> row.department().orElse(null)),
          new Column<>(String.class, row -> row.school().orElse(null)),
          new Column<>(String.class, row -> row.costCentre().orElse(null)));

  private final List<PersonDraft> people;
  private final int rows;
  private final @Nullable Object[][] columns;

  private record Column<T>(Class<T> type, Function<ContractRow, @Nullable T> cell) {}

  /** Filled row by row: what a row holds is looked at once, while it is near. */
  ContractBatch(List<ContractRow> rows, List<PersonDraft> people) {
    this.people = people;
    this.rows = rows.size();
    this.columns = new Object[COLUMNS.size()][];
    for (int c = 0; c < columns.length; c++) {
      columns[c] = (@Nullable Object[]) Array.newInstance(COLUMNS.get(c).type(), rows.size());
    }
    for (int i = 0; i < rows.size(); i++) {
      for (int c = 0; c < columns.length; c++) {
        columns[c][i] = COLUMNS.get(c).cell().apply(rows.get(i));
      }
    }
  }

  List<PersonDraft> people() {
    return people;
  }

  int rows() {
    return rows;
  }

  /** In the order of the statement's parameters. */
  @Nullable Object[] columns() {
    return columns.clone();
  }
}
