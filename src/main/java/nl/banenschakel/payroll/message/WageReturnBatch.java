package nl.banenschakel.payroll.message;

import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import nl.banenschakel.person.PersonDraft;
import org.jspecify.annotations.Nullable;

/** Relationships and withdrawals of one wage return, with the people that are new in it. */
public final class WageReturnBatch {
  static final int ROWS_MAX = 5_000;

  private final List<Row> rows;
  private final List<PersonDraft> people;
  private final List<Object> columns;

  /**
   * Its columns are filled here: on the thread that decodes, and not on the one that writes.
   *
   * @param rows in the order of the file
   * @param people met in these rows and not in an earlier batch
   */
  WageReturnBatch(List<Row> rows, List<PersonDraft> people) {
    this.rows = rows;
    this.people = people;
    this.columns = columnsOf(rows);
  }

  /**
   * One income relationship of one block, or its withdrawal.
   *
   * @param block the position of its block
   * @param position within the block, among those of its element name
   * @param blindIndex null where the message has no BSN
   * @param pseudonym stands for PersNr there; null where the message has a BSN
   * @param personnelNumber null also where it is not kept because it may be a BSN
   * @param values null for a withdrawal
   */
  public record Row(
      int block,
      int position,
      @Nullable Buffer blindIndex,
      @Nullable Buffer pseudonym,
      @Nullable String personnelNumber,
      int numIv,
      @Nullable Values values) {}

  /**
   * What is kept of a relationship; every other amount was dropped.
   *
   * @param verloondeUren whole hours, negative where they correct
   * @param contractHoursHundredths a week; null where not given
   * @param premiumWageCents PrlnAofAnwLg and PrlnAofAnwHg together
   * @param cdAard null where not given
   */
  public record Values(
      int verloondeUren,
      @Nullable Integer contractHoursHundredths,
      long premiumWageCents,
      boolean lkvRequested,
      @Nullable Integer cdAard,
      int srtIv) {}

  /** In the order of the file. */
  public List<Row> rows() {
    return rows;
  }

  /** Those who were met in these rows and not in an earlier batch. */
  public List<PersonDraft> people() {
    return people;
  }

  /** One array a column, in the order of the statement {@code stageRelationships}. */
  public List<Object> columns() {
    return columns;
  }

  private static List<Object> columnsOf(List<Row> rows) {
    return List.of(
        column(rows, Integer[]::new, Row::block),
        column(rows, Integer[]::new, Row::position),
        column(rows, Buffer[]::new, Row::blindIndex),
        column(rows, Buffer[]::new, Row::pseudonym),
        column(rows, String[]::new, Row::personnelNumber),
        column(rows, Integer[]::new, Row::numIv),
        column(rows, Boolean[]::new, row -> row.values() == null),
        values(rows, Integer[]::new, Values::verloondeUren),
        values(rows, Integer[]::new, Values::contractHoursHundredths),
        values(rows, Long[]::new, Values::premiumWageCents),
        values(rows, Boolean[]::new, Values::lkvRequested),
        values(rows, Integer[]::new, Values::cdAard),
        values(rows, Integer[]::new, Values::srtIv));
  }

  private static <T> T[] column(
      List<Row> rows, IntFunction<T[]> array, Function<Row, ? extends @Nullable T> value) {
    var column = array.apply(rows.size());
    for (int i = 0; i < column.length; i++) {
      column[i] = value.apply(rows.get(i));
    }
    return column;
  }

  private static <T> T[] values(
      List<Row> rows, IntFunction<T[]> array, Function<Values, @Nullable T> value) {
    return column(rows, array, row -> row.values() == null ? null : value.apply(row.values()));
  }
}
