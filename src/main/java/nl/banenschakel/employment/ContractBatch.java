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

  private final List<PersonDraft> people;
  private final int rows;
  private final @Nullable Object[] columns;

  ContractBatch(List<ContractRow> rows, List<PersonDraft> people) {
    this.people = people;
    this.rows = rows.size();
    this.columns =
        new Object[] {
          column(rows, Integer.class, ContractRow::line),
          column(rows, Buffer.class, ContractRow::blindIndex),
          column(rows, String.class, ContractRow::contractKey),
          column(rows, String.class, ContractRow::personnelNumber),
          column(rows, Buffer.class, row -> row.personnelIndex().orElse(null)),
          column(rows, String.class, row -> row.contractNumber().orElse(null)),
          column(rows, Buffer.class, row -> row.contractIndex().orElse(null)),
          column(rows, LocalDate.class, ContractRow::startDate),
          column(rows, LocalDate.class, row -> row.endDate().orElse(null)),
          column(rows, Integer.class, row -> (int) row.hours().hundredthsPerWeek()),
          column(rows, Boolean.class, ContractRow::expectedRegistered),
          column(rows, String.class, row -> row.department().orElse(null)),
          column(rows, String.class, row -> row.school().orElse(null)),
          column(rows, String.class, row -> row.costCentre().orElse(null))
        };
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

  @SuppressWarnings("unchecked")
  private static <T> @Nullable T[] column(
      List<ContractRow> rows, Class<T> type, Function<ContractRow, @Nullable T> cell) {
    var column = (@Nullable T[]) Array.newInstance(type, rows.size());
    for (int i = 0; i < column.length; i++) {
      column[i] = cell.apply(rows.get(i));
    }
    return column;
  }
}
