package nl.banenschakel.payroll.message;

import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import nl.banenschakel.person.PersonDraft;
import org.jspecify.annotations.Nullable;

/**
 * Relationships and withdrawals of one wage return, with the people that are new in it.
 *
 * @param rows in the order of the file
 * @param people met in these rows and not in an earlier batch
 */
public record WageReturnBatch(List<Row> rows, List<PersonDraft> people) {
  static final int ROWS_MAX = 5_000;

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

  /** One array a column, in the order of the statement {@code stageRelationships}. */
  public List<Object> columns() {
    return List.of(
        column(Integer[]::new, Row::block),
        column(Integer[]::new, Row::position),
        column(Buffer[]::new, Row::blindIndex),
        column(Buffer[]::new, Row::pseudonym),
        column(String[]::new, Row::personnelNumber),
        column(Integer[]::new, Row::numIv),
        column(Boolean[]::new, row -> row.values() == null),
        values(Integer[]::new, Values::verloondeUren),
        values(Integer[]::new, Values::contractHoursHundredths),
        values(Long[]::new, Values::premiumWageCents),
        values(Boolean[]::new, Values::lkvRequested),
        values(Integer[]::new, Values::cdAard),
        values(Integer[]::new, Values::srtIv));
  }

  private <T> T[] column(IntFunction<T[]> array, Function<Row, ? extends @Nullable T> value) {
    return rows.stream().map(value).toArray(array);
  }

  private <T> T[] values(IntFunction<T[]> array, Function<Values, @Nullable T> value) {
    return column(array, row -> row.values() == null ? null : value.apply(row.values()));
  }
}
